//! What touches what. Everything is put in order from above to below; so each thing is compared with those alone that
//! stand at its height.

use std::collections::BTreeMap;

use super::super::geometry::{PX, Rect};
use super::super::{Faults, Kind, Owner, Picture};

/// A thing of the picture, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Shape(usize),
    Piece { line: usize, place: usize },
    Row(usize),
    Head(usize),
    Dot(usize),
}

/// Pieces within two pixels of each other, by their places in two lines, under the numbers of these, the smaller first.
pub type Near = BTreeMap<(usize, usize), Vec<(usize, usize)>>;

/// Notes what touches; returns where lines come near each other.
pub fn check(picture: &Picture, faults: &mut Faults) -> Near {
    let mut search = Search { picture, faults, near: Near::new() };
    let things = things(picture);
    for (place, (area, thing)) in things.iter().enumerate() {
        for (other_area, other) in things[place + 1..].iter().take_while(|(other, _)| other.top <= area.bottom) {
            if area.touches(other_area) {
                let ((a, first), (b, second)) = if thing < other {
                    ((thing, area), (other, other_area))
                } else {
                    ((other, other_area), (thing, area))
                };
                search.meet((*a, first), (*b, second));
            }
        }
    }
    search.near
}

/// Everything but strips, from above to below. Pieces of lines are a pixel larger on each side than they are.
fn things(picture: &Picture) -> Vec<(Rect, Thing)> {
    let mut things = Vec::new();
    things.extend(picture.shapes.iter().enumerate().map(|(number, shape)| (shape.area, Thing::Shape(number))));
    for (line, drawn) in picture.lines.iter().enumerate() {
        let pieces = drawn.pieces().enumerate();
        things.extend(pieces.map(|(place, piece)| (piece.area().grown(PX), Thing::Piece { line, place })));
    }
    things.extend(picture.rows.iter().enumerate().map(|(number, row)| (row.area, Thing::Row(number))));
    things.extend(picture.heads.iter().enumerate().map(|(number, head)| (head.area(), Thing::Head(number))));
    things.extend(picture.dots.iter().enumerate().map(|(number, dot)| (dot.area(), Thing::Dot(number))));
    things.sort_by_key(|(area, _)| area.top);
    things
}

struct Search<'s> {
    picture: &'s Picture,
    faults: &'s mut Faults,
    near: Near,
}

impl Search<'_> {
    fn meet(&mut self, (a, first): (Thing, &Rect), (b, second): (Thing, &Rect)) {
        match (a, b) {
            (Thing::Shape(shape), Thing::Shape(other)) => {
                let [shape, other] = [shape, other].map(|number| &self.picture.shapes[number]);
                let words = format!("the {} touches the {} at {}", shape.name(), other.name(), other.area.centre());
                self.faults.add(Kind::Touch, shape.area.centre(), words);
            }
            (Thing::Piece { line, place }, Thing::Piece { line: other, place: other_place }) => {
                if line != other {
                    self.near.entry((line, other)).or_default().push((place, other_place));
                } else if place.abs_diff(other_place) > 1 && first.grown(-PX).touches(&second.grown(-PX)) {
                    let words = format!("the {} meets itself", self.picture.lines[line].name());
                    self.faults.add(Kind::Piece, first.centre(), words);
                }
            }
            (Thing::Shape(shape), Thing::Piece { line, place }) => {
                self.line_at_shape(shape, line, place, &second.grown(-PX));
            }
            (Thing::Shape(shape), Thing::Row(row)) => self.text_at_shape(shape, row),
            (Thing::Piece { line, .. }, Thing::Row(row)) => {
                let piece = first.grown(-PX);
                let text = &self.picture.rows[row];
                let seen = matches!(text.owner, Owner::Shape(shape) if self.picture.shapes[shape].touches(&piece));
                if text.area.touches(&piece) && !seen {
                    self.at_text(row, &piece, self.picture.lines[line].name());
                }
            }
            (Thing::Row(row), Thing::Row(other)) => self.two_texts(row, other),
            (Thing::Row(row), Thing::Head(_)) => self.at_text(row, second, "head"),
            (Thing::Row(row), Thing::Dot(_)) => self.at_text(row, second, "dot"),
            (Thing::Shape(shape), Thing::Head(head)) => {
                let (shape, tip) = (&self.picture.shapes[shape], self.picture.heads[head].tip);
                if shape.touches(second) && !shape.touches(&Rect::around(&[tip])) {
                    self.faults.add(
                        Kind::Touch,
                        tip,
                        format!("the head touches a {} that it does not point at", shape.name()),
                    );
                }
            }
            (Thing::Shape(shape), Thing::Dot(dot)) => {
                let (shape, dot) = (&self.picture.shapes[shape], &self.picture.dots[dot]);
                if shape.touches(second) {
                    self.faults.add(Kind::Touch, dot.at, format!("the dot touches a {}", shape.name()));
                }
            }
            (Thing::Piece { line, place }, Thing::Head(head)) => {
                self.line_at_head(line, place, &first.grown(-PX), head);
            }
            (Thing::Piece { line, .. }, Thing::Dot(dot)) => self.line_at_dot(line, &first.grown(-PX), dot),
            (Thing::Head(head), Thing::Head(other)) => {
                let [tip, other] = [head, other].map(|number| self.picture.heads[number].tip);
                if tip != other {
                    self.faults.add(Kind::Touch, tip, format!("the head touches the head at {other}"));
                }
            }
            (Thing::Head(head), Thing::Dot(dot)) => {
                let (tip, at) = (self.picture.heads[head].tip, self.picture.dots[dot].at);
                self.faults.add(Kind::Touch, at, format!("the dot touches the head at {tip}"));
            }
            // The smaller one stands first; and dots may stand as near as the tracks they are on.
            _ => {}
        }
    }

    /// A piece of a line may touch a shape only where the line begins or ends.
    fn line_at_shape(&mut self, shape: usize, line: usize, place: usize, piece: &Rect) {
        let (shape, line) = (&self.picture.shapes[shape], &self.picture.lines[line]);
        let begins = place == 0 && shape.touches(&Rect::around(&[line.begin()]));
        let ends = place + 2 == line.points.len() && shape.touches(&Rect::around(&[line.end()]));
        if shape.touches(piece) && !begins && !ends {
            let words = format!("the {} from {} touches a {}", line.name(), line.begin(), shape.name());
            self.faults.add(Kind::ThroughShape, shape.area.centre(), words);
        }
    }

    /// Texts of shapes are held against their own shape alone, elsewhere.
    fn text_at_shape(&mut self, shape: usize, row: usize) {
        let (shape, row) = (&self.picture.shapes[shape], &self.picture.rows[row]);
        let kind = match row.owner {
            Owner::Heading => Kind::Heading,
            Owner::Label => Kind::Label,
            Owner::Shape(_) => return,
        };
        if shape.touches(&row.area) {
            self.faults.add(kind, row.area.centre(), format!("`{}` touches a {}", row.words, shape.name()));
        }
    }

    fn at_text(&mut self, row: usize, by: &Rect, name: &str) {
        let row = &self.picture.rows[row];
        let kind = if row.owner == Owner::Label { Kind::Label } else { Kind::ThroughText };
        self.faults.add(kind, by.centre(), format!("`{}` is touched by the {name}", row.words));
    }

    fn two_texts(&mut self, row: usize, other: usize) {
        let (row, other) = (&self.picture.rows[row], &self.picture.rows[other]);
        let words = || format!("`{}` and `{}`", row.words, other.words);
        if row.text != other.text && (row.owner == Owner::Label || other.owner == Owner::Label) {
            self.faults.add(Kind::Label, row.area.centre(), words());
        } else if row.area.overlaps(&other.area) {
            self.faults.add(Kind::TextOverlap, row.area.centre(), words());
        }
    }

    /// Arrows run into their own heads; so may one that was to reach it and falls short.
    fn line_at_head(&mut self, line: usize, place: usize, piece: &Rect, head: usize) {
        let (line, head) = (&self.picture.lines[line], &self.picture.heads[head]);
        let last = line.last();
        let in_line = if last.way().is_level() { last.to.y == head.tip.y } else { last.to.x == head.tip.x };
        let own = line.end() == head.tip || place + 2 == line.points.len() && in_line;
        if !own && head.area().touches(piece) {
            let words = format!("the head is touched by the {} from {}", line.name(), line.begin());
            self.faults.add(Kind::Touch, head.tip, words);
        }
    }

    /// Lines that pass a dot without meeting its middle seem to meet it.
    fn line_at_dot(&mut self, line: usize, piece: &Rect, dot: usize) {
        let (line, dot) = (&self.picture.lines[line], &self.picture.dots[dot]);
        let (x, y) = piece.away(dot.at);
        let radius = i64::from(dot.radius);
        let through = line.pieces().any(|piece| piece.area().holds_point(dot.at));
        if x * x + y * y <= radius * radius && !through {
            let words = format!("the dot is touched by the {} from {}", line.name(), line.begin());
            self.faults.add(Kind::Touch, dot.at, words);
        }
    }
}
