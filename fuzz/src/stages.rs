//! The stages of the program one after the other, as `build` and `check` run them, over files in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use qadam::catalog::Catalog;
use qadam::cli;
use qadam::cli::pipeline::{Checked, check_project};
use qadam::diagnostic::print::{Format, Printer};
use qadam::diagnostic::{Diagnostic, Span};
use qadam::export::{self, Voices};
use qadam::lang::{Lang, Locale, Messages};
use qadam::pages::{Grounds, Inputs, Pages, Templates};
use qadam::source::{GivenFile, parse_project};

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

/// Pages by address, and what is wrong with others.
pub type Made = (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>);

/// Reads and checks a project.
pub fn check(files: Vec<GivenFile>) -> Checked {
    let (project, faults) = parse_project(files, Vec::new());
    check_project(project, faults)
}

/// Whether a build would go on to make the site.
pub fn is_sound(checked: &Checked) -> bool {
    checked.site.is_some() && checked.errors() == 0
}

/// Prints all that is to be said, in one of the languages and forms: each thing has a place that is in its file.
pub fn tell(checked: &Checked, choice: usize) {
    let findings = checked.findings.values().flatten().map(|finding| finding.diagnostic.clone());
    let all: Vec<Diagnostic> = checked.diagnostics.iter().cloned().chain(findings).collect();
    for span in all.iter().flat_map(|diagnostic| [diagnostic.span, diagnostic.also]).flatten() {
        hold(checked, span);
    }
    let messages = &SPOKEN[choice % SPOKEN.len()];
    let printer = Printer { files: &checked.project.files, messages, color: false, width: 100 };
    let format = [Format::Human, Format::Short, Format::Json][choice / SPOKEN.len() % 3];
    let report = printer.print(&all, format);
    assert!(all.is_empty() || !report.is_empty(), "nothing is said");
    if format == Format::Short {
        assert_eq!(report.lines().count(), all.len(), "one line each:\n{report}");
    }
}

fn hold(checked: &Checked, span: Span) {
    let file = &checked.project.files[span.file.0 as usize];
    let place = file.text.get(span.start as usize..span.end as usize);
    assert!(place.is_some(), "{span:?} is no place in {}", file.path);
}

/// Every page of a sound project.
pub fn pages(checked: &Checked) -> Made {
    with_pages(checked, |pages| {
        let made = pages.render(&Grounds::default());
        (made.files, made.faults)
    })
}

/// One of its pages: all of them take fifty times as long.
pub fn page(checked: &Checked, choice: usize) -> Made {
    with_pages(checked, |pages| {
        let addresses: Vec<&str> = pages.addresses().collect();
        let address = addresses[choice % addresses.len()];
        match pages.page(address) {
            Some(Ok(text)) => (BTreeMap::from([(address.to_owned(), text.into_bytes())]), Vec::new()),
            Some(Err(fault)) => (BTreeMap::new(), vec![fault]),
            None => panic!("{address} is planned and not there"),
        }
    })
}

fn with_pages(checked: &Checked, make: impl FnOnce(&Pages<'_>) -> Made) -> Made {
    let catalog = Catalog::new(&checked.corpus);
    let Some(site) = &checked.site else { return Made::default() };
    let templates = &TEMPLATES;
    let inputs = Inputs { catalog: &catalog, findings: &checked.findings, site, templates, messages: &MESSAGES };
    let (pages, faults) = Pages::new(inputs);
    let (made, others) = make(&pages);
    (made, faults.into_iter().chain(others).collect())
}

/// The data, by address.
pub fn data(checked: &Checked) -> BTreeMap<String, Vec<u8>> {
    let catalog = Catalog::new(&checked.corpus);
    let voices = Voices { ru: &MESSAGES[&Lang::Ru], kk: &MESSAGES[&Lang::Kk] };
    let findings = |id: &str| checked.findings.get(id).map(Vec::as_slice).unwrap_or_default();
    let mut files = BTreeMap::from([("index".to_owned(), export::index(&catalog))]);
    for act in &checked.corpus.acts {
        files.insert(act.id.clone(), export::act(&catalog, act, findings(&act.id), voices));
        for regulation in &act.regulations {
            let id = regulation.id();
            let bytes = export::regulation(&catalog, act, regulation, findings(&id), voices);
            files.insert(id, bytes);
        }
    }
    files
}
