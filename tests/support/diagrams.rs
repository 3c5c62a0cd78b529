//! The diagrams of built sites: those that are files, and the sheets of the books.

use std::collections::BTreeMap;

use qadam::diagram::text::{Face, Weight, width};

use super::picture::read;

/// The files of a site by address.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What the texts of a diagram were measured by.
pub fn width_of(words: &str, size: u32, bold: bool) -> u32 {
    width(words, Face { size, weight: if bold { Weight::Bold } else { Weight::Regular } })
}

/// What is wrong with a diagram.
pub fn faults(svg: &str) -> Vec<String> {
    match read(svg, &width_of) {
        Ok(picture) => picture.faults().iter().map(ToString::to_string).collect(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// What twins have in common: elements and classes in their order, and which way lines turn.
pub fn structure(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let elements = document.descendants().filter(|node| node.is_element() && node.tag_name().name() != "tspan");
    elements
        .map(|node| {
            let attribute = |name: &str| node.attribute(name).unwrap_or_default();
            let turns: String = attribute("d").chars().filter(char::is_ascii_alphabetic).collect();
            format!("{} {} {} {turns}", node.tag_name().name(), attribute("class"), attribute("href"))
        })
        .collect()
}

/// The diagrams of a site by address. As a file of its own a diagram links to the page beside it; otherwise it is what
/// stands on that page.
pub fn files(site: &Files) -> BTreeMap<String, String> {
    let pictures = site.iter().filter(|(path, _)| path.contains("/diagrams/"));
    pictures.map(|(path, bytes)| (path.clone(), text(bytes).replace("href=\"../index.html#", "href=\"#"))).collect()
}

/// The pictures of every book, in the order of the page, by its address.
pub fn sheets(site: &Files) -> BTreeMap<String, Vec<String>> {
    let pages = site.iter().filter(|(path, _)| path.ends_with("/book/index.html"));
    let pictures = |page: &str| {
        // The signs of the legend are pictures without an id.
        let whole = page.split("<svg ").skip(1).filter_map(|rest| rest.split_once("</svg>")).map(|(svg, _)| svg);
        let drawn = whole.filter(|svg| svg.split_once('>').is_some_and(|(tag, _)| tag.contains(" id=")));
        drawn.map(|svg| format!("<svg {svg}</svg>")).collect::<Vec<_>>()
    };
    pages.map(|(path, page)| (path.clone(), pictures(&text(page)))).collect()
}

/// What is wrong with the diagrams and the books of a site: each picture by itself, beside its twin, and whether each
/// step of a diagram stands on just one sheet of the book.
pub fn all_faults(site: &Files) -> Vec<String> {
    let mut wrong = Vec::new();
    let files = files(site);
    for (path, svg) in &files {
        let twin = path.strip_prefix("ru/").map_or(Some(svg), |path| files.get(&format!("kk/{path}")));
        wrong.extend(look(path, svg, twin));
    }
    let books = sheets(site);
    for (path, pictures) in &books {
        let twins = &books[&path.replacen("kk/", "ru/", 1)];
        if pictures.len() != twins.len() {
            wrong.push(format!("{path}: {} sheets, its twin has {}", pictures.len(), twins.len()));
        }
        let mut steps: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (index, svg) in pictures.iter().enumerate() {
            wrong.extend(look(path, svg, twins.get(index)));
            let tree = roxmltree::Document::parse(svg).unwrap();
            let diagram = tree.root_element().attribute("id").and_then(|id| id.rsplit_once('.')).unwrap().0;
            let links = tree.descendants().filter(|element| element.has_tag_name(("http://www.w3.org/2000/svg", "a")));
            for link in links.filter(|link| !link.attribute("class").unwrap_or_default().contains("d-twin")) {
                let step = link.attribute("href").unwrap_or_default();
                *steps.entry((diagram.to_owned(), step.to_owned())).or_default() += 1;
            }
        }
        let repeated = steps.iter().filter(|(_, count)| **count != 1);
        wrong.extend(
            repeated.map(|((diagram, step), count)| format!("{path}: {step} of {diagram} stands {count} times")),
        );
    }
    wrong
}

/// What is wrong with a picture, by itself and beside its twin.
fn look(path: &str, svg: &str, twin: Option<&String>) -> Vec<String> {
    let mut wrong: Vec<String> = faults(svg).into_iter().map(|fault| format!("{path}: {fault}")).collect();
    if twin.is_none_or(|twin| structure(svg) != structure(twin)) {
        wrong.push(format!("{path}: the twins differ in structure"));
    }
    wrong
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
