//! From a difference to the data contract.

use super::SCHEMA;
use super::contract::difference as data;
use super::from_model::text;
use crate::diff::{
    Aspect, Change, Difference, Field, FieldChange, Head, Mark, Part, Piece, Statement, StepChange, TellingChange,
    TextChange,
};
use crate::model::PassportField;

pub(super) fn difference(difference: &Difference) -> data::Difference {
    data::Difference {
        schema: SCHEMA,
        old: difference.old.clone(),
        new: difference.new.clone(),
        language: difference.lang.map(|lang| lang.as_str().to_owned()),
        regulation: difference.fields.iter().map(field).collect(),
        processes: difference.tellings.iter().map(telling).collect(),
        text: difference.text.iter().map(unit).collect(),
    }
}

fn field(change: &FieldChange) -> data::FieldDifference {
    let statements = |side: &[Statement]| side.iter().map(statement).collect();
    data::FieldDifference {
        field: match change.field {
            Field::Passport(PassportField::Provider) => data::Field::Provider,
            Field::Passport(PassportField::Recipients) => data::Field::Recipients,
            Field::Passport(PassportField::Channels) => data::Field::Channels,
            Field::Passport(PassportField::Documents) => data::Field::Documents,
            Field::Passport(PassportField::Form) => data::Field::Form,
            Field::Passport(PassportField::Result) => data::Field::Result,
            Field::Passport(PassportField::Refusals) => data::Field::Refusals,
            Field::Passport(PassportField::Schedule) => data::Field::Schedule,
            Field::Passport(PassportField::Fee) => data::Field::Fee,
            Field::Passport(PassportField::Complaints) => data::Field::Complaints,
            Field::Passport(PassportField::Standard) => data::Field::Standard,
            Field::OverallLimits => data::Field::OverallLimits,
            Field::Annexes => data::Field::Annexes,
            Field::Definitions => data::Field::Definitions,
        },
        changed: change.changed,
        old: statements(&change.old),
        new: statements(&change.new),
    }
}

fn statement(statement: &Statement) -> data::Statement {
    let measure = statement.limit.and_then(|limit| limit.measure);
    data::Statement {
        at: statement.at.clone(),
        text: text(&statement.text),
        refers: statement.refers,
        channels: statement.channels.clone(),
        case: statement.case.as_ref().map(text),
        of: statement.of.clone(),
        kind: statement.limit.map(|limit| limit.kind),
        value: measure.map(|measure| measure.value),
        unit: measure.map(|measure| measure.unit),
        bound: statement.limit.and_then(|limit| limit.bound),
    }
}

fn telling(change: &TellingChange) -> data::ProcessDifference {
    data::ProcessDifference {
        old: change.old.clone(),
        new: change.new.clone(),
        old_at: change.old_at.clone(),
        new_at: change.new_at.clone(),
        steps: change.steps.iter().map(step).collect(),
    }
}

fn step(step: &StepChange) -> data::StepDifference {
    let aspect = |aspect: &Aspect| match aspect {
        Aspect::Participant => data::Aspect::Participant,
        Aspect::Limit => data::Aspect::Limit,
        Aspect::Outcome => data::Aspect::Outcome,
        Aspect::Arrow => data::Aspect::Arrow,
    };
    data::StepDifference {
        change: change(step.change),
        old: step.old.clone(),
        new: step.new.clone(),
        also: step.also.iter().map(aspect).collect(),
        fixed: step.fixed.as_ref().map(text),
        words: step.words.iter().map(piece).collect(),
    }
}

fn unit(entry: &TextChange) -> data::TextDifference {
    let place = |side: &Option<(usize, Head)>| side.as_ref().map(|(index, head)| text_place(*index, head));
    data::TextDifference {
        change: change(entry.change),
        old: place(&entry.old),
        new: place(&entry.new),
        words: entry.words.iter().map(piece).collect(),
    }
}

fn text_place(index: usize, head: &Head) -> data::TextPlace {
    let (part, row) = match head.part {
        Part::Title => (data::TextPart::Title, None),
        Part::Text => (data::TextPart::Text, None),
        Part::Columns => (data::TextPart::Columns, None),
        Part::Row(row) => (data::TextPart::Row, Some(row + 1)),
    };
    data::TextPlace { index, id: head.id.clone(), n: head.number.clone(), part, row }
}

fn change(change: Change) -> data::Change {
    match change {
        Change::Same => data::Change::Same,
        Change::Reworded => data::Change::Reworded,
        Change::Moved => data::Change::Moved,
        Change::Merged => data::Change::Merged,
        Change::Split => data::Change::Split,
        Change::Added => data::Change::Added,
        Change::Removed => data::Change::Removed,
    }
}

fn piece(piece: &Piece) -> data::Piece {
    let sign = match piece.mark {
        Mark::Kept => data::Sign::Kept,
        Mark::Gone => data::Sign::Gone,
        Mark::New => data::Sign::New,
    };
    data::Piece(sign, piece.text.clone())
}
