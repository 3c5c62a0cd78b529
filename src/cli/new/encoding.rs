//! `qadam new act` and `qadam new regulation`: an encoding with the blanks that the published act fills.

use std::collections::BTreeMap;
use std::path::Path;

use super::skeleton::{Skeleton, blank, embedded_text};
use super::{Plan, shown_path};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::lang::Messages;
use crate::source::{Encoding, Project, encoding_at, read_project};

/// A new act.
pub(super) fn plan_act(root: &Path, id: &str, messages: &Messages) -> Result<Plan, Diagnostic> {
    let bad = || Diagnostic::nowhere(Code::BadName).with("name", id).with("kind", "act");
    let path = format!("regulations/{id}/act.yaml");
    if encoding_at(&path) != Some(Encoding::Act) {
        return Err(bad());
    }
    let (place, name) = id.split_once('/').ok_or_else(bad)?;
    let (year, printed) = name.split_once('-').filter(|(year, _)| is_year(year)).ok_or_else(bad)?;
    if printed.split('-').any(str::is_empty) {
        return Err(bad());
    }
    let project = open(root)?;
    let bodies = bodies(&project, place)?;
    // Hyphens stand in the id for signs that only the act knows: `2-260` may be `2/260`.
    let number = if printed.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("\"{printed}\"")
    } else {
        blank(messages, "number", &[("printed", printed.to_owned())])
    };
    let values = [
        ("place", place.to_owned()),
        ("year", year.to_owned()),
        ("number", number),
        ("adopted-by", blank(messages, "adopted-by", &[("bodies", bodies)])),
    ];
    let text = Skeleton { text: embedded_text("act.yaml"), values: &values, messages }.fill();
    let next = [("path", shown_path(root, &path)), ("id", id.to_owned())];
    Ok(one_file(root, path, text, messages.format("new-next-act", &next)))
}

/// A new regulation.
pub(super) fn plan_regulation(root: &Path, id: &str, messages: &Messages) -> Result<Plan, Diagnostic> {
    let bad = || Diagnostic::nowhere(Code::BadName).with("name", id).with("kind", "regulation");
    let path = format!("regulations/{id}.yaml");
    if encoding_at(&path) != Some(Encoding::Regulation) {
        return Err(bad());
    }
    let (act, name) = id.rsplit_once('/').ok_or_else(bad)?;
    let (digits, service) = name.split_once('-').ok_or_else(bad)?;
    let ordinal: u16 = digits.parse().ok().filter(|number| *number > 0).ok_or_else(bad)?;
    // Two digits, or more where an act has so many: never `1-` or `001-`.
    if service.is_empty() || format!("{ordinal:02}") != digits {
        return Err(bad());
    }
    let project = open(root)?;
    let act_file = format!("regulations/{act}/act.yaml");
    if !project.files.iter().any(|file| file.path == act_file) {
        return Err(Diagnostic::nowhere(Code::ActFirst).with("act", act));
    }
    let others = project.acts.get(act).into_iter().flat_map(|source| &source.regulations);
    let taken =
        others.map(|other| &other.name).find(|other| **other != name && other.starts_with(&format!("{digits}-")));
    if let Some(other) = taken {
        let path = shown_path(root, &format!("regulations/{act}/{other}.yaml"));
        return Err(Diagnostic::nowhere(Code::OrdinalTaken).with("ordinal", digits).with("path", path));
    }
    let services = project.registers.services.as_ref();
    let known = services.is_some_and(|file| file.services.iter().any(|(id, _)| id.value == service));
    let values = [
        ("place", act.split('/').next().unwrap_or_default().to_owned()),
        ("ordinal", ordinal.to_string()),
        ("service", if known { service.to_owned() } else { blank(messages, "service", &[]) }),
    ];
    let text = Skeleton { text: embedded_text("regulation.yaml"), values: &values, messages }.fill();
    let next = [("path", shown_path(root, &path)), ("act", act.to_owned())];
    Ok(one_file(root, path, text, messages.format("new-next-regulation", &next)))
}

fn one_file(root: &Path, path: String, text: String, next: String) -> Plan {
    Plan { root: root.to_owned(), files: BTreeMap::from([(path, text.into_bytes())]), next }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The project in a folder. Its faults are for `check`: one file with a fault is no reason not to begin another.
fn open(root: &Path) -> Result<Project, Diagnostic> {
    let (project, _) = read_project(root);
    if project.files.iter().any(|file| file.path == "regulations/places.yaml") {
        return Ok(project);
    }
    Err(Diagnostic::nowhere(Code::NoProject).with("path", root.display().to_string()))
}

/// The ids of the bodies of a place, as a list; `none` where it has none yet.
fn bodies(project: &Project, place: &str) -> Result<String, Diagnostic> {
    let Some(places) = &project.registers.places else { return Ok("none".to_owned()) };
    let ids = || places.places.iter().map(|(id, _)| id.value.as_str());
    let Some((_, entry)) = places.places.iter().find(|(id, _)| id.value == place) else {
        return Err(Diagnostic::nowhere(Code::UnknownPlace).with_nearest(nearest(place, ids())).with("place", place));
    };
    let bodies: Vec<&str> = entry.bodies.iter().map(|(id, _)| id.value.as_str()).collect();
    Ok(if bodies.is_empty() { "none".to_owned() } else { bodies.join(", ") })
}
