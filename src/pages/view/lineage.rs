//! The line of acts on the pages of services, acts and regulations. Component `lineage`.

use serde::Serialize;

use super::{ActRef, ChangeKind, Date, Effect, Link, MaybeLink, Words};
use crate::diagram::Timeline;

/// A line of acts.
#[derive(Debug, Clone, Serialize)]
pub struct Lineage {
    /// The same as a picture, drawn by `timeline(of=…)`; absent where there is one station, or none has a date.
    pub picture: Option<Timeline>,
    /// The acts that are dated, oldest first.
    pub stations: Vec<Station>,
    /// The acts of which nobody knows the day.
    pub undated: Vec<Station>,
    /// How many acts there are.
    pub acts: u32,
    /// How many gaps.
    pub gaps: u32,
}

/// The line that a regulation stands in.
#[derive(Debug, Clone, Serialize)]
pub struct RegulationLine {
    /// How many acts there are.
    pub acts: u32,
    /// How many gaps.
    pub gaps: u32,
    /// The line on the page of the service.
    pub href: String,
    /// The line; absent where the page is so long that it has no room for it.
    pub here: Option<Lineage>,
}

/// The line of a service at a place.
#[derive(Debug, Clone, Serialize)]
pub struct LineageAt {
    /// Id of the place; makes the anchor `timeline-ID`.
    pub id: String,
    /// The place, linked.
    pub place: Link,
    /// The line.
    pub line: Lineage,
}

/// An act in a line.
#[derive(Debug, Clone, Serialize)]
pub struct Station {
    /// No text says how the acts before led to this one.
    pub after_gap: bool,
    /// Date of signing; absent = unknown.
    pub date: Option<Date>,
    /// The act.
    pub act: ActRef,
    /// It is the act of the page.
    pub here: bool,
    /// Its text is here.
    pub has_text: bool,
    /// Its regulations in the line. None on the page of an act.
    pub regulations: Vec<StationRegulation>,
    /// How it bears on the service.
    pub kin: StationKin,
    /// With [`StationKin::Before`] and [`StationKin::After`], the services that it bears on.
    pub services: Vec<Link>,
    /// What it did to other acts of the line, by what it did.
    pub deeds: Vec<Deeds>,
}

/// A regulation of an act in a line.
#[derive(Debug, Clone, Serialize)]
pub struct StationRegulation {
    /// Its title.
    pub title: Words,
    /// Its page; absent on that page.
    pub href: Option<String>,
}

/// How an act bears on the service of a line. An editor has said which services came from which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StationKin {
    /// On the service itself.
    Own,
    /// On one that it came from.
    Before,
    /// On one that it became.
    After,
    /// Nobody has said whether.
    Unknown,
}

/// What an act did to others in one way.
#[derive(Debug, Clone, Serialize)]
pub struct Deeds {
    /// What: [`ChangeKind::Amended`] or [`ChangeKind::Repealed`].
    pub kind: ChangeKind,
    /// To whom, in order of time.
    pub to: Vec<Deed>,
}

/// What an act did to another.
#[derive(Debug, Clone, Serialize)]
pub struct Deed {
    /// The other act: «№ 2/236 от 11 апреля 2014 года»; linked where its text is here.
    pub act: MaybeLink,
    /// Where texts say so.
    pub said: Vec<Said>,
    /// When it takes effect, in the words of the act that did it.
    pub effect: Option<Effect>,
}

/// The places of one document that say something.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    /// What the document is called; absent where it is the page, where only the act that did it says
    /// so, or where the places name it.
    pub document: Option<String>,
    /// The places.
    pub at: Vec<Link>,
}
