//! The way of each arrow through the channels.
//!
//! Lines run across in the channels between the rows, and down or up in the channels between the columns or through
//! open cells of a column. In a channel lie nets: what leaves one box, or what comes together before another. Lines of
//! one net share a track; those of two never do.
//!
//! What enters a box comes from above at a port. No port lies under a line that goes elsewhere, so that nets need no
//! order among them, and each channel has a solution.

use std::collections::BTreeMap;

use super::chart::Chart;
use super::exits::{Exit, Ways, ways};
use super::grid::Grid;
use super::tracks::{Lying, NEVER, assign};
use super::verticals::{FINE, Line, Verticals, choose, half};

/// A chart laid out: what stands where, in numbers of rows, columns and tracks.
#[derive(Debug)]
pub(super) struct Layout {
    pub grid: Grid,
    /// The ways out of each node.
    pub ways: Vec<Ways>,
    /// How each arrow runs.
    pub routes: Vec<Route>,
    /// Lines past rows.
    pub verticals: Verticals,
    /// How many tracks each channel between rows has; the first lies above all.
    pub channels: Vec<usize>,
    /// How far from the middle of each node its outermost port is.
    pub most_ports: Vec<i32>,
}

/// How an arrow runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Route {
    pub exit: Exit,
    /// Its track in the channel under its box, where it runs across there.
    pub first: usize,
    /// Its track in the channel above the box where it leads.
    pub last: usize,
    /// The port at which it enters: 0 is the middle, negative ones are left of it.
    pub port: i32,
}

/// Lays out a chart.
pub(super) fn lay_out(chart: &Chart) -> Layout {
    let grid = Grid::new(chart);
    let (ways, exits) = ways(chart, &grid);
    let verticals = choose(chart, &grid, &ways, &exits);
    let placed = Placed { chart, grid: &grid, ways: &ways, exits: &exits, verticals: &verticals };
    let (routes, channels) = placed.routes();
    let mut most_ports = vec![0; chart.nodes.len()];
    for (arrow, route) in chart.arrows.iter().zip(&routes) {
        most_ports[arrow.to] = route.port.abs().max(most_ports[arrow.to]);
    }
    Layout { grid, ways, routes, verticals, channels, most_ports }
}

/// What shares a track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Net {
    /// What leaves a node.
    From(usize),
    /// What comes together before a node.
    Into(usize),
    /// What runs to a vertical.
    Toward(usize),
}

/// A net in a channel between rows: where it is tied to what is above and below.
#[derive(Debug, Default)]
struct Tied {
    above: Vec<i64>,
    below: Vec<i64>,
}

impl Tied {
    /// Where it begins and ends across the page.
    fn ends(&self) -> (i64, i64) {
        let all = || self.above.iter().chain(&self.below).copied();
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    }
}

impl Lying for Tied {
    /// Two lines that end over one box, or in one channel between columns, would look like one.
    fn span(&self) -> (i64, i64) {
        let (start, end) = self.ends();
        let place = |at: i64| (at + FINE / 2).div_euclid(FINE);
        (place(start), place(end))
    }

    fn cost_before(&self, other: &Self) -> u32 {
        let passed = |ties: &[i64], line: &Self| {
            let (start, end) = line.ends();
            u32::try_from(ties.iter().filter(|at| start <= **at && **at <= end).count()).unwrap_or(NEVER)
        };
        passed(&other.above, self) + passed(&self.below, other)
    }
}

/// All verticals chosen: what is left are ports, and tracks in the channels between rows.
struct Placed<'c> {
    chart: &'c Chart,
    grid: &'c Grid,
    ways: &'c [Ways],
    exits: &'c [Exit],
    verticals: &'c Verticals,
}

impl Placed<'_> {
    fn routes(&self) -> (Vec<Route>, Vec<usize>) {
        let ports = self.ports();
        let mut channels: Vec<BTreeMap<Net, Tied>> = Vec::new();
        channels.resize_with(self.grid.rows + 1, BTreeMap::new);
        for (index, arrow) in self.chart.arrows.iter().enumerate() {
            let end = self.arrival(index);
            let port = middle(self.chart.nodes[arrow.to].lane) + i64::from(ports[&(arrow.to, end)]);
            let start = middle(self.chart.nodes[arrow.from].lane);
            let last = channels[self.grid.row[arrow.to]].entry(end).or_default();
            last.below.push(port);
            let Some(vertical) = self.verticals.of[index] else {
                last.above.push(start);
                continue;
            };
            let across = self.across(vertical);
            last.above.push(across);
            if self.exits[index] == Exit::Below && across != start {
                let first = channels[self.grid.row[arrow.from] + 1].entry(self.departure(index, vertical)).or_default();
                first.above.push(start);
                first.below.push(across);
            } else if self.exits[index] == Exit::Below && self.ways[arrow.from].below.len() > 1 {
                let first = channels[self.grid.row[arrow.from] + 1].entry(Net::From(arrow.from)).or_default();
                first.above.push(start);
                first.below.push(across);
            }
        }
        let mut tracks: Vec<BTreeMap<Net, usize>> = Vec::new();
        let mut counts = Vec::new();
        for nets in &channels {
            let lines: Vec<(&Net, &Tied)> = nets.iter().filter(|(_, tied)| tied.ends().0 < tied.ends().1).collect();
            let (assigned, count) = assign(&lines.iter().map(|(_, tied)| *tied).collect::<Vec<_>>());
            tracks.push(lines.iter().map(|(net, _)| **net).zip(assigned).collect());
            counts.push(count);
        }
        let routes = (0..self.chart.arrows.len()).map(|index| {
            let arrow = &self.chart.arrows[index];
            let end = self.arrival(index);
            let vertical = self.verticals.of[index];
            let track = |channel: usize, net: Net| tracks[channel].get(&net).copied().unwrap_or(0);
            Route {
                exit: self.exits[index],
                first: vertical
                    .map_or(0, |vertical| track(self.grid.row[arrow.from] + 1, self.departure(index, vertical))),
                last: track(self.grid.row[arrow.to], end),
                port: ports[&(arrow.to, end)],
            }
        });
        (routes.collect(), counts)
    }

    /// The net in which an arrow comes to the box where it leads.
    fn arrival(&self, index: usize) -> Net {
        let arrow = &self.chart.arrows[index];
        let is_direct = self.exits[index] == Exit::Below && self.verticals.of[index].is_none();
        if is_direct && self.ways[arrow.from].below.len() > 1 { Net::From(arrow.from) } else { Net::Into(arrow.to) }
    }

    /// The net in which an arrow leaves its box for a vertical.
    fn departure(&self, index: usize, vertical: usize) -> Net {
        let from = self.chart.arrows[index].from;
        if self.ways[from].below.len() > 1 { Net::From(from) } else { Net::Toward(vertical) }
    }

    /// Where a vertical lies across the page.
    fn across(&self, vertical: usize) -> i64 {
        let vertical = &self.verticals.all[vertical];
        match vertical.line {
            Line::Lane(lane) => middle(lane),
            Line::Gutter(gutter) => 2 * half(gutter) * FINE + half(vertical.track),
        }
    }

    /// The port of each net that comes to a node. In the middle enters what comes straight down; where that goes
    /// elsewhere, nothing does.
    fn ports(&self) -> BTreeMap<(usize, Net), i32> {
        let mut arriving: BTreeMap<usize, BTreeMap<Net, i64>> = BTreeMap::new();
        for (index, arrow) in self.chart.arrows.iter().enumerate() {
            let from = match self.verticals.of[index] {
                Some(vertical) => self.across(vertical),
                None => middle(self.chart.nodes[arrow.from].lane),
            };
            let lean = (from - middle(self.chart.nodes[arrow.to].lane)).signum();
            *arriving.entry(arrow.to).or_default().entry(self.arrival(index)).or_default() += lean;
        }
        let mut ports = BTreeMap::new();
        for (node, nets) in arriving {
            let straight = self.straight_above(node);
            let middle = match straight {
                Some(net) => nets.contains_key(&net).then_some(net),
                None if nets.len() == 1 => nets.keys().next().copied(),
                None => nets.keys().find(|net| matches!(net, Net::Into(_))).copied(),
            };
            let (mut left, mut right) = (0, 0);
            for (net, lean) in nets {
                let port = if Some(net) == middle {
                    0
                } else if lean < 0 || (lean == 0 && left > -right) {
                    left -= 1;
                    left
                } else {
                    right += 1;
                    right
                };
                ports.insert((node, net), port);
            }
        }
        ports
    }

    /// The net of what comes down in the middle of its column just above a node.
    fn straight_above(&self, node: usize) -> Option<Net> {
        let lane = self.chart.nodes[node].lane;
        let row = self.grid.row[node].checked_sub(1)?;
        if let Some(vertical) = self.verticals.taken[row][lane] {
            return Some(Net::Into(self.verticals.all[vertical].to));
        }
        let above = self.grid.node_at(row, lane)?;
        let ways = &self.ways[above];
        let Some(arrow) = ways.below.first().copied() else {
            // No way leaves below; but the line to the ways at its sides may come down that far.
            let reach = usize::from(ways.diamond);
            return (ways.left.len().max(ways.right.len()) > reach).then_some(Net::From(above));
        };
        if ways.below.len() > 1 {
            return Some(Net::From(above));
        }
        Some(match self.verticals.of[arrow] {
            Some(vertical) => Net::Toward(vertical),
            None => Net::Into(self.chart.arrows[arrow].to),
        })
    }
}

fn middle(lane: usize) -> i64 {
    (2 * half(lane) + 1) * FINE
}
