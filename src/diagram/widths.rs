//! How wide the boxes of each column are.
//!
//! A row is as high as its highest cell, so one long text leaves much empty paper beside it. A column with long texts
//! therefore gets wider boxes, as long as that makes the whole picture smaller. Each language has its own widths: what
//! stands in which cell, and how lines run, is the same.

use super::cell::{Spoken, cell};
use super::chart::Chart;
use super::draw::width;
use super::measures::{LANDING, TRACK, WIDEST, box_width, times};
use super::routes::Layout;

/// By how much boxes grow.
const STEP: usize = 24;
/// The empty paper that is worth a word which is not cut, in square pixels: a step of a long column.
const WHOLE_WORD: i64 = 60_000;

/// The width of the boxes of each column, in pixels.
pub(super) fn widths(chart: &Chart, spoken: Spoken<'_>, layout: &Layout) -> Vec<i32> {
    let choices: Vec<i32> = (box_width(chart.lanes)..=WIDEST).step_by(STEP).collect();
    let cells = |node: usize| {
        let measure = |width: &i32| {
            let cell = cell(chart, spoken, &layout.ways[node], node, &vec![*width; chart.lanes]);
            Measured { height: cell.height, cut_words: times(cell.cut_words()) }
        };
        choices.iter().map(measure).collect()
    };
    let fitting = Fitting {
        chart,
        rows: rows(layout),
        cells: (0..chart.nodes.len()).map(cells).collect(),
        across: width(layout, &vec![0; chart.lanes]),
        down: layout.channels.iter().map(|tracks| TRACK * times(*tracks) + LANDING).sum(),
        choices: &choices,
    };
    fitting.smallest().into_iter().map(|choice| choices[choice]).collect()
}

/// The nodes of each row.
fn rows(layout: &Layout) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new(); layout.grid.rows];
    for (node, row) in layout.grid.row.iter().enumerate() {
        rows[*row].push(node);
    }
    rows
}

/// What a width makes of a cell.
struct Measured {
    height: i32,
    cut_words: i32,
}

struct Fitting<'c> {
    chart: &'c Chart,
    rows: Vec<Vec<usize>>,
    /// Each node at each width.
    cells: Vec<Vec<Measured>>,
    /// What is neither box nor row: the channels.
    across: i32,
    down: i32,
    choices: &'c [i32],
}

impl Fitting<'_> {
    /// The choice of each column: one grows at a time, that from which the picture gains most, until none does.
    fn smallest(&self) -> Vec<usize> {
        let mut chosen = vec![0; self.chart.lanes];
        let mut least = self.area(&chosen);
        loop {
            let wider =
                (0..chosen.len()).flat_map(|lane| (chosen[lane] + 1..self.choices.len()).map(move |to| (lane, to)));
            let tried = wider.map(|(lane, to)| {
                let mut tried = chosen.clone();
                tried[lane] = to;
                (self.area(&tried), tried)
            });
            match tried.min() {
                Some((area, tried)) if area < least => (least, chosen) = (area, tried),
                _ => return chosen,
            }
        }
    }

    fn area(&self, chosen: &[usize]) -> i64 {
        let width: i32 = chosen.iter().map(|choice| self.choices[*choice]).sum();
        let cell = |node: usize| &self.cells[node][chosen[self.chart.nodes[node].lane]];
        let height = |node: &usize| cell(*node).height;
        let tall: i32 = self.rows.iter().map(|row| row.iter().map(height).max().unwrap_or(0)).sum();
        let cut: i32 = (0..self.cells.len()).map(|node| cell(node).cut_words).sum();
        i64::from(width + self.across) * i64::from(tall + self.down) + i64::from(cut) * WHOLE_WORD
    }
}
