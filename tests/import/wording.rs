//! Rules of the importer speak of the form of acts, never of one document's wording: no three words that follow each other
//! in its code do so in one act of the corpus only.

use std::collections::{BTreeMap, BTreeSet};

use qadam::model::{Act, Node};

use crate::PROJECT;
use crate::support::folders::{package, read_all};

/// Runs of so many words are looked for.
const RUN: usize = 3;

/// The words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn runs(text: &str) -> BTreeSet<Vec<String>> {
    words(text).windows(RUN).map(<[String]>::to_vec).collect()
}

fn collect(nodes: &[Node], act: &Act, text: &mut String) {
    for node in nodes {
        for part in [&node.title, &node.text].into_iter().flatten() {
            text.push_str(part.get(act.lang).unwrap_or_default());
            text.push('\n');
        }
        collect(&node.children, act, text);
    }
}

/// The literals of a Rust file: what stands between quotes. Comments, which explain by example, are no rules.
fn literals(code: &str) -> String {
    let code: String =
        code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| line.to_owned() + "\n").collect();
    code.split('"').skip(1).step_by(2).map(|literal| literal.to_owned() + "\n").collect()
}

#[test]
fn no_rule_knows_one_act_by_its_words() {
    let mut seen: BTreeMap<Vec<String>, BTreeSet<String>> = BTreeMap::new();
    for act in &PROJECT.corpus.acts {
        let mut text = String::new();
        collect(&act.text, act, &mut text);
        for regulation in &act.regulations {
            collect(&regulation.text, act, &mut text);
        }
        for line in text.lines() {
            for run in runs(line) {
                seen.entry(run).or_default().insert(act.id.clone());
            }
        }
    }
    let mut faults = Vec::new();
    for (path, bytes) in read_all(&package().join("src/import")) {
        for line in literals(&String::from_utf8(bytes).unwrap()).lines() {
            faults.extend(
                runs(line)
                    .into_iter()
                    .filter(|run| seen.get(run).is_some_and(|acts| acts.len() == 1))
                    .map(|run| (path.clone(), run)),
            );
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
