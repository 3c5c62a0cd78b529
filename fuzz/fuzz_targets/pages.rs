//! Signs of markup in every text of a project whose pieces are taken out, doubled and exchanged: what is still sound
//! becomes pages, feeds and data that parse, where no text is seen unescaped and every link is harmless.
#![no_main]

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{LazyLock, Mutex};

use libfuzzer_sys::fuzz_target;
use memchr::memmem;
use qadam_fuzz::{hostile, markup, on_one_thread, project, stages};

/// The elements and attributes of the site, as the templates write them: those of the same project without signs.
static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let checked = stages::check(project::full());
    assert!(stages::is_sound(&checked), "{:?}", checked.diagnostics);
    let (pages, _) = stages::pages(&checked);
    let pages = pages.iter().filter(|(path, _)| !path.ends_with(".xml"));
    pages.flat_map(|(_, bytes)| markup::see(content(bytes)).names).collect()
});

/// What a template may write besides: it belongs to what the full project has not.
const BESIDES: [&str; 5] = ["circle", "circle@class", "circle@cx", "circle@cy", "circle@r"];

/// Digests of the pages that were judged: most changes leave most pages as they are.
static JUDGED: Mutex<BTreeSet<u64>> = Mutex::new(BTreeSet::new());

/// Whether a page is seen for the first time, as far as this is remembered.
fn is_new(path: &str, bytes: &[u8]) -> bool {
    let mut digest = DefaultHasher::new();
    (path, bytes).hash(&mut digest);
    let mut judged = JUDGED.lock().expect("one thread");
    if judged.len() > 1_000_000 {
        judged.clear();
    }
    judged.insert(digest.finish())
}

/// The text of a page or of a diagram, without the line that says that it is XML.
fn content(bytes: &[u8]) -> &str {
    let text = std::str::from_utf8(bytes).expect("a page is UTF-8");
    text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map_or(text, |(_, content)| content)
}

fn judge(path: &str, bytes: &[u8]) {
    let text = content(bytes);
    for raw in hostile::RAW {
        assert!(memmem::find(bytes, raw.as_bytes()).is_none(), "{path}: `{raw}` is seen as it is written");
    }
    if path.ends_with(".xml") || path.ends_with(".svg") {
        let document = roxmltree::Document::parse(text);
        assert!(document.is_ok(), "{path}: {document:?}");
    }
    if path.ends_with(".xml") {
        return;
    }
    let seen = markup::see(text);
    assert!(seen.faults.is_empty(), "{path}: {:?}", seen.faults);
    let is_strange = |name: &&String| !KNOWN.contains(*name) && !BESIDES.contains(&name.as_str());
    let strange: Vec<&String> = seen.names.iter().filter(is_strange).collect();
    assert!(strange.is_empty(), "{path}: {strange:?} came of a text");
    for link in &seen.links {
        assert_eq!(markup::bad_link(link, path), None, "{path}");
    }
}

fuzz_target!(
    init: on_one_thread(),
    |data: &[u8]| {
        let Some(files) = hostile::project(data) else { return };
        let checked = stages::check(files);
        if !stages::is_sound(&checked) {
            return;
        }
        let choice = data.iter().map(|byte| usize::from(*byte)).sum();
        let (pages, faults) = stages::page(&checked, choice);
        assert!(faults.is_empty(), "a sound project has pages that cannot be made: {faults:?}");
        for (path, bytes) in pages.iter().filter(|(path, bytes)| is_new(path, bytes)) {
            judge(path, bytes);
        }
        for (path, bytes) in stages::data(&checked) {
            let value: Result<serde_json::Value, _> = serde_json::from_slice(&bytes);
            assert!(value.is_ok(), "{path} is no JSON");
        }
    }
);
