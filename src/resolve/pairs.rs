//! Steps that an editor pairs with steps of other versions: what is named must be there, and once.

use std::collections::BTreeMap;

use super::is_broken;
use super::names::name;
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::model::{Corpus, FixedPair, Process, Regulation};
use crate::source::Project;
use crate::source::schema::{PairedSteps, PairedVersion, Words, each};
use crate::vocabulary::TranslationStatus;

/// Where the steps of a regulation stand: the name of their telling, by anchor.
type Steps = BTreeMap<String, String>;

/// Resolves the pairs of all regulations.
pub(super) fn resolve_pairs(project: &Project, corpus: &mut Corpus, diagnostics: &mut Vec<Diagnostic>) {
    let files: Vec<(String, &[PairedVersion])> = project
        .acts
        .iter()
        .flat_map(|(act, source)| source.regulations.iter().map(move |regulation| (act, regulation)))
        .filter_map(|(act, regulation)| Some((format!("{act}/{}", regulation.name), regulation.value.as_ref()?)))
        .filter(|(_, file)| !file.pairs.is_empty())
        .map(|(id, file)| (id, file.pairs.as_slice()))
        .collect();
    if files.is_empty() {
        return;
    }
    let regulations = corpus.acts.iter().flat_map(|act| &act.regulations);
    let known: BTreeMap<String, Steps> = regulations.map(|regulation| (regulation.id(), steps(regulation))).collect();
    let mut found: BTreeMap<String, Vec<FixedPair>> = BTreeMap::new();
    for (id, versions) in files {
        let Some(own) = known.get(&id) else { continue };
        for version in versions {
            let other = &version.with.value;
            let act = other.rsplit_once('/').map_or("", |(act, _)| act);
            match known.get(other) {
                Some(_) if *other == id => diagnostics.push(bad_pair(&version.with, "itself", &id, None)),
                Some(theirs) => {
                    let sides = Sides { there: (other, theirs), here: (&id, own) };
                    found.entry(id.clone()).or_default().extend(sides.pairs(version, diagnostics));
                }
                // What could not be read is reported there.
                None if project.acts.contains_key(act) && is_broken(project, act) => {}
                None => {
                    let near = nearest(other, known.keys().map(String::as_str));
                    let fault = Diagnostic::new(Code::UnknownRegulation, version.with.span).with_nearest(near);
                    diagnostics.push(fault.with("name", other.clone()));
                }
            }
        }
    }
    for regulation in corpus.acts.iter_mut().flat_map(|act| &mut act.regulations) {
        regulation.pairs = found.remove(&regulation.id()).unwrap_or_default();
    }
}

fn steps(regulation: &Regulation) -> Steps {
    let of = |process: &Process| {
        process.steps.iter().map(|step| (step.id.clone(), process.name.clone())).collect::<Vec<_>>()
    };
    regulation.processes.iter().flat_map(of).collect()
}

/// What is wrong with a pair, at a step (or where there is none, at what stands in its place) of a regulation.
fn bad_pair(at: &Words, why: &str, regulation: &str, near: Option<&str>) -> Diagnostic {
    let fault = Diagnostic::new(Code::BadPair, at.span).with_nearest(near).with("why", why);
    fault.with("step", at.value.clone()).with("name", regulation)
}

/// Two versions, each by its id and its steps.
struct Sides<'a> {
    there: (&'a str, &'a Steps),
    here: (&'a str, &'a Steps),
}

/// Which tellings are joined by pairs, from either side.
#[derive(Default)]
struct Joined<'s> {
    there: BTreeMap<&'s str, &'s str>,
    here: BTreeMap<&'s str, &'s str>,
}

impl Sides<'_> {
    fn pairs(&self, version: &PairedVersion, diagnostics: &mut Vec<Diagnostic>) -> Vec<FixedPair> {
        let mut seen: BTreeMap<(bool, &str), Span> = BTreeMap::new();
        let mut joined = Joined::default();
        let mut pairs = Vec::new();
        for entry in &version.steps {
            let mut faults: Vec<Diagnostic> = named(entry).filter_map(|named| self.unknown(named)).collect();
            if faults.is_empty() {
                faults.extend(self.shape(entry, &mut joined));
            }
            // What is no pair takes no step from another.
            if faults.is_empty() {
                faults.extend(named(entry).filter_map(|(is_here, words)| {
                    let first = seen.insert((is_here, words.as_str()), words.span)?;
                    Some(self.fault(words, is_here, "twice").also(first))
                }));
            }
            let anchors = |wanted: bool| {
                let own = named(entry).filter(|(is_here, _)| *is_here == wanted);
                own.map(|(_, words)| words.value.clone()).collect::<Vec<_>>()
            };
            if faults.is_empty() {
                pairs.push(FixedPair {
                    with: self.there.0.to_owned(),
                    there: anchors(false),
                    here: anchors(true),
                    reason: name(&entry.reason, TranslationStatus::Reviewed, &mut faults),
                });
            }
            diagnostics.append(&mut faults);
        }
        pairs
    }

    fn fault(&self, at: &Words, is_here: bool, why: &str) -> Diagnostic {
        bad_pair(at, why, if is_here { self.here.0 } else { self.there.0 }, None)
    }

    fn unknown(&self, (is_here, words): (bool, &Words)) -> Option<Diagnostic> {
        let (regulation, steps) = if is_here { self.here } else { self.there };
        let near = || nearest(words, steps.keys().map(String::as_str));
        (!steps.contains_key(&words.value)).then(|| bad_pair(words, "step", regulation, near()))
    }

    /// What is wrong with how many steps a pair has, and with the tellings that it joins: each is told by one on the other side.
    fn shape<'s>(&'s self, entry: &PairedSteps, joined: &mut Joined<'s>) -> Option<Diagnostic> {
        let sides = [(false, self.there.1), (true, self.here.1)].map(|(wanted, steps)| {
            let own: Vec<&Words> =
                named(entry).filter(|(is_here, _)| *is_here == wanted).map(|(_, words)| words).collect();
            let mut tellings: Vec<&'s str> =
                own.iter().filter_map(|words| steps.get(&words.value).map(String::as_str)).collect();
            tellings.dedup();
            (own, tellings)
        });
        let reason = entry.reason.ru.as_ref().or(entry.reason.kk.as_ref()).map(|words| (true, words));
        let first = named(entry).chain(reason).next();
        let fault = |why| first.map(|(is_here, words)| self.fault(words, is_here, why));
        match (sides[0].0.len(), sides[1].0.len()) {
            (0, 0) => return fault("none"),
            (2.., 2..) => return fault("many"),
            _ => {}
        }
        match [sides[0].1.as_slice(), sides[1].1.as_slice()] {
            [[_, _, ..], _] | [_, [_, _, ..]] => fault("apart"),
            [[there], [here]] => {
                let known = (*joined.there.entry(there).or_insert(here), *joined.here.entry(here).or_insert(there));
                if known == (*here, *there) { None } else { fault("tellings") }
            }
            _ => None,
        }
    }
}

/// The steps that a pair names, and whether they stand here.
fn named(entry: &PairedSteps) -> impl Iterator<Item = (bool, &Words)> {
    let there = each(entry.there.as_ref()).map(|words| (false, words));
    there.chain(each(entry.here.as_ref()).map(|words| (true, words)))
}
