//! The lines that arrows take past rows, in the channels between columns or down open columns.

use super::chart::Chart;
use super::exits::{Exit, Level, Side, Ways};
use super::grid::Grid;
use super::tracks::{Lying, NEVER, assign};

/// The lines down and up of a chart.
#[derive(Debug)]
pub(super) struct Verticals {
    pub all: Vec<Vertical>,
    /// The one that each arrow takes, by index; `None` where it leads to the next row.
    pub of: Vec<Option<usize>>,
    /// The one in the middle of each cell: `[row][lane]`.
    pub taken: Vec<Vec<Option<usize>>>,
    /// How many tracks each channel between columns has; the first channel lies left of all.
    pub gutters: Vec<usize>,
}

/// A line down or up, of one arrow or of several that lead to one box.
#[derive(Debug)]
pub(super) struct Vertical {
    pub line: Line,
    /// Its track, where it lies in a channel between columns.
    pub track: usize,
    /// Index of the node where it leads.
    pub to: usize,
    /// Others that lead there may come in.
    shared: bool,
    /// From where to where, in half rows: the channel above a row, the row.
    top: i64,
    bottom: i64,
    /// Where lines come in from the left or go out to the left, and to the right.
    ties: Vec<(i64, Side)>,
}

/// Where a line down or up lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// In the middle of a column.
    Lane(usize),
    /// In the channel left of the column of this number.
    Gutter(usize),
}

/// Places in one half row, or across one column: more than a diagram has boxes.
pub(super) const FINE: i64 = 1 << 20;

/// Chooses the lines: the way to the result first, then the short ones.
pub(super) fn choose(chart: &Chart, grid: &Grid, ways: &[Ways], exits: &[Exit]) -> Verticals {
    let mut router = Router::new(chart, grid, ways, exits);
    for arrow in router.sequence() {
        router.choose(arrow);
    }
    let Router { mut verticals, of, taken, .. } = router;
    let gutters = order_gutters(&mut verticals, chart.lanes);
    Verticals { all: verticals, of, taken, gutters }
}

/// Chooses the verticals, one arrow after the other.
struct Router<'c> {
    chart: &'c Chart,
    grid: &'c Grid,
    ways: &'c [Ways],
    exits: &'c [Exit],
    verticals: Vec<Vertical>,
    of: Vec<Option<usize>>,
    /// The vertical in the middle of a cell: `[row][lane]`.
    taken: Vec<Vec<Option<usize>>>,
}

impl<'c> Router<'c> {
    fn new(chart: &'c Chart, grid: &'c Grid, ways: &'c [Ways], exits: &'c [Exit]) -> Self {
        Self {
            chart,
            grid,
            ways,
            exits,
            verticals: Vec::new(),
            of: vec![None; chart.arrows.len()],
            taken: vec![vec![None; chart.lanes]; grid.rows],
        }
    }

    /// The arrows in the order in which they may choose: the way to the result first, then the short ones.
    fn sequence(&self) -> Vec<usize> {
        let mut sequence: Vec<usize> = (0..self.chart.arrows.len()).collect();
        sequence.sort_by_key(|index| {
            let arrow = &self.chart.arrows[*index];
            (!arrow.main, self.grid.row[arrow.from].abs_diff(self.grid.row[arrow.to]), *index)
        });
        sequence
    }

    fn choose(&mut self, index: usize) {
        let arrow = &self.chart.arrows[index];
        let (from, to) = (&self.chart.nodes[arrow.from], &self.chart.nodes[arrow.to]);
        let (above, below) = (self.grid.row[arrow.from], self.grid.row[arrow.to]);
        let bottom = 2 * half(below);
        if let Exit::Aside(side) = self.exits[index] {
            let (gutter, back) = match side {
                Side::Left => (from.lane, Side::Right),
                Side::Right => (from.lane + 1, Side::Left),
            };
            let start = (2 * half(above) + 1) * FINE + half(self.level(arrow.from, index));
            let ties = vec![(start, back), (bottom * FINE, toward(gutter, to.lane))];
            let (top, bottom) = ((start / FINE).min(bottom), (start / FINE).max(bottom));
            self.add(
                index,
                Vertical { line: Line::Gutter(gutter), track: 0, to: arrow.to, shared: false, top, bottom, ties },
            );
            return;
        }
        if below == above + 1 {
            return;
        }
        let top = 2 * half(above + 1);
        let shared = self.ways[arrow.from].below.len() == 1;
        let lanes = [to.lane, from.lane];
        if let Some(line) = lanes.into_iter().find(|lane| self.lane_is_open(index, *lane)).map(Line::Lane) {
            self.join_or_add(index, Vertical { line, track: 0, to: arrow.to, shared, top, bottom, ties: Vec::new() });
            return;
        }
        let gutter = if to.lane > from.lane { to.lane } else { to.lane + 1 };
        let ties = vec![(top * FINE, toward(gutter, from.lane)), (bottom * FINE, toward(gutter, to.lane))];
        self.join_or_add(
            index,
            Vertical { line: Line::Gutter(gutter), track: 0, to: arrow.to, shared, top, bottom, ties },
        );
    }

    /// On which level of its side an arrow leaves its node.
    fn level(&self, node: usize, arrow: usize) -> usize {
        let ways = &self.ways[node];
        let is_it = |level: &Level| *level == Level::Arrow(arrow);
        ways.left.iter().position(is_it).or_else(|| ways.right.iter().position(is_it)).unwrap_or(0)
    }

    /// Whether an arrow may run down the middle of a column from below its box to above that where it leads.
    fn lane_is_open(&self, index: usize, lane: usize) -> bool {
        let arrow = &self.chart.arrows[index];
        let (above, below) = (self.grid.row[arrow.from], self.grid.row[arrow.to]);
        let (start, end) = (self.chart.nodes[arrow.from].lane, self.chart.nodes[arrow.to].lane);
        let own = |vertical: &Option<usize>| {
            vertical.is_none_or(|vertical| {
                let vertical = &self.verticals[vertical];
                vertical.shared && vertical.to == arrow.to && self.ways[arrow.from].below.len() == 1
            })
        };
        self.grid.is_open(above + 1..below, lane)
            && (above + 1..below).all(|row| own(&self.taken[row][lane]))
            // Nothing else comes down where it turns into the column, or goes on down where it turns out of it.
            && (lane == start || (self.grid.node_at(above, lane).is_none() && own(&self.taken[above][lane])))
            && (lane == end || self.taken[below][lane].is_none())
    }

    fn join_or_add(&mut self, arrow: usize, vertical: Vertical) {
        let known = self.verticals.iter().position(|known| {
            vertical.shared && known.shared && known.to == vertical.to && known.line == vertical.line
        });
        let id = match known {
            Some(id) => {
                let known = &mut self.verticals[id];
                known.top = known.top.min(vertical.top);
                known.ties.extend(vertical.ties);
                self.of[arrow] = Some(id);
                id
            }
            None => self.add(arrow, vertical),
        };
        if let Line::Lane(lane) = self.verticals[id].line {
            let route = &self.chart.arrows[arrow];
            for row in self.grid.row[route.from] + 1..self.grid.row[route.to] {
                self.taken[row][lane] = Some(id);
            }
        }
    }

    fn add(&mut self, arrow: usize, vertical: Vertical) -> usize {
        self.verticals.push(vertical);
        self.of[arrow] = Some(self.verticals.len() - 1);
        self.verticals.len() - 1
    }
}

pub(super) fn half(row: usize) -> i64 {
    i64::try_from(row).unwrap_or(i64::MAX / FINE / 4)
}

/// On which side of a channel between columns a column lies.
fn toward(gutter: usize, lane: usize) -> Side {
    if lane < gutter { Side::Left } else { Side::Right }
}

impl Lying for Vertical {
    /// One that ends in a channel lies beside what begins in the row below: on one track they would look like one line.
    fn span(&self) -> (i64, i64) {
        (self.top, self.bottom + 1)
    }

    fn cost_before(&self, other: &Self) -> u32 {
        let passed = |ties: &[(i64, Side)], side: Side, line: &Vertical| {
            let within = |at: i64| line.top * FINE < at && at < line.bottom * FINE + FINE - 1;
            u32::try_from(ties.iter().filter(|(at, to)| *to == side && within(*at)).count()).unwrap_or(NEVER)
        };
        passed(&self.ties, Side::Right, other)
            + passed(&other.ties, Side::Left, self)
            + if self.faces(other) { NEVER } else { 0 }
    }

    fn step_after(&self, other: &Self) -> usize {
        // Two that come from both sides on one level would look like one line.
        if self.faces(other) { 2 } else { 1 }
    }
}

impl Vertical {
    /// Whether this one leaves a box to the right of the channel and the other one a box to its left, in one row: in
    /// this order they would run into each other.
    fn faces(&self, other: &Self) -> bool {
        self.ties
            .iter()
            .filter(|(at, side)| *side == Side::Right && is_in_row(*at))
            .any(|(at, _)| other.ties.iter().any(|(other, side)| *side == Side::Left && other / FINE == at / FINE))
    }
}

/// Whether a place down the page is in a row, not in a channel.
fn is_in_row(at: i64) -> bool {
    (at / FINE) % 2 == 1
}

/// Gives the verticals in the channels between the columns their tracks.
fn order_gutters(verticals: &mut [Vertical], lanes: usize) -> Vec<usize> {
    let mut gutters = Vec::with_capacity(lanes + 1);
    for gutter in 0..=lanes {
        let here: Vec<usize> = (0..verticals.len()).filter(|id| verticals[*id].line == Line::Gutter(gutter)).collect();
        let (tracks, count) = {
            let lines: Vec<&Vertical> = here.iter().map(|id| &verticals[*id]).collect();
            assign(&lines)
        };
        for (id, track) in here.into_iter().zip(tracks) {
            verticals[id].track = track;
        }
        gutters.push(count);
    }
    gutters
}
