//! What `--help` says, in the reader's language.
//!
//! The structs of the commands give `clap` the names; every text comes from Fluent by a rule on these names:
//!
//! | text | in `cli.ftl` |
//! |---|---|
//! | of the program | `cli` |
//! | of `qadam build` | `cli-build` (`qadam new act` would be `cli-new-act`) |
//! | of `--dry-run` of `build` | `cli-build.dry-run`; of what all commands share, `cli.root` |
//! | of the value `json` of `--format` of `check` | `cli-check.format-json` |
//! | instead of a value, `<FILE>` | `placeholders.file` |
//! | fixed words, as "Usage" | `help-words.usage` |
//!
//! So a new command needs its struct and its texts, and [`texts`] tells a test which these are. A text that is not there
//! shows its id in brackets, never the words of `clap`.

use std::cell::RefCell;
use std::collections::BTreeSet;

use clap::builder::PossibleValue;
use clap::builder::styling::{Style, Styles};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::Cli;
use crate::lang::Messages;

/// The id of a text: that of its message, and its attribute where it is one.
pub type TextId = (String, Option<String>);

/// The command that explains the others, and its argument.
pub(super) const HELP: (&str, &str) = ("help", "command");

/// Every text of the help, whether a locale has it or not.
pub fn texts() -> BTreeSet<TextId> {
    let asked = RefCell::new(BTreeSet::new());
    translated(&|id, part| {
        asked.borrow_mut().insert((id.to_owned(), part.map(str::to_owned)));
        String::new()
    });
    asked.into_inner()
}

/// The command line with its texts in a language, for a terminal of so many columns.
pub(super) fn command(messages: &Messages, width: usize) -> Command {
    let say = |id: &str, part: Option<&str>| match part {
        None => messages.text(id),
        Some(part) => messages.attribute::<&str>(id, part, &[]).unwrap_or_else(|| format!("[{id}.{part}]")),
    };
    translated(&say).term_width(width)
}

/// Looks up a text by the id of its message and its attribute.
type Say<'a> = &'a dyn Fn(&str, Option<&str>) -> String;

fn translated(say: Say<'_>) -> Command {
    let command = with_texts(skeleton(), "cli", say);
    // Only a finished command knows its usage line, and only an unfinished one can be changed.
    let mut finished = command.clone();
    finished.build();
    with_usage(command, &mut finished, say)
}

/// The commands and arguments, with our own `--help`, `--version` and `help`: those of `clap` cannot be translated.
fn skeleton() -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let (name, argument) = HELP;
    Cli::command()
        // The name that texts call it by, whatever its file is called.
        .bin_name("qadam")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .arg(version)
        .subcommand(Command::new(name).arg(Arg::new(argument).value_name("COMMAND").num_args(0..)))
        // So that the title before a usage line is a plain word.
        .styles(Styles::styled().usage(Style::new()))
}

/// A command and all below it with the texts of `id`.
fn with_texts(command: Command, id: &str, say: Say<'_>) -> Command {
    let header = *Styles::styled().get_header();
    let usage = say("help-words", Some("usage"));
    let template = format!("{{about-with-newline}}\n{header}{usage}:{header:#} {{usage}}\n\n{{all-args}}");
    let mut command = command
        .about(say(id, None))
        .long_about(None)
        .help_template(template)
        .mut_args(|arg| argument(arg, id, say))
        .mut_subcommands(|sub| {
            let id = format!("{id}-{}", sub.get_name());
            with_texts(sub, &id, say)
        });
    if command.has_subcommands() {
        let placeholder = say("placeholders", Some("command"));
        let heading = say("help-words", Some("commands"));
        command = command.subcommand_value_name(placeholder).subcommand_help_heading(heading);
    }
    command
}

/// An argument with its texts, which stand in the message of its command.
fn argument(arg: Arg, id: &str, say: Say<'_>) -> Arg {
    let word = |name: &str| say("help-words", Some(name));
    let name = arg.get_id().as_str().replace('_', "-");
    let heading = if arg.is_positional() {
        "arguments"
    } else if arg.is_global_set() {
        "common-options"
    } else {
        "options"
    };
    let about = say(id, Some(&name));
    if matches!(arg.get_action(), ArgAction::Help) {
        let long = say(id, Some(&format!("{name}-long")));
        return arg.help(about).long_help(long).help_heading(word(heading));
    }
    // Behind the text come the notes that `clap` would add in English.
    let (mut short, mut long) = (vec![about.clone()], vec![about]);
    let takes_values = arg.get_action().takes_values();
    let values = if takes_values { arg.get_possible_values() } else { Vec::new() };
    let shown: Vec<&str> = values.iter().filter(|value| !value.is_hide_set()).map(PossibleValue::get_name).collect();
    if !shown.is_empty() {
        short.push(format!("[{}: {}]", word("values"), shown.join(", ")));
        let width = shown.iter().map(|value| value.chars().count()).max().unwrap_or(0);
        let lines = shown.iter().map(|value| {
            let about = say(id, Some(&format!("{name}-{value}")));
            format!("\n  {value:width$}  {about}")
        });
        long.push(format!("{}:{}", word("value-list"), lines.collect::<String>()));
    }
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if takes_values && !defaults.is_empty() {
        let note = format!("[{}: {}]", word("default"), defaults.join(", "));
        short.push(note.clone());
        long.push(note);
    }
    let (short, long) = (short.join(" "), long.join("\n\n"));
    let placeholders: Vec<String> = match arg.get_value_names() {
        Some(names) if takes_values => {
            names.iter().map(|name| say("placeholders", Some(&name.to_lowercase().replace('_', "-")))).collect()
        }
        _ => Vec::new(),
    };
    let (arg, differ) = (arg.help_heading(word(heading)), short != long);
    let arg = if placeholders.is_empty() { arg } else { arg.value_names(placeholders) };
    // A flag has nothing to hide, and `clap` refuses to hide it.
    let arg = arg.hide_possible_values(takes_values).hide_default_value(takes_values).help(short);
    if differ { arg.long_help(long) } else { arg.long_help(None) }
}

/// The usage lines, whose `[OPTIONS]` is a word of `clap`.
fn with_usage(command: Command, finished: &mut Command, say: Say<'_>) -> Command {
    let usage = finished.render_usage().ansi().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", say("placeholders", Some("options"))));
    command.override_usage(usage).mut_subcommands(|sub| match finished.find_subcommand_mut(sub.get_name()) {
        Some(finished) => with_usage(sub, finished, say),
        None => sub,
    })
}
