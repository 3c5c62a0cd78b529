//! Two versions side by side.

use serde::Serialize;

use super::{ActRef, Doer, LimitRow, Link, MatrixLine, Page, State, Words};
use crate::diagram::{Notation, Sketch};
use crate::vocabulary::{Channel, Role, TermKind};

/// `LANG/compare/A--B/index.html`. Template `comparison.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonPage {
    /// What every page carries.
    pub page: Page,
    /// Why the two are compared: `neighbours` or `places`.
    pub kind: String,
    /// The service, linked.
    pub service: Link,
    /// Where they are of two services: how one is told to have come from the other.
    pub services: Option<String>,
    /// The version that was signed earlier.
    pub older: Version,
    /// The other one.
    pub newer: Version,
    /// With `neighbours`: `known`, where the newer act made every change; `unknown`, where a text between them is missing.
    pub between: Option<String>,
    /// How words are compared: `original`, in the language of both acts; `translation`, in which one of them can be read only
    /// as translated; `none`, for they have no language in common.
    pub by: String,
    /// The language in which words are compared, where it is not that of the page.
    pub lang: Option<String>,
    /// The names of the versions of which annexes are lost.
    pub lost: Vec<String>,
    /// How many steps each way has, where it is for whatever is asked for.
    pub brief: Vec<StepsInBrief>,
    /// The answer: what everybody asks for.
    pub answer: Vec<AnswerRow>,
    /// What takes many words: recipients, papers, grounds of refusal.
    pub longer: Vec<AnswerRow>,
    /// The steps of all tellings, by what became of them.
    pub steps: Counts,
    /// The tellings.
    pub tellings: Vec<TellingPair>,
    /// The text.
    pub text: Vec<TextGroup>,
    /// How many units of the text became what; absent where the texts have no language in common.
    pub units: Option<Counts>,
}

/// One of two versions.
#[derive(Debug, Clone, Serialize)]
pub struct Version {
    /// Its place and year: «Алматы, 2014».
    pub name: String,
    /// Title of the regulation.
    pub title: Words,
    /// Its page.
    pub href: String,
    /// Its act.
    pub act: ActRef,
    /// How it stands.
    pub state: State,
    /// Language of the original: `ru` or `kk`.
    pub language: String,
    /// Where its text comes from, as far as it is known.
    pub source: super::Source,
}

/// How many steps a way has on both sides.
#[derive(Debug, Clone, Serialize)]
pub struct StepsInBrief {
    /// Which way; empty = all.
    pub channels: Vec<Channel>,
    /// Of the older side.
    pub old: u32,
    /// Of the newer side.
    pub new: u32,
}

/// What one side and the other say of something.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerRow {
    /// What: a field of the passport, `term`, or what the site counts: `sums`, `steps`.
    pub key: String,
    /// With a term: which.
    pub term: Option<TermKind>,
    /// `changed`, `only` where one side is silent, `same`, `unread` where nobody can compare the words, or `counted`.
    pub state: String,
    /// What the older side says; empty = nothing.
    pub old: Vec<Statement>,
    /// What the newer side says.
    pub new: Vec<Statement>,
    /// The terms of the older side, or what the site counts of it, way by way; then nothing else is said.
    pub old_lines: Vec<MatrixLine>,
    /// The same of the newer side.
    pub new_lines: Vec<MatrixLine>,
}

/// One thing that a version says.
#[derive(Debug, Clone, Serialize)]
pub struct Statement {
    /// The case it holds for.
    pub case: Option<Words>,
    /// The words, or a number.
    pub words: Words,
    /// They only send the reader to another act.
    pub refers: bool,
    /// Where it stands.
    pub at: Option<Link>,
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
}

/// How many became what.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Counts {
    /// Of the older side.
    pub old: u32,
    /// Of the newer side.
    pub new: u32,
    /// Each kind that there is, in the order of the data: `same`, `reworded`, …
    pub kinds: Vec<KindCount>,
}

/// How many are of a kind.
#[derive(Debug, Clone, Serialize)]
pub struct KindCount {
    /// The kind.
    pub change: String,
    /// How many.
    pub count: u32,
}

/// Two tellings of the same, or one without a like.
#[derive(Debug, Clone, Serialize)]
pub struct TellingPair {
    /// Anchor on the page.
    pub id: String,
    /// What they tell.
    pub role: Role,
    /// The channels of both; of either, where they share none.
    pub channels: Vec<Channel>,
    /// What is asked for and who asks, by name.
    pub scope: Vec<String>,
    /// It repeats another telling.
    pub repeats: bool,
    /// The steps that only the older one has.
    pub gone: Vec<Link>,
    /// The steps that only the newer one has.
    pub came: Vec<Link>,
    /// The older one.
    pub old: Option<Link>,
    /// The newer one.
    pub new: Option<Link>,
    /// Its steps, those that are the same in groups.
    pub groups: Vec<StepGroup>,
    /// Their number, by what became of them.
    pub counts: Counts,
    /// The diagrams find room beside each other on a desk.
    pub beside: bool,
    /// The diagrams: of the older one, of the newer one.
    pub diagrams: Vec<MarkedDiagram>,
}

/// A diagram with changes marked.
#[derive(Debug, Clone, Serialize)]
pub struct MarkedDiagram {
    /// Whether it is of the older side.
    pub old: bool,
    /// The notation.
    pub notation: Notation,
    /// What is drawn: `diagram(of=…)`.
    pub sketch: Sketch,
}

/// Steps that stand together: unchanged ones are folded.
#[derive(Debug, Clone, Serialize)]
pub struct StepGroup {
    /// They are the same on both sides.
    pub folded: bool,
    /// The steps.
    pub steps: Vec<StepPair>,
}

/// What became of a step or of several.
#[derive(Debug, Clone, Serialize)]
pub struct StepPair {
    /// The kind: `same`, `reworded`, …; `touched` where only the words are the same.
    pub change: String,
    /// What else differs: `participant`, `limit`, `outcome`, `arrow`; with `-new` or `-gone` where one side names none.
    pub also: Vec<String>,
    /// Why, if an editor says so.
    pub reason: Option<Words>,
    /// One of the sides has a limit: then both say theirs, or that there is none.
    pub timed: bool,
    /// The older ones.
    pub old: Vec<StepSide>,
    /// The newer ones.
    pub new: Vec<StepSide>,
    /// The words of the older ones, with what is gone.
    pub old_words: Option<Words>,
    /// The words of the newer ones, with what is new.
    pub new_words: Option<Words>,
}

/// A step of one side.
#[derive(Debug, Clone, Serialize)]
pub struct StepSide {
    /// Its place.
    pub at: Link,
    /// Its number as printed.
    pub number: Option<String>,
    /// Who acts.
    pub by: Vec<Doer>,
    /// Within which time.
    pub limits: Vec<LimitRow>,
    /// A step before it on the same side has the same doers: they are told once.
    pub repeats_by: bool,
    /// The same of its limits; or they are those of the step above.
    pub repeats_limits: bool,
}

/// Units of the text that stand together.
#[derive(Debug, Clone, Serialize)]
pub struct TextGroup {
    /// They are the same on both sides.
    pub folded: bool,
    /// How many there are.
    pub count: u32,
    /// The units; rows of tables are only counted.
    pub units: Vec<UnitPair>,
}

/// A unit of the text.
#[derive(Debug, Clone, Serialize)]
pub struct UnitPair {
    /// The kind.
    pub change: String,
    /// Where it stands in the older text.
    pub old: Option<Link>,
    /// Where it stands in the newer text.
    pub new: Option<Link>,
    /// Its words, with what is gone and what is new; `None` where only rows are counted.
    pub words: Option<Words>,
    /// How many rows of a table.
    pub rows: u32,
}
