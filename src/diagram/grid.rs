//! The cell of each box: rows of time × columns of participants.
//!
//! A box stands below all that leads to it and below all that is earlier in its own column; where nothing orders two
//! boxes, they may stand beside each other. What leads back stands no higher than where it leads. The columns between the boxes of several participants stay free in their
//! row, since a line joins them.

use super::chart::Chart;

/// The cells of a chart.
#[derive(Debug)]
pub(super) struct Grid {
    /// The row of each node.
    pub row: Vec<usize>,
    /// How many rows there are.
    pub rows: usize,
    /// The node or twin in each cell: `[row][lane]`.
    cells: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Free,
    /// The box of a node, with its way on.
    Node(usize),
    /// A further box of a node: nothing leaves it.
    Twin,
    /// Between the boxes of one node.
    Between,
}

impl Grid {
    /// Gives each node its row.
    pub fn new(chart: &Chart) -> Self {
        let mut grid = Self { row: Vec::with_capacity(chart.nodes.len()), rows: 0, cells: Vec::new() };
        // The lowest row in use, by lane; and the row that what leads to a node demands.
        let mut below = vec![0; chart.lanes];
        let mut demanded = vec![0; chart.nodes.len()];
        let (mut onward, mut back) = (vec![Vec::new(); chart.nodes.len()], vec![Vec::new(); chart.nodes.len()]);
        let mut is_led_to = vec![false; chart.nodes.len()];
        for arrow in &chart.arrows {
            if arrow.goes_back() {
                back[arrow.from].push(arrow.to);
            } else {
                onward[arrow.from].push(arrow.to);
                is_led_to[arrow.to] = true;
            }
        }
        for (index, node) in chart.nodes.iter().enumerate() {
            let first = node.twins.iter().copied().fold(node.lane, usize::min);
            let last = node.twins.iter().copied().fold(node.lane, usize::max);
            let mut row = below[first..=last].iter().copied().max().unwrap_or(0).max(demanded[index]);
            if !is_led_to[index] && index > 0 {
                // Only its place in the order says when it happens.
                row = row.max(grid.row[index - 1]);
            }
            // What leads back does not stand above where it leads.
            row = back[index].iter().filter_map(|to: &usize| grid.row.get(*to)).copied().fold(row, usize::max);
            grid.put(row, first..=last, chart.lanes, |lane| {
                if lane == node.lane {
                    Cell::Node(index)
                } else if node.twins.contains(&lane) {
                    Cell::Twin
                } else {
                    Cell::Between
                }
            });
            below[first..=last].fill(row + 1);
            grid.row.push(row);
            for next in &onward[index] {
                demanded[*next] = demanded[*next].max(row + 1);
            }
        }
        grid
    }

    fn put(&mut self, row: usize, span: std::ops::RangeInclusive<usize>, lanes: usize, cell: impl Fn(usize) -> Cell) {
        while self.cells.len() <= row {
            self.cells.push(vec![Cell::Free; lanes]);
        }
        self.rows = self.cells.len();
        for lane in span {
            self.cells[row][lane] = cell(lane);
        }
    }

    /// The node whose own box stands in a cell.
    pub fn node_at(&self, row: usize, lane: usize) -> Option<usize> {
        match self.cells.get(row).and_then(|cells| cells.get(lane)) {
            Some(Cell::Node(node)) => Some(*node),
            _ => None,
        }
    }

    /// Whether a line may run down the middle of these cells: no box stands there.
    pub fn is_open(&self, rows: std::ops::Range<usize>, lane: usize) -> bool {
        rows.into_iter().all(|row| matches!(self.cells[row][lane], Cell::Free | Cell::Between))
    }
}
