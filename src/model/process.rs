//! A telling of a sequence of procedures.

use super::{Reference, Slip};
use crate::diagnostic::Span;
use crate::lang::Text;
use crate::vocabulary::{Bound, Channel, Direction, LimitKind, Role, StepKind, Unit, Variant};

/// A telling.
#[derive(Debug, Clone)]
pub struct Process {
    /// Its name, unique in the regulation.
    pub name: String,
    /// The anchor of the element it stands in.
    pub at: String,
    /// What it tells.
    pub role: Role,
    /// What it holds for.
    pub scope: Scope,
    /// How it is printed.
    pub form: Form,
    /// The editor's title.
    pub title: Option<Text>,
    /// A condition for the whole telling, quoted from what stands above it.
    pub when: Option<Text>,
    /// The telling it repeats.
    pub retells: Option<Link>,
    /// The tellings that a list of results or terms speaks of.
    pub of: Vec<Link>,
    /// The telling from which it branches off.
    pub alternative_to: Option<Link>,
    /// The telling it goes on with.
    pub continues: Option<Link>,
    /// The lanes, where it is a table of variants.
    pub lanes: Vec<Lane>,
    /// The steps in printed order.
    pub steps: Vec<Step>,
    /// Where its name stands in the encoding.
    pub span: Span,
}

impl Process {
    /// Index of a step by its anchor.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.id == id)
    }
}

/// What a passage says of a step told elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Anchor of the passage.
    pub at: String,
    /// Name of the telling.
    pub process: String,
    /// Anchor of the step.
    pub step: String,
    /// Its outcome.
    pub outcome: Option<Text>,
    /// Anchor of the step that the outcome is the basis of.
    pub basis_for: Option<String>,
    /// Id of the participant it is handed to.
    pub handed_to: Option<String>,
    /// Anchor of the step it is handed over for.
    pub handed_for: Option<String>,
}

/// How a telling is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As a list.
    List,
    /// As a table of steps.
    Table,
    /// As a table of variants, with lanes.
    Variants,
}

/// What something holds for. An empty list = everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Where one applies.
    pub channels: Vec<Channel>,
    /// What is asked for: ids of the glossary.
    pub objects: Vec<String>,
    /// Who asks: ids of the glossary.
    pub applicants: Vec<String>,
    /// Which variant.
    pub variant: Option<Variant>,
}

/// A link from one telling to another.
#[derive(Debug, Clone)]
pub struct Link {
    /// Name of the other telling.
    pub process: String,
    /// Anchors of steps of this telling, each with those of the other one that it matches.
    pub pairs: Vec<(String, Vec<String>)>,
    /// Anchor of the step of the other telling after which this one happens, or after which it branches off.
    pub after: Option<String>,
    /// Who says that the tellings are linked.
    pub origin: Origin,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
}

/// A lane of a table of variants.
#[derive(Debug, Clone)]
pub struct Lane {
    /// Its number, from the left.
    pub number: u16,
    /// The words above the name (`Группа 1 СФЕ`).
    pub group: Option<Text>,
    /// Id of the participant who acts in it. Two lanes may bear one name.
    pub participant: String,
}

/// Where a step stands in a table of variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanePlace {
    /// The printed row, from 1.
    pub row: u16,
    /// The lane.
    pub lane: LaneOf,
}

/// The lane of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneOf {
    /// This one.
    Printed(u16),
    /// The text does not show it; this is the editor's inference.
    Likely(u16),
    /// The text does not show it; it is one of these.
    Lost(Vec<u16>),
}

/// A step.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its anchor.
    pub id: String,
    /// Anchor of the step it is a part of.
    pub parent: Option<String>,
    /// Its number as printed.
    pub number: Option<String>,
    /// The editor's name of it.
    pub key: Option<String>,
    /// In a table: the law's own slips in its cells. Elsewhere the node of its text has them.
    pub slips: Vec<Slip>,
    /// What the act calls it.
    pub label: Option<Text>,
    /// What it is.
    pub kind: StepKind,
    /// It is a wait too, whatever the act calls it.
    pub waits: bool,
    /// Who acts.
    pub doers: Doers,
    /// Ids of those who receive.
    pub to: Vec<String>,
    /// Ids of places and systems that only carry.
    pub at: Vec<String>,
    /// The text.
    pub text: Text,
    /// What it yields.
    pub outcome: Option<Text>,
    /// The condition under which it happens.
    pub guard: Option<Text>,
    /// Its time limits.
    pub limits: Vec<Limit>,
    /// The cell of its limit is lost: none, or one of the loose cells of its band.
    pub limit_lost: bool,
    /// Where it leads.
    pub next: Next,
    /// The next step as a table prints it.
    pub printed_next: Option<Text>,
    /// Index of the step that `printed_next` names; `None` where the telling has no such step.
    pub printed_target: Option<usize>,
    /// What it holds for, where not for all that the telling holds for.
    pub only: Option<Scope>,
    /// A choice told inside it.
    pub fork: Option<Fork>,
    /// A way into the process here.
    pub entry: Option<Text>,
    /// Index of the step after which it happens, where it is printed elsewhere.
    pub happens_after: Option<usize>,
    /// Its place in time is not told.
    pub order_unknown: bool,
    /// Index of the step of which it is another variant: the one or the other happens.
    pub variant_of: Option<usize>,
    /// The form that it uses.
    pub form: Option<Reference>,
    /// Its place in a table of variants.
    pub place: Option<LanePlace>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
    /// Where it stands in the encoding.
    pub span: Span,
    /// Where its arrows stand in the encoding.
    pub next_span: Option<Span>,
}

/// Who acts in a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doers {
    /// Ids of the participants; empty = the act names nobody.
    pub ids: Vec<String>,
    /// How they share the step.
    pub mode: Mode,
    /// The words of the act, where they are no name or alias.
    pub as_written: Option<Text>,
    /// What decides between them: `channel`, `object`, `applicant` or `outcome`.
    pub chosen_by: Option<String>,
    /// How sure they are.
    pub sure: Sure,
    /// Taken over from the step above it.
    pub inherited: bool,
}

/// How sure it is who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sure {
    /// The act says so.
    #[default]
    Said,
    /// The lane is not shown; the editor infers it.
    Likely,
    /// The lane is not shown: one of them, nobody knows which.
    Lost,
}

/// How several participants share a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// There is one, or none.
    #[default]
    All,
    /// One of them.
    OneOf,
    /// One after the other.
    Turn,
    /// All at once.
    Together,
}

impl Mode {
    /// The word of the data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::OneOf => "one-of",
            Self::Turn => "turn",
            Self::Together => "together",
        }
    }
}

/// A time limit.
#[derive(Debug, Clone)]
pub struct Limit {
    /// Its words.
    pub words: Text,
    /// What kind.
    pub kind: LimitKind,
    /// How long, where the words say so.
    pub measure: Option<Measure>,
    /// How it binds.
    pub bound: Option<Bound>,
    /// Anchor of the passage that says it: the step, a paragraph under it, or one that speaks of it elsewhere.
    pub at: String,
    /// Which occurrence of the words in that passage, from 1.
    pub occurrence: u16,
    /// Whom it binds.
    pub binds: Binds,
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
    /// The objects it holds for, ids of the glossary; empty = all.
    pub objects: Vec<String>,
    /// The case it holds for.
    pub case: Option<Text>,
    /// The part of the step it holds for.
    pub part: Option<Text>,
    /// Id of the recipient of the result that it holds for; `None` = all.
    pub to: Option<String>,
    /// The event from which it runs.
    pub from: Option<Text>,
    /// Whether it runs from the event or up to it.
    pub direction: Direction,
    /// What it holds for is the editor's reading.
    pub inferred: bool,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
    /// Taken over from the step above.
    pub inherited: bool,
}

/// Whom a limit binds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Binds {
    /// Who acts in the step: it says how long the step takes.
    #[default]
    Doer,
    /// Somebody else, by id: it says nothing about how long the step takes.
    Other(String),
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measure {
    /// The number.
    pub value: u32,
    /// The unit.
    pub unit: Unit,
}

/// Where a step leads, as encoded. What follows by default is for `flow` to say.
#[derive(Debug, Clone)]
pub enum Next {
    /// By default to the step below.
    Below,
    /// The act does not say and the editor does not guess.
    Unknown,
    /// To all of them.
    All(Vec<Arrow>),
    /// To one of them.
    Choice(Vec<Arrow>),
}

/// An arrow as encoded.
#[derive(Debug, Clone)]
pub struct Arrow {
    /// Where to.
    pub to: Target,
    /// On which condition.
    pub label: Option<Text>,
    /// What it holds for, where the channel, the object or the applicant decides.
    pub only: Option<Scope>,
    /// Who says so.
    pub origin: Origin,
    /// How the process ends there.
    pub outcome: Option<Text>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
}

/// Where an arrow leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// To the step of this index.
    Step(usize),
    /// To the step below.
    Below,
    /// To the end.
    End,
    /// To the end with a refusal.
    Refused,
    /// The act does not say.
    Unknown,
}

/// Who says that an arrow is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Origin {
    /// The editor's reading.
    #[default]
    Inferred,
    /// The act, in this place.
    Stated(String),
}

/// A choice told inside a step.
#[derive(Debug, Clone)]
pub struct Fork {
    /// What decides: `channel`, `object`, `applicant` or `outcome`.
    pub by: String,
    /// The ways.
    pub of: Vec<Text>,
}
