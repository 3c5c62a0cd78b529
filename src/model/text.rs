//! The text of an act or regulation as a tree in printed order.

use crate::diagnostic::Span;
use crate::lang::Text;
use crate::vocabulary::{AddressColumn, Found, HeadingState, LostKind, Operation};

/// A node of the text.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its anchor, unique in the document.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its title.
    pub title: Option<Text>,
    /// Its text.
    pub text: Option<Text>,
    /// The name of the telling, where it is one.
    pub process: Option<String>,
    /// Its cells, where it is a table.
    pub table: Option<Table>,
    /// What is lost of it.
    pub lost: Option<LostKind>,
    /// What is unusual about its heading.
    pub heading: Option<HeadingState>,
    /// The law's own slips in its text.
    pub slips: Vec<Slip>,
    /// Abbreviations it defines: the abbreviation and what it stands for.
    pub defines: Vec<(Text, Text)>,
    /// Of an annex: the anchors of the places that refer to it.
    pub refers_from: Vec<String>,
    /// Unusual references in it.
    pub refers: Vec<Reference>,
    /// Amendments of it.
    pub amended: Vec<Amendment>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
    /// Why its text is not shown.
    pub redacted: Option<Text>,
    /// Where it stands in the encoding.
    pub span: Span,
    /// What stands under it, in printed order.
    pub children: Vec<Node>,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    /// The heading of the document, or one that opens no section.
    Heading,
    /// A stamp.
    Stamp,
    /// A section.
    Section,
    /// A point.
    Point,
    /// An item.
    Item,
    /// An unnumbered paragraph.
    Paragraph,
    /// A telling: a block without a text of its own.
    Process,
    /// A table.
    Table,
    /// An annex.
    Annex,
    /// A form to fill in.
    Form,
    /// A note.
    Note,
    /// A signature.
    Signature,
    /// What is lost.
    Lost,
}

impl NodeKind {
    /// The word of the data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Stamp => "stamp",
            Self::Section => "section",
            Self::Point => "point",
            Self::Item => "item",
            Self::Paragraph => "paragraph",
            Self::Process => "process",
            Self::Table => "table",
            Self::Annex => "annex",
            Self::Form => "form",
            Self::Note => "note",
            Self::Signature => "signature",
            Self::Lost => "lost",
        }
    }
}

/// A table as printed.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Heads of the columns; empty where it has none.
    pub columns: Vec<Text>,
    /// The cells, row by row. A cell of `None` is empty.
    pub rows: Vec<Vec<Option<Text>>>,
    /// What its columns and rows hold, where it is an address list.
    pub addresses: Option<AddressList>,
}

/// How the rows of a table are to be read.
#[derive(Debug, Clone, Default)]
pub struct TableShape {
    /// How many cells at the beginning of a row name it: its number, its name.
    pub heads: usize,
    /// Indices of the rows with which the bands begin; empty where the table is not cut.
    pub bands: Vec<usize>,
    /// Cells in which a step begins, each with the anchor of the step.
    pub steps: Vec<(CellPlace, String)>,
    /// Cells that are not what their place says.
    pub marks: Vec<(CellPlace, CellState)>,
    /// The law's own slips in the cells of its steps.
    pub slips: Vec<Slip>,
}

/// What stands in the columns and rows of an address list.
#[derive(Debug, Clone)]
pub struct AddressList {
    /// What stands in each column.
    pub columns: Vec<AddressColumn>,
    /// Its rows.
    pub entries: Vec<AddressEntry>,
}

/// A row of an address list.
#[derive(Debug, Clone)]
pub struct AddressEntry {
    /// Its anchor.
    pub id: String,
    /// Id of the place it stands in, in the editor's reading.
    pub place: Option<String>,
    /// Where it stands in the encoding.
    pub span: Span,
}

/// Where a cell stands in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPlace {
    /// Index of its row.
    pub row: usize,
    /// Index of the cell in its row.
    pub column: usize,
}

/// What a cell may be besides a text.
#[derive(Debug, Clone)]
pub enum CellState {
    /// Its column is not known.
    Loose,
    /// Its lane is not shown; it stands in the first of those that are possible.
    LaneLost,
    /// Its lane is not shown; it stands where the editor infers it.
    LaneLikely,
    /// Its text is not shown, for this reason.
    Redacted(Text),
}

/// A slip of the law.
#[derive(Debug, Clone)]
pub struct Slip {
    /// The words as printed.
    pub words: String,
    /// What the editor thinks was meant.
    pub meant: String,
    /// Where it is marked in the encoding.
    pub span: Span,
}

/// An unusual reference, or one to a form.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The annex as printed.
    pub annex: Option<String>,
    /// The point as printed.
    pub point: Option<String>,
    /// The other act, as printed.
    pub act: Option<String>,
    /// Anchor of the place it leads to; `None` where there is none.
    pub to: Option<String>,
    /// Anchor of the place that was meant, in the editor's reading.
    pub meant: Option<String>,
    /// Whether it exists.
    pub found: Found,
}

/// An amendment of what carries it.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// What was done.
    pub op: Operation,
    /// Id of the amending act.
    pub act: String,
    /// What stood there before.
    pub before: Before,
    /// Anchor of the publisher's note that tells of it.
    pub note: Option<String>,
}

/// What stood in the place of an amended element before.
#[derive(Debug, Clone)]
pub enum Before {
    /// Nothing.
    Absent,
    /// Something whose text nobody has; perhaps not even that.
    Unknown {
        /// Whether there was anything.
        existed: Found,
    },
    /// This text.
    Text(Text),
}

/// Visits every node in printed order.
pub fn walk<'a>(nodes: &'a [Node], visit: &mut dyn FnMut(&'a Node)) {
    for node in nodes {
        visit(node);
        walk(&node.children, visit);
    }
}
