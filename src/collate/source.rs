//! The words of a published text, line by line.

use crate::lang::{is_letter_spaced, join_letters};

use super::words::{Lexicon, Opening, Reading, Side, ends_sentence};

/// Cuts a text into words.
pub(super) fn read_lines(source: &str, lexicon: &mut Lexicon) -> Side {
    let mut side = Side::default();
    let mut before = Opening::Paragraph;
    for (index, line) in source.lines().enumerate() {
        let opens = if line.starts_with("  ") { Opening::Paragraph } else { before };
        let (text, spaced) = unspaced(line);
        side.add(&text, Reading { at: index + 1, opens, spaced }, lexicon);
        before = if line.trim().is_empty() {
            Opening::Paragraph
        } else if ends_sentence(line.trim_end().get(last_byte(line)..).unwrap_or_default()) {
            Opening::Sentence
        } else {
            Opening::Inside
        };
    }
    side
}

/// First byte of the last character of a line, white space aside.
fn last_byte(line: &str) -> usize {
    line.trim_end().char_indices().next_back().map_or(0, |(byte, _)| byte)
}

/// A letter-spaced line with its words put together; any other line as it is. With a letter-spaced line of digits
/// nobody knows (`1 2 3` are columns, `0 2 0 1 0 0` is one number): it stays as it is and is marked.
///
/// Words stand two or more spaces apart in such a line; where they do not, the whole line becomes one word, and
/// comparing letter by letter takes it apart again.
fn unspaced(line: &str) -> (String, bool) {
    if !is_letter_spaced(line) {
        (line.to_owned(), false)
    } else if line.chars().any(char::is_alphabetic) {
        (join_letters(line), false)
    } else {
        (line.to_owned(), true)
    }
}
