//! Single files: written beside, then put in place, so that a reader never sees half of one.

use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file whole or not at all. Missing folders are made; the rights of a file that is there are kept.
///
/// # Errors
/// Where the folder cannot be made or the file not be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)?;
    let rights = std::fs::metadata(path).map(|metadata| metadata.permissions()).ok();
    let mut file = tempfile::Builder::new().prefix(".qadam-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Some(rights) = rights {
        std::fs::set_permissions(file.path(), rights)?;
    } else {
        readable(file.path())?;
    }
    file.persist(path)?;
    Ok(())
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
