//! Steps that the act itself leaves without a way to them.

use super::Finding;
use crate::diagnostic::{Code, Diagnostic};
use crate::flow;
use crate::model::Regulation;
use crate::vocabulary::Role;

/// Steps of sequences that nothing leads to.
pub(super) fn find(regulation: &Regulation) -> Vec<Finding> {
    let mut findings = Vec::new();
    for process in regulation.processes.iter().filter(|process| process.role == Role::Sequence) {
        for index in flow::graph(process).unreachable {
            let step = &process.steps[index];
            let name = step.number.clone().unwrap_or_else(|| step.id.clone());
            let diagnostic = Diagnostic::new(Code::UnreachableStep, step.span).with("step", name);
            findings.push(Finding::new(&step.id, diagnostic));
        }
    }
    findings
}
