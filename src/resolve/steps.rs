//! From placed passages to the steps of a telling: who acts, how long, and where it leads.

use std::collections::{BTreeMap, BTreeSet};

use super::anchors::{Origin as Written, Placed};
use super::arrows::{Targets, decider, next_span, printed_target, resolve_next, unknown_word};
use super::memory::Speaker;
use super::names::check_id;
use super::quoted::{Quotes, resolve_limit};
use super::references::reference;
use super::tables::slips_in_cells;
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::lang::{Text, fold_spaces};
use crate::model::{Doers, Fork, LaneOf, LanePlace, Limit, Mode, Next, Scope, Step, Sure};
use crate::source::schema::{
    Lane, LaneHead, Limit as LimitEntry, Many, Only, Passage, Scope as ScopeEntry, Who, Words, each,
};
use crate::vocabulary::{GlossaryKind, StepKind};

/// What the steps of a regulation are checked against.
pub(super) struct Known<'a> {
    pub participants: &'a BTreeSet<String>,
    pub anchors: &'a BTreeSet<String>,
    /// The own text of every element, by anchor.
    pub texts: &'a BTreeMap<String, String>,
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
pub(super) fn collect_steps<'a>(elements: &'a [Placed<'a>], telling: usize) -> Vec<StepSource<'a>> {
    let mut found = Vec::new();
    collect(elements, telling, None, &mut found);
    found
}

fn collect<'a>(elements: &'a [Placed<'a>], telling: usize, parent: Option<usize>, found: &mut Vec<StepSource<'a>>) {
    for placed in elements {
        let mut parent = parent;
        if let (Written::Passage(passage), true) = (placed.source, placed.step_of == Some(telling)) {
            found.push(StepSource { placed, passage, parent });
            parent = Some(found.len() - 1);
        }
        collect(&placed.children, telling, parent, found);
    }
}

/// How the steps of a telling are told.
#[derive(Clone, Copy)]
pub(super) struct Manner<'a> {
    /// Name of the telling.
    pub process: &'a str,
    /// Whether its fields are cells of their own, not quotations.
    pub table: bool,
    /// The lanes, where it is a table of variants.
    pub lanes: Option<&'a [LaneHead]>,
    /// A limit is told outside of the step that it bounds: its `of` names that step.
    pub elsewhere: bool,
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
    let targets = Targets { process: manner.process, sources };
    check_keys(speaker, sources);
    for (index, source) in sources.iter().enumerate() {
        let passage = source.passage;
        if let Some(next) = &passage.next {
            let quotes = quotes(*source);
            steps[index].next = resolve_next(speaker, known, targets, next, &quotes);
        }
        steps[index].printed_target = passage.printed_next.as_ref().and_then(|words| printed_target(targets, words));
        match passage.happens_after.as_ref() {
            Some(words) if words.value == "unknown" => steps[index].order_unknown = true,
            Some(words) => steps[index].happens_after = targets.step(words).map_err(|fault| speaker.report(fault)).ok(),
            None => {}
        }
        let variant = passage.variant_of.as_ref().map(|words| targets.step(words));
        steps[index].variant_of = variant.and_then(|found| found.map_err(|fault| speaker.report(fault)).ok());
    }
    untie(speaker, sources, &mut steps);
    steps
}

/// Two steps of one key.
fn check_keys(speaker: &mut Speaker<'_>, sources: &[StepSource<'_>]) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for key in sources.iter().filter_map(|source| source.passage.key.as_ref()) {
        check_id(key, &mut speaker.diagnostics);
        if let Some(first) = seen.insert(&key.value, key.span) {
            speaker.report(Diagnostic::new(Code::DuplicateId, key.span).with("id", key.value.clone()).also(first));
        }
    }
}

/// Steps that happen after themselves, or are variants of themselves, by whatever way round.
fn untie(speaker: &mut Speaker<'_>, sources: &[StepSource<'_>], steps: &mut [Step]) {
    for index in 0..steps.len() {
        if circles(index, |step| steps[step].happens_after) {
            steps[index].happens_after = None;
            let span = sources[index].passage.happens_after.as_ref().map_or_else(Span::default, |words| words.span);
            speaker.report(Diagnostic::new(Code::Misplaced, span).with("field", "happens_after"));
        }
        if circles(index, |step| steps[step].variant_of) {
            steps[index].variant_of = None;
            let span = sources[index].passage.variant_of.as_ref().map_or_else(Span::default, |words| words.span);
            speaker.report(Diagnostic::new(Code::Misplaced, span).with("field", "variant_of"));
        }
    }
}

fn circles(start: usize, next: impl Fn(usize) -> Option<usize>) -> bool {
    let mut known = BTreeSet::new();
    let mut at = next(start);
    while let Some(step) = at.filter(|step| known.insert(*step)) {
        if step == start {
            return true;
        }
        at = next(step);
    }
    false
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

/// The texts that a step may quote: its own, the paragraphs under it, in a table its cells.
fn quotes(source: StepSource<'_>) -> Quotes {
    let mut texts = Vec::new();
    let mut add = |id: &str, words: Option<&Words>| {
        texts.extend(words.map(|words| (id.to_owned(), fold_spaces(words))));
    };
    add(&source.placed.id, source.passage.words());
    let mut under = Vec::new();
    paragraphs(&source.placed.children, &mut under);
    for (placed, passage) in under {
        add(&placed.id, passage.words());
    }
    Quotes { texts }
}

fn resolve_step(speaker: &mut Speaker<'_>, known: &Known<'_>, manner: Manner<'_>, source: StepSource<'_>) -> Step {
    let passage = source.passage;
    let own = passage.words().map(|words| fold_spaces(words)).unwrap_or_default();
    let mut quotes = quotes(source);
    if manner.table {
        quotes.texts.extend(passage.outcome.iter().map(|cell| (source.placed.id.clone(), fold_spaces(cell))));
    }
    let cell = |speaker: &mut Speaker<'_>, words: Option<&Words>| match words {
        Some(words) if manner.table => Some(speaker.text(words)),
        words => quotes.text(speaker, words),
    };
    let label = cell(speaker, passage.label.as_ref());
    let mut under = Vec::new();
    paragraphs(&source.placed.children, &mut under);
    let passages = || std::iter::once(passage).chain(under.iter().map(|(_, passage)| *passage));
    let mut outcomes = passages().filter_map(|passage| passage.outcome.as_ref());
    let outcome = cell(speaker, outcomes.next());
    for second in outcomes {
        speaker.report(Diagnostic::new(Code::Misplaced, second.span).with("field", "outcome"));
    }
    let mut limits = Vec::new();
    let mut limit_lost = false;
    for limit in passages().flat_map(|passage| each(passage.limit.as_ref())) {
        limit_lost |= matches!(limit, LimitEntry::Scalar(words) if words.value == "unknown");
        limits.extend(resolve_limit(speaker, known, manner, limit, &quotes));
    }
    let fork = passage.fork.as_ref().and_then(|fork| {
        let of = fork.of.iter().filter_map(|way| quotes.text(speaker, Some(way))).collect();
        decider(speaker, &fork.by).map(|by| Fork { by, of })
    });
    let slips = if manner.table { slips_in_cells(speaker, passage) } else { Vec::new() };
    let place = lane_place(speaker, manner, passage);
    let mut doers = resolve_doers(speaker, known, manner, passage, &own);
    if let (Some(place), true) = (&place, passage.by.is_none()) {
        doers = Doers { as_written: doers.as_written.take(), ..lane_doers(known, manner, place) };
    }
    Step {
        id: source.placed.id.clone(),
        parent: None,
        number: passage.n.as_ref().or(passage.point.as_ref()).map(|printed| printed.0.value.clone()),
        key: passage.key.as_ref().map(|key| key.value.clone()),
        slips,
        label,
        kind: passage.kind.as_ref().map_or(StepKind::Action, |kind| kind.value),
        waits: passage.waits || passage.kind.as_ref().is_some_and(|kind| kind.value == StepKind::Wait),
        doers,
        to: each(passage.to.as_ref()).filter_map(|words| participant(speaker, known, words)).collect(),
        at: each(passage.at.as_ref()).filter_map(|words| participant(speaker, known, words)).collect(),
        text: speaker.text_or_nothing(passage.words()),
        outcome,
        guard: quotes.text(speaker, passage.when.as_ref()),
        limits,
        limit_lost,
        next: Next::Below,
        printed_next: passage.printed_next.as_ref().map(|words| speaker.text(words)),
        printed_target: None,
        only: passage.only.as_ref().map(|only| match only {
            Only::Scalar(channel) => Scope { channels: vec![channel.value], ..Scope::default() },
            Only::List(channels) => {
                Scope { channels: channels.iter().map(|channel| channel.value).collect(), ..Scope::default() }
            }
            Only::Map(scope) => resolve_scope(speaker, known, Some(scope)),
        }),
        fork,
        entry: quotes.text(speaker, passage.entry.as_ref()),
        happens_after: None,
        order_unknown: false,
        variant_of: None,
        form: passage.form.as_ref().map(|form| reference(speaker, known.anchors, form)),
        place,
        doubt: passage.doubt.as_ref().map(|doubt| speaker.text(doubt)),
        span: source.placed.span(),
        next_span: passage.next.as_ref().and_then(next_span),
    }
}

/// The place of a step in a table of variants.
fn lane_place(speaker: &mut Speaker<'_>, manner: Manner<'_>, passage: &Passage) -> Option<LanePlace> {
    let heads = manner.lanes?;
    let span = passage.words().map_or_else(Span::default, |words| words.span);
    let missing = |field: &str| Diagnostic::new(Code::MissingField, span).with("field", field);
    let mut number = |lane: &crate::source::schema::Spanned<u16>| {
        let known: Vec<String> = heads.iter().map(|head| head.lane.value.to_string()).collect();
        let sound = known.contains(&lane.value.to_string());
        if !sound {
            let words = Words::new(lane.value.to_string(), lane.span);
            speaker.report(unknown_word(&words, &known.iter().map(String::as_str).collect::<Vec<_>>()));
        }
        sound.then_some(lane.value)
    };
    let lane = match &passage.lane {
        None => None,
        Some(Lane::Scalar(lane)) => Some(LaneOf::Printed(number(lane)?)),
        Some(Lane::Map(doubtful)) => match (&doubtful.likely, &doubtful.lost) {
            (Some(likely), None) => Some(LaneOf::Likely(number(likely)?)),
            (None, Some(lost)) if !lost.is_empty() => Some(LaneOf::Lost(lost.iter().filter_map(number).collect())),
            _ => None,
        },
    };
    match (lane, &passage.row) {
        (None, _) => speaker.report(missing("lane")),
        (_, None) => speaker.report(missing("row")),
        (Some(lane), Some(row)) => return Some(LanePlace { row: row.value, lane }),
    }
    None
}

/// Who acts in a lane.
fn lane_doers(known: &Known<'_>, manner: Manner<'_>, place: &LanePlace) -> Doers {
    let (lanes, sure): (&[u16], Sure) = match &place.lane {
        LaneOf::Printed(lane) => (std::slice::from_ref(lane), Sure::Said),
        LaneOf::Likely(lane) => (std::slice::from_ref(lane), Sure::Likely),
        LaneOf::Lost(lanes) => (lanes, Sure::Lost),
    };
    let mut ids: Vec<String> = Vec::new();
    for head in manner.lanes.unwrap_or_default().iter().filter(|head| lanes.contains(&head.lane.value)) {
        // An unknown participant is reported at the head of the lane.
        if known.participants.contains(&head.by.value) && !ids.contains(&head.by.value) {
            ids.push(head.by.value.clone());
        }
    }
    let mode = if ids.len() > 1 { Mode::OneOf } else { Mode::All };
    // Two lanes of one participant leave no doubt about him.
    let sure = if sure == Sure::Lost && ids.len() == 1 { Sure::Said } else { sure };
    Doers { ids, mode, sure, ..Doers::default() }
}

/// The passages under a step that are no steps themselves.
fn paragraphs<'a, 'p>(children: &'a [Placed<'p>], found: &mut Vec<(&'a Placed<'p>, &'p Passage)>) {
    for child in children {
        if let (Written::Passage(passage), None) = (child.source, child.step_of) {
            found.push((child, passage));
            paragraphs(&child.children, found);
        }
    }
}

pub(super) fn participant(speaker: &mut Speaker<'_>, known: &Known<'_>, words: &Words) -> Option<String> {
    if known.participants.contains(&words.value) {
        return Some(words.value.clone());
    }
    let meant = nearest(words, known.participants.iter().map(String::as_str));
    let diagnostic = Diagnostic::new(Code::UnknownParticipant, words.span).with_nearest(meant);
    speaker.report(diagnostic.with("participant", words.value.clone()));
    None
}

/// The first of some names that has stood before.
fn repeated(names: &[Words]) -> Option<&Words> {
    let mut seen = BTreeSet::new();
    names.iter().find(|name| !seen.insert(name.value.as_str()))
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
                [(mode, words)] if words.len() > 1 => {
                    // One and the same may act twice in turn, but not be two of whom one is meant.
                    if let Some(again) = repeated(words).filter(|_| *mode != Mode::Turn) {
                        speaker.report(Diagnostic::new(Code::BadWho, again.span));
                    }
                    (*mode, words.iter().collect())
                }
                _ => {
                    let span = passage.words().map_or_else(Default::default, |words| words.span);
                    let place = given.iter().find_map(|(_, words)| words.first()).map_or(span, |words| words.span);
                    speaker.report(Diagnostic::new(Code::BadWho, place));
                    (Mode::All, Vec::new())
                }
            }
        }
    };
    let chosen_by = match &passage.by {
        Some(Who::Map(several)) => several.chosen_by.as_ref().and_then(|words| decider(speaker, words)),
        _ => None,
    };
    let as_written = passage.who.as_ref().and_then(|who| {
        let sound = manner.table || speaker.quotation(who, &[own]);
        sound.then(|| speaker.text(who))
    });
    let ids = words.into_iter().filter_map(|words| participant(speaker, known, words)).collect();
    Doers { ids, mode, as_written, chosen_by, ..Doers::default() }
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
