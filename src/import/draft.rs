//! The draft: YAML of the encoding's shape, with comments where a reader's eye is needed.
//!
//! Values are written as quoted texts in block style; the formatter of the encoding, which proves that it changes nothing,
//! gives them their canonical form.

use std::fmt::Write as _;

/// The fields of a map, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(pub Vec<(String, Value)>);

impl Fields {
    /// Adds a field.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

/// A value of the draft.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// A text, a date.
    Text(String),
    /// A number.
    Number(usize),
    /// Nothing: a lost number.
    Null,
    /// A list; each item may have comments above it.
    List(Vec<(Vec<String>, Value)>),
    /// A map.
    Map(Fields),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Fields> for Value {
    fn from(fields: Fields) -> Self {
        Self::Map(fields)
    }
}

impl From<Vec<Value>> for Value {
    fn from(values: Vec<Value>) -> Self {
        Self::List(values.into_iter().map(|value| (Vec::new(), value)).collect())
    }
}

impl Value {
    /// One value as itself, several as a list.
    pub fn one_or_many(mut values: Vec<Value>) -> Self {
        if values.len() == 1 { values.remove(0) } else { values.into() }
    }
}

/// Writes a file: comments at its head, then the fields.
pub(super) fn write(head: &[String], fields: &Fields) -> String {
    let mut text = String::new();
    for comment in head {
        let _ = writeln!(text, "# {comment}");
    }
    write_fields(&mut text, fields, 0, false);
    text
}

fn write_fields(text: &mut String, fields: &Fields, indent: usize, is_begun: bool) {
    for (index, (name, value)) in fields.0.iter().enumerate() {
        if index > 0 || !is_begun {
            let _ = write!(text, "{:indent$}", "");
        }
        let is_plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        text.push_str(&if is_plain { name.clone() } else { quoted(name) });
        text.push(':');
        match value {
            Value::Text(words) => {
                let _ = writeln!(text, " {}", quoted(words));
            }
            Value::Number(number) => {
                let _ = writeln!(text, " {number}");
            }
            Value::Null => text.push_str(" null\n"),
            Value::List(items) if items.is_empty() => text.push_str(" []\n"),
            Value::List(items) => {
                text.push('\n');
                write_items(text, items, indent + 2);
            }
            Value::Map(fields) if fields.0.is_empty() => text.push_str(" {}\n"),
            Value::Map(fields) => {
                text.push('\n');
                write_fields(text, fields, indent + 2, false);
            }
        }
    }
}

fn write_items(text: &mut String, items: &[(Vec<String>, Value)], indent: usize) {
    for (comments, value) in items {
        for comment in comments {
            let _ = writeln!(text, "{:indent$}# {comment}", "");
        }
        let _ = write!(text, "{:indent$}- ", "");
        match value {
            Value::Text(words) => {
                let _ = writeln!(text, "{}", quoted(words));
            }
            Value::Number(number) => {
                let _ = writeln!(text, "{number}");
            }
            Value::Null => text.push_str("null\n"),
            Value::List(items) => {
                text.push('\n');
                write_items(text, items, indent + 2);
            }
            Value::Map(fields) => write_fields(text, fields, indent + 2, true),
        }
    }
}

/// A text in double quotes. What YAML 1.2 reads in them is what JSON writes.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            char if char.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(char));
            }
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}
