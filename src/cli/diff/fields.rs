//! What the regulations say as a whole: in brief, and statement by statement.

use super::account::{Account, sign};
use super::find::Version;
use super::sheet::{Ink, Lead, Sheet, plain, woven};
use crate::diff::words::word_difference;
use crate::diff::{Change, Field, FieldChange, LimitValue, Mark, Statement};
use crate::model::PassportField;
use crate::vocabulary::{Bound, Channel, TermKind};

/// The terms that differ, a line each: how long it took and takes.
pub(super) fn terms_of(account: &Account<'_>) -> Vec<String> {
    let mut fields = account.difference.fields.iter();
    let Some(change) = fields.find(|change| change.field == Field::OverallLimits) else { return Vec::new() };
    let line = |kind: &TermKind| {
        let sides = |bounds: Bounds| {
            [(&change.old, account.old), (&change.new, account.new)]
                .map(|(statements, version)| term(account, version, statements, (*kind, bounds)))
        };
        let differing = |[old, new]: [String; 2]| (old != new).then_some([old, new]);
        let [old, new] = differing(sides(Bounds::Lower)).or_else(|| differing(sides(Bounds::All)))?;
        let name = account.say("diff-term", &[("kind", kind.as_str().to_owned())]);
        Some(format!("{name}: {old} → {new}"))
    };
    TermKind::ALL.iter().filter_map(line).collect()
}

/// Which bounds of a term are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bounds {
    /// That it is a lower one: a term without a bound is taken for an upper one.
    Lower,
    /// All of them: nothing else differs.
    All,
}

/// A term of one side: how long, and by which channels where that depends on them.
fn term(
    account: &Account<'_>,
    version: Version<'_>,
    statements: &[Statement],
    (kind, bounds): (TermKind, Bounds),
) -> String {
    let mut terms: Vec<(String, Vec<Channel>)> = Vec::new();
    for statement in statements {
        let Some(limit) = statement.limit.filter(|limit| limit.kind == kind) else { continue };
        let long = how_long(account, version, statement, (limit, bounds));
        match terms.iter_mut().find(|(known, channels)| *known == long && !channels.is_empty()) {
            Some((_, channels)) if !statement.channels.is_empty() => channels.extend(&statement.channels),
            _ => terms.push((long, statement.channels.clone())),
        }
    }
    let passport = version.regulation.passport.iter().filter(|(field, _)| *field == PassportField::Channels);
    let ways: Vec<Channel> = passport.flat_map(|(_, facts)| facts).flat_map(|fact| fact.channels.clone()).collect();
    let tell = |(long, own): &(String, Vec<Channel>)| {
        if ways.iter().all(|way| own.contains(way)) || own.is_empty() {
            return long.clone();
        }
        format!("{} — {long}", channels(account, own.iter().copied()))
    };
    let mut told: Vec<String> = terms.iter().map(tell).collect();
    told.dedup();
    if told.is_empty() { account.say("diff-silent", &[("of", "term".to_owned())]) } else { told.join("; ") }
}

/// A term in numbers where its words have them, else in its words, with the case or the tellings that it holds for.
fn how_long(
    account: &Account<'_>,
    version: Version<'_>,
    statement: &Statement,
    (limit, bounds): (LimitValue, Bounds),
) -> String {
    let long = length(account, statement, limit, bounds);
    let tellings = statement.of.iter().filter_map(|name| version.regulation.process(name)?.title.as_ref());
    // What tellings are called is the editor's.
    let tellings: Vec<String> = tellings.map(|title| format!("[{}]", account.said(title))).collect();
    match &statement.case {
        Some(case) => format!("{}: {long}", account.said(case)),
        None if !tellings.is_empty() => format!("{}: {long}", tellings.join(", ")),
        None => long,
    }
}

fn length(account: &Account<'_>, statement: &Statement, limit: LimitValue, bounds: Bounds) -> String {
    let Some(measure) = limit.measure else { return format!("«{}»", account.said(&statement.text)) };
    let args = [("value", measure.value.to_string()), ("unit", measure.unit.as_str().to_owned())];
    let long = account.say("diff-measure", &args);
    let is_told = |bound: &Bound| bounds == Bounds::All || *bound == Bound::AtLeast;
    let bound = limit.bound.filter(is_told).map_or("none", Bound::as_str);
    account.say("diff-bound", &[("bound", bound.to_owned()), ("measure", long)])
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
            lines.push(account.say("diff-fields", &[("state", state.to_owned()), ("fields", list(account, &names))]));
        }
    }
    lines
}

fn list(account: &Account<'_>, names: &[String]) -> String {
    let quoted = |name: &String| account.say("diff-quoted", &[("name", name.clone())]);
    names.iter().map(quoted).collect::<Vec<_>>().join(", ")
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
            let line = account.say("diff-fields", &[("state", state.to_owned()), ("fields", list(account, &names))]);
            sheet.line(2, &line);
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
            let case = statement.case_beside().map_or_else(String::new, |case| format!("{}: ", account.said(case)));
            let words = format!("{open}{case}{}{close}", account.said(&statement.text));
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
