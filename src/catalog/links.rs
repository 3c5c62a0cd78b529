//! What the texts say that acts did to each other.
//!
//! From the corpus to [`Links`]: each deed once, with every place that says it. An act says what it changes and repeals; the
//! text of a changed act says by which it was changed, point by point; a regulation says which one it restates.

use std::collections::{BTreeMap, BTreeSet};

use super::EventKind;
use crate::model::{Act, ActRef, Amendment, Corpus, Effect, Regulation, Relation, walk};

/// What one act did to another.
#[derive(Debug, Clone)]
pub(super) struct Link<'a> {
    /// The act that did it.
    pub by: &'a ActRef,
    /// The act it was done to.
    pub to: &'a ActRef,
    /// What was done.
    pub kind: EventKind,
    /// Who says so.
    pub said: Vec<Saying<'a>>,
    /// When it takes effect, in the words of the act that did it.
    pub effect: Option<&'a Effect>,
}

/// A place that says what one act did to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying<'a> {
    /// Id of the act whose encoding says it.
    pub act: &'a str,
    /// Name of its regulation, where it stands in one.
    pub regulation: Option<&'a str>,
    /// Anchor of the place; `None` where it is said of the whole.
    pub at: Option<&'a str>,
    /// The services it is said of.
    pub(super) of: Reach<'a>,
}

/// The services that a deed bears on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reach<'a> {
    /// These.
    Services(BTreeSet<&'a str>),
    /// Nobody has said which.
    Unknown,
}

/// Every deed, and which acts have a part in it.
#[derive(Debug, Default)]
pub(super) struct Links<'a> {
    all: Vec<Link<'a>>,
    by_act: BTreeMap<&'a str, Vec<usize>>,
    places: BTreeMap<&'a str, &'a str>,
}

impl<'a> Links<'a> {
    /// The deeds that a corpus tells of.
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        let mut gathered = Gathered::new(corpus);
        for act in &corpus.acts {
            gathered.of_act(act);
        }
        let mut by_act: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let all: Vec<Link<'a>> = gathered.found.into_values().collect();
        for (index, link) in all.iter().enumerate() {
            by_act.entry(&link.by.id).or_default().push(index);
            by_act.entry(&link.to.id).or_default().push(index);
        }
        let others = corpus.acts.iter().flat_map(|act| &act.others);
        let mut places: BTreeMap<&str, &str> =
            others.map(|other| (other.act.id.as_str(), other.place.as_str())).collect();
        places.extend(corpus.acts.iter().map(|act| (act.id.as_str(), act.place.as_str())));
        Self { all, by_act, places }
    }

    /// The deeds in which an act has a part, in order of the acts that did them.
    pub(super) fn of(&self, act: &str) -> impl Iterator<Item = (usize, &Link<'a>)> {
        self.by_act.get(act).into_iter().flatten().map(|index| (*index, &self.all[*index]))
    }

    /// Every deed.
    pub(super) fn all(&self) -> &[Link<'a>] {
        &self.all
    }

    /// A deed by its number.
    pub(super) fn get(&self, index: usize) -> &Link<'a> {
        &self.all[index]
    }

    /// The place of an act.
    pub(super) fn place(&self, act: &str) -> Option<&'a str> {
        self.places.get(act).copied()
    }
}

/// Deeds while they are gathered.
struct Gathered<'a> {
    names: BTreeMap<&'a str, &'a ActRef>,
    /// The services of the encoded acts.
    services: BTreeMap<&'a str, BTreeSet<&'a str>>,
    found: BTreeMap<(&'a str, &'a str, EventKind), Link<'a>>,
}

impl<'a> Gathered<'a> {
    fn new(corpus: &'a Corpus) -> Self {
        let others = corpus.acts.iter().flat_map(|act| &act.others);
        let mut names: BTreeMap<&str, &ActRef> = others.map(|other| (other.act.id.as_str(), &other.act)).collect();
        names.extend(corpus.acts.iter().map(|act| (act.id.as_str(), &act.name)));
        let services = |act: &'a Act| act.regulations.iter().map(|regulation| regulation.service.as_str()).collect();
        let services = corpus.acts.iter().map(|act| (act.id.as_str(), services(act))).collect();
        Self { names, services, found: BTreeMap::new() }
    }

    fn of_act(&mut self, act: &'a Act) {
        for relation in &act.amends {
            self.relation((&act.id, &relation.act.id), EventKind::Amended, act, relation);
        }
        for relation in &act.repeals {
            self.relation((&act.id, &relation.act.id), EventKind::Repealed, act, relation);
        }
        if let Some(repeal) = &act.repealed {
            self.relation((&repeal.act.id, &act.id), EventKind::Repealed, act, repeal);
        }
        for other in &act.others {
            if let Some(by) = &other.repealed {
                let said = Saying { act: &act.id, regulation: None, at: None, of: Reach::Unknown };
                self.add((&by.id, &other.act.id), EventKind::Repealed, said);
            }
        }
        walk(&act.text, &mut |node| {
            let said = Saying { act: &act.id, regulation: None, at: Some(&node.id), of: Reach::Unknown };
            self.amended(act, &node.amended, &said);
        });
        for regulation in &act.regulations {
            self.of_regulation(act, regulation);
        }
    }

    fn of_regulation(&mut self, act: &'a Act, regulation: &'a Regulation) {
        let of = Reach::Services(BTreeSet::from([regulation.service.as_str()]));
        if let Some(restated) = &regulation.restates {
            let said = Saying { act: &act.id, regulation: None, at: Some(&restated.at), of: of.clone() };
            self.add((&act.id, &restated.act), EventKind::Amended, said);
        }
        let said = Saying { act: &act.id, regulation: Some(&regulation.name), at: None, of };
        self.amended(act, &regulation.amended, &said);
        walk(&regulation.text, &mut |node| {
            self.amended(act, &node.amended, &Saying { at: Some(&node.id), ..said.clone() });
        });
    }

    fn amended(&mut self, act: &'a Act, amended: &'a [Amendment], said: &Saying<'a>) {
        for amendment in amended {
            self.add((&amendment.act, &act.id), EventKind::Amended, said.clone());
        }
    }

    /// A relation that the encoding of `act` states: the ids are of the act that did it and of the one it was done to.
    fn relation(&mut self, ids: (&'a str, &'a str), kind: EventKind, act: &'a Act, relation: &'a Relation) {
        let listed: BTreeSet<&str> = relation.services.iter().map(String::as_str).collect();
        // An act that is repealed is repealed for all of its services.
        let whole = self.services.get(ids.1).filter(|_| kind == EventKind::Repealed && !relation.services_unknown);
        let of = match (listed.is_empty(), whole) {
            (false, _) => Reach::Services(listed),
            (true, Some(all)) => Reach::Services(all.clone()),
            (true, None) => Reach::Unknown,
        };
        let said = |at| Saying { act: &act.id, regulation: None, at, of: of.clone() };
        if relation.at.is_empty() {
            self.add(ids, kind, said(None));
        }
        for at in &relation.at {
            self.add(ids, kind, said(Some(at)));
        }
        let own = relation.effect.as_ref().filter(|_| ids.0 == act.id);
        if let (Some(effect), Some(link)) = (own, self.found.get_mut(&(ids.0, ids.1, kind))) {
            link.effect = Some(effect);
        }
    }

    fn add(&mut self, (by, to): (&'a str, &'a str), kind: EventKind, said: Saying<'a>) {
        let (Some(by), Some(to)) = (self.names.get(by), self.names.get(to)) else { return };
        if by.id == to.id {
            return;
        }
        let new = || Link { by, to, kind, said: Vec::new(), effect: None };
        let link = self.found.entry((&by.id, &to.id, kind)).or_insert_with(new);
        let same = |known: &Saying<'_>| (known.act, known.regulation, known.at) == (said.act, said.regulation, said.at);
        match link.said.iter_mut().find(|known| same(known)) {
            // The narrower of two statements at one place says more.
            Some(known) if known.of == Reach::Unknown => known.of = said.of,
            Some(_) => {}
            None => link.said.push(said),
        }
    }
}
