//! Faults of usage, and what commands print at their end.

use std::path::Path;

use qadam::cli::{self, Terminal};
use qadam::lang::Locale;
use tempfile::TempDir;

use super::latin::strange_words;
use super::{WIDTH, assert_none, parse};

/// Lines that are not understood: what they lack in English, and which help is named.
const REFUSED: [(&[&str], &str, &str); 22] = [
    (&["build", "--aut", "x"], "there is no option `--aut`", "did you mean `--out`? `qadam build --help`"),
    (&["build", "--qwerty"], "there is no option `--qwerty`", "`qadam build --help` lists"),
    (&["build", "-x"], "there is no option `-x`", "`qadam build --help` lists"),
    (&["--dry-run", "build"], "there is no option `--dry-run`", "did you mean `qadam build --dry-run`?"),
    (&["--out", "x", "schema"], "there is no option `--out`", "did you mean `qadam schema --out`?"),
    (&["build", "surplus"], "nothing is expected where `surplus` stands", "`qadam build --help`"),
    (&["chek"], "there is no command `chek`", "did you mean `check`? `qadam --help`"),
    (&["qwerty"], "there is no command `qwerty`", "help: `qadam --help` lists the commands"),
    (&["help", "bild"], "there is no command `bild`", "did you mean `build`?"),
    (&["--root", "build"], "no command is named", "build, check, diff, fmt, import, new, schema, serve"),
    (&["build", "--out"], "`--out <DIR>` needs a value", "`qadam build --help`"),
    (&["check", "--format"], "`--format <FORM>` needs a value", "human, short, json"),
    (&["check", "--format", "jsn"], "`jsn` is no value of `--format <FORM>`", "did you mean `json`?"),
    (&["check", "--format=я"], "`я` is no value of `--format <FORM>`", "the values are: human, short, json"),
    (&["check", "--lang=de"], "`de` is no value of `--lang <LANG>`", "kk, ru, en"),
    (&["check", "--lang"], "`--lang <LANG>` needs a value", "kk, ru, en"),
    (&["check", "--root", "--lang"], "`--root <DIR>` needs a value", "`qadam check --help`"),
    (&["check", "--act", "x"], "that another option needs: `--source <FILE>`", "`qadam check --help`"),
    (&["check", "--source=a", "--source=b"], "`--source <FILE>` stands more than once", "`qadam check --help`"),
    (&["build", "--dry-run", "--dry-run"], "`--dry-run` stands more than once", "`qadam build --help`"),
    (&["build", "--dry-run=yes"], "`--dry-run` has too many values", "`qadam build --help`"),
    (&["--", "build"], "nothing is expected where `build` stands", "`qadam --help`"),
];

#[test]
fn faults_of_usage_are_told_in_the_language_of_the_reader_with_what_to_do_next() {
    let mut faults = Vec::new();
    for (line, message, help) in REFUSED {
        for locale in Locale::ALL {
            let Err(outcome) = parse(line, locale) else {
                faults.push(format!("{line:?} is understood"));
                continue;
            };
            let text = outcome.err;
            let sound = outcome.code == 2 && outcome.out.is_empty() && text.ends_with('\n');
            let words: Vec<&str> = line.iter().flat_map(|word| word.split('=')).collect();
            let strange = strange_words(&text, &words);
            let translated = locale == Locale::En || strange.is_empty();
            let complete = !["{$", "{ $", "[usage", "``", "`none`"].iter().any(|part| text.contains(part));
            let expected = locale != Locale::En || text.contains(message) && text.contains(help);
            if !(sound && translated && complete && expected && text.lines().count() == 2) {
                faults.push(format!("{} {line:?} {strange:?}\n{text}", locale.as_str()));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn lang_chooses_the_language_of_faults_of_usage_too() {
    let russian = parse(&["chek"], Locale::Ru).unwrap_err().err;
    assert_eq!(parse(&["chek", "--lang", "ru"], Locale::Kk).unwrap_err().err, russian);
    // A language that there is not is a fault, told in that of the environment.
    let fault = parse(&["check", "--lang=de"], Locale::Ru).unwrap_err().err;
    assert!(fault.starts_with("ошибка: у параметра `--lang <ЯЗЫК>` нет значения `de`"), "{fault}");
}

/// Orders to the terminal in an argument must not be carried out, nor end a line.
#[test]
fn controls_in_an_argument_are_not_passed_on() {
    for line in [&["che\u{1b}[31mk\n"][..], &["build", "--o\u{1b}[31m\nut"], &["check", "--format=\u{1b}[2J\r"]] {
        let fault = parse(line, Locale::En).unwrap_err().err;
        assert!(!fault.contains('\u{1b}') && !fault.contains('\r') && fault.lines().count() == 2, "{fault:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf8_is_a_fault_like_any_other() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt as _;
    for line in [vec![b"check".to_vec(), b"--act\xff".to_vec()], vec![b"check".to_vec(), b"--deny=\xff".to_vec()]] {
        let args: Vec<OsString> = [b"qadam".to_vec()].into_iter().chain(line).map(OsString::from_vec).collect();
        let terminal = Terminal { color: false, width: WIDTH };
        let outcome = cli::parse(&args, cli::locale_for(&args, "kk"), terminal).unwrap_err();
        assert_eq!(outcome.code, 2);
        assert!(
            outcome.err.starts_with("қате: ") && strange_words(&outcome.err, &["act"]).is_empty(),
            "{}",
            outcome.err
        );
    }
}

/// A small sound project.
fn project() -> TempDir {
    let project = TempDir::new().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad/base");
    for entry in walkdir::WalkDir::new(&base) {
        let entry = entry.unwrap();
        let copy = project.path().join(entry.path().strip_prefix(&base).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(copy).unwrap();
        } else {
            std::fs::copy(entry.path(), copy).unwrap();
        }
    }
    project
}

/// Paths and quoted names are no words, nor are lines that list files.
fn prose(text: &str) -> String {
    let lines = text.lines().filter(|line| !["  + ", "  ~ ", "  - "].iter().any(|sign| line.starts_with(sign)));
    let text: Vec<&str> = lines.collect();
    text.join("\n").split('`').step_by(2).collect::<Vec<_>>().join(" ")
}

/// Once the size of a site was written in the program, and a share with the decimal sign of English.
#[test]
fn what_commands_say_at_their_end_is_in_the_language_of_the_reader() {
    for locale in [Locale::Kk, Locale::Ru] {
        let project = project();
        let root = format!("--root={}", project.path().display());
        let text = project.path().join("published.txt");
        std::fs::write(&text, "Мүлде басқа мәтін.\n").unwrap();
        let source = format!("--source={}", text.display());
        let lines: [&[&str]; 7] = [
            &["build"],
            &["build", "--dry-run"],
            &["build"],
            &["check", "--format=human"],
            &["fmt"],
            &["fmt", "--check"],
            &["schema"],
        ];
        for line in lines {
            let cli = parse(&[line, &[&root]].concat(), locale).unwrap();
            let outcome = cli::run(&cli, locale, Terminal { color: false, width: WIDTH }, |_| ());
            let said = prose(&(outcome.out + &outcome.err));
            assert!(strange_words(&said, &[]).is_empty() && !said.contains('{'), "{line:?}: {said}");
            assert_eq!(outcome.code, 0, "{line:?}: {said}");
        }
        let cli = parse(&["check", &source, &root], locale).unwrap();
        let said = cli::run(&cli, locale, Terminal { color: false, width: WIDTH }, |_| ()).err;
        assert!(said.contains("0,00 "), "{said}");
    }
}
