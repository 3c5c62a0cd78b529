//! Diagrams: a column for each participant, time from top to bottom, in the notation of the official reference book.
//!
//! A [`Chart`] says what there is, without words; it is laid out on a grid of rows and columns, in numbers alone, and
//! so in the same way for each language. [`Words`] then give the boxes their size, and the drawing becomes SVG.
//!
//! 1. [`grid`]: a cell for each box. 2. [`exits`]: where each arrow leaves its box. 3. [`routes`]: lines run only in
//!    channels between rows and columns, and down open columns; in each channel they have tracks of their own
//!    ([`tracks`]). 4. [`cell`], [`draw`]: pixels. 5. [`svg`].
//!
//! A [`Timeline`] is a picture of its own: acts in order of time, below each other on one axis.
//!
//! A picture is valid by construction: boxes stand in cells, lines run where no box can be, words of arrows stand under
//! the box that the arrows leave.

mod cell;
mod chart;
mod draw;
mod exits;
mod grid;
mod lines;
mod measures;
mod pictures;
pub mod plan;
mod planner;
mod routes;
mod shared;
mod sheets;
mod signs;
mod svg;
pub mod text;
mod timeline;
mod tracks;
mod verticals;
mod widths;
mod words;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use sheets::deal;

pub use chart::{Arrow, Chart, End, EndKind, Node, Shape};
pub use pictures::{MAX_ARROWS, Notation, Picture, Undrawn, pictures};
pub use timeline::{Mark, Stop, Tie, TieKind, Timeline};
pub use words::{Block, NodeWords, Part, Phrase, Words};

/// A diagram that is not drawn yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sketch {
    /// Id of its element. Each id in it begins with this one: no two pictures of a page share it.
    pub id: String,
    /// The language of its words.
    pub lang: Lang,
    /// Where it is a file of its own, the address of the page to which its boxes link.
    pub page: Option<String>,
    /// Width of the boxes of each column in pixels, where it is not that which suits the words.
    pub widths: Option<Vec<i32>>,
    /// What it shows.
    pub chart: Chart,
    /// In which words.
    pub words: Words,
}

impl Sketch {
    /// Draws it.
    pub fn svg(&self) -> Svg {
        let drawing = draw::draw(&self.chart, &self.words, self.widths.clone());
        let least = drawing.width * LEAST_ON_SCREEN / 100;
        Svg { least, signs: signs::signs(&drawing, &self.words), text: svg::write(&drawing, self) }
    }

    /// The same with its columns in another order: `order` says of each place which column comes to stand there.
    #[must_use]
    pub fn reordered(mut self, order: &[usize]) -> Self {
        let place = |lane: usize| order.iter().position(|other| *other == lane).unwrap_or(lane);
        for node in &mut self.chart.nodes {
            node.lane = place(node.lane);
            node.twins.iter_mut().for_each(|twin| *twin = place(*twin));
        }
        self.words.lanes = order.iter().filter_map(|lane| self.words.lanes.get(*lane).cloned()).collect();
        self
    }

    /// Its signs beyond those of the official notation, for the legend of a book.
    pub fn added_signs(&self) -> Vec<&'static str> {
        signs::added(&self.chart, &self.words)
    }

    /// The same on sheets of paper; `other` are its words in the other language, `connector` says a letter and the numbers of
    /// the sheets to which it leads or from which it comes.
    pub fn sheets(&self, other: &Words, connector: &dyn Fn(&str, &[usize]) -> Phrase) -> Vec<Sheet> {
        let dealt = deal(&self.chart, &[self.words.clone(), other.clone()]);
        let sheet = |(index, widths): (usize, &Vec<i32>)| {
            let (chart, words) = dealt.sheet(&self.chart, &self.words, index, connector);
            let id = format!("{}.{}", self.id, index + 1);
            Sheet {
                landscape: dealt.landscape,
                sketch: Self { id, chart, words, widths: Some(widths.clone()), ..self.clone() },
            }
        };
        dealt.widths.iter().enumerate().map(sheet).collect()
    }
}

/// Hundredths to which a picture may shrink on a screen: its letters are then some ten pixels high.
const LEAST_ON_SCREEN: i32 = 75;

/// A drawn diagram.
#[derive(Debug, Clone)]
pub struct Svg {
    /// The element.
    pub text: String,
    /// The width in pixels below which nobody could read it.
    pub least: i32,
    /// The signs in it, for its legend.
    pub signs: Vec<&'static str>,
}

/// A sheet of paper with a diagram, or a part of one.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// It lies on its long side.
    pub landscape: bool,
    /// What stands on it.
    pub sketch: Sketch,
}
