//! Killed builds, and disks that refuse.

use std::collections::BTreeMap;
use std::{fs, io};

use super::super::exchange::{Swap, exchange};
use super::super::place::Place;
use super::super::workspace::Workspace;
use super::super::{Exchange, compare, publish, publish_by};
use super::{
    NO_SWAP, assert_published, codes, files_below, first_site, kill_between_renames, leave_old_tree, names_in, place,
    second_site, site,
};

#[test]
fn leftovers_of_killed_builds_are_removed_and_nothing_else_is() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let place = Place::new(&target).unwrap();
    let workspace = Workspace::create(&place).unwrap();
    fs::create_dir_all(workspace.tree().join("kk")).unwrap();
    fs::write(workspace.tree().join("kk/b.html"), "half").unwrap();
    std::mem::forget(workspace);
    // Killed before the marker was written.
    fs::create_dir(folder.path().join(".public-qadam-Ab12cD")).unwrap();
    // No marker, no fitting name, no folder, another site's.
    let others = [".public-qadam-Zz99zZ/file", ".public-qadam-notes1b/unfinished", ".public-qadam-a1b2c3"];
    let others = [&others[..], &[".public-qadam-x-qadam-Ab12cD/unfinished"]].concat();
    for other in &others {
        let path = folder.path().join(other);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "dear").unwrap();
    }
    publish(&second_site(), &target).unwrap();
    let mut left = files_below(folder.path());
    left.retain(|path, _| !path.starts_with("public/"));
    let expected: BTreeMap<_, _> = others.iter().map(|path| ((*path).to_owned(), b"dear".to_vec())).collect();
    assert_eq!(left, expected);
    assert!(!folder.path().join(".public-qadam-Ab12cD").exists());
}

#[test]
fn a_kill_between_two_renames_is_repaired_at_the_next_start() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    kill_between_renames(&target);
    assert!(!target.exists());
    // A dry run compares with what will be put back, and puts nothing back.
    assert_eq!(compare(&second_site(), &target).unwrap().changed, ["kk/b.html"]);
    assert!(!target.exists());
    // So does a build that goes wrong, but that puts it back.
    let vanished = site(&[("index.html", "choice")]);
    assert_eq!(codes(publish(&vanished, &target)), ["vanished-address", "vanished-address"]);
    assert_published(&folder, &first_site());

    kill_between_renames(&target);
    fs::create_dir(&target).unwrap();
    let published = publish_by(NO_SWAP, &second_site(), &target).unwrap();
    assert_eq!((published.first, published.exchange), (false, Exchange::TwoRenames));
    assert_eq!(published.changes.changed, ["kk/b.html"]);
    assert_published(&folder, &second_site());
}

#[test]
fn a_leftover_behind_a_published_folder_is_no_repair() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    leave_old_tree(&target);
    publish(&first_site(), &target).unwrap();
    assert_published(&folder, &first_site());
}

#[test]
fn a_failing_second_rename_is_undone() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let place = Place::new(&target).unwrap();
    let workspace = Workspace::create(&place).unwrap();
    // There is no tree that could be renamed.
    let diagnostic = exchange(NO_SWAP, &workspace, &target).unwrap_err();
    assert_eq!(diagnostic.code.as_str(), "cannot-write");
    assert!(!target.exists() && workspace.old().exists());
    drop(workspace);
    assert_published(&folder, &first_site());
}

#[test]
fn a_failing_exchange_leaves_the_published_folder() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let failing: Swap = |_, _| Err(io::ErrorKind::StorageFull.into());
    assert_eq!(codes(publish_by(failing, &second_site(), &target)), ["cannot-write"]);
    assert_published(&folder, &first_site());
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_published_folder() {
    let (folder, target) = place();
    let mut second = second_site();
    // Longer than any file system takes; the disk says so when half of the site is written.
    second.files.insert(format!("kk/{}.html", "b".repeat(300)), Vec::new());
    assert_eq!(codes(publish(&second, &target)), ["cannot-write"]);
    assert_eq!(names_in(folder.path()), [".public-qadam.lock"]);
    publish(&first_site(), &target).unwrap();
    let diagnostics = publish(&second, &target).unwrap_err();
    let names: Vec<_> = diagnostics[0].args.iter().map(|(name, _)| *name).collect();
    assert_eq!((diagnostics[0].code.as_str(), &*names), ("cannot-write", &["path", "reason", "cause"][..]));
    assert_published(&folder, &first_site());
}

#[test]
fn a_parent_that_cannot_be_written_leaves_the_published_folder() {
    let (folder, target) = place();
    let file = folder.path().join("file");
    fs::write(&file, "a file").unwrap();
    assert_eq!(codes(publish(&first_site(), &file.join("public"))), ["cannot-write"]);
    fs::remove_file(file).unwrap();

    publish(&first_site(), &target).unwrap();
    let lock = folder.path().join(".public-qadam.lock");
    fs::remove_file(&lock).unwrap();
    fs::create_dir(&lock).unwrap();
    assert_eq!(codes(publish(&second_site(), &target)), ["cannot-write"]);
    assert_published(&folder, &first_site());
}

/// What the one above cannot show: an owner without the right to write. An administrator always has it.
#[cfg(unix)]
#[test]
fn a_parent_without_the_right_to_write_leaves_the_published_folder() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let allow = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    let result = publish(&second_site(), &target);
    allow(0o755);
    if let Err(diagnostics) = result {
        assert_eq!(codes::<()>(Err(diagnostics)), ["cannot-write"]);
        assert_published(&folder, &first_site());
    } else {
        assert_published(&folder, &second_site());
    }
}
