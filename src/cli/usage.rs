//! Faults of the command line itself: what `clap` found, in the reader's language, with the nearest known name and
//! what to do next.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Outcome;
use crate::diagnostic::{nearest, visible};
use crate::lang::Messages;

/// A line that was not understood, and what is needed to say so.
pub(super) struct Line<'a> {
    /// The arguments, the name of the program first.
    pub args: &'a [OsString],
    /// The program, finished.
    pub command: &'a Command,
    pub messages: &'a Messages,
}

/// One fault: the id of its message, and the words that this needs.
#[derive(Debug)]
pub(super) struct Fault {
    id: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Fault {
    fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.args.push((name, visible(value.as_ref())));
        self
    }

    /// A word that names no command of this one.
    pub(super) fn unknown_command(word: &str, command: &Command) -> Self {
        let known = command.get_subcommands().map(Command::get_name);
        Self::new("usage-unknown-command").with("word", word).with("nearest", nearest(word, known).unwrap_or("none"))
    }
}

impl Line<'_> {
    /// The end of a run whose line was not understood.
    pub(super) fn refused(&self, fault: &Fault) -> Outcome {
        let mut args = fault.args.clone();
        args.push(("help", format!("{} --help", bin_name(self.named()))));
        let messages = self.messages;
        let message = messages.format(fault.id, &args);
        let help = messages.attribute(fault.id, "help", &args).unwrap_or_default();
        let (error, tip) = (messages.text("severity-error"), messages.text("help"));
        Outcome { err: format!("{error}: {message}\n  {tip}: {help}\n"), code: 2, ..Outcome::default() }
    }

    /// What `clap` found. Its own sentences are English, so only the kind and the words of the line are taken.
    pub(super) fn fault(&self, error: &clap::Error) -> Fault {
        let string = |kind| strings(error, kind).pop();
        let list = |kind| strings(error, kind).join(", ");
        let option = string(ContextKind::InvalidArg).unwrap_or_default();
        let value = string(ContextKind::InvalidValue).unwrap_or_default();
        let or_none = |text: String| if text.is_empty() { "none".to_owned() } else { text };
        match error.kind() {
            ErrorKind::UnknownArgument if option.starts_with('-') && option != "--" => {
                // The very name in another command is nearer than a similar one here.
                let near = self.elsewhere(&option).or_else(|| string(ContextKind::SuggestedArg));
                Fault::new("usage-unknown-option").with("option", option).with("nearest", near.unwrap_or("none".into()))
            }
            ErrorKind::UnknownArgument => Fault::new("usage-surplus-word").with("word", option),
            ErrorKind::InvalidSubcommand => {
                let word = string(ContextKind::InvalidSubcommand).unwrap_or_default();
                Fault::unknown_command(&word, self.named())
            }
            ErrorKind::MissingSubcommand => {
                Fault::new("usage-missing-command").with("commands", list(ContextKind::ValidSubcommand))
            }
            ErrorKind::InvalidValue if value.is_empty() => Fault::new("usage-missing-value")
                .with("option", option)
                .with("values", or_none(list(ContextKind::ValidValue))),
            ErrorKind::InvalidValue => Fault::new("usage-unknown-value")
                .with("option", option)
                .with("value", value)
                .with("nearest", or_none(list(ContextKind::SuggestedValue)))
                .with("values", list(ContextKind::ValidValue)),
            ErrorKind::ValueValidation => Fault::new("usage-bad-value").with("option", option).with("value", value),
            ErrorKind::MissingRequiredArgument => {
                let missing = strings(error, ContextKind::InvalidArg);
                // What is not needed by itself is needed by something that stands on the line.
                let by_itself = missing.iter().any(|missing| {
                    self.named().get_arguments().any(|arg| arg.is_required_set() && arg.to_string() == *missing)
                });
                let id = if by_itself { "usage-missing-argument" } else { "usage-needed-argument" };
                Fault::new(id).with("arguments", quoted(&missing))
            }
            ErrorKind::ArgumentConflict => {
                let others = strings(error, ContextKind::PriorArg);
                let option = if option.is_empty() { list(ContextKind::InvalidSubcommand) } else { option };
                if others.is_empty() || others == [option.as_str()] {
                    Fault::new("usage-twice").with("option", option)
                } else {
                    Fault::new("usage-conflict").with("option", option).with("others", quoted(&others))
                }
            }
            ErrorKind::NoEquals => Fault::new("usage-no-equals").with("option", option),
            ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                Fault::new("usage-number-of-values").with("option", option)
            }
            ErrorKind::InvalidUtf8 => Fault::new("usage-not-utf8"),
            _ => Fault::new("usage-not-understood"),
        }
    }

    /// The innermost command that the line names.
    fn named(&self) -> &Command {
        let mut command = self.command;
        let mut words = self.args.iter().skip(1).map(|word| word.to_str().unwrap_or(""));
        while let Some(word) = words.next().filter(|word| *word != "--") {
            if let Some(long) = word.strip_prefix("--") {
                let option = command.get_arguments().find(|arg| arg.get_long() == Some(long));
                if option.is_some_and(|option| option.get_action().takes_values()) {
                    words.next();
                }
            } else if let Some(named) = command.find_subcommand(word) {
                command = named;
            }
        }
        command
    }

    /// An option that another command has: `qadam build --dry-run` for `qadam --dry-run`.
    fn elsewhere(&self, option: &str) -> Option<String> {
        let long = option.strip_prefix("--")?;
        let has = |command: &&Command| command.get_arguments().any(|arg| arg.get_long() == Some(long));
        // The line may name the command behind the option.
        let written = |command: &&Command| self.args.iter().any(|word| word.to_str() == Some(command.get_name()));
        let mut having: Vec<&Command> = self.command.get_subcommands().filter(has).collect();
        having.sort_by_key(|command| !written(command));
        having.first().map(|command| format!("{} {option}", bin_name(command)))
    }
}

/// `qadam build`.
fn bin_name(command: &Command) -> &str {
    command.get_bin_name().unwrap_or_else(|| command.get_name())
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The words of one kind that an error carries.
fn strings(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::{Arg, ArgAction, value_parser};

    use super::*;
    use crate::cli::messages;
    use crate::lang::Locale;

    /// What no option of `qadam` provokes yet may be provoked by the next one.
    fn program() -> Command {
        let option = |name: &'static str| Arg::new(name).long(name).value_name("N");
        Command::new("qadam")
            .arg(option("port").value_parser(value_parser!(u16)))
            .arg(option("pair").num_args(2))
            .arg(option("equal").require_equals(true))
            .arg(Arg::new("one").long("one").action(ArgAction::SetTrue).conflicts_with("other"))
            .arg(Arg::new("other").long("other").action(ArgAction::SetTrue))
            .subcommand(Command::new("new").arg(Arg::new("id").required(true)))
    }

    #[test]
    fn kinds_of_faults_that_other_options_provoke_are_told_too() {
        let cases: [(&[&str], &str, &str); 6] = [
            (&["--port", "many"], "usage-bad-value", "`many` cannot be a value of `--port <N>`"),
            (&["--pair", "x"], "usage-number-of-values", "`--pair <N> <N>` has too many values or too few"),
            (&["--equal", "x"], "usage-no-equals", "the value of `--equal=<N>` must follow an equals sign"),
            (&["--one", "--other"], "usage-conflict", "`--one` does not go together with `--other`"),
            (&["--one", "--one"], "usage-twice", "`--one` stands more than once"),
            (&["new"], "usage-missing-argument", "something is missing: `<id>`"),
        ];
        for (words, id, message) in cases {
            let args: Vec<OsString> = ["qadam"].iter().chain(words).map(OsString::from).collect();
            let mut command = program();
            let error = command.try_get_matches_from_mut(&args).unwrap_err();
            command.build();
            for locale in Locale::ALL {
                let messages = messages(locale);
                let line = Line { args: &args, command: &command, messages: &messages };
                let fault = line.fault(&error);
                assert_eq!(fault.id, id, "{words:?}");
                let outcome = line.refused(&fault);
                assert_eq!(outcome.code, 2);
                assert!(outcome.err.lines().count() == 2 && !outcome.err.contains("{$"), "{}", outcome.err);
                assert!(locale != Locale::En || outcome.err.contains(message), "{}", outcome.err);
            }
        }
    }

    /// A kind that a later `clap` adds must not end in a panic.
    #[test]
    fn a_fault_of_a_kind_that_nobody_expects_is_told_in_general() {
        let (command, messages) = (program(), messages(Locale::Ru));
        let line = Line { args: &[], command: &command, messages: &messages };
        for kind in [ErrorKind::Io, ErrorKind::Format] {
            let outcome = line.refused(&line.fault(&clap::Error::new(kind)));
            let expected = "ошибка: командную строку разобрать не удалось\n  подсказка: как её написать, показывает `qadam --help`\n";
            assert_eq!((outcome.err.as_str(), outcome.code), (expected, 2));
        }
        // An error without its context is told with what is known.
        for kind in [ErrorKind::InvalidValue, ErrorKind::UnknownArgument, ErrorKind::ArgumentConflict] {
            assert_eq!(line.refused(&line.fault(&clap::Error::new(kind))).code, 2);
        }
    }
}
