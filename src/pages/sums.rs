//! How long a way to the result takes: the sum of the limits of its steps, for each channel by itself.
//!
//! The same way is often told more than once, and not every telling names the limits. The sum is that of the telling which
//! names most of them, and it says which one that is.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::home::count;
use super::tellings::StepsContext;
use super::view::{ChannelSum, Sum, SumPart};
use crate::flow;
use crate::model::{Binds, Length, Limit, Measure, OverallTerm, Process, Step};
use crate::vocabulary::{Bound, Channel, Direction, LimitKind, Role, TermKind, Unit, Variant};

impl StepsContext<'_, '_> {
    /// The sums of a telling, one for each channel of its block that takes another time.
    pub(super) fn sums(&self, telling: &Process) -> Vec<ChannelSum> {
        let channels = &telling.scope.channels;
        if channels.is_empty() {
            return vec![self.sum_of(telling, None)];
        }
        let mut sums: Vec<ChannelSum> = Vec::new();
        for channel in channels {
            let sum = self.sum_of(telling, Some(*channel));
            match sums.iter_mut().find(|known| (&known.sum, &known.by) == (&sum.sum, &sum.by)) {
                Some(known) => known.channels.extend(sum.channels),
                None => sums.push(sum),
            }
        }
        if let [one] = sums.as_mut_slice() {
            one.channels.clear();
        }
        sums
    }

    /// The sum for one channel, or for all: of the telling, or of one that tells the same way with more limits.
    fn sum_of(&self, telling: &Process, channel: Option<Channel>) -> ChannelSum {
        let continued = self.continuing(telling);
        let own = sum(telling, &continued, channel);
        let mut best: (&Process, Counted) = (telling, own);
        for other in self.regulation.processes.iter().filter(|other| self.tells_again(other, telling, channel)) {
            let counted = sum(other, &continued, channel);
            // What tells a part of the way alone is no measure of it.
            if counted.limited > best.1.limited && 2 * counted.way >= best.1.way {
                best = (other, counted);
            }
        }
        let by = (best.0.name != telling.name).then(|| self.telling_link(best.0));
        let over_term = self.is_over_term(telling, channel, &best.1.sum);
        ChannelSum { channels: channel.into_iter().collect(), by, sum: Sum { over_term, ..best.1.sum } }
    }

    /// Whether a sum is longer than the term of the whole service that holds for a telling and a channel.
    fn is_over_term(&self, telling: &Process, channel: Option<Channel>, sum: &Sum) -> bool {
        // Minutes beside days are within these.
        let is_short = |unit: Unit| matches!(unit, Unit::Minute | Unit::Hour);
        let has_days = sum.parts.iter().any(|part| !is_short(part.unit));
        let parts = sum.parts.iter().filter(|part| !has_days || !is_short(part.unit));
        let own = Length::of(parts.map(|part| Measure { value: part.value, unit: part.unit }));
        let holds = |term: &&OverallTerm| {
            let for_channel = |channel: Channel| term.channels.is_empty() || term.channels.contains(&channel);
            let for_telling = term.of.is_empty() || term.of.contains(&telling.name);
            term.kind == TermKind::Overall && term.case.is_none() && for_telling && channel.is_none_or(for_channel)
        };
        let terms: Vec<Length> = self
            .regulation
            .terms
            .iter()
            .filter(holds)
            .filter(|term| term.except.is_none() && term.bound != Some(Bound::AtLeast))
            .filter_map(|term| Some(Length::of([term.measure?])))
            .collect();
        !terms.is_empty() && terms.iter().all(|term| own.compared(term) == Some(Ordering::Greater))
    }

    /// Whether a sequence tells once more what another tells, for a channel: it repeats that one, or another that leads the
    /// same way, and says itself that it holds for the channel, too.
    fn tells_again(&self, process: &Process, telling: &Process, channel: Option<Channel>) -> bool {
        let repeated =
            |process: &Process| process.retells.as_ref().and_then(|link| self.regulation.process(&link.process));
        let line = std::iter::successors(repeated(process), |process| repeated(process));
        let is_in_line = line.take(self.regulation.processes.len()).any(|known| known.name == telling.name);
        let holds = channel.is_some_and(|channel| process.scope.channels.contains(&channel));
        let is_joint = holds && process.scope.channels.len() > 1 && process.retells.is_some();
        process.role == Role::Sequence
            && process.name != telling.name
            && process.scope.variant != Some(Variant::Alternative)
            && (&process.scope.objects, &process.scope.applicants)
                == (&telling.scope.objects, &telling.scope.applicants)
            && (is_joint || (is_in_line && (holds || channel.is_none() || process.scope.channels.is_empty())))
    }
}

/// A sum, and how much of the way it counts.
#[derive(Debug)]
struct Counted {
    sum: Sum,
    /// Steps on the way.
    way: usize,
    /// Those of them with a limit that counts.
    limited: usize,
}

/// The sum of the limits on the way to the result, unit by unit; then of the tellings that go on with this one.
/// Working days are never added to days of unsaid kind, nor any unit to another. A telling that goes on with this one
/// by a link of which the editor doubts is left out: it may tell once more what was told.
fn sum(telling: &Process, continued: &[&Process], channel: Option<Channel>) -> Counted {
    let (doubted, sure): (Vec<&Process>, Vec<&Process>) =
        continued.iter().partition(|process| process.continues.as_ref().is_some_and(|link| link.doubt.is_some()));
    let mut counting = Counting { at_most: true, ..Counting::default() };
    counting.add(telling, channel);
    let (way, limited) = (counting.way, counting.way - counting.unlimited);
    for process in sure {
        counting.add(process, channel);
    }
    let mut with_doubted = counting.clone();
    for process in &doubted {
        with_doubted.add(process, channel);
    }
    let is_same = with_doubted.units == counting.units;
    let sum = Sum {
        parts: counting.parts(),
        no_way: way == 0,
        at_most: counting.at_most && with_doubted.at_most,
        unlimited: count(counting.unlimited),
        from_event: count(counting.from_event),
        left_out: count(counting.left_out),
        doubted: if is_same { 0 } else { count(doubted.iter().map(|process| process.steps.len()).sum()) },
        // What changes nothing is not told.
        with_doubted: if is_same { Vec::new() } else { with_doubted.parts() },
        over_term: false,
    };
    Counted { sum, way, limited }
}

/// A sum that is being counted.
#[derive(Debug, Clone, Default)]
struct Counting {
    units: BTreeMap<Unit, u32>,
    /// Steps on the way.
    way: usize,
    unlimited: usize,
    left_out: usize,
    /// Terms that count from an event, not from the end of the step before.
    from_event: usize,
    /// Every limit so far binds from above.
    at_most: bool,
}

impl Counting {
    fn add(&mut self, process: &Process, channel: Option<Channel>) {
        let graph = flow::graph(process);
        let graph = channel.map_or_else(|| graph.clone(), |channel| flow::for_channel(process, &graph, channel));
        let path = flow::main_path(process, &graph);
        let holds = |step: &&Step| channel.is_none_or(|channel| flow::holds_for(step.only.as_ref(), channel));
        self.left_out += process.steps.iter().filter(holds).count().saturating_sub(path.len());
        self.way += path.len();
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
                .filter(|limit| {
                    channel.is_none_or(|channel| limit.channels.is_empty() || limit.channels.contains(&channel))
                })
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
