//! An act: its passport, its relations, its own text.

use std::collections::{BTreeMap, BTreeSet};

use super::anchors::{self, Placed};
use super::arrows::anchor;
use super::memory::{Memory, Speaker};
use super::names::{Names, check_act_id, day, known};
use super::nodes::{NodesOf, nodes};
use super::references::bounded_step;
use super::table_faults::check_tables;
use super::tables::TableNames;
use super::{Context, regulation};
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::{Lang, Text, fold_spaces};
use crate::model::{Act, ActRef, Body, Dated, Effect, OtherAct, Provenance, Publication, Registration, Relation};
use crate::source::Project;
use crate::source::schema::{
    ActFile, Effect as EffectEntry, Publication as PublicationEntry, Registration as RegistrationEntry,
    Relation as RelationEntry, Wording, Words, each,
};

/// The names of all acts: those with a text, and those that these describe.
pub(super) fn resolve_act_names(
    project: &Project,
    names: &Names,
    memories: &BTreeMap<&str, Memory<'_>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, ActRef> {
    // What these titles lack is reported where the act that has them is resolved.
    let titled = |id: &str, lang: Lang, title: &Wording| Speaker::new(lang, names, memories.get(id)).wording(title);
    let mut acts: BTreeMap<String, ActRef> = BTreeMap::new();
    for (id, source) in &project.acts {
        let Some(file) = &source.file else { continue };
        // Faults of the dates are reported where the act itself is resolved.
        let signed = day(&file.signed, &mut Vec::new());
        let number = file.number.0.value.clone();
        let title = Some(titled(id, file.language.value, &file.title));
        let body = names.genitive(&file.place, &file.adopted_by);
        acts.insert(id.clone(), ActRef { id: id.clone(), number, signed, title, body, encoded: true });
    }
    let mut described: BTreeMap<&str, &Words> = BTreeMap::new();
    for (own, file) in project.acts.iter().filter_map(|(own, source)| Some((own, source.file.as_ref()?))) {
        for (id, other) in &file.other_acts {
            if let Some(first) = described.insert(&id.value, id) {
                diagnostics
                    .push(Diagnostic::new(Code::DuplicateId, id.span).with("id", id.value.clone()).also(first.span));
                continue;
            }
            check_act_id(id, diagnostics);
            let signed = day(&other.signed, diagnostics);
            let title = other.title.as_ref().map(|title| titled(own, file.language.value, title));
            let number = other.number.0.value.clone();
            let place = other.place.as_ref().unwrap_or(&file.place);
            let body = names.genitive(place, other.adopted_by.as_ref().unwrap_or(&file.adopted_by));
            let act = ActRef { id: id.value.clone(), number, signed, title, body, encoded: false };
            acts.entry(id.value.clone()).or_insert(act);
        }
    }
    acts
}

/// Resolves an act without its regulations.
pub(super) fn resolve_act<'a>(context: &'a Context<'_>, id: &str, file: &ActFile) -> (Act, Speaker<'a>) {
    let mut speaker = Speaker::new(file.language.value, &context.names, context.memories.get(id));
    let document = anchors::place([], None, [], &file.text);
    check_document(&mut speaker, &document.elements, &document);
    check_tables(&mut speaker, &BTreeSet::new(), &document.elements);
    let mut anchors = BTreeMap::new();
    regulation::index_texts(&document.elements, &mut anchors);
    let anchors: BTreeSet<String> = anchors.into_keys().collect();
    let mut of = NodesOf::new(context, &anchors, TableNames::default());
    let text = nodes(&mut of, &mut speaker, &document.elements);
    let texts = all_texts(&document.elements);
    let title = speaker.wording(&file.title);
    let relations = |speaker: &mut Speaker<'a>, entries: &[RelationEntry]| {
        // No act changes or repeals itself.
        for entry in entries.iter().filter(|entry| entry.act.value == id) {
            speaker.report(Diagnostic::new(Code::Misplaced, entry.act.span).with("field", "act"));
        }
        entries.iter().filter_map(|entry| relation(context, speaker, entry, &anchors, &texts)).collect::<Vec<_>>()
    };
    let own_place = file.place.value.as_str();
    if id.split('/').next() != Some(own_place) && context.names.places.contains_key(own_place) {
        let path = format!("regulations/{id}/act.yaml");
        speaker.report(Diagnostic::nowhere(Code::BadFileName).with("path", path));
    }
    let amends = relations(&mut speaker, &file.amends);
    let repeals = relations(&mut speaker, &file.repeals);
    let repealed = file.repealed.as_slice();
    let repealed = relations(&mut speaker, repealed).pop();
    let mut name = context.acts[id].clone();
    name.title = Some(title.clone());
    let act = Act {
        name,
        id: id.to_owned(),
        place: speaker.place(&file.place),
        adopted_by: body(context, &mut speaker, &file.place, &file.adopted_by),
        lang: file.language.value,
        title,
        number: file.number.0.value.clone(),
        signed: day(&file.signed, &mut speaker.diagnostics),
        registered: file.registered.as_ref().map(|entry| registration(&mut speaker, entry)),
        published: file.published.as_ref().map(|entry| publication(&mut speaker, entry)),
        in_force: file.in_force.as_ref().map(|entry| effect(&mut speaker, entry, Some(&texts))),
        effect: file.effect.as_ref().map(|entry| effect(&mut speaker, entry, Some(&texts))),
        amends,
        repeals,
        repealed,
        others: file.other_acts.iter().map(|(id, _)| other(context, &mut speaker, file, id)).collect(),
        source: provenance(&mut speaker, file),
        tables: of.shapes,
        text,
        regulations: Vec::new(),
        digest: context.digest(file.number.0.span.file),
    };
    (act, speaker)
}

/// Faults that any document may have: steps outside of tellings.
pub(super) fn check_document(speaker: &mut Speaker<'_>, elements: &[Placed<'_>], document: &anchors::Document<'_>) {
    let names: BTreeSet<&str> =
        document.tellings.iter().filter_map(|telling| telling.source.name()).map(|name| name.value.as_str()).collect();
    check_passages(speaker, elements, Under::default(), &names);
}

/// Deepest nesting of elements. No act nests half as deep.
const MAX_NESTED: usize = 12;

/// What a passage stands in.
#[derive(Clone, Copy, Default)]
struct Under {
    /// How many elements it stands in.
    depth: usize,
    /// A step.
    step: bool,
    /// The list of steps of a telling.
    telling: bool,
}

fn check_passages(speaker: &mut Speaker<'_>, elements: &[Placed<'_>], under: Under, names: &BTreeSet<&str>) {
    if under.depth > MAX_NESTED {
        if let Some(first) = elements.first() {
            let limit = MAX_NESTED.to_string();
            speaker.report(Diagnostic::new(Code::YamlDepth, first.span()).with("limit", limit));
        }
        return;
    }
    for placed in elements {
        let mut step = false;
        if let anchors::Origin::Passage(passage) = placed.source {
            if let Some(name) = &passage.step_of {
                speaker.diagnostics.extend(known(Code::UnknownProcess, "process", name, names.iter().copied()).err());
            }
            // A step of a telling that does not exist is reported as that.
            step = placed.step_of.is_some() || passage.step_of.is_some();
            check_kinds(speaker, passage);
            // A step in the list of one telling joins no other.
            if let Some(joined) = passage.step_of.as_ref().filter(|_| under.telling) {
                speaker.report(Diagnostic::new(Code::Misplaced, joined.span).with("field", "step_of"));
            }
            // A limit outside of steps names the step that it bounds.
            let loose = each(passage.limit.as_ref()).any(|limit| bounded_step(limit).is_none());
            let limits = loose || passage.outcome.is_some();
            let field = first_step_field(passage).or((limits && !under.step).then_some("limit"));
            if let Some(field) = field.filter(|_| !step) {
                speaker.report(Diagnostic::new(Code::NotAStep, placed.span()).with("field", field));
            }
        }
        let telling = matches!(placed.source, anchors::Origin::Process(_) | anchors::Origin::Table(_));
        check_passages(
            speaker,
            &placed.children,
            Under { step: under.step || step, telling, depth: under.depth + 1 },
            names,
        );
    }
}

/// A passage is one thing and has one text: what is written beside them would be lost.
fn check_kinds(speaker: &mut Speaker<'_>, passage: &crate::source::schema::Passage) {
    let texts = [
        ("text", &passage.text),
        ("note", &passage.note),
        ("aside", &passage.aside),
        ("signature", &passage.signature),
        ("heading", &passage.heading),
        ("stamp", &passage.stamp),
    ];
    let given: Vec<(&str, &Words)> = texts.iter().filter_map(|(name, words)| Some((*name, words.as_ref()?))).collect();
    for (field, words) in given.iter().skip(1) {
        speaker.report(Diagnostic::new(Code::Misplaced, words.span).with("field", *field));
    }
    for (field, words) in given.iter().filter(|(_, words)| words.trim().is_empty()) {
        speaker.report(Diagnostic::new(Code::MissingField, words.span).with("field", *field));
    }
    let numbered = passage.n.as_ref().or(passage.point.as_ref());
    if let (Some(_), Some(point)) = (&passage.n, &passage.point) {
        speaker.report(Diagnostic::new(Code::Misplaced, point.0.span).with("field", "point"));
    }
    // A numbered element has a text of its own, or is an aside.
    let other = given.first().filter(|(field, _)| numbered.is_some() && !["text", "aside"].contains(field));
    if let Some((field, words)) = other {
        speaker.report(Diagnostic::new(Code::Misplaced, words.span).with("field", *field));
    }
    // What is not to be shown is not to be written down either.
    if let (Some(_), Some((field, words))) = (&passage.redacted, given.first()) {
        speaker.report(Diagnostic::new(Code::Misplaced, words.span).with("field", *field));
    }
}

/// The first field of a passage that only a step may have.
fn first_step_field(passage: &crate::source::schema::Passage) -> Option<&'static str> {
    let given = [
        ("key", passage.key.is_some()),
        ("label", passage.label.is_some()),
        ("kind", passage.kind.is_some()),
        ("by", passage.by.is_some()),
        ("who", passage.who.is_some()),
        ("to", passage.to.is_some()),
        ("at", passage.at.is_some()),
        ("when", passage.when.is_some()),
        ("next", passage.next.is_some()),
        ("printed_next", passage.printed_next.is_some()),
        ("only", passage.only.is_some()),
        ("fork", passage.fork.is_some()),
        ("entry", passage.entry.is_some()),
        ("happens_after", passage.happens_after.is_some()),
        ("variant_of", passage.variant_of.is_some()),
        ("waits", passage.waits),
        ("form", passage.form.is_some()),
        ("row", passage.row.is_some()),
        ("lane", passage.lane.is_some()),
        ("steps", !passage.steps.is_empty()),
    ];
    given.into_iter().find(|(_, given)| *given).map(|(field, _)| field)
}

/// Every text of a document, for quotations that may stand anywhere in it.
pub(super) fn all_texts(elements: &[Placed<'_>]) -> Vec<String> {
    let mut texts = Vec::new();
    for placed in elements {
        match placed.source {
            anchors::Origin::Words(words) => texts.push(fold_spaces(words)),
            anchors::Origin::Passage(passage) => texts.extend(passage.words().map(|words| fold_spaces(words))),
            _ => {}
        }
        texts.extend(all_texts(&placed.children));
    }
    texts
}

/// The name of a body of a place.
fn body(context: &Context<'_>, speaker: &mut Speaker<'_>, place: &str, id: &Words) -> Text {
    known_body(context, speaker, place, id)
        .map_or_else(|| Text::original(speaker.lang, id.value.clone()), |body| body.name)
}

/// A body of a place; `None` where the register does not have it.
pub(super) fn known_body(context: &Context<'_>, speaker: &mut Speaker<'_>, place: &str, id: &Words) -> Option<Body> {
    let bodies = context.names.places.get(place);
    match bodies.and_then(|bodies| bodies.get(&id.value)) {
        Some(body) => Some(body.clone()),
        None => {
            if let Some(bodies) = bodies {
                let found = known(Code::UnknownPlace, "place", id, bodies.keys().map(String::as_str));
                speaker.diagnostics.extend(found.err());
            }
            None
        }
    }
}

fn registration(speaker: &mut Speaker<'_>, entry: &RegistrationEntry) -> Registration {
    Registration {
        date: day(&entry.date, &mut speaker.diagnostics),
        number: entry.number.as_ref().map(|printed| printed.0.value.clone()),
        by: entry.by.as_ref().map(|by| speaker.text(by)),
    }
}

fn publication(speaker: &mut Speaker<'_>, entry: &PublicationEntry) -> Publication {
    Publication {
        date: day(&entry.date, &mut speaker.diagnostics),
        place: entry.r#in.as_ref().map(|place| speaker.text(place)),
    }
}

/// When something takes effect; the words are a quotation where there is a text to quote.
fn effect(speaker: &mut Speaker<'_>, entry: &EffectEntry, texts: Option<&[String]>) -> Effect {
    let texts: Option<Vec<&str>> = texts.map(|texts| texts.iter().map(String::as_str).collect());
    let words = entry.words.as_ref().filter(|words| texts.as_ref().is_none_or(|texts| speaker.quotation(words, texts)));
    Effect { words: words.map(|words| speaker.text(words)), from: day(&entry.from, &mut speaker.diagnostics) }
}

fn relation(
    context: &Context<'_>,
    speaker: &mut Speaker<'_>,
    entry: &RelationEntry,
    anchors: &BTreeSet<String>,
    texts: &[String],
) -> Option<Relation> {
    let mut services = Vec::new();
    for service in each(entry.services.as_ref()).filter(|service| service.value != "unknown") {
        let names = context.names.services.iter().map(String::as_str);
        match known(Code::UnknownService, "service", service, names) {
            Ok(service) => services.push(service),
            Err(fault) if context.names.has_services => speaker.report(fault),
            Err(_) => {}
        }
    }
    let at = each(entry.at.as_ref()).filter_map(|place| anchor(speaker, anchors, place)).collect();
    let effect = entry.effect.as_ref().map(|entry| effect(speaker, entry, Some(texts)));
    let act = context.act(&entry.act).map_err(|fault| speaker.report(fault)).ok()?;
    let services_unknown = each(entry.services.as_ref()).any(|service| service.value == "unknown");
    Some(Relation { act, at, services, services_unknown, effect })
}

fn other(context: &Context<'_>, speaker: &mut Speaker<'_>, file: &ActFile, id: &Words) -> OtherAct {
    let entry = file.other_acts.get(&id.value);
    let name = context.acts.get(&id.value).cloned();
    let unknown = || ActRef {
        id: id.value.clone(),
        number: String::new(),
        signed: Dated::Unknown,
        title: None,
        body: None,
        encoded: false,
    };
    let mut act = name.unwrap_or_else(unknown);
    act.title = entry.and_then(|entry| entry.title.as_ref()).map(|title| speaker.wording(title));
    let repealed = entry.and_then(|entry| entry.repealed.as_ref());
    OtherAct {
        act,
        place: entry.and_then(|entry| entry.place.as_ref()).unwrap_or(&file.place).value.clone(),
        registered: entry.and_then(|entry| entry.registered.as_ref()).map(|entry| registration(speaker, entry)),
        published: entry.and_then(|entry| entry.published.as_ref()).map(|entry| publication(speaker, entry)),
        effect: entry.and_then(|entry| entry.effect.as_ref()).map(|entry| effect(speaker, entry, None)),
        repealed: repealed.and_then(|entry| context.act(&entry.act).map_err(|fault| speaker.report(fault)).ok()),
    }
}

fn provenance(speaker: &mut Speaker<'_>, file: &ActFile) -> Provenance {
    let known = |words: &Words| (words.value != "unknown").then(|| words.value.clone());
    // A reader of the site may follow it.
    let address = &file.source.address;
    if known(address).is_some_and(|address| !["https://", "http://"].iter().any(|scheme| address.starts_with(scheme))) {
        speaker.report(Diagnostic::new(Code::BadLink, address.span).with("link", address.value.clone()));
    }
    Provenance {
        publisher: known(&file.source.publisher),
        address: known(&file.source.address),
        form: file.source.form.as_ref().map(|form| form.value.clone()),
        digest: file.source.digest.value.clone(),
    }
}
