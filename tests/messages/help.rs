//! `--help`, `-h`, `help` and `--version`.

use std::path::Path;

use qadam::lang::Locale;

use super::latin::{commands, strange_words};
use super::{WIDTH, assert_none, parse};

/// What is printed for help.
#[track_caller]
fn help(arguments: &[&str], environment: Locale) -> String {
    let outcome = parse(arguments, environment).unwrap_err();
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{arguments:?}");
    outcome.out
}

/// Every command line that prints help.
fn lines() -> Vec<Vec<String>> {
    let mut ways: Vec<Vec<String>> = commands().into_iter().map(|(way, _)| way).collect();
    ways.push(vec!["help".to_owned()]);
    let mut lines = Vec::new();
    for way in ways {
        lines.extend(["-h", "--help"].map(|flag| [way.clone(), vec![flag.to_owned()]].concat()));
        if way.first().is_none_or(|name| name != "help") {
            lines.push([vec!["help".to_owned()], way].concat());
        }
    }
    lines
}

#[test]
fn the_help_of_every_command_is_in_the_language_of_the_reader_and_fits_the_terminal() {
    let lines = lines();
    assert!(lines.len() > 15, "{lines:?}");
    let mut faults = Vec::new();
    for line in &lines {
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        for locale in Locale::ALL {
            let text = help(&line, locale);
            let strange = strange_words(&text, &[]);
            if locale != Locale::En && !strange.is_empty() {
                faults.push(format!("{} {line:?}: {strange:?}", locale.as_str()));
            }
            let wide = text.lines().filter(|line| line.chars().count() > WIDTH);
            faults.extend(wide.map(|wide| format!("{} {line:?}: too wide: {wide}", locale.as_str())));
            // A text that is missing shows its id.
            if text.contains("[cli") || text.contains("[help-words") || text.contains("[placeholders") {
                faults.push(format!("{} {line:?}: {text}", locale.as_str()));
            }
        }
    }
    assert_none(&faults);
}

/// Descriptions stand below each other, counted in letters and not in bytes.
#[test]
fn descriptions_in_cyrillic_letters_are_aligned() {
    for locale in Locale::ALL {
        let text = help(&["build", "-h"], locale);
        let mut sections = 0;
        for section in text.split("\n\n").filter(|section| section.contains("\n  ")) {
            let options = section.lines().filter(|line| line.trim_start().starts_with('-'));
            let columns: Vec<usize> = options
                .map(|line| {
                    let described = line.trim_start().split_once("  ").unwrap().1.trim_start();
                    line.chars().count() - described.chars().count()
                })
                .collect();
            assert!(columns.len() > 1 && columns.iter().all(|column| *column == columns[0]), "{columns:?}\n{text}");
            sections += 1;
        }
        assert_eq!(sections, 2, "{text}");
    }
}

#[test]
fn the_help_of_the_program_and_of_build_is_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/help");
    let mut faults = Vec::new();
    let mut recorded = Vec::new();
    for locale in Locale::ALL {
        for (name, line) in [("qadam", &["--help"][..]), ("build", &["build", "--help"])] {
            let text = help(line, locale);
            let path = folder.join(format!("{name}.{}.txt", locale.as_str()));
            if std::env::var_os("QADAM_BLESS").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &text).unwrap();
            }
            if std::fs::read_to_string(&path).unwrap_or_default() != text {
                faults.push(format!("{} differs from\n{text}", path.display()));
            }
            recorded.push(path);
        }
    }
    let there = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    faults.extend(there.filter(|path| !recorded.contains(path)).map(|path| format!("{} is surplus", path.display())));
    assert_none(&faults);
}

#[test]
fn lang_chooses_the_language_of_help_wherever_it_stands() {
    let russian = help(&["build", "--help"], Locale::Ru);
    for line in [
        &["--lang", "ru", "build", "--help"][..],
        &["build", "--lang=ru", "--help"],
        &["build", "--help", "--lang", "ru"],
        &["help", "build", "--lang", "ru"],
        &["--lang=ru", "help", "build"],
        // The last one counts.
        &["--lang=en", "build", "--lang=ru", "--help"],
    ] {
        assert_eq!(help(line, Locale::Kk), russian, "{line:?}");
    }
    // A language that there is not leaves that of the environment.
    assert_eq!(help(&["build", "--help", "--lang=de"], Locale::Ru), russian);
}

#[test]
fn the_version_is_the_same_in_every_language() {
    for locale in Locale::ALL {
        assert_eq!(help(&["--version"], locale), format!("qadam {}\n", env!("CARGO_PKG_VERSION")));
        assert_eq!(help(&["-V"], locale), help(&["--version"], locale));
    }
}

/// Whoever types the name alone sees the commands, and learns by the exit code that nothing was done.
#[test]
fn the_name_alone_shows_the_help_as_a_fault() {
    for locale in Locale::ALL {
        let outcome = parse(&[], locale).unwrap_err();
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
        assert_eq!(outcome.err, help(&["-h"], locale));
    }
}
