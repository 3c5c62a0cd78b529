//! Annexes that are lost, and references to annexes that are not there.

use super::Finding;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Node, NodeKind, walk};
use crate::vocabulary::Found;

/// Annexes whose content is lost, and references that lead nowhere.
pub(super) fn find(text: &[Node]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |node: &Node, annex: Option<&str>, state: &str| {
        let diagnostic =
            Diagnostic::new(Code::LostAnnex, node.span).with("annex", annex.unwrap_or("none")).with("state", state);
        findings.push(Finding::new(&node.id, diagnostic));
    };
    walk(text, &mut |node| {
        if node.kind == NodeKind::Annex && node.lost.is_some() {
            add(node, node.number.as_deref(), "lost");
        }
        let annexes = node.refers.iter().filter(|reference| reference.annex.is_some() && reference.act.is_none());
        for reference in annexes.filter(|reference| reference.found == Found::No) {
            add(node, reference.annex.as_deref().filter(|annex| !annex.is_empty()), "missing");
        }
    });
    findings
}
