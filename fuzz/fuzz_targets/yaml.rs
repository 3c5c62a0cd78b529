//! Any bytes in the place of one file of a project: they are reported with a place, or a model, graphs, findings and data
//! are made of them. Nothing panics, and all that is said can be printed.
//!
//! The first byte names the file, the rest is what stands in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qadam_fuzz::{on_one_thread, project, stages};

fuzz_target!(
    init: on_one_thread(),
    |data: &[u8]| {
        let Some((which, bytes)) = data.split_first() else { return };
        let checked = stages::check(project::with(project::choose(*which), bytes));
        stages::tell(&checked, bytes.len());
        if stages::is_sound(&checked) {
            for (path, bytes) in stages::data(&checked) {
                let value: Result<serde_json::Value, _> = serde_json::from_slice(&bytes);
                assert!(value.is_ok(), "{path} is no JSON");
            }
        }
    }
);
