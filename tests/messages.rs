//! Everything that `qadam` says exists in Kazakh, Russian and English: messages, help, faults of usage, summaries.
//!
//! `fixtures/help` holds the help of the program and of `build` byte for byte; `QADAM_BLESS=1` rewrites it.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

#[path = "messages/ftl.rs"]
mod ftl;
#[path = "messages/help.rs"]
mod help;
#[path = "messages/latin.rs"]
mod latin;
#[path = "messages/locales.rs"]
mod locales;
#[path = "messages/said.rs"]
mod said;

use std::ffi::OsString;

use qadam::cli::{self, Cli, Outcome, Terminal};
use qadam::lang::Locale;

/// Columns of the terminal.
const WIDTH: usize = 80;

/// What the arguments behind `qadam` lead to, in an environment of this locale.
fn parse(arguments: &[&str], environment: Locale) -> Result<Cli, Outcome> {
    let args: Vec<OsString> = std::iter::once("qadam").chain(arguments.iter().copied()).map(OsString::from).collect();
    let locale = cli::locale_for(&args, environment.as_str());
    cli::parse(&args, locale, Terminal { color: false, width: WIDTH })
}

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
