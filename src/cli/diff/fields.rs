//! What the regulations say as a whole: in brief, and statement by statement.

use super::account::{Account, sign};
use super::sheet::{Ink, Lead, Sheet, plain, woven};
use crate::diff::words::word_difference;
use crate::diff::{Change, Field, FieldChange, LimitValue, Mark, Statement};
use crate::model::PassportField;
use crate::vocabulary::{Bound, Channel, TermKind};

/// The terms that differ, a line each: how long it took and takes.
pub(super) fn terms_of(account: &Account<'_>) -> Vec<String> {
    let fields = account.difference.fields.iter();
    let Some(change) = fields.into_iter().find(|change| change.field == Field::OverallLimits) else { return Vec::new() };
    let line = |kind: &TermKind| {
        let side = |statements: &[Statement]| {
            let mut found: Vec<String> =
                statements.iter().filter_map(|statement| term(account, statement, *kind)).collect();
            found.dedup();
            if found.is_empty() { account.say("diff-silent", &[("of", "term".to_owned())]) } else { found.join("; ") }
        };
        let (old, new) = (side(&change.old), side(&change.new));
        let name = account.say("diff-term", &[("kind", kind.as_str().to_owned())]);
        (old != new).then(|| format!("{name}: {old} → {new}"))
    };
    TermKind::ALL.iter().filter_map(line).collect()
}

/// A term in numbers where its words have them, else in its words; with the channels that it holds for.
fn term(account: &Account<'_>, statement: &Statement, kind: TermKind) -> Option<String> {
    let limit = statement.limit.filter(|limit| limit.kind == kind)?;
    let long = match limit {
        LimitValue { measure: Some(measure), bound, .. } => {
            let args = [("value", measure.value.to_string()), ("unit", measure.unit.as_str().to_owned())];
            let long = account.say("diff-measure", &args);
            let bound = bound.map_or("none", Bound::as_str);
            account.say("diff-bound", &[("bound", bound.to_owned()), ("measure", long)])
        }
        _ => format!("«{}»", account.said(&statement.text)),
    };
    Some(if statement.channels.is_empty() {
        long
    } else {
        format!("{} — {long}", channels(account, statement.channels.iter().copied()))
    })
}

fn channels(account: &Account<'_>, channels: impl Iterator<Item = Channel>) -> String {
    let mut channels: Vec<Channel> = channels.collect();
    channels.sort();
    channels.dedup();
    let name = |channel: &Channel| account.say("diff-channel", &[("channel", channel.as_str().to_owned())]);
    channels.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Ways to apply, where they differ; then which other fields changed, are new or are gone.
pub(super) fn brief_fields(account: &Account<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut changed, mut told, mut untold) = (Vec::new(), Vec::new(), Vec::new());
    for change in account.difference.fields.iter().filter(|change| change.changed == Some(true)) {
        let name = name(account, change.field);
        match change.field {
            Field::OverallLimits => {}
            Field::Passport(PassportField::Channels) => {
                let side = |statements: &[Statement]| {
                    let all = statements.iter().flat_map(|statement| statement.channels.iter().copied());
                    let named = channels(account, all);
                    if named.is_empty() { account.say("diff-silent", &[("of", "field".to_owned())]) } else { named }
                };
                lines.push(format!("{name}: {} → {}", side(&change.old), side(&change.new)));
            }
            _ if change.old.is_empty() => told.push(name),
            _ if change.new.is_empty() => untold.push(name),
            _ => changed.push(name),
        }
    }
    for (state, names) in [("changed", changed), ("told", told), ("untold", untold)] {
        if !names.is_empty() {
            lines.push(account.say("diff-fields", &[("state", state.to_owned()), ("fields", list(&names))]));
        }
    }
    lines
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", ")
}

fn name(account: &Account<'_>, field: Field) -> String {
    account.say("diff-field", &[("field", field.as_str().to_owned())])
}

/// Writes what is said on each side, where that differs or nobody can say; the others are only named.
pub(super) fn write(account: &Account<'_>, sheet: &mut Sheet) {
    sheet.heading(&account.say("diff-regulation", &[]));
    let (mut same, mut silent) = (Vec::new(), Vec::new());
    for change in &account.difference.fields {
        let name = name(account, change.field);
        match change.changed {
            Some(false) if change.old.is_empty() => silent.push(name),
            Some(false) => same.push(name),
            Some(true) => {
                sheet.paragraph(Lead { indent: 2, sign: "" }, &[(Ink::Bold, name)]);
                statements(account, sheet, change);
            }
            None => {
                let note = account.say("diff-untold", &[]);
                sheet.paragraph(Lead { indent: 2, sign: "" }, &[(Ink::Bold, name), plain(format!(" — {note}"))]);
                statements(account, sheet, change);
            }
        }
    }
    for (state, names) in [("same", same), ("silent", silent)] {
        if !names.is_empty() {
            let line = account.say("diff-fields", &[("state", state.to_owned()), ("fields", list(&names))]);
            account.line(sheet, 2, &line);
        }
    }
}

/// Most statements of one side that are written out; the rest stands in the text below, and in the data.
const MOST: usize = 12;

fn statements(account: &Account<'_>, sheet: &mut Sheet, change: &FieldChange) {
    if let ([old], [new]) = (change.old.as_slice(), change.new.as_slice())
        && account.difference.lang.is_some()
    {
        let pieces = word_difference(account.said(&old.text), account.said(&new.text));
        let kept = pieces.iter().filter(|piece| piece.mark == Mark::Kept).map(|piece| piece.text.len()).sum::<usize>();
        let longer = account.said(&old.text).len().max(account.said(&new.text).len());
        if kept * 2 >= longer {
            let mut runs = vec![plain(format!("{} → {}: ", old.at, new.at))];
            runs.extend(woven(&pieces));
            sheet.paragraph(Lead { indent: 4, sign: sign(Change::Reworded) }, &runs);
            return;
        }
    }
    for (change, own) in [(Change::Removed, &change.old), (Change::Added, &change.new)] {
        let (ink, open, close) = match change {
            Change::Removed => (Ink::Gone, "[-", "-]"),
            _ => (Ink::New, "{+", "+}"),
        };
        for statement in own.iter().take(MOST) {
            let channels = channels(account, statement.channels.iter().copied());
            let lead = if channels.is_empty() { String::new() } else { format!("({channels}) ") };
            let refers = if statement.refers { account.say("diff-refers", &[]) + " " } else { String::new() };
            let words = format!("{open}{}{close}", account.said(&statement.text));
            let runs = [plain(format!("{}: {lead}{refers}", statement.at)), (ink, words)];
            sheet.paragraph(Lead { indent: 4, sign: sign(change) }, &runs);
        }
        if own.len() > MOST {
            let more = account.say("diff-more", &[("count", (own.len() - MOST).to_string())]);
            sheet.paragraph(Lead { indent: 4, sign: sign(change) }, &[plain(more)]);
        }
        if own.is_empty() {
            let silent = account.say("diff-silent", &[("of", "field".to_owned())]);
            sheet.paragraph(Lead { indent: 4, sign: sign(change) }, &[plain(silent)]);
        }
    }
}
