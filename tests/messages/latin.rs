//! Words in Latin letters that may stand in a Kazakh or Russian text of the command line.

use std::collections::BTreeSet;

use clap::{Command, CommandFactory as _};
use qadam::cli::Cli;
use qadam::diagnostic::Code;

/// Names of files, formats and encodings, and examples of ids, which no language translates.
const NAMES: [&str; 13] = [
    "qadam",
    "site/public",
    "regulations/schema",
    "all",
    "JSON",
    "HTML",
    "DOCX",
    "UTF-8",
    "almaty/2019-2-260",
    "almaty/2019-2-260/01-registration",
    "almaty/2014-2-236/09-wheelchairs",
    "09-wheelchairs",
    "data-difference.schema.json",
];

/// The commands as a user names them, each with the way to it; the program itself is the empty way.
pub fn commands() -> Vec<(Vec<String>, Command)> {
    fn walk(command: &Command, way: &[String], found: &mut Vec<(Vec<String>, Command)>) {
        found.push((way.to_vec(), command.clone()));
        for sub in command.get_subcommands() {
            walk(sub, &[way, &[sub.get_name().to_owned()]].concat(), found);
        }
    }
    let mut found = Vec::new();
    walk(&Cli::command(), &[], &mut found);
    found
}

/// Words of a text in Latin letters that are neither names nor among `more`.
pub fn strange_words(text: &str, more: &[&str]) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = NAMES.into_iter().chain(more.iter().copied()).map(str::to_owned).collect();
    known.extend(Code::ALL.iter().map(|code| code.as_str().to_owned()));
    known.extend(["help", "--help", "-h", "--version", "-V"].map(str::to_owned));
    for (way, command) in commands() {
        known.extend(way);
        for arg in command.get_arguments() {
            known.extend(arg.get_long().map(|long| format!("--{long}")));
            known.extend(arg.get_short().map(|short| format!("-{short}")));
            known.extend(arg.get_possible_values().iter().map(|value| value.get_name().to_owned()));
        }
    }
    let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || "-_./".contains(letter)));
    let words = words.map(|word| word.trim_end_matches('.'));
    words
        .filter(|word| word.bytes().any(|byte| byte.is_ascii_alphabetic()) && !known.contains(*word))
        .map(str::to_owned)
        .collect()
}
