//! Diagrams: what a strict reader finds in them ([`support::picture`]), and that this reader can be trusted.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

mod gates;
mod good;
mod mutants;
mod random;
#[path = "../support/mod.rs"]
mod support;
mod told;

use support::folders::fixture;
use support::picture::Fault;

/// A width for tests of the rules alone: every letter is six tenths of its size, or seven if it is bold.
fn width_of(words: &str, size: u32, bold: bool) -> u32 {
    let letters = u32::try_from(words.chars().count()).unwrap();
    (letters * size * if bold { 7 } else { 6 }).div_ceil(10)
}

/// The faults of a picture by that width.
fn faults(svg: &str) -> Vec<Fault> {
    support::picture::faults(svg, &width_of)
}

/// One of the good pictures.
fn good(name: &str) -> String {
    std::fs::read_to_string(fixture("diagrams/good").join(format!("{name}.svg"))).unwrap()
}

/// The faults, one a line.
fn listed(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
