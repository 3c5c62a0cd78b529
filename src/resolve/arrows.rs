//! Where steps lead: from the names of an encoding to arrows.

use std::collections::BTreeSet;

use super::memory::Speaker;
use super::numbers::number;
use super::quoted::Quotes;
use super::steps::{Known, StepSource, resolve_scope};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::model::{Arrow, Next, Origin, Scope, Target};
use crate::source::schema::{
    Many, Next as NextEntry, NextBy, Scope as ScopeEntry, Spanned, Target as TargetEntry, Words,
};
use crate::vocabulary::Channel;

/// What may decide between several ways or participants.
pub(super) const DECIDERS: [&str; 4] = ["channel", "object", "applicant", "outcome"];

/// The steps that an arrow of a telling may lead to.
#[derive(Clone, Copy)]
pub(super) struct Targets<'a, 'p> {
    pub process: &'a str,
    pub sources: &'a [StepSource<'p>],
}

impl Targets<'_, '_> {
    fn find(&self, words: &Words) -> Result<Target, Diagnostic> {
        match words.value.as_str() {
            "below" => Ok(Target::Below),
            "end" => Ok(Target::End),
            "end-refused" => Ok(Target::Refused),
            "unknown" => Ok(Target::Unknown),
            _ => self.step(words).map(Target::Step),
        }
    }

    /// Index of a step by its key, its printed number, its label or its anchor.
    pub(super) fn step(&self, words: &Words) -> Result<usize, Diagnostic> {
        match find_steps(self.sources, words).as_slice() {
            [one] => Ok(*one),
            // Of two lists that bear the same numbers, only anchors tell the steps apart.
            [_, second, ..] => Err(self.unknown(words, Some(&self.sources[*second].placed.id))),
            [] => Err(self.unknown(words, None)),
        }
    }

    fn unknown(&self, words: &Words, meant: Option<&str>) -> Diagnostic {
        let names = self.sources.iter().filter_map(|source| {
            let passage = source.passage;
            let label = || passage.label.as_ref().map(|label| label.value.as_str());
            let number = || Some(passage.n.as_ref()?.0.value.trim_end_matches(')'));
            passage.key.as_ref().map(|key| key.value.as_str()).or_else(number).or_else(label)
        });
        let names: Vec<&str> = names.collect();
        Diagnostic::new(Code::UnknownStep, words.span)
            .with_nearest(meant.or_else(|| nearest(words, names.iter().copied())))
            .with("step", words.value.clone())
            .with("process", self.process)
            .with("last", names.last().copied().unwrap_or("none"))
    }
}

/// Indices of the steps of a key, of a printed number, of a label or of an anchor.
fn find_steps(sources: &[StepSource<'_>], words: &str) -> Vec<usize> {
    let by = |same: &dyn Fn(&StepSource<'_>) -> bool| -> Vec<usize> {
        sources.iter().enumerate().filter(|(_, source)| same(source)).map(|(index, _)| index).collect()
    };
    let keys = by(&|source| source.passage.key.as_ref().is_some_and(|key| key.value == words));
    if !keys.is_empty() {
        return keys;
    }
    let numbers = by(&|source| {
        let printed = source.passage.n.as_ref().or(source.passage.point.as_ref());
        printed.is_some_and(|printed| {
            printed.0.value.trim_end_matches([')', '.']) == words.trim_end_matches([')', '.'])
                || number(Some(printed)) == words
        })
    });
    // A step and its sub-steps may bear the same number.
    let outer: Vec<usize> = numbers.iter().copied().filter(|index| sources[*index].parent.is_none()).collect();
    match (outer.as_slice(), numbers.is_empty()) {
        ([_], _) => outer,
        (_, false) => numbers,
        _ => {
            let labels = by(&|source| source.passage.label.as_ref().is_some_and(|label| label.value == words));
            if labels.is_empty() { by(&|source| source.placed.id == words) } else { labels }
        }
    }
}

/// Index of the step that a table prints as the next one; `None` where the telling has no such step.
pub(super) fn printed_target(targets: Targets<'_, '_>, words: &Words) -> Option<usize> {
    let words = words.value.trim();
    let found: Vec<usize> = (0..targets.sources.len())
        .filter(|index| {
            targets.sources[*index].passage.n.as_ref().is_some_and(|printed| printed.0.value.trim() == words)
        })
        .collect();
    if let [one] = found.as_slice() { Some(*one) } else { None }
}

/// The arrows of a step as written.
pub(super) fn resolve_next(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    targets: Targets<'_, '_>,
    next: &NextEntry,
    quotes: &Quotes,
) -> Next {
    let arrow = |speaker: &mut Speaker<'_>, target: &TargetEntry, label: Option<&Words>| {
        resolve_arrow(speaker, known, targets, target, label, quotes)
    };
    match next {
        NextEntry::Scalar(words) if words.value == "unknown" => Next::Unknown,
        NextEntry::Scalar(words) => {
            let target = TargetEntry::Scalar(words.clone());
            arrow(speaker, &target, None).map_or(Next::Below, |arrow| Next::All(vec![arrow]))
        }
        NextEntry::To(full) => {
            let target = TargetEntry::Map(full.clone());
            arrow(speaker, &target, None).map_or(Next::Below, |arrow| Next::All(vec![arrow]))
        }
        NextEntry::List(list) => Next::All(list.iter().filter_map(|target| arrow(speaker, target, None)).collect()),
        NextEntry::Map(ways) => {
            Next::Choice(ways.iter().filter_map(|(label, target)| arrow(speaker, target, Some(label))).collect())
        }
        NextEntry::By(by) => {
            let mut arrows = Vec::new();
            for (name, target) in &by.ways {
                let only = decided(speaker, known, by, name);
                let arrow = arrow(speaker, target, None);
                arrows.extend(arrow.zip(only).map(|(arrow, only)| Arrow { only: Some(only), ..arrow }));
            }
            Next::Choice(arrows)
        }
    }
}

/// What a way holds for, where a channel, an object or an applicant decides.
fn decided(speaker: &mut Speaker<'_>, known: &Known<'_>, by: &NextBy, name: &Words) -> Option<Scope> {
    let one = || Some(Many::Other(name.clone()));
    let scope = match by.by.value.as_str() {
        "channel" => match Channel::ALL.iter().find(|channel| channel.as_str() == name.value) {
            Some(channel) => return Some(Scope { channels: vec![*channel], ..Scope::default() }),
            None => {
                let words: Vec<&str> = Channel::ALL.iter().map(|channel| channel.as_str()).collect();
                speaker.report(unknown_word(name, &words));
                return None;
            }
        },
        "object" => ScopeEntry { object: one(), ..ScopeEntry::default() },
        "applicant" => ScopeEntry { applicant: one(), ..ScopeEntry::default() },
        _ => {
            speaker.report(unknown_word(&by.by, &DECIDERS[..3]));
            return None;
        }
    };
    let scope = resolve_scope(speaker, known, Some(&scope));
    (scope != Scope::default()).then_some(scope)
}

/// A word that is not on a list.
pub(super) fn unknown_word(words: &Words, expected: &[&str]) -> Diagnostic {
    Diagnostic::new(Code::UnknownWord, words.span)
        .with_nearest(nearest(words, expected.iter().copied()))
        .with("word", words.value.clone())
        .with("expected", expected.join(", "))
}

/// What decides, where it is one of the words that may.
pub(super) fn decider(speaker: &mut Speaker<'_>, words: &Words) -> Option<String> {
    let sound = DECIDERS.contains(&words.value.as_str());
    if !sound {
        speaker.report(unknown_word(words, &DECIDERS));
    }
    sound.then(|| words.value.clone())
}

fn resolve_arrow(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    targets: Targets<'_, '_>,
    target: &TargetEntry,
    label: Option<&Words>,
    quotes: &Quotes,
) -> Option<Arrow> {
    let (to, arrow) = match target {
        TargetEntry::Scalar(words) => (words, None),
        TargetEntry::Map(arrow) => (&arrow.to, Some(arrow)),
    };
    let to = targets.find(to).map_err(|fault| speaker.report(fault)).ok()?;
    let stated = arrow.and_then(|arrow| arrow.stated.as_ref());
    let stated = stated.and_then(|place| anchor(speaker, known.anchors, place));
    let label = label.or_else(|| arrow.and_then(|arrow| arrow.when.as_ref()));
    let outcome = arrow.and_then(|arrow| arrow.outcome.as_ref()).and_then(|outcome| match &stated {
        Some(place) => {
            let text = known.texts.get(place).map_or("", String::as_str);
            speaker.quotation(outcome, &[text]).then(|| speaker.text(outcome))
        }
        None => quotes.text(speaker, Some(outcome)),
    });
    Some(Arrow {
        to,
        label: label.map(|words| speaker.text(words)),
        only: None,
        origin: stated.map_or(Origin::Inferred, Origin::Stated),
        outcome,
        doubt: arrow.and_then(|arrow| arrow.doubt.as_ref()).map(|words| speaker.text(words)),
    })
}

/// A place in the text.
pub(super) fn anchor(speaker: &mut Speaker<'_>, anchors: &BTreeSet<String>, words: &Words) -> Option<String> {
    if anchors.contains(&words.value) {
        return Some(words.value.clone());
    }
    let meant = nearest(words, anchors.iter().map(String::as_str));
    speaker
        .report(Diagnostic::new(Code::UnknownPoint, words.span).with_nearest(meant).with("point", words.value.clone()));
    None
}

/// Where the arrows of a step stand in the encoding.
pub(super) fn next_span(next: &NextEntry) -> Option<Span> {
    let of = |target: &TargetEntry| match target {
        TargetEntry::Scalar(words) => words.span,
        TargetEntry::Map(arrow) => arrow.to.span,
    };
    match next {
        NextEntry::Scalar(Spanned { span, .. }) => Some(*span),
        NextEntry::List(list) => list.first().map(of),
        NextEntry::To(arrow) => Some(arrow.to.span),
        NextEntry::By(by) => Some(by.by.span),
        NextEntry::Map(ways) => ways.iter().next().map(|(label, _)| label.span),
    }
}
