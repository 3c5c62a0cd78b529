//! The reference book of a regulation.

use serde::Serialize;

use super::{ActRef, ArrowTo, DoubtRow, Link, Page, Status, Telling, TranslationNotice, Words};
use crate::diagram;
use crate::vocabulary::Channel;

/// `LANG/acts/ACT/REG/book/index.html`. Template `book.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BookPage {
    /// What every page carries.
    pub page: Page,
    /// Title of the regulation.
    pub title: Words,
    /// The act that holds it.
    pub act: ActRef,
    /// The service, linked.
    pub service: Link,
    /// The place, linked.
    pub place: Link,
    /// How it stands.
    pub status: Status,
    /// What is to be said of the language of the text.
    pub translation: Option<TranslationNotice>,
    /// The page of the regulation: `../index.html`.
    pub regulation_href: String,
    /// Its sequences, in the order of the regulation.
    pub sequences: Vec<Sequence>,
    /// The notations of its diagrams, each once.
    pub notations: Vec<diagram::Notation>,
    /// The signs of its diagrams beyond those of the official notation; the tails of Fluent `sign-…`.
    pub signs: Vec<&'static str>,
    /// The abbreviations that its texts use.
    pub abbreviations: Vec<Abbreviation>,
    /// What the editor has inferred, by sequence.
    pub inferred: Vec<Inferred>,
    /// The doubts of the editor.
    pub doubts: Vec<DoubtRow>,
}

/// A sequence of procedures.
#[derive(Debug, Clone, Serialize)]
pub struct Sequence {
    /// Its channels; empty = the act tells none apart.
    pub channels: Vec<Channel>,
    /// What else it holds for, as shown.
    pub scope: Vec<String>,
    /// Its diagrams.
    pub diagrams: Vec<BookDiagram>,
    /// Its table of steps.
    pub telling: Option<Telling>,
}

/// A diagram that is dealt out to sheets: `sheets(of=…, other=…)`.
#[derive(Debug, Clone, Serialize)]
pub struct BookDiagram {
    /// The picture.
    pub sketch: diagram::Sketch,
    /// Its words in the other language: both have the same sheets.
    pub other: diagram::Words,
}

/// An abbreviation.
#[derive(Debug, Clone, Serialize)]
pub struct Abbreviation {
    /// The abbreviation.
    pub short: Words,
    /// What it stands for.
    pub long: Words,
}

/// What the editor has inferred of a sequence.
#[derive(Debug, Clone, Serialize)]
pub struct Inferred {
    /// Where the sequence stands.
    pub at: Link,
    /// Arrows that the act does not state.
    pub arrows: Vec<InferredArrow>,
    /// Steps of which the act does not show who acts.
    pub doers: Vec<Link>,
    /// Steps with a limit of which the act does not say what it holds for.
    pub limits: Vec<Link>,
}

/// An inferred arrow.
#[derive(Debug, Clone, Serialize)]
pub struct InferredArrow {
    /// The step it leaves.
    pub from: Link,
    /// Where it leads.
    pub to: ArrowTo,
    /// With [`ArrowTo::Step`], the step.
    pub step: Option<Link>,
}
