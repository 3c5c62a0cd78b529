//! The answer: what everybody asks for, side by side.

use super::super::tellings::StepsContext;
use super::super::view::{self, AnswerRow, MatrixLine};
use super::Sides;
use crate::diff::{self, Field, FieldChange, Statement};
use crate::model::PassportField;
use crate::vocabulary::{Channel, TermKind};

/// What a reader asks for first.
const SHORT: [PassportField; 5] =
    [PassportField::Channels, PassportField::Provider, PassportField::Result, PassportField::Form, PassportField::Fee];

/// What takes many words.
const LONG: [PassportField; 5] = [
    PassportField::Recipients,
    PassportField::Documents,
    PassportField::Refusals,
    PassportField::Schedule,
    PassportField::Complaints,
];

/// A row of what the site counts.
fn counted_row(key: &str, old: &[MatrixLine], new: &[MatrixLine]) -> AnswerRow {
    AnswerRow {
        key: key.to_owned(),
        term: None,
        state: "counted".to_owned(),
        old: Vec::new(),
        new: Vec::new(),
        old_counts: old.to_vec(),
        new_counts: new.to_vec(),
    }
}

impl Sides<'_, '_> {
    /// What everybody asks for, the terms and the number of steps first; then what takes many words.
    pub(super) fn answer(&self) -> (Vec<AnswerRow>, Vec<AnswerRow>) {
        let of = |wanted: Field| self.difference.fields.iter().filter(move |field| field.field == wanted);
        let rows = |wanted: &[PassportField]| -> Vec<AnswerRow> {
            wanted.iter().flat_map(|wanted| of(Field::Passport(*wanted))).filter_map(|field| self.row(field)).collect()
        };
        let mut short: Vec<AnswerRow> = of(Field::OverallLimits).flat_map(|field| self.terms(field)).collect();
        short.extend(self.counted.iter().map(|(key, [old, new])| counted_row(key, old, new)));
        short.extend(rows(&SHORT));
        (short, rows(&LONG))
    }

    fn row(&self, field: &FieldChange) -> Option<AnswerRow> {
        let (old, new) = (self.said(field.old.iter(), &self.old), self.said(field.new.iter(), &self.new));
        (!old.is_empty() || !new.is_empty()).then(|| AnswerRow {
            key: field.field.as_str().to_owned(),
            term: None,
            state: match field.changed {
                Some(true) if old.is_empty() != new.is_empty() => "only",
                Some(true) => "changed",
                Some(false) => "same",
                None => "unread",
            }
            .to_owned(),
            old,
            new,
            old_counts: Vec::new(),
            new_counts: Vec::new(),
        })
    }

    /// The terms of the whole service, each kind by itself.
    fn terms(&self, field: &FieldChange) -> Vec<AnswerRow> {
        let of = |statements: &[Statement], kind: TermKind| {
            let own = statements.iter().filter(|statement| statement.limit.is_some_and(|limit| limit.kind == kind));
            own.cloned().collect::<Vec<_>>()
        };
        let rows = TermKind::ALL.iter().filter_map(|kind| {
            let (old, new) = (of(&field.old, *kind), of(&field.new, *kind));
            let is_asked = *kind == TermKind::Overall || !old.is_empty() || !new.is_empty();
            is_asked.then(|| AnswerRow {
                key: "term".to_owned(),
                term: Some(*kind),
                state: match (diff::same_limits(&old, &new), old.is_empty() == new.is_empty()) {
                    (true, _) => "same",
                    (false, true) => "changed",
                    (false, false) => "only",
                }
                .to_owned(),
                old: self.said(old.iter(), &self.old),
                new: self.said(new.iter(), &self.new),
                old_counts: Vec::new(),
                new_counts: Vec::new(),
            })
        });
        rows.collect()
    }

    fn said<'s>(
        &self,
        statements: impl Iterator<Item = &'s Statement>,
        side: &StepsContext<'_, '_>,
    ) -> Vec<view::Statement> {
        let mut said: Vec<view::Statement> = Vec::new();
        for statement in statements.filter(|statement| !statement.text.words.is_empty()) {
            let words = self.frame.words(&statement.text);
            match said.iter_mut().find(|known| known.words == words && known.refers == statement.refers) {
                Some(known) => {
                    let new = statement.channels.iter().filter(|channel| !known.channels.contains(channel));
                    let new: Vec<Channel> = new.copied().collect();
                    known.channels.extend(new);
                }
                None => said.push(view::Statement {
                    words,
                    refers: statement.refers,
                    at: Some(side.labels.link(self.frame, &statement.at)),
                    channels: statement.channels.clone(),
                }),
            }
        }
        said
    }
}
