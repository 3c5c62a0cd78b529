//! Where each thing stands by itself: within the picture, its strip, its shape; and which way arrows run.

use std::collections::BTreeSet;

use super::super::geometry::{PX, Piece, Point, Rect, Way};
use super::super::{Faults, Kind, Owner, Picture, Row, Shape, Stroke};

/// The least room between a text and the border of its shape, in units.
const MARGIN: i32 = 2 * PX;

/// How far a label may be from the next line, in units.
const REACH: i64 = 40 * PX as i64;

pub fn check(picture: &Picture, faults: &mut Faults) {
    check_edges(picture, faults);
    check_lanes(picture, faults);
    check_headings(picture, faults);
    check_texts(picture, faults);
    check_labels(picture, faults);
    check_ways(picture, faults);
}

fn check_edges(picture: &Picture, faults: &mut Faults) {
    let whole = Rect { left: 0, top: 0, right: picture.width, bottom: picture.height };
    let areas = picture.lanes.iter().copied().map(|area| (area, "a strip"));
    let areas = areas.chain(picture.shapes.iter().map(|shape| (shape.area, shape.name())));
    let areas = areas.chain(picture.lines.iter().map(|line| (Rect::around(&line.points), line.name())));
    let areas = areas.chain(picture.heads.iter().map(|head| (head.area(), "a head")));
    let areas = areas.chain(picture.dots.iter().map(|dot| (dot.area(), "a dot")));
    for (area, name) in areas.chain(picture.rows.iter().map(|row| (row.area, row.words.as_str()))) {
        if !whole.holds(&area) {
            faults.add(Kind::Outside, area.centre(), format!("`{name}` lies beyond the edge of the picture"));
        }
    }
}

fn check_lanes(picture: &Picture, faults: &mut Faults) {
    let first = picture.lanes[0];
    for (place, lane) in picture.lanes.iter().enumerate() {
        if (lane.top, lane.bottom) != (first.top, first.bottom) {
            faults.add(Kind::Lanes, lane.centre(), "a strip does not reach as far as the first");
        }
        if picture.lanes[..place].iter().any(|other| other.overlaps(lane)) {
            faults.add(Kind::Lanes, lane.centre(), "two strips overlap");
        }
    }
    for shape in &picture.shapes {
        if picture.lane_of(&shape.area.grown(PX)).is_none() {
            let at = shape.area.centre();
            faults.add(Kind::OutOfLane, at, format!("the {} lies in no strip, or touches its border", shape.name()));
        }
    }
}

fn check_headings(picture: &Picture, faults: &mut Faults) {
    let mut texts = vec![Vec::new(); picture.lanes.len()];
    for row in picture.rows.iter().filter(|row| row.owner == Owner::Heading) {
        let Some(lane) = picture.lane_of(&row.area) else {
            faults.add(Kind::Heading, row.area.centre(), format!("`{}` lies in no strip", row.words));
            continue;
        };
        texts[lane].push(row.text);
        let below = |shape: &&Shape| picture.lane_of(&shape.area) == Some(lane) && shape.area.top <= row.area.bottom;
        if let Some(shape) = picture.shapes.iter().find(below) {
            let words = format!("`{}` is not above the {} in its strip", row.words, shape.name());
            faults.add(Kind::Heading, row.area.centre(), words);
        }
    }
    for (lane, mut texts) in picture.lanes.iter().zip(texts) {
        texts.dedup();
        if texts.len() != 1 {
            faults.add(Kind::Heading, lane.centre(), format!("the strip has {} headings", texts.len()));
        }
    }
}

fn check_texts(picture: &Picture, faults: &mut Faults) {
    for row in &picture.rows {
        let width = row.area.right - row.area.left;
        if width * 5 < row.natural * 4 || width * 4 > row.natural * 5 {
            let words = format!("`{}` is {} wide, and drawn {}", row.words, row.natural / PX, width / PX);
            faults.add(Kind::TextLength, row.area.centre(), words);
        }
        if let Owner::Shape(shape) = row.owner
            && !has_room(&picture.shapes[shape], &row.area)
        {
            faults.add(Kind::TextFit, row.area.centre(), format!("`{}` has no room in its shape", row.words));
        }
    }
}

/// Whether a text lies in a shape with room around it, at its rounded corners too.
fn has_room(shape: &Shape, text: &Rect) -> bool {
    let Rect { left, top, right, bottom } = shape.area;
    let radius = shape.radius;
    let beyond = |side: i32| i64::from(side.max(0));
    let side = beyond(left + radius - text.left).max(beyond(text.right - (right - radius)));
    let above = beyond(top + radius - text.top).max(beyond(text.bottom - (bottom - radius)));
    let reach = i64::from((radius - MARGIN).max(0));
    let in_corner = radius > 0 && side > 0 && above > 0;
    shape.area.grown(-MARGIN).holds(text) && (!in_corner || side * side + above * above <= reach * reach)
}

fn check_labels(picture: &Picture, faults: &mut Faults) {
    let pieces: Vec<Rect> = picture.arrow_pieces().map(|piece| piece.area()).collect();
    let labels = || picture.rows.iter().filter(|row| row.owner == Owner::Label);
    let is_near = |row: &&Row| pieces.iter().any(|piece| piece.distance_squared(&row.area) <= REACH * REACH);
    let near: BTreeSet<usize> = labels().filter(is_near).map(|row| row.text).collect();
    for row in labels() {
        // Of a tall label one line is enough.
        if !near.contains(&row.text) {
            faults.add(Kind::LabelFar, row.area.centre(), format!("`{}` has no arrow near it", row.words));
        }
        // The border of a strip is a line too.
        let over = |lane: &Rect| lane.touches(&row.area) && !lane.grown(-1).holds(&row.area);
        if picture.lanes.iter().any(over) {
            faults.add(Kind::Label, row.area.centre(), format!("`{}` touches the border of a strip", row.words));
        }
    }
}

fn check_ways(picture: &Picture, faults: &mut Faults) {
    for line in &picture.lines {
        match line.stroke {
            Stroke::Arrow { back: true } if line.end().y >= line.begin().y => {
                faults.add(Kind::NotBack, line.begin(), format!("an arrow back ends at {}, not above", line.end()));
            }
            Stroke::Arrow { back: false } => {
                if let Some(piece) = line.pieces().find(|piece| piece.way() == Way::Up) {
                    faults.add(Kind::Upward, piece.from, format!("an arrow forward runs up to {}", piece.to));
                }
            }
            _ => {}
        }
    }
}

impl Picture {
    /// The strip that holds something wholly.
    pub fn lane_of(&self, area: &Rect) -> Option<usize> {
        self.lanes.iter().position(|lane| lane.holds(area))
    }

    /// The shape that touches a point.
    pub fn shape_at(&self, point: Point) -> Option<usize> {
        self.shapes.iter().position(|shape| shape.touches(&Rect::around(&[point])))
    }

    fn arrow_pieces(&self) -> impl Iterator<Item = Piece> {
        self.lines.iter().filter(|line| line.is_arrow()).flat_map(super::super::Line::pieces)
    }
}
