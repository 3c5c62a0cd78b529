//! What is wrong, where, and what to do next.
//!
//! A [`Diagnostic`] is data: a [`Code`], a place, and the words that its message needs. The message itself is written
//! by [`print`](mod@print) in the reader's language, from `site/locales/*/diagnostics.ftl`, where it stands under the code.
//! This module reads no file and prints nothing.

mod code;
mod lines;
pub mod print;

pub use code::{Code, Severity};

/// Index of a file among those that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct FileId(pub u32);

/// A piece of a file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

/// A file as it was read: what a diagnostic is shown with.
#[derive(Debug, Clone)]
pub struct SourceText {
    /// Its path relative to the project, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl SourceText {
    /// Line and column of a byte, both from 1, the column in characters.
    pub fn line_and_column(&self, byte: u32) -> (usize, usize) {
        let before = &self.text[..self.text.floor_char_boundary(byte as usize)];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule says so.
    pub code: Code,
    /// Where; `None` where no file is at fault.
    pub span: Option<Span>,
    /// Another place that belongs to it: the first of two equal keys, the text a quotation should be in.
    pub also: Option<Span>,
    /// The words that the message needs, by name.
    pub args: Vec<(&'static str, String)>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    pub fn new(code: Code, span: Span) -> Self {
        Self { code, span: Some(span), also: None, args: Vec::new() }
    }

    /// A diagnostic without a place in any file.
    pub fn nowhere(code: Code) -> Self {
        Self { code, span: None, also: None, args: Vec::new() }
    }

    /// Adds a word of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, visible(&value.into())));
        self
    }

    /// Adds the known name that was probably meant.
    #[must_use]
    pub fn with_nearest(self, name: Option<&str>) -> Self {
        // Fluent has no empty variant: `none` says that nothing is near.
        self.with("nearest", name.unwrap_or("none"))
    }

    /// Adds another place.
    #[must_use]
    pub fn also(mut self, span: Span) -> Self {
        self.also = Some(span);
        self
    }

    /// Whether it stops the build.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}

/// A value as it may stand in a message: a control would end a line of the report, or give orders to the terminal.
pub fn visible(value: &str) -> String {
    value.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

/// Sorts by file and place, then by code, so that a report never depends on the order of work.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| (a.span, a.code, &a.args).cmp(&(b.span, b.code, &b.args)));
}

/// The known name that is nearest to an unknown one, if any is near. Numbers are not: 12 is no slip for 1.
pub fn nearest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if unknown.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let near = known.into_iter().map(|name| (name, strsim::jaro_winkler(unknown, name)));
    let near = near.filter(|(_, likeness)| *likeness > 0.75);
    near.max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(a.0))).map(|(name, _)| name)
}
