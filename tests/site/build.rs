//! Projects and the sites built from them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

/// A built site: its files by address.
pub struct Site {
    pub name: &'static str,
    pub files: BTreeMap<String, Vec<u8>>,
}

/// The folder of the package.
pub fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A project among the fixtures.
pub fn fixture(name: &str) -> PathBuf {
    package().join("tests/fixtures").join(name)
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
    let output = Command::new(env!("CARGO_BIN_EXE_qadam"))
        .arg("build")
        .arg("--root")
        .arg(root)
        .arg("--out")
        .arg(&out)
        .env_clear()
        .envs(threads.map(|threads| ("RAYON_NUM_THREADS", threads)))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}: {}", root.display(), String::from_utf8_lossy(&output.stderr));
    read_files(&out)
}

/// The files of a site by address. The list that a build keeps for itself is none of them.
pub fn read_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file() && entry.file_name() != ".qadam")
        .map(|entry| {
            let parts = entry.path().strip_prefix(folder).unwrap().iter().map(|part| part.to_str().unwrap());
            (parts.collect::<Vec<_>>().join("/"), std::fs::read(entry.path()).unwrap())
        })
        .collect()
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
    fn add(element: ElementRef<'_>, found: &mut String) {
        for child in element.children() {
            if let Some(text) = child.value().as_text() {
                found.push_str(text);
            } else if let Some(child) = ElementRef::wrap(child)
                && !child.value().classes().any(|class| class == "meant")
            {
                add(child, found);
            }
        }
    }
    let mut found = String::new();
    add(element, &mut found);
    fold(&found)
}

/// A text with its spaces folded.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
