//! The JSON Schemas: fresh, named by each file, kept to by each file and by the data of the site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{package, projects, run};

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    entries
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.is_file() && path.extension().is_some_and(|own| own == extension))
        .collect()
}

fn read_json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn validator(schema: &Path) -> Validator {
    jsonschema::validator_for(&read_json(schema)).unwrap()
}

fn read_yaml(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    yaml_serde::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn assert_valid(validator: &Validator, value: &Value, path: &Path) {
    let faults: Vec<String> =
        validator.iter_errors(value).take(5).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{}\n{}", path.display(), faults.join("\n"));
}

#[test]
fn committed_schemas_are_those_of_the_program() {
    let folder = TempDir::new().unwrap();
    let (code, _, err) = run(package(), &["schema", "--out", folder.path().to_str().unwrap()]);
    assert_eq!(code, 0, "{err}");
    let read = |folder: &Path| -> BTreeMap<PathBuf, String> {
        let own = |path: PathBuf| (path.file_name().unwrap().into(), std::fs::read_to_string(path).unwrap());
        files(folder, "json").into_iter().map(own).collect()
    };
    let (fresh, committed) = (read(folder.path()), read(&package().join("regulations/schema")));
    assert_eq!(fresh.keys().collect::<Vec<_>>(), committed.keys().collect::<Vec<_>>());
    for (name, text) in &fresh {
        assert!(committed[name] == *text, "{} is stale: run `qadam schema`", name.display());
    }
}

/// An editor finds the schema of each file by its first line, and the file keeps to it.
#[test]
fn every_yaml_file_names_its_schema_and_keeps_to_it() {
    let mut yaml = files(&package().join("regulations"), "yaml");
    yaml.push(package().join("site/site.yaml"));
    assert!(yaml.len() >= 8);
    for path in yaml {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = text.lines().next().and_then(|line| line.strip_prefix("# yaml-language-server: $schema="));
        let name = name.unwrap_or_else(|| panic!("{} names no schema", path.display()));
        let schema = path.parent().unwrap().join(name);
        assert!(schema.exists(), "{}: {name} is not there", path.display());
        let (file, folder) = (path.file_name().unwrap().to_str().unwrap(), path.parent().unwrap().to_str().unwrap());
        let fits = match file {
            "act.yaml" => "act",
            "places.yaml" | "services.yaml" | "glossary.yaml" | "site.yaml" => file.strip_suffix(".yaml").unwrap(),
            _ if folder.contains("translations") => "translation",
            _ => "regulation",
        };
        assert!(
            name.ends_with(&format!("/{fits}.schema.json")) || name == format!("schema/{fits}.schema.json"),
            "{name}"
        );
        assert_valid(&validator(&schema), &read_yaml(&path), &path);
    }
}

/// What the program reads, the schema allows: over the hard cases too. What the program refuses, it does not.
#[test]
fn the_schemas_allow_what_the_program_reads_and_no_more() {
    let schema = |name: &str| validator(&package().join(format!("regulations/schema/{name}.schema.json")));
    let (act, regulation) = (schema("act"), schema("regulation"));
    let mut read = 0;
    for root in projects().iter().skip(1) {
        for path in files(&root.join("regulations"), "yaml") {
            let relative = path.strip_prefix(root.join("regulations")).unwrap();
            if relative.components().count() != 3 {
                continue;
            }
            let is_act = relative.ends_with("act.yaml");
            let validator = if is_act { &act } else { &regulation };
            let value = read_yaml(&path);
            assert_valid(validator, &value, &path);
            read += 1;
            let mut wrong = value.clone();
            wrong["surplus"] = json!(1);
            assert!(!validator.is_valid(&wrong), "{}: a surplus field at the top", path.display());
            if let Some(element) = value["text"].as_array().unwrap().iter().position(Value::is_object) {
                let mut wrong = value.clone();
                wrong["text"][element]["surplus"] = json!("x");
                assert!(!validator.is_valid(&wrong), "{}: a surplus field in the text", path.display());
            }
            let mut wrong = value;
            wrong.as_object_mut().unwrap().remove("text");
            assert!(!validator.is_valid(&wrong), "{}: no text", path.display());
        }
    }
    assert!(read >= 18, "only {read} files");
}

#[test]
fn the_data_of_a_site_keeps_to_its_contract() {
    let schema = |name: &str| validator(&package().join(format!("regulations/schema/data-{name}.schema.json")));
    let (index, act, regulation) = (schema("index"), schema("act"), schema("regulation"));
    let mut read = 0;
    for root in projects() {
        let folder = TempDir::new().unwrap();
        let out = folder.path().join("site");
        let (code, _, err) = run(&root, &["build", "--out", out.to_str().unwrap()]);
        assert_eq!(code, 0, "{err}");
        let data = out.join("data");
        for path in files(&data, "json") {
            let relative = path.strip_prefix(&data).unwrap();
            if relative.starts_with("schema") {
                continue;
            }
            let validator = match relative.components().count() {
                1 => &index,
                2 => &act,
                _ => &regulation,
            };
            let value = read_json(&path);
            assert_valid(validator, &value, relative);
            // Each of the three says no to what is one of the others.
            for other in [&index, &act, &regulation].into_iter().filter(|other| !std::ptr::eq(*other, validator)) {
                assert!(!other.is_valid(&value), "{}", relative.display());
            }
            read += 1;
        }
    }
    assert!(read > 20, "only {read} files");
}
