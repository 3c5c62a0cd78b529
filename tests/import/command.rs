//! `qadam import` as an official runs it.

use crate::support::binary::{Call, Run};
use crate::support::folders::{package, put, read_all};

const TEXT: &str = include_str!("../fixtures/import/act.ru.txt");

/// A project with our registers and no act, and a text to import: `act.txt`.
pub fn project_with(text: &str) -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().unwrap();
    for name in ["glossary.yaml", "places.yaml", "services.yaml"] {
        put(
            folder.path(),
            &format!("regulations/{name}"),
            std::fs::read(package().join("regulations").join(name)).unwrap(),
        );
    }
    put(folder.path(), "site/site.yaml", std::fs::read(package().join("site/site.yaml")).unwrap());
    put(folder.path(), "act.txt", text);
    folder
}

fn project() -> tempfile::TempDir {
    project_with(TEXT)
}

fn import(folder: &tempfile::TempDir, arguments: &[&str]) -> Run {
    Call::new(folder.path(), &[&["import"], arguments].concat()).run()
}

#[test]
fn drafts_stand_beside_what_is_there_and_never_over_it() {
    let project = project();
    let run = import(&project, &["act.txt", "--act", "almaty/2030-1-1"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let files: Vec<String> = read_all(&project.path().join("regulations/almaty")).into_keys().collect();
    assert_eq!(files, ["2030-1-1/01-wheelchairs.draft.yaml", "2030-1-1/act.draft.yaml"]);
    assert!(run.err.contains("1 regulation, 2 tellings, 5 steps"), "{}", run.err);
    let before = read_all(project.path());
    let again = import(&project, &["act.txt", "--act", "almaty/2030-1-1"]);
    assert_eq!(again.code, 1, "{}", again.err);
    assert!(again.err.contains("already-there"), "{}", again.err);
    assert_eq!(read_all(project.path()), before);
}

#[test]
fn what_is_doubtful_is_told_with_its_line_and_marked_in_the_draft() {
    let project = project();
    let run = import(&project, &["act.txt", "--act", "almaty/2030-1-1", "--lang", "ru"]);
    let told = run.err.lines().find(|line| line.contains("condition") || line.contains("условие"));
    assert!(told.is_none(), "{}", run.err);
    let line = TEXT.lines().position(|line| line.contains("прието")).unwrap() + 1;
    assert!(run.err.contains(&format!("act.txt:{line}: ")), "{}", run.err);
    let draft =
        std::fs::read_to_string(project.path().join("regulations/almaty/2030-1-1/01-wheelchairs.draft.yaml")).unwrap();
    assert!(draft.contains(&format!("# строка {line}: ")), "{draft}");
}

#[test]
fn what_cannot_be_imported_is_told() {
    let project = project();
    put(project.path(), "broken.docx", b"PK\x03\x04 is no archive");
    let cases = [
        (["act.txt", "--act", "Алматы"], 1, "bad-name"),
        (["nowhere.txt", "--act", "almaty/2030-1-1"], 2, "nowhere.txt"),
        (["broken.docx", "--act", "almaty/2030-1-1"], 2, "broken.docx"),
    ];
    for (arguments, code, words) in cases {
        let run = import(&project, &arguments);
        assert_eq!(run.code, code, "{arguments:?}: {}", run.err);
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
    }
    assert!(!project.path().join("regulations/almaty").exists());
}

#[test]
fn no_text_is_too_hostile() {
    let project = project();
    let regulation =
        "      1. Утвердить.\n\nУтвержден\n\nРегламент государственной услуги «Услуга»\n\n1. Общие положения\n\n";
    let lines = |line: &str, count: usize| format!("{regulation}{}", line.repeat(count));
    let hostile = [
        ("items", lines("      1) а;\n", 8_000)),
        ("openers", lines("      1) а:\n      Б.\n", 4_000)),
        ("points", lines("      1. Перечень структурных подразделений:\n      1) специалист услугодателя;\n", 3_000)),
        ("definitions", lines("специалист (далее – ЭЦП) в течение 5 дней ", 3_000)),
        ("quotes", lines("«\n\n", 8_000)),
        ("annexes", lines("Приложение 1\nк регламенту\n\n", 4_000)),
        ("links", lines("      согласно  к  и  пунктом 9 пунктом 9 пунктом 9\n", 3_000)),
        ("spaced", lines("а б в г д е ж з и к ", 10_000)),
        ("nested.html", "<b>".repeat(40_000) + "услуга"),
        ("divs.html", "<div>услуга".repeat(4_000)),
    ];
    for (name, text) in hostile {
        put(project.path(), name, text);
        let act = format!("almaty/2030-{}", name.replace('.', "-"));
        let run = import(&project, &[name, "--act", &act]);
        assert_eq!(run.code, 0, "{name}: {}", run.err.chars().take(500).collect::<String>());
    }
}
