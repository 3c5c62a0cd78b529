//! The small project with signs of markup in every text, and with pieces taken out, doubled and exchanged.

use std::sync::LazyLock;

use qadam::source::GivenFile;
use serde_json::Value;

use crate::project::{FULL, prose};

/// What stands in every text. Unless it is escaped it opens an element, tears an attribute, names an entity.
pub const SIGN: &str = "<q-mark/a='1'/b=\"2\">&q-ent;";

/// Parts of the sign that may not be seen on a page as they are written.
pub const RAW: [&str; 4] = ["<q-mark", "a='1'", "b=\"2\"", "&q-ent"];

/// Words that mean something to the schema: an edit puts one in the place of another.
const WORDS: [&str; 40] = [
    "unknown",
    "none",
    "end",
    "end-refused",
    "action",
    "condition",
    "refusal",
    "message",
    "wait",
    "result",
    "provider",
    "portal",
    "centre",
    "corporation",
    "sequence",
    "contents",
    "results",
    "terms",
    "p1",
    "p2.1",
    "p6.par2",
    "note1",
    "a1.t1.1",
    "head",
    "specialist",
    "recipient",
    "gateway",
    "almaty/2019-1",
    "almaty/2020-2",
    "certificate",
    "registration",
    "akimat",
    "labour",
    "kk",
    "ru",
    "2019-04-25",
    "1",
    "2",
    "official",
    "https://q.example/?a=1&b=2",
];

/// The files as values.
static BASE: LazyLock<Vec<Value>> = LazyLock::new(|| {
    FULL.iter().map(|(_, text)| to_json(&yaml_serde::from_str(text).expect("the fixture is YAML"))).collect()
});

fn to_json(value: &yaml_serde::Value) -> Value {
    match value {
        yaml_serde::Value::Sequence(items) => items.iter().map(to_json).collect(),
        yaml_serde::Value::Mapping(map) => {
            let key = |key: &yaml_serde::Value| match to_json(key) {
                Value::String(text) => text,
                other => other.to_string(),
            };
            Value::Object(map.iter().map(|(name, value)| (key(name), to_json(value))).collect())
        }
        scalar => serde_json::to_value(scalar).expect("a scalar"),
    }
}

/// One change of the project.
#[derive(Debug, Clone, Copy)]
struct Edit {
    at: usize,
    what: u8,
    word: u8,
}

/// What may follow the sign: marks of HTML, XML, templates, addresses and scripts.
const MORE: [&str; 16] = [
    "",
    "\"><script>alert(1)</script>",
    "' onload='x",
    "</title>",
    "<!--",
    "]]>",
    "&#60;b&#62;",
    "&lt;",
    "\\u003c",
    "{{ 1 }}",
    "{% raw %}",
    "{ $id }",
    "javascript:alert(1)",
    "//evil.example/",
    "`",
    "\u{202e}",
];

/// The project that a case describes: a byte for what follows the sign, then four bytes for each change.
pub fn project(data: &[u8]) -> Option<Vec<GivenFile>> {
    let (more, edits) = data.split_first()?;
    let sign = format!("{SIGN}{}", MORE[usize::from(*more) % MORE.len()]);
    let mut files = BASE.clone();
    for bytes in edits.chunks_exact(4).take(16) {
        let at = usize::from(u16::from_le_bytes([bytes[0], bytes[1]]));
        edit(&mut files, Edit { at, what: bytes[2], word: bytes[3] }, &sign);
    }
    files.iter_mut().for_each(|file| put_signs(file, &sign));
    let given = FULL.iter().zip(files).map(|((path, _), value)| GivenFile {
        path: (*path).to_owned(),
        // JSON is YAML.
        bytes: value.to_string().into_bytes(),
    });
    Some(given.chain(prose()).collect())
}

/// Puts the sign behind every letter «л», which no unit of time has.
fn put_signs(value: &mut Value, sign: &str) {
    match value {
        Value::String(text) => *text = signed(text, sign),
        Value::Array(items) => items.iter_mut().for_each(|item| put_signs(item, sign)),
        Value::Object(map) => {
            *map = std::mem::take(map)
                .into_iter()
                .map(|(key, mut value)| {
                    put_signs(&mut value, sign);
                    (signed(&key, sign), value)
                })
                .collect();
        }
        _ => {}
    }
}

fn signed(text: &str, sign: &str) -> String {
    text.replace('л', &format!("л{sign}"))
}

/// Makes a change at the node of that number, counted over all files.
fn edit(files: &mut [Value], edit: Edit, sign: &str) {
    let mut left = edit.at % files.iter().map(count).sum::<usize>().max(1);
    for file in files {
        if edit_in(file, &mut left, edit, sign) {
            return;
        }
    }
}

fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(|item| 1 + count(item)).sum(),
        Value::Object(map) => map.values().map(|item| 1 + count(item)).sum(),
        _ => 0,
    }
}

/// Whether the change was made in this value.
fn edit_in(value: &mut Value, left: &mut usize, edit: Edit, sign: &str) -> bool {
    match value {
        Value::Array(items) => {
            let count = items.len();
            for at in 0..count {
                if *left == 0 {
                    match edit.what % 5 {
                        0 => drop(items.remove(at)),
                        1 => items.insert(at, items[at].clone()),
                        2 => items.swap(at, (at + 1) % count),
                        _ => change(&mut items[at], edit, sign),
                    }
                    return true;
                }
                *left -= 1;
                if edit_in(&mut items[at], left, edit, sign) {
                    return true;
                }
            }
        }
        Value::Object(map) => {
            let keys: Vec<String> = map.keys().cloned().collect();
            for key in keys {
                if *left == 0 {
                    if edit.what % 5 < 2 {
                        map.shift_remove(&key);
                    } else {
                        change(&mut map[&key], edit, sign);
                    }
                    return true;
                }
                *left -= 1;
                if edit_in(&mut map[&key], left, edit, sign) {
                    return true;
                }
            }
        }
        _ => {}
    }
    false
}

/// Changes a value where it stands.
fn change(value: &mut Value, edit: Edit, sign: &str) {
    let word = WORDS[usize::from(edit.word) % WORDS.len()];
    let own = value.take();
    *value = match (edit.what % 5, own) {
        (3, Value::String(text)) => Value::String(text + sign),
        (3, own) => Value::Array(vec![own]),
        _ => Value::String(word.to_owned()),
    };
}
