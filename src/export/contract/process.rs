//! The tellings of a regulation and their steps.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;
use crate::vocabulary::{Bound, Channel, Direction, LimitKind, Role, StepKind, Unit, Variant};

/// What a telling holds for.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Scope {
    /// Channels; empty = all.
    pub channel: Vec<Channel>,
    /// Objects; empty = all.
    pub object: Vec<String>,
    /// Applicants; empty = all.
    pub applicant: Vec<String>,
    /// The variant.
    pub variant: Option<Variant>,
}

/// A telling.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Process {
    /// Its name.
    pub id: String,
    /// The element it stands in.
    pub at: String,
    /// What it tells.
    pub role: Role,
    /// What it holds for.
    pub r#for: Scope,
    /// `list`, `table` or `variants`.
    pub form: ProcessForm,
    /// The telling it repeats.
    pub retells: Option<Link>,
    /// The tellings whose results or terms it lists.
    pub of: Vec<Link>,
    /// The telling from which it branches off.
    pub alternative_to: Option<Link>,
    /// The telling it goes on with.
    pub continues: Option<Link>,
    /// The editor's title.
    pub title: Option<Text>,
    /// A condition for the whole telling.
    pub when: Option<Text>,
    /// The lanes of a table of variants, from the left.
    pub lanes: Vec<Lane>,
    /// The steps in printed order.
    pub steps: Vec<Step>,
}

/// A lane of a table of variants.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Lane {
    /// Its number.
    pub lane: u16,
    /// The words above the name.
    pub group: Option<Text>,
    /// Id of the participant who acts in it.
    pub participant: String,
}

/// How a telling is printed.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProcessForm {
    /// As a list.
    List,
    /// As a table of steps.
    Table,
    /// As a table of variants.
    Variants,
}

/// A link to another telling.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Link {
    /// Its name.
    pub process: String,
    /// Which steps match which.
    pub pairs: Vec<Pair>,
    /// The step after which this telling happens, or branches off.
    pub after: Option<String>,
    /// Where the act states the link; `null` = the editor's reading.
    pub stated: Option<String>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
}

/// A step and the steps of the other telling that it matches.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Pair {
    /// The step of this telling.
    pub step: String,
    /// Those of the other.
    pub with: Vec<String>,
}

/// A step.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Step {
    /// Its anchor.
    pub id: String,
    /// Anchor of the step it is a part of.
    pub parent: Option<String>,
    /// Its number as printed.
    pub n: Option<String>,
    /// What the act calls it.
    pub label: Option<Text>,
    /// What it is.
    pub kind: StepKind,
    /// Who acts.
    pub participants: Doers,
    /// Ids of those who receive; `null` = nobody.
    pub to: Option<Vec<String>>,
    /// Ids of places and systems that only carry; `null` = none.
    pub at: Option<Vec<String>>,
    /// The text.
    pub text: Text,
    /// What it yields.
    pub outcome: Option<Text>,
    /// The condition under which it happens.
    pub guard: Option<Text>,
    /// What it holds for, where not for all.
    pub only: Option<Scope>,
    /// Its time limits.
    pub limits: Vec<Limit>,
    /// Where it leads.
    pub next: Vec<Arrow>,
    /// The next step as a table prints it.
    pub printed_next: Option<Text>,
    /// It is a wait too, whatever the act calls it.
    pub waits: bool,
    /// Another way in.
    pub entry: Option<Text>,
    /// The step after which it happens, where that is not the one above; `unknown` = the act does not tell.
    pub happens_after: Option<String>,
    /// The step of which it is another variant.
    pub variant_of: Option<String>,
    /// A choice told inside it.
    pub fork: Option<Fork>,
    /// Its place in a table of variants.
    pub place: Option<LanePlace>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
}

/// A choice told inside a step, not drawn as branches.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Fork {
    /// What decides: `outcome`, `channel`, `object` or `applicant`.
    pub by: String,
    /// The ways, in the words of the act.
    pub of: Vec<Text>,
}

/// Where a step stands in a table of variants.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LanePlace {
    /// The printed row, from 1.
    pub row: u16,
    /// The lanes: one, or all that are possible where the text does not show it.
    pub lanes: Vec<u16>,
    /// How sure it is.
    pub sure: Sure,
}

/// How sure something is that a table shows by its place alone.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sure {
    /// The act says so.
    Said,
    /// The text does not show it; the editor infers it.
    Likely,
    /// The text does not show it.
    Lost,
}

/// Who acts in a step.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Doers {
    /// Ids; empty = the act names nobody.
    pub ids: Vec<String>,
    /// `all`, `one-of`, `turn` or `together`.
    pub mode: String,
    /// The words of the act, where they are no name or alias.
    pub as_written: Option<Text>,
    /// What decides between them: `channel`, `object`, `applicant` or `outcome`.
    pub chosen_by: Option<String>,
    /// How sure they are.
    pub sure: Sure,
    /// Taken over from the step above.
    pub inherited: bool,
}

/// A time limit.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Limit {
    /// Its words.
    pub text: Text,
    /// What kind.
    pub kind: LimitKind,
    /// The number.
    pub value: Option<u32>,
    /// The unit.
    pub unit: Option<Unit>,
    /// How it binds.
    pub bound: Option<Bound>,
    /// The passage that says it: the step, a paragraph under it, or one that speaks of it elsewhere.
    pub at: String,
    /// Id of the participant it binds, where that is not who acts in the step.
    pub binds: Option<String>,
    /// The channels it holds for; `null` = all.
    pub channel: Option<Vec<Channel>>,
    /// The objects it holds for; `null` = all.
    pub object: Option<Vec<String>>,
    /// Id of the recipient of the result that it holds for; `null` = all.
    pub to: Option<String>,
    /// The case it holds for.
    pub case: Option<Text>,
    /// The part of the step it holds for.
    pub part: Option<Text>,
    /// The event from which it runs.
    pub from: Option<Text>,
    /// Whether it runs from the event or up to it.
    pub direction: Direction,
    /// What it holds for is the editor's reading.
    pub inferred: bool,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
    /// It is taken over from the step above.
    pub inherited: bool,
}

/// An arrow.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Arrow {
    /// Anchor of the step, `end`, `end-refused`, or `unknown` where the act does not say.
    pub to: String,
    /// On which condition.
    pub when: Option<Text>,
    /// Where the act states it; `null` = inferred.
    pub stated: Option<String>,
    /// What it holds for, where not for all.
    pub only: Option<Scope>,
    /// How the process ends there.
    pub outcome: Option<Text>,
    /// Anchor of the conditional step that it leads round.
    pub round: Option<String>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
}
