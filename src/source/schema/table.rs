//! A table, in its printed form: rows, columns or bands, lanes, row names.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{Amended, Bilingual, Element, Entries, Link, Many, Printed, Scope, Spanned, Words};
use crate::vocabulary::{AddressColumn, Role, TableForm};

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
    /// The heads of the columns: of a plain table a list, of an address list by what stands below them.
    #[serde(default)]
    pub columns: Columns,
    /// Of a plain table: the cells, row by row.
    #[serde(default)]
    pub cells: Vec<Vec<Cell>>,
    /// Of an address list: the rows.
    #[serde(default)]
    pub entries: Vec<AddressEntry>,
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

/// The heads of the columns, in printed order.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Columns", untagged)]
pub enum Columns {
    /// Of a plain table.
    List(Vec<Words>),
    /// Of an address list, by what stands in the column.
    #[schemars(schema_with = "address_columns")]
    Map(Entries<Words>),
}

impl Default for Columns {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl Columns {
    /// The heads, whatever stands below them.
    pub fn heads(&self) -> impl Iterator<Item = &Words> {
        let (list, map) = match self {
            Self::List(list) => (list.as_slice(), [].as_slice()),
            Self::Map(map) => ([].as_slice(), map.0.as_slice()),
        };
        list.iter().chain(map.iter().map(|(_, head)| head))
    }
}

fn address_columns(generator: &mut SchemaGenerator) -> Schema {
    let column = generator.subschema_for::<AddressColumn>();
    let head = generator.subschema_for::<Words>();
    json_schema!({ "type": "object", "propertyNames": column, "additionalProperties": head })
}

/// A row of an address list: a body and how to reach it. Each column that is printed has its cell, `""` where it is empty.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddressEntry {
    /// Number of the row.
    #[schemars(with = "Option<Printed>")]
    pub n: Option<Cell>,
    /// The body.
    pub body: Option<Cell>,
    /// Its address.
    pub address: Option<Cell>,
    /// When its doors are open.
    pub hours: Option<Cell>,
    /// Its telephone.
    pub phone: Option<Cell>,
    /// The place of `places.yaml` it stands in: the editor's reading.
    pub place: Option<Words>,
}

impl AddressEntry {
    /// What the row prints in a column.
    pub fn cell(&self, column: AddressColumn) -> Option<&Cell> {
        match column {
            AddressColumn::N => self.n.as_ref(),
            AddressColumn::Body => self.body.as_ref(),
            AddressColumn::Address => self.address.as_ref(),
            AddressColumn::Hours => self.hours.as_ref(),
            AddressColumn::Phone => self.phone.as_ref(),
        }
    }
}

/// A cell of a plain table or of an address list.
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
