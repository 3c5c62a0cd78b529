//! From tellings to a chart: which columns, boxes and arrows there are, and where their words come from.

use std::collections::BTreeMap;

use super::chart::Chart;
use super::planner::Planner;
use super::shared::{Shared, in_time, is_same_edge, shared};
use crate::flow::{Edge, Graph};
use crate::lang::Text;
use crate::model::{Link, Process, Regulation, Scope};

/// A chart, and what each part of it stands for.
#[derive(Debug)]
pub struct Plan<'m> {
    /// The chart.
    pub chart: Chart,
    /// Whose each column is.
    pub columns: Vec<Column<'m>>,
    /// What each box is.
    pub boxes: Vec<BoxOf<'m>>,
    /// The steps of other tellings that a box stands for, too.
    pub also: BTreeMap<usize, Vec<(&'m Process, usize)>>,
    /// The words of each arrow.
    pub labels: Vec<Label<'m>>,
    /// The words of the ends of each box.
    pub ends: Vec<Vec<EndOf<'m>>>,
}

/// What is to be said of an end.
#[derive(Debug, Clone, Copy, Default)]
pub struct EndOf<'m> {
    /// The words of its arrow.
    pub label: Label<'m>,
    /// How the process ends there, in the words of the act.
    pub outcome: Option<&'m Text>,
    /// The telling that goes on there.
    pub onward: Option<&'m Process>,
}

/// Whose a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column<'m> {
    /// A printed lane of a table of variants, by its number; several may bear one name.
    Lane(u16, &'m str),
    /// A participant, by id.
    Participant(&'m str),
    /// Nobody is named.
    Nobody,
    /// It is lost whose step it is.
    Lost,
}

/// What a box is.
#[derive(Debug, Clone, Copy)]
pub enum BoxOf<'m> {
    /// A beginning, with what the act says of it.
    Begin(Option<&'m Text>),
    /// A beginning where another telling leads on to this one.
    From(&'m Link),
    /// A step of a telling, by index.
    Step(&'m Process, usize),
}

/// The words of an arrow: a condition, what it holds for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Label<'m> {
    /// The words of the act.
    pub words: Option<&'m Text>,
    /// What it holds for, where not for all.
    pub only: Option<&'m Scope>,
    /// The telling that goes this way, where tellings part.
    pub telling: Option<&'m Process>,
    /// It is the one way of a choice of which the act says no more than that the others are not taken.
    pub otherwise: bool,
}

impl Label<'_> {
    /// Whether there are words.
    pub(super) fn is_there(self) -> bool {
        self.words.is_some() || self.only.is_some() || self.telling.is_some() || self.otherwise
    }
}

/// A telling with its graph.
#[derive(Debug, Clone, Copy)]
pub struct Told<'m> {
    /// The telling.
    pub process: &'m Process,
    /// Its graph.
    pub graph: &'m Graph,
}

/// Plans the chart of a telling, with others that branch off from it (`alternative_to`). The steps that they have in common
/// stand once; the ways part where the tellings do. Where a telling goes on elsewhere (`continues`), a connector says where.
pub fn plan<'m>(regulation: &'m Regulation, main: Told<'m>, others: &[Told<'m>]) -> Plan<'m> {
    let others: Vec<(Told<'m>, Shared)> = others.iter().map(|other| (*other, shared(main, *other))).collect();
    let mut planner = Planner::new(regulation, main, &others);
    planner.begins(main, &others);
    for (telling, step) in in_time(main, &others) {
        let told = telling.checked_sub(1).map_or(main, |other| others[other].0);
        planner.step(told, step);
    }
    planner.share(main, &others);
    planner.enter(main);
    planner.arrows(main, |edge| way_of_main(edge, &others));
    planner.unknown_ends(main, |_| true);
    for (other, shared) in &others {
        planner.branch(main, *other, shared);
        planner.arrows(*other, |edge| way_of_other(edge, main, shared));
        planner.unknown_ends(*other, |step| !shared.contains_key(&step));
    }
    planner.lead_onward(regulation, main);
    for (other, _) in &others {
        planner.lead_onward(regulation, *other);
    }
    planner.name_the_rest();
    planner.plan
}

/// What an arrow is where tellings are drawn together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// One of its own telling, or of all that are drawn.
    Own,
    /// The main telling has it, too: it is drawn already.
    Drawn,
    /// Here the tellings part: it says which one goes this way.
    Parts,
}

/// The main telling parts from another at a step that both have, where the other one does not go the same way.
fn way_of_main(edge: &Edge, others: &[(Told<'_>, Shared)]) -> Way {
    let leaves = |(_, shared): &&(Told<'_>, Shared)| shared.values().any(|step| *step == edge.from);
    let has =
        |(other, shared): &(Told<'_>, Shared)| other.graph.edges.iter().any(|own| is_same_edge(edge, own, shared));
    if others.iter().filter(leaves).all(has) { Way::Own } else { Way::Parts }
}

fn way_of_other(edge: &Edge, main: Told<'_>, shared: &Shared) -> Way {
    if !shared.contains_key(&edge.from) {
        Way::Own
    } else if main.graph.edges.iter().any(|known| is_same_edge(known, edge, shared)) {
        Way::Drawn
    } else {
        Way::Parts
    }
}
