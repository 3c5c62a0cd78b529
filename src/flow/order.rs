//! The order of the steps in time.

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
}

impl TimeOrder {
    pub(super) fn of(process: &Process) -> Self {
        let steps = &process.steps;
        let told = |step: &usize| !steps[*step].order_unknown;
        let (moved, mut order): (Vec<usize>, Vec<usize>) =
            (0..steps.len()).filter(told).partition(|step| steps[*step].happens_after.is_some());
        // A step that happens after one that is itself moved waits until that one has its place.
        let mut waiting = moved;
        while !waiting.is_empty() {
            let before = waiting.len();
            waiting.retain(|step| !insert(process, &mut order, *step));
            if waiting.len() == before {
                // After a step whose own place is not told, or in a circle: as printed, at the end.
                order.append(&mut waiting);
            }
        }
        let mut below = vec![None; steps.len()];
        for pair in order.windows(2) {
            if let [step, next] = pair {
                below[*step] = Some(*next);
            }
        }
        let first = order.first().copied();
        order.extend((0..steps.len()).filter(|step| !told(step)));
        Self { all: order, below, first }
    }

    /// What is below a step, refusals left out: nothing falls into them.
    pub(super) fn below(&self, process: &Process, step: usize) -> Goal {
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

/// Puts a step behind the one after which it happens, and behind all that happen after that one and are printed
/// before it. Whether that one has its place already.
fn insert(process: &Process, order: &mut Vec<usize>, step: usize) -> bool {
    let after = |step: usize| process.steps[step].happens_after;
    let Some(mut at) = after(step).and_then(|after| order.iter().position(|known| *known == after)) else {
        return false;
    };
    let anchor = order[at];
    let follows = |mut known: usize| {
        // Chains end: what is in the order hangs on steps that were there before.
        while let Some(earlier) = after(known) {
            if earlier == anchor {
                return true;
            }
            known = earlier;
        }
        false
    };
    at += 1;
    while order.get(at).is_some_and(|known| follows(*known)) {
        at += 1;
    }
    order.insert(at, step);
    true
}
