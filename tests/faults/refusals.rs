//! Systems that refuse: a kernel that knows no exchange of folders or no hard links.
//!
//! The refusal is the kernel's own: a filter (seccomp) set on a thread, which its children inherit. It needs no rights.

use std::time::Duration;

use super::kills::{Random, kill_at_random};
use super::sites::Place;

/// Errors that stand for no exchange: of a file system, of an old kernel, of a sandbox.
const REFUSALS: [(&str, u32); 3] = [("EINVAL", 22), ("ENOSYS", 38), ("EPERM", 1)];

/// Exchanges of two folders, and hard links.
const EXCHANGE: &str = r#"{"syscall": "renameat2", "args": [{"index": 4, "type": "dword", "op": "eq", "val": 2}]}"#;
const LINK: &str = r#"{"syscall": "linkat"}"#;

/// Does something on a thread whose children the system refuses a call.
fn refused<T: Send>(call: &str, errno: u32, act: impl FnOnce() -> T + Send) -> T {
    let rules = format!(
        r#"{{"main": {{"mismatch_action": "allow", "match_action": {{"errno": {errno}}}, "filter": [{call}]}}}}"#
    );
    let machine = std::env::consts::ARCH.try_into().unwrap();
    let filter = seccompiler::compile_from_json(rules.as_bytes(), machine).unwrap().remove("main").unwrap();
    std::thread::scope(|scope| {
        let thread = scope.spawn(move || {
            seccompiler::apply_filter(&filter).unwrap();
            act()
        });
        thread.join().unwrap()
    })
}

#[test]
fn without_an_exchange_the_site_is_replaced_in_two_steps_and_that_is_said() {
    for (name, errno) in REFUSALS {
        let place = Place::new();
        let run = refused(EXCHANGE, errno, || place.publish(1));
        assert!(run.out.contains("cannot exchange two folders in one step"), "{name}: {}", run.out);
        run.ends(0, &[]);
        place.is_tidy(&[1]);
    }
    // With it, nothing is said of it.
    assert!(!Place::new().publish(1).out.contains("two folders"));
}

#[test]
fn an_exchange_that_fails_otherwise_leaves_the_old_site() {
    for (errno, words) in [(5, "Input/output error"), (28, "No space left on device"), (16, "is a mount point")] {
        let place = Place::new();
        let run = refused(EXCHANGE, errno, || place.publish(1));
        run.ends(2, &["cannot-write", words, "nothing was published"]);
        place.is_tidy(&[0]);
    }
}

#[test]
fn without_hard_links_files_are_copied_with_their_time() {
    let place = Place::new();
    let asset = place.target().join("assets/style.css");
    let time = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    std::fs::File::options().write(true).open(&asset).unwrap().set_modified(time).unwrap();
    refused(LINK, 1, || place.publish(1)).ends(0, &[]);
    place.is_tidy(&[1]);
    assert_eq!(std::fs::metadata(&asset).unwrap().modified().unwrap(), time);
}

#[test]
fn a_build_killed_where_there_is_no_exchange_leaves_the_old_site_or_the_new_one() {
    let (place, mut random) = (Place::new(), Random::new());
    refused(EXCHANGE, 22, || {
        for _ in 0..10 {
            let before = place.site().unwrap();
            kill_at_random(&place, 1 - before, &mut random, Some(Duration::from_millis(40)));
            // Between the two steps nothing is published: the next start makes that good.
            assert!(!place.target().exists() || place.site().is_some());
            place.publish(before).ends(0, &[]);
            place.is_tidy(&[before]);
        }
    });
}

/// No kill at random is sure to meet the moment between the two steps. What it leaves is made of what another kill has
/// left: the former folder stands in the workspace, and nothing is published.
#[test]
fn a_build_killed_between_the_two_steps_is_made_good_at_the_next_start() {
    let between = || {
        let (place, mut random) = (Place::new(), Random::new());
        while place.leftovers().is_empty() || place.site() != Some(0) {
            place.publish(0).ends(0, &[]);
            kill_at_random(&place, 1, &mut random, Some(Duration::from_millis(10)));
        }
        let workspace = place.folder.join(&place.leftovers()[0]);
        std::fs::rename(place.target(), workspace.join("old")).unwrap();
        place
    };
    for site in [0, 1] {
        let place = between();
        place.publish(site).ends(0, &[]);
        place.is_tidy(&[site]);
    }
    // A build that cannot write puts the old site back all the same.
    let place = between();
    place.build(1).after("trap '' XFSZ; ulimit -f 8").run().ends(2, &["cannot-write"]);
    place.is_tidy(&[0]);
}
