//! Names of places in a text: «п. 8, подп. 1)», «8-тармақ, 1) тармақша».

use std::collections::BTreeMap;

use super::frame::Frame;
use super::view::Link;
use crate::model::{Node, NodeKind};

/// The places of one document.
pub(super) struct Labels<'a>(BTreeMap<&'a str, Place<'a>>);

struct Place<'a> {
    node: &'a Node,
    /// The anchor of the nearest element above that is a part of the name.
    parent: Option<&'a str>,
}

/// How a place is named.
#[derive(Clone, Copy)]
pub(super) enum Style {
    /// Short, for links: «п. 8».
    Short,
    /// In full, for citations: «пункт 8».
    Full,
}

impl<'a> Labels<'a> {
    /// The places of a text.
    pub(super) fn new(text: &'a [Node]) -> Self {
        let mut labels = Self(BTreeMap::new());
        labels.add(text, None);
        labels
    }

    fn add(&mut self, nodes: &'a [Node], parent: Option<&'a str>) {
        for node in nodes {
            self.0.insert(&node.id, Place { node, parent });
            // Sections are left out of the names of points; paragraphs out of the names of what stands under them.
            let named = matches!(node.kind, NodeKind::Point | NodeKind::Item | NodeKind::Annex | NodeKind::Table);
            self.add(&node.children, if named { Some(&node.id) } else { parent });
        }
    }

    /// The name of a place. A place that the text does not have is named by its anchor.
    pub(super) fn place(&self, frame: &Frame<'_>, anchor: &str) -> String {
        self.name(frame, anchor, Style::Short)
    }

    /// The name of a place in a style.
    pub(super) fn name(&self, frame: &Frame<'_>, anchor: &str, style: Style) -> String {
        self.form(frame, anchor, style, "alone")
    }

    /// The name of a place as it stands by itself or as a part of another name: the cases of each language hang on it.
    fn form(&self, frame: &Frame<'_>, anchor: &str, style: Style, form: &'static str) -> String {
        let Some(place) = self.0.get(anchor) else { return anchor.to_owned() };
        let Some(parent) = place.parent else { return own_name(frame, place.node, style, form) };
        let inner = if form == "alone" { "inner" } else { "middle" };
        let inner = own_name(frame, place.node, style, inner);
        let outer = self.form(frame, parent, style, "outer");
        frame.say("at-joined", &[("inner", inner), ("outer", outer)])
    }

    /// A link to a place on the same page.
    pub(super) fn link(&self, frame: &Frame<'_>, anchor: &str) -> Link {
        Link { text: self.place(frame, anchor), href: format!("#{anchor}") }
    }

    /// The node of an anchor.
    pub(super) fn node(&self, anchor: &str) -> Option<&'a Node> {
        self.0.get(anchor).map(|place| place.node)
    }
}

fn own_name(frame: &Frame<'_>, node: &Node, style: Style, form: &'static str) -> String {
    let prefix = match style {
        Style::Short => "at",
        Style::Full => "cite",
    };
    let (kind, counted) = match node.kind {
        NodeKind::Section => ("section", false),
        NodeKind::Point => ("point", false),
        NodeKind::Item => ("item", false),
        NodeKind::Annex => ("annex", false),
        NodeKind::Paragraph | NodeKind::Process => ("paragraph", true),
        NodeKind::Table | NodeKind::Form => ("table", true),
        NodeKind::Note => ("note", false),
        NodeKind::Stamp => ("stamp", false),
        NodeKind::Heading => ("heading", false),
        NodeKind::Signature => ("signature", false),
        NodeKind::Lost => ("lost", false),
    };
    let form = ("form", form.to_owned());
    match node.number.clone().or_else(|| counted.then(|| last_number(&node.id))) {
        Some(number) => frame.say(&format!("{prefix}-{kind}"), &[("number", number), form]),
        None => frame.say(&format!("{prefix}-{kind}-unnumbered"), &[form]),
    }
}

/// The count at the end of an anchor: `p7.par2` → `2`.
fn last_number(anchor: &str) -> String {
    let digits = anchor.bytes().rev().take_while(u8::is_ascii_digit).count();
    anchor[anchor.len() - digits..].to_owned()
}
