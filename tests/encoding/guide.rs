//! The guide for those who encode: its examples are what the program reads, and it names every field there is.

use std::collections::BTreeSet;
use std::path::Path;

use qadam::diagnostic::Code;
use serde_json::Value;
use tempfile::TempDir;

use super::{package, run};

fn guide() -> String {
    std::fs::read_to_string(package().join("regulations/README.md")).unwrap()
}

/// The YAML examples of a part of the guide.
fn examples(text: &str) -> Vec<&str> {
    text.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

/// A part of the guide: from one heading to the next.
fn part<'a>(text: &'a str, heading: &str) -> &'a str {
    let start = text.find(heading).unwrap_or_else(|| panic!("no `{heading}`"));
    let rest = &text[start + heading.len()..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

#[test]
fn every_example_is_yaml_in_block_style() {
    let guide = guide();
    let examples = examples(&guide);
    assert!(examples.len() > 20);
    for example in examples {
        let indent = example.lines().next().unwrap().len() - example.lines().next().unwrap().trim_start().len();
        let flush: Vec<&str> = example.lines().map(|line| line.get(indent..).unwrap_or("")).collect();
        let read: Result<yaml_serde::Value, _> = yaml_serde::from_str(&flush.join("\n"));
        assert!(read.is_ok(), "{}\n{example}", read.unwrap_err());
        let flow = example.lines().any(|line| line.contains(": {") || line.contains(": [") || line.contains("- {"));
        assert!(!flow, "flow style in\n{example}");
    }
}

/// Who follows the ten steps has an encoding without an error, as promised.
#[test]
fn the_ten_steps_make_an_encoding_without_errors() {
    let guide = guide();
    let first = part(&guide, "## 5. Первый регламент за десять шагов");
    let [act, regulation @ ..] = examples(first).try_into().map(|five: [&str; 6]| five).unwrap();
    let folder = TempDir::new().unwrap();
    let put = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    for register in ["places.yaml", "services.yaml", "glossary.yaml"] {
        put(&format!("regulations/{register}"), &read(&format!("regulations/{register}")));
    }
    put("site/site.yaml", &read("site/site.yaml"));
    put("regulations/almaty/2019-2-260/act.yaml", act);
    put("regulations/almaty/2019-2-260/01-job-seeker-registration.yaml", &regulation.concat());
    let (code, out, err) = run(folder.path(), &["check"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(err.contains("0 errors, 0 warnings"), "{err}");
    let (code, _, err) = run(folder.path(), &["build"]);
    assert_eq!(code, 0, "{err}");
}

fn read(path: &str) -> String {
    std::fs::read_to_string(package().join(path)).unwrap()
}

/// The names of all fields of a schema.
fn fields(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                found.extend(properties.keys().cloned());
            }
            map.values().for_each(|value| fields(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| fields(value, found)),
        _ => {}
    }
}

#[test]
fn the_guide_names_every_field_and_every_code_that_an_encoder_meets() {
    let guide = guide();
    let mut missing = Vec::new();
    for name in ["act", "regulation", "places", "services", "glossary", "translation"] {
        let path = Path::new("regulations/schema").join(format!("{name}.schema.json"));
        let schema: Value = serde_json::from_str(&read(path.to_str().unwrap())).unwrap();
        let mut names = BTreeSet::new();
        fields(&schema, &mut names);
        let named = |field: &String| guide.contains(&format!("`{field}`")) || guide.contains(&format!("`{field}: "));
        missing.extend(names.into_iter().filter(|field| !named(field)).map(|field| format!("{name}: {field}")));
    }
    // Faults of the site and of the disk are not for those who encode; those of a rare kind explain themselves.
    let own = [
        "unknown-",
        "duplicate-",
        "bad-date",
        "bad-id",
        "bad-who",
        "not-",
        "no-",
        "missing-field",
        "misplaced",
        "wrong-type",
    ];
    let codes = Code::ALL.iter().map(|code| code.as_str()).filter(|code| own.iter().any(|own| code.starts_with(own)));
    let silent = ["unknown-code", "unknown-regulation", "unknown-topic", "not-utf8", "duplicate-id"];
    missing.extend(
        codes
            .filter(|code| !silent.contains(code) && !guide.contains(&format!("`{code}`")))
            .map(|code| format!("code: {code}")),
    );
    assert!(missing.is_empty(), "the guide does not name\n{}", missing.join("\n"));
}
