//! The text of a document: as printed, and both languages beside each other.

use serde::Serialize;

use super::{ActRef, AddressesLink, EditionMark, Link, Page, Status, TranslationState, Words};
use crate::vocabulary::{HeadingState, LostKind, Operation};

/// An element of the text, with what stands under it, as printed.
#[derive(Debug, Clone, Serialize)]
pub struct Node {
    /// Anchor: `p8.1`, `s2`, `a3`, `heading`, `stamp1`.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// Number as printed: `8`, `1)`; absent where it has none or it is lost.
    pub number: Option<String>,
    /// The printed number is lost, or the element never shows one where it should; the page says so.
    pub number_lost: bool,
    /// Title of a section or an annex; caption of a table.
    pub title: Option<Words>,
    /// Its own text.
    pub text: Option<Words>,
    /// Why the text is not shown (`redacted`), in the page's language.
    pub redacted: Option<String>,
    /// What is unusual about its heading.
    pub heading: Option<HeadingState>,
    /// What is lost of it.
    pub lost: Option<LostKind>,
    /// In a former edition: what is to be said of its words there.
    pub edition: Option<EditionMark>,
    /// The places that refer to it (annexes).
    pub refers_from: Vec<Link>,
    /// The stamps of an annex, as printed.
    pub stamps: Vec<Words>,
    /// With [`NodeKind::Table`]: the table as printed.
    pub table: Option<PrintedTable>,
    /// With [`NodeKind::Table`]: the list of addresses that it is, in the place of the table.
    pub addresses: Option<AddressesLink>,
    /// The row of the step that it is: `#s-p8.1`; the text is Fluent's.
    pub step: Option<String>,
    /// The citation to copy, in the form that the page's language needs. Points and annexes only.
    pub cite: Option<String>,
    /// Amendments of the element.
    pub amendments: Vec<Amendment>,
    /// Doubts of the editor about the element; marked as added. Those of steps are shown in the table of steps only.
    pub doubts: Vec<Words>,
    /// What stands under it.
    pub body: Vec<Node>,
}

/// What an element of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// раздел.
    Section,
    /// приложение.
    Annex,
    /// пункт.
    Point,
    /// подпункт.
    Item,
    /// абзац.
    Paragraph,
    /// A heading that opens no section; the regulation's own heading.
    Heading,
    /// гриф.
    Stamp,
    /// сноска, примечание.
    Note,
    /// A signature.
    Signature,
    /// A table.
    Table,
    /// A form to fill in.
    Form,
    /// Something that was here and is lost.
    Lost,
}

/// A table as printed, cut into the bands in which it is printed.
#[derive(Debug, Clone, Serialize)]
pub struct PrintedTable {
    /// The bands; a table that is not cut has one.
    pub bands: Vec<TableBand>,
}

/// A part of a printed table. All rows of a band are equally long, spans counted.
#[derive(Debug, Clone, Serialize)]
pub struct TableBand {
    /// Its heading, as printed.
    pub heading: Option<Words>,
    /// The rows of heads, from the top; empty where the table has none.
    pub head: Vec<TableRow>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// Cells whose column is not known, by row: shown under the band.
    pub loose: Vec<TableRow>,
}

/// A row of a printed table.
#[derive(Debug, Clone, Serialize)]
pub struct TableRow {
    /// Its number and its name, as printed: its head cells.
    pub heads: Vec<Words>,
    /// Its cells.
    pub cells: Vec<TableCell>,
}

/// A cell of a printed table.
#[derive(Debug, Clone, Serialize)]
pub struct TableCell {
    /// Anchor of the element that stands in it, where it is one and no cell before carries it.
    pub id: Option<String>,
    /// Its text; absent = empty.
    pub text: Option<Words>,
    /// Further paragraphs in the cell.
    pub paragraphs: Vec<Words>,
    /// The head of its column as plain text, for phones; absent where the column has none.
    pub column: Option<String>,
    /// How many columns it spans: 1 or more.
    pub span: u16,
    /// What is not known about its column.
    pub doubt: Option<CellDoubt>,
    /// Why the text is not shown, in the page's language.
    pub redacted: Option<String>,
}

/// What is not known about the column of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellDoubt {
    /// The lane is lost.
    LaneLost,
    /// The lane is the editor's inference.
    LaneLikely,
}

/// An amendment of an element.
#[derive(Debug, Clone, Serialize)]
pub struct Amendment {
    /// What was done.
    pub op: Operation,
    /// The amending act.
    pub act: ActRef,
    /// What stood there before.
    pub before: Before,
    /// With [`Before::Text`]: the former text.
    pub before_text: Option<Words>,
    /// The note of the publisher, as printed.
    pub note: Option<Words>,
}

/// What stood at a place before an amendment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Before {
    /// Nothing.
    Absent,
    /// A text that nobody knows.
    Unknown,
    /// A text that is known.
    Text,
}

/// `LANG/acts/ACT/REG/both/index.html`. Template `both.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BothPage {
    /// What every page carries.
    pub page: Page,
    /// Title of the regulation.
    pub title: Words,
    /// The act that holds it.
    pub act: ActRef,
    /// How it stands.
    pub status: Status,
    /// The page of the regulation: `../index.html`.
    pub regulation_href: String,
    /// Language of the original: `ru` or `kk`.
    pub original: String,
    /// How the text in the other language stands.
    pub translation: TranslationState,
    /// The elements in printed order, flat.
    pub pairs: Vec<Pair>,
}

/// One element of the text in both languages.
#[derive(Debug, Clone, Serialize)]
pub struct Pair {
    /// Anchor, the same as on the page of the regulation.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// How deep it stands among points: 0 a section, a point, an annex; 1 an item or paragraph under a point; …
    pub depth: u8,
    /// Number as printed.
    pub number: Option<String>,
    /// In Kazakh; absent = not translated, and the page says so (where the Russian is present).
    pub kk: Option<PairSide>,
    /// In Russian; absent likewise.
    pub ru: Option<PairSide>,
}

/// One side of a pair. Its language is known from the field; `lang` of its words is not looked at.
#[derive(Debug, Clone, Serialize)]
pub struct PairSide {
    /// The name of an annex, in the language of the side.
    pub annex: Option<String>,
    /// The heading of the annex is lost: its name is the site's.
    pub heading_lost: bool,
    /// What is lost of it, in the language of the side.
    pub lost: Option<String>,
    /// Title of a section or an annex; caption of a table.
    pub title: Option<Words>,
    /// Its own text.
    pub text: Option<Words>,
    /// The table as printed.
    pub table: Option<PrintedTable>,
    /// The list of addresses that stands in the place of the table.
    pub addresses: Option<AddressesLink>,
    /// Why the text is not shown, in the page's language.
    pub redacted: Option<String>,
}
