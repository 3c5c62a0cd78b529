//! The inside of a cell: a box with its text, and what hangs under it.

use std::rc::Rc;

use super::chart::{Chart, Node, Shape};
use super::exits::{Level, Ways};
use super::measures::{
    ASIDE, BOX, DIAMOND, HEAD, LABEL_GAP, PADDING, ROUND, SMALL, STRONG, TERMINAL, TEXT, TRACK, even, leading, pixels,
    times,
};
use super::text::{Ending, Face, Line, Wrapper};
use super::words::{Block, NodeWords, Part, Phrase, Words};
use crate::lang::Lang;

/// Lines of one face.
#[derive(Debug, Clone)]
pub(super) struct Wrapped {
    pub part: Option<Part>,
    pub face: Face,
    /// Its language, where it is not that of the diagram.
    pub lang: Option<Lang>,
    pub lines: Rc<[Line]>,
}

/// A cell, measured. Heights are counted from its top.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Width and height of its box.
    pub width: i32,
    pub tall: i32,
    pub blocks: Vec<Wrapped>,
    pub twins: Vec<Twin>,
    /// Middle of the diamond.
    pub diamond: Option<i32>,
    pub left: Vec<Rung>,
    pub right: Vec<Rung>,
    /// Words of the way on, to the right of its line.
    pub onward: Option<Label>,
    /// The end below the box.
    pub end: Option<Rung>,
    pub height: i32,
}

impl Cell {
    /// How many words of arrows and ends are cut, because their lines are too short.
    pub fn cut_words(&self) -> usize {
        let labels = self.rungs().filter_map(|rung| rung.label.as_ref()).chain(&self.onward);
        labels.map(|label| cuts(&label.words)).sum::<usize>() + self.cut_ends()
    }

    /// How many words of ends and connectors are cut.
    pub fn cut_ends(&self) -> usize {
        self.rungs().filter_map(|rung| rung.terminal.as_ref()).map(|terminal| cuts(&terminal.words)).sum()
    }

    fn rungs(&self) -> impl Iterator<Item = &Rung> {
        self.left.iter().chain(&self.right).chain(&self.end)
    }
}

/// How many words are cut, here or between letters that no hyphen parts.
fn cuts(words: &Wrapped) -> usize {
    words.lines.iter().filter(|line| matches!(line.ending, Ending::Hyphen | Ending::Nothing)).count()
}

/// The box of a further participant.
#[derive(Debug, Clone)]
pub(super) struct Twin {
    pub width: i32,
    pub blocks: Vec<Wrapped>,
}

/// What stands on a level at the side of a box, or below it.
#[derive(Debug, Clone)]
pub(super) struct Rung {
    pub level: Level,
    /// Height of its line; for an end below the box that of the end's upper border.
    pub at: i32,
    pub label: Option<Label>,
    /// The end that stands on it.
    pub terminal: Option<Terminal>,
}

/// Words of an arrow.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub words: Wrapped,
    /// The first baseline.
    pub baseline: i32,
}

/// A beginning or an end.
#[derive(Debug, Clone)]
pub(super) struct Terminal {
    pub words: Wrapped,
    pub width: i32,
    pub tall: i32,
}

impl Wrapped {
    pub fn new(wrapper: &Wrapper, phrase: &Phrase, face: Face, width: i32) -> Self {
        let lines = wrapper.wrap(&phrase.text, face, width.unsigned_abs());
        Self { part: None, face, lang: phrase.lang, lines }
    }

    pub fn tall(&self) -> i32 {
        leading(self.face) * times(self.lines.len())
    }

    fn width(&self) -> i32 {
        self.lines.iter().map(|line| pixels(line.width)).max().unwrap_or(0)
    }
}

impl Terminal {
    fn new(wrapper: &Wrapper, phrase: &Phrase, room: i32) -> Self {
        let words = Wrapped::new(wrapper, phrase, SMALL, room - 2 * PADDING);
        Self { width: even(words.width() + 2 * PADDING).max(48).min(room), tall: even(words.tall() + PADDING), words }
    }
}

/// The words of a chart, and what wraps them.
pub(super) type Spoken<'w> = (&'w Words, &'w Wrapper);

/// Measures the cell of a node, in columns of these widths.
pub(super) fn cell(chart: &Chart, (words, wrapper): Spoken<'_>, ways: &Ways, node: usize, widths: &[i32]) -> Cell {
    let own = &words.nodes[node];
    let width = widths[chart.nodes[node].lane];
    let mut cell = match chart.nodes[node].shape {
        Shape::Procedure => procedure(wrapper, &chart.nodes[node], own, widths),
        Shape::Begin | Shape::Connector => begin(wrapper, own, width),
    };
    let end = |index: usize| own.ends.get(index).cloned().unwrap_or_default();
    if ways.end_below {
        let (phrase, label) = end(0);
        let label = label.map(|label| aside(wrapper, &label, width / 2 - TRACK));
        let room = label.as_ref().map_or(0, Wrapped::tall);
        let at = even(cell.tall + (room + TRACK).max(TRACK + HEAD + 8));
        let terminal = Terminal::new(wrapper, &phrase, width);
        cell.height = at + terminal.tall;
        let label = label.map(|words| Label { baseline: cell.tall + 4 + pixels(SMALL.size), words });
        cell.end = Some(Rung { level: Level::End(0), at, label, terminal: Some(terminal) });
        return cell;
    }
    let rung = |level: &Level| match level {
        Level::End(index) => {
            let (phrase, label) = end(*index);
            (*level, label, Some(Terminal::new(wrapper, &phrase, width / 2 - TERMINAL)))
        }
        Level::Arrow(arrow) => (*level, words.labels[*arrow].clone(), None),
    };
    let from = if ways.diamond { ASIDE } else { TRACK };
    let sides = [&ways.left, &ways.right].map(|levels| {
        let rungs = levels.iter().map(rung).map(|(level, label, terminal)| {
            let words = label.map(|label| aside(wrapper, &label, width / 2 - from));
            Draft { level, words, terminal }
        });
        rungs.collect::<Vec<Draft>>()
    });
    let mut under = cell.tall;
    if ways.diamond {
        let room = sides.iter().filter_map(|side| side.first()).map(Draft::above).max().unwrap_or(0);
        let middle = even(cell.tall + room.max(DIAMOND + TRACK));
        cell.diamond = Some(middle);
        under = middle + DIAMOND;
    }
    let [left, right] = place(sides, cell.tall, cell.diamond);
    let bottom = |rungs: &[Rung]| rungs.last().map_or(0, |rung| rung.at + below(rung.terminal.as_ref()));
    cell.height = under.max(bottom(&left)).max(bottom(&right));
    let onward = ways.below.first().filter(|_| ways.below.len() == 1).and_then(|arrow| words.labels[*arrow].as_ref());
    cell.onward = onward.map(|label| {
        let words = aside(wrapper, label, width / 2 - TRACK);
        let top = under.max(bottom(&right)) + 4;
        cell.height = cell.height.max(top + words.tall());
        Label { baseline: top + pixels(SMALL.size), words }
    });
    cell.height = even(cell.height);
    (cell.left, cell.right) = (left, right);
    cell
}

fn aside(wrapper: &Wrapper, label: &Phrase, room: i32) -> Wrapped {
    Wrapped::new(wrapper, label, SMALL, room)
}

/// A level whose height is not known yet.
struct Draft {
    level: Level,
    words: Option<Wrapped>,
    terminal: Option<Terminal>,
}

impl Draft {
    /// Room above its line.
    fn above(&self) -> i32 {
        let terminal = if self.terminal.is_some() { ROUND } else { 0 };
        let words = self.words.as_ref().map_or(0, |words| words.tall() + LABEL_GAP);
        (terminal + words + 4).max(TRACK)
    }

    fn placed(self, at: i32) -> Rung {
        let over = at - LABEL_GAP - if self.terminal.is_some() { ROUND } else { 0 };
        let label = self.words.map(|words| {
            let baseline = over - leading(words.face) * (times(words.lines.len()) - 1);
            Label { words, baseline }
        });
        Rung { level: self.level, at, label, terminal: self.terminal }
    }
}

/// Room below the line of a level.
fn below(terminal: Option<&Terminal>) -> i32 {
    terminal.map_or(4, |terminal| terminal.tall - ROUND + 4)
}

/// Gives the levels their heights. Those of both sides are the same, whatever the words: so lines part in the same points
/// in each language. The first level is that of the diamond.
fn place(sides: [Vec<Draft>; 2], from: i32, diamond: Option<i32>) -> [Vec<Rung>; 2] {
    let count = sides.iter().map(Vec::len).max().unwrap_or(0);
    let mut sides = sides.map(Vec::into_iter);
    let mut rungs = [Vec::new(), Vec::new()];
    let mut free = [from; 2];
    for level in 0..count {
        let drafts = sides.each_mut().map(Iterator::next);
        let needed = drafts.iter().zip(free).filter_map(|(draft, free)| Some(free + draft.as_ref()?.above())).max();
        let needed = even(needed.unwrap_or(from));
        let at = match diamond {
            Some(middle) if level == 0 => middle,
            Some(middle) => needed.max(middle + DIAMOND + TRACK),
            None => needed,
        };
        for (side, draft) in drafts.into_iter().enumerate() {
            let Some(draft) = draft else { continue };
            free[side] = at + below(draft.terminal.as_ref());
            rungs[side].push(draft.placed(at));
        }
    }
    rungs
}

fn procedure(wrapper: &Wrapper, node: &Node, own: &NodeWords, widths: &[i32]) -> Cell {
    let width = |lane: usize| if node.part { widths[lane] - 2 * TRACK } else { widths[lane] };
    let fill = |blocks: &[Block], width: i32| {
        blocks.iter().map(|block| filled(wrapper, block, width)).collect::<Vec<Wrapped>>()
    };
    let twin = |(at, lane): (usize, &usize)| {
        let width = width(*lane);
        Twin { width, blocks: own.twins.get(at).map_or_else(Vec::new, |blocks| fill(blocks, width)) }
    };
    let twins: Vec<Twin> = node.twins.iter().enumerate().map(twin).collect();
    let width = width(node.lane);
    let blocks = fill(&own.blocks, width);
    // Twins are low: only the box of the first participant has the text.
    let highest = twins.iter().map(|twin| box_height(&twin.blocks)).max().unwrap_or(BOX);
    Cell { width, tall: box_height(&blocks).max(highest), blocks, twins, ..Cell::empty() }
}

/// Height of a box with these texts.
pub(super) fn box_height(blocks: &[Wrapped]) -> i32 {
    even(blocks.iter().map(Wrapped::tall).sum::<i32>() + 2 * PADDING).max(BOX)
}

fn filled(wrapper: &Wrapper, block: &Block, width: i32) -> Wrapped {
    let face = match block.part {
        Part::Number | Part::Limit => STRONG,
        Part::Doer => SMALL,
        Part::Action => TEXT,
    };
    Wrapped { part: Some(block.part), ..Wrapped::new(wrapper, &block.phrase, face, width - 2 * PADDING) }
}

fn begin(wrapper: &Wrapper, own: &NodeWords, width: i32) -> Cell {
    let phrase = own.blocks.first().map(|block| block.phrase.clone()).unwrap_or_default();
    let terminal = Terminal::new(wrapper, &phrase, width);
    Cell { width: terminal.width, tall: terminal.tall, blocks: vec![terminal.words], ..Cell::empty() }
}

impl Cell {
    fn empty() -> Self {
        Self {
            width: 0,
            tall: 0,
            blocks: Vec::new(),
            twins: Vec::new(),
            diamond: None,
            left: Vec::new(),
            right: Vec::new(),
            onward: None,
            end: None,
            height: 0,
        }
    }
}
