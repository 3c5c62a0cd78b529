//! The draft of the act itself: its passport, the acts it speaks of, its own text.

use std::collections::BTreeMap;

use super::addresses;
use super::dates::{Citation, citations};
use super::draft::{Fields, Value};
use super::nesting::{self, Kind, Node, Openings};
use super::outline::{AnnexText, Outline};
use super::regulation::values;
use super::words::says;
use super::{Doubt, Paragraph};
use crate::lang::Lang;

/// What is known of an act before its text is read.
pub(super) struct Given<'a> {
    /// The place in its id.
    pub place: &'a str,
    pub lang: Lang,
    pub openings: &'a Openings,
    /// The digest of the text, as `sha256:…`.
    pub digest: &'a str,
    /// The form of the text, for example `pdf text`.
    pub form: &'a str,
}

/// What the head of an act says of it.
#[derive(Default)]
struct Head {
    title: String,
    number: String,
    signed: String,
    registered: Option<Fields>,
    repealed: Option<Citation>,
    repealed_at: String,
}

/// The fields of `act.yaml`.
pub(super) fn fields(
    outline: &Outline,
    given: &Given<'_>,
    amending: &[Citation],
    say: &dyn Fn(&Doubt) -> String,
) -> Fields {
    let mut text = own_text(&outline.text, given);
    addresses::address(&mut text);
    let head = head(&text, given);
    let mut others: BTreeMap<String, Fields> = BTreeMap::new();
    for act in amending.iter().chain(&head.repealed) {
        let mut fields = Fields::default();
        fields.set("number", act.number.as_str());
        fields.set("signed", act.signed.as_str());
        others.insert(act.id(given.place), fields);
    }
    let annexes: Vec<(Fields, Vec<Node>)> = outline.annexes.iter().map(|annex| self::annex(annex, given)).collect();
    let repeals = repeals(&annexes, &head, given, &mut others);
    let effect = effect(&text, given.lang);
    let mut fields = Fields::default();
    fields.set("place", given.place);
    fields.set("adopted_by", "akimat");
    fields.set("language", given.lang.as_str());
    fields.set("title", head.title.as_str());
    fields.set("number", head.number.as_str());
    fields.set("signed", or_unknown(&head.signed));
    if let Some(registered) = head.registered {
        fields.set("registered", registered);
    }
    if let Some(effect) = &effect {
        fields.set("effect", effect.clone());
    }
    if !repeals.is_empty() {
        fields.set("repeals", repeals);
    }
    if let Some(repealed) = &head.repealed {
        let mut relation = Fields::default();
        relation.set("act", repealed.id(given.place));
        relation.set("at", head.repealed_at.as_str());
        fields.set("repealed", relation);
    }
    if !others.is_empty() {
        let mut acts = Fields::default();
        for (id, act) in others {
            acts.set(&id, act);
        }
        fields.set("other_acts", acts);
    }
    let mut source = Fields::default();
    source.set("publisher", "unknown");
    source.set("address", "unknown");
    source.set("form", given.form);
    source.set("digest", given.digest);
    fields.set("source", source);
    let mut elements = values(&text, false, say);
    for (mut annex, body) in annexes {
        annex.set("body", Value::List(values(&body, false, say)));
        elements.push((Vec::new(), annex.into()));
    }
    fields.set("text", Value::List(elements));
    fields
}

fn or_unknown(date: &str) -> &str {
    if date.is_empty() { "unknown" } else { date }
}

/// The act's own text: its heading, its points, its signatures.
fn own_text(paragraphs: &[Paragraph], given: &Given<'_>) -> Vec<Node> {
    let mut nodes = nesting::nested(paragraphs, given.openings);
    if let Some(first) = nodes.first_mut().filter(|first| first.kind == Kind::Paragraph) {
        first.kind = Kind::Heading;
    }
    // What stands behind the last point and is no sentence of it is who signed.
    let signatures = nodes.last_mut().filter(|last| last.kind == Kind::Point).map(|last| {
        let from = last.body.iter().position(|part| part.kind == Kind::Paragraph && !part.text.ends_with(['.', ';']));
        from.map_or_else(Vec::new, |from| last.body.split_off(from))
    });
    let mut signed: Vec<Node> = Vec::new();
    // Items, and paragraphs with items below them, are no names of who signed.
    let is_plain = |part: &Node| part.kind == Kind::Paragraph && part.body.is_empty();
    for mut part in signatures.unwrap_or_default() {
        let goes_on = is_plain(&part) && part.text.starts_with(char::is_lowercase);
        match signed.last_mut().filter(|last| goes_on && last.kind == Kind::Signature) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(&part.text);
            }
            None => {
                let is_list = part.body.iter().all(is_plain);
                let body = if is_list { std::mem::take(&mut part.body) } else { Vec::new() };
                if is_plain(&part) && !part.text.ends_with(':') {
                    part.kind = Kind::Signature;
                }
                signed.push(part);
                signed.extend(body.into_iter().map(|part| Node { kind: Kind::Signature, ..part }));
            }
        }
    }
    nodes.extend(signed);
    nodes
}

/// What the first paragraphs say: title, number, dates, registration, who repealed it.
fn head(text: &[Node], given: &Given<'_>) -> Head {
    let mut head = Head::default();
    for node in text.iter().take_while(|node| node.kind != Kind::Point) {
        let lower = node.text.to_lowercase();
        if node.kind == Kind::Heading && head.title.is_empty() {
            head.title.clone_from(&node.text);
            continue;
        }
        let found = citations(&node.text);
        let repeals = |from: usize, to: usize| {
            let words = lower.get(from..to).unwrap_or_default();
            says(words, &["утратил"]) || says(words, &["күші жойылды"])
        };
        for (index, citation) in found.iter().enumerate() {
            let from = if index == 0 { 0 } else { found[index - 1].end };
            let before = lower.get(from..citation.start).unwrap_or_default();
            let behind = lower
                .get(citation.end..found.get(index + 1).map_or(lower.len(), |next| next.start))
                .unwrap_or_default();
            let is_repeal = repeals(from, citation.start) && !citation.number.is_empty() && index > 0
                || (node.kind == Kind::Note && repeals(0, lower.len()));
            if is_repeal {
                if head.repealed.is_none() {
                    head.repealed = Some(citation.clone());
                }
                if head.repealed_at.is_empty() || node.kind == Kind::Note {
                    head.repealed_at = if node.kind == Kind::Note { "note1".to_owned() } else { node.anchor.clone() };
                }
            } else if says(before, &["зарегистрирован"]) || says(behind, &["тіркел"]) {
                let mut registered = Fields::default();
                registered.set("date", citation.signed.as_str());
                if !citation.number.is_empty() {
                    registered.set("number", citation.number.as_str());
                }
                head.registered.get_or_insert(registered);
            } else if head.number.is_empty() && !citation.number.is_empty() && node.kind != Kind::Note {
                head.number.clone_from(&citation.number);
                head.signed.clone_from(&citation.signed);
            }
        }
    }
    if given.lang == Lang::Ru && head.title.is_empty() {
        head.title = text.first().map_or(String::new(), |node| node.text.clone());
    }
    head
}

/// When the act takes effect: the words of the point that says so.
fn effect(text: &[Node], lang: Lang) -> Option<Fields> {
    let mut found = None;
    nesting::each(text, &mut |node| {
        let lower = node.text.to_lowercase();
        let says_so = match lang {
            Lang::Ru => says(&lower, &["настоящее", "вводится"]),
            Lang::Kk => says(&lower, &["осы", "қаулы", "қолданысқа"]),
        };
        if says_so && node.kind == Kind::Point {
            let start = match lang {
                Lang::Ru => lower.find("вводится").filter(|_| lower.len() == node.text.len()),
                Lang::Kk => None,
            };
            let words = node.text[start.unwrap_or(0)..].trim_end_matches('.').to_owned();
            let mut fields = Fields::default();
            fields.set("words", words);
            fields.set("from", "unknown");
            found = Some(fields);
        }
    });
    found
}

fn annex(annex: &AnnexText, given: &Given<'_>) -> (Fields, Vec<Node>) {
    let mut fields = Fields::default();
    fields.set("annex", annex.number.as_str());
    if let Some(stamp) = &annex.stamp {
        fields.set("stamp", stamp.text.as_str());
    }
    if let Some(title) = &annex.title {
        fields.set("title", title.text.as_str());
    }
    let mut text = nesting::nested(&annex.text, given.openings);
    addresses::address(&mut text);
    (fields, text)
}

/// The acts that a list of repealed acts names, each with its point.
fn repeals(
    annexes: &[(Fields, Vec<Node>)],
    head: &Head,
    given: &Given<'_>,
    others: &mut BTreeMap<String, Fields>,
) -> Vec<Value> {
    let mut repeals = Vec::new();
    for (fields, text) in annexes {
        let name = match fields.get("annex") {
            Some(Value::Text(number)) if !number.is_empty() => format!("a{number}"),
            _ => "a".to_owned(),
        };
        let title = match fields.get("title") {
            Some(Value::Text(title)) => title.to_lowercase(),
            _ => continue,
        };
        if !says(&title, &["утратив"]) && !says(&title, &["күшін", "жойған"]) {
            continue;
        }
        for node in text.iter().filter(|node| node.kind == Kind::Point) {
            // The act that the point names is the last cited before what stands in brackets about it.
            let body = node.text.split(" (").next().unwrap_or(&node.text);
            let named = |act: &Citation| !act.number.is_empty() && act.number != head.number;
            let Some(act) = citations(body).into_iter().rfind(named) else {
                continue;
            };
            let id = act.id(given.place);
            let mut relation = Fields::default();
            relation.set("act", id.as_str());
            relation.set("at", format!("{name}.{}", node.anchor));
            repeals.push(relation.into());
            let mut other = Fields::default();
            other.set("number", act.number.as_str());
            other.set("signed", act.signed.as_str());
            others.entry(id).or_insert(other);
        }
    }
    repeals
}
