//! Which steps two variants of a process have in common, and the order of time of both together.
//!
//! An editor pairs the steps of a variant with those of the telling from which it branches off (`pairs`). What a pair says
//! in the same words, of the same participants, is one box. What it says otherwise stays two, so that no words are lost.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Column, Told};
use crate::flow::Edge;
use crate::lang::Text;
use crate::model::{Process, Step};

/// The steps of another telling that are steps of the main one too, by index.
pub(super) type Shared = BTreeMap<usize, usize>;

/// The steps that another telling shares with the main one, in the order of time of both.
pub(super) fn shared(main: Told<'_>, other: Told<'_>) -> Shared {
    let mut shared = Shared::new();
    let Some(link) = &other.process.alternative_to else { return shared };
    let of = |step: &str| match link.pairs.iter().find(|(own, _)| own == step).map(|(_, others)| others.as_slice()) {
        Some([one]) => main.process.index_of(one),
        _ => None,
    };
    let time = |step: usize| main.graph.order.iter().position(|known| *known == step);
    let mut last = None;
    for own in other.graph.order.iter().copied() {
        let Some(step) = of(&other.process.steps[own].id) else { continue };
        if time(step) > last && is_same(main, step, other, own) {
            last = time(step);
            shared.insert(own, step);
        }
    }
    shared
}

/// Whether two steps say the same, but for their numbers.
fn is_same(main: Told<'_>, step: usize, other: Told<'_>, own: usize) -> bool {
    let (one, two) = (&main.process.steps[step], &other.process.steps[own]);
    let limits = |step: &Step| step.limits.iter().map(|limit| words(Some(&limit.words))).collect::<Vec<_>>();
    let lane = |process: &Process, step: &Step| lane_of(process, step).map(|lane| lane.participant.clone());
    // Ways that are all taken would become ways of a choice.
    let is_parallel = |told: Told<'_>, step: usize| told.graph.out(step).filter(|edge| !edge.choice).count() > 1;
    words(Some(&one.text)) == words(Some(&two.text))
        && one.doers == two.doers
        && lane(main.process, one) == lane(other.process, two)
        && limits(one) == limits(two)
        && words(one.entry.as_ref()) == words(two.entry.as_ref())
        && one.parent.is_none()
        && two.parent.is_none()
        && !is_parallel(main, step)
        && !is_parallel(other, own)
}

/// Words without the spaces between them: a printed table loses some.
fn words(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.words.split_whitespace().collect())
}

/// Whether an arrow of another telling is one of the main telling, too.
pub(super) fn is_same_edge(main: &Edge, other: &Edge, shared: &Shared) -> bool {
    let to = match other.to.step() {
        Some(step) => shared.get(&step).is_some_and(|step| main.to.step() == Some(*step)),
        None => main.to == other.to,
    };
    shared.get(&other.from) == Some(&main.from)
        && to
        && main.only == other.only
        && words(main.label.as_ref()) == words(other.label.as_ref())
        && words(main.outcome.as_ref()) == words(other.outcome.as_ref())
}

/// The steps of all tellings in order of time, each by its telling (0 is the main one) and index; a shared step stands
/// once. What another telling has before a shared step stands before it, and what it has after the last one comes last.
pub(super) fn in_time(main: Told<'_>, others: &[(Told<'_>, Shared)]) -> Vec<(usize, usize)> {
    let mut order = Vec::new();
    let mut waiting: Vec<_> = others.iter().map(|(told, _)| told.graph.order.iter().copied()).collect();
    for step in main.graph.order.iter().copied() {
        for (at, (_, shared)) in others.iter().enumerate() {
            if shared.values().any(|known| *known == step) {
                for own in waiting[at].by_ref() {
                    match shared.get(&own) {
                        Some(known) if *known == step => break,
                        Some(_) => {}
                        None => order.push((at + 1, own)),
                    }
                }
            }
        }
        order.push((0, step));
    }
    for (at, (_, shared)) in others.iter().enumerate() {
        order.extend(waiting[at].by_ref().filter(|own| !shared.contains_key(own)).map(|own| (at + 1, own)));
    }
    order
}

/// The printed lane of a step.
fn lane_of<'m>(process: &'m Process, step: &Step) -> Option<&'m crate::model::Lane> {
    use crate::model::LaneOf;
    match step.place.as_ref().map(|place| &place.lane) {
        Some(LaneOf::Printed(number) | LaneOf::Likely(number)) => {
            process.lanes.iter().find(|lane| lane.number == *number)
        }
        _ => None,
    }
}

/// The columns of the printed lanes of another telling, by number: those of the main one, as far as it has lanes of the same
/// name.
pub(super) fn lanes<'m>(main: &'m Process, other: &'m Process) -> BTreeMap<u16, Column<'m>> {
    let mut taken: BTreeSet<u16> = BTreeSet::new();
    let most = main.lanes.iter().map(|lane| lane.number).max().unwrap_or(0);
    let mut columns = BTreeMap::new();
    for lane in &other.lanes {
        let is_free =
            |known: &&crate::model::Lane| known.participant == lane.participant && !taken.contains(&known.number);
        let same = main.lanes.iter().find(is_free).map(|known| known.number);
        taken.extend(same);
        let is_known =
            main.lanes.iter().any(|known| known.number == lane.number && known.participant == lane.participant);
        let number = same.unwrap_or(if is_known { most.saturating_add(lane.number) } else { lane.number });
        columns.insert(lane.number, Column::Lane(number, &lane.participant));
    }
    columns
}
