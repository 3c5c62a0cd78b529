//! Tellings as they are read for comparing: each once, however many it is held against.

use super::Sides;
use super::deeds::deeds;
use super::roles::{Role, roles};
use super::stems::{plain_words, stems_of};
use crate::lang::Lang;
use crate::model::{Process, Step};
use crate::vocabulary::StepKind;

/// A step as it is read, once for all comparisons.
pub(super) struct ReadStep {
    /// Its words without label and limits, in order.
    pub words: Vec<String>,
    /// What its bag is made of: the beginnings of these words, or the terms that they name.
    pub stems: Vec<String>,
    pub deeds: Vec<&'static str>,
    pub roles: Vec<Role>,
    pub kind: StepKind,
}

/// A telling with its steps as they are read.
pub(super) struct ReadTelling<'a> {
    pub process: &'a Process,
    pub steps: Vec<ReadStep>,
}

/// Reads the tellings of both sides.
pub(super) fn read_tellings<'a>(sides: &Sides<'a>) -> [Vec<ReadTelling<'a>>; 2] {
    let [old_terms, new_terms] = [0, 1].map(|own| sides.bridge.map(|terms| &terms[own]));
    [(sides.old, old_terms), (sides.new, new_terms)].map(|(regulation, terms)| {
        let lang = sides.common.unwrap_or(regulation.lang);
        let read = |step: &Step| {
            let text = core(step, lang);
            let words: Vec<String> = plain_words(&text).collect();
            ReadStep {
                stems: match terms {
                    Some(terms) => terms.found_in(&text).into_iter().map(str::to_owned).collect(),
                    None => stems_of(&words).collect(),
                },
                deeds: deeds(&words, lang),
                words,
                roles: roles(regulation, &step.doers, sides.named),
                kind: step.kind,
            }
        };
        let telling = |process: &'a Process| ReadTelling { process, steps: process.steps.iter().map(read).collect() };
        regulation.processes.iter().map(telling).collect()
    })
}

/// The text of a step without its label and its limits.
fn core(step: &Step, lang: Lang) -> String {
    let mut text = step.text.get(lang).unwrap_or_default().to_owned();
    let quoted = step.label.iter().chain(step.limits.iter().map(|limit| &limit.words));
    for words in quoted.filter_map(|words| words.get(lang)).filter(|words| !words.is_empty()) {
        text = text.replacen(words, " ", 1);
    }
    text
}
