//! The rows of a table of steps: who acts, how long, where it leads.

use super::frame::plain_words;
use super::tellings::StepsContext;
use super::view::{Arrow, ArrowTo, ByMode, CellDoubt, Doer, LimitRow, StepRow, Words};
use crate::flow::{self, Edge, Goal, Graph};
use crate::model::{Doers, Limit, Mode, Origin, Process, Scope, Sure};
use crate::vocabulary::{Channel, Role, StepKind};

/// Whether a text begins with other words of the same language.
fn begins(text: &Words, with: &Words) -> bool {
    let plain = |words: &Words| words.runs.iter().map(|run| run.text.as_str()).collect::<String>();
    text.lang == with.lang && plain(text).starts_with(&plain(with))
}

/// Whether printed words are a name itself, but for capitals.
fn is_name(words: &Words, name: &Words) -> bool {
    let plain = |words: &Words| words.runs.iter().map(|run| run.text.to_lowercase()).collect::<String>();
    words.lang == name.lang && plain(words) == plain(name)
}

impl StepsContext<'_, '_> {
    pub(super) fn step_row(&self, process: &Process, graph: &Graph, index: usize) -> StepRow {
        let frame = self.frame;
        let step = &process.steps[index];
        let node = self.nodes.get(step.id.as_str());
        let slips = node.map_or(step.slips.as_slice(), |node| node.slips.as_slice());
        let under = node.into_iter().flat_map(|node| &node.children);
        let is_step = |id: &str| process.index_of(id).is_some();
        StepRow {
            id: step.id.clone(),
            at: self.labels.link(frame, &step.id),
            depth: u8::from(step.parent.is_some()),
            number: self.number_of(step).map(str::to_owned),
            label: step.label.as_ref().map(|label| frame.words(label)),
            kind: step.kind,
            by: self.doers(&step.doers),
            by_mode: mode(&step.doers),
            chosen_by: step.doers.chosen_by.clone(),
            by_doubt: match step.doers.sure {
                Sure::Said => None,
                Sure::Likely => Some(CellDoubt::LaneLikely),
                Sure::Lost => Some(CellDoubt::LaneLost),
            },
            on: self.named(&step.at),
            to: self.named(&step.to),
            // A condition with which the text begins is told by the text.
            when: step
                .guard
                .as_ref()
                .map(|guard| frame.words(guard))
                .filter(|when| !begins(&frame.words(&step.text), when)),
            text: frame.marked(&step.text, slips),
            paragraphs: under
                .filter(|child| !is_step(&child.id))
                .filter_map(|child| super::text::shown_text(frame, child))
                .collect(),
            limits: step.limits.iter().map(|limit| self.limit(limit)).collect(),
            outcome: step.outcome.as_ref().map(|outcome| frame.marked(outcome, &step.slips)),
            outcome_at: None,
            next: if process.role == Role::Sequence { self.arrows(process, graph, index) } else { Vec::new() },
            printed_next: step
                .printed_next
                .as_ref()
                .filter(|words| !words.words.is_empty())
                .map(|words| frame.words(words)),
            scope: step.only.iter().flat_map(|only| self.only_names(only)).collect(),
            outcomes_inside: step.fork.as_ref().is_some_and(|fork| fork.by == "outcome"),
            fork_by_channel: step.fork.as_ref().is_some_and(|fork| fork.by == "channel"),
            fork: step.fork.iter().flat_map(|fork| &fork.of).map(|way| frame.words(way)).collect(),
            matches: None,
            amendments: Vec::new(),
            doubts: step.doubt.iter().map(|doubt| frame.words(doubt)).collect(),
        }
    }

    pub(super) fn only_names(&self, only: &Scope) -> Vec<String> {
        let channels = only.channels.iter().map(|channel| self.channel_name(*channel));
        channels.chain(self.scope_names(only, false)).collect()
    }

    pub(super) fn channel_name(&self, channel: Channel) -> String {
        self.frame.say(&format!("channel-{}", channel.as_str()), &[("inside", "yes".to_owned())])
    }

    fn doers(&self, doers: &Doers) -> Vec<Doer> {
        let mut named = self.named(&doers.ids);
        if let Some(written) = &doers.as_written {
            match named.first_mut() {
                // The name once more says nothing.
                Some(first) => {
                    let words = self.frame.words(written);
                    first.as_written = (!is_name(&words, &first.name)).then_some(words);
                }
                None => named.push(Doer { name: self.frame.words(written), href: None, as_written: None }),
            }
        }
        named
    }

    fn named(&self, ids: &[String]) -> Vec<Doer> {
        let doer = |id: &String| {
            let participant = self.regulation.participant(id);
            let name =
                participant.map_or_else(|| plain_words(id.as_str()), |participant| self.frame.words(&participant.name));
            Doer { name, href: participant.map(|_| format!("{}#participant-{id}", self.labels.page)), as_written: None }
        };
        ids.iter().map(doer).collect()
    }

    fn limit(&self, limit: &Limit) -> LimitRow {
        let channels = limit.channels.iter().map(|channel| plain_words(self.channel_name(*channel)));
        let parts = limit.case.iter().chain(&limit.part).map(|text| self.frame.words(text));
        LimitRow {
            words: Some(self.frame.words(&limit.words)),
            from: limit.from.as_ref().map(|from| self.frame.words(from)),
            scope: channels.chain(parts).collect(),
            inherited: limit.inherited,
            inferred: limit.inferred,
            doubt: limit.doubt.as_ref().map(|doubt| self.frame.words(doubt)),
        }
    }

    fn arrows(&self, process: &Process, graph: &Graph, index: usize) -> Vec<Arrow> {
        let mut arrows: Vec<Arrow> = graph.out(index).map(|edge| self.arrow(process, index, edge)).collect();
        for to in &self.regulation.processes {
            let Some((link, _)) = flow::onward(process, graph, to).filter(|(_, steps)| steps.contains(&index)) else {
                continue;
            };
            let stated = match &link.origin {
                Origin::Stated(anchor) => Some(self.labels.link(self.frame, anchor)),
                Origin::Inferred => None,
            };
            let step = Some(self.telling_link(to));
            let is_end = |arrow: &&mut Arrow| {
                matches!(arrow.to, ArrowTo::End | ArrowTo::EndResult)
                    && arrow.label.is_none()
                    && arrow.outcome.is_none()
            };
            match arrows.iter_mut().find(is_end) {
                Some(end) => {
                    (end.to, end.step) = (ArrowTo::Onward, step);
                    end.stated = end.stated.take().or(stated);
                }
                None => arrows.push(Arrow { to: ArrowTo::Onward, step, stated, ..way() }),
            }
        }
        if !arrows.is_empty() {
            return arrows;
        }
        vec![way()]
    }

    fn arrow(&self, process: &Process, index: usize, edge: &Edge) -> Arrow {
        let (to, step) = match edge.to {
            Goal::Step(step) => (ArrowTo::Step, Some(self.step_link(process, step))),
            Goal::Refused => (ArrowTo::EndRefused, None),
            Goal::Unknown => (ArrowTo::Unknown, None),
            // Where one step tells both outcomes, its end may be either.
            Goal::End if process.steps[index].kind == StepKind::Result && process.steps[index].fork.is_none() => {
                (ArrowTo::EndResult, None)
            }
            Goal::End => (ArrowTo::End, None),
        };
        Arrow {
            otherwise: edge.round.is_some() && edge.label.is_none(),
            label: edge.label.as_ref().map(|label| self.frame.words(label)),
            when: edge.only.as_ref().map(|only| plain_words(self.only_names(only).join(", "))),
            to,
            step,
            outcome: edge.outcome.as_ref().map(|outcome| self.frame.words(outcome)),
            stated: match &edge.origin {
                Origin::Stated(anchor) => Some(self.labels.link(self.frame, anchor)),
                Origin::Inferred => None,
            },
            doubt: edge.doubt.as_ref().map(|doubt| self.frame.words(doubt)),
        }
    }
}

/// A way of which nothing is known.
fn way() -> Arrow {
    Arrow {
        otherwise: false,
        label: None,
        when: None,
        to: ArrowTo::Unknown,
        step: None,
        outcome: None,
        stated: None,
        doubt: None,
    }
}

fn mode(doers: &Doers) -> ByMode {
    match doers.mode {
        Mode::All => ByMode::One,
        Mode::OneOf => ByMode::OneOf,
        Mode::Turn => ByMode::Turn,
        Mode::Together => ByMode::Together,
    }
}
