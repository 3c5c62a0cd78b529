//! A regulation: participants, passport, tellings, text.

use std::collections::{BTreeMap, BTreeSet};

use super::anchors::{self, Origin, Placed};
use super::arrows::anchor;
use super::limits::read_limit;
use super::memory::Speaker;
use super::names::{check_id, known};
use super::nodes::{NodesOf, added, amendments, nodes};
use super::steps::{Known, participant};
use super::table_faults::check_tables;
use super::tables::{TableNames, lanes_by_telling};
use super::tellings::resolve_tellings;
use super::{Context, act};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::lang::{Text, fold_spaces};
use crate::model::{Act, Fact, Measure, OverallTerm, Participant, PassportField, Regulation, Restated, walk};
use crate::source::schema::{Fact as FactEntry, Many, ParticipantEntry, Passage, RegulationFile, Term, Words, each};
use crate::source::{ActSource, RegulationSource};

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
    let mut participants = participants(context, &mut speaker, act, file, &anchors);
    let ids = participants.iter().map(|participant| participant.id.clone()).collect();
    let known_names = Known { participants: &ids, anchors: &anchors, texts: &texts, terms: &context.names.terms };
    check_tables(&mut speaker, &ids, &document.elements);
    let lanes = lanes_by_telling(&mut speaker, &document);
    let (processes, about) = resolve_tellings(&mut speaker, &known_names, &document, &lanes);
    let passport = passport(&mut speaker, file, &texts);
    let mut terms = Vec::new();
    let names = processes.iter().map(|process| process.name.as_str()).collect();
    overall_terms(&mut speaker, &names, &document.elements, &mut terms);
    check_links(&mut speaker, &known_names, &document.elements, &mut participants);
    let names = participants.iter().map(|participant| (participant.id.clone(), participant.name.clone())).collect();
    let tables = TableNames { participants: names, lanes };
    let mut of = NodesOf::new(context, &anchors, tables);
    let text = nodes(&mut of, &mut speaker, &document.elements);
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
        stamp_state: file.stamp_state,
        amended: amendments(context, &mut speaker, file.amended.as_ref(), &document.elements),
        participants,
        passport,
        terms,
        processes,
        about,
        unreferenced: of.unreferenced,
        tables: of.shapes,
        // What they name stands in other regulations: they are read when all are there.
        pairs: Vec::new(),
        text,
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
pub(super) fn index_texts(elements: &[Placed<'_>], texts: &mut BTreeMap<String, String>) {
    for placed in elements {
        texts.insert(placed.id.clone(), own_words(placed).map(|words| fold_spaces(words)).unwrap_or_default());
        index_texts(&placed.children, texts);
    }
}

/// The own text of an element.
pub(super) fn own_words<'a>(placed: &Placed<'a>) -> Option<&'a Words> {
    match placed.source {
        Origin::Words(words) => Some(words),
        Origin::Passage(passage) => passage.words(),
        Origin::Section(section) => section.title.as_ref(),
        Origin::Annex(annex) => annex.title.as_ref(),
        Origin::Lost(block) => block.text.as_ref(),
        Origin::Table(table) => table.table.as_ref(),
        Origin::Process(_) => None,
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
        check_id(id, &mut speaker.diagnostics);
        let body = entry.body.as_ref().and_then(|body| act::known_body(context, speaker, &act.place, body));
        participants.push(Participant {
            id: id.value.clone(),
            kind: entry.kind.value,
            name: participant_name(context, speaker, id, entry),
            body,
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
            Err(fault) if context.names.has_terms => speaker.report(fault.with("kind", "participant")),
            Ok(_) | Err(_) => {}
        }
    }
    match &entry.name {
        Some(name) => speaker.wording(name),
        None => {
            let term = terms.get(&id.value).or_else(|| terms.get(entry.kind.value.as_str()));
            if term.is_none() && context.names.has_terms {
                speaker.report(Diagnostic::new(Code::MissingField, id.span).with("field", "name"));
            }
            term.map_or_else(|| Text::original(speaker.lang, id.value.clone()), |(_, name)| name.clone())
        }
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
fn overall_terms(
    speaker: &mut Speaker<'_>,
    names: &BTreeSet<&str>,
    elements: &[Placed<'_>],
    terms: &mut Vec<OverallTerm>,
) {
    for placed in elements {
        if let Origin::Passage(passage) = placed.source {
            for term in each(passage.term.as_ref()) {
                for name in each(term.of.as_ref()) {
                    speaker
                        .diagnostics
                        .extend(known(Code::UnknownProcess, "process", name, names.iter().copied()).err());
                }
                terms.extend(overall_term(speaker, placed, passage, term));
            }
        }
        overall_terms(speaker, names, &placed.children, terms);
    }
}

fn overall_term(speaker: &mut Speaker<'_>, placed: &Placed<'_>, passage: &Passage, term: &Term) -> Option<OverallTerm> {
    let whole = passage.words()?;
    let text = fold_spaces(whole);
    let words = term.words.as_ref().unwrap_or(whole);
    if !speaker.quotation(words, &[&text]) {
        return None;
    }
    let parsed = read_limit(&fold_spaces(words), speaker.lang);
    let said = parsed.and_then(|parsed| parsed.measure);
    let value = term.value.as_ref().map(|value| value.value).or(said.map(|said| said.value));
    let unit = term.unit.as_ref().map(|unit| unit.value).or(said.map(|said| said.unit));
    let bound = term.bound.as_ref().map(|bound| bound.value).or(parsed.and_then(|parsed| parsed.bound));
    let quoted = |speaker: &mut Speaker<'_>, words: Option<&Words>| {
        let words = words?;
        speaker.quotation(words, &[&text]).then(|| speaker.text(words))
    };
    Some(OverallTerm {
        at: placed.id.clone(),
        kind: term.kind.value,
        words: speaker.text(words),
        measure: value.zip(unit).map(|(value, unit)| Measure { value, unit }),
        bound,
        channels: each(term.channel.as_ref()).map(|channel| channel.value).collect(),
        case: quoted(speaker, term.case.as_ref()),
        from: quoted(speaker, term.from.as_ref()),
        except: quoted(speaker, term.except.as_ref()),
        doubt: term.doubt.as_ref().map(|doubt| speaker.text(doubt)),
        of: each(term.of.as_ref()).map(|process| process.value.clone()).collect(),
    })
}

/// Names that passages outside of steps use: participants of a list, places that refer to an annex. An item that lists
/// participants is the place where they are listed.
fn check_links(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    elements: &[Placed<'_>],
    participants: &mut [Participant],
) {
    for placed in elements {
        match placed.source {
            Origin::Passage(passage) => {
                for name in each(passage.lists.as_ref()) {
                    let Some(id) = participant(speaker, known, name) else { continue };
                    let listed = participants.iter_mut().filter(|participant| participant.id == id);
                    for participant in listed.filter(|participant| !participant.listed.contains(&placed.id)) {
                        participant.listed.push(placed.id.clone());
                    }
                }
            }
            Origin::Annex(annex) => {
                for place in each(annex.refers_from.as_ref()).filter(|place| place.value != "none") {
                    anchor(speaker, known.anchors, place);
                }
            }
            _ => {}
        }
        check_links(speaker, known, &placed.children, participants);
    }
}
