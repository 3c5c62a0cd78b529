//! Tables as printed: in the bands in which they are printed, each step with its anchor, each doubt with its cell.

use super::frame::Frame;
use super::view::{CellDoubt, PrintedTable, TableBand, TableCell, TableRow};
use crate::lang::Text;
use crate::model::{CellPlace, CellState, Table, TableShape};

/// A table as printed; without a shape, as its cells stand.
pub(super) fn printed_table(frame: &Frame<'_>, table: &Table, shape: Option<&TableShape>) -> PrintedTable {
    let plain = TableShape::default();
    let printed = Printed { frame, table, shape: shape.unwrap_or(&plain) };
    let mut starts = printed.shape.bands.clone();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([table.rows.len()]);
    let bands = starts.iter().zip(ends).map(|(start, end)| printed.band(*start, end));
    PrintedTable { bands: bands.filter(|band| !is_empty(band)).collect() }
}

/// Why a cell is not shown.
pub(super) fn redacted(shape: &TableShape, place: CellPlace) -> Option<&Text> {
    shape.marks.iter().filter(|(at, _)| *at == place).find_map(|(_, state)| match state {
        CellState::Redacted(reason) => Some(reason),
        CellState::Loose | CellState::LaneLost | CellState::LaneLikely => None,
    })
}

/// The same table, naming no places.
pub(super) fn without_anchors(mut table: PrintedTable) -> PrintedTable {
    let rows = table.bands.iter_mut().flat_map(|band| band.head.iter_mut().chain(&mut band.rows));
    rows.flat_map(|row| &mut row.cells).for_each(|cell| cell.id = None);
    table
}

fn is_empty(band: &TableBand) -> bool {
    band.heading.is_none() && band.head.is_empty() && band.rows.is_empty() && band.loose.is_empty()
}

/// A table that is being printed.
struct Printed<'p> {
    frame: &'p Frame<'p>,
    table: &'p Table,
    shape: &'p TableShape,
}

impl Printed<'_> {
    /// The rows from `start` to before `end`.
    fn band(&self, start: usize, end: usize) -> TableBand {
        let mut band = TableBand { heading: None, head: Vec::new(), rows: Vec::new(), loose: Vec::new() };
        let mut first = start;
        if let ([Some(heading)], true) = (self.table.rows.get(start).map_or(&[][..], Vec::as_slice), self.has_heads()) {
            band.heading = Some(self.frame.words(heading));
            first += 1;
        }
        let columns = &self.table.columns;
        // The heads of the columns, for phones: printed, or the numbers of the steps.
        let mut names: Vec<Option<&Text>> = columns.iter().map(Some).collect();
        if !columns.is_empty() {
            let cells = columns.iter().map(|column| self.cell(Some(column), None, None)).collect();
            band.head.push(TableRow { heads: Vec::new(), cells });
        }
        for row in first..end {
            let cells = &self.table.rows[row];
            let heads = cells.iter().take(self.shape.heads).map(|head| self.words(head.as_ref())).collect();
            let begins = self.has_heads() && self.shape.steps.iter().any(|(place, _)| place.row == row);
            let loose: Vec<usize> = (0..cells.len()).filter(|column| self.is_loose(row, *column)).collect();
            let placed = |column: &usize| !loose.contains(column);
            let kept = (self.shape.heads..cells.len()).filter(placed);
            let kept = kept.map(|column| {
                let name = names.get(column - self.shape.heads).copied().flatten();
                self.cell(cells[column].as_ref(), name.filter(|_| !begins), Some(CellPlace { row, column }))
            });
            let own = TableRow { heads, cells: kept.collect() };
            if !loose.is_empty() {
                let cells = loose.iter().map(|column| self.cell(cells[*column].as_ref(), None, None)).collect();
                band.loose.push(TableRow { heads: own.heads.clone(), cells });
            }
            if begins {
                names = cells.iter().skip(self.shape.heads).map(Option::as_ref).collect();
                band.head.push(own);
            } else if loose.is_empty() || !own.cells.is_empty() {
                band.rows.push(own);
            }
        }
        // Where no row has a number or a name, there is no column of them.
        for index in (0..self.shape.heads).rev() {
            let all = || band.head.iter().chain(&band.rows).chain(&band.loose).filter_map(|row| row.heads.get(index));
            if all().all(|head| head.runs.iter().all(|run| run.text.is_empty())) {
                let rows = band.head.iter_mut().chain(&mut band.rows).chain(&mut band.loose);
                rows.filter(|row| index < row.heads.len()).for_each(|row| drop(row.heads.remove(index)));
            }
        }
        band
    }

    /// Whether its rows have names of their own: then its columns are steps.
    fn has_heads(&self) -> bool {
        self.shape.heads > 0
    }

    fn is_loose(&self, row: usize, column: usize) -> bool {
        let mut marks = self.shape.marks.iter();
        marks.any(|(place, state)| *place == CellPlace { row, column } && matches!(state, CellState::Loose))
    }

    fn words(&self, text: Option<&Text>) -> super::view::Words {
        text.map_or_else(|| super::frame::plain_words(""), |text| self.frame.words(text))
    }

    fn cell(&self, text: Option<&Text>, column: Option<&Text>, place: Option<CellPlace>) -> TableCell {
        let state = |state: &CellState| match state {
            CellState::LaneLost => Some(CellDoubt::LaneLost),
            CellState::LaneLikely => Some(CellDoubt::LaneLikely),
            CellState::Loose | CellState::Redacted(_) => None,
        };
        let marks = || self.shape.marks.iter().filter(|(at, _)| Some(*at) == place).map(|(_, state)| state);
        let step = self.shape.steps.iter().find(|(at, _)| Some(*at) == place);
        TableCell {
            id: step.map(|(_, id)| id.clone()),
            text: text.map(|text| self.frame.marked(text, &self.shape.slips)),
            paragraphs: Vec::new(),
            column: column.map(|column| self.frame.plain(column)),
            span: 1,
            doubt: marks().find_map(state),
            redacted: place.and_then(|place| redacted(self.shape, place)).map(|reason| self.frame.plain(reason)),
        }
    }
}
