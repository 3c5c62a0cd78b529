//! `data/ACT/REG.json`: a regulation.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Amendment, Finding, Node, Process, Status, Text, Translated};
use crate::vocabulary::{Bound, Channel, HeadingState, ParticipantKind, TermKind, Unit};

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
    /// Its editions, the oldest first; the last one is this text.
    pub editions: Vec<Edition>,
    /// Which steps of other versions the editor pairs with steps of this one.
    pub pairs: Vec<FixedPair>,
    /// Defects of the text.
    pub findings: Vec<Finding>,
}

/// Steps of two versions that an editor says belong together.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FixedPair {
    /// Id of the other regulation: `act/id`.
    pub with: String,
    /// Anchors of its steps; none = those here have no like there.
    pub there: Vec<String>,
    /// Anchors of steps of this one; none = those there have no like here.
    pub here: Vec<String>,
    /// Why the editor thinks so.
    pub reason: Text,
}

/// The wording of a regulation as an act made it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Edition {
    /// Its name: `original`, or the number of the amending act as its id has it.
    pub name: String,
    /// Id of the act that made it.
    pub act: String,
    /// Whether every word of it is known.
    pub exact: bool,
    /// Whether its text is known at all.
    pub known: bool,
    /// Anchors of the places whose words in it nobody knows.
    pub unknown: Vec<String>,
    /// Anchors of the elements of this text that do not stand in it, without those under them.
    pub absent: Vec<String>,
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
