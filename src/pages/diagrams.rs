//! The diagram of a telling: its chart in the words of a page.

use super::addresses;
use super::tellings::StepsContext;
use super::view::{Diagram, Link, Sentence, SentenceStep};
use crate::diagram::plan::{BoxOf, Column, Label, Plan, Told, plan};
use crate::diagram::{Block, NodeWords, Notation, Part, Phrase, Picture, Sketch, Undrawn, Words};
use crate::flow::{self, Graph};
use crate::lang::Text;
use crate::model::{Limit, Mode, Process, Regulation, Step, Sure};
use crate::vocabulary::Role;

/// Most steps of a regulation whose page has room for all pictures; with more of them the page of 60 KiB that a phone is to
/// load has room for the first one, and links the others.
const MOST_STEPS: usize = 100;

/// Whether the page of a regulation has no room for more than one picture.
pub(super) fn is_long(regulation: &Regulation) -> bool {
    regulation.processes.iter().map(|process| process.steps.len()).sum::<usize>() > MOST_STEPS
}

impl StepsContext<'_, '_> {
    /// The diagrams that stand beside the table of a telling.
    pub(super) fn diagrams(&self, process: &Process) -> Vec<Diagram> {
        let is_long = is_long(self.regulation);
        let own = self.pictures.iter().enumerate().filter(|(_, picture)| self.shown_at(picture).name == process.name);
        own.map(|(place, picture)| Diagram {
            notation: Notation::of(&picture.shown()),
            file: addresses::diagram_from_page(&picture.name),
            is_linked: is_long && place > 0,
            sketch: self.sketch(picture, None),
        })
        .collect()
    }

    /// What stands in the place of the diagram of a sequence that has none.
    pub(super) fn sentence(&self, process: &Process) -> Option<Sentence> {
        if process.role != Role::Sequence {
            return None;
        }
        let why = Undrawn::of(&[process]).filter(|_| self.picture_of(process).is_none())?;
        let step = |index: usize| {
            let doers = &process.steps[index].doers.ids;
            let names = doers.iter().filter_map(|id| self.regulation.participant(id));
            let by = names.map(|participant| self.frame.words(&participant.name)).collect();
            SentenceStep { at: self.step_link(process, index), by }
        };
        let steps = if why == Undrawn::Short { (0..process.steps.len()).map(step).collect() } else { Vec::new() };
        Some(Sentence { why, steps })
    }

    /// The diagram that stands at another telling: it shows this one, too, or one that says just the same.
    pub(super) fn shared_diagram(&self, process: &Process) -> Option<Link> {
        let picture = self.picture_of(process).filter(|picture| self.shown_at(picture).name != process.name)?;
        let place = self.labels.place(self.frame, &self.shown_at(picture).at);
        Some(Link { text: place, href: format!("#{}", id(picture)) })
    }

    /// The picture of a telling, or of one that says just the same.
    pub(super) fn picture_of(&self, process: &Process) -> Option<&Picture<'_>> {
        let is_of = |picture: &&Picture<'_>| {
            picture.shown().iter().chain(&picture.same).any(|shown| shown.name == process.name)
        };
        self.pictures.iter().find(is_of)
    }

    /// The telling beside whose table a picture stands: the first of those that it shows of which the page has not folded the table.
    fn shown_at<'p>(&self, picture: &Picture<'p>) -> &'p Process {
        picture.shown().into_iter().find(|process| !self.is_folded(process)).unwrap_or(picture.main)
    }

    /// A diagram, for the page of the regulation or for a file of its own with links to that page.
    pub(super) fn sketch(&self, picture: &Picture<'_>, page: Option<String>) -> Sketch {
        let graphs: Vec<(&Process, Graph)> = picture.others.iter().map(|other| (*other, flow::graph(other))).collect();
        let others: Vec<Told<'_>> = graphs.iter().map(|(process, graph)| Told { process, graph }).collect();
        let main = Told { process: picture.main, graph: &flow::graph(picture.main) };
        let tellings = std::iter::once(&picture.main).chain(&picture.others).chain(&picture.same);
        let places: Vec<String> = tellings.map(|process| self.labels.place(self.frame, &process.at)).collect();
        let plan = plan(self.regulation, main, &others);
        let words = self.diagram_words(&plan, picture.main, places.join("; "));
        Sketch { id: id(picture), lang: self.frame.lang, page, widths: None, chart: plan.chart, words }
    }

    fn diagram_words(&self, plan: &Plan<'_>, main: &Process, places: String) -> Words {
        let chart = &plan.chart;
        let ends = |node: usize| {
            let ends = chart.nodes[node].ends.iter().zip(&plan.ends[node]);
            let words = ends.map(|(end, said)| {
                let parts = self.label(&said.label).into_iter().chain(said.outcome.map(|outcome| self.phrase(outcome)));
                let place = said.onward.map(|onward| ("place", self.labels.place(self.frame, &onward.at)));
                let args: Vec<(&str, String)> = place.into_iter().collect();
                (self.own_phrase(&format!("diagram-{}", end.kind.as_str()), &args), joined(parts.collect(), "; "))
            });
            words.collect::<Vec<_>>()
        };
        let others = |node: usize| chart.nodes[node].twins.iter().map(|lane| plan.columns[*lane]).collect::<Vec<_>>();
        let boxes = plan.boxes.iter().enumerate().map(|(index, what)| {
            let also = plan.also.get(&index).map_or(&[][..], Vec::as_slice);
            let mut words = NodeWords { ends: ends(index), ..self.box_words(*what, also, &others(index)) };
            self.name_variant(&mut words, *what, main);
            words
        });
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

    /// The words of a box; `also` are the steps of other tellings that it stands for, `others` the columns of further
    /// participants.
    fn box_words(&self, what: BoxOf<'_>, also: &[(&Process, usize)], others: &[Column<'_>]) -> NodeWords {
        let begin =
            |phrase: Phrase| NodeWords { blocks: vec![Block { part: Part::Action, phrase }], ..NodeWords::default() };
        match what {
            BoxOf::Begin(words) => {
                let own = self.own_phrase("diagram-begin", &[]);
                let phrase = joined([own].into_iter().chain(words.map(|words| self.phrase(words))).collect(), ": ");
                begin(phrase.unwrap_or_default())
            }
            BoxOf::From(link) => {
                let at = self.regulation.process(&link.process).map(|process| &process.at);
                let at = link.after.as_ref().or(at).map(|at| self.labels.place(self.frame, at));
                begin(self.own_phrase("diagram-from", &[("place", at.unwrap_or_default())]))
            }
            BoxOf::Step(process, index) => {
                let step = &process.steps[index];
                let number = self.numbers(std::iter::once(&(process, index)).chain(also));
                NodeWords {
                    anchor: format!("s-{}", step.id),
                    blocks: self.box_blocks(step, number.clone()),
                    twins: others.iter().map(|column| self.twin_blocks(step, number.clone(), *column)).collect(),
                    ends: Vec::new(),
                    likely: step.doers.sure == Sure::Likely,
                    change: None,
                }
            }
        }
    }

    /// Says in the box of a step that it is one of another variant than the main telling.
    fn name_variant(&self, words: &mut NodeWords, what: BoxOf<'_>, main: &Process) {
        let BoxOf::Step(process, _) = what else { return };
        if process.name == main.name || process.scope.variant.is_none() {
            return;
        }
        let variant = self.way_of(process);
        for block in std::iter::once(&mut words.blocks).chain(&mut words.twins).filter_map(|blocks| blocks.first_mut())
        {
            block.phrase.text = format!("{}: {}", block.phrase.text.trim_end_matches('.'), variant.text);
        }
    }

    fn box_blocks(&self, step: &Step, number: Block) -> Vec<Block> {
        let mut blocks = vec![number];
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

    /// What the steps are called that a box stands for, each name once.
    fn numbers<'s>(&self, steps: impl Iterator<Item = &'s (&'s Process, usize)>) -> Block {
        let mut names: Vec<Phrase> = Vec::new();
        for (process, index) in steps {
            let name = self.number(&process.steps[*index]);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Block { part: Part::Number, phrase: joined(names, " / ").unwrap_or_default() }
    }

    /// What a step is called: its number and its label. A label that says the number says it alone, and one with which the text
    /// begins is told there.
    fn number(&self, step: &Step) -> Phrase {
        let number = self.number_of(step).map(|number| Phrase { text: number.to_owned(), lang: None });
        let label = step.label.as_ref().map(|label| self.phrase(label));
        let text = self.phrase(&step.text);
        let (number, label) = match (number, label) {
            (Some(number), Some(label)) if says(&label.text, &number.text) => (None, Some(label)),
            (Some(number), Some(label)) if begins_with(&text, &label) => (Some(number), None),
            both => both,
        };
        let place = || Phrase { text: self.labels.own(self.frame, &step.id), lang: None };
        joined(number.into_iter().chain(label).collect(), " ").unwrap_or_else(place)
    }

    /// What stands in the box of a further participant: which step it is, who acts, and how they share it.
    fn twin_blocks(&self, step: &Step, number: Block, column: Column<'_>) -> Vec<Block> {
        let mode = match step.doers.mode {
            Mode::All => "all",
            Mode::OneOf => "one-of",
            Mode::Turn => "turn",
            Mode::Together => "together",
        };
        let doer = Block { part: Part::Doer, phrase: self.column(column) };
        let shared = Block { part: Part::Action, phrase: self.own_phrase(&format!("diagram-twin-{mode}"), &[]) };
        vec![number, doer, shared]
    }

    fn label(&self, label: &Label<'_>) -> Option<Phrase> {
        let only = label.only.map(|only| Phrase { text: self.only_names(only).join(", "), lang: None });
        let words = label.words.map(|words| self.phrase(words));
        let telling = label.telling.map(|telling| self.way_of(telling));
        let otherwise = label.otherwise.then(|| self.own_phrase("diagram-otherwise", &[]));
        joined(only.into_iter().chain(words).chain(telling).chain(otherwise).collect(), "; ")
    }

    /// What is said of the way of a telling where it parts from another: which variant it is, else its condition, else what
    /// the editor calls it.
    fn way_of(&self, telling: &Process) -> Phrase {
        let own = |text: String| Phrase { text, lang: None };
        match (telling.scope.variant, &telling.when, &telling.title) {
            (Some(variant), ..) => self.own_phrase(&format!("variant-{}", variant.as_str()), &[]),
            (None, Some(when), _) => self.phrase(when),
            (None, None, _) if telling.alternative_to.is_none() => self.own_phrase("diagram-otherwise", &[]),
            (None, None, Some(title)) => own(format!("[{}]", self.frame.plain(title))),
            (None, None, None) => own(self.labels.place(self.frame, &telling.at)),
        }
    }

    fn phrase(&self, text: &Text) -> Phrase {
        let shown = text.shown(self.frame.lang);
        Phrase { text: shown.words.to_owned(), lang: (shown.lang != self.frame.lang).then_some(shown.lang) }
    }

    fn own_phrase(&self, id: &str, args: &[(&str, String)]) -> Phrase {
        Phrase { text: self.frame.say(id, args), lang: None }
    }
}

/// Whether a label says the number of a step: «Действие № 3» says «3».
fn says(label: &str, number: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    !digits(number).is_empty()
        && label.split(|letter: char| !letter.is_ascii_digit()).any(|part| part == digits(number))
}

/// Whether a text begins with a label, as «процесс 1 – проверка …» does.
fn begins_with(text: &Phrase, label: &Phrase) -> bool {
    let rest = text.text.to_lowercase();
    let rest = rest.strip_prefix(&label.text.to_lowercase());
    text.lang == label.lang && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
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
