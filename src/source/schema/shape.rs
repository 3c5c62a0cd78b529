//! The few shapes that the encoding allows a value to take.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

pub use crate::source::yaml::{Entries, Spanned};

/// A text with its place in the file.
pub type Words = Spanned<String>;

/// One value, or a list of them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Many_of_{T}", untagged)]
pub enum Many<T> {
    /// Several values.
    List(Vec<T>),
    /// One value, written without a list.
    Other(T),
}

impl<T> Many<T> {
    /// The values in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        match self {
            Self::List(list) => list.iter(),
            Self::Other(one) => std::slice::from_ref(one).iter(),
        }
    }
}

impl<'a, T> IntoIterator for &'a Many<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The values of a field that may be absent, one or many.
pub fn each<T>(many: Option<&Many<T>>) -> std::slice::Iter<'_, T> {
    many.map_or_else(|| [].iter(), Many::iter)
}

/// A number as the act prints it: `5`, `1)`, `5-1`. It names nothing by itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Printed(pub Words);

impl JsonSchema for Printed {
    fn schema_name() -> Cow<'static, str> {
        "Printed".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "integer"], "description": "A number as the act prints it." })
    }
}

/// A date as `YYYY-MM-DD`, or `unknown`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Day(pub Words);

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|unknown)$", "description": "YYYY-MM-DD or unknown." })
    }
}

/// A wording: in the act's own language, or in both where both are official or the text is the editor's.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Wording", untagged)]
pub enum Wording {
    /// In the act's own language.
    Scalar(Words),
    /// In both languages.
    Map(Bilingual),
}

/// The same text in both languages.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// In Russian.
    pub ru: Option<Words>,
    /// In Kazakh.
    pub kk: Option<Words>,
}
