//! What a diagram shows, without its words: the same in both languages, so that its twins have one structure.

use serde::{Deserialize, Serialize};

/// The boxes and arrows of a sequence, in the columns of its participants.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Chart {
    /// How many columns there are, from the left in the order of the act.
    pub lanes: usize,
    /// The boxes in order of time.
    pub nodes: Vec<Node>,
    /// The transitions between them.
    pub arrows: Vec<Arrow>,
}

/// A box, with what hangs on it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Node {
    /// What it is.
    pub shape: Shape,
    /// The column of its participant, or of the first of several.
    pub lane: usize,
    /// The columns of the others, each with a box that is linked to it.
    pub twins: Vec<usize>,
    /// It is a part of the step above it: its box is narrower.
    pub part: bool,
    /// One of its ways is taken, not all of them.
    pub choice: bool,
    /// The ends that it leads to. Each is drawn at the box it ends, where no line has far to go.
    pub ends: Vec<End>,
}

/// What a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A beginning.
    Begin,
    /// Where a line comes in from another sheet of paper.
    Connector,
    /// A procedure.
    Procedure,
}

/// An end of the process.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct End {
    /// How it ends.
    pub kind: EndKind,
    /// Its arrow has words.
    pub labelled: bool,
    /// The act itself says that the process ends there.
    pub stated: bool,
}

/// How a process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndKind {
    /// It is done.
    End,
    /// With a refusal.
    Refused,
    /// The act does not say where it goes from there.
    Unknown,
    /// It goes on in another telling.
    Onward,
    /// It goes on on another sheet of paper.
    Connector,
}

/// A transition.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Arrow {
    /// Index of the box that it leaves.
    pub from: usize,
    /// Index of the box that it leads to. One that is not later in time is reached by going back.
    pub to: usize,
    /// It has words.
    pub labelled: bool,
    /// The act itself states it.
    pub stated: bool,
    /// It is on the way to the result.
    pub main: bool,
}

impl Arrow {
    /// Whether it leads back in time.
    pub fn goes_back(&self) -> bool {
        self.to <= self.from
    }
}

impl EndKind {
    /// Its word in classes and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::End => "end",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Onward => "onward",
            Self::Connector => "connector",
        }
    }
}
