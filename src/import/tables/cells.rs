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

/// The pieces of a row as they were printed.
#[derive(Debug, Default, Clone)]
pub(super) struct Pieces {
    /// Pieces that a page break put before the name of the row.
    pub early: Vec<String>,
    /// The others.
    pub own: Vec<String>,
}

/// The cells of a row of `columns` columns, from left to right; whether they are sure.
pub(super) fn cells(row: Row, pieces: Pieces, columns: usize, cast: &Cast, lang: Lang) -> (Vec<String>, bool) {
    let Pieces { early, own } = pieces;
    let own = divided(row, own, columns, cast, lang);
    if early.is_empty() {
        return joined(own, columns);
    }
    if own.len() == columns {
        // Torn cells go on in lower case: each takes the piece that was printed before.
        let torn = own.iter().filter(|cell| goes_on(cell)).count();
        if torn == early.len() || early.len() == columns {
            let all = early.len() == columns;
            let mut heads = early.into_iter();
            let cells = own.into_iter().map(|cell| {
                if all || goes_on(&cell) { heads.next().map_or(cell.clone(), |head| join(&head, &cell)) } else { cell }
            });
            return (cells.collect(), true);
        }
    }
    let (cells, _) = joined(early.into_iter().chain(own).collect(), columns);
    (cells, false)
}

/// Whether a piece goes on with another one.
fn goes_on(piece: &str) -> bool {
    piece.chars().next().is_some_and(|first| first.is_lowercase() || ",;.)".contains(first))
}

fn join(head: &str, rest: &str) -> String {
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
fn divided(row: Row, pieces: Vec<String>, columns: usize, cast: &Cast, lang: Lang) -> Vec<String> {
    let missing = columns.saturating_sub(pieces.len());
    if missing == 0 || pieces.is_empty() {
        return pieces;
    }
    let seams: Vec<Vec<usize>> = pieces.iter().map(|piece| seams(row, piece, cast, lang)).collect();
    let all: usize = seams.iter().map(Vec::len).sum();
    if all != missing {
        return pieces;
    }
    let mut cells = Vec::new();
    for (piece, seams) in pieces.iter().zip(seams) {
        let mut from = 0;
        for seam in seams.into_iter().chain([piece.len()]) {
            cells.push(piece[from..seam].trim().to_owned());
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
