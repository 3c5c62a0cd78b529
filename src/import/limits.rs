//! Time limits in the words of a step: the words, and the event they count from.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::LONGEST_TEXT;
use super::draft::{Fields, Value};
use super::words::{made, tokens};
use crate::lang::Lang;

/// A limit as a text tells it.
#[derive(Debug, Clone)]
pub(super) struct Limit {
    /// Where its words stand.
    pub at: Range<usize>,
    /// The words of the event it counts from.
    pub from: Option<Range<usize>>,
    /// It runs up to the event.
    pub is_before: bool,
    /// It says how long or how often, not only on which day.
    pub is_length: bool,
    /// Its kind, where the words alone do not tell it: `unknown` for a time that is said elsewhere, `schedule`.
    pub kind: Option<&'static str>,
}

const RU_NUMBER: &str = r"(?:\d+(?:\s*\([^()]*\))?|(?:(?:одн(?:ого|ой|у)|дв(?:ух|а|е)|тр(?:ех|ёх|и)|четыр(?:ех|ёх|е)|пят[иь]|шест[иь]|сем[иь]|восьми|восемь|девят[иь]|десят[иь]|\p{L}+надцат[иь]|двадцат[иь]|тридцат[иь]|сорока?|\p{L}+десяти)\s*)+(?:\([^()]*\))?)";
const RU_UNIT: &str =
    r"(?:(?:рабоч|календарн)\p{L}+\s+)?(?:минут\p{L}*|час(?:а|ов)?|дн(?:я|ей|и)|день|месяц\p{L}*|сут\p{L}+)";
const KK_NUMBER: &str = r"(?:\d+\s*(?:\([^()]*\))?|(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық)(?:\s+(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз))?)";
const KK_UNIT: &str = r"(?:(?:жұмыс|күнтізбелік)\s+)?(?:минут\p{L}*|сағат\p{L}*|күн\p{L}*|ай(?:ға|дың|ы)?)";

static RU: LazyLock<Regex> = LazyLock::new(|| {
    let lead = r"(?:в\s+течени[еи]\s+|не\s+(?:более|позднее|позже|менее|свыше)(?:,?\s+чем)?\s+(?:за\s+|через\s+)?)?";
    made(&format!(
        r"(?i)\b(?:{lead}{RU_NUMBER}\s*{RU_UNIT}|в\s+течени[еи]\s+рабоч\p{{L}}+\s+дня|\d+\s+раза?\s+в\s+\p{{L}}+)\b"
    ))
});
static RU_SAME_DAY: LazyLock<Regex> = LazyLock::new(|| made(r"(?i)\bв\s+(?:тот\s+же\s+)?день\s+\p{L}+"));
/// A day by its number: how long that is from which day, an editor has to say.
static RU_NTH_DAY: LazyLock<Regex> = LazyLock::new(|| made(r"\bна \p{L}+(?:ый|ой|ий) (?:рабочий|календарный) день\b"));
/// When windows are open.
static RU_DAILY: LazyLock<Regex> = LazyLock::new(|| made(r"«окон»\s+(ежедневно)\b"));
static RU_ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| made(r"(?i)\bв\s+указанн\p{L}+\s+(?:в\s+\p{L}+\s+)?сроки?\b"));
static RU_EVENT: LazyLock<Regex> =
    LazyLock::new(|| made(r"(?i)\b(?:со?\s+(?:дня|момента|даты|времени)|после|до\s+(?:дня|даты|начала|окончания))\s"));
static KK: LazyLock<Regex> = LazyLock::new(|| {
    // The day on which the minutes run.
    let day = r"(?:\p{L}+(?:ған|ген|қан|кен)\s+күні\s+)?";
    let bound = r"(?:\s+(?:ішінде|асырмай|аспайды|кешіктірмей|көп\s+емес|артық\s+емес|бұрын))?";
    made(&format!(r"(?i)\b{day}{KK_NUMBER}\s*{KK_UNIT}\b{bound}"))
});
static KK_SAME_DAY: LazyLock<Regex> =
    LazyLock::new(|| made(r"(?i)(?:\p{L}+\s+){0,3}\p{L}+(?:ған|ген|қан|кен)\s+күні\b"));
static KK_EVENT: LazyLock<Regex> = LazyLock::new(|| made(r"(?i)(?:бастап|кейін|дейін)\b"));
/// What ends a clause in Kazakh, before a limit.
static KK_CLAUSE: LazyLock<Regex> = LazyLock::new(|| made(r"(?:[.;:]|\s[–-])\s+"));

/// The limits in a text.
pub(super) fn limits(text: &str, lang: Lang) -> Vec<Limit> {
    if text.len() > LONGEST_TEXT {
        return Vec::new();
    }
    match lang {
        Lang::Ru => russian(text),
        Lang::Kk => kazakh(text),
    }
}

fn russian(text: &str) -> Vec<Limit> {
    let mut limits: Vec<Limit> = Vec::new();
    for found in RU.find_iter(text) {
        // A time of day (18.00 часов), a year.
        if text[..found.start()].ends_with(['.', ',', '/']) {
            continue;
        }
        let (from, is_before) = russian_event(text, &found.range());
        limits.push(Limit { at: found.range(), from, is_before, is_length: true, kind: None });
    }
    for found in RU_SAME_DAY.find_iter(text) {
        let at = found.start()..clause_end(text, found.end());
        if !limits.iter().any(|limit| limit.at.start < at.end && at.start < limit.at.end) {
            limits.push(Limit { at, from: None, is_before: false, is_length: false, kind: None });
        }
    }
    for at in RU_DAILY.captures_iter(text).filter_map(|found| Some(found.get(1)?.range())) {
        limits.push(Limit { at, from: None, is_before: false, is_length: false, kind: Some("schedule") });
    }
    for found in RU_NTH_DAY.find_iter(text) {
        let at = found.range();
        limits.push(Limit { at, from: None, is_before: false, is_length: false, kind: Some("unknown") });
    }
    for found in RU_ELSEWHERE.find_iter(text) {
        limits.push(Limit { at: found.range(), from: None, is_before: false, is_length: false, kind: Some("unknown") });
    }
    limits.sort_by_key(|limit| limit.at.start);
    limits
}

/// The event that a limit counts from: right behind it, or before it in the same clause.
fn russian_event(text: &str, limit: &Range<usize>) -> (Option<Range<usize>>, bool) {
    let behind = &text[limit.end..];
    let is_before = |at: usize| text[at..].to_lowercase().starts_with("до ");
    if let Some(event) = RU_EVENT.find(behind).filter(|event| behind[..event.start()].trim().is_empty()) {
        let start = limit.end + event.start();
        return (Some(start..clause_end(text, limit.end + event.end())), is_before(start));
    }
    let clause = text[..limit.start].rfind([',', ';', ':', '.']).map_or(0, |at| at + 1);
    let before = &text[clause..limit.start];
    let Some(event) = RU_EVENT.find_iter(before).last() else { return (None, false) };
    let start = clause + event.start();
    let end = clause_end(text, clause + event.end()).min(text[..limit.start].trim_end().len());
    (Some(start..end), false)
}

/// Where a phrase ends: before a sign, or before a verb that says what somebody does.
fn clause_end(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let sign = rest.find([',', ';', ':', '.', '(', ')', '–']).unwrap_or(rest.len());
    let words = tokens(&rest[..sign], Lang::Ru);
    let verb = words.iter().find(|token| is_verb(&token.word)).map_or(sign, |token| token.at.start);
    from + rest[..verb].trim_end().len()
}

/// Whether a Russian word says what somebody does: «направляет», «осуществляются».
pub(super) fn is_verb(word: &str) -> bool {
    let endings = [
        "ает", "яет", "ует", "юет", "еет", "ит", "ают", "яют", "уют", "юют", "ят", "ется", "ится", "ются", "ятся",
        "ёт", "дет",
    ];
    word.chars().count() > 4 && endings.iter().any(|ending| word.to_lowercase().ends_with(ending))
}

fn kazakh(text: &str) -> Vec<Limit> {
    let mut limits: Vec<Limit> = Vec::new();
    for found in KK.find_iter(text) {
        let mut start = found.start();
        let before = &text[..found.start()];
        if before.trim_end().ends_with("қосқанда") {
            // All terms together: none of this step.
            continue;
        }
        // A date: `2014 жылғы 8 шілде` has no unit; a number of a list has its bracket.
        let (from, is_before) = kazakh_event(before);
        while text[start..].starts_with(' ') {
            start += 1;
        }
        limits.push(Limit { at: start..found.end(), from, is_before, is_length: true, kind: None });
    }
    if limits.is_empty()
        && let Some(found) = KK_SAME_DAY.find_iter(text).last()
    {
        let sign = KK_CLAUSE.find_iter(&text[..found.end()]).last();
        // Behind a dash all is the limit.
        let is_told = sign.is_some_and(|sign| sign.as_str().contains(['–', '-']));
        let clause = sign.map_or(found.start(), |sign| sign.end());
        limits.push(Limit {
            at: if is_told { clause } else { clause.max(found.start()) }..found.end(),
            from: None,
            is_before: false,
            is_length: false,
            kind: None,
        });
    }
    limits
}

/// The event that a limit counts from, in the words before it.
fn kazakh_event(before: &str) -> (Option<Range<usize>>, bool) {
    let signs: Vec<_> = KK_CLAUSE.find_iter(before).collect();
    // Right behind a dash the event may stand in front of it, where that is a clause of the limit too.
    let is_behind_dash = signs.last().is_some_and(|sign| before[sign.end()..].trim().is_empty());
    let (clause, is_told) = match (is_behind_dash, signs.len()) {
        (false, count) => (count.checked_sub(1).map_or(0, |last| signs[last].end()), true),
        (true, count) if count > 1 => (signs[count - 2].end(), true),
        (true, _) => (0, false),
    };
    let events: Vec<_> = KK_EVENT.find_iter(&before[clause..]).collect();
    let Some(event) = events.last().filter(|_| is_told) else { return (None, false) };
    let end = clause + event.end();
    // Another limit before the comma, or something that is done: the event begins behind it.
    let is_other = |words: &str| {
        let last = words.rsplit(' ').next().unwrap_or_default();
        words.contains(|char: char| char.is_ascii_digit()) || last.ends_with("ды") || last.ends_with("ді")
    };
    let comma =
        before[clause..clause + event.start()].rfind(", ").filter(|comma| is_other(&before[clause..clause + comma]));
    let mut start = comma.map_or(clause, |comma| clause + comma + 2);
    let also = "сондай-ақ ";
    if before[start..].starts_with(also) {
        start += also.len();
    }
    let words = &before[start..end];
    if words.to_lowercase().starts_with("содан") {
        return (None, false);
    }
    (Some(start..end), event.as_str().to_lowercase() == "дейін")
}

/// The limits of a text as the draft has them; nothing where it has none.
pub(super) fn value(text: &str, limits: &[Limit]) -> Option<Value> {
    let values: Vec<Value> = limits.iter().map(|limit| one(text, limit)).collect();
    (!values.is_empty()).then(|| Value::one_or_many(values))
}

fn one(text: &str, limit: &Limit) -> Value {
    let words = &text[limit.at.clone()];
    let occurrence = text[..limit.at.start].matches(words).count() + 1;
    let is_repeated = text.matches(words).count() > 1;
    if limit.from.is_none() && !is_repeated && limit.kind.is_none() {
        return words.into();
    }
    let mut fields = Fields::default();
    fields.set("words", words);
    if let Some(from) = &limit.from {
        fields.set("from", &text[from.clone()]);
    }
    if let Some(kind) = limit.kind {
        fields.set("kind", kind);
    }
    if limit.is_before {
        fields.set("direction", "before");
    }
    if is_repeated {
        fields.set("occurrence", Value::Number(occurrence));
    }
    fields.into()
}
