//! YAML with places: from the text of a file to a typed value whose every piece knows where it stands.
//!
//! 1. [`Tree::parse`] turns the events of `saphyr-parser` into a tree of spans. Duplicate keys, aliases, tags, a second
//!    document, nesting and size over the bounds are faults here, so no later stage meets them.
//! 2. [`read`] deserializes the tree into serde structs. Where a value does not fit, the fault is noted, the value
//!    is left out and reading goes on: one run reports every fault of a file, and what is sound is still checked by
//!    the stages that follow.
//!
//! The price: a file is read once more for each fault, so their number is bounded by [`MAX_FAULTS`].

mod de;
mod fault;
mod format;
mod spanned;
mod syntax;
mod tree;

pub use de::{MAX_FAULTS, Reading, read};
pub use format::{FormatFault, format};
pub use spanned::{Entries, Spanned};
pub use tree::{Node, NodeId, NodeKind, Tree, is_unprintable};
