//! SECURITY.md says what is so: the policy of the pages, the same headers for each web server, the bounds of the code;
//! and what is fuzzed is what is shipped.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// The example in SECURITY.md for a server.
fn example(language: &str) -> String {
    let text = read("SECURITY.md");
    let behind = text.split(&format!("```{language}\n")).nth(1).unwrap_or_else(|| panic!("no example in {language}"));
    behind.split("```").next().unwrap().to_owned()
}

/// Headers by name.
type Headers = BTreeMap<String, String>;

/// The words of a line of configuration; quotation marks hold several together.
fn words(line: &str) -> Vec<String> {
    let parts = line.trim().trim_end_matches(';').split('"').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// What nginx says of pages, of assets and of data: values that depend on the address come from its maps.
fn of_nginx() -> [Headers; 3] {
    let text = example("nginx");
    let mut maps: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for part in text.split("map $uri ").skip(1) {
        let (name, rest) = part.split_once(" {").unwrap();
        let rows = rest.split('}').next().unwrap().lines().map(words).filter(|row| row.len() == 2);
        maps.insert(name.to_owned(), rows.map(|row| (row[0].clone(), row[1].clone())).collect());
    }
    ["default", "~^/assets/", "~^/data/"].map(|place| {
        let rows = text.lines().map(words).filter(|row| row.first().is_some_and(|word| word == "add_header"));
        let headers = rows.map(|row| {
            let value = maps.get(&row[2]).map(|map| map.get(place).unwrap_or(&map["default"]));
            assert_eq!(row[3], "always", "{row:?}: not on the page for lost addresses");
            (row[1].clone(), value.unwrap_or(&row[2]).clone())
        });
        headers.filter(|(_, value)| !value.is_empty()).collect()
    })
}

fn of_apache() -> [Headers; 3] {
    let text = example("apache");
    let mut sets = [const { Headers::new() }; 3];
    let mut place = 0;
    for row in text.lines().map(words).filter(|row| !row.is_empty()) {
        match row[0].as_str() {
            "<Location" => place = if row[1] == "/assets/" { 1 } else { 2 },
            "</Location>" => place = 0,
            "Header" => {
                assert_eq!((row[1].as_str(), row[2].as_str()), ("always", "set"), "{row:?}");
                sets[place].insert(row[3].clone(), row[4].clone());
            }
            _ => {}
        }
    }
    let [pages, assets, data] = sets;
    let over = |own: Headers| pages.clone().into_iter().chain(own).collect();
    [pages.clone(), over(assets), over(data)]
}

fn of_iis() -> [Headers; 3] {
    let text = example("xml");
    let document = roxmltree::Document::parse(&text).unwrap();
    ["SITE", "SITE/assets", "SITE/data"].map(|path| {
        let mut headers = Headers::new();
        for location in document.descendants().filter(|node| node.has_tag_name("location")) {
            let own = location.attribute("path").unwrap();
            if own != "SITE" && own != path {
                continue;
            }
            for add in
                location.descendants().filter(|node| node.has_tag_name("customHeaders")).flat_map(|set| set.children())
            {
                let name = || add.attribute("name").unwrap().to_owned();
                match add.tag_name().name() {
                    "remove" => drop(headers.remove(&name())),
                    "add" => {
                        let value = add.attribute("value").unwrap().to_owned();
                        assert_eq!(headers.insert(name(), value), None, "{} is there twice", name());
                    }
                    _ => {}
                }
            }
            for cache in location.descendants().filter(|node| node.has_tag_name("clientCache")) {
                let value = match cache.attribute("cacheControlMode").unwrap() {
                    "DisableCache" => "no-cache",
                    "UseMaxAge" if cache.attribute("cacheControlMaxAge") == Some("0.01:00:00") => {
                        "public, max-age=3600"
                    }
                    other => panic!("{other}"),
                };
                headers.insert("Cache-Control".to_owned(), value.to_owned());
            }
        }
        headers
    })
}

/// The policy that a template gives its page.
fn policy(template: &str) -> Option<String> {
    let (_, rest) = template.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"")?;
    Some(rest.split('"').next().unwrap().to_owned())
}

fn templates() -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(root().join("templates")).sort_by_file_name().into_iter();
    let paths = files.map(|entry| entry.unwrap().into_path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect()
}

#[test]
fn every_page_has_the_one_policy() {
    let own = policy(&read("templates/base.html")).unwrap();
    for path in templates() {
        let text = read(&path);
        // A component and a page that extends the frame have no head of their own.
        if text.contains("<head>") {
            assert_eq!(policy(&text).as_ref(), Some(&own), "{}", path.display());
        }
    }
}

#[test]
fn the_header_is_the_policy_of_the_pages_and_what_only_a_header_can_say() {
    let header = policy(&read("templates/base.html")).unwrap() + "; frame-ancestors 'none'";
    for headers in [of_nginx(), of_apache(), of_iis()].iter().flatten() {
        assert_eq!(headers["Content-Security-Policy"], header);
    }
}

#[test]
fn the_three_servers_say_the_same() {
    assert_eq!(of_apache(), of_nginx(), "Apache and nginx");
    assert_eq!(of_iis(), of_nginx(), "IIS and nginx");
    assert!(of_nginx()[2].contains_key("Access-Control-Allow-Origin"));
}

#[test]
fn the_bounds_are_those_of_the_code() {
    let text = read("SECURITY.md");
    let table = text.split("## What is bounded").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.contains("`MAX_"))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() >= 9, "{rows:?}");
    for row in rows {
        let (name, file) = row[3].split_once("`, ").unwrap();
        let code = read(file);
        let constant = format!("const {}: ", name.trim_start_matches('`'));
        let line = code.lines().find(|line| line.contains(&constant)).unwrap_or_else(|| panic!("no {name} in {file}"));
        let value = line.split(" = ").nth(1).unwrap().trim_end_matches(';');
        let number = |text: &str| -> u64 { text.replace(['_', ','], "").trim().parse().unwrap() };
        let code: u64 = value.split('*').map(number).product();
        let said = match row[2].strip_suffix(" MiB") {
            Some(size) => number(size) * 1024 * 1024,
            None => number(row[2]),
        };
        assert_eq!(said, code, "{}", row[1]);
    }
}

/// The versions of each package that a lock file names.
fn locked(path: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = read(path);
    let mut packages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in text.split("[[package]]").skip(1) {
        let field = |name: &str| {
            let line = package.lines().find(|line| line.starts_with(name)).unwrap();
            line.split('"').nth(1).unwrap().to_owned()
        };
        packages.entry(field("name = ")).or_default().insert(field("version = "));
    }
    packages
}

#[test]
fn what_is_fuzzed_is_built_of_what_the_program_is_built_of() {
    let program = locked("Cargo.lock");
    for (name, versions) in locked("fuzz/Cargo.lock") {
        let Some(own) = program.get(&name) else { continue };
        assert!(
            versions.is_subset(own),
            "{name} {versions:?}: type `cp Cargo.lock fuzz && cargo check --manifest-path fuzz/Cargo.toml`"
        );
    }
}
