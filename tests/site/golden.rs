//! The small site as recorded, and builds that repeat each other.

use super::assert_none;
use super::build::{SITES, build, fixture, package, read_files, site};

#[test]
fn the_small_site_is_as_recorded() {
    let folder = fixture("golden/expected");
    let mut now = site("golden").files.clone();
    // Schemas of the data are recorded once, in `regulations/schema`.
    now.retain(|path, _| !path.starts_with("data/schema/"));
    if std::env::var_os("QADAM_BLESS").is_some_and(|value| value == "1") {
        let _ = std::fs::remove_dir_all(&folder);
        for (path, bytes) in &now {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
    let recorded = read_files(&folder);
    let mut faults = Vec::new();
    for (path, bytes) in &recorded {
        match now.get(path) {
            None => faults.push(format!("{path} is recorded, but no longer made")),
            Some(made) if made != bytes => faults.push(first_difference(path, bytes, made)),
            Some(_) => {}
        }
    }
    faults.extend(now.keys().filter(|path| !recorded.contains_key(*path)).map(|path| format!("{path} is new")));
    assert_none(&faults);
}

/// The first line that differs, as recorded and as made.
fn first_difference(path: &str, recorded: &[u8], made: &[u8]) -> String {
    let [recorded, made] = [recorded, made].map(String::from_utf8_lossy);
    let pairs = recorded.lines().map(Some).chain([None]).zip(made.lines().map(Some).chain([None]));
    let differs = pairs.enumerate().find(|(_, (recorded, made))| recorded != made);
    let (line, (recorded, made)) = differs.unwrap_or_default();
    format!("{path}:{}\n  recorded: {}\n  made:     {}", line + 1, recorded.unwrap_or(""), made.unwrap_or(""))
}

#[test]
fn a_build_depends_on_nothing_but_its_input() {
    let roots = [package().to_owned(), fixture("cases"), fixture("golden/project")];
    for (site, root) in SITES.iter().zip(roots) {
        for threads in ["1", "5"] {
            let again = build(&root, Some(threads));
            let differs = |path: &&String| site.files.get(*path) != again.get(*path);
            let paths: Vec<&String> = site.files.keys().chain(again.keys()).filter(differs).collect();
            assert!(paths.is_empty(), "{} by {threads} threads: {paths:?}", site.name);
        }
    }
}

#[test]
fn the_schemas_beside_the_data_are_those_of_the_project() {
    for site in SITES.iter() {
        let schemas: Vec<_> = site.files.iter().filter(|(path, _)| path.starts_with("data/schema/")).collect();
        assert_eq!(schemas.len(), 4, "{}", site.name);
        for (path, bytes) in schemas {
            let name = path.rsplit('/').next().unwrap();
            let committed = std::fs::read(package().join("regulations/schema").join(format!("data-{name}"))).unwrap();
            assert!(*bytes == committed, "{}: {path}", site.name);
        }
    }
}
