//! Whether a table has all that was printed: nothing that is recognised may cost a letter.

use std::collections::BTreeMap;

use super::super::Paragraph;
use super::super::draft::Value;
use super::super::nesting::Node;

/// Whether a table has every letter and figure of what it was made from. The names and numbers of its rows are printed in
/// each of its bands.
pub(super) fn keeps(table: &Node, title: &Paragraph, body: &[Paragraph]) -> bool {
    let mut left: BTreeMap<char, isize> = BTreeMap::new();
    let letters = |text: &str, sign: isize, left: &mut BTreeMap<char, isize>| {
        for char in text.chars().filter(|char| char.is_alphanumeric()) {
            *left.entry(char).or_default() += sign;
        }
    };
    for text in std::iter::once(title).chain(body) {
        letters(&text.text, 1, &mut left);
    }
    let bands = match table.fields.get("bands") {
        Some(Value::List(bands)) => isize::try_from(bands.len()).unwrap_or(1),
        _ => 1,
    };
    letters(&table.text, -1, &mut left);
    for (name, value) in &table.fields.0 {
        let times = if name == "bands" { 1 } else { bands };
        match (name.as_str(), value) {
            ("rows" | "row_numbers" | "bands", value) => each_text(value, &mut |text| letters(text, -times, &mut left)),
            ("columns" | "cells" | "entries", value) => each_text(value, &mut |text| letters(text, -1, &mut left)),
            ("lanes", Value::List(lanes)) => {
                for (_, lane) in lanes {
                    let Value::Map(lane) = lane else { continue };
                    let printed = ["group", "who"].iter().filter_map(|name| lane.get(name));
                    printed.for_each(|value| each_text(value, &mut |text| letters(text, -1, &mut left)));
                }
            }
            _ => {}
        }
    }
    for step in &table.body {
        letters(&step.text, -1, &mut left);
        letters(step.number.as_deref().unwrap_or_default(), -1, &mut left);
        for (name, value) in &step.fields.0 {
            match (name.as_str(), value) {
                ("limit", Value::Map(fields)) => {
                    if let Some(Value::Text(words)) = fields.get("words") {
                        letters(words, -1, &mut left);
                    }
                }
                ("who" | "limit" | "outcome" | "label" | "printed_next", value) => {
                    each_text(value, &mut |text| letters(text, -1, &mut left));
                }
                _ => {}
            }
        }
    }
    left.values().all(|count| *count <= 0)
}

fn each_text(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::Text(text) => visit(text),
        Value::List(items) => items.iter().for_each(|(_, item)| each_text(item, visit)),
        Value::Map(fields) => {
            fields.0.iter().for_each(|(_, value)| each_text(value, visit));
        }
        Value::Number(_) | Value::Null => {}
    }
}
