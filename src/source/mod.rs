//! Finds and reads the files of a project: encodings, registers, translations, settings, pages, templates, locales, assets.
//!
//! From a folder to a [`Project`]: typed values with places, and diagnostics. What stands in the binary (templates,
//! assets, locales) is overridden by files of the same name in the project. Sizes and counts are bounded; links are
//! not followed. Nothing here knows what an id means: that is for `resolve`.

pub mod embedded;
mod files;
mod formatted;
mod project;
pub mod schema;
mod site;
pub mod yaml;

pub use files::{MAX_BYTES, link_on_the_way, read_named};
pub use formatted::{Formatted, format_project};
pub use project::{
    ActSource, MarkdownSource, Project, Registers, RegulationSource, TranslationSource, read_project, read_yaml,
};
