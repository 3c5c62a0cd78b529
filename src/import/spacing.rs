//! Letters that stand apart.
//!
//! Justified lines come out of the PDF with a space behind each letter and two behind each word; some only in part, with
//! words broken around single letters. What the pieces of such a word spell is looked up among the words of the text's
//! other lines: no dictionary is needed, and no word comes in that the text does not have.

use std::collections::BTreeSet;

use crate::lang::{is_letter_spaced, join_letters};

use super::Rule;

/// Most pieces of one word.
const MOST_PIECES: usize = 40;
/// Most pieces of one word of a cell.
const MOST_BREAKS: usize = 4;

/// The words of a text, from its sound lines.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: BTreeSet<String>,
}

impl Lexicon {
    /// The words of the lines of a text that are not letter-spaced.
    pub fn new(text: &str) -> Self {
        let sound = text.lines().filter(|line| !is_letter_spaced(line) && gaps(line.trim()) < 2);
        Self { words: sound.flat_map(str::split_whitespace).map(bare).filter(|word| !word.is_empty()).collect() }
    }

    /// The words of sound texts.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let words = texts.flat_map(str::split_whitespace).map(bare).filter(|word| !word.is_empty());
        Self { words: words.collect() }
    }

    /// A cell with its broken words put together: pieces beside each other of which one is no word, and that make one.
    pub fn mended(&self, cell: &str) -> String {
        let pieces: Vec<&str> = cell.split_whitespace().collect();
        let mut words: Vec<String> = Vec::new();
        let mut at = 0;
        while at < pieces.len() {
            let joins = |count: &usize| {
                let group = &pieces[at..at + count];
                let is_inside = group[1..].iter().all(|piece| piece.starts_with(char::is_lowercase));
                let is_broken = group.iter().any(|piece| !self.has(piece.trim_end_matches('-')));
                let whole: String = group.iter().map(|piece| piece.trim_end_matches('-')).collect();
                is_inside && is_broken && self.has(&whole)
            };
            let count = (2..=MOST_BREAKS.min(pieces.len() - at)).rev().find(joins).unwrap_or(1);
            let group = &pieces[at..at + count];
            words.push(match count {
                1 => self.without_hyphen(group[0]),
                _ => group.iter().map(|piece| piece.trim_end_matches('-')).collect(),
            });
            at += count;
        }
        words.join(" ")
    }

    /// A word without the hyphen of a line's end.
    fn without_hyphen(&self, word: &str) -> String {
        let whole = word.replacen('-', "", 1);
        if word.contains('-') && !self.has(word) && self.has(&whole) { whole } else { word.to_owned() }
    }

    /// Whether the text has a word elsewhere. Signs and numbers are no words, and known.
    fn has(&self, word: &str) -> bool {
        let word = bare(word);
        !word.chars().any(char::is_alphabetic) || self.words.contains(&word)
    }
}

/// The letters of a word, in lower case.
fn bare(word: &str) -> String {
    word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase()
}

/// How often two spaces or more stand between words.
fn gaps(line: &str) -> usize {
    line.split("  ").filter(|part| !part.trim().is_empty()).count().saturating_sub(1)
}

/// A line with its words put together, and what is doubtful in it. Gaps of more than a word's are kept as two spaces:
/// something was taken away there.
pub(super) fn joined(line: &str, lexicon: &Lexicon) -> (String, Option<Rule>) {
    if is_letter_spaced(line) {
        // A blank of a form is no number.
        let is_blank = !line.contains(char::is_alphanumeric);
        if !is_blank && !line.chars().any(char::is_alphabetic) {
            return (line.to_owned(), Some(Rule::LoneDigits));
        }
        return (join_letters(line), None);
    }
    let pieces = line.split(' ').filter(|piece| !piece.is_empty()).count();
    // In a line whose words stand two spaces apart a single space breaks a word.
    if gaps(line) < 2 || gaps(line) * 2 < pieces.saturating_sub(1) {
        return (line.to_owned(), None);
    }
    let mut doubt = None;
    let words: Vec<String> = line
        .split("  ")
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(|group| {
            let (word, unsure) = whole(group, lexicon);
            doubt = doubt.or(unsure);
            word
        })
        .collect();
    (words.join(" "), doubt)
}

/// What stands between two gaps of a half-spaced line: one word in pieces, or words. Of all ways to join neighbouring
/// pieces the one with the fewest words that the text has nowhere else, and of those the one with the most words.
fn whole(group: &str, lexicon: &Lexicon) -> (String, Option<Rule>) {
    let pieces: Vec<&str> = group.split_whitespace().collect();
    let (pieces, rest) = pieces.split_at(pieces.len().min(MOST_PIECES));
    // The best way to join the first pieces, by their number: unknown words, words (fewer are worse), where the last begins.
    let mut best: Vec<(usize, i32, usize)> = vec![(0, 0, 0)];
    for end in 1..=pieces.len() {
        let ways = (0..end).map(|start| {
            let (unknown, words, _) = best[start];
            let is_known = lexicon.has(&pieces[start..end].concat());
            (unknown + usize::from(!is_known), words - 1, start)
        });
        best.extend(ways.min());
    }
    let (unknown, ..) = best[pieces.len()];
    let mut words = Vec::new();
    let mut end = pieces.len();
    while end > 0 {
        let (_, _, start) = best[end];
        words.push(pieces[start..end].concat());
        end = start;
    }
    words.reverse();
    words.extend(rest.iter().map(ToString::to_string));
    let is_doubtful = unknown > 0 && pieces.len() > 1;
    (words.join(" "), is_doubtful.then_some(Rule::BrokenWord))
}
