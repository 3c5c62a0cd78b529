//! Systems that refuse: a kernel that knows no exchange of folders or no hard links.
//!
//! The refusal is the kernel's own: a filter (seccomp) set on a thread, which its children inherit. It needs no rights.

use std::time::Duration;

use super::kills::{Random, kill_at_random};
use super::sites::Place;
use super::support::folders::read_all;

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

/// Between the two steps nothing is published, and a kill there is made good at the next start.
#[test]
fn a_build_killed_between_two_steps_is_made_good_at_the_next_start() {
    let (place, mut random) = (Place::new(), Random::new());
    let mut missing = 0;
    refused(EXCHANGE, 22, || {
        for _ in 0..20 {
            let before = place.site().unwrap();
            kill_at_random(&place, 1 - before, &mut random, Some(Duration::from_millis(40)));
            if place.target().exists() {
                place.holds(&[0, 1]);
            } else {
                missing += 1;
            }
            place.publish(before).ends(0, &[]);
            place.is_tidy(&[before]);
        }
    });
    println!("after {missing} of 20 killed builds nothing was published until the next start");
    assert!(!read_all(&place.target()).is_empty());
}
