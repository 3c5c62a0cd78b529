//! Heads of arrows: one at each end, the right way.

use std::collections::BTreeMap;

use super::super::geometry::Point;
use super::super::{Faults, Head, Kind, Line, Picture};

pub fn check(picture: &Picture, faults: &mut Faults) {
    let mut heads: BTreeMap<Point, &Head> = BTreeMap::new();
    for head in &picture.heads {
        if heads.insert(head.tip, head).is_some() {
            faults.add(Kind::HeadStray, head.tip, "two heads in one place");
        }
    }
    let mut unclaimed = heads.clone();
    for line in picture.lines.iter().filter(|line| line.is_arrow()) {
        unclaimed.remove(&line.end());
        match heads.get(&line.end()) {
            None => faults.add(Kind::HeadMissing, line.end(), "the arrow has no head"),
            Some(head) => check_head(head, line, faults),
        }
    }
    for tip in unclaimed.keys() {
        faults.add(Kind::HeadStray, *tip, "a head without arrow");
    }
}

/// The base lies back along the last piece of the arrow and is halved by it. Since arrows reach their targets at right
/// angles, it then lies outside the target.
fn check_head(head: &Head, line: &Line, faults: &mut Faults) {
    let last = line.last();
    let back = last.way().opposite();
    let [a, b] = head.base;
    let middle = Point { x: i32::midpoint(a.x, b.x), y: i32::midpoint(a.y, b.y) };
    let length = (head.tip.x - middle.x).abs() + (head.tip.y - middle.y).abs();
    let across = if back.is_level() { a.x == b.x && a.y != b.y } else { a.y == b.y && a.x != b.x };
    if length == 0 || !across || middle != back.ahead(head.tip, length) {
        faults.add(Kind::HeadWrong, head.tip, "the head is not in line with its arrow, or looks back");
    } else if last.length() < length {
        faults.add(Kind::HeadWrong, head.tip, "the head is longer than the last piece of its arrow");
    }
}
