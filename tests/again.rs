//! A build that finds a published site is as good as one that finds nothing.
//!
//! A project goes through random states: a step, a name of the glossary, a place, a template, the words of a locale, an
//! asset change; a page and a regulation come, go, and take other names. After each change the site that was built upon
//! the former one is held against one that is built from nothing, byte for byte; and a file whose bytes stay keeps its
//! time, so that browsers need not ask for it again.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use proptest::prelude::*;
use tempfile::TempDir;

use support::binary::Call;
use support::drawn::drawn;
use support::folders::{copy, fixture, package, put, read_files};

const REGULATION: &str = "regulations/almaty/2019-1/01-registration.yaml";
const TRANSLATION: &str = "regulations/translations/almaty/2019-1/kk-ru.yaml";
const NOTE: &str = "site/.public-qadam.grounds";

/// The files of a site by address.
type Files = BTreeMap<String, Vec<u8>>;
/// When they were written.
type Times = BTreeMap<String, SystemTime>;

/// What can be chosen in a state. 0 is how the project stands in the fixtures.
#[derive(Debug, Clone, Default)]
struct State {
    step: usize,
    term: usize,
    place: usize,
    template: usize,
    words: usize,
    asset: usize,
    /// 0: there is no such page.
    page: usize,
    regulation: usize,
    base_url: usize,
}

/// Templates of the project over those of the binary: which one, and what is done to it.
const TEMPLATES: [Option<(&str, &str, &str)>; 6] = [
    None,
    Some(("base.html", "<body>", "<body class=\"other\">")),
    Some(("place.html", "<h1>", "<h1 class=\"other\">")),
    Some(("components/status.html", "<p", "<p data-other=\"1\"")),
    Some(("components/words.html", "<span lang", "<span class=\"other\" lang")),
    Some(("regulation.html", "<h1>", "<h1 class=\"other\">")),
];

/// Names of the page and of the regulation.
const PAGES: [&str; 3] = ["", "help", "guide"];
const REGULATIONS: [&str; 2] = ["01-registration", "01-listing"];

fn states() -> impl Strategy<Value = Vec<State>> {
    let text = (0..3_usize, 0..3_usize, 0..3_usize, 0..TEMPLATES.len());
    let files = (0..3_usize, 0..2_usize, 0..PAGES.len(), 0..REGULATIONS.len(), 0..2_usize);
    let state =
        (text, files).prop_map(|((step, term, place, template), (words, asset, page, regulation, base_url))| State {
            step,
            term,
            place,
            template,
            words,
            asset,
            page,
            regulation,
            base_url,
        });
    // What one person changes between two builds is little.
    proptest::collection::vec((state, 0..9_usize), 2..7).prop_map(|states| {
        let mut now = State::default();
        let mut all = vec![now.clone()];
        for (next, field) in states {
            match field {
                0 => now.step = next.step,
                1 => now.term = next.term,
                2 => now.place = next.place,
                3 => now.template = next.template,
                4 => now.words = next.words,
                5 => now.page = next.page,
                6 => now.regulation = next.regulation,
                7 => now.base_url = next.base_url,
                _ => now = next,
            }
            all.push(now.clone());
        }
        all
    })
}

/// Writes a state of the project.
fn write(root: &Path, state: &State) {
    let original = |path: &str| fs::read_to_string(fixture("bad/base").join(path)).unwrap();
    let step = ["тексереді", "қарайды", "тексерeді"][state.step];
    let regulations = root.join("regulations/almaty/2019-1");
    for name in REGULATIONS {
        let _ = fs::remove_file(regulations.join(format!("{name}.yaml")));
    }
    let text = original(REGULATION).replace("тексереді", step);
    fs::write(regulations.join(format!("{}.yaml", REGULATIONS[state.regulation])), text).unwrap();
    put(root, TRANSLATION, original(TRANSLATION).replace("тексереді", step));

    let glossary = original("regulations/glossary.yaml");
    let term = ["kk: жұмыссыз", "kk: жұмыссыз адам", "kk: жұмыссыз жан"][state.term];
    put(root, "regulations/glossary.yaml", glossary.replace("kk: жұмыссыз", term));
    let places = original("regulations/places.yaml");
    let place = ["ru: Алматы", "ru: город Алматы", "ru: Алма-Ата"][state.place];
    put(root, "regulations/places.yaml", places.replace("ru: Алматы", place));

    let _ = fs::remove_dir_all(root.join("templates"));
    if let Some((name, from, to)) = TEMPLATES[state.template] {
        let text = fs::read_to_string(package().join("templates").join(name)).unwrap();
        assert!(text.contains(from), "templates/{name} has no `{from}`");
        put(root, &format!("templates/{name}"), text.replacen(from, to, 1) + "\n");
    }
    let _ = fs::remove_dir_all(root.join("site/locales"));
    if let Some(words) = [None, Some("glossary = Словарик\n"), Some("glossary = Толкователь\n")][state.words]
    {
        put(root, "site/locales/ru/own.ftl", words);
    }
    let _ = fs::remove_dir_all(root.join("site/assets"));
    if state.asset > 0 {
        put(root, "site/assets/style.css", "body { color: black }\n");
    }
    for lang in ["kk", "ru"] {
        for name in &PAGES[1..] {
            let _ = fs::remove_file(root.join(format!("site/pages/{name}.{lang}.md")));
        }
        if state.page > 0 {
            put(root, &format!("site/pages/{}.{lang}.md", PAGES[state.page]), "# Көмек\n");
        }
    }
    // No address vanishes without a redirect: what has another name, or none, is sent to the home page.
    let mut settings = original("site/site.yaml") + "redirects:\n";
    for name in PAGES[1..].iter().filter(|name| **name != PAGES[state.page]) {
        writeln!(settings, "  {name}/index.html: index.html").unwrap();
    }
    for name in REGULATIONS.iter().filter(|name| **name != REGULATIONS[state.regulation]) {
        writeln!(settings, "  acts/almaty/2019-1/{name}/index.html: index.html").unwrap();
        writeln!(settings, "  acts/almaty/2019-1/{name}/both/index.html: index.html").unwrap();
        writeln!(settings, "  acts/almaty/2019-1/{name}/book/index.html: index.html").unwrap();
    }
    if state.base_url > 0 {
        settings += "base_url: https://example.kz/\n";
    }
    put(root, "site/site.yaml", settings);
}

/// The site built upon what is published, and the times of its files.
fn build_again(root: &Path) -> (Files, Times) {
    Call::new(root, &["build"]).run().ends(0, &[]);
    let public = root.join("site/public");
    let files = read_files(&public);
    let times = files.keys().map(|path| (path.clone(), fs::metadata(public.join(path)).unwrap().modified().unwrap()));
    let times = times.collect();
    (files, times)
}

fn build_from_nothing(root: &Path) -> Files {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    Call::new(root, &["build", "--out", out.to_str().unwrap()]).run().ends(0, &[]);
    read_files(&out)
}

#[track_caller]
fn assert_same(again: &Files, clean: &Files, state: &str) {
    let differing: Vec<&String> =
        again.keys().chain(clean.keys()).filter(|path| again.get(*path) != clean.get(*path)).collect();
    assert!(differing.is_empty(), "{state}: {differing:?}");
}

proptest! {
    #![proptest_config(drawn(12))]

    #[test]
    fn after_any_series_of_changes_the_site_is_that_of_a_clean_build(states in states()) {
        let project = copy(&fixture("bad/base"));
        let root = project.path();
        let mut before: Option<(Files, Times)> = None;
        for state in &states {
            write(root, state);
            let (again, times) = build_again(root);
            assert_same(&again, &build_from_nothing(root), &format!("{state:?}"));
            if let Some((files, former)) = before {
                for (path, bytes) in &again {
                    if files.get(path) == Some(bytes) {
                        prop_assert_eq!(times[path], former[path], "{} was written for nothing", path);
                    }
                }
            }
            before = Some((again, times));
        }
    }
}

/// Every state that is one change away from how the project stands.
fn neighbours() -> Vec<State> {
    let mut states = Vec::new();
    let mut each = |count: usize, set: fn(&mut State, usize)| {
        for value in 1..count {
            let mut state = State::default();
            set(&mut state, value);
            states.push(state);
        }
    };
    each(3, |state, value| state.step = value);
    each(3, |state, value| state.term = value);
    each(3, |state, value| state.place = value);
    each(TEMPLATES.len(), |state, value| state.template = value);
    each(3, |state, value| state.words = value);
    each(2, |state, value| state.asset = value);
    each(PAGES.len(), |state, value| state.page = value);
    each(REGULATIONS.len(), |state, value| state.regulation = value);
    each(2, |state, value| state.base_url = value);
    states
}

/// Chance may leave out a change; this leaves out none, there and back.
#[test]
fn after_each_change_by_itself_the_site_is_that_of_a_clean_build() {
    let project = copy(&fixture("bad/base"));
    let root = project.path();
    write(root, &State::default());
    let (first, _) = build_again(root);
    for state in neighbours() {
        write(root, &state);
        let (there, _) = build_again(root);
        assert_same(&there, &build_from_nothing(root), &format!("{state:?}"));
        assert!(there != first, "{state:?} changes nothing");
        write(root, &State::default());
        let (back, _) = build_again(root);
        assert_same(&back, &first, &format!("back from {state:?}"));
    }
}

#[test]
fn pages_of_the_same_ground_are_not_made_again() {
    let project = copy(&fixture("bad/base"));
    let root = project.path();
    write(root, &State::default());
    build_again(root);
    // A page that stands for one that was not made: were it made again, it would be whole.
    let page = root.join("site/public/kk/glossary/index.html");
    let made = fs::read(&page).unwrap();
    let marked: Vec<u8> = made.iter().map(|byte| if *byte == b'<' { b'>' } else { *byte }).collect();
    fs::write(&page, &marked).unwrap();
    write(root, &State { step: 1, ..State::default() });
    let (files, _) = build_again(root);
    assert_eq!(files["kk/glossary/index.html"], marked, "the page was made again");
    write(root, &State { term: 1, ..State::default() });
    let (files, _) = build_again(root);
    assert_ne!(files["kk/glossary/index.html"], marked, "the page was not made again");
    assert_same(&files, &build_from_nothing(root), "after the glossary");
}

#[test]
fn a_note_that_is_lost_or_false_costs_time_and_nothing_else() {
    let project = copy(&fixture("bad/base"));
    let root = project.path();
    write(root, &State::default());
    build_again(root);
    let note = fs::read_to_string(root.join(NOTE)).unwrap();
    assert!(note.starts_with("qadam grounds 1\n") && note.contains("kk/glossary/index.html"), "{note}");
    let swapped = {
        let mut lines: Vec<&str> = note.lines().collect();
        lines.swap(1, 2);
        lines.join("\n") + "\n"
    };
    for (turn, text) in ["", "qadam grounds 1\n", "\u{fffd}", &note[..note.len() / 2], &swapped].into_iter().enumerate()
    {
        fs::write(root.join(NOTE), text).unwrap();
        write(root, &State { term: 1 + turn % 2, ..State::default() });
        let (files, _) = build_again(root);
        assert_same(&files, &build_from_nothing(root), &format!("{text:?}"));
    }
    // Of a site that somebody else has built meanwhile, the note of the former one says nothing.
    write(root, &State { term: 1, ..State::default() });
    build_again(root);
    let former = fs::read(root.join(NOTE)).unwrap();
    write(root, &State { term: 2, ..State::default() });
    build_again(root);
    fs::write(root.join(NOTE), former).unwrap();
    write(root, &State { term: 1, ..State::default() });
    let (files, _) = build_again(root);
    assert_same(&files, &build_from_nothing(root), "after a note of another site");
}

#[test]
fn a_published_page_that_is_gone_or_cut_is_made_again() {
    let project = copy(&fixture("bad/base"));
    let root = project.path();
    write(root, &State::default());
    build_again(root);
    fs::remove_file(root.join("site/public/kk/glossary/index.html")).unwrap();
    fs::write(root.join("site/public/ru/glossary/index.html"), "<").unwrap();
    let (files, _) = build_again(root);
    assert_same(&files, &build_from_nothing(root), "after the loss");
}
