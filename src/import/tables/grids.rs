//! Tables whose grid is known: which form each has, and where its cells stand. What the cells say, the same rules tell as of
//! tables that were rebuilt from text.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use super::super::Paragraph;
use super::super::grid::{Cell, Grid, add};
use super::heads;
use super::lanes::{self, Variant};
use super::rows::{self, Row};
use super::steps::{Columns, Told};
use super::{Pieces, Reader, keeps, plain};

/// Most letters of what is printed between a title and its table, or between two parts of a table.
const LONGEST_HEADING: usize = 200;
/// Most letters of the number of a step.
const LONGEST_NUMBER: usize = 12;

/// A piece of an annex.
enum Part {
    Text(Paragraph),
    /// Bands of a step table, and what is printed below them.
    Steps(Paragraph, Bands),
    Other(Paragraph, Grid),
}

/// The bands of a table.
struct Bands {
    bands: Vec<Columns>,
    /// What is printed below the last one.
    below: Option<String>,
}

/// Reads what stands below a title, or above the first one. What is no table stays text.
pub(super) fn read(title: Option<Paragraph>, body: Vec<Paragraph>, pieces: &mut Pieces, reader: &mut Reader<'_>) {
    let part = |paragraph: Paragraph| match &paragraph.grid {
        None => Part::Text(paragraph),
        Some(grid) => match bands(grid, paragraph.line) {
            Some(bands) => Part::Steps(paragraph, bands),
            None => {
                let grid = Grid::clone(grid);
                Part::Other(paragraph, grid)
            }
        },
    };
    let mut parts: VecDeque<Part> = body.into_iter().map(part).collect();
    // The title, as long as its table may follow, and what was printed below it.
    let mut title = title;
    let mut heading: Option<Paragraph> = None;
    while let Some(part) = parts.pop_front() {
        match part {
            Part::Text(text) => {
                if title.is_some() && heading.is_none() && is_heading(&text) {
                    heading = Some(text);
                } else {
                    pieces.texts(title.take().into_iter().chain(heading.take()).chain([text]));
                }
            }
            Part::Steps(paragraph, bands) => {
                let mut table = Steps { texts: heading.take().into_iter().collect(), bands: Vec::new(), below: None };
                table.add(paragraph, bands);
                while table.below.is_none() {
                    match (parts.front(), parts.get(1)) {
                        (Some(Part::Text(text)), Some(Part::Steps(..))) if is_heading(text) => {}
                        (Some(Part::Steps(..)), _) => {}
                        _ => break,
                    }
                    match parts.pop_front() {
                        Some(Part::Text(text)) => table.texts.push(text),
                        Some(Part::Steps(paragraph, bands)) => table.add(paragraph, bands),
                        _ => {}
                    }
                }
                table.read(title.take(), pieces, reader);
            }
            Part::Other(paragraph, grid) => {
                if heading.is_some() {
                    pieces.texts(title.take().into_iter().chain(heading.take()));
                }
                other(title.take(), &paragraph, &grid, pieces, reader);
            }
        }
    }
    pieces.texts(title.into_iter().chain(heading));
}

/// Whether a text may be the heading of a part of a table.
fn is_heading(text: &Paragraph) -> bool {
    text.text.chars().count() <= LONGEST_HEADING && !text.text.ends_with([';', ':'])
}

/// A step table, which may be cut into several tables.
struct Steps {
    /// All that is printed of it, in its order: headings and grids.
    texts: Vec<Paragraph>,
    bands: Vec<Columns>,
    below: Option<String>,
}

impl Steps {
    /// Adds a part. What was printed above it is the heading of its first band.
    fn add(&mut self, paragraph: Paragraph, part: Bands) {
        let above = self.texts.last().filter(|last| last.grid.is_none()).map(|last| last.text.clone());
        let from = self.bands.len();
        self.bands.extend(part.bands);
        if let (Some(mut above), Some(first)) = (above, self.bands.get_mut(from)) {
            add(&mut above, first.heading.as_deref().unwrap_or_default());
            first.heading = Some(above);
        }
        self.below = part.below;
        self.texts.push(paragraph);
    }

    /// What its cells say; where they do not say all of it, the cells alone.
    fn read(self, title: Option<Paragraph>, pieces: &mut Pieces, reader: &mut Reader<'_>) {
        let named = title.clone().or_else(|| self.texts.first().map(untitled));
        let told: Vec<&str> = self.texts.iter().map(|paragraph| paragraph.text.as_str()).collect();
        let mut table = Told::default();
        for band in self.bands {
            table.add(band, reader);
        }
        let below = self.below.clone();
        let table = named.and_then(|named| {
            let table = table.table(&named, &told, reader)?;
            let mut printed = self.texts.clone();
            if let (Some(below), Some(last)) = (&below, printed.last_mut()) {
                last.text = last.text.strip_suffix(below.as_str()).unwrap_or(&last.text).to_owned();
            }
            keeps(&table, &named, &printed).then_some((table, printed))
        });
        match table {
            Some((table, printed)) => {
                pieces.table(table);
                let line = printed.last().map_or(0, |last| last.line);
                pieces.texts(below.map(|text| Paragraph::of(text, line)));
            }
            None => {
                let mut title = title;
                for mut paragraph in self.texts {
                    match paragraph.grid.take() {
                        Some(grid) => pieces.table(plain::of_grid(title.take(), &paragraph, &grid)),
                        None => pieces.texts(title.take().into_iter().chain([paragraph])),
                    }
                }
            }
        }
    }
}

/// The place of a title for a table that has none.
fn untitled(paragraph: &Paragraph) -> Paragraph {
    Paragraph::of(String::new(), paragraph.line)
}

/// A table of variants, or a plain one.
fn other(title: Option<Paragraph>, paragraph: &Paragraph, grid: &Grid, pieces: &mut Pieces, reader: &mut Reader<'_>) {
    let variant = variant(grid, paragraph.line).and_then(|variant| {
        let named = title.clone().unwrap_or_else(|| untitled(paragraph));
        let table = lanes::table(variant, &named, &[paragraph.text.as_str()], reader)?;
        keeps(&table, &named, std::slice::from_ref(paragraph)).then_some(table)
    });
    pieces.table(variant.unwrap_or_else(|| plain::of_grid(title, paragraph, grid)));
}

/// Whether a text is a number alone.
fn is_number(text: &str) -> bool {
    text.trim_end_matches(['.', ')']).bytes().all(|byte| byte.is_ascii_digit())
        && text.starts_with(|char: char| char.is_ascii_digit())
}

/// The name with which cells begin: the row, its number, its name, how many cells that takes.
fn named(cells: &[Cell]) -> Option<(Row, Option<&str>, &str, usize)> {
    let first = cells.first().filter(|first| first.column == 0)?;
    if let Some(opening) = rows::begins(&first.text) {
        let name =
            opening.number.map_or(first.text.as_str(), |number| first.text.trim_start().trim_start_matches(number));
        return Some((opening.row, opening.number, name.trim(), 1));
    }
    let second = cells.get(1).filter(|_| is_number(&first.text))?;
    let opening = rows::begins(&second.text).filter(|opening| opening.number.is_none())?;
    Some((opening.row, Some(first.text.as_str()), second.text.trim(), 2))
}

/// The bands of a step table; nothing where a grid is none. Each cell must stand under the number of a step.
fn bands(grid: &Grid, line: usize) -> Option<Bands> {
    let mut bands: Vec<Columns> = Vec::new();
    // The columns of the steps of the last band, and the row that was read last.
    let mut steps: Vec<Range<usize>> = Vec::new();
    let mut row: Option<Row> = None;
    let mut heading = String::new();
    for cells in grid.rows() {
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        if filled == 0 {
            continue;
        }
        let mut told = cells;
        if let Some((of, number, name, taken)) = named(cells) {
            told = &cells[taken..];
            if of == Row::Number {
                let numbers: Vec<&Cell> = told.iter().filter(|cell| !cell.is_empty()).collect();
                steps = numbers.iter().map(|cell| cell.column..cell.column + cell.columns).collect();
                let is_numbered = |cell: &&Cell| {
                    cell.text.chars().count() <= LONGEST_NUMBER
                        && cell.text.contains(|char: char| char.is_ascii_digit())
                };
                if steps.is_empty() || !numbers.iter().all(is_numbered) {
                    return None;
                }
                let heading = std::mem::take(&mut heading);
                let heading = (!heading.is_empty()).then_some(heading);
                bands.push(Columns { heading, line, count: steps.len(), is_sure: true, ..Columns::default() });
            } else if !heading.is_empty() {
                return None;
            }
            let band = bands.last_mut()?;
            if band.names.insert(of, name.to_owned()).is_some() {
                return None;
            }
            band.numbers.extend(number.map(str::to_owned));
            row = Some(of);
        } else if filled == 1 && cells.first().is_some_and(|first| first.column == 0 && !first.is_empty()) {
            add(&mut heading, cells.first().map_or("", |first| &first.text));
            row = None;
            continue;
        } else if cells.first().is_some_and(|first| first.column == 0 && !first.is_empty()) {
            return None;
        }
        place(told, bands.last_mut()?, row?, &steps)?;
    }
    if bands.is_empty() {
        return None;
    }
    Some(Bands { bands, below: (!heading.is_empty()).then_some(heading) })
}

/// Puts cells under the steps above them; nothing where one stands under none.
fn place(cells: &[Cell], band: &mut Columns, row: Row, steps: &[Range<usize>]) -> Option<()> {
    let own = band.cells.entry(row).or_insert_with(|| vec![String::new(); steps.len()]);
    let mut last = None;
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let reach = cell.column..cell.column + cell.columns;
        let mut over = (0..steps.len()).filter(|at| steps[*at].start < reach.end && reach.start < steps[*at].end);
        let first = over.next()?;
        // What stands below another cell under the same name goes on with it; two beside each other are not one.
        band.is_sure &= last != Some(first);
        last = Some(first);
        add(&mut own[first], &cell.text);
        for at in over {
            // One name over several columns is who acts in each; other words are of the first or of all, which nobody says.
            if row == Row::By {
                add(&mut own[at], &cell.text);
            } else {
                band.is_sure = false;
            }
        }
    }
    Some(())
}

/// The lanes and cells of a table of variants; nothing where a grid is none.
fn variant(grid: &Grid, line: usize) -> Option<Variant> {
    let rows: Vec<&[Cell]> = grid.rows().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    let begins = |row: &&[Cell]| row.iter().any(|cell| lanes::begins(&cell.text));
    let first = rows.iter().position(begins).filter(|first| *first > 0)?;
    let mut columns: BTreeMap<usize, String> = BTreeMap::new();
    let mut head = String::new();
    for cells in &rows[..first] {
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        for cell in filled.by_ref() {
            add(&mut head, &cell.text.to_lowercase());
            add(columns.entry(cell.column).or_default(), &cell.text);
        }
    }
    let mut cells: Vec<lanes::Cell> = Vec::new();
    let lane = |column: usize| columns.keys().position(|known| *known == column).map(|at| at + 1);
    for (at, row) in rows[first..].iter().enumerate() {
        for cell in row.iter().filter(|cell| !cell.is_empty()) {
            if !lanes::begins(&cell.text) {
                return None;
            }
            let lane = lane(cell.column)?;
            for mut of_cell in lanes::cells(&[Paragraph::of(cell.text.clone(), line)], 0) {
                of_cell.row = at + 1;
                of_cell.lane = Some(lane);
                cells.push(of_cell);
            }
        }
    }
    let heads = heads::heads(columns.values().map(String::as_str));
    // Every column must have said who acts in it.
    (heads.len() == columns.len()).then_some(Variant { head, heads, cells, ..Variant::default() })
}
