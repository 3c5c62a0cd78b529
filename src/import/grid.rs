//! A table as a web page or a DOCX has it: rows, cells, and how far each reaches.
//!
//! Cells are placed as browsers place them: from left to right, past those that reach down from the rows above. A table is
//! kept by its cells, never by the squares that they cover, so a cell that claims a million columns costs no more than any
//! other.

/// Most columns of a grid.
const MOST_COLUMNS: usize = 64;
/// Most rows of a grid.
const MOST_ROWS: usize = 10_000;

/// A table with at least two rows and two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    rows: Vec<Vec<Cell>>,
    width: usize,
}

/// A cell of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its words; empty where it has none.
    pub text: String,
    /// Its first column, from 0.
    pub column: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether it is marked as a head.
    pub is_head: bool,
}

impl Cell {
    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// A cell as it is written.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    pub text: String,
    /// How many columns it claims.
    pub columns: usize,
    /// How many rows it claims; 0 is all below.
    pub rows: usize,
    pub is_head: bool,
    /// It goes on with the cell above it.
    pub goes_on: bool,
}

impl Grid {
    /// Places cells; nothing where they are too many, or make no table: neither two rows nor two columns.
    pub(super) fn new(written: Vec<Vec<Written>>) -> Option<Self> {
        if written.len() > MOST_ROWS || written.iter().any(|cells| cells.len() > MOST_COLUMNS) {
            return None;
        }
        let count = written.len();
        let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(count);
        // The row up to which each column is covered from above, and the cell that stands last in it.
        let mut covered = [0_usize; MOST_COLUMNS];
        let mut last: [Option<(usize, usize)>; MOST_COLUMNS] = [None; MOST_COLUMNS];
        for (at, cells) in written.into_iter().enumerate() {
            let mut row: Vec<Cell> = Vec::new();
            let mut column = 0;
            for cell in cells {
                while covered.get(column).is_some_and(|until| *until > at) {
                    column += 1;
                }
                if column >= MOST_COLUMNS {
                    return None;
                }
                let end = (column + cell.columns.clamp(1, MOST_COLUMNS)).min(MOST_COLUMNS);
                let until = if cell.rows == 0 { count } else { at.saturating_add(cell.rows).min(count) };
                let above = if cell.goes_on { last[column] } else { None };
                let above = above.and_then(|(row, index)| rows.get_mut(row)?.get_mut(index));
                match above {
                    Some(above) => add(&mut above.text, &cell.text),
                    None => {
                        last[column] = Some((at, row.len()));
                        let columns = end - column;
                        row.push(Cell { text: cell.text, column, columns, is_head: cell.is_head });
                    }
                }
                covered[column..end].iter_mut().for_each(|covered| *covered = (*covered).max(until));
                column = end;
            }
            rows.push(row);
        }
        // What is wide is told by where cells begin, not by how far one claims to reach.
        let width = rows.iter().flatten().map(|cell| cell.column + 1).max().unwrap_or(0);
        for cell in rows.iter_mut().flatten() {
            cell.columns = cell.columns.min(width - cell.column);
        }
        let grid = Self { rows, width };
        grid.is_table().then_some(grid)
    }

    /// Whether cells stand beside each other, and below. What only puts words in their place has one cell in each row, or one
    /// row.
    fn is_table(&self) -> bool {
        let filled = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.is_empty()).count();
        self.rows.iter().filter(|row| !row.is_empty()).count() > 1 && self.rows.iter().any(|row| filled(row) > 1)
    }

    /// Its rows, from above.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.rows.iter().map(Vec::as_slice)
    }

    /// How many columns it has.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// All its words.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.texts().for_each(|cell| add(&mut text, cell));
        text
    }

    /// The words of its cells that have some, row by row.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flatten().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty())
    }

    /// Changes the words of each cell.
    pub(super) fn map(&mut self, change: impl Fn(&str) -> String) {
        self.rows.iter_mut().flatten().for_each(|cell| cell.text = change(&cell.text));
    }
}

/// Adds words with a space.
pub(super) fn add(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}
