//! Who acts in a step, to whom, and by which system.
//!
//! Russian tells it by cases and prepositions, Kazakh by cases and by the verb at the end.

use std::sync::LazyLock;

use regex::Regex;

use super::cast::{Cast, Mention};
use super::draft::{Fields, Value};
use super::limits;
use super::nesting::Node;
use super::words::{Case, made, says, tokens};
use super::{Doubt, Rule};
use crate::lang::Lang;

/// How an act calls a step: «процесс 7», `1-шарт`.
pub(super) static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let pattern =
        r"^(?:(?:(?i:процесс|условие|действие)) \d+|\d+[- ](?:(?i:үдеріс|процесс|шарт|іс-әрекет|іс-қимыл)))\b";
    made(pattern)
});
/// Behind somebody in the genitive: a means of his, with which something was done.
static OWNED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^\s+(?:\p{Lu}{2,}-?(?:мен|бен|пен)|\p{Lu}{2,}(?:-?(?:мен|бен|пен))?\s+\p{L}+(?:ған|ген|қан|кен))\b";
    made(pattern)
});
/// Behind a receiver: what another one is to do for him.
static KK_PURPOSE: LazyLock<Regex> = LazyLock::new(|| made(r"^\s+\p{L}+у үшін\b"));
/// Behind somebody: the moment from which time runs.
static KK_MOMENT: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^[^;:.–]*\p{L}(?:ған|ген|қан|кен) (?:сәттен|күннен|мезеттен)\b";
    made(pattern)
});
/// The end of a clause that says when, or in which case.
static KK_CLAUSE_END: LazyLock<Regex> = LazyLock::new(|| made(r"(?:ған|ген|қан|кен) (?:жағдайда|кезде|соң)\b"));
/// Endings of Kazakh verbs that say what is done, not who does it: `беріледі`.
const PASSIVE: [&str; 2] = ["ылады", "іледі"];
/// Words that say that what follows comes later.
const KK_THEN: [&str; 4] = ["содан кейін", "бұдан кейін", "одан кейін", "содан соң"];

/// Who acts in a step, who receives, by which system.
pub(super) fn acting(step: &mut Node, cast: &mut Cast, lang: Lang) {
    let text = step.text.clone();
    let mentions = cast.mentions(&text);
    let actors = match lang {
        Lang::Ru => russian_actors(&text, &mentions, cast),
        Lang::Kk => kazakh_actors(&text, &mentions, cast),
    };
    let acts = |mention: &Mention| actors.at.contains(&mention.at.start);
    step.actors.clone_from(&actors.at);
    if let Some(first) = mentions.iter().find(|mention| acts(mention)) {
        cast.call(first.person, &text[first.at.clone()], first.case);
        if first.case != Case::Nominative {
            let words = text[first.at.clone()].to_owned();
            if actors.people.len() == 1 {
                step.fields.set("who", words);
            }
        }
    }
    let mut ids: Vec<Value> = Vec::new();
    for person in &actors.people {
        ids.push(cast.id(*person).into());
    }
    match (ids.len(), actors.how) {
        (0, _) => {}
        (1, _) => step.fields.set("by", ids.remove(0)),
        (_, how) => {
            let mut several = Fields::default();
            several.set(how, ids);
            step.fields.set("by", several);
            step.doubts.push(Doubt { line: step.line, rule: Rule::SeveralActors });
        }
    }
    let (mut to, mut at): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for mention in mentions.iter().filter(|mention| !acts(mention) && !mention.is_aside) {
        let is_system = cast.people[mention.person].kind == "system";
        let receives = receives(&text, mention, lang);
        let list = match (is_system, receives) {
            (true, false) if carries(mention, lang) => &mut at,
            (_, true) => &mut to,
            _ => continue,
        };
        if !list.contains(&mention.person) && !actors.people.contains(&mention.person) {
            list.push(mention.person);
        }
    }
    for (name, people) in [("to", to), ("at", at)] {
        let ids: Vec<Value> = people.into_iter().map(|person| cast.id(person).into()).collect();
        if !ids.is_empty() {
            step.fields.set(name, Value::one_or_many(ids));
        }
    }
}

/// Those who act in a step, and how.
#[derive(Debug, Default)]
struct Actors {
    people: Vec<usize>,
    how: &'static str,
    /// Where their names begin.
    at: Vec<usize>,
}

/// How far from the beginning of a step the name of who acts may stand in a wrong case, in bytes.
const SLIP: usize = 12;
/// Words after which a name is none of who acts.
const RU_BEFORE: [&str; 11] = ["в", "на", "через", "из", "за", "про", "или", "либо", "о", "по", "для"];

fn russian_actors(text: &str, mentions: &[Mention], cast: &Cast) -> Actors {
    // In «В случае если X не представил …, Y уведомляет» X is in the condition.
    let begins = text.to_lowercase();
    let is_case = ["в случае", "в случаях", "при ", "после "].iter().any(|lead| begins.starts_with(lead));
    let main = if is_case { text.find(", ").unwrap_or(0) } else { 0 };
    let acts = |mention: &&Mention| {
        let kind = cast.people[mention.person].kind;
        mention.case == Case::Nominative
            && !RU_BEFORE.contains(&mention.before.as_str())
            && !mention.is_aside
            && kind != "system"
    };
    let first = mentions.iter().find(|mention| acts(mention) && mention.at.start >= main);
    let first = first.or_else(|| mentions.iter().find(acts));
    // «представленных услугополучателем» says who gave, not who acts; where a verb tells the action, nobody else does it.
    let is_aside = |at: usize| text[..at].matches('(').count() > text[..at].matches(')').count();
    let is_told = tokens(text, Lang::Ru)
        .iter()
        .any(|token| limits::is_verb(&token.word) && !token.word.ends_with("тся") && !is_aside(token.at.start));
    let is_given = |before: &str| {
        before != "данных" && ["ных", "ным", "ной", "ные", "ную", "ного", "мых"].iter().any(|end| before.ends_with(end))
    };
    // «для обработки запроса услугодателем» says what it is for.
    let is_purpose = |at: usize| {
        let clause = text[..at].rfind([',', ';', ':']).map_or(0, |sign| sign + 1);
        tokens(&text[clause..at], Lang::Ru).iter().any(|token| token.word == "для")
    };
    // «дата получения X услуги», «посредством посещения X» say what somebody is to get and how, not what he does.
    let is_got = |mention: &Mention| {
        mention.before == "посещения" || (mention.before == "получения" && says(&begins, &["выда"]))
    };
    let by = |mention: &&Mention| {
        mention.case == Case::Instrumental
            && !mention.is_aside
            && !is_got(mention)
            && mention.before != "из"
            && mention.before != "с"
            && !is_told
            && !is_given(&mention.before)
            && !is_purpose(mention.at.start)
    };
    let is_bound = |mention: &&Mention| mention.case == Case::Dative && mention.behind == "необходимо";
    // «При подаче X документов Y выдается талон», «… осуществляется при содействии Y»: Y does it, at whose side the verb is.
    let is_beside = |mention: &&Mention| {
        let at_verb = mention.case == Case::Instrumental
            && [&mention.before, &mention.behind]
                .into_iter()
                .any(|word| limits::is_verb(word) && word.ends_with("ся") && !word.starts_with("явля"));
        !mention.is_aside && (at_verb || mention.before == "содействии")
    };
    // Of several of whom one does it, the first.
    let beside = mentions.iter().find(is_beside).map(|beside| {
        let begins = |other: &&Mention| cast.alternatives(text, mentions, other).contains(&beside.person);
        mentions.iter().take_while(|other| other.at.start < beside.at.start).find(begins).unwrap_or(beside)
    });
    // «формирование X сообщения»: what a system makes, it makes itself.
    let makes = |mention: &&Mention| {
        cast.people[mention.person].kind == "system"
            && mention.before == "формирование"
            && mention.case != Case::Instrumental
    };
    // «Портал формирует …».
    let does = |mention: &&Mention| {
        cast.people[mention.person].kind == "system"
            && mention.case == Case::Nominative
            && mention.before.is_empty()
            && limits::is_verb(&mention.behind)
    };
    let Some(first) = beside
        .or_else(|| mentions.iter().find(makes).filter(|_| !is_told))
        .filter(|_| !first.is_some_and(|first| first.at.start >= main && !is_case))
        .or_else(|| mentions.first().filter(does))
        .or(first)
        .or_else(|| mentions.iter().find(by))
        .or_else(|| mentions.iter().find(is_bound))
    else {
        return Actors::default();
    };
    let alternatives = cast.alternatives(text, mentions, first);
    if !alternatives.is_empty() {
        let at =
            mentions.iter().filter(|mention| alternatives.contains(&mention.person)).map(|it| it.at.start).collect();
        return Actors { people: alternatives, how: "one-of", at };
    }
    let mut actors = Actors { people: vec![first.person], how: "turn", at: vec![first.at.start] };
    for mention in mentions.iter().filter(|mention| mention.at.start > first.at.end) {
        let is_other = !actors.people.contains(&mention.person) && cast.people[mention.person].kind != "recipient";
        let then = ["затем", "и", "который", "чего"].contains(&mention.before.as_str());
        let clause = text[..mention.at.start].trim_end().ends_with([',', '.']);
        if first.case == Case::Nominative && acts(&mention) && is_other && (then || clause) {
            actors.people.push(mention.person);
            actors.at.push(mention.at.start);
        } else if mention.person == first.person && mention.case == first.case {
            actors.at.push(mention.at.start);
        }
    }
    actors
}

fn kazakh_actors(text: &str, mentions: &[Mention], cast: &Cast) -> Actors {
    let lower = text.to_lowercase();
    let last = last_word(&lower);
    // What comes before «байланысты» is a reason.
    let from = lower.find("байланысты").filter(|_| !is_finite(&last)).unwrap_or(0);
    let carries = |mention: &Mention| ["арқылы", "туралы", "үшін"].contains(&mention.behind.as_str());
    // `X-нің ЭЦҚ-мен расталған құжат`: whose signature it is, not who acts.
    let owns = |mention: &Mention| mention.case == Case::Genitive && OWNED.is_match(&text[mention.at.end..]);
    let mut candidates = mentions
        .iter()
        .filter(|mention| mention.at.start >= from && !mention.is_aside && !carries(mention) && !owns(mention));
    let acts = |mention: &&Mention| mention.case == Case::Nominative && cast.people[mention.person].kind != "system";
    // What is handed over is done by nobody whom the sentence names.
    if PASSIVE.iter().any(|ending| last.ends_with(ending)) {
        return Actors::default();
    }
    let from = KK_CLAUSE_END.find_iter(text).last().map_or(0, |end| end.end());
    let first = if is_finite(&last) {
        // A slip of the law: the name in the genitive, and yet somebody does something.
        let begin = LABEL.find(text).map_or(0, |label| label.end());
        let slip = |mention: &&Mention| {
            mention.case == Case::Genitive
                && mention.at.start < begin + SLIP
                && cast.people[mention.person].kind == "staff"
        };
        let behind = candidates.clone().filter(|mention| mention.at.start >= from).find(acts);
        behind.or_else(|| candidates.clone().find(acts)).or_else(|| candidates.find(slip))
    } else {
        candidates.next().filter(|mention| match mention.case {
            Case::Nominative => is_owned(&last),
            Case::Genitive => is_owned(&last) || cast.people[mention.person].kind != "recipient",
            _ => false,
        })
    };
    let Some(first) = first else { return Actors::default() };
    let mut alternatives = cast.alternatives(text, mentions, first);
    let aside = mentions.iter().find(|mention| {
        mention.is_aside
            && mention.case == first.case
            && text[first.at.end..].trim_start().starts_with('(')
            && mention.at.start - first.at.end < 4
    });
    if let Some(aside) = aside.filter(|_| alternatives.is_empty()) {
        alternatives = vec![first.person, aside.person];
    }
    if !alternatives.is_empty() {
        let at =
            mentions.iter().filter(|mention| alternatives.contains(&mention.person)).map(|it| it.at.start).collect();
        return Actors { people: alternatives, how: "one-of", at };
    }
    let at = mentions.iter().filter(|mention| mention.person == first.person).map(|mention| mention.at.start).collect();
    let mut actors = Actors { people: vec![first.person], how: "turn", at };
    for mention in mentions.iter().filter(|mention| mention.at.start > first.at.end && !mention.is_aside) {
        // Somebody else goes on where a verb has ended what the first one does.
        let before = text[..mention.at.start].trim_end().trim_end_matches("және").trim_end();
        let (before, then) = KK_THEN
            .iter()
            .find_map(|then| before.to_lowercase().ends_with(then).then(|| before.get(..before.len() - then.len())))
            .flatten()
            .map_or((before, false), |before| (before.trim_end(), true));
        let clause = before.ends_with(',');
        let verb = before.trim_end_matches([',', '.']).rsplit(' ').next().unwrap_or_default();
        let is_done = is_finite(verb) || (clause && (then || ["ып", "іп"].iter().any(|end| verb.ends_with(end))));
        if acts(&mention)
            && before.len() < mention.at.start - 1
            && is_done
            && cast.people[mention.person].kind != "recipient"
            && !actors.people.contains(&mention.person)
        {
            actors.people.push(mention.person);
            actors.at.push(mention.at.start);
        }
    }
    actors
}

/// The last word of what is done: of the first sentence, without brackets and without the limit behind a dash.
pub(super) fn last_word(lower: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for char in lower.chars() {
        match char {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            char if depth == 0 => plain.push(char),
            _ => {}
        }
    }
    let sentence = plain.split(". ").next().unwrap_or(&plain);
    let last = |told: &str| {
        let told = told.trim_end_matches(|char: char| !char.is_alphabetic());
        told.rsplit(|char: char| !char.is_alphabetic()).next().unwrap_or_default().to_owned()
    };
    // A limit stands behind a dash, and so does what a label names.
    let dashes = sentence.match_indices(['–', '-']).filter(|(at, _)| sentence[..*at].ends_with(' '));
    let told = dashes.map(|(at, _)| last(&sentence[..at])).find(|word| is_finite(word) || is_owned(word));
    told.unwrap_or_else(|| last(sentence))
}

/// Whether a Kazakh word says what somebody does: `жолдайды`.
pub(super) fn is_finite(word: &str) -> bool {
    ["йды", "йді", "ады", "еді", "ді", "ды"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a Kazakh word names what somebody is to do: `енгізуі`.
fn is_owned(word: &str) -> bool {
    ["уы", "уі"].iter().any(|ending| word.ends_with(ending))
}

/// Whether somebody named in a text receives what the step yields.
fn receives(text: &str, mention: &Mention, lang: Lang) -> bool {
    match lang {
        Lang::Ru => {
            let into = ["в", "на"].contains(&mention.before.as_str());
            let head = text[mention.at.clone()].split_whitespace().next().unwrap_or_default();
            let is_accusative =
                mention.case == Case::Nominative || (mention.case == Case::Other && head.ends_with(['у', 'ю']));
            let sends = says(&text.to_lowercase(), &["направл"])
                || ["перед", "выда", "представл", "отписыва", "внос", "сда", "пода"]
                    .iter()
                    .any(|stem| says(&text.to_lowercase(), &[stem]));
            mention.case == Case::Dative && mention.behind != "необходимо" || (into && is_accusative && sends)
        }
        Lang::Kk => {
            let for_them = ["қарауына", "қол"].contains(&mention.behind.as_str()) && mention.case == Case::Genitive;
            let behind = &text[mention.at.end..];
            // `X-ке беру үшін Y-ке жолдайды` goes to Y; `X-ке тапсырған сәттен бастап` tells when.
            let is_other = KK_PURPOSE.is_match(behind) || KK_MOMENT.is_match(behind);
            (mention.case == Case::Dative && !is_other) || for_them
        }
    }
}

/// Whether a system named in a text only carries.
fn carries(mention: &Mention, lang: Lang) -> bool {
    match lang {
        Lang::Ru => ["в", "во", "на", "через", "посредством", "из"].contains(&mention.before.as_str()),
        Lang::Kk => mention.behind == "арқылы" || mention.case == Case::Other,
    }
}
