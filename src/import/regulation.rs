//! The draft of one regulation.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::addresses;
use super::cast::{Cast, Lexicon};
use super::dates::{Citation, citations};
use super::draft::{Fields, Value};
use super::nesting::{self, Kind, Node, Openings};
use super::outline::{AnnexText, RegulationText, lost_kind};
use super::spacing::Lexicon as Words;
use super::tables::{self, Known, Piece, Reader};
use super::words::{made, says};
use super::{Doubt, Paragraph, Rule, facts, passport, scattered, tellings};
use crate::lang::Lang;

/// What all regulations of an act have in common.
pub(super) struct Common<'a> {
    pub lexicon: &'a Lexicon,
    pub lang: Lang,
    pub openings: &'a Openings,
    /// The place in the id of the act.
    pub place: &'a str,
    /// The words of the act's sentences: what a table breaks is looked up among them.
    pub words: &'a Words,
}

/// A regulation as a draft.
pub(super) struct Drafted {
    /// The title of the service.
    pub title: String,
    pub participants: Fields,
    pub passport: Fields,
    pub stamps: Vec<String>,
    pub heading: Option<String>,
    pub text: Vec<Node>,
    pub annexes: Vec<Annex>,
    /// The acts that amended it.
    pub amending: Vec<Citation>,
}

/// An annex of a regulation.
pub(super) struct Annex {
    pub fields: Fields,
    pub text: Vec<Node>,
    pub doubts: Vec<Doubt>,
}

/// Drafts a regulation.
pub(super) fn drafted(regulation: &RegulationText, common: &Common<'_>) -> Drafted {
    let lang = common.lang;
    let mut text = nesting::nested(&regulation.text, common.openings);
    let mut amending = Vec::new();
    nesting::each_mut(&mut text, &mut |node| amend(node, common.place, &mut amending));
    addresses::address(&mut text);
    let mut cast = Cast::new(common.lexicon, lang);
    nesting::each_mut(&mut text, &mut |node| list(node, &mut cast, lang));
    cast.shorten();
    tellings::find(&mut text, &mut cast, lang);
    nesting::each_mut(&mut text, &mut |node| {
        if node.fields.get("defines").is_none()
            && !matches!(node.kind, Kind::Section | Kind::Process | Kind::Note)
            && let Some(defined) = facts::defined(&node.text, lang)
        {
            node.fields.set("defines", defined);
        }
    });
    passport::mark_terms(&mut text, lang);
    scattered::find(&mut text, &mut cast, lang);
    let passport = passport::passport(&text, lang);
    let references = references(&text, lang);
    let mut reader = Reader { words: common.words, cast: &mut cast, lang, known: Known::default() };
    let annexes = regulation
        .annexes
        .iter()
        .map(|annex| self::annex(annex, &references, common, &mut reader, &mut amending))
        .collect();
    let heading = regulation.heading.as_ref().map(|heading| heading.text.clone());
    Drafted {
        title: heading.as_deref().map_or(String::new(), |heading| title(heading).to_owned()),
        participants: participants(&cast),
        passport,
        stamps: regulation.stamps.iter().map(|stamp| stamp.text.clone()).collect(),
        heading,
        text,
        annexes,
        amending,
    }
}

/// The title of a service: what stands in quotes in the heading of its regulation.
pub(super) fn title(heading: &str) -> &str {
    let (open, close) = if heading.contains('«') { ('«', '»') } else { ('"', '"') };
    match (heading.find(open), heading.rfind(close)) {
        (Some(from), Some(to)) if from < to => heading[from + open.len_utf8()..to].trim(),
        _ => heading.trim(),
    }
}

/// Learns whom a list of units and workers names.
fn list(node: &mut Node, cast: &mut Cast, lang: Lang) {
    let lower = node.text.to_lowercase();
    let is_list = match lang {
        Lang::Ru => says(&lower, &["перечень", "структурн"]),
        Lang::Kk => says(&lower, &["құрылымдық"]) && (says(&lower, &["тізбесі"]) || says(&lower, &["тізімі"])),
    };
    if !is_list || !matches!(node.kind, Kind::Point | Kind::Paragraph | Kind::LostPoint) {
        return;
    }
    for item in node.body.iter_mut().filter(|item| item.kind == Kind::Item) {
        let people = cast.list(&item.text, &item.anchor);
        if people.len() > 1 {
            let ids: Vec<Value> = people.into_iter().map(|person| cast.id(person).into()).collect();
            item.fields.set("lists", ids);
        }
    }
}

static NOTE_OF: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)^(?:Сноска|Ескерту)\.?\s";
    made(pattern)
});

/// What a note of the publisher says was done, by which act; nothing where it says neither.
fn amendment(note: &str, place: &str, amending: &mut Vec<Citation>) -> Option<Fields> {
    if !NOTE_OF.is_match(note) {
        return None;
    }
    let lower = note.to_lowercase();
    let ops = [
        ("дополнен", "added"),
        ("толықтырыл", "added"),
        ("редакци", "restated"),
        ("исключ", "removed"),
        ("алып таста", "removed"),
        ("изменени", "changed"),
        ("өзгеріс", "changed"),
    ];
    let op = ops.iter().find(|(stem, _)| says(&lower, &[stem])).map(|(_, op)| *op)?;
    let act = citations(note).into_iter().find(|citation| !citation.number.is_empty())?;
    let mut fields = Fields::default();
    fields.set("op", op);
    fields.set("act", act.id(place));
    fields.set("before", if op == "added" { "absent" } else { "unknown" });
    fields.set("note", note);
    amending.push(act);
    Some(fields)
}

/// Puts amendments told in notes under a point on the point.
fn amend(node: &mut Node, place: &str, amending: &mut Vec<Citation>) {
    if !matches!(node.kind, Kind::Point | Kind::LostPoint) {
        return;
    }
    let number = node.number.clone().unwrap_or_default();
    let of_it = |note: &str| note.split_whitespace().any(|word| word.trim_end_matches([',', '.']) == number);
    let mut amended = Vec::new();
    node.body.retain(|part| {
        let is_note = part.kind == Kind::Note && of_it(&part.text);
        let found = is_note.then(|| amendment(&part.text, place, amending)).flatten();
        let is_kept = found.is_none();
        amended.extend(found.map(Value::from));
        is_kept
    });
    if !amended.is_empty() {
        node.fields.set("amended", Value::one_or_many(amended));
    }
}

/// Whom the draft names.
fn participants(cast: &Cast) -> Fields {
    let mut people = Fields::default();
    let mut used: Vec<_> = cast.people.iter().filter(|person| person.is_used).collect();
    used.sort_by_key(|person| (person.order, person.kind == "recipient", person.kind == "system"));
    for person in used {
        let mut fields = Fields::default();
        if person.is_printed || !person.is_known {
            fields.set("name", person.name.as_str());
        }
        fields.set("kind", person.kind);
        let many = |words: &[String]| Value::one_or_many(words.iter().map(|words| words.as_str().into()).collect());
        if !person.listed.is_empty() {
            fields.set("listed", many(&person.listed));
        }
        let aliases: Vec<String> =
            person.aliases.iter().filter(|alias| alias.to_lowercase() != person.name.to_lowercase()).cloned().collect();
        if !aliases.is_empty() {
            fields.set("aliases", many(&aliases));
        }
        people.set(&person.id, fields);
    }
    people
}

fn annex(
    annex: &AnnexText,
    references: &References,
    common: &Common<'_>,
    reader: &mut Reader<'_>,
    amending: &mut Vec<Citation>,
) -> Annex {
    let mut fields = Fields::default();
    let mut doubts = Vec::new();
    // The title of a table may have been run together with that of the annex.
    let mut title = annex.title.clone();
    let cut = tables::cut_title(&mut title).or_else(|| tables::cut_head(&mut title, &annex.text));
    fields.set("annex", annex.number.as_str());
    match &annex.stamp {
        Some(stamp) => fields.set("stamp", stamp.text.as_str()),
        None => {
            fields.set("heading", "lost");
            let line = annex.title.as_ref().or(annex.text.first()).map_or(0, |paragraph| paragraph.line);
            doubts.push(Doubt { line, rule: Rule::LostHeading });
        }
    }
    for paragraph in annex.stamp.iter().chain(&title) {
        doubts.extend(paragraph.doubts.iter().cloned());
    }
    if let Some(title) = &title {
        fields.set("title", title.text.as_str());
    }
    let (notes, rest): (Vec<&Paragraph>, Vec<&Paragraph>) =
        annex.text.iter().partition(|paragraph| paragraph.grid.is_none() && NOTE_OF.is_match(&paragraph.text));
    let kind = title.as_ref().and_then(|title| lost_kind(&title.text, common.lang));
    let is_rest_of_picture =
        rest.len() <= 2 && rest.iter().all(|paragraph| paragraph.grid.is_none() && paragraph.text.chars().count() < 80);
    if let Some(kind) = kind.filter(|_| is_rest_of_picture) {
        fields.set("lost", kind);
    }
    let from = references.get(&annex.number).cloned().unwrap_or_default();
    fields.set("refers_from", if from.is_empty() { "none".into() } else { Value::one_or_many(from) });
    let mut amended = Vec::new();
    let mut body: Vec<Paragraph> = Vec::new();
    for note in notes {
        match amendment(&note.text, common.place, amending) {
            Some(found) => amended.push(found.into()),
            None => body.push(note.clone()),
        }
    }
    if !amended.is_empty() {
        fields.set("amended", Value::one_or_many(amended));
    }
    body.extend(cut.into_iter().chain(rest.into_iter().cloned()));
    let mut text = Vec::new();
    for piece in tables::find(body, reader) {
        match piece {
            Piece::Text(paragraphs) => text.extend(nesting::nested(&paragraphs, common.openings)),
            Piece::Table(table) => text.push(*table),
        }
    }
    nesting::each_mut(&mut text, &mut |node| {
        // A form has numbers of its own; what is wide in it are blanks to fill in.
        if matches!(node.kind, Kind::Section) {
            node.kind = Kind::Paragraph;
        }
    });
    Annex { fields, text, doubts }
}

/// The places that refer to annexes of this regulation, by the number of the annex; an annex without one has an empty one.
type References = BTreeMap<String, Vec<Value>>;

fn references(text: &[Node], lang: Lang) -> References {
    let mut references = References::new();
    nesting::each(text, &mut |node| {
        let lower = node.text.to_lowercase();
        if !says(&lower, &["регламент"]) || node.anchor.is_empty() {
            return;
        }
        let words: Vec<&str> = lower.split(|char: char| char.is_whitespace() || char == '-').collect();
        let clean = |word: &str| word.trim_matches(|char: char| !char.is_alphanumeric()).to_owned();
        for pair in words.windows(2) {
            let number = match lang {
                Lang::Ru if pair[0].starts_with("приложени") => clean(pair[1]),
                Lang::Kk if pair[1].starts_with("қосымша") => clean(pair[0]),
                _ => continue,
            };
            let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let places = references.entry(if is_number { number } else { String::new() }).or_default();
            let is_told = places.last().is_some_and(|last| matches!(last, Value::Text(last) if *last == node.anchor));
            if !is_told {
                places.push(node.anchor.as_str().into());
            }
        }
    });
    references
}

/// The text as values, with comments at what is doubtful.
pub(super) fn values(nodes: &[Node], in_steps: bool, say: &dyn Fn(&Doubt) -> String) -> Vec<(Vec<String>, Value)> {
    nodes.iter().map(|node| (node.doubts.iter().map(say).collect(), value(node, in_steps, say))).collect()
}

fn value(node: &Node, in_steps: bool, say: &dyn Fn(&Doubt) -> String) -> Value {
    let mut fields = Fields::default();
    let number = node.number.clone().unwrap_or_default();
    let words = facts::words(&node.text);
    match node.kind {
        Kind::Section | Kind::SectionAsParagraph => {
            fields.set("section", number);
            fields.set("title", words);
            if node.kind == Kind::SectionAsParagraph {
                fields.set("heading", "paragraph");
            }
        }
        Kind::Point => {
            fields.set("point", number);
            fields.set("text", words);
        }
        Kind::LostPoint => {
            fields.set("point", Value::Null);
            fields.set("after", number);
            fields.set("text", words);
        }
        Kind::Item => {
            fields.set("n", number);
            fields.set("text", words);
        }
        Kind::Process => fields.set("process", number),
        Kind::Table | Kind::Grid => fields.set("table", words),
        Kind::Note => fields.set("note", words),
        Kind::Aside => fields.set("aside", words),
        Kind::Heading => fields.set("heading", words),
        Kind::Signature => fields.set("signature", words),
        Kind::Paragraph => {
            let is_bare = !in_steps && node.fields.0.is_empty() && node.body.is_empty() && node.doubts.is_empty();
            if is_bare {
                return words;
            }
            fields.set("text", words);
        }
    }
    fields.0.extend(node.fields.0.iter().cloned());
    if !node.body.is_empty() {
        let are_steps = node.kind == Kind::Process || node.has_steps;
        let name = if are_steps { "steps" } else { "body" };
        fields.set(name, Value::List(values(&node.body, are_steps, say)));
    }
    fields.into()
}

impl Drafted {
    /// The fields of its file.
    pub fn fields(&self, service: &str, ordinal: usize, say: &dyn Fn(&Doubt) -> String) -> Fields {
        let mut fields = Fields::default();
        fields.set("service", service);
        fields.set("ordinal", Value::Number(ordinal));
        fields.set("title", self.title.as_str());
        match self.stamps.as_slice() {
            [] => fields.set("stamp_state", "lost"),
            stamps => {
                fields.set("stamp", Value::one_or_many(stamps.iter().map(|stamp| stamp.as_str().into()).collect()));
            }
        }
        if let Some(heading) = &self.heading {
            fields.set("heading", heading.as_str());
        }
        if !self.participants.0.is_empty() {
            fields.set("participants", self.participants.clone());
        }
        if !self.passport.0.is_empty() {
            fields.set("passport", self.passport.clone());
        }
        let mut text = values(&self.text, false, say);
        for annex in &self.annexes {
            let mut value = annex.fields.clone();
            if !annex.text.is_empty() {
                value.set("body", Value::List(values(&annex.text, false, say)));
            }
            text.push((annex.doubts.iter().map(say).collect(), value.into()));
        }
        fields.set("text", Value::List(text));
        fields
    }
}
