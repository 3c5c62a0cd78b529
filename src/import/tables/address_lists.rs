//! Address lists: which column holds what, and the fields of the encoding.

use std::sync::LazyLock;

use regex::Regex;

use super::super::draft::{Fields, Value};
use super::super::words::made;
use super::super::{Doubt, Rule};
use super::plain::Line;
use crate::vocabulary::AddressColumn;

/// A person by name: a surname with initials on either side, or all three names, of which the last tells.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    let surname = r"\p{Lu}\p{Ll}{2,}";
    let initial = r"\p{Lu}\.\s?";
    let last = r"\p{Lu}\p{Ll}+(?:вич|вна|ұлы|улы|қызы|кызы)\b";
    made(&format!(r"\b{surname}\s+{initial}|\b{initial}(?:{initial})?{surname}|\b{surname}\s+{last}"))
});

/// What stands in a column, by its head.
pub(super) fn kind(head: &str) -> Option<AddressColumn> {
    // The extraction runs the words of heads together: their letters alone tell.
    let letters: String = head.to_lowercase().chars().filter(|char| char.is_alphanumeric() || *char == '№').collect();
    let is = |stems: &[&str]| stems.iter().any(|stem| letters.contains(stem));
    if ["№", "№пп", "пп", "рс", "№рс"].contains(&letters.as_str()) {
        Some(AddressColumn::N)
    } else if is(&["телефон", "байланыс"]) {
        Some(AddressColumn::Phone)
    } else if is(&["график", "режим", "кесте"]) {
        Some(AddressColumn::Hours)
    } else if is(&["адрес", "расположен", "нахожден", "мекенжай", "орналасқан"])
    {
        Some(AddressColumn::Address)
    } else if is(&["наименован", "атау"]) {
        Some(AddressColumn::Body)
    } else {
        None
    }
}

/// What stands in each column of an address list; nothing where a table is none. Each row names a body.
pub(super) fn kinds(columns: &[String], rows: &[Line]) -> Option<Vec<AddressColumn>> {
    let kinds = columns.iter().map(|column| kind(column)).collect::<Option<Vec<_>>>()?;
    let is_doubled = (1..kinds.len()).any(|at| kinds[..at].contains(&kinds[at]));
    let at = |wanted: AddressColumn| kinds.iter().position(|kind| *kind == wanted);
    let body = at(AddressColumn::Body)?;
    let is_list = at(AddressColumn::Address).or(at(AddressColumn::Phone)).is_some() && !is_doubled;
    let is_whole = |row: &Line| row.cells.len() == kinds.len() && !row.cells[body].is_empty();
    (is_list && !rows.is_empty() && rows.iter().all(is_whole)).then_some(kinds)
}

/// Where a cell of telephones names a person: a private one's name is not to be shown.
pub(super) fn persons(kinds: &[AddressColumn], rows: &[Line]) -> Vec<Doubt> {
    let names = |row: &&Line| {
        row.cells.iter().zip(kinds).any(|(cell, kind)| *kind == AddressColumn::Phone && PERSON.is_match(cell))
    };
    let mut lines: Vec<usize> = rows.iter().filter(names).map(|row| row.line).collect();
    lines.dedup();
    lines.into_iter().map(|line| Doubt { line, rule: Rule::Private }).collect()
}

/// The fields of an address list.
pub(super) fn fields(kinds: &[AddressColumn], columns: Vec<String>, rows: Vec<Line>) -> Fields {
    let named = |cells: Vec<String>| {
        let mut fields = Fields::default();
        for (kind, cell) in kinds.iter().zip(cells) {
            fields.set(kind.as_str(), cell);
        }
        fields
    };
    let mut fields = Fields::default();
    fields.set("form", "addresses");
    fields.set("columns", named(columns));
    fields.set("entries", rows.into_iter().map(|row| named(row.cells).into()).collect::<Vec<Value>>());
    fields
}
