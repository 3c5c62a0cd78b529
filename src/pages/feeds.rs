//! What stands beside the pages: the map of the site and the feed, where the site knows its address, and pages that
//! say where a page has moved.

use serde::Serialize;

use super::changes::{Changed, changes};
use super::frame::Frame;
use super::render::Rendered;
use super::view::Link;
use super::{Job, address_lists, addresses, editions};
use crate::catalog::EventKind;
use crate::lang::Lang;

#[derive(Debug, Serialize)]
struct Sitemap {
    pages: Vec<SitemapPage>,
}

#[derive(Debug, Serialize)]
struct SitemapPage {
    href: String,
    alternates: Vec<SitemapAlternate>,
}

#[derive(Debug, Clone, Serialize)]
struct SitemapAlternate {
    lang: String,
    href: String,
}

/// `sitemap.xml`, with both languages of each page; for a site at this address.
pub(super) fn sitemap(job: Job<'_>, base: &str) -> Rendered {
    let inputs = job.inputs;
    let corpus = inputs.catalog.corpus;
    let mut paths = vec![addresses::HOME.to_owned(), addresses::GLOSSARY.to_owned()];
    paths.extend(corpus.services.keys().map(|id| addresses::service(id)));
    paths.extend(
        corpus.places.keys().filter(|id| !inputs.catalog.of_place(id).is_empty()).map(|id| addresses::place(id)),
    );
    for act in &corpus.acts {
        paths.push(addresses::act(&act.id));
        for regulation in &act.regulations {
            paths.push(addresses::regulation(&act.id, &regulation.name));
            paths.push(addresses::both(&act.id, &regulation.name));
            paths.push(addresses::book(&act.id, &regulation.name));
            if address_lists::has_page(regulation) {
                paths.push(addresses::address_lists(&act.id, &regulation.name));
            }
            let editions = editions::with_page(inputs, act, regulation);
            paths.extend(editions.iter().map(|name| addresses::edition(&act.id, &regulation.name, name)));
        }
    }
    let comparisons = corpus.services.keys().flat_map(|service| inputs.catalog.comparisons(service));
    paths.extend(comparisons.map(|pair| addresses::comparison(&pair)));
    paths
        .extend(inputs.site.prose.iter().filter(|page| page.lang == Lang::Kk).map(|page| addresses::prose(&page.name)));
    let href = |lang: Lang, path: &str| format!("{base}{}/{path}", lang.as_str());
    let pages = paths.iter().flat_map(|path| {
        Lang::ALL.map(|lang| SitemapPage {
            href: href(lang, path),
            alternates: Lang::ALL
                .map(|lang| SitemapAlternate { lang: lang.as_str().to_owned(), href: href(lang, path) })
                .to_vec(),
        })
    });
    let view = Sitemap { pages: pages.collect() };
    job.render(Lang::Kk, "sitemap.xml", &view)
}

#[derive(Debug, Serialize)]
struct Feed {
    lang: String,
    title: String,
    publisher: String,
    /// Address of the feed, which is its id too.
    href: String,
    home: String,
    /// The newest date of the data: a feed says nothing of when it was made.
    updated: String,
    entries: Vec<FeedEntry>,
}

#[derive(Debug, Serialize)]
struct FeedEntry {
    id: String,
    title: String,
    href: String,
    updated: String,
    /// The act that did it.
    by: Option<String>,
    /// The comparisons of its regulations with those they follow.
    comparisons: Vec<Link>,
}

/// `LANG/feed.xml`: what happened to the acts, newest first; for a site at this address. What nobody dates is not in it.
pub(super) fn feed(frame: &Frame<'_>, base: &str) -> Rendered {
    let root = format!("{base}{}/", frame.lang.as_str());
    let mut entries = Vec::new();
    for Changed { event, view } in changes(frame) {
        let Some(day) = event.on.day() else { continue };
        let kind = match event.kind {
            EventKind::Adopted => "adopted",
            EventKind::Amended => "amended",
            EventKind::Repealed => "repealed",
        };
        let by = event.by.as_ref().unwrap_or(event.act);
        // An act without a page leads to the page of the act that speaks of it.
        let page = view.act.href.or_else(|| view.by.as_ref().and_then(|by| by.href.clone()));
        entries.push(FeedEntry {
            id: format!("{root}feed.xml#{kind}-{}-{}", event.act.id.replace('/', "-"), by.id.replace('/', "-")),
            title: frame.say("feed-entry", &[("kind", kind.to_owned()), ("act", view.act.citation)]),
            href: format!("{root}{}", page.as_deref().unwrap_or(addresses::HOME)),
            updated: format!("{day}T00:00:00Z"),
            by: view.by.map(|by| by.citation),
            comparisons: view
                .comparisons
                .into_iter()
                .map(|link| Link { text: link.text, href: format!("{root}{}", link.href) })
                .collect(),
        });
    }
    let view = Feed {
        lang: frame.lang.as_str().to_owned(),
        title: frame.say("feed-title", &[("site", frame.plain(&frame.inputs.site.name))]),
        publisher: frame.plain(&frame.inputs.site.publisher),
        href: format!("{root}feed.xml"),
        home: format!("{root}{}", addresses::HOME),
        updated: entries.first().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |entry| entry.updated.clone()),
        entries,
    };
    frame.render("feed.xml", &view)
}

#[derive(Debug, Serialize)]
struct Moved {
    lang: String,
    title: String,
    link: String,
    href: String,
}

/// The page at an address that moved, which leads to the new one.
pub(super) fn moved(frame: &Frame<'_>, old: &str, new: &str) -> Rendered {
    let view = Moved {
        lang: frame.lang.as_str().to_owned(),
        title: frame.say("moved-title", &[]),
        link: frame.say("moved-link", &[]),
        href: format!("{}{new}", addresses::up(old)),
    };
    frame.render("moved.html", &view)
}
