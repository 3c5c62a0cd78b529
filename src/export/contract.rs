//! The data contract as structs. Field order is the order in the files. `null` means that the act does not say, or
//! that nobody knows.

use schemars::JsonSchema;
use serde::Serialize;

use crate::vocabulary::{
    Bound, Channel, Direction, HeadingState, LimitKind, LostKind, ParticipantKind, Role, StepKind, TermKind,
    TranslationStatus, Unit, Variant,
};

/// A text in both languages; `null` where it is not translated.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Text {
    /// In Russian.
    pub ru: Option<String>,
    /// In Kazakh.
    pub kk: Option<String>,
}

/// `data/index.json`: what the site holds.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Index {
    /// Version of the contract.
    pub schema: u32,
    /// The acts.
    pub acts: Vec<IndexAct>,
    /// The services.
    pub services: Vec<IndexService>,
    /// The places.
    pub places: Vec<IndexPlace>,
}

/// An act in the index.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IndexAct {
    /// Its id; the data is in `data/ID.json`.
    pub id: String,
    /// Id of its place.
    pub place: String,
    /// Its title.
    pub title: Text,
    /// How it stands.
    pub status: Status,
    /// Ids of its regulations; the data of each is in `data/ACT/ID.json`.
    pub regulations: Vec<String>,
}

/// A service in the index.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IndexService {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Id of its topic.
    pub topic: String,
    /// What holds today; `null` = nobody has said.
    pub today: Option<Today>,
    /// Ids of its regulations, newest first.
    pub regulations: Vec<String>,
}

/// What governs a service today.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Today {
    /// The answer.
    pub text: Text,
    /// Where it is said.
    pub source: String,
    /// When somebody looked.
    pub seen: Option<String>,
}

/// A place in the index.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IndexPlace {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Id of the place it is a part of.
    pub part_of: Option<String>,
}

/// How an act stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Status {
    /// `repealed`, or `unknown` where nobody has said that it is repealed.
    pub state: State,
    /// The act that repealed it.
    pub repealed_by: Option<ActName>,
    /// When the repeal takes effect.
    pub effect: Option<Effect>,
    /// What replaced it; `null` = nobody has said.
    pub replaced_by: Option<ActName>,
}

/// How an act stands, in a word.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is repealed.
    Repealed,
    /// Nobody has said that it is repealed.
    Unknown,
}

/// An act by name.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ActName {
    /// Its id.
    pub id: String,
    /// Date of signing.
    pub on: Option<String>,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: Option<Text>,
}

/// When something takes effect.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Effect {
    /// The words of the act.
    pub words: Option<Text>,
    /// The first day; `null` = nobody knows.
    pub from: Option<String>,
}

/// `data/ACT.json`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Act {
    /// Version of the contract.
    pub schema: u32,
    /// Its id.
    pub id: String,
    /// Id of its place.
    pub place: String,
    /// Language of the text.
    pub language: String,
    /// Its title.
    pub title: Text,
    /// How good the text in the other language is.
    pub translated: Translated,
    /// The body that adopted it.
    pub adopted_by: Text,
    /// Its number.
    pub number: String,
    /// Date of signing.
    pub signed: Option<String>,
    /// State registration.
    pub registered: Option<Registration>,
    /// Official publication.
    pub published: Option<Publication>,
    /// When it came into force.
    pub in_force: Option<Effect>,
    /// When it takes effect.
    pub effect: Option<Effect>,
    /// How it stands.
    pub status: Status,
    /// Acts it changes.
    pub amends: Vec<Relation>,
    /// Acts it repeals.
    pub repeals: Vec<Relation>,
    /// Acts without a text here that it names, as it describes them.
    pub others: Vec<OtherAct>,
    /// Where the text comes from.
    pub source: Source,
    /// Ids of its regulations.
    pub regulations: Vec<String>,
    /// Its own text.
    pub text: Vec<Node>,
    /// Defects of its own text.
    pub findings: Vec<Finding>,
}

/// How good a translation is; `null` = the text is not translated, or not whole.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Translated {
    /// Into Russian.
    pub ru: Option<TranslationStatus>,
    /// Into Kazakh.
    pub kk: Option<TranslationStatus>,
}

/// State registration.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Registration {
    /// When.
    pub on: Option<String>,
    /// Number in the register.
    pub number: Option<String>,
    /// Who registered it.
    pub by: Option<Text>,
}

/// Official publication.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Publication {
    /// When.
    pub on: Option<String>,
    /// Where.
    pub place: Option<Text>,
}

/// How one act bears on another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Relation {
    /// The other act.
    pub act: ActName,
    /// Where the text says so.
    pub at: Vec<String>,
    /// Ids of the services it concerns; empty = all, `null` = nobody has said.
    pub services: Option<Vec<String>>,
    /// When it takes effect, where the text says so.
    pub effect: Option<Effect>,
}

/// An act without a text here, as another act describes it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OtherAct {
    /// Its name.
    pub act: ActName,
    /// State registration.
    pub registered: Option<Registration>,
    /// Official publication.
    pub published: Option<Publication>,
    /// When it takes effect.
    pub effect: Option<Effect>,
}

/// Where a text comes from; `null` = unknown.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Source {
    /// Who published it.
    pub publisher: Option<String>,
    /// Where.
    pub address: Option<String>,
    /// In which form it was taken.
    pub form: Option<String>,
    /// Digest of the text.
    pub digest: String,
}

/// `data/ACT/REG.json`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Regulation {
    /// Version of the contract.
    pub schema: u32,
    /// Id of the act.
    pub act: String,
    /// Its id in the act.
    pub id: String,
    /// Its place in the act.
    pub ordinal: u16,
    /// Id of the service.
    pub service: String,
    /// Language of the text.
    pub language: String,
    /// Its title.
    pub title: Text,
    /// How good the text in the other language is.
    pub translated: Translated,
    /// How its act stands.
    pub status: Status,
    /// The regulation of an earlier act that it restates.
    pub restates: Option<Restates>,
    /// What is unusual about its stamp.
    pub stamp: Option<HeadingState>,
    /// Where the text says what everybody asks for.
    pub passport: Passport,
    /// Who acts.
    pub participants: Vec<Participant>,
    /// The tellings.
    pub processes: Vec<Process>,
    /// What passages say of steps told elsewhere.
    pub about: Vec<About>,
    /// The text: every word once, in printed order.
    pub text: Vec<Node>,
    /// Amendments, by what they changed.
    pub amendments: Vec<Amendment>,
    /// Defects of the text.
    pub findings: Vec<Finding>,
}

/// What a passage says of a step told elsewhere.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct About {
    /// The passage.
    pub at: String,
    /// The telling.
    pub process: String,
    /// The step.
    pub step: String,
    /// What it yields.
    pub outcome: Option<Text>,
    /// The step that this is the basis of.
    pub basis_for: Option<String>,
    /// Id of the participant it is handed to.
    pub handed_to: Option<String>,
    /// The step it is handed over for.
    pub handed_for: Option<String>,
}

/// The regulation of an earlier act that a regulation restates.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Restates {
    /// Id of the earlier act.
    pub act: String,
    /// The place in the act's own text that says so.
    pub at: String,
    /// What that place calls it, where the words differ from its title now.
    pub title: Option<Text>,
}

/// Where the text says what everybody asks for; `null` = it does not say.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the names say what DESIGN §7 says of them")]
pub struct Passport {
    pub provider: Option<Vec<Fact>>,
    pub recipients: Option<Vec<Fact>>,
    pub channels: Option<Vec<Fact>>,
    pub documents: Option<Vec<Fact>>,
    pub form: Option<Vec<Fact>>,
    pub result: Option<Vec<Fact>>,
    pub refusals: Option<Vec<Fact>>,
    pub limits: Option<Vec<Term>>,
    pub schedule: Option<Vec<Fact>>,
    pub fee: Option<Vec<Fact>>,
    pub complaints: Option<Vec<Fact>>,
    pub standard: Option<Vec<Fact>>,
}

/// A statement of the passport.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Fact {
    /// The words.
    pub text: Text,
    /// Where they stand.
    pub at: String,
    /// The act itself does not say: the words send the reader to another act.
    pub refers: bool,
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
}

/// A term of the whole service.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Term {
    /// The words.
    pub text: Text,
    /// Where they stand.
    pub at: String,
    /// Which term.
    pub kind: TermKind,
    /// How long.
    pub value: Option<u32>,
    /// In which unit.
    pub unit: Option<Unit>,
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
    /// How it binds.
    pub bound: Option<Bound>,
    /// The case it holds for.
    pub case: Option<Text>,
    /// The event from which it runs.
    pub from: Option<Text>,
    /// What is not counted into it.
    pub except: Option<Text>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
    /// The tellings it holds for; empty = all.
    pub of: Vec<String>,
}

/// Who acts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Participant {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: ParticipantKind,
    /// Its name.
    pub name: Text,
    /// The editor's short name.
    pub short: Option<Text>,
    /// The body of the place that it is, where it is known which one.
    pub body: Option<Text>,
    /// Where the act lists it first; `null` = nowhere.
    pub listed: Option<String>,
    /// Other words for it.
    pub aliases: Vec<Text>,
}

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
    /// Anchor of the step, `end` or `end-refused`.
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

/// An element of the text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Node {
    /// Its anchor.
    pub id: String,
    /// What it is: `heading section point item paragraph process table annex form note stamp signature lost`.
    pub kind: String,
    /// Its number as printed.
    pub n: Option<String>,
    /// Its title.
    pub title: Option<Text>,
    /// Its text.
    pub text: Option<Text>,
    /// What is lost of it.
    pub lost: Option<LostKind>,
    /// What is unusual about its heading.
    pub heading: Option<HeadingState>,
    /// The law's own slips in it.
    pub sic: Vec<Slip>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
    /// Why its text is not shown.
    pub redacted: Option<Text>,
    /// Of an annex: the places that refer to it.
    pub refers_from: Vec<String>,
    /// The abbreviations it defines.
    pub defines: Vec<Definition>,
    /// Heads of the columns.
    pub columns: Vec<Text>,
    /// Cells, row by row.
    pub rows: Vec<Vec<Option<Text>>>,
    /// What stands under it.
    pub children: Vec<Node>,
}

/// An abbreviation that the text defines for itself.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Definition {
    /// The abbreviation.
    pub name: Text,
    /// What it stands for, in the words of the act.
    pub of: Text,
}

/// A slip of the law.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Slip {
    /// The words as printed.
    pub words: String,
    /// What the editor thinks was meant.
    pub meant: String,
}

/// An amendment.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Amendment {
    /// Anchor of what it changed; `regulation` = the whole.
    pub target: String,
    /// `added`, `restated`, `changed` or `removed`.
    pub op: String,
    /// The amending act.
    pub act: AmendingAct,
    /// `absent`, `unknown`, or the former text.
    pub before: String,
}

/// An amending act.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AmendingAct {
    /// Its id.
    pub id: String,
    /// Date of signing.
    pub on: Option<String>,
    /// Its number.
    pub number: Option<String>,
}

/// A defect of the law.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule.
    pub code: String,
    /// Where.
    pub at: String,
    /// What is wrong.
    pub message: Text,
}
