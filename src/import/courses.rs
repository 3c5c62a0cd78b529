//! What follows what in a telling, where its steps do not simply follow each other, and which step gives the result.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::Rule;
use super::draft::{Fields, Value};
use super::nesting::{Kind, Node};
use super::words::{made, says};
use crate::lang::Lang;

/// Reads the course of a telling.
pub(super) fn read(steps: &mut [Node], lang: Lang) {
    choices(steps, lang);
    refused_above(steps, lang);
    refused_at_last(steps, lang);
    notices(steps, lang);
    told_refusals(steps, lang);
    only_if(steps, lang);
    results(steps, lang);
}

/// The words of the two ways of a check.
fn yes_and_no(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Ru => ("да", "нет"),
        Lang::Kk => ("иә", "жоқ"),
    }
}

/// How arrows name a step: by its number.
fn name(step: &Node) -> Option<String> {
    step.number.as_deref().map(|number| number.trim_end_matches(')').to_owned())
}

/// The name of a step; one without a number is given a key.
fn name_or_key(step: &mut Node, key: &str) -> String {
    name(step).unwrap_or_else(|| {
        step.fields.set("key", key);
        key.to_owned()
    })
}

/// The names of the steps that have one; nothing where two have the same, and arrows would not tell them apart.
pub(super) fn names(steps: &[Node]) -> Option<Vec<String>> {
    let names: Vec<String> = steps.iter().filter_map(name).collect();
    let different: BTreeSet<&String> = names.iter().collect();
    (different.len() == names.len()).then_some(names)
}

/// Two ways part behind a step: each with its words, and where it leads.
fn part(step: &mut Node, one: (&str, &str), other: (&str, &str)) {
    let mut ways = Fields::default();
    for (words, to) in [one, other] {
        ways.set(words, to);
    }
    step.fields.set("next", ways);
}

/// A check and the refusal behind it are a choice: refused where the check fails, else on with the step behind.
fn choices(steps: &mut [Node], lang: Lang) {
    let refuses = |step: &Node| {
        let text = step.text.to_lowercase();
        match lang {
            Lang::Ru => {
                let is_notice = says(&text, &["формировани", "сообщени"])
                    && (says(&text, &["отказ"]) || says(&text, &["невозможност"]));
                is_notice || (text.starts_with("возврат") && says(&text, &["случа"]))
            }
            Lang::Kk => {
                says(&text, &["хабарлама", "қалыптастыру"]) && (says(&text, &["тарту"]) || says(&text, &["мүмкін"]))
            }
        }
    };
    let is_message = |step: &Node| {
        let text = step.text.to_lowercase();
        says(&text, &["невозможност"]) || (says(&text, &["мүмкін"]) && !says(&text, &["тарту"]))
    };
    let is_labelled = |step: &Node| {
        step.fields.get("label").is_some_and(|label| match label {
            Value::Text(words) => says(&words.to_lowercase(), &["условие"]) || words.to_lowercase().ends_with("шарт"),
            _ => false,
        })
    };
    let (yes, no) = yes_and_no(lang);
    for at in 0..steps.len() {
        if refuses(&steps[at]) && steps[at].fields.get("kind").is_none() {
            let is_message = at > 0 && is_message(&steps[at]) && is_labelled(&steps[at - 1]);
            steps[at].fields.set("kind", if is_message { "message" } else { "refusal" });
            if is_message {
                // The way that the check takes else begins right below: this one does not lead into it.
                steps[at].fields.set("next", "end");
                steps[at].doubt(Rule::Choice);
            }
        }
        let text = steps[at].text.to_lowercase();
        let checks = match lang {
            Lang::Ru => text.starts_with("проверк"),
            Lang::Kk => text.trim_end_matches([';', '.']).ends_with("тексеру"),
        };
        let is_refused = steps.get(at + 1).is_some_and(refuses);
        if !(is_labelled(&steps[at]) || (checks && is_refused)) || refuses(&steps[at]) {
            continue;
        }
        steps[at].fields.set("kind", "condition");
        let target = steps.get(at + 2).map_or(Some("end".to_owned()), name);
        match (is_refused.then(|| steps.get(at + 1).and_then(name)).flatten(), target) {
            (Some(refused), Some(on)) => part(&mut steps[at], (yes, &on), (no, &refused)),
            _ => steps[at].doubt(Rule::Choice),
        }
    }
}

/// A refusal to which no check leads: the step above it finds what it is refused for, and else goes on below it.
fn refused_above(steps: &mut [Node], lang: Lang) {
    let (yes, no) = yes_and_no(lang);
    let is_refusal = |step: &Node| matches!(step.fields.get("kind"), Some(Value::Text(kind)) if kind == "refusal");
    if names(steps).is_none() {
        return;
    }
    for at in 1..steps.len() {
        let Some(own) = name(&steps[at]).filter(|_| is_refusal(&steps[at])) else { continue };
        let leads = |step: &Node| match step.fields.get("next") {
            Some(Value::Map(ways)) => ways.0.iter().any(|(_, to)| matches!(to, Value::Text(to) if *to == own)),
            _ => false,
        };
        if steps.iter().any(leads) || steps[at - 1].fields.get("next").is_some() || is_refusal(&steps[at - 1]) {
            continue;
        }
        if let Some(on) = steps.get(at + 1).map_or(Some("end".to_owned()), name) {
            part(&mut steps[at - 1], (yes, &on), (no, &own));
            steps[at - 1].doubt(Rule::Choice);
        }
    }
}

/// What the last step of a telling says of papers that are not as they should be is no end of the good way: the first
/// check leads to it.
fn refused_at_last(steps: &mut [Node], lang: Lang) {
    let Some(at) = steps.len().checked_sub(1).filter(|at| *at > 1) else { return };
    let text = steps[at].text.to_lowercase();
    let is_refused = match lang {
        Lang::Ru => {
            text.starts_with("в случа")
                && ["неполн", "несоответств", "отказ"].iter().any(|stem| says(&text, &[stem]))
                && ["возвра", "отказ"].iter().any(|stem| says(&text, &[stem]))
        }
        Lang::Kk => says(&text, &["жағдайда", "қайтар"]) || says(&text, &["жағдайда", "бас", "тарту"]),
    };
    let (yes, no) = yes_and_no(lang);
    let checks = match lang {
        Lang::Ru => "проверя",
        Lang::Kk => "тексер",
    };
    let check = steps[..at - 1].iter().position(|step| says(&step.text.to_lowercase(), &[checks]));
    let is_free = |step: &Node| step.fields.get("next").is_none() && step.fields.get("kind").is_none();
    let Some(check) = check.filter(|check| is_refused && is_free(&steps[*check]) && is_free(&steps[at])) else {
        return;
    };
    let target = name_or_key(&mut steps[at], "refusal");
    steps[at].fields.set("kind", "refusal");
    steps[at].doubt(Rule::Choice);
    part(&mut steps[check], (yes, "below"), (no, &target));
}

/// A notice to who asked, sent while the papers go on: who sends it sends the papers in the step behind it. Both follow
/// the step above, and the notice leads nowhere.
fn notices(steps: &mut [Node], lang: Lang) {
    if lang != Lang::Ru {
        return;
    }
    let by = |step: &Node| match step.fields.get("by") {
        Some(Value::Text(one)) => Some(one.clone()),
        _ => None,
    };
    for at in 1..steps.len().saturating_sub(1) {
        let text = steps[at].text.to_lowercase();
        let is_notice = says(&text, &["направля", "услугополучател"])
            && ["извещени", "уведомлени"].iter().any(|stem| says(&text, &[stem]));
        let next = steps[at + 1].text.to_lowercase();
        let sends = ["направля", "переда"].iter().any(|stem| says(&next, &[stem]))
            && ["документ", "заявлени", "пакет"].iter().any(|stem| says(&next, &[stem]))
            && by(&steps[at]).is_some()
            && by(&steps[at]) == by(&steps[at + 1]);
        let is_free = steps[at - 1..=at].iter().all(|step| step.fields.get("next").is_none());
        if !is_notice || !sends || !is_free {
            continue;
        }
        let mut ways = Vec::new();
        for (offset, key) in [(0, "notice"), (1, "papers")] {
            ways.push(Value::from(name_or_key(&mut steps[at + offset], key)));
        }
        steps[at - 1].fields.set("next", ways);
        steps[at].fields.set("next", "unknown");
        steps[at].doubt(Rule::Choice);
    }
}

/// A notice of a decision that may be a refusal: where who asked is to do something next, a refusal ends the matter here.
fn told_refusals(steps: &mut [Node], lang: Lang) {
    let (yes, no) = match lang {
        Lang::Ru => ("положительное решение", "отказ"),
        Lang::Kk => ("оң шешім", "бас тарту"),
    };
    for at in 0..steps.len().saturating_sub(1) {
        let text = steps[at].text.to_lowercase();
        let is_told = match lang {
            Lang::Ru => {
                says(&text, &["отказ"])
                    && (says(&text, &["уведомля"]) || says(&text, &["направля", "уведомлени"]))
                    && !says(&text, &["подписыва"])
            }
            Lang::Kk => says(&text, &["бас", "тарту", "хабарлайды"]),
        };
        let next = &steps[at + 1];
        let is_theirs = matches!(next.fields.get("by"), Some(Value::Text(by)) if by == "recipient")
            || super::nesting::is_conditional(&next.text);
        if is_told && is_theirs && steps[at].fields.get("next").is_none() {
            part(&mut steps[at], (yes, "below"), (no, "end-refused"));
            steps[at].doubt(Rule::Choice);
        }
    }
}

/// What comes after a check only if it turns out well; of the other case the act says nothing.
fn only_if(steps: &mut [Node], lang: Lang) {
    let (checks, well, otherwise): (&[&str], &[&[&str]], _) = match lang {
        Lang::Ru => {
            (&["проверя", "сверя"], &[&["в", "случае", "подтверждени"], &["при", "соответствии"]], "в ином случае")
        }
        Lang::Kk => {
            (&["тексер", "салыстыр"], &[&["расталған", "жағдайда"], &["сәйкес", "келген", "жағдайда"]], "өзге жағдайда")
        }
    };
    for at in 0..steps.len().saturating_sub(1) {
        let text = steps[at].text.to_lowercase();
        let is_check = checks.iter().any(|stem| says(&text, &[stem]));
        let Some(Value::Text(when)) = steps[at + 1].fields.get("when").cloned() else { continue };
        let lower = when.to_lowercase();
        if is_check && well.iter().any(|stems| says(&lower, stems)) && steps[at].fields.get("next").is_none() {
            part(&mut steps[at], (&when, "below"), (otherwise, "unknown"));
            steps[at].doubt(Rule::Choice);
        }
    }
}

/// What a step sends to a centre or hands to who asked.
static CENTRE_OR_HAND: LazyLock<Regex> = LazyLock::new(|| {
    let (hand, or) = (r"(?:потребител|получател|заявител)ю\b", r"[,( ]+(?:или|либо)?\s*");
    made(&format!(
        r"(?i)в\s+(?:центр|цон)\b{or}(?:\p{{L}}+\s+){{0,2}}{hand}|{hand}{or}(?:\p{{L}}+\s+)?в\s+(?:центр|цон)\b"
    ))
});
/// What a step hands to who asked or to the akim.
static AKIM_OR_HAND: LazyLock<Regex> =
    LazyLock::new(|| made(r"(?i)(?:потребител|получател|заявител)ю,?\s+(?:или|либо)\s+(?:\p{L}+\s+)?акиму\b"));

/// Where the papers come back by the way that they came: the centre, or the akim, hands out in the step behind what the
/// others are handed here, whose matter ends so. Returns the channels that part.
pub(super) fn by_channel(steps: &mut [Node], end: &str, lang: Lang) -> Option<[&'static str; 2]> {
    if lang != Lang::Ru || names(steps).is_none() {
        return None;
    }
    let mut parted = None;
    for at in 0..steps.len().saturating_sub(1) {
        let text = steps[at].text.to_lowercase();
        let outcome = match steps[at].fields.get("outcome") {
            Some(Value::Text(outcome)) => outcome.as_str(),
            _ => "",
        };
        let is_akim =
            matches!(steps[at + 1].fields.get("by"), Some(Value::Text(by)) if by == "akim" || by.starts_with("akim-"));
        let hands = says(&text, &["выда"]) && says(&text, &["потребител"]);
        let other = if CENTRE_OR_HAND.is_match(&text) || CENTRE_OR_HAND.is_match(outcome) {
            "centre"
        } else if AKIM_OR_HAND.is_match(&text) || (is_akim && hands) {
            "akim"
        } else {
            continue;
        };
        if steps[at].fields.get("next").is_some() {
            continue;
        }
        let Some(on) = name(&steps[at + 1]) else { continue };
        let (mut next, mut ways) = (Fields::default(), Fields::default());
        ways.set(other, on.as_str());
        ways.set("provider", end);
        next.set("by", "channel");
        next.set("ways", ways);
        steps[at].fields.set("next", next);
        steps[at].doubt(Rule::Choice);
        parted = Some(["provider", other]);
    }
    parted
}

/// A list that begins with «подает заявление в Центр или обращается в уполномоченный орган» is for both: what the centre does
/// first, the papers of the others go past, and what it hands out at last is handed to them by who sends it there. Returns the
/// channels that part.
pub(super) fn either_place(steps: &mut [Node], lang: Lang) -> Option<[&'static str; 2]> {
    let names = names(steps).filter(|names| names.len() == steps.len() && names.len() > 2)?;
    let lower = steps[0].text.to_lowercase();
    let is_either = lang == Lang::Ru
        && ["центр", "цон"].iter().any(|stem| says(&lower, &[stem]))
        && says(&lower, &["или", "уполномоченн"]);
    let of_centre = |step: &Node| matches!(step.fields.get("by"), Some(Value::Text(by)) if by == "centre" || by.starts_with("centre-"));
    let past = (1..steps.len()).find(|at| !of_centre(&steps[*at])).filter(|past| is_either && *past > 1)?;
    let (mut next, mut ways) = (Fields::default(), Fields::default());
    ways.set("centre", names[1].as_str());
    ways.set("provider", names[past].as_str());
    next.set("by", "channel");
    next.set("ways", ways);
    steps[0].fields.set("next", next);
    steps[0].doubt(Rule::Choice);
    by_channel(steps, "end", lang);
    Some(["provider", "centre"])
}

/// Where a step is only the akim's, the papers of the others go past it.
pub(super) fn past_akim(steps: &mut [Node]) {
    let Some(names) = names(steps).filter(|names| names.len() == steps.len()) else { return };
    let is_of_akim = |step: &Node| matches!(step.fields.get("only"), Some(Value::Text(only)) if only == "akim");
    for at in 0..steps.len().saturating_sub(1) {
        if is_of_akim(&steps[at]) || !is_of_akim(&steps[at + 1]) || steps[at].fields.get("next").is_some() {
            continue;
        }
        let past = (at + 2..steps.len()).find(|other| !is_of_akim(&steps[*other]));
        let (mut next, mut ways) = (Fields::default(), Fields::default());
        ways.set("akim", names[at + 1].as_str());
        ways.set("provider", past.map_or("end", |other| names[other].as_str()));
        next.set("by", "channel");
        next.set("ways", ways);
        steps[at].fields.set("next", next);
        steps[at].doubt(Rule::Choice);
    }
}

/// The step that hands out what was asked for: the last one that does.
fn results(steps: &mut [Node], lang: Lang) {
    let hands = |step: &Node| {
        let text = step.text.to_lowercase();
        let is_known = step.fields.get("kind").is_some();
        let hands = match lang {
            Lang::Ru => {
                let gets =
                    says(&text, &["получени", "результат"]) || says(&text, &["выдач"]) || says(&text, &["выдает"]);
                let sends = says(&text, &["направля"]) || says(&text, &["извеща"]) || says(&text, &["уведомля"]);
                gets || (sends && says(&text, &["уведомлени"]))
            }
            Lang::Kk => says(&text, &["береді"]) || says(&text, &["беру"]) || says(&text, &["алуы"]),
        };
        hands && !is_known
    };
    let is_case = |step: &Node| super::nesting::is_conditional(&step.text);
    if let Some(step) =
        steps.iter_mut().rev().find(|step| !is_case(step) && step.kind != Kind::Aside).filter(|step| hands(step))
    {
        step.fields.set("kind", "result");
    }
}
