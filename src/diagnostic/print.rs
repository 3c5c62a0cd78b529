//! Diagnostics for people (with the line of the file), for editors (one line each) and for machines (JSON).

use std::fmt::Write as _;
use std::rc::Rc;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceSpan};
use serde::Serialize;

use super::lines::{FileLines, Lines};
use super::{Diagnostic, Severity, SourceText, Span};
use crate::lang::Messages;

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With the line of the file, for people.
    Human,
    /// `path:line:column: code: message`, for editors.
    Short,
    /// An array of objects, for machines.
    Json,
}

/// What the printers need besides the diagnostics.
#[derive(Debug, Clone, Copy)]
pub struct Printer<'a> {
    /// The files, by id.
    pub files: &'a [SourceText],
    /// The messages, in the reader's language.
    pub messages: &'a Messages,
    /// Whether to colour.
    pub color: bool,
    /// Width of the terminal in columns.
    pub width: usize,
}

impl<'a> Printer<'a> {
    /// The diagnostics as one text that ends with a line break, or is empty.
    pub fn print(self, diagnostics: &[Diagnostic], format: Format) -> String {
        let mut lines = Lines::new(self.files);
        match format {
            Format::Human => diagnostics.iter().map(|diagnostic| self.human(diagnostic, &mut lines) + "\n").collect(),
            Format::Short => diagnostics.iter().map(|diagnostic| self.short(diagnostic, &mut lines) + "\n").collect(),
            Format::Json => self.json(diagnostics, &mut lines),
        }
    }

    fn short(self, diagnostic: &Diagnostic, lines: &mut Lines<'a>) -> String {
        let mut line = String::new();
        if let Some((file, (row, column))) = lines.place(diagnostic) {
            let _ = write!(line, "{}:{row}:{column}: ", file.path);
        }
        let _ = write!(line, "{}: {}", diagnostic.code.as_str(), self.message(diagnostic));
        line
    }

    fn human(self, diagnostic: &Diagnostic, lines: &mut Lines<'a>) -> String {
        let word = match diagnostic.code.severity() {
            Severity::Error => self.messages.text("severity-error"),
            Severity::Warning => self.messages.text("severity-warning"),
        };
        let mut theme = if self.color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        // miette prints an icon before the message; the code stands in its place.
        let icon = format!("{word}[{}]:", diagnostic.code.as_str());
        theme.characters.error.clone_from(&icon);
        theme.characters.warning = icon;
        let mut handler =
            GraphicalReportHandler::new_themed(theme).with_width(self.width).with_links(false).with_context_lines(1);
        if let Some(help) = self.part(diagnostic, "help") {
            // As a footer, since miette would write `help` in English.
            handler = handler.with_footer(format!("{}: {help}", self.messages.text("help")));
        }
        let mut out = String::new();
        // Writing to a string does not fail; a span outside of the file would, and then the short form serves.
        if handler.render_report(&mut out, &self.report(diagnostic, lines)).is_err() {
            out = self.short(diagnostic, lines) + "\n";
        }
        // The footer stands below an empty line.
        let shown = out.lines().filter(|line| !line.is_empty());
        let out: Vec<&str> = shown.map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
        out.join("\n").trim_end().to_owned() + "\n"
    }

    fn report(self, diagnostic: &Diagnostic, lines: &mut Lines<'a>) -> Report {
        let place = |span: Span| {
            let span = self.first_line(span);
            SourceSpan::from(span.start as usize..span.end as usize)
        };
        let mut labels: Vec<LabeledSpan> = Vec::new();
        if let Some(span) = diagnostic.span {
            labels.push(LabeledSpan::new_primary_with_span(self.part(diagnostic, "label"), place(span)));
            labels.extend(
                diagnostic
                    .also
                    .filter(|also| also.file == span.file)
                    .map(|also| LabeledSpan::new_with_span(self.part(diagnostic, "also"), place(also))),
            );
        }
        let source = diagnostic.span.and_then(|span| lines.of(span.file));
        Report { severity: diagnostic.code.severity(), message: self.message(diagnostic), labels, source }
    }

    /// The part of a span on its first line that is not empty: a folded text is shown by its beginning.
    fn first_line(self, span: Span) -> Span {
        let Some(file) = self.files.get(span.file.0 as usize) else { return span };
        let text = file.text.as_str();
        let start = text.floor_char_boundary((span.start as usize).min(text.len()));
        let end = text.floor_char_boundary((span.end as usize).min(text.len())).max(start);
        let line = text[start..end].split('\n').next().unwrap_or("").trim_end();
        let length = u32::try_from(line.len()).unwrap_or(0);
        Span {
            file: span.file,
            start: u32::try_from(start).unwrap_or(0),
            end: u32::try_from(start).unwrap_or(0) + length,
        }
    }

    fn json(self, diagnostics: &[Diagnostic], lines: &mut Lines<'a>) -> String {
        let rows: Vec<JsonDiagnostic> = diagnostics
            .iter()
            .map(|diagnostic| {
                let place = lines.place(diagnostic);
                JsonDiagnostic {
                    code: diagnostic.code.as_str(),
                    severity: match diagnostic.code.severity() {
                        Severity::Error => "error",
                        Severity::Warning => "warning",
                    },
                    path: place.as_ref().map(|(file, _)| file.path.clone()),
                    line: place.as_ref().map(|(_, (line, _))| *line),
                    column: place.as_ref().map(|(_, (_, column))| *column),
                    message: self.message(diagnostic),
                    help: self.part(diagnostic, "help"),
                }
            })
            .collect();
        serde_json::to_string_pretty(&rows).unwrap_or_else(|_| "[]".to_owned()) + "\n"
    }

    fn message(self, diagnostic: &Diagnostic) -> String {
        self.messages.format(diagnostic.code.as_str(), &diagnostic.args)
    }

    fn part(self, diagnostic: &Diagnostic, part: &str) -> Option<String> {
        self.messages.attribute(diagnostic.code.as_str(), part, &diagnostic.args)
    }
}

#[derive(Serialize)]
struct JsonDiagnostic {
    code: &'static str,
    severity: &'static str,
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    help: Option<String>,
}

/// A diagnostic as miette draws it.
#[derive(Debug)]
struct Report {
    severity: Severity,
    message: String,
    labels: Vec<LabeledSpan>,
    source: Option<Rc<FileLines>>,
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.source.as_deref().map(|source| source as &dyn miette::SourceCode)
    }
}
