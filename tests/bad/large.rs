//! Files that nobody writes, within the bounds of size: what they cost grows with their length, not with its square.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use qadam::diagnostic::print::{Format, Printer};
use qadam::diagnostic::{Code, Diagnostic};
use qadam::lang::Locale;
use qadam::source::{parse_project, read_files};
use qadam::{cli, resolve};

use super::fixture;

/// Far more than a check takes, far less than one whose cost is a square.
const LONG: Duration = Duration::from_mins(1);

const REGULATION: &str = "regulations/almaty/2019-1/01-registration.yaml";
const MEMORY: &str = "regulations/translations/almaty/2019-1/kk-ru.yaml";
const HEAD: &str = "service: registration\nordinal: 1\ntitle: Жұмыссыздарды тіркеу\n";

/// A file by its path, and its text.
pub type Large = (&'static str, String);

/// What is said of the base with this file in its place, and the report for an editor.
pub fn check((path, text): &Large) -> (Vec<Diagnostic>, String) {
    let (mut files, _) = read_files(fixture::base().path());
    let file = files.iter_mut().find(|file| file.path == *path).unwrap();
    file.bytes = text.clone().into_bytes();
    let (project, mut diagnostics) = parse_project(files, Vec::new());
    diagnostics.extend(resolve::resolve(&project).1);
    let messages = cli::messages(Locale::En);
    let printer = Printer { files: &project.files, messages: &messages, color: false, width: 100 };
    let report = printer.print(&diagnostics, Format::Short);
    (diagnostics, report)
}

#[track_caller]
fn check_soon(large: &Large) -> Vec<Diagnostic> {
    let start = Instant::now();
    let (diagnostics, report) = check(large);
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());
    assert_eq!(report.lines().count(), diagnostics.len());
    diagnostics
}

/// A long text of which as many words are quoted.
pub fn quotations() -> Large {
    let mut text = format!("{HEAD}text:\n  - point: \"1\"\n    text: {}\n    sic:\n", "сөз ".repeat(20_000));
    for n in 0..20_000 {
        let _ = writeln!(text, "      сөз{n}: сөз");
    }
    (REGULATION, text)
}

#[test]
fn twenty_thousand_points_of_one_number_are_told_apart() {
    let text = format!("{HEAD}text:\n{}", "  - point: \"1\"\n    text: a.\n".repeat(20_000));
    check_soon(&(REGULATION, text));
}

#[test]
fn twenty_thousand_lists_of_one_item_are_told_apart() {
    let items = "      - n: \"1)\"\n        text: a;\n".repeat(20_000);
    check_soon(&(REGULATION, format!("{HEAD}text:\n  - point: \"1\"\n    text: a.\n    body:\n{items}")));
}

#[test]
fn eighty_thousand_translations_of_nothing_are_all_told() {
    let segments = (0..80_000).fold("segments:\n".to_owned(), |mut text, n| {
        let _ = writeln!(text, "  - {{ ru: слово {n}, kk: сөз {n} }}");
        text
    });
    let diagnostics = check_soon(&(MEMORY, format!("status: unofficial\n{segments}")));
    let orphans = diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::OrphanTranslation);
    assert_eq!(orphans.count(), 80_000);
}

#[test]
fn quotations_from_a_long_text_come_to_an_end() {
    let diagnostics = check_soon(&quotations());
    let told = diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::TooManyQuotations);
    assert_eq!(told.count(), 1);
}
