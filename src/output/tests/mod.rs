//! Publications on a real disk: how they go (`publication`), what is refused (`refusals`), and what goes wrong
//! (`accidents`).

mod accidents;
mod publication;
mod refusals;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::Site;
use super::exchange::{Swap, move_folder};
use super::place::Place;
use super::workspace::Workspace;
use crate::diagnostic::Diagnostic;

/// A system that cannot exchange folders.
const NO_SWAP: Swap = |_, _| Ok(false);

/// A folder for the test, and the place of a site in it.
fn place() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let target = folder.path().join("public");
    (folder, target)
}

fn site(files: &[(&str, &str)]) -> Site {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    Site { files, ..Site::default() }
}

fn first_site() -> Site {
    site(&[("index.html", "choice"), ("kk/a/index.html", "а"), ("kk/b.html", "бә"), ("style.css", "p {}")])
}

/// `kk/b.html` changed, `kk/c.html` new, `kk/a/index.html` gone to it.
fn second_site() -> Site {
    let mut second = site(&[("index.html", "choice"), ("kk/b.html", "бб"), ("kk/c.html", "в"), ("style.css", "p { }")]);
    second.redirects.insert("kk/a/index.html".to_owned(), "kk/c.html".to_owned());
    second
}

/// Every file below a folder but the lock, by path, hidden ones included.
fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    walk.filter(|entry| entry.file_type().is_file() && entry.path().extension().is_none_or(|end| end != "lock"))
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap();
            (path.to_owned(), fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The names beside the site, sorted.
fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Asserts that the folder of the test holds exactly this site, and nothing of its making.
#[track_caller]
fn assert_published(folder: &TempDir, site: &Site) {
    let mut files = files_below(&folder.path().join("public"));
    assert!(files.remove(".qadam").is_some_and(|manifest| manifest.starts_with(b"qadam site 1\n")));
    assert_eq!(files, site.files);
    assert_eq!(names_in(folder.path()), [".public-qadam.lock", "public"]);
}

#[track_caller]
fn codes<T: std::fmt::Debug>(result: Result<T, Vec<Diagnostic>>) -> Vec<&'static str> {
    result.unwrap_err().iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}

fn strings(strings: &[&str]) -> Vec<String> {
    strings.iter().map(ToString::to_string).collect()
}

/// Makes a file look as if written long ago.
fn age(path: &Path) -> SystemTime {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    time
}

fn time_of(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

/// Publishes as far as a killed build would have come: what drops would do does not happen.
fn kill_between_renames(target: &Path) {
    let place = Place::new(target).unwrap();
    let workspace = Workspace::create(&place).unwrap();
    fs::create_dir(workspace.tree()).unwrap();
    fs::write(workspace.tree().join("index.html"), "new").unwrap();
    move_folder(target, &workspace.old()).unwrap();
    std::mem::forget(workspace);
}

/// A leftover that holds a published folder, beside a target that has been taken since.
fn leave_old_tree(target: &Path) {
    let place = Place::new(target).unwrap();
    let workspace = Workspace::create(&place).unwrap();
    fs::create_dir(workspace.old()).unwrap();
    fs::write(workspace.old().join("index.html"), "old").unwrap();
    std::mem::forget(workspace);
}
