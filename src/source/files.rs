//! Files: which there are, and their text.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diagnostic::{Code, Diagnostic};

/// Largest file that is read, in bytes. The longest regulation so far takes a tenth of it.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Most files of one folder that are read.
const MAX_FILES: usize = 20_000;

/// Deepest folder that is looked into.
const MAX_FOLDERS: usize = 8;

/// A file that was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// Path relative to the project, with `/`.
    pub path: String,
    /// Path on this machine.
    pub absolute: PathBuf,
}

/// The files under `root/folder`, sorted. A folder that is not there has none.
pub(super) fn find_files(root: &Path, folder: &str) -> (Vec<Found>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut diagnostics = Vec::new();
    let base = root.join(folder);
    if let Some(link) = link_on_the_way(root, folder) {
        return (found, vec![Diagnostic::nowhere(Code::Symlink).with("path", link)]);
    }
    if !base.exists() {
        return (found, diagnostics);
    }
    let walk = WalkDir::new(&base).max_depth(MAX_FOLDERS).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name())) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map_or_else(|| folder.to_owned(), |path| relative(root, path));
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                diagnostics.push(Diagnostic::nowhere(Code::Unreadable).with("path", path).with("reason", reason));
                continue;
            }
        };
        let path = relative(root, entry.path());
        if entry.path_is_symlink() {
            diagnostics.push(Diagnostic::nowhere(Code::Symlink).with("path", path));
        } else if entry.file_type().is_file() {
            found.push(Found { path, absolute: entry.path().to_owned() });
        }
        if found.len() > MAX_FILES {
            let limit = format!("{MAX_FILES}");
            diagnostics.push(Diagnostic::nowhere(Code::TooLarge).with("path", folder).with("limit", limit));
            break;
        }
    }
    (found, diagnostics)
}

/// The first part of a path below the root that is a link.
pub(super) fn link_on_the_way(root: &Path, path: &str) -> Option<String> {
    let mut way = PathBuf::new();
    path.split('/').find_map(|part| {
        way.push(part);
        root.join(&way).is_symlink().then(|| relative(Path::new(""), &way))
    })
}

/// A file of a project, wherever it came from.
#[derive(Debug, Clone)]
pub struct GivenFile {
    /// Its path relative to the project, with `/`.
    pub path: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// The bytes of a file.
pub(super) fn read_bytes(path: &str, absolute: &Path) -> Result<Vec<u8>, Diagnostic> {
    let unreadable = |error: std::io::Error| {
        Diagnostic::nowhere(Code::Unreadable).with("path", path).with("reason", error.to_string())
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(absolute).map_err(unreadable)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    check_size(path, &bytes)?;
    Ok(bytes)
}

/// Refuses what is larger than any file may be.
pub(super) fn check_size(path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
    if bytes.len() as u64 > MAX_BYTES {
        let limit = format!("{} MiB", MAX_BYTES / 1024 / 1024);
        return Err(Diagnostic::nowhere(Code::TooLarge).with("path", path).with("limit", limit));
    }
    Ok(())
}

/// The text of a file, without a byte order mark.
///
/// # Errors
/// Where the file cannot be read, is too large or is not UTF-8.
pub fn read_text(path: &str, absolute: &Path) -> Result<String, Diagnostic> {
    decode(path, read_bytes(path, absolute)?)
}

/// The text that bytes stand for, without a byte order mark.
pub(super) fn decode(path: &str, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    check_size(path, &bytes)?;
    let encoding = match bytes.as_slice() {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "UTF-16",
        _ => "windows-1251",
    };
    let text = String::from_utf8(bytes)
        .map_err(|_| Diagnostic::nowhere(Code::NotUtf8).with("path", path).with("encoding", encoding))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
