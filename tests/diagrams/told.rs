//! What a reader follows in a picture is what the data tells: from each box, along each line, to the same step or end.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};
use serde_json::Value;

use super::gates::SITES;

/// Where a line can begin or end: what it is called, and the rectangle in which its last point lies.
struct Place {
    name: String,
    /// Left, top, right, bottom.
    area: [i32; 4],
}

/// The numbers of an attribute.
fn numbers(text: &str) -> Vec<i32> {
    let parts = text.split(|char: char| !char.is_ascii_digit() && char != '-');
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// The first and the last point of a path of `M`, `H` and `V`.
fn ends(path: &str) -> [(i32, i32); 2] {
    let mut points = Vec::new();
    let (mut x, mut y) = (0, 0);
    for (start, sign) in path.match_indices(|char: char| char.is_ascii_alphabetic()) {
        let rest = &path[start + 1..];
        let to = numbers(&rest[..rest.find(|char: char| char.is_ascii_alphabetic()).unwrap_or(rest.len())]);
        match (sign, to.as_slice()) {
            ("M", [to_x, to_y]) => (x, y) = (*to_x, *to_y),
            ("H", [to]) => x = *to,
            ("V", [to]) => y = *to,
            _ => panic!("{path} is no path of this notation"),
        }
        points.push((x, y));
    }
    [points[0], points[points.len() - 1]]
}

fn is_of(node: Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

/// The boxes, beginnings, ends and choices of a picture.
fn places(tree: &Document<'_>) -> Vec<Place> {
    let area = |node: Node<'_, '_>| {
        let shape = node.descendants().find(|node| is_of(*node, "d-shape")).unwrap();
        if shape.has_tag_name(("http://www.w3.org/2000/svg", "rect")) {
            let [x, y, width, height] =
                ["x", "y", "width", "height"].map(|side| shape.attribute(side).unwrap().parse::<i32>().unwrap());
            return [x, y, x + width, y + height];
        }
        let all = numbers(shape.attribute("d").unwrap());
        let side = |skip: usize| all.iter().copied().skip(skip).step_by(2);
        [side(0).min().unwrap(), side(1).min().unwrap(), side(0).max().unwrap(), side(1).max().unwrap()]
    };
    let mut places = Vec::new();
    for node in tree.descendants() {
        let name = if is_of(node, "d-box") {
            node.attribute("href").unwrap().rsplit_once("#s-").unwrap().1.to_owned()
        } else if is_of(node, "d-choice") {
            format!("choice {}", places.len())
        } else if is_of(node, "d-terminal") {
            let kinds = [
                ("d-begin", "begin"),
                ("d-onward", "onward"),
                ("d-end", "end"),
                ("d-refused", "end-refused"),
                ("d-unknown", "unknown"),
            ];
            kinds.into_iter().find(|(class, _)| is_of(node, class)).unwrap().1.to_owned()
        } else {
            continue;
        };
        places.push(Place { name, area: area(node) });
    }
    places
}

/// The transitions of a picture, from step to step or end, as its lines lead.
fn drawn(svg: &str) -> BTreeSet<(String, String)> {
    let tree = Document::parse(svg).unwrap();
    let places = places(&tree);
    let at = |(x, y): (i32, i32)| {
        let holds = |place: &&Place| {
            let [left, top, right, bottom] = place.area;
            (left..=right).contains(&x) && (top..=bottom).contains(&y)
        };
        places.iter().find(holds).unwrap_or_else(|| panic!("a line ends on nothing at {x}, {y}")).name.clone()
    };
    let lines = |class: &'static str| {
        let found = tree.descendants().filter(move |node| is_of(*node, class));
        found.map(|node| ends(node.attribute("d").unwrap()).map(at)).collect::<Vec<_>>()
    };
    let boxes: BTreeMap<String, String> = lines("d-stem").into_iter().map(|[step, choice]| (choice, step)).collect();
    let arrows = lines("d-line").into_iter().map(|[from, to]| (boxes.get(&from).cloned().unwrap_or(from), to));
    arrows.filter(|(from, _)| from != "begin").collect()
}

/// The transitions of a telling, as the data has them, and where others go on with it.
fn told(processes: &[Value], process: &Value) -> BTreeSet<(String, String)> {
    let mut told = BTreeSet::new();
    for step in process["steps"].as_array().unwrap() {
        let from = step["id"].as_str().unwrap();
        let ways = step["next"].as_array().unwrap();
        told.extend(ways.iter().map(|way| (from.to_owned(), way["to"].as_str().unwrap().to_owned())));
        if ways.is_empty() {
            told.insert((from.to_owned(), "unknown".to_owned()));
        }
    }
    let goes_on = |other: &&Value| {
        let link = &other["continues"];
        link["process"] == process["id"] && link["doubt"].is_null() && other["retells"].is_null()
    };
    for other in processes.iter().filter(goes_on) {
        if let Some(after) = other["continues"]["after"].as_str() {
            // Beside ways of which one is taken there is none for all.
            match told.iter().filter(|(from, _)| from == after).count() {
                1 => drop(told.remove(&(after.to_owned(), "end".to_owned()))),
                _ => continue,
            }
            told.insert((after.to_owned(), "onward".to_owned()));
        } else {
            told =
                told.into_iter().map(|(from, to)| (from, if to == "end" { "onward".to_owned() } else { to })).collect();
        }
    }
    told
}

/// The transitions of a telling and of those that branch off from it: a step without a box of its own stands in that of the
/// step with which it is paired.
fn told_together(processes: &[Value], process: &Value, boxes: &BTreeSet<String>) -> BTreeSet<(String, String)> {
    let mut all = told(processes, process);
    if !process["alternative_to"].is_null() {
        return all;
    }
    for other in processes.iter().filter(|other| other["alternative_to"]["process"] == process["id"]) {
        let link = &other["alternative_to"];
        let place = |step: String| {
            let pairs = link["pairs"].as_array().unwrap();
            let pair = pairs.iter().find(|pair| pair["step"] == step.as_str() && !boxes.contains(&step));
            pair.map_or(step, |pair| pair["with"][0].as_str().unwrap().to_owned())
        };
        all.extend(told(processes, other).into_iter().map(|(from, to)| (place(from), place(to))));
        if let Some(after) = link["after"].as_str() {
            let first = other["steps"][0]["id"].as_str().unwrap();
            all.insert((after.to_owned(), first.to_owned()));
        }
    }
    all
}

/// The words of a box, by its step.
fn words(svg: &str, step: &str) -> String {
    let tree = Document::parse(svg).unwrap();
    let is_box = |node: &Node<'_, '_>| node.attribute("href").is_some_and(|href| href.ends_with(&format!("#s-{step}")));
    let boxes: Vec<Node<'_, '_>> = tree.descendants().filter(is_box).collect();
    assert_eq!(boxes.len(), 1, "{step}");
    boxes[0].descendants().filter_map(|node| node.text()).collect::<Vec<_>>().join(" ")
}

#[test]
fn variants_are_one_flow_and_what_both_have_stands_once() {
    let (_, site) = SITES.iter().find(|(name, _)| *name == "project").unwrap();
    let picture = |name: &str| std::str::from_utf8(&site[&format!("ru/acts/akzhar/2012-277/{name}.svg")]).unwrap();
    let both = picture("01-assistant-and-sign-language/diagrams/main");
    assert!(!both.contains("#s-a1.t3.1\"") && !both.contains("#s-a1.t3.2\""), "shared steps are drawn twice");
    assert!(words(both, "a1.t2.1").starts_with("Действие 1. "));
    assert!(words(both, "a1.t3.3").starts_with("Действие 3: альтернативный вариант"), "{}", words(both, "a1.t3.3"));
    // Each table has its own number for what both say; what they say in other words stays two.
    let both = picture("05-child-allowance/diagrams/main");
    assert!(words(both, "a1.t2.3").starts_with("Действие № 3 / Действие № 4"), "{}", words(both, "a1.t2.3"));
    assert!(words(both, "a1.t3.1") != words(both, "a1.t2.1"));
    let paths: Vec<&String> =
        site.keys().filter(|path| path.contains("01-assistant") && path.ends_with(".svg")).collect();
    assert!(!paths.iter().any(|path| path.ends_with("/alternative.svg")), "{paths:?}");
}

#[test]
fn every_picture_tells_what_the_data_tells() {
    let mut wrong = Vec::new();
    let (mut arrows, mut together) = (0, 0);
    for (name, site) in SITES.iter() {
        for (path, svg) in site.iter().filter(|(path, _)| path.contains("/diagrams/")) {
            let (_, rest) = path.split_once("/acts/").unwrap();
            let (regulation, picture) = rest.split_once("/diagrams/").unwrap();
            let data: Value = serde_json::from_slice(&site[&format!("data/{regulation}.json")]).unwrap();
            let processes = data["processes"].as_array().unwrap();
            let process =
                processes.iter().find(|process| Some(process["id"].as_str().unwrap()) == picture.strip_suffix(".svg"));
            let svg = std::str::from_utf8(svg).unwrap();
            let places = places(&Document::parse(svg).unwrap());
            let boxes = places.into_iter().map(|place| place.name).collect();
            let (drawn, told) = (drawn(svg), told_together(processes, process.unwrap(), &boxes));
            arrows += told.len();
            together += usize::from(
                boxes.iter().any(|name| name.contains(".t2.")) && boxes.iter().any(|name| name.contains(".t3.")),
            );
            let only = |these: &BTreeSet<_>, those: &BTreeSet<_>| these.difference(those).cloned().collect::<Vec<_>>();
            if drawn != told {
                wrong.push(format!(
                    "{name}: {path}: only drawn {:?}, only told {:?}",
                    only(&drawn, &told),
                    only(&told, &drawn)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(arrows > 300, "{arrows} arrows");
    // The variants of the acts of 2011 and 2012 stand in tables 2 and 3 of an annex.
    assert!(together >= 28, "{together} pictures of two variants");
}
