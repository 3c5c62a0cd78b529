//! References inside a document, and what a passage says of a step told elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::anchors::{Origin, Placed};
use super::arrows::{Targets, anchor};
use super::memory::Speaker;
use super::names::known as known_name;
use super::numbers::number;
use super::quoted::{Quotes, resolve_limit};
use super::steps::{Known, Manner, StepSource, participant};
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::fold_spaces;
use crate::model::{About, Limit, Process, Reference};
use crate::source::schema::{
    About as AboutEntry, Limit as LimitEntry, Passage, Printed, Reference as ReferenceEntry, Words, each,
};
use crate::vocabulary::Found;

/// A reference to an annex or a point of the same document, or to another act. What it names must be there, unless the
/// encoding says that it is not.
pub(super) fn reference(speaker: &mut Speaker<'_>, anchors: &BTreeSet<String>, entry: &ReferenceEntry) -> Reference {
    let printed = |printed: &Printed| printed.0.value.clone();
    if entry.annex.is_none() && entry.point.is_none() && entry.act.is_none() {
        let span = entry.found.as_ref().map(|found| found.span).or(entry.meant.as_ref().map(|meant| meant.span));
        speaker.report(Diagnostic::new(Code::MissingField, span.unwrap_or_default()).with("field", "annex"));
    }
    let found = entry.found.as_ref().map_or(Found::Yes, |found| found.value);
    let own = entry.act.is_none() && found != Found::No;
    let to = target(entry).filter(|_| own).and_then(|place| {
        let there = anchors.contains(&place.value) || found == Found::Yes;
        there.then(|| anchor(speaker, anchors, &place)).flatten()
    });
    Reference {
        annex: entry.annex.as_ref().map(printed),
        point: entry.point.as_ref().map(printed),
        act: entry.act.as_ref().map(|act| act.value.clone()),
        to,
        meant: entry.meant.as_ref().and_then(|meant| anchor(speaker, anchors, meant)),
        found,
    }
}

/// The anchor that a reference names, where it names an annex or a point.
fn target(entry: &ReferenceEntry) -> Option<Words> {
    let annex = entry
        .annex
        .as_ref()
        .map(|printed| if printed.0.value.is_empty() { "a".to_owned() } else { format!("a{}", number(Some(printed))) });
    let point = entry.point.as_ref().map(|printed| format!("p{}", number(Some(printed))));
    let span = entry.annex.as_ref().or(entry.point.as_ref())?.0.span;
    let parts: Vec<String> = annex.into_iter().chain(point).collect();
    Some(Words::new(parts.join("."), span))
}

/// The tellings of a regulation by name, each with its steps as written.
pub(super) struct Tellings<'a, 'p> {
    pub sources: BTreeMap<&'a str, Vec<StepSource<'p>>>,
}

impl Tellings<'_, '_> {
    /// A step named as `process/step`, or as `step` where the telling is known: the telling and the index of the step.
    fn step(&self, words: &Words, own: Option<&str>) -> Result<(&str, usize), Diagnostic> {
        let (process, step) = match (words.value.split_once('/'), own) {
            (Some((process, step)), _) => (process, step),
            (None, Some(own)) => (own, words.value.as_str()),
            // What has no telling is told by its own name.
            (None, None) => (words.value.as_str(), ""),
        };
        let name = Words::new(process.to_owned(), words.span);
        let process =
            known_name(Code::UnknownProcess, "process", &name, self.sources.keys().copied().collect::<Vec<_>>())?;
        let Some((process, sources)) = self.sources.get_key_value(process.as_str()) else {
            return Err(Diagnostic::new(Code::UnknownProcess, words.span).with_nearest(None).with("process", process));
        };
        let step = Words::new(step.to_owned(), words.span);
        let index = Targets { process, sources }.step(&step)?;
        Ok((process, index))
    }

    fn anchor(&self, words: &Words, own: Option<&str>) -> Result<String, Diagnostic> {
        self.step(words, own).map(|(process, index)| self.sources[process][index].placed.id.clone())
    }
}

/// What every passage says of steps told elsewhere.
pub(super) fn resolve_about(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    tellings: &Tellings<'_, '_>,
    elements: &[Placed<'_>],
    found: &mut Vec<About>,
) {
    for placed in elements {
        if let Origin::Passage(passage) = placed.source {
            for entry in each(passage.about.as_ref()) {
                let about = about(speaker, known, tellings, passage, entry);
                found.extend(about.map(|about| About { at: placed.id.clone(), ..about }));
            }
        }
        resolve_about(speaker, known, tellings, &placed.children, found);
    }
}

fn about(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    tellings: &Tellings<'_, '_>,
    passage: &Passage,
    entry: &AboutEntry,
) -> Option<About> {
    let text = passage.words().map(|words| fold_spaces(words)).unwrap_or_default();
    let outcome = entry.outcome.as_ref().filter(|words| speaker.quotation(words, &[&text]));
    let (process, index) = tellings.step(&entry.step, None).map_err(|fault| speaker.report(fault)).ok()?;
    let place = |speaker: &mut Speaker<'_>, words: Option<&Words>| {
        tellings.anchor(words?, Some(process)).map_err(|fault| speaker.report(fault)).ok()
    };
    Some(About {
        at: String::new(),
        process: process.to_owned(),
        step: tellings.sources[process][index].placed.id.clone(),
        outcome: outcome.map(|words| speaker.text(words)),
        basis_for: place(speaker, entry.basis_for.as_ref()),
        handed_to: entry.handed_to.as_ref().and_then(|words| participant(speaker, known, words)),
        handed_for: place(speaker, entry.handed_for.as_ref()),
    })
}

/// Limits told outside of the step that they bound: their `of` names it.
pub(super) fn resolve_limits_elsewhere(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    tellings: &Tellings<'_, '_>,
    elements: &[Placed<'_>],
    processes: &mut [Process],
) {
    let mut found: Vec<(String, usize, Limit)> = Vec::new();
    collect_limits(speaker, known, tellings, Walk { elements, own: None }, &mut found);
    for (process, index, limit) in found {
        let process = processes.iter_mut().find(|known| known.name == process);
        if let Some(step) = process.and_then(|process| process.steps.get_mut(index)) {
            // What the step had taken over from the one above was only for want of its own.
            step.limits.retain(|limit| !limit.inherited);
            step.limits.push(limit);
        }
    }
}

/// Some elements, and the telling they stand in.
#[derive(Clone, Copy)]
struct Walk<'a> {
    elements: &'a [Placed<'a>],
    own: Option<&'a str>,
}

fn collect_limits(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    tellings: &Tellings<'_, '_>,
    walk: Walk<'_>,
    found: &mut Vec<(String, usize, Limit)>,
) {
    for placed in walk.elements {
        let own = match placed.source {
            Origin::Process(block) => Some(block.process.value.as_str()),
            Origin::Table(table) => table.process.as_ref().map(|name| name.value.as_str()),
            _ => walk.own,
        };
        // Whatever stands under a step belongs to it.
        if placed.step_of.is_some() {
            continue;
        }
        if let Origin::Passage(passage) = placed.source {
            let text = passage.words().map(|words| fold_spaces(words)).unwrap_or_default();
            let quotes = Quotes { texts: vec![(placed.id.clone(), text)] };
            for (limit, of) in each(passage.limit.as_ref()).filter_map(|limit| Some((limit, bounded_step(limit)?))) {
                match tellings.step(of, own) {
                    Ok((process, index)) => {
                        let manner = Manner { process, table: false, lanes: None, elsewhere: true };
                        let limits = resolve_limit(speaker, known, manner, limit, &quotes);
                        found.extend(limits.into_iter().map(|limit| (process.to_owned(), index, limit)));
                    }
                    Err(fault) => speaker.report(fault),
                }
            }
        }
        collect_limits(speaker, known, tellings, Walk { elements: &placed.children, own }, found);
    }
}

/// The step that a limit outside of steps bounds.
pub(super) fn bounded_step(limit: &LimitEntry) -> Option<&Words> {
    match limit {
        LimitEntry::Scalar(_) => None,
        LimitEntry::Map(spec) => spec.of.as_ref(),
    }
}
