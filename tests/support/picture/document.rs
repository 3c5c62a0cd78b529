//! The document as such: its outermost element, ids, and what may act, lead away or hide something.

use std::collections::BTreeSet;

use roxmltree::{Attribute, Document, Node};

use super::{Fault, Faults, Kind};

/// Attributes that move, hide or change what is drawn, so that the numbers of the picture would be lies.
const DECEPTIVE: [&str; 21] = [
    "transform",
    "display",
    "visibility",
    "clip-path",
    "mask",
    "filter",
    "dx",
    "dy",
    "rotate",
    "letter-spacing",
    "word-spacing",
    "dominant-baseline",
    "alignment-baseline",
    "baseline-shift",
    "writing-mode",
    "direction",
    "marker-start",
    "marker-mid",
    "marker-end",
    "pathLength",
    "preserveAspectRatio",
];

impl Faults {
    /// Notes what is wrong with an element.
    pub fn of(&mut self, kind: Kind, node: Node, words: impl std::fmt::Display) {
        let (name, at) = (node.tag_name().name(), node.document().text_pos_at(node.range().start));
        self.0.push(Fault { kind, at: None, words: format!("<{name}> in line {}: {words}", at.row) });
    }
}

pub fn check(tree: &Document, faults: &mut Faults) {
    check_root(tree.root_element(), faults);
    check_ids(tree, faults);
    for node in tree.root_element().descendants().filter(Node::is_element) {
        if matches!(node.tag_name().name(), "script" | "style") {
            faults.of(Kind::Script, node, "a picture is read without it");
        }
        for attribute in node.attributes() {
            check_attribute(node, attribute, faults);
        }
    }
}

fn check_root(root: Node, faults: &mut Faults) {
    let mut want = |is: bool, words: &str| {
        if !is {
            faults.of(Kind::Root, root, words);
        }
    };
    let attribute = |name| root.attribute(name).unwrap_or_default();
    want(root.has_tag_name("svg") || root.has_tag_name(("http://www.w3.org/2000/svg", "svg")), "it is no `svg`");
    let size = format!("0 0 {} {}", attribute("width"), attribute("height"));
    want(attribute("viewBox") == size, "`viewBox` differs from `width` and `height`");
    want(attribute("role") == "group", "its role is no `group`");
    let mut children = root.children().filter(Node::is_element);
    let named = attribute("aria-labelledby");
    for name in ["title", "desc"] {
        let node = children.next().filter(|node| node.tag_name().name() == name);
        let text = node.and_then(|node| node.text()).unwrap_or_default();
        want(!text.trim().is_empty(), &format!("it does not open with `{name}`, or that is empty"));
        let id = node.and_then(|node| node.attribute("id")).unwrap_or_default();
        want(!id.is_empty(), &format!("`{name}` has no id"));
        want(name == "desc" || named.split_whitespace().any(|word| word == id), "`aria-labelledby` lacks the title");
    }
}

/// Ids are unique and begin alike, up to a separator; whatever refers to one names one that is there.
fn check_ids(tree: &Document, faults: &mut Faults) {
    let elements = || tree.root_element().descendants().filter(Node::is_element);
    let mut ids = BTreeSet::new();
    for (node, id) in elements().filter_map(|node| Some((node, node.attribute("id")?))) {
        if id.is_empty() || id.contains(char::is_whitespace) || !ids.insert(id) {
            faults.of(Kind::Id, node, format_args!("the id `{id}` is no word of its own"));
        }
    }
    // Between the first and the last of them in order stand all others.
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        let alike: String = first.chars().zip(last.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
        if !alike.contains(['-', '.', ':', '_']) {
            faults.of(Kind::Id, tree.root_element(), format_args!("`{first}` and `{last}` have no prefix in common"));
        }
    }
    for node in elements() {
        for name in ["aria-labelledby", "aria-describedby"] {
            for word in node.attribute(name).unwrap_or_default().split_whitespace() {
                if !ids.contains(word) {
                    faults.of(Kind::Id, node, format_args!("`{name}` names `{word}`, which is nowhere"));
                }
            }
        }
    }
}

fn check_attribute(node: Node, attribute: Attribute, faults: &mut Faults) {
    let (name, value) = (attribute.name(), attribute.value());
    match name {
        "href" | "src" => {
            let leads_within = value.strip_prefix('#').is_some_and(|rest| !rest.is_empty());
            if !leads_within {
                faults.of(Kind::Link, node, format_args!("it leads to `{value}`"));
            }
        }
        "tabindex" if value != "-1" => faults.of(Kind::Link, node, format_args!("`tabindex` is {value}")),
        "style" => faults.of(Kind::Script, node, "it has a style of its own"),
        _ if name.to_ascii_lowercase().starts_with("on") => {
            faults.of(Kind::Script, node, format_args!("`{name}` waits for an event"));
        }
        _ if value.contains("url(") => faults.of(Kind::Link, node, format_args!("`{name}` leads to `{value}`")),
        // A line of text may say how far below the line above it stands.
        "dy" if node.tag_name().name() == "tspan" && !node.has_attribute("y") && node.prev_sibling().is_some() => {}
        _ if DECEPTIVE.contains(&name) => {
            faults.of(Kind::Form, node, format_args!("with `{name}` its numbers are not what is seen"));
        }
        _ => {}
    }
}
