//! Points, rectangles and pieces of lines. Whole numbers only.
//!
//! The unit is a twentieth of a pixel, so that 0.8 em, 0.25 em and half a width are whole numbers too. Rectangles are
//! closed: their borders belong to them.

use std::cmp::Ordering;
use std::fmt;

/// Units in a pixel.
pub const PX: i32 = 20;

/// A place in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl fmt::Display for Point {
    /// In pixels.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", f64::from(self.x) / f64::from(PX), f64::from(self.y) / f64::from(PX))
    }
}

/// Where a piece of a line heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

impl Way {
    /// The way back.
    pub fn opposite(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    pub fn is_level(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }

    /// The place so far from another on this way.
    pub fn ahead(self, point: Point, by: i32) -> Point {
        let Point { x, y } = point;
        match self {
            Self::Up => Point { x, y: y - by },
            Self::Down => Point { x, y: y + by },
            Self::Left => Point { x: x - by, y },
            Self::Right => Point { x: x + by, y },
        }
    }
}

/// A straight piece of a line, level or upright, longer than nothing.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    pub from: Point,
    pub to: Point,
}

impl Piece {
    pub fn way(&self) -> Way {
        match (self.to.x.cmp(&self.from.x), self.to.y.cmp(&self.from.y)) {
            (Ordering::Less, _) => Way::Left,
            (Ordering::Greater, _) => Way::Right,
            (_, Ordering::Less) => Way::Up,
            _ => Way::Down,
        }
    }

    pub fn length(&self) -> i32 {
        (self.to.x - self.from.x).abs() + (self.to.y - self.from.y).abs()
    }

    pub fn area(&self) -> Rect {
        Rect::around(&[self.from, self.to])
    }

    /// The place where it crosses another at right angles, each going on at both sides.
    pub fn crossing(&self, other: &Self) -> Option<Point> {
        let (level, upright) = match (self.way().is_level(), other.way().is_level()) {
            (true, false) => (self.area(), other.area()),
            (false, true) => (other.area(), self.area()),
            _ => return None,
        };
        let at = Point { x: upright.left, y: level.top };
        let inside = level.left < at.x && at.x < level.right && upright.top < at.y && at.y < upright.bottom;
        inside.then_some(at)
    }
}

/// A rectangle with its borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Rect {
    /// The smallest that holds all points.
    pub fn around(points: &[Point]) -> Self {
        let first = points[0];
        let mut rect = Self { left: first.x, top: first.y, right: first.x, bottom: first.y };
        for point in &points[1..] {
            rect.left = rect.left.min(point.x);
            rect.top = rect.top.min(point.y);
            rect.right = rect.right.max(point.x);
            rect.bottom = rect.bottom.max(point.y);
        }
        rect
    }

    pub fn centre(&self) -> Point {
        Point { x: i32::midpoint(self.left, self.right), y: i32::midpoint(self.top, self.bottom) }
    }

    /// Larger on each side, or smaller.
    pub fn grown(&self, by: i32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Whether the two share a point.
    pub fn touches(&self, other: &Self) -> bool {
        self.left <= other.right && other.left <= self.right && self.top <= other.bottom && other.top <= self.bottom
    }

    /// Whether the two share more than their borders.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub fn holds(&self, inner: &Self) -> bool {
        self.left <= inner.left && inner.right <= self.right && self.top <= inner.top && inner.bottom <= self.bottom
    }

    pub fn holds_point(&self, point: Point) -> bool {
        self.left <= point.x && point.x <= self.right && self.top <= point.y && point.y <= self.bottom
    }

    /// What its point nearest to a given one is away from that, to the side and up or down.
    pub fn away(&self, point: Point) -> (i64, i64) {
        let near = Point { x: point.x.clamp(self.left, self.right), y: point.y.clamp(self.top, self.bottom) };
        (i64::from((near.x - point.x).abs()), i64::from((near.y - point.y).abs()))
    }

    /// The square of the distance between the two; nothing where they touch.
    pub fn distance_squared(&self, other: &Self) -> i64 {
        let x = i64::from((self.left - other.right).max(other.left - self.right).max(0));
        let y = i64::from((self.top - other.bottom).max(other.top - self.bottom).max(0));
        x * x + y * y
    }
}
