//! The text, part by part: what is unchanged is counted, so are the rows of long tables.

use super::account::{Account, sign};
use super::sheet::{Ink, Lead, Sheet, plain, woven};
use crate::diff::{Change, Head, Part, TextChange};

/// So many rows of one table in a row are written out if they changed; of more only the number is told.
const ROWS: usize = 8;

/// Writes what became of the text.
pub(super) fn write(account: &Account<'_>, sheet: &mut Sheet) {
    sheet.heading(&account.say("diff-text-heading", &[]));
    if account.difference.lang.is_none() {
        return sheet.line(2, &account.say("diff-text-untold", &[]));
    }
    let mut rest = account.difference.text.as_slice();
    while let Some(first) = rest.first() {
        let (run, others) = rest.split_at(run_of(rest));
        rest = others;
        if first.change == Change::Same && table_of(first).is_none() {
            folded(account, sheet, run);
        } else if run.iter().filter(|entry| entry.change != Change::Same).count() > ROWS {
            rows(account, sheet, run);
        } else {
            for part in run.chunk_by(|one, other| one.change == Change::Same && other.change == Change::Same) {
                match part {
                    [entry] if entry.change != Change::Same => self::part(account, sheet, entry),
                    same => folded(account, sheet, same),
                }
            }
        }
    }
}

/// How many parts at the beginning are told together: what is unchanged, or the rows of one table.
fn run_of(rest: &[TextChange]) -> usize {
    let Some(first) = rest.first() else { return 0 };
    let same = |entry: &&TextChange| match table_of(first) {
        Some(table) => table_of(entry) == Some(table),
        None => first.change == Change::Same && entry.change == Change::Same && table_of(entry).is_none(),
    };
    rest.iter().take_while(same).count().max(1)
}

/// Where a part stands: on the newer side, if it is there.
fn head(entry: &TextChange) -> Option<&Head> {
    entry.new.as_ref().or(entry.old.as_ref()).map(|(_, head)| head)
}

/// The anchor of the table, where it is a row of one.
fn table_of(entry: &TextChange) -> Option<&str> {
    head(entry).filter(|head| matches!(head.part, Part::Row(_))).map(|head| head.id.as_str())
}

/// How many parts are unchanged, and how many of them bear another number.
fn folded(account: &Account<'_>, sheet: &mut Sheet, run: &[TextChange]) {
    let number = |side: &Option<(usize, Head)>| side.as_ref().and_then(|(_, head)| head.number.clone());
    let renumbered = run.iter().filter(|entry| number(&entry.old) != number(&entry.new)).count();
    let ends = [run.first(), run.last()].map(|entry| entry.and_then(head).map_or("", |head| head.id.as_str()));
    let place = if ends[0] == ends[1] { ends[0].to_owned() } else { format!("{}–{}", ends[0], ends[1]) };
    let args = [("place", place), ("count", run.len().to_string()), ("renumbered", renumbered.to_string())];
    sheet.paragraph(Lead { indent: 2, sign: sign(Change::Same) }, &[plain(account.say("diff-folded", &args))]);
}

/// How many rows of a table became what.
fn rows(account: &Account<'_>, sheet: &mut Sheet, run: &[TextChange]) {
    let table = run.first().and_then(table_of).unwrap_or_default().to_owned();
    let kinds = account.kinds(run.iter().map(|entry| entry.change));
    let all = |change: Change| run.iter().all(|entry| entry.change == change);
    let own = [Change::Added, Change::Removed].into_iter().find(|change| all(*change)).unwrap_or(Change::Reworded);
    let line = account.say("diff-rows", &[("table", table), ("kinds", kinds)]);
    sheet.paragraph(Lead { indent: 2, sign: sign(own) }, &[plain(line)]);
}

fn part(account: &Account<'_>, sheet: &mut Sheet, entry: &TextChange) {
    let name = |side: &Option<(usize, Head)>| side.as_ref().map(|(_, head)| name(account, head));
    let place = match (name(&entry.old), name(&entry.new)) {
        (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
        (old, new) => new.or(old).unwrap_or_default(),
    };
    let mut runs = vec![(Ink::Bold, place), plain(": ")];
    if entry.words.is_empty() {
        runs.push(plain(account.say("diff-same-words", &[])));
    }
    runs.extend(woven(&entry.words));
    sheet.paragraph(Lead { indent: 2, sign: sign(entry.change) }, &runs);
}

/// Number as printed, anchor, and which part it is.
fn name(account: &Account<'_>, head: &Head) -> String {
    let (part, row) = match head.part {
        Part::Title => ("title", 0),
        Part::Text => ("text", 0),
        Part::Columns => ("columns", 0),
        Part::Row(row) => ("row", row + 1),
    };
    let part = account.say("diff-part", &[("part", part.to_owned()), ("row", row.to_string())]);
    let place = head.number.as_ref().map_or_else(|| head.id.clone(), |number| format!("{number} ({})", head.id));
    if part.is_empty() { place } else { format!("{place}, {part}") }
}
