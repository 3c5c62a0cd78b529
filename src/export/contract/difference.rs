//! What became of one regulation in another: what `qadam diff --format json` writes.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;
use crate::vocabulary::{Bound, Channel, TermKind, Unit};

/// What became of one regulation in another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Difference {
    /// Version of the contract.
    pub schema: u32,
    /// Id of the older regulation.
    pub old: String,
    /// Id of the newer one.
    pub new: String,
    /// The language in which words are compared; `null` = the texts have none in common.
    pub language: Option<String>,
    /// What the regulations say as a whole: every field, in the order of the passport.
    pub regulation: Vec<FieldDifference>,
    /// The tellings: those of the newer side in its order, those that are gone where they stood.
    pub processes: Vec<ProcessDifference>,
    /// The whole text, in the order of the newer side; what is gone stands behind what stood before it.
    pub text: Vec<TextDifference>,
}

/// What became of a field.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FieldDifference {
    /// Which field.
    pub field: Field,
    /// Whether it means something else now; `null` = nobody can say, for the texts have no language in common.
    pub changed: Option<bool>,
    /// What the older side says; empty where it is silent.
    pub old: Vec<Statement>,
    /// What the newer side says.
    pub new: Vec<Statement>,
}

/// What is compared of a regulation as a whole.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Who provides the service.
    Provider,
    /// Whom it is for.
    Recipients,
    /// Where to apply.
    Channels,
    /// The terms of the whole service.
    OverallLimits,
    /// Which papers are needed.
    Documents,
    /// In which form.
    Form,
    /// What one gets.
    Result,
    /// On which grounds it is refused.
    Refusals,
    /// What it costs.
    Fee,
    /// When the doors are open.
    Schedule,
    /// Where to complain.
    Complaints,
    /// The standard that governs it.
    Standard,
    /// The annexes.
    Annexes,
    /// The abbreviations and terms it defines.
    Definitions,
}

/// One thing that a regulation says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Statement {
    /// Where the words stand.
    pub at: String,
    /// The words.
    pub text: Text,
    /// The act itself does not say: the words send the reader to another act.
    pub refers: bool,
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
    /// The case it holds for; `null` = any.
    pub case: Option<Text>,
    /// The tellings it holds for, by id; empty = all.
    pub of: Vec<String>,
    /// Which term; `null` = it is none.
    pub kind: Option<TermKind>,
    /// How long, where it is a term.
    pub value: Option<u32>,
    /// In which unit.
    pub unit: Option<Unit>,
    /// How it binds.
    pub bound: Option<Bound>,
}

/// What became of a telling.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ProcessDifference {
    /// Name of the older one; `null` = it is new.
    pub old: Option<String>,
    /// Name of the newer one; `null` = it is gone.
    pub new: Option<String>,
    /// The element that the older one stands in.
    pub old_at: Option<String>,
    /// The element that the newer one stands in.
    pub new_at: Option<String>,
    /// Its steps: those of the newer side in their order, those that are gone where they stood.
    pub steps: Vec<StepDifference>,
}

/// What became of a step, or of several.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StepDifference {
    /// What became of it.
    pub change: Change,
    /// Anchors of the steps of the older side.
    pub old: Vec<String>,
    /// Anchors of the steps of the newer side.
    pub new: Vec<String>,
    /// What else differs.
    pub also: Vec<Aspect>,
    /// Why, if an editor says that they belong together or that there is no like.
    pub fixed: Option<Text>,
    /// Its words; the texts of several steps stand one a line.
    pub words: Vec<Piece>,
}

/// What became of something.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The same words, whatever their number and their limit.
    Same,
    /// The same, told otherwise.
    Reworded,
    /// Nearly the same words in another place.
    Moved,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// It was not there.
    Added,
    /// It is no longer there.
    Removed,
}

/// What else differs between steps that are paired.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// Somebody in another role acts.
    Participant,
    /// The time limit is another one, is new or is gone.
    Limit,
    /// It yields something else.
    Outcome,
    /// Another step follows.
    Arrow,
}

/// A piece of a text: its sign and its words. Joined, the pieces of `=` and `-` give the old text, those of `=` and `+` the
/// new one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Piece(pub Sign, pub String);

/// On which side a piece of a text stands.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub enum Sign {
    /// On both.
    #[serde(rename = "=")]
    Kept,
    /// On the old one alone.
    #[serde(rename = "-")]
    Gone,
    /// On the new one alone.
    #[serde(rename = "+")]
    New,
}

/// What became of a part of the text: a title, a text, a row of a table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TextDifference {
    /// What became of it. Of steps that came together or parted, one has its like here; the others stand alone, as `merged` or
    /// `split`.
    pub change: Change,
    /// Where it stands on the older side; `null` = nowhere.
    pub old: Option<TextPlace>,
    /// Where it stands on the newer side.
    pub new: Option<TextPlace>,
    /// Its words; empty where both sides have the same, to the letter.
    pub words: Vec<Piece>,
}

/// Where a part of a text stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TextPlace {
    /// Its place among the parts of its side in printed order, from 0.
    pub index: usize,
    /// Anchor of the element that it is a part of.
    pub id: String,
    /// Number of that element as printed.
    pub n: Option<String>,
    /// Which part of it.
    pub part: TextPart,
    /// Of a row of a table: which one, from 1.
    pub row: Option<usize>,
}

/// A part of an element.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TextPart {
    /// Its title.
    Title,
    /// Its text.
    Text,
    /// The heads of its columns.
    Columns,
    /// One of its rows: the cells stand between bars.
    Row,
}
