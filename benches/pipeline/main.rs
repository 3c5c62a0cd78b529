//! What a build costs, in ratios to what any program would have to do, measured in one run.
//!
//! `tests/run --bench`, or `cargo bench`. Nothing here passes or fails: the figures are for people. Corpora are made by
//! [`corpus`], in the folder for temporary files.
//!
//! 1. A build from nothing ÷ `cp -r` of its output.
//! 2. A build after one letter was changed ÷ (`cp -rl` + `rm -r` of the output): in a step, in a name of the glossary, in
//!    `places.yaml`, in a template.
//! 3. `serve`: from the save of a file to the page that shows it.
//! 4. Larger corpora: processor time and memory for each regulation.
//! 5. Where the time goes, by stage.
//! 6. All diagrams ÷ `dot` on the same graphs; diagrams of ever longer processes.
//!
//! The argument `diagrams` leaves all but the last out: `cargo bench --bench pipeline -- diagrams`.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark writes files and fails by panicking")]
#![allow(clippy::print_stdout, missing_docs, reason = "a benchmark prints, and nobody calls it")]

mod corpus;
mod diagrams;
mod dot;
mod edit;
mod process;
#[path = "../../tests/diagrams/random.rs"]
#[allow(dead_code, reason = "what the tests need of it besides")]
mod random;
mod serve;
mod stages;

use std::path::Path;
use std::time::Duration;

use process::{copy, link, median, qadam, remove, timed};

/// So many regulations has the corpus that is encoded today or will be soon (DESIGN §3).
const CORPUS: usize = 55;
/// So many times each thing is measured; the median counts.
const ROUNDS: usize = 5;

fn main() {
    // `cargo bench` and `cargo test` pass arguments of their own.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    if std::env::args().any(|argument| argument == "diagrams") {
        return diagrams::measure(package);
    }
    let folder = tempfile::Builder::new().prefix("qadam-bench-").tempdir().unwrap();
    let root = folder.path().join("corpus");
    let regulations = corpus::write_corpus(package, &root, CORPUS);
    println!("{regulations} regulations, {} processors\n", std::thread::available_parallelism().map_or(0, usize::from));
    let copied = measure_build(&root);
    measure_edits(&root, copied);
    serve::measure(&root);
    println!("larger corpora           processor a regulation     memory");
    for regulations in [CORPUS, 100, 1000] {
        let root = folder.path().join(regulations.to_string());
        let regulations = corpus::write_corpus(package, &root, regulations);
        let run = qadam(&root, &["build"]);
        let each = run.processor.as_secs_f64() * 1e3 / f64::from(u32::try_from(regulations).unwrap());
        println!("  {regulations:5} regulations   {each:10.1} ms {:20.0} MiB", run.memory);
    }
    stages::measure(&root);
    diagrams::measure(package);
}

/// A build from nothing against a copy of what it makes. Yields how long it takes to link and remove the output.
fn measure_build(root: &Path) -> Duration {
    let public = root.join("site/public");
    let copy_of = root.join("copy");
    let (mut builds, mut copies, mut links) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        remove(&public);
        remove(&root.join("site/.cache"));
        builds.push(qadam(root, &["build"]).wall);
        copies.push(timed(|| copy(&public, &copy_of)));
        remove(&copy_of);
        links.push(timed(|| {
            link(&public, &copy_of);
            remove(&copy_of);
        }));
    }
    let files: Vec<u64> = walkdir::WalkDir::new(&public)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.metadata().unwrap().len())
        .collect();
    let kib = files.iter().sum::<u64>() / 1024;
    let (build, copied, linked) = (median(&mut builds), median(&mut copies), median(&mut links));
    println!("output: {} files, {} MiB", files.len(), kib / 1024);
    println!("build from nothing       {}   cp -r {}   ratio {:.1}", ms(build), ms(copied), ratio(build, copied));
    println!("cp -rl and rm -r         {}", ms(linked));
    linked
}

/// One letter changed, to and fro, and a build by a new process each time.
fn measure_edits(root: &Path, linked: Duration) {
    let own = root.join("templates/regulation.html");
    std::fs::create_dir_all(own.parent().unwrap()).unwrap();
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/regulation.html"), own).unwrap();
    qadam(root, &["build"]);
    let edits = [
        ("a step", edit::STEP),
        ("a name of the glossary", &[("regulations/glossary.yaml", "берушінің маманы", "берушінің мaманы")][..]),
        ("places.yaml", &[("regulations/places.yaml", "қаласының әкімдігі", "қаласының әкiмдігі")][..]),
        ("a template", &[("templates/regulation.html", "<h1>", "<h1 >")][..]),
    ];
    for (name, changes) in edits {
        let mut builds = Vec::new();
        for round in 0..ROUNDS * 2 {
            edit::apply(root, changes, round % 2 == 0);
            builds.push(qadam(root, &["build"]).wall);
        }
        let build = median(&mut builds);
        println!("  changed: {name:24} {}   ratio {:.1}", ms(build), ratio(build, linked));
    }
    println!();
}

fn ms(time: Duration) -> String {
    format!("{:7.1} ms", time.as_secs_f64() * 1e3)
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
