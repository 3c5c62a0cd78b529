//! How a publication goes.

use std::fs;

use super::super::exchange::swap_by_system;
use super::super::{Changes, Exchange, Published, Site, compare, publish, publish_by};
use super::{
    NO_SWAP, age, assert_published, codes, files_below, first_site, names_in, place, second_site, site, strings,
    time_of,
};

#[test]
fn a_first_publication_writes_the_site_and_nothing_else() {
    let (folder, target) = place();
    let published = publish(&first_site(), &target).unwrap();
    assert_published(&folder, &first_site());
    let changes = Changes { added: strings(&["index.html", "kk/a/index.html", "kk/b.html"]), ..Changes::default() };
    let bytes = first_site().files.values().map(|bytes| bytes.len() as u64).sum();
    assert_eq!(published, Published { changes, first: true, files: 4, bytes, exchange: Exchange::Atomic });
}

#[test]
fn missing_parents_are_made_and_an_empty_folder_is_taken() {
    let (folder, target) = place();
    fs::create_dir(&target).unwrap();
    assert!(publish(&first_site(), &target).unwrap().first);
    assert_published(&folder, &first_site());
    assert!(publish(&first_site(), &folder.path().join("a/b/")).unwrap().first);
    assert_eq!(names_in(&folder.path().join("a")), [".b-qadam.lock", "b"]);
}

#[test]
fn an_equal_publication_changes_nothing() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let page = target.join("kk/b.html");
    let (page_time, folder_time) = (age(&page), time_of(&target));
    let published = publish(&first_site(), &target).unwrap();
    assert_eq!((published.changes, published.first), (Changes::default(), false));
    assert_eq!(published.exchange, Exchange::Unneeded);
    assert_eq!((time_of(&page), time_of(&target)), (page_time, folder_time));
    assert_published(&folder, &first_site());
}

#[test]
fn a_second_publication_says_what_changed_and_keeps_the_rest() {
    for swap in [swap_by_system, NO_SWAP] {
        let (folder, target) = place();
        publish_by(swap, &first_site(), &target).unwrap();
        let time = age(&target.join("index.html"));
        age(&target.join("kk/b.html"));
        let expected = Changes {
            added: strings(&["kk/c.html"]),
            changed: strings(&["kk/b.html"]),
            gone: strings(&["kk/a/index.html"]),
        };
        assert_eq!(compare(&second_site(), &target).unwrap(), expected);
        assert_published(&folder, &first_site());
        let published = publish_by(swap, &second_site(), &target).unwrap();
        assert_eq!(published.changes, expected);
        assert_published(&folder, &second_site());
        assert_eq!(time_of(&target.join("index.html")), time);
        assert_ne!(time_of(&target.join("kk/b.html")), time);
    }
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn the_exchange_is_atomic_and_unchanged_files_are_links() {
    use std::os::unix::fs::MetadataExt as _;
    let (_folder, target) = place();
    publish(&first_site(), &target).unwrap();
    let inode = |path: &str| fs::metadata(target.join(path)).unwrap().ino();
    let (folder_before, page_before) = (inode(""), inode("index.html"));
    assert_eq!(publish(&second_site(), &target).unwrap().exchange, Exchange::Atomic);
    assert_ne!(inode(""), folder_before);
    assert_eq!(inode("index.html"), page_before);
}

#[test]
fn a_file_that_lost_its_length_is_written_again() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    fs::write(target.join("kk/b.html"), "").unwrap();
    fs::remove_file(target.join("style.css")).unwrap();
    assert!(publish(&first_site(), &target).unwrap().changes.is_empty());
    assert_published(&folder, &first_site());
}

#[test]
fn a_dry_run_makes_nothing() {
    let (folder, target) = place();
    let changes = compare(&first_site(), &folder.path().join("a/public")).unwrap();
    assert_eq!(changes.added.len(), 3);
    assert_eq!(codes(compare(&site(&[("a//b", "")]), &target)), ["bad-path"]);
    assert!(names_in(folder.path()).is_empty());
}

#[test]
fn the_manifest_depends_on_the_site_alone() {
    let (folder, target) = place();
    publish(&first_site(), &target).unwrap();
    publish(&second_site(), &target).unwrap();
    let fresh = folder.path().join("fresh");
    publish(&second_site(), &fresh).unwrap();
    assert_eq!(files_below(&target), files_below(&fresh));
    let manifest = fs::read_to_string(fresh.join(".qadam")).unwrap();
    let paths: Vec<_> = manifest.lines().skip(1).map(|line| line.rsplit(' ').next().unwrap()).collect();
    assert_eq!(paths, ["index.html", "kk/b.html", "kk/c.html", "style.css"]);
}

#[test]
fn a_site_without_files_can_be_published() {
    let (folder, target) = place();
    assert!(publish(&Site::default(), &target).unwrap().first);
    assert!(!publish(&Site::default(), &target).unwrap().first);
    assert_published(&folder, &Site::default());
}
