//! Finds and reads the files of a project: encodings, registers, translations, settings, pages, templates, locales, assets.
//!
//! From a folder to a [`Project`]: typed values with places, and diagnostics. What stands in the binary (templates,
//! assets, locales) is overridden by files of the same name in the project. Sizes and counts are bounded; links are
//! not followed. Nothing here knows what an id means: that is for `resolve`.

pub mod blanks;
pub mod embedded;
mod files;
mod formatted;
mod project;
pub mod schema;
pub mod yaml;

pub use files::{MAX_BYTES, read_text};
pub use formatted::{Formatted, format_project};
pub use project::{
    ActSource, Encoding, MarkdownSource, Project, Registers, RegulationSource, TranslationSource, encoding_at,
    read_project, read_yaml,
};
