//! Whole sites, built by the binary and read back as a browser reads them.
//!
//! Three projects are built: the project itself, the hard cases of the corpus (`fixtures/cases`), and a small one that
//! uses every construction once (`fixtures/golden`). What holds for all pages is tested over all three; the small one is
//! also held, byte for byte, against what is recorded beside it. `QADAM_BLESS=1` rewrites the record: read it before
//! you commit it.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

#[path = "site/build.rs"]
mod build;
#[path = "site/editions.rs"]
mod editions;
#[path = "site/escaping.rs"]
mod escaping;
#[path = "site/golden.rs"]
mod golden;
#[path = "site/lineage.rs"]
mod lineage;
#[path = "site/links.rs"]
mod links;
#[path = "site/matrix.rs"]
mod matrix;
#[path = "site/pages.rs"]
mod pages;
#[path = "site/random.rs"]
mod random;
mod support;
#[path = "site/twins.rs"]
mod twins;

/// Fails with the faults, one a line.
#[track_caller]
fn assert_none(faults: &[String]) {
    let shown = &faults[..faults.len().min(40)];
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), shown.join("\n"));
}
