//! Lines that run together. Two may do so from a common beginning until they part, or from where they meet until a
//! common end. They are relatives; any others are strangers, who may only cross.

use std::collections::BTreeSet;

use super::super::geometry::{PX, Piece, Point, Rect, Way};
use super::super::{Faults, Kind, Line, Picture};
use super::touching::Near;

/// The least distance between lines side by side at which they look like two, in units.
const APART: i32 = 3 * PX;

/// The least distance between the end of one line and the beginning of another on its level, in units: with less they
/// look like one line that goes on.
const GAP: i32 = 20 * PX;

pub fn check(picture: &Picture, near: &Near, faults: &mut Faults) {
    let mut junctions = BTreeSet::new();
    for ((a, b), places) in near {
        let [a, b] = [a, b].map(|number| &picture.lines[*number]);
        let shared = Shared::of(a, b);
        if let Some((at, words)) = shared.confusion(a, b, places) {
            let words = format!("the {} from {} and the {} from {} {words}", a.name(), a.begin(), b.name(), b.begin());
            faults.add(Kind::Track, at, words);
        }
        junctions.extend(shared.junctions(a, b));
    }
    check_gaps(picture, faults);
    check_dots(picture, &junctions, faults);
}

/// Strangers may not go on where the other one turns away.
fn check_gaps(picture: &Picture, faults: &mut Faults) {
    let arrows = picture.lines.iter().filter(|line| line.is_arrow());
    let mut pieces: Vec<(bool, i32, i32, i32, &Line)> = arrows
        .flat_map(|line| line.pieces().map(move |piece| (piece, line)))
        .map(|(piece, line)| {
            let Rect { left, top, right, bottom } = piece.area();
            if piece.way().is_level() { (true, top, left, right, line) } else { (false, left, top, bottom, line) }
        })
        .collect();
    pieces.sort_unstable_by_key(|(level, track, begin, end, _)| (*level, *track, *begin, *end));
    for pair in pieces.windows(2) {
        let [(level, track, _, end, a), (other_level, other_track, begin, _, b)] = pair else { continue };
        let are_strangers = a.begin() != b.begin() && a.end() != b.end();
        if (level, track) == (other_level, other_track) && are_strangers && (1..GAP).contains(&(begin - end)) {
            let at = if *level { Point { x: *end, y: *track } } else { Point { x: *track, y: *end } };
            faults.add(
                Kind::Track,
                at,
                format!("the arrow from {} goes on where the one from {} ends", b.begin(), a.begin()),
            );
        }
    }
}

fn check_dots(picture: &Picture, junctions: &BTreeSet<Point>, faults: &mut Faults) {
    let mut missing = junctions.clone();
    for dot in &picture.dots {
        let through = |line: &&Line| line.pieces().any(|piece| piece.area().holds_point(dot.at));
        let lines: Vec<&Line> = picture.lines.iter().filter(through).collect();
        if !junctions.contains(&dot.at) {
            faults.add(Kind::DotStray, dot.at, "a dot where no lines part or meet");
        } else if !missing.remove(&dot.at) {
            faults.add(Kind::DotStray, dot.at, "two dots in one place");
        } else if lines.iter().any(|a| lines.iter().any(|b| a.begin() != b.begin() && a.end() != b.end())) {
            faults.add(Kind::DotStray, dot.at, "strangers cross at a dot");
        }
    }
    for at in missing {
        faults.add(Kind::DotMissing, at, "lines part or meet without a dot");
    }
}

/// How far two lines run together, along them.
struct Shared {
    /// From a common beginning.
    first: i32,
    /// To a common end.
    last: i32,
}

impl Shared {
    fn of(a: &Line, b: &Line) -> Self {
        let first = if a.begin() == b.begin() { along(a.pieces().zip(b.pieces())) } else { 0 };
        let last = if a.end() == b.end() { along(a.pieces().rev().zip(b.pieces().rev())) } else { 0 };
        Self { first, last }
    }

    /// Where they part, and where they meet.
    fn junctions(&self, a: &Line, b: &Line) -> impl Iterator<Item = Point> {
        let shortest = length(a).min(length(b));
        let inside = move |way: i32| 0 < way && way < shortest;
        let parting = Some(self.first).filter(|way| inside(*way)).map(|way| place(a, way));
        let meeting = Some(self.last).filter(|way| inside(*way)).map(|way| place(a, length(a) - way));
        parting.into_iter().chain(meeting)
    }

    /// Where and how one of them might be taken for the other, of which pieces are given that are near each other.
    fn confusion(&self, a: &Line, b: &Line, places: &[(usize, usize)]) -> Option<(Point, &'static str)> {
        let (whole_a, whole_b) = (length(a), length(b));
        if self.first > 0 && self.first == whole_a.min(whole_b) {
            return Some((a.begin(), "are one from beginning to end"));
        }
        for (place_a, place_b) in places {
            let (piece_a, piece_b) = (a.piece(*place_a), b.piece(*place_b));
            let Some(common) = side_by_side(&piece_a, &piece_b) else { continue };
            if common.left < common.right && common.top < common.bottom {
                return Some((common.centre(), "run side by side as one"));
            }
            let (begin_a, end_a) = stretch(&piece_a, &common, way_to(a, *place_a));
            let (begin_b, end_b) = stretch(&piece_b, &common, way_to(b, *place_b));
            let at_first = end_a <= self.first && end_b <= self.first;
            let at_last = begin_a >= whole_a - self.last && begin_b >= whole_b - self.last;
            if !at_first && !at_last {
                return Some((common.centre(), "are on one track"));
            }
        }
        common_corner(a, b).map(|at| (at, "turn away from each other at one point"))
    }
}

/// The length of the first part that two rows of pieces have in common.
fn along(pairs: impl Iterator<Item = (Piece, Piece)>) -> i32 {
    let mut length = 0;
    for (a, b) in pairs {
        if a.way() != b.way() {
            break;
        }
        length += a.length().min(b.length());
        if a.length() != b.length() {
            break;
        }
    }
    length
}

fn length(line: &Line) -> i32 {
    way_to(line, line.points.len() - 1)
}

/// How far along a line one of its points is.
fn way_to(line: &Line, point: usize) -> i32 {
    (0..point).map(|place| line.piece(place).length()).sum()
}

/// The point of a line at a distance along it from its beginning.
fn place(line: &Line, mut way: i32) -> Point {
    for piece in line.pieces() {
        if way <= piece.length() {
            return piece.way().ahead(piece.from, way);
        }
        way -= piece.length();
    }
    line.end()
}

/// Where two pieces of one direction run on each other, or so near that they look it: a flat rectangle or one as broad
/// as they are apart.
fn side_by_side(a: &Piece, b: &Piece) -> Option<Rect> {
    let level = a.way().is_level();
    if level != b.way().is_level() {
        return None;
    }
    let (first, second) = (a.area(), b.area());
    let common = Rect {
        left: first.left.max(second.left),
        top: first.top.max(second.top),
        right: first.right.min(second.right),
        bottom: first.bottom.min(second.bottom),
    };
    let Rect { left, top, right, bottom } = common;
    // Where they are apart, the smaller one of the two sides is beyond the larger one.
    let (together, apart) = if level { (left < right, top - bottom) } else { (top < bottom, left - right) };
    let common = Rect { left: left.min(right), top: top.min(bottom), right: right.max(left), bottom: bottom.max(top) };
    (together && apart < APART).then_some(common)
}

/// From where to where a part of a piece reaches along its line, if the piece begins so far along it.
fn stretch(piece: &Piece, part: &Rect, way: i32) -> (i32, i32) {
    let whole = piece.area();
    let (begin, end) = match piece.way() {
        Way::Right => (part.left - whole.left, part.right - whole.left),
        Way::Left => (whole.right - part.right, whole.right - part.left),
        Way::Down => (part.top - whole.top, part.bottom - whole.top),
        Way::Up => (whole.bottom - part.bottom, whole.bottom - part.top),
    };
    (way + begin, way + end)
}

/// A point where both lines turn, with no way in common there.
fn common_corner(a: &Line, b: &Line) -> Option<Point> {
    let inner = |line: &Line| 1..line.points.len() - 1;
    let meet = |place: usize, other: usize| {
        let apart = || !ways_at(a, place).iter().any(|way| ways_at(b, other).contains(way));
        a.points[place] == b.points[other] && apart()
    };
    let found = inner(a).find(|place| inner(b).any(|other| meet(*place, other)));
    found.map(|place| a.points[place])
}

/// The ways that two pieces take from a corner of a line.
fn ways_at(line: &Line, corner: usize) -> [Way; 2] {
    [line.piece(corner - 1).way().opposite(), line.piece(corner).way()]
}

/// The corners of a line, each with the ways from there.
pub fn corners(line: &Line) -> impl Iterator<Item = (Point, [Way; 2])> {
    (1..line.points.len() - 1).map(|corner| (line.points[corner], ways_at(line, corner)))
}
