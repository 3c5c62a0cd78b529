//! What changed, for the home page and for the feed: both tell the same.

use std::collections::BTreeMap;

use super::addresses;
use super::frame::Frame;
use super::home::change;
use super::view::{Change, Link};
use crate::catalog::{ComparisonKind, Event, EventKind};

/// Something that happened, with what a page shows of it.
#[derive(Debug)]
pub(super) struct Changed<'a> {
    pub event: Event<'a>,
    /// Its links lead from the folder of the language.
    pub view: Change,
}

/// What changed, newest first; what nobody dates comes last.
pub(super) fn changes<'a>(frame: &Frame<'a>) -> Vec<Changed<'a>> {
    let compared = compared(frame);
    let changed = |event: Event<'a>| {
        let mut view = change(frame, addresses::HOME, &event);
        let is_adoption = event.kind == EventKind::Adopted;
        view.comparisons = compared.get(event.act.id.as_str()).filter(|_| is_adoption).cloned().unwrap_or_default();
        Changed { event, view }
    };
    frame.inputs.catalog.changes().into_iter().map(changed).collect()
}

/// The comparisons of the regulations of an act with those they follow, by the id of the act.
fn compared(frame: &Frame<'_>) -> BTreeMap<String, Vec<Link>> {
    let mut compared: BTreeMap<String, Vec<Link>> = BTreeMap::new();
    for service in frame.inputs.catalog.corpus.services.values() {
        let found = frame.inputs.catalog.comparisons(&service.id).into_iter();
        for comparison in found.filter(|comparison| matches!(comparison.kind, ComparisonKind::Neighbours(_))) {
            let link = Link { text: frame.plain(&service.name), href: addresses::comparison(&comparison) };
            compared.entry(comparison.newer.act.id.clone()).or_default().push(link);
        }
    }
    compared
}
