//! Undoes in a text what one act did to it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lacks, is_absent};
use crate::lang::Text;
use crate::model::{Before, Node, NodeKind, Regulation, walk};
use crate::vocabulary::{Found, HeadingState, LostKind, Operation};

/// What became of the places of a text.
#[derive(Debug, Default)]
pub(super) struct Undone {
    /// Anchors of all elements that there were.
    pub known: BTreeSet<String>,
    /// Anchors of those that were not there yet.
    pub absent: BTreeSet<String>,
    /// Anchors of those that stood under something whose former text nobody knows.
    pub hidden: BTreeSet<String>,
    /// Anchors of those whose own former text nobody knows.
    pub silent: BTreeSet<String>,
    /// Anchors of those in whose place something else stood.
    pub replaced: BTreeSet<String>,
    /// The former texts that were put back, by anchor.
    pub reworded: BTreeMap<String, Text>,
}

/// Undoes what an act did; notes in `lacks` what is not known of what remains.
pub(super) fn undo(regulation: &mut Regulation, act: &str, lacks: &mut BTreeMap<String, Lacks>) -> Undone {
    let mut undone = Undone::default();
    walk(&regulation.text, &mut |node| {
        undone.known.insert(node.id.clone());
    });
    let mut undoing = Undoing { act, lacks, undone };
    undoing.nodes(&mut regulation.text);
    let Undoing { undone, .. } = undoing;
    lacks.retain(|at, _| !undone.is_gone(at));
    undone
}

struct Undoing<'a> {
    act: &'a str,
    lacks: &'a mut BTreeMap<String, Lacks>,
    undone: Undone,
}

impl Undoing<'_> {
    fn nodes(&mut self, nodes: &mut Vec<Node>) {
        nodes.retain_mut(|node| self.stays(node));
    }

    /// Undoes what was done to an element, what was done last first; whether it was there before.
    fn stays(&mut self, node: &mut Node) -> bool {
        while let Some(last) = node.amended.iter().rposition(|amendment| amendment.act == self.act) {
            let amendment = node.amended.remove(last);
            if let Some(note) = &amendment.note {
                node.children.retain(|child| child.id != *note);
                self.undone.absent.insert(note.clone());
            }
            match amendment.before {
                before if is_absent(&before) => {
                    gather(std::slice::from_ref(node), &mut self.undone.absent);
                    return false;
                }
                Before::Text(text) => self.put_back(node, amendment.op, text),
                Before::Unknown { existed: Found::Unknown } => self.silence(node, Lacks::Existence),
                Before::Unknown { .. } | Before::Absent => self.silence(node, Lacks::Text),
            }
        }
        self.nodes(&mut node.children);
        true
    }

    /// Leaves of an element that it was there, or may have been.
    fn silence(&mut self, node: &mut Node, what: Lacks) {
        self.hide_children(node);
        let has_heading = matches!(node.kind, NodeKind::Annex | NodeKind::Section);
        let lost = match node.kind {
            NodeKind::Table => LostKind::Table,
            NodeKind::Form => LostKind::Form,
            _ => LostKind::Text,
        };
        *node = Node {
            id: std::mem::take(&mut node.id),
            number: node.number.take(),
            lost: Some(lost),
            heading: has_heading.then_some(HeadingState::Lost),
            refers_from: std::mem::take(&mut node.refers_from),
            amended: std::mem::take(&mut node.amended),
            children: std::mem::take(&mut node.children),
            kind: node.kind,
            span: node.span,
            title: None,
            text: None,
            process: None,
            table: None,
            slips: Vec::new(),
            defines: Vec::new(),
            refers: Vec::new(),
            doubt: None,
            redacted: None,
        };
        self.undone.reworded.remove(&node.id);
        self.undone.silent.insert(node.id.clone());
        self.lacks.insert(node.id.clone(), what);
    }

    /// Puts a former text in the place of today's. What was changed is its own words; what was restated or taken out is
    /// all of it, with what stands under it.
    fn put_back(&mut self, node: &mut Node, op: Operation, text: Text) {
        let is_part = op == Operation::Changed;
        if !is_part {
            self.hide_children(node);
            if let Some(table) = node.table.take() {
                let entries = table.addresses.into_iter().flat_map(|list| list.entries);
                self.undone.hidden.extend(entries.map(|entry| entry.id));
            }
            self.lacks.remove(&node.id);
            self.undone.silent.remove(&node.id);
            self.undone.replaced.insert(node.id.clone());
            (node.process, node.lost, node.title) = (None, None, None);
        }
        let titled = matches!(node.kind, NodeKind::Annex | NodeKind::Section | NodeKind::Table | NodeKind::Form);
        node.slips.retain(|slip| text.words.contains(&slip.words));
        node.defines.retain(|(short, long)| text.words.contains(&short.words) && text.words.contains(&long.words));
        node.refers.clear();
        (node.doubt, node.redacted) = (None, None);
        self.undone.reworded.insert(node.id.clone(), text.clone());
        if is_part && titled { node.title = Some(text) } else { node.text = Some(text) }
    }

    /// Takes out what stands under an element, but the notes of what was done to it before.
    fn hide_children(&mut self, node: &mut Node) {
        let notes: Vec<&String> = node.amended.iter().filter_map(|amendment| amendment.note.as_ref()).collect();
        let children = std::mem::take(&mut node.children).into_iter();
        let (kept, hidden): (Vec<Node>, Vec<Node>) = children.partition(|child| notes.contains(&&child.id));
        gather(&hidden, &mut self.undone.hidden);
        node.children = kept;
    }
}

/// The anchors of some elements, and of all that stands in them.
fn gather(nodes: &[Node], anchors: &mut BTreeSet<String>) {
    walk(nodes, &mut |node| {
        anchors.insert(node.id.clone());
        let list = node.table.as_ref().and_then(|table| table.addresses.as_ref());
        anchors.extend(list.into_iter().flat_map(|list| &list.entries).map(|entry| entry.id.clone()));
    });
}

impl Undone {
    /// Whether a place was not there yet.
    pub(super) fn is_absent(&self, anchor: &str) -> bool {
        self.absent.contains(anchor) || self.bearer(anchor).is_some_and(|bearer| self.absent.contains(bearer))
    }

    /// Whether a place is no longer among the elements.
    pub(super) fn is_gone(&self, anchor: &str) -> bool {
        let hidden = |anchor: &str| self.absent.contains(anchor) || self.hidden.contains(anchor);
        // Of a step of a table nothing is left where the table is gone, or another one stood there.
        hidden(anchor) || self.bearer(anchor).is_some_and(|table| hidden(table) || self.is_other(table))
    }

    /// Whether nothing is known of what a place said.
    pub(super) fn is_silent(&self, anchor: &str) -> bool {
        self.is_gone(anchor) || self.silent.contains(anchor)
    }

    /// Whether the words still stand in a place where they stand today.
    pub(super) fn says(&self, anchor: &str, words: &Text) -> bool {
        let former = self.reworded.get(anchor);
        !self.is_silent(anchor) && former.is_none_or(|former| former.words.contains(&words.words))
    }

    fn is_other(&self, table: &str) -> bool {
        self.silent.contains(table) || self.replaced.contains(table)
    }

    /// The table that bears a step which is no element of its own.
    fn bearer<'n>(&self, anchor: &'n str) -> Option<&'n str> {
        let mut rest = (!self.known.contains(anchor)).then_some(anchor)?;
        while let Some((above, _)) = rest.rsplit_once('.') {
            if self.known.contains(above) {
                return Some(above);
            }
            rest = above;
        }
        None
    }
}
