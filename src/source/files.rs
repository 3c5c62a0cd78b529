//! Files: which there are, and their text.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

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
    match std::fs::symlink_metadata(&base) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return (found, vec![unreadable(folder, &ErrorKind::NotADirectory.into())]),
        Err(error) if error.kind() == ErrorKind::NotFound => return (found, diagnostics),
        Err(error) => return (found, vec![unreadable(folder, &error)]),
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
        } else if !entry.file_type().is_dir() {
            diagnostics.push(unreadable(&path, &io::Error::other("not a regular file")));
        }
        if found.len() > MAX_FILES {
            let limit = format!("{MAX_FILES}");
            diagnostics.push(Diagnostic::nowhere(Code::TooLarge).with("path", folder).with("limit", limit));
            break;
        }
    }
    (found, diagnostics)
}

/// A file of the project by its path; `None` where it is not there.
pub(super) fn find_file(root: &Path, path: &str) -> Result<Option<Found>, Diagnostic> {
    if let Some(link) = link_on_the_way(root, path) {
        return Err(Diagnostic::nowhere(Code::Symlink).with("path", link));
    }
    let absolute = root.join(path);
    match std::fs::symlink_metadata(&absolute) {
        Ok(_) => Ok(Some(Found { path: path.to_owned(), absolute })),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// The first part of a path below the root that is a link.
pub fn link_on_the_way(root: &Path, path: &str) -> Option<String> {
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

/// What a file looks like from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    path: String,
    /// Length and time of the last change, where they can be had.
    looks: Option<(u64, Option<SystemTime>)>,
}

impl Stamp {
    pub(super) fn of(file: &Found) -> Self {
        let metadata = std::fs::symlink_metadata(&file.absolute).ok();
        let looks = metadata.map(|metadata| (metadata.len(), metadata.modified().ok()));
        Self { path: file.path.clone(), looks }
    }
}

/// The bytes of a file of the project.
pub(super) fn read_bytes(path: &str, absolute: &Path) -> Result<Vec<u8>, Diagnostic> {
    let file = open_file(absolute).map_err(|error| {
        // Whoever put a link in the place of the file since it was found is told what he would have been told before.
        let link = absolute.is_symlink();
        if link { Diagnostic::nowhere(Code::Symlink).with("path", path) } else { unreadable(path, &error) }
    })?;
    read_all(path, file)
}

/// The text of a file of the project, without a byte order mark.
pub(super) fn read_text(path: &str, absolute: &Path) -> Result<String, Diagnostic> {
    decode(path, read_bytes(path, absolute)?)
}

/// The text of a file that the user named: it may be a link, or what another program writes into a pipe.
///
/// # Errors
/// Where the file cannot be read, is too large or is not UTF-8.
pub fn read_named(path: &Path) -> Result<String, Diagnostic> {
    text_of(path, read_named_bytes(path)?)
}

/// The bytes of a file that the user named.
///
/// # Errors
/// Where the file cannot be read or is too large.
pub fn read_named_bytes(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let shown = path.to_string_lossy();
    let file = File::open(path).map_err(|error| unreadable(&shown, &error))?;
    read_all(&shown, file)
}

/// The text in bytes, without a byte order mark.
///
/// # Errors
/// Where they are not UTF-8.
pub fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    decode(&path.to_string_lossy(), bytes)
}

/// Opens a file that is one: from a pipe or a device reading might never return.
fn open_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        // A pipe without a writer would hold up the opening itself.
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() {
        Ok(file)
    } else if metadata.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(io::Error::other("not a regular file"))
    }
}

fn read_all(path: &str, file: File) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
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

/// The text that bytes stand for, without a byte order mark.
pub(super) fn decode(path: &str, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    let not_utf8 = |encoding: &str| Diagnostic::nowhere(Code::NotUtf8).with("path", path).with("encoding", encoding);
    if is_utf16(&bytes) {
        return Err(not_utf8("UTF-16"));
    }
    let text = String::from_utf8(bytes).map_err(|_| not_utf8("windows-1251"))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Whether bytes are a text in UTF-16: they begin with its mark, or almost every second byte is one that Latin and
/// Cyrillic letters have there. Such bytes may well be UTF-8 too, of signs that no text has.
fn is_utf16(bytes: &[u8]) -> bool {
    let high = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| matches!(byte, 0 | 4)).count();
    let likely = |parity: usize| high(parity) * 10 > bytes.len() / 2 * 9;
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) || bytes.contains(&0) && (likely(0) || likely(1))
}

pub(super) fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::nowhere(Code::Unreadable).with("path", path).with("reason", error.to_string())
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
