//! What each line begins and ends on.

use super::super::geometry::{PX, Point, Rect, Way};
use super::super::{Faults, Figure, Kind, Line, Picture, Shape, Stroke};

/// The shapes that a line begins and ends on, by their numbers.
#[derive(Debug, Clone, Copy)]
pub struct Ends {
    pub from: usize,
    pub to: usize,
}

/// The shapes of each line. A line that begins or ends on nothing is noted and left out: what is returned is of use only
/// where there is none.
pub fn find(picture: &Picture, faults: &mut Faults) -> Vec<Ends> {
    let mut found = Vec::new();
    for line in &picture.lines {
        let from = end(picture, line, &Side { fits: leaves, at: line.begin(), does: "begins" }, faults);
        let to = end(picture, line, &Side { fits: reaches, at: line.end(), does: "ends" }, faults);
        found.extend(from.zip(to).map(|(from, to)| Ends { from, to }));
    }
    found
}

/// One end of a line.
struct Side {
    /// Whether the line may begin, or end, on this shape where it does.
    fits: fn(&Shape, &Line) -> bool,
    at: Point,
    does: &'static str,
}

fn end(picture: &Picture, line: &Line, side: &Side, faults: &mut Faults) -> Option<usize> {
    let found = picture.shape_at(side.at);
    let fits = found.filter(|shape| (side.fits)(&picture.shapes[*shape], line));
    if fits.is_none() {
        let (name, does) = (line.name(), side.does);
        let words = match found.map(|shape| &picture.shapes[shape]) {
            None => format!("the {name} {does} on nothing"),
            Some(shape) => format!("the {name} {does} on a {}, but not as it may there", shape.name()),
        };
        faults.add(Kind::LooseEnd, side.at, words);
    }
    fits
}

fn leaves(shape: &Shape, line: &Line) -> bool {
    let (way, at) = (line.first().way(), line.begin());
    match (line.stroke, shape.figure) {
        (Stroke::Join, Figure::Step { .. }) => way.is_level() && on_side(shape, way, at),
        (Stroke::Join, _) => false,
        (_, Figure::Choice) => {
            let centre = shape.area.centre();
            let corner = if way.is_level() { at.y == centre.y } else { at.x == centre.x };
            line.is_arrow() && way != Way::Up && corner && on_border(&shape.area, way, at)
        }
        (_, figure) => {
            let has_choice = matches!(figure, Figure::Step { .. } | Figure::Begin);
            (line.is_arrow() || has_choice) && way == Way::Down && on_side(shape, way, at)
        }
    }
}

fn reaches(shape: &Shape, line: &Line) -> bool {
    let (way, at) = (line.last().way(), line.end());
    match (line.stroke, shape.figure) {
        (Stroke::Join, Figure::Step { .. }) => way.is_level() && on_side(shape, way.opposite(), at),
        (Stroke::Stem, Figure::Choice) => {
            way == Way::Down && at == Point { x: shape.area.centre().x, y: shape.area.top }
        }
        (Stroke::Arrow { .. }, Figure::Step { .. }) => way == Way::Down && on_side(shape, Way::Up, at),
        (Stroke::Arrow { .. }, Figure::Begin | Figure::End | Figure::Unknown) => {
            matches!(way, Way::Down | Way::Right) && on_side(shape, way.opposite(), at)
        }
        _ => false,
    }
}

/// Whether a point is on the straight part of one side, which is named by the way out there; no corner is part of it.
fn on_side(shape: &Shape, side: Way, at: Point) -> bool {
    let inset = shape.radius.max(PX);
    let Rect { left, top, right, bottom } = shape.area;
    let straight = if side.is_level() {
        (top + inset..=bottom - inset).contains(&at.y)
    } else {
        (left + inset..=right - inset).contains(&at.x)
    };
    straight && on_border(&shape.area, side, at)
}

fn on_border(area: &Rect, side: Way, at: Point) -> bool {
    match side {
        Way::Up => at.y == area.top,
        Way::Down => at.y == area.bottom,
        Way::Left => at.x == area.left,
        Way::Right => at.x == area.right,
    }
}
