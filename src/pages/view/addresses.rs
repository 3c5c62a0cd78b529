//! The page of addresses of a regulation, and the links to it.

use serde::Serialize;

use super::{ActRef, Page, Status, TranslationNotice, Words};
use crate::vocabulary::AddressColumn;

/// `LANG/acts/ACT/REG/addresses/index.html`. Template `addresses.html`.
#[derive(Debug, Clone, Serialize)]
pub struct AddressesPage {
    /// What every page carries.
    pub page: Page,
    /// Title of the regulation.
    pub title: Words,
    /// The act that holds it.
    pub act: ActRef,
    /// How it stands.
    pub status: Status,
    /// What is to be said of the language of the lists.
    pub translation: Option<TranslationNotice>,
    /// The page of the regulation: `../index.html`.
    pub regulation_href: String,
    /// The lists, in printed order.
    pub lists: Vec<AddressList>,
}

/// A list of addresses.
#[derive(Debug, Clone, Serialize)]
pub struct AddressList {
    /// Its anchor, the same as on the page of the regulation: `a2.t1`.
    pub id: String,
    /// Name of the annex it stands in, or of the table: «Приложение 2».
    pub label: String,
    /// That place on the page of the regulation.
    pub href: String,
    /// Its caption, or the title of its annex.
    pub title: Option<Words>,
    /// How many rows it has.
    pub count: u32,
    /// What stands in each column, with its head as printed.
    pub columns: Vec<AddressHead>,
    /// Its rows, in printed order; a list that is not cut has one group without a name.
    pub groups: Vec<AddressGroup>,
    /// The citation to copy.
    pub cite: String,
}

/// The head of a column.
#[derive(Debug, Clone, Serialize)]
pub struct AddressHead {
    /// What stands in the column.
    pub column: AddressColumn,
    /// Its head, as printed.
    pub head: Words,
}

/// Rows of one district that stand together.
#[derive(Debug, Clone, Serialize)]
pub struct AddressGroup {
    /// Its anchor, where it has a name: `a2.t1.place-akkol`.
    pub id: Option<String>,
    /// Name of the district in the page's language, the editor's.
    pub name: Option<String>,
    /// Names of the district in both languages, to be found by.
    pub words: String,
    /// The rows.
    pub rows: Vec<AddressRow>,
}

/// A row of a list of addresses.
#[derive(Debug, Clone, Serialize)]
pub struct AddressRow {
    /// Its anchor: `a2.t1.17`.
    pub id: String,
    /// Names of its place in both languages, to be found by.
    pub words: String,
    /// Its cells, one for each column.
    pub cells: Vec<AddressCell>,
}

/// A cell of a list of addresses.
#[derive(Debug, Clone, Serialize)]
pub struct AddressCell {
    /// What stands in it.
    pub column: AddressColumn,
    /// Its text as printed; a telephone that can be called is a link.
    pub text: Option<Words>,
    /// Why the text is not shown, in the page's language.
    pub redacted: Option<String>,
    /// The places that the editor reads in it, in the page's language, where they are not printed so; marked as added.
    pub places: Vec<String>,
}

/// A link to a list of addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AddressesLink {
    /// The list on its page.
    pub href: String,
    /// Its caption, the title of its annex where that does not stand above the link, or what it is.
    pub text: Words,
    /// How many rows it has: «238 записей».
    pub count: String,
}
