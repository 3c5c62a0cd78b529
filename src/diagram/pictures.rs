//! Which diagrams a regulation has.

use serde::Serialize;

use crate::flow::{self, Edge};
use crate::lang::Text;
use crate::model::{Process, Regulation, Step};
use crate::vocabulary::{Role, StepKind};

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

/// Why a sequence has no diagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undrawn {
    /// It has one step or two: a sentence tells as much.
    Short,
    /// It names nobody who acts, so a picture would have no columns.
    Nobody,
    /// It has more than [`MAX_ARROWS`].
    TooLarge,
}

impl Undrawn {
    /// Why some tellings together would have no diagram; `None` where they have one.
    pub fn of(tellings: &[&Process]) -> Option<Self> {
        let steps = || tellings.iter().flat_map(|telling| &telling.steps);
        if steps().count() <= 2 {
            Some(Self::Short)
        } else if steps().all(|step| step.doers.ids.is_empty()) {
            Some(Self::Nobody)
        } else {
            let arrows: usize = tellings.iter().map(|telling| flow::graph(telling).edges.len()).sum();
            (arrows > MAX_ARROWS).then_some(Self::TooLarge)
        }
    }
}

/// The words of which notation a diagram is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notation {
    /// That of the reference book of business processes: procedures, choices, transitions.
    Procedures,
    /// That of the diagrams of electronic services (BPMN 1.2): processes, conditions, messages, timers, systems.
    Electronic,
}

impl Notation {
    /// The notation of some tellings: electronic where a step is a condition that the act has given a name, as
    /// «условие 1».
    pub fn of(tellings: &[&Process]) -> Self {
        let is_named = |step: &Step| step.kind == StepKind::Condition && step.label.is_some();
        let is_electronic = tellings.iter().flat_map(|telling| &telling.steps).any(is_named);
        if is_electronic { Self::Electronic } else { Self::Procedures }
    }
}

impl<'m> Picture<'m> {
    /// The tellings that it shows.
    pub fn shown(&self) -> Vec<&'m Process> {
        std::iter::once(self.main).chain(self.others.iter().copied()).collect()
    }
}

/// The diagrams of a regulation, in the order of its tellings: one for each sequence, with those that branch off from it.
///
/// Some tellings have none ([`Undrawn`]), and those that say the same share one.
pub fn pictures(regulation: &Regulation) -> Vec<Picture<'_>> {
    let sequences = || regulation.processes.iter().filter(|process| process.role == Role::Sequence);
    let mut pictures: Vec<Picture<'_>> = Vec::new();
    let mut shown: Vec<&str> = Vec::new();
    for process in sequences() {
        let others: Vec<&Process> = sequences().filter(|other| branches_off(regulation, other, process)).collect();
        let picture = |others| Picture { name: process.name.clone(), main: process, others, same: Vec::new() };
        let joint = picture(others);
        if !joint.others.is_empty() && Undrawn::of(&joint.shown()).is_none() {
            shown.extend(joint.shown().iter().map(|process| process.name.as_str()));
            pictures.push(joint);
        }
    }
    for process in sequences().filter(|process| Undrawn::of(&[process]).is_none()) {
        if shown.contains(&process.name.as_str()) {
            continue;
        }
        match pictures.iter_mut().find(|known| known.others.is_empty() && say_the_same(known.main, process)) {
            Some(known) => known.same.push(process),
            None => pictures.push(Picture {
                name: process.name.clone(),
                main: process,
                others: Vec::new(),
                same: Vec::new(),
            }),
        }
    }
    let place = |picture: &Picture<'_>| sequences().position(|process| process.name == picture.main.name);
    pictures.sort_by_key(place);
    pictures
}

/// Whether a telling is drawn in the flow of another, from which it branches off. One from which that one branches off in its turn
/// is drawn by itself.
fn branches_off(regulation: &Regulation, process: &Process, main: &Process) -> bool {
    let from = |process: &Process| process.alternative_to.as_ref().and_then(|link| regulation.process(&link.process));
    process.name != main.name && from(process).is_some_and(|from| from.name == main.name) && from(main).is_none()
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
