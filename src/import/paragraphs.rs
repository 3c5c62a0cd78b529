//! Paragraphs from lines.
//!
//! A paragraph of body text begins with an indent; headings and stamps do not. Three empty lines are a page break, and one
//! before a line that begins with a single space is what a displaced link has left: neither ends a paragraph that is not
//! finished. Every other empty line does. A line that would have had room for the next word was broken on purpose.

use std::sync::LazyLock;

use regex::Regex;

use super::grid::Grid;
use super::letters;
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The line where it begins, from 1.
    pub line: usize,
    /// How many spaces it begins with.
    pub indent: usize,
    /// Its words.
    pub text: String,
    /// What is doubtful in it.
    pub doubts: Vec<Doubt>,
    /// Whether a page break stands above it.
    pub opens_page: bool,
    /// How many lines it takes, up to its first seam.
    pub lines: usize,
    /// Where empty lines were joined over. Prose does not mind them; cells of tables end there.
    pub seams: Vec<Seam>,
    /// The grid of the table that it is; its words are those of all cells.
    pub grid: Option<Box<Grid>>,
}

/// A place in a paragraph where it goes on over empty lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seam {
    /// The place in its text.
    at: usize,
    /// Whether they are a page break.
    opens_page: bool,
    /// The line where it goes on.
    line: usize,
    /// How many lines the piece behind it takes.
    lines: usize,
}

impl Paragraph {
    /// A paragraph of body text.
    pub(super) fn of(text: String, line: usize) -> Self {
        Self { line, indent: INDENT, text, ..Self::default() }
    }

    /// Gives every word letters of one alphabet.
    pub(super) fn fold(&mut self) {
        let mut folded = String::with_capacity(self.text.len());
        let mut from = 0;
        for seam in &mut self.seams {
            folded.push_str(&letters::folded(&self.text[from..seam.at]));
            from = std::mem::replace(&mut seam.at, folded.len());
        }
        folded.push_str(&letters::folded(&self.text[from..]));
        self.text = folded;
        if let Some(grid) = &mut self.grid {
            grid.map(letters::folded);
        }
    }

    /// The pieces between the empty lines that were joined over.
    pub(super) fn pieces(&self) -> Vec<Self> {
        if self.grid.is_some() {
            return vec![self.clone()];
        }
        let first = Seam { at: 0, opens_page: self.opens_page, line: self.line, lines: self.lines };
        let ends = self.seams.iter().map(|seam| seam.at).chain([self.text.len()]);
        let piece = |(from, to): (&Seam, usize)| Self {
            line: from.line,
            indent: self.indent,
            text: self.text[from.at..to].trim().to_owned(),
            doubts: if from.at == 0 { self.doubts.clone() } else { Vec::new() },
            opens_page: from.opens_page,
            lines: from.lines,
            seams: Vec::new(),
            grid: None,
        };
        let pieces = std::iter::once(&first).chain(&self.seams).zip(ends).map(piece);
        pieces.filter(|piece| !piece.text.is_empty()).collect()
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
            Some(last) if goes_on => {
                if empty > 0 {
                    let opens_page = empty >= PAGE_BREAK;
                    last.seams.push(Seam { at: last.text.len(), opens_page, line: line.number, lines: 0 });
                }
                *last.seams.last_mut().map_or(&mut last.lines, |seam| &mut seam.lines) += 1;
                add(last, line);
            }
            _ => paragraphs.push(Paragraph {
                line: line.number,
                indent: line.indent,
                text: line.text.clone(),
                opens_page: empty >= PAGE_BREAK,
                lines: 1,
                ..Paragraph::default()
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
