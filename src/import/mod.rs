//! From a text as published to its paragraphs, with the damage undone that the extraction from PDF has done.
//!
//! 1. [`spacing`]: letters that stand apart (`у с л у г а`) are words again.
//! 2. [`links`]: the words of a hyperlink, moved to the end of their line, are back in the gap that they left.
//! 3. [`paragraphs`]: lines are paragraphs, across page breaks and empty lines; brackets, quotes and signs of punctuation
//!    stand where they belong.
//!
//! No stage drops a word, and none mends what the law itself has wrong. What a stage is not sure of it says
//! ([`Doubt`]), with the line of the text. The stages know how such texts are damaged and how acts refer to each other,
//! not one document's wording.

mod links;
mod paragraphs;
mod spacing;

use crate::lang::{Lang, is_letter_spaced};

pub use paragraphs::Paragraph;

/// What a stage was not sure of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The line of the text, from 1.
    pub line: usize,
    /// What is doubtful.
    pub rule: Rule,
}

/// What is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A line of single digits and signs: one number, or several.
    LoneDigits,
    /// Pieces that may be one word, which the text has nowhere else.
    BrokenWord,
    /// A line has other gaps than displaced words.
    Gaps,
    /// A line ends in a hyphen: it is the word's own, or was added.
    Hyphen,
}

/// The gap between an office and the name of its holder.
const SIGNATURE_GAP: &str = "        ";

/// A line of the text, while it is put right.
#[derive(Debug, Clone)]
struct Line {
    /// Its number, from 1.
    number: usize,
    /// How many spaces it begins with.
    indent: usize,
    /// How many signs it has as it was printed; nothing where its letters stand apart.
    width: Option<usize>,
    /// A wide gap stands in it: on its right is the name of who signs.
    is_signed: bool,
    /// It goes on with the line above it, over an empty line too: its first words were taken away.
    goes_on: bool,
    /// Its words, without white space at either end.
    text: String,
}

/// Reads a text as extracted from the official PDF.
pub fn read(text: &str, lang: Lang) -> Vec<Paragraph> {
    let lexicon = spacing::Lexicon::new(text);
    let links = links::Links::new(lang);
    let mut doubts = Vec::new();
    let lines = text.lines().enumerate().map(|(index, line)| {
        let number = index + 1;
        let text = line.trim();
        let indent = line.chars().take_while(|char| *char == ' ').count();
        let width = (!is_letter_spaced(text)).then(|| indent + text.chars().count());
        let is_signed = text.contains(SIGNATURE_GAP);
        let (text, doubt) = spacing::joined(text, &lexicon);
        doubts.extend(doubt.map(|rule| Doubt { line: number, rule }));
        Line { number, indent, width, is_signed, goes_on: (1..=2).contains(&indent) || text.starts_with([',', ';']), text }
    });
    let mut lines: Vec<Line> = lines.collect();
    for line in &mut lines {
        let (text, doubt) = links.put_back(&line.text, line.goes_on);
        line.text = text;
        doubts.extend(doubt.map(|rule| Doubt { line: line.number, rule }));
    }
    paragraphs::join(&lines, doubts)
}
