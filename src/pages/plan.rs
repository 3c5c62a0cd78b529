//! Which pages a site has: the address of each, and what it is about.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::render::Rendered;
use super::{
    Inputs, Job, acts, address_lists, addresses, book, comparison, editions, feeds, home, lists, prose, regulation,
};
use crate::catalog::Comparison;
use crate::diagnostic::{Code, Diagnostic};
use crate::diagram::{Picture, pictures};
use crate::lang::Lang;
use crate::model::{Act, Place, Prose, Regulation, Service};

/// What a page is about.
#[derive(Debug, Clone)]
pub(super) enum Subject<'a> {
    /// The choice of language.
    Root,
    /// An address that does not exist.
    Missing,
    /// The map of a site at this address.
    Sitemap(&'a str),
    /// A page of a language.
    In(Lang, Topic<'a>),
}

/// What a page of a language is about.
#[derive(Debug, Clone)]
pub(super) enum Topic<'a> {
    Home,
    /// What happened, for a site at this address.
    Feed(&'a str),
    Glossary,
    Service(&'a Service),
    Place(&'a Place),
    Prose(&'a Prose),
    Act(&'a Act),
    Regulation(&'a Act, &'a Regulation),
    Both(&'a Act, &'a Regulation),
    Book(&'a Act, &'a Regulation),
    Addresses(&'a Act, &'a Regulation),
    /// An edition of a regulation, by name.
    Edition(&'a Act, &'a Regulation, String),
    /// A diagram of a regulation, as a file of its own.
    Diagram(&'a Act, &'a Regulation, Picture<'a>),
    /// Two versions of a service.
    Comparison(Comparison<'a>),
    /// An old address and the one that took its place.
    Moved(&'a str, &'a str),
}

impl Subject<'_> {
    /// Makes the page.
    pub(super) fn render(&self, job: Job<'_>) -> Rendered {
        match self {
            Self::Root => home::root(job),
            Self::Missing => home::missing(job),
            Self::Sitemap(base) => feeds::sitemap(job, base),
            Self::In(lang, topic) => topic.render(&Frame::new(job, *lang)),
        }
    }
}

impl Topic<'_> {
    fn render(&self, frame: &Frame<'_>) -> Rendered {
        match self {
            Self::Home => home::home(frame),
            Self::Feed(base) => feeds::feed(frame, base),
            Self::Glossary => lists::glossary(frame),
            Self::Service(service) => lists::service(frame, service),
            Self::Place(place) => lists::place(frame, place),
            Self::Prose(prose) => prose::page(frame, prose),
            Self::Act(act) => acts::act(frame, act),
            Self::Regulation(act, regulation) => regulation::regulation(frame, act, regulation),
            Self::Both(act, regulation) => regulation::both(frame, act, regulation),
            Self::Book(act, regulation) => book::book(frame, act, regulation),
            Self::Addresses(act, regulation) => address_lists::page(frame, act, regulation),
            Self::Edition(act, regulation, name) => editions::page(frame, act, regulation, name),
            Self::Diagram(act, regulation, picture) => regulation::diagram(frame, act, regulation, picture),
            Self::Comparison(versions) => comparison::comparison(frame, versions),
            Self::Moved(old, new) => feeds::moved(frame, old, new),
        }
    }

    /// Its address from the folder of the language.
    fn path(&self) -> String {
        match self {
            Self::Home => addresses::HOME.to_owned(),
            Self::Feed(_) => addresses::FEED.to_owned(),
            Self::Glossary => addresses::GLOSSARY.to_owned(),
            Self::Service(service) => addresses::service(&service.id),
            Self::Place(place) => addresses::place(&place.id),
            Self::Prose(prose) => addresses::prose(&prose.name),
            Self::Act(act) => addresses::act(&act.id),
            Self::Regulation(act, regulation) => addresses::regulation(&act.id, &regulation.name),
            Self::Both(act, regulation) => addresses::both(&act.id, &regulation.name),
            Self::Book(act, regulation) => addresses::book(&act.id, &regulation.name),
            Self::Addresses(act, regulation) => addresses::address_lists(&act.id, &regulation.name),
            Self::Edition(act, regulation, name) => addresses::edition(&act.id, &regulation.name, name),
            Self::Diagram(act, regulation, picture) => addresses::diagram(&act.id, &regulation.name, &picture.name),
            Self::Comparison(pair) => addresses::comparison(pair),
            Self::Moved(old, _) => (*old).to_owned(),
        }
    }
}

/// The pages by address, and the redirects that lead from a page that is there or to one that is not.
pub(super) fn plan(inputs: Inputs<'_>) -> (BTreeMap<String, Subject<'_>>, Vec<Diagnostic>) {
    let base = inputs.site.base_url.as_deref();
    let mut pages =
        BTreeMap::from([("index.html".to_owned(), Subject::Root), ("404.html".to_owned(), Subject::Missing)]);
    pages.extend(base.map(|base| ("sitemap.xml".to_owned(), Subject::Sitemap(base))));
    let mut diagnostics = Vec::new();
    for lang in Lang::ALL {
        for topic in topics(inputs, lang) {
            let address = format!("{}/{}", lang.as_str(), topic.path());
            if pages.insert(address.clone(), Subject::In(lang, topic)).is_some() {
                diagnostics.push(bad_redirect(&address));
            }
        }
    }
    // What moves with the page of a regulation is lost with it.
    let is_told = |new: &str| {
        let parts = ["both/index.html", "book/index.html", address_lists::FROM_REGULATION];
        let edition = new.split_once("editions/").map(|(folder, _)| folder);
        let page = parts.iter().find_map(|part| new.strip_suffix(part)).or(edition);
        page.is_some_and(|folder| !pages.contains_key(&format!("{}/{folder}index.html", Lang::Ru.as_str())))
    };
    for new in inputs.site.redirects.values().filter(|new| !is_told(new)) {
        let lost = Lang::ALL.into_iter().map(|lang| format!("{}/{new}", lang.as_str()));
        let lost = lost.filter(|address| !pages.contains_key(address) || inputs.site.redirects.contains_key(new));
        diagnostics.extend(lost.map(|address| bad_redirect(&address)));
    }
    diagnostics.dedup();
    (pages, diagnostics)
}

/// What the pages of a language are about. Redirects come last: they may not take the address of a page.
fn topics(inputs: Inputs<'_>, lang: Lang) -> Vec<Topic<'_>> {
    let corpus = inputs.catalog.corpus;
    let mut topics = vec![Topic::Home, Topic::Glossary];
    topics.extend(inputs.site.base_url.as_deref().map(Topic::Feed));
    topics.extend(corpus.services.values().map(Topic::Service));
    let comparisons = corpus.services.keys().flat_map(|service| inputs.catalog.comparisons(service));
    topics.extend(comparisons.map(Topic::Comparison));
    topics.extend(corpus.places.values().filter(|place| lists::has_page(inputs.catalog, &place.id)).map(Topic::Place));
    topics.extend(inputs.site.prose.iter().filter(|prose| prose.lang == lang).map(Topic::Prose));
    for act in &corpus.acts {
        topics.push(Topic::Act(act));
        for regulation in &act.regulations {
            topics.extend([
                Topic::Regulation(act, regulation),
                Topic::Both(act, regulation),
                Topic::Book(act, regulation),
            ]);
            topics.extend(address_lists::has_page(regulation).then_some(Topic::Addresses(act, regulation)));
            let editions = editions::with_page(inputs, act, regulation).into_iter();
            topics.extend(editions.map(|name| Topic::Edition(act, regulation, name)));
            topics.extend(pictures(regulation).into_iter().map(|picture| Topic::Diagram(act, regulation, picture)));
        }
    }
    topics.extend(inputs.site.redirects.iter().map(|(old, new)| Topic::Moved(old, new)));
    topics
}

/// A redirect from a page that is there, or to one that is not: told once for both languages.
fn bad_redirect(address: &str) -> Diagnostic {
    let value = address.split_once('/').map_or(address, |(_, rest)| rest);
    Diagnostic::nowhere(Code::BadSetting).with("setting", "redirects").with("value", value)
}
