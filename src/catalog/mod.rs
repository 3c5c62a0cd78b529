//! Everything together: which service is governed where by what, what holds and what was repealed, what changed when.
//!
//! From the [`Corpus`] to answers about it; it owns no text and knows no page.

mod changes;
mod comparisons;
pub mod editions;
mod lineage;
mod links;
pub mod versions;

use std::collections::BTreeMap;

use crate::model::{Act, ActRef, Corpus, Dated, Effect, Place, Regulation};
use links::Links;

pub use lineage::{Between, Deed, Kin, Lineage, Neighbours, Station};
pub use links::Saying;

pub use comparisons::{Compared, Comparison, ComparisonKind};

/// The corpus, and what follows from it.
#[derive(Debug)]
pub struct Catalog<'a> {
    /// The corpus.
    pub corpus: &'a Corpus,
    /// Which regulations govern a service, newest first.
    by_service: BTreeMap<&'a str, Vec<(&'a Act, &'a Regulation)>>,
    /// Which acts belong to a place, newest first.
    by_place: BTreeMap<&'a str, Vec<&'a Act>>,
    /// The acts, by id.
    by_id: BTreeMap<&'a str, &'a Act>,
    /// What acts did to each other.
    links: Links<'a>,
    /// Which services came from a service.
    became: BTreeMap<&'a str, Vec<&'a str>>,
}

/// How an act stands.
#[derive(Debug, Clone)]
pub enum Standing<'a> {
    /// It is repealed.
    Repealed {
        /// By this act.
        by: &'a ActRef,
        /// When that takes effect.
        effect: Option<&'a Effect>,
    },
    /// Nobody has said that it is repealed.
    Unknown,
}

/// What happened to an act.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// The day on which the act that did it was signed.
    pub on: Dated,
    /// What happened.
    pub kind: EventKind,
    /// The act it happened to.
    pub act: &'a ActRef,
    /// The act that did it; `None` for an adoption.
    pub by: Option<ActRef>,
}

/// What can happen to an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// It was adopted.
    Adopted,
    /// It was amended.
    Amended,
    /// It was repealed.
    Repealed,
}

impl<'a> Catalog<'a> {
    /// The catalog of a corpus.
    pub fn new(corpus: &'a Corpus) -> Self {
        let mut by_service: BTreeMap<&str, Vec<(&Act, &Regulation)>> = BTreeMap::new();
        let mut by_place: BTreeMap<&str, Vec<&Act>> = BTreeMap::new();
        let mut acts: Vec<&Act> = corpus.acts.iter().collect();
        acts.sort_by(|a, b| b.signed.cmp(&a.signed).then_with(|| a.id.cmp(&b.id)));
        for act in acts {
            by_place.entry(&act.place).or_default().push(act);
            for regulation in &act.regulations {
                by_service.entry(&regulation.service).or_default().push((act, regulation));
            }
        }
        let by_id = corpus.acts.iter().map(|act| (act.id.as_str(), act)).collect();
        Self { corpus, by_service, by_place, by_id, links: Links::new(corpus), became: lineage::became(corpus) }
    }

    /// The regulations of a service, newest first.
    pub fn of_service(&self, service: &str) -> &[(&'a Act, &'a Regulation)] {
        self.by_service.get(service).map(Vec::as_slice).unwrap_or_default()
    }

    /// The acts of a place, newest first.
    pub fn of_place(&self, place: &str) -> &[&'a Act] {
        self.by_place.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    /// A place, and those that it is a part of, from the narrowest. A circle ends where it begins again.
    pub fn places_around(&self, place: &str) -> Vec<&'a Place> {
        let mut around: Vec<&Place> = Vec::new();
        let mut next = self.corpus.places.get(place);
        while let Some(place) = next.filter(|place| around.iter().all(|known| known.id != place.id)) {
            around.push(place);
            next = place.part_of.as_ref().and_then(|whole| self.corpus.places.get(whole));
        }
        around
    }

    /// An encoded act.
    pub fn act(&self, id: &str) -> Option<&'a Act> {
        self.by_id.get(id).copied()
    }

    /// A regulation by its id, with its act.
    pub fn regulation(&self, id: &str) -> Option<(&'a Act, &'a Regulation)> {
        let (act, name) = id.rsplit_once('/')?;
        let act = self.act(act)?;
        act.regulations.iter().find(|regulation| regulation.name == name).map(|regulation| (act, regulation))
    }

    /// The name of an act that the text of another one speaks of.
    pub fn named<'b>(&'b self, by: &'b Act, id: &str) -> Option<&'b ActRef> {
        let other = by.others.iter().map(|other| &other.act).find(|other| other.id == id);
        other.or_else(|| self.act(id).map(|act| &act.name))
    }

    /// How an act stands.
    pub fn standing(&self, act: &'a Act) -> Standing<'a> {
        act.repealed
            .as_ref()
            .map_or(Standing::Unknown, |repeal| Standing::Repealed { by: &repeal.act, effect: repeal.effect.as_ref() })
    }

    /// The services that came from a service, as an editor has said, by their ids.
    pub fn became(&self, service: &str) -> &[&'a str] {
        self.became.get(service).map(Vec::as_slice).unwrap_or_default()
    }
}
