//! Every diagram of the project and of the cases, and ten thousand random ones, before a reader who knows nothing of the
//! layout.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use qadam::diagram::Sketch;
use qadam::diagram::text::{Face, Weight, width};
use rayon::prelude::*;
use tempfile::TempDir;

use super::random::{Mix, case, laws};
use super::support::binary::Call;
use super::support::folders::{fixture, package, read_files};
use super::support::picture::read;

/// How many random processes are drawn.
const CASES: usize = 10_000;

/// What the texts of a diagram were measured by.
fn width_of(words: &str, size: u32, bold: bool) -> u32 {
    width(words, Face { size, weight: if bold { Weight::Bold } else { Weight::Regular } })
}

/// What is wrong with a diagram.
fn faults(svg: &str) -> Vec<String> {
    match read(svg, &width_of) {
        Ok(picture) => picture.faults().iter().map(ToString::to_string).collect(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// What twins have in common: elements and classes in their order, and which way lines turn.
fn structure(svg: &str) -> Vec<String> {
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

#[test]
fn ten_thousand_random_processes_are_drawn_without_a_fault() {
    let laws = laws(package());
    let mut mix = Mix::default();
    (0..CASES).for_each(|number| mix.add(&case(number, &laws).chart));
    println!("{mix:?}");
    mix.assert_hard();
    let found: Vec<String> = (0..CASES)
        .into_par_iter()
        .filter_map(|number| {
            let case = case(number, &laws);
            let drawn = case.words.map(|(lang, words)| {
                let chart = case.chart.clone();
                Sketch { id: "d-random".to_owned(), lang, page: None, width: None, chart, words }.svg()
            });
            let mut wrong: Vec<String> = drawn.iter().flat_map(|svg| faults(svg)).collect();
            if structure(&drawn[0]) != structure(&drawn[1]) {
                wrong.push("the twins differ in structure".to_owned());
            }
            (!wrong.is_empty()).then(|| format!("case {number}:\n  {}", wrong.join("\n  ")))
        })
        .collect();
    let count = found.len();
    assert!(found.is_empty(), "{count} cases have faults\n{}", found[..count.min(5)].join("\n"));
}

/// The files of the site of a project by address.
fn built(name: &str, root: &Path) -> BTreeMap<String, String> {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("site");
    let arguments = ["build", "--root", root.to_str().unwrap(), "--out", out.to_str().unwrap()];
    Call::new(package(), &arguments).run().ends(0, &[]);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    read_files(&out).into_iter().map(|(path, bytes)| (format!("{name}/{path}"), text(bytes))).collect()
}

/// The diagrams of a project by address. As a file of its own a diagram links to the page beside it; otherwise it is what
/// stands on that page.
fn diagrams(name: &str, root: &Path) -> BTreeMap<String, String> {
    let files = built(name, root).into_iter().filter(|(path, _)| path.ends_with(".svg"));
    files.map(|(path, text)| (path, text.replace("href=\"../index.html#", "href=\"#"))).collect()
}

fn all_diagrams() -> BTreeMap<String, String> {
    let mut all = diagrams("project", package());
    all.extend(diagrams("cases", &fixture("cases")));
    all
}

#[test]
fn every_diagram_of_the_law_is_without_a_fault_and_like_its_twin() {
    let all = all_diagrams();
    assert!(all.len() >= 40, "{} diagrams", all.len());
    let mut wrong = Vec::new();
    for (path, svg) in &all {
        wrong.extend(faults(svg).into_iter().map(|fault| format!("{path}: {fault}")));
        let twin = path.replacen("/ru/", "/kk/", 1);
        if structure(svg) != structure(&all[&twin]) {
            wrong.push(format!("{path}: the twins differ in structure"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The pictures of every book, in the order of the page, by its address.
fn sheets(name: &str, root: &Path) -> BTreeMap<String, Vec<String>> {
    let pages = built(name, root).into_iter().filter(|(path, _)| path.ends_with("/book/index.html"));
    let pictures = |page: &str| {
        let parts = page.split("<svg class=\"diagram\" id=").skip(1);
        let whole =
            parts.filter_map(|rest| Some(format!("<svg class=\"diagram\" id={}</svg>", rest.split_once("</svg>")?.0)));
        whole.collect::<Vec<_>>()
    };
    pages.map(|(path, page)| (path, pictures(&page))).collect()
}

#[test]
fn every_sheet_of_a_book_is_without_a_fault_and_each_step_stands_on_one() {
    let mut wrong = Vec::new();
    let mut all = sheets("project", package());
    all.extend(sheets("cases", &fixture("cases")));
    let mut dealt = 0;
    for (path, pictures) in &all {
        let twins = &all[&path.replacen("/kk/", "/ru/", 1)];
        assert_eq!(pictures.len(), twins.len(), "{path}");
        let mut steps: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (svg, twin) in pictures.iter().zip(twins) {
            wrong.extend(faults(svg).into_iter().map(|fault| format!("{path}: {fault}")));
            if structure(svg) != structure(twin) {
                wrong.push(format!("{path}: the twins differ in structure"));
            }
            let id = svg.split('"').nth(3).unwrap().rsplit_once('.').unwrap().0.to_owned();
            dealt += usize::from(svg.contains("d-connector"));
            for link in svg.split("<a class=\"").skip(1).filter(|link| !link.starts_with("d-box d-twin")) {
                *steps.entry((id.clone(), link.split('"').nth(2).unwrap().to_owned())).or_default() += 1;
            }
        }
        wrong.extend(steps.iter().filter(|(_, count)| **count != 1).map(|(step, _)| format!("{path}: {step:?}")));
    }
    assert!(dealt > 20, "{dealt} sheets have connectors");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Beauty is counted; what moves is looked at. `QADAM_BLESS=1` writes the new figures.
#[test]
fn beauty_is_as_recorded() {
    let mut table = String::from("# diagram: crossings, bends, length, width × height\n");
    for (path, svg) in all_diagrams().iter().filter(|(path, _)| path.contains("/ru/")) {
        let figures = read(svg, &width_of).unwrap().measures();
        writeln!(
            table,
            "{path}: {}, {}, {}, {} × {}",
            figures.crossings, figures.bends, figures.length, figures.width, figures.height
        )
        .unwrap();
    }
    let path = fixture("diagrams/beauty.txt");
    if std::env::var_os("QADAM_BLESS").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    let recorded = std::fs::read_to_string(&path).unwrap_or_default();
    let moved = similar::TextDiff::from_lines(&recorded, &table).unified_diff().context_radius(0).to_string();
    assert!(moved.is_empty(), "{moved}");
}
