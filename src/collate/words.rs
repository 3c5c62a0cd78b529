//! Words as they are compared: where they stand, and their folded form as a number.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::lang::fold_spaces;

/// A run of letters or of digits.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Number of its folded form in the [`Lexicon`].
    pub form: usize,
    /// Letters of its folded form.
    pub letters: usize,
    /// Whether it is of digits.
    pub numeral: bool,
    /// Whether it stands in a letter-spaced line of digits, so that pieces of a number may be put together.
    pub spaced: bool,
    /// What begins with it.
    pub opens: Opening,
    /// Index of its piece.
    pub piece: usize,
    /// First byte in the piece.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
}

/// What begins with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opening {
    /// Nothing.
    Inside,
    /// A sentence, or a part behind a colon or semicolon.
    Sentence,
    /// A paragraph.
    Paragraph,
}

/// A stretch of text that words are cut from: a line of the source, a number, text or cell of the encoding.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The text.
    pub text: String,
    /// The line from 1, or the index of the place.
    pub at: usize,
}

/// One of the two texts that are held against each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Side {
    /// The pieces in order.
    pub pieces: Vec<Piece>,
    /// The words in order.
    pub words: Vec<Word>,
}

/// How a piece is to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// The line from 1, or the index of the place.
    pub at: usize,
    /// What begins with its first word.
    pub opens: Opening,
    /// Whether it is a letter-spaced line that could not be put together.
    pub spaced: bool,
}

impl Side {
    /// Cuts a piece into words and adds it.
    pub(super) fn add(&mut self, text: &str, reading: Reading, lexicon: &mut Lexicon) {
        let text: String = text.nfc().collect();
        let mut opens = reading.opens;
        let mut last_end = 0;
        for (start, end, numeral) in runs(&text) {
            if ends_sentence(&text[last_end..start]) {
                opens = opens.max(Opening::Sentence);
            }
            let (form, letters) = lexicon.form(&text[start..end]);
            let piece = self.pieces.len();
            self.words.push(Word { form, letters, numeral, spaced: reading.spaced, opens, piece, start, end });
            opens = Opening::Inside;
            last_end = end;
        }
        self.pieces.push(Piece { text, at: reading.at });
    }

    /// The line or place index of a word.
    pub(super) fn at(&self, word: usize) -> usize {
        self.pieces[self.words[word].piece].at
    }

    /// What is printed from one word to the one before another.
    pub(super) fn printed(&self, start: usize, end: usize) -> String {
        let words = &self.words[start..end];
        let mut printed: Vec<&str> = Vec::new();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
        for run in words.chunk_by(|a, b| a.piece == b.piece) {
            let text = &self.pieces[run[0].piece].text;
            let from = if run[0].piece == first.piece { first.start } else { 0 };
            let to = if run[0].piece == last.piece { last.end } else { text.len() };
            printed.push(&text[from..to]);
        }
        fold_spaces(&printed.join(" "))
    }
}

/// Whether what stands between two words ends a sentence or a part of one.
pub(super) fn ends_sentence(between: &str) -> bool {
    between.contains(['.', ';', ':', '!', '?'])
}

/// The runs of letters and of digits in a text: first byte, the byte behind the last one, whether it is of digits.
fn runs(text: &str) -> Vec<(usize, usize, bool)> {
    let mut runs: Vec<(usize, usize, bool)> = Vec::new();
    let mut open: Option<bool> = None;
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        if is_unseen(letter) {
            continue;
        }
        let numeral = letter.is_numeric();
        if !numeral && !letter.is_alphabetic() {
            open = None;
        } else if open == Some(numeral)
            && let Some(last) = runs.last_mut()
        {
            last.1 = end;
        } else {
            runs.push((start, end, numeral));
            open = Some(numeral);
        }
    }
    runs
}

/// Letters that nobody sees: soft hyphens, joiners, byte order marks, stresses.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

/// The folded forms of both texts, numbered as they come.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    numbers: BTreeMap<String, usize>,
    forms: Vec<Vec<char>>,
}

impl Lexicon {
    /// The number of a word's folded form, and how many letters that has.
    fn form(&mut self, word: &str) -> (usize, usize) {
        let folded = fold(word);
        let letters = folded.chars().count();
        if let Some(number) = self.numbers.get(&folded) {
            return (*number, letters);
        }
        let number = self.forms.len();
        self.forms.push(folded.chars().collect());
        self.numbers.insert(folded, number);
        (number, letters)
    }

    /// The number of a folded form, if there is one.
    pub(super) fn find(&self, form: &str) -> Option<usize> {
        self.numbers.get(form).copied()
    }

    /// The letters of a folded form.
    pub(super) fn letters(&self, form: usize) -> &[char] {
        &self.forms[form]
    }
}

/// A word without case, unseen letters and Latin letters that stand for Cyrillic ones.
pub(super) fn fold(word: &str) -> String {
    let seen = || word.chars().filter(|letter| !is_unseen(*letter));
    // A capital of its own, or among Cyrillic letters, is as likely a look-alike; in a Latin word it is what it is.
    let is_cyrillic = seen().any(|letter| matches!(letter, '\u{400}'..='\u{52f}')) || seen().nth(1).is_none();
    seen()
        .map(|letter| if is_cyrillic { look_alike_capital(letter) } else { letter })
        .flat_map(char::to_lowercase)
        .map(look_alike)
        .collect()
}

/// The Cyrillic letter that a small Latin one looks like.
fn look_alike(letter: char) -> char {
    match letter {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'ə' => 'ә',
        'ɵ' => 'ө',
        other => other,
    }
}

/// The Cyrillic letter that a Latin capital looks like, where the small ones differ.
fn look_alike_capital(letter: char) -> char {
    match letter {
        'B' => 'В',
        'H' => 'Н',
        'K' => 'К',
        'M' => 'М',
        'T' => 'Т',
        'Y' => 'У',
        other => other,
    }
}
