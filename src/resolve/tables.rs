//! Tables as printed: from steps to bands and rows, from lanes to columns. Their faults are in [`super::table_faults`].

use std::collections::BTreeMap;

use super::address_lists;
use super::anchors::{Document, Origin, Placed, TellingSource};
use super::memory::Speaker;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::lang::{Text, fold_spaces};
use crate::model::{CellPlace, CellState, Slip, Table, TableShape};
use crate::source::schema::{Band, Cell, Lane, LaneHead, Lanes, Limit, Passage, TableBlock, Who, Words, each};
use crate::vocabulary::TableForm;

/// What the tables of a document print besides their own words.
#[derive(Default)]
pub(super) struct TableNames<'a> {
    /// Names of the participants, by id.
    pub participants: BTreeMap<String, Text>,
    /// The lanes of each table of variants, by the name of its telling.
    pub lanes: BTreeMap<&'a str, &'a [LaneHead]>,
}

/// The lanes of each table of variants. Tables that have the same ones as another are given those.
pub(super) fn lanes_by_telling<'a>(
    speaker: &mut Speaker<'_>,
    document: &Document<'a>,
) -> BTreeMap<&'a str, &'a [LaneHead]> {
    let mut lanes: BTreeMap<&str, &[LaneHead]> = BTreeMap::new();
    let mut same: Vec<(&str, &Words)> = Vec::new();
    for telling in &document.tellings {
        let TellingSource::Table(table) = telling.source else { continue };
        match (&table.process, &table.lanes) {
            (Some(name), Some(Lanes::List(heads))) => {
                lanes.entry(&name.value).or_insert(heads);
            }
            (Some(name), Some(Lanes::Scalar(other))) => same.push((&name.value, other)),
            _ => {}
        }
    }
    let own: Vec<&str> = lanes.keys().copied().collect();
    for (name, other) in same {
        match lanes.get(other.value.as_str()).copied() {
            Some(heads) => {
                lanes.entry(name).or_insert(heads);
            }
            None => {
                let diagnostic = Diagnostic::new(Code::UnknownProcess, other.span);
                let meant = nearest(other, own.iter().copied());
                speaker.report(diagnostic.with_nearest(meant).with("process", other.value.clone()));
            }
        }
    }
    lanes
}

/// A step of a table, with its anchor.
pub(super) type CellStep<'a> = (&'a str, &'a Passage);

/// The steps of a table. What else stands among them is printed below the table.
pub(super) fn steps_of<'a>(placed: &'a Placed<'a>) -> Vec<CellStep<'a>> {
    let step = |child: &'a Placed<'a>| match child.source {
        Origin::Passage(passage) if child.step_of.is_some() => Some((child.id.as_str(), passage)),
        _ => None,
    };
    placed.children.iter().filter_map(step).collect()
}

/// The cells of a table in printed order.
pub(super) fn printed(
    speaker: &mut Speaker<'_>,
    names: &TableNames<'_>,
    table: &TableBlock,
    placed: &Placed<'_>,
) -> (Table, TableShape) {
    let steps = steps_of(placed);
    let (printed, mut shape) = match table.form.value {
        TableForm::Steps => steps_by_bands(speaker, names, table, &steps),
        TableForm::Lanes => lanes(speaker, names, table, &steps),
        TableForm::Plain | TableForm::Blank => plain(speaker, table),
        TableForm::Addresses => address_lists::printed(speaker, table, &placed.id),
    };
    shape.slips = steps.iter().flat_map(|(_, step)| slips_of(step)).collect();
    (printed, shape)
}

/// The slips that a step of a table marks in its cells.
fn slips_of(step: &Passage) -> impl Iterator<Item = Slip> {
    let slips = step.sic.iter();
    slips.map(|(words, meant)| Slip { words: fold_spaces(words), meant: fold_spaces(meant), span: words.span })
}

/// The slips in the cells of a step: each stands in one of them.
pub(super) fn slips_in_cells(speaker: &mut Speaker<'_>, passage: &Passage) -> Vec<Slip> {
    let limits = each(passage.limit.as_ref()).map(|limit| match limit {
        Limit::Scalar(words) => words,
        Limit::Map(spec) => &spec.words,
    });
    let cells = passage.words().into_iter().chain(&passage.label).chain(&passage.who).chain(&passage.outcome);
    let cells: Vec<String> = cells.chain(limits).map(|words| fold_spaces(words)).collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    for (words, _) in &passage.sic {
        speaker.quotation(words, &cells);
    }
    slips_of(passage).collect()
}

type Row = Vec<Option<Text>>;

fn cell(speaker: &mut Speaker<'_>, words: Option<&Words>) -> Option<Text> {
    words.filter(|words| !words.value.is_empty()).map(|words| speaker.text(words))
}

fn plain(speaker: &mut Speaker<'_>, table: &TableBlock) -> (Table, TableShape) {
    let columns = table.columns.heads().map(|column| speaker.text(column)).collect();
    let mut printed = Table { columns, ..Table::default() };
    let mut shape = TableShape::default();
    for (row, cells) in table.cells.iter().enumerate() {
        let places = (0..).map(|column| CellPlace { row, column });
        let cells = places.zip(cells).map(|(place, entry)| written_cell(speaker, &mut shape, place, entry));
        printed.rows.push(cells.collect());
    }
    (printed, shape)
}

/// A cell that is written out; what is not shown of it is noted in the shape.
pub(super) fn written_cell(
    speaker: &mut Speaker<'_>,
    shape: &mut TableShape,
    place: CellPlace,
    entry: &Cell,
) -> Option<Text> {
    match entry {
        Cell::Scalar(words) => cell(speaker, Some(words)),
        Cell::Map(spec) => {
            if let Some(reason) = &spec.redacted {
                shape.marks.push((place, CellState::Redacted(speaker.text(reason))));
            }
            cell(speaker, spec.text.as_ref().filter(|_| spec.redacted.is_none()))
        }
    }
}

/// The rows of a table of steps.
pub(super) const FIELDS: [&str; 6] = ["n", "by", "text", "outcome", "limit", "next"];

/// Whether a step is the last one of a band.
pub(super) fn ends(band: &Band, step: &Passage) -> bool {
    step.n.as_ref().is_some_and(|n| n.0.value == band.to.value)
}

/// A table of steps: each band repeats the names of the rows.
fn steps_by_bands(
    speaker: &mut Speaker<'_>,
    names: &TableNames<'_>,
    table: &TableBlock,
    steps: &[CellStep<'_>],
) -> (Table, TableShape) {
    let heads = 1 + usize::from(!table.row_numbers.is_empty());
    let mut printed = Printed { rows: Vec::new(), shape: TableShape { heads, ..TableShape::default() } };
    let mut rest = steps;
    for band in &table.bands {
        let last = rest.iter().position(|(_, step)| ends(band, step));
        let (own, below) = rest.split_at(last.map_or(rest.len(), |last| last + 1));
        printed.shape.bands.push(printed.rows.len());
        band_rows(speaker, names, table, BandSteps { band: Some(band), steps: own }, &mut printed);
        rest = below;
    }
    if !rest.is_empty() {
        if !printed.shape.bands.is_empty() {
            printed.shape.bands.push(printed.rows.len());
        }
        band_rows(speaker, names, table, BandSteps { band: None, steps: rest }, &mut printed);
    }
    (Table { rows: printed.rows, ..Table::default() }, printed.shape)
}

/// The rows of a table as far as they are printed.
struct Printed {
    rows: Vec<Row>,
    shape: TableShape,
}

/// A band and its steps.
#[derive(Clone, Copy)]
struct BandSteps<'a> {
    band: Option<&'a Band>,
    steps: &'a [CellStep<'a>],
}

fn band_rows(
    speaker: &mut Speaker<'_>,
    names: &TableNames<'_>,
    table: &TableBlock,
    BandSteps { band, steps }: BandSteps<'_>,
    printed: &mut Printed,
) {
    if let Some(heading) = band.and_then(|band| band.heading.as_ref()) {
        printed.rows.push(vec![Some(speaker.text(heading))]);
    }
    let given = table.rows.clone().unwrap_or_default();
    let row_names = [given.n, given.by, given.text, given.outcome, given.limit, given.next];
    let mut numbers = table.row_numbers.iter();
    let mut begun = false;
    for (field, name) in FIELDS.into_iter().zip(&row_names) {
        let cells: Row = steps.iter().map(|(_, step)| step_cell(speaker, names, step, field)).collect();
        let loose = band.and_then(|band| band.loose.get(field)).map(Vec::as_slice).unwrap_or_default();
        let empty = cells.iter().all(Option::is_none);
        if name.is_none() && loose.is_empty() && empty {
            continue;
        }
        let mut row: Row = Vec::new();
        if printed.shape.heads > 1 {
            row.push(cell(speaker, numbers.next()));
        }
        row.push(cell(speaker, name.as_ref()));
        // Where no cell of a row has its column, only those stand in it whose column nobody knows.
        if loose.is_empty() || !empty {
            // The first row that has a cell for each step is where the steps begin.
            if !std::mem::replace(&mut begun, true) {
                let places = (row.len()..).map(|column| CellPlace { row: printed.rows.len(), column });
                printed.shape.steps.extend(places.zip(steps.iter().map(|(id, _)| (*id).to_owned())));
            }
            row.extend(cells);
        }
        for words in loose {
            let place = CellPlace { row: printed.rows.len(), column: row.len() };
            printed.shape.marks.push((place, CellState::Loose));
            row.push(cell(speaker, Some(words)));
        }
        printed.rows.push(row);
    }
}

/// What a step prints in a row.
fn step_cell(speaker: &mut Speaker<'_>, names: &TableNames<'_>, step: &Passage, field: &str) -> Option<Text> {
    match field {
        "n" => cell(speaker, step.n.as_ref().map(|n| &n.0)),
        "by" => match (&step.who, &step.by) {
            (Some(who), _) => cell(speaker, Some(who)),
            (None, Some(Who::Scalar(id))) => names.participants.get(&id.value).cloned(),
            (None, _) => None,
        },
        "text" => cell(speaker, step.text.as_ref()),
        "outcome" => cell(speaker, step.outcome.as_ref()),
        "limit" => cell(speaker, limit_words(step)),
        _ => cell(speaker, step.printed_next.as_ref()),
    }
}

fn limit_words(step: &Passage) -> Option<&Words> {
    each(step.limit.as_ref()).next().and_then(|limit| match limit {
        Limit::Scalar(words) if words.value == "unknown" => None,
        Limit::Scalar(words) => Some(words),
        Limit::Map(spec) => Some(&spec.words),
    })
}

/// A table of variants: a column for each lane, the steps in their printed rows.
fn lanes(
    speaker: &mut Speaker<'_>,
    names: &TableNames<'_>,
    table: &TableBlock,
    steps: &[CellStep<'_>],
) -> (Table, TableShape) {
    let heads =
        table.process.as_ref().and_then(|name| names.lanes.get(name.value.as_str())).copied().unwrap_or_default();
    let mut columns = Vec::new();
    for head in heads {
        let name = names.participants.get(&head.by.value).map_or("", |name| name.words.as_str());
        let who = head.who.as_ref().map_or(name, |who| who.value.as_str());
        let group = head.group.as_ref().map_or("", |group| group.value.as_str());
        columns.push(speaker.text_at(&format!("{group} {who}"), head.by.span));
    }
    let width = heads.len().max(steps.iter().map(|(_, step)| column(heads, step) + 1).max().unwrap_or(0));
    let mut rows: Vec<Row> = Vec::new();
    let mut shape = TableShape::default();
    for (id, step) in steps {
        let row = step.row.as_ref().map_or(1, |row| usize::from(row.value)).clamp(1, 1000);
        while rows.len() < row {
            rows.push(vec![None; width]);
        }
        let words = step.text.as_ref().map(|text| {
            let label = step.label.as_ref().map_or("", |label| label.value.as_str());
            speaker.text_at(&format!("{label} {}", text.value), text.span)
        });
        let cells = &mut rows[row - 1];
        let mut column = column(heads, step);
        match cells.get_mut(column) {
            Some(empty @ None) => *empty = words,
            _ => {
                column = cells.len();
                cells.push(words);
            }
        }
        let place = CellPlace { row: row - 1, column };
        shape.steps.push((place, (*id).to_owned()));
        if let Some(Lane::Map(doubtful)) = &step.lane {
            let likely = doubtful.likely.is_some();
            shape.marks.push((place, if likely { CellState::LaneLikely } else { CellState::LaneLost }));
        }
    }
    (Table { columns, rows, ..Table::default() }, shape)
}

/// The column of a step from 0; of a lost lane the first that is possible.
fn column(heads: &[LaneHead], step: &Passage) -> usize {
    let lane = match &step.lane {
        Some(Lane::Scalar(lane)) => lane.value,
        Some(Lane::Map(doubtful)) => {
            let lost = doubtful.lost.as_ref().and_then(|lost| lost.first());
            doubtful.likely.as_ref().or(lost).map_or(1, |lane| lane.value)
        }
        None => 1,
    };
    let place = heads.iter().position(|head| head.lane.value == lane);
    place.unwrap_or_else(|| usize::from(lane).clamp(1, 100) - 1)
}
