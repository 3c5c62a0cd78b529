//! Every page and its twin in the other language: the same address, the same anchors, the same steps.

use scraper::Html;

use super::assert_none;
use super::build::{SITES, Site, all, page};

/// What both languages share of a page: its anchors, its tables, where its links lead.
fn shape(page: &Html) -> Vec<String> {
    let mut shape = Vec::new();
    for element in all(page, "main *, footer *") {
        let name = element.value().name();
        if let Some(id) = element.attr("id") {
            shape.push(format!("{name}#{id}"));
        }
        if matches!(name, "tr" | "td" | "th" | "dt" | "li" | "summary") {
            shape.push(format!("{name}.{}", element.attr("class").unwrap_or("")));
        }
    }
    shape
}

/// How many pages of a site have a twin, and how twins differ that should not.
pub fn compare_twins(site: &Site) -> (usize, Vec<String>) {
    let mut faults = Vec::new();
    let mut pairs = 0;
    for (path, own) in site.pages() {
        let Some(rest) = path.strip_prefix("kk/") else {
            let twin = path.replacen("ru/", "kk/", 1);
            if !site.files.contains_key(&twin) {
                faults.push(format!("{}: {path} has no twin", site.name));
            }
            continue;
        };
        let Some(twin) = site.files.get(&format!("ru/{rest}")) else {
            faults.push(format!("{}: {path} has no twin", site.name));
            continue;
        };
        pairs += 1;
        let twin = page(twin);
        let anchors = |page: &Html| -> Vec<String> {
            all(page, "[id]").iter().map(|element| element.attr("id").unwrap().to_owned()).collect()
        };
        // The words of each language stand in an order of their own.
        let sorted = rest == "glossary/index.html" || rest == "index.html";
        let [mut one, mut other] = [anchors(&own), anchors(&twin)];
        if sorted {
            one.sort();
            other.sort();
            one.retain(|id| !id.starts_with("letter-"));
            other.retain(|id| !id.starts_with("letter-"));
        }
        if one != other {
            let differs = one.iter().zip(&other).find(|(one, other)| one != other);
            faults.push(format!("{}: {rest}: anchors differ: {differs:?}", site.name));
        } else if rest.contains("acts/") && !rest.ends_with("both/index.html") && shape(&own) != shape(&twin) {
            let (one, other) = (shape(&own), shape(&twin));
            let differs = one.iter().zip(&other).position(|(one, other)| one != other);
            let near = differs.map(|at| &one[at.saturating_sub(3)..(at + 2).min(one.len())]);
            faults.push(format!("{}: {rest}: shapes differ near {near:?}", site.name));
        }
    }
    (pairs, faults)
}

#[test]
fn every_page_has_a_twin_with_the_same_anchors() {
    let (pairs, faults): (Vec<usize>, Vec<Vec<String>>) = SITES.iter().map(compare_twins).unzip();
    assert_none(&faults.concat());
    assert!(pairs.iter().sum::<usize>() > 40, "only {pairs:?} pairs");
}

#[test]
fn every_page_names_its_language_and_leads_to_its_twin() {
    for site in SITES.iter() {
        for (path, page) in site.pages().filter(|(path, _)| path.starts_with("kk/") || path.starts_with("ru/")) {
            let lang = &path[..2];
            assert_eq!(all(&page, "html")[0].attr("lang"), Some(lang), "{}: {path}", site.name);
            if path.contains("2018-1") {
                continue;
            }
            let twin = if lang == "kk" { "ru" } else { "kk" };
            let links = all(&page, ".languages a[hreflang], .languages a[lang]");
            let found = links.iter().any(|link| {
                let href = link.attr("href").unwrap_or("");
                href.contains(&format!("{twin}/")) && href.ends_with(path[3..].rsplit('/').next().unwrap())
            });
            assert!(found, "{}: {path} does not lead to its twin", site.name);
        }
    }
}
