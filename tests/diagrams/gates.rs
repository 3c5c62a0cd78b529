//! Every diagram of the project and of the cases, and ten thousand random ones, before a reader who knows nothing of the
//! layout.

use std::fmt::Write as _;
use std::sync::LazyLock;

use qadam::diagram::{Phrase, Shape, Sheet, Sketch, Svg, Words};
use qadam::lang::Lang;
use rayon::prelude::*;
use tempfile::TempDir;

use super::random::{Case, FAN, LONG, Mix, case, laws};
use super::support::binary::Call;
use super::support::diagrams::{Files, all_faults, faults, files, sheets, structure, width_of};
use super::support::folders::{fixture, package, read_files};
use super::support::picture::read;

/// How many random processes are drawn.
const CASES: usize = 10_000;

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
                Sketch { id: "d-random".to_owned(), lang, page: None, widths: None, chart, words }.svg().text
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

/// Room for a picture on a sheet of A4, upright and lying, in pixels of 1/96 inch.
const PAPER: [(usize, usize); 2] = [(672, 880), (1001, 555)];

/// What is wrong with a diagram that is dealt out to sheets: with a sheet in itself, with its size beside the paper.
fn faults_on_paper(case: Case) -> Vec<String> {
    let Case { chart, words: [(lang, words), (other, twins)] } = case;
    let sketch = |lang: Lang, words: &Words| {
        let (chart, words) = (chart.clone(), words.clone());
        Sketch { id: "d-random".to_owned(), lang, page: None, widths: None, chart, words }
    };
    let connector = |letter: &str, sheets: &[usize]| Phrase { text: format!("{letter} · {sheets:?}"), lang: None };
    let sheets = [sketch(lang, &words).sheets(&twins, &connector), sketch(other, &twins).sheets(&words, &connector)];
    let mut wrong = Vec::new();
    for sheet in sheets.iter().flatten() {
        let Svg { text, .. } = sheet.sketch.svg();
        wrong.extend(faults(&text));
        let tree = roxmltree::Document::parse(&text).unwrap();
        let [width, height] =
            ["width", "height"].map(|side| tree.root_element().attribute(side).unwrap().parse::<usize>().unwrap());
        let room = PAPER[usize::from(sheet.landscape)];
        let shrunk = (room.0 * 100 / width).min(100);
        if shrunk < 78 || height * shrunk / 100 > room.1 {
            wrong.push(format!("{width} × {height} shrinks to {shrunk} hundredths on {room:?}"));
        }
    }
    for (sheet, twin) in sheets[0].iter().zip(&sheets[1]) {
        if structure(&sheet.sketch.svg().text) != structure(&twin.sketch.svg().text) {
            wrong.push("the twins of a sheet differ in structure".to_owned());
        }
    }
    let nodes = |sheets: &[Sheet]| {
        let all = sheets.iter().flat_map(|sheet| &sheet.sketch.chart.nodes);
        all.filter(|node| node.shape == Shape::Procedure).count()
    };
    let steps = chart.nodes.iter().filter(|node| node.shape == Shape::Procedure).count();
    if sheets.iter().any(|sheets| nodes(sheets) != steps) {
        wrong.push("not each step stands on one sheet".to_owned());
    }
    wrong
}

#[test]
fn every_sheet_of_a_random_process_fits_on_its_paper_in_letters_that_can_be_read() {
    let laws = laws(package());
    let hard = (0..200).chain([FAN, LONG]);
    let found: Vec<String> = hard
        .collect::<Vec<_>>()
        .into_par_iter()
        .filter_map(|number| {
            let wrong = faults_on_paper(case(number, &laws));
            (!wrong.is_empty()).then(|| format!("case {number}:\n  {}", wrong.join("\n  ")))
        })
        .collect();
    assert!(found.is_empty(), "{} cases have faults\n{}", found.len(), found.join("\n"));
}

/// The sites of the project and of the hard cases.
pub static SITES: LazyLock<[(&str, Files); 2]> = LazyLock::new(|| {
    [("project", package().to_owned()), ("cases", fixture("cases"))].map(|(name, root)| {
        let folder = TempDir::new().unwrap();
        let out = folder.path().join("site");
        let arguments = ["build", "--root", root.to_str().unwrap(), "--out", out.to_str().unwrap()];
        Call::new(package(), &arguments).run().ends(0, &[]);
        (name, read_files(&out))
    })
});

#[test]
fn every_diagram_and_every_sheet_of_the_law_is_without_a_fault_and_like_its_twin() {
    for (name, site) in &*SITES {
        let wrong = all_faults(site);
        assert!(wrong.is_empty(), "{name}\n{}", wrong.join("\n"));
    }
    let count = |pictures: fn(&Files) -> usize| SITES.iter().map(|(_, site)| pictures(site)).sum();
    let (diagrams, dealt): (usize, usize) = (
        count(|site| files(site).len()),
        count(|site| sheets(site).values().flatten().filter(|svg| svg.contains("d-connector")).count()),
    );
    assert!(diagrams >= 40 && dealt > 20, "{diagrams} diagrams, {dealt} sheets with connectors");
}

/// Beauty is counted; what moves is looked at. `QADAM_BLESS=1` writes the new figures.
#[test]
fn beauty_is_as_recorded() {
    let mut table = String::from("# diagram: crossings, bends, length, width × height\n");
    let all = SITES.iter().flat_map(|(name, site)| files(site).into_iter().map(move |(path, svg)| (name, path, svg)));
    for (name, path, svg) in all.filter(|(_, path, _)| path.starts_with("ru/")) {
        let figures = read(&svg, &width_of).unwrap().measures();
        writeln!(
            table,
            "{name}/{path}: {}, {}, {}, {} × {}",
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
