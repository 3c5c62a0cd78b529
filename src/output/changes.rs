//! What a reader finds changed between two manifests.

use std::path::Path;

use super::Site;
use super::manifest::Manifest;
use crate::diagnostic::{Code, Diagnostic};

/// The pages that changed, by address: the path of the page in the site, as in `ru/places/almaty/index.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Pages that were not there before.
    pub added: Vec<String>,
    /// Pages whose bytes differ.
    pub changed: Vec<String>,
    /// Pages that are there no more, each with a redirect or of a folder whose pages come and go.
    pub gone: Vec<String>,
}

impl Changes {
    /// Whether no page changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

/// The changes from one manifest to another, or the pages that vanished without a redirect.
pub(super) fn compare_manifests(old: &Manifest, new: &Manifest, site: &Site) -> Result<Changes, Vec<Diagnostic>> {
    let mut changes = Changes::default();
    for (path, entry) in new.iter().filter(|(path, _)| is_page(path)) {
        match old.get(path) {
            None => changes.added.push(path.to_owned()),
            Some(before) if before != entry => changes.changed.push(path.to_owned()),
            Some(_) => {}
        }
    }
    let gone = old.paths().filter(|path| is_page(path) && new.get(path).is_none());
    changes.gone.extend(gone.map(str::to_owned));

    let is_told =
        |path: &String| site.redirects.contains_key(path) || site.passing.iter().any(|folder| path.starts_with(folder));
    let vanished = changes.gone.iter().filter(|path| !is_told(path));
    let vanished: Vec<_> =
        vanished.map(|path| Diagnostic::nowhere(Code::VanishedAddress).with("address", path)).collect();
    if vanished.is_empty() { Ok(changes) } else { Err(vanished) }
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|suffix| suffix == "html")
}
