//! From tellings to a chart: which columns, boxes and arrows there are, and where their words come from.

use std::collections::BTreeMap;

use super::chart::{Arrow, Chart, End, EndKind, Node, Shape};
use crate::flow::{self, Edge, Goal, Graph};
use crate::lang::Text;
use crate::model::{LaneOf, Next, Origin, Process, Regulation, Scope, Step, Sure};

/// A chart, and what each part of it stands for.
#[derive(Debug)]
pub struct Plan<'m> {
    /// The chart.
    pub chart: Chart,
    /// Whose each column is.
    pub columns: Vec<Column<'m>>,
    /// What each box is.
    pub boxes: Vec<BoxOf<'m>>,
    /// The words of each arrow.
    pub labels: Vec<Label<'m>>,
    /// The words of the ends of each box.
    pub ends: Vec<Vec<(Label<'m>, Option<&'m Text>)>>,
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
    /// It is the one way of a choice of which the act says no more than that the others are not taken.
    pub otherwise: bool,
}

impl Label<'_> {
    fn is_there(self) -> bool {
        self.words.is_some() || self.only.is_some() || self.otherwise
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

/// Plans the chart of a telling, with others that branch off from it (`alternative_to`): their ways part where what they
/// have in common ends.
pub fn plan<'m>(regulation: &'m Regulation, main: Told<'m>, others: &[Told<'m>]) -> Plan<'m> {
    let all = || std::iter::once(&main).chain(others);
    let mut columns: Vec<Column<'m>> =
        all().flat_map(|told| told.process.steps.iter().flat_map(columns_of(told.process))).collect();
    let order = |column: &Column<'m>| match column {
        Column::Lane(number, _) => (0, usize::from(*number)),
        Column::Participant(id) => {
            (1, regulation.participants.iter().position(|participant| participant.id == *id).unwrap_or(usize::MAX))
        }
        Column::Nobody => (2, 0),
        Column::Lost => (3, 0),
    };
    columns.sort_by_key(|column| (order(column), *column));
    columns.dedup();
    let chart = Chart { lanes: columns.len(), ..Chart::default() };
    let plan = Plan { chart, columns, boxes: Vec::new(), labels: Vec::new(), ends: Vec::new() };
    let mut builder = Builder { plan, boxes: BTreeMap::new() };
    let begin = builder.begin(main);
    all().for_each(|told| builder.steps(*told));
    builder.enter(main, &begin);
    all().for_each(|told| builder.arrows(*told));
    for other in others {
        builder.branch(main, *other, &begin);
    }
    all().for_each(|told| builder.unknown_ends(*told));
    builder.name_the_rest();
    builder.plan
}

/// The columns in which a step stands, that of its own box first.
fn columns_of<'m>(process: &'m Process) -> impl Fn(&'m Step) -> Vec<Column<'m>> {
    move |step| {
        let lane = |number: u16| {
            let lane = process.lanes.iter().find(|lane| lane.number == number);
            lane.map(|lane| Column::Lane(number, &lane.participant))
        };
        let printed = match step.place.as_ref().map(|place| &place.lane) {
            Some(LaneOf::Printed(number) | LaneOf::Likely(number)) => lane(*number),
            Some(LaneOf::Lost(_)) => Some(Column::Lost),
            None => None,
        };
        if let Some(column) = printed {
            return vec![column];
        }
        if step.doers.sure == Sure::Lost {
            return vec![Column::Lost];
        }
        let mut columns: Vec<Column<'m>> = Vec::new();
        for id in &step.doers.ids {
            let column = Column::Participant(id);
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        if columns.is_empty() { vec![Column::Nobody] } else { columns }
    }
}

struct Builder<'m> {
    plan: Plan<'m>,
    /// The box of each step, by telling and index.
    boxes: BTreeMap<(&'m str, usize), usize>,
}

/// The boxes where a telling begins.
#[derive(Debug, Clone, Default)]
struct Begin {
    /// Where it begins by itself.
    plain: Option<usize>,
    /// The ways in that the act names, each with the step where it leads.
    named: Vec<(usize, usize)>,
}

/// The steps where a telling begins by itself, and the ways in that the act names.
fn entries(told: Told<'_>) -> (Vec<usize>, Vec<usize>) {
    let is_named = |entry: &usize| told.process.steps[*entry].entry.is_some();
    let (named, plain) = told.graph.entries.iter().copied().partition(is_named);
    (plain, named)
}

impl<'m> Builder<'m> {
    /// The boxes of the beginnings.
    fn begin(&mut self, told: Told<'m>) -> Begin {
        let (plain, named) = entries(told);
        let node = |lane: usize, choice: bool| Node {
            shape: Shape::Begin,
            lane,
            twins: Vec::new(),
            part: false,
            choice,
            ends: Vec::new(),
        };
        let mut begin = Begin::default();
        if let Some(first) = plain.first() {
            let lane = self.lane(told.process, *first);
            begin.plain = Some(self.push(BoxOf::Begin(None), node(lane, plain.len() > 1)));
        }
        for entry in named {
            let lane = self.lane(told.process, entry);
            let words = told.process.steps[entry].entry.as_ref();
            let at = self.push(BoxOf::Begin(words), node(lane, false));
            begin.named.push((at, entry));
        }
        begin
    }

    fn steps(&mut self, told: Told<'m>) {
        let Told { process, graph } = told;
        for index in graph.order.iter().copied() {
            let columns = columns_of(process)(&process.steps[index]);
            let mut lanes: Vec<usize> = columns.into_iter().map(|column| self.column(column)).collect();
            let lane = lanes.remove(0);
            let choice = graph.out(index).any(|edge| edge.choice);
            let part = process.steps[index].parent.is_some();
            let node = Node { shape: Shape::Procedure, lane, twins: lanes, part, choice, ends: Vec::new() };
            let at = self.push(BoxOf::Step(process, index), node);
            self.boxes.insert((&process.name, index), at);
        }
    }

    /// The arrows from the beginnings.
    fn enter(&mut self, told: Told<'m>, begin: &Begin) {
        let Told { process, graph } = told;
        let first = flow::main_path(process, graph).first().copied();
        if let Some(from) = begin.plain {
            let (plain, _) = entries(told);
            let is_choice = plain.len() > 1;
            for entry in plain {
                let step = &process.steps[entry];
                let only = Label { words: step.guard.as_ref(), only: step.only.as_ref(), otherwise: false };
                let label = if is_choice { only } else { Label::default() };
                let to = self.at(process, entry);
                let main = first == Some(entry);
                self.arrow(Arrow { from, to, labelled: label.is_there(), stated: false, main }, label);
            }
        }
        for (from, entry) in &begin.named {
            let to = self.at(process, *entry);
            self.arrow(Arrow { from: *from, to, labelled: false, stated: false, main: true }, Label::default());
        }
    }

    fn arrows(&mut self, told: Told<'m>) {
        let Told { process, graph } = told;
        let path = flow::main_path(process, graph);
        let is_main = |from: usize, to: usize| path.windows(2).any(|pair| pair == [from, to]);
        for edge in &graph.edges {
            let label = Label { words: edge.label.as_ref(), only: edge.only.as_ref(), otherwise: false };
            let stated = edge.is_stated();
            let from = self.at(process, edge.from);
            match edge.to {
                Goal::Step(to) => {
                    let main = is_main(edge.from, to);
                    let to = self.at(process, to);
                    self.arrow(Arrow { from, to, labelled: label.is_there(), stated, main }, label);
                }
                Goal::End => self.end(from, edge, EndKind::End, label),
                Goal::Refused => self.end(from, edge, EndKind::Refused, label),
                Goal::Unknown => self.end(from, edge, EndKind::Unknown, label),
            }
        }
    }

    /// The way from what two tellings have in common to what only the other one has.
    fn branch(&mut self, main: Told<'m>, other: Told<'m>, begin: &Begin) {
        let Some(link) = &other.process.alternative_to else { return };
        let after = link.after.as_ref().and_then(|id| main.process.index_of(id));
        let from = after.map(|step| self.at(main.process, step)).or(begin.plain);
        let Some(from) = from else { return };
        let named =
            |process: &'m Process| Label { words: process.when.as_ref(), only: Some(&process.scope), otherwise: false };
        // What went on without a choice is one of two ways now.
        let was_choice = std::mem::replace(&mut self.plan.chart.nodes[from].choice, true);
        for index in 0..self.plan.chart.arrows.len() {
            let arrow = &mut self.plan.chart.arrows[index];
            if arrow.from == from && !was_choice && !arrow.labelled && main.process.scope.variant.is_some() {
                arrow.labelled = true;
                self.plan.labels[index] = named(main.process);
            }
        }
        let stated = matches!(link.origin, Origin::Stated(_));
        let label = named(other.process);
        for entry in other.graph.entries.clone() {
            let to = self.at(other.process, entry);
            self.arrow(Arrow { from, to, labelled: label.is_there(), stated, main: false }, label);
        }
    }

    /// Marks the steps of which nobody says where they lead.
    fn unknown_ends(&mut self, told: Told<'m>) {
        for (index, step) in told.process.steps.iter().enumerate() {
            let at = self.at(told.process, index);
            if matches!(step.next, Next::Unknown) || told.graph.out(index).next().is_none() {
                self.plan.chart.nodes[at].ends.push(End { kind: EndKind::Unknown, labelled: false, stated: false });
                self.plan.ends[at].push((Label::default(), None));
            }
        }
    }

    /// Of the ways of a choice the one without words is what is left.
    fn name_the_rest(&mut self) {
        let Plan { chart, labels, ends, .. } = &mut self.plan;
        for (at, (node, ends)) in chart.nodes.iter_mut().zip(ends).enumerate().filter(|(_, (node, _))| node.choice) {
            let arrows = || (0..labels.len()).filter(|index| chart.arrows[*index].from == at);
            let bare: Vec<usize> = arrows().filter(|index| !labels[*index].is_there()).collect();
            let is_bare = |(label, outcome): &(Label<'_>, Option<&Text>)| !label.is_there() && outcome.is_none();
            let bare_ends: Vec<usize> = (0..ends.len()).filter(|end| is_bare(&ends[*end])).collect();
            if bare.len() + bare_ends.len() != 1 || arrows().count() + ends.len() < 2 {
                continue;
            }
            for index in bare {
                labels[index].otherwise = true;
                chart.arrows[index].labelled = true;
            }
            for end in bare_ends {
                ends[end].0.otherwise = true;
                node.ends[end].labelled = true;
            }
        }
    }

    fn arrow(&mut self, arrow: Arrow, label: Label<'m>) {
        // Without words one transition is like another.
        let is_same = |known: &&mut Arrow| {
            (known.from, known.to, known.labelled) == (arrow.from, arrow.to, false) && !arrow.labelled
        };
        if let Some(known) = self.plan.chart.arrows.iter_mut().find(is_same) {
            known.stated |= arrow.stated;
            known.main |= arrow.main;
            return;
        }
        self.plan.chart.arrows.push(arrow);
        self.plan.labels.push(label);
    }

    fn end(&mut self, at: usize, edge: &'m Edge, kind: EndKind, label: Label<'m>) {
        let outcome = edge.outcome.as_ref();
        let labelled = label.is_there() || outcome.is_some();
        let stated = edge.is_stated();
        self.plan.chart.nodes[at].ends.push(End { kind, labelled, stated });
        self.plan.ends[at].push((label, outcome));
    }

    fn push(&mut self, what: BoxOf<'m>, node: Node) -> usize {
        self.plan.chart.nodes.push(node);
        self.plan.boxes.push(what);
        self.plan.ends.push(Vec::new());
        self.plan.boxes.len() - 1
    }

    fn at(&self, process: &Process, step: usize) -> usize {
        self.boxes[&(process.name.as_str(), step)]
    }

    fn lane(&self, process: &'m Process, step: usize) -> usize {
        self.column(columns_of(process)(&process.steps[step])[0])
    }

    fn column(&self, column: Column<'m>) -> usize {
        self.plan.columns.iter().position(|known| *known == column).unwrap_or(0)
    }
}
