//! Faults: what goes wrong around a run, and what the binary makes of it.
//!
//! Nothing here is pretended: files are hostile, folders locked, disks full, systems refuse and processes are killed in
//! truth. Each run has 1 GiB of addresses and 20 seconds, and must not panic ([`support::binary`]). Whatever happens,
//! the published folder is one of two known sites, whole and byte for byte ([`sites`]); what a killed build left is gone
//! at the next start; the message names the file and says what to do; the exit code is 1 where the input is wrong and 2
//! where the program could not run.
//!
//! Where root is needed (other users, mounts) and the tests are not run by root, a test does what it can and says so.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]
#![allow(clippy::print_stdout, reason = "tests say their seeds, and what they could not do")]

#[path = "faults/disk.rs"]
mod disk;
#[path = "faults/folders.rs"]
mod folders;
#[path = "faults/ids.rs"]
mod ids;
#[path = "faults/kills.rs"]
mod kills;
#[path = "faults/places.rs"]
mod places;
#[cfg(target_os = "linux")]
#[path = "faults/refusals.rs"]
mod refusals;
#[path = "faults/signs.rs"]
mod signs;
#[path = "faults/sites.rs"]
mod sites;
mod support;
#[path = "faults/system.rs"]
mod system;
#[path = "faults/templates.rs"]
mod templates;
#[path = "faults/texts.rs"]
mod texts;

use std::path::Path;

use support::binary::{Call, Run};
use support::folders::{copy, fixture, put};
use tempfile::TempDir;

/// A regulation of the base, and the register of services.
const REGULATION: &str = "regulations/almaty/2019-1/01-registration.yaml";
const SERVICES: &str = "regulations/services.yaml";

/// A small sound project.
fn base() -> TempDir {
    copy(&fixture("bad/base"))
}

/// The base with other bytes in one of its files.
fn base_with(path: &str, bytes: impl AsRef<[u8]>) -> TempDir {
    let project = base();
    put(project.path(), path, bytes);
    project
}

/// A run within its bounds.
#[track_caller]
fn qadam(folder: &Path, arguments: &[&str]) -> Run {
    Call::new(folder, arguments).bounded().run()
}

/// What `check` says, one thing a line.
#[track_caller]
fn check(project: &TempDir) -> Run {
    qadam(project.path(), &["check", "--format=short"])
}
