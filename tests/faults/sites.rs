//! Two known sites, and what a folder holds that one of them is published in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;

use super::qadam;
use super::support::binary::{Call, Run};
use super::support::folders::{fixture, lasting_copy, put, read_all};

/// A project and the tree that is made of it, manifest included.
pub struct Known {
    pub project: TempDir,
    pub tree: BTreeMap<String, Vec<u8>>,
}

/// The old and the new site: the small project, and the same under another name, which stands on every page. Each has
/// a file that the other lacks.
pub static SITES: LazyLock<[Known; 2]> = LazyLock::new(|| {
    [("Проба", "old.txt"), ("Жаңа", "new.txt")].map(|(name, asset)| {
        let project = lasting_copy(&fixture("golden/project"));
        let settings = String::from_utf8(read_all(project.path())["site/site.yaml"].clone()).unwrap();
        put(project.path(), "site/site.yaml", settings.replace("Проба", name).replace("Сынақ", name));
        put(project.path(), &format!("site/assets/{asset}"), name.repeat(5000));
        let out = TempDir::new().unwrap();
        build(&project, &out.path().join("public")).run().ends(0, &["this is the first build"]);
        let tree = read_all(&out.path().join("public"));
        assert!(tree.len() > 30 && tree.contains_key(".qadam"));
        Known { project, tree }
    })
});

/// A place of a site, in which the old one stands.
pub struct Place {
    pub folder: PathBuf,
    #[expect(dead_code, reason = "it is removed with the place")]
    own: Option<TempDir>,
}

impl Place {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        Self { folder: Self::at(folder.path()).folder, own: Some(folder) }
    }

    /// The place in a given folder.
    pub fn at(folder: &Path) -> Self {
        let place = Self { folder: folder.to_owned(), own: None };
        place.publish(0).ends(0, &[]);
        place.holds(&[0]);
        place
    }

    pub fn target(&self) -> PathBuf {
        self.folder.join("public")
    }

    /// A build of one of the two sites into the place.
    pub fn build(&self, site: usize) -> Call {
        build(&SITES[site].project, &self.target())
    }

    #[track_caller]
    pub fn publish(&self, site: usize) -> Run {
        self.build(site).run()
    }

    /// Which of the two sites stands there, whole and byte for byte; `None` if it is neither.
    pub fn site(&self) -> Option<usize> {
        let tree = self.target().is_dir().then(|| read_all(&self.target()))?;
        SITES.iter().position(|known| known.tree == tree)
    }

    /// Asserts that one of these sites stands there, whole.
    #[track_caller]
    pub fn holds(&self, sites: &[usize]) {
        let site = self.site();
        assert!(site.is_some_and(|site| sites.contains(&site)), "{}: {site:?}", self.target().display());
    }

    /// Asserts that one of these sites stands there, and nothing that a build has left.
    #[track_caller]
    pub fn is_tidy(&self, sites: &[usize]) {
        self.holds(sites);
        assert!(self.leftovers().is_empty(), "{:?}", self.leftovers());
    }

    /// The names beside the site that builds have left. The lock stays.
    pub fn leftovers(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.folder).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with(".public-qadam-")).collect()
    }
}

/// A build of a project into a folder.
pub fn build(project: &TempDir, target: &Path) -> Call {
    Call::new(project.path(), &["build", "--out", target.to_str().unwrap()]).bounded()
}

#[test]
fn the_two_sites_differ_in_every_page_and_replace_each_other() {
    let [old, new] = &*SITES;
    for (path, bytes) in &old.tree {
        let is_page = path.ends_with(".html") && !["404.html", "index.html"].contains(&path.as_str());
        let moved = path.contains("2018-1/");
        assert!(new.tree.get(path) != Some(bytes) || !is_page || moved, "{path}");
    }
    assert!(old.tree.contains_key("assets/old.txt") && new.tree.contains_key("assets/new.txt"));
    let place = Place::new();
    for site in [1, 0, 0, 1] {
        place.publish(site).ends(0, &[]);
        place.is_tidy(&[site]);
    }
    qadam(old.project.path(), &["check"]).ends(0, &[]);
}
