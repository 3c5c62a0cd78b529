//! A passage: a point, an item, a paragraph, a note, and, where a telling says so, a step.
//!
//! The text is written once; everything else annotates it. `limit`, `when`, `label`, `from`, `outcome` are quotations
//! of the text, or of a paragraph under it. In a table they are cells of their own.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Element, Entries, Many, Printed, Scope, Spanned, Words};
use crate::vocabulary::{Bound, Channel, Direction, Found, LimitKind, Operation, StepKind, TermKind, Unit};

/// A piece of text that may carry a number, and may be a step.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Passage {
    /// Printed number of a point; null where it is lost.
    pub point: Option<Printed>,
    /// Printed number of an item, with its bracket.
    pub n: Option<Printed>,
    /// With a lost number: the printed number of the element before; absent = that of the one above.
    pub after: Option<Words>,
    /// The editor's name of an unnumbered step, for arrows.
    pub key: Option<Words>,
    /// What the act calls the step (`процесс 7`, `1 іс-әрекет`): a quotation.
    pub label: Option<Words>,
    /// The text, word for word.
    pub text: Option<Words>,
    /// The text of a note.
    pub note: Option<Words>,
    /// The text of an aside.
    pub aside: Option<Words>,
    /// The text of a signature.
    pub signature: Option<Words>,
    /// The text of a heading.
    pub heading: Option<Words>,
    /// The text of a stamp.
    pub stamp: Option<Words>,
    /// What a step is; absent = `action`.
    pub kind: Option<Spanned<StepKind>>,
    /// The step is a wait too, whatever the act calls it.
    #[serde(default)]
    pub waits: bool,
    /// Who acts.
    pub by: Option<Who>,
    /// The acting participant as printed, where the words are no name or alias of it.
    pub who: Option<Words>,
    /// Who receives.
    pub to: Option<Many<Words>>,
    /// A place or system that only carries.
    pub at: Option<Many<Words>>,
    /// The condition under which the step happens: a quotation.
    pub when: Option<Words>,
    /// Time limits.
    pub limit: Option<Many<Limit>>,
    /// What the step yields: a quotation, or a cell.
    pub outcome: Option<Words>,
    /// Where the step leads, where not to the step below.
    pub next: Option<Next>,
    /// The next step as a table prints it.
    #[schemars(with = "Option<Printed>")]
    pub printed_next: Option<Words>,
    /// What the step holds for, where not for all that the telling holds for.
    pub only: Option<Only>,
    /// A choice told inside the step and not drawn.
    pub fork: Option<Fork>,
    /// The way into the process here, other than from the step above: a quotation.
    pub entry: Option<Words>,
    /// The step after which this one happens, where it is printed elsewhere; `unknown` where the act does not say.
    #[schemars(with = "Option<Printed>")]
    pub happens_after: Option<Words>,
    /// The step of which this one is another variant.
    #[schemars(with = "Option<Printed>")]
    pub variant_of: Option<Words>,
    /// The form that the step uses.
    pub form: Option<Reference>,
    /// The telling to which a passage outside of it belongs as a step.
    pub step_of: Option<Words>,
    /// What the passage says of a step told elsewhere.
    pub about: Option<Many<About>>,
    /// An overall, queue or service term stands here.
    pub term: Option<Many<Term>>,
    /// Participants that the item lists, where more than one or not by name.
    pub lists: Option<Many<Words>>,
    /// Abbreviations that the text defines: the abbreviation and what it stands for.
    #[serde(default)]
    pub defines: Entries<Words>,
    /// References that are wrong or unusual.
    pub refers: Option<Many<Reference>>,
    /// The law's own mistakes: the words as printed and what the editor thinks was meant.
    #[serde(default)]
    pub sic: Entries<Words>,
    /// A doubt of the editor about his reading.
    pub doubt: Option<Words>,
    /// Amendments.
    pub amended: Option<Many<Amended>>,
    /// In a table of lanes: the printed row.
    pub row: Option<Spanned<u16>>,
    /// In a table of lanes: the lane.
    pub lane: Option<Lane>,
    /// Why the text is not shown.
    pub redacted: Option<Words>,
    /// What stands under it.
    #[serde(default)]
    pub body: Vec<Element>,
    /// Its sub-steps: they take over `by` and `limit` where they have none of their own.
    #[serde(default)]
    pub steps: Vec<Element>,
}

impl Passage {
    /// The text, under whichever key it stands.
    pub fn words(&self) -> Option<&Words> {
        let texts = [&self.text, &self.note, &self.aside, &self.signature, &self.heading, &self.stamp];
        texts.into_iter().find_map(Option::as_ref)
    }
}

/// Who acts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Who", untagged)]
pub enum Who {
    /// One participant.
    Scalar(Words),
    /// Several.
    Map(Several),
}

/// Several participants of one step. Exactly one of the first three is given.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Several {
    /// One of them.
    pub one_of: Option<Vec<Words>>,
    /// One after the other.
    pub turn: Option<Vec<Words>>,
    /// All at once.
    pub together: Option<Vec<Words>>,
    /// What decides between them: `channel`, `object`, `applicant` or `outcome`.
    #[serde(rename = "chosen_by")]
    pub chosen_by: Option<Words>,
}

/// A time limit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Limit", untagged)]
pub enum Limit {
    /// Its words; `unknown` where a cell is lost.
    Scalar(Words),
    /// Its words and what the words alone do not say.
    Map(Box<LimitSpec>),
}

/// A time limit and what it holds for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitSpec {
    /// The words: a quotation.
    pub words: Words,
    /// What kind of limit; absent = parsed from the words.
    pub kind: Option<Spanned<LimitKind>>,
    /// The number, where the words leave it open.
    pub value: Option<Spanned<u32>>,
    /// The unit, where the words leave it open.
    pub unit: Option<Spanned<Unit>>,
    /// The bound, where the words leave it open.
    pub bound: Option<Spanned<Bound>>,
    /// The event from which it runs: a quotation.
    pub from: Option<Words>,
    /// Whether it runs from the event or up to it.
    pub direction: Option<Spanned<Direction>>,
    /// The channel it holds for.
    pub channel: Option<Many<Spanned<Channel>>>,
    /// The object it holds for.
    pub object: Option<Many<Words>>,
    /// The case it holds for: the words of the act.
    pub case: Option<Words>,
    /// The part of the step it holds for: the words of the act.
    pub part: Option<Words>,
    /// The recipient of the result that it holds for.
    pub to: Option<Words>,
    /// Whom it binds, where not the acting participant; or, outside of a step, the step it bounds.
    pub of: Option<Words>,
    /// Which occurrence of the words in the text, from 1.
    pub occurrence: Option<Spanned<u16>>,
    /// Several terms in one cell.
    #[serde(default)]
    pub terms: Vec<LimitSpec>,
    /// What it holds for is the editor's reading.
    #[serde(default)]
    pub inferred: bool,
    /// A doubt of the editor.
    pub doubt: Option<Words>,
}

/// Where a step leads.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Next", untagged)]
pub enum Next {
    /// To one step, by number or key; `below`, `end`, `end-refused`, or `unknown`.
    Scalar(#[schemars(with = "Printed")] Words),
    /// To all of them.
    List(Vec<Target>),
    /// To one, in full.
    To(Arrow),
    /// To one of them, as the channel, the object or the applicant decides.
    By(NextBy),
    /// To one of them, by label.
    Map(Entries<Target>),
}

/// Ways of which not a condition decides but what the telling holds for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextBy {
    /// What decides: `channel`, `object` or `applicant`.
    pub by: Words,
    /// The ways, by channel, object or applicant.
    pub ways: Entries<Target>,
}

/// One arrow.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Target", untagged)]
pub enum Target {
    /// Where to.
    Scalar(#[schemars(with = "Printed")] Words),
    /// Where to, and what is known of the arrow.
    Map(Arrow),
}

/// An arrow in full.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Arrow {
    /// Where to.
    #[schemars(with = "Printed")]
    pub to: Words,
    /// On which condition.
    pub when: Option<Words>,
    /// The place where the act states the arrow; absent = inferred.
    pub stated: Option<Words>,
    /// With `end`: how it ends, a quotation of the stating place, or of the step.
    pub outcome: Option<Words>,
    /// A doubt of the editor.
    pub doubt: Option<Words>,
}

/// What a step holds for: channels, or more.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Only", untagged)]
pub enum Only {
    /// One channel.
    Scalar(Spanned<Channel>),
    /// Channels.
    List(Vec<Spanned<Channel>>),
    /// Anything that tells one telling from another.
    Map(Scope),
}

/// A choice told inside a step.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fork {
    /// What decides: `outcome`, `channel`, `object` or `applicant`.
    pub by: Words,
    /// The ways: quotations.
    pub of: Vec<Words>,
}

/// What a passage says of a step told elsewhere.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The step: `process/number`, by number, key or label.
    pub step: Words,
    /// Its outcome: a quotation.
    pub outcome: Option<Words>,
    /// The step it is the basis of; without `process/`, of the same telling.
    pub basis_for: Option<Words>,
    /// The participant it is handed to.
    pub handed_to: Option<Words>,
    /// The step it is handed over for; without `process/`, of the same telling.
    pub handed_for: Option<Words>,
}

/// A term of the whole service.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Which term.
    pub kind: Spanned<TermKind>,
    /// Its words: a quotation; absent = the whole text.
    pub words: Option<Words>,
    /// The tellings it holds for.
    pub of: Option<Many<Words>>,
    /// The channel it holds for.
    pub channel: Option<Many<Spanned<Channel>>>,
    /// The case it holds for: the words of the act.
    pub case: Option<Words>,
    /// The number, where the words leave it open.
    pub value: Option<Spanned<u32>>,
    /// The unit, where the words leave it open.
    pub unit: Option<Spanned<Unit>>,
    /// How it binds, where the words leave it open.
    pub bound: Option<Spanned<Bound>>,
    /// The event from which it runs: a quotation.
    pub from: Option<Words>,
    /// What is not counted into it: a quotation.
    pub except: Option<Words>,
    /// A doubt of the editor.
    pub doubt: Option<Words>,
}

/// A reference to an annex or another place, and what is unusual about it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The annex as printed; empty where it has no number.
    pub annex: Option<Printed>,
    /// The point as printed.
    pub point: Option<Printed>,
    /// The act, where another.
    pub act: Option<Words>,
    /// The place that was meant, in the editor's reading: its anchor.
    pub meant: Option<Words>,
    /// Whether it exists; absent = it does.
    pub found: Option<Spanned<Found>>,
}

/// An amendment of the element that carries it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amended {
    /// What was done.
    pub op: Spanned<Operation>,
    /// Id of the amending act.
    pub act: Words,
    /// The former text; `absent` or `unknown`.
    pub before: Option<Words>,
    /// Whether the element existed before.
    pub existed: Option<Spanned<Found>>,
    /// The note of the publisher, as printed.
    pub note: Option<Words>,
}

/// The lane of a step in a table of variants.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Lane", untagged)]
pub enum Lane {
    /// Its number.
    Scalar(Spanned<u16>),
    /// Not known for sure.
    Map(DoubtfulLane),
}

/// A lane that the text does not show.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DoubtfulLane {
    /// Lost: one of these.
    pub lost: Option<Vec<Spanned<u16>>>,
    /// The editor's inference.
    pub likely: Option<Spanned<u16>>,
}
