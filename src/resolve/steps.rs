//! From placed passages to the steps of a telling: who acts, how long, and where it leads.

use std::collections::{BTreeMap, BTreeSet};

use super::anchors::{Origin as Written, Placed, number};
use super::limits::read_limit;
use super::memory::Speaker;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::lang::{Text, fold_spaces};
use crate::model::{Arrow, Doers, Fork, Limit, Measure, Mode, Next, Origin, Scope, Step, Target};
use crate::source::schema::{
    Limit as LimitEntry, LimitSpec, Many, Next as NextEntry, Only, Passage, Scope as ScopeEntry, Spanned,
    Target as TargetEntry, Who, Words, each,
};
use crate::vocabulary::{Direction, GlossaryKind, LimitKind, StepKind};

/// What the steps of a regulation are checked against.
pub(super) struct Known<'a> {
    pub participants: &'a BTreeSet<String>,
    pub anchors: &'a BTreeSet<String>,
    pub terms: &'a BTreeMap<String, (GlossaryKind, Text)>,
}

/// A passage that is a step, and the step it is a part of.
#[derive(Clone, Copy)]
pub(super) struct StepSource<'a> {
    pub placed: &'a Placed<'a>,
    pub passage: &'a Passage,
    pub parent: Option<usize>,
}

/// A telling's steps in printed order.
pub(super) fn collect_steps<'a>(elements: &'a [Placed<'a>], telling: usize, name: &str) -> Vec<StepSource<'a>> {
    let mut found = Vec::new();
    collect(elements, telling, name, None, &mut found);
    found
}

fn collect<'a>(
    elements: &'a [Placed<'a>],
    telling: usize,
    name: &str,
    parent: Option<usize>,
    found: &mut Vec<StepSource<'a>>,
) {
    for placed in elements {
        let mut parent = parent;
        if let Written::Passage(passage) = placed.source {
            let joins = passage.step_of.as_ref().is_some_and(|joined| joined.value == name);
            if placed.step_of == Some(telling) || joins {
                found.push(StepSource { placed, passage, parent });
                parent = Some(found.len() - 1);
            }
        }
        collect(&placed.children, telling, name, parent, found);
    }
}

/// How the steps of a telling are told.
#[derive(Clone, Copy)]
pub(super) struct Manner<'a> {
    /// Name of the telling.
    pub process: &'a str,
    /// Whether its fields are cells of their own, not quotations.
    pub table: bool,
}

/// Resolves the steps of a telling.
pub(super) fn resolve_steps(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    manner: Manner<'_>,
    sources: &[StepSource<'_>],
) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for source in sources {
        let mut step = resolve_step(speaker, known, manner, *source);
        if let Some(parent) = source.parent.and_then(|parent| steps.get(parent)) {
            step.parent = Some(parent.id.clone());
            inherit(&mut step, parent);
        }
        steps.push(step);
    }
    for (index, source) in sources.iter().enumerate() {
        let targets = Targets { process: manner.process, sources };
        if let Some(next) = &source.passage.next {
            let next = resolve_next(speaker, known, &targets, next);
            steps[index].next = next;
        }
        match source.passage.happens_after.as_ref() {
            Some(words) if words.value == "unknown" => steps[index].order_unknown = true,
            Some(words) => match targets.find(words) {
                Ok(Target::Step(step)) => steps[index].happens_after = Some(step),
                Ok(_) => speaker.report(targets.unknown(words)),
                Err(fault) => speaker.report(fault),
            },
            None => {}
        }
    }
    steps
}

/// Sub-steps take over who acts and how long, where they do not say so themselves.
fn inherit(step: &mut Step, parent: &Step) {
    if step.doers.ids.is_empty() && step.doers.as_written.is_none() {
        step.doers = Doers { inherited: true, ..parent.doers.clone() };
    }
    if step.limits.is_empty() {
        step.limits = parent.limits.iter().map(|limit| Limit { inherited: true, ..limit.clone() }).collect();
    }
}

fn resolve_step(speaker: &mut Speaker<'_>, known: &Known<'_>, manner: Manner<'_>, source: StepSource<'_>) -> Step {
    let passage = source.passage;
    let own = passage.words().map(|words| fold_spaces(words)).unwrap_or_default();
    // A quotation may stand in a paragraph under the step.
    let mut texts = vec![own.clone()];
    let mut under = Vec::new();
    paragraphs(&source.placed.children, &mut under);
    texts.extend(under.iter().filter_map(|passage| passage.words()).map(|words| fold_spaces(words)));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let quoted = |speaker: &mut Speaker<'_>, words: Option<&Words>| {
        let words = words?;
        let sound = manner.table || speaker.quotation(words, &texts);
        sound.then(|| speaker.text(words))
    };
    let label = quoted(speaker, passage.label.as_ref());
    let guard = quoted(speaker, passage.when.as_ref());
    let entry = quoted(speaker, passage.entry.as_ref());
    let outcome = std::iter::once(passage).chain(under.iter().copied()).find_map(|passage| passage.outcome.as_ref());
    let outcome = quoted(speaker, outcome);
    let mut limits = Vec::new();
    for passage in std::iter::once(passage).chain(under.iter().copied()) {
        for limit in each(passage.limit.as_ref()) {
            limits.extend(resolve_limit(speaker, known, manner, limit, &texts));
        }
    }
    let fork = passage.fork.as_ref().map(|fork| Fork {
        by: fork.by.value.clone(),
        of: fork.of.iter().filter_map(|way| quoted(speaker, Some(way))).collect(),
    });
    Step {
        id: source.placed.id.clone(),
        parent: None,
        number: passage.n.as_ref().or(passage.point.as_ref()).map(|printed| printed.0.value.clone()),
        key: passage.key.as_ref().map(|key| key.value.clone()),
        label,
        kind: passage.kind.as_ref().map_or(StepKind::Action, |kind| kind.value),
        doers: resolve_doers(speaker, known, manner, passage, &own),
        to: each(passage.to.as_ref()).filter_map(|words| participant(speaker, known, words)).collect(),
        at: each(passage.at.as_ref()).filter_map(|words| participant(speaker, known, words)).collect(),
        text: speaker.text_or_nothing(passage.words()),
        outcome,
        guard,
        limits,
        next: Next::Below,
        printed_next: passage.printed_next.as_ref().map(|words| speaker.text(words)),
        only: passage.only.as_ref().map(|only| match only {
            Only::Scalar(channel) => Scope { channels: vec![channel.value], ..Scope::default() },
            Only::List(channels) => {
                Scope { channels: channels.iter().map(|channel| channel.value).collect(), ..Scope::default() }
            }
            Only::Map(scope) => resolve_scope(speaker, known, Some(scope)),
        }),
        fork,
        entry,
        happens_after: None,
        order_unknown: false,
        doubt: passage.doubt.as_ref().map(|doubt| speaker.text(doubt)),
        span: source.placed.span(),
        next_span: passage.next.as_ref().and_then(next_span),
    }
}

/// The passages under a step that are no steps themselves.
fn paragraphs<'a>(children: &[Placed<'a>], found: &mut Vec<&'a Passage>) {
    for child in children {
        if let (Written::Passage(passage), None) = (child.source, child.step_of) {
            found.push(passage);
            paragraphs(&child.children, found);
        }
    }
}

fn participant(speaker: &mut Speaker<'_>, known: &Known<'_>, words: &Words) -> Option<String> {
    if known.participants.contains(&words.value) {
        return Some(words.value.clone());
    }
    let meant = nearest(words, known.participants.iter().map(String::as_str));
    let diagnostic = Diagnostic::new(Code::UnknownParticipant, words.span).with_nearest(meant);
    speaker.report(diagnostic.with("participant", words.value.clone()));
    None
}

fn resolve_doers(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    manner: Manner<'_>,
    passage: &Passage,
    own: &str,
) -> Doers {
    let (mode, words): (Mode, Vec<&Words>) = match &passage.by {
        None => (Mode::All, Vec::new()),
        Some(Who::Scalar(words)) => (Mode::All, vec![words]),
        Some(Who::Map(several)) => {
            let given: Vec<(Mode, &Vec<Words>)> =
                [(Mode::OneOf, &several.one_of), (Mode::Turn, &several.turn), (Mode::Together, &several.together)]
                    .into_iter()
                    .filter_map(|(mode, words)| Some((mode, words.as_ref()?)))
                    .collect();
            match given.as_slice() {
                [(mode, words)] if words.len() > 1 => (*mode, words.iter().collect()),
                _ => {
                    let span = passage.words().map_or_else(Default::default, |words| words.span);
                    let place = given.iter().find_map(|(_, words)| words.first()).map_or(span, |words| words.span);
                    speaker.report(Diagnostic::new(Code::BadWho, place));
                    (Mode::All, Vec::new())
                }
            }
        }
    };
    let as_written = passage.who.as_ref().and_then(|who| {
        let sound = manner.table || speaker.quotation(who, &[own]);
        sound.then(|| speaker.text(who))
    });
    let ids = words.into_iter().filter_map(|words| participant(speaker, known, words)).collect();
    Doers { ids, mode, as_written, inherited: false }
}

/// What something holds for. Objects and applicants are words of the glossary.
pub(super) fn resolve_scope(speaker: &mut Speaker<'_>, known: &Known<'_>, scope: Option<&ScopeEntry>) -> Scope {
    let Some(scope) = scope else { return Scope::default() };
    let mut terms = |words: Option<&Many<Words>>, kind: GlossaryKind| -> Vec<String> {
        let mut ids = Vec::new();
        for word in each(words) {
            let of_kind = || known.terms.iter().filter(|(_, (known, _))| *known == kind).map(|(id, _)| id.as_str());
            if of_kind().any(|id| id == word.value) {
                ids.push(word.value.clone());
            } else {
                let diagnostic = Diagnostic::new(Code::UnknownTerm, word.span).with_nearest(nearest(word, of_kind()));
                speaker.report(diagnostic.with("term", word.value.clone()).with("kind", kind.as_str()));
            }
        }
        ids
    };
    Scope {
        objects: terms(scope.object.as_ref(), GlossaryKind::Object),
        applicants: terms(scope.applicant.as_ref(), GlossaryKind::Applicant),
        channels: each(scope.channel.as_ref()).map(|channel| channel.value).collect(),
        variant: scope.variant.as_ref().map(|variant| variant.value),
    }
}

fn resolve_limit(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    manner: Manner<'_>,
    limit: &LimitEntry,
    texts: &[&str],
) -> Vec<Limit> {
    match limit {
        LimitEntry::Scalar(words) if words.value == "unknown" => Vec::new(),
        LimitEntry::Scalar(words) => resolve_words(speaker, manner, words, None, texts).into_iter().collect(),
        LimitEntry::Map(spec) if spec.terms.is_empty() => limit_of(speaker, known, manner, spec, texts),
        LimitEntry::Map(spec) => {
            let cell = fold_spaces(&spec.words);
            if !manner.table && !speaker.quotation(&spec.words, texts) {
                return Vec::new();
            }
            // Each term is quoted from the words that hold them all.
            let quoting = Manner { table: false, ..manner };
            spec.terms.iter().flat_map(|term| limit_of(speaker, known, quoting, term, &[&cell])).collect()
        }
    }
}

fn limit_of(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    manner: Manner<'_>,
    spec: &LimitSpec,
    texts: &[&str],
) -> Vec<Limit> {
    let Some(mut limit) = resolve_words(speaker, manner, &spec.words, Some(spec), texts) else { return Vec::new() };
    let quoted = |speaker: &mut Speaker<'_>, words: Option<&Words>| {
        let words = words?;
        let sound = manner.table || speaker.quotation(words, texts);
        sound.then(|| speaker.text(words))
    };
    limit.from = quoted(speaker, spec.from.as_ref());
    limit.case = spec.case.as_ref().map(|words| speaker.text(words));
    limit.part = spec.part.as_ref().map(|words| speaker.text(words));
    if let Some(to) = &spec.to {
        participant(speaker, known, to);
    }
    limit.channels = each(spec.channel.as_ref()).map(|channel| channel.value).collect();
    limit.direction = spec.direction.as_ref().map_or(Direction::After, |direction| direction.value);
    limit.inferred = spec.inferred;
    limit.doubt = spec.doubt.as_ref().map(|doubt| speaker.text(doubt));
    vec![limit]
}

/// A limit from its words, completed by what the encoding says where the words leave it open.
fn resolve_words(
    speaker: &mut Speaker<'_>,
    manner: Manner<'_>,
    words: &Words,
    spec: Option<&LimitSpec>,
    texts: &[&str],
) -> Option<Limit> {
    if !manner.table && !speaker.quotation(words, texts) {
        return None;
    }
    let parsed = read_limit(&fold_spaces(words), speaker.lang);
    let kind = spec.and_then(|spec| spec.kind.as_ref()).map(|kind| kind.value).or(parsed.map(|parsed| parsed.kind));
    let Some(kind) = kind else {
        let shown: String = words.value.chars().take(60).collect();
        speaker.report(Diagnostic::new(Code::UnknownLimit, words.span).with("words", shown));
        return None;
    };
    let said = parsed.and_then(|parsed| parsed.measure).filter(|_| kind == LimitKind::Duration);
    let value = spec.and_then(|spec| spec.value.as_ref()).map(|value| value.value).or(said.map(|said| said.value));
    let unit = spec.and_then(|spec| spec.unit.as_ref()).map(|unit| unit.value).or(said.map(|said| said.unit));
    let bound = spec.and_then(|spec| spec.bound.as_ref()).map(|bound| bound.value);
    Some(Limit {
        words: speaker.text(words),
        kind,
        measure: value.zip(unit).map(|(value, unit)| Measure { value, unit }),
        bound: bound.or(parsed.and_then(|parsed| parsed.bound)),
        channels: Vec::new(),
        case: None,
        part: None,
        from: None,
        direction: Direction::After,
        inferred: false,
        doubt: None,
        inherited: false,
    })
}

/// The steps that an arrow of a telling may lead to.
struct Targets<'a, 'p> {
    process: &'a str,
    sources: &'a [StepSource<'p>],
}

impl Targets<'_, '_> {
    fn find(&self, words: &Words) -> Result<Target, Diagnostic> {
        match words.value.as_str() {
            "below" => return Ok(Target::Below),
            "end" => return Ok(Target::End),
            "end-refused" => return Ok(Target::Refused),
            _ => {}
        }
        find_step(self.sources, words).map(Target::Step).ok_or_else(|| self.unknown(words))
    }

    fn unknown(&self, words: &Words) -> Diagnostic {
        let names = self.sources.iter().filter_map(|source| {
            let passage = source.passage;
            passage
                .key
                .as_ref()
                .map(|key| key.value.as_str())
                .or_else(|| Some(passage.n.as_ref()?.0.value.trim_end_matches(')')))
        });
        let names: Vec<&str> = names.collect();
        Diagnostic::new(Code::UnknownStep, words.span)
            .with_nearest(nearest(words, names.iter().copied()))
            .with("step", words.value.clone())
            .with("process", self.process)
            .with("last", names.last().copied().unwrap_or("none"))
    }
}

/// Index of a step by its key, its printed number, its label or its anchor.
pub(super) fn find_step(sources: &[StepSource<'_>], words: &str) -> Option<usize> {
    let by = |same: &dyn Fn(&StepSource<'_>) -> bool| sources.iter().position(same);
    by(&|source| source.passage.key.as_ref().is_some_and(|key| key.value == words))
        .or_else(|| {
            by(&|source| source.passage.n.is_some() && number(source.passage.n.as_ref()) == words.trim_end_matches(')'))
        })
        .or_else(|| by(&|source| source.passage.label.as_ref().is_some_and(|label| label.value == words)))
        .or_else(|| by(&|source| source.placed.id == words))
}

fn resolve_next(speaker: &mut Speaker<'_>, known: &Known<'_>, targets: &Targets<'_, '_>, next: &NextEntry) -> Next {
    match next {
        NextEntry::Scalar(words) if words.value == "unknown" => Next::Unknown,
        NextEntry::Scalar(words) => {
            let target = TargetEntry::Scalar(words.clone());
            resolve_arrow(speaker, known, targets, &target, None).map_or(Next::Below, |arrow| Next::All(vec![arrow]))
        }
        NextEntry::List(list) => {
            let arrows =
                list.iter().filter_map(|target| resolve_arrow(speaker, known, targets, target, None)).collect();
            Next::All(arrows)
        }
        NextEntry::Map(ways) => {
            let arrows = ways
                .iter()
                .filter_map(|(label, target)| resolve_arrow(speaker, known, targets, target, Some(label)))
                .collect();
            Next::Choice(arrows)
        }
    }
}

fn resolve_arrow(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    targets: &Targets<'_, '_>,
    target: &TargetEntry,
    label: Option<&Words>,
) -> Option<Arrow> {
    let (to, arrow) = match target {
        TargetEntry::Scalar(words) => (words, None),
        TargetEntry::Map(arrow) => (&arrow.to, Some(arrow)),
    };
    let to = targets.find(to).map_err(|fault| speaker.report(fault)).ok()?;
    let stated = arrow.and_then(|arrow| arrow.stated.as_ref());
    let stated = stated.and_then(|place| anchor(speaker, known.anchors, place));
    let label = label.or_else(|| arrow.and_then(|arrow| arrow.when.as_ref()));
    Some(Arrow {
        to,
        label: label.map(|words| speaker.text(words)),
        origin: stated.map_or(Origin::Inferred, Origin::Stated),
        outcome: arrow.and_then(|arrow| arrow.outcome.as_ref()).map(|words| speaker.text(words)),
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

fn next_span(next: &NextEntry) -> Option<crate::diagnostic::Span> {
    let of = |target: &TargetEntry| match target {
        TargetEntry::Scalar(words) => words.span,
        TargetEntry::Map(arrow) => arrow.to.span,
    };
    match next {
        NextEntry::Scalar(Spanned { span, .. }) => Some(*span),
        NextEntry::List(list) => list.first().map(of),
        NextEntry::Map(ways) => ways.iter().next().map(|(label, _)| label.span),
    }
}
