//! From rows, columns and tracks to pixels.

use super::cell::{Cell, Label, Rung, Spoken, Terminal, Wrapped, box_height, cell};
use super::chart::{Chart, EndKind, Shape};
use super::exits::{Exit, Level, Side};
use super::lines::{Path, Point, Way, junctions, plain};
use super::measures::{
    ASIDE, DIAMOND, JOIN, LANDING, PADDING, PORT, ROUND, STRONG, TERMINAL, TRACK, even, pixels, times,
};
use super::routes::{Layout, Route, lay_out};
use super::text::Wrapper;
use super::verticals::Line;
use super::widths::widths;
use super::words::Words;

/// A diagram in pixels: everything that is to be written, in the order in which it is to be written.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub width: i32,
    pub height: i32,
    pub lanes: Vec<Strip>,
    pub lines: Vec<Path>,
    /// From boxes to their twins and to their diamonds.
    pub joins: Vec<Path>,
    pub stems: Vec<Path>,
    /// Tips of heads, and which way each points.
    pub heads: Vec<(Point, Way)>,
    /// Where lines of one family part or meet.
    pub junctions: Vec<Point>,
    pub boxes: Vec<Figure>,
    pub terminals: Vec<(Figure, &'static str)>,
    /// Middles of the diamonds.
    pub choices: Vec<Point>,
    pub labels: Vec<Letters>,
}

/// A column.
#[derive(Debug)]
pub(super) struct Strip {
    pub x: i32,
    pub width: i32,
    pub heading: Letters,
}

/// A box with its text.
#[derive(Debug)]
pub(super) struct Figure {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    /// Index of its node.
    pub node: usize,
    pub twin: bool,
    /// No arrow leads to it, or none leaves it.
    pub loose: bool,
    pub texts: Vec<Letters>,
}

/// Lines of text.
#[derive(Debug)]
pub(super) struct Letters {
    pub words: Wrapped,
    pub anchor: Anchor,
    pub x: i32,
    /// The first baseline.
    pub y: i32,
    /// The room that each line has.
    pub room: i32,
}

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Draws a chart with its words, with boxes of these widths or of those that suit the words.
pub(super) fn draw(chart: &Chart, words: &Words, given: Option<Vec<i32>>) -> Drawing {
    let layout = lay_out(chart);
    let wrapper = Wrapper::default();
    let spoken = (words, &wrapper);
    let given = given.filter(|given| given.len() == chart.lanes);
    let widths = given.unwrap_or_else(|| widths(chart, spoken, &layout));
    Sheet::new(chart, spoken, &layout, widths).drawing()
}

/// How wide a drawing is with boxes of these widths: its words have no part in it.
pub(super) fn width(layout: &Layout, widths: &[i32]) -> i32 {
    columns(layout, widths).1.last().copied().unwrap_or(0)
}

/// How high a drawing is with boxes of these widths.
pub(super) fn height(chart: &Chart, spoken: Spoken<'_>, layout: &Layout, widths: Vec<i32>) -> i32 {
    Sheet::new(chart, spoken, layout, widths).height
}

/// The middle of each column; the left border of each channel between columns, and the right border of all.
fn columns(layout: &Layout, widths: &[i32]) -> (Vec<i32>, Vec<i32>) {
    let (mut middles, mut gutters) = (Vec::new(), Vec::new());
    let mut x = 0;
    for (gutter, tracks) in layout.verticals.gutters.iter().enumerate() {
        gutters.push(x);
        let is_outer = gutter == 0 || gutter == widths.len();
        x += TRACK * (times(*tracks) + if is_outer { 1 } else { 2 });
        if let Some(width) = widths.get(gutter) {
            middles.push(x + width / 2);
            x += width;
        }
    }
    gutters.push(x);
    (middles, gutters)
}

/// Where the rows, columns and channels lie.
struct Sheet<'c> {
    chart: &'c Chart,
    layout: &'c Layout,
    /// The names of the columns.
    heads: Vec<Wrapped>,
    cells: Vec<Cell>,
    /// Width of the boxes of each column.
    widths: Vec<i32>,
    /// Middle of each column.
    middles: Vec<i32>,
    /// Left border of each channel between columns, and the right border of the sheet.
    gutters: Vec<i32>,
    /// Upper border of each channel between rows, and of each row.
    channels: Vec<i32>,
    rows: Vec<i32>,
    height: i32,
}

impl<'c> Sheet<'c> {
    fn new(chart: &'c Chart, spoken: Spoken<'c>, layout: &'c Layout, widths: Vec<i32>) -> Self {
        let cells: Vec<Cell> =
            (0..chart.nodes.len()).map(|node| cell(chart, spoken, &layout.ways[node], node, &widths)).collect();
        let (middles, gutters) = columns(layout, &widths);
        let (words, wrapper) = spoken;
        let heads = words.lanes.iter().zip(&widths).map(|(name, width)| Wrapped::new(wrapper, name, STRONG, *width));
        let heads: Vec<Wrapped> = heads.collect();
        let heading = even(heads.iter().map(Wrapped::tall).max().unwrap_or(0) + 2 * PADDING);
        let mut tall = vec![0; layout.grid.rows];
        for (node, cell) in cells.iter().enumerate() {
            let row = &mut tall[layout.grid.row[node]];
            *row = cell.height.max(*row);
        }
        let (mut channels, mut rows) = (Vec::new(), Vec::new());
        let mut y = heading;
        for (row, tall) in tall.into_iter().enumerate() {
            channels.push(y);
            y += match (row, layout.channels[row]) {
                (0, 0) => TRACK,
                (_, tracks) => TRACK * times(tracks) + LANDING + 4,
            };
            rows.push(y);
            y += tall;
        }
        channels.push(y);
        Self { chart, layout, heads, cells, widths, middles, gutters, channels, rows, height: y + TRACK }
    }

    fn drawing(&self) -> Drawing {
        let mut drawing =
            Drawing { width: *self.gutters.last().unwrap_or(&0), height: self.height, ..Drawing::default() };
        self.draw_lanes(&mut drawing);
        for node in 0..self.chart.nodes.len() {
            self.draw_node(&mut drawing, node);
        }
        for arrow in 0..self.chart.arrows.len() {
            let path = self.path(arrow);
            drawing.heads.extend(path.points.last().map(|tip| (*tip, Way::Down)));
            drawing.lines.push(path);
        }
        drawing.heads.sort_unstable();
        drawing.heads.dedup();
        drawing.junctions = junctions(&drawing.lines);
        drawing
    }

    fn draw_lanes(&self, drawing: &mut Drawing) {
        let between = |gutter: usize| match gutter {
            0 => 0,
            _ if gutter == self.chart.lanes => drawing.width,
            // Its lines lie left of the border.
            _ => self.middles[gutter] - self.widths[gutter] / 2 - TRACK,
        };
        for (lane, name) in self.heads.iter().enumerate() {
            let (x, end) = (between(lane), between(lane + 1));
            let heading = Letters {
                words: name.clone(),
                anchor: Anchor::Middle,
                x: self.middles[lane],
                y: PADDING + pixels(STRONG.size),
                room: self.widths[lane],
            };
            drawing.lanes.push(Strip { x, width: end - x, heading });
        }
    }

    fn draw_node(&self, drawing: &mut Drawing, index: usize) {
        let node = &self.chart.nodes[index];
        let cell = &self.cells[index];
        let (x, top) = (self.middles[node.lane], self.rows[self.layout.grid.row[index]]);
        let own = self.figure(index, (x, top), cell.width, &cell.blocks, false);
        let class = match node.shape {
            Shape::Procedure => None,
            Shape::Begin => Some("begin"),
            Shape::Connector => Some("begin d-connector"),
        };
        match class {
            Some(class) => {
                let texts = terminal_text(&cell.blocks[0], x, top, cell.width, cell.tall);
                drawing.terminals.push((Figure { texts: vec![texts], ..own }, class));
            }
            None => drawing.boxes.push(own),
        }
        let mut joined = vec![(x, cell.width)];
        for (lane, twin) in node.twins.iter().zip(&cell.twins) {
            let middle = self.middles[*lane];
            drawing.boxes.push(self.figure(index, (middle, top), twin.width, &twin.blocks, true));
            joined.push((middle, twin.width));
        }
        joined.sort_unstable();
        for pair in joined.windows(2) {
            let [(left, wide), (right, other)] = [pair[0], pair[1]];
            let points = vec![(left + wide / 2, top + JOIN), (right - other / 2, top + JOIN)];
            drawing.joins.push(Path { points, stated: true, back: false });
        }
        if let Some(middle) = cell.diamond {
            drawing.choices.push((x, top + middle));
            let points = vec![(x, top + cell.tall), (x, top + middle - DIAMOND)];
            drawing.stems.push(Path { points, stated: true, back: false });
        }
        for (rungs, side) in [(&cell.left, Side::Left), (&cell.right, Side::Right)] {
            for rung in rungs {
                self.draw_rung(drawing, index, rung, side);
            }
        }
        if let Some(rung) = &cell.end {
            self.draw_end_below(drawing, index, rung);
        }
        if let Some(label) = &cell.onward {
            drawing.labels.push(beside(label, x + TRACK, top, self.widths[node.lane] / 2 - TRACK, Anchor::Start));
        }
    }

    fn figure(&self, index: usize, (middle, top): Point, width: i32, blocks: &[Wrapped], twin: bool) -> Figure {
        let cell = &self.cells[index];
        let x = middle - width / 2;
        let mut texts = Vec::new();
        let mut y = top + PADDING;
        for words in blocks {
            let letters = Letters {
                anchor: Anchor::Start,
                x: x + PADDING,
                y: y + pixels(words.face.size),
                room: width - 2 * PADDING,
                words: words.clone(),
            };
            y += words.tall();
            if !letters.words.lines.is_empty() {
                texts.push(letters);
            }
        }
        let leads = |arrow: &super::chart::Arrow| arrow.to == index;
        let node = &self.chart.nodes[index];
        let is_left = !node.ends.is_empty() || self.chart.arrows.iter().any(|arrow| arrow.from == index);
        let is_reached = node.shape != Shape::Procedure || self.chart.arrows.iter().any(leads);
        Figure {
            x,
            y: top,
            width,
            height: if twin { box_height(blocks) } else { cell.tall },
            node: index,
            twin,
            loose: !is_left || !is_reached,
            texts,
        }
    }

    fn draw_rung(&self, drawing: &mut Drawing, index: usize, rung: &Rung, side: Side) {
        let node = &self.chart.nodes[index];
        let cell = &self.cells[index];
        let (x, top) = (self.middles[node.lane], self.rows[self.layout.grid.row[index]]);
        let from = if cell.diamond.is_some() { ASIDE } else { TRACK };
        if let Some(label) = &rung.label {
            let room = self.widths[node.lane] / 2 - from;
            drawing.labels.push(match side {
                Side::Left => beside(label, x - from, top, room, Anchor::End),
                Side::Right => beside(label, x + from, top, room, Anchor::Start),
            });
        }
        let (Level::End(end), Some(terminal)) = (rung.level, &rung.terminal) else { return };
        let at = (x + TERMINAL, top + rung.at);
        let mut points = self.start(index, Some((rung.at, Side::Right)));
        points.push(at);
        drawing.heads.push((at, Way::Right));
        drawing.lines.push(Path { points: plain(points), stated: node.ends[end].stated, back: false });
        let corner = (at.0, at.1 - ROUND);
        drawing.terminals.push(ending(index, terminal, corner, node.ends[end].kind));
    }

    fn draw_end_below(&self, drawing: &mut Drawing, index: usize, rung: &Rung) {
        let node = &self.chart.nodes[index];
        let (x, top) = (self.middles[node.lane], self.rows[self.layout.grid.row[index]]);
        let Some(terminal) = &rung.terminal else { return };
        if let Some(label) = &rung.label {
            drawing.labels.push(beside(label, x + TRACK, top, self.widths[node.lane] / 2 - TRACK, Anchor::Start));
        }
        let tip = (x, top + rung.at);
        drawing.heads.push((tip, Way::Down));
        let points = vec![(x, top + self.cells[index].tall), tip];
        drawing.lines.push(Path { points, stated: node.ends[0].stated, back: false });
        let corner = (x - terminal.width / 2, tip.1);
        drawing.terminals.push(ending(index, terminal, corner, node.ends[0].kind));
    }

    /// The first points of a line that leaves a node: below, or on a level at a side.
    fn start(&self, index: usize, level: Option<(i32, Side)>) -> Vec<Point> {
        let cell = &self.cells[index];
        let (x, top) = (self.middles[self.chart.nodes[index].lane], self.rows[self.layout.grid.row[index]]);
        match (level, cell.diamond) {
            (Some((at, side)), Some(middle)) if at == middle => {
                let corner = if side == Side::Left { x - DIAMOND } else { x + DIAMOND };
                vec![(corner, top + middle)]
            }
            (Some((at, _)), Some(middle)) => vec![(x, top + middle + DIAMOND), (x, top + at)],
            (Some((at, _)), None) => vec![(x, top + cell.tall), (x, top + at)],
            (None, Some(middle)) => vec![(x, top + middle + DIAMOND)],
            (None, None) => vec![(x, top + cell.tall)],
        }
    }

    fn path(&self, index: usize) -> Path {
        let arrow = &self.chart.arrows[index];
        let route = &self.layout.routes[index];
        let (start, end) = (self.layout.grid.row[arrow.from], self.layout.grid.row[arrow.to]);
        let mut points = match route.exit {
            Exit::Below => self.start(arrow.from, None),
            Exit::Aside(side) => {
                let rungs =
                    if side == Side::Left { &self.cells[arrow.from].left } else { &self.cells[arrow.from].right };
                let at = rungs.iter().find(|rung| rung.level == Level::Arrow(index)).map_or(0, |rung| rung.at);
                self.start(arrow.from, Some((at, side)))
            }
        };
        let port = self.port(arrow.to, route);
        let last = self.channels[end] + TRACK * (times(route.last) + 1);
        let (mut x, mut y) = points[points.len() - 1];
        if let Some(vertical) = self.layout.verticals.of[index] {
            let vertical = &self.layout.verticals.all[vertical];
            let across = match vertical.line {
                Line::Lane(lane) => self.middles[lane],
                Line::Gutter(gutter) => self.gutters[gutter] + TRACK * (times(vertical.track) + 1),
            };
            if route.exit == Exit::Below && across != x {
                y = self.channels[start + 1] + TRACK * (times(route.first) + 1);
                points.push((x, y));
            }
            x = across;
            points.push((x, y));
        }
        if x != port {
            points.extend([(x, last), (port, last)]);
        }
        points.push((port, self.rows[end]));
        Path { points: plain(points), stated: arrow.stated, back: arrow.goes_back() }
    }

    /// Where an arrow enters its box.
    fn port(&self, node: usize, route: &Route) -> i32 {
        let room = self.cells[node].width / 2 - TRACK;
        let most = self.layout.most_ports[node].max(1);
        self.middles[self.chart.nodes[node].lane] + route.port * (room / most).min(PORT)
    }
}

fn beside(label: &Label, x: i32, top: i32, room: i32, anchor: Anchor) -> Letters {
    Letters { words: label.words.clone(), anchor, x, y: top + label.baseline, room }
}

fn ending(node: usize, terminal: &Terminal, (x, y): Point, kind: EndKind) -> (Figure, &'static str) {
    let (width, height) = (terminal.width, terminal.tall);
    let class = match kind {
        EndKind::Connector => "end d-connector",
        EndKind::Onward => "end d-onward",
        EndKind::End | EndKind::Refused | EndKind::Unknown => kind.as_str(),
    };
    let texts = vec![terminal_text(&terminal.words, x + width / 2, y, width, height)];
    (Figure { x, y, width, height, node, twin: false, loose: false, texts }, class)
}

/// The text of a beginning or an end, in its middle.
fn terminal_text(words: &Wrapped, middle: i32, top: i32, width: i32, tall: i32) -> Letters {
    let first = top + (tall - words.tall()) / 2 + pixels(words.face.size);
    Letters { words: words.clone(), anchor: Anchor::Middle, x: middle, y: first, room: width - 2 * PADDING }
}
