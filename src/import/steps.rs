//! What a step says of itself: its label, its limits, the condition it hangs on.

use std::sync::LazyLock;

use regex::Regex;

use super::actors::{LABEL, acting};
use super::cast::Cast;
use super::courses;
use super::limits::{self, limits};
use super::nesting::{Kind, Node};
use super::words::{made, says, tokens};
use crate::lang::Lang;

static RU_WHEN: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:^|\s)((?i:в случа(?:е|ях)|при (?:соответствии|наличии|представлении|первичном|повторном|необходимости|положительном))\s[^,;.]*)[,;.]";
    made(pattern)
});
/// The case at the beginning of a sentence, up to a comma that no further clause follows at once.
static RU_CASE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^(?i:в случа(?:е|ях))\s[^,;.]*(?:, (?:предусмотренн|указанн|установленн)\p{L}+\s[^,;.]*)?";
    made(pattern)
});
static KK_WHEN: LazyLock<Regex> = LazyLock::new(|| made(r"([^,;.–]*\sжағдайда)\b"));

/// Reads the steps of a telling.
pub(super) fn read(steps: &mut [Node], cast: &mut Cast, lang: Lang) {
    for step in steps.iter_mut() {
        one(step, cast, lang);
    }
    courses::read(steps, lang);
}

/// Reads a step that stands in no list: what it says of itself, and the condition in front of it.
pub(super) fn alone(step: &mut Node, cast: &mut Cast, lang: Lang) {
    let body = std::mem::take(&mut step.body);
    one(step, cast, lang);
    step.body = body;
    if lang == Lang::Kk && limits(&step.text, lang).iter().all(|limit| !limit.is_length) {
        // The day that is told is one that a paper names.
        step.fields.0.retain(|(name, _)| name != "limit");
    }
    let lower = step.text.to_lowercase();
    let (clause, refuses) = match lang {
        Lang::Ru => (RU_CASE.find(&step.text), says(&lower, &["отказ"])),
        Lang::Kk => (KK_WHEN.find(&step.text), says(&lower, &["бас", "тарту"])),
    };
    if let Some(clause) = clause.map(|clause| clause.as_str().trim()) {
        if step.fields.get("when").is_none() {
            step.fields.set("when", clause);
        }
        if refuses {
            // Nothing leads to it but what it says itself.
            step.fields.set("kind", "refusal");
            step.fields.set("entry", clause);
        }
    }
}

fn one(step: &mut Node, cast: &mut Cast, lang: Lang) {
    if matches!(step.kind, Kind::Aside | Kind::Note) {
        return;
    }
    let text = step.text.clone();
    if let Some(label) = LABEL.find(&text) {
        step.fields.set("label", label.as_str());
    }
    acting(step, cast, lang);
    if step.has_steps {
        let mut inner = std::mem::take(&mut step.body);
        read(&mut inner, cast, lang);
        step.body = inner;
        if let Some(value) = limits::value(&text, &limits(&text, lang)) {
            step.fields.set("limit", value);
        }
        return;
    }
    let mut told = limits(&text, lang);
    let begins = step.actors.clone();
    for limit in &mut told {
        // Who acts is no part of the event that a limit counts from.
        if let Some(from) = &mut limit.from
            && let Some(actor) = begins.iter().find(|actor| from.contains(actor))
        {
            from.end = from.start + text[from.start..*actor].trim_end().len();
            if from.start == from.end {
                limit.from = None;
            }
        }
    }
    let mut found = limits::value(&text, &told);
    for part in &mut step.body {
        let lower = part.text.to_lowercase();
        let within = limits(&part.text, lang);
        if says(&lower, &[if lang == Lang::Kk { "мерзімі" } else { "срок" }]) && !within.is_empty() {
            if let Some(value) = limits::value(&part.text, &within) {
                part.fields.set("limit", value);
            }
        } else if lang == Lang::Kk && lower.starts_with("нәтижесі") {
            outcome(part);
        }
    }
    // What a part of the step says about time is not said by the step again.
    if step.body.iter().any(|part| part.fields.get("limit").is_some()) {
        found = None;
    }
    if let Some(value) = found {
        step.fields.set("limit", value);
    }
    guard(step, lang);
    if step.fields.get("defines").is_none()
        && let Some(defined) = super::facts::defined(&text, lang)
    {
        step.fields.set("defines", defined);
    }
}

/// `нәтижесі – X;`: what the step above it yields.
fn outcome(part: &mut Node) {
    let words =
        part.text.split_once(['–', '-', ':']).map(|(_, words)| words.trim().trim_end_matches([';', '.']).to_owned());
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        part.fields.set("outcome", words);
    }
}

/// The condition under which a step happens: a clause of its own.
fn guard(step: &mut Node, lang: Lang) {
    let found = match lang {
        Lang::Ru => RU_WHEN.captures(&step.text),
        Lang::Kk => KK_WHEN.captures(&step.text),
    };
    let clause = found.and_then(|found| found.get(1)).map(|clause| clause.as_str().trim().to_owned());
    // A remark in brackets, or a term of a case, is no condition of the whole step.
    let is_whole = |clause: &String| {
        let before = step.text.find(clause.as_str()).map_or("", |at| step.text[..at].trim_end());
        let says_nothing = tokens(before, lang).iter().all(|token| !limits::is_verb(&token.word));
        let is_pure = tokens(clause, lang).iter().all(|token| !limits::is_verb(&token.word));
        says_nothing && is_pure && !before.contains(['.', ';', '(', ','])
    };
    if let Some(clause) = clause.filter(|clause| lang == Lang::Ru && is_whole(clause)) {
        step.fields.set("when", clause);
    }
}
