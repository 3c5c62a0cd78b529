//! The page that compares two versions: the answer first ([`answer`]), then steps and [`pictures`], then the [`text`].

mod answer;
mod pictures;
mod text;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::acts::source;
use super::addresses;
use super::differences::runs;
use super::frame::{About, Frame};
use super::home::{count, state};
use super::labels::Labels;
use super::lists::service_link;
use super::matrix::{self, BothSides};
use super::render::Rendered;
use super::tellings::StepsContext;
use super::view::{
    ChangeCounts, ComparisonPage, KindCount, Link, StepGroup, StepPair, StepSide, TellingPair, Version as VersionHead,
    Words,
};
use crate::catalog::{Between, Compared, Comparison, ComparisonKind};
use crate::diff::words::{BESIDE, readable};
use crate::diff::{self, Aspect, Change, Difference, Mark, Piece, StepChange, TellingChange, TextChange, Unit};
use crate::flow::{self, Graph};
use crate::lang::Lang;
use crate::model::{NodeKind, Process, Regulation, walk};
use crate::vocabulary::{Channel, Role};

/// Two versions and what became of one in the other, on a page.
struct Sides<'f, 'a> {
    frame: &'f Frame<'a>,
    difference: &'f Difference,
    old: StepsContext<'f, 'a>,
    new: StepsContext<'f, 'a>,
    /// What the page of the service has of both: terms, sums of limits, steps.
    lines: BothSides,
    /// The units of the newer text, in which unchanged ones are told.
    units: Vec<Unit>,
}

/// The page of a comparison.
pub(super) fn comparison(frame: &Frame<'_>, comparison: &Comparison<'_>) -> Rendered {
    let (older, newer) = (comparison.older, comparison.newer);
    let path = addresses::comparison(comparison);
    let up = addresses::up(&path);
    let glossary = &frame.inputs.catalog.corpus.terms;
    let difference = diff::diff(older.regulation, newer.regulation, glossary, frame.lang);
    let page =
        |version: Compared<'_>| format!("{up}{}", addresses::regulation(&version.act.id, &version.regulation.name));
    let (old_page, new_page) = (page(older), page(newer));
    let old_labels = Labels::new(&older.regulation.text).seen_from(old_page.clone());
    let new_labels = Labels::new(&newer.regulation.text).seen_from(new_page.clone());
    let sides = Sides {
        frame,
        difference: &difference,
        old: StepsContext::new(frame, &old_labels, older.regulation),
        new: StepsContext::new(frame, &new_labels, newer.regulation),
        lines: matrix::both_sides(frame, &path, [older, newer]),
        units: diff::units(newer.regulation, difference.lang),
    };
    let name = |version| matrix::name(frame, version, &[older, newer]);
    let old = head(frame, &path, older, name(older), old_page);
    let new = head(frame, &path, newer, name(newer), new_page);
    let sides_by_name = [(older, &old.name), (newer, &new.name)];
    let lost = sides_by_name.into_iter().filter(|(version, _)| has_lost_annex(version.regulation));
    let lost: Vec<String> = lost.map(|(_, name)| name.clone()).collect();
    let service = service_link(frame, &path, &newer.regulation.service);
    let names = [("old", old.name.clone()), ("new", new.name.clone()), ("title", frame.plain(&newer.regulation.title))];
    let about = About {
        title: frame.say("comparison-title", &names),
        description: Some(frame.say("describe-comparison", &names)),
        crumbs: frame.crumbs(&path, vec![(service.text.clone(), addresses::service(&newer.regulation.service))]),
        path: path.clone(),
        ..About::default()
    };
    let (answer, longer) = sides.answer();
    let tellings = difference.tellings.iter().enumerate().map(|(index, telling)| sides.telling(index, telling));
    let mut tellings: Vec<TellingPair> = tellings.collect();
    // What a reader comes for: the ways, in the order of the channels, the long ones first.
    tellings.sort_by_key(|telling| {
        let is_alone = telling.old.is_none() || telling.new.is_none();
        let steps = telling.counts.old + telling.counts.new;
        (is_alone, telling.role != Role::Sequence, telling.channels.first().copied(), Reverse(steps))
    });
    let view = ComparisonPage {
        page: frame.head(about),
        brief: sides.steps_in_brief(),
        kind: match comparison.kind {
            ComparisonKind::Neighbours(_) => "neighbours",
            ComparisonKind::Places => "places",
        }
        .to_owned(),
        service,
        services: services(frame, older, newer),
        older: old,
        newer: new,
        between: match comparison.kind {
            ComparisonKind::Neighbours(Between::Known) => Some("known"),
            ComparisonKind::Neighbours(Between::Unknown) => Some("unknown"),
            ComparisonKind::Places => None,
        }
        .map(str::to_owned),
        lost,
        by: how(&difference, older.regulation, newer.regulation).to_owned(),
        lang: difference.lang.and_then(|lang| frame.foreign(lang)),
        answer,
        longer,
        steps: counts(&difference.tellings.iter().flat_map(|telling| &telling.steps).collect::<Vec<_>>()),
        tellings,
        text: sides.text(),
        units: difference.lang.map(|_| unit_counts(&difference.text)),
    };
    frame.render("comparison.html", &view)
}

fn head(frame: &Frame<'_>, path: &str, version: Compared<'_>, name: String, href: String) -> VersionHead {
    VersionHead {
        name,
        title: frame.words(&version.regulation.title),
        href,
        act: frame.act_ref(path, &version.act.name),
        state: state(&frame.inputs.catalog.standing(version.act)),
        language: version.regulation.lang.as_str().to_owned(),
        source: source(version.act),
    }
}

/// That two versions are of two services.
fn services(frame: &Frame<'_>, older: Compared<'_>, newer: Compared<'_>) -> Option<String> {
    let name = |version: Compared<'_>| {
        let service = frame.inputs.catalog.corpus.services.get(&version.regulation.service);
        service.map_or_else(|| version.regulation.service.clone(), |service| frame.plain(&service.name))
    };
    let args = [("old", name(older)), ("new", name(newer))];
    (older.regulation.service != newer.regulation.service).then(|| frame.say("comparison-services", &args))
}

/// Whether an annex of a regulation is lost, or a part of it.
fn has_lost_annex(regulation: &Regulation) -> bool {
    let mut lost = false;
    for annex in regulation.text.iter().filter(|node| node.kind == NodeKind::Annex) {
        walk(std::slice::from_ref(annex), &mut |node| lost |= node.lost.is_some());
    }
    lost
}

/// How the words of two versions are compared.
fn how(difference: &Difference, older: &Regulation, newer: &Regulation) -> &'static str {
    match difference.lang {
        None => "none",
        Some(lang) if lang == older.lang && lang == newer.lang => "original",
        Some(_) => "translation",
    }
}

fn counts(steps: &[&StepChange]) -> ChangeCounts {
    let sum = |side: fn(&StepChange) -> usize| count(steps.iter().map(|step| side(step)).sum());
    ChangeCounts {
        old: sum(|step| step.old.len()),
        new: sum(|step| step.new.len()),
        kinds: tally(steps.iter().map(|step| kind(step))),
    }
}

fn unit_counts(units: &[TextChange]) -> ChangeCounts {
    ChangeCounts {
        old: count(units.iter().filter(|unit| unit.old.is_some()).count()),
        new: count(units.iter().filter(|unit| unit.new.is_some()).count()),
        kinds: tally(units.iter().map(text::fate)),
    }
}

/// What became of a step, in the order of the kinds: that of which only the words are the same is told apart.
fn kind(step: &StepChange) -> (Change, &'static str) {
    let is_touched = step.change == Change::Same && !step.also.is_empty();
    (step.change, if is_touched { "touched" } else { step.change.as_str() })
}

/// How many there are of each kind, in the order of the kinds.
fn tally(kinds: impl Iterator<Item = (Change, &'static str)>) -> Vec<KindCount> {
    let mut found = BTreeMap::new();
    for kind in kinds {
        *found.entry(kind).or_insert(0_u32) += 1;
    }
    found.into_iter().map(|((_, change), count)| KindCount { change: change.to_owned(), count }).collect()
}

/// The ways that two tellings are for: those of both, where there are such.
fn channels_of_both(old: Option<&[Channel]>, new: Option<&[Channel]>) -> Vec<Channel> {
    let (one, other) = (old.or(new).unwrap_or_default(), new.or(old).unwrap_or_default());
    let common: Vec<Channel> = one.iter().copied().filter(|channel| other.contains(channel)).collect();
    let mut channels = if common.is_empty() { [one, other].concat() } else { common };
    channels.sort();
    channels.dedup();
    channels
}

/// Whether both sides name something, or only one does: the tail of what is said of it.
fn named(old: bool, new: bool) -> &'static str {
    match (old, new) {
        (false, true) => "-new",
        (true, false) => "-gone",
        _ => "",
    }
}

impl Sides<'_, '_> {
    fn telling(&self, index: usize, telling: &TellingChange) -> TellingPair {
        let old = self.old.process(telling.old.as_deref());
        let new = self.new.process(telling.new.as_deref());
        let either = new.or(old);
        let link = |side: &StepsContext<'_, '_>, process: &Process| Link {
            text: side.labels.place(self.frame, &process.at),
            href: format!("{}#t-{}", side.labels.page, process.name),
        };
        let [old_scope, new_scope] = [(old, &self.old), (new, &self.new)].map(|(process, side)| {
            process.map(|process| (process.scope.channels.clone(), side.scope_names(&process.scope, false)))
        });
        let channels = channels_of_both(
            old_scope.as_ref().map(|scope| scope.0.as_slice()),
            new_scope.as_ref().map(|scope| scope.0.as_slice()),
        );
        let scope = new_scope.or(old_scope).map(|(_, names)| names).unwrap_or_default();
        let [before, after] = [old, new].map(|process| process.map(|process| (process, flow::graph(process))));
        let pairs = telling.steps.iter().map(|step| (step.is_same(), self.step(step, before.as_ref(), after.as_ref())));
        let diagrams = self.pictures(index, telling);
        TellingPair {
            id: format!("pair-{}", index + 1),
            role: either.map_or(Role::Sequence, |process| process.role),
            channels,
            scope,
            repeats: either.is_some_and(|process| process.retells.is_some()),
            gone: self.alone(&telling.steps, Change::Removed, before.as_ref()),
            came: self.alone(&telling.steps, Change::Added, after.as_ref()),
            old: old.map(|process| link(&self.old, process)),
            new: new.map(|process| link(&self.new, process)),
            groups: grouped(pairs).into_iter().map(|(folded, steps)| StepGroup { folded, steps }).collect(),
            counts: counts(&telling.steps.iter().collect::<Vec<_>>()),
            beside: pictures::fit_beside(&diagrams),
            diagrams,
        }
    }

    /// The steps that only one side has, by their places.
    fn alone(&self, steps: &[StepChange], change: Change, telling: Option<&(&Process, Graph)>) -> Vec<Link> {
        let context = if change == Change::Removed { &self.old } else { &self.new };
        let own = steps.iter().filter(|step| step.change == change).flat_map(|step| step.old.iter().chain(&step.new));
        let link = |id: &String| {
            let (process, graph) = telling?;
            Some(context.step_row(process, graph, process.index_of(id)?).at)
        };
        own.filter_map(link).collect()
    }

    fn step(&self, step: &StepChange, old: Option<&(&Process, Graph)>, new: Option<&(&Process, Graph)>) -> StepPair {
        let side = |context: &StepsContext<'_, '_>, telling: Option<&(&Process, Graph)>, ids: &[String]| {
            let Some((process, graph)) = telling else { return Vec::new() };
            let mut sides: Vec<StepSide> = Vec::new();
            for index in ids.iter().filter_map(|id| process.index_of(id)) {
                let row = context.step_row(process, graph, index);
                let is_taken_over = !row.limits.is_empty() && row.limits.iter().all(|limit| limit.inherited);
                sides.push(StepSide {
                    repeats_by: sides.iter().any(|side| side.by == row.by),
                    repeats_limits: sides.iter().any(|side| is_taken_over || side.limits == row.limits),
                    at: row.at,
                    number: row.number,
                    by: row.by,
                    limits: row.limits,
                });
            }
            sides
        };
        let (old, new): (Vec<StepSide>, Vec<StepSide>) =
            (side(&self.old, old, &step.old), side(&self.new, new, &step.new));
        let has = |side: &[StepSide], what: fn(&StepSide) -> bool| side.iter().any(what);
        let tail = |what: fn(&StepSide) -> bool| named(has(&old, what), has(&new, what));
        let also = step.also.iter().map(|also| {
            let tail = match also {
                Aspect::Participant => tail(|side| !side.by.is_empty()),
                Aspect::Limit => tail(|side| !side.limits.is_empty()),
                Aspect::Outcome | Aspect::Arrow => "",
            };
            format!("{}{tail}", also.as_str())
        });
        StepPair {
            timed: has(&old, |side| !side.limits.is_empty()) || has(&new, |side| !side.limits.is_empty()),
            change: kind(step).1.to_owned(),
            also: also.collect(),
            reason: step.fixed.as_ref().map(|reason| self.frame.words(reason)),
            old,
            new,
            old_words: (!step.old.is_empty()).then(|| self.words(&step.words, Mark::New, self.old.regulation.lang)),
            new_words: (!step.new.is_empty()).then(|| self.words(&step.words, Mark::Gone, self.new.regulation.lang)),
        }
    }

    /// One side of compared words. Where the sides have no language in common, nothing is marked: all of it differs.
    fn words(&self, pieces: &[Piece], without: Mark, original: Lang) -> Words {
        let pieces = readable(pieces, BESIDE);
        let own: Vec<Piece> = pieces.into_iter().filter(|piece| piece.mark != without).collect();
        let lang = self.difference.lang.unwrap_or(original);
        let own = match self.difference.lang {
            Some(_) => own,
            None => vec![Piece { mark: Mark::Kept, text: own.into_iter().map(|piece| piece.text).collect() }],
        };
        Words { lang: self.frame.foreign(lang), runs: runs(own) }
    }
}

/// Least number of unchanged neighbours that are folded.
const FOLDED: usize = 2;

/// What stands together: runs of unchanged ones, if they are long enough, and what is between them.
fn grouped<T>(items: impl Iterator<Item = (bool, T)>) -> Vec<(bool, Vec<T>)> {
    let mut runs: Vec<(bool, Vec<T>)> = Vec::new();
    for (is_same, item) in items {
        match runs.last_mut().filter(|(same, _)| *same == is_same) {
            Some((_, run)) => run.push(item),
            None => runs.push((is_same, vec![item])),
        }
    }
    let mut groups: Vec<(bool, Vec<T>)> = Vec::new();
    for (is_same, run) in runs {
        let folded = is_same && run.len() >= FOLDED;
        match groups.last_mut().filter(|(known, _)| !*known && !folded) {
            Some((_, group)) => group.extend(run),
            None => groups.push((folded, run)),
        }
    }
    groups
}
