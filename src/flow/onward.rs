//! Where a telling goes on in another one (`continues`).

use super::{Goal, Graph};
use crate::model::{Link, Process};
use crate::vocabulary::Role;

/// The steps of a telling after which another one goes on, with the link that says so: one step, or all with which it
/// ends. None where the editor doubts the link, and none after a step of whose ways one is taken: there would be no way
/// for all.
pub fn onward<'m>(from: &Process, graph: &Graph, to: &'m Process) -> Option<(&'m Link, Vec<usize>)> {
    let is_told = to.role == Role::Sequence && !to.steps.is_empty() && to.retells.is_none() && to.name != from.name;
    let link = to.continues.as_ref().filter(|link| is_told && link.process == from.name && link.doubt.is_none())?;
    let ends = |step: &usize| graph.out(*step).any(|edge| edge.to == Goal::End && edge.label.is_none());
    let steps = match &link.after {
        None => (0..from.steps.len()).filter(ends).collect(),
        Some(after) => {
            let is_plain = |step: &usize| graph.out(*step).all(|edge| !edge.choice);
            from.index_of(after).filter(is_plain).into_iter().collect()
        }
    };
    Some((link, steps))
}
