//! Editions: the former wordings of the regulations of the project, and of these with amendments that nobody made.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

#[path = "editions/made.rs"]
mod made;
#[path = "editions/names.rs"]
mod names;
#[path = "editions/random.rs"]
mod random;

use std::path::Path;
use std::sync::LazyLock;

use qadam::catalog::Catalog;
use qadam::catalog::editions::{Edition, editions};
use qadam::cli::pipeline;
use qadam::model::{Act, Corpus, Node, Regulation, walk};

/// The project itself.
static CORPUS: LazyLock<Corpus> = LazyLock::new(|| pipeline::check(Path::new(env!("CARGO_MANIFEST_DIR"))).corpus);

/// A regulation of the project, with its act.
fn regulation(id: &str) -> (&'static Act, &'static Regulation) {
    let all = CORPUS.acts.iter().flat_map(|act| act.regulations.iter().map(move |regulation| (act, regulation)));
    all.into_iter().find(|(_, regulation)| regulation.id() == id).unwrap()
}

/// The editions of a regulation of the project.
fn editions_of(id: &str) -> Vec<Edition<'static>> {
    static CATALOG: LazyLock<Catalog<'static>> = LazyLock::new(|| Catalog::new(&CORPUS));
    let (act, regulation) = regulation(id);
    editions(&CATALOG, act, regulation)
}

/// Every element of a text.
fn elements(regulation: &Regulation) -> Vec<&Node> {
    let mut found = Vec::new();
    walk(&regulation.text, &mut |node| found.push(node));
    found
}

/// The anchors of a text, in printed order.
fn anchors(regulation: &Regulation) -> Vec<String> {
    elements(regulation).into_iter().map(|node| node.id.clone()).collect()
}
