//! Diagrams: against Graphviz, and how their time grows with the process.
//!
//! 1. All diagrams of the project and of the cases, in both languages ÷ `dot` on the same graphs ([`dot`]), all in one
//!    process of it. What it fails at is named and left out on both sides.
//! 2. Random processes of growing length, like the long ones of the tests, and with which power of the length the time
//!    grows: 1 is in proportion, 2 the most that is wanted.
//!
//! The diagrams are the product's own: a site is made with a template that writes them as data.

use std::hint::black_box;
use std::path::Path;

use fastrand::Rng;
use qadam::cli::pipeline::check;
use qadam::cli::site::make_site;
use qadam::diagram::Sketch;
use qadam::lang::Lang;

use super::random::{Case, Form, drawn, laws};
use super::{ROUNDS, dot, median, ms, ratio, timed};

/// A template that writes a diagram as data.
const SKETCH: &str = include_str!("sketch.json");
/// Steps of the processes whose times are compared.
const STEPS: [usize; 5] = [60, 125, 250, 500, 1000];
/// So many processes of each length.
const CASES: u64 = 5;

/// Measures the diagrams of the package and of its cases.
pub fn measure(package: &Path) {
    println!("\ndiagrams");
    let projects = [("project", package.to_owned()), ("cases", package.join("tests/fixtures/cases"))];
    let sketches: Vec<(String, Sketch)> = projects.iter().flat_map(|(name, root)| sketches(name, root)).collect();
    let pictures = sketches.iter().map(|(_, sketch)| sketch.svg().text);
    println!(
        "  of the corpus: {} diagrams, {} KiB",
        sketches.len(),
        pictures.map(|svg| svg.len()).sum::<usize>() / 1024
    );
    if dot::is_there() {
        compare(&sketches);
    } else {
        println!("  without `dot` there is nothing to compare them with: install the package `graphviz`");
    }
    grow(package);
}

/// The diagrams of a project, with the addresses of their files.
fn sketches(name: &str, root: &Path) -> Vec<(String, Sketch)> {
    let mut checked = check(root);
    checked.project.templates.insert("diagram.svg".to_owned(), SKETCH.to_owned());
    let (site, faults) = make_site(&checked);
    assert!(faults.is_empty(), "{faults:?}");
    let files = site.files.into_iter().filter(|(address, _)| address.ends_with(".svg") && address.contains("/acts/"));
    files
        .map(|(address, bytes)| {
            let sketch = serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{address}: {error}"));
            (format!("{name}/{address}"), sketch)
        })
        .collect()
}

fn compare(sketches: &[(String, Sketch)]) {
    let mut left = Vec::new();
    let mut graphs = String::new();
    for (address, sketch) in sketches {
        let graph = dot::graph(sketch);
        match dot::fault(&graph) {
            Some(fault) => println!("  left out, since `dot` fails: {address}: {fault}"),
            None => {
                left.push(sketch);
                graphs += &graph;
            }
        }
    }
    let (mut own, mut others) = (Vec::new(), Vec::new());
    let (mut bytes, mut bytes_of_dot) = (0, 0);
    for _ in 0..ROUNDS * 4 {
        bytes = 0;
        own.push(timed(|| left.iter().for_each(|sketch| bytes += black_box(sketch.svg().text).len())));
        others.push(timed(|| {
            let (svg, ended) = dot::draw(&graphs, None);
            assert!(ended.is_some_and(|ended| ended.success()) && svg.matches("</svg>").count() == left.len());
            bytes_of_dot = svg.len();
        }));
    }
    let (own, others) = (median(&mut own), median(&mut others));
    println!("  drawn: {} diagrams     {} {:6} KiB", left.len(), ms(own), bytes / 1024);
    println!(
        "  dot, the same          {} {:6} KiB   ratio {:.3} (budget: 0.5)",
        ms(others),
        bytes_of_dot / 1024,
        ratio(own, others)
    );
}

fn grow(package: &Path) {
    let laws = laws(package);
    println!("  random processes");
    let mut times = Vec::new();
    for steps in STEPS {
        let form = Form { steps, lanes: 8, choice: 25, twins: 10, back: 10 };
        let cases = (0..CASES).map(|seed| drawn(&mut Rng::with_seed(seed), &form, &laws));
        let sketches: Vec<Sketch> = cases.flat_map(sketches_of).collect();
        let mut rounds = Vec::new();
        let mut bytes = 0;
        for _ in 0..ROUNDS {
            bytes = 0;
            rounds.push(timed(|| sketches.iter().for_each(|sketch| bytes += black_box(sketch.svg().text).len())));
        }
        let count = u32::try_from(sketches.len()).unwrap();
        let each = median(&mut rounds) / count;
        println!("    {steps:4} steps           {} {:6} KiB a diagram", ms(each), bytes / sketches.len() / 1024);
        times.push((steps, each));
    }
    let time = |steps: usize| times.iter().find(|(known, _)| *known == steps).unwrap().1;
    println!("    from 125 to 500 steps the time grows with the power {:.2}", ratio(time(500), time(125)).log(4.0));
}

fn sketches_of(case: Case) -> [Sketch; 2] {
    let Case { chart, words } = case;
    words.map(|(lang, words): (Lang, _)| {
        let chart = chart.clone();
        Sketch { id: "d-random".to_owned(), lang, page: None, widths: None, chart, words }
    })
}
