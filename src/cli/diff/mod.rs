//! `qadam diff`: what became of one regulation in another, for people and for programs.
//!
//! 1. [`find`]: what was typed → two regulations.
//! 2. [`crate::diff`] compares them.
//! 3. [`account`] tells it on a [`sheet`]: the answer first, then fields, steps and text; or [`export`] writes all of it.

mod account;
mod fields;
mod find;
mod sheet;
mod steps;
mod text;

use clap::{Args, ValueEnum};

use super::{Global, Outcome, Terminal, messages_of, pipeline, site};
use crate::catalog::{Catalog, Compared, Comparison};
use crate::diagnostic::print::Format;
use crate::diff::diff;
use crate::export;
use crate::lang::{Lang, Locale};
use account::Account;
use find::{NotFound, Version, find_version};
use sheet::Sheet;

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The older regulation: its id, the end of it, or the path of its encoding
    #[arg(value_name = "OLD")]
    pub old: String,
    /// The newer one
    #[arg(value_name = "NEW")]
    pub new: String,
    /// Form of the account
    #[arg(long, value_enum, default_value = "text")]
    pub format: DiffFormat,
}

/// Form of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Text,
    /// For programs: the data contract
    Json,
    /// For a browser: a page by itself
    Html,
}

/// Runs `diff`.
pub fn run(global: &Global, args: &DiffArgs, locale: Locale, terminal: Terminal) -> Outcome {
    let checked = pipeline::check(&global.root);
    let (messages, _) = messages_of(&checked.project, locale);
    if checked.errors() > 0 {
        let mut err = checked.report(&checked.diagnostics, locale, terminal, Format::Human);
        err += &messages.format("diff-stopped", &[("errors", checked.errors().to_string())]);
        err.push('\n');
        return Outcome { err, code: 1, ..Outcome::default() };
    }
    let catalog = Catalog::new(&checked.corpus);
    let find = |name: &str| {
        find_version(&catalog, &global.root, name).map_err(|fault| match fault {
            NotFound::Name(fault) => checked.report(&[fault], locale, terminal, Format::Human),
            NotFound::Edition(fault) => {
                let (id, args) = fault.message();
                messages.format(id, &args) + "\n"
            }
            NotFound::Text(name) => messages.format("version-without-text", &[("name", name)]) + "\n",
        })
    };
    let (older, newer) = match (find(&args.old), find(&args.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            let err = [old.err(), new.err()].into_iter().flatten().collect();
            return Outcome { err, code: 2, ..Outcome::default() };
        }
    };
    let (Some(old), Some(new)) = (Version::of(&older), Version::of(&newer)) else { return Outcome::default() };
    let lang = if locale == Locale::Kk { Lang::Kk } else { Lang::Ru };
    let mut difference = diff(old.regulation, new.regulation, &checked.corpus.terms, lang);
    for (id, typed, version) in [(&mut difference.old, &args.old, &older), (&mut difference.new, &args.new, &newer)] {
        if typed.contains('@') {
            *id = version.name();
        }
    }
    let out = match args.format {
        DiffFormat::Json => String::from_utf8_lossy(&export::difference(&difference)).into_owned(),
        DiffFormat::Html => {
            let [older, newer] = [old, new].map(|Version { act, regulation }| Compared { act, regulation });
            match site::comparison_page(&checked, &catalog, Comparison::of(&catalog, older, newer), lang) {
                Ok(page) => page,
                Err(faults) => {
                    let err = checked.report(&faults, locale, terminal, Format::Human);
                    return Outcome { err, code: 2, ..Outcome::default() };
                }
            }
        }
        DiffFormat::Text => {
            let mut sheet = Sheet::new(terminal);
            Account { messages: &messages, difference: &difference, old, new, asked: lang }.write(&mut sheet);
            sheet.into_text()
        }
    };
    Outcome { out, code: u8::from(!difference.is_empty()), ..Outcome::default() }
}
