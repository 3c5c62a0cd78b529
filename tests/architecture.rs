//! The arrows between modules are those that `ARCHITECTURE.md` lists, and the schema keeps its errors precise.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Modules that every other may use.
const SHARED: [&str; 3] = ["diagnostic", "lang", "vocabulary"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// The table of `ARCHITECTURE.md`: module → what it may import besides the shared ones.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = read(&root().join("ARCHITECTURE.md"));
    let names = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let section = text.split("## Modules").nth(1).unwrap().split("\n## ").next().unwrap();
    let mut table = BTreeMap::new();
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.split('|').collect();
        table.insert(names(cells[1]).remove(0), names(cells[3]).into_iter().collect());
    }
    table
}

/// The modules that a text imports by `crate::…`.
fn imports(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for part in line.split("crate::").skip(1) {
            let name: String = part.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            found.insert(name);
        }
    }
    found.remove("");
    found
}

#[test]
fn modules_import_only_what_the_table_lists() {
    let table = table();
    let mut faults = Vec::new();
    for path in rust_files(&root().join("src")) {
        let relative = path.strip_prefix(root().join("src")).unwrap().to_owned();
        let module = relative.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        if module == "main" || module == "lib" {
            continue;
        }
        let Some(allowed) = table.get(&module) else {
            faults.push(format!("{module}: not in the table of ARCHITECTURE.md"));
            continue;
        };
        for name in imports(&read(&path)) {
            let shared = SHARED.contains(&name.as_str())
                && !(SHARED.contains(&module.as_str()) && allowed.is_empty() && name == "source");
            if name != module && !shared && !allowed.contains(&name) {
                faults.push(format!("{}: imports `{name}`", relative.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_of_the_table_exists_and_is_declared() {
    let lib = read(&root().join("src/lib.rs"));
    for module in table().keys() {
        assert!(lib.contains(&format!("pub mod {module};")), "`{module}` is in the table, not in lib.rs");
    }
}

#[test]
fn the_schema_has_no_enum_or_struct_whose_errors_lose_their_place() {
    for path in rust_files(&root().join("src/source/schema")) {
        let text = read(&path);
        for (number, line) in text.lines().enumerate() {
            let serde = line.trim_start().starts_with("#[serde(");
            let banned = serde && (line.contains("untagged") || line.contains("flatten"));
            assert!(!banned, "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn every_struct_of_the_schema_refuses_unknown_fields() {
    for path in rust_files(&root().join("src/source/schema")) {
        let text = read(&path);
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in
            lines.iter().enumerate().filter(|(_, line)| line.starts_with("pub struct ") && line.ends_with('{'))
        {
            let attributes: Vec<&&str> =
                lines[..number].iter().rev().take_while(|line| line.starts_with("#[")).collect();
            let refuses = attributes.iter().any(|line| line.contains("deny_unknown_fields"));
            assert!(refuses, "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn every_module_opens_with_what_it_owns() {
    for path in rust_files(&root().join("src")) {
        assert!(read(&path).starts_with("//!"), "{} opens without `//!`", path.display());
    }
}
