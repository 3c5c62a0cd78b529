//! The data of the site: `data/index.json`, `data/ACT.json`, `data/ACT/REG.json`, and the schemas they keep to. In the same
//! contract, what `qadam diff` tells programs.
//!
//! The contract is public and versioned ([`SCHEMA`]); its structs are in [`contract`]. This stage writes values, never
//! files.

pub mod contract;
mod difference;
mod editions;
mod from_model;
mod tellings;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::diff::Difference;
use crate::findings::Finding;
use crate::lang::Messages;
use crate::model::{Act, Regulation};

/// Version of the data contract.
pub const SCHEMA: u32 = 1;

/// What the data needs besides the model: the messages in which findings are told.
#[derive(Debug, Clone, Copy)]
pub struct Voices<'a> {
    /// In Russian.
    pub ru: &'a Messages,
    /// In Kazakh.
    pub kk: &'a Messages,
}

/// `data/index.json`.
pub fn index(catalog: &Catalog<'_>) -> Vec<u8> {
    json(&from_model::index(catalog))
}

/// `data/ACT.json`.
pub fn act(catalog: &Catalog<'_>, act: &Act, findings: &[Finding], voices: Voices<'_>) -> Vec<u8> {
    json(&from_model::act(catalog, act, findings, voices))
}

/// `data/ACT/REG.json`.
pub fn regulation(
    catalog: &Catalog<'_>,
    act: &Act,
    regulation: &Regulation,
    findings: &[Finding],
    voices: Voices<'_>,
) -> Vec<u8> {
    json(&from_model::regulation(catalog, act, regulation, findings, voices))
}

/// What became of one regulation in another.
pub fn difference(difference: &Difference) -> Vec<u8> {
    json(&difference::difference(difference))
}

fn json<T: Serialize>(value: &T) -> Vec<u8> {
    // The contract has string keys and no fallible values: writing to memory cannot fail.
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
