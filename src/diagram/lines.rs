//! Lines in pixels: their corners, their heads, and where those of one family part or meet.

use super::measures::HEAD;

/// A point.
pub(super) type Point = (i32, i32);

/// A line.
#[derive(Debug)]
pub(super) struct Path {
    pub points: Vec<Point>,
    pub stated: bool,
    pub back: bool,
}

/// Which way a head points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    Down,
    Right,
}

/// Leaves out points where a line neither begins, turns nor ends.
pub(super) fn plain(points: Vec<Point>) -> Vec<Point> {
    let mut plain: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if plain.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = plain.as_slice()
            && ((before.0 == last.0 && last.0 == point.0) || (before.1 == last.1 && last.1 == point.1))
        {
            plain.pop();
        }
        plain.push(point);
    }
    plain
}

/// The three points of a head.
pub(super) fn head((x, y): Point, way: Way) -> [Point; 3] {
    match way {
        Way::Down => [(x, y), (x - HEAD / 2, y - HEAD), (x + HEAD / 2, y - HEAD)],
        Way::Right => [(x, y), (x - HEAD, y - HEAD / 2), (x - HEAD, y + HEAD / 2)],
    }
}

/// The points where lines part that begin together, and where lines meet that end together.
pub(super) fn junctions(lines: &[Path]) -> Vec<Point> {
    let onward: Vec<Vec<Point>> = lines.iter().map(|line| line.points.clone()).collect();
    let backward: Vec<Vec<Point>> = lines.iter().map(|line| line.points.iter().rev().copied().collect()).collect();
    let mut found: Vec<Point> = Vec::new();
    for mut family in [onward, backward] {
        family.sort_unstable();
        for (index, one) in family.iter().enumerate() {
            for other in family[index + 1..].iter().take_while(|other| other[0] == one[0]) {
                found.extend(parting(one, other));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Where two lines part that begin at one point; `None` where they part there, or never.
fn parting(one: &[Point], other: &[Point]) -> Option<Point> {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    let (a, b) = (one.get(at)?, other.get(at)?);
    let last = one[at - 1];
    // Both go the same way from there: the shorter piece turns first.
    let way = |to: &Point| ((to.0 - last.0).signum(), (to.1 - last.1).signum());
    let far = |to: &Point| (to.0 - last.0).abs() + (to.1 - last.1).abs();
    if way(a) == way(b) {
        return Some(if far(a) < far(b) { *a } else { *b });
    }
    (at > 1).then_some(last)
}
