//! The cells of a row: what the extraction ran together is divided, what a page break tore is joined, where the words
//! themselves prove it.

use std::sync::LazyLock;

use regex::Regex;

use super::super::cast::Cast;
use super::super::limits::limits;
use super::super::words::{Case, made};
use super::rows::Row;
use crate::lang::Lang;

/// The beginning of a term.
static TERM: LazyLock<Regex> = LazyLock::new(|| made(r"(?i)не (?:более|менее|позднее)\b|в течение\b|\d+"));
/// What a number of a term follows.
const LEADS: [&str; 4] = ["не более", "не менее", "не позднее", "в течение"];

/// A piece of a row: a cell, a part of one, or several.
#[derive(Debug, Default, Clone)]
pub(super) struct Piece {
    pub text: String,
    /// How many lines it takes.
    pub lines: usize,
}

/// The pieces of a row as they were printed, page by page.
#[derive(Debug, Default, Clone)]
pub(super) struct Pieces(pub Vec<Vec<Piece>>);

impl Pieces {
    /// Adds a piece, at the top of a new page or below the last one.
    pub fn push(&mut self, piece: Piece, opens_page: bool) {
        match self.0.last_mut() {
            Some(page) if !opens_page => page.push(piece),
            _ => self.0.push(vec![piece]),
        }
    }

    /// What was printed so far was so on the page before.
    pub fn close_page(&mut self) {
        if self.0.last().is_some_and(|page| !page.is_empty()) {
            self.0.push(Vec::new());
        }
    }

    /// All of them, whatever page they are on.
    pub fn all(&self) -> impl Iterator<Item = &Piece> {
        self.0.iter().flatten()
    }
}

/// The cells of a row of `columns` columns, from left to right; whether they are sure.
pub(super) fn cells(row: Row, pieces: Pieces, columns: usize, cast: &Cast, lang: Lang) -> (Vec<String>, bool) {
    let mut pages = pieces.0.into_iter().filter(|page| !page.is_empty());
    let first = pages.next().unwrap_or_default();
    let (mut cells, mut is_sure) = (first, true);
    let mut is_one = true;
    for page in pages {
        is_one = false;
        let page = divided(row, unfinished(page, columns), columns, cast, lang);
        let count = page.len();
        cells = match over_page(cells, page, columns) {
            Ok(cells) => cells,
            Err(cells) => {
                is_sure &= count == 0;
                cells
            }
        };
    }
    if is_one {
        cells = divided(row, cells, columns, cast, lang);
    }
    let (cells, is_joined) = joined(cells.into_iter().map(|cell| cell.text).collect(), columns);
    (cells, is_sure && is_joined)
}

/// Words with which no cell ends.
const UNFINISHED: [&str; 16] =
    ["и", "или", "либо", "в", "во", "на", "об", "о", "от", "из", "для", "по", "с", "со", "к", "не"];

/// Too many pieces: one that ends with such a word goes on in the next one, if that begins in small letters.
fn unfinished(pieces: Vec<Piece>, columns: usize) -> Vec<Piece> {
    let mut surplus = pieces.len().saturating_sub(columns);
    let mut cells: Vec<Piece> = Vec::new();
    for piece in pieces {
        let is_open = |last: &Piece| UNFINISHED.contains(&last.text.rsplit(' ').next().unwrap_or_default());
        match cells.last_mut() {
            Some(last) if surplus > 0 && is_open(last) && goes_on(&piece.text) => {
                last.text = join(&last.text, &piece.text);
                last.lines += piece.lines;
                surplus -= 1;
            }
            _ => cells.push(piece),
        }
    }
    cells
}

/// A row that a page break tears: what stands above it and what below. Which piece goes on with which is proved where
/// there are as many of both, where as many go on in small letters, or where as many reach down to the foot of the page,
/// having the most lines. Else they stay one behind the other, which proves nothing.
pub(super) fn over_page(above: Vec<Piece>, below: Vec<Piece>, columns: usize) -> Result<Vec<Piece>, Vec<Piece>> {
    let whole = above.len() == columns;
    let most = above.iter().map(|piece| piece.lines).max().unwrap_or_default();
    let fits = |torn: &dyn Fn(&Piece) -> bool, pieces: &[Piece], count: usize| {
        pieces.iter().filter(|piece| torn(piece)).count() == count
    };
    let goes_on = |piece: &Piece| goes_on(&piece.text);
    let at_foot = |piece: &Piece| piece.lines == most;
    if whole && below.len() <= columns && fits(&|_| true, &above, below.len()) {
        return Ok(taken(above, below, &|_| true));
    }
    if whole && below.len() < columns && fits(&at_foot, &above, below.len()) {
        return Ok(taken(above, below, &at_foot));
    }
    if above.len() < columns && below.len() == columns && fits(&goes_on, &below, above.len()) {
        let mut heads = above.into_iter();
        let cell = |piece: Piece| match goes_on(&piece).then(|| heads.next()).flatten() {
            Some(head) => Piece { text: join(&head.text, &piece.text), lines: head.lines + piece.lines },
            None => piece,
        };
        return Ok(below.into_iter().map(cell).collect());
    }
    let is_new = above.len() + below.len() == columns && !below.iter().any(goes_on);
    let all = above.into_iter().chain(below).collect();
    if is_new { Ok(all) } else { Err(all) }
}

/// Gives each torn piece, from left to right, the next one of what stands below.
fn taken(above: Vec<Piece>, below: Vec<Piece>, torn: &dyn Fn(&Piece) -> bool) -> Vec<Piece> {
    let mut rests = below.into_iter();
    let cell = |piece: Piece| match torn(&piece).then(|| rests.next()).flatten() {
        Some(rest) => Piece { text: join(&piece.text, &rest.text), lines: rest.lines },
        None => piece,
    };
    above.into_iter().map(cell).collect()
}

/// Whether a piece goes on with another one.
fn goes_on(piece: &str) -> bool {
    piece.chars().next().is_some_and(|first| first.is_lowercase() || ",;.)".contains(first))
}

pub(super) fn join(head: &str, rest: &str) -> String {
    match head.strip_suffix('-') {
        Some(broken) if rest.starts_with(char::is_lowercase) => format!("{broken}{rest}"),
        _ if rest.starts_with([',', ';', '.', ')']) => format!("{head}{rest}"),
        _ => format!("{head} {rest}"),
    }
}

/// Too many pieces: those that go on are joined to those that begin, from left to right.
fn joined(pieces: Vec<String>, columns: usize) -> (Vec<String>, bool) {
    if pieces.len() <= columns {
        return (pieces, true);
    }
    let heads = pieces.iter().filter(|piece| !goes_on(piece)).count();
    let rests = pieces.len() - heads;
    if heads == columns && rests == columns {
        let (mut begun, rests): (Vec<String>, Vec<String>) = pieces.into_iter().partition(|piece| !goes_on(piece));
        for (cell, rest) in begun.iter_mut().zip(rests) {
            *cell = join(cell, &rest);
        }
        return (begun, true);
    }
    // One behind the other, as far as the columns go: which piece is whose, a reader must see.
    let mut cells: Vec<String> = Vec::new();
    let mut surplus = pieces.len() - columns;
    for piece in pieces {
        match cells.last_mut() {
            Some(last) if surplus > 0 && goes_on(&piece) => {
                *last = join(last, &piece);
                surplus -= 1;
            }
            _ => cells.push(piece),
        }
    }
    while cells.len() > columns {
        let rest = cells.pop().unwrap_or_default();
        if let Some(last) = cells.last_mut() {
            *last = join(last, &rest);
        }
    }
    (cells, false)
}

/// Too few pieces: some of them are several cells on one line.
fn divided(row: Row, pieces: Vec<Piece>, columns: usize, cast: &Cast, lang: Lang) -> Vec<Piece> {
    let missing = columns.saturating_sub(pieces.len());
    if missing == 0 || pieces.is_empty() {
        return pieces;
    }
    let seams: Vec<Vec<usize>> = pieces.iter().map(|piece| seams(row, &piece.text, cast, lang)).collect();
    let all: usize = seams.iter().map(Vec::len).sum();
    if all != missing {
        return pieces;
    }
    let mut cells = Vec::new();
    for (piece, seams) in pieces.iter().zip(seams) {
        let mut from = 0;
        for seam in seams.into_iter().chain([piece.text.len()]) {
            cells.push(Piece { text: piece.text[from..seam].trim().to_owned(), lines: piece.lines });
            from = seam;
        }
    }
    cells
}

/// Places inside a piece where another cell may begin.
fn seams(row: Row, piece: &str, cast: &Cast, lang: Lang) -> Vec<usize> {
    match row {
        Row::Limit => {
            let starts: Vec<usize> = TERM.find_iter(piece).map(|term| term.start()).filter(|at| *at > 0).collect();
            // A number inside a term is none of its own: «в течение 2 дней».
            let is_own = |at: &usize| {
                let before = piece[..*at].trim_end().to_lowercase();
                !LEADS.iter().any(|lead| before.ends_with(lead))
            };
            if lang == Lang::Ru {
                starts.into_iter().filter(is_own).collect()
            } else {
                limits(piece, lang).iter().map(|limit| limit.at.start).filter(|at| *at > 0).collect()
            }
        }
        Row::By => {
            let is_head = |at: usize| piece[at..].starts_with(char::is_uppercase);
            let mentions = cast.mentions(piece);
            let heads = mentions.iter().filter(|mention| mention.case == Case::Nominative && is_head(mention.at.start));
            let named: Vec<usize> = heads.map(|mention| mention.at.start).filter(|at| *at > 0).collect();
            if named.is_empty() { capitals(piece) } else { named }
        }
        Row::Number | Row::Next => piece.match_indices(' ').map(|(at, _)| at).collect(),
        Row::Text | Row::Outcome => capitals(piece),
    }
}

/// Capitals in the middle of a sentence: the beginning of the next cell.
fn capitals(piece: &str) -> Vec<usize> {
    let mut seams = Vec::new();
    for (at, char) in piece.char_indices().skip(1) {
        let before = &piece[..at];
        let is_word = before.ends_with(' ') && !before.trim_end().ends_with(['.', ',', '«', '(', '№']);
        let second = piece[at + char.len_utf8()..].chars().next().is_some_and(char::is_lowercase);
        if char.is_uppercase() && second && is_word {
            seams.push(at);
        }
    }
    seams
}
