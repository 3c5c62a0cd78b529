//! Findings: defects of the law itself. They are shown, never mended, and stop nothing.
//!
//! One file a family of rules. A rule sees the model and the graphs of its tellings and yields [`Finding`]s; the words
//! are those of the diagnostic of the same code. Rules never look at wording: only at numbers, names and links.

mod annexes;
mod numbering;
mod participants;
mod slips;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, FileId};
use crate::lang::{Lang, Messages, Text};
use crate::model::{Act, Corpus, Regulation};

/// A defect of the law.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The anchor where it shows.
    pub at: String,
    /// Code, arguments and place in the encoding.
    pub diagnostic: Diagnostic,
    /// Arguments that are told in the language of the reader; the diagnostic has them in the language of the act.
    pub names: Vec<(&'static str, Text)>,
}

impl Finding {
    fn new(at: &str, diagnostic: Diagnostic) -> Self {
        Self { at: at.to_owned(), diagnostic, names: Vec::new() }
    }

    /// Adds an argument that has a translation.
    fn naming(mut self, argument: &'static str, name: &Text) -> Self {
        self.diagnostic = self.diagnostic.with(argument, name.words.clone());
        self.names.push((argument, name.clone()));
        self
    }

    /// What is wrong, for readers of the site: quotations stand in quotation marks.
    pub fn message(&self, lang: Lang, messages: &Messages) -> String {
        let mut args = self.diagnostic.args.clone();
        for (argument, name) in &self.names {
            args.retain(|(known, _)| known != argument);
            args.push((argument, name.shown(lang).words.to_owned()));
        }
        let message = messages.format(self.diagnostic.code.as_str(), &args);
        let mut quoted = String::with_capacity(message.len());
        for (index, part) in message.split('`').enumerate() {
            if index > 0 {
                quoted.push(if index % 2 == 1 { '«' } else { '»' });
            }
            quoted.push_str(part);
        }
        quoted
    }
}

/// The findings of every document: by id of the act, or of the act and the regulation (`act/name`).
pub type Findings = BTreeMap<String, Vec<Finding>>;

/// The findings in everything that is encoded.
pub fn find(corpus: &Corpus) -> Findings {
    let mut findings = Findings::new();
    for act in &corpus.acts {
        findings.insert(act.id.clone(), find_in_act(act));
        for regulation in &act.regulations {
            findings.insert(regulation.id(), find_in_regulation(regulation));
        }
    }
    findings
}

/// Leaves out the findings in files with errors: they may be no more than what follows from these.
pub fn leave_out_consequences(findings: &mut Findings, diagnostics: &[Diagnostic]) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let broken: BTreeSet<FileId> = errors.filter_map(|error| Some(error.span?.file)).collect();
    for found in findings.values_mut() {
        found.retain(|finding| finding.diagnostic.span.is_none_or(|span| !broken.contains(&span.file)));
    }
}

/// The findings in a regulation, in the order of the rules.
pub fn find_in_regulation(regulation: &Regulation) -> Vec<Finding> {
    let mut findings = numbering::find(&regulation.text);
    findings.extend(participants::find(regulation));
    findings.extend(steps::find(regulation));
    findings.extend(annexes::find(&regulation.text));
    findings.extend(slips::find(&regulation.text));
    findings.extend(slips::find_in_tables(regulation));
    findings
}

/// The findings in an act's own text.
pub fn find_in_act(act: &Act) -> Vec<Finding> {
    let mut findings = numbering::find(&act.text);
    findings.extend(annexes::find(&act.text));
    findings.extend(slips::find(&act.text));
    findings
}
