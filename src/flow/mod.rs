//! From a telling to a graph: which step leads to which.
//!
//! 1. Steps are put in order of time: as printed, but a step with `happens_after` stands behind that step.
//! 2. Where the encoding gives no arrow, a step leads to the step below it in time, the last one to the end. A refusal
//!    ends the process; nothing falls into it but a condition just above.
//! 3. A step that happens only on a condition (`when`) or only for some (`only`) has a way round it: whatever leads to
//!    it may also lead to what is below it.
//! 4. Entries are the first step, what one reaches by the ways round it, and steps with a way in of their own.
//!
//! The price: the graph is of steps only. Joins and choices are read off it (more than one arrow in or out).

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Text;
use crate::model::{Next, Origin, Process, Target};
use crate::vocabulary::StepKind;

/// The graph of a telling.
#[derive(Debug, Clone)]
pub struct Graph {
    /// The arrows, by step in printed order.
    pub edges: Vec<Edge>,
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
}

impl Graph {
    /// The arrows that leave a step.
    pub fn out(&self, step: usize) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.from == step)
    }
}

/// The graph of a telling.
pub fn graph(process: &Process) -> Graph {
    let order = TimeOrder::of(process);
    let mut edges = Vec::new();
    for step in 0..process.steps.len() {
        edges.extend(leaving(process, &order, step));
    }
    let entries = entries(process, &order);
    let reached = reach(entries.iter().copied(), |step| {
        edges.iter().filter(move |edge| edge.from == step).filter_map(|edge| edge.to.step()).collect()
    });
    let ends: Vec<usize> = edges.iter().filter(|edge| edge.to.step().is_none()).map(|edge| edge.from).collect();
    let open = (0..process.steps.len()).filter(|step| matches!(process.steps[*step].next, Next::Unknown));
    let finishing = reach(ends.into_iter().chain(open), |step| {
        edges.iter().filter(move |edge| edge.to == Goal::Step(step)).map(|edge| edge.from).collect()
    });
    let count = |wanted: &dyn Fn(usize) -> bool| (0..process.steps.len()).filter(|step| wanted(*step)).collect();
    let mut into: BTreeMap<usize, usize> = entries.iter().map(|entry| (*entry, 1)).collect();
    for step in edges.iter().filter_map(|edge| edge.to.step()) {
        *into.entry(step).or_default() += 1;
    }
    Graph {
        unreachable: count(&|step| !reached.contains(&step) && !process.steps[step].order_unknown),
        endless: count(&|step| !finishing.contains(&step)),
        joins: count(&|step| into.get(&step).is_some_and(|arrows| *arrows > 1)),
        choices: count(&|step| edges.iter().filter(|edge| edge.from == step && edge.choice).count() > 1),
        edges,
        entries,
    }
}

impl Goal {
    /// Index of the step, where it is one.
    pub fn step(self) -> Option<usize> {
        match self {
            Self::Step(step) => Some(step),
            Self::End | Self::Refused => None,
        }
    }
}

/// The order of the steps in time.
struct TimeOrder {
    below: Vec<Option<usize>>,
    first: Option<usize>,
}

impl TimeOrder {
    fn of(process: &Process) -> Self {
        let mut order: Vec<usize> = Vec::new();
        let moved = |step: &usize| process.steps[*step].happens_after.is_some() || process.steps[*step].order_unknown;
        order.extend((0..process.steps.len()).filter(|step| !moved(step)));
        for (step, after) in
            process.steps.iter().enumerate().filter_map(|(step, value)| Some((step, value.happens_after?)))
        {
            let at = order.iter().position(|known| *known == after).map_or(order.len(), |at| at + 1);
            order.insert(at, step);
        }
        let mut below = vec![None; process.steps.len()];
        for pair in order.windows(2) {
            if let [step, next] = pair {
                below[*step] = Some(*next);
            }
        }
        Self { below, first: order.first().copied() }
    }

    /// What is below a step, refusals left out: nothing falls into them.
    fn below(&self, process: &Process, step: usize) -> Goal {
        let mut at = self.below[step];
        while let Some(next) = at {
            if process.steps[next].kind != StepKind::Refusal {
                return Goal::Step(next);
            }
            at = self.below[next];
        }
        Goal::End
    }
}

fn leaving(process: &Process, order: &TimeOrder, step: usize) -> Vec<Edge> {
    let default = |to: Goal, choice: bool| Edge {
        from: step,
        to,
        label: None,
        origin: Origin::Inferred,
        written: false,
        falls: true,
        round: None,
        choice,
        outcome: None,
        doubt: None,
    };
    let (arrows, choice) = match &process.steps[step].next {
        Next::Unknown => return Vec::new(),
        Next::Below if process.steps[step].order_unknown => return Vec::new(),
        Next::Below if process.steps[step].kind == StepKind::Refusal => return vec![default(Goal::Refused, false)],
        Next::Below => {
            let refusal = order.below[step].filter(|next| {
                process.steps[step].kind == StepKind::Condition && process.steps[*next].kind == StepKind::Refusal
            });
            let mut edges: Vec<Edge> = refusal.map(|refusal| default(Goal::Step(refusal), true)).into_iter().collect();
            edges.push(default(order.below(process, step), refusal.is_some()));
            return with_ways_round(process, order, edges);
        }
        Next::All(arrows) => (arrows, false),
        Next::Choice(arrows) => (arrows, true),
    };
    let edges = arrows
        .iter()
        .map(|arrow| Edge {
            to: match arrow.to {
                Target::Step(to) => Goal::Step(to),
                Target::Below => order.below(process, step),
                Target::End => Goal::End,
                Target::Refused => Goal::Refused,
            },
            label: arrow.label.clone(),
            origin: arrow.origin.clone(),
            written: true,
            falls: arrow.to == Target::Below,
            outcome: arrow.outcome.clone(),
            doubt: arrow.doubt.clone(),
            ..default(Goal::End, choice)
        })
        .collect();
    with_ways_round(process, order, edges)
}

/// Adds to each arrow that falls into a conditional step the way round that step. An arrow with a label of its own
/// has chosen the step already.
fn with_ways_round(process: &Process, order: &TimeOrder, edges: Vec<Edge>) -> Vec<Edge> {
    let mut all = Vec::new();
    for mut edge in edges {
        let mut known: BTreeSet<usize> = BTreeSet::new();
        while let Goal::Step(step) = edge.to {
            let guarded = is_conditional(process, step) && edge.label.is_none() && edge.falls;
            if !guarded || !known.insert(step) {
                break;
            }
            let round = Edge { to: order.below(process, step), round: Some(step), choice: true, ..edge.clone() };
            all.push(Edge { label: process.steps[step].guard.clone(), choice: true, ..edge });
            edge = round;
        }
        all.push(edge);
    }
    all
}

fn is_conditional(process: &Process, step: usize) -> bool {
    process.steps[step].guard.is_some() || process.steps[step].only.is_some()
}

fn entries(process: &Process, order: &TimeOrder) -> Vec<usize> {
    let mut entries = BTreeSet::new();
    let mut at = order.first.map(Goal::Step);
    while let Some(Goal::Step(step)) = at {
        if !entries.insert(step) || !is_conditional(process, step) {
            break;
        }
        at = Some(order.below(process, step));
    }
    entries.extend((0..process.steps.len()).filter(|step| process.steps[*step].entry.is_some()));
    entries.into_iter().collect()
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
    out.peek().is_some() && out.all(|edge| matches!(edge.origin, Origin::Stated(_)))
}

/// The way to the result: the longest run of steps from an entry to an end that is no refusal, forward in printed
/// order. Where steps give the result, the way ends at one of them. Empty where there is no such way.
pub fn main_path(process: &Process, graph: &Graph) -> Vec<usize> {
    let count = process.steps.len();
    // The best way onward from each step: how many steps it takes, and the next one.
    let mut best: Vec<Option<(usize, usize, Option<usize>)>> = vec![None; count];
    for step in (0..count).rev() {
        let gives = usize::from(process.steps[step].kind == StepKind::Result);
        for edge in graph.out(step) {
            let candidate = match edge.to {
                Goal::End => Some((gives, 1, None)),
                Goal::Step(next) if next > step => {
                    best[next].map(|(result, length, _)| (result, length + 1, Some(next)))
                }
                Goal::Step(_) | Goal::Refused => None,
            };
            if candidate.map(|(result, length, _)| (result, length))
                > best[step].map(|(result, length, _)| (result, length))
            {
                best[step] = candidate;
            }
        }
    }
    let start = graph.entries.iter().copied().filter(|entry| best[*entry].is_some());
    let start =
        start.max_by_key(|entry| (best[*entry].map(|(result, length, _)| (result, length)), std::cmp::Reverse(*entry)));
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
