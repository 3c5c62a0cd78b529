//! `qadam` compiles encodings of Kazakhstan's public-service regulations into a bilingual static site.
//!
//! ```text
//! files ─ source ─ resolve ─ model ─┬─ flow ────────┐
//!                                   ├─ catalog ─────┤
//!                                   ├─ findings ────┼─ pages, export ─ output ─ site/public
//!                                   └─ collate (check --source)
//! text as published ─ import
//! ```
//!
//! The modules in reading order. `ARCHITECTURE.md` says which may import which, and a test holds them to it.

pub mod vocabulary;

pub mod lang;

pub mod diagnostic;

pub mod source;

pub mod model;

pub mod flow;

pub mod resolve;

pub mod catalog;

pub mod findings;

pub mod collate;

pub mod diff;

pub mod import;

pub mod diagram;

pub mod pages;

pub mod export;

pub mod output;

pub mod preview;

pub mod cli;
