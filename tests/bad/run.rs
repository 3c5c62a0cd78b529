//! Runs the stages over a project, by the library and by the binary.

use qadam::cli::pipeline;
use qadam::cli::site::make_site;
use qadam::diagnostic::print::{Format, Printer};
use qadam::diagnostic::{self, Diagnostic, Severity, SourceText, Span};
use qadam::lang::Locale;
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
    let mut checked = pipeline::check(project.path());
    if checked.errors() == 0 {
        let (_, faults) = make_site(&checked);
        checked.diagnostics.extend(faults);
    }
    let found = checked.findings.values().flatten().map(|finding| finding.diagnostic.clone());
    let mut diagnostics = checked.diagnostics;
    diagnostics.extend(found);
    diagnostic::sort(&mut diagnostics);
    Report { files: checked.project.files, diagnostics }
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
