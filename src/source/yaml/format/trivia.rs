//! Comments and blank lines, each with the node it belongs to. An entry is named by the node of its key, or of the item.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::super::tree::NodeId;

/// A line that is no YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Blank,
    /// A comment with its `#`.
    Comment(String),
}

/// All comments and blank lines of a text.
#[derive(Debug, Default)]
pub struct Trivia {
    /// Above an entry.
    pub leading: BTreeMap<NodeId, Vec<Line>>,
    /// Behind an entry, on its line.
    pub tails: BTreeMap<NodeId, String>,
    /// At the end of a list, a map or an empty value.
    pub feet: BTreeMap<NodeId, Vec<Line>>,
}

impl Trivia {
    /// The comments, sorted.
    pub fn comments(&self) -> Vec<String> {
        let lines = self.leading.values().chain(self.feet.values()).flatten();
        let mut comments: Vec<String> = lines
            .filter_map(|line| if let Line::Comment(comment) = line { Some(comment) } else { None })
            .chain(self.tails.values())
            .cloned()
            .collect();
        comments.sort();
        comments
    }

    /// Adds a line.
    pub fn put(&mut self, home: Home, line: Line) {
        let lines = match home {
            Home::Above(entry) => self.leading.entry(entry),
            Home::Foot(node) => self.feet.entry(node),
        };
        lines.or_default().push(line);
    }

    /// Puts a comment behind an entry, or above it where another one is behind it already.
    pub fn put_behind(&mut self, entry: NodeId, comment: String) {
        match self.tails.entry(entry) {
            Entry::Vacant(tail) => {
                tail.insert(comment);
            }
            Entry::Occupied(_) => self.put(Home::Above(entry), Line::Comment(comment)),
        }
    }
}

/// To what a line belongs.
#[derive(Debug, Clone, Copy)]
pub enum Home {
    /// Above an entry.
    Above(NodeId),
    /// At the end of a list, a map or an empty value.
    Foot(NodeId),
}
