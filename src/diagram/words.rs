//! The words of a diagram in one language.

use serde::{Deserialize, Serialize};

use crate::lang::Lang;

/// The words of a chart, in the order of its columns, nodes and arrows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Words {
    /// What the diagram shows.
    pub title: Phrase,
    /// What is to be known of it by those who do not see it: where the same is told in words.
    pub description: Phrase,
    /// The names of the columns.
    pub lanes: Vec<Phrase>,
    /// What stands in each box.
    pub nodes: Vec<NodeWords>,
    /// The words of each arrow that has some.
    pub labels: Vec<Option<Phrase>>,
}

/// The words of a box.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct NodeWords {
    /// Its anchor: where the box links to, without `#`. Empty for a beginning.
    pub anchor: String,
    /// What stands in it, from above.
    pub blocks: Vec<Block>,
    /// What stands in the boxes of further participants, one for each.
    pub twins: Vec<Vec<Block>>,
    /// The ends that hang on it: what stands in them, and the words of their arrows.
    pub ends: Vec<(Phrase, Option<Phrase>)>,
    /// Who acts in it is inferred.
    pub likely: bool,
    /// What became of its step in another version: the tail of a class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
}

/// A block of lines in a box.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub part: Part,
    /// Its words.
    pub phrase: Phrase,
}

/// A part of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The number, or what the act calls the step.
    Number,
    /// Who acts: shown where the names of the columns are out of sight.
    Doer,
    /// What is done.
    Action,
    /// Within which time.
    Limit,
}

/// Some words, and their language where it is not that of the diagram.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: Option<Lang>,
}

impl Part {
    /// Its class.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Doer => "doer",
            Self::Action => "action",
            Self::Limit => "limit",
        }
    }
}
