//! Plain tables: their columns and cells, as printed.

use super::super::Paragraph;
use super::super::draft::Value;
use super::super::grid::{Cell, Grid};
use super::super::nesting::{Kind, Node};
use super::address_lists;

/// Most words of a head that ends with a full stop: with more it is a sentence.
const MOST_ABBREVIATED: usize = 3;
/// Most letters of the head of a column.
const LONGEST_HEAD: usize = 200;

/// A row of a table.
#[derive(Debug)]
pub(super) struct Line {
    /// The line of the text where it begins.
    pub line: usize,
    /// Its cells, one for each column.
    pub cells: Vec<String>,
}

/// The table of a grid. A cell over several columns stands in the first one.
pub(in super::super) fn of_grid(title: Option<Paragraph>, paragraph: &Paragraph, grid: &Grid) -> Node {
    let mut rows: Vec<&[Cell]> = grid.rows().filter(|row| !row.is_empty()).collect();
    let columns = if rows.first().is_some_and(|first| is_head(first, grid, &rows[1..])) {
        spread(rows.remove(0), grid.width())
    } else {
        Vec::new()
    };
    let line = paragraph.line;
    let lines = rows.iter().map(|row| Line { line, cells: spread(row, grid.width()) }).collect();
    let title = title.unwrap_or_else(|| Paragraph::of(String::new(), line));
    table(&title, columns, lines)
}

/// A table with these columns and cells: an address list, a form that is to be filled in, or a plain one.
pub(super) fn table(title: &Paragraph, columns: Vec<String>, mut rows: Vec<Line>) -> Node {
    let mut node = Node {
        kind: Kind::Grid,
        text: title.text.clone(),
        line: title.line,
        doubts: title.doubts.clone(),
        ..Node::default()
    };
    if let Some(kinds) = address_lists::kinds(&columns, &rows) {
        node.doubts.extend(address_lists::persons(&kinds, &rows));
        node.fields = address_lists::fields(&kinds, columns, rows);
        return node;
    }
    let is_empty = |cells: &[String]| cells.iter().all(String::is_empty);
    let filled = rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_empty()).count();
    let is_blank = filled * 2 <= rows.iter().map(|row| row.cells.len()).sum();
    // Rows at the end that are empty are the room of a form.
    while rows.last().is_some_and(|last| is_empty(&last.cells)) {
        rows.pop();
    }
    let texts = |texts: Vec<String>| Value::from(texts.into_iter().map(Value::from).collect::<Vec<_>>());
    node.fields.set("form", if is_blank { "blank" } else { "plain" });
    if !columns.is_empty() {
        node.fields.set("columns", texts(columns));
    }
    if !rows.is_empty() {
        node.fields.set("cells", rows.into_iter().map(|row| texts(row.cells)).collect::<Vec<_>>());
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
        let is_sentence = cell.text.ends_with('.') && cell.text.split(' ').count() > MOST_ABBREVIATED;
        cell.text.chars().count() <= LONGEST_HEAD
            && !is_sentence
            && !cell.text.contains(|char: char| char.is_ascii_digit() || char == '_')
            && !cell.text.ends_with([';', ':', ','])
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
