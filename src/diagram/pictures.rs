//! Which diagrams a regulation has.

use crate::flow::{self, Edge};
use crate::lang::Text;
use crate::model::{Process, Regulation, Step};
use crate::vocabulary::Role;

/// Most arrows of a picture: drawing takes time that grows with their square. Published tellings have some dozens.
pub const MAX_ARROWS: usize = 3_000;

/// A diagram that a regulation has.
#[derive(Debug, Clone)]
pub struct Picture<'m> {
    /// Its name, unique in the regulation.
    pub name: String,
    /// The telling that it shows.
    pub main: &'m Process,
    /// Tellings that branch off from it, shown in the same flow.
    pub others: Vec<&'m Process>,
    /// Tellings that say just the same elsewhere.
    pub same: Vec<&'m Process>,
}

/// The diagrams of a regulation, in the order of its tellings: one for each sequence, and one more for a sequence from
/// which others branch off.
///
/// A telling of one or two steps has none, and neither has one that names nobody: a sentence tells as much. Tellings
/// that say the same share one, and one with more than [`MAX_ARROWS`] is not drawn.
pub fn pictures(regulation: &Regulation) -> Vec<Picture<'_>> {
    let mut pictures: Vec<Picture<'_>> = Vec::new();
    for process in regulation.processes.iter().filter(|process| process.role == Role::Sequence) {
        let branches = |other: &&Process| {
            other.role == Role::Sequence
                && other.alternative_to.as_ref().is_some_and(|link| link.process == process.name)
        };
        let others: Vec<&Process> = regulation.processes.iter().filter(branches).collect();
        if tells_enough(std::iter::once(process)) {
            let known = pictures.iter_mut().find(|known| known.others.is_empty() && say_the_same(known.main, process));
            match known {
                Some(known) => known.same.push(process),
                None => pictures.push(Picture {
                    name: process.name.clone(),
                    main: process,
                    others: Vec::new(),
                    same: Vec::new(),
                }),
            }
        }
        if !others.is_empty() && tells_enough(others.iter().copied().chain([process])) {
            pictures.push(Picture { name: format!("{}.all", process.name), main: process, others, same: Vec::new() });
        }
    }
    pictures
}

fn tells_enough<'m>(tellings: impl Iterator<Item = &'m Process>) -> bool {
    let tellings: Vec<&Process> = tellings.collect();
    let steps: Vec<&Step> = tellings.iter().flat_map(|telling| &telling.steps).collect();
    let is_picture = steps.len() > 2 && steps.iter().any(|step| !step.doers.ids.is_empty());
    is_picture && tellings.iter().map(|telling| flow::graph(telling).edges.len()).sum::<usize>() <= MAX_ARROWS
}

/// Whether two tellings would have the same picture: the same steps of the same participants, in the same words, with
/// the same arrows.
fn say_the_same(one: &Process, other: &Process) -> bool {
    fn words(text: Option<&Text>) -> Option<&str> {
        text.map(|text| text.words.as_str())
    }
    let same_step = |a: &Step, b: &Step| {
        let limits = |step: &Step| step.limits.iter().map(|limit| limit.words.words.clone()).collect::<Vec<_>>();
        a.number == b.number
            && words(a.label.as_ref()) == words(b.label.as_ref())
            && a.text.words == b.text.words
            && a.doers == b.doers
            && a.place == b.place
            && words(a.entry.as_ref()) == words(b.entry.as_ref())
            && limits(a) == limits(b)
    };
    let same_edge = |a: &Edge, b: &Edge| {
        (a.from, a.to, &a.only, a.choice) == (b.from, b.to, &b.only, b.choice)
            && words(a.label.as_ref()) == words(b.label.as_ref())
            && words(a.outcome.as_ref()) == words(b.outcome.as_ref())
            && a.is_stated() == b.is_stated()
    };
    if one.steps.len() != other.steps.len() || !one.steps.iter().zip(&other.steps).all(|(a, b)| same_step(a, b)) {
        return false;
    }
    let (a, b) = (flow::graph(one), flow::graph(other));
    a.entries == b.entries
        && a.order == b.order
        && a.edges.len() == b.edges.len()
        && a.edges.iter().zip(&b.edges).all(|(a, b)| same_edge(a, b))
}
