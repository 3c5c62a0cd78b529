//! Every message exists in every locale, with the same attributes and arguments, and none is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use qadam::cli;
use qadam::diagnostic::Code;
use qadam::lang::Locale;

use super::assert_none;
use super::ftl::{Parts, parts};

/// The files of messages that every locale has.
const FILES: [&str; 3] = ["cli.ftl", "diagnostics.ftl", "diff.ftl"];

/// The messages of both files.
fn all(locale: Locale) -> BTreeMap<String, Parts> {
    let mut messages = BTreeMap::new();
    for (id, parts) in FILES.iter().flat_map(|file| parts(locale, file)) {
        assert!(messages.insert(id.clone(), parts).is_none(), "{}: `{id}` stands in two files", locale.as_str());
    }
    messages
}

/// The code below some folders of `src`.
fn code(folders: &[&str]) -> String {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let walks = folders.iter().flat_map(|folder| walkdir::WalkDir::new(src.join(folder)).sort_by_file_name());
    let files = walks.map(|entry| entry.unwrap().into_path());
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn every_code_has_a_message_and_a_help_in_every_locale() {
    let mut faults = Vec::new();
    for locale in Locale::ALL {
        let messages = all(locale);
        for code in Code::ALL.iter().map(|code| code.as_str()) {
            for part in ["", "help"] {
                if messages.get(code).is_none_or(|parts| !parts.contains_key(part)) {
                    faults.push(format!("{}: `{code}` has no {part:?}", locale.as_str()));
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_locales_have_the_same_messages_with_the_same_parts_and_arguments() {
    let english = all(Locale::En);
    let mut faults = Vec::new();
    for locale in [Locale::Ru, Locale::Kk] {
        let own = all(locale);
        for id in english.keys().chain(own.keys()).collect::<BTreeSet<_>>() {
            if english.get(id) != own.get(id) {
                faults.push(format!("`{id}`\n  en: {:?}\n  {}: {:?}", english.get(id), locale.as_str(), own.get(id)));
            }
        }
    }
    assert_none(&faults);
}

/// Whether an id is one that the help looks up by rule.
fn is_of_help(id: &str) -> bool {
    ["cli", "help-words", "placeholders"].contains(&id) || id.starts_with("cli-")
}

/// A new command or argument without a text would show an id; a text of one that is gone would show nowhere.
#[test]
fn every_command_argument_and_value_has_its_help_in_every_locale_and_no_help_is_left_over() {
    let needed = cli::texts();
    assert!(needed.len() > 30 && needed.contains(&("cli-build".to_owned(), Some("dry-run".to_owned()))));
    let mut faults = Vec::new();
    for locale in Locale::ALL {
        let own = parts(locale, "cli.ftl").into_iter().filter(|(id, _)| is_of_help(id));
        let own = own.flat_map(|(id, parts)| {
            parts.into_keys().map(move |part| (id.clone(), (!part.is_empty()).then_some(part)))
        });
        let own: BTreeSet<cli::TextId> = own.collect();
        let name = |(id, part): &cli::TextId| part.as_ref().map_or(id.clone(), |part| format!("{id}.{part}"));
        faults.extend(needed.difference(&own).map(|id| format!("{}: `{}` is missing", locale.as_str(), name(id))));
        faults.extend(own.difference(&needed).map(|id| format!("{}: `{}` is left over", locale.as_str(), name(id))));
    }
    assert_none(&faults);
}

/// A message that neither a code nor the command line names is left over from something.
#[test]
fn no_message_is_left_over() {
    let code = code(&[""]);
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let messages = all(Locale::En);
    let left = messages
        .keys()
        .filter(|id| !known.contains(id.as_str()) && !is_of_help(id) && !code.contains(&format!("\"{id}\"")));
    assert_none(&left.map(|id| format!("`{id}` is used by nothing")).collect::<Vec<_>>());
}

/// A misspelt id would show itself in brackets, and only where somebody meets it.
#[test]
fn every_message_that_the_command_line_names_exists() {
    let messages = all(Locale::En);
    let families: BTreeSet<&str> = ["build-", "check-", "diff-", "fmt-", "source-", "usage-", "severity-"].into();
    let code = code(&["cli", "diagnostic"]);
    let literals = code.split('"').filter(|text| {
        let kebab = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        kebab && !text.ends_with('-') && families.iter().any(|family| text.starts_with(family))
    });
    let literals: BTreeSet<&str> = literals.collect();
    assert!(literals.len() > 20, "{literals:?}");
    let missing = literals.into_iter().filter(|id| !messages.contains_key(*id));
    assert_none(&missing.map(|id| format!("`{id}` does not exist")).collect::<Vec<_>>());
}
