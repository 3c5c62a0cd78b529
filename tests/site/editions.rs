//! The pages of editions: which there are, and that a former text is neither more nor less than what stood then.

use std::collections::BTreeSet;

use scraper::Html;
use serde_json::Value;

use super::assert_none;
use super::build::{SITES, Site, all, lawful_text, page, site};
use super::pages::regulations;

/// The anchors of the text that a page shows, in order.
fn shown(page: &Html) -> Vec<String> {
    all(page, ".full-text [id]").iter().map(|element| element.attr("id").unwrap().to_owned()).collect()
}

/// The anchors of everything under some places of a text; with `themselves`, of these too.
fn under(nodes: &Value, places: &BTreeSet<&str>, themselves: bool, inside: bool, found: &mut BTreeSet<String>) {
    for node in nodes.as_array().unwrap() {
        let id = node["id"].as_str().unwrap();
        let here = places.contains(id);
        if inside || (here && themselves) {
            found.insert(id.to_owned());
        }
        under(&node["children"], places, themselves, inside || here, found);
    }
}

fn names(data: &Value) -> Vec<&str> {
    data["editions"].as_array().unwrap().iter().map(|edition| edition["name"].as_str().unwrap()).collect()
}

fn anchors<'a>(edition: &'a Value, field: &str) -> BTreeSet<&'a str> {
    edition[field].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect()
}

#[test]
fn a_regulation_that_was_amended_has_a_page_for_each_edition() {
    let mut faults = Vec::new();
    let mut amended = 0;
    for site in SITES.iter() {
        for (id, data) in regulations(site) {
            let is_amended = !data["amendments"].as_array().unwrap().is_empty();
            amended += usize::from(is_amended);
            for lang in ["kk", "ru"] {
                let folder = format!("{lang}/acts/{id}/editions/");
                let due: BTreeSet<String> = names(&data)
                    .iter()
                    .filter(|_| is_amended)
                    .map(|name| format!("{folder}{name}/index.html"))
                    .collect();
                let made: BTreeSet<String> =
                    site.files.keys().filter(|path| path.starts_with(&folder)).cloned().collect();
                if made != due {
                    faults.push(format!("{}: {id}: {made:?}, not {due:?}", site.name));
                }
                // From the regulation and from each edition one comes to every other.
                for path in due.iter().chain([&format!("{lang}/acts/{id}/index.html")]) {
                    let page = page(&site.files[path]);
                    let choices = all(&page, ".editions li").len();
                    let marked = all(&page, ".editions [aria-current]").len();
                    if (choices, marked) != if is_amended { (due.len(), 1) } else { (0, 0) } {
                        faults.push(format!("{}: {path}: {choices} editions, {marked} marked", site.name));
                    }
                }
            }
        }
    }
    assert_none(&faults);
    assert!(amended > 20, "only {amended} regulations were amended");
}

/// What a page of a former edition shows against the page of the regulation: all anchors but those that were not there,
/// in the same order; no word where nobody knows one.
fn compare(site: &Site, lang: &str, id: &str, data: &Value, edition: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let name = edition["name"].as_str().unwrap();
    let former = page(&site.files[&format!("{lang}/acts/{id}/editions/{name}/index.html")]);
    if edition["known"] == false {
        if !shown(&former).is_empty() {
            faults.push(format!("{}: {id}@{name} shows a text that nobody knows", site.name));
        }
        return faults;
    }
    let newest = page(&site.files[&format!("{lang}/acts/{id}/index.html")]);
    let mut gone = BTreeSet::new();
    under(&data["text"], &anchors(edition, "absent"), true, false, &mut gone);
    under(&data["text"], &anchors(edition, "unknown"), false, false, &mut gone);
    let is_gone = |anchor: &String| {
        // Cells of a table have anchors of their own.
        gone.iter()
            .chain(&anchors(edition, "unknown").iter().map(|id| (*id).to_owned()).collect::<Vec<_>>())
            .any(|gone| anchor.strip_prefix(gone.as_str()).is_some_and(|rest| rest.starts_with('.')))
            || gone.contains(anchor)
    };
    let due: Vec<String> = shown(&newest).into_iter().filter(|anchor| !is_gone(anchor)).collect();
    if shown(&former) != due {
        let differs = shown(&former).into_iter().zip(due).find(|(own, due)| own != due);
        faults.push(format!("{}: {lang}: {id}@{name}: other anchors: {differs:?}", site.name));
    }
    for unknown in anchors(edition, "unknown") {
        let element = all(&former, ".full-text [id]").into_iter().find(|element| element.attr("id") == Some(unknown));
        let number = all(&former, &format!("[id='{unknown}'] .n")).first().map(|n| lawful_text(*n)).unwrap_or_default();
        let words = element.map(lawful_text).unwrap_or_default();
        // The citation to copy is the site's.
        let words =
            words.split("Как сослаться").next().unwrap_or("").split("Қалай сілтеме").next().unwrap_or("").trim();
        if words != number {
            faults.push(format!("{}: {id}@{name}: {unknown} says `{words}`", site.name));
        }
    }
    faults
}

#[test]
fn a_former_edition_shows_what_stood_then_and_nothing_else() {
    let mut faults = Vec::new();
    let mut compared = 0;
    for site in SITES.iter() {
        for (id, data) in regulations(site) {
            let editions = data["editions"].as_array().unwrap();
            for edition in &editions[..editions.len() - 1] {
                for lang in ["kk", "ru"] {
                    faults.extend(compare(site, lang, &id, &data, edition));
                    compared += 1;
                }
            }
        }
    }
    assert_none(&faults);
    assert!(compared > 40, "only {compared} pages were compared");
}

/// The small site has an element whose former words are known: both wordings are told, and the former one stands.
#[test]
fn former_words_that_are_known_stand_in_their_place() {
    let site = site("golden");
    let of =
        |name: &str| page(&site.files[&format!("kk/acts/almaty/2019-1/01-registration/editions/{name}/index.html")]);
    let (original, amended) = (of("original"), of("2"));
    let text = |page: &Html, selector: &str| lawful_text(all(page, selector)[0]);
    assert_eq!(text(&original, "[id='p1.par2']"), "Өтінішті орталық та қабылдайды.");
    assert!(all(&original, "[id='p2.2'], [id='p1.note1']").is_empty());
    assert_eq!(text(&amended, "dd del"), "орталық та");
    assert_eq!(text(&amended, "dd ins"), "портал да");
    assert!(text(&amended, "[id='p2.2']").contains("дәлелді бас тарту"));
}
