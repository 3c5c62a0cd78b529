//! Those who act and those who are listed.

use std::collections::BTreeMap;

use super::Finding;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Process, Regulation, Step};
use crate::vocabulary::{ParticipantKind, Role};

/// Workers, units and bodies who act and are not listed, or are listed and do not act. A regulation that lists nobody
/// leaves nobody out.
pub(super) fn find(regulation: &Regulation) -> Vec<Finding> {
    if regulation.participants.iter().all(|participant| participant.listed.is_empty()) {
        return Vec::new();
    }
    let steps: Vec<&Step> = regulation
        .processes
        .iter()
        .filter(|process| tells_actions(process))
        .flat_map(|process| &process.steps)
        .collect();
    let mut acts: BTreeMap<&str, Vec<&Step>> = BTreeMap::new();
    for step in steps {
        for id in &step.doers.ids {
            acts.entry(id).or_default().push(step);
        }
    }
    let mut findings = Vec::new();
    for participant in &regulation.participants {
        let own = acts.get(participant.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let of_provider =
            matches!(participant.kind, ParticipantKind::Staff | ParticipantKind::Unit | ParticipantKind::Body);
        match (own.first(), participant.listed.first()) {
            (Some(first), None) if of_provider => {
                let diagnostic =
                    Diagnostic::new(Code::UnlistedParticipant, first.span).with("steps", own.len().to_string());
                findings.push(Finding::new(&first.id, diagnostic).naming("participant", &participant.name));
            }
            (None, Some(listed)) => {
                let span = regulation.processes.first().map_or_else(Default::default, |process| process.span);
                let diagnostic = Diagnostic::new(Code::IdleParticipant, span);
                findings.push(Finding::new(listed, diagnostic).naming("participant", &participant.name));
            }
            _ => {}
        }
    }
    findings
}

fn tells_actions(process: &Process) -> bool {
    matches!(process.role, Role::Sequence | Role::Contents)
}
