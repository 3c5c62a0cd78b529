//! Steps that no list tells: points and paragraphs between the lists that say who hands over, returns, compares or sends
//! what.
//!
//! They are told of the place where one applies, so each belongs to a telling of that place. What regulates (hours, queues,
//! rights) tells no step. Whether such a passage is one is for a reader to decide: each is doubtful.

use std::collections::BTreeSet;

use super::actors;
use super::cast::{Cast, Mention};
use super::draft::Fields;
use super::nesting::{Kind, Node};
use super::steps;
use super::words::{Case, says, tokens};
use super::{Doubt, Rule};
use crate::lang::Lang;

/// What passes from hand to hand, by stems.
const RU_THINGS: [&str; 12] = [
    "документ",
    "заявлени",
    "запрос",
    "талон",
    "расписк",
    "согласи",
    "справк",
    "уведомлени",
    "результат",
    "заявк",
    "данны",
    "подлинник",
];
const KK_THINGS: [&str; 9] =
    ["құжат", "өтініш", "сұраным", "сұрау", "талон", "қолхат", "келісім", "түпнұсқа", "анықтама"];
/// Verbs of handing over, by stems.
const RU_DEEDS: [&str; 20] = [
    "выда",
    "возвраща",
    "представля",
    "предоставля",
    "переда",
    "сда",
    "пода",
    "получа",
    "сверя",
    "сличает",
    "принима",
    "направля",
    "отправля",
    "отказыва",
    "сканиру",
    "фиксиру",
    "выбира",
    "заполня",
    "сохраня",
    "формиру",
];
/// Nouns of handing over, for verbs that only say that it is done.
const RU_ACTS: [&str; 3] = ["прием", "выдач", "оформлени"];
const RU_DONE: [&str; 2] = ["осуществля", "производ"];
const KK_DEEDS: [&str; 11] =
    ["ұсын", "тапсыр", "бер", "қайтар", "жолда", "жібер", "салыстыр", "толтыр", "қабылдап", "алады", "жүргізеді"];
/// What says that a passage regulates.
const RU_RULES: [&[&str]; 9] = [
    &["имеет", "возможност"],
    &["осуществляется", "через"],
    &["очеред"],
    &["график"],
    &["вправе"],
    &["перечен"],
    &["не", "требуется"],
    &["основани", "начала"],
    &["понедельника"],
];
const KK_RULES: [&[&str]; 6] =
    [&["мүмкіндігі", "бар"], &["кезек"], &["кестесі"], &["құқылы"], &["талап", "етілмей"], &["дүйсенбі"]];

/// What may happen at any time: consent, help, intake at home, data from systems.
const ANY_TIME: [(Lang, &[&str]); 5] = [
    (Lang::Ru, &["согласие", "использование"]),
    (Lang::Ru, &["содействии"]),
    (Lang::Ru, &["выездом"]),
    (Lang::Ru, &["получает", "информационных", "систем"]),
    (Lang::Kk, &["келісім", "алады"]),
];

/// Gives points and paragraphs outside lists that tell what is done to tellings of their own.
pub(super) fn find(text: &mut Vec<Node>, cast: &mut Cast, lang: Lang) {
    let mut known = BTreeSet::new();
    within(text, cast, lang, &mut known);
}

fn within(nodes: &mut Vec<Node>, cast: &mut Cast, lang: Lang, known: &mut BTreeSet<&'static str>) {
    let mut at = 0;
    while at < nodes.len() {
        let node = &mut nodes[at];
        if matches!(node.kind, Kind::Section | Kind::SectionAsParagraph | Kind::Point | Kind::LostPoint) {
            let declared = tells(node, cast, lang);
            if let Some(name) = declared {
                mark(node, name, cast, lang);
            }
            within(&mut node.body, cast, lang, known);
            at += declare(nodes, at, declared, known);
        } else if node.kind == Kind::Paragraph {
            let declared = tells(node, cast, lang);
            if let Some(name) = declared {
                mark(node, name, cast, lang);
            }
            at += declare(nodes, at, declared, known);
        }
        at += 1;
    }
}

/// Declares a telling before its first step. Returns how many nodes it put there.
fn declare(nodes: &mut Vec<Node>, at: usize, name: Option<&'static str>, known: &mut BTreeSet<&'static str>) -> usize {
    let Some(name) = name.filter(|name| known.insert(name)) else { return 0 };
    let mut scope = Fields::default();
    scope.set("channel", name.trim_end_matches("-intake"));
    let mut fields = Fields::default();
    fields.set("for", scope);
    let line = nodes[at].line;
    nodes.insert(at, Node { kind: Kind::Process, number: Some(name.to_owned()), line, fields, ..Node::default() });
    1
}

/// The telling to which a passage belongs, where it tells a step.
fn tells(node: &Node, cast: &Cast, lang: Lang) -> Option<&'static str> {
    let lower = node.text.to_lowercase();
    let (things, rules): (&[&str], &[&[&str]]) = match lang {
        Lang::Ru => (&RU_THINGS, &RU_RULES),
        Lang::Kk => (&KK_THINGS, &KK_RULES),
    };
    // A lead is a step where it says what the list is a part of: a paper «с указанием:».
    let leads = node.text.ends_with(':') && !says(&lower, &["указанием"]) && !lower.ends_with("предоставляется:");
    let has_telling = node.body.iter().any(|part| part.kind == Kind::Process);
    let is_rule = leads
        || has_telling
        || node.fields.get("term").is_some()
        || node.fields.get("defines").is_some() && says(&lower, &["стандарт"])
        || rules.iter().any(|stems| says(&lower, stems));
    let has_thing = things.iter().any(|stem| says(&lower, &[stem]));
    let is_done = match lang {
        Lang::Ru => {
            let is_agent = |mention: &Mention| mention.case == Case::Instrumental;
            let acts = RU_ACTS.iter().any(|stem| says(&lower, &[stem]))
                && (cast.mentions(&node.text).iter().any(is_agent) || says(&lower, &["кабинет"]));
            tokens(&node.text, lang).iter().any(|token| {
                let word = token.word.to_lowercase();
                let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
                super::limits::is_verb(&word) && (begins(&RU_DEEDS) || (acts && begins(&RU_DONE)))
            })
        }
        Lang::Kk => {
            let last = actors::last_word(&lower);
            actors::is_finite(&last) && KK_DEEDS.iter().any(|stem| last.starts_with(stem))
        }
    };
    if is_rule || !has_thing || !is_done || cast.mentions(&node.text).is_empty() {
        return None;
    }
    let of = |stems: &[&str]| stems.iter().any(|stem| says(&lower, &[stem]));
    Some(match lang {
        Lang::Ru if of(&["портал", "пэп"]) => "portal-intake",
        Lang::Ru if of(&["корпораци"]) => "corporation-intake",
        Lang::Ru if of(&["цон", "центр"]) => "centre-intake",
        Lang::Kk if of(&["портал", "эүп"]) => "portal-intake",
        Lang::Kk if of(&["корпораци"]) => "corporation-intake",
        Lang::Kk if of(&["хқко", "орталы"]) => "centre-intake",
        _ => "provider-intake",
    })
}

fn mark(node: &mut Node, name: &str, cast: &mut Cast, lang: Lang) {
    steps::alone(node, cast, lang);
    let lower = node.text.to_lowercase();
    let is_any_time = ANY_TIME.iter().any(|(of, stems)| *of == lang && says(&lower, stems));
    if is_any_time {
        node.fields.set("happens_after", "unknown");
    }
    node.fields.set("step_of", name);
    let line = node.line;
    node.doubts.push(Doubt { line, rule: Rule::Scattered });
}
