//! Where each arrow leaves its box.
//!
//! The way on leaves below. The other ways of a choice, what has words and what goes back leave at the side, each on a
//! level of its own under the box with its words above it, and reach the channel beside the column; ends hang on levels
//! to the right. So the words of a choice stand where the choice is made.

use super::chart::Chart;
use super::grid::Grid;

/// A side of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
}

/// What stands on a level at the side of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// An end of the node, by index.
    End(usize),
    /// An arrow of the chart, by index.
    Arrow(usize),
}

/// How an arrow leaves its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Below, into the channel under the row.
    Below,
    /// At the side, into the channel beside the column.
    Aside(Side),
}

/// The ways out of one node.
#[derive(Debug, Clone, Default)]
pub(super) struct Ways {
    /// Arrows that leave below.
    pub below: Vec<usize>,
    /// What leaves or hangs to the left, from above.
    pub left: Vec<Level>,
    /// What leaves or hangs to the right, from above.
    pub right: Vec<Level>,
    /// Its only way is an end, which stands below it.
    pub end_below: bool,
    /// One of several ways is taken: a diamond stands under the box.
    pub diamond: bool,
}

/// The ways out of each node, and how each arrow leaves.
pub(super) fn ways(chart: &Chart, grid: &Grid) -> (Vec<Ways>, Vec<Exit>) {
    let mut leaving: Vec<Vec<usize>> = vec![Vec::new(); chart.nodes.len()];
    for (index, arrow) in chart.arrows.iter().enumerate() {
        leaving[arrow.from].push(index);
    }
    let mut exits = vec![Exit::Below; chart.arrows.len()];
    let mut all = Vec::with_capacity(chart.nodes.len());
    for (index, node) in chart.nodes.iter().enumerate() {
        let arrows = &leaving[index];
        let mut ways = Ways {
            end_below: arrows.is_empty() && node.ends.len() == 1,
            diamond: node.choice && arrows.len() + node.ends.len() > 1,
            ..Ways::default()
        };
        ways.below = below(chart, grid, index, arrows);
        if !ways.end_below {
            ways.right.extend((0..node.ends.len()).map(Level::End));
        }
        for arrow in arrows.iter().filter(|arrow| !ways.below.contains(arrow)) {
            let side = side(chart, *arrow);
            exits[*arrow] = Exit::Aside(side);
            match side {
                Side::Left => ways.left.push(Level::Arrow(*arrow)),
                Side::Right => ways.right.push(Level::Arrow(*arrow)),
            }
        }
        all.push(ways);
    }
    (all, exits)
}

/// The arrows that leave a node below: all that go on and have no words; of a choice one, to the box just below it, else on
/// the way to the result.
fn below(chart: &Chart, grid: &Grid, node: usize, arrows: &[usize]) -> Vec<usize> {
    let onward: Vec<usize> = arrows.iter().copied().filter(|arrow| !chart.arrows[*arrow].goes_back()).collect();
    if !chart.nodes[node].choice {
        let bare: Vec<usize> = onward.iter().copied().filter(|arrow| !chart.arrows[*arrow].labelled).collect();
        if !bare.is_empty() {
            return bare;
        }
    }
    let lane = chart.nodes[node].lane;
    let straight = onward.into_iter().min_by_key(|index| {
        let arrow = &chart.arrows[*index];
        let is_aside = chart.nodes[arrow.to].lane != lane;
        let is_next = !is_aside && grid.row[arrow.to] == grid.row[node] + 1;
        (!is_next, !arrow.main, is_aside, grid.row[arrow.to], *index)
    });
    straight.into_iter().collect()
}

/// The side at which an arrow leaves: that of the column where it leads. In its own column what goes back leaves to the
/// left, and what goes on to the right.
fn side(chart: &Chart, arrow: usize) -> Side {
    let arrow = &chart.arrows[arrow];
    let (from, to) = (chart.nodes[arrow.from].lane, chart.nodes[arrow.to].lane);
    let is_left = to < from || (to == from && arrow.goes_back());
    if is_left { Side::Left } else { Side::Right }
}
