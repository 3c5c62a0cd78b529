//! Takes out of a regulation what hung on words that went.

use std::collections::{BTreeMap, BTreeSet};

use super::undo::Undone;
use super::{Lacks, tellings};
use crate::model::{Binds, Node, NodeKind, Reference, Regulation};
use crate::vocabulary::Found;

/// Takes out of a regulation what was said of places that were undone.
pub(super) fn cut(regulation: &mut Regulation, undone: &Undone, lacks: &mut BTreeMap<String, Lacks>) {
    let before = mentioned(regulation);
    tellings::cut(&mut regulation.processes, undone);
    let told: BTreeSet<String> = regulation.processes.iter().map(|process| process.name.clone()).collect();
    let steps: BTreeSet<String> =
        regulation.processes.iter().flat_map(|process| &process.steps).map(|step| step.id.clone()).collect();
    for at in undone.reworded.keys().filter(|at| steps.contains(*at)) {
        lacks.entry(at.clone()).or_insert(Lacks::Reading);
    }
    regulation.about.retain_mut(|about| {
        let is_step = |step: &Option<String>| step.as_ref().is_none_or(|step| steps.contains(step));
        if !is_step(&about.basis_for) {
            about.basis_for = None;
        }
        if !is_step(&about.handed_for) {
            about.handed_for = None;
        }
        let says = about.outcome.as_ref().is_none_or(|outcome| undone.says(&about.at, outcome));
        !undone.is_silent(&about.at) && says && told.contains(&about.process) && steps.contains(&about.step)
    });
    for (_, facts) in &mut regulation.passport {
        facts.retain(|fact| undone.says(&fact.at, &fact.text));
    }
    regulation.terms.retain_mut(|term| {
        let was_for_some = !term.of.is_empty();
        term.of.retain(|name| told.contains(name));
        undone.says(&term.at, &term.words) && !(was_for_some && term.of.is_empty())
    });
    regulation.unreferenced.retain(|annex| !undone.is_gone(annex));
    regulation.tables.retain(|table, _| !undone.is_silent(table) && !undone.replaced.contains(table));
    nodes(&mut regulation.text, undone, &told);
    for participant in &mut regulation.participants {
        participant.listed.retain(|place| !undone.is_silent(place));
    }
    let after = mentioned(regulation);
    regulation.participants.retain(|participant| !before.contains(&participant.id) || after.contains(&participant.id));
}

/// What stands in the text of places that are gone, and tellings that are.
fn nodes(nodes: &mut Vec<Node>, undone: &Undone, told: &BTreeSet<String>) {
    nodes.retain_mut(|node| {
        node.refers_from.retain(|place| !undone.is_silent(place));
        node.refers.iter_mut().for_each(|entry| reference(entry, undone));
        let was_told = node.process.is_some();
        node.process = node.process.take().filter(|name| told.contains(name));
        self::nodes(&mut node.children, undone, told);
        // A telling without steps is nothing that is printed.
        node.kind != NodeKind::Process || !was_told || node.process.is_some() || !node.children.is_empty()
    });
}

/// A reference, where the place it led to was not there.
pub(super) fn reference(reference: &mut Reference, undone: &Undone) {
    let gone = |place: &Option<String>| place.as_ref().is_some_and(|place| undone.is_gone(place));
    if gone(&reference.to) {
        let absent = reference.to.as_ref().is_some_and(|place| undone.is_absent(place));
        reference.found = if absent { Found::No } else { Found::Unknown };
        reference.to = None;
    }
    if gone(&reference.meant) {
        reference.meant = None;
    }
}

/// Ids of the participants of whom a list or a telling speaks.
fn mentioned(regulation: &Regulation) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let listed = regulation.participants.iter().filter(|participant| !participant.listed.is_empty());
    ids.extend(listed.map(|participant| participant.id.clone()));
    for process in &regulation.processes {
        ids.extend(process.lanes.iter().map(|lane| lane.participant.clone()));
        for step in &process.steps {
            ids.extend(step.doers.ids.iter().chain(&step.to).chain(&step.at).cloned());
            for limit in &step.limits {
                ids.extend(limit.to.clone());
                if let Binds::Other(other) = &limit.binds {
                    ids.insert(other.clone());
                }
            }
        }
    }
    ids.extend(regulation.about.iter().filter_map(|about| about.handed_to.clone()));
    ids
}
