//! Where the time of a build goes, by stage.

use std::path::Path;
use std::time::Instant;

use qadam::cli::pipeline;
use qadam::cli::site::make_site;
use qadam::output;
use qadam::source::{parse_project, read_files};

use super::{ROUNDS, median, ms};

/// Runs the stages of a build one after the other.
pub fn measure(root: &Path) {
    let mut stages: Vec<(&str, Vec<std::time::Duration>)> = Vec::new();
    for _ in 0..ROUNDS {
        let folder = tempfile::tempdir().unwrap();
        let mut last = Instant::now();
        let mut lap = |name: &'static str| {
            let now = Instant::now();
            match stages.iter_mut().find(|(known, _)| *known == name) {
                Some((_, times)) => times.push(now - last),
                None => stages.push((name, vec![now - last])),
            }
            last = Instant::now();
        };
        let (files, faults) = read_files(root);
        lap("read files");
        let (project, faults) = parse_project(files, faults);
        lap("parse YAML");
        let checked = pipeline::check_project(project, faults);
        lap("resolve and look for findings");
        let (site, _) = make_site(&checked);
        lap("make pages and data");
        output::publish(&site, &folder.path().join("public")).unwrap();
        lap("publish");
    }
    println!("\nby stage, from nothing");
    for (name, times) in &mut stages {
        println!("  {name:30} {}", ms(median(times)));
    }
}
