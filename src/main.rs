//! `qadam` on the command line: arguments in, text and an exit code out.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "only `main` prints")]

use std::io::{ErrorKind, IsTerminal as _, Write as _};
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
    let terminal = Terminal { color, width };
    let outcome = cli::run(&cli, locale, terminal);
    let mut out = std::io::stdout().lock();
    let written = out.write_all(outcome.out.as_bytes()).and_then(|()| out.flush());
    let _ = std::io::stderr().write_all(outcome.err.as_bytes());
    match written {
        // Whoever closes a pipe has read enough; who finds a report cut off must not take it for a whole one.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let _ = std::io::stderr().write_all(cli::unwritten(&error, locale, terminal).as_bytes());
            ExitCode::from(2)
        }
        _ => ExitCode::from(outcome.code),
    }
}
