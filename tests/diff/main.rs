//! What became of one regulation in another: against pairs made by hand, and what must hold of any two.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

mod command;
mod holds;
mod pairs;
#[path = "../support/mod.rs"]
mod support;

use std::path::Path;

use qadam::catalog::Catalog;
use qadam::catalog::versions::find_edition;
use qadam::model::{Corpus, Regulation};

/// The corpus of the project.
fn corpus() -> Corpus {
    let (project, faults) = qadam::source::read_project(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(faults.is_empty(), "{faults:?}");
    qadam::resolve::resolve(&project).0
}

/// A regulation by its id, or an edition of one: `…/editions/NAME`.
fn regulation(catalog: &Catalog<'_>, id: &str) -> Regulation {
    let (id, edition) = id.split_once("/editions/").map_or((id, None), |(id, edition)| (id, Some(edition)));
    let (act, regulation) = catalog.regulation(id).unwrap();
    let version = find_edition(catalog, act, regulation, edition).unwrap();
    version.edition.regulation().unwrap().clone()
}
