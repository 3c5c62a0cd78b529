//! The signs of a drawing, so that its legend explains just these.

use super::chart::{Chart, EndKind};
use super::draw::Drawing;
use super::words::Words;

/// The signs of a drawing: ids of words, in the order of a legend.
pub(super) fn signs(drawing: &Drawing, words: &Words) -> Vec<&'static str> {
    let ends_as = |class: &str| drawing.terminals.iter().any(|(_, known)| *known == class);
    let line = |stated: bool| drawing.lines.iter().any(|line| line.stated == stated);
    let all = [
        ("terminal", !drawing.terminals.is_empty()),
        ("refused", ends_as("refused")),
        ("unknown", ends_as("unknown")),
        ("onward", ends_as("end d-onward")),
        ("box", !drawing.boxes.is_empty()),
        ("likely", words.nodes.iter().any(|node| node.likely)),
        ("twin", !drawing.joins.is_empty()),
        ("choice", !drawing.choices.is_empty()),
        ("stated", line(true)),
        ("inferred", line(false)),
        ("junction", !drawing.junctions.is_empty()),
    ];
    all.into_iter().filter(|(_, is_there)| *is_there).map(|(sign, _)| sign).collect()
}

/// The signs of a chart that the official notation does not have, as far as they can be told before it is drawn.
pub(super) fn added(chart: &Chart, words: &Words) -> Vec<&'static str> {
    let ends = || chart.nodes.iter().flat_map(|node| &node.ends);
    let ends_as = |kind: EndKind| ends().any(|end| end.kind == kind);
    let all = [
        ("refused", ends_as(EndKind::Refused)),
        ("unknown", ends_as(EndKind::Unknown)),
        ("onward", ends_as(EndKind::Onward)),
        ("likely", words.nodes.iter().any(|node| node.likely)),
        ("twin", chart.nodes.iter().any(|node| !node.twins.is_empty())),
        ("inferred", chart.arrows.iter().any(|arrow| !arrow.stated) || ends().any(|end| !end.stated)),
    ];
    all.into_iter().filter(|(_, is_there)| *is_there).map(|(sign, _)| sign).collect()
}
