//! The stages one after the other: read, resolve, find, and what the commands make of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{Outcome, Terminal, messages_of};
use crate::diagnostic::print::{Format, Printer};
use crate::diagnostic::{self, Code, Diagnostic};
use crate::findings::{self, Findings};
use crate::lang::{Lang, Locale, Messages};
use crate::model::{Corpus, Site};
use crate::resolve;
use crate::source::{Project, read_project};

/// A project as far as checking takes it.
#[derive(Debug)]
pub struct Checked {
    /// What was read.
    pub project: Project,
    /// What it means.
    pub corpus: Corpus,
    /// The settings of the site; `None` where they do not fit.
    pub site: Option<Site>,
    /// The law's own defects, by document.
    pub findings: Findings,
    /// The messages of the pages.
    pub messages: BTreeMap<Lang, Arc<Messages>>,
    /// Errors and warnings, the law's own defects not among them.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads and checks the project in a folder. It goes on after every fault.
pub fn check(root: &Path) -> Checked {
    let (project, faults) = read_project(root);
    check_project(project, faults)
}

/// Checks a project that was read with these faults.
pub fn check_project(project: Project, faults: Vec<Diagnostic>) -> Checked {
    let mut diagnostics = faults;
    let (corpus, faults) = resolve::resolve(&project);
    diagnostics.extend(faults);
    let (site, faults) = resolve::resolve_site(&project);
    diagnostics.extend(faults);
    let mut messages = BTreeMap::new();
    for lang in Lang::ALL {
        let (own, faults) = messages_of(&project, lang.into());
        let locale = lang.as_str();
        diagnostics.extend(
            faults
                .into_iter()
                .map(|reason| Diagnostic::nowhere(Code::BadLocale).with("locale", locale).with("reason", reason)),
        );
        messages.insert(lang, Arc::new(own));
    }
    diagnostic::sort(&mut diagnostics);
    let mut findings = findings::find(&corpus);
    findings::leave_out_consequences(&mut findings, &diagnostics);
    Checked { project, corpus, site, findings, messages, diagnostics }
}

impl Checked {
    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count()
    }

    /// The diagnostics as text, in a language.
    pub(super) fn report(
        &self,
        diagnostics: &[Diagnostic],
        locale: Locale,
        terminal: Terminal,
        format: Format,
    ) -> String {
        let (messages, _) = messages_of(&self.project, locale);
        let printer =
            Printer { files: &self.project.files, messages: &messages, color: terminal.color, width: terminal.width };
        printer.print(diagnostics, format)
    }

    /// The end of a command that errors have stopped.
    pub(super) fn stopped(&self, locale: Locale, terminal: Terminal) -> Outcome {
        let (messages, _) = messages_of(&self.project, locale);
        let mut err = self.report(&self.diagnostics, locale, terminal, Format::Human);
        let errors = self.errors().to_string();
        err += &messages.format("build-stopped", &[("errors", errors)]);
        err.push('\n');
        Outcome { err, code: 1, ..Outcome::default() }
    }
}
