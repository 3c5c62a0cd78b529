//! The tree of a YAML file: every scalar, list and map with its place.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use super::de::MAX_FAULTS;
use super::syntax;
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// Deepest nesting that is read. The deepest encoding so far nests some 20 levels.
const MAX_DEPTH: usize = 64;

/// Index of a node in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// A node and its place.
#[derive(Debug)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where it stands.
    pub span: Span,
}

/// What a node is.
#[derive(Debug)]
pub enum NodeKind {
    /// A text, a number, a date: whatever the schema reads it as.
    Scalar {
        /// The text, unquoted and unfolded.
        text: String,
        /// Whether it stands without quotes and not as a block.
        plain: bool,
    },
    /// A list.
    List(Vec<NodeId>),
    /// A map: keys are scalars.
    Map(Vec<(NodeId, NodeId)>),
}

/// A parsed file.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    root: NodeId,
    file: FileId,
}

/// A list or map that is still open.
enum Open {
    List { start: u32, items: Vec<NodeId> },
    Map { start: u32, key: Option<NodeId>, entries: Vec<(NodeId, NodeId)>, seen: BTreeMap<String, NodeId> },
}

impl Tree {
    /// Parses the text of a file. `None` where it is no YAML at all; the reason is among the diagnostics.
    pub fn parse(file: FileId, text: &str) -> (Option<Self>, Vec<Diagnostic>) {
        let mut builder = Builder::new(file, text);
        let root = builder.run(text);
        let Builder { nodes, diagnostics, .. } = builder;
        (root.map(|root| Self { nodes, root, file }), diagnostics)
    }

    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The outermost node.
    pub fn root(&self) -> NodeId {
        self.root
    }

    /// The file it was read from.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// The text of a scalar.
    pub fn scalar(&self, id: NodeId) -> Option<&str> {
        match &self.node(id).kind {
            NodeKind::Scalar { text, .. } => Some(text),
            NodeKind::List(_) | NodeKind::Map(_) => None,
        }
    }

    /// The keys of all maps.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let entries = self.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::Map(entries) => Some(entries),
            NodeKind::Scalar { .. } | NodeKind::List(_) => None,
        });
        entries.flatten().filter_map(|(key, _)| self.scalar(*key))
    }

    /// Whether the node is written as nothing: an empty plain scalar, `~` or `null`.
    pub fn is_null(&self, id: NodeId) -> bool {
        matches!(&self.node(id).kind, NodeKind::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }
}

struct Builder {
    file: FileId,
    /// Byte offset of each character, since the parser counts characters.
    offsets: Vec<u32>,
    nodes: Vec<Node>,
    open: Vec<Open>,
    diagnostics: Vec<Diagnostic>,
}

impl Builder {
    fn new(file: FileId, text: &str) -> Self {
        let mut offsets: Vec<u32> = text.char_indices().map(|(at, _)| clamp(at)).collect();
        offsets.push(clamp(text.len()));
        Self { file, offsets, nodes: Vec::new(), open: Vec::new(), diagnostics: Vec::new() }
    }

    fn run(&mut self, text: &str) -> Option<NodeId> {
        let mut root = None;
        let mut documents = 0;
        for event in Parser::new_from_str(text) {
            if self.diagnostics.len() >= MAX_FAULTS {
                return None;
            }
            let (event, span) = match event {
                Ok(pair) => pair,
                Err(error) => {
                    let at = self.byte(*error.marker());
                    // The parser looks ahead, and gives up before it has told of the levels it saw.
                    if error.info().contains("recursion limit") {
                        self.fault(Code::YamlDepth, at, at, &[("limit", MAX_DEPTH.to_string())]);
                        return None;
                    }
                    let (before, behind) = text.split_at(at as usize);
                    let cause = syntax::cause(error.info(), before, behind).to_owned();
                    self.fault(Code::YamlSyntax, at, at, &[("info", error.info().to_owned()), ("cause", cause)]);
                    return None;
                }
            };
            let (start, end) = (self.byte(span.start), self.byte(span.end));
            match event {
                Event::DocumentStart(_) => {
                    documents += 1;
                    if documents > 1 {
                        self.fault(Code::YamlDocuments, start, end, &[]);
                        return root;
                    }
                }
                Event::Scalar(value, style, anchor, tag) => {
                    if anchor != 0 || tag.is_some() {
                        self.fault(Code::YamlFeature, start, end, &[]);
                    }
                    if let Some(sign) = value.chars().find(|letter| is_unprintable(*letter)) {
                        self.fault(Code::Unprintable, start, end, &[("sign", format!("U+{:04X}", u32::from(sign)))]);
                    }
                    let plain = style == ScalarStyle::Plain;
                    let kind = NodeKind::Scalar { text: value.into_owned(), plain };
                    root = self.place(kind, start, end).or(root);
                }
                Event::Alias(_) => {
                    self.fault(Code::YamlFeature, start, end, &[]);
                    // Something stands here: that it is no text of its own is told already.
                    let kind = NodeKind::Scalar { text: "*".to_owned(), plain: false };
                    root = self.place(kind, start, end).or(root);
                }
                Event::SequenceStart(anchor, tag) => {
                    self.begin(Open::List { start, items: Vec::new() }, anchor != 0 || tag.is_some(), start, end)?;
                }
                Event::MappingStart(anchor, tag) => {
                    let map = Open::Map { start, key: None, entries: Vec::new(), seen: BTreeMap::new() };
                    self.begin(map, anchor != 0 || tag.is_some(), start, end)?;
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    let (kind, start) = match self.open.pop()? {
                        Open::List { start, items } => (NodeKind::List(items), start),
                        Open::Map { start, entries, .. } => (NodeKind::Map(entries), start),
                    };
                    root = self.place(kind, start, end).or(root);
                }
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            }
        }
        if root.is_none() {
            self.fault(Code::EmptyFile, 0, 0, &[]);
        }
        root
    }

    /// Opens a list or map; `None` where it would be nested too deep.
    fn begin(&mut self, open: Open, foreign: bool, start: u32, end: u32) -> Option<()> {
        if foreign {
            self.fault(Code::YamlFeature, start, end, &[]);
        }
        if self.open.len() >= MAX_DEPTH {
            self.fault(Code::YamlDepth, start, end, &[("limit", MAX_DEPTH.to_string())]);
            return None;
        }
        self.open.push(open);
        Some(())
    }

    /// Puts a node where it belongs; the id comes back where it is the outermost one.
    fn place(&mut self, kind: NodeKind, start: u32, end: u32) -> Option<NodeId> {
        let id = NodeId(clamp(self.nodes.len()));
        let text = if let NodeKind::Scalar { text, .. } = &kind { Some(text.clone()) } else { None };
        self.nodes.push(Node { kind, span: Span { file: self.file, start, end } });
        let duplicate = match self.open.last_mut() {
            None => return Some(id),
            Some(Open::List { items, .. }) => {
                items.push(id);
                None
            }
            Some(Open::Map { key: pending @ None, .. }) => {
                *pending = Some(id);
                if text.is_none() {
                    self.fault(Code::YamlKey, start, end, &[]);
                }
                None
            }
            Some(Open::Map { key, entries, seen, .. }) => key.take().and_then(|key| {
                let name = match &self.nodes[key.0 as usize].kind {
                    NodeKind::Scalar { text, .. } => text.clone(),
                    NodeKind::List(_) | NodeKind::Map(_) => return None,
                };
                if let Some(first) = seen.get(&name) {
                    return Some((key, *first, name));
                }
                seen.insert(name, key);
                entries.push((key, id));
                None
            }),
        };
        if let Some((key, first, name)) = duplicate {
            let (here, there) = (self.nodes[key.0 as usize].span, self.nodes[first.0 as usize].span);
            self.diagnostics.push(Diagnostic::new(Code::DuplicateKey, here).with("key", name).also(there));
        }
        None
    }

    fn fault(&mut self, code: Code, start: u32, end: u32, args: &[(&'static str, String)]) {
        let span = Span { file: self.file, start, end: end.max(start) };
        let diagnostic = args
            .iter()
            .fold(Diagnostic::new(code, span), |diagnostic, (name, value)| diagnostic.with(name, value.clone()));
        self.diagnostics.push(diagnostic);
    }

    fn byte(&self, marker: Marker) -> u32 {
        let last = self.offsets.last().copied().unwrap_or(0);
        self.offsets.get(marker.index()).copied().unwrap_or(last)
    }
}

/// Whether a sign has no place in a text: a control, or what Unicode keeps for no character.
pub fn is_unprintable(letter: char) -> bool {
    let code = u32::from(letter);
    let kept = code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code);
    kept || (letter.is_control() && !matches!(letter, '\n' | '\t' | '\r' | '\u{85}'))
}

/// Offsets fit 32 bits: `source` reads no file near that size.
fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
