//! `qadam fmt`: the encodings in their canonical form.

use std::path::Path;

use clap::Args;

use super::{Global, Outcome, Terminal, messages};
use crate::diagnostic::print::{Format, Printer};
use crate::diagnostic::{self, SourceText};
use crate::lang::Locale;
use crate::output;
use crate::source::format_project;

/// Arguments of `fmt`.
#[derive(Debug, Args)]
pub struct FmtArgs {
    /// Write nothing; fail where a file is not in its canonical form
    #[arg(long)]
    pub check: bool,
}

/// Runs `fmt`.
pub fn run(global: &Global, args: &FmtArgs, locale: Locale, terminal: Terminal) -> Outcome {
    let (formatted, mut diagnostics) = format_project(&global.root);
    let mut outcome = Outcome::default();
    let mut changed = 0_usize;
    let mut unwritten = Vec::new();
    for file in &formatted {
        let Some(canonical) = file.canonical.as_ref().filter(|canonical| **canonical != file.file.text) else {
            continue;
        };
        let written = if args.check { Ok(()) } else { output::write_file(&file.absolute, canonical.as_bytes()) };
        match written {
            Ok(()) => {
                changed += 1;
                outcome.out.push_str(&file.file.path);
                outcome.out.push('\n');
            }
            Err(error) => unwritten.push(output::cannot_write(Path::new(&file.file.path), &error)),
        }
    }
    let in_the_way = !unwritten.is_empty();
    diagnostics.extend(unwritten);
    diagnostic::sort(&mut diagnostics);
    let messages = messages(locale);
    let files: Vec<SourceText> = formatted.iter().map(|file| file.file.clone()).collect();
    let printer = Printer { files: &files, messages: &messages, color: terminal.color, width: terminal.width };
    outcome.err = printer.print(&diagnostics, Format::Human);
    let counts = [("changed", changed.to_string()), ("files", formatted.len().to_string())];
    let summary = if args.check { "fmt-check" } else { "fmt-summary" };
    // Where something was left alone, not all is in order.
    if changed > 0 || diagnostics.is_empty() {
        outcome.err += &messages.format(summary, &counts);
        outcome.err.push('\n');
    }
    let wrong = !diagnostics.is_empty() || (args.check && changed > 0);
    outcome.code = if in_the_way { 2 } else { u8::from(wrong) };
    outcome
}
