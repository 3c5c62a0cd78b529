//! From a folder to files in memory, from these to a [`Project`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::blanks;
use super::encodings::{Memory, parse_encodings};
use super::files::{Found, GivenFile, Stamp, check_size, find_file, find_files, read_bytes};
use super::schema::{ActFile, GlossaryFile, PlacesFile, RegulationFile, ServicesFile, SiteFile, TranslationFile};
use super::site::{override_with, parse_pages, parse_settings, take_embedded};
use super::yaml::{self, Tree};
use crate::diagnostic::{Code, Diagnostic, FileId, SourceText, Span};
use crate::lang::{Lang, Locale};

/// Everything that a site is made from, as read.
#[derive(Debug, Default)]
pub struct Project {
    /// Every text file that was read, by [`FileId`].
    pub files: Vec<SourceText>,
    /// The registers.
    pub registers: Registers,
    /// The acts, by id.
    pub acts: BTreeMap<String, ActSource>,
    /// The translation memories.
    pub translations: Vec<TranslationSource>,
    /// `site/site.yaml`.
    pub site: Option<SiteFile>,
    /// The Markdown pages.
    pub pages: Vec<MarkdownSource>,
    /// The templates by name, those of the project over those of the binary.
    pub templates: BTreeMap<String, String>,
    /// The Fluent texts of each locale; later ones override.
    pub locales: BTreeMap<Locale, Vec<String>>,
    /// The assets by name.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// The files with faults, of which something was left out.
    pub broken: BTreeSet<FileId>,
    /// The names that these files describe: what was left out may be the description.
    pub described: BTreeSet<String>,
    /// The files and folders that could not be read at all, by path: nobody knows what stands in them.
    pub unread: BTreeSet<String>,
    /// What is still to be written: the places of the blanks.
    pub blanks: BTreeSet<Span>,
}

/// What all acts share; `None` where the file is missing or does not fit.
#[derive(Debug, Default)]
pub struct Registers {
    /// `places.yaml`.
    pub places: Option<Arc<PlacesFile>>,
    /// `services.yaml`.
    pub services: Option<Arc<ServicesFile>>,
    /// `glossary.yaml`.
    pub glossary: Option<Arc<GlossaryFile>>,
}

/// An act as read.
#[derive(Debug, Default)]
pub struct ActSource {
    /// `act.yaml`; `None` where it is missing or does not fit.
    pub file: Option<Arc<ActFile>>,
    /// Its regulations, in the order of the file names.
    pub regulations: Vec<RegulationSource>,
}

/// A regulation as read.
#[derive(Debug, Clone)]
pub struct RegulationSource {
    /// Name of the file without `.yaml`: the id of the regulation in its act.
    pub name: String,
    /// The file.
    pub file: FileId,
    /// What stands in it; `None` where it does not fit at all.
    pub value: Option<Arc<RegulationFile>>,
}

/// A translation memory as read.
#[derive(Debug, Clone)]
pub struct TranslationSource {
    /// Id of the act.
    pub act: String,
    /// Language of the originals.
    pub from: Lang,
    /// The file.
    pub file: FileId,
    /// What stands in it.
    pub value: Arc<TranslationFile>,
}

/// A page of the project in Markdown.
#[derive(Debug)]
pub struct MarkdownSource {
    /// Its name: `about`.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// The file.
    pub file: FileId,
}

/// What a file of `regulations/` is, by its path.
#[derive(Debug, Clone)]
pub(super) enum Role {
    Places,
    Services,
    Glossary,
    Act(String),
    Regulation(String, String),
    Translation(String, Lang),
    Ignored,
}

/// The settings of the site.
pub(super) const SETTINGS: &str = "site/site.yaml";

/// The folders that a project is read from.
const FOLDERS: [&str; 5] = ["regulations", "site/pages", "templates", "site/assets", "site/locales"];

/// Reads the project in a folder. It goes on after every fault.
pub fn read_project(root: &Path) -> (Project, Vec<Diagnostic>) {
    let (files, faults) = read_files(root);
    parse_project(files, faults)
}

/// The folders that a project is read from, on this machine.
pub fn folders(root: &Path) -> Vec<PathBuf> {
    FOLDERS.iter().map(|folder| root.join(folder)).collect()
}

/// What the files of a project look like from outside. Another stamp means other files; after a change within one tick
/// of the file system's clock it may stay the same.
pub fn stamp(root: &Path) -> Vec<Stamp> {
    let found =
        FOLDERS.iter().flat_map(|folder| find_files(root, folder).0).chain(find_file(root, SETTINGS).ok().flatten());
    found.map(|file| Stamp::of(&file)).collect()
}

/// Reads the files of the project in a folder, in the order of their folders and names, and says which it could not.
pub fn read_files(root: &Path) -> (Vec<GivenFile>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut wanted = Vec::new();
    for folder in FOLDERS {
        let (found, faults) = find_files(root, folder);
        diagnostics.extend(faults);
        // What no stage looks at is not read either, however large.
        wanted.extend(found.into_iter().filter(|file| is_read(folder, &file.path)));
    }
    match find_file(root, SETTINGS) {
        Ok(found) => wanted.extend(found),
        Err(fault) => diagnostics.push(fault),
    }
    let read: Vec<Result<GivenFile, Diagnostic>> = wanted
        .into_par_iter()
        .map(|Found { path, absolute }| read_bytes(&path, &absolute).map(|bytes| GivenFile { path, bytes }))
        .collect();
    let mut files = Vec::new();
    for file in read {
        match file {
            Ok(file) => files.push(file),
            Err(fault) => diagnostics.push(fault),
        }
    }
    (files, diagnostics)
}

/// Whether a stage looks at a file. One whose name is bad is: that is told where its name is understood.
fn is_read(folder: &str, path: &str) -> bool {
    match folder {
        "regulations" => !matches!(role(path), Ok(Role::Ignored)),
        "site/pages" => path.ends_with(".md"),
        "site/locales" => path.ends_with(".ftl"),
        _ => true,
    }
}

/// Makes a project of its files, each of which is there once. `faults` are the files that could not be had, if any: they
/// are not missed a second time. Nothing is read from the disk.
pub fn parse_project(files: Vec<GivenFile>, faults: Vec<Diagnostic>) -> (Project, Vec<Diagnostic>) {
    parse_project_again(files, faults, &mut Memory::default())
}

/// [`parse_project`] for somebody who does it again and again: what the memory has is not parsed another time.
pub fn parse_project_again(
    files: Vec<GivenFile>,
    faults: Vec<Diagnostic>,
    memory: &mut Memory,
) -> (Project, Vec<Diagnostic>) {
    let mut project = Project::default();
    let mut diagnostics = faults;
    let mut of_folder = FOLDERS.map(|_| Vec::new());
    let mut settings = None;
    for file in files {
        if let Err(fault) = check_size(&file.path, &file.bytes) {
            diagnostics.push(fault);
        } else if file.path == SETTINGS {
            settings = Some(file);
        } else if let Some(at) = FOLDERS.iter().position(|folder| is_in(folder, &file.path)) {
            of_folder[at].push(file);
        }
    }
    let [regulations, pages, overrides @ ..] = of_folder;
    parse_encodings(regulations, &mut project, &mut diagnostics, memory);
    parse_pages(pages, &mut project, &mut diagnostics);
    parse_settings(settings, &mut project, &mut diagnostics);
    take_embedded(&mut project);
    for file in overrides.into_iter().flatten() {
        diagnostics.extend(override_with(&mut project, file).err());
    }
    project.blanks = blanks::places(&diagnostics);
    note_broken(&mut project, &diagnostics);
    project.unread = unread(&diagnostics);
    let unread = |fault: &Diagnostic| fault.args.iter().any(|(name, path)| *name == "path" && project.is_unread(path));
    diagnostics.retain(|fault| fault.code != Code::MissingFile || !unread(fault));
    (project, diagnostics)
}

/// The paths that could not be read: what stands there is unknown, not missing.
fn unread(diagnostics: &[Diagnostic]) -> BTreeSet<String> {
    let codes = [Code::Unreadable, Code::NotUtf8, Code::TooLarge, Code::Symlink];
    let faults = diagnostics.iter().filter(|fault| codes.contains(&fault.code));
    let paths = faults.flat_map(|fault| &fault.args).filter(|(name, _)| *name == "path");
    paths.map(|(_, path)| path.clone()).collect()
}

fn is_in(folder: &str, path: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Notes which files have faults, and which names they describe: acts by their folder, all else by its key.
fn note_broken(project: &mut Project, diagnostics: &[Diagnostic]) {
    project.broken = diagnostics.iter().filter_map(|diagnostic| Some(diagnostic.span?.file)).collect();
    for file in &project.broken {
        let Some(SourceText { path, text }) = project.files.get(file.0 as usize) else { continue };
        if let Ok(Role::Act(id)) = role(path) {
            project.described.insert(id);
        }
        if let (Some(tree), _) = Tree::parse(*file, text) {
            project.described.extend(tree.keys().map(str::to_owned));
        }
    }
}

/// Reads one YAML text.
pub fn read_yaml<T: DeserializeOwned>(file: FileId, text: &str) -> (Option<T>, Vec<Diagnostic>) {
    let (tree, mut diagnostics) = Tree::parse(file, text);
    let Some(tree) = tree else { return (None, diagnostics) };
    let reading = yaml::read(&tree);
    diagnostics.extend(reading.diagnostics);
    diagnostics.extend(blanks::in_tree(&tree));
    let places = blanks::places(&diagnostics);
    blanks::leave_out_consequences(&mut diagnostics, &places);
    (reading.value, diagnostics)
}

/// What a file is, by its path relative to the project.
pub(super) fn role(path: &str) -> Result<Role, Diagnostic> {
    let bad = || Diagnostic::nowhere(Code::BadFileName).with("path", path);
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let Some(stem) = path.strip_suffix(".yaml") else {
        return if path.ends_with(".yml") { Err(bad()) } else { Ok(Role::Ignored) };
    };
    if stem.ends_with(".draft") {
        return Ok(Role::Ignored);
    }
    let stem = stem.rsplit('/').next().unwrap_or(stem);
    let folders = &parts[..parts.len().saturating_sub(1)];
    if !folders.iter().all(|folder| is_id(folder)) || !is_id(stem) {
        return Err(bad());
    }
    match (folders, stem) {
        ([], "places") => Ok(Role::Places),
        ([], "services") => Ok(Role::Services),
        ([], "glossary") => Ok(Role::Glossary),
        (["translations", place, act], "ru-kk") => Ok(Role::Translation(format!("{place}/{act}"), Lang::Ru)),
        (["translations", place, act], "kk-ru") => Ok(Role::Translation(format!("{place}/{act}"), Lang::Kk)),
        (["translations" | "schema", ..], _) => Err(bad()),
        ([place, act], "act") => Ok(Role::Act(format!("{place}/{act}"))),
        ([place, act], name) => Ok(Role::Regulation(format!("{place}/{act}"), name.to_owned())),
        _ => Err(bad()),
    }
}

/// What a new file would encode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// An act.
    Act,
    /// A regulation.
    Regulation,
}

/// What a file at this path, relative to the project, encodes; `None` where no act or regulation can stand.
pub fn encoding_at(path: &str) -> Option<Encoding> {
    match role(path) {
        Ok(Role::Act(_)) => Some(Encoding::Act),
        Ok(Role::Regulation(..)) => Some(Encoding::Regulation),
        _ => None,
    }
}

/// Whether a name can be an id: lower-case Latin letters, digits and hyphens. Ids are thereby unique without regard
/// to case and safe in every file system.
pub(super) fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 80
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !name.starts_with('-')
}

pub(super) fn file_id(index: usize) -> FileId {
    FileId(u32::try_from(index).unwrap_or(u32::MAX))
}

impl Project {
    /// The beginning of a file: the place of what is wrong with the file as a whole.
    pub fn start_of(&self, file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }

    /// Whether a file, or a folder that it may stand in, could not be read.
    pub fn is_unread(&self, path: &str) -> bool {
        let folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        folders.chain([path]).any(|path| self.unread.contains(path))
    }

    /// Whether something of an act could not be read, be it a file or a folder in it.
    pub fn is_act_unread(&self, id: &str) -> bool {
        let folder = format!("regulations/{id}");
        self.is_unread(&folder) || self.unread.iter().any(|path| Path::new(path).starts_with(&folder))
    }
}
