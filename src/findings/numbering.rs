//! Printed numbers that do not follow each other.

use std::collections::BTreeMap;

use super::Finding;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Node, NodeKind, walk};

/// Gaps and repetitions among the points of a document, and among the items of each list.
pub(super) fn find(text: &[Node]) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Points are counted through the sections; items within the list whose name their anchors share.
    let mut last: BTreeMap<String, (u32, String)> = BTreeMap::new();
    walk(text, &mut |node| {
        let Some(printed) = node.number.as_deref() else { return };
        let Ok(number) = printed.trim_end_matches([')', '.']).parse::<u32>() else { return };
        let (list, _) = node.id.rsplit_once('.').unwrap_or(("", ""));
        let series = match node.kind {
            NodeKind::Point => format!("{list}#points"),
            NodeKind::Section => format!("{list}#sections"),
            NodeKind::Item => list.to_owned(),
            _ => return,
        };
        let before = last.insert(series, (number, printed.to_owned()));
        let follows = before.as_ref().map_or(number == 1, |(before, _)| number == before + 1);
        if !follows {
            let before = before.map_or_else(|| "none".to_owned(), |(_, printed)| printed);
            let diagnostic =
                Diagnostic::new(Code::NumberingGap, node.span).with("before", before).with("after", printed);
            findings.push(Finding::new(&node.id, diagnostic));
        }
    });
    findings
}
