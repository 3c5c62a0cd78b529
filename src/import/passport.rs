//! Where a regulation answers what everybody asks, and its terms for the whole service.

use std::sync::LazyLock;

use regex::Regex;

use super::draft::{Fields, Value};
use super::limits::limits;
use super::nesting::{Kind, Node, each, each_mut};
use super::words::{made, says};
use crate::lang::Lang;

static RU_SEE: LazyLock<Regex> =
    LazyLock::new(|| made(r"(?:предусмотренн|указанн)\p{L}+\s+(?:в\s+)?пункт\p{L}+\s+\d+\s+[Сс]тандарта"));
static RU_GROUNDS: LazyLock<Regex> = LazyLock::new(|| {
    made(
        r"основани\p{L}+,?\s+(?:предусмотренн|установленн)\p{L}+\s+(?:пункт\p{L}+\s+\d+\s+[Сс]тандарта|законами[^,;.]*)",
    )
});
static KK_SEE: LazyLock<Regex> =
    LazyLock::new(|| made(r"\p{L}*тандарт\p{L}*\s+(?:\([^()]*\)\s+)?9[- ]тармағында\s+\p{L}+"));
static KK_GROUNDS: LazyLock<Regex> = LazyLock::new(|| {
    made(r"10[- ]тармағында\s+(?:\([^()]*\)\s+)?көзделген\s+жағдайларда\s+және\s+негіздемелер\s+бойынша")
});

/// A fact: a place, or words of it.
fn fact(at: &str, name: &str, words: &str, channel: Option<&str>) -> Value {
    let mut fields = Fields::default();
    fields.set("at", at);
    if !words.is_empty() {
        fields.set(name, words);
    }
    if let Some(channel) = channel {
        fields.set("channel", channel);
    }
    fields.into()
}

/// What a text says one turns to.
fn channel_in(text: &str, lang: Lang) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let rules: &[(&str, &str)] = match lang {
        Lang::Ru => &[
            ("веб-портал", "portal"),
            ("портал", "portal"),
            ("цон", "centre"),
            ("обслуживания населения", "centre"),
            ("корпораци", "corporation"),
            ("аким", "akim"),
            ("услугодател", "provider"),
            ("районн", "provider"),
        ],
        Lang::Kk => &[
            ("порта", "portal"),
            ("хқко", "centre"),
            ("орталы", "centre"),
            ("корпораци", "corporation"),
            ("округ", "akim"),
            ("беруші", "provider"),
            ("қызмет көрсетуші", "provider"),
        ],
    };
    rules.iter().find(|(stem, _)| says(&lower, &[stem])).map(|(_, channel)| *channel)
}

/// The passport of a regulation.
pub(super) fn passport(text: &[Node], lang: Lang) -> Fields {
    let mut found: Vec<(&'static str, Vec<Value>)> = Vec::new();
    each(text, &mut |node| {
        if !matches!(node.kind, Kind::Section | Kind::SectionAsParagraph | Kind::Process) {
            facts_of(node, lang, &mut |name, value| match found.iter_mut().find(|(known, _)| *known == name) {
                Some((_, values)) => values.push(value),
                None => found.push((name, vec![value])),
            });
        }
    });
    let mut fields = Fields::default();
    for name in ["provider", "channels", "documents", "form", "result", "refusals", "schedule", "fee", "standard"] {
        if let Some(at) = found.iter().position(|(known, _)| *known == name) {
            fields.set(name, Value::one_or_many(found.swap_remove(at).1));
        }
    }
    fields
}

fn facts_of(node: &Node, lang: Lang, add: &mut dyn FnMut(&'static str, Value)) {
    let (text, at) = (node.text.as_str(), node.anchor.as_str());
    let lower = text.to_lowercase();
    let says = |stems: &[&str]| says(&lower, stems);
    if let Some(Value::Map(defined)) = node.fields.get("defines") {
        for (short, long) in &defined.0 {
            let Value::Text(long) = long else { continue };
            let short = short.to_lowercase();
            let is_provider = match lang {
                Lang::Ru => short == "услугодатель",
                Lang::Kk => ["беруші", "көрсетуші"].iter().any(|stem| short.ends_with(stem)),
            };
            if is_provider {
                add("provider", fact(at, "words", long, None));
            } else if short == "стандарт" {
                add("standard", fact(at, "words", long, None));
            }
        }
    }
    let (channels, one_channel, form, result, schedule, fee) = match lang {
        Lang::Ru => (
            says(&["прием", "заявлени"]) && lower.trim_end_matches(':').ends_with("через"),
            says(&["прием", "заявлени", "через"]) && !text.ends_with(':'),
            lower.starts_with("форма оказ") || lower.starts_with("форма государ"),
            lower.starts_with("результат") && node.kind == Kind::Point,
            says(&["понедельника"]) || says(&["круглосуточно"]),
            says(&["бесплатно"]),
        ),
        Lang::Kk => (
            says(&["өтініштерді", "қабылдау"]) && !node.body.is_empty(),
            says(&["өтініштерді", "қабылдау", "арқылы"]) && node.body.is_empty(),
            (says(&["көрсету", "нысан"]) || says(&["қызмет", "нысаны"])) && node.kind == Kind::Point,
            says(&["нәтижесі"]) && node.kind == Kind::Point && !text.ends_with(':')
                || says(&["қызметінің", "нәтижесі"]),
            says(&["дүйсенбі"]),
            says(&["тегін"]),
        ),
    };
    if channels {
        for item in &node.body {
            if let Some(channel) = channel_in(&item.text, lang) {
                add("channels", fact(&item.anchor, "words", "", Some(channel)));
            }
        }
    } else if one_channel && node.kind == Kind::Paragraph {
        add("channels", fact(at, "words", "", Some(channel_in(text, lang).unwrap_or("provider"))));
    }
    let (see, grounds) = match lang {
        Lang::Ru => (RU_SEE.find(text), RU_GROUNDS.find(text)),
        Lang::Kk => (KK_SEE.find(text), KK_GROUNDS.find(text)),
    };
    if let Some(see) = see.filter(|_| grounds.is_none()) {
        add("documents", fact(at, "see", see.as_str(), None));
    }
    if let Some(grounds) = grounds {
        add("refusals", fact(at, "see", grounds.as_str(), None));
    }
    if form {
        add("form", at.into());
    }
    if result {
        add("result", at.into());
    }
    if schedule {
        add("schedule", at.into());
    }
    if fee {
        add("fee", at.into());
    }
}

/// Marks the terms of the whole service where the text tells them.
pub(super) fn mark_terms(text: &mut [Node], lang: Lang) {
    each_mut(text, &mut |node| {
        let lower = node.text.to_lowercase();
        let is_point = matches!(node.kind, Kind::Point | Kind::LostPoint | Kind::Paragraph);
        let tells = match lang {
            Lang::Ru => (lower.starts_with("срок оказ") || lower.starts_with("сроки оказ")) && is_point,
            Lang::Kk => says(&lower, &["көрсету", "мерзімі"]) && is_point && node.text.chars().count() < 90,
        };
        if !tells {
            return;
        }
        term(node, lang);
        let mut inner = std::mem::take(&mut node.body);
        each_mut(&mut inner, &mut |part| {
            if part.kind != Kind::Process {
                term(part, lang);
            }
        });
        node.body = inner;
    });
}

fn term(node: &mut Node, lang: Lang) {
    if node.fields.get("term").is_some() || node.fields.get("limit").is_some() {
        return;
    }
    let lower = node.text.to_lowercase();
    let kind = match lang {
        Lang::Ru if says(&lower, &["ожидани"]) => "queue",
        Lang::Ru if says(&lower, &["время", "обслуживани"]) => "service",
        Lang::Kk if says(&lower, &["күту"]) => "queue",
        Lang::Kk if says(&lower, &["ұзақ", "уақыты"]) => "service",
        _ => "overall",
    };
    let mut values = Vec::new();
    let mut from = 0;
    for limit in limits(&node.text, lang) {
        // «на месте в день обращения» says when one waits, not how long.
        if !limit.is_length {
            continue;
        }
        let mut fields = Fields::default();
        fields.set("kind", kind);
        fields.set("words", &node.text[limit.at.clone()]);
        // Where one applies is said before the number, since the last one.
        if let Some(channel) = channel_in(&node.text[from..limit.at.start], lang) {
            fields.set("channel", channel);
        }
        if let Some(event) = &limit.from {
            fields.set("from", &node.text[event.clone()]);
        }
        from = limit.at.end;
        values.push(fields.into());
    }
    if !values.is_empty() {
        node.fields.set("term", Value::one_or_many(values));
    }
}
