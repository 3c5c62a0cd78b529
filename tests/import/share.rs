//! How much of each act the import gets right before any hand: steps, who acts, limits, arrows, against the corrected
//! encoding. The text that is imported is printed from the encoding, with the damage of extraction; where `QADAM_SOURCES`
//! names a folder with the published texts (`PLACE-YEAR-NUMBER.LANG.txt`), these are measured too.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use qadam::flow::{self, Edge, Goal};
use qadam::model::{Act, Form, Regulation, Step};
use qadam::vocabulary::Role;

use super::grids::imported;
use super::published::published;
use crate::PROJECT;

/// Acts, and the least share of steps that must be right, in percent. A later change may not lower it.
const LEAST: [(&str, usize); 5] = [
    ("almaty/2019-2-260", 95),
    ("almaty/2014-2-236", 90),
    ("karaganda/2014-34-05", 94),
    ("akzhar/2012-277", 82),
    ("akmola/2011-a-11-491", 67),
];

/// How many are right, of how many.
#[derive(Default, Clone, Copy)]
struct Share(usize, usize);

impl Share {
    fn add(&mut self, is_right: bool) {
        self.0 += usize::from(is_right);
        self.1 += 1;
    }

    fn percent(self) -> usize {
        (self.0 * 1000 / self.1.max(1) + 5) / 10
    }
}

/// What a step says, without the ids of its place.
#[derive(Debug)]
struct Said {
    /// For each who acts, all names that the regulation has for him: ids are the editor's.
    doers: Vec<BTreeSet<String>>,
    limits: Vec<String>,
    arrows: Vec<String>,
    /// Only a sequence says what follows what.
    is_sequence: bool,
    is_of_table: bool,
}

fn words(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Said {
    fn leads_as(&self, wanted: &Self) -> bool {
        !wanted.is_sequence || self.arrows == wanted.arrows
    }

    fn acts_as(&self, other: &Self) -> bool {
        let meets = |a: &BTreeSet<String>| other.doers.iter().any(|b| !a.is_disjoint(b));
        self.doers.len() == other.doers.len() && self.doers.iter().all(meets)
    }
}

fn said(regulation: &Regulation, steps: &[Step], edges: &[Edge], index: usize) -> Said {
    let step = &steps[index];
    let names = |id: &String| {
        let person = regulation.participant(id).unwrap();
        std::iter::once(&person.name)
            .chain(&person.aliases)
            .map(|name| words(&name.words))
            .chain([id.clone()])
            .collect()
    };
    let doers = step.doers.ids.iter().map(names).collect();
    let limits = step.limits.iter().map(|limit| words(&limit.words.words)).collect();
    // The way round a conditional step is drawn by the program.
    // What leads nowhere that is known leads nowhere.
    let leads = |edge: &&Edge| edge.from == index && edge.round.is_none() && edge.to != Goal::Unknown;
    let arrows = edges.iter().filter(leads).map(|edge| match edge.to {
        Goal::Step(step) => words(&steps[step].text.words),
        other => format!("{other:?}"),
    });
    let mut arrows: Vec<String> = arrows.collect();
    arrows.sort();
    Said { doers, limits, arrows, is_sequence: true, is_of_table: false }
}

/// The steps of a regulation by their words; steps of the same words in their order.
fn steps(regulation: &Regulation) -> BTreeMap<String, Vec<Said>> {
    let mut found: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for process in &regulation.processes {
        let edges = flow::graph(process).edges;
        for (index, step) in process.steps.iter().enumerate() {
            let mut said = said(regulation, &process.steps, &edges, index);
            said.is_sequence = process.role == Role::Sequence;
            said.is_of_table = process.form != Form::List;
            found.entry(words(&step.text.words)).or_default().push(said);
        }
    }
    found
}

/// What of an act, or of its second half, is right.
#[derive(Default, Clone, Copy)]
struct Shares {
    /// Steps right in all, then found, who acts, limits, arrows.
    parts: [Share; 5],
    /// Steps of the drafts that are none.
    invented: usize,
}

/// What shares are told of.
const PARTS: [&str; 4] = ["whole", "second half", "tables", "lists"];

/// The shares of the parts of an act.
fn shares(act: &Act, drafts: &[Regulation]) -> [Shares; PARTS.len()] {
    let mut shares = [Shares::default(); PARTS.len()];
    let parts_of = |is_second: bool, said: &Said| {
        [Some(0), is_second.then_some(1), Some(if said.is_of_table { 2 } else { 3 })].into_iter().flatten()
    };
    for regulation in &act.regulations {
        let is_second = usize::from(regulation.ordinal) * 2 > act.regulations.len() + 1;
        let draft = drafts.iter().find(|draft| draft.ordinal == regulation.ordinal).map(steps).unwrap_or_default();
        let wanted = steps(regulation);
        for (text, found) in &draft {
            let known = wanted.get(text).map_or(0, Vec::len);
            for part in parts_of(is_second, &found[0]) {
                shares[part].invented += found.len().saturating_sub(known);
            }
            if known < found.len() && std::env::var_os("QADAM_SHOW").is_some() {
                println!("{}/{}: {text}\n   invented: {found:?}", act.id, regulation.name);
            }
        }
        for (text, wanted) in wanted {
            let found = draft.get(&text).map_or(&[][..], Vec::as_slice);
            for (index, wanted) in wanted.iter().enumerate() {
                let found = found.get(index);
                if std::env::var_os("QADAM_SHOW").is_some()
                    && let Some(found) = found
                    && !(found.acts_as(wanted) && found.limits == wanted.limits && found.leads_as(wanted))
                {
                    println!("{}/{}: {text}\n   wanted {wanted:?}\n   found  {found:?}", act.id, regulation.name);
                }
                if std::env::var_os("QADAM_SHOW").is_some() && found.is_none() {
                    println!("{}/{}: {text}\n   not found: {wanted:?}", act.id, regulation.name);
                }
                let is = |part: &dyn Fn(&Said) -> bool| found.is_some_and(part);
                let parts = [
                    is(&|found| found.acts_as(wanted) && found.limits == wanted.limits && found.leads_as(wanted)),
                    found.is_some(),
                    is(&|found| found.acts_as(wanted)),
                    is(&|found| found.limits == wanted.limits),
                    is(&|found| found.leads_as(wanted)),
                ];
                for part in parts_of(is_second, wanted) {
                    for (share, is_right) in shares[part].parts.iter_mut().zip(parts) {
                        share.add(is_right);
                    }
                }
            }
        }
    }
    shares
}

fn told(name: &str, shares: &[Shares; PARTS.len()]) {
    let told = PARTS.iter().zip(shares).filter(|(_, shares)| shares.parts[0].1 > 0);
    for (part, shares) in told {
        let [all, found, doers, limits, arrows] = shares.parts;
        println!(
            "{name}, {part}: {} of {} steps right ({} %); found {} %, who acts {} %, limits {} %, arrows {} %; {} are \
             no steps",
            all.0,
            all.1,
            all.percent(),
            found.percent(),
            doers.percent(),
            limits.percent(),
            arrows.percent(),
            shares.invented
        );
    }
}

#[test]
fn the_import_gets_most_steps_right_by_itself() {
    let sources = std::env::var_os("QADAM_SOURCES");
    for act in &PROJECT.corpus.acts {
        let least = LEAST.iter().find(|(id, _)| *id == act.id).map(|(_, least)| *least).unwrap_or_default();
        let measured = shares(act, &imported(act, "act.txt", published(act).as_bytes()));
        told(&act.id, &measured);
        assert!(measured[0].parts[0].percent() >= least, "{}: less than {least} % of the steps are right", act.id);
        if let Some(folder) = &sources {
            let name = format!("{}.{}.txt", act.id.replace('/', "-"), act.lang.as_str());
            let text = std::fs::read_to_string(Path::new(folder).join(name)).unwrap();
            told(&format!("{} as published", act.id), &shares(act, &imported(act, "act.txt", text.as_bytes())));
        }
    }
}
