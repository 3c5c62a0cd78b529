//! From a telling to a graph: which step leads to which.
//!
//! 1. Steps are put in order of time ([`order`]): as printed, but a step with `happens_after` stands behind that step.
//! 2. Where the encoding gives no arrow, a step leads to the step that its table prints as the next one, else to the
//!    step below it in time, the last one to the end. A refusal ends the process; nothing falls into it but a condition
//!    just above.
//! 3. A step that happens only on a condition (`when`) or only for some (`only`) has a way round it: whatever falls
//!    into it may also fall into what is below it ([`ways`]). Whoever goes round a step that is for one channel alone
//!    goes round all that are; two variants of one step never follow each other.
//! 4. Entries are the first step, what one reaches by the ways round it, and steps with a way in of their own.
//!
//! The price: the graph is of steps only. Joins and choices are read off it (more than one arrow in or out).

mod channel;
mod onward;
mod order;
mod ways;

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Text;
use crate::model::{Next, Origin, Process, Scope, Target};
use crate::vocabulary::StepKind;
pub use channel::{for_channel, holds_for};
pub use onward::onward;
use order::TimeOrder;
use ways::{Falling, Landing, Ways};

/// Most steps of one regulation, all its tellings together. Published ones have a few dozen to a telling.
pub const MAX_STEPS: usize = 1_000;

/// Most ways that lead on from one step. Whatever falls goes round every condition below it, so that the arrows of a
/// long run of conditions would grow with the square of its length; no more than these are drawn, and one.
pub const MAX_WAYS: usize = 24;

/// The graph of a telling.
#[derive(Debug, Clone)]
pub struct Graph {
    /// The arrows, by step in printed order.
    pub edges: Vec<Edge>,
    /// Indices of the steps in order of time; those whose place is not told come last.
    pub order: Vec<usize>,
    /// Indices of the steps where it begins.
    pub entries: Vec<usize>,
    /// Indices of the steps that nothing leads to.
    pub unreachable: Vec<usize>,
    /// Indices of the steps from which no end is reached.
    pub endless: Vec<usize>,
    /// Indices of the steps that more than one arrow leads to.
    pub joins: Vec<usize>,
    /// Indices of the steps with a choice of ways.
    pub choices: Vec<usize>,
}

/// An arrow.
#[derive(Debug, Clone)]
pub struct Edge {
    /// Index of the step it comes from.
    pub from: usize,
    /// Where it leads.
    pub to: Goal,
    /// On which condition.
    pub label: Option<Text>,
    /// What it holds for, where not for all.
    pub only: Option<Scope>,
    /// Who says so.
    pub origin: Origin,
    /// It was written by the editor, not taken by default.
    pub written: bool,
    /// It leads to whatever is below, by default or because the encoding says `below`.
    pub falls: bool,
    /// It leads round this step, whose condition does not hold.
    pub round: Option<usize>,
    /// One of several ways, not all of them.
    pub choice: bool,
    /// How the process ends there.
    pub outcome: Option<Text>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
}

/// Where an arrow leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    /// To the step of this index.
    Step(usize),
    /// To the end.
    End,
    /// To the end with a refusal.
    Refused,
    /// Nobody knows: the act is silent.
    Unknown,
}

impl Edge {
    /// Whether the act itself says that it is there.
    pub fn is_stated(&self) -> bool {
        matches!(self.origin, Origin::Stated(_))
    }
}

impl Graph {
    /// The arrows that leave a step.
    pub fn out(&self, step: usize) -> impl Iterator<Item = &Edge> {
        out(&self.edges, step).iter()
    }

    /// Indices of all steps that are reached from one, itself among them.
    pub fn onward(&self, step: usize) -> BTreeSet<usize> {
        reach(std::iter::once(step), |step| self.out(step).filter_map(|edge| edge.to.step()).collect())
    }

    /// The step that leads to this one where nobody says otherwise: the one above it in time, refusals left out.
    pub fn above(&self, process: &Process, step: usize) -> Option<usize> {
        let at = self.order.iter().position(|known| *known == step)?;
        let refusal = process.steps[step].kind == StepKind::Refusal;
        self.order[..at].iter().rev().copied().find(|above| refusal || process.steps[*above].kind != StepKind::Refusal)
    }
}

/// The graph of a telling.
pub fn graph(process: &Process) -> Graph {
    let order = TimeOrder::of(process);
    let ways = Ways::new(process, &order);
    let mut edges = Vec::new();
    for step in 0..process.steps.len() {
        edges.extend(leaving(&ways, step));
    }
    let entries = entries(&ways);
    let reached =
        reach(entries.iter().copied(), |step| out(&edges, step).iter().filter_map(|edge| edge.to.step()).collect());
    let ends: Vec<usize> = edges.iter().filter(|edge| edge.to.step().is_none()).map(|edge| edge.from).collect();
    let open = (0..process.steps.len()).filter(|step| matches!(process.steps[*step].next, Next::Unknown));
    let mut into: Vec<Vec<usize>> = vec![Vec::new(); process.steps.len()];
    for edge in &edges {
        if let Some(step) = edge.to.step() {
            into[step].push(edge.from);
        }
    }
    let finishing = reach(ends.into_iter().chain(open), |step| into[step].clone());
    let count = |wanted: &dyn Fn(usize) -> bool| (0..process.steps.len()).filter(|step| wanted(*step)).collect();
    Graph {
        unreachable: count(&|step| !reached.contains(&step) && !process.steps[step].order_unknown),
        endless: count(&|step| !finishing.contains(&step)),
        joins: count(&|step| into[step].len() + usize::from(entries.contains(&step)) > 1),
        choices: count(&|step| out(&edges, step).iter().filter(|edge| edge.choice).count() > 1),
        edges,
        entries,
        order: order.all,
    }
}

impl Goal {
    /// Index of the step, where it is one.
    pub fn step(self) -> Option<usize> {
        match self {
            Self::Step(step) => Some(step),
            Self::End | Self::Refused | Self::Unknown => None,
        }
    }
}

fn entries(ways: &Ways<'_>) -> Vec<usize> {
    let process = ways.process;
    let start = Falling { from: None, only: None };
    let first = ways.order.first.map(Goal::Step);
    let landings = first.map(|first| ways.landings(start, first)).unwrap_or_default();
    let mut entries: BTreeSet<usize> = landings.iter().filter_map(|landing| landing.to.step()).collect();
    entries.extend((0..process.steps.len()).filter(|step| process.steps[*step].entry.is_some()));
    entries.into_iter().collect()
}

/// The arrows that leave a step.
fn leaving(ways: &Ways<'_>, step: usize) -> Vec<Edge> {
    let process = ways.process;
    let own = &process.steps[step];
    let default = |to: Goal| Edge {
        from: step,
        to,
        label: None,
        only: None,
        origin: Origin::Inferred,
        written: false,
        falls: true,
        round: None,
        choice: false,
        outcome: None,
        doubt: None,
    };
    let falling = Falling { from: Some(step), only: None };
    let (arrows, choice) = match &own.next {
        Next::Unknown => return Vec::new(),
        // A refusal ends the process, when all its parts are done.
        Next::Below if own.kind == StepKind::Refusal => {
            return vec![default(ways.order.first_part(step).map_or(Goal::Refused, Goal::Step))];
        }
        Next::Below => {
            let printed = own.printed_target.filter(|target| *target != step).map(Goal::Step);
            if printed.is_none() && own.order_unknown {
                return Vec::new();
            }
            let refusal = ways.order.below[step].filter(|next| {
                own.kind == StepKind::Condition && process.steps[*next].kind == StepKind::Refusal && printed.is_none()
            });
            let origin = printed.map_or(Origin::Inferred, |_| Origin::Stated(own.id.clone()));
            let start = printed.unwrap_or_else(|| ways.order.below(process, step));
            let refusal = refusal.map(|refusal| Edge { choice: true, ..default(Goal::Step(refusal)) });
            let falls = ways.landings(falling, start).into_iter().map(|landing| {
                let edge = Edge { choice: refusal.is_some(), origin: origin.clone(), ..default(landing.to) };
                landed(process, edge, landing)
            });
            return refusal.clone().into_iter().chain(falls).collect();
        }
        Next::All(arrows) => (arrows, false),
        Next::Choice(arrows) => (arrows, true),
    };
    let mut edges = Vec::new();
    for arrow in arrows {
        let edge = |to: Goal| Edge {
            label: arrow.label.clone(),
            only: arrow.only.clone(),
            origin: arrow.origin.clone(),
            written: true,
            falls: arrow.to == Target::Below,
            outcome: arrow.outcome.clone(),
            doubt: arrow.doubt.clone(),
            choice,
            ..default(to)
        };
        match arrow.to {
            Target::Step(to) if arrow.label.is_some() || choice => edges.push(edge(Goal::Step(to))),
            Target::Step(to) => {
                // Whoever is sent to a conditional step may have to go round it.
                let falling = Falling { only: arrow.only.as_ref(), ..falling };
                let landings = ways.landings(falling, Goal::Step(to));
                let conditional =
                    landings.first().is_some_and(|landing| landing.to == Goal::Step(to) && landing.conditional);
                if conditional {
                    let landed = landings.into_iter().map(|landing| {
                        landed(process, Edge { falls: landing.round.is_some(), ..edge(landing.to) }, landing)
                    });
                    edges.extend(landed);
                } else {
                    edges.push(edge(Goal::Step(to)));
                }
            }
            Target::End => edges.push(edge(Goal::End)),
            Target::Refused => edges.push(edge(Goal::Refused)),
            Target::Unknown => edges.push(edge(Goal::Unknown)),
            Target::Below => {
                let falling = Falling { only: arrow.only.as_ref(), ..falling };
                let landings = ways.landings(falling, ways.order.below(process, step));
                if arrow.label.is_some() {
                    // An arrow with a label of its own has chosen the step already.
                    edges.extend(landings.first().map(|landing| edge(landing.to)));
                } else {
                    edges.extend(landings.into_iter().map(|landing| landed(process, edge(landing.to), landing)));
                }
            }
        }
    }
    // Of two ways to one place the way round says nothing new.
    let all = edges.clone();
    let twice =
        |edge: &Edge| edge.round.is_some() && all.iter().any(|other| other.to == edge.to && other.round.is_none());
    edges.retain(|edge| !twice(edge));
    edges
}

/// An arrow that falls, with what is known of the step it lands on.
fn landed(process: &Process, edge: Edge, landing: Landing) -> Edge {
    // The way round a step that the act names is not named by the act.
    let origin = if landing.round.is_some() { Origin::Inferred } else { edge.origin.clone() };
    let step = landing.to.step().filter(|_| landing.conditional).map(|step| &process.steps[step]);
    Edge {
        label: edge.label.clone().or_else(|| step.and_then(|step| step.guard.clone())),
        only: edge.only.clone().or_else(|| step.and_then(|step| step.only.clone())),
        round: landing.round,
        choice: edge.choice || landing.conditional || landing.round.is_some(),
        origin,
        ..edge
    }
}

/// The arrows that leave a step, of arrows in the order of the steps that they leave.
fn out(edges: &[Edge], step: usize) -> &[Edge] {
    let start = edges.partition_point(|edge| edge.from < step);
    let count = edges[start..].partition_point(|edge| edge.from == step);
    &edges[start..start + count]
}

fn reach(from: impl Iterator<Item = usize>, onward: impl Fn(usize) -> Vec<usize>) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<usize> = from.collect();
    while let Some(step) = open.pop() {
        if reached.insert(step) {
            open.extend(onward(step));
        }
    }
    reached
}

/// Whether the act itself states where a step leads.
pub fn is_stated(graph: &Graph, step: usize) -> bool {
    let mut out = graph.out(step).peekable();
    out.peek().is_some() && out.all(Edge::is_stated)
}

/// The way to the result: the longest run of steps from an entry to an end that is no refusal, forward in time. Where steps give the result, the way ends at one of them. Empty where there is no such way.
pub fn main_path(process: &Process, graph: &Graph) -> Vec<usize> {
    let count = process.steps.len();
    // The best way onward from each step: how many steps it takes, and the next one.
    let mut best: Vec<Option<(usize, usize, Option<usize>)>> = vec![None; count];
    let mut time = vec![0; count];
    for (at, step) in graph.order.iter().enumerate() {
        time[*step] = at;
    }
    for step in graph.order.iter().rev().copied() {
        let gives = usize::from(process.steps[step].kind == StepKind::Result);
        for edge in graph.out(step) {
            let candidate = match edge.to {
                Goal::End => Some((gives, 1, None)),
                Goal::Step(next) if time[next] > time[step] => {
                    best[next].map(|(result, length, _)| (result, length + 1, Some(next)))
                }
                Goal::Step(_) | Goal::Refused | Goal::Unknown => None,
            };
            if candidate.map(|(result, length, _)| (result, length))
                > best[step].map(|(result, length, _)| (result, length))
            {
                best[step] = candidate;
            }
        }
    }
    let start = graph.entries.iter().copied().filter(|entry| best[*entry].is_some());
    let start = start.max_by_key(|entry| {
        (best[*entry].map(|(result, length, _)| (result, length)), std::cmp::Reverse(time[*entry]))
    });
    let mut path = Vec::new();
    let mut at = start;
    while let Some(step) = at {
        path.push(step);
        at = best[step].and_then(|(_, _, next)| next);
    }
    path
}

/// Which steps of a telling match which of another: as the link pairs them, or one by one in order.
pub fn pairs(link: &crate::model::Link, own: &Process, other: &Process) -> BTreeMap<usize, Vec<usize>> {
    if link.pairs.is_empty() {
        return (0..own.steps.len().min(other.steps.len())).map(|index| (index, vec![index])).collect();
    }
    let mut pairs = BTreeMap::new();
    for (step, others) in &link.pairs {
        if let Some(step) = own.index_of(step) {
            pairs.insert(step, others.iter().filter_map(|id| other.index_of(id)).collect());
        }
    }
    pairs
}
