//! Bad inputs and what is said of them.
//!
//! A case is a file of `fixtures/bad`, or a folder where several files are needed. Its first lines say, as comments,
//! where it stands in a project and what is to be reported; [`fixture`] tells how they are written. The rest of the
//! project is `fixtures/bad/base`, which is sound. What is missing and what is surplus both fail; lines and columns are
//! exact, columns counted in characters. Where the comments name a language, the whole report is held against
//! `NAME.LANGUAGE.human.txt`; `QADAM_BLESS=1` rewrites these.
//!
//! What no text of a project can provoke is provoked by code: [`by_code::ALL`]. Together they cover every code, and
//! [`messages`] holds the texts of all locales against what was provoked.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

#[path = "bad/by_code.rs"]
mod by_code;
#[path = "bad/fixture.rs"]
mod fixture;
#[path = "messages/ftl.rs"]
mod ftl;
#[path = "bad/large.rs"]
mod large;
#[path = "bad/messages.rs"]
mod messages;
#[path = "bad/run.rs"]
mod run;
mod support;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use qadam::diagnostic::{Code, Severity};
use qadam::lang::Locale;
use rayon::prelude::*;

use fixture::{Fixture, Placed};
use run::{Report, Run};

/// Every fixture and what came of it.
static CASES: LazyLock<Vec<(Fixture, Report)>> = LazyLock::new(|| {
    let fixtures = fixture::read_fixtures();
    assert!(fixtures.len() > 60, "there are {} fixtures", fixtures.len());
    let reports: Vec<Report> = fixtures.par_iter().map(|fixture| run::check(&fixture.project())).collect();
    fixtures.into_iter().zip(reports).collect()
});

/// The base with one fixture in it.
fn project_of(name: &str) -> tempfile::TempDir {
    CASES.iter().find(|(fixture, _)| fixture.name == name).unwrap().0.project()
}

/// What differs between what is expected and what was reported, as lines of a header.
fn differences(fixture: &Fixture, report: &Report) -> Vec<String> {
    let found: Vec<Placed> = report.diagnostics.iter().map(|diagnostic| report.placed(diagnostic)).collect();
    let mut surplus: Vec<usize> = (0..found.len()).collect();
    let mut lines = Vec::new();
    for expected in &fixture.expected {
        let fits = |index: &usize| {
            expected.placed == found[*index]
                && run::english(&report.diagnostics[*index]).contains(expected.words.as_deref().unwrap_or(""))
        };
        match surplus.iter().position(fits) {
            Some(position) => {
                surplus.remove(position);
            }
            None => lines.push(format!("  missing: {expected}")),
        }
    }
    lines.extend(surplus.into_iter().map(|index| {
        let diagnostic = &report.diagnostics[index];
        format!("  surplus: {} | {}", found[index], run::english(diagnostic).replace('\n', " — "))
    }));
    lines
}

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_base_is_sound() {
    let base = fixture::base();
    let report = run::check(&base);
    let lines: Vec<String> =
        report.diagnostics.iter().map(|diagnostic| report.placed(diagnostic).to_string()).collect();
    assert_none(&lines);
    for arguments in [["check", "--deny=all"], ["fmt", "--check"], ["build", "--dry-run"]] {
        let run = Run::of(&base, &arguments);
        assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
    }
}

#[test]
fn fixtures_are_reported_as_their_comments_say() {
    let mut faults = Vec::new();
    for (fixture, report) in CASES.iter() {
        let lines = differences(fixture, report);
        if !lines.is_empty() {
            faults.push(format!("{}\n{}", fixture.name, lines.join("\n")));
        }
    }
    assert_none(&faults);
}

/// A second reading of the same fixtures: what a Windows editor makes of a file moves nothing.
#[test]
fn a_byte_order_mark_and_windows_line_ends_move_no_place() {
    let faults: Vec<String> = CASES
        .par_iter()
        .flat_map_iter(|(fixture, _)| {
            let windows = fixture.rewritten(|text| format!("\u{feff}{}", text.replace('\n', "\r\n")));
            let lines = differences(&windows, &run::check(&windows.project()));
            (!lines.is_empty()).then(|| format!("{}\n{}", fixture.name, lines.join("\n")))
        })
        .collect();
    assert_none(&faults);
}

#[test]
fn every_code_is_provoked() {
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let mut provoked = BTreeSet::new();
    let mut faults = Vec::new();
    for (fixture, _) in CASES.iter() {
        provoked.extend(fixture.expected.iter().map(|expected| expected.placed.code.as_str()));
        let named = fixture.expected.iter().any(|expected| {
            let rest = fixture.name.strip_prefix(expected.placed.code.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
        if !named && !fixture.name.starts_with("mixed-") {
            faults.push(format!("the fixture `{}` is not named after a code that it provokes", fixture.name));
        }
    }
    if cfg!(not(unix)) {
        // Making a link needs a right there that few have.
        provoked.insert("symlink");
    }
    for (code, provoke) in by_code::ALL {
        if provoke().iter().any(|provoked| provoked.code == *code) {
            provoked.insert(code);
        } else {
            faults.push(format!("`{code}` is not provoked by its code"));
        }
    }
    faults.extend(known.difference(&provoked).map(|code| format!("nothing provokes `{code}`")));
    faults.extend(provoked.difference(&known).map(|code| format!("there is no code `{code}`")));
    assert_none(&faults);
}

#[test]
fn comments_give_each_code_its_severity() {
    for (fixture, _) in CASES.iter() {
        for expected in &fixture.expected {
            let code = Code::ALL.iter().find(|code| code.as_str() == expected.placed.code).unwrap();
            let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
            assert_eq!(expected.placed.severity, severity, "{}: {expected}", fixture.name);
        }
    }
}

#[test]
fn whole_reports_are_as_recorded() {
    let bless = std::env::var_os("QADAM_BLESS").is_some_and(|value| value == "1");
    let mut wanted: BTreeSet<PathBuf> = BTreeSet::new();
    let mut faults = Vec::new();
    for (fixture, report) in CASES.iter() {
        for locale in &fixture.human {
            let path = fixture::folder().join(format!("{}.{}.human.txt", fixture.name, locale.as_str()));
            let text = report.human(*locale);
            if bless {
                std::fs::write(&path, &text).unwrap();
            }
            let recorded = std::fs::read_to_string(&path).unwrap_or_default();
            if recorded != text {
                faults.push(format!("{}\n--- recorded\n{recorded}--- now\n{text}", path.display()));
            }
            wanted.insert(path);
        }
    }
    assert!(wanted.len() >= 12 && CASES.iter().any(|(fixture, _)| fixture.human.contains(&Locale::Kk)));
    for path in fixture::entries(&fixture::folder()) {
        if path.extension().is_some_and(|extension| extension == "txt") && !wanted.contains(&path) {
            if bless {
                std::fs::remove_file(&path).unwrap();
            } else {
                faults.push(format!("{} belongs to no fixture", path.display()));
            }
        }
    }
    assert_none(&faults);
}

/// That the fixture gives what its comments say is tested above: here, that it says enough.
#[test]
fn six_faults_of_six_kinds_in_one_file_are_all_reported() {
    let (fixture, report) = CASES.iter().find(|(fixture, _)| fixture.name == "mixed-six-faults").unwrap();
    let codes: BTreeSet<&str> = report.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    assert_eq!(codes.len(), 6, "{codes:?}");
    assert_eq!(report.diagnostics.len(), 6);
    assert!(differences(fixture, report).is_empty());
    for diagnostic in &report.diagnostics {
        let span = diagnostic.span.unwrap();
        let text = &report.files[span.file.0 as usize].text[..span.start as usize];
        let line = text.rsplit('\n').next().unwrap();
        assert!(line.chars().any(|letter| "әғқңөұүһі".contains(letter)), "`{line}` has no Kazakh letter");
    }
}

#[test]
fn a_broken_file_hides_no_fault_of_another() {
    for name in ["mixed-three-files", "mixed-broken-syntax"] {
        let (fixture, report) = CASES.iter().find(|(fixture, _)| fixture.name == name).unwrap();
        let paths: BTreeSet<String> =
            report.diagnostics.iter().filter_map(|diagnostic| report.placed(diagnostic).at?.path.into()).collect();
        assert_eq!(paths.len(), fixture.files.len(), "{name}: {paths:?}");
        assert!(fixture.files.len() >= 3);
        assert!(differences(fixture, report).is_empty(), "{name}");
    }
}

#[test]
fn exit_codes_tell_sound_from_wrong_from_could_not_run() {
    let base = fixture::base();
    let wrong = project_of("mixed-six-faults");
    let doubtful = project_of("numbering-gap");
    let untranslated = project_of("untranslated");
    let unformatted = project_of("slip");
    let expected: &[(&tempfile::TempDir, &[&str], u8)] = &[
        (&base, &["check"], 0),
        (&base, &["build"], 0),
        (&base, &["fmt", "--check"], 0),
        (&wrong, &["check"], 1),
        (&wrong, &["build"], 1),
        (&wrong, &["build", "--dry-run"], 1),
        (&wrong, &["fmt", "--check"], 1),
        (&unformatted, &["fmt", "--check"], 1),
        // Findings and warnings stop nothing, unless they are denied.
        (&doubtful, &["check"], 0),
        (&doubtful, &["build", "--dry-run"], 0),
        (&doubtful, &["check", "--deny=numbering-gap"], 1),
        (&doubtful, &["check", "--deny=slip"], 0),
        (&doubtful, &["check", "--deny=slip", "--deny=numbering-gap"], 1),
        (&doubtful, &["check", "--deny=all"], 1),
        (&untranslated, &["check"], 0),
        (&untranslated, &["check", "--deny=untranslated"], 1),
        (&untranslated, &["check", "--deny=all"], 1),
        // Not the input is wrong but the command.
        (&base, &["check", "--deny=sllip"], 2),
        (&base, &["check", "--format=yaml"], 2),
        (&base, &["check", "--source=nothing-like-it.txt"], 2),
        (&base, &["chek"], 2),
        (&base, &[], 2),
    ];
    for (project, arguments, code) in expected {
        let run = Run::of(project, arguments);
        assert_eq!(run.code, *code, "{arguments:?}\n{}{}", run.out, run.err);
    }
}

#[test]
fn the_three_forms_of_a_report_name_the_same_places() {
    for name in ["mixed-six-faults", "mixed-three-files", "missing-file-register", "untranslated", "numbering-gap"] {
        let (fixture, report) = CASES.iter().find(|(fixture, _)| fixture.name == name).unwrap();
        let project = fixture.project();
        let mut placed: Vec<Placed> = report.diagnostics.iter().map(|diagnostic| report.placed(diagnostic)).collect();
        for placed in &mut placed {
            placed.also = None;
        }

        let json = Run::of(&project, &["check", "--format=json"]);
        assert_eq!(json.rows().iter().map(run::Row::placed).collect::<Vec<_>>(), placed, "{name}");
        assert!(json.err.is_empty(), "{}", json.err);

        let short = Run::of(&project, &["check", "--format=short"]);
        let lines: Vec<String> = json.rows().iter().map(run::Row::short).collect();
        assert_eq!(short.out.lines().collect::<Vec<_>>(), lines, "{name}");

        let human = Run::of(&project, &["check", "--format=human"]);
        assert_eq!(human.out, report.human(Locale::En), "{name}");
        for row in json.rows() {
            let place = row.path.map(|path| format!("[{path}:{}:{}]", row.line.unwrap(), row.column.unwrap()));
            assert!(place.is_none_or(|place| human.out.contains(&place)), "{name}: {}", human.out);
        }
        // Nothing is coloured where no terminal is.
        assert!(!human.out.contains('\u{1b}') && !short.out.contains('\u{1b}'));
    }
    let sound = Run::of(&fixture::base(), &["check", "--format=json"]);
    assert!(sound.rows().is_empty());
}

#[test]
fn the_language_of_a_report_is_that_of_the_command_or_of_the_environment() {
    let project = project_of("unknown-step");
    let (_, report) = CASES.iter().find(|(fixture, _)| fixture.name == "unknown-step").unwrap();
    for locale in Locale::ALL {
        let run = Run::of(&project, &["check", &format!("--lang={}", locale.as_str())]);
        assert_eq!(run.out, report.human(locale));
    }
    let environment = |tag: &str| Run::with(&project, &["check"], &[("LC_ALL", tag)]).out;
    assert_eq!(environment("kk_KZ.UTF-8"), report.human(Locale::Kk));
    assert_eq!(environment("ru"), report.human(Locale::Ru));
    assert_eq!(environment("C"), report.human(Locale::En));
}

#[test]
fn a_build_that_errors_stop_leaves_the_published_site_alone() {
    let project = fixture::base();
    assert_eq!(Run::of(&project, &["build"]).code, 0);
    let manifest = project.path().join("site/public/.qadam");
    let before = std::fs::read(&manifest).unwrap();
    let (wrong, _) = CASES.iter().find(|(fixture, _)| fixture.name == "unknown-step").unwrap();
    wrong.put_into(project.path());
    let run = Run::of(&project, &["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("unknown-step") && run.out.is_empty(), "{}{}", run.out, run.err);
    assert_eq!(std::fs::read(&manifest).unwrap(), before);
}

/// Once `include_dir` gave only the files at the top: no project without templates of its own could be built.
#[test]
fn templates_in_folders_are_carried_by_the_binary_too() {
    let project = fixture::base();
    assert!(!project.path().join("templates").exists());
    let run = Run::of(&project, &["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let page = project.path().join("site/public/kk/acts/almaty/2019-1/01-registration/index.html");
    assert!(std::fs::read_to_string(page).unwrap().contains("маман құжаттарды 15 минут ішінде тексереді"));
}

/// Once a person saw the marked words alone, and columns that counted the bytes of Kazakh letters.
#[test]
fn the_report_for_a_person_shows_whole_lines_and_counts_characters() {
    for (fixture, report) in CASES.iter() {
        let human = report.human(Locale::En);
        for diagnostic in &report.diagnostics {
            let Some(at) = report.placed(diagnostic).at else { continue };
            let file = &report.files[diagnostic.span.unwrap().file.0 as usize];
            let line = file.text.lines().nth(at.line - 1).unwrap_or("").trim_end().replace('\t', "    ");
            assert!(human.contains(&format!(":{}:{}]", at.line, at.column)) || diagnostic.also.is_some(), "{human}");
            assert!(human.contains(&format!(" │ {line}\n")) || line.is_empty(), "{}: {line}\n{human}", fixture.name);
        }
    }
}

/// Once the step that a misspelt arrow did not reach was reported as one that no arrow leads to.
#[test]
fn an_unknown_step_is_no_missing_arrow_too() {
    let (_, report) = CASES.iter().find(|(fixture, _)| fixture.name == "unknown-step").unwrap();
    assert!(report.diagnostics.iter().all(|diagnostic| diagnostic.code == Code::UnknownStep));
}

/// Once an arrow that the editor forgot was reported as a defect of the law as well.
#[test]
fn an_error_is_no_finding_too() {
    let (_, report) = CASES.iter().find(|(fixture, _)| fixture.name == "no-entry").unwrap();
    assert_eq!(report.diagnostics.len(), 1);
    let run = Run::of(&project_of("no-entry"), &["check"]);
    assert!(run.err.contains("1 error, 0 warnings, 0 findings"), "{}", run.err);
}

/// Once `12` brought up the question whether `1` was meant.
#[test]
fn a_number_is_no_misspelt_number() {
    let human = Run::of(&project_of("unknown-step"), &["check"]).out;
    assert!(human.contains("has no step `12`") && !human.contains("did you mean `1`"), "{human}");
}

/// Once a misspelt word in `act.yaml` made every translation of the act an orphan, and one in a register or among the
/// participants made every mention of the name an error.
#[test]
fn a_fault_in_a_description_does_not_make_the_name_unknown() {
    for name in ["mixed-consequences", "mixed-broken-act"] {
        let (fixture, report) = CASES.iter().find(|(fixture, _)| fixture.name == name).unwrap();
        assert!(fixture.without.is_empty(), "the translations are there");
        let codes: BTreeSet<&str> = report.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
        assert!(codes.is_subset(&["missing-field", "unknown-word", "wrong-type"].into()), "{name}: {codes:?}");
    }
}

/// Once `process` was looked for before `table`: no table could be a telling.
#[test]
fn a_table_with_the_name_of_a_telling_is_a_table() {
    let (_, report) = CASES.iter().find(|(fixture, _)| fixture.name == "mixed-table-of-steps").unwrap();
    assert_eq!(report.diagnostics.len(), 3);
}
