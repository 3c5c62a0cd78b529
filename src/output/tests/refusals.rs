//! What is refused, and stays as it was.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::place::Place;
use super::super::{Site, compare, publish};
use super::{assert_published, codes, files_below, first_site, leave_old_tree, names_in, place, second_site, site};

#[test]
fn a_vanished_address_without_redirect_stops_the_publication() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let mut second = second_site();
    second.redirects.clear();
    second.files.remove("index.html");
    for result in [publish(&second, &target).map(|published| published.changes), compare(&second, &target)] {
        let diagnostics = result.unwrap_err();
        let lines: Vec<_> =
            diagnostics.iter().map(|diagnostic| (diagnostic.code.as_str(), &*diagnostic.args[0].1)).collect();
        assert_eq!(lines, [("vanished-address", "index.html"), ("vanished-address", "kk/a/index.html")]);
    }
    assert_published(&folder, &first_site());
}

#[test]
fn bad_paths_stop_the_publication() {
    let (folder, target) = place();
    let bad = site(&[("../a.html", ""), ("B.html", ""), ("b.html", ""), ("/etc/a.html", "")]);
    assert_eq!(codes(publish(&bad, &target)), ["bad-path", "bad-path", "path-clash"]);
    assert!(names_in(folder.path()).is_empty());
}

#[test]
fn a_foreign_folder_is_not_touched() {
    let (folder, target) = place();
    fs::create_dir_all(target.join("photos")).unwrap();
    fs::write(target.join("photos/1.jpg"), "dear").unwrap();
    leave_old_tree(&target);
    let before = files_below(folder.path());
    assert_eq!(codes(publish(&first_site(), &target)), ["foreign-folder"]);
    assert_eq!(codes(compare(&first_site(), &target)), ["foreign-folder"]);
    // A manifest of an unknown format is no mark of ours, nor is a damaged one.
    for manifest in ["qadam site 2\n", "qadam site 1\nabc", ""] {
        fs::write(target.join(".qadam"), manifest).unwrap();
        assert_eq!(codes(publish(&first_site(), &target)), ["foreign-folder"]);
    }
    fs::remove_file(target.join(".qadam")).unwrap();
    assert_eq!(files_below(folder.path()), before);
}

#[test]
fn a_file_or_a_nameless_folder_is_foreign() {
    let (folder, target) = place();
    fs::write(&target, "a file").unwrap();
    assert_eq!(codes(publish(&first_site(), &target)), ["foreign-folder"]);
    assert_eq!(fs::read(&target).unwrap(), b"a file");
    assert_eq!(codes(publish(&first_site(), &folder.path().join(".."))), ["foreign-folder"]);
    assert_eq!(codes(publish(&first_site(), Path::new("/"))), ["foreign-folder"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_or_to_an_empty_folder_is_foreign() {
    let (folder, target) = place();
    std::os::unix::fs::symlink("elsewhere", &target).unwrap();
    assert_eq!(codes(publish(&first_site(), &target)), ["foreign-folder"]);
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    assert_eq!(codes(publish(&first_site(), &target)), ["foreign-folder"]);
    assert!(target.is_symlink());
    assert!(names_in(&folder.path().join("elsewhere")).is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_is_foreign_even_to_a_published_folder() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let link = folder.path().join("link");
    std::os::unix::fs::symlink("public", &link).unwrap();
    assert_eq!(codes(publish(&second_site(), &link)), ["foreign-folder"]);
    assert_eq!(codes(publish(&second_site(), &folder.path().join("link/"))), ["foreign-folder"]);
    assert_eq!(codes(compare(&second_site(), &link)), ["foreign-folder"]);
    assert!(link.is_symlink());
    fs::remove_file(&link).unwrap();
    assert_published(&folder, &first_site());
}

#[test]
fn a_stray_file_in_a_published_folder_is_not_lost() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    fs::create_dir_all(target.join(".git/objects")).unwrap();
    fs::write(target.join(".git/HEAD"), "dear").unwrap();
    fs::write(target.join("kk/notes.txt"), "dear").unwrap();
    let before = files_below(folder.path());
    let diagnostics = publish(&second_site(), &target).unwrap_err();
    let lines: Vec<_> =
        diagnostics.iter().map(|diagnostic| (diagnostic.code.as_str(), PathBuf::from(&diagnostic.args[0].1))).collect();
    assert_eq!(lines, [("foreign-file", target.join(".git")), ("foreign-file", target.join("kk/notes.txt"))]);
    assert_eq!(files_below(folder.path()), before);

    fs::remove_dir_all(target.join(".git")).unwrap();
    fs::remove_file(target.join("kk/notes.txt")).unwrap();
    fs::write(target.join("kk/.DS_Store"), "junk").unwrap();
    publish(&second_site(), &target).unwrap();
    assert_published(&folder, &second_site());
}

#[test]
fn a_second_build_at_once_is_told_so() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let place = Place::new(&target).unwrap();
    let lock = place.lock().unwrap();
    assert_eq!(codes(publish(&second_site(), &target)), ["locked"]);
    assert_published(&folder, &first_site());
    assert_eq!(compare(&second_site(), &target).unwrap().gone.len(), 1);
    drop(lock);
    publish(&second_site(), &target).unwrap();
    assert_published(&folder, &second_site());
}

#[test]
fn a_page_that_comes_and_goes_needs_no_redirect() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("public");
    let mut site = Site::default();
    site.files.insert("ru/compare/a--b/index.html".to_owned(), b"a".to_vec());
    site.files.insert("ru/index.html".to_owned(), b"b".to_vec());
    publish(&site, &target).unwrap();
    site.files.remove("ru/compare/a--b/index.html");
    assert!(publish(&site, &target).is_err());
    site.passing.push("ru/compare/".to_owned());
    assert_eq!(publish(&site, &target).unwrap().changes.gone, ["ru/compare/a--b/index.html"]);
}
