//! Plain tables: their columns and cells, as printed.

use std::sync::LazyLock;

use regex::Regex;

use super::super::draft::{Fields, Value};
use super::super::grid::{Cell, Grid};
use super::super::nesting::{Kind, Node};
use super::super::words::made;
use super::super::{Paragraph, Rule};

/// Most letters of the head of a column.
const LONGEST_HEAD: usize = 200;

/// A person by name: a surname with initials on either side, or all three names, of which the last tells.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    made(
        r"\b\p{Lu}\p{Ll}{2,}\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\b\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}{2,}|\b\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вич|вна|ұлы|улы|қызы|кызы)\b",
    )
});
/// The head of a column of telephones.
static TELEPHONE: LazyLock<Regex> = LazyLock::new(|| made(r"(?i)телефон|байланыс"));

/// The table of a grid. A cell over several columns stands in the first one.
pub(in super::super) fn of_grid(title: Option<Paragraph>, paragraph: &Paragraph, grid: &Grid) -> Node {
    let mut rows: Vec<&[Cell]> = grid.rows().filter(|row| !row.is_empty()).collect();
    let columns = if rows.first().is_some_and(|first| is_head(first, grid, &rows[1..])) {
        spread(rows.remove(0), grid.width())
    } else {
        Vec::new()
    };
    let is_blank = rows.iter().all(|row| row.iter().all(Cell::is_empty));
    let cells = if is_blank { Vec::new() } else { rows.iter().map(|row| spread(row, grid.width())).collect() };
    let title = title.unwrap_or_else(|| Paragraph::of(String::new(), paragraph.line));
    table(&title, columns, cells)
}

/// A plain table with these columns and cells. One without cells is a form that is to be filled in.
pub(super) fn table(title: &Paragraph, columns: Vec<String>, cells: Vec<Vec<String>>) -> Node {
    let mut node = Node {
        kind: Kind::Grid,
        text: title.text.clone(),
        line: title.line,
        doubts: title.doubts.clone(),
        ..Node::default()
    };
    let telephones: Vec<bool> = columns.iter().map(|column| TELEPHONE.is_match(column)).collect();
    let names_person = |row: &Vec<String>| {
        row.iter().zip(&telephones).any(|(cell, is_telephone)| *is_telephone && PERSON.is_match(cell))
    };
    cells.iter().filter(|row| names_person(row)).for_each(|_| node.doubt(Rule::Private));
    let texts = |texts: Vec<String>| Value::from(texts.into_iter().map(Value::from).collect::<Vec<_>>());
    node.fields = Fields::default();
    node.fields.set("form", if cells.is_empty() { "blank" } else { "plain" });
    if !columns.is_empty() {
        node.fields.set("columns", texts(columns));
    }
    if !cells.is_empty() {
        node.fields.set("cells", cells.into_iter().map(texts).collect::<Vec<_>>());
    }
    node
}

/// Whether the first row of a grid names its columns: it is marked so, or has short words in every column and no figures, and
/// something stands below it.
fn is_head(first: &[Cell], grid: &Grid, below: &[&[Cell]]) -> bool {
    if !below.iter().any(|row| row.iter().any(|cell| !cell.is_head)) {
        return false;
    }
    if first.iter().all(|cell| cell.is_head) {
        return true;
    }
    let covered: usize = first.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.columns).sum();
    let names = |cell: &Cell| {
        cell.text.chars().count() <= LONGEST_HEAD
            && !cell.text.contains(|char: char| char.is_ascii_digit() || char == '_')
            && !cell.text.ends_with(['.', ';', ':', ','])
    };
    covered == grid.width() && first.iter().all(names)
}

/// The cells of a row, one for each column.
fn spread(row: &[Cell], width: usize) -> Vec<String> {
    let mut cells = vec![String::new(); width];
    for cell in row {
        if let Some(place) = cells.get_mut(cell.column) {
            place.clone_from(&cell.text);
        }
    }
    cells
}
