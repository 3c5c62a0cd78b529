//! The tellings of a regulation as tables of steps.

use serde::Serialize;

use super::{Amendment, CellDoubt, ChannelSum, Link, Words};
use crate::diagram::{Notation, Sketch, Undrawn};
use crate::vocabulary::{Channel, Role, StepKind};

/// The steps for one channel or set of channels.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelBlock {
    /// Anchor of the block, unique on the page and the same in both languages: `channel-provider`,
    /// `channel-provider-centre`, `channel-any`, `channel-provider~2`.
    pub id: String,
    /// The channels, which make the heading; empty = the act tells no channels apart.
    pub channels: Vec<Channel>,
    /// Objects, applicants or variants that the block holds for, as shown after the channel.
    pub scope: Vec<String>,
    /// The sums of the limits on its way to the result.
    pub sums: Vec<ChannelSum>,
    /// The sequences, in the order of the act; what repeats or continues one stands under it, not here.
    pub tellings: Vec<Telling>,
}

/// One telling of a sequence of procedures, of their contents, results or terms.
#[derive(Debug, Clone, Serialize)]
pub struct Telling {
    /// Name of the telling in the encoding; makes the anchor `t-NAME`.
    pub id: String,
    /// What it tells.
    pub role: Role,
    /// Where it stands: «п. 8» → `#p8`.
    pub at: Link,
    /// The words of the act that announce it (the text of the point, or the caption of the table).
    pub heading: Option<Words>,
    /// The editor's title; marked as added.
    pub title: Option<String>,
    /// Objects, applicants or variants it holds for, where not all of the block.
    pub scope: Vec<String>,
    /// The condition for the whole telling.
    pub when: Option<Words>,
    /// How it hangs on the telling under which it stands or beside which it stands.
    pub relation: Option<TellingRelation>,
    /// With [`RelationKind::Retells`]: how many of its steps differ from those it repeats.
    pub differing: Option<u32>,
    /// Which columns its table has: a column that no step fills is not shown.
    pub columns: StepColumns,
    /// Its diagram, and one with the tellings that branch off from it.
    pub diagrams: Vec<Diagram>,
    /// Of a sequence without a diagram: what stands in its place.
    pub sentence: Option<Sentence>,
    /// The diagram of another telling, where it says just the same.
    pub shared_diagram: Option<Link>,
    /// Its steps in the order of the act, substeps after their step.
    pub steps: Vec<StepRow>,
    /// The tellings that go on with this one; shown under the table with a sentence.
    pub continued: Vec<Telling>,
    /// The tellings that repeat this one or list its results and terms; folded under it.
    pub folded: Vec<Telling>,
}

/// A diagram.
#[derive(Debug, Clone, Serialize)]
pub struct Diagram {
    /// The words of its legend.
    pub notation: Notation,
    /// The address of its file.
    pub file: String,
    /// Whether the page only links it.
    pub is_linked: bool,
    /// The picture, which the page draws: `diagram(of=…)`.
    pub sketch: Sketch,
}

/// What stands in the place of a diagram.
#[derive(Debug, Clone, Serialize)]
pub struct Sentence {
    /// Why there is no diagram.
    pub why: Undrawn,
    /// With [`Undrawn::Short`]: the steps.
    pub steps: Vec<SentenceStep>,
}

/// A step in a sentence.
#[derive(Debug, Clone, Serialize)]
pub struct SentenceStep {
    /// Its row: «шаг 1» → `#s-p8.1`.
    pub at: Link,
    /// Who acts.
    pub by: Vec<Words>,
}

/// A diagram as a file of its own.
#[derive(Debug, Clone, Serialize)]
pub struct DiagramFile {
    /// The picture.
    pub sketch: Sketch,
}

/// How a telling hangs on another.
#[derive(Debug, Clone, Serialize)]
pub struct TellingRelation {
    /// How.
    pub kind: RelationKind,
    /// The other telling: «п. 9» → `#t-centre`.
    pub other: Link,
    /// The step after which it happens or branches off: «шаг 7» → `#s-p9.7`.
    pub after: Option<Link>,
    /// Where the act says so; absent = the editor's reading.
    pub stated: Option<Link>,
    /// A doubt of the editor.
    pub doubt: Option<Words>,
}

/// How a telling hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// It repeats it.
    Retells,
    /// It lists its results or terms.
    Of,
    /// It goes on with it.
    Continues,
    /// It branches off from it.
    AlternativeTo,
}

/// Which columns a table of steps has, besides the number and the action.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct StepColumns {
    /// A step has a number or a label.
    pub number: bool,
    /// A step names who acts, or could (off in lists of results and terms).
    pub by: bool,
    /// A step has a limit.
    pub limit: bool,
    /// Most steps have an outcome. Where it is off, the outcome of a step stands under its action.
    pub outcome: bool,
    /// Where steps lead is shown (on in sequences only).
    pub next: bool,
    /// How many columns the table has in all: the number, the action and those above that are on (`number` is not
    /// counted again).
    pub count: u8,
}

/// A step.
#[derive(Debug, Clone, Serialize)]
pub struct StepRow {
    /// Id of the element, `p8.1`: makes the anchor `s-p8.1` of the row and the link `#p8.1` to the text.
    pub id: String,
    /// Where it stands, as shown: «подп. 1) п. 8», «8-тармақтың 1) тармақшасы»; the address is `#p8.1`. The text should
    /// not end in a bracket: the pages put places in brackets.
    pub at: Link,
    /// How deep it stands: 0 a step, 1 a substep, …
    pub depth: u8,
    /// Number as printed: `1)`.
    pub number: Option<String>,
    /// What the act calls it: `процесс 1`.
    pub label: Option<Words>,
    /// What it is.
    pub kind: StepKind,
    /// Who acts; empty = the act names nobody, and the page says so.
    pub by: Vec<Doer>,
    /// How several participants act.
    pub by_mode: ByMode,
    /// What is not known about who acts, where a table shows it by its place alone.
    pub by_doubt: Option<CellDoubt>,
    /// What decides between them, as shown.
    pub chosen_by: Option<String>,
    /// The places or systems that carry.
    pub on: Vec<Doer>,
    /// Who receives.
    pub to: Vec<Doer>,
    /// The condition under which it happens, in the words of the act.
    pub when: Option<Words>,
    /// The whole text of the step. In a retelling with its differences from the step it repeats.
    pub text: Words,
    /// Unnumbered paragraphs under the step, in order.
    pub paragraphs: Vec<Words>,
    /// Its time limits.
    pub limits: Vec<LimitRow>,
    /// What it yields, in the words of the act.
    pub outcome: Option<Words>,
    /// Where a list of results says what it yields; absent where the step itself does.
    pub outcome_at: Option<Link>,
    /// Where it leads, one entry for each way.
    pub next: Vec<Arrow>,
    /// The next step as the table prints it, where the arrow says something else.
    pub printed_next: Option<Words>,
    /// What the step holds for, where not for all that the telling holds for; as shown.
    pub scope: Vec<String>,
    /// The ways of a choice told inside the step (`fork`) are of the channel, not of the outcome.
    pub fork_by_channel: bool,
    /// The ways of a choice told inside the step (`fork`), in the words of the act.
    pub fork: Vec<Words>,
    /// These ways are outcomes: one of them may be a refusal.
    pub outcomes_inside: bool,
    /// In a retelling: the step it repeats: «шаг 1» → `#s-p8.1`.
    pub matches: Option<Link>,
    /// Amendments of the step.
    pub amendments: Vec<Amendment>,
    /// Doubts of the editor, in the page's language where they are translated; marked as added.
    pub doubts: Vec<Words>,
}

/// A participant in a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Doer {
    /// Name of the participant.
    pub name: Words,
    /// His row in the list of participants: `#participant-specialist`.
    pub href: Option<String>,
    /// The words of the act for him here, where they are no name or alias (`who`).
    pub as_written: Option<Words>,
}

/// How several participants of one step act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByMode {
    /// There is one, or none.
    One,
    /// One of them.
    OneOf,
    /// One after the other.
    Turn,
    /// All at once.
    Together,
}

/// A time limit of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LimitRow {
    /// The words of the law; absent where the act does not say or the cell is lost, and the page says so.
    pub words: Option<Words>,
    /// The event from which it runs, in the words of the act.
    pub from: Option<Words>,
    /// What it holds for, where not for all (channel, case, part, recipient), each as shown.
    pub scope: Vec<Words>,
    /// It stands at the step above and holds for this one too.
    pub inherited: bool,
    /// What it holds for is the editor's reading; marked as added.
    pub inferred: bool,
    /// A doubt of the editor; marked as added.
    pub doubt: Option<Words>,
}

/// A way out of a step.
#[derive(Debug, Clone, Serialize)]
pub struct Arrow {
    /// The way round a condition that does not hold.
    pub otherwise: bool,
    /// Label of the choice: «да», «нет», or words of the act.
    pub label: Option<Words>,
    /// The condition in full, where given beside or instead of a label.
    pub when: Option<Words>,
    /// Where it leads.
    pub to: ArrowTo,
    /// With [`ArrowTo::Step`]: the number of the step without its bracket («2»), or what names it; `#s-p8.2`. With
    /// [`ArrowTo::Onward`]: the other telling.
    pub step: Option<Link>,
    /// With an end: how it ends, in the words of the act.
    pub outcome: Option<Words>,
    /// The place where the act states the arrow; absent = inferred.
    pub stated: Option<Link>,
    /// A doubt of the editor; marked as added.
    pub doubt: Option<Words>,
}

/// Where a way leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArrowTo {
    /// To a step.
    Step,
    /// To the end, with the result.
    EndResult,
    /// To the end, with a refusal.
    EndRefused,
    /// To the end of the telling, without more being said.
    End,
    /// To another telling, which goes on with this one.
    Onward,
    /// The act does not say.
    Unknown,
}
