//! Puts a new folder in the place of a published one.

use std::io;
use std::path::Path;

use super::cannot_write;
use super::previous::is_vacant;
use super::workspace::Workspace;
use crate::diagnostic::Diagnostic;

/// How a new folder came to stand in the place of the former one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    /// In one step: at no moment did a reader find nothing there.
    Atomic,
    /// By two renames, since the system cannot exchange folders. A reader may have found nothing there for a moment.
    TwoRenames,
    /// Not at all: the published files are those of the site.
    Unneeded,
}

/// Exchanges two folders in one step. Returns whether it could be tried.
pub(super) type Swap = fn(&Path, &Path) -> io::Result<bool>;

/// Puts the tree of a workspace in the place of the target. Whatever stood there is in the workspace afterwards.
pub(super) fn exchange(swap: Swap, workspace: &Workspace, target: &Path) -> Result<Exchange, Diagnostic> {
    let failed = |error| cannot_write(target, &error);
    if is_vacant(target)? {
        return move_folder(&workspace.tree(), target).map(|()| Exchange::Atomic).map_err(failed);
    }
    if swap(&workspace.tree(), target).map_err(failed)? {
        return Ok(Exchange::Atomic);
    }
    // If this ends between the two, be it by an error or a kill, settling the workspace undoes the first.
    move_folder(target, &workspace.old()).and_then(|()| move_folder(&workspace.tree(), target)).map_err(failed)?;
    Ok(Exchange::TwoRenames)
}

/// Moves a folder to where nothing is, or an empty folder.
pub(super) fn move_folder(from: &Path, to: &Path) -> io::Result<()> {
    // Other systems replace an empty folder by themselves, and in one step.
    if cfg!(windows) && to.is_dir() {
        std::fs::remove_dir(to)?;
    }
    std::fs::rename(from, to)
}

/// The [`Swap`] of the system. Not every one has it, and where it does, not every file system.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn swap_by_system(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    // File systems say the first three, old kernels the fourth, and sandboxes the last for a call they do not know.
    const LACKING: [Errno; 5] = [Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS, Errno::PERM];
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if LACKING.contains(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// The [`Swap`] of a system that has none.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn swap_by_system(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
