//! The course of an intake that no list tells: what is handed over, compared and agreed to comes before the paper which says
//! that the documents were taken; a refusal to take them turns off where their completeness shows.

use std::sync::LazyLock;

use regex::Regex;

use super::draft::{Fields, Value};
use super::nesting::{Kind, Node, each, each_mut};
use super::words::{made, says};
use super::{Rule, handing};
use crate::lang::Lang;

/// What a step does in an intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Something is handed over, agreed to, asked for.
    Before,
    /// Papers are compared with their originals.
    Compared,
    /// A paper says that the documents were taken.
    Receipt,
    /// A paper says that they were not.
    Refusal,
    /// What was asked for is handed out.
    Issue,
    /// It may happen at any time.
    AnyTime,
}

/// The telling of an intake at either place, whose ways part and come together.
pub(super) const BOTH: &str = "intake";

/// Where the result is told to be handed out at either place, all that was told of the intake at one of them belongs to the
/// same telling, each step for its channel.
pub(super) fn unite(text: &mut Vec<Node>) {
    let mut is_told = false;
    each(text, &mut |node| is_told |= telling(node) == Some(BOTH));
    if !is_told {
        return;
    }
    each_mut(text, &mut |node| {
        if matches!(telling(node), Some("provider-intake" | "centre-intake")) {
            node.fields.0.retain(|(name, _)| name != "step_of");
            if let Some(channel) = only(&node.text) {
                node.fields.set("only", channel);
            }
            node.fields.set("step_of", BOTH);
        }
    });
    declare_once(text, &mut false);
}

/// The one place that a passage names; nothing where it names none, or both.
fn only(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let is = |stems: &[&str]| stems.iter().any(|stem| says(&lower, &[stem]));
    match (is(&["уполномоченн", "услугодател", "рабоч"]), is(&["центр", "цон"])) {
        (true, false) => Some("provider"),
        (false, true) => Some("centre"),
        _ => None,
    }
}

/// Of the declarations of tellings that are one now, keeps the first, which stands before the first step of all.
fn declare_once(nodes: &mut Vec<Node>, is_declared: &mut bool) {
    let names = [BOTH, "provider-intake", "centre-intake"];
    nodes.retain_mut(|node| {
        let is_one = node.kind == Kind::Process
            && node.body.is_empty()
            && node.number.as_deref().is_some_and(|name| names.contains(&name));
        if !is_one {
            declare_once(&mut node.body, is_declared);
            return true;
        }
        node.number = Some(BOTH.to_owned());
        node.fields.0.retain(|(name, _)| name != "for");
        node.fields.set("for", both_places());
        !std::mem::replace(is_declared, true)
    });
}

/// What a telling for either place holds for.
pub(super) fn both_places() -> Fields {
    let mut scope = Fields::default();
    scope.set("channel", ["provider", "centre"].map(Value::from).to_vec());
    scope
}

/// Reads the course of every telling whose steps stand outside lists.
pub(super) fn read(text: &mut [Node], lang: Lang) {
    let mut names: Vec<String> = Vec::new();
    each(text, &mut |node| {
        if let Some(name) = telling(node)
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    });
    for name in names {
        let (mut parts, mut channels) = (Vec::new(), Vec::new());
        each(text, &mut |node| {
            if telling(node) == Some(&name) {
                parts.push(part(node, lang));
                channels.push(match node.fields.get("only") {
                    Some(Value::Text(only)) => Some(only.clone()),
                    _ => None,
                });
            }
        });
        let mut turn = 0;
        let fields = if name == BOTH { united(&parts, &channels) } else { course(&parts, &name, lang) };
        each_mut(text, &mut |node| {
            if telling(node) == Some(&name) {
                put(node, &fields[turn]);
                // Nothing leads to what is handed over at another place than the first.
                if name == BOTH && turn > 0 && parts[turn] == Part::Before {
                    node.fields.set("entry", entry(&node.text));
                }
                turn += 1;
            }
        });
    }
}

/// The words by which a passage says where it begins: up to the name of the place, else its first sentence.
fn entry(text: &str) -> String {
    let sentence = text.split_inclusive(['.', ':']).next().unwrap_or(text);
    let place = PLACE.find(sentence).map_or(sentence, |found| found.as_str());
    place.trim_end_matches(['.', ':', ';']).to_owned()
}

/// The place at the beginning of a passage.
static PLACE: LazyLock<Regex> = LazyLock::new(|| made(r"^При [^.,]*?(?:Центр\p{L}*|ЦОН\p{L}*|уполномоченный орган)"));

fn telling(node: &Node) -> Option<&str> {
    match node.fields.get("step_of") {
        Some(Value::Text(name)) if node.kind != Kind::Process => Some(name),
        _ => None,
    }
}

fn part(node: &Node, lang: Lang) -> Part {
    let lower = node.text.to_lowercase();
    let is = |stems: &[&str]| stems.iter().any(|stem| says(&lower, &[stem]));
    let (papers, hands, issues, originals): (&[&str], &[&str], &[&str], &[&str]) = match lang {
        Lang::Ru => (&["расписк", "талон"], &["выда"], &["готов", "результат"], &["подлинник", "оригинал"]),
        Lang::Kk => (&["қолхат", "талон"], &["бер"], &["нәтиже", "дайын"], &["түпнұсқа"]),
    };
    if node.fields.get("happens_after").is_some() || node.fields.get("key").is_some() {
        Part::AnyTime
    } else if matches!(node.fields.get("kind"), Some(Value::Text(kind)) if kind == "refusal") {
        Part::Refusal
    } else if lower.starts_with("выдача") || handing::is_issue(&node.text) || (is(hands) && is(issues)) {
        Part::Issue
    } else if (is(hands) && is(papers)) || handing::is_receipt(node) {
        Part::Receipt
    } else if is(originals) {
        Part::Compared
    } else {
        Part::Before
    }
}

/// Fields that the course gives to each step of a telling.
fn course(parts: &[Part], name: &str, lang: Lang) -> Vec<Fields> {
    let mut fields = vec![Fields::default(); parts.len()];
    let find = |part: Part| parts.iter().position(|other| *other == part);
    let (receipt, refusal, issue) = (find(Part::Receipt), find(Part::Refusal), find(Part::Issue));
    let is_before = |at: &usize| matches!(parts[*at], Part::Before | Part::Compared);
    let before: Vec<usize> = (0..issue.unwrap_or(parts.len())).filter(is_before).collect();
    let (Some(&first), Some(&last)) = (before.first(), before.last()) else {
        return if receipt.is_some() && issue.is_some() { united(parts, &vec![None; parts.len()]) } else { fields };
    };
    let key = |what: &str| format!("{}-{what}", name.trim_end_matches("-intake"));
    let compared = before.iter().rev().find(|at| parts[**at] == Part::Compared);
    // Completeness shows where papers are compared; else where all that comes before the paper about it is done, and
    // without such a paper where they are handed over.
    let check = compared.copied().unwrap_or(if receipt.is_some() { last } else { first });
    // Where another such paper is told behind, the order is not that of one intake.
    let is_last = !parts[last..].contains(&Part::Receipt);
    let is_turned = receipt.is_some_and(|receipt| receipt < last) && is_last;
    let then = before.iter().find(|at| **at > check).copied().or(receipt);
    if let Some(refusal) = refusal {
        let (complete, incomplete) = match lang {
            Lang::Ru => ("пакет полон", "пакет неполон"),
            Lang::Kk => ("құжаттар толық", "құжаттар толық емес"),
        };
        let mut ways = Fields::default();
        match then {
            Some(then) => {
                fields[then].set("key", key(if Some(then) == receipt { "receipt" } else { "complete" }));
                ways.set(complete, fields[then].get("key").cloned().unwrap_or_else(|| "end".into()));
            }
            None => ways.set(complete, "end"),
        }
        fields[refusal].set("key", key("refusal"));
        ways.set(incomplete, key("refusal"));
        fields[check].set("next", ways);
    }
    if let Some(receipt) = receipt.filter(|_| is_turned) {
        for (at, what) in [(last, "last"), (receipt, "receipt")] {
            if fields[at].get("key").is_none() {
                fields[at].set("key", key(what));
            }
        }
        if fields[last].get("next").is_none() {
            fields[last].set("next", key("receipt"));
        }
        // What is printed above the receipt does not lead to it.
        for pair in before.windows(2).filter(|pair| pair[1] > pair[0] + 1) {
            if fields[pair[0]].get("next").is_none() {
                if fields[pair[1]].get("key").is_none() {
                    fields[pair[1]].set("key", key(&format!("part-{}", pair[1] + 1)));
                }
                let on = fields[pair[1]].get("key").cloned().unwrap_or_else(|| "unknown".into());
                fields[pair[0]].set("next", on);
            }
        }
        let after = fields[last].get("key").cloned().unwrap_or_else(|| "unknown".into());
        fields[receipt].set("happens_after", after);
        let goal = issue.map(|issue| {
            fields[issue].set("key", key("issue"));
            key("issue")
        });
        fields[receipt].set("next", goal.unwrap_or_else(|| "unknown".to_owned()));
    }
    fields
}

/// Fields that the course of an intake at either place gives to its steps: what is handed over leads to where papers are
/// compared, else to the paper which says that they were taken; that one to where the result is handed out.
fn united(parts: &[Part], channels: &[Option<String>]) -> Vec<Fields> {
    let mut fields = vec![Fields::default(); parts.len()];
    let key = |at: usize| format!("part-{}", at + 1);
    // The first step of a kind for a channel, and whether a step is for it.
    let holds =
        |at: usize, channel: &Option<String>| channels[at].is_none() || channel.is_none() || channels[at] == *channel;
    let find =
        |part: Part, channel: &Option<String>| (0..parts.len()).find(|at| parts[*at] == part && holds(*at, channel));
    // The order in which they happen, which the print may not have.
    let mut order = Vec::new();
    for kind in [Part::Before, Part::Compared, Part::Receipt, Part::Issue] {
        order.extend((0..parts.len()).filter(|at| parts[*at] == kind));
    }
    for (turn, &at) in order.iter().enumerate() {
        fields[at].set("key", key(at));
        let then: &[Part] = match parts[at] {
            Part::Before => &[Part::Compared, Part::Receipt, Part::Issue],
            Part::Compared => &[Part::Receipt, Part::Issue],
            _ => &[Part::Issue],
        };
        let target = |channel: &Option<String>| then.iter().find_map(|part| find(*part, channel));
        let both = ["provider", "centre"].map(|channel| target(&Some(channel.to_owned())));
        if parts[at] == Part::Issue {
            fields[at].set("next", "end");
        } else if let (true, [Some(one), Some(other)]) = (channels[at].is_none(), both)
            && one != other
        {
            let (mut next, mut ways) = (Fields::default(), Fields::default());
            ways.set("provider", key(one));
            ways.set("centre", key(other));
            next.set("by", "channel");
            next.set("ways", ways);
            fields[at].set("next", next);
        } else {
            fields[at].set("next", target(&channels[at]).map_or("unknown".to_owned(), key));
        }
        let before = turn.checked_sub(1).map(|turn| order[turn]);
        if let Some(before) = before.filter(|before| at == 0 || *before != at - 1) {
            fields[at].set("happens_after", key(before));
        }
    }
    fields
}

/// Gives a step its place. What a refusal said of its way in, the step that turns off to it says now.
fn put(node: &mut Node, course: &Fields) {
    if course.get("key").is_some() {
        node.fields.0.retain(|(name, _)| name != "entry");
    }
    // What the step says of its ways itself stays.
    let has_next = node.fields.get("next").is_some();
    if course.get("next").is_some() && !has_next {
        node.doubt(Rule::Choice);
    }
    node.fields.0.extend(course.0.iter().filter(|(name, _)| name != "next" || !has_next).cloned());
}
