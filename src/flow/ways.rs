//! Ways round steps that happen only on a condition, or only for some.
//!
//! What a telling holds for is cut into cases: one for each channel, object and applicant that its steps tell apart.
//! Whatever falls takes its cases along. A step that is for some of them takes those, and the others go round it;
//! a step on a condition takes all, and all may go round it.

use std::collections::{BTreeMap, BTreeSet};

use super::order::TimeOrder;
use super::{Goal, MAX_WAYS};
use crate::model::{Next, Process, Scope};

/// A channel, an object and an applicant; `None` = any that no step tells apart.
type Case<'p> = [Option<&'p str>; 3];

/// Most values of one kind that are told apart. A telling with more has its steps treated as conditional.
const MOST: usize = 12;

/// A telling and its cases.
pub(super) struct Ways<'p> {
    pub process: &'p Process,
    pub order: &'p TimeOrder,
    cases: Vec<Case<'p>>,
    /// Which of channel, object and applicant are told apart.
    told: [bool; 3],
    /// For each step the one of which it is a variant, else itself.
    groups: Vec<usize>,
    /// For each step that has variants, the variants.
    variants: BTreeMap<usize, Vec<usize>>,
}

/// What falls.
#[derive(Clone, Copy)]
pub(super) struct Falling<'a> {
    /// The step it falls from; `None` = the beginning.
    pub from: Option<usize>,
    /// What the arrow holds for, where not for all.
    pub only: Option<&'a Scope>,
}

/// Where something lands that falls.
#[derive(Debug, Clone, Copy)]
pub(super) struct Landing {
    pub to: Goal,
    /// The step round which it has come last.
    pub round: Option<usize>,
    /// It lands there only on a condition, or only for some.
    pub conditional: bool,
}

impl<'p> Ways<'p> {
    pub(super) fn new(process: &'p Process, order: &'p TimeOrder) -> Self {
        let arrows = |next: &'p Next| match next {
            Next::All(arrows) | Next::Choice(arrows) => arrows.as_slice(),
            Next::Below | Next::Unknown => &[],
        };
        let scopes: Vec<&Scope> = process
            .steps
            .iter()
            .flat_map(|step| step.only.iter().chain(arrows(&step.next).iter().filter_map(|arrow| arrow.only.as_ref())))
            .collect();
        let mut told = [false; 3];
        let mut cases: Vec<Case<'p>> = vec![[None; 3]];
        for kind in 0..3 {
            let mentioned: BTreeSet<&str> = scopes.iter().flat_map(|scope| names(scope, kind)).collect();
            let whole: BTreeSet<&str> = names(&process.scope, kind).into_iter().collect();
            // A telling for all has one case more: whatever its steps do not name.
            let values: Vec<Option<&str>> = if whole.is_empty() {
                mentioned.iter().copied().map(Some).chain([None]).collect()
            } else {
                whole.iter().copied().map(Some).collect()
            };
            told[kind] = !mentioned.is_empty() && values.len() <= MOST;
            if told[kind] {
                let cut = |case: &Case<'p>| {
                    let mut case = *case;
                    values
                        .iter()
                        .map(move |value| {
                            case[kind] = *value;
                            case
                        })
                        .collect::<Vec<_>>()
                };
                cases = cases.iter().flat_map(cut).collect();
            }
        }
        let groups: Vec<usize> = (0..process.steps.len()).map(|step| group(process, step)).collect();
        let mut variants: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (step, base) in groups.iter().enumerate().filter(|(step, base)| step != *base) {
            variants.entry(*base).or_default().push(step);
        }
        Self { process, order, cases, told, groups, variants }
    }

    /// The steps into which something falls that comes to `start`.
    pub(super) fn landings(&self, falling: Falling<'_>, start: Goal) -> Vec<Landing> {
        let mut cases: Vec<Case<'p>> = self.cases.clone();
        if let Some(from) = falling.from {
            cases.retain(|case| self.takes(from, case));
        }
        if let Some(only) = falling.only {
            cases.retain(|case| self.admits(only, case));
        }
        let group = falling.from.map(|from| self.groups[from]);
        let mut landings = Vec::new();
        let mut known = BTreeSet::new();
        let mut at = start;
        let mut round = None;
        while let Goal::Step(step) = at {
            if !known.insert(step) || landings.len() > MAX_WAYS {
                return landings;
            }
            let past = self.order.past(self.process, step);
            // Of two variants one happens or the other. What is for other cases is no way at all.
            let (inside, outside): (Vec<Case<'p>>, Vec<Case<'p>>) =
                cases.iter().copied().partition(|case| self.takes(step, case));
            if inside.is_empty() || (group == Some(self.groups[step]) && self.has_variants(step)) {
                at = past;
                continue;
            }
            let doubtful = self.is_doubtful(step);
            let conditional = doubtful || !outside.is_empty();
            landings.push(Landing { to: at, round, conditional });
            if !conditional {
                return landings;
            }
            if !doubtful {
                cases = outside;
            }
            round = Some(step);
            at = past;
        }
        landings.push(Landing { to: at, round, conditional: false });
        landings
    }

    /// Whether a step may be passed by for a reason that is no case: a condition, a variant of it.
    fn is_doubtful(&self, step: usize) -> bool {
        let own = &self.process.steps[step];
        let untold = |only: &Scope| {
            only.variant.is_some() || (0..3).any(|kind| !self.told[kind] && !names(only, kind).is_empty())
        };
        own.guard.is_some()
            || own.only.as_ref().is_some_and(untold)
            || (own.only.is_none() && self.may_yet_happen_otherwise(step))
    }

    /// Whether another variant of the same step, for all too, comes later in time.
    fn may_yet_happen_otherwise(&self, step: usize) -> bool {
        let all = &self.order.all;
        let later = all.iter().skip_while(|known| **known != step).skip(1);
        self.has_variants(step)
            && later
                .filter(|other| self.process.steps[**other].only.is_none())
                .any(|other| self.groups[*other] == self.groups[step])
    }

    /// Whether a step is for a case. One that has variants is for what they leave.
    fn takes(&self, step: usize, case: &Case<'p>) -> bool {
        match &self.process.steps[step].only {
            Some(only) => self.admits(only, case),
            None => !self
                .variants(step)
                .filter_map(|variant| self.process.steps[variant].only.as_ref())
                .any(|only| self.admits(only, case)),
        }
    }

    fn admits(&self, scope: &Scope, case: &Case<'p>) -> bool {
        (0..3).all(|kind| {
            let names = names(scope, kind);
            !self.told[kind] || names.is_empty() || case[kind].is_some_and(|value| names.contains(&value))
        })
    }

    fn variants(&self, step: usize) -> impl Iterator<Item = usize> {
        self.variants.get(&step).into_iter().flatten().copied()
    }

    fn has_variants(&self, step: usize) -> bool {
        self.process.steps[step].variant_of.is_some() || self.variants(step).next().is_some()
    }
}

/// The step of which all variants are variants.
fn group(process: &Process, step: usize) -> usize {
    let mut at = step;
    for _ in 0..process.steps.len() {
        match process.steps[at].variant_of {
            Some(base) => at = base,
            None => break,
        }
    }
    at
}

/// The channels, objects or applicants of a scope.
fn names(scope: &Scope, kind: usize) -> Vec<&str> {
    match kind {
        0 => scope.channels.iter().map(|channel| channel.as_str()).collect(),
        1 => scope.objects.iter().map(String::as_str).collect(),
        _ => scope.applicants.iter().map(String::as_str).collect(),
    }
}
