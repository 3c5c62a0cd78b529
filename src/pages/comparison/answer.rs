//! The answer: what everybody asks for, side by side.

use std::collections::BTreeMap;

use super::super::tellings::StepsContext;
use super::super::view::{self, AnswerRow, MatrixLine, StepsInBrief};
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
        old_lines: old.to_vec(),
        new_lines: new.to_vec(),
    }
}

/// How many steps the first telling of each way has, and what the way was called then.
fn steps_by_way(lines: &[MatrixLine]) -> BTreeMap<Option<Channel>, (Option<Channel>, u32)> {
    let mut found = BTreeMap::new();
    for line in lines.iter().filter(|line| line.scope.is_empty()) {
        let Some(counted) = &line.count else { continue };
        let ways = line.channels.iter().copied().map(Some).chain(line.channels.is_empty().then_some(None));
        for way in ways {
            found.entry(way.map(Channel::today)).or_insert((way, counted.count));
        }
    }
    found
}

impl Sides<'_, '_> {
    /// What everybody asks for, the terms and the number of steps first; then what takes many words.
    pub(super) fn answer(&self) -> (Vec<AnswerRow>, Vec<AnswerRow>) {
        let of = |wanted: Field| self.difference.fields.iter().filter(move |field| field.field == wanted);
        let rows = |wanted: &[PassportField]| -> Vec<AnswerRow> {
            wanted.iter().flat_map(|wanted| of(Field::Passport(*wanted))).filter_map(|field| self.row(field)).collect()
        };
        let mut short: Vec<AnswerRow> = of(Field::OverallLimits).flat_map(|field| self.terms(field)).collect();
        for (key, [old, new]) in [("sums", &self.lines.sums), ("steps", &self.lines.steps)] {
            short.push(counted_row(key, old, new));
        }
        short.extend(rows(&SHORT));
        let mut longer = rows(&LONG);
        longer.extend(of(Field::Annexes).chain(of(Field::Definitions)).filter_map(|field| self.row(field)));
        (short, longer)
    }

    /// How many steps each way has on both sides, where it is for whatever is asked for.
    pub(super) fn steps_in_brief(&self) -> Vec<StepsInBrief> {
        let [old, new] = self.lines.steps.each_ref().map(|lines| steps_by_way(lines));
        let both = old.iter().filter_map(|(way, (channel, before))| {
            let (other, after) = new.get(way)?;
            let mut channels: Vec<Channel> = channel.iter().chain(other).copied().collect();
            channels.dedup();
            Some(StepsInBrief { channels, old: *before, new: *after })
        });
        both.collect()
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
            old_lines: Vec::new(),
            new_lines: Vec::new(),
        })
    }

    /// The terms of the whole service, each kind by itself.
    fn terms(&self, field: &FieldChange) -> Vec<AnswerRow> {
        let of = |statements: &[Statement], kind: TermKind| {
            let own = statements.iter().filter(|statement| statement.limit.is_some_and(|limit| limit.kind == kind));
            own.cloned().collect::<Vec<_>>()
        };
        let lines =
            |kind: TermKind, own: &[MatrixLine]| if kind == TermKind::Overall { own.to_vec() } else { Vec::new() };
        let [old_terms, new_terms] = &self.lines.terms;
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
                old_lines: lines(*kind, old_terms),
                new_lines: lines(*kind, new_terms),
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
            let case = statement.case_beside().map(|case| self.frame.words(case));
            let is_same = |known: &&mut view::Statement| {
                (&known.words, &known.case, known.refers) == (&words, &case, statement.refers)
            };
            match said.iter_mut().find(is_same) {
                // What one of them says of all holds for all.
                Some(known) if known.channels.is_empty() || statement.channels.is_empty() => known.channels.clear(),
                Some(known) => {
                    let new = statement.channels.iter().filter(|channel| !known.channels.contains(channel));
                    let new: Vec<Channel> = new.copied().collect();
                    known.channels.extend(new);
                }
                None => said.push(view::Statement {
                    case,
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
