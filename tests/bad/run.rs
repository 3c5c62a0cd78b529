//! Runs the stages over a project, by the library and by the binary.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use qadam::catalog::Catalog;
use qadam::cli::messages_of;
use qadam::diagnostic::print::{Format, Printer};
use qadam::diagnostic::{self, Diagnostic, Severity, SourceText, Span};
use qadam::lang::{Lang, Locale, Messages};
use qadam::pages::{self, Inputs};
use qadam::{findings, resolve, source};
use serde::Deserialize;
use tempfile::TempDir;

use super::fixture::{At, Placed};
use super::support::binary::Call;
pub use super::support::binary::Run;

/// Columns of the terminal for which reports are recorded.
const WIDTH: usize = 100;

/// What was said of a project.
pub struct Report {
    pub files: Vec<SourceText>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Everything that reading, resolving, looking for findings and, where there is no error so far, rendering have to say.
pub fn check(project: &TempDir) -> Report {
    let (project, mut diagnostics) = source::read_project(project.path());
    let (corpus, faults) = resolve::resolve(&project);
    diagnostics.extend(faults);
    let (site, faults) = resolve::resolve_site(&project);
    diagnostics.extend(faults);
    let findings = findings::find(&corpus);
    // A finding in a file with errors may be no more than what follows from these; `check` leaves it out too.
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let broken: BTreeSet<_> = errors.filter_map(|error| Some(error.span?.file)).collect();
    if let Some(site) = site.filter(|_| !diagnostics.iter().any(Diagnostic::is_error)) {
        let messages: BTreeMap<Lang, Arc<Messages>> =
            Lang::ALL.into_iter().map(|lang| (lang, Arc::new(messages_of(&project, lang.into()).0))).collect();
        let catalog = Catalog::new(&corpus);
        let inputs = Inputs {
            catalog: &catalog,
            findings: &findings,
            site: &site,
            templates: &project.templates,
            messages: &messages,
        };
        diagnostics.extend(pages::render_pages(inputs).1);
    }
    let found = findings.values().flatten().map(|finding| &finding.diagnostic);
    diagnostics.extend(found.filter(|found| found.span.is_none_or(|span| !broken.contains(&span.file))).cloned());
    diagnostic::sort(&mut diagnostics);
    Report { files: project.files, diagnostics }
}

impl Report {
    /// What a diagnostic says, and where.
    pub fn placed(&self, diagnostic: &Diagnostic) -> Placed {
        let at = |span: Span| {
            let file = &self.files[span.file.0 as usize];
            let (line, column) = file.line_and_column(span.start);
            At { path: file.path.clone(), line, column }
        };
        Placed {
            severity: severity(diagnostic.code.severity()).to_owned(),
            code: diagnostic.code.as_str().to_owned(),
            at: diagnostic.span.map(at),
            also: diagnostic.also.map(at),
        }
    }

    /// The whole report for a person.
    pub fn human(&self, locale: Locale) -> String {
        let messages = qadam::cli::messages(locale);
        let printer = Printer { files: &self.files, messages: &messages, color: false, width: WIDTH };
        printer.print(&self.diagnostics, Format::Human)
    }
}

/// Message, label and help of a diagnostic in English.
pub fn english(diagnostic: &Diagnostic) -> String {
    let messages = qadam::cli::messages(Locale::En);
    let code = diagnostic.code.as_str();
    let parts = ["label", "help"].map(|part| messages.attribute(code, part, &diagnostic.args));
    let message = messages.format(code, &diagnostic.args);
    std::iter::once(message).chain(parts.into_iter().flatten()).collect::<Vec<_>>().join("\n")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

impl Run {
    /// Runs the binary in English on a project.
    pub fn of(project: &TempDir, arguments: &[&str]) -> Self {
        Call::new(project.path(), arguments).run()
    }

    /// Runs the binary on a project, in an environment of which nothing but this is set.
    pub fn with(project: &TempDir, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        Call::new(project.path(), arguments).with(environment).run()
    }

    /// The report in JSON, read back.
    #[track_caller]
    pub fn rows(&self) -> Vec<Row> {
        let text = if self.out.is_empty() { &self.err } else { &self.out };
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }
}

/// A diagnostic in JSON.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub code: String,
    pub severity: String,
    pub path: Option<String>,
    pub line: Option<usize>,
    pub column: Option<usize>,
    pub message: String,
    pub help: Option<String>,
}

impl Row {
    pub fn placed(&self) -> Placed {
        let at = self.path.clone().map(|path| At { path, line: self.line.unwrap(), column: self.column.unwrap() });
        Placed { severity: self.severity.clone(), code: self.code.clone(), at, also: None }
    }

    /// The same as a line for editors.
    pub fn short(&self) -> String {
        let at = self.placed().at.map(|at| format!("{at}: ")).unwrap_or_default();
        format!("{at}{}: {}", self.code, self.message)
    }
}
