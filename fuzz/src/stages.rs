//! The stages of the program one after the other, as `build` and `check` run them, over files in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use qadam::catalog::Catalog;
use qadam::diagnostic::print::{Format, Printer};
use qadam::diagnostic::{self, Diagnostic, Span};
use qadam::export::{self, Voices};
use qadam::findings::{self, Findings};
use qadam::lang::{Lang, Locale, Messages};
use qadam::model::{Corpus, Site};
use qadam::pages::{self, Inputs, Templates};
use qadam::source::{GivenFile, Project, parse_project};
use qadam::{cli, resolve};

/// The messages of each language, as the binary carries them.
static MESSAGES: LazyLock<BTreeMap<Lang, Arc<Messages>>> =
    LazyLock::new(|| Lang::ALL.into_iter().map(|lang| (lang, Arc::new(cli::messages(lang.into())))).collect());

/// Those that speak to whoever runs the program.
static SPOKEN: LazyLock<Vec<Messages>> = LazyLock::new(|| Locale::ALL.into_iter().map(cli::messages).collect());

/// The templates, as the binary carries them.
static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    let (project, _) = parse_project(Vec::new(), Vec::new());
    Templates::new(&project.templates, &MESSAGES).expect("the templates of the binary are sound")
});

/// A project as far as checking takes it.
#[derive(Debug)]
pub struct Checked {
    pub project: Project,
    pub corpus: Corpus,
    pub site: Option<Site>,
    pub findings: Findings,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads and checks a project.
pub fn check(files: Vec<GivenFile>) -> Checked {
    let (project, mut diagnostics) = parse_project(files, Vec::new());
    let (corpus, faults) = resolve::resolve(&project);
    diagnostics.extend(faults);
    let (site, faults) = resolve::resolve_site(&project);
    diagnostics.extend(faults);
    diagnostic::sort(&mut diagnostics);
    let mut findings = findings::find(&corpus);
    findings::leave_out_consequences(&mut findings, &diagnostics);
    Checked { project, corpus, site, findings, diagnostics }
}

impl Checked {
    /// Whether a build would go on to make the site.
    pub fn is_sound(&self) -> bool {
        self.site.is_some() && !self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Prints all that is to be said, in one of the languages and forms: each thing has a place that is in its file.
    pub fn tell(&self, choice: usize) {
        let findings = self.findings.values().flatten().map(|finding| finding.diagnostic.clone());
        let all: Vec<Diagnostic> = self.diagnostics.iter().cloned().chain(findings).collect();
        for span in all.iter().flat_map(|diagnostic| [diagnostic.span, diagnostic.also]).flatten() {
            self.hold(span);
        }
        let messages = &SPOKEN[choice % SPOKEN.len()];
        let printer = Printer { files: &self.project.files, messages, color: false, width: 100 };
        let format = [Format::Human, Format::Short, Format::Json][choice / SPOKEN.len() % 3];
        let report = printer.print(&all, format);
        assert!(all.is_empty() || !report.is_empty(), "nothing is said");
        if format == Format::Short {
            assert_eq!(report.lines().count(), all.len(), "one line each:\n{report}");
        }
    }

    fn hold(&self, span: Span) {
        let file = &self.project.files[span.file.0 as usize];
        let place = file.text.get(span.start as usize..span.end as usize);
        assert!(place.is_some(), "{span:?} is no place in {}", file.path);
    }

    /// Every page and the data, by address, and what the pages complain of.
    pub fn pages(&self) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
        let Some(site) = &self.site else { return (BTreeMap::new(), Vec::new()) };
        let catalog = Catalog::new(&self.corpus);
        let templates = &self.project.templates;
        let inputs = Inputs { catalog: &catalog, findings: &self.findings, site, templates, messages: &MESSAGES };
        pages::render_pages_with(inputs, &TEMPLATES)
    }

    /// The data, by address.
    pub fn data(&self) -> BTreeMap<String, Vec<u8>> {
        let catalog = Catalog::new(&self.corpus);
        let voices = Voices { ru: &MESSAGES[&Lang::Ru], kk: &MESSAGES[&Lang::Kk] };
        let findings = |id: &str| self.findings.get(id).map(Vec::as_slice).unwrap_or_default();
        let mut files = BTreeMap::from([("index".to_owned(), export::index(&catalog))]);
        for act in &self.corpus.acts {
            files.insert(act.id.clone(), export::act(&catalog, act, findings(&act.id), voices));
            for regulation in &act.regulations {
                let id = regulation.id();
                let bytes = export::regulation(&catalog, act, regulation, findings(&id), voices);
                files.insert(id, bytes);
            }
        }
        files
    }
}
