//! The files of a project in their canonical form.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::blanks;
use super::files::{find_file, find_files, read_text};
use super::project::{Role, SETTINGS, role};
use super::schema::{ActFile, GlossaryFile, PlacesFile, RegulationFile, ServicesFile, SiteFile, TranslationFile};
use super::yaml::{self, Tree};
use crate::diagnostic::{Code, Diagnostic, FileId, SourceText};

/// A file and its canonical form.
#[derive(Debug)]
pub struct Formatted {
    /// The file as it stands.
    pub file: SourceText,
    /// Its path on this machine.
    pub absolute: PathBuf,
    /// Its canonical form; `None` where it has faults.
    pub canonical: Option<String>,
}

/// Every YAML file of a project in its canonical form. Nothing is written. The diagnostics speak of the files in the
/// order in which they come back.
pub fn format_project(root: &Path) -> (Vec<Formatted>, Vec<Diagnostic>) {
    let (mut found, mut diagnostics) = find_files(root, "regulations");
    match find_file(root, SETTINGS) {
        Ok(Some(file)) => found.push(file),
        Ok(None) => diagnostics.push(Diagnostic::nowhere(Code::MissingFile).with("path", SETTINGS)),
        Err(fault) => diagnostics.push(fault),
    }
    let mut files = Vec::new();
    for file in found {
        match kind(&file.path) {
            Ok(Some(Role::Ignored)) => {}
            Ok(kind) => match read_text(&file.path, &file.absolute) {
                Ok(text) => files.push((kind, SourceText { path: file.path, text }, file.absolute)),
                Err(fault) => diagnostics.push(fault),
            },
            Err(fault) => diagnostics.push(fault),
        }
    }
    let formatted: Vec<(Formatted, Vec<Diagnostic>)> = files
        .into_par_iter()
        .enumerate()
        .map(|(index, (kind, file, absolute))| {
            let id = FileId(u32::try_from(index).unwrap_or(u32::MAX));
            let (canonical, faults) = canonical(kind.as_ref(), id, &file.text);
            (Formatted { file, absolute, canonical }, faults)
        })
        .collect();
    let mut all = Vec::new();
    for (file, faults) in formatted {
        diagnostics.extend(faults);
        all.push(file);
    }
    (all, diagnostics)
}

/// One text in its canonical form, by the path that it has in a project. `None` where it has faults, or where nothing of
/// that path is ever formatted.
pub fn format_text(path: &str, text: &str) -> (Option<String>, Vec<Diagnostic>) {
    match kind(path) {
        Ok(kind) => canonical(kind.as_ref(), FileId(0), text),
        Err(fault) => (None, vec![fault]),
    }
}

/// What a file is; `None` for the settings of the site.
fn kind(path: &str) -> Result<Option<Role>, Diagnostic> {
    if path == SETTINGS { Ok(None) } else { role(path).map(Some) }
}

fn canonical(kind: Option<&Role>, file: FileId, text: &str) -> (Option<String>, Vec<Diagnostic>) {
    match kind {
        Some(Role::Places) => canonical_of::<PlacesFile>(file, text),
        Some(Role::Services) => canonical_of::<ServicesFile>(file, text),
        Some(Role::Glossary) => canonical_of::<GlossaryFile>(file, text),
        Some(Role::Act(_)) => canonical_of::<ActFile>(file, text),
        Some(Role::Regulation(..)) => canonical_of::<RegulationFile>(file, text),
        Some(Role::Translation(..)) => canonical_of::<TranslationFile>(file, text),
        Some(Role::Ignored) => (None, Vec::new()),
        None => canonical_of::<SiteFile>(file, text),
    }
}

fn canonical_of<T: DeserializeOwned>(file: FileId, text: &str) -> (Option<String>, Vec<Diagnostic>) {
    let (tree, mut diagnostics) = Tree::parse(file, text);
    let Some(tree) = tree else { return (None, diagnostics) };
    let reading = yaml::read::<T>(&tree);
    diagnostics.extend(reading.diagnostics);
    // A blank that is text has its place; one where a word of a list belongs has none, and then all are told.
    if !diagnostics.is_empty() {
        diagnostics.extend(blanks::in_tree(&tree));
        let places = blanks::places(&diagnostics);
        blanks::leave_out_consequences(&mut diagnostics, &places);
    }
    // A file with faults is left alone: what was left out in reading has no place in a canonical order.
    if !diagnostics.is_empty() {
        return (None, diagnostics);
    }
    match yaml::format(&tree, text, &reading.shapes) {
        Ok(canonical) => (Some(canonical), diagnostics),
        Err(fault) => {
            let place = tree.node(tree.root()).span;
            diagnostics.push(Diagnostic::new(Code::CannotFormat, place).with("reason", fault.to_string()));
            (None, diagnostics)
        }
    }
}
