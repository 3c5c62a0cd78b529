//! Puts the boxes and arrows of tellings into a plan.

use std::collections::BTreeMap;

use super::chart::{Arrow, Chart, End, EndKind, Node, Shape};
use super::plan::{BoxOf, Column, EndOf, Label, Plan, Told, Way};
use super::shared::{Shared, lanes};
use crate::flow::{self, Edge, Goal};
use crate::model::{LaneOf, Next, Origin, Process, Regulation, Step, Sure};

/// A plan that is being made.
pub(super) struct Planner<'m> {
    pub plan: Plan<'m>,
    /// The columns of the printed lanes of each telling.
    lanes: BTreeMap<&'m str, BTreeMap<u16, Column<'m>>>,
    /// The box of each step, by telling and index.
    boxes: BTreeMap<(&'m str, usize), usize>,
    /// The box where the main telling begins by itself.
    plain: Option<usize>,
    /// The ways in that the act names, each with its telling and the step where it leads.
    named: Vec<(usize, &'m Process, usize)>,
}

/// The columns in which a step stands, that of its own box first; `lanes` are those of the printed lanes of its telling.
fn columns_of<'m>(step: &'m Step, lanes: &BTreeMap<u16, Column<'m>>) -> Vec<Column<'m>> {
    let printed = match step.place.as_ref().map(|place| &place.lane) {
        Some(LaneOf::Printed(number) | LaneOf::Likely(number)) => lanes.get(number).copied(),
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

/// The steps where a telling begins by itself, and the ways in that the act names.
fn entries(told: Told<'_>) -> (Vec<usize>, Vec<usize>) {
    let is_named = |entry: &usize| told.process.steps[*entry].entry.is_some();
    let (named, plain) = told.graph.entries.iter().copied().partition(is_named);
    (plain, named)
}

impl<'m> Planner<'m> {
    /// The columns of all tellings, and no boxes yet.
    pub fn new(regulation: &'m Regulation, main: Told<'m>, others: &[(Told<'m>, Shared)]) -> Self {
        let all = || std::iter::once(main).chain(others.iter().map(|(other, _)| *other));
        let lanes: BTreeMap<&str, BTreeMap<u16, Column<'m>>> =
            all().map(|told| (told.process.name.as_str(), lanes(main.process, told.process))).collect();
        let of = |told: Told<'m>| &lanes[told.process.name.as_str()];
        let mut columns: Vec<Column<'m>> =
            all().flat_map(|told| told.process.steps.iter().flat_map(move |step| columns_of(step, of(told)))).collect();
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
        let also = BTreeMap::new();
        let plan = Plan { chart, columns, boxes: Vec::new(), also, labels: Vec::new(), ends: Vec::new() };
        Self { plan, lanes, boxes: BTreeMap::new(), plain: None, named: Vec::new() }
    }

    /// Boxes for the beginnings of all tellings.
    pub fn begins(&mut self, main: Told<'m>, others: &[(Told<'m>, Shared)]) {
        let (plain, named) = entries(main);
        if let Some(first) = plain.first() {
            let link = main.process.continues.as_ref().filter(|link| link.doubt.is_none());
            let what = link.map_or(BoxOf::Begin(None), BoxOf::From);
            self.plain = Some(self.begin(what, main.process, *first, plain.len() > 1));
        }
        let mut named: Vec<(&Process, usize)> = named.into_iter().map(|entry| (main.process, entry)).collect();
        for (other, shared) in others {
            let own = entries(*other).1.into_iter().filter(|entry| !shared.contains_key(entry));
            named.extend(own.map(|entry| (other.process, entry)));
        }
        for (process, entry) in named {
            let words = process.steps[entry].entry.as_ref();
            // One way in that the act names for each variant is one beginning, from which the variants part.
            let said = |(at, ..): &&(usize, &Process, usize)| match self.plan.boxes[*at] {
                BoxOf::Begin(known) => known.map(|known| &known.words) == words.map(|words| &words.words),
                BoxOf::From(_) | BoxOf::Step(..) => false,
            };
            let known = self.named.iter().find(said).filter(|(_, other, _)| other.name != process.name);
            let at = match known.map(|(at, ..)| *at) {
                Some(at) => {
                    self.plan.chart.nodes[at].choice = true;
                    at
                }
                None => self.begin(BoxOf::Begin(words), process, entry, false),
            };
            self.named.push((at, process, entry));
        }
    }

    /// The box of a beginning, in the column of the step where it leads.
    fn begin(&mut self, what: BoxOf<'m>, process: &'m Process, entry: usize, choice: bool) -> usize {
        let lane = self.place(process, entry)[0];
        let (twins, ends) = (Vec::new(), Vec::new());
        self.push(what, Node { shape: Shape::Begin, lane, twins, part: false, choice, ends })
    }

    /// The box of a step.
    pub fn step(&mut self, told: Told<'m>, index: usize) {
        let Told { process, graph } = told;
        let mut lanes = self.place(process, index);
        let lane = lanes.remove(0);
        let choice = graph.out(index).any(|edge| edge.choice);
        let part = process.steps[index].parent.is_some();
        let node = Node { shape: Shape::Procedure, lane, twins: lanes, part, choice, ends: Vec::new() };
        let at = self.push(BoxOf::Step(process, index), node);
        self.boxes.insert((&process.name, index), at);
    }

    /// Gives the steps that other tellings share with the main one its boxes.
    pub fn share(&mut self, main: Told<'m>, others: &[(Told<'m>, Shared)]) {
        for (other, shared) in others {
            for (own, step) in shared {
                let at = self.at(main.process, *step);
                self.boxes.insert((&other.process.name, *own), at);
                self.plan.also.entry(at).or_default().push((other.process, *own));
            }
        }
    }

    /// The arrows from the beginnings.
    pub fn enter(&mut self, main: Told<'m>) {
        let Told { process, graph } = main;
        let first = flow::main_path(process, graph).first().copied();
        if let Some(from) = self.plain {
            let (plain, _) = entries(main);
            let is_choice = plain.len() > 1;
            for entry in plain {
                let step = &process.steps[entry];
                let only = Label { words: step.guard.as_ref(), only: step.only.as_ref(), ..Label::default() };
                let label = if is_choice { only } else { Label::default() };
                let to = self.at(process, entry);
                let main = first == Some(entry);
                self.arrow(Arrow { from, to, labelled: label.is_there(), stated: false, main }, label);
            }
        }
        for (from, process, entry) in std::mem::take(&mut self.named) {
            let to = self.at(process, entry);
            let telling = self.plan.chart.nodes[from].choice.then_some(process);
            let label = Label { telling, ..Label::default() };
            let main = process.name == main.process.name || telling.is_none();
            self.arrow(Arrow { from, to, labelled: label.is_there(), stated: false, main }, label);
        }
    }

    /// The arrows of a telling.
    pub fn arrows(&mut self, told: Told<'m>, way: impl Fn(&Edge) -> Way) {
        let Told { process, graph } = told;
        let path = flow::main_path(process, graph);
        let is_main = |from: usize, to: usize| path.windows(2).any(|pair| pair == [from, to]);
        for edge in &graph.edges {
            let way = way(edge);
            if way == Way::Drawn {
                continue;
            }
            let telling = (way == Way::Parts).then_some(process);
            let label = Label { words: edge.label.as_ref(), only: edge.only.as_ref(), telling, otherwise: false };
            let stated = edge.is_stated();
            let from = self.at(process, edge.from);
            self.plan.chart.nodes[from].choice |= way == Way::Parts;
            match edge.to {
                Goal::Step(to) => {
                    let is_aside = way == Way::Parts && process.alternative_to.is_some();
                    let main = is_main(edge.from, to) && !is_aside;
                    let to = self.at(process, to);
                    self.arrow(Arrow { from, to, labelled: label.is_there(), stated, main }, label);
                }
                Goal::End => self.end(from, edge, EndKind::End, label),
                Goal::Refused => self.end(from, edge, EndKind::Refused, label),
                Goal::Unknown => self.end(from, edge, EndKind::Unknown, label),
            }
        }
    }

    /// The way from where two tellings begin, or from the step after which the other one branches off, to what only the
    /// other one has.
    pub fn branch(&mut self, main: Told<'m>, other: Told<'m>, shared: &Shared) {
        let Some(link) = &other.process.alternative_to else { return };
        let after = link.after.as_ref().and_then(|id| main.process.index_of(id));
        let from = after.map(|step| self.at(main.process, step)).or(self.plain);
        let own: Vec<usize> = entries(other).0.into_iter().filter(|entry| !shared.contains_key(entry)).collect();
        let Some(from) = from.filter(|_| !own.is_empty()) else { return };
        // What went on without a choice is one of two ways now.
        if !std::mem::replace(&mut self.plan.chart.nodes[from].choice, true) {
            let Plan { chart, labels, .. } = &mut self.plan;
            let bare = chart.arrows.iter_mut().zip(labels).filter(|(arrow, _)| arrow.from == from && !arrow.labelled);
            for (arrow, label) in bare {
                arrow.labelled = true;
                label.telling = Some(main.process);
            }
        }
        let stated = matches!(link.origin, Origin::Stated(_));
        let label = Label { telling: Some(other.process), ..Label::default() };
        for entry in own {
            let to = self.at(other.process, entry);
            self.arrow(Arrow { from, to, labelled: true, stated, main: false }, label);
        }
    }

    /// Marks the steps of which nobody says where they lead.
    pub fn unknown_ends(&mut self, told: Told<'m>, is_own: impl Fn(usize) -> bool) {
        for (index, step) in told.process.steps.iter().enumerate().filter(|(index, _)| is_own(*index)) {
            let at = self.at(told.process, index);
            if matches!(step.next, Next::Unknown) || told.graph.out(index).next().is_none() {
                self.plan.chart.nodes[at].ends.push(End { kind: EndKind::Unknown, labelled: false, stated: false });
                self.plan.ends[at].push(EndOf::default());
            }
        }
    }

    /// Says where others go on with a telling: in the place of its end, or beside its way on.
    pub fn lead_onward(&mut self, regulation: &'m Regulation, told: Told<'m>) {
        for to in &regulation.processes {
            let Some((link, steps)) = flow::onward(told.process, told.graph, to) else { continue };
            let stated = matches!(link.origin, Origin::Stated(_));
            for step in steps {
                let at = self.at(told.process, step);
                let Plan { chart, ends, .. } = &mut self.plan;
                let (ends, said) = (&mut chart.nodes[at].ends, &mut ends[at]);
                match ends.iter().position(|end| end.kind == EndKind::End && !end.labelled) {
                    Some(end) => {
                        ends[end] = End { kind: EndKind::Onward, stated: ends[end].stated || stated, ..ends[end] };
                        said[end].onward = Some(to);
                    }
                    None if link.after.is_some() => {
                        ends.push(End { kind: EndKind::Onward, labelled: false, stated });
                        said.push(EndOf { onward: Some(to), ..EndOf::default() });
                    }
                    None => {}
                }
            }
        }
    }

    /// Of the ways of a choice the one without words is what is left.
    pub fn name_the_rest(&mut self) {
        let Plan { chart, labels, ends, .. } = &mut self.plan;
        for (at, (node, ends)) in chart.nodes.iter_mut().zip(ends).enumerate().filter(|(_, (node, _))| node.choice) {
            let arrows = || (0..labels.len()).filter(|index| chart.arrows[*index].from == at);
            let bare: Vec<usize> = arrows().filter(|index| !labels[*index].is_there()).collect();
            let is_bare = |end: &EndOf<'_>| !end.label.is_there() && end.outcome.is_none();
            let bare_ends: Vec<usize> = (0..ends.len()).filter(|end| is_bare(&ends[*end])).collect();
            if bare.len() + bare_ends.len() != 1 || arrows().count() + ends.len() < 2 {
                continue;
            }
            for index in bare {
                labels[index].otherwise = true;
                chart.arrows[index].labelled = true;
            }
            for end in bare_ends {
                ends[end].label.otherwise = true;
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
        self.plan.ends[at].push(EndOf { label, outcome, onward: None });
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

    /// The columns of a step, that of its own box first.
    fn place(&self, process: &'m Process, step: usize) -> Vec<usize> {
        let columns = columns_of(&process.steps[step], &self.lanes[process.name.as_str()]);
        let number = |column: Column<'m>| self.plan.columns.iter().position(|known| *known == column).unwrap_or(0);
        columns.into_iter().map(number).collect()
    }
}
