//! Finds and reads the files of a project: encodings, registers, translations, settings, pages, templates, locales, assets.
//!
//! From a folder to files in memory ([`read_files`]), from these to a [`Project`] ([`parse_project`]): typed values with
//! places, and diagnostics. Only the first of the two touches the disk. What stands in the binary (templates,
//! assets, locales) is overridden by files of the same name in the project. Sizes and counts are bounded; links are
//! not followed. Nothing here knows what an id means: that is for `resolve`.

pub mod blanks;
pub mod embedded;
mod encodings;
mod files;
mod formatted;
mod project;
pub mod schema;
mod site;
pub mod yaml;

pub use encodings::Memory;
pub use files::{GivenFile, MAX_BYTES, Stamp, link_on_the_way, read_named, read_named_bytes, text_of};
pub use formatted::{Formatted, format_project, format_text};
pub use project::{
    ActSource, Encoding, MarkdownSource, Project, Registers, RegulationSource, TranslationSource, encoding_at, folders,
    parse_project, parse_project_again, read_files, read_project, read_yaml, stamp,
};
