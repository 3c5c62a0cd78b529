//! The versions of a service beside each other.

use serde::Serialize;

use super::{Link, ServiceRegulation, Sum, Words};
use crate::vocabulary::Channel;

/// The versions of a service beside each other: a column for each, a row for each thing that is asked of a service.
#[derive(Debug, Clone, Serialize)]
pub struct Matrix {
    /// The versions, newest first.
    pub versions: Vec<MatrixVersion>,
    /// The rows; each has a cell for each version, in their order.
    pub rows: Vec<MatrixRow>,
    /// Some versions are compared on pages of their own.
    pub compared: bool,
    /// There are more columns than a page has room for: it scrolls, and paper has a list instead.
    pub many: bool,
}

/// A version of a service.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixVersion {
    /// Place and year, with the number of the act where another version has the same: «город Алматы, 2014».
    pub label: String,
    /// The regulation.
    pub regulation: ServiceRegulation,
    /// The pages that compare it with others: the text is the label of the other version.
    pub comparisons: Vec<Link>,
}

/// A row of a matrix.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixRow {
    /// Which: `terms sums steps participants provider channels form result fee`; the tail of Fluent `matrix-…` or
    /// `passport-…`.
    pub key: String,
    /// Its name is that of a row of the summary of a regulation: `passport-…`.
    pub in_summary: bool,
    /// The site counts it.
    pub counted: bool,
    /// The cells.
    pub cells: Vec<MatrixCell>,
}

/// What a version says of one thing.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixCell {
    /// The label of the version, which the cell bears where columns have no head.
    pub label: String,
    /// The act itself says something, and does not only send the reader elsewhere.
    pub stated: bool,
    /// What it says; empty = nothing, and the page says so.
    pub lines: Vec<MatrixLine>,
}

/// One statement in a cell.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MatrixLine {
    /// The channels it holds for, where not for all.
    pub channels: Vec<Channel>,
    /// Objects and applicants it holds for, in the page's language.
    pub scope: Vec<String>,
    /// The case it holds for, in the words of the act.
    pub case: Option<Words>,
    /// The words of the law that say it.
    pub words: Option<Quotation>,
    /// The words that send the reader elsewhere.
    pub see: Option<Quotation>,
    /// Something counted, linked to what was counted.
    pub count: Option<Counted>,
    /// A sum of limits.
    pub sum: Option<Sum>,
    /// The telling whose limits are counted in `sum`, where it is not the main one.
    pub by: Option<Link>,
    /// Where it stands.
    pub at: Vec<Link>,
    /// How it stands among what the other versions say.
    pub rank: Option<Rank>,
    /// With a rank: among how many versions, where not all of them say something of it.
    pub among: Option<u32>,
}

/// Words of the law; of many words the page folds all but the beginning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quotation {
    /// The beginning, or all of it.
    pub begin: Words,
    /// What follows; absent where nothing does.
    pub rest: Option<Words>,
}

/// Something counted.
#[derive(Debug, Clone, Serialize)]
pub struct Counted {
    /// How many.
    pub count: u32,
    /// What was counted.
    pub href: String,
}

/// How a value stands among those of the other versions, as far as they can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// None is larger, and some are smaller.
    Most,
    /// None is smaller, and some are larger.
    Least,
    /// All are the same.
    Same,
    /// They cannot be compared.
    Incomparable,
    /// No other version says anything of it.
    Alone,
}
