//! A table, in its printed form: rows, columns or bands, lanes, row names.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Amended, Bilingual, Element, Entries, Link, Many, Printed, Scope, Spanned, Words};
use crate::vocabulary::{Role, TableForm};

/// A table. A table of steps or lanes is a telling too.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableBlock {
    /// Caption, as printed; empty where it has none.
    pub table: Option<Words>,
    /// How it is printed.
    pub form: Spanned<TableForm>,
    /// Name of the telling, unique in the regulation.
    pub process: Option<Words>,
    /// What it tells; absent = `sequence`.
    pub role: Option<Spanned<Role>>,
    /// What it holds for.
    pub r#for: Option<Scope>,
    /// A condition for the whole telling: a quotation of the caption or of the text above it.
    pub when: Option<Words>,
    /// The telling that this one repeats.
    pub retells: Option<Link>,
    /// The tellings that a table of results or terms speaks of.
    pub of: Option<Many<Link>>,
    /// The telling from which this one branches off, `after` which step.
    pub alternative_to: Option<Link>,
    /// The telling that this one goes on with.
    pub continues: Option<Link>,
    /// The editor's title; marked as added.
    pub title: Option<Bilingual>,
    /// Names of the printed rows, by what stands in them.
    pub rows: Option<RowNames>,
    /// Numbers of the rows, where a first column prints them.
    #[serde(default)]
    pub row_numbers: Vec<Words>,
    /// How the printed table is cut.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// The lanes, or the name of the telling that has the same ones.
    pub lanes: Option<Lanes>,
    /// The steps.
    #[serde(default)]
    pub steps: Vec<Element>,
    /// Of a plain table: the heads of the columns.
    #[serde(default)]
    pub columns: Vec<Words>,
    /// Of a plain table: the cells, row by row.
    #[serde(default)]
    pub cells: Vec<Vec<Cell>>,
    /// Amendments of the whole table.
    pub amended: Option<Many<Amended>>,
}

/// The names of the rows of a table of steps, as printed.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowNames {
    /// Of the numbers.
    pub n: Option<Words>,
    /// Of the participants.
    pub by: Option<Words>,
    /// Of the actions.
    pub text: Option<Words>,
    /// Of the outcomes.
    pub outcome: Option<Words>,
    /// Of the time limits.
    pub limit: Option<Words>,
    /// Of the next steps.
    pub next: Option<Words>,
}

/// A part of the printed table.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its heading, as printed.
    pub heading: Option<Words>,
    /// Printed number of its last step.
    #[schemars(with = "Printed")]
    pub to: Words,
    /// Cells whose column is not known, by row.
    #[serde(default)]
    pub loose: Entries<Vec<Words>>,
}

/// The lanes of a table of variants.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Lanes", untagged)]
pub enum Lanes {
    /// The same as those of another telling.
    Scalar(Words),
    /// Written out.
    List(Vec<LaneHead>),
}

/// The head of a lane.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaneHead {
    /// Its number, from the left.
    pub lane: Spanned<u16>,
    /// The words above the name (`Группа 1 СФЕ`).
    pub group: Option<Words>,
    /// Who acts in it.
    pub by: Words,
    /// The name as printed, where it is no name or alias.
    pub who: Option<Words>,
}

/// A cell of a plain table.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Cell", untagged)]
pub enum Cell {
    /// Its text; empty where it is empty.
    Scalar(Words),
    /// Its text and what is to be said of it.
    Map(CellSpec),
}

/// A cell that is not plain.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CellSpec {
    /// The text.
    pub text: Option<Words>,
    /// Why it is not shown.
    pub redacted: Option<Words>,
}
