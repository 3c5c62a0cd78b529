//! What a web page and a DOCX hold: paragraphs, and tables with their grid.
//!
//! A reader tells where tables, rows and cells begin and end, and which paragraphs it meets. A table that only puts words in
//! their place is none: what its cells hold becomes text, in the order of the file.
//! 1. A table inside a table: if it is a true one, what is around it puts it in its place. Else it is text of its cell.
//! 2. Cells of one column, or of one row, are text. What stands alone on the right of an empty cell is a stamp.
//! 3. A cell that holds more than a cell of a table would is a part of the page.

use super::Paragraph;
use super::grid::{Grid, Written, add};
use crate::source::yaml::is_unprintable;

/// The indent of body text.
pub(super) const BODY: usize = 6;
/// Most tables in each other. Those further inside are text.
const DEEPEST: usize = 12;
/// Most paragraphs of a cell.
const MOST_PARAGRAPHS: usize = 40;
/// Most paragraphs of a stamp.
const MOST_OF_STAMP: usize = 12;

/// How far a cell reaches.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    /// How many columns it claims.
    pub columns: usize,
    /// How many rows it claims; 0 is all below.
    pub rows: usize,
    pub is_head: bool,
    /// It goes on with the cell above it.
    pub goes_on: bool,
}

/// A paragraph or a table.
#[derive(Debug)]
enum Block {
    Text { text: String, is_heading: bool },
    Table(Grid),
}

/// A cell while it is read.
#[derive(Debug)]
struct Cell {
    reach: Reach,
    blocks: Vec<Block>,
}

/// A table while it is read.
#[derive(Debug, Default)]
struct Table {
    /// What stands in it beside its cells: its caption.
    beside: Vec<Block>,
    rows: Vec<Vec<Cell>>,
    in_cell: bool,
}

/// Collects what a file holds.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    done: Vec<Block>,
    open: Vec<Table>,
    /// Tables that are open and too deep to be any.
    ignored: usize,
}

impl Blocks {
    /// A paragraph.
    pub fn paragraph(&mut self, text: &str, is_heading: bool) {
        // A page can write signs by their numbers that no text has: they part words, as white space does.
        let parts = text.split(|char: char| char.is_whitespace() || is_unprintable(char));
        let text = parts.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.place().push(Block::Text { text, is_heading });
        }
    }

    /// Where the next block goes.
    fn place(&mut self) -> &mut Vec<Block> {
        let Some(table) = self.open.last_mut() else { return &mut self.done };
        match table.rows.last_mut().and_then(|row| row.last_mut()).filter(|_| table.in_cell) {
            Some(cell) => &mut cell.blocks,
            None => &mut table.beside,
        }
    }

    /// A table begins.
    pub fn open_table(&mut self) {
        if self.open.len() >= DEEPEST {
            self.ignored += 1;
        } else {
            self.open.push(Table::default());
        }
    }

    /// A row begins.
    pub fn open_row(&mut self) {
        if let Some(table) = self.open.last_mut().filter(|_| self.ignored == 0) {
            table.in_cell = false;
            table.rows.push(Vec::new());
        }
    }

    /// A cell begins.
    pub fn open_cell(&mut self, reach: Reach) {
        if let Some(table) = self.open.last_mut().filter(|_| self.ignored == 0) {
            if table.rows.is_empty() {
                table.rows.push(Vec::new());
            }
            if let Some(row) = table.rows.last_mut() {
                row.push(Cell { reach, blocks: Vec::new() });
                table.in_cell = true;
            }
        }
    }

    /// A cell, or a row, ends.
    pub fn close_cell(&mut self) {
        if let Some(table) = self.open.last_mut().filter(|_| self.ignored == 0) {
            table.in_cell = false;
        }
    }

    /// A table ends.
    pub fn close_table(&mut self) {
        if self.ignored > 0 {
            self.ignored -= 1;
        } else if let Some(mut table) = self.open.pop() {
            let mut beside = std::mem::take(&mut table.beside);
            let mut held = held(table);
            let place = self.place();
            place.append(&mut beside);
            place.append(&mut held);
        }
    }

    /// The paragraphs, each numbered as a line. A table is one with its grid.
    pub fn paragraphs(mut self) -> Vec<Paragraph> {
        self.ignored = 0;
        while !self.open.is_empty() {
            self.close_table();
        }
        let paragraph = |(index, block)| {
            let (text, is_heading, grid) = match block {
                Block::Text { text, is_heading } => (text, is_heading, None),
                Block::Table(grid) => (grid.text(), false, Some(Box::new(grid))),
            };
            let indent = if is_heading { 0 } else { BODY };
            Paragraph { line: index + 1, indent, text, grid, ..Paragraph::default() }
        };
        self.done.into_iter().enumerate().map(paragraph).collect()
    }
}

/// What a table holds: itself, or what it put in its place.
fn held(table: Table) -> Vec<Block> {
    let is_part = |cell: &Cell| {
        cell.blocks.len() > MOST_PARAGRAPHS || cell.blocks.iter().any(|block| matches!(block, Block::Table(_)))
    };
    if !table.rows.iter().flatten().any(is_part) {
        let written = |cell: &Cell| {
            let mut text = String::new();
            for block in &cell.blocks {
                if let Block::Text { text: more, .. } = block {
                    add(&mut text, more);
                }
            }
            let Reach { columns, rows, is_head, goes_on } = cell.reach;
            Written { text, columns, rows, is_head, goes_on }
        };
        let rows = table.rows.iter().map(|row| row.iter().map(written).collect()).collect();
        if let Some(grid) = Grid::new(rows) {
            return vec![Block::Table(grid)];
        }
    }
    let mut blocks = Vec::new();
    for row in table.rows {
        let filled = row.iter().filter(|cell| !cell.blocks.is_empty()).count();
        for (at, mut cell) in row.into_iter().enumerate() {
            if filled == 1 && at > 0 {
                cell.blocks = stamp(cell.blocks);
            }
            blocks.append(&mut cell.blocks);
        }
    }
    blocks
}

/// What stands alone on the right: a stamp, whose lines are one.
fn stamp(blocks: Vec<Block>) -> Vec<Block> {
    if blocks.len() > MOST_OF_STAMP || blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        return blocks;
    }
    let mut stamp = String::new();
    for block in blocks {
        if let Block::Text { text, .. } = block {
            add(&mut stamp, &text);
        }
    }
    if stamp.is_empty() { Vec::new() } else { vec![Block::Text { text: stamp, is_heading: true }] }
}
