//! The encodings: the schemas they keep to, the act against its published text, the courses of the hard cases, and the
//! guide that teaches all this.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

#[path = "encoding/courses.rs"]
mod courses;
#[path = "encoding/graphs.rs"]
mod graphs;
#[path = "encoding/guide.rs"]
mod guide;
#[path = "encoding/published.rs"]
mod published;
#[path = "encoding/schemas.rs"]
mod schemas;

use std::path::{Path, PathBuf};
use std::process::Command;

use qadam::model::Corpus;

/// The folder of the package.
fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The projects of the package: its own, and those among the fixtures.
fn projects() -> [PathBuf; 3] {
    [package().to_owned(), package().join("tests/fixtures/cases"), package().join("tests/fixtures/golden/project")]
}

/// The corpus of a project without an error.
fn corpus(root: &Path) -> Corpus {
    let (project, mut diagnostics) = qadam::source::read_project(root);
    let (corpus, faults) = qadam::resolve::resolve(&project);
    diagnostics.extend(faults);
    let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
    assert!(errors.is_empty(), "{}: {errors:?}", root.display());
    corpus
}

/// Runs the binary in English: exit code, output, errors.
fn run(root: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_qadam")).arg("--root").arg(root).args(arguments).env_clear().output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// Holds a text against the one recorded beside the tests. `QADAM_BLESS=1` rewrites the record.
#[track_caller]
fn assert_recorded(name: &str, text: &str) {
    let path = package().join("tests/fixtures").join(name);
    if std::env::var_os("QADAM_BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, text).unwrap();
    }
    let recorded = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = recorded.lines().zip(text.lines()).position(|(recorded, now)| recorded != now);
    let line = differs.unwrap_or_else(|| recorded.lines().count().min(text.lines().count()));
    assert!(
        recorded == text,
        "{name}:{}\n  recorded: {}\n  now:      {}",
        line + 1,
        recorded.lines().nth(line).unwrap_or(""),
        text.lines().nth(line).unwrap_or("")
    );
}
