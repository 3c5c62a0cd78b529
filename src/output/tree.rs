//! The files of a site on the disk.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::manifest::{self, Entry, Manifest};
use super::{Site, cannot_write};
use crate::diagnostic::Diagnostic;

/// A folder and what is to be in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tree<'a> {
    pub folder: &'a Path,
    pub manifest: &'a Manifest,
}

impl Tree<'_> {
    /// Whether every file is there.
    pub(super) fn is_whole(self) -> bool {
        let entries: Vec<_> = self.manifest.iter().collect();
        entries.into_par_iter().all(|(path, entry)| self.whole_file(path, entry).is_some())
    }

    /// Whether a file is there that has this digest and still its length.
    pub(super) fn has(self, path: &str, wanted: Entry) -> bool {
        self.whole_file(path, wanted).is_some()
    }

    /// Where a file stands, if it has that digest and still its length.
    fn whole_file(self, path: &str, wanted: Entry) -> Option<PathBuf> {
        self.manifest.get(path).filter(|entry| *entry == wanted)?;
        let path = self.folder.join(path);
        let metadata = std::fs::symlink_metadata(&path).ok()?;
        (metadata.is_file() && metadata.len() == wanted.length).then_some(path)
    }
}

/// Writes a site, which the manifest of `new` describes, into the folder of `new`, which is not there yet. What `old`
/// has of it is linked.
pub(super) fn write_tree(site: &Site, new: Tree, old: Tree) -> Result<(), Diagnostic> {
    for folder in folders(new.manifest) {
        let folder = new.folder.join(folder);
        std::fs::create_dir(&folder).map_err(|error| cannot_write(&folder, &error))?;
    }
    let kept = site.as_before.par_iter().find_map_first(|path| {
        let kept = new.manifest.get(path).and_then(|entry| old.whole_file(path, entry));
        let path = new.folder.join(path);
        // Between the look at it and now, somebody has taken it away.
        let gone = || Err(io::ErrorKind::NotFound.into());
        kept.map_or_else(gone, |kept| keep_file(&path, &kept)).err().map(|error| cannot_write(&path, &error))
    });
    if let Some(failure) = kept {
        return Err(failure);
    }
    // The first failure in the order of the paths, whichever thread meets one first.
    let failure = site.files.par_iter().find_map_first(|(path, bytes)| {
        let kept = new.manifest.get(path).and_then(|entry| old.whole_file(path, entry));
        let path = new.folder.join(path);
        write_file(&path, bytes, kept.as_deref()).err().map(|error| cannot_write(&path, &error))
    });
    if let Some(failure) = failure {
        return Err(failure);
    }
    let path = new.folder.join(manifest::FILE);
    write_synced(&path, new.manifest.print().as_bytes()).map_err(|error| cannot_write(&path, &error))
}

/// The folders of a site, that of the site first and each before those in it.
fn folders(manifest: &Manifest) -> BTreeSet<&Path> {
    let folders = manifest.paths().filter_map(|path| Path::new(path).parent());
    folders.flat_map(Path::ancestors).chain([Path::new("")]).collect()
}

/// Puts a published file into the new tree, with its time.
fn keep_file(path: &Path, kept: &Path) -> io::Result<()> {
    if std::fs::hard_link(kept, path).is_ok() {
        return Ok(());
    }
    write_file(path, &std::fs::read(kept)?, Some(kept))
}

/// Writes a file. `kept` is a published file with the same bytes, whose time stays.
fn write_file(path: &Path, bytes: &[u8], kept: Option<&Path>) -> io::Result<()> {
    let Some(kept) = kept else { return std::fs::write(path, bytes) };
    // Not every file system has links, and not every system allows them for files of others.
    if std::fs::hard_link(kept, path).is_ok() {
        return Ok(());
    }
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    // A wrong time costs a reader's browser one request, no more.
    let _ = kept.metadata().and_then(|metadata| metadata.modified()).and_then(|time| file.set_modified(time));
    Ok(())
}

/// Writes a file and waits until it is on the disk.
fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
