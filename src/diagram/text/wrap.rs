//! A text in lines.
//!
//! 1. White space is folded. What stays together on a line is a *piece*: a word, or what a hyphen or slash cuts a word into;
//!    `№` with its number and a word with the dash behind it are one piece too.
//! 2. Pieces fill lines one after the other, each line as far as it goes.
//! 3. A piece that is wider than a line is split between syllables ([`super::syllables`]); where not even a syllable fits,
//!    between letters, never inside what a reader sees as one.
//! 4. A short word that is left alone on the last line gets the last word of the line above as company.
//!
//! The price: filling greedily, lines of one text are less even than they could be.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use icu_segmenter::GraphemeClusterSegmenter;
use unicode_normalization::char::is_combining_mark;

use crate::lang::fold_spaces;

use super::syllables::divisions;
use super::{Face, THOUSAND, advance, measure, pixels};

/// Dashes that no line begins with when they stand between spaces. Published texts have a hyphen for them, too.
const DASHES: [&str; 3] = ["–", "—", "-"];

/// A last line of one word is too short when it fills no more than one in so many parts of the width.
const SHORT: u64 = 4;

/// A line of a wrapped text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it shows, with the hyphen that was added; no space at either end.
    pub text: String,
    /// Its width in whole pixels, rounded up, in the widest of the fonts.
    pub width: u32,
    /// What stood in the text where it ends.
    pub ending: Ending,
}

/// What stood in a text where a line of it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A space, which no line shows.
    Space,
    /// Nothing, and a hyphen was added.
    Hyphen,
    /// Nothing, and nothing was added: behind the word's own hyphen or slash, or in an address or a number.
    Nothing,
    /// The end of the text.
    End,
}

/// The lines of a text, none wider than `limit` pixels unless it is a single letter. None for a text without words.
pub fn wrap(text: &str, face: Face, limit: u32) -> Vec<Line> {
    Measured::new(text, face).wrap(limit)
}

/// A text in pieces, each with its width: what is the same whatever the width of a line.
#[derive(Debug)]
struct Measured {
    text: String,
    face: Face,
    /// Widths in thousandths of a pixel.
    pieces: Vec<(Piece, u64)>,
}

impl Measured {
    fn new(text: &str, face: Face) -> Self {
        let text = fold_spaces(text);
        let width = |piece: Piece| measure(&text[piece.start..piece.end], face);
        let pieces = pieces(&text).into_iter().map(|piece| (piece, width(piece))).collect();
        Self { text, face, pieces }
    }

    fn wrap(&self, limit: u32) -> Vec<Line> {
        let mut setter = Setter::new(&self.text, self.face, limit);
        for (piece, width) in &self.pieces {
            setter.set(*piece, *width);
        }
        setter.finish(Ending::End);
        setter.give_company();
        setter.lines.iter().map(|line| line.draw(&self.text)).collect()
    }
}

/// Wraps texts, and remembers how: to find the best widths of a picture the same text is wrapped again and again, to one
/// width and to others.
#[derive(Debug, Default)]
pub struct Wrapper {
    /// By face, then by text.
    known: RefCell<BTreeMap<Face, BTreeMap<String, Known>>>,
}

/// A text, and its lines by their limit.
#[derive(Debug)]
struct Known {
    measured: Measured,
    lines: BTreeMap<u32, Lines>,
}

type Lines = Rc<[Line]>;

impl Wrapper {
    /// The lines of a text, as [`wrap`] makes them.
    pub fn wrap(&self, text: &str, face: Face, limit: u32) -> Rc<[Line]> {
        let mut known = self.known.borrow_mut();
        let of_face = known.entry(face).or_default();
        if !of_face.contains_key(text) {
            let measured = Measured::new(text, face);
            of_face.insert(text.to_owned(), Known { measured, lines: BTreeMap::new() });
        }
        let Some(Known { measured, lines }) = of_face.get_mut(text) else { return Rc::default() };
        Rc::clone(lines.entry(limit).or_insert_with(|| measured.wrap(limit).into()))
    }
}

/// A stretch of the text that stays on one line if it can.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
    /// Whether a space stands before it.
    spaced: bool,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let (mut start, mut joined, mut spaced) = (at, is_joined(text, at), at > 0);
        for part in parts(word) {
            let end = start + part.len();
            match pieces.last_mut() {
                Some(last) if joined => last.end = end,
                _ => pieces.push(Piece { start, end, spaced }),
            }
            (start, joined, spaced) = (end, false, false);
        }
        at += word.len() + 1;
    }
    pieces
}

/// Whether the word at a place stays with the word before it.
fn is_joined(text: &str, at: usize) -> bool {
    let dash = |dash: &str| text[at..].strip_prefix(dash).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    text[..at].ends_with("№ ") || (at > 0 && DASHES.into_iter().any(dash))
}

/// A word cut behind its hyphens and slashes, where two letters at least stand on either side.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let whole = is_address(word);
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest;
        let ends = word[start..].match_indices(['-', '/']).map(|(at, sign)| (start + at, start + at + sign.len()));
        let cut = ends.filter(|_| !whole).find(|&(at, behind)| {
            let (before, behind) = (word[..at].chars().rev(), word[behind..].chars());
            before.take(2).filter(|char| is_letter(*char)).count() == 2
                && behind.take(2).filter(|char| char.is_alphabetic()).count() == 2
        });
        rest = cut.map_or(word.len(), |(_, behind)| behind);
        (start < word.len()).then(|| &word[start..rest])
    })
}

fn is_letter(char: char) -> bool {
    char.is_alphabetic() || is_combining_mark(char)
}

/// Whether a text has an address of the internet in it, to which nothing may be added.
fn is_address(text: &str) -> bool {
    let domain = |at: usize| {
        let (before, behind) = (text[..at].chars().next_back(), text[at + 1..].chars().next());
        before.is_some_and(|char| char.is_ascii_alphanumeric()) && behind.is_some_and(|char| char.is_ascii_alphabetic())
    };
    text.contains('@') || text.contains("://") || text.match_indices('.').any(|(at, _)| domain(at))
}

/// A line while it is filled. Widths here are in thousandths of a pixel.
#[derive(Debug, Clone, Copy)]
struct Draft {
    start: usize,
    end: usize,
    /// With the hyphen that was added.
    width: u64,
    /// The last space where it could have ended.
    gap: Option<Gap>,
    ending: Ending,
}

#[derive(Debug, Clone, Copy)]
struct Gap {
    at: usize,
    /// Width of what stands before it in the line.
    width: u64,
}

impl Draft {
    fn draw(&self, text: &str) -> Line {
        let mut shown = text[self.start..self.end].to_owned();
        if self.ending == Ending::Hyphen {
            shown.push('-');
        }
        Line { text: shown, width: pixels(self.width), ending: self.ending }
    }
}

struct Setter<'a> {
    text: &'a str,
    face: Face,
    limit: u64,
    space: u64,
    hyphen: u64,
    line: Option<Draft>,
    lines: Vec<Draft>,
}

/// A place where a piece is cut.
#[derive(Debug, Clone, Copy)]
struct Cut {
    at: usize,
    /// Width of what stands before it, without a hyphen.
    width: u64,
    ending: Ending,
}

impl<'a> Setter<'a> {
    fn new(text: &'a str, face: Face, limit: u32) -> Self {
        let (space, hyphen) = (advance(' ', face), advance('-', face));
        Self { text, face, limit: u64::from(limit) * THOUSAND, space, hyphen, line: None, lines: Vec::new() }
    }

    fn set(&mut self, piece: Piece, width: u64) {
        if self.used(piece).saturating_add(width) <= self.limit {
            self.add(piece, width);
        } else if width <= self.limit {
            self.finish_before(piece);
            self.add(piece, width);
        } else {
            self.split(piece, width);
        }
    }

    /// What the line that is being filled takes up before a piece.
    fn used(&self, piece: Piece) -> u64 {
        let space = if piece.spaced { self.space } else { 0 };
        self.line.map_or(0, |line| line.width.saturating_add(space))
    }

    fn add(&mut self, piece: Piece, width: u64) {
        let used = self.used(piece);
        let fresh = Draft { start: piece.start, end: piece.start, width: 0, gap: None, ending: Ending::End };
        let line = self.line.get_or_insert(fresh);
        if piece.spaced && line.end > line.start {
            line.gap = Some(Gap { at: line.end, width: line.width });
        }
        line.width = used.saturating_add(width);
        line.end = piece.end;
    }

    fn finish_before(&mut self, piece: Piece) {
        self.finish(if piece.spaced { Ending::Space } else { Ending::Nothing });
    }

    fn finish(&mut self, ending: Ending) {
        let hyphen = if ending == Ending::Hyphen { self.hyphen } else { 0 };
        self.lines.extend(self.line.take().map(|line| Draft { width: line.width + hyphen, ending, ..line }));
    }

    /// Lays a piece that is wider than a line over several.
    fn split(&mut self, piece: Piece, mut width: u64) {
        let text = self.text;
        let bare = is_address(&text[piece.start..piece.end]);
        let mut places = divisions(&text[piece.start..piece.end]).map(|at| piece.start + at).peekable();
        let mut rest = piece;
        loop {
            let room = self.limit.saturating_sub(self.used(rest));
            if width <= room {
                return self.add(rest, width);
            }
            while places.next_if(|at| *at <= rest.start).is_some() {}
            let mut cut = None;
            if !bare {
                let mut last = Cut { at: rest.start, width: 0, ending: Ending::Hyphen };
                while let Some(at) = places.peek() {
                    let more = self.measure_within(&text[last.at..*at], room.saturating_sub(last.width));
                    let Some(more) = more.filter(|more| last.width + more + self.hyphen <= room) else { break };
                    last = Cut { at: *at, width: last.width + more, ..last };
                    cut = Some(last);
                    places.next();
                }
            }
            if cut.is_none() && self.line.is_some() {
                self.finish_before(rest);
                continue;
            }
            let cut = cut.unwrap_or_else(|| self.cut_letters(rest, bare));
            self.add(Piece { end: cut.at, ..rest }, cut.width);
            if cut.at == piece.end {
                return;
            }
            self.finish(cut.ending);
            let (skipped, space) = if cut.ending == Ending::Space { (1, self.space) } else { (0, 0) };
            width = width.saturating_sub(cut.width.saturating_add(space));
            rest = Piece { start: cut.at + skipped, spaced: false, ..piece };
        }
    }

    /// Width of a text, if it fits into some room. No more is looked at than fits.
    fn measure_within(&self, text: &str, room: u64) -> Option<u64> {
        text.chars().try_fold(0_u64, |sum, char| Some(sum + advance(char, self.face)).filter(|sum| *sum <= room))
    }

    /// As many letters of a piece as fit into a line of their own, one at least.
    fn cut_letters(&self, piece: Piece, bare: bool) -> Cut {
        let text = &self.text[piece.start..piece.end];
        let (mut before, mut width, mut cut) = (0, 0_u64, None);
        for at in GraphemeClusterSegmenter::new().segment_str(text).skip(1) {
            let letter = &text[before..at];
            width = width.saturating_add(measure(letter, self.face));
            before = at;
            if letter == " " {
                continue;
            }
            let within_word = letter.starts_with(is_letter) && text[at..].starts_with(is_letter);
            let (ending, hyphen) = if text[at..].starts_with(' ') {
                (Ending::Space, 0)
            } else if within_word && !bare {
                (Ending::Hyphen, self.hyphen)
            } else {
                (Ending::Nothing, 0)
            };
            let at = piece.start + at;
            if width.saturating_add(hyphen) <= self.limit {
                cut = Some(Cut { at, width, ending });
            } else if cut.is_none() {
                let ending = if ending == Ending::Hyphen { Ending::Nothing } else { ending };
                cut = Some(Cut { at, width, ending });
            }
            if width > self.limit {
                break;
            }
        }
        cut.unwrap_or(Cut { at: piece.end, width, ending: Ending::End })
    }

    /// Moves a word down to a short one that is alone on the last line, unless it leaves a short line above. The last line
    /// stays narrower than the one above was.
    fn give_company(&mut self) {
        let limit = self.limit;
        let is_short = |width: u64| width.saturating_mul(SHORT) <= limit;
        let [.., above, last] = self.lines.as_mut_slice() else { return };
        let Some(gap) = above.gap.filter(|_| above.ending == Ending::Space && last.gap.is_none()) else { return };
        if is_short(last.width) && !is_short(gap.width) {
            *last = Draft { start: gap.at + 1, width: above.width - gap.width + last.width, ..*last };
            *above = Draft { end: gap.at, width: gap.width, gap: None, ..*above };
        }
    }
}

#[cfg(test)]
mod tests;
