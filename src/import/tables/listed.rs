//! Address lists that were flattened to text: the head, then cell by cell, row by row.
//!
//! 1. The head is known by the names of its columns, whatever pieces they came in.
//! 2. A row begins with its number, where the list has numbers: the next one, alone or before the words of the body.
//! 3. The pieces of a row are its cells, from left to right ([`super::entries`]).

use std::sync::LazyLock;

use regex::Regex;

use super::super::nesting::Node;
use super::super::paragraphs::Paragraph;
use super::super::spacing::Lexicon;
use super::super::words::made;
use super::super::{Doubt, Rule};
use super::address_lists::kind;
use super::entries::{MOST_OF_ROW, Row, goes_on, held, with_endings, with_figures};
use super::plain::{self, Line};
use super::{Reader, keeps, rows};
use crate::vocabulary::AddressColumn;

/// Most pieces of a head.
pub(super) const MOST_OF_HEAD: usize = 10;
/// Where the head of a column begins.
static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    made(r"№\s*п|Наименовани|Юридическ|Адрес|Место(?:рас|по)|Местонахожд|График|Режим|Контакт|Телефон")
});
/// Words of heads that are glued to the word before them.
static GLUED: LazyLock<Regex> = LazyLock::new(|| made(r"(\p{Ll})(адрес|работы|телефон)"));
/// A list as it was found.
pub(super) struct List {
    /// Where it begins among the paragraphs.
    pub from: usize,
    /// How many of them it takes.
    pub used: usize,
    pub table: Node,
}

/// The address lists among paragraphs.
pub(super) fn read(body: &[Paragraph], reader: &Reader<'_>) -> Vec<List> {
    let mut own: Option<Lexicon> = None;
    let mut lists = Vec::new();
    let mut from = 0;
    while from < body.len() {
        let below = &body[from..];
        let found = head(below).and_then(|head| {
            let own = own.get_or_insert_with(|| Lexicon::of(body.iter().map(|paragraph| paragraph.text.as_str())));
            let (table, used) = list(head, below, own, reader)?;
            keeps(&table, &Paragraph::of(String::new(), 0), &below[..used]).then_some(List { from, used, table })
        });
        from += found.as_ref().map_or(1, |list| list.used);
        lists.extend(found);
    }
    lists
}

/// The head of a list.
struct Head {
    columns: Vec<(AddressColumn, String)>,
    /// How many paragraphs it takes.
    used: usize,
    /// The extraction has put its columns into another order.
    is_moved: bool,
}

/// Whether the head of a list begins with the first of some paragraphs.
pub(super) fn is_head(body: &[Paragraph]) -> bool {
    head(body).is_some()
}

/// The head with which paragraphs begin: the name of a body, and where it is found.
fn head(body: &[Paragraph]) -> Option<Head> {
    let is_start = |text: &str| HEAD.find(text).is_some_and(|found| found.start() == 0);
    let goes_on = |text: &str| text.starts_with(|char: char| char.is_lowercase());
    let used = body.iter().take(MOST_OF_HEAD).take_while(|next| is_start(&next.text) || goes_on(&next.text)).count();
    if used == 0 || !is_start(&body[0].text) {
        return None;
    }
    let text = body[..used].iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join(" ");
    let starts: Vec<usize> = HEAD.find_iter(&text).map(|found| found.start()).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let columns = starts.iter().zip(ends).map(|(from, to)| {
        let words = GLUED.replace_all(&rows::name(&text[*from..to]), "$1 $2").into_owned();
        Some((kind(&words)?, words))
    });
    let printed = columns.collect::<Option<Vec<_>>>()?;
    let mut columns = printed.clone();
    columns.sort_by_key(|(kind, _)| *kind);
    let is_doubled = columns.windows(2).any(|pair| pair[0].0 == pair[1].0);
    let has = |wanted: AddressColumn| columns.iter().any(|(kind, _)| *kind == wanted);
    let is_list = columns.len() > 2 && has(AddressColumn::Body) && has(AddressColumn::Address) && !is_doubled;
    let is_moved = columns.iter().zip(&printed).any(|(one, other)| one.0 != other.0);
    is_list.then_some(Head { columns, used, is_moved })
}

/// The list below a head, and how many paragraphs it takes.
fn list(head: Head, body: &[Paragraph], own: &Lexicon, reader: &Reader<'_>) -> Option<(Node, usize)> {
    let mend = |text: &str| with_endings(&own.mended(&reader.words.mended(&with_figures(text))));
    let kinds: Vec<AddressColumn> =
        head.columns.iter().map(|(kind, _)| *kind).filter(|it| *it != AddressColumn::N).collect();
    let is_numbered = kinds.len() < head.columns.len();
    let mut doubts: Vec<Doubt> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    let mut at = head.used;
    // Pieces that a page break put before the number of their row.
    let mut early: Vec<String> = Vec::new();
    while let Some(first) = body.get(at) {
        let mut row = Row { early: std::mem::take(&mut early), ..Row::default() };
        let mut from = at;
        if is_numbered {
            let Some((printed, rest)) = numbered(&first.text, lines.len() + 1, &row.early) else { break };
            row.number = Some(printed.to_owned());
            row.own.extend((!rest.is_empty()).then(|| mend(rest)));
            from += 1;
        }
        let next = is_numbered.then_some(lines.len() + 2);
        let end = row_end(body, from, next, &kinds[row.own.len().min(kinds.len())..]);
        for paragraph in &body[from..end] {
            if paragraph.opens_page && !row.own.is_empty() {
                row.torn.get_or_insert(row.own.len());
            }
            row.own.push(mend(&paragraph.text));
        }
        if row.torn.is_none()
            && next
                .is_some_and(|next| body.get(end).is_some_and(|below| numbered(&below.text, next, &row.own).is_some()))
        {
            early = row.give_back(&kinds);
        }
        let Some((cells, is_sure)) = row.cells(&kinds) else { break };
        if !is_sure {
            doubts.push(Doubt { line: first.line, rule: Rule::Cells });
        }
        let others = body[at..end].iter().flat_map(|paragraph| &paragraph.doubts);
        doubts.extend(others.filter(|doubt| doubt.rule != Rule::LoneDigits).cloned());
        lines.push(Line { line: first.line, cells: row.number.into_iter().chain(cells).collect() });
        at = end;
    }
    // What was put before a number that no row has.
    if !early.is_empty() {
        return None;
    }
    if lines.is_empty() {
        return None;
    }
    let line = body.first().map_or(0, |first| first.line);
    if head.is_moved {
        doubts.push(Doubt { line, rule: Rule::Cells });
    }
    let columns = head.columns.into_iter().map(|(_, words)| words).collect();
    let mut table = plain::table(&Paragraph::of(String::new(), line), columns, lines);
    table.doubts.extend(doubts);
    table.doubts.sort_by_key(|doubt| doubt.line);
    Some((table, at))
}

/// The number of a row, if it is the expected one, and the words beside it. Where a page break put the beginning of the row
/// before its number, its words go on behind it: `before` is what stands before the number.
fn numbered<'t>(text: &'t str, expected: usize, before: &[String]) -> Option<(&'t str, &'t str)> {
    let digits = text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    let signs = rest.len() - rest.trim_start_matches(['.', ')']).len();
    let (printed, words) = text.split_at(digits + signs);
    let is_torn = before.last().is_some_and(|last| !last.ends_with(['»', '.']) && held(last).is_none());
    let begins = |char: char| char.is_uppercase() || char == '«' || (is_torn && char.is_lowercase());
    let is_row = words.is_empty() || (words.starts_with(' ') && words.trim_start().starts_with(begins));
    (number == expected.to_string() && is_row).then_some((printed, words.trim()))
}

/// Where a row ends: before the next number, or as soon as it has cells for the columns that are left.
fn row_end(body: &[Paragraph], from: usize, next: Option<usize>, kinds: &[AddressColumn]) -> usize {
    let following = next.and_then(|next| {
        let reach = from..(from + MOST_OF_ROW).min(body.len());
        reach.into_iter().find(|at| {
            let before = at.checked_sub(1).map(|before| body[before].text.clone());
            numbered(&body[*at].text, next, before.as_slice()).is_some()
        })
    });
    if let Some(end) = following {
        return end;
    }
    let mut end = (from + kinds.len()).min(body.len());
    // A telephone ends a row. Where there is none yet, one more piece was torn off.
    let is_last = |at: &usize| kinds.last().is_some_and(|last| held(&body[*at].text) == Some(*last));
    if !(from..end).any(|at| is_last(&at)) && end < body.len() && is_last(&end) {
        end += 1;
    }
    while end < body.len() && end < from + MOST_OF_ROW && goes_on(&body[end].text) {
        end += 1;
    }
    end
}
