//! The editions of a regulation, as differences from its text.

use std::collections::BTreeSet;

use super::contract as data;
use crate::catalog::Catalog;
use crate::catalog::editions::{self, Edition, Lacks};
use crate::model::{Act, Node, Regulation, walk};

/// The editions, the oldest first.
pub(super) fn editions(catalog: &Catalog<'_>, act: &Act, regulation: &Regulation) -> Vec<data::Edition> {
    editions::editions(catalog, act, regulation).iter().map(|edition| told(act, regulation, edition)).collect()
}

fn told(act: &Act, newest: &Regulation, edition: &Edition<'_>) -> data::Edition {
    let unknown = edition.lacks().iter().filter(|lack| lack.what != Lacks::Reading);
    let mut missing = Vec::new();
    if let Some(own) = edition.regulation() {
        let mut stand = BTreeSet::new();
        walk(&own.text, &mut |node| {
            stand.insert(node.id.as_str());
        });
        absent(&newest.text, &stand, &mut missing);
    }
    data::Edition {
        name: edition.maker.name.clone(),
        act: edition.maker.act.as_ref().map_or(&act.id, |by| &by.id).clone(),
        exact: edition.is_exact(),
        known: edition.regulation().is_some(),
        unknown: unknown.map(|lack| lack.at.clone()).collect(),
        absent: missing,
    }
}

/// The anchors of the elements that do not stand in an edition.
fn absent(nodes: &[Node], stand: &BTreeSet<&str>, missing: &mut Vec<String>) {
    for node in nodes {
        if stand.contains(node.id.as_str()) {
            absent(&node.children, stand, missing);
        } else {
            missing.push(node.id.clone());
        }
    }
}
