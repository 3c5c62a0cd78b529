//! Single files: written beside, then put in place, so that a reader never sees half of one.
//!
//! A process that is killed meanwhile leaves the file beside. Who writes a file into the same folder next removes it:
//! nobody holds its lock any more.

use std::fs::{DirEntry, File};
use std::io::{self, Write as _};
use std::path::Path;

const PREFIX: &str = ".qadam-";

/// Number of random letters and digits at the end of the name.
const RANDOM: usize = 6;

/// Writes a file whole or not at all. Missing folders are made; the rights of a file that is there are kept.
///
/// # Errors
/// Where the folder cannot be made or the file not be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)?;
    remove_leftovers(folder);
    let rights = std::fs::metadata(path).map(|metadata| metadata.permissions()).ok();
    let mut file = tempfile::Builder::new().prefix(PREFIX).rand_bytes(RANDOM).tempfile_in(folder)?;
    // Where there are no locks, there is no removing either.
    let _ = file.as_file().try_lock();
    file.write_all(bytes)?;
    if let Some(rights) = rights {
        std::fs::set_permissions(file.path(), rights)?;
    } else {
        readable(file.path())?;
    }
    // What is replaced may be the only copy of somebody's work: after a power failure one of the two has to be there.
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Removes what killed processes left in a folder. What cannot be removed is in nobody's way.
fn remove_leftovers(folder: &Path) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(is_leftover) {
        let unused = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
        if unused {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Whether a file has the name of one that was to be put in place.
fn is_leftover(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let random = name.as_encoded_bytes().strip_prefix(PREFIX.as_bytes());
    random.is_some_and(|random| random.len() == RANDOM && random.iter().all(u8::is_ascii_alphanumeric))
        && entry.file_type().is_ok_and(|kind| kind.is_file())
}

/// Temporary files are for their owner alone; what is published is for everybody.
#[cfg(unix)]
pub(super) fn readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
pub(super) fn readable(_: &Path) -> io::Result<()> {
    Ok(())
}
