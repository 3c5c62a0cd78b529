//! The tellings of a regulation: a block for each channel, those that repeat or continue one under it.

use std::collections::BTreeMap;

use super::differences::difference;
use super::frame::Frame;
use super::home::count;
use super::labels::Labels;
use super::view::{ChannelBlock, Link, Mark, RelationKind, StepColumns, StepRow, Telling, TellingRelation, Words};
use crate::diagram::{Picture, pictures};
use crate::flow;
use crate::model::{Node, NodeKind, Origin, Process, Regulation, Scope, Step, walk};
use crate::vocabulary::{Role, StepKind};

/// How many tellings may be shown one under the other.
const MAX_NESTED: usize = 6;

/// Whether a telling goes on where another ends.
fn goes_on(process: &Process, with: &Process) -> bool {
    process.retells.is_none() && process.continues.as_ref().is_some_and(|link| link.process == with.name)
}

/// What the steps of a regulation are shown with.
pub(super) struct StepsContext<'f, 'a> {
    pub frame: &'f Frame<'a>,
    pub labels: &'f Labels<'a>,
    pub regulation: &'a Regulation,
    /// Its diagrams.
    pub pictures: Vec<Picture<'a>>,
    /// Slips and unnumbered paragraphs by anchor.
    pub nodes: BTreeMap<&'a str, &'a Node>,
}

/// What the block of a telling holds for: variants stand in one block.
fn block_scope(process: &Process) -> Scope {
    Scope { variant: None, ..process.scope.clone() }
}

/// Whether a telling tells how the result is given.
fn gives(process: &Process) -> bool {
    process.role == Role::Sequence && process.steps.iter().any(|step| step.kind == StepKind::Result)
}

impl<'f, 'a> StepsContext<'f, 'a> {
    pub(super) fn new(frame: &'f Frame<'a>, labels: &'f Labels<'a>, regulation: &'a Regulation) -> Self {
        let mut nodes = BTreeMap::new();
        walk(&regulation.text, &mut |node| {
            nodes.insert(node.id.as_str(), node);
        });
        Self { frame, labels, regulation, pictures: pictures(regulation), nodes }
    }

    /// For what shows no steps, but counts them: without diagrams and texts.
    pub(super) fn counting(frame: &'f Frame<'a>, labels: &'f Labels<'a>, regulation: &'a Regulation) -> Self {
        Self { frame, labels, regulation, pictures: Vec::new(), nodes: BTreeMap::new() }
    }

    /// A telling by its name, if there is one.
    pub(super) fn process(&self, name: Option<&str>) -> Option<&'a Process> {
        self.regulation.process(name?)
    }

    /// The blocks in the order of the regulation.
    pub(super) fn blocks(&self) -> Vec<ChannelBlock> {
        let mains = self.mains();
        let mut blocks: Vec<(Scope, ChannelBlock)> = Vec::new();
        for process in self.regulation.processes.iter().filter(|process| self.stands_alone(process)) {
            let block_scope = block_scope(process);
            let telling = self.telling(process, None);
            if let Some((_, block)) = blocks.iter_mut().find(|(scope, _)| *scope == block_scope) {
                block.tellings.push(telling);
                continue;
            }
            let names: Vec<&str> = process.scope.channels.iter().map(|channel| channel.as_str()).collect();
            let name = if names.is_empty() { "any".to_owned() } else { names.join("-") };
            let same = blocks.iter().filter(|(scope, _)| scope.channels == process.scope.channels).count();
            let id = if same == 0 { format!("channel-{name}") } else { format!("channel-{name}~{}", same + 1) };
            let main = mains.iter().find(|(scope, _)| *scope == block_scope);
            let block = ChannelBlock {
                id,
                channels: process.scope.channels.clone(),
                scope: self.scope_names(&block_scope, false),
                sums: main.map(|(_, main)| self.sums(main)).unwrap_or_default(),
                tellings: vec![telling],
            };
            blocks.push((block_scope, block));
        }
        blocks.into_iter().map(|(_, block)| block).collect()
    }

    /// The main telling of each block that has a sequence: of those that stand alone in it, the first that leads to the
    /// result, because what is told of the intake alone does not; else the first.
    pub(super) fn mains(&self) -> Vec<(Scope, &'a Process)> {
        let leads = |process: &Process| gives(process) || self.continuing(process).into_iter().any(gives);
        let alone = self.regulation.processes.iter().filter(|process| self.stands_alone(process));
        let mut mains: Vec<(Scope, &Process)> = Vec::new();
        for process in alone.filter(|process| process.role == Role::Sequence) {
            let scope = block_scope(process);
            match mains.iter_mut().find(|(known, _)| *known == scope) {
                None => mains.push((scope, process)),
                Some((_, main)) if !leads(main) && leads(process) => *main = process,
                Some(_) => {}
            }
        }
        mains
    }

    /// Whether a telling stands in its block by itself: it repeats nothing that is there, lists nothing's results, and
    /// goes on with nothing.
    fn stands_alone(&self, process: &Process) -> bool {
        !process.steps.is_empty() && (self.host(process).is_none() || self.hangs_in_a_circle(process))
    }

    /// The telling under which another is shown: that which it repeats, goes on with, or speaks of first.
    fn host(&self, process: &Process) -> Option<&'a Process> {
        let links = process.retells.iter().chain(&process.continues).chain(&process.of);
        links.filter_map(|link| self.regulation.process(&link.process)).find(|host| host.name != process.name)
    }

    /// Whether the links of a telling lead back to itself, which would hide it, or too far.
    fn hangs_in_a_circle(&self, process: &Process) -> bool {
        let line = std::iter::successors(self.host(process), |host| self.host(host));
        line.take(MAX_NESTED).count() == MAX_NESTED
    }

    /// Whether the table of a telling is folded, under what it repeats or speaks of.
    pub(super) fn is_folded(&self, process: &Process) -> bool {
        let mut at = process;
        for _ in 0..MAX_NESTED {
            match self.host(at).filter(|_| !self.stands_alone(at)) {
                None => return false,
                Some(host) if !goes_on(at, host) => return true,
                Some(host) => at = host,
            }
        }
        false
    }

    /// The tellings that are shown under one.
    fn hanging(&self, process: &Process) -> Vec<&'a Process> {
        let hangs = |other: &&Process| {
            self.host(other).is_some_and(|host| host.name == process.name) && !self.hangs_in_a_circle(other)
        };
        self.regulation.processes.iter().filter(hangs).collect()
    }

    /// The tellings that go on with one.
    pub(super) fn continuing(&self, process: &Process) -> Vec<&'a Process> {
        self.hanging(process).into_iter().filter(|other| goes_on(other, process)).collect()
    }

    /// A telling by its name, with what hangs on it.
    pub(super) fn telling_by_name(&self, name: &str) -> Option<Telling> {
        self.regulation.process(name).map(|process| self.telling(process, None))
    }

    fn telling(&self, process: &'a Process, above: Option<&'a Process>) -> Telling {
        let relation = above.map_or_else(|| self.branch(process), |above| self.relation(process, above));
        let retold = above.filter(|_| process.retells.is_some());
        let graph = flow::graph(process);
        let outcomes = self.outcomes(process);
        let mut steps: Vec<StepRow> = Vec::new();
        let mut differing = 0;
        let matches =
            retold.zip(process.retells.as_ref()).map(|(other, link)| (other, flow::pairs(link, process, other)));
        for (index, step) in process.steps.iter().enumerate() {
            let mut row = self.step_row(process, &graph, index);
            if let Some(result) = outcomes.get(&index).filter(|_| row.outcome.is_none()) {
                row.outcome = Some(self.frame.words(&result.text));
                row.outcome_at = Some(self.labels.link(self.frame, &result.id));
            }
            if let Some((other, pairs)) = &matches {
                let partners: Vec<&Step> =
                    pairs.get(&index).into_iter().flatten().map(|partner| &other.steps[*partner]).collect();
                differing += u32::from(self.show_difference(&mut row, step, &partners));
            }
            steps.push(row);
        }
        let (continued, folded): (Vec<&Process>, Vec<&Process>) =
            self.hanging(process).into_iter().partition(|other| goes_on(other, process));
        let under =
            |others: Vec<&'a Process>| others.into_iter().map(|other| self.telling(other, Some(process))).collect();
        let columns = columns(process, &steps);
        Telling {
            id: process.name.clone(),
            role: process.role,
            at: self.labels.link(self.frame, &process.at),
            heading: self
                .labels
                .node(&process.at)
                .and_then(|node| node.text.as_ref().or(node.title.as_ref()))
                .map(|text| self.frame.words(text)),
            title: process.title.as_ref().map(|title| self.frame.plain(title)),
            scope: self.scope_names(&process.scope, above.is_none()),
            when: process.when.as_ref().map(|when| self.frame.words(when)),
            relation,
            differing: retold.map(|_| differing),
            columns,
            diagrams: self.diagrams(process),
            sentence: self.sentence(process),
            shared_diagram: self.shared_diagram(process),
            steps,
            continued: under(continued),
            folded: under(folded),
        }
    }

    /// That a telling branches off from another which stands beside it.
    fn branch(&self, process: &Process) -> Option<TellingRelation> {
        let link = process.alternative_to.as_ref()?;
        let other = self.regulation.process(&link.process)?;
        Some(self.related(RelationKind::AlternativeTo, link, other))
    }

    /// How a telling hangs on the one above it.
    fn relation(&self, process: &Process, above: &Process) -> Option<TellingRelation> {
        let of = process.of.iter().find(|link| link.process == above.name);
        let (kind, link) = match (&process.retells, &process.continues, of) {
            (Some(link), _, _) => (RelationKind::Retells, link),
            (None, Some(link), _) => (RelationKind::Continues, link),
            (None, None, of) => (RelationKind::Of, of?),
        };
        Some(self.related(kind, link, above))
    }

    fn related(&self, kind: RelationKind, link: &crate::model::Link, other: &Process) -> TellingRelation {
        let after = link.after.as_ref().and_then(|id| other.index_of(id));
        TellingRelation {
            kind,
            other: self.telling_link(other),
            after: after.map(|index| self.step_link(other, index)),
            stated: match &link.origin {
                Origin::Stated(place) => Some(self.labels.link(self.frame, place)),
                Origin::Inferred => None,
            },
            doubt: link.doubt.as_ref().map(|doubt| self.frame.words(doubt)),
        }
    }

    pub(super) fn telling_link(&self, process: &Process) -> Link {
        Link {
            text: self.labels.place(self.frame, &process.at),
            href: format!("{}#t-{}", self.page_of(process), process.name),
        }
    }

    /// The page where the table of a telling stands: sequences have theirs in the reference book too.
    fn page_of(&self, process: &Process) -> &str {
        if process.role == Role::Sequence { "" } else { &self.labels.page }
    }

    /// The number of a step in its list. That of a point is none: it numbers the text, and names its place.
    pub(super) fn number_of<'s>(&self, step: &'s Step) -> Option<&'s str> {
        let is_point = self.nodes.get(step.id.as_str()).is_some_and(|node| node.kind == NodeKind::Point);
        step.number.as_deref().filter(|_| !is_point)
    }

    /// A step by its number or its label: «шаг 7», «процесс 1»; one without either by its place: «абз. 3».
    pub(super) fn step_link(&self, process: &Process, index: usize) -> Link {
        let step = &process.steps[index];
        let text = match (self.number_of(step), &step.label) {
            (Some(number), _) => {
                self.frame.say("step-named", &[("step", number.trim_end_matches([')', '.']).to_owned())])
            }
            (None, Some(label)) => self.frame.plain(label),
            (None, None) => self.labels.own(self.frame, &step.id),
        };
        Link { text, href: format!("{}#s-{}", self.page_of(process), step.id) }
    }

    pub(super) fn scope_names(&self, scope: &Scope, only_variant: bool) -> Vec<String> {
        let terms = &self.frame.inputs.catalog.corpus.terms;
        let name = |id: &String| {
            let term = terms.iter().find(|term| term.id == *id);
            term.map_or_else(|| id.clone(), |term| self.frame.plain(&term.name))
        };
        let mut names: Vec<String> = Vec::new();
        if !only_variant {
            names.extend(scope.objects.iter().chain(&scope.applicants).map(name));
        }
        names.extend(scope.variant.map(|variant| self.frame.say(&format!("variant-{}", variant.as_str()), &[])));
        names
    }

    /// What the steps of a telling yield, where a list of results says so: of the telling itself, or of one that
    /// repeats it.
    fn outcomes(&self, process: &'a Process) -> BTreeMap<usize, &'a Step> {
        let mut outcomes = BTreeMap::new();
        let lists = |telling: &'a Process| {
            let results = self.regulation.processes.iter().filter(|list| list.role == Role::Results);
            results.filter_map(move |list| Some((list, list.of.iter().find(|link| link.process == telling.name)?)))
        };
        for (list, link) in lists(process) {
            for (result, steps) in flow::pairs(link, list, process) {
                outcomes.extend(steps.into_iter().map(|step| (step, &list.steps[result])));
            }
        }
        let repeating = self.regulation.processes.iter().filter_map(|telling| {
            Some((telling, telling.retells.as_ref().filter(|link| link.process == process.name)?))
        });
        for (telling, repeats) in repeating {
            let same = flow::pairs(repeats, telling, process);
            for (list, link) in lists(telling) {
                for (result, steps) in flow::pairs(link, list, telling) {
                    for step in steps.iter().filter_map(|step| same.get(step)).flatten() {
                        outcomes.entry(*step).or_insert(&list.steps[result]);
                    }
                }
            }
        }
        outcomes
    }

    /// Marks what a step says otherwise than the steps it repeats; whether it does.
    fn show_difference(&self, row: &mut StepRow, step: &Step, partners: &[&Step]) -> bool {
        let Some(first) = partners.first() else { return true };
        let joined: Vec<&str> = partners.iter().map(|partner| partner.text.shown(self.frame.lang).words).collect();
        let own = step.text.shown(self.frame.lang);
        let runs = difference(own.words, &joined.join(" "));
        row.matches = self
            .regulation
            .processes
            .iter()
            .find_map(|process| Some(self.step_link(process, process.index_of(&first.id)?)));
        let differs = runs.iter().any(|run| run.mark != Mark::Plain);
        if differs {
            row.text = Words { lang: self.frame.foreign(own.lang), runs };
        }
        differs
    }
}

/// The columns that a table needs. Outcomes have one where most steps have an outcome.
fn columns(process: &Process, steps: &[StepRow]) -> StepColumns {
    let tells_actions = matches!(process.role, Role::Sequence | Role::Contents);
    let number = steps.iter().any(|step| step.number.is_some() || step.label.is_some());
    let limit = steps.iter().any(|step| !step.limits.is_empty());
    let outcome = 2 * steps.iter().filter(|step| step.outcome.is_some()).count() > steps.len();
    let next = process.role == Role::Sequence;
    let on = [tells_actions, limit, outcome, next].into_iter().filter(|on| *on).count();
    StepColumns { number, by: tells_actions, limit, outcome, next, count: u8::try_from(count(on + 2)).unwrap_or(6) }
}
