//! What all acts share, and everything together.

use std::collections::BTreeMap;

use super::{Act, Dated};
use crate::lang::Text;
use crate::vocabulary::{GlossaryKind, PlaceKind, ServiceRelationKind};

/// Everything that is encoded.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// Places, by id.
    pub places: BTreeMap<String, Place>,
    /// Topics, in the order of the home page.
    pub topics: Vec<Topic>,
    /// Services, by id.
    pub services: BTreeMap<String, Service>,
    /// The glossary, in its own order.
    pub terms: Vec<Term>,
    /// Acts, by id.
    pub acts: Vec<Act>,
}

/// A place: the country, a region, a district, a city, a village.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: PlaceKind,
    /// Its name.
    pub name: Text,
    /// Other words for it, in whichever language.
    pub aliases: Vec<String>,
    /// Id of the place it is a part of.
    pub part_of: Option<String>,
    /// Its bodies.
    pub bodies: Vec<Body>,
}

/// A body of a place.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its id, unique in its place.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its name in the genitive, for citations.
    pub genitive: Option<Text>,
}

/// A topic of services.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A service.
#[derive(Debug, Clone)]
pub struct Service {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Id of its topic.
    pub topic: String,
    /// What governs it today.
    pub today: Today,
    /// How it came from other services.
    pub relations: Vec<ServiceRelation>,
}

/// What governs a service today.
#[derive(Debug, Clone)]
pub enum Today {
    /// Nobody has said.
    Unknown,
    /// Somebody has looked.
    Known {
        /// The answer.
        text: Text,
        /// Where it is said.
        source: String,
        /// When somebody looked.
        seen: Dated,
    },
}

/// How a service came from others.
#[derive(Debug, Clone)]
pub struct ServiceRelation {
    /// What happened.
    pub kind: ServiceRelationKind,
    /// Ids of the others.
    pub with: Vec<String>,
    /// Why the editor thinks so.
    pub reason: Text,
}

/// A term of the glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// What it names.
    pub kind: GlossaryKind,
    /// The term.
    pub name: Text,
    /// Other words for it in Russian.
    pub aliases_ru: Vec<String>,
    /// Other words for it in Kazakh.
    pub aliases_kk: Vec<String>,
    /// What it means.
    pub meaning: Option<Text>,
    /// Ids of the acts that use it.
    pub seen: Vec<String>,
}
