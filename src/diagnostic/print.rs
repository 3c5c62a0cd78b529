//! Diagnostics for people (with the line of the file), for editors (one line each) and for machines (JSON).

use std::fmt::Write as _;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceSpan, SpanContents,
};
use serde::Serialize;

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
        match format {
            Format::Human => diagnostics.iter().map(|diagnostic| self.human(diagnostic) + "\n").collect(),
            Format::Short => diagnostics.iter().map(|diagnostic| self.short(diagnostic) + "\n").collect(),
            Format::Json => self.json(diagnostics),
        }
    }

    fn short(self, diagnostic: &Diagnostic) -> String {
        let mut line = String::new();
        if let Some((file, (row, column))) = self.place(diagnostic) {
            let _ = write!(line, "{}:{row}:{column}: ", file.path);
        }
        let _ = write!(line, "{}: {}", diagnostic.code.as_str(), self.message(diagnostic));
        line
    }

    fn human(self, diagnostic: &Diagnostic) -> String {
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
        if handler.render_report(&mut out, &self.report(diagnostic)).is_err() {
            out = self.short(diagnostic) + "\n";
        }
        // The footer stands below an empty line.
        let lines = out.lines().filter(|line| !line.is_empty());
        let out: Vec<&str> = lines.map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
        out.join("\n").trim_end().to_owned() + "\n"
    }

    fn report(self, diagnostic: &Diagnostic) -> Report {
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
        let source = diagnostic.span.and_then(|span| self.files.get(span.file.0 as usize));
        Report {
            severity: diagnostic.code.severity(),
            message: self.message(diagnostic),
            labels,
            source: source.map(|file| Lines(SourceText { path: file.path.clone(), text: harmless(&file.text) })),
        }
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

    fn json(self, diagnostics: &[Diagnostic]) -> String {
        let rows: Vec<JsonDiagnostic> = diagnostics
            .iter()
            .map(|diagnostic| {
                let place = self.place(diagnostic);
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

    fn place(self, diagnostic: &Diagnostic) -> Option<(&'a SourceText, (usize, usize))> {
        let span = diagnostic.span?;
        let file = self.files.get(span.file.0 as usize)?;
        Some((file, file.line_and_column(span.start)))
    }

    fn message(self, diagnostic: &Diagnostic) -> String {
        self.messages.format(diagnostic.code.as_str(), &diagnostic.args)
    }

    fn part(self, diagnostic: &Diagnostic, part: &str) -> Option<String> {
        self.messages.attribute(diagnostic.code.as_str(), part, &diagnostic.args)
    }
}

/// A text without orders to the terminal; every sign keeps its length, so that places stay where they are.
fn harmless(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' | '\t' | '\r' => letter,
        _ if letter.is_control() && letter.len_utf8() == 1 => '?',
        _ if letter.is_control() => '¿',
        _ => letter,
    };
    text.chars().map(shown).collect()
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

/// A file as miette reads it: in whole lines, and with columns in characters where miette would count bytes.
#[derive(Debug)]
struct Lines(SourceText);

impl miette::SourceCode for Lines {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = self.0.text.as_str();
        let (start, end) = (span.offset(), span.offset() + span.len());
        let (Some(before), Some(behind)) = (text.get(..start), text.get(end..)) else {
            return Err(MietteError::OutOfBounds);
        };
        let (line, column) = self.0.line_and_column(u32::try_from(start).unwrap_or(u32::MAX));
        // Without context miette asks where a place is; with context, what to show.
        let (start, end, column) = if context == 0 {
            (start, end, column)
        } else {
            (before.rfind('\n').map_or(0, |at| at + 1), behind.find('\n').map_or(text.len(), |at| end + at), 1)
        };
        let shown = text[start..end].trim_end_matches('\r');
        let (path, lines) = (self.0.path.clone(), shown.matches('\n').count() + 1);
        let span = (start, shown.len()).into();
        Ok(Box::new(MietteSpanContents::new_named(path, shown.as_bytes(), span, line - 1, column - 1, lines)))
    }
}

/// A diagnostic as miette draws it.
#[derive(Debug)]
struct Report {
    severity: Severity,
    message: String,
    labels: Vec<LabeledSpan>,
    source: Option<Lines>,
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
        self.source.as_ref().map(|source| source as &dyn miette::SourceCode)
    }
}
