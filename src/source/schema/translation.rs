//! `translations/ACT/ru-kk.yaml`: the translation memory of one act, segment by segment.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Spanned, Words};
use crate::vocabulary::TranslationStatus;

/// The segments of one act.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TranslationFile {
    /// The status of every segment that gives none.
    pub status: Spanned<TranslationStatus>,
    /// The segments, in the order of the act.
    pub segments: Vec<Segment>,
}

/// One text in both languages. Which of the two is the original, the name of the file says.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// In Russian.
    pub ru: Words,
    /// In Kazakh.
    pub kk: Words,
    /// Its status, where it is not that of the file.
    pub status: Option<Spanned<TranslationStatus>>,
    /// A remark for the next translator.
    pub note: Option<Words>,
}
