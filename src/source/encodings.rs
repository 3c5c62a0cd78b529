//! The encodings of a project: from the text of each file to typed values, filed under what they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::files::{GivenFile, decode};
use super::project::{Project, RegulationSource, Role, TranslationSource, file_id, read_yaml, role};
use super::schema::{ActFile, GlossaryFile, PlacesFile, ServicesFile};
use crate::diagnostic::{Code, Diagnostic, FileId, SourceText};

/// Parses the files of `regulations/`; what the memory has is not parsed another time.
pub(super) fn parse_encodings(
    given: Vec<GivenFile>,
    project: &mut Project,
    diagnostics: &mut Vec<Diagnostic>,
    memory: &mut Memory,
) {
    let first = project.files.len();
    let mut roles = Vec::new();
    for GivenFile { path, bytes } in given {
        match role(&path).and_then(|role| Ok((role, decode(&path, bytes)?))) {
            Ok((Role::Ignored, _)) => {}
            Ok((role, text)) => {
                project.files.push(SourceText { path, text });
                roles.push(role);
            }
            Err(fault) => diagnostics.push(fault),
        }
    }
    let files = &project.files;
    let parsed: Vec<Remembered> = roles
        .into_par_iter()
        .enumerate()
        .map(|(index, role)| memory.parse(role, file_id(first + index), &files[first + index]))
        .collect();
    let paths = files[first..].iter().map(|file| file.path.clone());
    *memory = Memory(paths.zip(parsed.iter().cloned()).collect());
    for remembered in parsed {
        diagnostics.extend(remembered.faults);
        file_under(project, remembered.parsed);
    }
    for name in ["places", "services", "glossary"] {
        miss(project, format!("regulations/{name}.yaml"), diagnostics);
    }
    for id in project.acts.keys() {
        miss(project, format!("regulations/{id}/act.yaml"), diagnostics);
    }
}

/// Says that a file is missing, where it is.
fn miss(project: &Project, path: String, diagnostics: &mut Vec<Diagnostic>) {
    if !project.files.iter().any(|file| file.path == path) {
        diagnostics.push(Diagnostic::nowhere(Code::MissingFile).with("path", path));
    }
}

/// The encodings as they were parsed last.
#[derive(Debug, Default)]
pub struct Memory(BTreeMap<String, Remembered>);

/// A file as it was parsed.
#[derive(Debug, Clone)]
struct Remembered {
    /// The places of what stands in it speak of this file.
    file: FileId,
    /// Of its text.
    digest: blake3::Hash,
    parsed: Parsed,
    faults: Vec<Diagnostic>,
}

impl Memory {
    /// Parses a file, unless it stands as it stood before, at the same place among all files.
    fn parse(&self, role: Role, file: FileId, text: &SourceText) -> Remembered {
        let digest = blake3::hash(text.text.as_bytes());
        let before = self.0.get(&text.path).filter(|before| before.file == file && before.digest == digest);
        before.cloned().unwrap_or_else(|| {
            let (parsed, faults) = parse(role, file, &text.text);
            Remembered { file, digest, parsed, faults }
        })
    }
}

#[derive(Debug, Clone)]
enum Parsed {
    Places(Option<Arc<PlacesFile>>),
    Services(Option<Arc<ServicesFile>>),
    Glossary(Option<Arc<GlossaryFile>>),
    Act(String, Option<Arc<ActFile>>),
    Regulation(String, RegulationSource),
    Translation(Option<TranslationSource>),
    Nothing,
}

fn parse(role: Role, file: FileId, text: &str) -> (Parsed, Vec<Diagnostic>) {
    match role {
        Role::Places => wrap(read_yaml(file, text), Parsed::Places),
        Role::Services => wrap(read_yaml(file, text), Parsed::Services),
        Role::Glossary => wrap(read_yaml(file, text), Parsed::Glossary),
        Role::Act(id) => wrap(read_yaml(file, text), |value| Parsed::Act(id, value)),
        Role::Regulation(act, name) => {
            wrap(read_yaml(file, text), |value| Parsed::Regulation(act, RegulationSource { name, file, value }))
        }
        Role::Translation(act, from) => wrap(read_yaml(file, text), |value| {
            Parsed::Translation(value.map(|value| TranslationSource { act, from, file, value }))
        }),
        Role::Ignored => (Parsed::Nothing, Vec::new()),
    }
}

fn wrap<T>(
    read: (Option<T>, Vec<Diagnostic>),
    into: impl FnOnce(Option<Arc<T>>) -> Parsed,
) -> (Parsed, Vec<Diagnostic>) {
    (into(read.0.map(Arc::new)), read.1)
}

fn file_under(project: &mut Project, parsed: Parsed) {
    match parsed {
        Parsed::Places(value) => project.registers.places = value,
        Parsed::Services(value) => project.registers.services = value,
        Parsed::Glossary(value) => project.registers.glossary = value,
        Parsed::Act(id, value) => project.acts.entry(id).or_default().file = value,
        Parsed::Regulation(act, regulation) => project.acts.entry(act).or_default().regulations.push(regulation),
        Parsed::Translation(value) => project.translations.extend(value),
        Parsed::Nothing => {}
    }
}
