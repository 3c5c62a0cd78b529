//! The tellings of a regulation: each with its steps, its links to the others, and what stands above it.

use std::collections::BTreeMap;

use super::anchors::{self, Document, Origin, Placed, TellingSource};
use super::arrows::{Targets, anchor};
use super::memory::Speaker;
use super::names::{check_id, circle, known};
use super::nodes::added;
use super::references::{Tellings, resolve_about, resolve_limits_elsewhere};
use super::regulation::own_words;
use super::steps::{Known, Manner, StepSource, collect_steps, resolve_scope, resolve_steps};
use crate::diagnostic::{Code, Diagnostic};
use crate::flow;
use crate::lang::fold_spaces;
use crate::model::{About, Form, Lane, Link, Origin as StepOrigin, Process, Step};
use crate::source::schema::{LaneHead, Link as LinkEntry, Next as NextEntry, TableBlock, Words, each};
use crate::vocabulary::{Role, TableForm};

/// The tellings as written: the place of each in the document, its name, its steps.
type Drafts<'a, 'p> = [(usize, &'a Words, Vec<StepSource<'p>>)];

/// The tellings of a document, and what its passages say of their steps.
pub(super) fn resolve_tellings(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    document: &Document<'_>,
    lanes: &BTreeMap<&str, &[LaneHead]>,
) -> (Vec<Process>, Vec<About>) {
    let mut seen: BTreeMap<&str, &Words> = BTreeMap::new();
    let mut drafts: Vec<(usize, &Words, Vec<StepSource<'_>>)> = Vec::new();
    for (index, telling) in document.tellings.iter().enumerate() {
        let Some(name) = telling.source.name() else { continue };
        check_id(name, &mut speaker.diagnostics);
        if let Some(first) = seen.insert(&name.value, name) {
            let diagnostic = Diagnostic::new(Code::DuplicateProcess, name.span).with("process", name.value.clone());
            speaker.report(diagnostic.also(first.span));
            continue;
        }
        drafts.push((index, name, collect_steps(&document.elements, index)));
    }
    let mut leads = Vec::new();
    collect_leads(&document.elements, &mut Vec::new(), &mut leads);
    let mut processes = Vec::new();
    let mut count = 0;
    for (index, name, sources) in &drafts {
        let telling = &document.tellings[*index];
        let heads = lanes.get(name.value.as_str()).copied();
        let (table, lanes) = match telling.source {
            TellingSource::List(_) => (false, None),
            TellingSource::Table(block) => {
                (true, (table_form(block) == Form::Variants).then(|| heads.unwrap_or_default()))
            }
        };
        let manner = Manner { process: &name.value, table, lanes, elsewhere: false };
        if sources.is_empty() {
            speaker.report(Diagnostic::new(Code::MissingField, name.span).with("field", "steps"));
        }
        for source in sources {
            let empty = match &source.passage.next {
                Some(NextEntry::List(list)) => list.is_empty(),
                Some(NextEntry::Map(ways)) => ways.iter().next().is_none(),
                Some(NextEntry::Scalar(_) | NextEntry::To(_) | NextEntry::By(_)) | None => false,
            };
            if empty {
                speaker.report(Diagnostic::new(Code::Misplaced, source.placed.span()).with("field", "next"));
            }
        }
        let before = speaker.diagnostics.len();
        count += sources.len();
        let steps = if count > flow::MAX_STEPS {
            let limit = flow::MAX_STEPS.to_string();
            speaker.report(Diagnostic::new(Code::TooManySteps, name.span).with("limit", limit));
            Vec::new()
        } else {
            resolve_steps(speaker, known, manner, sources)
        };
        // An arrow that was left out may be the very one that is missing.
        let whole = speaker.diagnostics[before..].iter().all(|fault| fault.code != Code::UnknownStep);
        let lead = leads.get(*index).map(Vec::as_slice).unwrap_or_default();
        let mut process = process(speaker, known, TellingText { telling, name, lead }, steps, &drafts);
        process.lanes = lanes.unwrap_or_default().iter().map(|head| lane(speaker, head)).collect();
        if whole {
            check_flow(speaker, &process);
        }
        processes.push(process);
    }
    let tellings =
        Tellings { sources: drafts.into_iter().map(|(_, name, sources)| (name.value.as_str(), sources)).collect() };
    check_circles(speaker, &processes);
    resolve_limits_elsewhere(speaker, known, &tellings, &document.elements, &mut processes);
    let mut about = Vec::new();
    resolve_about(speaker, known, &tellings, &document.elements, &mut about);
    (processes, about)
}

fn lane(speaker: &mut Speaker<'_>, head: &LaneHead) -> Lane {
    Lane {
        number: head.lane.value,
        group: head.group.as_ref().map(|group| speaker.text(group)),
        participant: head.by.value.clone(),
    }
}

/// For each telling of a document what stands above it: the texts that its condition may quote.
fn collect_leads(elements: &[Placed<'_>], above: &mut Vec<String>, leads: &mut Vec<Vec<String>>) {
    let outer = above.len();
    for placed in elements {
        let own = own_words(placed).map(|words| fold_spaces(words));
        match placed.source {
            Origin::Process(_) => leads.push(above.clone()),
            Origin::Table(table) if table.process.is_some() => {
                leads.push(above.iter().cloned().chain(own.clone()).collect());
            }
            _ => {}
        }
        above.extend(own);
        collect_leads(&placed.children, above, leads);
    }
    above.truncate(outer);
}

/// A telling, its name, and the texts above it.
#[derive(Clone, Copy)]
struct TellingText<'a> {
    telling: &'a anchors::Telling<'a>,
    name: &'a Words,
    lead: &'a [String],
}

fn process(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    TellingText { telling, name, lead }: TellingText<'_>,
    steps: Vec<Step>,
    drafts: &Drafts<'_, '_>,
) -> Process {
    let lead: Vec<&str> = lead.iter().map(String::as_str).collect();
    let quoted = |speaker: &mut Speaker<'_>, words: Option<&Words>| {
        let words = words?;
        speaker.quotation(words, &lead).then(|| speaker.text(words))
    };
    let link = |speaker: &mut Speaker<'_>, entry: Option<&LinkEntry>| {
        entry.and_then(|entry| resolve_link(speaker, known, entry, &name.value, drafts))
    };
    let (role, scope, form, title, when, retells, of, alternative_to, continues) = match telling.source {
        TellingSource::List(block) => (
            block.role.as_ref().map(|role| role.value),
            block.r#for.as_ref(),
            Form::List,
            added(block.title.as_ref()),
            quoted(speaker, block.when.as_ref()),
            link(speaker, block.retells.as_ref()),
            each(block.of.as_ref()).filter_map(|entry| link(speaker, Some(entry))).collect(),
            link(speaker, block.alternative_to.as_ref()),
            link(speaker, block.continues.as_ref()),
        ),
        TellingSource::Table(block) => (
            block.role.as_ref().map(|role| role.value),
            block.r#for.as_ref(),
            table_form(block),
            added(block.title.as_ref()),
            quoted(speaker, block.when.as_ref()),
            link(speaker, block.retells.as_ref()),
            each(block.of.as_ref()).filter_map(|entry| link(speaker, Some(entry))).collect(),
            link(speaker, block.alternative_to.as_ref()),
            link(speaker, block.continues.as_ref()),
        ),
    };
    Process {
        name: name.value.clone(),
        at: telling.at.clone(),
        role: role.unwrap_or(Role::Sequence),
        scope: resolve_scope(speaker, known, scope),
        form,
        title,
        when,
        retells,
        of,
        alternative_to,
        continues,
        lanes: Vec::new(),
        steps,
        span: name.span,
    }
}

/// Of two tellings one repeats the other, or goes on where it ends.
fn check_circles(speaker: &mut Speaker<'_>, processes: &[Process]) {
    let by_name: BTreeMap<&str, &Process> = processes.iter().map(|process| (process.name.as_str(), process)).collect();
    let names: Vec<&str> = processes.iter().map(|process| process.name.as_str()).collect();
    let mut check = |field: &str, link: fn(&Process) -> Option<&Link>| {
        let found = circle(&names, |name| Some(link(by_name.get(name)?)?.process.as_str()));
        if let Some(process) = found.and_then(|name| by_name.get(name)) {
            speaker.report(Diagnostic::new(Code::Circle, process.span).with("field", field));
        }
    };
    check("retells", |process| process.retells.as_ref());
    check("continues", |process| process.continues.as_ref());
}

fn table_form(block: &TableBlock) -> Form {
    if block.form.value == TableForm::Lanes { Form::Variants } else { Form::Table }
}

fn resolve_link(
    speaker: &mut Speaker<'_>,
    known_names: &Known<'_>,
    entry: &LinkEntry,
    own: &str,
    drafts: &Drafts<'_, '_>,
) -> Option<Link> {
    let (name, spec) = match entry {
        LinkEntry::Scalar(name) => (name, None),
        LinkEntry::Map(spec) => (&spec.process, Some(spec)),
    };
    let names = drafts.iter().map(|(_, name, _)| name.value.as_str());
    let process = known(Code::UnknownProcess, "process", name, names).map_err(|fault| speaker.report(fault)).ok()?;
    if process == own {
        speaker.report(Diagnostic::new(Code::UnknownProcess, name.span).with_nearest(None).with("process", own));
        return None;
    }
    let find = |speaker: &mut Speaker<'_>, process: &str, words: &Words| {
        let sources = drafts.iter().find(|(_, name, _)| name.value == process).map(|(_, _, steps)| steps.as_slice());
        let targets = Targets { process, sources: sources.unwrap_or_default() };
        let index = targets.step(words).map_err(|fault| speaker.report(fault)).ok()?;
        Some(targets.sources[index].placed.id.clone())
    };
    let mut pairs = Vec::new();
    for (step, others) in spec.iter().flat_map(|spec| spec.pairs.iter()) {
        let others = others.iter().filter_map(|other| find(speaker, &process, other)).collect();
        pairs.extend(find(speaker, own, step).map(|step| (step, others)));
    }
    let after = spec.and_then(|spec| spec.after.as_ref()).and_then(|step| find(speaker, &process, step));
    let stated = spec.and_then(|spec| spec.stated.as_ref());
    let stated = stated.and_then(|place| anchor(speaker, known_names.anchors, place));
    let doubt = spec.and_then(|spec| spec.doubt.as_ref()).map(|doubt| speaker.text(doubt));
    Some(Link { process, pairs, after, origin: stated.map_or(StepOrigin::Inferred, StepOrigin::Stated), doubt })
}

/// Arrows of the editor must leave every step an entry and the process an end. Where the act itself says so, and where
/// the editor has noted a doubt, it is for `findings`.
fn check_flow(speaker: &mut Speaker<'_>, process: &Process) {
    let graph = flow::graph(process);
    // Arrows beyond the bound are not drawn: whatever the telling is for, that is never passed over in silence.
    let many = (0..process.steps.len()).find(|step| graph.out(*step).nth(flow::MAX_WAYS).is_some());
    let place = many.map(|step| process.steps[step].span);
    if let Some(place) = place.or((graph.entries.len() > flow::MAX_WAYS).then_some(process.span)) {
        let limit = flow::MAX_WAYS.to_string();
        speaker.report(Diagnostic::new(Code::TooManyWays, place).with("limit", limit));
        return;
    }
    if process.role != Role::Sequence {
        return;
    }
    // Where nothing leads to a step, nothing leads to those that only it leads to: the first one is to be mended.
    let led = |step: usize| graph.edges.iter().any(|edge| edge.to.step() == Some(step) && edge.from != step);
    let first = graph.unreachable.iter().copied().find(|step| !led(*step)).or(graph.unreachable.first().copied());
    let roots = graph.unreachable.iter().filter(|step| !led(**step) || Some(**step) == first);
    for index in roots {
        let step = &process.steps[*index];
        // The step above has been given arrows that leave this one out, by the editor or by the act.
        let above = graph.above(process, *index);
        let stated = above.is_some_and(|above| flow::is_stated(&graph, above));
        if step.doubt.is_none() && !stated {
            let mut diagnostic = Diagnostic::new(Code::NoEntry, step.span).with("step", step.id.clone());
            diagnostic.also = above.and_then(|above| process.steps[above].next_span);
            speaker.report(diagnostic);
        }
    }
    let trapped = |step: &usize| {
        let onward = graph.onward(*step);
        onward.iter().all(|step| graph.out(*step).next().is_some() && !flow::is_stated(&graph, *step))
            && onward.iter().all(|step| process.steps[*step].doubt.is_none())
    };
    let trap = graph.endless.iter().find(|step| !graph.unreachable.contains(step) && trapped(step));
    if let Some(trap) = trap {
        let place = process.steps[*trap]
            .next_span
            .or_else(|| process.steps.iter().rev().find_map(|step| step.next_span))
            .unwrap_or(process.span);
        speaker.report(Diagnostic::new(Code::NoEnd, place).with("process", process.name.clone()));
    }
}
