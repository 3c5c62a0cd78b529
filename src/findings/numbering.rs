//! Printed numbers that do not follow each other.

use std::collections::BTreeMap;

use super::Finding;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::model::{Node, NodeKind, walk};
use crate::vocabulary::AddressColumn;

/// Gaps and repetitions among the points of a document, among the items of each list, and among the rows of each list
/// of addresses.
pub(super) fn find(text: &[Node]) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Points are counted through the sections; items within the list whose name their anchors share.
    let mut last: BTreeMap<String, Last> = BTreeMap::new();
    walk(text, &mut |node| {
        rows(node, &mut findings);
        let Some(printed) = node.number.as_deref() else { return };
        let (list, _) = node.id.rsplit_once('.').unwrap_or(("", ""));
        let series = match node.kind {
            NodeKind::Point => format!("{list}#points"),
            NodeKind::Section => format!("{list}#sections"),
            NodeKind::Item => list.to_owned(),
            _ => return,
        };
        findings.extend(last.entry(series).or_default().next(&node.id, printed, node.span));
    });
    findings
}

/// The rows of a list of addresses: those of the page of addresses are told at the place of the list.
fn rows(node: &Node, findings: &mut Vec<Finding>) {
    let Some(table) = &node.table else { return };
    let Some(list) = &table.addresses else { return };
    let Some(column) = list.columns.iter().position(|column| *column == AddressColumn::N) else { return };
    let mut last = Last::default();
    for (row, entry) in table.rows.iter().zip(&list.entries) {
        let printed = row.get(column).and_then(Option::as_ref);
        findings.extend(printed.and_then(|printed| last.next(&node.id, &printed.words, entry.span)));
    }
}

/// The last number of a series.
#[derive(Default)]
struct Last(Option<(u32, String)>);

impl Last {
    /// The next number, and whether it does not follow. What is no number is passed over.
    fn next(&mut self, id: &str, printed: &str, span: Span) -> Option<Finding> {
        let number = printed.trim_end_matches([')', '.']).parse::<u32>().ok()?;
        let before = self.0.replace((number, printed.to_owned()));
        if before.as_ref().map_or(number == 1, |(before, _)| Some(number) == before.checked_add(1)) {
            return None;
        }
        let before = before.map_or_else(|| "none".to_owned(), |(_, printed)| printed);
        let diagnostic = Diagnostic::new(Code::NumberingGap, span).with("before", before).with("after", printed);
        Some(Finding::new(id, diagnostic))
    }
}
