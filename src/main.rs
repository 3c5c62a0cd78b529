//! `qadam` on the command line: arguments in, text and an exit code out.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "only `main` prints")]

use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::process::ExitCode;

use qadam::cli::{self, Terminal};
use terminal_size::{Width, terminal_size};

fn main() -> ExitCode {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    let tag = tag.map(|tag| tag.to_string_lossy().into_owned()).unwrap_or_default();
    let color = std::io::stderr().is_terminal() && std::io::stdout().is_terminal() && variable("NO_COLOR").is_none();
    let columns = variable("COLUMNS").and_then(|columns| columns.to_string_lossy().parse().ok());
    let width = columns.or_else(|| terminal_size().map(|(Width(width), _)| width.into())).unwrap_or(100);
    let terminal = Terminal { color, width };
    let args: Vec<_> = std::env::args_os().collect();
    let locale = cli::locale_for(&args, &tag);
    let outcome = match cli::parse(&args, locale, terminal) {
        Ok(cli) => cli::run(&cli, locale, terminal, say),
        Err(outcome) => outcome,
    };
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

fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    // Who no longer listens to a server may still want it to run.
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
