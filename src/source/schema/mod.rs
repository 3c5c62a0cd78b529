//! The encoding as serde structs: what may stand in the YAML files, and where.
//!
//! From the text of one file to one value, every piece of which knows its place ([`Spanned`]). Nothing here knows
//! other files: whether a participant, a step or a place exists is for `resolve` to say.
//!
//! Two conventions of [`super::yaml`] keep the structs free of hand-written visitors:
//! * an enum named `by-form` is told apart by what stands in the file: its variants are `scalar`, `list`, `map`,
//!   `other` (anything), or the name of a key that the map has;
//! * a text, a number and a date are all scalars: the struct decides what a scalar is read as, so that `point: 5`
//!   and `point: "5"` say the same and `no` is a word.
//!
//! Reading order: [`shape`], [`act`], [`regulation`], [`body`], [`passage`], [`table`], [`registers`],
//! [`translation`].

pub mod act;
pub mod body;
pub mod passage;
pub mod registers;
pub mod regulation;
pub mod shape;
pub mod site;
pub mod table;
pub mod translation;

pub use act::*;
pub use body::*;
pub use passage::*;
pub use registers::*;
pub use regulation::*;
pub use shape::*;
pub use site::*;
pub use table::*;
pub use translation::*;
