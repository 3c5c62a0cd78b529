//! What is handed over and out, told place by place: «Доставка уведомления осуществляется: 1) при обращении в уполномоченный
//! орган …; 2) при обращении в Центр …».

use std::sync::LazyLock;

use regex::Regex;

use super::cast::Cast;
use super::draft::Fields;
use super::nesting::{Kind, Node};
use super::words::{made, says};
use super::{Rule, steps};
use crate::lang::Lang;

/// The beginning of an item that tells of one place.
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)^(?:при\s+(?:личном\s+)?(?:обращении|посещении)|в\s+(?:уполномоченн|рабоч|центр|цон))";
    made(pattern)
});
/// The beginning of a passage that tells how the result is handed out.
static ISSUE: LazyLock<Regex> = LazyLock::new(|| {
    made(r"^(?:(?:Доставка|Выдача|Информирование)\s[^:]*\sосуществляется|Выдачу\s[^:]*\sосуществляет)\b")
});

/// What a passage hands over or out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handing {
    /// The paper which says that the documents were taken, by place.
    Receipts,
    /// The result, by place.
    Results,
    /// The result, wherever one applied.
    Result,
}

/// What a passage hands over or out; nothing where it tells of something else.
pub(super) fn of(node: &Node, lang: Lang) -> Option<Handing> {
    if lang != Lang::Ru || node.kind == Kind::Item {
        return None;
    }
    let by_place = node.text.ends_with(':') && node.body.len() > 1 && node.body[..2].iter().all(is_of_place);
    let lower = node.text.to_lowercase();
    match (by_place, is_issue(&node.text)) {
        (true, true) => Some(Handing::Results),
        (true, false) if says(&lower, &["после", "сдачи"]) => Some(Handing::Receipts),
        (false, true) if node.body.is_empty() && !says(&lower, &["через"]) => Some(Handing::Result),
        _ => None,
    }
}

/// Whether a passage tells how the result is handed out.
pub(super) fn is_issue(text: &str) -> bool {
    ISSUE.is_match(text)
}

/// Whether a piece tells of one place.
fn is_of_place(node: &Node) -> bool {
    matches!(node.kind, Kind::Item | Kind::Paragraph) && PLACE.is_match(&node.text)
}

/// Whether a passage tells how documents are taken: at windows, by a worker, beside their originals.
pub(super) fn is_intake(node: &Node) -> bool {
    let lower = node.text.to_lowercase();
    if lower.starts_with("документы пред") && says(&lower, &["для", "сверки"]) {
        return true;
    }
    says(&lower, &["прием", "документов", "осуществляется"])
        && (lower.contains("«окон»") || (lower.starts_with("прием") && says(&lower, &["исполнител"])))
}

/// Whether a piece names the paper of one place: «В Центре расписка о приеме документов с указанием:».
pub(super) fn is_receipt(node: &Node) -> bool {
    let lower = node.text.to_lowercase();
    PLACE.is_match(&node.text)
        && ["расписк", "талон"].iter().any(|stem| says(&lower, &[stem]))
        && says(&lower, &["указанием"])
}

/// Makes the passage a step whose ways part by the channel, and each item the way of one. `channel` tells that of an item.
pub(super) fn results(node: &mut Node, telling: &str, cast: &mut Cast, channel: &dyn Fn(&Node, &Cast) -> &'static str) {
    let mut ways = Fields::default();
    let last = node.body.len().saturating_sub(1);
    let are_steps = node.body.iter().all(is_of_place);
    node.has_steps = are_steps;
    for (at, item) in node.body.iter_mut().enumerate().filter(|(_, item)| is_of_place(item)) {
        let channel = channel(item, cast);
        if ways.get(channel).is_some() {
            // What tells the same place once more is no other way.
            if are_steps {
                item.kind = Kind::Aside;
            }
            continue;
        }
        steps::alone(item, cast, Lang::Ru);
        // Who comes does not hand out.
        item.fields.0.retain(|(name, _)| !matches!(name.as_str(), "by" | "who"));
        if at < last {
            item.fields.set("next", "end");
        }
        item.fields.set("only", channel);
        item.fields.set("key", format!("at-{channel}"));
        ways.set(channel, format!("at-{channel}"));
        if !are_steps {
            item.fields.set("step_of", telling);
        }
        item.doubt(Rule::Scattered);
    }
    let mut next = Fields::default();
    next.set("by", "channel");
    next.set("ways", ways);
    node.fields.set("kind", "result");
    node.fields.set("next", next);
    node.doubt(Rule::Choice);
}
