//! What a site calls itself.

use std::collections::BTreeMap;

use crate::diagnostic::FileId;
use crate::lang::{Lang, Text};

/// The settings of a site, and its pages of prose.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its name.
    pub name: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// Where a reader reports a mistake: `https:…` or `mailto:…`.
    pub contact: Option<String>,
    /// Where it will stand, with its last `/`.
    pub base_url: Option<String>,
    /// Addresses that moved, relative to the folder of a language.
    pub redirects: BTreeMap<String, String>,
    /// Pages in Markdown.
    pub prose: Vec<Prose>,
}

/// A page in Markdown.
#[derive(Debug, Clone)]
pub struct Prose {
    /// Its name: `about`.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Its file, for faults.
    pub file: FileId,
    /// Its Markdown.
    pub text: String,
}
