//! Where a site is published, the names beside it that belong to its publication, and the lock.

use std::ffi::{OsStr, OsString};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{at, cannot_write};
use crate::diagnostic::{Code, Diagnostic};

/// The place of a site.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder that is published, without a separator at the end: that would follow a link.
    pub target: PathBuf,
    /// The folder it stands in. What is written first stands there too, on the same file system.
    pub parent: PathBuf,
    name: OsString,
}

impl Place {
    /// The place of a target. One without a name (`/`, `..`) is no folder that this program made.
    pub(super) fn new(target: &Path) -> Result<Self, Diagnostic> {
        let name = target.file_name().ok_or_else(|| at(Code::ForeignFolder, target))?.to_owned();
        let parent = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        Ok(Self { target: parent.join(&name), parent, name })
    }

    /// The beginning of the names of workspaces; [`super::workspace::RANDOM`] letters follow.
    pub(super) fn workspace_prefix(&self) -> OsString {
        self.beside("-qadam-")
    }

    /// Takes the lock, or says that another build holds it. Makes the parent folder where there is none.
    ///
    /// The system releases the lock with the file, also when the process is killed. The file itself stays. Were it
    /// removed, a build that had opened it just before could lock the file without a name while a third one makes and
    /// locks a new file, and both would believe themselves alone.
    pub(super) fn lock(&self) -> Result<File, Diagnostic> {
        let path = self.lock_file();
        let failed = |error: io::Error| cannot_write(&path, &error);
        std::fs::create_dir_all(&self.parent).map_err(|error| cannot_write(&self.parent, &error))?;
        let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(at(Code::Locked, &self.target)),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    /// Whether somebody has published here, or tried to.
    pub(super) fn is_known(&self) -> bool {
        self.lock_file().exists()
    }

    /// Where it is noted what the published pages are made of.
    pub(super) fn grounds_file(&self) -> PathBuf {
        self.parent.join(self.beside("-qadam.grounds"))
    }

    fn lock_file(&self) -> PathBuf {
        self.parent.join(self.beside("-qadam.lock"))
    }

    fn beside(&self, suffix: &str) -> OsString {
        [OsStr::new("."), &self.name, OsStr::new(suffix)].into_iter().collect()
    }
}
