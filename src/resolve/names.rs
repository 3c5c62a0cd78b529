//! The registers, and the names that everything else is checked against.

use std::collections::{BTreeMap, BTreeSet};

use super::memory::{bilingual, key};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::lang::{Lang, Text, Translation, fold_spaces};
use crate::model::{Body, Corpus, Dated, Place, Service, ServiceRelation, Term, Today, Topic};
use crate::source::Registers;
use crate::source::schema::{
    Bilingual, BilingualMany, Day, GlossaryFile, Many, PlacesFile, ServicesFile, Today as TodayEntry, Words, each,
};
use crate::vocabulary::{GlossaryKind, TranslationStatus};

/// The names of the registers.
#[derive(Default)]
pub(super) struct Names {
    /// The bodies of each place.
    pub places: BTreeMap<String, BTreeMap<String, Body>>,
    pub services: BTreeSet<String>,
    /// The terms of the glossary, by id.
    pub terms: BTreeMap<String, (GlossaryKind, Text)>,
    /// Renderings by what they render, in each language.
    renderings: BTreeMap<(Lang, String), Translation>,
    /// Which registers could be read: what is missing as a whole is not reported name by name.
    pub has_places: bool,
    pub has_services: bool,
    pub has_terms: bool,
}

impl Names {
    /// The genitive of a body's name.
    pub(super) fn genitive(&self, place: &str, body: &str) -> Option<Text> {
        self.places.get(place)?.get(body)?.genitive.clone()
    }

    /// The rendering of a term of the glossary.
    pub(super) fn term_rendering(&self, words: &str, lang: Lang) -> Option<Translation> {
        self.renderings.get(&(lang, key(&words.to_lowercase()))).cloned()
    }
}

/// Resolves the registers. What could not be read is empty.
pub(super) fn resolve_registers(registers: &Registers) -> (Corpus, Names, Vec<Diagnostic>) {
    let mut corpus = Corpus::default();
    let mut names = Names::default();
    let mut diagnostics = Vec::new();
    if let Some(file) = &registers.places {
        places(file, &mut corpus, &mut names, &mut diagnostics);
    }
    if let Some(file) = &registers.services {
        services(file, &mut corpus, &mut names, &mut diagnostics);
    }
    if let Some(file) = &registers.glossary {
        glossary(file, &mut corpus, &mut names, &mut diagnostics);
    }
    (corpus, names, diagnostics)
}

/// Resolves a name that must be among the known ones.
pub(super) fn known<'k>(
    code: Code,
    argument: &'static str,
    words: &Words,
    known: impl IntoIterator<Item = &'k str> + Clone,
) -> Result<String, Diagnostic> {
    if known.clone().into_iter().any(|name| name == words.value) {
        return Ok(words.value.clone());
    }
    let meant = nearest(words, known);
    Err(Diagnostic::new(code, words.span).with_nearest(meant).with(argument, words.value.clone()))
}

/// A date, or that nobody knows it.
pub(super) fn day(day: &Day, diagnostics: &mut Vec<Diagnostic>) -> Dated {
    let words = &day.0;
    if words.value == "unknown" {
        return Dated::Unknown;
    }
    let shape = words.value.len() == 10 && words.value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match words.value.parse::<jiff::civil::Date>() {
        Ok(date) if shape => Dated::On(date),
        _ => {
            diagnostics.push(Diagnostic::new(Code::BadDate, words.span).with("date", words.value.clone()));
            Dated::Unknown
        }
    }
}

/// An id is ASCII, so that addresses and anchors are.
pub(super) fn check_id(words: &Words, diagnostics: &mut Vec<Diagnostic>) {
    report_id(words, is_id(&words.value), diagnostics);
}

/// The id of an act is two ids: of its place, and its own.
pub(super) fn check_act_id(words: &Words, diagnostics: &mut Vec<Diagnostic>) {
    let good = words.value.split_once('/').is_some_and(|(place, act)| is_id(place) && is_id(act));
    report_id(words, good, diagnostics);
}

fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 80
        && !id.starts_with('-')
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn report_id(words: &Words, good: bool, diagnostics: &mut Vec<Diagnostic>) {
    if !good {
        diagnostics.push(Diagnostic::new(Code::BadId, words.span).with("id", words.value.clone()));
    }
}

/// A name of a register, which stands there in both languages.
pub(super) fn name(both: &Bilingual, status: TranslationStatus, diagnostics: &mut Vec<Diagnostic>) -> Text {
    let given = [("ru", &both.ru), ("kk", &both.kk)];
    let place = given.iter().find_map(|(_, words)| Some(words.as_ref()?.span)).unwrap_or_default();
    for (field, words) in given {
        if words.as_ref().is_none_or(|words| words.trim().is_empty()) {
            let span = words.as_ref().map_or(place, |words| words.span);
            diagnostics.push(Diagnostic::new(Code::MissingField, span).with("field", field));
        }
    }
    bilingual(both, status).unwrap_or_else(|| Text::original(Lang::Ru, ""))
}

fn places(file: &PlacesFile, corpus: &mut Corpus, names: &mut Names, diagnostics: &mut Vec<Diagnostic>) {
    names.has_places = true;
    for (id, entry) in &file.places {
        check_id(id, diagnostics);
        let mut bodies = Vec::new();
        for (body, value) in &entry.bodies {
            check_id(body, diagnostics);
            let status = value.status.as_ref().map_or(TranslationStatus::Official, |status| status.value);
            let genitive = value.genitive.as_ref().and_then(|genitive| bilingual(genitive, status));
            bodies.push(Body { id: body.value.clone(), name: name(&value.name, status, diagnostics), genitive });
        }
        let status = entry.status.as_ref().map_or(TranslationStatus::Official, |status| status.value);
        if let Some(whole) = &entry.part_of {
            let found = known(Code::UnknownPlace, "place", whole, file.places.keys().collect::<Vec<_>>());
            diagnostics.extend(found.err());
        }
        names.places.insert(id.value.clone(), bodies.iter().map(|body| (body.id.clone(), body.clone())).collect());
        let place = Place {
            id: id.value.clone(),
            kind: entry.kind.value,
            name: name(&entry.name, status, diagnostics),
            aliases: [Lang::Ru, Lang::Kk].into_iter().flat_map(|lang| words_of(entry.aliases.as_ref(), lang)).collect(),
            part_of: entry.part_of.as_ref().map(|whole| whole.value.clone()),
            bodies,
        };
        corpus.places.insert(id.value.clone(), place);
    }
    let whole = |id: &str| file.places.get(id)?.part_of.as_ref();
    let ids: Vec<&str> = file.places.keys().collect();
    let found = circle(&ids, |id| whole(id).map(|whole| whole.value.as_str()));
    if let Some(whole) = found.and_then(whole) {
        diagnostics.push(Diagnostic::new(Code::Circle, whole.span).with("field", "part_of"));
    }
}

/// Where one comes back to, going from name to name; at most one circle is reported of each kind of link.
pub(super) fn circle<'a>(names: &[&'a str], next: impl Fn(&str) -> Option<&'a str>) -> Option<&'a str> {
    let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
    for (turn, name) in names.iter().enumerate() {
        let mut at = Some(*name);
        while let Some(here) = at {
            match turns.insert(here, turn) {
                Some(before) if before == turn => return Some(here),
                Some(_) => break,
                None => at = next(here),
            }
        }
    }
    None
}

fn services(file: &ServicesFile, corpus: &mut Corpus, names: &mut Names, diagnostics: &mut Vec<Diagnostic>) {
    names.has_services = true;
    for (id, entry) in &file.topics {
        check_id(id, diagnostics);
        corpus
            .topics
            .push(Topic { id: id.value.clone(), name: name(&entry.name, TranslationStatus::Official, diagnostics) });
    }
    for (id, entry) in &file.services {
        check_id(id, diagnostics);
        names.services.insert(id.value.clone());
        let topic = known(Code::UnknownTopic, "topic", &entry.topic, file.topics.keys().collect::<Vec<_>>());
        diagnostics.extend(topic.err());
        let mut relations = Vec::new();
        for relation in &entry.relations {
            for other in &relation.with {
                let found = known(Code::UnknownService, "service", other, file.services.keys().collect::<Vec<_>>());
                diagnostics.extend(found.err());
            }
            relations.push(ServiceRelation {
                kind: relation.kind.value,
                with: relation.with.iter().map(|other| other.value.clone()).collect(),
                reason: name(&relation.reason, TranslationStatus::Reviewed, diagnostics),
            });
        }
        let status = entry.status.as_ref().map_or(TranslationStatus::Official, |status| status.value);
        let service = Service {
            id: id.value.clone(),
            name: name(&entry.name, status, diagnostics),
            topic: entry.topic.value.clone(),
            today: today(&entry.today, diagnostics),
            relations,
        };
        corpus.services.insert(id.value.clone(), service);
    }
}

fn today(entry: &TodayEntry, diagnostics: &mut Vec<Diagnostic>) -> Today {
    match entry {
        TodayEntry::Scalar(words) => {
            if words.value != "unknown" {
                let diagnostic = Diagnostic::new(Code::UnknownWord, words.span).with_nearest(Some("unknown"));
                diagnostics.push(diagnostic.with("word", words.value.clone()).with("expected", "unknown"));
            }
            Today::Unknown
        }
        TodayEntry::Map(spec) => Today::Known {
            text: name(&spec.text, TranslationStatus::Reviewed, diagnostics),
            source: spec.source.value.clone(),
            seen: day(&spec.seen, diagnostics),
        },
    }
}

fn glossary(file: &GlossaryFile, corpus: &mut Corpus, names: &mut Names, diagnostics: &mut Vec<Diagnostic>) {
    names.has_terms = true;
    for (id, entry) in &file.terms {
        check_id(id, diagnostics);
        let status = entry.status.as_ref().map_or(TranslationStatus::Official, |status| status.value);
        let text = Text::pair(fold_spaces(&entry.ru), fold_spaces(&entry.kk), status);
        names.terms.insert(id.value.clone(), (entry.kind.value, text.clone()));
        let aliases = |lang| words_of(entry.aliases.as_ref(), lang);
        for (lang, other) in [(Lang::Ru, &entry.kk), (Lang::Kk, &entry.ru)] {
            let rendering = Translation { words: fold_spaces(other), status };
            let own = if lang == Lang::Ru { &entry.ru } else { &entry.kk };
            for word in std::iter::once(fold_spaces(own)).chain(aliases(lang)) {
                names.renderings.entry((lang, key(&word.to_lowercase()))).or_insert_with(|| rendering.clone());
            }
        }
        corpus.terms.push(Term {
            id: id.value.clone(),
            kind: entry.kind.value,
            name: text,
            aliases_ru: aliases(Lang::Ru),
            aliases_kk: aliases(Lang::Kk),
            meaning: entry.meaning.as_ref().and_then(|meaning| bilingual(meaning, TranslationStatus::Reviewed)),
            seen: each(entry.seen.as_ref()).map(|act| act.value.clone()).filter(|act| act != "unknown").collect(),
        });
    }
}

fn words_of(both: Option<&BilingualMany>, lang: Lang) -> Vec<String> {
    let words: Option<&Many<Words>> =
        both.and_then(|both| if lang == Lang::Ru { both.ru.as_ref() } else { both.kk.as_ref() });
    each(words).map(|word| fold_spaces(word)).collect()
}
