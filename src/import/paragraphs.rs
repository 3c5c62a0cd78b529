//! Paragraphs from lines.
//!
//! A paragraph of body text begins with an indent. Three empty lines are a page break, and one before a line that begins
//! with a single space is what a displaced link has left: neither ends a paragraph. Every other empty line does.

use super::{Doubt, Line, Rule};

/// Least indent of a paragraph's first line, in spaces.
const INDENT: usize = 5;
/// Empty lines of a page break.
const PAGE_BREAK: usize = 3;

/// A paragraph of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The line where it begins, from 1.
    pub line: usize,
    /// How many spaces it begins with.
    pub indent: usize,
    /// Its words.
    pub text: String,
    /// What is doubtful in it.
    pub doubts: Vec<Doubt>,
}

/// Joins lines. The doubts of lines go to their paragraphs.
pub(super) fn join(lines: &[Line], doubts: Vec<Doubt>) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut empty = 0;
    for line in lines {
        if line.text.is_empty() {
            empty += 1;
            continue;
        }
        let opens = match paragraphs.last() {
            None => true,
            Some(_) if line.indent >= INDENT => true,
            Some(last) if empty == PAGE_BREAK => ends(&last.text),
            Some(_) => empty > 0 && !line.goes_on && !line.text.starts_with([')', '.', '»']),
        };
        empty = 0;
        match paragraphs.last_mut() {
            Some(last) if !opens => add(last, line),
            _ => paragraphs.push(Paragraph {
                line: line.number,
                indent: line.indent,
                text: line.text.clone(),
                doubts: Vec::new(),
            }),
        }
    }
    for doubt in doubts {
        let at = paragraphs.partition_point(|paragraph| paragraph.line <= doubt.line);
        if let Some(paragraph) = at.checked_sub(1).and_then(|at| paragraphs.get_mut(at)) {
            paragraph.doubts.push(doubt);
        }
    }
    paragraphs
}

/// Whether a paragraph may end with such words.
fn ends(text: &str) -> bool {
    text.ends_with(['.', ';', ':'])
}

/// Adds a line to a paragraph: with a space, unless a bracket or quote was opened, a sign or a number goes on.
fn add(paragraph: &mut Paragraph, line: &Line) {
    let text = &mut paragraph.text;
    let opened = text.ends_with(['(', '«', '/']);
    let signed = line.text.starts_with([',', ';', '.', ':', ')', '»', '/']);
    let is_hyphen = text.ends_with('-') && !text.ends_with(" -");
    if is_hyphen && line.text.starts_with(char::is_lowercase) {
        paragraph.doubts.push(Doubt { line: line.number - 1, rule: Rule::Hyphen });
    } else if !opened && !signed && !is_hyphen {
        text.push(' ');
    }
    text.push_str(&line.text);
}
