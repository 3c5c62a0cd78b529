//! What a reader types → the regulation that he means.

use std::path::{Path, absolute};

use crate::catalog::Catalog;
use crate::catalog::versions::{Version as Named, VersionError, find_edition};
use crate::cli::build::without_returns;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Act, Regulation};

/// A regulation, or an edition of it, with its act.
#[derive(Debug, Clone, Copy)]
pub(super) struct Version<'a> {
    pub act: &'a Act,
    pub regulation: &'a Regulation,
}

impl<'a> Version<'a> {
    /// What is compared of a version: nothing, where its text is not known.
    pub(super) fn of(named: &'a Named<'a>) -> Option<Self> {
        Some(Self { act: named.act, regulation: named.edition.regulation()? })
    }
}

/// Why there is nothing to compare.
#[derive(Debug)]
pub(super) enum NotFound {
    /// There is no such regulation, or there are several.
    Name(Diagnostic),
    /// It has no such edition, or nobody knows which one held on that day.
    Edition(VersionError),
    /// The text of this edition is not known.
    Text(String),
}

/// Finds a regulation by what was typed, or its edition behind an `@`: a name (`original`, `4-886`) or a day.
///
/// # Errors
/// What is not found, or not known.
pub(super) fn find_version<'a>(catalog: &Catalog<'a>, root: &Path, name: &str) -> Result<Named<'a>, NotFound> {
    let (own, edition) = name.split_once('@').map_or((name, None), |(own, edition)| (own, Some(edition)));
    let found = find_regulation(catalog, root, own).map_err(NotFound::Name)?;
    let version = find_edition(catalog, found.act, found.regulation, edition).map_err(NotFound::Edition)?;
    if version.edition.regulation().is_none() {
        return Err(NotFound::Text(version.name()));
    }
    Ok(version)
}

/// Most letters of a name that a message repeats.
const SHOWN: usize = 120;

/// Finds a regulation by its id; by the end of it, with its ordinal or without, where only one has it; or by the path of its
/// encoding in the project at `root`.
///
/// # Errors
/// What to say of a name that is none, or the end of several ids.
fn find_regulation<'a>(catalog: &Catalog<'a>, root: &Path, name: &str) -> Result<Version<'a>, Diagnostic> {
    if let Some((act, regulation)) = catalog.regulation(name) {
        return Ok(Version { act, regulation });
    }
    let of_act = |act: &'a Act| act.regulations.iter().map(move |regulation| Version { act, regulation });
    let all: Vec<(String, Version<'a>)> =
        catalog.corpus.acts.iter().flat_map(of_act).map(|version| (version.regulation.id(), version)).collect();
    let shown: String = match name.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    };
    let is_file = Path::new(name).extension().is_some_and(|extension| extension == "yaml");
    let found: Vec<&(String, Version<'a>)> = if is_file {
        all.iter().filter(|(id, _)| is_encoding_of(root, name, id)).collect()
    } else {
        all.iter().filter(|(id, _)| is_end(id, name)).collect()
    };
    match found.as_slice() {
        [(_, version)] => Ok(*version),
        [] => {
            let near = nearest_id(all.iter().map(|(id, _)| id.as_str()), name);
            Err(Diagnostic::nowhere(Code::UnknownRegulation).with_nearest(near).with("name", shown))
        }
        several => {
            let ids: Vec<String> = several.iter().map(|(id, _)| format!("`{id}`")).collect();
            Err(Diagnostic::nowhere(Code::AmbiguousName).with("name", shown).with("ids", ids.join(", ")))
        }
    }
}

/// Whether a path leads to the encoding of a regulation, from the current folder or from that of the project.
fn is_encoding_of(root: &Path, path: &str, id: &str) -> bool {
    let plain = |path: &Path| absolute(path).ok().map(|path| without_returns(&path));
    let Some(encoding) = plain(&root.join("regulations").join(format!("{id}.yaml"))) else { return false };
    [plain(Path::new(path)), plain(&root.join(path))].into_iter().flatten().any(|path| path == encoding)
}

/// Whether a name is the end of an id, from one of its parts on, the ordinal left out or not.
fn is_end(id: &str, name: &str) -> bool {
    let own = id.rsplit('/').next().unwrap_or(id);
    let unnumbered = own.split_once('-').map(|(_, unnumbered)| unnumbered);
    let is_whole = id.strip_suffix(name).is_some_and(|before| before.ends_with('/'));
    !name.is_empty() && (is_whole || unnumbered == Some(name))
}

/// The id that is nearest to a name, by so many of its last parts as the name has.
fn nearest_id<'a>(ids: impl Iterator<Item = &'a str>, name: &str) -> Option<&'a str> {
    let parts = name.matches('/').count() + 1;
    let ends: Vec<(&str, &str)> = ids
        .map(|id| {
            let start = id.rmatch_indices('/').nth(parts - 1).map_or(0, |(at, _)| at + 1);
            (&id[start..], id)
        })
        .collect();
    let near = nearest(name, ends.iter().map(|(end, _)| *end))?;
    ends.iter().find(|(end, _)| *end == near).map(|(_, id)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_end_of_an_id_from_a_part_of_it_on() {
        let id = "almaty/2014-2-236/09-wheelchairs";
        for name in ["09-wheelchairs", "wheelchairs", "2014-2-236/09-wheelchairs"] {
            assert!(is_end(id, name), "{name}");
        }
        for name in ["", "/", "chairs", "9-wheelchairs", "236/09-wheelchairs", "-wheelchairs", "/09-wheelchairs"] {
            assert!(!is_end(id, name), "{name}");
        }
    }

    #[test]
    fn the_nearest_id_is_found_by_the_parts_that_the_name_has() {
        let ids = ["a/1-1/01-home-care", "b/2-2/02-wheelchairs", "b/2-2/03-assistant"];
        let near = |name: &str| nearest_id(ids.into_iter(), name);
        assert_eq!(near("02-wheelchair"), Some(ids[1]));
        assert_eq!(near("2-2/03-asistant"), Some(ids[2]));
        assert_eq!(near("a/1-1/01-homecare"), Some(ids[0]));
        assert_eq!(near("../../x"), None);
        assert_eq!(near(&"ы".repeat(10_000)), None);
    }
}
