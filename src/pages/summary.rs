//! The summary of a regulation: what everybody asks for, and how long it took.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::home::count;
use super::labels::Labels;
use super::view::{Fact, PassportRow, Sum, SumPart, Summary, TermRow};
use crate::flow;
use crate::model::{Process, Regulation};
use crate::vocabulary::{Bound, Direction, LimitKind, Unit};

/// The summary without the sums of the blocks, which the blocks know.
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
    Summary { rows: rows.collect(), terms: terms.collect(), sums: Vec::new() }
}

/// The sum of the limits on the way to the result, unit by unit; then of the tellings that go on with this one.
/// Working days are never added to days of unsaid kind, nor any unit to another. A telling that goes on with this one
/// by a link of which the editor doubts is left out: it may tell once more what was told.
pub(super) fn sum(telling: &Process, continued: &[&Process]) -> Sum {
    let mut parts: BTreeMap<Unit, u32> = BTreeMap::new();
    let (mut counted, mut unlimited, mut left_out) = (0, 0, 0);
    let (doubted, sure): (Vec<&Process>, Vec<&Process>) =
        continued.iter().partition(|process| process.continues.as_ref().is_some_and(|link| link.doubt.is_some()));
    for process in std::iter::once(telling).chain(sure) {
        let path = flow::main_path(process, &flow::graph(process));
        left_out += process.steps.len() - path.len();
        for index in path {
            let limits: Vec<_> = process.steps[index]
                .limits
                .iter()
                // A term that binds from below or up to an event says nothing about how long the step takes, and a term
                // taken over from the step above has been counted there.
                .filter(|limit| limit.kind == LimitKind::Duration && limit.bound != Some(Bound::AtLeast))
                .filter(|limit| limit.direction == Direction::After && !limit.inherited)
                .filter_map(|limit| limit.measure)
                .collect();
            if limits.is_empty() {
                unlimited += 1;
            } else {
                counted += 1;
            }
            for measure in limits {
                let part = parts.entry(measure.unit).or_default();
                *part = part.saturating_add(measure.value);
            }
        }
    }
    Sum {
        parts: parts.into_iter().map(|(unit, value)| SumPart { value, unit }).collect(),
        counted: count(counted),
        unlimited: count(unlimited),
        left_out: count(left_out),
        doubted: count(doubted.iter().map(|process| process.steps.len()).sum()),
    }
}
