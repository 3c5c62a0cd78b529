//! The summary of a regulation: what everybody asks for, and how long it took.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::home::count;
use super::labels::Labels;
use super::view::{Fact, PassportRow, Sum, SumPart, Summary, TermRow};
use crate::flow;
use crate::model::{Process, Regulation};
use crate::vocabulary::{Bound, Direction, LimitKind, Unit};

/// The summary without what the blocks know: the sums, the refusals.
pub(super) fn summary(frame: &Frame<'_>, labels: &Labels<'_>, regulation: &Regulation) -> Summary {
    let rows = regulation.passport.iter().map(|(field, facts)| PassportRow {
        key: field.as_str().to_owned(),
        facts: facts
            .iter()
            .map(|fact| {
                let words = frame.words(&fact.text);
                let (words, see) = if fact.refers { (None, Some(words)) } else { (Some(words), None) };
                Fact { words, see, at: labels.link(frame, &fact.at), channels: fact.channels.clone() }
            })
            .collect(),
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
    Sum {
        parts: counting.parts(),
        at_most: counting.at_most && with_doubted.at_most,
        unlimited: count(counting.unlimited),
        left_out: count(counting.left_out),
        doubted: count(doubted.iter().map(|process| process.steps.len()).sum()),
        with_doubted: with_doubted.parts(),
    }
}

/// A sum that is being counted.
#[derive(Debug, Clone, Default)]
struct Counting {
    units: BTreeMap<Unit, u32>,
    unlimited: usize,
    left_out: usize,
    /// Every limit so far binds from above.
    at_most: bool,
}

impl Counting {
    fn add(&mut self, process: &Process) {
        let path = flow::main_path(process, &flow::graph(process));
        self.left_out += process.steps.len() - path.len();
        for index in path {
            let mut counted = false;
            // A term that binds from below or up to an event says nothing about how long the step takes, and a term
            // taken over from the step above has been counted there.
            let limits = process.steps[index]
                .limits
                .iter()
                .filter(|limit| limit.kind == LimitKind::Duration && limit.bound != Some(Bound::AtLeast))
                .filter(|limit| limit.direction == Direction::After && !limit.inherited);
            for (limit, measure) in limits.filter_map(|limit| Some((limit, limit.measure?))) {
                let part = self.units.entry(measure.unit).or_default();
                *part = part.saturating_add(measure.value);
                self.at_most &= matches!(limit.bound, Some(Bound::AtMost | Bound::NotLaterThan));
                counted = true;
            }
            self.unlimited += usize::from(!counted);
        }
    }

    fn parts(&self) -> Vec<SumPart> {
        self.units.iter().map(|(unit, value)| SumPart { value: *value, unit: *unit }).collect()
    }
}
