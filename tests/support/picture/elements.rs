//! The elements of the picture. What is not of the notation is a fault: nobody could vouch for it.

use roxmltree::{Document, Node};

use super::geometry::{PX, Piece, Point, Rect};
use super::{Dot, Faults, Figure, Head, Kind, Line, Owner, Picture, Shape, Stroke, Width};

/// No number is larger, in pixels, so that no sum overflows.
const MOST: i32 = 100_000;

/// A picture as far as it is read.
pub struct Reader<'r> {
    pub picture: Picture,
    pub faults: &'r mut Faults,
    pub width_of: &'r Width<'r>,
}

pub fn read(tree: &Document, width_of: &Width, faults: &mut Faults) -> Picture {
    let mut reader = Reader { picture: Picture::default(), faults, width_of };
    let root = tree.root_element();
    reader.picture.width = reader.positive(root, "width").unwrap_or_default();
    reader.picture.height = reader.positive(root, "height").unwrap_or_default();
    for node in root.children().filter(Node::is_element).skip(2) {
        reader.element(node);
    }
    if reader.picture.lanes.is_empty() || !reader.picture.shapes.iter().any(Shape::is_step) {
        reader.faults.of(Kind::Form, root, "a picture without strips or boxes says nothing");
    }
    reader.picture
}

pub fn has_class(node: Node, class: &str) -> bool {
    node.attribute("class")
        .is_some_and(|classes| classes.split_whitespace().any(|word| word.strip_prefix("d-") == Some(class)))
}

/// The first of some classes that the element has, if it has no other of them.
fn one_of<'c>(node: Node, classes: &[&'c str]) -> Option<&'c str> {
    let mut found = classes.iter().filter(|class| has_class(node, class));
    found.next().filter(|_| found.next().is_none()).copied()
}

impl Reader<'_> {
    fn element(&mut self, node: Node) {
        let is = |class| has_class(node, class);
        match node.tag_name().name() {
            "g" if is("terminal") => self.terminal(node),
            "g" if is("choice") => self.choice(node),
            // Told of already.
            "script" | "style" => {}
            "g" => node.children().filter(Node::is_element).for_each(|node| self.element(node)),
            "a" if is("box") => self.step(node),
            "rect" if is("lane") => self.lane(node),
            "path" if is("line") => self.arrow(node),
            "path" if is("join") => self.straight(node, Stroke::Join),
            "path" if is("stem") => self.straight(node, Stroke::Stem),
            "path" if is("head") => self.head(node),
            "circle" if is("junction") => self.dot(node),
            "text" if is("heading") => self.text(node, Owner::Heading),
            "text" if is("label") => self.text(node, Owner::Label),
            _ => self.faults.of(Kind::Form, node, "the notation has no such element"),
        }
    }

    fn lane(&mut self, node: Node) {
        if !self.picture.shapes.is_empty() || !self.picture.lines.is_empty() {
            self.faults.of(Kind::Form, node, "a strip is drawn over what stands in it");
        }
        self.no_children(node);
        if let Some(rect) = self.rect(node) {
            self.picture.lanes.push(rect);
        }
    }

    fn step(&mut self, node: Node) {
        if node.attributes().all(|attribute| attribute.name() != "href") || node.attribute("tabindex").is_none() {
            self.faults.of(Kind::Link, node, "a box leads to its row, and not by the keyboard");
        }
        self.written(node, Figure::Step { twin: has_class(node, "twin") });
    }

    fn terminal(&mut self, node: Node) {
        match one_of(node, &["begin", "end", "refused", "unknown"]) {
            Some("begin") => self.written(node, Figure::Begin),
            Some("unknown") => self.written(node, Figure::Unknown),
            Some(_) => self.written(node, Figure::End),
            None => self.faults.of(Kind::Form, node, "a terminal is one of beginning, end, refusal and unknown"),
        }
    }

    /// A rectangle and the texts in it.
    fn written(&mut self, node: Node, figure: Figure) {
        let mut children = node.children().filter(Node::is_element);
        let shape = children.next().filter(|child| child.tag_name().name() == "rect" && has_class(*child, "shape"));
        let Some(shape) = shape else {
            return self.faults.of(Kind::Form, node, "it does not open with its shape");
        };
        self.no_children(shape);
        let radius = if shape.has_attribute("rx") { self.number(shape, "rx").unwrap_or_default() } else { 0 };
        let Some(area) = self.rect(shape) else { return };
        let radius = radius.clamp(0, (area.right - area.left).min(area.bottom - area.top) / 2);
        let owner = Owner::Shape(self.picture.shapes.len());
        self.picture.shapes.push(Shape { figure, area, radius, loose: has_class(node, "loose") });
        let texts: Vec<Node> = children.collect();
        if texts.is_empty() {
            self.faults.of(Kind::Form, node, "it says nothing");
        }
        for text in texts {
            if text.tag_name().name() == "text" {
                self.text(text, owner);
            } else {
                self.faults.of(Kind::Form, text, "a box or terminal has texts only");
            }
        }
    }

    fn choice(&mut self, node: Node) {
        let mut children = node.children().filter(Node::is_element);
        let shape = children.next().filter(|child| child.tag_name().name() == "path" && has_class(*child, "shape"));
        let (Some(shape), None) = (shape, children.next()) else {
            return self.faults.of(Kind::Form, node, "a choice is its shape alone");
        };
        let Some([top, right, bottom, left]) = self.polygon(shape) else { return };
        let area = Rect::around(&[top, right, bottom, left]);
        let Point { x, y } = area.centre();
        let corners = [
            Point { x, y: area.top },
            Point { x: area.right, y },
            Point { x, y: area.bottom },
            Point { x: area.left, y },
        ];
        if corners != [top, right, bottom, left] || left.x >= right.x || top.y >= bottom.y {
            return self.faults.of(Kind::Form, shape, "a choice has four corners: top, right, bottom, left");
        }
        self.picture.shapes.push(Shape { figure: Figure::Choice, area, radius: 0, loose: has_class(node, "loose") });
    }

    fn arrow(&mut self, node: Node) {
        if one_of(node, &["stated", "inferred"]).is_none() {
            self.faults.of(Kind::Form, node, "an arrow is either stated or inferred");
        }
        let stroke = Stroke::Arrow { back: has_class(node, "back") };
        if let Some(points) = self.course(node) {
            self.picture.lines.push(Line { stroke, points });
        }
    }

    /// A line of one piece: a join is level, a stem runs down.
    fn straight(&mut self, node: Node, stroke: Stroke) {
        let Some(points) = self.course(node) else { return };
        let line = Line { stroke, points };
        let level = line.first().way().is_level();
        if line.points.len() == 2 && level == (stroke == Stroke::Join) {
            self.picture.lines.push(line);
        } else {
            self.faults.of(Kind::Form, node, "a join is one level piece, a stem an upright one");
        }
    }

    fn head(&mut self, node: Node) {
        if let Some([tip, a, b]) = self.polygon(node) {
            self.picture.heads.push(Head { tip, base: [a, b] });
        }
    }

    fn dot(&mut self, node: Node) {
        self.no_children(node);
        let (x, y, radius) = (self.number(node, "cx"), self.number(node, "cy"), self.positive(node, "r"));
        if let (Some(x), Some(y), Some(radius)) = (x, y, radius) {
            self.picture.dots.push(Dot { at: Point { x, y }, radius });
        }
    }

    fn rect(&mut self, node: Node) -> Option<Rect> {
        let (left, top) = (self.number(node, "x"), self.number(node, "y"));
        let (width, height) = (self.positive(node, "width"), self.positive(node, "height"));
        let (left, top) = (left?, top?);
        Some(Rect { left, top, right: left + width?, bottom: top + height? })
    }

    /// The corners of a line of level and upright pieces.
    fn course(&mut self, node: Node) -> Option<Vec<Point>> {
        let mut points: Vec<Point> = Vec::new();
        for (command, numbers) in self.commands(node)? {
            let point = match (command, numbers.as_slice(), points.last()) {
                ('M', &[x, y], None) | ('H', &[x], Some(&Point { y, .. })) | ('V', &[y], Some(&Point { x, .. })) => {
                    Point { x, y }
                }
                ('L', &[x, y], Some(last)) if x != last.x && y != last.y => {
                    self.faults.of(Kind::Diagonal, node, format_args!("it runs aslant from {last}"));
                    return None;
                }
                _ => {
                    self.faults.of(Kind::Form, node, format_args!("`{command}` with {} numbers", numbers.len()));
                    return None;
                }
            };
            points.push(point);
        }
        let pieces: Vec<Piece> = points.windows(2).map(|ends| Piece { from: ends[0], to: ends[1] }).collect();
        let stands = pieces.iter().find(|piece| piece.length() == 0);
        let goes_on = pieces.windows(2).find(|two| two[0].way().is_level() == two[1].way().is_level());
        if let Some(piece) = stands.or(goes_on.map(|two| &two[1])) {
            self.faults.of(Kind::Piece, node, format_args!("at {} it does not turn, or stands still", piece.from));
            return None;
        }
        if pieces.is_empty() {
            self.faults.of(Kind::Form, node, "it leads nowhere");
            return None;
        }
        Some(points)
    }

    /// The corners of a closed shape of so many.
    fn polygon<const N: usize>(&mut self, node: Node) -> Option<[Point; N]> {
        let commands = self.commands(node)?;
        let (last, corners) = commands.split_last()?;
        let mut points = Vec::new();
        for (place, (command, numbers)) in corners.iter().enumerate() {
            if let (true, &[x, y]) = (*command == if place == 0 { 'M' } else { 'L' }, numbers.as_slice()) {
                points.push(Point { x, y });
            }
        }
        let closed = last.0 == 'Z' && last.1.is_empty() && points.len() == corners.len();
        let points = points.try_into().ok().filter(|_| closed);
        if points.is_none() {
            self.faults.of(Kind::Form, node, format_args!("it is no closed shape of {N} corners"));
        }
        points
    }

    /// The commands of a path with their numbers.
    fn commands(&mut self, node: Node) -> Option<Vec<(char, Vec<i32>)>> {
        self.no_children(node);
        let mut commands: Vec<(char, Vec<i32>)> = Vec::new();
        for word in node.attribute("d").unwrap_or_default().split_whitespace() {
            match (word.parse(), commands.last_mut()) {
                (Ok(letter @ 'A'..='Z'), _) => commands.push((letter, Vec::new())),
                (_, Some((_, numbers))) => numbers.push(whole(self.faults, node, word)?),
                _ => {}
            }
        }
        if commands.is_empty() {
            self.faults.of(Kind::Form, node, "it has no path");
            return None;
        }
        Some(commands)
    }

    pub fn number(&mut self, node: Node, name: &str) -> Option<i32> {
        match node.attribute(name) {
            Some(word) => whole(self.faults, node, word),
            None => {
                self.faults.of(Kind::Form, node, format_args!("`{name}` is missing"));
                None
            }
        }
    }

    pub fn positive(&mut self, node: Node, name: &str) -> Option<i32> {
        let number = self.number(node, name)?;
        if number <= 0 {
            self.faults.of(Kind::Form, node, format_args!("`{name}` is nothing or less"));
        }
        (number > 0).then_some(number)
    }

    fn no_children(&mut self, node: Node) {
        if node.has_children() {
            self.faults.of(Kind::Form, node, "it has something inside");
        }
    }
}

/// A whole number of pixels, in units.
fn whole(faults: &mut Faults, node: Node, word: &str) -> Option<i32> {
    let number = word.parse().ok().filter(|number| (-MOST..=MOST).contains(number));
    if number.is_none() {
        faults.of(Kind::Number, node, format_args!("`{word}` is no whole number, or beyond measure"));
    }
    number.map(|number: i32| number * PX)
}
