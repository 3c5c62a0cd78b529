//! Holds the encoding of an act against the text as published: what is missing, what is surplus, place by place.
//!
//! From an [`Act`] and the text to a [`Collation`]. Nothing here touches the disk, and nothing knows how the text was
//! extracted but by what the damage looks like.
//!
//! 1. The text is cut into words line by line ([`source`]): runs of letters, runs of digits, each with its line. A
//!    letter-spaced line (`у с л у г а`) is put together first.
//! 2. The encoding is cut likewise ([`encoding`]), in printed order: the act, then its regulations; numbers, titles,
//!    texts and cells of each node, every word of the original once, each with its place.
//! 3. Words are compared as folded ([`words`]): case, soft hyphens and the Latin letters that stand for Cyrillic ones
//!    are seen through. Punctuation and white space are no words: quotes and dashes do not count.
//! 4. Both lists are aligned ([`align`]): long ones are cut at the phrases that both share in the same order
//!    ([`chain`]), what lies between is aligned exactly. A run without a partner that could as well stand some words up
//!    or down is put where a paragraph or a sentence begins.
//! 5. What is left is compared letter by letter ([`rejoin`]): words broken in pieces and words glued together are
//!    paired where the same letters stand on both sides between two ends of words. Numbers are not joined.
//! 6. What is still left is paired with the same words nearby ([`moved`]), longest runs first: such words are moved.
//!    Pieces and glued words are looked for nearby too.
//! 7. Runs of neighbouring words without a partner become one entry each ([`report`]).
//!
//! The price: a difference of punctuation alone is not seen, nor is a word broken in two by the encoding (`не законно`
//! for `незаконно`). Of two equal sentences of which one is missing, the numbers around them decide which. Moved words
//! are no faults, yet [`Displacement::Order`] deserves a look: two terms that changed places in one paragraph are found
//! there.

mod align;
mod chain;
mod encoding;
mod moved;
mod rejoin;
mod report;
mod source;
#[cfg(test)]
mod tests;
mod words;

use crate::diagnostic::Span;
use crate::model::Act;

/// What comes of holding an encoding against a published text.
#[derive(Debug, Clone, PartialEq)]
pub struct Collation {
    /// Words of the text that the encoding lacks, in the order of the text.
    pub missing: Vec<Missing>,
    /// Words of the encoding that the text lacks, in the order of the encoding.
    pub surplus: Vec<Surplus>,
    /// Words that stand elsewhere in the same neighbourhood, in the order of the text. They are no faults.
    pub moved: Vec<Moved>,
    /// Share of the text's letters that the encoding has, from 0 to 1; of an empty text 1.
    pub recall: f64,
    /// Share of the encoding's letters that the text has, from 0 to 1; of an empty encoding 1.
    pub precision: f64,
    /// Letters and digits of the text.
    pub letters: usize,
}

impl Collation {
    /// Whether nothing is missing and nothing is surplus.
    pub fn is_exact(&self) -> bool {
        self.missing.is_empty() && self.surplus.is_empty()
    }
}

/// A place in the encoding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Id of the act, or of the regulation among all regulations.
    pub document: String,
    /// The anchor of the node in the document.
    pub anchor: String,
    /// Where the node stands in the encoding.
    pub span: Span,
}

/// Words of the text that the encoding lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The line of the text where they begin, from 1.
    pub line: usize,
    /// The words as printed.
    pub words: String,
    /// The node behind or in which they should stand: that of the last word before them, else of the first after them;
    /// `None` where the encoding has no word of the text.
    pub near: Option<Place>,
    /// The encoding withholds words at this very point ([`Node::redacted`](crate::model::Node::redacted)).
    pub redacted: bool,
}

/// Words of the encoding that the text lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surplus {
    /// The node that has them.
    pub place: Place,
    /// The words as encoded.
    pub words: String,
}

/// Words that stand elsewhere nearby.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The line of the text where they stand, from 1.
    pub line: usize,
    /// The node of the encoding where they stand.
    pub place: Place,
    /// The words as printed.
    pub words: String,
    /// How the two places differ.
    pub displacement: Displacement,
}

/// How words came to stand elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Displacement {
    /// In the text they end a line, or are one: that is where extraction leaves the words of a hyperlink.
    Link,
    /// They stand within a line: a torn table, or two words that the encoding exchanged.
    Order,
}

/// Holds the encoding of an act against the text as published.
pub fn collate(act: &Act, source: &str) -> Collation {
    let mut lexicon = words::Lexicon::default();
    let text = source::read_lines(source, &mut lexicon);
    let encoding = encoding::read_act(act, &mut lexicon);
    let mut pairing = align::align(&text.words, &encoding.side.words);
    rejoin::rejoin_in_place(&lexicon, &text.words, &encoding.side.words, &mut pairing);
    moved::pair_moved(&text.words, &encoding.side.words, &mut pairing);
    rejoin::rejoin_nearby(&lexicon, &text.words, &encoding.side.words, &mut pairing);
    moved::prefer_line_ends(&text.words, &mut pairing);
    report::report(&text, &encoding, &pairing)
}
