//! The command line: arguments, the language of messages, exit codes. One file a command.
//!
//! Exit codes: 0 nothing is wrong, 1 the input is, 2 the program could not run. Only `main` prints: a command yields
//! what is to be printed. The doc comments of commands and arguments are for readers of the code; what `--help` says
//! stands in `site/locales/*/cli.ftl`, and [`help`] tells under which ids.

mod build;
mod check;
mod diff;
mod fmt;
mod help;
mod import;
mod locale;
mod new;
mod parse;
pub mod pipeline;
mod schema;
mod serve;
pub mod site;
mod usage;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diagnostic::print::{Format, Printer};
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Locale;
use crate::output;

pub use help::{TextId, texts};
pub use locale::{locale_of, messages, messages_of};
pub use parse::{locale_for, parse};
pub use serve::Say;

/// Compiles encodings of public-service regulations into a bilingual site.
#[derive(Debug, Parser)]
#[command(name = "qadam", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What all commands share.
    #[command(flatten)]
    pub global: Global,
}

/// What all commands share.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Folder of the project
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: PathBuf,
    /// Language of messages; by default that of the environment
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<MessageLang>,
}

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageLang {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl From<MessageLang> for Locale {
    fn from(lang: MessageLang) -> Self {
        match lang {
            MessageLang::Kk => Self::Kk,
            MessageLang::Ru => Self::Ru,
            MessageLang::En => Self::En,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compile the encodings into the site
    Build(build::BuildArgs),
    /// Look for faults without writing anything
    Check(check::CheckArgs),
    /// Tell what became of one regulation in another
    Diff(diff::DiffArgs),
    /// Write the encodings in their canonical form
    Fmt(fmt::FmtArgs),
    /// Draft the encoding of an act from its published text
    Import(import::ImportArgs),
    /// Begin a project, an act or a regulation
    New(new::NewArgs),
    /// Write the JSON Schemas of the encodings and of the data
    Schema(schema::SchemaArgs),
    /// Show the site in a browser, and renew the page at each save
    Serve(serve::ServeArgs),
}

/// Form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// With the lines of the files
    Human,
    /// One line each: path:line:column: code: message
    Short,
    /// An array of objects
    Json,
}

impl From<ReportFormat> for Format {
    fn from(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Human => Self::Human,
            ReportFormat::Short => Self::Short,
            ReportFormat::Json => Self::Json,
        }
    }
}

/// What the terminal can show.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Whether to colour.
    pub color: bool,
    /// Width in columns.
    pub width: usize,
}

/// What a command has to say, and how it ends.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// The exit code.
    pub code: u8,
}

/// Runs a command. `say` prints at once, for a command that goes on.
pub fn run(cli: &Cli, locale: Locale, terminal: Terminal, say: Say) -> Outcome {
    if !cli.global.root.is_dir() {
        let path = cli.global.root.display().to_string();
        let fault = Diagnostic::nowhere(Code::MissingFile).with("path", path);
        return Outcome::could_not(fault, locale, terminal);
    }
    match &cli.command {
        Command::Build(args) => build::run(&cli.global, args, locale, terminal),
        Command::Check(args) => check::run(&cli.global, args, locale, terminal),
        Command::Diff(args) => diff::run(&cli.global, args, locale, terminal),
        Command::Fmt(args) => fmt::run(&cli.global, args, locale, terminal),
        Command::Import(args) => import::run(&cli.global, args, locale, terminal),
        Command::New(args) => new::run(&cli.global, args, locale, terminal),
        Command::Schema(args) => schema::run(&cli.global, args, locale, terminal),
        Command::Serve(args) => serve::run(&cli.global, args, serve::Listener { locale, terminal, say }),
    }
}

/// What is to be said where the report itself cannot be written.
pub fn unwritten(error: &std::io::Error, locale: Locale, terminal: Terminal) -> String {
    Outcome::could_not(output::cannot_write(Path::new("stdout"), error), locale, terminal).err
}

impl Outcome {
    /// The end of a command that could not run.
    fn could_not(fault: Diagnostic, locale: Locale, terminal: Terminal) -> Self {
        let messages = messages(locale);
        let printer = Printer { files: &[], messages: &messages, color: terminal.color, width: terminal.width };
        Self { err: printer.print(&[fault], Format::Human), code: 2, ..Self::default() }
    }
}

/// Bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
