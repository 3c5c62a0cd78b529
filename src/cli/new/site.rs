//! `qadam new site`: everything that a project needs and the binary cannot stand in for.

use std::collections::BTreeMap;
use std::path::Path;

use super::skeleton::{Skeleton, embedded_text};
use super::{Plan, shown_path};
use crate::cli::schema;
use crate::lang::{Locale, Messages};
use crate::source::embedded;

/// What a project consists of.
pub(super) fn plan(root: &Path, messages: &Messages, locale: Locale) -> Plan {
    let mut files = BTreeMap::new();
    let skeletons = embedded::SKELETONS.get_dir("site").map(embedded::files).unwrap_or_default();
    for file in skeletons {
        let path = file.path().to_string_lossy();
        let Some((path, text)) = path.strip_prefix("site/").zip(file.contents_utf8()) else { continue };
        let filled =
            if path.ends_with(".yaml") { Skeleton { text, values: &[], messages }.fill() } else { text.to_owned() };
        files.insert(path.to_owned(), filled);
    }
    for (name, text) in schema::schemas() {
        files.insert(format!("regulations/schema/{name}"), text);
    }
    files.insert("regulations/README.md".to_owned(), embedded::GUIDE.to_owned());
    files.insert("README.md".to_owned(), embedded_text(&format!("README.{}.md", locale.as_str())).to_owned());
    files.insert(".gitignore".to_owned(), embedded_text("gitignore").to_owned());
    let next = messages.format(
        "new-next-site",
        &[
            ("site", shown_path(root, "site/site.yaml")),
            ("places", shown_path(root, "regulations/places.yaml")),
            ("readme", shown_path(root, "README.md")),
        ],
    );
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    Plan { root: root.to_owned(), files, next }
}
