//! The full text of an act or a regulation, as printed.

use std::collections::BTreeMap;

use super::address_lists::link_at;
use super::frame::Frame;
use super::labels::{Labels, Style};
use super::tables::printed_table;
use super::view::{Amendment, Before, FindingRow, Node, NodeKind as ViewKind, Words};
use crate::findings::Finding;
use crate::model::{self, Act, ActRef, NodeKind, TableShape};

/// What the text of a document is shown with.
pub(super) struct TextContext<'f, 'a> {
    pub frame: &'f Frame<'a>,
    pub path: &'f str,
    pub act: &'a Act,
    pub labels: &'f Labels<'a>,
    /// How its tables are to be read.
    pub tables: &'a BTreeMap<String, TableShape>,
    /// The page of its lists of addresses; without one they stand in the text.
    pub addresses: Option<&'f str>,
    /// Anchors of the steps that have a row on the page.
    pub steps: &'f [String],
    /// How a citation of a place of this document reads.
    pub cite: &'f dyn Fn(&str) -> String,
}

impl TextContext<'_, '_> {
    /// The nodes as the page shows them. A telling is no element of its own: its steps stand where it stands.
    pub(super) fn nodes(&self, nodes: &[model::Node]) -> Vec<Node> {
        let mut shown = Vec::new();
        for node in nodes {
            if node.kind == NodeKind::Process {
                shown.extend(self.nodes(&node.children));
            } else {
                shown.push(self.node(node));
            }
        }
        shown
    }

    fn node(&self, node: &model::Node) -> Node {
        let frame = self.frame;
        let annex = node.kind == NodeKind::Annex;
        let stamps = node.children.iter().filter(|child| annex && child.kind == NodeKind::Stamp);
        let body: Vec<&model::Node> =
            node.children.iter().filter(|child| !(annex && child.kind == NodeKind::Stamp)).collect();
        let step = self.steps.contains(&node.id);
        let addresses = self.addresses.and_then(|page| link_at(frame, node, page));
        Node {
            id: node.id.clone(),
            kind: view_kind(node.kind),
            number: node.number.clone(),
            number_lost: node.kind == NodeKind::Point && node.number.is_none(),
            title: node.title.as_ref().map(|title| frame.words(title)),
            text: shown_text(frame, node),
            redacted: node.redacted.as_ref().map(|reason| frame.plain(reason)),
            heading: node.heading,
            lost: node.lost,
            refers_from: node.refers_from.iter().map(|anchor| self.labels.link(frame, anchor)).collect(),
            stamps: stamps.filter_map(|stamp| stamp.text.as_ref()).map(|text| frame.words(text)).collect(),
            table: node
                .table
                .as_ref()
                .filter(|_| addresses.is_none())
                .map(|table| printed_table(frame, table, self.tables.get(&node.id))),
            addresses,
            step: step.then(|| format!("#s-{}", node.id)),
            cite: matches!(node.kind, NodeKind::Point | NodeKind::Annex)
                .then(|| (self.cite)(&self.labels.name(frame, &node.id, Style::Full))),
            amendments: node.amended.iter().map(|amendment| self.amendment(amendment)).collect(),
            doubts: node.doubt.iter().filter(|_| !step).map(|doubt| frame.words(doubt)).collect(),
            body: body.into_iter().flat_map(|child| self.nodes(std::slice::from_ref(child))).collect(),
        }
    }

    /// An amendment. The note of the publisher stands in the text as an element of its own.
    pub(super) fn amendment(&self, amendment: &model::Amendment) -> Amendment {
        let frame = self.frame;
        Amendment {
            op: amendment.op,
            act: frame.act_ref(self.path, amending(frame, self.act, amendment)),
            before: match amendment.before {
                model::Before::Absent => Before::Absent,
                model::Before::Unknown { .. } => Before::Unknown,
                model::Before::Text(_) => Before::Text,
            },
            before_text: match &amendment.before {
                model::Before::Text(text) => Some(frame.words(text)),
                model::Before::Absent | model::Before::Unknown { .. } => None,
            },
            note: None,
        }
    }
}

/// The name of an amending act. Every act that an amendment names is known: `resolve` has seen to that.
fn amending<'m>(frame: &Frame<'m>, act: &'m Act, amendment: &model::Amendment) -> &'m ActRef {
    let other = act.others.iter().find(|other| other.act.id == amendment.act).map(|other| &other.act);
    let known = other.or_else(|| frame.inputs.catalog.act(&amendment.act).map(|act| &act.name));
    known.unwrap_or(&act.name)
}

/// The text of a node in the page's language, its slips marked.
pub(super) fn shown_text(frame: &Frame<'_>, node: &model::Node) -> Option<Words> {
    node.text.as_ref().filter(|_| node.redacted.is_none()).map(|text| frame.marked(text, &node.slips))
}

/// The kind of a node on a page.
pub(super) fn view_kind(kind: NodeKind) -> ViewKind {
    match kind {
        NodeKind::Heading => ViewKind::Heading,
        NodeKind::Stamp => ViewKind::Stamp,
        NodeKind::Section => ViewKind::Section,
        NodeKind::Point => ViewKind::Point,
        NodeKind::Item => ViewKind::Item,
        NodeKind::Paragraph | NodeKind::Process => ViewKind::Paragraph,
        NodeKind::Table => ViewKind::Table,
        NodeKind::Annex => ViewKind::Annex,
        NodeKind::Form => ViewKind::Form,
        NodeKind::Note => ViewKind::Note,
        NodeKind::Signature => ViewKind::Signature,
        NodeKind::Lost => ViewKind::Lost,
    }
}

/// The findings of a document; those of one rule about one place and with equal words stand once.
pub(super) fn finding_rows(frame: &Frame<'_>, labels: &Labels<'_>, findings: &[Finding]) -> Vec<FindingRow> {
    let mut rows: Vec<FindingRow> = Vec::new();
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for finding in findings {
        let code = finding.diagnostic.code.as_str();
        let message = finding.message(frame.lang, frame.messages);
        let at = labels.link(frame, &finding.at);
        if let Some(first) = seen.get(&(code.to_owned(), message.clone())) {
            rows[*first].also.push(at);
        } else {
            seen.insert((code.to_owned(), message.clone()), rows.len());
            rows.push(FindingRow { code: code.to_owned(), message, at, also: Vec::new() });
        }
    }
    rows
}
