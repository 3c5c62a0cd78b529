//! Names of places in a text: «п. 8, подп. 1)», «8-тармақ, 1) тармақша».

use std::collections::BTreeMap;

use super::frame::Frame;
use super::view::Link;
use crate::model::{Node, NodeKind};

/// The places of one document.
pub(super) struct Labels<'a> {
    places: BTreeMap<&'a str, Place<'a>>,
    /// The address of the page where the document stands; empty on that page.
    pub page: String,
}

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

impl Style {
    /// How the messages of the style begin.
    fn prefix(self) -> &'static str {
        match self {
            Self::Short => "at",
            Self::Full => "cite",
        }
    }
}

impl<'a> Labels<'a> {
    /// The places of a text.
    pub(super) fn new(text: &'a [Node]) -> Self {
        let mut labels = Self { places: BTreeMap::new(), page: String::new() };
        labels.add(text, None);
        labels
    }

    fn add(&mut self, nodes: &'a [Node], parent: Option<&'a str>) {
        for node in nodes {
            self.places.insert(&node.id, Place { node, parent });
            // Sections are left out of the names of points; paragraphs out of the names of what stands under them.
            let named = matches!(node.kind, NodeKind::Point | NodeKind::Item | NodeKind::Annex | NodeKind::Table);
            self.add(&node.children, if named { Some(&node.id) } else { parent });
        }
    }

    /// The name of a place. A place that the text does not have is named by its anchor.
    pub(super) fn place(&self, frame: &Frame<'_>, anchor: &str) -> String {
        self.name(frame, anchor, Style::Short)
    }

    /// The name of a place without those above it: «абз. 3».
    pub(super) fn own(&self, frame: &Frame<'_>, anchor: &str) -> String {
        self.node(anchor).map_or_else(|| anchor.to_owned(), |node| own_name(frame, node, Style::Short, "alone"))
    }

    /// The name of a place in a style.
    pub(super) fn name(&self, frame: &Frame<'_>, anchor: &str, style: Style) -> String {
        self.form(frame, anchor, style, "alone")
    }

    /// The name of a place as it stands by itself or as a part of another name: the cases of each language hang on it.
    fn form(&self, frame: &Frame<'_>, anchor: &str, style: Style, form: &'static str) -> String {
        let inside = if form == "alone" { "inner" } else { "middle" };
        let (inner, parent) = match (self.places.get(anchor), self.table_step(anchor)) {
            (Some(Place { node, parent: None }), _) => return own_name(frame, node, style, form),
            (Some(Place { node, parent: Some(parent) }), _) => (own_name(frame, node, style, inside), *parent),
            (None, Some((table, number))) => {
                let args = [("number", number.to_owned()), ("form", inside.to_owned())];
                (frame.say(&format!("{}-step", style.prefix()), &args), table)
            }
            (None, None) => return anchor.to_owned(),
        };
        let outer = self.form(frame, parent, style, "outer");
        frame.say("at-joined", &[("inner", inner), ("outer", outer)])
    }

    /// A step of a table has no node of its own: its anchor is that of the table, and its number.
    fn table_step<'n>(&self, anchor: &'n str) -> Option<(&'n str, &'n str)> {
        let (table, number) = anchor.rsplit_once('.')?;
        self.node(table).filter(|node| node.kind == NodeKind::Table).map(|_| (table, number))
    }

    /// The same places, seen from another page.
    pub(super) fn seen_from(self, page: impl Into<String>) -> Self {
        Self { page: page.into(), ..self }
    }

    /// A link to a place.
    pub(super) fn link(&self, frame: &Frame<'_>, anchor: &str) -> Link {
        Link { text: self.place(frame, anchor), href: format!("{}#{anchor}", self.page) }
    }

    /// The node of an anchor.
    pub(super) fn node(&self, anchor: &str) -> Option<&'a Node> {
        self.places.get(anchor).map(|place| place.node)
    }
}

/// The name of an annex as its heading has it.
pub(super) fn annex_name(frame: &Frame<'_>, annex: &Node) -> String {
    match &annex.number {
        Some(number) => frame.say("annex-numbered", &[("number", number.clone())]),
        None => frame.say("annex-label", &[]),
    }
}

fn own_name(frame: &Frame<'_>, node: &Node, style: Style, form: &'static str) -> String {
    let prefix = style.prefix();
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
