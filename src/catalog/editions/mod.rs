//! Editions: the wording of a regulation as each act made it.
//!
//! A regulation is encoded as it stood last; its elements say what was done to them, by which act, and what stood there
//! before. From that the former wordings follow:
//!
//! 1. [`makers`]: the regulation's own act (`original`), then each amending act, in order of signing.
//! 2. From the newest edition back, what an act did is undone ([`undo`]): what it added is taken out, the former words
//!    are put back, and where nobody knows them the element stays without any. Never do today's words stand for former
//!    ones.
//! 3. What hangs on the words that went (steps, limits, participants, the passport) goes with them ([`cut`]).
//!
//! An edition holds a whole [`Regulation`], so that pages, data and comparisons take it like any other. The price: what
//! an editor has said about words that were put back (who acts, what follows) is said of the words of today, and is kept
//! with that remark ([`Lacks::Reading`]).

mod cut;
mod tellings;
mod undo;

use std::collections::BTreeMap;

use super::Catalog;
use crate::model::{Act, ActRef, Amendment, Before, Dated, Regulation, walk};
use crate::vocabulary::Found;

/// The name of the edition that the regulation's own act made.
pub const ORIGINAL: &str = "original";

/// Who made an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Maker {
    /// The name of the edition: `original`, or the number of the amending act as its id has it (`4-886`).
    pub name: String,
    /// The amending act; `None` = the regulation's own.
    pub act: Option<ActRef>,
}

/// The wording of a regulation as an act made it.
#[derive(Debug, Clone)]
pub struct Edition<'a> {
    /// Who made it.
    pub maker: Maker,
    /// How it read.
    pub wording: Wording<'a>,
    /// What the act did to the edition before; empty in the first edition.
    pub changes: Vec<Change<'a>>,
}

/// How an edition read.
#[derive(Debug, Clone)]
pub enum Wording<'a> {
    /// As the regulation is encoded: the newest edition.
    Encoded(&'a Regulation),
    /// So, as far as it is known.
    Former(Box<Regulation>, Exactness),
    /// Nobody knows its text.
    Unknown {
        /// Whether there was such an edition at all.
        existed: Found,
    },
}

/// Whether every word of an edition is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exactness {
    /// Every one.
    Exact,
    /// There is something not known of these places, in printed order.
    Lacking(Vec<Lack>),
}

/// A place of an edition of which something is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// Its anchor.
    pub at: String,
    /// What is not known.
    pub what: Lacks,
}

/// What is not known of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacks {
    /// Its words, and what stood under it.
    Text,
    /// Whether it was there at all.
    Existence,
    /// The words are known; what the editor says of the step in them, he says of its words today.
    Reading,
}

/// What an act did to a place.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The anchor of the place; `None` = the whole regulation.
    pub at: Option<&'a str>,
    /// What it did.
    pub amendment: &'a Amendment,
}

impl Edition<'_> {
    /// The regulation as it stood; `None` where nobody knows its text.
    pub fn regulation(&self) -> Option<&Regulation> {
        match &self.wording {
            Wording::Encoded(regulation) => Some(regulation),
            Wording::Former(regulation, _) => Some(regulation),
            Wording::Unknown { .. } => None,
        }
    }

    /// The places of which something is not known, in printed order.
    pub fn lacks(&self) -> &[Lack] {
        match &self.wording {
            Wording::Former(_, Exactness::Lacking(lacks)) => lacks,
            Wording::Encoded(_) | Wording::Former(_, Exactness::Exact) | Wording::Unknown { .. } => &[],
        }
    }

    /// Whether every word is known.
    pub fn is_exact(&self) -> bool {
        self.regulation().is_some() && self.lacks().iter().all(|lack| lack.what == Lacks::Reading)
    }
}

/// Who made the editions of a regulation, the oldest first: one maker where nothing was amended. Acts without a date
/// come last, in the order in which the text names them. A regulation that an act added has no edition before that act.
pub fn makers<'a>(catalog: &Catalog<'a>, act: &'a Act, regulation: &'a Regulation) -> Vec<Maker> {
    let mut acts: Vec<ActRef> = Vec::new();
    for change in changes(regulation) {
        let id = &change.amendment.act;
        if acts.iter().all(|known| known.id != *id) {
            acts.push(catalog.named(act, id).cloned().unwrap_or_else(|| unnamed(id)));
        }
    }
    acts.sort_by_key(|act| (act.signed.day().is_none(), act.signed.day()));
    let names = names(&acts);
    let original = Maker { name: ORIGINAL.to_owned(), act: None };
    let amending = acts.into_iter().zip(names).map(|(act, name)| Maker { name, act: Some(act) });
    let mut makers: Vec<Maker> = std::iter::once(original).chain(amending).collect();
    // What an act has added was not there before it.
    let begins = |maker: &Maker| {
        let by = maker.act.as_ref().map(|act| act.id.as_str());
        regulation.amended.iter().any(|amendment| Some(amendment.act.as_str()) == by && is_absent(&amendment.before))
    };
    let first = makers.iter().rposition(begins).unwrap_or(0);
    makers.split_off(first)
}

/// The editions of a regulation, the oldest first. The last one is the regulation itself; it is the only one where
/// nothing was amended.
pub fn editions<'a>(catalog: &Catalog<'a>, act: &'a Act, regulation: &'a Regulation) -> Vec<Edition<'a>> {
    let all = changes(regulation);
    let mut wording = Wording::Encoded(regulation);
    let mut lacks = BTreeMap::new();
    let mut editions = Vec::new();
    for maker in makers(catalog, act, regulation).into_iter().rev() {
        let by = maker.act.as_ref().map(|act| act.id.clone());
        let former = by.as_ref().map(|by| before(&wording, by, &mut lacks));
        let changes = all.iter().filter(|change| Some(&change.amendment.act) == by.as_ref()).copied().collect();
        let own = std::mem::replace(&mut wording, former.unwrap_or(Wording::Unknown { existed: Found::No }));
        editions.push(Edition { maker, wording: own, changes });
    }
    editions.reverse();
    if let Some(first) = editions.first_mut().filter(|first| first.maker.act.is_none()) {
        first.changes.clear();
    }
    editions
}

/// Whether any act has amended a regulation.
pub fn is_amended(regulation: &Regulation) -> bool {
    !changes(regulation).is_empty()
}

/// What acts did to a regulation, in printed order.
fn changes(regulation: &Regulation) -> Vec<Change<'_>> {
    let mut changes: Vec<Change<'_>> =
        regulation.amended.iter().map(|amendment| Change { at: None, amendment }).collect();
    walk(&regulation.text, &mut |node| {
        changes.extend(node.amended.iter().map(|amendment| Change { at: Some(&node.id), amendment }));
    });
    changes
}

/// The wording before an act.
fn before<'a>(wording: &Wording<'a>, by: &str, lacks: &mut BTreeMap<String, Lacks>) -> Wording<'a> {
    let regulation = match wording {
        Wording::Encoded(regulation) => regulation,
        Wording::Former(regulation, _) => regulation.as_ref(),
        Wording::Unknown { .. } => return wording.clone(),
    };
    // A former wording of the whole has no elements: of its text nothing can be said.
    if let Some(amendment) = regulation.amended.iter().rfind(|amendment| amendment.act == by) {
        let existed = match amendment.before {
            Before::Absent => Found::No,
            Before::Unknown { existed } => existed,
            Before::Text(_) => Found::Yes,
        };
        return Wording::Unknown { existed };
    }
    let mut former = regulation.clone();
    let undone = undo::undo(&mut former, by, lacks);
    cut::cut(&mut former, &undone, lacks);
    let mut found = Vec::new();
    walk(&former.text, &mut |node| {
        found.extend(lacks.get(&node.id).map(|what| Lack { at: node.id.clone(), what: *what }));
    });
    let exactness = if found.is_empty() { Exactness::Exact } else { Exactness::Lacking(found) };
    Wording::Former(Box::new(former), exactness)
}

/// Whether there was nothing before.
fn is_absent(before: &Before) -> bool {
    matches!(before, Before::Absent | Before::Unknown { existed: Found::No })
}

/// An act of which nothing but its id is known.
fn unnamed(id: &str) -> ActRef {
    let number = number_part(id).to_owned();
    ActRef { id: id.to_owned(), number, signed: Dated::Unknown, title: None, body: None, encoded: false }
}

/// The names of the editions that some acts made: the number of each as its id has it; with the year, or the whole id,
/// where two would have one name.
fn names(acts: &[ActRef]) -> Vec<String> {
    let forms: [fn(&str) -> String; 3] =
        [|id| number_part(id).to_owned(), |id| own_part(id).to_owned(), |id| id.replace('/', "-")];
    let mut names: Vec<String> = Vec::new();
    for act in acts {
        let others = || acts.iter().filter(|other| other.id != act.id);
        let is_free = |name: &String| {
            let is_taken = others().flat_map(|other| forms.map(|form| form(&other.id))).any(|other| other == *name);
            name != ORIGINAL && !is_taken && !names.contains(name)
        };
        let own = forms.iter().map(|form| form(&act.id));
        let counted = (2_u32..).map(|count| format!("{}-{count}", forms[2](&act.id)));
        names.extend(own.chain(counted).find(is_free));
    }
    names
}

/// The id of an act without its place: `2014-4-886`.
fn own_part(id: &str) -> &str {
    id.rsplit_once('/').map_or(id, |(_, own)| own)
}

/// The number of an act as its id has it: `4-886`.
fn number_part(id: &str) -> &str {
    let own = own_part(id);
    let is_year = |year: &str| !year.is_empty() && year.bytes().all(|byte| byte.is_ascii_digit());
    own.split_once('-').filter(|(year, number)| is_year(year) && !number.is_empty()).map_or(own, |(_, number)| number)
}
