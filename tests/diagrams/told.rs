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
            let kinds =
                [("d-begin", "begin"), ("d-end", "end"), ("d-refused", "end-refused"), ("d-unknown", "unknown")];
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

/// The transitions of a telling, as the data has them.
fn told(process: &Value) -> BTreeSet<(String, String)> {
    let mut told = BTreeSet::new();
    for step in process["steps"].as_array().unwrap() {
        let from = step["id"].as_str().unwrap();
        let ways = step["next"].as_array().unwrap();
        told.extend(ways.iter().map(|way| (from.to_owned(), way["to"].as_str().unwrap().to_owned())));
        if ways.is_empty() {
            told.insert((from.to_owned(), "unknown".to_owned()));
        }
    }
    told
}

#[test]
fn every_picture_tells_what_the_data_tells() {
    let mut wrong = Vec::new();
    let mut arrows = 0;
    for (name, site) in SITES.iter() {
        for (path, svg) in site.iter().filter(|(path, _)| path.contains("/diagrams/") && !path.ends_with(".all.svg")) {
            let (_, rest) = path.split_once("/acts/").unwrap();
            let (regulation, picture) = rest.split_once("/diagrams/").unwrap();
            let data: Value = serde_json::from_slice(&site[&format!("data/{regulation}.json")]).unwrap();
            let processes = data["processes"].as_array().unwrap();
            let process =
                processes.iter().find(|process| Some(process["id"].as_str().unwrap()) == picture.strip_suffix(".svg"));
            let (drawn, told) = (drawn(std::str::from_utf8(svg).unwrap()), told(process.unwrap()));
            arrows += told.len();
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
}
