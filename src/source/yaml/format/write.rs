//! Writes a tree in block style, with its comments.

use super::super::tree::{NodeId, NodeKind, Tree};
use super::scalar::{Rendered, Room, Scalar, render, render_key};
use super::trivia::{Line, Trivia};
use super::{Shapes, in_order};

/// How far each level is indented.
const STEP: usize = 2;

/// Writes a tree and its comments.
pub fn write(tree: &Tree, mut trivia: Trivia, shapes: &Shapes) -> String {
    let head = take_head(tree, &mut trivia);
    let mut writer = Writer { tree, trivia: &trivia, shapes, output: String::new() };
    writer.write_document(head);
    writer.output
}

/// Takes the comments that begin the file away from its first entry, less those that a blank line parts from them.
fn take_head(tree: &Tree, trivia: &mut Trivia) -> Vec<Line> {
    let root = tree.root();
    let first = match &tree.node(root).kind {
        NodeKind::Scalar { .. } => None,
        NodeKind::List(items) => items.first().copied(),
        NodeKind::Map(entries) => entries.first().map(|(key, _)| *key),
    };
    let mut head = trivia.leading.remove(&root).unwrap_or_default();
    let Some(first) = first else { return head };
    head.extend(trivia.leading.remove(&first).unwrap_or_default());
    let mut head = without_first_blank(head);
    if let Some(last) = head.iter().rposition(|line| *line == Line::Blank) {
        trivia.leading.insert(first, head.split_off(last + 1));
    }
    // The tail of a list or map that stood in brackets has no line to stand behind.
    if let Some(tail) = trivia.tails.remove(&root) {
        let at = head.iter().rposition(|line| *line != Line::Blank).map_or(0, |last| last + 1);
        head.insert(at, Line::Comment(tail));
    }
    head
}

/// An entry of a list (without key) or map.
#[derive(Debug, Clone, Copy)]
struct Entry {
    key: Option<NodeId>,
    value: NodeId,
}

impl Entry {
    /// The node by which comments name the entry.
    fn name(self) -> NodeId {
        self.key.unwrap_or(self.value)
    }
}

/// Where the first entry of a list or map begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    OwnLine,
    DashLine,
}

struct Writer<'t> {
    tree: &'t Tree,
    trivia: &'t Trivia,
    shapes: &'t Shapes,
    output: String,
}

impl Writer<'_> {
    fn write_document(&mut self, mut head: Vec<Line>) {
        let root = self.tree.root();
        let entries = self.entries(root);
        let has_comment = |lines: &[Line]| lines.iter().any(|line| *line != Line::Blank);
        if !has_comment(&head) {
            head.clear();
        } else if entries.first().is_some_and(|first| has_comment(&self.above(*first))) {
            // Else the comment of the first entry would become part of the head.
            head.push(Line::Blank);
        }
        self.write_lines(without_first_blank(head), 0);
        if entries.is_empty() {
            let line = Room { column: 0, indent: STEP };
            self.write_leaf(Entry { key: None, value: root }, line);
            self.write_foot(root, 0);
        } else {
            self.write_block(root, 0, Start::OwnLine);
        }
    }

    fn write_block(&mut self, id: NodeId, indent: usize, start: Start) {
        for (index, entry) in self.entries(id).into_iter().enumerate() {
            if index > 0 || start == Start::OwnLine {
                let above = self.above(entry);
                self.write_lines(if index == 0 { without_first_blank(above) } else { above }, indent);
                self.pad(indent);
            }
            self.write_entry(entry, indent);
        }
        self.write_foot(id, indent);
    }

    fn write_entry(&mut self, entry: Entry, indent: usize) {
        let marker = entry.key.map_or("-".to_owned(), |key| self.key(key) + ":");
        self.output.push_str(&marker);
        let inner = indent + STEP;
        if !self.has_entries(entry.value) {
            self.write_leaf(entry, Room { column: indent + marker.chars().count() + 1, indent: inner });
            self.write_foot(entry.value, inner);
        } else if entry.key.is_some() {
            self.write_tail(entry);
            self.write_block(entry.value, inner, Start::OwnLine);
        } else {
            self.output.push(' ');
            self.write_block(entry.value, inner, Start::DashLine);
        }
    }

    /// Writes a scalar, or an empty list or map, and the comment behind it.
    fn write_leaf(&mut self, entry: Entry, room: Room) {
        let Rendered { head, lines } = match &self.tree.node(entry.value).kind {
            NodeKind::Scalar { text, plain } => render(Scalar { text, plain: *plain }, room),
            NodeKind::List(_) => Rendered { head: "[]".to_owned(), lines: Vec::new() },
            NodeKind::Map(_) => Rendered { head: "{}".to_owned(), lines: Vec::new() },
        };
        if room.column > 0 && !head.is_empty() {
            self.output.push(' ');
        }
        self.output.push_str(&head);
        self.write_tail(entry);
        for line in lines {
            if !line.is_empty() {
                self.pad(room.indent);
            }
            self.output.push_str(&line);
            self.output.push('\n');
        }
    }

    /// Ends a line, with the comment that belongs behind it.
    fn write_tail(&mut self, entry: Entry) {
        if let Some(tail) = self.trivia.tails.get(&entry.name()) {
            self.output.push_str("  ");
            self.output.push_str(tail);
        }
        self.output.push('\n');
    }

    fn write_foot(&mut self, id: NodeId, indent: usize) {
        let foot = self.trivia.feet.get(&id).cloned().unwrap_or_default();
        self.write_lines(foot, indent);
    }

    fn write_lines(&mut self, lines: Vec<Line>, indent: usize) {
        let mut after_blank = false;
        for line in lines {
            match line {
                Line::Blank if after_blank => continue,
                Line::Blank => after_blank = true,
                Line::Comment(comment) => {
                    after_blank = false;
                    self.pad(indent);
                    self.output.push_str(&comment);
                }
            }
            self.output.push('\n');
        }
    }

    /// The lines above an entry. Those of the first entry inside an item stand above the item, since the two share a
    /// line, and so does a comment behind its dash.
    fn above(&self, entry: Entry) -> Vec<Line> {
        let mut lines = self.trivia.leading.get(&entry.name()).cloned().unwrap_or_default();
        if entry.key.is_none()
            && let Some(first) = self.entries(entry.value).first().copied()
        {
            lines.extend(self.trivia.tails.get(&entry.value).cloned().map(Line::Comment));
            lines.extend(self.above(first));
        }
        lines
    }

    /// The entries of a list or map, in the order in which they are written.
    fn entries(&self, id: NodeId) -> Vec<Entry> {
        match &self.tree.node(id).kind {
            NodeKind::Scalar { .. } => Vec::new(),
            NodeKind::List(items) => items.iter().map(|item| Entry { key: None, value: *item }).collect(),
            NodeKind::Map(entries) => in_order(self.tree, entries, self.shapes.get(&id).copied())
                .into_iter()
                .map(|(key, value)| Entry { key: Some(key), value })
                .collect(),
        }
    }

    fn has_entries(&self, id: NodeId) -> bool {
        match &self.tree.node(id).kind {
            NodeKind::Scalar { .. } => false,
            NodeKind::List(items) => !items.is_empty(),
            NodeKind::Map(entries) => !entries.is_empty(),
        }
    }

    fn key(&self, id: NodeId) -> String {
        match &self.tree.node(id).kind {
            NodeKind::Scalar { text, plain } => render_key(Scalar { text, plain: *plain }),
            NodeKind::List(_) | NodeKind::Map(_) => String::new(),
        }
    }

    fn pad(&mut self, indent: usize) {
        self.output.extend(std::iter::repeat_n(' ', indent));
    }
}

fn without_first_blank(mut lines: Vec<Line>) -> Vec<Line> {
    let blanks = lines.iter().take_while(|line| **line == Line::Blank).count();
    lines.split_off(blanks)
}
