//! Folders: copies of projects, and what stands in built sites.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The folder of the package.
pub fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A project among the fixtures.
pub fn fixture(name: &str) -> PathBuf {
    package().join("tests/fixtures").join(name)
}

/// A copy of a folder.
pub fn copy(folder: &Path) -> TempDir {
    copy_into(TempDir::new().unwrap(), folder)
}

/// A copy that stays as long as the tests run, and so is left with what else they make.
pub fn lasting_copy(folder: &Path) -> TempDir {
    copy_into(TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap(), folder)
}

fn copy_into(copy: TempDir, folder: &Path) -> TempDir {
    for (path, bytes) in read_all(folder) {
        put(copy.path(), &path, bytes);
    }
    copy
}

/// Writes a file of a project, and the folders it stands in.
pub fn put(project: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = project.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// The files of a site by address. The list that a build keeps for itself is none of them.
pub fn read_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = read_all(folder);
    files.retain(|path, _| !path.ends_with(".qadam"));
    files
}

/// Every file below a folder, by path.
pub fn read_all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let parts = entry.path().strip_prefix(folder).unwrap().iter().map(|part| part.to_str().unwrap());
            (parts.collect::<Vec<_>>().join("/"), std::fs::read(entry.path()).unwrap())
        })
        .collect()
}
