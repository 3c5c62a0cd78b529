//! What changed: everything that is known to have happened to acts, whether their texts are here or not.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalog, Event, EventKind};
use crate::model::{Act, ActRef, Amendment, Corpus, walk};

/// What one act did to another: what, to which, by which.
type Deed<'a> = (EventKind, &'a str, &'a str);

impl<'a> Catalog<'a> {
    /// What is known to have happened to acts, newest first; what nobody dates comes last.
    ///
    /// An act without a text here is known by what it did or what was done to it. In the second case its adoption is told
    /// too; in the first, what it did tells it.
    pub fn changes(&self) -> Vec<Event<'a>> {
        let corpus = self.corpus;
        let others = corpus.acts.iter().flat_map(|act| &act.others);
        let mut names: BTreeMap<&str, &ActRef> = others.map(|other| (other.act.id.as_str(), &other.act)).collect();
        names.extend(corpus.acts.iter().map(|act| (act.id.as_str(), &act.name)));
        let deeds = deeds(corpus);
        let encoded = corpus.acts.iter().map(|act| act.id.as_str());
        let adopted: BTreeSet<&str> = deeds.iter().map(|(_, to, _)| *to).chain(encoded).collect();
        let adoptions = adopted.iter().filter_map(|id| names.get(id)).map(|act| Event {
            on: act.signed,
            kind: EventKind::Adopted,
            act,
            by: None,
        });
        let done = deeds.iter().filter_map(|(kind, to, by)| {
            let (act, by) = (names.get(to)?, names.get(by)?);
            Some(Event { on: by.signed, kind: *kind, act, by: Some((*by).clone()) })
        });
        let mut events: Vec<Event<'a>> = adoptions.chain(done).collect();
        events.sort_by(|a, b| b.on.cmp(&a.on).then_with(|| (b.kind, &a.act.id).cmp(&(a.kind, &b.act.id))));
        events
    }
}

/// What acts did to each other, each deed once, however many places say it.
fn deeds(corpus: &Corpus) -> BTreeSet<Deed<'_>> {
    let mut deeds: BTreeSet<Deed<'_>> = BTreeSet::new();
    for act in &corpus.acts {
        let own = act.id.as_str();
        deeds.extend(act.amends.iter().map(|relation| (EventKind::Amended, relation.act.id.as_str(), own)));
        deeds.extend(act.repeals.iter().map(|relation| (EventKind::Repealed, relation.act.id.as_str(), own)));
        deeds.extend(act.repealed.iter().map(|repeal| (EventKind::Repealed, own, repeal.act.id.as_str())));
        for other in &act.others {
            deeds.extend(other.repealed.iter().map(|by| (EventKind::Repealed, other.act.id.as_str(), by.id.as_str())));
        }
        amendments(act, &mut |amendment| {
            deeds.insert((EventKind::Amended, own, amendment.act.as_str()));
        });
    }
    deeds
}

/// Visits every amendment that the text of an act and of its regulations tells of.
fn amendments<'a>(act: &'a Act, visit: &mut dyn FnMut(&'a Amendment)) {
    let texts = std::iter::once(&act.text).chain(act.regulations.iter().map(|regulation| &regulation.text));
    for text in texts {
        walk(text, &mut |node| node.amended.iter().for_each(&mut *visit));
    }
    act.regulations.iter().flat_map(|regulation| &regulation.amended).for_each(visit);
}
