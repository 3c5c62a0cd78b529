//! Languages: which there are, a text in both of them, messages and order of words.
//!
//! Nothing here knows regulations. No clock, no environment: the language is always an argument.

mod collation;
mod letters;
mod messages;
mod text;

pub use collation::Collation;
pub use letters::{is_letter_spaced, join_letters};
pub use messages::{Locale, Messages};
pub use text::{Lang, Shown, Text, Translation, count_words, fold_spaces};
