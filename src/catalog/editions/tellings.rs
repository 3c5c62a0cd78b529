//! Takes out of tellings the steps that went, and what led to them.

use std::collections::{BTreeMap, BTreeSet};

use super::cut::reference;
use super::undo::Undone;
use crate::lang::Text;
use crate::model::{Arrow, Doers, Link, Next, Origin, Process, Step, Target};

/// Takes out the steps whose places went. A telling that loses all its steps is gone.
pub(super) fn cut(processes: &mut Vec<Process>, undone: &Undone) {
    let ids = |process: &Process| process.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>();
    let before: BTreeMap<String, Vec<String>> =
        processes.iter().map(|process| (process.name.clone(), ids(process))).collect();
    processes.retain_mut(|process| {
        let had_steps = !process.steps.is_empty();
        steps(process, undone);
        if had_steps { !process.steps.is_empty() } else { !undone.is_silent(&process.at) }
    });
    let after: BTreeMap<String, Vec<String>> =
        processes.iter().map(|process| (process.name.clone(), ids(process))).collect();
    for process in processes {
        if undone.is_gone(&process.at)
            && let Some(first) = process.steps.first()
        {
            process.at.clone_from(&first.id);
        }
        let at = process.at.clone();
        process.when = process.when.take().filter(|when| undone.says(&at, when));
        let links = Links { own: &process.name, before: &before, after: &after, undone };
        process.retells = process.retells.take().and_then(|link| links.cut(links.paired(link)));
        process.of =
            std::mem::take(&mut process.of).into_iter().filter_map(|link| links.cut(links.paired(link))).collect();
        process.alternative_to = process.alternative_to.take().and_then(|link| links.cut(link));
        process.continues = process.continues.take().and_then(|link| links.cut(link));
    }
}

/// The links of a telling: the steps of every telling before and after, by its name.
struct Links<'a> {
    own: &'a str,
    before: &'a BTreeMap<String, Vec<String>>,
    after: &'a BTreeMap<String, Vec<String>>,
    undone: &'a Undone,
}

impl Links<'_> {
    /// A link with its pairs written out, where steps are matched one by one in order: the order is not what it was.
    fn paired(&self, link: Link) -> Link {
        let lost = |name: &str| self.before.get(name) != self.after.get(name);
        if !link.pairs.is_empty() || !(lost(self.own) || lost(&link.process)) {
            return link;
        }
        let of = |name: &str| self.before.get(name).map(Vec::as_slice).unwrap_or_default();
        let pairs = of(self.own).iter().zip(of(&link.process)).map(|(own, other)| (own.clone(), vec![other.clone()]));
        Link { pairs: pairs.collect(), ..link }
    }

    /// What is left of a link; `None` where it would say something else.
    fn cut(&self, mut link: Link) -> Option<Link> {
        let other = self.after.get(&link.process)?;
        let own = self.after.get(self.own)?;
        if link.after.as_ref().is_some_and(|after| !other.contains(after)) {
            return None;
        }
        let had_pairs = !link.pairs.is_empty();
        link.pairs.retain_mut(|(step, others)| {
            others.retain(|step| other.contains(step));
            own.contains(step) && !others.is_empty()
        });
        origin(&mut link.origin, self.undone);
        (!had_pairs || !link.pairs.is_empty()).then_some(link)
    }
}

/// A telling without the steps that went.
fn steps(process: &mut Process, undone: &Undone) {
    let kept: Vec<bool> = process.steps.iter().map(|step| !undone.is_silent(&step.id)).collect();
    let mut count = 0;
    let moved: Vec<Option<usize>> = kept
        .iter()
        .map(|kept| {
            let at = count;
            count += usize::from(*kept);
            kept.then_some(at)
        })
        .collect();
    let mut kept = kept.into_iter();
    process.steps.retain(|_| kept.next().unwrap_or(true));
    let ids: BTreeSet<String> = process.steps.iter().map(|step| step.id.clone()).collect();
    for own in &mut process.steps {
        step(own, undone, &ids, &|index| moved.get(index).copied().flatten());
    }
}

fn step(step: &mut Step, undone: &Undone, ids: &BTreeSet<String>, moved: &dyn Fn(usize) -> Option<usize>) {
    if step.parent.as_ref().is_some_and(|parent| !ids.contains(parent)) {
        step.parent = None;
        if step.doers.inherited {
            step.doers = Doers::default();
        }
        step.limits.retain(|limit| !limit.inherited);
    }
    step.limits.retain(|limit| undone.says(&limit.at, &limit.words));
    step.printed_target = step.printed_target.and_then(moved);
    step.variant_of = step.variant_of.and_then(moved);
    let after = step.happens_after;
    step.happens_after = after.and_then(moved);
    step.order_unknown |= after.is_some() && step.happens_after.is_none();
    step.form.iter_mut().for_each(|form| reference(form, undone));
    if let Next::All(arrows) | Next::Choice(arrows) = &mut step.next {
        for arrow in arrows {
            self::arrow(arrow, undone, moved);
        }
    }
    if let Some(former) = undone.reworded.get(&step.id) {
        reread(step, former);
    }
}

/// An arrow to a step that was not there led somewhere else: nobody knows where.
fn arrow(arrow: &mut Arrow, undone: &Undone, moved: &dyn Fn(usize) -> Option<usize>) {
    if let Target::Step(to) = arrow.to {
        arrow.to = moved(to).map_or(Target::Unknown, Target::Step);
    }
    origin(&mut arrow.origin, undone);
}

/// What a place stated that is gone nobody states.
fn origin(origin: &mut Origin, undone: &Undone) {
    if matches!(origin, Origin::Stated(at) if undone.is_silent(at)) {
        *origin = Origin::Inferred;
    }
}

/// A step in its former words: what it quoted of today's words stays only where the former ones have it too.
fn reread(step: &mut Step, former: &Text) {
    let stands = |words: &Text| former.words.contains(&words.words);
    for quoted in [&mut step.label, &mut step.outcome, &mut step.guard, &mut step.entry, &mut step.doers.as_written] {
        *quoted = quoted.take().filter(|words| stands(words));
    }
    step.fork = step.fork.take().filter(|fork| fork.of.iter().all(stands));
    step.slips.retain(|slip| former.words.contains(&slip.words));
    step.doubt = None;
    step.text.clone_from(former);
    if let Next::All(arrows) | Next::Choice(arrows) = &step.next
        && !arrows.iter().filter_map(|arrow| arrow.label.as_ref()).all(stands)
    {
        step.next = Next::Unknown;
    }
}
