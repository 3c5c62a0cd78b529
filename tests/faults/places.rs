//! Destinations that are not the program's to replace.

use std::os::unix::fs::symlink;
use std::path::Path;

use tempfile::TempDir;

use super::sites::{Place, SITES, build};
use super::support::folders::{copy, put, read_all};
use super::system::{IS_ROOT, Mount, Somebody, set_rights};
use super::{SERVICES, base, qadam};

#[test]
fn what_the_program_did_not_make_is_not_replaced() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    put(folder.path(), "photos/1.jpg", "dear");
    put(folder.path(), "file", "dear");
    put(folder.path(), "fake/.qadam", "qadam site 1\nnothing of ours\n");
    let place = Place::at(&at("mine"));
    symlink("photos", at("link")).unwrap();
    symlink(place.target(), at("link-to-a-site")).unwrap();
    symlink("nowhere", at("broken")).unwrap();
    let names = ["photos", "file", "fake", "link", "link-to-a-site", "broken", "mine/public/ru"];
    let before = read_all(folder.path());
    for name in names {
        for dry in [false, true] {
            let target = at(name);
            let mut arguments = vec!["build", "--out", target.to_str().unwrap()];
            arguments.extend(dry.then_some("--dry-run"));
            let run = qadam(SITES[1].project.path(), &arguments);
            run.ends(2, &["foreign-folder", name, "was not made by this program", "name another folder with `--out`"]);
        }
    }
    // Not even a lock: within a site, it would be a stray file that stops the next build.
    let after = read_all(folder.path());
    assert!(after == before, "{:?}", after.keys());
    place.publish(1).ends(0, &[]);
    assert!(["link", "link-to-a-site", "broken"].iter().all(|name| at(name).is_symlink()));
}

#[test]
fn a_stray_file_in_the_site_is_not_lost() {
    let place = Place::new();
    put(&place.target(), "kk/notes.txt", "dear");
    place.publish(1).ends(2, &["foreign-file", "kk/notes.txt", "move it somewhere else"]);
    assert_eq!(std::fs::read(place.target().join("kk/notes.txt")).unwrap(), b"dear");
    std::fs::remove_file(place.target().join("kk/notes.txt")).unwrap();
    place.is_tidy(&[0]);
}

/// Once `site/../regulations/x` was no folder of the encodings.
#[test]
fn folders_that_a_build_reads_are_no_destination() {
    let project = base();
    let before = read_all(project.path());
    for out in [
        "regulations",
        "regulations/almaty/x",
        "site/../regulations/x",
        "./site/pages",
        "templates/x",
        "site/assets/../locales",
    ] {
        qadam(project.path(), &["build", "--out", out]).ends(2, &["foreign-folder", out]);
    }
    assert!(read_all(project.path()) == before);
}

#[test]
fn a_mount_point_is_left_and_a_folder_below_it_is_taken() {
    let folder = TempDir::new().unwrap();
    let target = folder.path().join("public");
    std::fs::create_dir(&target).unwrap();
    let Some(_mount) = Mount::memory(4096, &target) else { return };
    let build = |out: &Path| build(&SITES[0].project, out).run();
    build(&target).ends(2, &["cannot-write", "this folder is a mount point", "name a folder below it"]);
    assert!(read_all(&target).is_empty());
    let below = Place::at(&target);
    below.is_tidy(&[0]);
    let leftovers = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(leftovers, 2, "the lock and the folder");
}

/// What stands in a lower layer of a container cannot be renamed at all.
#[test]
fn a_site_in_a_lower_layer_is_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let Some(_memory) = Mount::memory(8192, folder.path()) else { return };
    let at = |name: &str| folder.path().join(name);
    for name in ["lower", "upper", "work", "merged"] {
        std::fs::create_dir(at(name)).unwrap();
    }
    Place::at(&at("lower"));
    let layers = ["lower", "upper", "work"].map(|name| at(name).to_str().unwrap().to_owned());
    let layers = format!("lowerdir={},upperdir={},workdir={}", layers[0], layers[1], layers[2]);
    let Some(_overlay) = Mount::new(&["-t", "overlay", "overlay", "-o", &layers], &at("merged")) else { return };
    let merged = at("merged").join("public");
    let run = build(&SITES[1].project, &merged).run();
    if run.code == 0 {
        println!("this system renames what stands in a lower layer");
        assert!(read_all(&merged) == SITES[1].tree);
        return;
    }
    run.ends(2, &["cannot-write", "belongs to the fixed layer of a container", "`--out`"]);
    assert!(read_all(&merged) == SITES[0].tree);
    let below = build(&SITES[1].project, &at("merged").join("other")).run();
    below.ends(0, &[]);
}

/// Root may write everywhere, so that somebody else is asked; whoever is not root has a right to lose.
#[test]
fn a_folder_without_the_right_to_write_is_told_with_what_to_do() {
    let (place, project, new, somebody) = (Place::new(), base(), copy(SITES[1].project.path()), Somebody::new());
    let register = String::from_utf8(read_all(project.path())[SERVICES].clone()).unwrap();
    put(project.path(), SERVICES, format!("# x\n\n\n{register}"));
    let (closed, open) = if *IS_ROOT { (0o755, 0o755) } else { (0o555, 0o755) };
    let folders = [place.folder.clone(), project.path().join("regulations")];
    for folder in [new.path(), project.path()] {
        set_rights(folder, 0o755);
    }
    for folder in &folders {
        set_rights(folder, closed);
    }
    let target = place.target();
    let build = somebody.qadam(new.path(), &["build", "--out", target.to_str().unwrap()]);
    let [fmt, schema] = ["fmt", "schema"].map(|command| somebody.qadam(project.path(), &[command]));
    for folder in &folders {
        set_rights(folder, open);
    }
    for run in [&build, &fmt, &schema] {
        run.ends(2, &["cannot-write", "Permission denied", "check that you have the right to write there"]);
    }
    fmt.ends(2, &[SERVICES]);
    place.is_tidy(&[0]);
}
