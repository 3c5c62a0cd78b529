//! `qadam serve`: the site in a browser while it is being written.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::pipeline::{self, Checked};
use super::{Global, Outcome, Terminal, messages, messages_of, site};
use crate::diagnostic::print::Format;
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Locale;
use crate::pages::Templates;
use crate::preview::{self, Board, Faults, Server, Show, State};
use crate::source::{GivenFile, Memory, folders, parse_project_again, read_files, stamp};

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Port at 127.0.0.1; 0 is any that is free
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    pub port: u16,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
}

/// Columns of a report on a page.
const WIDTH: usize = 90;

/// Prints at once, while the command goes on.
pub type Say = fn(&str);

/// How the person at the terminal is spoken to.
#[derive(Debug, Clone, Copy)]
pub struct Listener {
    /// In this language.
    pub locale: Locale,
    /// On this terminal.
    pub terminal: Terminal,
    /// By this means.
    pub say: Say,
}

/// Runs `serve`: until the process ends, unless it cannot begin.
pub fn run(global: &Global, args: &ServeArgs, listener: Listener) -> Outcome {
    let Listener { locale, terminal, say } = listener;
    let refused = |error: std::io::Error| {
        let address = format!("127.0.0.1:{}", args.port);
        let fault = Diagnostic::nowhere(Code::CannotListen).with("address", address).with("reason", error.to_string());
        Outcome::could_not(fault, locale, terminal)
    };
    let server = match Server::bind(args.port) {
        Ok(server) => server,
        Err(error) => return refused(error),
    };
    let words = messages(locale);
    let mut compiler = Compiler::new(global.root.clone(), listener);
    let board = Board::new(compiler.compile());
    say(&(words.format("serve-at", &[("url", server.url())]) + "\n"));
    if args.open
        && let Err(error) = preview::open_browser(&server.url())
    {
        say(&(words.format("serve-no-browser", &[("reason", error.to_string())]) + "\n"));
    }
    let watched = board.clone();
    // It ends with the process.
    std::thread::spawn(move || {
        let root = compiler.root.clone();
        preview::watch(
            &folders(&root),
            || stamp(&root),
            || {
                let state = compiler.compile();
                // What was saved without a change is no news.
                if watched.state().version != state.version {
                    watched.put(state);
                }
            },
        );
    });
    server.run(board).map_or_else(refused, |()| Outcome::default())
}

/// Compiles a project again and again.
struct Compiler {
    root: PathBuf,
    listener: Listener,
    memory: Memory,
    /// Digest of the files of the last state.
    digest: Option<blake3::Hash>,
    /// How many states there were.
    count: usize,
    state: State,
}

impl Compiler {
    fn new(root: PathBuf, listener: Listener) -> Self {
        let state = State { version: String::new(), site: None, faults: None };
        Self { root, listener, memory: Memory::default(), digest: None, count: 0, state }
    }

    /// The state of the project now: the one before, where no file has changed.
    fn compile(&mut self) -> State {
        let (files, faults) = read_files(&self.root);
        let digest = digest(&files, &faults);
        if self.digest.replace(digest) == Some(digest) {
            return self.state.clone();
        }
        self.count += 1;
        self.state.version = format!("{}-{}", std::process::id(), self.count);
        let (project, faults) = parse_project_again(files, faults, &mut self.memory);
        let mut checked = pipeline::check_project(project, faults);
        let templates = site::templates(&checked).map_err(|faults| checked.diagnostics.extend(faults)).ok();
        let Listener { locale, terminal, say } = self.listener;
        let (words, _) = messages_of(&checked.project, locale);
        let mut told = checked.report(&checked.diagnostics, locale, terminal, Format::Human);
        let errors = checked.errors();
        if let Some(templates) = templates.filter(|_| errors == 0) {
            told += &(words.text("serve-sound") + "\n");
            self.state.site = Some(Arc::new(Compiled { checked, templates, locale }));
            self.state.faults = None;
        } else {
            let counts = [("errors", errors.to_string())];
            told += &(words.format("serve-stopped", &counts) + "\n");
            let stands = if self.state.site.is_some() { "serve-former" } else { "serve-none" };
            let title = words.format(stands, &counts);
            self.state.faults = Some(faults_of(&checked, &checked.diagnostics, locale, title));
        }
        say(&told);
        self.state.clone()
    }
}

/// A project without errors, and its templates.
struct Compiled {
    checked: Checked,
    templates: Templates,
    locale: Locale,
}

impl Show for Compiled {
    fn file(&self, address: &str) -> Option<Result<Vec<u8>, Faults>> {
        let made = site::make_file(&self.checked, &self.templates, address)?;
        Some(made.map_err(|fault| {
            let (words, _) = messages_of(&self.checked.project, self.locale);
            let title = words.format("serve-none", &[("errors", "1".to_owned())]);
            faults_of(&self.checked, &[fault], self.locale, title)
        }))
    }
}

fn faults_of(checked: &Checked, diagnostics: &[Diagnostic], locale: Locale, title: String) -> Faults {
    let terminal = Terminal { color: false, width: WIDTH };
    let report = checked.report(diagnostics, locale, terminal, Format::Human);
    Faults { lang: locale.as_str().to_owned(), title, report: report.trim_end().to_owned() }
}

/// What tells the files of one moment from those of another.
fn digest(files: &[GivenFile], faults: &[Diagnostic]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for GivenFile { path, bytes } in files {
        hasher.update(&(path.len() as u64).to_le_bytes()).update(path.as_bytes());
        hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
    for fault in faults {
        hasher.update(fault.code.as_str().as_bytes());
        for (_, value) in &fault.args {
            hasher.update(value.as_bytes());
        }
    }
    hasher.finalize()
}
