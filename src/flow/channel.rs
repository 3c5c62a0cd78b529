//! What of a telling holds for one channel.

use super::{Goal, Graph};
use crate::model::{Process, Scope};
use crate::vocabulary::Channel;

/// Whether something holds for a channel.
pub fn holds_for(only: Option<&Scope>, channel: Channel) -> bool {
    only.is_none_or(|only| only.channels.is_empty() || only.channels.contains(&channel))
}

/// The graph without the steps and arrows that hold for other channels alone. Joins and choices stay as they are for all.
pub fn for_channel(process: &Process, graph: &Graph, channel: Channel) -> Graph {
    let holds = |step: usize| holds_for(process.steps[step].only.as_ref(), channel);
    let mut graph = graph.clone();
    graph.entries.retain(|entry| holds(*entry));
    graph.edges.retain(|edge| {
        let to = match edge.to {
            Goal::Step(step) => holds(step),
            Goal::End | Goal::Refused | Goal::Unknown => true,
        };
        to && holds(edge.from) && holds_for(edge.only.as_ref(), channel)
    });
    graph
}
