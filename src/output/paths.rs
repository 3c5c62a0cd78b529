//! Which paths a site may have, so that it is the same site on every system it is copied to.

use std::collections::{BTreeMap, BTreeSet};

use super::manifest;
use crate::diagnostic::{Code, Diagnostic};

/// Characters that separate parts or mean something else on some system.
const SPECIAL: &[char] = &['\\', ':', '*', '?', '"', '<', '>', '|'];

/// A name as it was first met.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Name<'a> {
    /// The path up to and with this name.
    path: &'a str,
    is_file: bool,
}

/// What is wrong with the paths of a site: those that cannot be published, and those that differ only by the case of a
/// letter or name both a file and a folder.
pub(super) fn check_paths<'a>(paths: impl IntoIterator<Item = &'a str>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut names: BTreeMap<String, Name> = BTreeMap::new();
    // A set, since two spellings of a folder clash once, not once a file.
    let mut clashes = BTreeSet::new();
    for path in paths {
        if !is_publishable(path) {
            diagnostics.push(Diagnostic::nowhere(Code::BadPath).with("path", path));
            continue;
        }
        for name in names_of(path) {
            let first = *names.entry(name.path.to_ascii_lowercase()).or_insert(name);
            if first != name {
                clashes.insert((name.path, first.path));
                break;
            }
        }
    }
    diagnostics.extend(
        clashes
            .into_iter()
            .map(|(path, other)| Diagnostic::nowhere(Code::PathClash).with("path", path).with("other", other)),
    );
    diagnostics
}

/// The folders of a path from the outermost on, and its file.
fn names_of(path: &str) -> impl Iterator<Item = Name<'_>> {
    let folders = path.match_indices('/').map(|(end, _)| Name { path: &path[..end], is_file: false });
    folders.chain([Name { path, is_file: true }])
}

fn is_publishable(path: &str) -> bool {
    let is_reserved = path.split('/').next().is_some_and(|part| part.eq_ignore_ascii_case(manifest::FILE));
    !is_reserved && path.split('/').all(is_plain)
}

/// Whether a part of a path means itself. Windows drops a dot or a space at the end; `.` and `..` end in a dot.
fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && !part.ends_with(['.', ' '])
        && part.chars().all(|c| (c.is_ascii_graphic() || c == ' ') && !SPECIAL.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::check_paths;

    fn codes(paths: &[&str]) -> Vec<&'static str> {
        check_paths(paths.iter().copied()).iter().map(|diagnostic| diagnostic.code.as_str()).collect()
    }

    #[test]
    fn usual_paths_pass() {
        let paths = ["404.html", "compare/a~b--c~d/index.html", "kk/index.html", "logo 2.png", "ru/index.html"];
        assert!(codes(&paths).is_empty());
    }

    #[test]
    fn paths_that_lead_elsewhere_are_refused() {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "a/",
            "a//b",
            ".",
            "..",
            "../a",
            "a/../b",
            "a/./b",
            "a\\b",
            "C:/a",
            "a\0b",
            "a\nb",
            "қадам.html",
            "a.",
            "a ",
            ".qadam",
            ".QADAM/x",
        ] {
            assert_eq!(codes(&[path]), ["bad-path"], "{path:?}");
        }
    }

    #[test]
    fn paths_that_some_system_takes_for_one_clash() {
        assert_eq!(codes(&["A.html", "a.html"]), ["path-clash"]);
        assert_eq!(codes(&["ru/Acts/1.html", "ru/Acts/2.html", "ru/acts/3.html", "ru/acts/4.html"]), ["path-clash"]);
        assert_eq!(codes(&["a", "a/b"]), ["path-clash"]);
        assert_eq!(codes(&["A/b", "a"]), ["path-clash"]);
    }
}
