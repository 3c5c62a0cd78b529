//! The editions of a regulation: the choice of one, and the page of each.

use serde::Serialize;

use super::{ActRef, Before, Effect, Legend, Link, Node, Page, Status, TranslationNotice, Words};
use crate::vocabulary::Operation;

/// `LANG/acts/ACT/REG/editions/NAME/index.html`. Template `edition.html`.
#[derive(Debug, Clone, Serialize)]
pub struct EditionPage {
    /// What every page carries.
    pub page: Page,
    /// Title of the regulation.
    pub title: Words,
    /// Which edition it is, as a part of a sentence: «первоначальная редакция».
    pub name: String,
    /// How the regulation stands.
    pub status: Status,
    /// What is to be said of the language of the text.
    pub translation: Option<TranslationNotice>,
    /// The editions to choose from.
    pub editions: Vec<EditionLink>,
    /// The act that made this one: the regulation's own, or an amending act.
    pub made_by: ActRef,
    /// When that act takes effect; absent = nothing is said of it.
    pub effect: Option<Effect>,
    /// What is known of its text.
    pub known: EditionKnown,
    /// The places whose former words nobody knows. Present with [`EditionKnown::Lacking`].
    pub lacks: Vec<LackRow>,
    /// What its act changed in the edition before; empty in the first edition.
    pub changes: Vec<ChangeRow>,
    /// It is the one whose full text and steps stand on the page of the regulation.
    pub newest: bool,
    /// The page of the regulation: `../../index.html`.
    pub regulation_href: String,
    /// The citation of the whole edition to copy.
    pub cite: String,
    /// Which signs its text uses.
    pub legend: Legend,
    /// Its text; of the newest edition the elements that its act changed. Empty where nobody knows it.
    pub text: Vec<Node>,
}

/// An edition to choose.
#[derive(Debug, Clone, Serialize)]
pub struct EditionLink {
    /// Its name: «Первоначальная», «№ 4/886 от 28 октября 2014 года».
    pub text: String,
    /// Its page; absent = it is the one that this page shows.
    pub href: Option<String>,
    /// On the page of the regulation, with the edition that it shows: the account of what changed.
    pub account: Option<String>,
    /// Nobody knows its text.
    pub unknown: bool,
}

/// What is known of the text of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionKnown {
    /// All of it.
    Exact,
    /// All but some places.
    Lacking,
    /// Nothing.
    Unknown,
    /// Not even whether there was such an edition.
    Perhaps,
}

/// A place of an edition whose words nobody knows.
#[derive(Debug, Clone, Serialize)]
pub struct LackRow {
    /// The place, on this page.
    pub at: Link,
    /// Nobody knows whether it was there at all.
    pub perhaps_absent: bool,
}

/// What an act did in the same way to some places.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeRow {
    /// What it did.
    pub op: Operation,
    /// The places; empty = the whole regulation.
    pub at: Vec<Link>,
    /// What stood there before.
    pub before: Before,
    /// Where both wordings are known: the words with what went and what came.
    pub words: Option<Words>,
}

/// What is to be said of an element of a former edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionMark {
    /// Nobody knows its former words.
    Unknown,
    /// Nobody knows whether it was there.
    PerhapsAbsent,
    /// These are its former words.
    Former,
}
