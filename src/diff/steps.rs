//! What became of the steps of a telling.

use std::collections::BTreeSet;

use super::align::{Alike, Fixed, Pair, align};
use super::deeds::is_telling;
use super::fields::plain_measure;
use super::read::{ReadStep, ReadTelling};
use super::roles;
use super::stems::{Bag, Lexicon, stems};
use super::words::{Piece, word_difference};
use super::{Aspect, Change, Sides};
use crate::flow::{self, Goal, Graph};
use crate::lang::{Text, fold_spaces};
use crate::model::{Measure, Process, Step};
use crate::vocabulary::{Bound, LimitKind, Role as Telling, StepKind};

/// What became of a step, or of several.
#[derive(Debug, Clone, PartialEq)]
pub struct StepChange {
    /// What became of it.
    pub change: Change,
    /// Anchors of the steps of the older side.
    pub old: Vec<String>,
    /// Anchors of the steps of the newer side.
    pub new: Vec<String>,
    /// What else differs.
    pub also: Vec<Aspect>,
    /// Why, if an editor says that they belong together or that there is no like.
    pub fixed: Option<Text>,
    /// Word by word; the texts of several steps stand one a line.
    pub words: Vec<Piece>,
}

impl StepChange {
    /// Whether nothing changed but numbers.
    pub fn is_same(&self) -> bool {
        self.change == Change::Same && self.also.is_empty()
    }
}

/// Two tellings side by side.
pub(super) struct Comparison<'a> {
    sides: Sides<'a>,
    lexicon: Lexicon,
    done: Lexicon,
    old: Side<'a>,
    new: Side<'a>,
    fixed: Vec<Fixed>,
}

/// A step of fewer words is a part of any other.
const FEW: usize = 4;

struct Side<'a> {
    process: &'a Process,
    steps: Vec<Compared<'a>>,
}

impl<'a> Side<'a> {
    /// Some of its steps.
    fn told(&self, steps: &[usize]) -> Vec<&'a Step> {
        steps.iter().map(|step| &self.process.steps[*step]).collect()
    }
}

/// What of a step is compared.
struct Compared<'a> {
    /// Its words without label and limits.
    bag: Bag,
    /// What is done in it.
    deeds: Bag,
    read: &'a ReadStep,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(sides: &Sides<'a>, old: &'a ReadTelling<'a>, new: &'a ReadTelling<'a>) -> Self {
        let (mut lexicon, mut done) = (Lexicon::default(), Lexicon::default());
        let mut side = |telling: &'a ReadTelling<'a>| {
            let compared = |read: &'a ReadStep| Compared {
                bag: lexicon.bag_of(read.stems.iter().map(String::as_str)),
                deeds: done.bag_of(read.deeds.iter().copied()),
                read,
            };
            Side { process: telling.process, steps: telling.steps.iter().map(compared).collect() }
        };
        let (old, new) = (side(old), side(new));
        let fixed = sides.fixed.iter().filter_map(|pair| pair.within(old.process, new.process)).collect();
        Self { sides: *sides, lexicon, done, old, new, fixed }
    }

    /// How alike the tellings are as a whole, from 0 to 1.
    pub(super) fn likeness_of_all(&self) -> f64 {
        let (olds, news) = self.counts();
        let sum: f64 = align(self).iter().map(|pair| self.likeness(pair.old[0], pair.new[0])).sum();
        let fewer = u32::try_from(olds.min(news)).unwrap_or(u32::MAX);
        let all = u32::try_from(olds + news).unwrap_or(u32::MAX);
        // What is told in full on one side and in brief on the other is the same telling still.
        0.5 * sum / f64::from(fewer) + sum / f64::from(all)
    }

    /// How near to each other two steps stand, each counted in its own telling, from 0 to 1.
    fn place_likeness(&self, old: usize, new: usize) -> f64 {
        let part = |index: usize, count: usize| {
            let [index, count] = [index, count.max(1)].map(|number| u32::try_from(number).unwrap_or(u32::MAX));
            (f64::from(index) + 0.5) / f64::from(count)
        };
        let (olds, news) = self.counts();
        1.0 - (part(old, olds) - part(new, news)).abs()
    }
}

impl Alike for Comparison<'_> {
    fn counts(&self) -> (usize, usize) {
        (self.old.steps.len(), self.new.steps.len())
    }

    fn likeness(&self, i: usize, j: usize) -> f64 {
        let (old, new) = (&self.old.steps[i], &self.new.steps[j]);
        let who = roles::likeness(&old.read.roles, &new.read.roles);
        let kind = kinds_likeness(old.read.kind, new.read.kind);
        let deeds = self.done.likeness(&old.deeds, &new.deeds);
        let words = self.lexicon.likeness(&old.bag, &new.bag);
        let contained = self.lexicon.share_in(&old.bag, &[&new.bag]).max(self.lexicon.share_in(&new.bag, &[&old.bag]));
        let contained = if old.bag.len().min(new.bag.len()) < FEW { words } else { contained };
        let seen = [words, contained, deeds, who, kind, self.place_likeness(i, j)];
        let weights = if self.sides.common.is_some() { WEIGHTS } else { BRIDGED };
        let sum: f64 = weights.into_iter().zip(seen).map(|(weight, seen)| weight * seen).sum();
        // Of two checks that have little in common, other things are checked.
        let are_checks = old.read.kind == StepKind::Condition && new.read.kind == StepKind::Condition;
        let differ = are_checks && self.sides.common.is_some() && words < 0.25 && contained < 0.5;
        sum - if differ { OTHER_CHECK } else { 0.0 }
    }

    fn least(&self) -> f64 {
        match (self.sides.common, self.new.process.role) {
            (None, _) => ALIKE_BRIDGED,
            (Some(_), Telling::Contents) => ALIKE_IN_BRIEF,
            (Some(_), _) => ALIKE,
        }
    }

    fn proof(&self, old: usize, new: usize) -> f64 {
        self.lexicon.likeness(&self.old.steps[old].bag, &self.new.steps[new].bag)
    }

    fn merged(&self, old: usize, new: usize, beside: &[usize]) -> Option<f64> {
        self.is_part((&self.old, old, beside), (&self.new, new))
    }

    fn split(&self, new: usize, old: usize, beside: &[usize]) -> Option<f64> {
        self.is_part((&self.new, new, beside), (&self.old, old))
    }

    fn fixed(&self) -> &[Fixed] {
        &self.fixed
    }
}

impl Comparison<'_> {
    /// How sure it is that a step is a part of a whole on the other side, of which others are parts already: its words stand
    /// there, or it does what is done there and by none of the others; and it is the same worker's.
    fn is_part(
        &self,
        (own, part, beside): (&Side<'_>, usize, &[usize]),
        (other, whole): (&Side<'_>, usize),
    ) -> Option<f64> {
        let (part, whole) = (&own.steps[part], &other.steps[whole]);
        let beside: Vec<&Compared> = beside.iter().map(|beside| &own.steps[*beside]).collect();
        let mut bags: Vec<&Bag> = beside.iter().map(|step| &step.bag).collect();
        let without = self.lexicon.share_in(&whole.bag, &bags);
        bags.push(&part.bag);
        let adds = self.lexicon.share_in(&whole.bag, &bags) - without;
        let of_part = self.lexicon.share_in(&part.bag, &[&whole.bag]);
        let done: Vec<&Bag> = beside.iter().map(|step| &step.deeds).collect();
        let telling = |deed: &usize| self.done.name(*deed).is_some_and(is_telling);
        let own = part.deeds.common(&whole.deeds).filter(telling);
        let deeds = own.filter(|deed| done.iter().all(|done| !done.has(*deed))).count();
        let by_words = of_part >= PART && adds >= ADDS;
        let by_deeds = of_part >= PART_BY_DEEDS && deeds > 0;
        let is_theirs = roles::likeness(&part.read.roles, &whole.read.roles) >= SAME_WORKER;
        (is_theirs && (by_words || by_deeds)).then(|| of_part + f64::from(u32::from(deeds > 0)) * 0.1)
    }
}

/// How much each thing weighs in which steps are alike: their words, that the words of one stand in the other, what is done,
/// who does it, of which kind they are, where they stand. Found on the pairs of `tests/diff/pairs`.
const WEIGHTS: [f64; 6] = [0.31, 0.21, 0.21, 0.17, 0.05, 0.05];
/// The same where words are only terms of the glossary.
const BRIDGED: [f64; 6] = [0.34, 0.06, 0.20, 0.28, 0.06, 0.06];
/// By how much two checks of other things are less alike.
const OTHER_CHECK: f64 = 0.15;
/// From which likeness on steps may be a pair.
const ALIKE: f64 = 0.40;
/// The same where the contents of procedures are told, on one side perhaps by their names alone.
const ALIKE_IN_BRIEF: f64 = 0.36;
/// The same where words are only terms of the glossary.
const ALIKE_BRIDGED: f64 = 0.33;
/// So large a share of a part stands in its whole,
const PART: f64 = 0.58;
/// and so large a share of the whole stands in it alone;
const ADDS: f64 = 0.05;
/// or so large a share, where it does what none of the others does.
const PART_BY_DEEDS: f64 = 0.14;
/// So alike are those who do the part and the whole.
const SAME_WORKER: f64 = 0.67;

/// A refusal, a condition and a result are of their own kind; what remains is told now as this, now as that.
fn kinds_likeness(one: StepKind, other: StepKind) -> f64 {
    let is_special = |kind: StepKind| matches!(kind, StepKind::Refusal | StepKind::Condition);
    let is_result = |kind: StepKind| kind == StepKind::Result;
    if is_special(one) || is_special(other) {
        return if one == other { 1.0 } else { 0.0 };
    }
    match (is_result(one), is_result(other)) {
        (true, true) => 1.0,
        (false, false) => 0.8,
        _ => 0.4,
    }
}

/// The steps of a telling that has no like on the other side.
pub(super) fn all_of(sides: &Sides<'_>, old: Option<&Process>, new: Option<&Process>) -> Vec<StepChange> {
    let gone = old.into_iter().flat_map(|process| &process.steps).map(|step| removed(sides, step));
    gone.chain(new.into_iter().flat_map(|process| &process.steps).map(|step| added(sides, step))).collect()
}

fn removed(sides: &Sides<'_>, step: &Step) -> StepChange {
    let words = word_difference(&told(sides, &[step]), "");
    let fixed = sides.reason(std::slice::from_ref(&step.id), &[]);
    StepChange { change: Change::Removed, old: vec![step.id.clone()], new: Vec::new(), also: Vec::new(), fixed, words }
}

fn added(sides: &Sides<'_>, step: &Step) -> StepChange {
    let words = word_difference("", &told(sides, &[step]));
    let fixed = sides.reason(&[], std::slice::from_ref(&step.id));
    StepChange { change: Change::Added, old: Vec::new(), new: vec![step.id.clone()], also: Vec::new(), fixed, words }
}

/// The texts of steps, one a line.
fn told(sides: &Sides<'_>, steps: &[&Step]) -> String {
    steps.iter().map(|step| fold_spaces(sides.told(&step.text))).collect::<Vec<_>>().join("\n")
}

/// What became of the steps of two tellings that are paired.
pub(super) fn changes(comparison: &Comparison<'_>) -> Vec<StepChange> {
    let pairs = align(comparison);
    let graphs = (flow::graph(comparison.old.process), flow::graph(comparison.new.process));
    let (olds, news) = comparison.counts();
    let mut ordered: Vec<(Vec<usize>, StepChange)> = Vec::new();
    for new in 0..news {
        match pairs.iter().find(|pair| pair.new.contains(&new)) {
            Some(pair) if pair.new[0] == new => {
                ordered.push((pair.old.clone(), change(comparison, &graphs, &pairs, pair)));
            }
            Some(_) => {}
            None => ordered.push((Vec::new(), added(&comparison.sides, &comparison.new.process.steps[new]))),
        }
    }
    for old in (0..olds).filter(|old| pairs.iter().all(|pair| !pair.old.contains(old))) {
        let before = ordered.iter().rposition(|(known, _)| known.iter().any(|known| *known < old));
        let gone = removed(&comparison.sides, &comparison.old.process.steps[old]);
        ordered.insert(before.map_or(0, |before| before + 1), (vec![old], gone));
    }
    ordered.into_iter().map(|(_, change)| change).collect()
}

fn change(comparison: &Comparison<'_>, graphs: &(Graph, Graph), pairs: &[Pair], pair: &Pair) -> StepChange {
    let (old, new) = (&comparison.old, &comparison.new);
    let (before, after) = (old.told(&pair.old), new.told(&pair.new));
    let words = |side: &Side<'_>, own: &[usize]| {
        own.iter().flat_map(|step| side.steps[*step].read.words.iter().cloned()).collect::<Vec<_>>()
    };
    let (said, says) = (words(old, &pair.old), words(new, &pair.new));
    let is_same = comparison.sides.common.is_some() && said == says && !said.is_empty();
    let change = match (pair.old.len(), pair.new.len()) {
        (1, 1) if pair.moved => Change::Moved,
        (1, 1) if is_same => Change::Same,
        (1, 1) => Change::Reworded,
        (_, 1) => Change::Merged,
        _ => Change::Split,
    };
    let role_set = |side: &Side<'_>, own: &[usize]| {
        own.iter().flat_map(|step| side.steps[*step].read.roles.iter().cloned()).collect::<BTreeSet<_>>()
    };
    let mut also = Vec::new();
    if role_set(old, &pair.old) != role_set(new, &pair.new) {
        also.push(Aspect::Participant);
    }
    if limits(&before) != limits(&after) {
        also.push(Aspect::Limit);
    }
    if !is_same && yields_other(&comparison.sides, &before, &after) {
        also.push(Aspect::Outcome);
    }
    if followers(&graphs.0, pairs, &pair.old, |pair| &pair.old)
        != followers(&graphs.1, pairs, &pair.new, |pair| &pair.new)
    {
        also.push(Aspect::Arrow);
    }
    let texts = |steps: &[&Step]| told(&comparison.sides, steps);
    let ids = |steps: &[&Step]| steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>();
    let (ids_before, ids_after) = (ids(&before), ids(&after));
    StepChange {
        change,
        fixed: comparison.sides.reason(&ids_before, &ids_after),
        old: ids_before,
        new: ids_after,
        also,
        words: word_difference(&texts(&before), &texts(&after)),
    }
}

/// The limits of steps, by what they mean: those that a step took over from the one above are that one's.
fn limits(steps: &[&Step]) -> BTreeSet<(LimitKind, Option<Measure>, Option<Bound>)> {
    let own = steps.iter().flat_map(|step| &step.limits).filter(|limit| !limit.inherited);
    // «в течение» and a bare length of time bind alike.
    let is_lower = |bound: &Bound| *bound == Bound::AtLeast;
    own.map(|limit| (limit.kind, limit.measure.map(plain_measure), limit.bound.filter(is_lower))).collect()
}

/// Whether steps yield other things. A thing that one side names as its outcome and the other speaks of in its text is there
/// still.
fn yields_other(sides: &Sides<'_>, before: &[&Step], after: &[&Step]) -> bool {
    let named = |steps: &[&Step]| -> Vec<Vec<String>> {
        let outcomes = steps.iter().filter_map(|step| step.outcome.as_ref());
        outcomes.map(|outcome| stems(sides.matched(outcome)).collect()).collect()
    };
    let spoken =
        |steps: &[&Step]| -> Vec<String> { steps.iter().flat_map(|step| stems(sides.matched(&step.text))).collect() };
    let is_missing = |outcomes: Vec<Vec<String>>, spoken: &[String]| {
        outcomes.iter().any(|outcome| outcome.iter().any(|stem| !spoken.contains(stem)))
    };
    is_missing(named(before), &spoken(after)) || is_missing(named(after), &spoken(before))
}

/// Where the steps of a pair lead: to which pairs, ends, or nobody knows where. What lies between and has no like is passed.
fn followers(graph: &Graph, pairs: &[Pair], own: &[usize], side: fn(&Pair) -> &Vec<usize>) -> BTreeSet<Follower> {
    let pair_of = |step: usize| pairs.iter().position(|pair| side(pair).contains(&step));
    let mut seen: BTreeSet<usize> = own.iter().copied().collect();
    let mut open: Vec<usize> = own.to_vec();
    let (mut found, mut behind) = (BTreeSet::new(), BTreeSet::new());
    while let Some(step) = open.pop() {
        for edge in graph.out(step) {
            // What a step without a like leads to besides is that step's.
            let found = if own.contains(&step) { &mut found } else { &mut behind };
            match edge.to {
                Goal::Step(to) if own.contains(&to) => {}
                Goal::Step(to) => match pair_of(to) {
                    Some(pair) => drop(found.insert(Follower::Pair(pair))),
                    None if seen.insert(to) => open.push(to),
                    None => {}
                },
                Goal::End => drop(found.insert(Follower::End)),
                Goal::Refused => drop(found.insert(Follower::Refused)),
                Goal::Unknown => drop(found.insert(Follower::Unknown)),
            }
        }
    }
    let pairs = behind.iter().copied().filter(|follower| matches!(follower, Follower::Pair(_)));
    found.extend(pairs);
    if found.is_empty() { behind } else { found }
}

/// What follows a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Follower {
    Pair(usize),
    End,
    Refused,
    Unknown,
}
