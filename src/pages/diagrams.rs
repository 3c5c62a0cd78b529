//! The diagram of a telling: its chart in the words of a page.

use super::addresses;
use super::tellings::StepsContext;
use super::view::{Diagram, Link, Sentence, SentenceStep};
use crate::diagram::plan::{BoxOf, Column, Label, Plan, Told, plan};
use crate::diagram::{Block, NodeWords, Notation, Part, Phrase, Picture, Sketch, Undrawn, Words};
use crate::flow::{self, Graph};
use crate::lang::Text;
use crate::model::{Limit, Mode, Process, Step, Sure};
use crate::vocabulary::Role;

impl StepsContext<'_, '_> {
    /// The diagrams of a telling: its own, and one with the tellings that branch off from it.
    pub(super) fn diagrams(&self, process: &Process) -> Vec<Diagram> {
        let own = self.pictures.iter().filter(|picture| picture.main.name == process.name);
        own.map(|picture| {
            let sketch = self.sketch(picture, None);
            Diagram {
                notation: Notation::of(&picture.shown()),
                file: addresses::diagram_from_page(&picture.name),
                sketch,
            }
        })
        .collect()
    }

    /// What stands in the place of the diagram of a sequence that has none.
    pub(super) fn sentence(&self, process: &Process) -> Option<Sentence> {
        if process.role != Role::Sequence {
            return None;
        }
        let why = Undrawn::of(&[process])?;
        let step = |index: usize| {
            let doers = &process.steps[index].doers.ids;
            let names = doers.iter().filter_map(|id| self.regulation.participant(id));
            let by = names.map(|participant| self.frame.words(&participant.name)).collect();
            SentenceStep { at: self.step_link(process, index), by }
        };
        let steps = if why == Undrawn::Short { (0..process.steps.len()).map(step).collect() } else { Vec::new() };
        Some(Sentence { why, steps })
    }

    /// The diagram of another telling that says just the same.
    pub(super) fn shared_diagram(&self, process: &Process) -> Option<Link> {
        let is_shared = |picture: &&Picture<'_>| picture.same.iter().any(|same| same.name == process.name);
        let picture = self.pictures.iter().find(is_shared)?;
        Some(Link { text: self.labels.place(self.frame, &picture.main.at), href: format!("#{}", id(picture)) })
    }

    /// A diagram, for the page of the regulation or for a file of its own with links to that page.
    pub(super) fn sketch(&self, picture: &Picture<'_>, page: Option<String>) -> Sketch {
        let graphs: Vec<(&Process, Graph)> = picture.others.iter().map(|other| (*other, flow::graph(other))).collect();
        let others: Vec<Told<'_>> = graphs.iter().map(|(process, graph)| Told { process, graph }).collect();
        let main = Told { process: picture.main, graph: &flow::graph(picture.main) };
        let tellings = std::iter::once(&picture.main).chain(&picture.others).chain(&picture.same);
        let places: Vec<String> = tellings.map(|process| self.labels.place(self.frame, &process.at)).collect();
        let plan = plan(self.regulation, main, &others);
        let words = self.diagram_words(&plan, places.join("; "));
        Sketch { id: id(picture), lang: self.frame.lang, page, width: None, chart: plan.chart, words }
    }

    fn diagram_words(&self, plan: &Plan<'_>, places: String) -> Words {
        let chart = &plan.chart;
        let ends = |node: usize| {
            let ends = chart.nodes[node].ends.iter().zip(&plan.ends[node]);
            let words = ends.map(|(end, (label, outcome))| {
                let parts = self.label(label).into_iter().chain(outcome.map(|outcome| self.phrase(outcome)));
                (self.own_phrase(&format!("diagram-{}", end.kind.as_str()), &[]), joined(parts.collect(), "; "))
            });
            words.collect::<Vec<_>>()
        };
        let others = |node: usize| chart.nodes[node].twins.iter().map(|lane| plan.columns[*lane]).collect::<Vec<_>>();
        let boxes = plan
            .boxes
            .iter()
            .enumerate()
            .map(|(index, what)| NodeWords { ends: ends(index), ..self.box_words(*what, &others(index)) });
        Words {
            title: self.own_phrase("diagram-title", &[("place", places)]),
            description: self.own_phrase("diagram-desc", &[]),
            lanes: plan.columns.iter().map(|column| self.column(*column)).collect(),
            nodes: boxes.collect(),
            labels: plan.labels.iter().map(|label| self.label(label)).collect(),
        }
    }

    fn column(&self, column: Column<'_>) -> Phrase {
        match column {
            Column::Lane(_, id) | Column::Participant(id) => self.participant(id),
            Column::Nobody => self.own_phrase("diagram-nobody", &[]),
            Column::Lost => self.own_phrase("diagram-lost", &[]),
        }
    }

    /// A participant by the editor's short name, which stands in brackets, or by the one of the act.
    fn participant(&self, id: &str) -> Phrase {
        let Some(participant) = self.regulation.participant(id) else {
            return Phrase { text: id.to_owned(), lang: None };
        };
        match &participant.short {
            Some(short) => {
                let short = self.phrase(short);
                Phrase { text: format!("[{}]", short.text), ..short }
            }
            None => self.phrase(&participant.name),
        }
    }

    /// The words of a box; `others` are the columns of further participants.
    fn box_words(&self, what: BoxOf<'_>, others: &[Column<'_>]) -> NodeWords {
        match what {
            BoxOf::Begin(words) => {
                let begin = self.own_phrase("diagram-begin", &[]);
                let phrase = joined([begin].into_iter().chain(words.map(|words| self.phrase(words))).collect(), ": ");
                let phrase = phrase.unwrap_or_default();
                NodeWords { blocks: vec![Block { part: Part::Action, phrase }], ..NodeWords::default() }
            }
            BoxOf::Step(process, index) => {
                let step = &process.steps[index];
                NodeWords {
                    anchor: format!("s-{}", step.id),
                    blocks: self.box_blocks(step),
                    twins: others.iter().map(|column| self.twin_blocks(step, *column)).collect(),
                    ends: Vec::new(),
                    likely: step.doers.sure == Sure::Likely,
                }
            }
        }
    }

    fn box_blocks(&self, step: &Step) -> Vec<Block> {
        let mut blocks = vec![self.number(step)];
        let names = step.doers.ids.iter().map(|id| self.participant(id)).collect();
        blocks.extend(joined(names, ", ").map(|phrase| Block { part: Part::Doer, phrase }));
        blocks.push(Block { part: Part::Action, phrase: self.phrase(&step.text) });
        // A term of the step above is told there.
        let own = step.limits.iter().filter(|limit| !limit.inherited);
        blocks.extend(own.map(|limit| Block { part: Part::Limit, phrase: self.limit_phrase(limit) }));
        blocks
    }

    /// A limit, with what it holds for.
    fn limit_phrase(&self, limit: &Limit) -> Phrase {
        let channels = limit.channels.iter().map(|channel| Phrase { text: self.channel_name(*channel), lang: None });
        let parts = limit.case.iter().chain(&limit.part).map(|text| self.phrase(text));
        let scope = channels.chain(parts).collect();
        let both = joined(scope, ", ").into_iter().chain([self.phrase(&limit.words)]);
        joined(both.collect(), ": ").unwrap_or_default()
    }

    fn number(&self, step: &Step) -> Block {
        let number = self.number_of(step).map(|number| Phrase { text: number.to_owned(), lang: None });
        let label = step.label.as_ref().map(|label| self.phrase(label));
        let place = || Phrase { text: self.labels.own(self.frame, &step.id), lang: None };
        let phrase = joined(number.into_iter().chain(label).collect(), " ").unwrap_or_else(place);
        Block { part: Part::Number, phrase }
    }

    /// What stands in the box of a further participant: which step it is, who acts, and how they share it.
    fn twin_blocks(&self, step: &Step, column: Column<'_>) -> Vec<Block> {
        let mode = match step.doers.mode {
            Mode::All => "all",
            Mode::OneOf => "one-of",
            Mode::Turn => "turn",
            Mode::Together => "together",
        };
        let doer = Block { part: Part::Doer, phrase: self.column(column) };
        let shared = Block { part: Part::Action, phrase: self.own_phrase(&format!("diagram-twin-{mode}"), &[]) };
        vec![self.number(step), doer, shared]
    }

    fn label(&self, label: &Label<'_>) -> Option<Phrase> {
        let only = label.only.map(|only| Phrase { text: self.only_names(only).join(", "), lang: None });
        let words = label.words.map(|words| self.phrase(words));
        let otherwise = label.otherwise.then(|| self.own_phrase("diagram-otherwise", &[]));
        joined(only.into_iter().chain(words).chain(otherwise).collect(), "; ")
    }

    fn phrase(&self, text: &Text) -> Phrase {
        let shown = text.shown(self.frame.lang);
        Phrase { text: shown.words.to_owned(), lang: (shown.lang != self.frame.lang).then_some(shown.lang) }
    }

    fn own_phrase(&self, id: &str, args: &[(&str, String)]) -> Phrase {
        Phrase { text: self.frame.say(id, args), lang: None }
    }
}

/// The id of the element of a diagram.
fn id(picture: &Picture<'_>) -> String {
    format!("d-{}", picture.name)
}

/// Phrases after each other; the language of the first one that has its own.
fn joined(phrases: Vec<Phrase>, between: &str) -> Option<Phrase> {
    let lang = phrases.iter().find_map(|phrase| phrase.lang);
    let texts: Vec<String> = phrases.into_iter().map(|phrase| phrase.text).filter(|text| !text.is_empty()).collect();
    (!texts.is_empty()).then(|| Phrase { text: texts.join(between), lang })
}
