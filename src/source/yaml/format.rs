//! Canonical YAML: the same values and the same comments, always laid out the same way.
//!
//! 1. **Check**: a text that [`Tree::parse`] finds any fault in is left alone: what the tree leaves out (aliases,
//!    duplicate keys) would be lost.
//! 2. **Collect** ([`comments`]): comments and blank lines are no events of the parser. They are found between the
//!    scalars, where every character must be known, and each is given to the node it belongs to.
//! 3. **Write** ([`write`](mod@write)): block style, two spaces a level, lists inside their key, the keys of a struct
//!    in its order (unknown ones after them), those of other maps as they stand.
//! 4. **Choose a style** ([`scalar`]) for each scalar by its text and the room it has: plain, quoted, folded, literal.
//! 5. **Prove**: the output is read again. Where a value, the order of an open map or list, or a comment is not
//!    what it was, the result is a [`FormatFault`] and no text.
//!
//! Blank lines: one or more between two entries become one; the others go, among them those before the first entry
//! of a map or list. A comment above the first key of the file is the head of the file and stays first; where blank
//! lines divide it, the last part belongs to the key.
//!
//! A comment behind a value stands two spaces behind it. Where canonical YAML has no line for it (behind a map in
//! brackets that is an item of a list, or where one stands there already) it goes above the entry. `~`, `null` and
//! nothing stay what they are, since the schema can tell them apart.
//!
//! What it must not know: the schema, beyond the order of fields that [`super::Reading::shapes`] gives; the disk.

mod comments;
mod scalar;
#[cfg(test)]
mod tests;
mod trivia;
mod write;

use std::collections::BTreeMap;
use std::fmt;

use super::tree::{NodeId, NodeKind, Tree};

/// For each map that is a struct: the fields of the struct, in its order.
pub type Shapes = BTreeMap<NodeId, &'static [&'static str]>;

/// Why a text was not formatted. The file is to be left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatFault {
    /// The text has faults of its own, which `check` reports, or is not the text of the tree.
    Unreadable,
    /// Something at this byte is neither a value nor a comment: a `%` directive, for example.
    Unplaced(usize),
    /// The output would not read as the input does.
    ValueChanged,
    /// The output would not have the comments of the input.
    CommentChanged,
}

impl fmt::Display for FormatFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str("the file has errors"),
            Self::Unplaced(byte) => write!(f, "what stands at byte {byte} has no place in canonical YAML"),
            Self::ValueChanged => f.write_str("formatting would change a value"),
            Self::CommentChanged => f.write_str("formatting would change a comment"),
        }
    }
}

impl std::error::Error for FormatFault {}

/// Writes the text of a tree as canonical YAML, with LF and without BOM.
///
/// # Errors
/// Where the output could not be proved to say what the text says.
pub fn format(tree: &Tree, text: &str, shapes: &Shapes) -> Result<String, FormatFault> {
    if !Tree::parse(tree.file(), text).1.is_empty() {
        return Err(FormatFault::Unreadable);
    }
    let trivia = comments::collect(tree, text)?;
    let before = trivia.comments();
    let output = write::write(tree, trivia, shapes);
    let (again, diagnostics) = Tree::parse(tree.file(), &output);
    let again = again.filter(|_| diagnostics.is_empty()).ok_or(FormatFault::ValueChanged)?;
    if !says_the_same((tree, tree.root()), (&again, again.root()), shapes) {
        return Err(FormatFault::ValueChanged);
    }
    if comments::collect(&again, &output)?.comments() != before {
        return Err(FormatFault::CommentChanged);
    }
    Ok(output)
}

/// Whether the second node reads as the first one does, its keys in canonical order.
fn says_the_same(old: (&Tree, NodeId), new: (&Tree, NodeId), shapes: &Shapes) -> bool {
    let same = |a: NodeId, b: NodeId| says_the_same((old.0, a), (new.0, b), shapes);
    match (&old.0.node(old.1).kind, &new.0.node(new.1).kind) {
        (NodeKind::Scalar { text: a, .. }, NodeKind::Scalar { text: b, .. }) => {
            a == b && old.0.is_null(old.1) == new.0.is_null(new.1)
        }
        (NodeKind::List(a), NodeKind::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(*a, *b)),
        (NodeKind::Map(a), NodeKind::Map(b)) => {
            let a = in_order(old.0, a, shapes.get(&old.1).copied());
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a.0, b.0) && same(a.1, b.1))
        }
        _ => false,
    }
}

/// The entries of a map in the order in which they are written.
fn in_order(tree: &Tree, entries: &[(NodeId, NodeId)], fields: Option<&[&str]>) -> Vec<(NodeId, NodeId)> {
    let mut entries = entries.to_vec();
    if let Some(fields) = fields {
        entries.sort_by_key(|(key, _)| {
            let key = tree.scalar(*key);
            fields.iter().position(|field| Some(*field) == key).unwrap_or(fields.len())
        });
    }
    entries
}
