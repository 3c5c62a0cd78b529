//! The doubts of the editor, gathered from all over a regulation: each stands beside what it is about, and here once more.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::labels::Labels;
use super::view::DoubtRow;
use crate::lang::Text;
use crate::model::{Next, Process, Regulation, walk};

/// The doubts in the order of the text; equal ones stand once, with every place.
pub(super) fn doubts(frame: &Frame<'_>, labels: &Labels<'_>, regulation: &Regulation) -> Vec<DoubtRow> {
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found: Vec<(&str, &Text)> = Vec::new();
    walk(&regulation.text, &mut |node| {
        order.insert(&node.id, order.len());
        found.extend(node.doubt.iter().map(|doubt| (node.id.as_str(), doubt)));
    });
    found.extend(regulation.terms.iter().filter_map(|term| Some((term.at.as_str(), term.doubt.as_ref()?))));
    regulation.processes.iter().for_each(|process| add(process, &mut found));
    found.sort_by_key(|(at, _)| order.get(at).copied().unwrap_or(usize::MAX));
    let mut rows: Vec<(&str, Vec<&str>, &Text)> = Vec::new();
    for (at, doubt) in found {
        match rows.iter_mut().find(|(words, _, _)| *words == doubt.words) {
            Some((_, places, _)) if places.contains(&at) => {}
            Some((_, places, _)) => places.push(at),
            None => rows.push((&doubt.words, vec![at], doubt)),
        }
    }
    let row = |(_, places, doubt): (&str, Vec<&str>, &Text)| DoubtRow {
        words: frame.words(doubt),
        at: places.into_iter().map(|place| labels.link(frame, place)).collect(),
    };
    rows.into_iter().map(row).collect()
}

fn add<'r>(process: &'r Process, found: &mut Vec<(&'r str, &'r Text)>) {
    let links = process.retells.iter().chain(&process.of).chain(&process.alternative_to).chain(&process.continues);
    found.extend(links.filter_map(|link| Some((process.at.as_str(), link.doubt.as_ref()?))));
    for step in &process.steps {
        let arrows = match &step.next {
            Next::All(arrows) | Next::Choice(arrows) => arrows.as_slice(),
            Next::Below | Next::Unknown => &[],
        };
        let limits = step.limits.iter().filter(|limit| !limit.inherited).filter_map(|limit| limit.doubt.as_ref());
        let doubts = step.doubt.iter().chain(limits).chain(arrows.iter().filter_map(|arrow| arrow.doubt.as_ref()));
        found.extend(doubts.map(|doubt| (step.id.as_str(), doubt)));
    }
}
