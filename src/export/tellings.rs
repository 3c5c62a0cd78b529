//! From the model to the data contract: tellings and their steps, with the arrows that `flow` draws.

use super::contract as data;
use super::from_model::text;
use crate::flow::{self, Goal};
use crate::model::{About, Binds, Form, Lane, LaneOf, LanePlace, Limit, Link, Origin, Process, Scope, Sure};
use crate::vocabulary::Role;

fn scope(scope: &Scope) -> data::Scope {
    data::Scope {
        channel: scope.channels.clone(),
        object: scope.objects.clone(),
        applicant: scope.applicants.clone(),
        variant: scope.variant,
    }
}

pub(super) fn process(process: &Process) -> data::Process {
    let graph = flow::graph(process);
    let steps = process.steps.iter().enumerate().map(|(index, step)| data::Step {
        id: step.id.clone(),
        parent: step.parent.clone(),
        n: step.number.clone(),
        label: step.label.as_ref().map(text),
        kind: step.kind,
        participants: data::Doers {
            ids: step.doers.ids.clone(),
            mode: step.doers.mode.as_str().to_owned(),
            as_written: step.doers.as_written.as_ref().map(text),
            chosen_by: step.doers.chosen_by.clone(),
            sure: match step.doers.sure {
                Sure::Said => data::Sure::Said,
                Sure::Likely => data::Sure::Likely,
                Sure::Lost => data::Sure::Lost,
            },
            inherited: step.doers.inherited,
        },
        to: (!step.to.is_empty()).then(|| step.to.clone()),
        at: (!step.at.is_empty()).then(|| step.at.clone()),
        text: text(&step.text),
        outcome: step.outcome.as_ref().map(text),
        guard: step.guard.as_ref().map(text),
        only: step.only.as_ref().map(scope),
        limits: step.limits.iter().map(limit).collect(),
        // A list of results or terms tells no steps that follow each other.
        next: match process.role {
            Role::Sequence | Role::Contents => graph.out(index).map(|edge| arrow(process, edge)).collect(),
            Role::Results | Role::Terms => Vec::new(),
        },
        printed_next: step.printed_next.as_ref().map(text),
        waits: step.waits,
        entry: step.entry.as_ref().map(text),
        happens_after: match step.happens_after {
            Some(after) => Some(process.steps[after].id.clone()),
            None => step.order_unknown.then(|| "unknown".to_owned()),
        },
        variant_of: step.variant_of.map(|base| process.steps[base].id.clone()),
        fork: step.fork.as_ref().map(|fork| data::Fork { by: fork.by.clone(), of: fork.of.iter().map(text).collect() }),
        place: step.place.as_ref().map(lane_place),
        doubt: step.doubt.as_ref().map(text),
    });
    data::Process {
        id: process.name.clone(),
        at: process.at.clone(),
        role: process.role,
        r#for: scope(&process.scope),
        form: match process.form {
            Form::List => data::ProcessForm::List,
            Form::Table => data::ProcessForm::Table,
            Form::Variants => data::ProcessForm::Variants,
        },
        retells: process.retells.as_ref().map(link),
        of: process.of.iter().map(link).collect(),
        alternative_to: process.alternative_to.as_ref().map(link),
        continues: process.continues.as_ref().map(link),
        title: process.title.as_ref().map(text),
        when: process.when.as_ref().map(text),
        lanes: process.lanes.iter().map(lane).collect(),
        steps: steps.collect(),
    }
}

fn link(link: &Link) -> data::Link {
    let pair = |(step, with): &(String, Vec<String>)| data::Pair { step: step.clone(), with: with.clone() };
    data::Link {
        process: link.process.clone(),
        pairs: link.pairs.iter().map(pair).collect(),
        after: link.after.clone(),
        stated: stated(&link.origin),
        doubt: link.doubt.as_ref().map(text),
    }
}

fn lane(lane: &Lane) -> data::Lane {
    data::Lane { lane: lane.number, group: lane.group.as_ref().map(text), participant: lane.participant.clone() }
}

fn lane_place(place: &LanePlace) -> data::LanePlace {
    let (lanes, sure) = match &place.lane {
        LaneOf::Printed(lane) => (vec![*lane], data::Sure::Said),
        LaneOf::Likely(lane) => (vec![*lane], data::Sure::Likely),
        LaneOf::Lost(lanes) => (lanes.clone(), data::Sure::Lost),
    };
    data::LanePlace { row: place.row, lanes, sure }
}

pub(super) fn about(about: &About) -> data::About {
    data::About {
        at: about.at.clone(),
        process: about.process.clone(),
        step: about.step.clone(),
        outcome: about.outcome.as_ref().map(text),
        basis_for: about.basis_for.clone(),
        handed_to: about.handed_to.clone(),
        handed_for: about.handed_for.clone(),
    }
}

/// Where the act says something; `None` = it is the editor's reading.
fn stated(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Stated(place) => Some(place.clone()),
        Origin::Inferred => None,
    }
}

fn arrow(process: &Process, edge: &flow::Edge) -> data::Arrow {
    data::Arrow {
        to: match edge.to {
            Goal::Step(step) => process.steps[step].id.clone(),
            Goal::End => "end".to_owned(),
            Goal::Refused => "end-refused".to_owned(),
            Goal::Unknown => "unknown".to_owned(),
        },
        when: edge.label.as_ref().map(text),
        stated: stated(&edge.origin),
        only: edge.only.as_ref().map(scope),
        outcome: edge.outcome.as_ref().map(text),
        round: edge.round.map(|step| process.steps[step].id.clone()),
        doubt: edge.doubt.as_ref().map(text),
    }
}

fn limit(limit: &Limit) -> data::Limit {
    data::Limit {
        text: text(&limit.words),
        kind: limit.kind,
        value: limit.measure.map(|measure| measure.value),
        unit: limit.measure.map(|measure| measure.unit),
        bound: limit.bound,
        at: limit.at.clone(),
        binds: match &limit.binds {
            Binds::Doer => None,
            Binds::Other(participant) => Some(participant.clone()),
        },
        channel: (!limit.channels.is_empty()).then(|| limit.channels.clone()),
        object: (!limit.objects.is_empty()).then(|| limit.objects.clone()),
        to: limit.to.clone(),
        case: limit.case.as_ref().map(text),
        part: limit.part.as_ref().map(text),
        from: limit.from.as_ref().map(text),
        direction: limit.direction,
        inferred: limit.inferred,
        doubt: limit.doubt.as_ref().map(text),
        inherited: limit.inherited,
    }
}
