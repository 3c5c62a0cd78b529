//! What became of the things that everybody asks for: provider, channels, terms, result, annexes, definitions.

use std::collections::BTreeSet;

use super::Sides;
use super::stems::plain_words;
use crate::lang::{Lang, Text, fold_spaces};
use crate::model::{Fact, Measure, Node, NodeKind, OverallTerm, PassportField, Regulation, walk};
use crate::vocabulary::{Bound, Channel, TermKind, Unit};

/// What is compared of a regulation as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What the passport says of this.
    Passport(PassportField),
    /// The terms of the whole service.
    OverallLimits,
    /// The annexes.
    Annexes,
    /// The abbreviations and terms it defines.
    Definitions,
}

impl Field {
    /// Every field, in the order in which they are told.
    pub const ALL: [Self; 13] = [
        Self::Passport(PassportField::Provider),
        Self::Passport(PassportField::Recipients),
        Self::Passport(PassportField::Channels),
        Self::OverallLimits,
        Self::Passport(PassportField::Documents),
        Self::Passport(PassportField::Form),
        Self::Passport(PassportField::Result),
        Self::Passport(PassportField::Refusals),
        Self::Passport(PassportField::Fee),
        Self::Passport(PassportField::Schedule),
        Self::Passport(PassportField::Complaints),
        Self::Annexes,
        Self::Definitions,
    ];

    /// The word of the data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passport(field) => field.as_str(),
            Self::OverallLimits => "overall-limits",
            Self::Annexes => "annexes",
            Self::Definitions => "definitions",
        }
    }
}

/// What became of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Which field.
    pub field: Field,
    /// Whether it means something else now; `None` where nobody can say, for the texts have no language in common.
    pub changed: Option<bool>,
    /// What the older side says; empty where it is silent.
    pub old: Vec<Statement>,
    /// What the newer side says.
    pub new: Vec<Statement>,
}

/// One thing that a regulation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The anchor of the place that says it.
    pub at: String,
    /// Its words.
    pub text: Text,
    /// It only sends the reader to another act.
    pub refers: bool,
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
    /// The case it holds for, where it is a term.
    pub case: Option<Text>,
    /// The tellings it holds for, by name, where it is a term; empty = all.
    pub of: Vec<String>,
    /// What it means, where it is a term.
    pub limit: Option<LimitValue>,
}

impl Statement {
    /// The case it holds for, where its own words do not say it.
    pub fn case_beside(&self) -> Option<&Text> {
        self.case.as_ref().filter(|case| !self.text.words.contains(&case.words))
    }
}

/// What a term of the whole service means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LimitValue {
    /// Which term.
    pub kind: TermKind,
    /// How long, where the words say so.
    pub measure: Option<Measure>,
    /// How it binds, where the words say so.
    pub bound: Option<Bound>,
}

/// The fields, in their order.
pub(super) fn fields(sides: &Sides<'_>) -> Vec<FieldChange> {
    let change = |field: Field| {
        let (old, new) = (statements(sides.old, field), statements(sides.new, field));
        FieldChange { field, changed: differ(sides, field, &old, &new), old, new }
    };
    Field::ALL.into_iter().map(change).collect()
}

fn statements(regulation: &Regulation, field: Field) -> Vec<Statement> {
    match field {
        Field::Passport(field) => {
            let facts = regulation.passport.iter().filter(|(known, _)| *known == field);
            facts.flat_map(|(_, facts)| facts).map(fact).collect()
        }
        Field::OverallLimits => regulation.terms.iter().map(term).collect(),
        Field::Annexes => annexes(&regulation.text),
        Field::Definitions => definitions(&regulation.text),
    }
}

fn fact(fact: &Fact) -> Statement {
    Statement {
        at: fact.at.clone(),
        text: fact.text.clone(),
        refers: fact.refers,
        channels: fact.channels.clone(),
        case: None,
        of: Vec::new(),
        limit: None,
    }
}

fn term(term: &OverallTerm) -> Statement {
    let limit = LimitValue { kind: term.kind, measure: term.measure, bound: term.bound };
    Statement {
        at: term.at.clone(),
        text: term.words.clone(),
        refers: false,
        channels: term.channels.clone(),
        case: term.case.clone(),
        of: term.of.clone(),
        limit: Some(limit),
    }
}

fn plain(at: &str, text: &Text) -> Statement {
    Statement {
        at: at.to_owned(),
        text: text.clone(),
        refers: false,
        channels: Vec::new(),
        case: None,
        of: Vec::new(),
        limit: None,
    }
}

/// The titles of the annexes; of one without a title, the words that are left in it.
fn annexes(nodes: &[Node]) -> Vec<Statement> {
    let mut found = Vec::new();
    walk(nodes, &mut |node| {
        if node.kind == NodeKind::Annex {
            let mut texts = Vec::new();
            walk(std::slice::from_ref(node), &mut |inner| texts.extend(inner.title.iter().chain(&inner.text)));
            found.extend(texts.first().map(|text| plain(&node.id, text)));
        }
    });
    found
}

fn definitions(nodes: &[Node]) -> Vec<Statement> {
    let mut found = Vec::new();
    walk(nodes, &mut |node| found.extend(node.defines.iter().map(|(short, _)| plain(&node.id, short))));
    found
}

/// The language in which statements of both sides can be read: that in which pairs are found, else any.
fn readable(sides: &Sides<'_>, old: &[Statement], new: &[Statement]) -> Option<Lang> {
    let can = |lang: &Lang| old.iter().chain(new).all(|statement| statement.text.get(*lang).is_some());
    sides.common.into_iter().chain(Lang::ALL).find(can)
}

/// Whether two sides mean different things; `None` where nobody can say.
fn differ(sides: &Sides<'_>, field: Field, old: &[Statement], new: &[Statement]) -> Option<bool> {
    match field {
        Field::Passport(PassportField::Channels) => Some(channels(old) != channels(new)),
        Field::OverallLimits => Some(!same_limits(old, new)),
        _ if old.is_empty() || new.is_empty() => Some(old.is_empty() != new.is_empty()),
        _ => readable(sides, old, new).map(|lang| said(lang, old) != said(lang, new)),
    }
}

/// Whether terms of two sides mean the same, way by way: of a way that only one side has, another row tells.
pub fn same_limits(old: &[Statement], new: &[Statement]) -> bool {
    let (ways_old, ways_new) = (channels(old), channels(new));
    let common: Vec<Option<Channel>> = ways_old.intersection(&ways_new).copied().map(Some).collect();
    // Where one side speaks of all ways at once, it speaks of each of the other's.
    let ways = match (common.is_empty(), ways_old.is_empty(), ways_new.is_empty()) {
        (false, ..) => common,
        (true, true, false) => ways_new.into_iter().map(Some).collect(),
        (true, false, true) => ways_old.into_iter().map(Some).collect(),
        _ => vec![None],
    };
    ways.into_iter().all(|way| limits(old, way) == limits(new, way))
}

fn channels(statements: &[Statement]) -> BTreeSet<Channel> {
    statements.iter().flat_map(|statement| statement.channels.iter().copied()).collect()
}

/// Terms by what they mean, for a way to apply; for `None` those of all ways.
fn limits(statements: &[Statement], way: Option<Channel>) -> BTreeSet<LimitValue> {
    let holds = |statement: &&Statement| {
        statement.channels.is_empty() || way.is_none_or(|way| statement.channels.contains(&way))
    };
    statements.iter().filter(holds).filter_map(|statement| statement.limit.map(LimitValue::plain)).collect()
}

impl LimitValue {
    /// The same in the form in which it is compared: hours are minutes, and a bound that nobody names is an upper one.
    fn plain(self) -> Self {
        let bound = self.bound.filter(|bound| !matches!(bound, Bound::AtMost | Bound::NotLaterThan));
        Self { measure: self.measure.map(plain_measure), bound, ..self }
    }
}

/// A length of time in the smallest unit that means the same.
pub(super) fn plain_measure(measure: Measure) -> Measure {
    match measure.unit {
        Unit::Hour => Measure { value: measure.value.saturating_mul(60), unit: Unit::Minute },
        _ => measure,
    }
}

/// The words of statements, without what introduces them: «Форма оказания услуги: бумажная» says «бумажная».
fn said(lang: Lang, statements: &[Statement]) -> BTreeSet<(Vec<String>, Vec<Channel>)> {
    let core = |statement: &Statement| {
        let text = fold_spaces(statement.text.get(lang).unwrap_or_default());
        let behind = [": ", " – ", " - "].into_iter().find_map(|sign| text.split_once(sign));
        let words = plain_words(behind.map_or(text.as_str(), |(_, words)| words)).collect();
        (words, statement.channels.clone())
    };
    statements.iter().map(core).collect()
}
