//! A text with `<&"'` in every text of a project: it is shown as it is written, wherever it is shown.
//!
//! In each text of a copy of the small project a sign is put behind every letter «л»; quotations stay quotations, since
//! the texts they are taken from change with them. The letter stands in no unit of time.

use std::collections::BTreeSet;
use std::path::Path;

use scraper::{ElementRef, Html};
use tempfile::TempDir;
use yaml_serde::Value;

use super::assert_none;
use super::build::{all, build, fixture, page};

/// What stands behind each «л»: would it not be escaped, there were a new element, an attribute torn, an entity read.
const SIGN: &str = "<x-sign/a='1'>&amp;\"'";

/// Puts the sign into every text.
fn sign(value: &mut Value) {
    match value {
        Value::String(text) => *text = signed(text),
        Value::Sequence(list) => list.iter_mut().for_each(sign),
        Value::Mapping(map) => {
            let entries = std::mem::take(map);
            for (mut key, mut value) in entries {
                sign(&mut key);
                sign(&mut value);
                map.insert(key, value);
            }
        }
        _ => {}
    }
}

fn signed(text: &str) -> String {
    // Addresses have their own letters.
    text.replace('л', &format!("л{SIGN}"))
}

/// The small project with the sign in every text.
fn project() -> TempDir {
    let folder = TempDir::new().unwrap();
    let root = fixture("golden/project");
    for entry in walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()) {
        let path = folder.path().join(entry.path().strip_prefix(&root).unwrap());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let text = if path.extension().is_some_and(|extension| extension == "yaml") {
            let mut value: Value = yaml_serde::from_str(&text).unwrap();
            sign(&mut value);
            yaml_serde::to_string(&value).unwrap()
        } else {
            text
        };
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Names of elements and attributes of a page.
fn names(page: &Html) -> BTreeSet<String> {
    let elements = all(page, "*").into_iter();
    elements
        .flat_map(|element| {
            let attributes = element.value().attrs().map(|(name, _)| format!("@{name}")).collect::<Vec<_>>();
            std::iter::once(element.value().name().to_owned()).chain(attributes)
        })
        .collect()
}

#[test]
fn signs_of_markup_in_texts_are_shown_as_they_are_written() {
    let project = project();
    let signed = build(project.path(), None);
    let plain = &super::build::site("golden").files;
    assert_eq!(signed.keys().collect::<Vec<_>>(), plain.keys().collect::<Vec<_>>());
    let mut faults = Vec::new();
    for (path, bytes) in &signed {
        let text = std::str::from_utf8(bytes).unwrap();
        let extension = Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap();
        match extension {
            "html" => {
                let (with, without) = (page(bytes), page(&plain[path]));
                let (with_names, without_names) = (names(&with), names(&without));
                let new: Vec<&String> = with_names.difference(&without_names).collect();
                if !new.is_empty() {
                    faults.push(format!("{path}: markup came of a text: {new:?}"));
                }
                // What is shown, in texts and in attributes, is what was written: with the sign taken out again, the
                // page says what it says without.
                let shown = said(&with);
                let drawn = drawn(&with);
                // How a book is dealt out to sheets hangs on the length of its texts.
                let is_book = path.ends_with("/book/index.html");
                let unsigned = [shown.replace(SIGN, ""), drawn.replace(&bare(SIGN), "")];
                for (made, meant) in unsigned.into_iter().zip([said(&without), self::drawn(&without)]) {
                    if made != meant && !is_book {
                        let at = made.chars().zip(meant.chars()).take_while(|(made, meant)| made == meant).count();
                        let near = |text: &str| text.chars().skip(at.saturating_sub(20)).take(60).collect::<String>();
                        faults.push(format!("{path}: `{}` is shown as `{}`", near(&meant), near(&made)));
                    }
                }
                let hidden = ["404.html", "index.html"].contains(&path.as_str())
                    || path.contains("2018-1")
                    || path.contains("about");
                if !hidden && !shown.contains(SIGN) {
                    faults.push(format!("{path}: the sign is nowhere to be seen"));
                }
            }
            "xml" | "svg" => {
                if let Err(fault) = roxmltree::Document::parse(text) {
                    faults.push(format!("{path}: {fault}"));
                }
            }
            "json" => {
                let value: serde_json::Value = serde_json::from_str(text).unwrap();
                if !path.contains("schema/") && !value.to_string().contains("<x-sign/a='1'>&amp;\\\"'") {
                    faults.push(format!("{path}: the sign is not as it was written"));
                }
            }
            _ => {}
        }
    }
    assert_none(&faults);
}

/// Every text of a page and the values of its attributes, without spaces. Left out are anchors, which are made of words,
/// digests, which are made of everything, and diagrams.
fn said(page: &Html) -> String {
    let digest = |text: &str| text.len() >= 12 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut said = String::new();
    for node in page.tree.root().descendants() {
        let is_drawn = node.ancestors().filter_map(ElementRef::wrap).any(|element| element.value().name() == "svg");
        let element = node.value().as_element().filter(|element| !is_drawn && element.name() != "svg");
        if let Some(text) = node.value().as_text().filter(|text| !is_drawn && !digest(text)) {
            said.push_str(text);
        }
        let words = |(name, _): &(&str, &str)| !matches!(*name, "href" | "id" | "class");
        said.extend(element.into_iter().flat_map(|element| element.attrs()).filter(words).map(|(_, value)| value));
    }
    said.split_whitespace().collect()
}

/// Every text of the diagrams of a page, as it is without line breaks.
fn drawn(page: &Html) -> String {
    all(page, "svg").into_iter().map(|svg| bare(&svg.text().collect::<String>())).collect()
}

/// A text without spaces and hyphens: these come where lines break.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect()
}
