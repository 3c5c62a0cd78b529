//! Paragraphs from lines.
//!
//! A paragraph of body text begins with an indent; headings and stamps do not. Three empty lines are a page break, and one
//! before a line that begins with a single space is what a displaced link has left: neither ends a paragraph that is not
//! finished. Every other empty line does. A line that would have had room for the next word was broken on purpose.

use std::sync::LazyLock;

use regex::Regex;

use super::grid::Grid;
use super::words::made;
use super::{Doubt, Line, Rule};

/// Least indent of a paragraph's first line, in spaces.
pub(super) const INDENT: usize = 5;
/// Empty lines of a page break.
const PAGE_BREAK: usize = 3;
/// Signs by which lines of a proportional type differ in length.
const SLACK: usize = 10;
/// Most bytes of a heading that goes on over an empty line.
const LONGEST_HEADING: usize = 4 << 10;
/// Signs before which no space stands.
const SIGNS: [char; 7] = [',', ';', '.', ':', ')', '»', '/'];

/// The first line of a stamp, or of a section's heading under that of the regulation.
static OPENS: LazyLock<Regex> = LazyLock::new(|| {
    let pattern =
        r"^(?:(?i:утвержд[её]н[аоы]?|приложение(?: \d+)?)|(?i:приложение(?: \d+)? к) .*|\d{1,2}\. ?\p{Lu}.*)$";
    made(pattern)
});

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
    /// The grid of the table that it is; its words are those of all cells.
    pub grid: Option<Box<Grid>>,
}

impl Paragraph {
    /// A paragraph of body text.
    pub(super) fn of(text: String, line: usize) -> Self {
        Self { line, indent: INDENT, text, doubts: Vec::new(), grid: None }
    }

    /// Whether it belongs to the body of the text: headings and stamps have no indent.
    pub(super) fn is_body(&self) -> bool {
        self.indent >= INDENT
    }

    /// Whether it may end with its last words.
    fn is_finished(&self) -> bool {
        self.text.ends_with(['.', ';', ':'])
    }

    /// Whether a bracket or a quote is still open.
    fn is_open(&self) -> bool {
        if self.text.len() > LONGEST_HEADING {
            return false;
        }
        let count = |sign: char| self.text.matches(sign).count();
        count('(') > count(')') || count('«') > count('»') || count('"') % 2 == 1
    }
}

/// Joins lines. The doubts of lines go to their paragraphs.
pub(super) fn join(lines: &[Line], doubts: Vec<Doubt>) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut previous: Option<&Line> = None;
    let mut empty = 0;
    let room = room(lines);
    for line in lines {
        if line.text.is_empty() {
            empty += 1;
            continue;
        }
        let goes_on = match (paragraphs.last(), previous) {
            (Some(last), Some(previous)) if line.indent < INDENT => goes_on(last, previous, line, empty, room),
            _ => false,
        };
        match paragraphs.last_mut() {
            Some(last) if goes_on => add(last, line),
            _ => paragraphs.push(Paragraph {
                line: line.number,
                indent: line.indent,
                text: line.text.clone(),
                doubts: Vec::new(),
                grid: None,
            }),
        }
        empty = 0;
        previous = Some(line);
    }
    for doubt in doubts {
        let at = paragraphs.partition_point(|paragraph| paragraph.line <= doubt.line);
        if let Some(paragraph) = at.checked_sub(1).and_then(|at| paragraphs.get_mut(at)) {
            paragraph.doubts.push(doubt);
        }
    }
    paragraphs
}

/// How many signs a line has room for: what all but a few lines keep to.
fn room(lines: &[Line]) -> usize {
    let mut widths: Vec<usize> = lines.iter().filter_map(|line| line.width).collect();
    widths.sort_unstable();
    widths.get(widths.len() * 98 / 100).copied().unwrap_or(usize::MAX)
}

/// The first line of a stamp, which stands alone.
static STAMP: LazyLock<Regex> = LazyLock::new(|| made(r"^(?:Утвержден[аоы]?|Приложение(?: \d{1,2})?)$"));

/// Whether a line without an indent belongs to the paragraph above it.
fn goes_on(last: &Paragraph, previous: &Line, line: &Line, empty: usize, room: usize) -> bool {
    let begins_stamp = line.indent == 0 && STAMP.is_match(&line.text);
    if previous.is_signed
        || begins_stamp
        || (OPENS.is_match(&line.text) && (!last.is_body() || last.is_finished() || empty > 0))
    {
        return false;
    }
    let is_lower = line.text.starts_with(char::is_lowercase);
    let is_displaced = line.goes_on && line.indent > 0;
    if last.is_body() {
        let unfinished = !last.is_finished();
        return match empty {
            0 if is_displaced => unfinished,
            0 => unfinished || !is_other(previous, line, room),
            PAGE_BREAK => unfinished,
            _ => (unfinished && (line.goes_on || is_lower)) || line.text.starts_with(SIGNS),
        };
    }
    match empty {
        0 => !is_displaced,
        _ => last.is_open() || (empty == PAGE_BREAK && is_lower) || line.text.starts_with([')', '.', '»']),
    }
}

/// Whether a line is none of a finished paragraph above it: its first word would have had ample room there, or its letters
/// stand apart, as they do in the last line of a paragraph, and yet it ends nothing.
fn is_other(previous: &Line, line: &Line, room: usize) -> bool {
    let word = line.text.split_whitespace().next().unwrap_or_default().chars().count();
    let had_room = previous.width.is_none_or(|width| width + 1 + word + SLACK <= room);
    had_room || (line.width.is_none() && !line.text.ends_with(['.', ';', ':', ',', ')']))
}

/// Adds a line to a paragraph: with a space, unless a bracket or quote was opened, a sign or a number goes on.
fn add(paragraph: &mut Paragraph, line: &Line) {
    let is_quote = paragraph.text.ends_with(" \"") && paragraph.is_open();
    let text = &mut paragraph.text;
    let opened = text.ends_with(['(', '«', '/']) || is_quote;
    let signed = line.text.starts_with(SIGNS);
    let is_hyphen = text.ends_with('-') && !text.ends_with(" -");
    if is_hyphen && line.text.starts_with(char::is_lowercase) {
        paragraph.doubts.push(Doubt { line: line.number - 1, rule: Rule::Hyphen });
    } else if !opened && !signed && !is_hyphen {
        text.push(' ');
    }
    text.push_str(&line.text);
}
