//! A timeline: acts below each other on an axis, oldest first, and lines from what an act did to the acts it did it to.
//!
//! 1. What one act did in one way is a *net*: it leaves the act's mark, runs up a track of its own left of the axis, and
//!    turns to the axis below the mark of each act that it was done to. Shorter nets take nearer tracks.
//! 2. A stop is as high as its words and the lines that come to it.
//! 3. Where the line breaks, the axis does: only dots lead on, beside the words that say why.
//!
//! The picture is as wide as a phone shows. Whole numbers only; the words come wrapped to their room.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::measures::{SMALL, STRONG, TEXT, held, leading, pixels, times};
use super::svg::{FONTS, escape};
use super::text::{Face, Weight, wrap};
use crate::lang::Lang;

/// A timeline that is not drawn yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Timeline {
    /// Id of its element. Each id in it begins with this one: no two pictures of a page share it.
    pub id: String,
    /// The language of its words.
    pub lang: Lang,
    /// What it shows.
    pub title: String,
    /// What is to be known of it by those who do not see it.
    pub description: String,
    /// The stops, oldest first.
    pub stops: Vec<Stop>,
    /// What they did to each other.
    pub ties: Vec<Tie>,
}

/// A stop of a timeline.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stop {
    /// How it is marked.
    pub mark: Mark,
    /// When.
    pub when: String,
    /// What it is.
    pub name: String,
    /// What else is said of it, a line each.
    pub notes: Vec<String>,
    /// Where the line breaks before it: the words that say so.
    pub gap: Option<String>,
}

/// How a stop is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Its text is here: a full circle.
    Text,
    /// Its text is not here: an empty circle.
    NoText,
    /// It is what the page is about: a full circle in a ring.
    Here,
}

/// What one stop did to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Index of the stop that did it.
    pub by: usize,
    /// Index of the stop it was done to.
    pub to: usize,
    /// What it did.
    pub kind: TieKind,
}

/// What one stop did to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TieKind {
    /// It amended it: a dashed line.
    Amended,
    /// It repealed it: a full line.
    Repealed,
}

impl TieKind {
    /// Its name in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Amended => "amended",
            Self::Repealed => "repealed",
        }
    }
}

/// Width of a picture whose tracks leave enough room for words.
const WIDTH: i32 = 312;
/// Least width of the words.
const LEAST: i32 = 200;
/// Between two tracks, and between the nearest one and the axis.
const TRACK: i32 = 10;
/// From the axis to the words.
const BESIDE: i32 = 16;
/// Half of a mark.
const RADIUS: i32 = 5;
/// From a mark to the first line that comes to its stop, and from one to the next.
const PORT: i32 = 9;
/// Between stops.
const SPACE: i32 = 14;
/// Length of an arrow head, and half of its width.
const HEAD: i32 = 6;

/// A net: what one act did in one way, by the indices of its stops.
struct Net {
    by: usize,
    kind: TieKind,
    to: Vec<usize>,
    track: usize,
}

impl Net {
    /// The first and last stop that it passes.
    fn span(&self) -> (usize, usize) {
        let ends = || self.to.iter().copied().chain([self.by]);
        (ends().min().unwrap_or(self.by), ends().max().unwrap_or(self.by))
    }
}

/// Words on the picture.
struct Label {
    class: &'static str,
    face: Face,
    /// The first baseline.
    y: i32,
    lines: Vec<(String, u32)>,
}

impl Timeline {
    /// Draws it, as SVG.
    pub fn svg(&self) -> String {
        let mut svg = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut svg);
        svg
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let nets = self.nets();
        let tracks = nets.iter().map(|net| net.track + 1).max().unwrap_or(0);
        let axis = RADIUS + 3 + TRACK * times(tracks);
        let room = (WIDTH - axis - BESIDE).max(LEAST);
        let width = axis + BESIDE + room;
        let (labels, marks, height) = self.lay_out(&nets, room);
        let id = escape(&self.id);
        write!(
            out,
            "<svg class=\"timeline\" id=\"{id}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" lang=\"{}\" \
             role=\"group\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\" font-family=\"{FONTS}\" fill=\"none\" stroke=\"none\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
            self.lang.as_str(),
            escape(&self.title),
            escape(&self.description),
        )?;
        self.write_axis(out, axis, &marks)?;
        write_nets(out, &nets, axis, &marks)?;
        write!(out, "<g class=\"l-marks\" fill=\"#fff\" stroke=\"#333\" stroke-width=\"2\">")?;
        for (stop, y) in self.stops.iter().zip(&marks) {
            let circle = |class: &str, radius: i32, fill: &str| {
                format!("<circle class=\"{class}\" cx=\"{axis}\" cy=\"{y}\" r=\"{radius}\"{fill}/>")
            };
            let full = circle("l-full", RADIUS - 1, " fill=\"#333\"");
            match stop.mark {
                Mark::NoText => out.push_str(&circle("l-empty", RADIUS - 1, "")),
                Mark::Text => out.push_str(&full),
                Mark::Here => {
                    out.push_str(&circle("l-empty", RADIUS + 2, ""));
                    out.push_str(&circle("l-full", RADIUS - 2, " fill=\"#333\""));
                }
            }
        }
        write!(out, "</g><g class=\"l-words\" fill=\"#111\">")?;
        for label in &labels {
            write_label(out, label, axis + BESIDE, room)?;
        }
        write!(out, "</g></svg>")
    }

    /// What each act did in each way, with the tracks.
    fn nets(&self) -> Vec<Net> {
        let known = |tie: &&Tie| tie.by < self.stops.len() && tie.to < self.stops.len();
        let mut ends: BTreeMap<(usize, TieKind), Vec<usize>> = BTreeMap::new();
        for tie in self.ties.iter().filter(known) {
            ends.entry((tie.by, tie.kind)).or_default().push(tie.to);
        }
        let mut nets: Vec<Net> = ends.into_iter().map(|((by, kind), to)| Net { by, kind, to, track: 0 }).collect();
        nets.sort_by_key(|net| {
            let (first, last) = net.span();
            (last - first, first, net.kind)
        });
        let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
        for net in &mut nets {
            let (first, last) = net.span();
            let is_free = |track: &Vec<(usize, usize)>| track.iter().all(|(from, to)| last < *from || *to < first);
            net.track = taken.iter().position(is_free).unwrap_or(taken.len());
            if net.track == taken.len() {
                taken.push(Vec::new());
            }
            taken[net.track].push((first, last));
        }
        nets
    }

    /// The words, the middle of each mark, and the height of all.
    fn lay_out(&self, nets: &[Net], room: i32) -> (Vec<Label>, Vec<i32>, i32) {
        let (mut labels, mut marks, mut y) = (Vec::new(), Vec::new(), 2);
        let mut arrivals: BTreeMap<usize, usize> = BTreeMap::new();
        for to in nets.iter().flat_map(|net| &net.to) {
            *arrivals.entry(*to).or_default() += 1;
        }
        for (index, stop) in self.stops.iter().enumerate() {
            if let Some(gap) = &stop.gap {
                y = label(&mut labels, ("l-gap", gap), SMALL, y, room) + SPACE;
            }
            let mark = y + pixels(STRONG.size) - RADIUS;
            marks.push(mark);
            y = label(&mut labels, ("l-when", &stop.when), STRONG, y, room);
            y = label(&mut labels, ("l-name", &stop.name), TEXT, y, room);
            for note in &stop.notes {
                y = label(&mut labels, ("l-note", note), SMALL, y, room);
            }
            let lines = times(arrivals.get(&index).copied().unwrap_or(0));
            y = y.max(mark + RADIUS + PORT * (lines + 1)) + SPACE;
        }
        (labels, marks, (y - SPACE + RADIUS).max(1))
    }

    fn write_axis(&self, out: &mut String, axis: i32, marks: &[i32]) -> std::fmt::Result {
        write!(out, "<g class=\"l-axis\" stroke=\"#333\" stroke-width=\"2\">")?;
        for (ends, stop) in marks.windows(2).zip(self.stops.iter().skip(1)) {
            let dots = if stop.gap.is_some() { " class=\"l-break\" stroke-dasharray=\"2 6\"" } else { "" };
            write!(out, "<path{dots} d=\"M {axis} {} V {}\"/>", ends[0], ends[1])?;
        }
        write!(out, "</g>")
    }
}

/// Puts words on the picture, their top at `y`; the top of what comes below.
fn label(labels: &mut Vec<Label>, (class, text): (&'static str, &str), face: Face, y: i32, room: i32) -> i32 {
    let lines = wrap(text, face, room.unsigned_abs());
    let below = y + leading(face) * times(lines.len());
    let lines = lines.into_iter().map(|line| (line.text, line.width)).collect();
    labels.push(Label { class, face, y: y + pixels(face.size), lines });
    below
}

fn write_nets(out: &mut String, nets: &[Net], axis: i32, marks: &[i32]) -> std::fmt::Result {
    // The lines that come to a stop stand below each other, those of farther tracks lower: so they cross least.
    let mut order: Vec<&Net> = nets.iter().collect();
    order.sort_by_key(|net| (net.track, net.by));
    let mut ports: BTreeMap<usize, i32> = BTreeMap::new();
    let mut heads = String::new();
    write!(out, "<g class=\"l-ties\" stroke=\"#333\" stroke-width=\"1\">")?;
    for net in order {
        let x = axis - RADIUS - 3 - TRACK * times(net.track) - TRACK / 2;
        let dash = if net.kind == TieKind::Amended { " class=\"l-amended\" stroke-dasharray=\"4 3\"" } else { "" };
        // Two nets of one act leave it at two heights.
        let from = marks[net.by] + if net.kind == TieKind::Amended { -2 } else { 2 };
        let (mut top, mut bottom) = (from, from);
        let mut arms = String::new();
        for to in &net.to {
            let port = ports.entry(*to).or_insert(RADIUS + PORT);
            let y = marks[*to] + *port;
            *port += PORT;
            (top, bottom) = (top.min(y), bottom.max(y));
            let tip = axis - 1;
            write!(arms, " M {x} {y} H {}", tip - HEAD)?;
            let (upper, lower) = (y - HEAD / 2, y + HEAD / 2);
            write!(heads, "<path d=\"M {tip} {y} L {} {upper} V {lower} Z\"/>", tip - HEAD)?;
        }
        write!(out, "<path{dash} d=\"M {axis} {from} H {x} M {x} {top} V {bottom}{arms}\"/>")?;
    }
    write!(out, "</g><g class=\"l-heads\" fill=\"#333\">{heads}</g>")
}

fn write_label(out: &mut String, label: &Label, x: i32, room: i32) -> std::fmt::Result {
    let weight = if label.face.weight == Weight::Bold { " font-weight=\"bold\"" } else { "" };
    write!(out, "<text class=\"{}\" font-size=\"{}\"{weight}>", label.class, label.face.size)?;
    for (index, (text, width)) in label.lines.iter().enumerate() {
        let y = label.y + leading(label.face) * times(index);
        let length = held(*width, label.face, room);
        let length = length.map(|length| format!(" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\""));
        write!(out, "<tspan x=\"{x}\" y=\"{y}\"{}>{}</tspan>", length.unwrap_or_default(), escape(text))?;
    }
    write!(out, "</text>")
}
