//! The rows of an address list that was flattened to text: which piece is which cell.
//!
//! Hours, addresses and telephones are known by what they hold; what else is too much goes on with the piece before it. Where
//! that is not proved, the row is doubtful.

use std::sync::LazyLock;

use regex::Regex;

use super::super::words::{made, says};
use crate::vocabulary::AddressColumn;

/// Most pieces of a row: with more, nobody can tell whose they are.
pub(super) const MOST_OF_ROW: usize = 12;
/// Least figures of a telephone.
const LEAST_FIGURES: usize = 5;

/// A telephone, or several.
static PHONE: LazyLock<Regex> =
    LazyLock::new(|| made(r"\+?\d(?:[()–-]+ ?\d|\d)+(?:[ ,;]+(?:\d+[-–][\d–-]*\d|\d{4,}))*"));
/// How hours begin.
static HOURS: LazyLock<Regex> =
    LazyLock::new(|| made(r"(?i)^(?:ежедневн|понедельник|с понедельник|рабочи|дүйсенбі|күн сайын|с \d{1,2}[.:]\d\d)"));
/// How an address begins in the midst of a text.
static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| made(r"\b(?:\d{6}\b|\p{Lu}[\p{L}-]+ (?:район|область)\b|(?:город|село|аул|поселок) \p{Lu})"));
/// The end of an adjective or of a name, which is no word of its own.
static ENDING: LazyLock<Regex> = LazyLock::new(|| {
    made(r"^(?:(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)|н(?:ая|ый|ого|ому|ую|ое|ые|ых|ыми)|ка|ва)\b")
});

/// A row while it is put together.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub number: Option<String>,
    /// Pieces that a page break put before its number.
    pub early: Vec<String>,
    pub own: Vec<String>,
    /// How many of its own pieces stand above the page break that tears it.
    pub torn: Option<usize>,
}

impl Row {
    /// What stands behind the last cell was printed before the number of the next row: it is that row's.
    pub fn give_back(&mut self, kinds: &[AddressColumn]) -> Vec<String> {
        let last = kinds.last().copied();
        let end = self.own.iter().position(|piece| held(piece) == last).map(|at| at + 1);
        match end.filter(|end| *end < self.own.len() && *end + self.early.len() >= kinds.len()) {
            Some(mut end) => {
                while end < self.own.len() && (goes_on(&self.own[end]) || held(&self.own[end]) == last) {
                    end += 1;
                }
                self.own.split_off(end)
            }
            None => Vec::new(),
        }
    }

    /// Its cells, and whether they are sure. Each piece before the number goes on in the cell below it.
    pub fn cells(&mut self, kinds: &[AddressColumn]) -> Option<(Vec<String>, bool)> {
        if let Some((body, address)) = self.own.first().and_then(|first| parted(first)) {
            self.own.splice(..1, [body, address]);
        }
        let mut above = std::mem::take(&mut self.early);
        let mut below = std::mem::take(&mut self.own);
        if let (true, Some(torn)) = (above.is_empty(), self.torn) {
            above = below.drain(..torn.min(below.len())).collect();
        }
        if above.is_empty() || below.is_empty() {
            above.append(&mut below);
            return cells(above, kinds);
        }
        torn(&above, &below, kinds).or_else(|| {
            above.append(&mut below);
            cells(above, kinds)
        })
    }
}

/// The cells of a row that a page break has torn. On either page its pieces stand in the order of the columns; which columns
/// have one above, which one below, and which both, is decided by what speaks least against it.
fn torn(above: &[String], below: &[String], kinds: &[AddressColumn]) -> Option<(Vec<String>, bool)> {
    let mut found: Option<(usize, usize, Vec<String>)> = None;
    for upper in choices(kinds.len(), above.len()) {
        for lower in choices(kinds.len(), below.len()) {
            let mut pieces = (above.iter(), below.iter());
            let mut cost = 0;
            let mut row = Vec::new();
            for (at, kind) in kinds.iter().enumerate() {
                let bit = 1 << at;
                let head = if upper & bit > 0 { pieces.0.next() } else { None };
                let rest = if lower & bit > 0 { pieces.1.next() } else { None };
                let cell = joined(&head.into_iter().chain(rest).cloned().collect::<Vec<_>>());
                cost += match (head, rest) {
                    (Some(head), Some(rest)) => {
                        usize::from(!(is_open(head) || goes_on(rest) || *kind == AddressColumn::Hours))
                    }
                    (Some(head), None) => usize::from(is_open(head)),
                    (None, Some(rest)) => usize::from(*kind == AddressColumn::Body && goes_on(rest)),
                    (None, None) => NEVER,
                };
                let is_other = |piece: &&String| held(piece).is_some_and(|held| held != *kind);
                cost +=
                    2 * (usize::from(!agrees(&cell, *kind)) + head.into_iter().chain(rest).filter(is_other).count());
                row.push(cell);
            }
            match &mut found {
                Some((known, ways, _)) if *known == cost => *ways += 1,
                Some((known, ..)) if *known < cost => {}
                _ => found = Some((cost, 1, row)),
            }
        }
    }
    let (cost, ways, row) = found?;
    (cost < NEVER).then_some((row, cost == 0 && ways == 1))
}

/// Letters of a preposition or a conjunction.
const SHORT: usize = 2;
/// What no row may have.
const NEVER: usize = 100;

/// Whether a piece is certainly not the whole of a cell.
fn is_open(piece: &str) -> bool {
    let last = piece.split(' ').next_back().unwrap_or_default();
    let leads = last.chars().count() <= SHORT && last.chars().all(char::is_lowercase) && held(piece).is_some();
    leads || piece.matches('«').count() > piece.matches('»').count() || piece.ends_with([',', '-', '–'])
}

/// The ways to choose some of a few columns, as bits.
fn choices(columns: usize, count: usize) -> impl Iterator<Item = usize> {
    (0..1_usize << columns.min(8)).filter(move |bits| usize::try_from(bits.count_ones()) == Ok(count))
}

/// Whether a piece goes on with another one.
pub(super) fn goes_on(piece: &str) -> bool {
    piece.starts_with(|char: char| char.is_lowercase() || ",;.)".contains(char)) && !HOURS.is_match(piece)
}

/// What a piece holds, where that can be seen.
pub(super) fn held(piece: &str) -> Option<AddressColumn> {
    let lower = piece.to_lowercase();
    let figures = piece.chars().filter(char::is_ascii_digit).count();
    if HOURS.is_match(piece) || says(&lower, &["выходн", "час"]) {
        Some(AddressColumn::Hours)
    } else if figures >= LEAST_FIGURES && !piece.contains(char::is_alphabetic) {
        Some(AddressColumn::Phone)
    } else {
        None
    }
}

/// The cells of a row, in the order of its columns, and whether that is sure; nothing where the pieces are no row.
fn cells(mut pieces: Vec<String>, kinds: &[AddressColumn]) -> Option<(Vec<String>, bool)> {
    let mut is_sure = true;
    if pieces.is_empty() || pieces.len() > MOST_OF_ROW {
        return None;
    }
    // A telephone that was run together with another cell, in its midst or at its end.
    let misses =
        |pieces: &[String], wanted| kinds.contains(&wanted) && !pieces.iter().any(|it| held(it) == Some(wanted));
    if pieces.len() < kinds.len() && misses(&pieces, AddressColumn::Phone) {
        let whole =
            |found: &regex::Match<'_>| found.as_str().chars().filter(char::is_ascii_digit).count() > LEAST_FIGURES;
        let found = pieces.iter().enumerate().find_map(|(at, piece)| {
            let found = PHONE.find_iter(piece).filter(whole).last()?;
            Some((at, found.range()))
        });
        if let Some((at, range)) = found {
            let phone = pieces[at][range.clone()].to_owned();
            let rest = format!("{} {}", pieces[at][..range.start].trim_end(), pieces[at][range.end..].trim_start());
            rest.trim().clone_into(&mut pieces[at]);
            pieces.push(phone);
            is_sure = false;
        }
    }
    // A cell of telephones may be empty.
    if pieces.len() + 1 == kinds.len()
        && kinds.last() == Some(&AddressColumn::Phone)
        && misses(&pieces, AddressColumn::Phone)
    {
        pieces.push(String::new());
        let agree = pieces.iter().zip(kinds).all(|(piece, kind)| piece.is_empty() || agrees(piece, *kind));
        return agree.then_some((pieces, false));
    }
    if pieces.len() < kinds.len() {
        return None;
    }
    let (cost, ways, ends) = if pieces.len() == kinds.len() {
        let others = pieces.iter().zip(kinds).filter(|(piece, kind)| !agrees(piece, **kind));
        (others.count(), 1, (1..=pieces.len()).collect())
    } else {
        best(&pieces, kinds)?
    };
    let mut from = 0;
    let mut cells = Vec::new();
    for end in ends {
        cells.push(joined(&pieces[from..end]));
        from = end;
    }
    Some((cells, is_sure && cost == 0 && ways == 1))
}

/// A body and the beginning of its address that were run together: the address is named in its first form behind the name of
/// the body.
fn parted(piece: &str) -> Option<(String, String)> {
    let seam = ADDRESS.find_iter(piece).map(|found| found.start()).find(|at| {
        let body = piece[..*at].trim_end();
        body.ends_with('»') || body.ends_with("района") || body.ends_with("области")
    })?;
    Some((piece[..seam].trim_end().to_owned(), piece[seam..].to_owned()))
}

fn joined(pieces: &[String]) -> String {
    let mut cell = String::new();
    for piece in pieces {
        if !cell.is_empty() && !piece.starts_with([',', ';', '.', ')']) {
            cell.push(' ');
        }
        cell.push_str(piece);
    }
    cell
}

/// The best way to give pieces to columns, one behind the other: what contradicts it, how many ways are as good, where each
/// cell ends.
fn best(pieces: &[String], kinds: &[AddressColumn]) -> Option<(usize, usize, Vec<usize>)> {
    // By how many pieces are given: the cost, the ways, the ends.
    let mut states: Vec<Option<(usize, usize, Vec<usize>)>> = vec![None; pieces.len() + 1];
    states[0] = Some((0, 1, Vec::new()));
    for kind in kinds {
        let mut next: Vec<Option<(usize, usize, Vec<usize>)>> = vec![None; pieces.len() + 1];
        for from in 0..pieces.len() {
            let Some((cost, ways, ends)) = &states[from] else { continue };
            for to in from + 1..=pieces.len() {
                let cost = cost + contradictions(&pieces[from..to], *kind);
                match &mut next[to] {
                    Some((known, count, _)) if *known == cost => *count += ways,
                    Some((known, ..)) if *known < cost => {}
                    place => {
                        let ends = ends.iter().copied().chain([to]).collect();
                        *place = Some((cost, *ways, ends));
                    }
                }
            }
        }
        states = next;
    }
    states.pop().flatten()
}

/// Whether a piece holds what a column has. A telephone may have a name with it.
fn agrees(piece: &str, kind: AddressColumn) -> bool {
    match (kind, held(piece)) {
        (AddressColumn::Phone, None) => piece.chars().filter(char::is_ascii_digit).count() >= LEAST_FIGURES,
        (AddressColumn::Hours, None) => false,
        (kind, held) => held.is_none_or(|held| held == kind),
    }
}

/// What speaks against pieces being a cell of a column. What can be seen to be another's speaks more than a capital.
fn contradictions(pieces: &[String], kind: AddressColumn) -> usize {
    let is_known = matches!(kind, AddressColumn::Hours | AddressColumn::Phone);
    let is_other = |piece: &&String| held(piece).is_some_and(|held| held != kind);
    // A quote is the name of what the words before it say.
    let is_quote = |piece: &String| piece.starts_with('«');
    let is_misplaced = goes_on(&pieces[0])
        || (is_quote(&pieces[0]) && kind != AddressColumn::Body)
        || (is_known && held(&pieces[0]) != Some(kind));
    let begun =
        pieces[1..].iter().filter(|piece| !goes_on(piece) && !is_quote(piece) && held(piece) != Some(kind)).count();
    let addresses =
        pieces[1..].iter().filter(|piece| ADDRESS.find(piece).is_some_and(|found| found.start() == 0)).count();
    2 * usize::from(is_misplaced) + begun + addresses + 2 * pieces.iter().filter(is_other).count()
}

/// A text whose figures and dashes that stand apart are numbers again: `0 2 0 1 0 0,`, `8 - 7 1 6 - 2`.
pub(super) fn with_figures(text: &str) -> String {
    /// Least signs of a number that stands apart.
    const LEAST: usize = 4;
    let words: Vec<&str> = text.split(' ').collect();
    let is_apart = |word: &&str| {
        let bare = word.trim_end_matches([',', '.', ';']);
        bare.chars().count() == 1 && bare.starts_with(|char: char| char.is_ascii_digit() || char == '-')
    };
    let mut whole: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let run = words[at..].iter().take_while(|word| is_apart(word)).count();
        // A sign of punctuation ends a number.
        let ended = words[at..at + run].iter().position(|word| word.len() > 1).map_or(run, |last| last + 1);
        if ended >= LEAST {
            whole.push(words[at..at + ended].concat());
            at += ended;
        } else {
            whole.push(words[at].to_owned());
            at += 1;
        }
    }
    whole.join(" ")
}

/// A text whose broken adjectives are whole: `Жалгызкарагай ского`.
pub(super) fn with_endings(text: &str) -> String {
    let mut whole = String::new();
    for word in text.split(' ') {
        let is_ending = ENDING.is_match(word) && whole.ends_with(char::is_alphabetic);
        if !whole.is_empty() && !is_ending {
            whole.push(' ');
        }
        whole.push_str(word);
    }
    whole
}
