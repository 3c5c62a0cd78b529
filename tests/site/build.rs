//! Projects and the sites built from them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

use super::support::binary::Call;
pub use super::support::folders::{fixture, package, read_files};

/// A built site: its files by address.
pub struct Site {
    pub name: &'static str,
    pub files: BTreeMap<String, Vec<u8>>,
}

/// The sites that all pages are tested on.
pub static SITES: LazyLock<Vec<Site>> = LazyLock::new(|| {
    let projects =
        [("project", package().to_owned()), ("cases", fixture("cases")), ("golden", fixture("golden/project"))];
    projects.into_iter().map(|(name, root)| Site { name, files: build(&root, None) }).collect()
});

/// One of them.
pub fn site(name: &str) -> &'static Site {
    SITES.iter().find(|site| site.name == name).unwrap()
}

/// Builds a project, by some number of threads.
pub fn build(root: &Path, threads: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let arguments = ["build", "--root", root.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let threads = threads.map(|threads| ("RAYON_NUM_THREADS", threads));
    Call::new(package(), &arguments).with(threads.as_slice()).run().ends(0, &[]);
    read_files(&out)
}

impl Site {
    /// Every page, read as a browser reads it, by address.
    pub fn pages(&self) -> impl Iterator<Item = (&str, Html)> {
        let html = |path: &str| Path::new(path).extension().is_some_and(|extension| extension == "html");
        self.files.iter().filter(move |(path, _)| html(path)).map(|(path, bytes)| (path.as_str(), page(bytes)))
    }
}

/// A page, read as a browser reads it.
pub fn page(bytes: &[u8]) -> Html {
    Html::parse_document(std::str::from_utf8(bytes).unwrap())
}

/// The elements that a selector finds.
pub fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// The text of an element, spaces folded.
pub fn text(element: ElementRef<'_>) -> String {
    fold(&element.text().collect::<String>())
}

/// The text of an element without what the editor or the site has put between the words of the law.
pub fn printed_text(element: ElementRef<'_>) -> String {
    text_without(element, "meant")
}

/// The text of an element without anything that the editor or the site has added.
pub fn lawful_text(element: ElementRef<'_>) -> String {
    text_without(element, "added")
}

fn text_without(element: ElementRef<'_>, without: &str) -> String {
    fn add(element: ElementRef<'_>, without: &str, found: &mut String) {
        for child in element.children() {
            if let Some(text) = child.value().as_text() {
                found.push_str(text);
            } else if let Some(child) = ElementRef::wrap(child)
                && !child.value().classes().any(|class| class == without)
            {
                add(child, without, found);
            }
        }
    }
    let mut found = String::new();
    add(element, without, &mut found);
    fold(&found)
}

/// A text with its spaces folded.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
