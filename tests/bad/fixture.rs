//! Fixtures: a text, where it stands in a project, and what is to be said of it.
//!
//! The comments at the head of a fixture, one a line:
//!
//! ```text
//! #! at PATH                              where in the project this file stands
//! #! without PATH                         a file of the base that is not there
//! #! human LANGUAGE                       the whole report stands in NAME.LANGUAGE.human.txt
//! #! error CODE 12:20 also 3:5 | words    an error at line 12, column 20, with a second place, whose English message,
//!                                         label or help has these words; the last two parts may be left out
//! #! error CODE PATH:12:20                … in another file
//! #! error CODE nowhere                   … in no file
//! ```
//!
//! In a fixture that is a folder each file stands where it stands, and has comments of its own. The comments are
//! blanked before a file is used: its lines keep their numbers.

use std::fmt;
use std::path::{Path, PathBuf};

use qadam::lang::Locale;
use tempfile::TempDir;

/// The folder of the fixtures.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad")
}

/// A place in a file, line and column from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    pub path: String,
    pub line: usize,
    pub column: usize,
}

impl At {
    /// Reads `PATH:LINE:COLUMN`, or `LINE:COLUMN` of a given file.
    fn parse(text: &str, own: &str) -> Option<Self> {
        let (rest, column) = text.rsplit_once(':')?;
        let (path, line) = rest.rsplit_once(':').unwrap_or((own, rest));
        Some(Self { path: path.to_owned(), line: line.parse().ok()?, column: column.parse().ok()? })
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

/// What is said, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub severity: String,
    pub code: String,
    pub at: Option<At>,
    pub also: Option<At>,
}

impl fmt::Display for Placed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", self.severity, self.code)?;
        match &self.at {
            Some(at) => write!(f, "{at}")?,
            None => f.write_str("nowhere")?,
        }
        self.also.as_ref().map_or(Ok(()), |also| write!(f, " also {also}"))
    }
}

/// What a comment says is to be reported.
#[derive(Debug, Clone)]
pub struct Expected {
    pub placed: Placed,
    /// Words of the English message or help.
    pub words: Option<String>,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.placed)?;
        self.words.as_ref().map_or(Ok(()), |words| write!(f, " | {words}"))
    }
}

/// A bad input.
#[derive(Debug, Clone, Default)]
pub struct Fixture {
    pub name: String,
    /// Path in the project, and text.
    pub files: Vec<(String, String)>,
    /// Paths of the base that are not there.
    pub without: Vec<String>,
    pub expected: Vec<Expected>,
    pub human: Vec<Locale>,
}

/// Every fixture, by name.
pub fn read_fixtures() -> Vec<Fixture> {
    let mut fixtures = Vec::new();
    for path in entries(&folder()) {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let is_record = path.extension().is_some_and(|extension| extension == "txt");
        if name == "base" || is_record {
            continue;
        }
        let mut fixture = Fixture { name, ..Fixture::default() };
        if path.is_dir() {
            for file in files_below(&path) {
                let own = relative(&path, &file);
                fixture.read(&file, Some(own));
            }
        } else {
            fixture.read(&path, None);
        }
        assert!(!fixture.expected.is_empty(), "the fixture `{}` expects nothing", fixture.name);
        fixtures.push(fixture);
    }
    fixtures
}

impl Fixture {
    /// Reads a file of the fixture; `own` is its path in the project where the comments do not say it.
    fn read(&mut self, file: &Path, own: Option<String>) {
        let text = std::fs::read_to_string(file).unwrap();
        let comments: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("#! ")).collect();
        let at = comments.iter().find_map(|comment| comment.strip_prefix("at ")).map(str::to_owned);
        let path = own.or(at).unwrap_or_else(|| panic!("{}: no `#! at`", file.display()));
        for comment in &comments {
            let (word, rest) = comment.split_once(' ').unwrap_or((comment, ""));
            match word {
                "at" => {}
                "without" => self.without.push(rest.to_owned()),
                "human" => {
                    let locale = Locale::ALL.into_iter().find(|locale| locale.as_str() == rest);
                    self.human.push(locale.unwrap_or_else(|| panic!("{}: {comment}", file.display())));
                }
                "error" | "warning" => {
                    let expected = expected(word, rest, &path);
                    self.expected.push(expected.unwrap_or_else(|| panic!("{}: {comment}", file.display())));
                }
                _ => panic!("{}: {comment}", file.display()),
            }
        }
        let kept: String = text.split_inclusive('\n').skip(comments.len()).collect();
        self.files.push((path, "\n".repeat(comments.len()) + &kept));
    }

    /// The base with the fixture in it.
    pub fn project(&self) -> TempDir {
        let project = base();
        for path in &self.without {
            std::fs::remove_file(project.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        self.put_into(project.path());
        project
    }

    /// Writes the files of the fixture into a project.
    pub fn put_into(&self, project: &Path) {
        for (path, text) in &self.files {
            let path = project.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }

    /// The same fixture with other texts.
    pub fn rewritten(&self, rewrite: impl Fn(&str) -> String) -> Self {
        let files = self.files.iter().map(|(path, text)| (path.clone(), rewrite(text))).collect();
        Self { files, ..self.clone() }
    }
}

/// Reads what follows `error` or `warning` in a comment.
fn expected(severity: &str, text: &str, own: &str) -> Option<Expected> {
    let (text, words) = match text.split_once(" | ") {
        Some((text, words)) => (text, Some(words.to_owned())),
        None => (text, None),
    };
    let (text, also) = match text.split_once(" also ") {
        Some((text, also)) => (text, Some(At::parse(also, own)?)),
        None => (text, None),
    };
    let (code, at) = text.split_once(' ')?;
    let at = if at == "nowhere" { None } else { Some(At::parse(at, own)?) };
    let placed = Placed { severity: severity.to_owned(), code: code.to_owned(), at, also };
    Some(Expected { placed, words })
}

/// A small sound project in two languages.
pub fn base() -> TempDir {
    let project = TempDir::new().unwrap();
    let base = folder().join("base");
    for file in files_below(&base) {
        let copy = project.path().join(relative(&base, &file));
        std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
        std::fs::copy(&file, copy).unwrap();
    }
    project
}

/// What stands in a folder, sorted.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    walk.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

fn relative(folder: &Path, file: &Path) -> String {
    let parts: Vec<_> = file.strip_prefix(folder).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
    parts.join("/")
}
