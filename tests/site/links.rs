//! Where links lead: to a file of the site and an anchor in it, or to an address outside that a reader chooses.

use std::collections::{BTreeMap, BTreeSet};

use super::assert_none;
use super::build::{SITES, Site, all, site};

/// Attributes that hold an address.
const ADDRESSES: [&str; 7] = ["href", "src", "action", "data", "poster", "srcset", "cite"];
/// Attributes that name elements of the same page.
const NAMES: [&str; 4] = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];

/// The ids of every page, in order.
fn ids(site: &Site) -> BTreeMap<&str, Vec<String>> {
    let of = |page: &scraper::Html| all(page, "[id]").iter().map(|e| e.attr("id").unwrap().to_owned()).collect();
    site.pages().map(|(path, page)| (path, of(&page))).collect()
}

/// The address of a file that a link on a page leads to.
fn target(page: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// How many links of a site were followed, and those that lead nowhere.
pub fn follow_links(site: &Site) -> (usize, Vec<String>) {
    let mut faults = Vec::new();
    let mut followed = 0;
    let ids = ids(site);
    for (path, page) in site.pages() {
        for element in all(&page, "*") {
            for (attribute, link) in element.value().attrs().filter(|(name, _)| ADDRESSES.contains(name)) {
                let outside = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme));
                if outside {
                    // A reader may go there; the page itself fetches nothing.
                    let fetched = !matches!(element.value().name(), "a" | "link");
                    let rel = element.attr("rel").unwrap_or("");
                    let told = ["canonical", "alternate"].contains(&rel) || element.value().name() == "a";
                    if fetched || !told {
                        faults.push(format!("{}: {path} fetches {link}", site.name));
                    }
                    continue;
                }
                // A server shows the page of no address at any address: its links begin at the top of the server.
                let at_top = link.strip_prefix("/steps/").filter(|_| path == "404.html");
                let link = at_top.unwrap_or(link);
                let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
                let file = if file.is_empty() { Some(path.to_owned()) } else { target(path, file) };
                let found = file.filter(|file| site.files.contains_key(file));
                let whole = match (&found, anchor) {
                    (None, _) => false,
                    (Some(_), "") => true,
                    (Some(file), anchor) => ids.get(file.as_str()).is_some_and(|ids| ids.iter().any(|id| id == anchor)),
                };
                followed += 1;
                if !whole || link.starts_with('/') {
                    faults.push(format!("{}: {path}: {attribute}=\"{link}\" leads nowhere", site.name));
                }
            }
            for (attribute, names) in element.value().attrs().filter(|(name, _)| NAMES.contains(name)) {
                for name in names.split_whitespace().filter(|name| !ids[path].iter().any(|id| id == name)) {
                    faults.push(format!("{}: {path}: {attribute} names `{name}`, which is not there", site.name));
                }
            }
        }
    }
    (followed, faults)
}

/// The ids that a page has twice.
pub fn repeated_ids(site: &Site) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, ids) in ids(site) {
        let mut seen = BTreeSet::new();
        faults.extend(ids.iter().filter(|id| !seen.insert(*id)).map(|id| format!("{}: {path}: {id}", site.name)));
    }
    faults
}

#[test]
fn links_lead_to_files_and_anchors_that_are_there() {
    let (followed, faults): (Vec<usize>, Vec<Vec<String>>) = SITES.iter().map(follow_links).unzip();
    assert_none(&faults.concat());
    assert!(followed.iter().sum::<usize>() > 5_000, "only {followed:?} links were followed");
}

#[test]
fn no_page_has_an_id_twice() {
    assert_none(&SITES.iter().flat_map(repeated_ids).collect::<Vec<_>>());
}

#[test]
fn every_page_is_reached_from_the_root() {
    for site in SITES.iter() {
        let mut reached: BTreeSet<String> = ["index.html".to_owned()].into();
        let mut open = vec!["index.html".to_owned()];
        while let Some(path) = open.pop() {
            let page = super::build::page(&site.files[&path]);
            for link in all(&page, "a[href]") {
                let link = link.attr("href").unwrap();
                let file = target(&path, link.split('#').next().unwrap_or(""));
                let file = file.filter(|file| file.ends_with(".html") && site.files.contains_key(file));
                open.extend(file.filter(|file| reached.insert(file.clone())));
            }
        }
        // Servers show the one, old links lead to the others.
        let apart = |path: &&str| *path != "404.html" && !path.contains("2018-1");
        let lost: Vec<&str> =
            site.pages().map(|(path, _)| path).filter(apart).filter(|path| !reached.contains(*path)).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", site.name);
    }
}

/// Where the site has an address of its own, the map and the feed name pages that are there, and every page names itself
/// and its twin.
#[test]
fn the_map_and_the_feed_name_pages_of_the_site() {
    let base = "https://example.kz/steps/";
    let site = site("golden");
    let file = |address: &str| {
        let path = address.strip_prefix(base).unwrap_or_else(|| panic!("{address} is not below {base}"));
        let path = path.split('#').next().unwrap();
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    };
    let read = |path: &str| String::from_utf8(site.files[path].clone()).unwrap();

    let map = read("sitemap.xml");
    let map = roxmltree::Document::parse(&map).unwrap();
    let named: BTreeSet<String> = map
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
        .map(|node| file(node.text().unwrap()))
        .collect();
    let meant: BTreeSet<String> = site
        .pages()
        .map(|(path, _)| path.to_owned())
        // The choice of language is no page to be found.
        .filter(|path| path != "404.html" && path != "index.html" && !path.contains("2018-1"))
        .collect();
    assert_eq!(named, meant);

    for lang in ["kk", "ru"] {
        let feed = read(&format!("{lang}/feed.xml"));
        let feed = roxmltree::Document::parse(&feed).unwrap();
        let atom = "http://www.w3.org/2005/Atom";
        let entries: Vec<_> = feed.descendants().filter(|node| node.has_tag_name((atom, "entry"))).collect();
        assert!(!entries.is_empty());
        for node in feed.descendants().filter(|node| node.has_tag_name((atom, "link"))) {
            let link = node.attribute("href").unwrap();
            assert!(site.files.contains_key(&file(link)), "{link}");
        }
        for name in ["id", "title", "updated"] {
            let has = |node: &roxmltree::Node<'_, '_>| node.children().any(|child| child.has_tag_name((atom, name)));
            assert!(has(&feed.root_element()) && entries.iter().all(has), "{lang}: {name}");
        }
    }

    for (path, page) in site.pages().filter(|(path, _)| path.starts_with("kk/") && !path.contains("2018-1")) {
        let link = |selector: &str| all(&page, selector).first().map(|link| file(link.attr("href").unwrap()));
        assert_eq!(link("link[rel=canonical]").as_deref(), Some(path));
        let twin = path.replacen("kk/", "ru/", 1);
        assert_eq!(link("link[rel=alternate][hreflang=ru]"), Some(twin));
        assert_eq!(link("link[rel=alternate][hreflang=kk]").as_deref(), Some(path));
    }
    // Without an address of its own a site names none.
    let plain = super::build::site("project");
    assert!(!plain.files.contains_key("sitemap.xml"));
    assert!(plain.pages().all(|(_, page)| all(&page, "link[rel=canonical]").is_empty()));
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let site = site("golden");
    for lang in ["kk", "ru"] {
        let path = format!("{lang}/acts/almaty/2018-1/index.html");
        let page = super::build::page(&site.files[&path]);
        let link = all(&page, "a[href]")[0].attr("href").unwrap();
        assert_eq!(target(&path, link), Some(format!("{lang}/acts/almaty/2019-1/index.html")));
        let refresh = all(&page, "meta[http-equiv=refresh]")[0].attr("content").unwrap();
        assert!(refresh.ends_with(link), "{refresh}");
    }
}
