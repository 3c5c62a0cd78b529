//! The files of a report by lines: where a byte stands, and what is shown of it.
//!
//! A report may speak of one file a hundred thousand times. So each file is divided into lines once, when it is first
//! spoken of; after that a place costs a search among its lines and a count of a few signs.

use std::collections::BTreeMap;
use std::rc::Rc;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::{Diagnostic, FileId, SourceText};

/// How many bytes lie between two places whose signs are counted: a file may have all its text on one line.
const STRIDE: usize = 1024;

/// The files that a report has spoken of.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    files: &'a [SourceText],
    known: BTreeMap<FileId, Rc<FileLines>>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(files: &'a [SourceText]) -> Self {
        Self { files, known: BTreeMap::new() }
    }

    /// A file, if there is one.
    pub(super) fn of(&mut self, id: FileId) -> Option<Rc<FileLines>> {
        let file = self.files.get(id.0 as usize)?;
        Some(Rc::clone(self.known.entry(id).or_insert_with(|| Rc::new(FileLines::new(file)))))
    }

    /// The file of a diagnostic, and line and column in it.
    pub(super) fn place(&mut self, diagnostic: &Diagnostic) -> Option<(&'a SourceText, (usize, usize))> {
        let span = diagnostic.span?;
        let lines = self.of(span.file)?;
        Some((&self.files[span.file.0 as usize], lines.line_and_column(span.start as usize)))
    }
}

/// A file as miette reads it: in whole lines, and with columns in characters where miette would count bytes.
#[derive(Debug)]
pub(super) struct FileLines {
    path: String,
    /// The text without orders to the terminal.
    text: String,
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// The signs before every [`STRIDE`]th byte.
    signs: Vec<usize>,
}

impl FileLines {
    fn new(file: &SourceText) -> Self {
        let text = harmless(&file.text);
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut signs = Vec::with_capacity(text.len() / STRIDE + 1);
        for (count, (at, _)) in text.char_indices().enumerate() {
            while signs.len() * STRIDE <= at {
                signs.push(count);
            }
        }
        Self { path: file.path.clone(), text, starts, signs }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte);
        (line, self.count(byte) - self.count(self.starts[line - 1]) + 1)
    }

    /// The signs before a byte.
    fn count(&self, byte: usize) -> usize {
        let Some((known, signs)) = self.signs[..self.signs.len().min(byte / STRIDE + 1)].iter().enumerate().next_back()
        else {
            return 0;
        };
        // A sign may lie across the stride: those before the next one are counted.
        let from = self.text.ceil_char_boundary(known * STRIDE);
        signs + self.text[from..byte].chars().count()
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

impl SourceCode for FileLines {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = self.text.as_str();
        let (start, end) = (span.offset(), span.offset() + span.len());
        let (Some(before), Some(behind)) = (text.get(..start), text.get(end..)) else {
            return Err(MietteError::OutOfBounds);
        };
        let (line, column) = self.line_and_column(start);
        // Without context miette asks where a place is; with context, what to show.
        let (start, end, column) = if context == 0 {
            (start, end, column)
        } else {
            (before.rfind('\n').map_or(0, |at| at + 1), behind.find('\n').map_or(text.len(), |at| end + at), 1)
        };
        let shown = text[start..end].trim_end_matches('\r');
        let lines = shown.matches('\n').count() + 1;
        let span = (start, shown.len()).into();
        Ok(Box::new(MietteSpanContents::new_named(
            self.path.clone(),
            shown.as_bytes(),
            span,
            line - 1,
            column - 1,
            lines,
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_a_count_from_the_beginning() {
        let line = "қадам – a🙂\r\n".repeat(150) + &"ұзын жол ".repeat(400);
        for text in [String::new(), "\n".to_owned(), line, "а".repeat(STRIDE) + "\nб"] {
            let file = SourceText { path: "a.yaml".to_owned(), text };
            let lines = FileLines::new(&file);
            for byte in 0..=file.text.len() + 2 {
                let expected = file.line_and_column(u32::try_from(byte).unwrap());
                assert_eq!(lines.line_and_column(byte), expected, "byte {byte}");
            }
        }
    }
}
