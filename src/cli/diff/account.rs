//! The account of a difference: who is compared, the answer in words and numbers, what the signs mean; then all of it.

use super::fields::{self, brief_fields, terms_of};
use super::find::Version;
use super::sheet::{Lead, Sheet, plain};
use super::{steps, text};
use crate::diff::{Change, Difference};
use crate::lang::{Lang, Messages, Text};
use crate::model::Dated;

/// What is told, and in which words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Account<'a> {
    pub messages: &'a Messages,
    pub difference: &'a Difference,
    pub old: Version<'a>,
    pub new: Version<'a>,
    /// The language in which the reader wants the texts.
    pub asked: Lang,
}

/// Every kind, in the order in which they are counted.
const KINDS: [Change; 7] =
    [Change::Same, Change::Reworded, Change::Moved, Change::Merged, Change::Split, Change::Added, Change::Removed];

impl Account<'_> {
    /// Writes all of it.
    pub(super) fn write(&self, sheet: &mut Sheet) {
        self.version(sheet, "old", self.old);
        self.version(sheet, "new", self.new);
        if self.difference.lang != Some(self.asked) {
            sheet.space();
            let lang = self.difference.lang.map_or("none", Lang::as_str);
            sheet.line(0, &self.say("diff-language", &[("lang", lang.to_owned())]));
        }
        if self.difference.is_empty() {
            sheet.space();
            return sheet.line(0, &self.say("diff-none", &[]));
        }
        self.brief(sheet);
        sheet.heading(&self.say("diff-legend", &[]));
        let occurring = self.occurring();
        for change in KINDS.into_iter().filter(|change| occurring.contains(change)) {
            let name = self.say("diff-kind", &[("kind", self.kind(change).to_owned())]);
            sheet.paragraph(Lead { indent: 2, sign: sign(change) }, &[plain(name)]);
        }
        sheet.line(2, &self.say("diff-marks", &[]));
        fields::write(self, sheet);
        steps::write(self, sheet);
        text::write(self, sheet);
    }

    /// The kinds whose signs stand in the account.
    fn occurring(&self) -> Vec<Change> {
        let difference = self.difference;
        let steps = difference.tellings.iter().flat_map(|telling| &telling.steps).map(|step| step.change);
        let text = difference.text.iter().filter(|_| difference.lang.is_some()).map(|entry| entry.change);
        let told = difference.fields.iter().filter(|field| field.changed != Some(false));
        steps.chain(text).chain(told.flat_map(|_| [Change::Added, Change::Removed])).collect()
    }

    /// Which regulation of which act stands on a side.
    fn version(&self, sheet: &mut Sheet, side: &str, version: Version<'_>) {
        let date = match version.act.signed {
            Dated::Unknown => "none".to_owned(),
            Dated::On(date) => {
                let (day, month) = (format!("{:02}", date.day()), format!("{:02}", date.month()));
                let year = date.year().to_string();
                self.say("diff-date", &[("day", day), ("month", month), ("year", year)])
            }
        };
        let side = self.say("diff-side", &[("side", side.to_owned())]);
        let by = version.act.adopted_by.shown(self.asked).words.to_owned();
        let act = self.say("diff-act", &[("by", by), ("number", version.act.number.clone()), ("date", date)]);
        let title = version.regulation.title.shown(self.asked).words;
        let lead = format!("{side} ");
        let runs = [plain(format!("{title}\n{act}\n{}", version.regulation.id()))];
        sheet.paragraph(Lead { indent: 0, sign: &lead }, &runs);
    }

    /// The answer: terms, ways to apply, which other fields changed, how many steps and parts of the text.
    fn brief(&self, sheet: &mut Sheet) {
        sheet.heading(&self.say("diff-brief", &[]));
        for line in terms_of(self).into_iter().chain(brief_fields(self)) {
            sheet.line(2, &line);
        }
        let steps =
            |version: Version<'_>| version.regulation.processes.iter().map(|own| own.steps.len()).sum::<usize>();
        let tellings = &self.difference.tellings;
        let changes = tellings.iter().flat_map(|telling| &telling.steps).map(|step| step.change);
        self.counts(sheet, "diff-steps", [steps(self.old), steps(self.new)], changes);
        let text = &self.difference.text;
        let sides = [
            text.iter().filter(|entry| entry.old.is_some()).count(),
            text.iter().filter(|entry| entry.new.is_some()).count(),
        ];
        if self.difference.lang.is_some() {
            self.counts(sheet, "diff-text", sides, text.iter().map(|entry| entry.change));
        }
    }

    /// A line of numbers: how many there were and are, and of which kinds.
    fn counts(&self, sheet: &mut Sheet, id: &str, sides: [usize; 2], changes: impl Iterator<Item = Change>) {
        let [old, new] = sides.map(|count| count.to_string());
        let name = self.say(id, &[]);
        sheet.line(2, &format!("{name}: {old} → {new}; {}", self.kinds(changes)));
    }

    /// How many of each kind; kinds that do not occur are left out.
    pub(super) fn kinds(&self, changes: impl Iterator<Item = Change>) -> String {
        let changes: Vec<Change> = changes.collect();
        let counted = KINDS.into_iter().filter_map(|kind| {
            let count = changes.iter().filter(|change| **change == kind).count();
            let args = [("kind", self.kind(kind).to_owned()), ("count", count.to_string())];
            (count > 0).then(|| self.say("diff-count", &args))
        });
        counted.collect::<Vec<_>>().join(", ")
    }

    /// The word by which messages select a kind. Where no words were compared, what belongs together is no more than paired.
    fn kind(&self, change: Change) -> &'static str {
        match change {
            Change::Reworded if self.difference.lang.is_none() => "paired",
            _ => change.as_str(),
        }
    }

    /// A message.
    pub(super) fn say(&self, id: &str, args: &[(&str, String)]) -> String {
        self.messages.format(id, args)
    }

    /// A text of the law in the language in which words are compared, else as it is written.
    pub(super) fn said<'t>(&self, text: &'t Text) -> &'t str {
        self.difference.lang.and_then(|lang| text.get(lang)).unwrap_or(&text.words)
    }
}

/// The sign before what became so.
pub(super) fn sign(change: Change) -> &'static str {
    match change {
        Change::Same => "= ",
        Change::Reworded => "~ ",
        Change::Moved => "> ",
        Change::Merged => "& ",
        Change::Split => "/ ",
        Change::Added => "+ ",
        Change::Removed => "- ",
    }
}
