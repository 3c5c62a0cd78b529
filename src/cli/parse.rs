//! Raw arguments → a command to run, or what is to be printed instead: help, the version, a fault of usage.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{ArgMatches, Command, FromArgMatches as _, ValueEnum as _};

use super::usage::{Fault, Line};
use super::{Cli, MessageLang, Outcome, Terminal, help, locale_of, messages};
use crate::lang::Locale;

/// The language of messages: what `--lang` names, else that of the language tag of the environment. It is looked for
/// before the line is read, since help and faults of usage need it already.
pub fn locale_for(args: &[OsString], tag: &str) -> Locale {
    asked(args).unwrap_or_else(|| locale_of(tag))
}

/// Reads the arguments, the name of the program first.
///
/// # Errors
/// What is to be printed where there is nothing to run.
pub fn parse(args: &[OsString], locale: Locale, terminal: Terminal) -> Result<Cli, Outcome> {
    let messages = messages(locale);
    let mut command = help::command(&messages, terminal.width);
    let read = command.try_get_matches_from_mut(args);
    command.build();
    let line = Line { args, command: &command, messages: &messages };
    let matches = read.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Outcome { out: styled(&error.render(), terminal), ..Outcome::default() }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Outcome { err: styled(&error.render(), terminal), code: 2, ..Outcome::default() }
        }
        _ => line.refused(&line.fault(&error)),
    })?;
    if let Some((name, matches)) = matches.subcommand()
        && name == help::HELP.0
    {
        return Err(match explained(&command, matches) {
            Ok(mut explained) => Outcome { out: styled(&explained.render_long_help(), terminal), ..Outcome::default() },
            Err(unknown) => line.refused(&Fault::unknown_command(&unknown, &command)),
        });
    }
    Cli::from_arg_matches(&matches).map_err(|error| line.refused(&line.fault(&error)))
}

/// The locale that `--lang` names, if it names one: the last on the line, as `clap` has it.
fn asked(args: &[OsString]) -> Option<Locale> {
    let mut asked = None;
    let mut words = args.iter().skip(1).map(|word| word.to_str().unwrap_or("")).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        let value = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        if let Some(Ok(lang)) = value.map(|value| MessageLang::from_str(value, false)) {
            asked = Some(lang.into());
        }
    }
    asked
}

/// The command that `qadam help …` names, or the word that names none.
fn explained(command: &Command, matches: &ArgMatches) -> Result<Command, String> {
    let names = matches.get_many::<String>(help::HELP.1).into_iter().flatten();
    let mut found = command;
    for name in names {
        found = found.find_subcommand(name).ok_or_else(|| name.clone())?;
    }
    Ok(found.clone())
}

/// A text of `clap`, without the blanks that it leaves on empty lines.
fn styled(text: &StyledStr, terminal: Terminal) -> String {
    let text = if terminal.color { text.ansi().to_string() } else { text.to_string() };
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}
