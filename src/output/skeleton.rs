//! New files beside what is there already: all of them or none, and never over another.
//!
//! 1. Look at every path before anything is written. What is there already, and a link on the way, are told together.
//! 2. Make the folders, from the outermost on, and write each file whole: beside, then put in place by a rename that
//!    refuses to replace (`persist_noclobber`), so that a file that somebody made meanwhile is safe too.
//! 3. Where that fails, take back the files and folders that were made. Folders with something else in them stay.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::{at, cannot_write, paths, unreadable};
use crate::diagnostic::{Code, Diagnostic};

/// Writes new files below a folder, by paths relative to it, with `/`. The folder is made where it is missing.
///
/// # Errors
/// With these codes, and with nothing written: `bad-path` and `path-clash` (the paths), `already-there`, `symlink`,
/// `unreadable` (what stands there), `cannot-write`.
pub fn write_new(root: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Vec<Diagnostic>> {
    let faults = paths::check_paths(files.keys().map(String::as_str));
    if !faults.is_empty() {
        return Err(faults);
    }
    // A root that is a file would be told once a path.
    if std::fs::metadata(root).is_ok_and(|metadata| !metadata.is_dir()) {
        return Err(at(Code::AlreadyThere, root).with("more", "0").into());
    }
    let mut obstacles: Vec<Diagnostic> = files.keys().filter_map(|path| obstacle(root, path)).collect();
    obstacles.dedup();
    // Where a whole project is there already, one line says so.
    let (taken, mut faults): (Vec<_>, Vec<_>) =
        obstacles.into_iter().partition(|fault| fault.code == Code::AlreadyThere);
    let more = taken.len().saturating_sub(1).to_string();
    faults.extend(taken.into_iter().next().map(|first| first.with("more", more)));
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut made = Made::default();
    for (path, bytes) in files {
        let path = below(root, path);
        if let Err(error) = made.write(&path, bytes) {
            made.take_back();
            let taken = error.kind() == ErrorKind::AlreadyExists;
            let there = at(Code::AlreadyThere, &path).with("more", "0");
            let fault = if taken { there } else { cannot_write(&path, &error) };
            return Err(fault.into());
        }
    }
    Ok(())
}

/// A path below a folder; below the current one as a person would write it.
fn below(root: &Path, path: &str) -> PathBuf {
    if root == Path::new(".") { PathBuf::from(path) } else { root.join(path) }
}

/// What is in the way of a new file: a link on the way to it, or something in its place.
fn obstacle(root: &Path, path: &str) -> Option<Diagnostic> {
    let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
    for end in ends {
        let part = below(root, &path[..end]);
        match std::fs::symlink_metadata(&part) {
            Ok(metadata) if metadata.is_symlink() => return Some(at(Code::Symlink, &part)),
            Ok(metadata) if metadata.is_dir() && end < path.len() => {}
            Ok(_) => return Some(at(Code::AlreadyThere, &part)),
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(error) => return Some(unreadable(&part, &error)),
        }
    }
    None
}

/// What was made so far, in that order.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        self.make(folder)?;
        let mut file = tempfile::Builder::new().prefix(".qadam-").tempfile_in(folder)?;
        file.write_all(bytes)?;
        super::write::readable(file.path())?;
        file.persist_noclobber(path)?;
        self.files.push(path.to_owned());
        Ok(())
    }

    /// Makes a folder and those it stands in, where they are missing.
    fn make(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|part| !part.as_os_str().is_empty()).collect();
        for part in missing.into_iter().rev().filter(|part| !part.is_dir()) {
            std::fs::create_dir(part)?;
            self.folders.push(part.to_owned());
        }
        Ok(())
    }

    /// Removes what was made. A folder that somebody has put something into meanwhile stays, and so do those around it.
    fn take_back(&self) {
        for file in &self.files {
            let _ = std::fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Made, write_new};

    fn names(folder: &Path) -> Vec<String> {
        let entries = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter().map(Result::unwrap);
        entries.map(|entry| entry.path().strip_prefix(folder).unwrap().display().to_string()).collect()
    }

    /// A disk that is full in the middle leaves nothing of ours, and all of what others put there.
    #[test]
    fn what_was_made_is_taken_back_and_what_others_made_stays() {
        let folder = tempfile::tempdir().unwrap();
        let mut made = Made::default();
        for path in ["a/b/one", "a/two", "c/three"] {
            made.write(&folder.path().join(path), b"ours").unwrap();
        }
        std::fs::write(folder.path().join("c/theirs"), "theirs").unwrap();
        made.take_back();
        assert_eq!(names(folder.path()), ["c", "c/theirs"]);
    }

    /// A file that comes between looking and writing is not written over.
    #[test]
    fn a_file_that_somebody_makes_meanwhile_is_safe() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one");
        std::fs::write(&path, "theirs").unwrap();
        assert!(Made::default().write(&path, b"ours").is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"theirs");
        assert_eq!(names(folder.path()), ["one"]);
    }

    #[test]
    fn paths_that_lead_out_of_the_folder_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["../one", "/one", "a/../../one", "a//one"] {
            let faults = write_new(folder.path(), &[(path.to_owned(), Vec::new())].into()).unwrap_err();
            assert_eq!(faults[0].code.as_str(), "bad-path", "{path}");
        }
        assert!(names(folder.path()).is_empty());
    }
}
