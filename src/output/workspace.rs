//! Workspaces: folders beside the target, where a new tree is written and a former one ends.
//!
//! ```text
//! .NAME-qadam-RANDOM/
//!   unfinished    the marker: written first, removed last
//!   tree/         the new tree; after an exchange in one step the former one
//!   old/          the former tree, between two renames and after them
//! ```
//!
//! A workspace is therefore ours whenever there is something in it, and says by itself what is to be done: `old` while
//! nothing is published is the published folder, to be put back; all else is to be removed.

use std::fs::DirEntry;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::exchange::move_folder;
use super::place::Place;
use super::previous::is_vacant;
use super::{cannot_write, unreadable};
use crate::diagnostic::Diagnostic;

/// Number of random letters and digits at the end of a name.
pub(super) const RANDOM: usize = 6;

const MARKER: &str = "unfinished";
const TREE: &str = "tree";
const OLD: &str = "old";

/// For a person who finds the marker.
const NOTE: &str = "qadam is writing a site here, or was stopped while it did. The next build removes this folder.\n";

/// A workspace. It is settled when it goes out of scope.
#[derive(Debug)]
pub(super) struct Workspace<'a> {
    folder: PathBuf,
    place: &'a Place,
}

impl<'a> Workspace<'a> {
    /// Makes a workspace with its marker.
    pub(super) fn create(place: &'a Place) -> Result<Self, Diagnostic> {
        let prefix = place.workspace_prefix();
        let folder = tempfile::Builder::new().prefix(&prefix).rand_bytes(RANDOM).tempdir_in(&place.parent);
        // `tempfile` makes the name; removing in the right order is ours.
        let folder = folder.map_err(|error| cannot_write(&place.parent, &error))?.keep();
        let workspace = Self { folder, place };
        let marker = workspace.folder.join(MARKER);
        std::fs::write(&marker, NOTE).map_err(|error| cannot_write(&marker, &error))?;
        Ok(workspace)
    }

    /// Where the new tree is written.
    pub(super) fn tree(&self) -> PathBuf {
        self.folder.join(TREE)
    }

    /// Where the former tree is put between two renames.
    pub(super) fn old(&self) -> PathBuf {
        self.folder.join(OLD)
    }
}

impl Drop for Workspace<'_> {
    fn drop(&mut self) {
        // What fails here is tried again, and reported, at the next start.
        let _ = settle(&self.folder, self.place);
    }
}

/// Settles the workspaces of builds that were killed. The lock is held.
pub(super) fn settle_leftovers(place: &Place) -> Result<(), Diagnostic> {
    find_workspaces(place)?.iter().try_for_each(|folder| settle(folder, place))
}

/// The published folder, where a build was killed after it had moved it and before it moved the new one.
pub(super) fn find_stranded(place: &Place) -> Result<Option<PathBuf>, Diagnostic> {
    Ok(find_workspaces(place)?.into_iter().map(|folder| folder.join(OLD)).find(|old| old.is_dir()))
}

/// Puts back a published folder that stands in a workspace, then removes the workspace.
fn settle(folder: &Path, place: &Place) -> Result<(), Diagnostic> {
    let old = folder.join(OLD);
    if old.is_dir() && is_vacant(&place.target)? {
        move_folder(&old, &place.target).map_err(|error| cannot_write(&place.target, &error))?;
    }
    let removed = if_there(std::fs::remove_dir_all(folder.join(TREE)))
        .and_then(|()| if_there(std::fs::remove_dir_all(&old)))
        .and_then(|()| if_there(std::fs::remove_file(folder.join(MARKER))))
        .and_then(|()| std::fs::remove_dir(folder));
    removed.map_err(|error| cannot_write(folder, &error))
}

/// The workspaces beside a place, sorted. The parent may not be there.
fn find_workspaces(place: &Place) -> Result<Vec<PathBuf>, Diagnostic> {
    let failed = |error| unreadable(&place.parent, &error);
    let entries = match std::fs::read_dir(&place.parent) {
        Ok(entries) => entries.collect::<io::Result<Vec<_>>>().map_err(failed)?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut found: Vec<_> = entries.iter().filter(|entry| is_workspace(entry, place)).map(DirEntry::path).collect();
    found.sort();
    Ok(found)
}

/// Whether a neighbour of the target is one of its workspaces: by its name and the marker in it. An empty folder of
/// that name is one too, made by a build that was killed before it wrote the marker.
fn is_workspace(entry: &DirEntry, place: &Place) -> bool {
    let prefix = place.workspace_prefix();
    let name = entry.file_name();
    let random = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
    // The whole name, since the workspace of a neighbour `NAME-qadam-x` begins alike.
    random.is_some_and(|random| random.len() == RANDOM && random.iter().all(u8::is_ascii_alphanumeric))
        && entry.file_type().is_ok_and(|kind| kind.is_dir())
        && (entry.path().join(MARKER).is_file() || is_vacant(&entry.path()).unwrap_or(false))
}

/// Nothing to remove is as good as removed.
fn if_there(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
