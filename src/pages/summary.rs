//! The summary of a regulation: what everybody asks for, and how long it took.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::home::count;
use super::labels::Labels;
use super::view::{Fact, PassportRow, Sum, SumPart, Summary, TermRow};
use crate::flow;
use crate::model::{Binds, Limit, Measure, Process, Regulation};
use crate::vocabulary::{Bound, Direction, LimitKind, Unit};

/// The summary without what the blocks know: the sums, the refusals.
pub(super) fn summary(frame: &Frame<'_>, labels: &Labels<'_>, regulation: &Regulation) -> Summary {
    let rows = regulation.passport.iter().map(|(field, facts)| PassportRow {
        key: field.as_str().to_owned(),
        stated: facts.iter().any(|fact| !fact.refers),
        facts: merged(facts.iter().map(|fact| {
            // A table says it in its cells: only the place is named.
            let words = Some(frame.words(&fact.text)).filter(|_| !fact.text.words.is_empty());
            let (words, see) = if fact.refers { (None, words) } else { (words, None) };
            Fact { words, see, at: vec![labels.link(frame, &fact.at)], channels: fact.channels.clone() }
        })),
    });
    let terms = regulation.terms.iter().map(|term| TermRow {
        kind: term.kind,
        words: frame.words(&term.words),
        at: labels.link(frame, &term.at),
        channels: term.channels.clone(),
        case: term.case.as_ref().map(|case| frame.words(case)),
    });
    Summary { rows: rows.collect(), terms: terms.collect(), sums: Vec::new(), refused: Vec::new() }
}

/// Statements of which each stands once, with all places and channels that have the same words.
fn merged(facts: impl Iterator<Item = Fact>) -> Vec<Fact> {
    let mut once: Vec<Fact> = Vec::new();
    for fact in facts {
        let is_same = |known: &&mut Fact| {
            (&known.words, &known.see) == (&fact.words, &fact.see)
                && known.channels.is_empty() == fact.channels.is_empty()
        };
        match once.iter_mut().find(is_same) {
            Some(known) => {
                known.at.extend(fact.at);
                let new = fact.channels.into_iter().filter(|channel| !known.channels.contains(channel));
                known.channels.extend(new.collect::<Vec<_>>());
            }
            None => once.push(fact),
        }
    }
    once
}

/// The sum of the limits on the way to the result, unit by unit; then of the tellings that go on with this one.
/// Working days are never added to days of unsaid kind, nor any unit to another. A telling that goes on with this one
/// by a link of which the editor doubts is left out: it may tell once more what was told.
pub(super) fn sum(telling: &Process, continued: &[&Process]) -> Sum {
    let (doubted, sure): (Vec<&Process>, Vec<&Process>) =
        continued.iter().partition(|process| process.continues.as_ref().is_some_and(|link| link.doubt.is_some()));
    let mut counting = Counting { at_most: true, ..Counting::default() };
    for process in std::iter::once(telling).chain(sure) {
        counting.add(process);
    }
    let mut with_doubted = counting.clone();
    for process in &doubted {
        with_doubted.add(process);
    }
    let is_same = with_doubted.units == counting.units;
    Sum {
        parts: counting.parts(),
        at_most: counting.at_most && with_doubted.at_most,
        unlimited: count(counting.unlimited),
        from_event: count(counting.from_event),
        left_out: count(counting.left_out),
        doubted: if is_same { 0 } else { count(doubted.iter().map(|process| process.steps.len()).sum()) },
        // What changes nothing is not told.
        with_doubted: if is_same { Vec::new() } else { with_doubted.parts() },
    }
}

/// A sum that is being counted.
#[derive(Debug, Clone, Default)]
struct Counting {
    units: BTreeMap<Unit, u32>,
    unlimited: usize,
    left_out: usize,
    /// Terms that count from an event, not from the end of the step before.
    from_event: usize,
    /// Every limit so far binds from above.
    at_most: bool,
}

impl Counting {
    fn add(&mut self, process: &Process) {
        let path = flow::main_path(process, &flow::graph(process));
        self.left_out += process.steps.len() - path.len();
        for (turn, index) in path.into_iter().enumerate() {
            let mut counted = false;
            // A term that binds somebody else, from below or up to an event says nothing about how long the step takes,
            // and a term taken over from the step above has been counted there.
            let limits = process.steps[index]
                .limits
                .iter()
                .filter(|limit| limit.kind == LimitKind::Duration && limit.bound != Some(Bound::AtLeast))
                .filter(|limit| limit.direction == Direction::After && !limit.inherited)
                .filter(|limit| limit.binds == Binds::Doer)
                .filter_map(|limit| Some((limit, limit.measure?)));
            // Terms of different parts add up. Of terms that hold for the whole step, or for different cases of it, one
            // binds: the longest is counted.
            let is_part = |(limit, _): &(&Limit, Measure)| !is_for_a_case(limit) && limit.part.is_some();
            let (parts, whole): (Vec<_>, Vec<_>) = limits.partition(is_part);
            let longest = whole.into_iter().max_by_key(|(_, measure)| minutes(*measure));
            for (limit, measure) in parts.into_iter().chain(longest) {
                let part = self.units.entry(measure.unit).or_default();
                *part = part.saturating_add(measure.value);
                self.at_most &= matches!(limit.bound, Some(Bound::AtMost | Bound::NotLaterThan));
                counted = true;
                self.from_event += usize::from(turn > 0 && limit.from.is_some());
            }
            self.unlimited += usize::from(!counted);
        }
    }

    fn parts(&self) -> Vec<SumPart> {
        self.units.iter().map(|(unit, value)| SumPart { value: *value, unit: *unit }).collect()
    }
}

/// Whether a term holds for some channels, objects, receivers or cases only.
fn is_for_a_case(limit: &Limit) -> bool {
    !limit.channels.is_empty() || !limit.objects.is_empty() || limit.to.is_some() || limit.case.is_some()
}

/// How long a measure is, all days alike: to tell which of two is longer.
fn minutes(measure: Measure) -> u64 {
    let unit = match measure.unit {
        Unit::Minute => 1,
        Unit::Hour => 60,
        Unit::Day | Unit::WorkingDay | Unit::CalendarDay => 24 * 60,
        Unit::Month => 30 * 24 * 60,
    };
    unit * u64::from(measure.value)
}
