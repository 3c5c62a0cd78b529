//! Address lists: bodies with their addresses, hours and telephones, as an annex prints them.

use std::collections::BTreeMap;

use super::anchors::again;
use super::arrows::unknown_word;
use super::memory::Speaker;
use super::numbers::number;
use super::tables::written_cell;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AddressEntry, AddressList, CellPlace, Table, TableShape};
use crate::source::schema::{AddressEntry as Entry, Cell, Columns, Printed, TableBlock, Words};
use crate::vocabulary::{AddressColumn, TableForm};

/// The cells of an address list, and what they hold.
pub(super) fn printed(speaker: &mut Speaker<'_>, table: &TableBlock, id: &str) -> (Table, TableShape) {
    let columns: Vec<AddressColumn> = known_columns(&table.columns).collect();
    let heads = table.columns.heads().map(|head| speaker.text(head)).collect();
    let mut printed = Table { columns: heads, ..Table::default() };
    let mut shape = TableShape::default();
    let mut entries = Vec::new();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (row, entry) in table.entries.iter().enumerate() {
        let cells = columns.iter().enumerate().map(|(column, kind)| {
            let place = CellPlace { row, column };
            entry.cell(*kind).and_then(|cell| written_cell(speaker, &mut shape, place, cell))
        });
        printed.rows.push(cells.collect());
        let name = row_name(entry, row);
        let bearers = taken.entry(name.clone()).or_default();
        *bearers += 1;
        entries.push(AddressEntry {
            id: format!("{id}.{}", again(&name, *bearers)),
            place: entry.place.as_ref().map(|place| speaker.place(place)),
            span: first_words(entry).map_or(table.form.span, |words| words.span),
        });
    }
    printed.addresses = Some(AddressList { columns, entries });
    (printed, shape)
}

/// What a row is called in its table: its printed number, or its place in the list.
fn row_name(entry: &Entry, row: usize) -> String {
    match &entry.n {
        Some(Cell::Scalar(n)) if !n.trim().is_empty() => number(Some(&Printed(n.clone()))),
        _ => format!("row{}", row + 1),
    }
}

fn known_columns(columns: &Columns) -> impl Iterator<Item = AddressColumn> {
    let map = match columns {
        Columns::Map(map) => map.0.as_slice(),
        Columns::List(_) => &[],
    };
    map.iter().filter_map(|(name, _)| column(name))
}

fn column(name: &str) -> Option<AddressColumn> {
    AddressColumn::ALL.iter().copied().find(|column| column.as_str() == name)
}

fn words(cell: &Cell) -> Option<&Words> {
    match cell {
        Cell::Scalar(words) => Some(words),
        Cell::Map(spec) => spec.text.as_ref().or(spec.redacted.as_ref()),
    }
}

fn first_words(entry: &Entry) -> Option<&Words> {
    AddressColumn::ALL.iter().find_map(|column| words(entry.cell(*column)?)).or(entry.place.as_ref())
}

/// The columns of an address list are of its kinds; each row has a cell in each of them, and in no other.
pub(super) fn check(speaker: &mut Speaker<'_>, table: &TableBlock) {
    let Columns::Map(columns) = &table.columns else { return };
    if table.form.value != TableForm::Addresses {
        if let Some((_, head)) = columns.0.first() {
            speaker.report(Diagnostic::new(Code::Misplaced, head.span).with("field", "columns"));
        }
        return;
    }
    for (name, _) in columns.iter().filter(|(name, _)| column(name).is_none()) {
        let expected: Vec<&str> = AddressColumn::ALL.iter().map(|column| column.as_str()).collect();
        speaker.report(unknown_word(name, &expected));
    }
    for entry in &table.entries {
        let row = first_words(entry).map_or(table.form.span, |words| words.span);
        for column in AddressColumn::ALL {
            let field = column.as_str();
            match (columns.get(field), entry.cell(*column)) {
                (Some(_), None) => speaker.report(Diagnostic::new(Code::MissingField, row).with("field", field)),
                (None, Some(cell)) => {
                    let span = words(cell).map_or(row, |words| words.span);
                    speaker.report(Diagnostic::new(Code::Misplaced, span).with("field", field));
                }
                _ => {}
            }
        }
    }
}
