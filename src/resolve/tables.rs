//! Tables as printed: from steps to bands and rows.

use super::anchors::{Origin, Placed};
use super::memory::Speaker;
use crate::lang::Text;
use crate::model::Table;
use crate::source::schema::{Band, Cell, Lane, Lanes, Limit, Passage, TableBlock, Words, each};
use crate::vocabulary::TableForm;

/// The cells of a table in printed order.
pub(super) fn printed(speaker: &mut Speaker<'_>, table: &TableBlock, placed: &Placed<'_>) -> Table {
    let steps: Vec<&Passage> = placed
        .children
        .iter()
        .filter_map(|child| match child.source {
            Origin::Passage(passage) => Some(passage),
            _ => None,
        })
        .collect();
    match table.form.value {
        TableForm::Steps => steps_by_bands(speaker, table, &steps),
        TableForm::Lanes => lanes(speaker, table, &steps),
        TableForm::Plain | TableForm::Blank => plain(speaker, table),
    }
}

type Row = Vec<Option<Text>>;

fn cell(speaker: &mut Speaker<'_>, words: Option<&Words>) -> Option<Text> {
    words.filter(|words| !words.value.is_empty()).map(|words| speaker.text(words))
}

fn plain(speaker: &mut Speaker<'_>, table: &TableBlock) -> Table {
    let columns = table.columns.iter().map(|column| speaker.text(column)).collect();
    let mut rows = Vec::new();
    for row in &table.cells {
        let row: Row = row
            .iter()
            .map(|entry| match entry {
                Cell::Scalar(words) => cell(speaker, Some(words)),
                Cell::Map(spec) if spec.redacted.is_some() => None,
                Cell::Map(spec) => cell(speaker, spec.text.as_ref()),
            })
            .collect();
        rows.push(row);
    }
    Table { columns, rows }
}

/// A table of steps: each band repeats the names of the rows.
fn steps_by_bands(speaker: &mut Speaker<'_>, table: &TableBlock, steps: &[&Passage]) -> Table {
    let mut rows = Vec::new();
    let mut rest = steps;
    for band in &table.bands {
        let last = rest.iter().position(|step| step.n.as_ref().is_some_and(|n| n.0.value == band.to.value));
        let (own, below) = rest.split_at(last.map_or(rest.len(), |last| last + 1));
        rows.extend(band_rows(speaker, table, Some(band), own));
        rest = below;
    }
    if !rest.is_empty() {
        rows.extend(band_rows(speaker, table, None, rest));
    }
    Table { columns: Vec::new(), rows }
}

fn band_rows(speaker: &mut Speaker<'_>, table: &TableBlock, band: Option<&Band>, steps: &[&Passage]) -> Vec<Row> {
    let names = table.rows.clone().unwrap_or_default();
    let mut rows: Vec<Row> = Vec::new();
    if let Some(heading) = band.and_then(|band| band.heading.as_ref()) {
        rows.push(vec![Some(speaker.text(heading))]);
    }
    let fields: [(&str, Option<&Words>, fn(&Passage) -> Option<&Words>); 6] = [
        ("n", names.n.as_ref(), |step| step.n.as_ref().map(|n| &n.0)),
        ("by", names.by.as_ref(), |step| step.who.as_ref()),
        ("text", names.text.as_ref(), |step| step.text.as_ref()),
        ("outcome", names.outcome.as_ref(), |step| step.outcome.as_ref()),
        ("limit", names.limit.as_ref(), limit_words),
        ("next", names.next.as_ref(), |step| step.printed_next.as_ref()),
    ];
    let numbers = &table.row_numbers;
    for (index, (field, name, of)) in fields.into_iter().enumerate() {
        let loose = band.and_then(|band| band.loose.get(field)).map(Vec::as_slice).unwrap_or_default();
        if name.is_none() && loose.is_empty() && steps.iter().all(|step| of(step).is_none()) {
            continue;
        }
        let mut row: Row = Vec::new();
        if !numbers.is_empty() {
            row.push(cell(speaker, numbers.get(index)));
        }
        row.push(cell(speaker, name));
        row.extend(steps.iter().map(|step| cell(speaker, of(step))));
        row.extend(loose.iter().map(|words| cell(speaker, Some(words))));
        rows.push(row);
    }
    rows
}

fn limit_words(step: &Passage) -> Option<&Words> {
    each(step.limit.as_ref()).next().and_then(|limit| match limit {
        Limit::Scalar(words) if words.value == "unknown" => None,
        Limit::Scalar(words) => Some(words),
        Limit::Map(spec) => Some(&spec.words),
    })
}

/// A table of variants: a column for each lane, the steps in their printed rows.
fn lanes(speaker: &mut Speaker<'_>, table: &TableBlock, steps: &[&Passage]) -> Table {
    let heads = match &table.lanes {
        Some(Lanes::List(heads)) => heads.as_slice(),
        Some(Lanes::Scalar(_)) | None => &[],
    };
    let mut columns = Vec::new();
    for head in heads {
        let who = head.who.as_ref().unwrap_or(&head.by);
        let printed =
            head.group.as_ref().map_or_else(|| who.value.clone(), |group| format!("{} {}", group.value, who.value));
        columns.push(speaker.text_at(&printed, who.span));
    }
    let width = heads.len().max(steps.iter().map(|step| lane(step)).max().unwrap_or(0));
    let mut rows: Vec<Row> = Vec::new();
    for step in steps {
        let row = step.row.as_ref().map_or(1, |row| usize::from(row.value)).clamp(1, 1000);
        while rows.len() < row {
            rows.push(vec![None; width]);
        }
        let words = step.text.as_ref().map(|text| {
            let printed = step
                .label
                .as_ref()
                .map_or_else(|| text.value.clone(), |label| format!("{} {}", label.value, text.value));
            speaker.text_at(&printed, text.span)
        });
        let cells = &mut rows[row - 1];
        match cells.get_mut(lane(step).saturating_sub(1)) {
            Some(empty @ None) => *empty = words,
            _ => cells.push(words),
        }
    }
    Table { columns, rows }
}

/// The lane of a step from 1; of a lost lane the first that is possible.
fn lane(step: &Passage) -> usize {
    let lane = match &step.lane {
        Some(Lane::Scalar(lane)) => lane.value,
        Some(Lane::Map(doubtful)) => {
            let lost = doubtful.lost.as_ref().and_then(|lost| lost.first());
            doubtful.likely.as_ref().or(lost).map_or(1, |lane| lane.value)
        }
        None => 1,
    };
    usize::from(lane).clamp(1, 100)
}
