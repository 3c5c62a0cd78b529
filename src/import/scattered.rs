//! Steps that no list tells: points and paragraphs between the lists that say who hands over, returns, compares or sends
//! what.
//!
//! They are told of the place where one applies, so each belongs to a telling of that place. What regulates (hours, queues,
//! rights) tells no step. Whether such a passage is one is for a reader to decide: each is doubtful.

use std::collections::BTreeSet;

use super::actors;
use super::cast::{Cast, Mention};
use super::draft::Fields;
use super::handing::{self, Handing};
use super::nesting::{Kind, Node};
use super::steps;
use super::words::{Case, says, tokens};
use super::{Rule, intake};
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
const RU_RULES: [&[&str]; 11] = [
    &["жалоб"],
    &["государственная", "услуга", "оказывается"],
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
const KK_RULES: [&[&str]; 7] =
    [&["шағым"], &["мүмкіндігі", "бар"], &["кезек"], &["кестесі"], &["құқылы"], &["талап", "етілмей"], &["дүйсенбі"]];

/// Where one applies, by stems of both languages.
const PORTAL: [&str; 3] = ["портал", "пэп", "эүп"];
const CORPORATION: [&str; 1] = ["корпораци"];
const CENTRE: [&str; 4] = ["цон", "центр", "хқко", "орталы"];
/// Words before the name of a place.
const RU_PLACE: [&str; 4] = ["в", "к", "у", "через"];

/// What may happen at any time: help, intake at home.
const ANY_TIME: [(Lang, &[&str]); 2] = [(Lang::Ru, &["содействии"]), (Lang::Ru, &["выездом"])];

/// Gives points and paragraphs outside lists that tell what is done to tellings of their own.
pub(super) fn find(text: &mut Vec<Node>, cast: &mut Cast, lang: Lang) {
    within(text, cast, lang, &mut Told::default());
    intake::unite(text);
    intake::read(text, lang);
}

/// What was told so far.
#[derive(Debug, Default)]
struct Told {
    /// Tellings that are declared.
    known: BTreeSet<&'static str>,
    /// The telling of the last passage in the same section.
    last: Option<&'static str>,
    /// Whether the passage right before told a step.
    goes_on: bool,
}

fn within(nodes: &mut Vec<Node>, cast: &mut Cast, lang: Lang, told: &mut Told) {
    let mut at = 0;
    while at < nodes.len() {
        let node = &mut nodes[at];
        let is_section = matches!(node.kind, Kind::Section | Kind::SectionAsParagraph);
        if is_section {
            told.last = None;
        }
        if is_section || matches!(node.kind, Kind::Point | Kind::LostPoint | Kind::Paragraph) {
            let handing = handing::of(node, lang);
            let is_told =
                matches!(handing, Some(Handing::Results | Handing::Result)) || tells(node, cast, lang, told.goes_on);
            let telling = match handing {
                Some(Handing::Results) => Some(intake::BOTH),
                _ => is_told.then(|| refusal(node, cast, lang).unwrap_or_else(|| place(node, cast, lang, told.last))),
            };
            told.goes_on = telling.is_some();
            if let Some(name) = telling {
                mark(node, name, cast, lang);
                told.last = telling.filter(|name| name.ends_with("intake")).or(told.last);
            }
            match handing {
                Some(Handing::Results) => {
                    let channel = |item: &Node, cast: &Cast| channel_of(place(item, cast, lang, None));
                    handing::results(node, intake::BOTH, cast, &channel);
                }
                Some(Handing::Receipts) => {
                    for name in receipts(node, cast, lang) {
                        at += declare(nodes, at, Some(name), &mut told.known);
                    }
                }
                _ if node.kind != Kind::Paragraph => within(&mut node.body, cast, lang, told),
                _ => {}
            }
            at += declare(nodes, at, telling, &mut told.known);
        }
        at += 1;
    }
}

/// The channel of an intake, of a refusal.
fn channel_of(name: &'static str) -> &'static str {
    name.split_once('-').map_or(name, |(channel, _)| channel)
}

/// The telling of a refusal, or of a return of papers, by the body that decides: its matter ends there, and it is no part of
/// an intake.
fn refusal(node: &Node, cast: &Cast, lang: Lang) -> Option<&'static str> {
    let lower = node.text.to_lowercase();
    let decides = |mention: &Mention| {
        mention.case == Case::Nominative && matches!(cast.people[mention.person].kind, "provider" | "body")
    };
    if lang != Lang::Ru || !cast.mentions(&node.text).iter().any(decides) {
        return None;
    }
    let is_centre = says(&lower, &["через", "центр"]) || says(&lower, &["через", "цон"]);
    let refuses = says(&lower, &["отказ"])
        && ["причин", "основани"].iter().any(|stem| says(&lower, &[stem]))
        && !says(&lower, &["прием"]);
    let returns = says(&lower, &["ошибок", "возвраща"]);
    match (refuses, returns, is_centre) {
        (true, _, true) => Some("centre-refusal"),
        (true, _, false) => Some("provider-refusal"),
        (false, true, _) => Some("centre-return"),
        _ => None,
    }
}

/// The papers which say that documents were taken, each by its place. Returns the tellings to which they belong.
fn receipts(node: &mut Node, cast: &mut Cast, lang: Lang) -> Vec<&'static str> {
    let mut names = Vec::new();
    for item in node.body.iter_mut().filter(|item| item.kind == Kind::Item && handing::is_receipt(item)) {
        let name = place(item, cast, lang, None);
        mark(item, name, cast, lang);
        names.push(name);
    }
    names
}

/// Declares a telling before its first step. Returns how many nodes it put there.
fn declare(nodes: &mut Vec<Node>, at: usize, name: Option<&'static str>, known: &mut BTreeSet<&'static str>) -> usize {
    let Some(name) = name.filter(|name| known.insert(name)) else { return 0 };
    let scope = if name == intake::BOTH {
        intake::both_places()
    } else {
        let mut scope = Fields::default();
        scope.set("channel", channel_of(name));
        scope
    };
    let mut fields = Fields::default();
    fields.set("for", scope);
    let line = nodes[at].line;
    nodes.insert(at, Node { kind: Kind::Process, number: Some(name.to_owned()), line, fields, ..Node::default() });
    1
}

/// Whether a passage tells a step. Behind one that does (`goes_on`), it is enough that somebody does something.
fn tells(node: &Node, cast: &Cast, lang: Lang, goes_on: bool) -> bool {
    let lower = node.text.to_lowercase();
    let (things, rules): (&[&str], &[&[&str]]) = match lang {
        Lang::Ru => (&RU_THINGS, &RU_RULES),
        Lang::Kk => (&KK_THINGS, &KK_RULES),
    };
    // A lead is a step where it says what the list is a part of: a paper «с указанием:», or who does something with it.
    let acts = |mention: &Mention| mention.case == Case::Nominative && super::limits::is_verb(&mention.behind);
    let leads = node.text.ends_with(':')
        && !says(&lower, &["указанием"])
        && !lower.ends_with("предоставляется:")
        && (says(&lower, &["следующие", "документы"])
            || lower.starts_with("для получения")
            || !cast.mentions(&node.text).iter().any(acts));
    let has_telling = node.body.iter().any(|part| part.kind == Kind::Process);
    let is_rule = leads
        || has_telling
        || node.fields.get("term").is_some()
        || node.fields.get("defines").is_some() && says(&lower, &["стандарт"])
        || rules.iter().any(|stems| says(&lower, stems));
    let names_thing = |text: &str| things.iter().any(|stem| says(&text.to_lowercase(), &[stem]));
    let has_thing =
        names_thing(&lower) || (lower.ends_with(':') && node.body.iter().any(|part| names_thing(&part.text)));
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
    let mentions = cast.mentions(&node.text);
    let is_deed = has_thing || (goes_on && mentions.first().is_some_and(|first| first.at.start == 0 && acts(first)));
    handing::is_receipt(node) || handing::is_intake(node) || (!is_rule && is_deed && is_done && !mentions.is_empty())
}

/// The telling to which a passage belongs: that of the place which it names, else that of the passage before it.
fn place(node: &Node, cast: &Cast, lang: Lang, last: Option<&'static str>) -> &'static str {
    let lower = node.text.to_lowercase();
    let of = |stems: &[&str]| stems.iter().any(|stem| says(&lower, &[stem]));
    let systems: &[&str] = match lang {
        Lang::Ru => &["информационных", "систем"],
        Lang::Kk => &["ақпараттық", "жүйелер"],
    };
    let mentions = cast.mentions(&node.text);
    let is_provider = |mention: &&Mention| {
        let is_place = matches!(cast.people[mention.person].kind, "provider" | "unit");
        is_place && (mention.case == Case::Dative || RU_PLACE.contains(&mention.before.as_str()))
    };
    // Who works for the provider acts there, but for what systems tell him.
    let works = |mention: &&Mention| {
        cast.people[mention.person].kind == "staff" && mention.case == Case::Instrumental && !says(&lower, systems)
    };
    let provider =
        mentions.iter().find(|mention| is_provider(mention) || works(mention)).map(|mention| mention.at.start);
    let begins = CENTRE.iter().filter_map(|stem| lower.find(stem)).min();
    let is_provider_first = provider.is_some_and(|at| begins.is_none_or(|begins| at < begins));
    // Data are had from systems by way of the portal, wherever one applied.
    if of(&PORTAL) && !says(&lower, systems) {
        "portal-intake"
    } else if of(&CORPORATION) {
        "corporation-intake"
    } else if is_provider_first {
        "provider-intake"
    } else if of(&CENTRE) {
        "centre-intake"
    } else {
        last.unwrap_or("provider-intake")
    }
}

fn mark(node: &mut Node, name: &str, cast: &mut Cast, lang: Lang) {
    steps::alone(node, cast, lang);
    let lower = node.text.to_lowercase();
    let is_any_time = ANY_TIME.iter().any(|(of, stems)| *of == lang && says(&lower, stems));
    if is_any_time {
        node.fields.set("happens_after", "unknown");
    }
    if handing::is_receipt(node) {
        // Who gets the service is not who hands out its paper.
        node.fields.0.retain(|(name, _)| !matches!(name.as_str(), "by" | "who"));
    }
    if name.ends_with("-refusal") {
        node.fields.0.retain(|(name, _)| !matches!(name.as_str(), "kind" | "entry" | "when"));
        node.fields.set("next", "end-refused");
    }
    node.fields.set("step_of", name);
    node.doubt(Rule::Scattered);
}
