//! `data/index.json`: what the site holds.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Status, Text};

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
