//! Slips of the law that the editor marked.

use super::Finding;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Node, Regulation, Slip, walk};

/// Every marked slip.
pub(super) fn find(text: &[Node]) -> Vec<Finding> {
    let mut findings = Vec::new();
    walk(text, &mut |node| findings.extend(found(&node.id, &node.slips)));
    findings
}

/// The slips in the cells of steps.
pub(super) fn find_in_tables(regulation: &Regulation) -> Vec<Finding> {
    let steps = regulation.processes.iter().flat_map(|process| &process.steps);
    steps.flat_map(|step| found(&step.id, &step.slips)).collect()
}

fn found<'s>(id: &'s str, slips: &'s [Slip]) -> impl Iterator<Item = Finding> + use<'s> {
    slips.iter().map(move |slip| {
        let diagnostic =
            Diagnostic::new(Code::Slip, slip.span).with("words", slip.words.clone()).with("meant", slip.meant.clone());
        Finding::new(id, diagnostic)
    })
}
