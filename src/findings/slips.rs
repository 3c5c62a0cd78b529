//! Slips of the law that the editor marked.

use super::Finding;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Node, walk};

/// Every marked slip.
pub(super) fn find(text: &[Node]) -> Vec<Finding> {
    let mut findings = Vec::new();
    walk(text, &mut |node| {
        for slip in &node.slips {
            let diagnostic = Diagnostic::new(Code::Slip, slip.span)
                .with("words", slip.words.clone())
                .with("meant", slip.meant.clone());
            findings.push(Finding::new(&node.id, diagnostic));
        }
    });
    findings
}
