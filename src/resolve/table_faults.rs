//! Faults of printed tables: fields that have no use in a table of their form, and those it lacks.

use std::collections::{BTreeMap, BTreeSet};

use super::address_lists;
use super::anchors::{Origin, Placed};
use super::arrows::unknown_word;
use super::memory::Speaker;
use super::tables::{FIELDS, ends, steps_of};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::source::schema::{Cell, Columns, LaneHead, Lanes, Passage, TableBlock, Who, each};
use crate::vocabulary::{AddressColumn, TableForm};

/// Faults of the tables of a document: fields that have no use in a table of this form, and those it lacks.
pub(super) fn check_tables(speaker: &mut Speaker<'_>, participants: &BTreeSet<String>, elements: &[Placed<'_>]) {
    for placed in elements {
        if let Origin::Table(table) = placed.source {
            check_form(speaker, table);
            check_written(speaker, table);
            address_lists::check(speaker, table);
            let steps: Vec<&Passage> = steps_of(placed).into_iter().map(|(_, step)| step).collect();
            check_cells(speaker, table, &steps);
            if let Some(Lanes::List(heads)) = &table.lanes {
                check_lanes(speaker, participants, heads);
            }
        }
        check_tables(speaker, participants, &placed.children);
    }
}

fn check_form(speaker: &mut Speaker<'_>, table: &TableBlock) {
    let place = table.form.span;
    let form = table.form.value;
    let tells = matches!(form, TableForm::Steps | TableForm::Lanes);
    let useless = [
        ("process", table.process.is_some() && !tells),
        ("steps", !table.steps.is_empty() && !tells),
        ("columns", table.columns.heads().next().is_some() && tells),
        ("cells", !table.cells.is_empty() && (tells || form == TableForm::Addresses)),
        ("entries", !table.entries.is_empty() && form != TableForm::Addresses),
        ("lanes", table.lanes.is_some() && form != TableForm::Lanes),
        ("rows", table.rows.is_some() && form != TableForm::Steps),
        ("row_numbers", !table.row_numbers.is_empty() && form != TableForm::Steps),
        ("bands", !table.bands.is_empty() && form != TableForm::Steps),
    ];
    for (field, _) in useless.into_iter().filter(|(_, given)| *given) {
        speaker.report(Diagnostic::new(Code::Misplaced, place).with("field", field));
    }
    let lists = matches!(&table.columns, Columns::List(_));
    let lacking = [
        ("process", table.process.is_none() && tells),
        ("lanes", table.lanes.is_none() && form == TableForm::Lanes),
        ("columns", lists && form == TableForm::Addresses),
    ];
    for (field, _) in lacking.into_iter().filter(|(_, lacking)| *lacking) {
        speaker.report(Diagnostic::new(Code::MissingField, place).with("field", field));
    }
}

/// What a table that is written cell by cell must not hide, and what the rows of a table of steps cannot hold.
fn check_written(speaker: &mut Speaker<'_>, table: &TableBlock) {
    let entries = table.entries.iter().flat_map(|entry| AddressColumn::ALL.iter().filter_map(|kind| entry.cell(*kind)));
    for cell in table.cells.iter().flatten().chain(entries) {
        if let Cell::Map(spec) = cell
            && let (Some(_), Some(text)) = (&spec.redacted, &spec.text)
        {
            speaker.report(Diagnostic::new(Code::Misplaced, text.span).with("field", "text"));
        }
    }
    let rows = table.rows.as_ref().map_or(0, |names| {
        [&names.n, &names.by, &names.text, &names.outcome, &names.limit, &names.next].into_iter().flatten().count()
    });
    if let Some(surplus) = table.row_numbers.get(rows) {
        speaker.report(Diagnostic::new(Code::Misplaced, surplus.span).with("field", "row_numbers"));
    }
}

fn check_cells(speaker: &mut Speaker<'_>, table: &TableBlock, steps: &[&Passage]) {
    let lanes = table.form.value == TableForm::Lanes;
    for step in steps {
        let place = step.words().map_or(table.form.span, |words| words.span);
        // What a table does not print would be lost from the text.
        let useless = [
            ("body", !step.body.is_empty()),
            ("steps", !step.steps.is_empty()),
            ("limit", each(step.limit.as_ref()).count() > usize::from(!lanes)),
            ("outcome", step.outcome.is_some() && lanes),
            ("printed_next", step.printed_next.is_some() && lanes),
            ("row", step.row.is_some() && !lanes),
            ("lane", step.lane.is_some() && !lanes),
        ];
        for (field, _) in useless.into_iter().filter(|(_, given)| *given) {
            speaker.report(Diagnostic::new(Code::Misplaced, place).with("field", field));
        }
        // Several names are printed in words that only the act knows.
        if let (Some(Who::Map(_)), None, false) = (&step.by, &step.who, lanes) {
            speaker.report(Diagnostic::new(Code::MissingField, place).with("field", "who"));
        }
    }
    let mut rest = steps;
    for band in &table.bands {
        match rest.iter().position(|step| ends(band, step)) {
            Some(last) => rest = &rest[last + 1..],
            None => {
                let numbers: Vec<&str> =
                    steps.iter().filter_map(|step| Some(step.n.as_ref()?.0.value.as_str())).collect();
                let diagnostic = Diagnostic::new(Code::UnknownStep, band.to.span)
                    .with_nearest(nearest(&band.to, numbers.iter().copied()))
                    .with("step", band.to.value.clone())
                    .with("process", table.process.as_ref().map_or("", |name| name.value.as_str()))
                    .with("last", numbers.last().copied().unwrap_or("none"));
                speaker.report(diagnostic);
            }
        }
        for (row, _) in &band.loose {
            if !FIELDS.contains(&row.value.as_str()) {
                speaker.report(unknown_word(row, &FIELDS));
            }
        }
    }
}

fn check_lanes(speaker: &mut Speaker<'_>, participants: &BTreeSet<String>, heads: &[LaneHead]) {
    let mut seen: BTreeMap<u16, Span> = BTreeMap::new();
    for head in heads {
        if let Some(first) = seen.insert(head.lane.value, head.lane.span) {
            let diagnostic = Diagnostic::new(Code::DuplicateId, head.lane.span).also(first);
            speaker.report(diagnostic.with("id", head.lane.value.to_string()));
        }
        if !participants.contains(&head.by.value) {
            let meant = nearest(&head.by, participants.iter().map(String::as_str));
            let diagnostic = Diagnostic::new(Code::UnknownParticipant, head.by.span).with_nearest(meant);
            speaker.report(diagnostic.with("participant", head.by.value.clone()));
        }
    }
}
