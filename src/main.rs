//! `qadam` on the command line: arguments in, text and an exit code out.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "only `main` prints")]

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use qadam::cli::{self, Cli, Terminal};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    let tag = tag.map(|tag| tag.to_string_lossy().into_owned()).unwrap_or_default();
    let locale = cli.global.lang.map_or_else(|| cli::locale_of(&tag), Into::into);
    let color = std::io::stderr().is_terminal() && std::io::stdout().is_terminal() && variable("NO_COLOR").is_none();
    let width = variable("COLUMNS").and_then(|columns| columns.to_string_lossy().parse().ok()).unwrap_or(100);
    let outcome = cli::run(&cli, locale, Terminal { color, width });
    // A closed pipe is no reason to complain.
    let _ = std::io::stdout().write_all(outcome.out.as_bytes());
    let _ = std::io::stderr().write_all(outcome.err.as_bytes());
    ExitCode::from(outcome.code)
}
