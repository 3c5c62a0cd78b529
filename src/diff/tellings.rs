//! Which telling of one side tells what a telling of the other does.

use super::Sides;
use super::read::{ReadTelling, read_tellings};
use super::steps::{Comparison, StepChange, all_of, changes};
use crate::model::{Form, Scope};
use crate::vocabulary::Channel;

/// What became of a telling.
#[derive(Debug, Clone, PartialEq)]
pub struct TellingChange {
    /// Name of the older one; `None` where it is new.
    pub old: Option<String>,
    /// Name of the newer one; `None` where it is gone.
    pub new: Option<String>,
    /// The anchor of the older one.
    pub old_at: Option<String>,
    /// The anchor of the newer one.
    pub new_at: Option<String>,
    /// Its steps: those of the newer side in their order, those that are gone where they stood.
    pub steps: Vec<StepChange>,
}

impl TellingChange {
    /// Whether nothing changed but numbers.
    pub fn is_same(&self) -> bool {
        self.old.is_some() && self.new.is_some() && self.steps.iter().all(StepChange::is_same)
    }
}

/// So alike must tellings be to be paired.
const ALIKE: f64 = 0.45;

/// The tellings of both sides: those of the newer one in its order, what is gone behind what stood before it.
pub(super) fn tellings(sides: &Sides<'_>) -> Vec<TellingChange> {
    let [before, after] = read_tellings(sides);
    let pairs = pairs(sides, &before, &after);
    let of_old = |old: usize| pairs.iter().find(|pair| pair.0 == old).map(|pair| pair.1);
    let mut ordered: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    for new in 0..sides.new.processes.len() {
        ordered.push((pairs.iter().find(|pair| pair.1 == new).map(|pair| pair.0), Some(new)));
    }
    for old in (0..sides.old.processes.len()).filter(|old| of_old(*old).is_none()) {
        let before = ordered.iter().rposition(|(known, _)| known.is_some_and(|known| known < old));
        ordered.insert(before.map_or(0, |before| before + 1), (Some(old), None));
    }
    let telling = |(old, new): (Option<usize>, Option<usize>)| {
        let (read_old, read_new) = (old.map(|old| &before[old]), new.map(|new| &after[new]));
        let [old, new] = [read_old, read_new].map(|read| read.map(|read| read.process));
        TellingChange {
            old: old.map(|process| process.name.clone()),
            new: new.map(|process| process.name.clone()),
            old_at: old.map(|process| process.at.clone()),
            new_at: new.map(|process| process.at.clone()),
            steps: match (read_old, read_new) {
                (Some(old), Some(new)) => changes(&Comparison::new(sides, old, new)),
                _ => all_of(sides, old, new),
            },
        }
    };
    ordered.into_iter().map(telling).collect()
}

/// The pairs of tellings, by index, from the most alike on: each is paired once.
fn pairs(sides: &Sides<'_>, before: &[ReadTelling<'_>], after: &[ReadTelling<'_>]) -> Vec<(usize, usize)> {
    let mut found: Vec<(f64, usize, usize)> = Vec::new();
    for (i, old) in before.iter().enumerate() {
        for (j, new) in after.iter().enumerate() {
            let likeness = likeness(sides, old, new);
            if likeness >= ALIKE {
                found.push((likeness, i, j));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, old, new) in found {
        if pairs.iter().all(|pair| pair.0 != old && pair.1 != new) {
            pairs.push((old, new));
        }
    }
    pairs
}

/// What tellings are alike of which an editor has paired steps: more than any others.
const FIXED: f64 = 2.0;

/// How alike two tellings are, from 0 to 1: what they hold for, how they are printed, what they say. Steps that an editor has
/// paired decide.
fn likeness(sides: &Sides<'_>, read_old: &ReadTelling<'_>, read_new: &ReadTelling<'_>) -> f64 {
    let (old, new) = (read_old.process, read_new.process);
    if sides.fixed.iter().any(|pair| pair.joins(old, new)) {
        return FIXED;
    }
    if old.role != new.role || old.steps.is_empty() || new.steps.is_empty() {
        return 0.0;
    }
    let channels = channels_likeness(&old.scope.channels, &new.scope.channels);
    if channels == 0.0 {
        return 0.0;
    }
    let form = match (old.form, new.form) {
        (one, other) if one == other => 1.0,
        (Form::Table, Form::List) | (Form::List, Form::Table) => 0.3,
        _ => 0.0,
    };
    let text = Comparison::new(sides, read_old, read_new).likeness_of_all();
    // A table and a list of which no steps are alike tell other things.
    let other_things = are_apart(&old.scope.objects, &new.scope.objects);
    let other_people = are_apart(&old.scope.applicants, &new.scope.applicants);
    if text == 0.0 && old.form != new.form || other_things || other_people {
        return 0.0;
    }
    0.35 * channels + 0.1 * scope_likeness(&old.scope, &new.scope) + 0.1 * form + 0.45 * text
}

/// Whether two tellings are of other objects, or of other people.
fn are_apart(one: &[String], other: &[String]) -> bool {
    !one.is_empty() && !other.is_empty() && one.iter().all(|object| !other.contains(object))
}

/// How alike the other things are that two tellings hold for.
fn scope_likeness(one: &Scope, other: &Scope) -> f64 {
    let variant = if one.variant == other.variant { 1.0 } else { 0.0 };
    0.3 * share(&one.objects, &other.objects) + 0.3 * share(&one.applicants, &other.applicants) + 0.4 * variant
}

/// How much two lists share, from 0 to 1; two empty ones are alike.
fn share(one: &[String], other: &[String]) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let common = one.iter().filter(|name| other.contains(name)).count();
    if one.is_empty() && other.is_empty() { 1.0 } else { 2.0 * number(common) / number(one.len() + other.len()) }
}

/// How alike two sets of channels are.
fn channels_likeness(one: &[Channel], other: &[Channel]) -> f64 {
    match (one.is_empty(), other.is_empty()) {
        (true, true) => return 1.0,
        (true, false) | (false, true) => return 0.6,
        (false, false) => {}
    }
    let mut own: Vec<Channel> = one.iter().copied().map(Channel::today).collect();
    let mut theirs: Vec<Channel> = other.iter().copied().map(Channel::today).collect();
    for channels in [&mut own, &mut theirs] {
        channels.sort();
        channels.dedup();
    }
    let common = u32::try_from(own.iter().filter(|channel| theirs.contains(channel)).count()).unwrap_or(u32::MAX);
    let all = u32::try_from(own.len() + theirs.len()).unwrap_or(u32::MAX);
    2.0 * f64::from(common) / f64::from(all)
}
