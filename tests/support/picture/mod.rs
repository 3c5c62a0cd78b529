//! A finished diagram, read as a strict and distrustful reader looks at it.
//!
//! It knows the SVG alone and nothing of how it was laid out: [`read`] makes a [`Picture`] of the text, [`faults`] holds
//! it against the rules, [`Picture::measures`] counts what is beauty and not truth. A rule trusts what the rules before
//! it have found sound, and is silent where they found a fault:
//!
//! 1. the document and its elements ([`read`]); after a fault there nothing else is looked at;
//! 2. where things stand, what they touch, what lines are fixed to (`faults::places`, `touching`, `ends`);
//! 3. heads, lines that run together, dots, and what leads where (`faults::heads`, `families`, `course`): only where
//!    every line begins and ends on something.

mod document;
mod elements;
mod faults;
mod geometry;
pub mod measures;
mod texts;

use std::fmt;

pub use geometry::{Piece, Point, Rect};

/// How wide words are, in pixels: the words, the size of the letters in pixels, whether they are bold.
pub type Width<'w> = dyn Fn(&str, u32, bool) -> u32 + 'w;

/// What can be wrong with a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is no XML.
    Xml,
    /// The outermost element lacks its size, role, title or description.
    Root,
    /// An id stands twice or lacks the common prefix; or a reference names none.
    Id,
    /// A script, a style or an event.
    Script,
    /// A link that leads elsewhere than within the page, or can be reached by the keyboard.
    Link,
    /// A number is not a whole one, or beyond measure.
    Number,
    /// An element, or an attribute, that is not of this notation, or lacks what it needs.
    Form,
    /// A line runs aslant.
    Diagonal,
    /// A piece of a line without length, two that are one, or a line that meets itself.
    Piece,
    /// Something lies beyond the edge of the picture.
    Outside,
    /// The strips overlap or do not reach from the head to the bottom.
    Lanes,
    /// A shape lies in no strip, or over its border.
    OutOfLane,
    /// A strip without one heading; a heading outside its strip, or beside a shape.
    Heading,
    /// Shapes, heads or dots touch what is none of theirs.
    Touch,
    /// A line runs through a shape or along it.
    ThroughShape,
    /// A line runs through a text or along it.
    ThroughText,
    /// A text is too large for its shape.
    TextFit,
    /// Two lines of text overlap.
    TextOverlap,
    /// A text is squeezed or stretched beyond reading.
    TextLength,
    /// A label touches something.
    Label,
    /// A label has no line near it.
    LabelFar,
    /// An arrow forward runs upward.
    Upward,
    /// An arrow back does not end above its beginning.
    NotBack,
    /// A line begins or ends on nothing, or not as it should.
    LooseEnd,
    /// An arrow without head.
    HeadMissing,
    /// A head without arrow, or a second one.
    HeadStray,
    /// A head the wrong way, askew, or longer than the last piece of its arrow.
    HeadWrong,
    /// Two lines are one to the eye.
    Track,
    /// No dot where lines part or meet.
    DotMissing,
    /// A dot where nothing parts or meets, or where strangers cross.
    DotStray,
    /// Nothing leads to a box or an end.
    Unreached,
    /// Nothing leads on from a box or a beginning.
    DeadEnd,
    /// A choice without its box, or without a choice.
    Choice,
    /// Twins that are not joined, or in the same strip; or a join between strangers.
    Twins,
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Fault {
    pub kind: Kind,
    /// Where in the picture. A fault of the document has a line in its words instead.
    pub at: Option<Point>,
    pub words: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(at) => write!(f, "{:?} at {at}: {}", self.kind, self.words),
            None => write!(f, "{:?}: {}", self.kind, self.words),
        }
    }
}

/// Faults as they are found.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// Notes what is wrong at a place of the picture.
    pub fn add(&mut self, kind: Kind, at: Point, words: impl Into<String>) {
        self.0.push(Fault { kind, at: Some(at), words: words.into() });
    }

    fn any(&self, kinds: &[Kind]) -> bool {
        self.0.iter().any(|fault| kinds.contains(&fault.kind))
    }
}

/// A picture, in twentieths of a pixel.
#[derive(Debug, Default)]
pub struct Picture {
    pub width: i32,
    pub height: i32,
    pub lanes: Vec<Rect>,
    pub shapes: Vec<Shape>,
    pub lines: Vec<Line>,
    pub heads: Vec<Head>,
    pub dots: Vec<Dot>,
    /// Texts, line by line.
    pub rows: Vec<Row>,
    /// How many texts they belong to.
    texts: usize,
}

/// A box, a terminal or a choice.
#[derive(Debug)]
pub struct Shape {
    pub figure: Figure,
    /// Of a choice, the rectangle around it.
    pub area: Rect,
    /// Of the rounded corners of a terminal.
    pub radius: i32,
    /// Nothing need lead to it or from it.
    pub loose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    Step {
        twin: bool,
    },
    Begin,
    End,
    /// An end of which it is not known what follows.
    Unknown,
    Choice,
}

impl Shape {
    pub fn is_step(&self) -> bool {
        matches!(self.figure, Figure::Step { .. })
    }

    /// Whether a rectangle, which may be a piece of a line, touches it. The corners around a choice are none of it.
    pub fn touches(&self, rect: &Rect) -> bool {
        if self.figure != Figure::Choice {
            return self.area.touches(rect);
        }
        let (x, y) = rect.away(self.area.centre());
        let (wide, high) = (i64::from(self.area.right - self.area.left), i64::from(self.area.bottom - self.area.top));
        2 * (x * high + y * wide) <= wide * high
    }

    /// What it is called in words.
    pub fn name(&self) -> &'static str {
        match self.figure {
            Figure::Step { twin: false } => "box",
            Figure::Step { twin: true } => "twin",
            Figure::Begin | Figure::End | Figure::Unknown => "terminal",
            Figure::Choice => "choice",
        }
    }
}

/// A line by its corners, from its beginning to its end. No two pieces in turn have the same direction.
#[derive(Debug)]
pub struct Line {
    pub stroke: Stroke,
    pub points: Vec<Point>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    Arrow {
        back: bool,
    },
    /// Between twins, without head.
    Join,
    /// From a box down to its choice, without head.
    Stem,
}

impl Line {
    pub fn begin(&self) -> Point {
        self.points[0]
    }

    pub fn end(&self) -> Point {
        self.points[self.points.len() - 1]
    }

    /// The piece from one of its points to the next.
    pub fn piece(&self, place: usize) -> Piece {
        Piece { from: self.points[place], to: self.points[place + 1] }
    }

    pub fn pieces(&self) -> impl DoubleEndedIterator<Item = Piece> {
        (0..self.points.len() - 1).map(|place| self.piece(place))
    }

    pub fn first(&self) -> Piece {
        self.piece(0)
    }

    pub fn last(&self) -> Piece {
        self.piece(self.points.len() - 2)
    }

    pub fn is_arrow(&self) -> bool {
        matches!(self.stroke, Stroke::Arrow { .. })
    }

    /// What it is called in words.
    pub fn name(&self) -> &'static str {
        match self.stroke {
            Stroke::Arrow { .. } => "arrow",
            Stroke::Join => "join",
            Stroke::Stem => "stem",
        }
    }
}

/// The head of an arrow.
#[derive(Debug)]
pub struct Head {
    pub tip: Point,
    pub base: [Point; 2],
}

impl Head {
    pub fn area(&self) -> Rect {
        Rect::around(&[self.tip, self.base[0], self.base[1]])
    }
}

/// A dot where lines part or meet.
#[derive(Debug)]
pub struct Dot {
    pub at: Point,
    pub radius: i32,
}

impl Dot {
    pub fn area(&self) -> Rect {
        Rect::around(&[self.at]).grown(self.radius)
    }
}

/// A line of text.
#[derive(Debug)]
pub struct Row {
    pub words: String,
    pub owner: Owner,
    /// Lines of one text have the same number.
    pub text: usize,
    /// From 0.8 em above the base line to 0.25 em below, as wide as measured, or as it says.
    pub area: Rect,
    /// How wide it is by its letters.
    pub natural: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    Shape(usize),
    Heading,
    Label,
}

/// Reads the text of a picture, or says why it cannot be read.
pub fn read(svg: &str, width_of: &Width) -> Result<Picture, Vec<Fault>> {
    let mut faults = Faults::default();
    match roxmltree::Document::parse(svg) {
        Ok(tree) => {
            document::check(&tree, &mut faults);
            let picture = elements::read(&tree, width_of, &mut faults);
            if faults.0.is_empty() { Ok(picture) } else { Err(faults.0) }
        }
        Err(error) => Err(vec![Fault { kind: Kind::Xml, at: None, words: error.to_string() }]),
    }
}

/// Everything that is wrong with a picture.
pub fn faults(svg: &str, width_of: &Width) -> Vec<Fault> {
    read(svg, width_of).map_or_else(|faults| faults, |picture| picture.faults())
}
