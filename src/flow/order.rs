//! The order of the steps in time.
//!
//! Steps and their sub-steps are a tree: sub-steps follow their step before anything else does. Among the steps of one
//! level the printed order holds, but a step with `happens_after` stands behind that step, and a variant behind the
//! step of which it is one.

use std::collections::BTreeMap;

use super::Goal;
use crate::model::Process;
use crate::vocabulary::StepKind;

/// The order of the steps in time.
pub(super) struct TimeOrder {
    /// Every step; those whose place is not told come last.
    pub all: Vec<usize>,
    /// The step that follows each.
    pub below: Vec<Option<usize>>,
    /// The first step.
    pub first: Option<usize>,
    /// The step that each is a part of.
    parents: Vec<Option<usize>>,
}

impl TimeOrder {
    pub(super) fn of(process: &Process) -> Self {
        let parents = parents(process);
        let mut children: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (step, parent) in parents.iter().enumerate() {
            children.entry(*parent).or_default().push(step);
        }
        let levels = Levels { process, parents: &parents, children: &children };
        let mut order = Vec::new();
        levels.add(None, &mut order);
        let mut below = vec![None; process.steps.len()];
        for pair in order.windows(2) {
            if let [step, next] = pair {
                below[*step] = Some(*next);
            }
        }
        let first = order.first().copied();
        let mut all = order;
        for step in (0..process.steps.len()).filter(|step| process.steps[*step].order_unknown) {
            all.push(step);
            levels.add(Some(step), &mut all);
        }
        Self { all, below, first, parents }
    }

    /// What is below a step, refusals left out: nothing falls into them. Where a refusal ends with it, the refusal.
    pub(super) fn below(&self, process: &Process, step: usize) -> Goal {
        self.pass_refusals(process, step, self.below[step])
    }

    /// What is below a step and all its sub-steps, refusals left out.
    pub(super) fn past(&self, process: &Process, step: usize) -> Goal {
        self.pass_refusals(process, step, self.behind(step))
    }

    fn pass_refusals(&self, process: &Process, from: usize, mut at: Option<usize>) -> Goal {
        let refusal = |step: &usize| process.steps[*step].kind == StepKind::Refusal;
        // The last part of a refusal ends as the refusal does.
        if let Some(refused) = self.ancestors(from).find(refusal)
            && !at.is_some_and(|next| self.is_part(next, refused))
        {
            return Goal::Refused;
        }
        while let Some(next) = at {
            if !refusal(&next) {
                return Goal::Step(next);
            }
            at = self.behind(next);
        }
        Goal::End
    }

    /// The step that follows a step and all its sub-steps.
    fn behind(&self, step: usize) -> Option<usize> {
        let mut at = self.below[step];
        while let Some(next) = at.filter(|next| self.is_part(*next, step)) {
            at = self.below[next];
        }
        at
    }

    /// The first sub-step of a step.
    pub(super) fn first_part(&self, step: usize) -> Option<usize> {
        self.below[step].filter(|next| self.is_part(*next, step))
    }

    fn is_part(&self, step: usize, of: usize) -> bool {
        self.ancestors(step).any(|ancestor| ancestor == of)
    }

    /// The steps that a step is a part of, the nearest first.
    fn ancestors(&self, step: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parents[step], |parent| self.parents[*parent])
    }
}

/// The step that each is a part of. A parent stands before its parts, so that there are no circles.
fn parents(process: &Process) -> Vec<Option<usize>> {
    let index: BTreeMap<&str, usize> =
        process.steps.iter().enumerate().map(|(at, step)| (step.id.as_str(), at)).collect();
    let parent = |(at, id): (usize, Option<&String>)| index.get(id?.as_str()).copied().filter(|parent| *parent < at);
    process.steps.iter().map(|step| step.parent.as_ref()).enumerate().map(parent).collect()
}

/// Steps by the step that they are a part of.
struct Levels<'p> {
    process: &'p Process,
    parents: &'p [Option<usize>],
    children: &'p BTreeMap<Option<usize>, Vec<usize>>,
}

impl Levels<'_> {
    /// Adds the parts of a step, each with its own parts behind it, but for those whose place is not told.
    fn add(&self, parent: Option<usize>, order: &mut Vec<usize>) {
        let all = self.children.get(&parent).map(Vec::as_slice).unwrap_or_default();
        let own = all.iter().copied().filter(|step| !self.process.steps[*step].order_unknown);
        let (mut waiting, mut level): (Vec<usize>, Vec<usize>) = own.partition(|step| self.after(*step).is_some());
        // A step that happens after one that is itself moved waits until that one has its place.
        while !waiting.is_empty() {
            let before = waiting.len();
            waiting.retain(|step| !self.insert(&mut level, *step));
            if waiting.len() == before {
                // After a step whose own place is not told, or in a circle: as printed, at the end.
                level.append(&mut waiting);
            }
        }
        for step in level {
            order.push(step);
            self.add(Some(step), order);
        }
    }

    /// The step of the same level behind which a step stands, where that is not the one printed above it.
    fn after(&self, step: usize) -> Option<usize> {
        let own = &self.process.steps[step];
        let behind = own.happens_after.or(own.variant_of)?;
        let mut line = std::iter::successors(Some(behind), |step| self.parents[*step]);
        line.find(|other| self.parents[*other] == self.parents[step]).filter(|other| *other != step)
    }

    /// Puts a step behind the one after which it happens, and behind all that happen after that one and are printed
    /// before it. Whether that one has its place already.
    fn insert(&self, level: &mut Vec<usize>, step: usize) -> bool {
        let Some(mut at) = self.after(step).and_then(|after| level.iter().position(|known| *known == after)) else {
            return false;
        };
        let anchor = level[at];
        let follows = |mut known: usize| {
            // Chains end: what is in the order hangs on steps that were there before.
            while let Some(earlier) = self.after(known) {
                if earlier == anchor {
                    return true;
                }
                known = earlier;
            }
            false
        };
        at += 1;
        while level.get(at).is_some_and(|known| follows(*known)) {
            at += 1;
        }
        level.insert(at, step);
        true
    }
}
