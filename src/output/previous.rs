//! What is published already, and whether it is ours to replace.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::manifest::{self, Manifest};
use super::place::Place;
use super::{at, unreadable, workspace};
use crate::diagnostic::{Code, Diagnostic};

/// Largest manifest that is read, in bytes: some millions of files.
const MAX_MANIFEST: u64 = 512 * 1024 * 1024;

/// What file managers leave in folders they show. It goes with the folder.
const IGNORED: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini"];

/// The manifest of what is published: in the place itself or, where a build was killed between two renames, in its
/// workspace. `None` where nothing is there, or an empty folder.
pub(super) fn read_previous(place: &Place) -> Result<Option<Manifest>, Vec<Diagnostic>> {
    if !is_vacant(&place.target)? {
        return read_published(&place.target).map(Some);
    }
    workspace::find_stranded(place)?.map(|folder| read_published(&folder)).transpose()
}

/// Refuses a place where something stands that we did not publish. It takes no lock, so that another build may be at
/// work there: for a place that no build knows yet.
pub(super) fn refuse_foreign(place: &Place) -> Result<(), Vec<Diagnostic>> {
    if is_vacant(&place.target)? { Ok(()) } else { read_published(&place.target).map(drop) }
}

/// Whether a folder can be put there without a loss: nothing is there, or an empty folder.
pub(super) fn is_vacant(folder: &Path) -> Result<bool, Diagnostic> {
    let failed = |error| unreadable(folder, &error);
    match std::fs::symlink_metadata(folder) {
        Ok(metadata) if metadata.is_dir() => Ok(std::fs::read_dir(folder).map_err(failed)?.next().is_none()),
        Ok(_) => Ok(false),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(true),
        Err(error) => Err(failed(error)),
    }
}

/// The manifest of a folder that we published. A link to one is not replaced: who set it wants it to stay.
fn read_published(folder: &Path) -> Result<Manifest, Vec<Diagnostic>> {
    let foreign = || at(Code::ForeignFolder, folder);
    let metadata = std::fs::symlink_metadata(folder).map_err(|error| unreadable(folder, &error))?;
    if !metadata.is_dir() {
        return Err(foreign().into());
    }
    let text = read_manifest(&folder.join(manifest::FILE))?;
    let manifest = text.and_then(|text| Manifest::parse(&text)).ok_or_else(foreign)?;
    let strays = find_strays(folder, &manifest);
    if strays.is_empty() { Ok(manifest) } else { Err(strays) }
}

/// The text of a manifest; `None` where there is none, or what cannot be one.
fn read_manifest(path: &Path) -> Result<Option<String>, Diagnostic> {
    let failed = |error| unreadable(path, &error);
    match std::fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() && metadata.len() <= MAX_MANIFEST => {}
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(MAX_MANIFEST).read_to_end(&mut bytes).map_err(failed)?;
    Ok(String::from_utf8(bytes).ok())
}

/// Files and folders that somebody else put into a published folder, and that its replacement would lose: a
/// `.git`, a file of the web server. Of a folder only itself is named.
fn find_strays(folder: &Path, manifest: &Manifest) -> Vec<Diagnostic> {
    let files: BTreeSet<PathBuf> = manifest.paths().chain([manifest::FILE]).map(PathBuf::from).collect();
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.parent()).flat_map(Path::ancestors).collect();
    let mut diagnostics = Vec::new();
    let mut walk = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                diagnostics.push(unreadable(&path, &error.into()));
                continue;
            }
        };
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let is_folder = entry.file_type().is_dir();
        let is_ours = if is_folder { folders.contains(path) } else { files.contains(path) };
        if is_ours || IGNORED.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        diagnostics.push(at(Code::ForeignFile, entry.path()));
        if is_folder {
            walk.skip_current_dir();
        }
    }
    diagnostics
}
