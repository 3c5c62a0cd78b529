//! Blanks: what a skeleton leaves to be written, as `‹? title of the act›`.
//!
//! A blank stands in the place of a value, or in one. It is an error of its own, so that nothing is published by
//! accident of which only the form is there; what else is wrong with the same value follows from it and is not told.

use std::collections::BTreeSet;

use super::yaml::{NodeId, NodeKind, Tree};
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// How a blank begins. No act prints these two signs.
pub const OPENING: &str = "‹?";

/// How a blank ends.
pub const CLOSING: &str = "›";

/// The blanks among the scalars of a tree.
pub(super) fn in_tree(tree: &Tree) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut open = vec![tree.root()];
    while let Some(id) = open.pop() {
        match &tree.node(id).kind {
            NodeKind::Scalar { text, .. } => found.extend(blank(tree, id, text)),
            NodeKind::List(items) => open.extend(items),
            NodeKind::Map(entries) => open.extend(entries.iter().flat_map(|(key, value)| [*key, *value])),
        }
    }
    found
}

fn blank(tree: &Tree, id: NodeId, text: &str) -> Option<Diagnostic> {
    Some(Diagnostic::new(Code::ToBeWritten, tree.node(id).span).with("what", label(text)?))
}

/// The blanks of a page in Markdown.
pub(super) fn in_prose(file: FileId, text: &str) -> Vec<Diagnostic> {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let blank = |(at, _): (usize, &str)| {
        let rest = &text[at..];
        let end = rest.find(CLOSING).map_or(OPENING.len(), |end| end + CLOSING.len());
        let span = Span { file, start: offset(at), end: offset(at + end) };
        Some(Diagnostic::new(Code::ToBeWritten, span).with("what", label(rest)?))
    };
    text.match_indices(OPENING).filter_map(blank).collect()
}

/// What the first blank of a text asks for; `…` where it does not say.
fn label(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(OPENING)?;
    let words = rest.split_once(CLOSING).map_or(rest, |(words, _)| words).trim();
    Some(if words.is_empty() { "…" } else { words })
}

/// Leaves out what only says that a blank is no value.
pub fn leave_out_consequences(diagnostics: &mut Vec<Diagnostic>, blanks: &BTreeSet<Span>) {
    let of_blank = |span: Option<Span>| span.is_some_and(|span| blanks.contains(&span));
    diagnostics.retain(|found| found.code == Code::ToBeWritten || !(of_blank(found.span) || of_blank(found.also)));
}

/// The places of the blanks that were told.
pub(super) fn places(diagnostics: &[Diagnostic]) -> BTreeSet<Span> {
    let blanks = diagnostics.iter().filter(|found| found.code == Code::ToBeWritten);
    blanks.filter_map(|found| found.span).collect()
}
