//! Disks that are full, and files that may not grow.

use std::io::Write as _;
use std::path::Path;

use tempfile::TempDir;

use super::sites::{Place, SITES};
use super::support::binary::Call;
use super::support::folders::{put, read_all};
use super::system::Mount;
use super::{REGULATION, base, qadam};

/// What a shell does so that a file can have few KiB: the system says so where it would otherwise kill.
const SHORT: &str = "trap '' XFSZ; ulimit -f 8";

/// The same, and the system kills.
const KILLED: &str = "ulimit -c 0; ulimit -f 8";

/// Fills a file system to the last byte. The file goes with what is returned.
fn fill(folder: &Path) -> tempfile::NamedTempFile {
    let mut filler = tempfile::Builder::new().prefix("filler").tempfile_in(folder).unwrap();
    for size in [4096, 1] {
        let block = vec![0_u8; size];
        while filler.write_all(&block).and_then(|()| filler.flush()).is_ok() {}
    }
    filler
}

/// A project with a file that is not in its canonical form, in a folder.
fn unformatted(folder: &Path) -> Vec<u8> {
    for (path, bytes) in read_all(base().path()) {
        put(folder, &path, bytes);
    }
    let text = String::from_utf8(read_all(folder)[REGULATION].clone()).unwrap();
    // Longer than a block of any kind that `ulimit` counts.
    let text = text.replacen("service: registration", "service:   registration", 1) + &"# түсініктеме\n".repeat(400);
    put(folder, REGULATION, &text);
    text.into_bytes()
}

/// The hidden files that `fmt` and `schema` write beside.
fn temporary(folder: &Path) -> Vec<String> {
    let files = read_all(folder);
    files.into_keys().filter(|path| path.rsplit('/').next().unwrap().starts_with(".qadam-")).collect()
}

#[test]
fn a_file_that_may_not_grow_leaves_the_old_site() {
    let place = Place::new();
    let run = place.build(1).after(SHORT).run();
    run.ends(2, &["cannot-write", "File too large", "make room on the disk", "nothing was published"]);
    place.is_tidy(&[0]);
    // Killed for it, the build says nothing, and what it has left goes at the next start.
    assert_eq!(place.build(1).after(KILLED).run().code, 255);
    place.holds(&[0]);
    assert_eq!(place.leftovers().len(), 1);
    place.publish(1).ends(0, &[]);
    place.is_tidy(&[1]);
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let folder = TempDir::new().unwrap();
    let Some(_mount) = Mount::memory(3072, folder.path()) else { return };
    let place = Place::at(folder.path());
    let filler = fill(folder.path());
    let run = place.publish(1);
    run.ends(2, &["cannot-write", "No space left on device", "make room on the disk", "nothing was published"]);
    assert!(run.err.contains(folder.path().to_str().unwrap()) && run.out.is_empty(), "{}", run.err);
    place.is_tidy(&[0]);
    // Room for a part of the new site.
    filler.as_file().set_len(filler.as_file().metadata().unwrap().len() - 100 * 1024).unwrap();
    place.publish(1).ends(2, &["No space left on device"]);
    place.is_tidy(&[0]);
    // What is there already needs no room.
    place.publish(0).ends(0, &["nothing has changed"]);
    drop(filler);
    place.publish(1).ends(0, &[]);
    place.is_tidy(&[1]);
}

/// Once `fmt` ended with 1, as if the input were wrong, and said that what it had not written was put in order.
#[test]
fn fmt_that_cannot_write_leaves_the_file_and_could_not_run() {
    let project = TempDir::new().unwrap();
    let text = unformatted(project.path());
    let run = Call::new(project.path(), &["fmt"]).bounded().after("trap '' XFSZ; ulimit -f 1").run();
    run.ends(2, &["cannot-write", REGULATION, "File too large", "make room on the disk"]);
    assert!(run.out.is_empty() && !run.err.contains("in order"), "{}{}", run.out, run.err);
    assert!(read_all(project.path())[REGULATION] == text);
    assert!(temporary(project.path()).is_empty());

    let folder = TempDir::new().unwrap();
    let Some(_mount) = Mount::memory(1024, folder.path()) else { return };
    let text = unformatted(folder.path());
    let filler = fill(folder.path());
    qadam(folder.path(), &["fmt"]).ends(2, &["cannot-write", REGULATION, "No space left on device"]);
    assert!(read_all(folder.path())[REGULATION] == text);
    assert!(temporary(folder.path()).is_empty());
    drop(filler);
    qadam(folder.path(), &["fmt"]).ends(0, &[REGULATION]);
    qadam(folder.path(), &["fmt", "--check"]).ends(0, &[]);
}

/// Once the half of a file stayed beside for ever.
#[test]
fn what_a_killed_fmt_leaves_goes_when_it_runs_again() {
    let project = TempDir::new().unwrap();
    let text = unformatted(project.path());
    let run = Call::new(project.path(), &["fmt"]).bounded().after("ulimit -c 0; ulimit -f 1").run();
    assert_eq!(run.code, 255);
    assert!(read_all(project.path())[REGULATION] == text);
    assert_eq!(temporary(project.path()).len(), 1);
    // What is half written is no part of the project, and what somebody else named alike is his.
    let other = "regulations/almaty/2019-1/.qadam-notes";
    put(project.path(), other, "dear");
    qadam(project.path(), &["check"]).ends(0, &[]);
    qadam(project.path(), &["fmt"]).ends(0, &[REGULATION]);
    assert_eq!(temporary(project.path()), [other]);
}

#[test]
fn schemas_are_written_whole_or_not_at_all() {
    let project = base();
    qadam(project.path(), &["schema"]).ends(0, &[]);
    let before = read_all(&project.path().join("regulations/schema"));
    let old = "{}\n";
    for name in before.keys() {
        put(project.path(), &format!("regulations/schema/{name}"), old);
    }
    let run = Call::new(project.path(), &["schema"]).bounded().after("trap '' XFSZ; ulimit -f 1").run();
    run.ends(2, &["cannot-write", "regulations/schema/act.schema.json", "File too large", "make room on the disk"]);
    for (name, bytes) in read_all(&project.path().join("regulations/schema")) {
        assert!(bytes == old.as_bytes(), "{name}");
    }
    qadam(project.path(), &["schema"]).ends(0, &[]);
    assert!(read_all(&project.path().join("regulations/schema")) == before);

    let folder = TempDir::new().unwrap();
    let Some(_mount) = Mount::memory(64, folder.path()) else { return };
    let _filler = fill(folder.path());
    let out = folder.path().join("schema");
    qadam(project.path(), &["schema", "--out", out.to_str().unwrap()]).ends(2, &["cannot-write", "No space left"]);
    for (name, bytes) in read_all(&out) {
        assert!(before.get(&name) == Some(&bytes), "{name}");
    }
}

/// Once a report that a full disk had cut off was taken for a whole one: the exit code was 0.
#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_is_no_success() {
    for arguments in [&["check", "--format=json"][..], &["build", "--dry-run"], &["build"]] {
        let run = Call::new(base().path(), arguments).bounded().after("exec >/dev/full").run();
        run.ends(2, &["cannot-write", "`stdout`", "No space left on device"]);
    }
    // Whoever closes a pipe has read enough.
    let project = &SITES[0].project;
    let run =
        Call::new(project.path(), &["check"]).after("{ \"$0\" \"$@\"; echo ended with $? >&2; } | true; exit 0").run();
    run.ends(0, &["ended with 0"]);
}
