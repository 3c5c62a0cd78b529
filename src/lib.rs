//! `qadam` compiles encodings of Kazakhstan's public-service regulations into a bilingual static site.
pub mod diagnostic;
pub mod lang;
pub mod source;
pub mod vocabulary;
