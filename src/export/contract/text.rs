//! Texts: in both languages, as a tree in printed order, with what changed and what is wrong in them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::vocabulary::{AddressColumn, HeadingState, LostKind, TranslationStatus};

/// A text in both languages; `null` where it is not translated.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Text {
    /// In Russian.
    pub ru: Option<String>,
    /// In Kazakh.
    pub kk: Option<String>,
}

/// How good a translation is; `null` = the text is not translated, or not whole.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Translated {
    /// Into Russian.
    pub ru: Option<TranslationStatus>,
    /// Into Kazakh.
    pub kk: Option<TranslationStatus>,
}

/// An element of the text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Node {
    /// Its anchor.
    pub id: String,
    /// What it is: `heading section point item paragraph process table annex form note stamp signature lost`.
    pub kind: String,
    /// Its number as printed.
    pub n: Option<String>,
    /// Its title.
    pub title: Option<Text>,
    /// Its text.
    pub text: Option<Text>,
    /// What is lost of it.
    pub lost: Option<LostKind>,
    /// What is unusual about its heading.
    pub heading: Option<HeadingState>,
    /// The law's own slips in it.
    pub sic: Vec<Slip>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
    /// Why its text is not shown.
    pub redacted: Option<Text>,
    /// Of an annex: the places that refer to it.
    pub refers_from: Vec<String>,
    /// The abbreviations it defines.
    pub defines: Vec<Definition>,
    /// Heads of the columns.
    pub columns: Vec<Text>,
    /// Cells, row by row.
    pub rows: Vec<Vec<Option<Text>>>,
    /// What the columns and rows hold, where the table is an address list.
    pub addresses: Option<Addresses>,
    /// What stands under it.
    pub children: Vec<Node>,
}

/// What the columns and rows of an address list hold.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Addresses {
    /// What stands in each column.
    pub columns: Vec<AddressColumn>,
    /// The rows, in the order of `rows`.
    pub entries: Vec<AddressEntry>,
}

/// A row of an address list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AddressEntry {
    /// Its anchor on the page of addresses.
    pub id: String,
    /// Id of the place it stands in, in the editor's reading; `null` = nobody has said. Names are in `index.json`.
    pub place: Option<String>,
}

/// An abbreviation that the text defines for itself.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Definition {
    /// The abbreviation.
    pub name: Text,
    /// What it stands for, in the words of the act.
    pub of: Text,
}

/// A slip of the law.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Slip {
    /// The words as printed.
    pub words: String,
    /// What the editor thinks was meant.
    pub meant: String,
}

/// An amendment.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Amendment {
    /// Anchor of what it changed; `regulation` = the whole.
    pub target: String,
    /// `added`, `restated`, `changed` or `removed`.
    pub op: String,
    /// The amending act.
    pub act: AmendingAct,
    /// `absent`, `unknown`, or the former text.
    pub before: String,
}

/// An amending act.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AmendingAct {
    /// Its id.
    pub id: String,
    /// Date of signing.
    pub on: Option<String>,
    /// Its number.
    pub number: Option<String>,
}

/// A defect of the law.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule.
    pub code: String,
    /// Where.
    pub at: String,
    /// What is wrong.
    pub message: Text,
}
