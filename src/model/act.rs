//! An act and its relations to other acts.

use std::collections::BTreeMap;

use jiff::civil;

use super::{Node, Regulation, TableShape};
use crate::lang::{Lang, Text};

/// A date, or that nobody knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dated {
    /// The text does not date it.
    Unknown,
    /// On this day.
    On(civil::Date),
}

impl Dated {
    /// The day, if known.
    pub fn day(self) -> Option<civil::Date> {
        match self {
            Self::Unknown => None,
            Self::On(date) => Some(date),
        }
    }
}

/// An act as published.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its name among acts.
    pub name: ActRef,
    /// Id: `place/year-number`.
    pub id: String,
    /// Id of its place.
    pub place: String,
    /// The body that adopted it.
    pub adopted_by: Text,
    /// Language of the text.
    pub lang: Lang,
    /// Title.
    pub title: Text,
    /// Number.
    pub number: String,
    /// Date of signing.
    pub signed: Dated,
    /// State registration.
    pub registered: Option<Registration>,
    /// Official publication.
    pub published: Option<Publication>,
    /// When it came into force (вступает в силу).
    pub in_force: Option<Effect>,
    /// When it takes effect (вводится в действие).
    pub effect: Option<Effect>,
    /// Acts it changes.
    pub amends: Vec<Relation>,
    /// Acts it repeals.
    pub repeals: Vec<Relation>,
    /// The act that repealed it; `None` where none is known.
    pub repealed: Option<Relation>,
    /// Acts it speaks of that have no text here.
    pub others: Vec<OtherAct>,
    /// Where the text comes from.
    pub source: Provenance,
    /// How its tables are to be read, by their anchors.
    pub tables: BTreeMap<String, TableShape>,
    /// Its own text.
    pub text: Vec<Node>,
    /// Its regulations, in order.
    pub regulations: Vec<Regulation>,
    /// Digest of the encoding, in hexadecimal.
    pub digest: String,
}

/// State registration.
#[derive(Debug, Clone)]
pub struct Registration {
    /// Date.
    pub date: Dated,
    /// Number in the register.
    pub number: Option<String>,
    /// Who registered it, as printed.
    pub by: Option<Text>,
}

/// Official publication.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Date.
    pub date: Dated,
    /// Where, as printed.
    pub place: Option<Text>,
}

/// When something takes effect.
#[derive(Debug, Clone)]
pub struct Effect {
    /// The words of the act.
    pub words: Option<Text>,
    /// The first day.
    pub from: Dated,
}

/// How one act bears on another.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The other act.
    pub act: ActRef,
    /// Where the text says so.
    pub at: Vec<String>,
    /// The services it concerns; empty = all, or nobody has said.
    pub services: Vec<String>,
    /// Nobody has said which services it concerns.
    pub services_unknown: bool,
    /// When it takes effect.
    pub effect: Option<Effect>,
}

/// An act by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRef {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Date of signing.
    pub signed: Dated,
    /// Title, where known.
    pub title: Option<Text>,
    /// The body that adopted it, in the genitive, where known.
    pub body: Option<Text>,
    /// Whether its text is here.
    pub encoded: bool,
}

/// An act without a text here.
#[derive(Debug, Clone)]
pub struct OtherAct {
    /// Its name.
    pub act: ActRef,
    /// Id of its place.
    pub place: String,
    /// State registration.
    pub registered: Option<Registration>,
    /// Official publication.
    pub published: Option<Publication>,
    /// When it takes effect.
    pub effect: Option<Effect>,
    /// The act that repealed it.
    pub repealed: Option<ActRef>,
}

/// Where a text comes from.
#[derive(Debug, Clone)]
pub struct Provenance {
    /// Who published it; `None` = unknown.
    pub publisher: Option<String>,
    /// Address of the publication; `None` = unknown.
    pub address: Option<String>,
    /// Form in which it was taken.
    pub form: Option<String>,
    /// Digest of the text: `sha256:` and 64 hexadecimal digits.
    pub digest: String,
}
