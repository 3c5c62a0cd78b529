//! Word-level differences on a page.

use super::frame::run;
use super::view::{Mark, Run};
use crate::diff::words::{WOVEN, readable, word_difference};
use crate::diff::{self, Piece};

/// A text with what it has and the other one has not (`<ins>`), and what the other one has and it has not (`<del>`).
pub(super) fn difference(own: &str, other: &str) -> Vec<Run> {
    runs(readable(&word_difference(other, own), WOVEN))
}

/// Pieces as runs of a text.
pub(super) fn runs(pieces: Vec<Piece>) -> Vec<Run> {
    let mark = |mark: diff::Mark| match mark {
        diff::Mark::Kept => Mark::Plain,
        diff::Mark::Gone => Mark::Deleted,
        diff::Mark::New => Mark::Inserted,
    };
    pieces.into_iter().map(|piece| run(piece.text, mark(piece.mark))).collect()
}
