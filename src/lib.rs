//! `qadam` compiles encodings of Kazakhstan's public-service regulations into a bilingual static site.
pub mod catalog;
pub mod diagnostic;
pub mod export;
pub mod findings;
pub mod flow;
pub mod lang;
pub mod model;
pub mod pages;
pub mod resolve;
pub mod source;
pub mod vocabulary;
