//! What can be wrong with a value, and how it is told.
//!
//! serde hands a [`Fault`] up without knowing where it happened; the innermost [`super::de`] level that does, says so.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::tree::{NodeId, NodeKind, Tree};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};

/// What reading has come to: what was left out, and what was read as a struct.
pub(super) struct Context<'t> {
    pub tree: &'t Tree,
    pub removed: RefCell<BTreeSet<NodeId>>,
    pub shapes: RefCell<BTreeMap<NodeId, &'static [&'static str]>>,
}

impl Context<'_> {
    pub(super) fn is_removed(&self, id: NodeId) -> bool {
        self.removed.borrow().contains(&id)
    }

    /// Whether a field is missing only because its value was left out.
    fn was_removed(&self, map: NodeId, field: &str) -> bool {
        let NodeKind::Map(entries) = &self.tree.node(map).kind else { return false };
        entries.iter().any(|(key, value)| {
            self.tree.scalar(*key) == Some(field) && (self.is_removed(*key) || self.is_removed(*value))
        })
    }
}

/// Which node a fault is shown at, and which one is left out for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub blame: NodeId,
    pub prune: NodeId,
}

/// Why a node does not fit.
#[derive(Debug)]
pub(super) enum What {
    UnknownField { field: String, expected: &'static [&'static str] },
    UnknownWord { word: String, expected: &'static [&'static str] },
    MissingField(&'static str),
    NoSuchForm { expected: &'static [&'static str] },
    WrongType { expected: String },
}

impl What {
    /// The diagnostic; `None` where the fault follows from one that was already reported.
    pub(super) fn report(self, context: &Context<'_>, blame: NodeId) -> Option<Diagnostic> {
        let span = head(context.tree.node(blame).span, context.tree, blame);
        Some(match self {
            Self::UnknownField { field, expected } => Diagnostic::new(Code::UnknownField, span)
                .with_nearest(nearest(&field, expected.iter().copied()))
                .with("field", field)
                .with("expected", expected.join(", ")),
            Self::UnknownWord { word, expected } => Diagnostic::new(Code::UnknownWord, span)
                .with_nearest(nearest(&word, expected.iter().copied()))
                .with("word", word)
                .with("expected", expected.join(", ")),
            Self::MissingField(field) if context.was_removed(blame, field) => return None,
            Self::MissingField(field) => Diagnostic::new(Code::MissingField, span).with("field", field),
            Self::NoSuchForm { expected } => {
                let keys = match &context.tree.node(blame).kind {
                    NodeKind::Map(entries) => entries.iter().filter_map(|(key, _)| context.tree.scalar(*key)).collect(),
                    NodeKind::Scalar { .. } | NodeKind::List(_) => Vec::new(),
                };
                let meant = keys.into_iter().find_map(|key| nearest(key, expected.iter().copied()));
                Diagnostic::new(Code::UnknownElement, span).with_nearest(meant).with("expected", expected.join(", "))
            }
            Self::WrongType { expected } => {
                let (found, text) = match &context.tree.node(blame).kind {
                    NodeKind::Scalar { text, .. } if text.is_empty() => ("empty", String::new()),
                    NodeKind::Scalar { text, .. } => ("scalar", text.chars().take(40).collect()),
                    NodeKind::List(_) => ("list", String::new()),
                    NodeKind::Map(_) => ("map", String::new()),
                };
                Diagnostic::new(Code::WrongType, span)
                    .with("expected", expected)
                    .with("found", found)
                    .with("text", text)
            }
        })
    }
}

/// The part of a node worth showing: of a map its first key, of a list its first element.
fn head(span: Span, tree: &Tree, id: NodeId) -> Span {
    match &tree.node(id).kind {
        NodeKind::Map(entries) => entries.first().map_or(span, |(key, _)| tree.node(*key).span),
        NodeKind::List(items) => items.first().map_or(span, |item| head(tree.node(*item).span, tree, *item)),
        NodeKind::Scalar { .. } => span,
    }
}

/// A fault, as serde hands it up.
#[derive(Debug)]
pub(super) struct Fault {
    pub what: What,
    pub place: Option<Place>,
}

impl Fault {
    pub(super) fn new(what: What) -> Self {
        Self { what, place: None }
    }

    /// Says where, unless a deeper level has said so already.
    pub(super) fn at(mut self, blame: NodeId, prune: NodeId) -> Self {
        self.place.get_or_insert(Place { blame, prune });
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.what)
    }
}

impl std::error::Error for Fault {}

impl serde::de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(What::WrongType { expected: message.to_string() })
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self::new(What::WrongType { expected: expected.to_string() })
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(What::UnknownField { field: field.to_owned(), expected })
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(What::UnknownWord { word: variant.to_owned(), expected })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(What::MissingField(field))
    }
}

/// The forms of a node; any other variant of a `by-form` enum is a key.
const FORMS: [&str; 4] = ["scalar", "list", "map", "other"];

/// What to say where no variant fits: which forms there are, or which keys.
pub(super) fn no_form(variants: &'static [&'static str]) -> What {
    match variants {
        ["scalar", "map"] => What::WrongType { expected: "text-or-map".to_owned() },
        ["scalar", "list"] => What::WrongType { expected: "text-or-list".to_owned() },
        _ if variants.iter().all(|variant| FORMS.contains(variant)) => What::WrongType { expected: "text".to_owned() },
        _ => What::NoSuchForm { expected: variants },
    }
}
