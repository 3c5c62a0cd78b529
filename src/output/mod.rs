//! Publishes a finished site as a folder: either all of it or nothing.
//!
//! From a [`Site`] in memory to the folder that readers see. In steps:
//!
//! 1. Check the paths of the site (`paths`): relative, plain ASCII, none that another folder or system would take for
//!    the same. Digest every file; paths, digests and lengths are the manifest.
//! 2. Take the lock beside the target (`place`), unless what stands there is foreign. A second build is told so and ends.
//! 3. Read what is published (`previous`). A folder without our manifest, a file or a link is foreign, and so is a
//!    file in our folder that we did not write: error, nothing is touched.
//! 4. Settle what killed builds left (`workspace`): put back a folder that was being exchanged, remove the rest.
//! 5. Compare the manifests (`changes`). A page that vanished without a redirect is an error.
//! 6. If every file is there already, that is all.
//! 7. Write the new tree into a workspace beside the target. A file that did not change is a hard link to the published
//!    one where the system has them, else a copy; both keep its time (`tree`). The manifest comes last.
//! 8. Exchange the two folders (`exchange`): in one step where the system can, else by two renames.
//! 9. Remove the workspace, with the former tree in it.
//!
//! Until step 8 the published folder is only read. An error, a full disk or a kill before it therefore leaves it as it
//! was; so does one between two renames, after the repair of step 4. Both ends use the same code: a workspace is
//! settled when it goes out of scope just as its leftover is at the next start.
//!
//! **fsync.** One file is synced, the manifest. After a power failure, data that never reached the disk usually shows
//! as a file that is too short; its length then differs from the manifest, and the next build writes it again. A lost
//! manifest would make the folder foreign, and that needs a person. A site can be built again at any time, so it is not
//! worth syncing thousands of files at every build.
//!
//! **The price.** The folder is a new one each time: rights that were set on it by hand, and a web server whose working
//! folder it is, stay with the former one; a mount point cannot be published into, a folder below it can. A file that
//! was edited by hand to the same length is not noticed until its page changes.
//!
//! Beside that, single files are put in order (`write`), and new ones are made where nothing stands yet (`skeleton`).
//!
//! This module knows nothing of pages but their suffix. It removes nothing that it did not make, reads neither clock
//! nor environment, and the bytes it writes depend on the site alone.
#![expect(clippy::disallowed_methods, reason = "`output` writes the site and removes what it replaced")]

mod changes;
mod exchange;
mod grounds;
mod manifest;
mod paths;
mod place;
mod previous;
mod skeleton;
mod tree;
mod workspace;
mod write;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic};

pub use changes::Changes;
pub use exchange::Exchange;
pub use skeleton::write_new;
pub use write::write_file;

use exchange::{Swap, swap_by_system};
use manifest::Manifest;
use place::Place;
use tree::Tree;
use workspace::Workspace;

/// A finished site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The files, by path: relative to the folder of the site, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Pages that may vanish: the former path, and where its reader is sent. The page that sends him there, if there
    /// is one, is among the files.
    pub redirects: BTreeMap<String, String>,
    /// Folders, with a slash at their end, whose pages come and go with the others: nobody has to say where they went.
    pub passing: Vec<String>,
    /// Pages that were not made anew: they stay as they are published.
    pub as_before: BTreeSet<String>,
}

/// What a publication did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// What a reader finds changed.
    pub changes: Changes,
    /// Whether nothing was published there before.
    pub first: bool,
    /// Number of files of the site.
    pub files: usize,
    /// Their length together, in bytes.
    pub bytes: u64,
    /// How the new folder came to stand in the place of the former one.
    pub exchange: Exchange,
}

/// Publishes a site as the folder `target`, whose missing parents are made.
///
/// # Errors
/// With these codes, and with the published folder as it was: `bad-path`, `path-clash` (the site), `locked`,
/// `foreign-folder`, `foreign-file`, `unreadable` (what stands there), `vanished-address`, and `cannot-write`.
pub fn publish(site: &Site, target: &Path) -> Result<Published, Vec<Diagnostic>> {
    publish_by(swap_by_system, site, target)
}

/// A publication between its beginning and its end. Nobody else publishes at the same place meanwhile.
#[derive(Debug)]
pub struct Publication {
    place: Place,
    previous: Option<Manifest>,
    /// Held until the publication goes out of scope.
    _lock: File,
}

impl Publication {
    /// Begins a publication: what is published is known from now on.
    ///
    /// # Errors
    /// As [`publish`], but for the codes that speak of the site.
    pub fn begin(target: &Path) -> Result<Self, Vec<Diagnostic>> {
        let place = Place::new(target)?;
        if !place.is_known() {
            // Beside what is not ours, not even a lock is left: in a site, it would be a stray file there.
            previous::refuse_foreign(&place)?;
        }
        let lock = place.lock()?;
        let previous = previous::read_previous(&place)?;
        workspace::settle_leftovers(&place)?;
        Ok(Self { place, previous, _lock: lock })
    }

    /// What the published pages were made of, as far as that was noted and their files are there.
    pub fn grounds(&self) -> BTreeMap<String, blake3::Hash> {
        let Some(manifest) = &self.previous else { return BTreeMap::new() };
        let old = Tree { folder: &self.place.target, manifest };
        let mut grounds = grounds::read(&self.place, manifest);
        grounds.retain(|path, _| manifest.get(path).is_some_and(|entry| old.has(path, entry)));
        grounds
    }

    /// Publishes a site, and notes what its pages are made of. Without the note the next build makes them all.
    ///
    /// # Errors
    /// As [`publish`].
    pub fn publish(&self, site: &Site, grounds: &BTreeMap<String, blake3::Hash>) -> Result<Published, Vec<Diagnostic>> {
        let (published, manifest) = self.publish_by(swap_by_system, site)?;
        grounds::write(&self.place, &manifest, grounds);
        Ok(published)
    }

    fn publish_by(&self, swap: Swap, site: &Site) -> Result<(Published, Manifest), Vec<Diagnostic>> {
        let place = &self.place;
        let first = self.previous.is_none();
        let manifest = describe(site, self.previous.as_ref())?;
        let nothing = Manifest::default();
        let previous = self.previous.as_ref().unwrap_or(&nothing);
        let changes = changes::compare_manifests(previous, &manifest, site)?;

        let old = Tree { folder: &place.target, manifest: previous };
        let exchange = if !first && *previous == manifest && old.is_whole() {
            Exchange::Unneeded
        } else {
            let workspace = Workspace::create(place)?;
            let new = Tree { folder: &workspace.tree(), manifest: &manifest };
            tree::write_tree(site, new, old)?;
            exchange::exchange(swap, &workspace, &place.target)?
        };
        let published = Published { changes, first, files: manifest.len(), bytes: manifest.bytes(), exchange };
        Ok((published, manifest))
    }
}

/// What [`publish`] would change. Touches nothing, and does not wait for a build that is running.
///
/// # Errors
/// As [`publish`], but for the codes that come from locking and writing.
pub fn compare(site: &Site, target: &Path) -> Result<Changes, Vec<Diagnostic>> {
    let place = Place::new(target)?;
    let previous = previous::read_previous(&place)?.unwrap_or_default();
    let manifest = describe(site, Some(&previous))?;
    changes::compare_manifests(&previous, &manifest, site)
}

/// [`publish`] by a given way to exchange folders, so that tests reach the ways of other systems.
fn publish_by(swap: Swap, site: &Site, target: &Path) -> Result<Published, Vec<Diagnostic>> {
    // What is wrong with the site is told before anything is touched.
    check(site)?;
    Publication::begin(target)?.publish_by(swap, site).map(|(published, _)| published)
}

fn check(site: &Site) -> Result<(), Vec<Diagnostic>> {
    let faults = paths::check_paths(site.files.keys().chain(&site.as_before).map(String::as_str));
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The manifest of a site whose paths are in order. What stays as it is published stands in the previous one.
fn describe(site: &Site, previous: Option<&Manifest>) -> Result<Manifest, Vec<Diagnostic>> {
    check(site)?;
    let kept = site.as_before.iter().filter_map(|path| Some((path.clone(), previous?.get(path)?)));
    Ok(Manifest::new(&site.files).with(kept))
}

/// Where only one thing can be wrong, `?` makes the report of it.
impl From<Diagnostic> for Vec<Diagnostic> {
    fn from(diagnostic: Diagnostic) -> Self {
        vec![diagnostic]
    }
}

/// That something cannot be written, and what is in the way, as far as the system tells.
pub fn cannot_write(path: &Path, error: &io::Error) -> Diagnostic {
    use io::ErrorKind as Kind;
    let cause = match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => "full",
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => "rights",
        Kind::ResourceBusy | Kind::CrossesDevices => "mount",
        _ => "other",
    };
    at(Code::CannotWrite, path).with("reason", error.to_string()).with("cause", cause)
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    at(Code::Unreadable, path).with("reason", error.to_string())
}

fn at(code: Code, path: &Path) -> Diagnostic {
    Diagnostic::nowhere(code).with("path", path.display().to_string())
}
