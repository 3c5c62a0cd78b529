//! `data/ACT.json`: an act, its relations, its own text.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Finding, Node, Text, Translated};

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
