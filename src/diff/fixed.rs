//! Steps that an editor has paired, as the comparison of two versions sees them.

use super::align;
use crate::lang::Text;
use crate::model::{FixedPair, Process, Regulation};

/// Anchors of steps that belong together; where one side is empty, those of the other have no like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fixed<'a> {
    pub old: &'a [String],
    pub new: &'a [String],
    /// Why the editor thinks so.
    pub reason: &'a Text,
}

/// What the editors of both versions say of steps of the other, where both have these steps: an earlier edition may lack some.
/// Of two editions of one regulation nobody says anything.
pub(super) fn between<'a>(old: &'a Regulation, new: &'a Regulation) -> Vec<Fixed<'a>> {
    let (old_id, new_id) = (old.id(), new.id());
    if old_id == new_id {
        return Vec::new();
    }
    let of = |own: &'a Regulation, other: &str| -> Vec<&'a FixedPair> {
        own.pairs.iter().filter(|pair| pair.with == other).collect()
    };
    let mut found: Vec<Fixed<'a>> = Vec::new();
    let newer =
        of(new, &old_id).into_iter().map(|pair| Fixed { old: &pair.there, new: &pair.here, reason: &pair.reason });
    let older =
        of(old, &new_id).into_iter().map(|pair| Fixed { old: &pair.here, new: &pair.there, reason: &pair.reason });
    for pair in newer.chain(older).filter(|pair| has_all(old, pair.old) && has_all(new, pair.new)) {
        // Each step once: the encoding of the newer version is heard first.
        let is_told = |known: &Fixed<'_>| {
            known.old.iter().any(|id| pair.old.contains(id)) || known.new.iter().any(|id| pair.new.contains(id))
        };
        if !found.iter().any(is_told) {
            found.push(pair);
        }
    }
    found
}

fn has_all(regulation: &Regulation, ids: &[String]) -> bool {
    let is_there = |id: &String| regulation.processes.iter().any(|process| process.index_of(id).is_some());
    ids.iter().all(is_there)
}

impl Fixed<'_> {
    /// Whether these are its steps; those that have no like are told one by one.
    pub(super) fn is_of(self, old: &[String], new: &[String]) -> bool {
        let are_of =
            |ids: &[String], own: &[String]| ids.is_empty() == own.is_empty() && ids.iter().all(|id| own.contains(id));
        are_of(old, self.old) && are_of(new, self.new)
    }

    /// Whether it pairs steps of two tellings.
    pub(super) fn joins(self, old: &Process, new: &Process) -> bool {
        let are_of = |ids: &[String], process: &Process| !ids.is_empty() && indices(ids, process).len() == ids.len();
        are_of(self.old, old) && are_of(self.new, new)
    }

    /// The same by the indices of the steps of two tellings; `None` where it is of others.
    pub(super) fn within(self, old: &Process, new: &Process) -> Option<align::Fixed> {
        let (old, new) = (indices(self.old, old), indices(self.new, new));
        (!old.is_empty() || !new.is_empty()).then_some(align::Fixed { old, new })
    }
}

/// The indices of the steps of a telling that are among some, in order.
fn indices(ids: &[String], process: &Process) -> Vec<usize> {
    let mut indices: Vec<usize> = ids.iter().filter_map(|id| process.index_of(id)).collect();
    indices.sort_unstable();
    indices
}
