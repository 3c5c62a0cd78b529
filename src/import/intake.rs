//! The course of an intake that no list tells: what is handed over, compared and agreed to comes before the paper which says
//! that the documents were taken; a refusal to take them turns off where their completeness shows.

use super::Rule;
use super::draft::{Fields, Value};
use super::nesting::{Kind, Node, each, each_mut};
use super::words::says;
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
        let mut parts = Vec::new();
        each(text, &mut |node| {
            if telling(node) == Some(&name) {
                parts.push(part(node, lang));
            }
        });
        let mut turn = 0;
        let fields = course(&parts, &name, lang);
        each_mut(text, &mut |node| {
            if telling(node) == Some(&name) {
                put(node, &fields[turn]);
                turn += 1;
            }
        });
    }
}

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
    if node.fields.get("happens_after").is_some() {
        Part::AnyTime
    } else if node.fields.get("kind").is_some() {
        Part::Refusal
    } else if lower.starts_with("выдача") || (is(hands) && is(issues)) {
        Part::Issue
    } else if is(hands) && is(papers) {
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
    let (Some(&first), Some(&last)) = (before.first(), before.last()) else { return fields };
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

/// Gives a step its place. What a refusal said of its way in, the step that turns off to it says now.
fn put(node: &mut Node, course: &Fields) {
    if course.get("key").is_some() {
        node.fields.0.retain(|(name, _)| name != "entry");
    }
    if course.get("next").is_some() {
        node.doubt(Rule::Choice);
    }
    node.fields.0.extend(course.0.iter().cloned());
}
