//! A diagram on sheets of paper: rows dealt out, each sheet a picture of its own.
//!
//! What leads to another sheet ends in a connector, a letter with the number of that sheet; there the same letter leads
//! on. A sheet has the columns that it needs, so that boxes stay wide. Rows are dealt out for both languages at once:
//! the twins of a book have the same sheets.

use super::cell::cell;
use super::chart::{Arrow, Chart, End, EndKind, Node, Shape};
use super::draw::{height, width};
use super::grid::Grid;
use super::routes::lay_out;
use super::text::Wrapper;
use super::words::{Block, NodeWords, Part, Phrase, Words};

/// The sheets of a diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheets {
    /// They lie on their long side.
    pub landscape: bool,
    /// The nodes on each of them, by index, in order of time.
    pub nodes: Vec<Vec<usize>>,
    /// Width of the boxes of each column on each of them, in pixels.
    pub widths: Vec<Vec<i32>>,
}

/// Room for a picture on A4, in pixels of 1/96 inch: the sheet without the margins of the style, a heading and a line above
/// the picture.
const PORTRAIT: (i32, i32) = (672, 880);
const LANDSCAPE: (i32, i32) = (1001, 555);

/// Hundredths to which a picture may shrink: letters of 12 pixels, which are 9 points, are then 7 points high.
const LEAST: i32 = 78;

/// Widths of boxes, from the best one down.
const WIDTHS: [i32; 8] = [320, 288, 264, 232, 200, 168, 144, 120];
/// Those of a box with so much text that it would be higher than a sheet.
const WIDE: [i32; 3] = [440, 620, 800];

/// Deals out a diagram. What does not fit on any sheet has one for itself.
pub(super) fn deal(chart: &Chart, words: &[Words]) -> Sheets {
    let wrapper = Wrapper::default();
    let [upright, lying] = [PORTRAIT, LANDSCAPE].map(|room| Dealer { chart, words, wrapper: &wrapper, room }.deal());
    let rank = |dealt: &Dealt| (dealt.misfits, dealt.nodes.len());
    let landscape = rank(&lying) < rank(&upright);
    let Dealt { nodes, widths, .. } = if landscape { lying } else { upright };
    Sheets { landscape, nodes, widths }
}

struct Dealer<'c> {
    chart: &'c Chart,
    words: &'c [Words],
    wrapper: &'c Wrapper,
    room: (i32, i32),
}

struct Dealt {
    nodes: Vec<Vec<usize>>,
    widths: Vec<Vec<i32>>,
    misfits: usize,
}

impl Dealer<'_> {
    fn deal(&self) -> Dealt {
        let grid = Grid::new(self.chart);
        let mut rows: Vec<Vec<usize>> = vec![Vec::new(); grid.rows];
        for (node, row) in grid.row.iter().enumerate() {
            rows[*row].push(node);
        }
        let mut dealt = Dealt { nodes: Vec::new(), widths: Vec::new(), misfits: 0 };
        let mut sheet: Vec<usize> = Vec::new();
        let mut widths: Option<Vec<i32>> = None;
        for row in rows {
            // A row with too many columns for a sheet goes on several.
            let is_whole = row.len() == 1 || self.fitting(&row, i32::MAX).is_some();
            let parts = if is_whole { vec![row] } else { row.into_iter().map(|node| vec![node]).collect() };
            for part in parts {
                let mut more = [sheet.as_slice(), &part].concat();
                more.sort_unstable();
                let most = widths.iter().flatten().min().copied().unwrap_or(i32::MAX);
                let fits = self.fitting(&more, most);
                // A beginning goes with the step that it leads to in any case.
                let is_step = |node: &usize| self.chart.nodes[*node].shape == Shape::Procedure;
                match fits.filter(|fits| !sheet.iter().any(is_step) || self.is_whole(&more, fits)) {
                    Some(fits) => (sheet, widths) = (more, Some(fits)),
                    None => {
                        dealt.add(std::mem::take(&mut sheet), widths);
                        widths = self.fitting(&part, i32::MAX);
                        sheet = part;
                    }
                }
            }
        }
        dealt.add(sheet, widths);
        dealt
    }

    /// Whether no box is so narrow that «Конец» or the number of a sheet is cut.
    fn is_whole(&self, nodes: &[usize], widths: &[i32]) -> bool {
        let connector = |_: Link| Phrase { text: "A → 00".to_owned(), lang: None };
        self.words.iter().all(|words| {
            let (chart, words) = sheet(self.chart, words, nodes, &connector);
            let layout = lay_out(&chart);
            let cell = |node: usize| cell(&chart, (&words, self.wrapper), &layout.ways[node], node, widths);
            (0..chart.nodes.len()).all(|node| cell(node).cut_ends() == 0)
        })
    }

    /// The best widths of boxes, none wider than `most`, at which a sheet with these nodes fits in each language: all alike, if
    /// that can be; else a step that stands alone is wide, and those who share in it are narrow.
    fn fitting(&self, nodes: &[usize], most: i32) -> Option<Vec<i32>> {
        // Which letters and numbers stand in connectors is of no weight.
        let connector = |_: Link| Phrase { text: "A → 00".to_owned(), lang: None };
        let parts: Vec<(Chart, Words)> =
            self.words.iter().map(|words| sheet(self.chart, words, nodes, &connector)).collect();
        let (chart, _) = parts.first()?;
        let layout = lay_out(chart);
        let fits = |widths: &Vec<i32>| {
            let shrunk = (self.room.0 * 100 / width(&layout, widths).max(1)).min(100);
            let is_low = |words: &Words| {
                height(chart, (words, self.wrapper), &layout, widths.clone()) * shrunk / 100 <= self.room.1
            };
            shrunk >= LEAST && parts.iter().all(|(_, words)| is_low(words))
        };
        let lane = match chart.nodes.iter().filter(|node| node.shape == Shape::Procedure).collect::<Vec<_>>()[..] {
            [alone] if nodes.len() == 1 => Some(alone.lane),
            _ => None,
        };
        let wide = if lane.is_some() { &WIDE[..] } else { &[] };
        let choices = || WIDTHS.iter().chain(wide).copied().filter(|width| *width <= most);
        let alike = choices().map(|width| vec![width; chart.lanes]);
        let uneven = lane.into_iter().flat_map(|own| {
            choices().map(move |width| {
                let narrow = WIDTHS[WIDTHS.len() - 1];
                (0..chart.lanes).map(|lane| if lane == own { width } else { narrow }).collect()
            })
        });
        alike.chain(uneven).find(fits)
    }
}

impl Dealt {
    /// What fits at no widths is drawn as it would be on a page.
    fn add(&mut self, nodes: Vec<usize>, widths: Option<Vec<i32>>) {
        if !nodes.is_empty() {
            self.nodes.push(nodes);
            self.misfits += usize::from(widths.is_none());
            self.widths.push(widths.unwrap_or_default());
        }
    }
}

impl Sheets {
    /// The number of the sheet on which a node stands, from 1.
    fn of(&self, node: usize) -> usize {
        1 + self.nodes.iter().position(|nodes| nodes.contains(&node)).unwrap_or(0)
    }

    /// The chart and the words of a sheet. `connector` says a letter and the numbers of sheets.
    pub fn sheet(
        &self,
        chart: &Chart,
        words: &Words,
        index: usize,
        connector: &dyn Fn(&str, &[usize]) -> Phrase,
    ) -> (Chart, Words) {
        let cut = self.cut(chart);
        let letter = |node: usize| letters(cut.iter().position(|cut| *cut == node).unwrap_or(0));
        let say = |link: Link| match link {
            Link::Out(to) => connector(&letter(to), &[self.of(to)]),
            Link::In(to) => {
                let from = chart.arrows.iter().filter(|arrow| arrow.to == to).map(|arrow| self.of(arrow.from));
                let mut from: Vec<usize> = from.filter(|sheet| *sheet != self.of(to)).collect();
                from.sort_unstable();
                from.dedup();
                connector(&letter(to), &from)
            }
        };
        sheet(chart, words, &self.nodes[index], &say)
    }

    /// The nodes to which something leads from another sheet, in order of time.
    fn cut(&self, chart: &Chart) -> Vec<usize> {
        let crossing = chart.arrows.iter().filter(|arrow| self.of(arrow.from) != self.of(arrow.to));
        let mut cut: Vec<usize> = crossing.map(|arrow| arrow.to).collect();
        cut.sort_unstable();
        cut.dedup();
        cut
    }
}

/// A connector, by the node to which it leads.
#[derive(Clone, Copy)]
enum Link {
    /// To another sheet.
    Out(usize),
    /// From another sheet.
    In(usize),
}

/// A, B, …, Z, AA, AB, …
fn letters(number: usize) -> String {
    let last = char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    match number / 26 {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}

/// The part of a chart that stands on one sheet.
fn sheet(chart: &Chart, words: &Words, nodes: &[usize], connector: &dyn Fn(Link) -> Phrase) -> (Chart, Words) {
    let mut lanes: Vec<usize> = nodes
        .iter()
        .flat_map(|node| chart.nodes[*node].twins.iter().copied().chain([chart.nodes[*node].lane]))
        .collect();
    lanes.sort_unstable();
    lanes.dedup();
    let lane = |lane: usize| lanes.binary_search(&lane).unwrap_or(0);
    let mut part = Chart { lanes: lanes.len(), ..Chart::default() };
    let mut said = Words {
        title: words.title.clone(),
        description: words.description.clone(),
        lanes: lanes.iter().map(|lane| words.lanes[*lane].clone()).collect(),
        ..Words::default()
    };
    let mut place = vec![None; chart.nodes.len()];
    for node in nodes {
        let own = &chart.nodes[*node];
        let enters = |arrow: &&Arrow| arrow.to == *node && nodes.binary_search(&arrow.from).is_err();
        let entering: Vec<&Arrow> = chart.arrows.iter().filter(enters).collect();
        let at = part.nodes.len() + usize::from(!entering.is_empty());
        if !entering.is_empty() {
            let stated = entering.iter().all(|arrow| arrow.stated);
            let begin = Node {
                shape: Shape::Connector,
                lane: lane(own.lane),
                twins: Vec::new(),
                part: false,
                choice: false,
                ends: Vec::new(),
            };
            part.nodes.push(begin);
            part.arrows.push(Arrow { from: at - 1, to: at, labelled: false, stated, main: true });
            said.labels.push(None);
            let block = Block { part: Part::Action, phrase: connector(Link::In(*node)) };
            said.nodes.push(NodeWords { blocks: vec![block], ..NodeWords::default() });
        }
        place[*node] = Some(at);
        let twins = own.twins.iter().map(|twin| lane(*twin)).collect();
        part.nodes.push(Node { lane: lane(own.lane), twins, ..own.clone() });
        said.nodes.push(words.nodes[*node].clone());
    }
    for (arrow, label) in chart.arrows.iter().zip(&words.labels) {
        let Some(from) = place[arrow.from] else { continue };
        if let Some(to) = place[arrow.to] {
            part.arrows.push(Arrow { from, to, ..*arrow });
            said.labels.push(label.clone());
        } else {
            part.nodes[from].ends.push(End {
                kind: EndKind::Connector,
                labelled: arrow.labelled,
                stated: arrow.stated,
            });
            said.nodes[from].ends.push((connector(Link::Out(arrow.to)), label.clone()));
        }
    }
    (part, said)
}
