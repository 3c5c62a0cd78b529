//! A regulation: participants, passport, tellings, text.

use std::collections::{BTreeMap, BTreeSet};

use super::anchors::{self, Document, Origin, Placed, TellingSource};
use super::limits::read_limit;
use super::memory::Speaker;
use super::names::known;
use super::nodes::{added, amendments, nodes};
use super::steps::{Known, Manner, StepSource, anchor, collect_steps, find_step, resolve_scope, resolve_steps};
use super::{Context, act};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::flow;
use crate::lang::{Text, fold_spaces};
use crate::model::{
    Act, Fact, Form, Link, Measure, OverallTerm, Participant, PassportField, Process, Regulation, Restated, Step, walk,
};
use crate::source::schema::{
    Fact as FactEntry, Link as LinkEntry, Many, ParticipantEntry, Passage, RegulationFile, TableBlock, Term, Words,
    each,
};
use crate::source::{ActSource, RegulationSource};
use crate::vocabulary::{Role, TableForm};

/// Resolves a regulation of an act.
pub(super) fn resolve_regulation<'a>(
    context: &'a Context<'_>,
    act: &Act,
    source: &RegulationSource,
    file: &RegulationFile,
) -> (Option<Regulation>, Speaker<'a>) {
    let mut speaker = Speaker::new(act.lang, &context.names, context.memories.get(act.id.as_str()));
    let notes = each(file.amended.as_ref()).filter_map(|amended| amended.note.as_ref());
    let document = anchors::place(each(file.stamp.as_ref()), file.heading.as_ref(), notes, &file.text);
    act::check_document(&mut speaker, &document.elements, &document);
    let mut texts = BTreeMap::new();
    index_texts(&document.elements, &mut texts);
    let anchors: BTreeSet<String> = texts.keys().cloned().collect();
    let participants = participants(context, &mut speaker, act, file, &anchors);
    let ids = participants.iter().map(|participant| participant.id.clone()).collect();
    let known_names = Known { participants: &ids, anchors: &anchors, terms: &context.names.terms };
    let processes = processes(&mut speaker, &known_names, &document);
    let passport = passport(&mut speaker, file, &texts);
    let mut terms = Vec::new();
    overall_terms(&mut speaker, &document.elements, &mut terms);
    check_links(&mut speaker, &known_names, &document.elements, &anchors);
    if context.names.has_services {
        let names = context.names.services.iter().map(String::as_str);
        speaker.diagnostics.extend(known(Code::UnknownService, "service", &file.service, names).err());
    }
    let regulation = Regulation {
        act: act.id.clone(),
        name: source.name.clone(),
        digest: context.digest(source.file),
        ordinal: file.ordinal.value,
        service: file.service.value.clone(),
        lang: act.lang,
        title: speaker.wording(&file.title),
        restates: restates(context, &mut speaker, act, file),
        amended: amendments(context, &mut speaker, file.amended.as_ref()),
        participants,
        passport,
        terms,
        processes,
        text: nodes(context, &mut speaker, &document.elements),
    };
    (Some(regulation), speaker)
}

/// Two regulations of one act with the same ordinal, or a file name that says another one.
pub(super) fn check_ordinals(source: &ActSource) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut seen = BTreeMap::new();
    for (regulation, file) in source.regulations.iter().filter_map(|source| Some((source, source.value.as_ref()?))) {
        let ordinal = file.ordinal.value;
        let diagnostic = Diagnostic::new(Code::BadOrdinal, file.ordinal.span)
            .with("ordinal", ordinal.to_string())
            .with("name", regulation.name.clone());
        if !regulation.name.starts_with(&format!("{ordinal:02}-")) {
            diagnostics.push(diagnostic);
        } else if let Some(first) = seen.insert(ordinal, file.ordinal.span) {
            diagnostics.push(diagnostic.also(first));
        }
    }
    diagnostics
}

/// The own text of every element, by anchor.
fn index_texts(elements: &[Placed<'_>], texts: &mut BTreeMap<String, String>) {
    for placed in elements {
        let words = match placed.source {
            Origin::Words(words) => Some(words),
            Origin::Passage(passage) => passage.words(),
            Origin::Section(section) => Some(&section.title),
            Origin::Annex(annex) => annex.title.as_ref(),
            Origin::Lost(block) => block.text.as_ref(),
            Origin::Table(table) => table.table.as_ref(),
            Origin::Process(_) => None,
        };
        texts.insert(placed.id.clone(), words.map(|words| fold_spaces(words)).unwrap_or_default());
        index_texts(&placed.children, texts);
    }
}

fn participants(
    context: &Context<'_>,
    speaker: &mut Speaker<'_>,
    act: &Act,
    file: &RegulationFile,
    anchors: &BTreeSet<String>,
) -> Vec<Participant> {
    let mut participants = Vec::new();
    for (id, entry) in &file.participants {
        let listed = each(entry.listed.as_ref()).filter_map(|place| anchor(speaker, anchors, place)).collect();
        if let Some(body) = &entry.body {
            act::body(context, speaker, &act.place, body);
        }
        participants.push(Participant {
            id: id.value.clone(),
            kind: entry.kind.value,
            name: participant_name(context, speaker, id, entry),
            listed,
            aliases: each(entry.aliases.as_ref()).map(|alias| speaker.text(alias)).collect(),
            short: added(entry.short.as_ref()),
        });
    }
    participants
}

/// The name the act gives, or that of the glossary.
fn participant_name(context: &Context<'_>, speaker: &mut Speaker<'_>, id: &Words, entry: &ParticipantEntry) -> Text {
    let terms = &context.names.terms;
    if let Some(term) = &entry.term {
        let found = known(Code::UnknownTerm, "term", term, terms.keys().map(String::as_str));
        match found {
            Ok(name) if entry.name.is_none() => return terms[&name].1.clone(),
            Ok(_) => {}
            Err(fault) if context.names.has_terms => speaker.report(fault.with("kind", "participant")),
            Err(_) => {}
        }
    }
    match &entry.name {
        Some(name) => speaker.wording(name),
        None => {
            let term = terms.get(&id.value).or_else(|| terms.get(entry.kind.value.as_str()));
            term.map_or_else(|| Text::original(speaker.lang, id.value.clone()), |(_, name)| name.clone())
        }
    }
}

fn processes(speaker: &mut Speaker<'_>, known: &Known<'_>, document: &Document<'_>) -> Vec<Process> {
    let mut seen: BTreeMap<&str, &Words> = BTreeMap::new();
    let mut drafts: Vec<(usize, &Words, Vec<StepSource<'_>>)> = Vec::new();
    for (index, telling) in document.tellings.iter().enumerate() {
        let Some(name) = telling.source.name() else { continue };
        if let Some(first) = seen.insert(&name.value, name) {
            let diagnostic = Diagnostic::new(Code::DuplicateProcess, name.span).with("process", name.value.clone());
            speaker.report(diagnostic.also(first.span));
            continue;
        }
        drafts.push((index, name, collect_steps(&document.elements, index, &name.value)));
    }
    let mut processes = Vec::new();
    for (index, name, sources) in &drafts {
        let telling = &document.tellings[*index];
        let table = matches!(telling.source, TellingSource::Table(_));
        let before = speaker.diagnostics.len();
        let steps = resolve_steps(speaker, known, Manner { process: &name.value, table }, sources);
        // An arrow that was left out may be the very one that is missing.
        let whole = speaker.diagnostics[before..].iter().all(|fault| fault.code != Code::UnknownStep);
        let process = process(speaker, known, telling, name, steps, &drafts);
        if whole {
            check_flow(speaker, &process);
        }
        processes.push(process);
    }
    processes
}

fn process(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    telling: &anchors::Telling<'_>,
    name: &Words,
    steps: Vec<Step>,
    drafts: &[(usize, &Words, Vec<StepSource<'_>>)],
) -> Process {
    let link = |speaker: &mut Speaker<'_>, entry: Option<&LinkEntry>| {
        entry.and_then(|entry| resolve_link(speaker, entry, &name.value, drafts))
    };
    let (role, scope, form, title, when, retells, of, alternative_to, continues) = match telling.source {
        TellingSource::List(block) => (
            block.role.as_ref().map(|role| role.value),
            block.r#for.as_ref(),
            Form::List,
            added(block.title.as_ref()),
            block.when.as_ref().map(|words| speaker.text(words)),
            link(speaker, block.retells.as_ref()),
            each(block.of.as_ref()).filter_map(|entry| link(speaker, Some(entry))).collect(),
            link(speaker, block.alternative_to.as_ref()),
            link(speaker, block.continues.as_ref()),
        ),
        TellingSource::Table(block) => (
            block.role.as_ref().map(|role| role.value),
            block.r#for.as_ref(),
            table_form(block),
            None,
            None,
            link(speaker, block.retells.as_ref()),
            Vec::new(),
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
        steps,
        span: name.span,
    }
}

fn table_form(block: &TableBlock) -> Form {
    if block.form.value == TableForm::Lanes { Form::Variants } else { Form::Table }
}

fn resolve_link(
    speaker: &mut Speaker<'_>,
    entry: &LinkEntry,
    own: &str,
    drafts: &[(usize, &Words, Vec<StepSource<'_>>)],
) -> Option<Link> {
    let (name, spec) = match entry {
        LinkEntry::Scalar(name) => (name, None),
        LinkEntry::Map(spec) => (&spec.process, Some(spec)),
    };
    let names = drafts.iter().map(|(_, name, _)| name.value.as_str());
    let process = known(Code::UnknownProcess, "process", name, names).map_err(|fault| speaker.report(fault)).ok()?;
    let steps_of =
        |wanted: &str| drafts.iter().find(|(_, name, _)| name.value == wanted).map(|(_, _, steps)| steps.as_slice());
    let find = |speaker: &mut Speaker<'_>, process: &str, words: &Words| {
        let steps = steps_of(process).unwrap_or_default();
        let found = find_step(steps, words).map(|index| steps[index].placed.id.clone());
        if found.is_none() {
            speaker.report(
                Diagnostic::new(Code::UnknownStep, words.span)
                    .with_nearest(None)
                    .with("step", words.value.clone())
                    .with("process", process)
                    .with("last", "none"),
            );
        }
        found
    };
    let mut pairs = Vec::new();
    for (step, others) in spec.iter().flat_map(|spec| spec.pairs.iter()) {
        let others = others.iter().filter_map(|other| find(speaker, &process, other)).collect();
        pairs.extend(find(speaker, own, step).map(|step| (step, others)));
    }
    let after = spec.and_then(|spec| spec.after.as_ref()).and_then(|step| find(speaker, &process, step));
    Some(Link { process, pairs, after })
}

/// Arrows of the editor must leave every step an entry and the process an end. Where the act itself says so, and where
/// the editor has noted a doubt, it is for `findings`.
fn check_flow(speaker: &mut Speaker<'_>, process: &Process) {
    if process.role != Role::Sequence || process.steps.is_empty() {
        return;
    }
    let graph = flow::graph(process);
    for index in &graph.unreachable {
        let step = &process.steps[*index];
        // The step above has been given arrows that leave this one out.
        let above = process.steps[..*index].iter().rposition(|step| step.next_span.is_some());
        let stated = above.is_some_and(|above| flow::is_stated(&graph, above));
        if step.doubt.is_none() && !stated {
            let mut diagnostic = Diagnostic::new(Code::NoEntry, step.span).with("step", step.id.clone());
            diagnostic.also = above.and_then(|above| process.steps[above].next_span);
            speaker.report(diagnostic);
        }
    }
    if graph.endless.len() == process.steps.len()
        && !process.steps.iter().enumerate().any(|(index, _)| flow::is_stated(&graph, index))
    {
        let place = process.steps.iter().rev().find_map(|step| step.next_span).unwrap_or(process.span);
        speaker.report(Diagnostic::new(Code::NoEnd, place).with("process", process.name.clone()));
    }
}

fn restates(context: &Context<'_>, speaker: &mut Speaker<'_>, act: &Act, file: &RegulationFile) -> Option<Restated> {
    let entry = file.restates.as_ref()?;
    let mut anchors = BTreeSet::new();
    let mut text = String::new();
    walk(&act.text, &mut |node| {
        anchors.insert(node.id.clone());
        if node.id == entry.at.value {
            text = node.text.as_ref().map(|text| text.words.clone()).unwrap_or_default();
        }
    });
    let at = anchor(speaker, &anchors, &entry.at)?;
    let title = entry.title.as_ref().filter(|title| speaker.quotation(title, &[&text]));
    let other = context.act(&entry.act).map_err(|fault| speaker.report(fault)).ok()?;
    Some(Restated { act: other.id, title: title.map(|title| speaker.text(title)), at })
}

fn passport(
    speaker: &mut Speaker<'_>,
    file: &RegulationFile,
    texts: &BTreeMap<String, String>,
) -> Vec<(PassportField, Vec<Fact>)> {
    let passport = &file.passport;
    let fields: [(PassportField, Option<&Many<FactEntry>>); 11] = [
        (PassportField::Provider, passport.provider.as_ref()),
        (PassportField::Recipients, passport.recipients.as_ref()),
        (PassportField::Channels, passport.channels.as_ref()),
        (PassportField::Documents, passport.documents.as_ref()),
        (PassportField::Form, passport.form.as_ref()),
        (PassportField::Result, passport.result.as_ref()),
        (PassportField::Refusals, passport.refusals.as_ref()),
        (PassportField::Schedule, passport.schedule.as_ref()),
        (PassportField::Fee, passport.fee.as_ref()),
        (PassportField::Complaints, passport.complaints.as_ref()),
        (PassportField::Standard, passport.standard.as_ref()),
    ];
    let mut all = Vec::new();
    for (field, entries) in fields {
        let facts = each(entries).filter_map(|entry| fact(speaker, entry, texts)).collect();
        all.push((field, facts));
    }
    all
}

fn fact(speaker: &mut Speaker<'_>, entry: &FactEntry, texts: &BTreeMap<String, String>) -> Option<Fact> {
    let (at, spec) = match entry {
        FactEntry::Scalar(words) if words.value == "unknown" => return None,
        FactEntry::Scalar(at) => (at, None),
        FactEntry::Map(spec) => (&spec.at, Some(spec)),
    };
    let Some(whole) = texts.get(&at.value) else {
        let meant = nearest(at, texts.keys().map(String::as_str));
        speaker
            .report(Diagnostic::new(Code::UnknownPoint, at.span).with_nearest(meant).with("point", at.value.clone()));
        return None;
    };
    let quoted = spec.and_then(|spec| spec.see.as_ref().or(spec.words.as_ref()));
    let text = match quoted {
        Some(words) if !speaker.quotation(words, &[whole]) => return None,
        Some(words) => speaker.text(words),
        None => speaker.text_at(whole, at.span),
    };
    Some(Fact {
        at: at.value.clone(),
        text,
        refers: spec.is_some_and(|spec| spec.see.is_some()),
        channels: each(spec.and_then(|spec| spec.channel.as_ref())).map(|channel| channel.value).collect(),
    })
}

/// The terms of the whole service, wherever the text marks them.
fn overall_terms(speaker: &mut Speaker<'_>, elements: &[Placed<'_>], terms: &mut Vec<OverallTerm>) {
    for placed in elements {
        if let Origin::Passage(passage) = placed.source {
            for term in each(passage.term.as_ref()) {
                terms.extend(overall_term(speaker, placed, passage, term));
            }
        }
        overall_terms(speaker, &placed.children, terms);
    }
}

fn overall_term(speaker: &mut Speaker<'_>, placed: &Placed<'_>, passage: &Passage, term: &Term) -> Option<OverallTerm> {
    let whole = passage.words()?;
    let text = fold_spaces(whole);
    let words = term.words.as_ref().unwrap_or(whole);
    if !speaker.quotation(words, &[&text]) {
        return None;
    }
    let said = read_limit(&fold_spaces(words), speaker.lang).and_then(|parsed| parsed.measure);
    let value = term.value.as_ref().map(|value| value.value).or(said.map(|said| said.value));
    let unit = term.unit.as_ref().map(|unit| unit.value).or(said.map(|said| said.unit));
    let from = term.from.as_ref().filter(|from| speaker.quotation(from, &[&text]));
    Some(OverallTerm {
        at: placed.id.clone(),
        kind: term.kind.value,
        words: speaker.text(words),
        measure: value.zip(unit).map(|(value, unit)| Measure { value, unit }),
        channels: each(term.channel.as_ref()).map(|channel| channel.value).collect(),
        case: term.case.as_ref().map(|case| speaker.text(case)),
        from: from.map(|from| speaker.text(from)),
        of: each(term.of.as_ref()).map(|process| process.value.clone()).collect(),
    })
}

/// Names that passages outside of steps use: participants of a list, places that refer to an annex.
fn check_links(speaker: &mut Speaker<'_>, known: &Known<'_>, elements: &[Placed<'_>], anchors: &BTreeSet<String>) {
    for placed in elements {
        match placed.source {
            Origin::Passage(passage) => {
                for name in each(passage.lists.as_ref()).filter(|name| !known.participants.contains(&name.value)) {
                    let meant = nearest(name, known.participants.iter().map(String::as_str));
                    let diagnostic = Diagnostic::new(Code::UnknownParticipant, name.span).with_nearest(meant);
                    speaker.report(diagnostic.with("participant", name.value.clone()));
                }
            }
            Origin::Annex(annex) => {
                for place in each(annex.refers_from.as_ref()).filter(|place| place.value != "none") {
                    anchor(speaker, anchors, place);
                }
            }
            _ => {}
        }
        check_links(speaker, known, &placed.children, anchors);
    }
}
