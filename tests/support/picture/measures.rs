//! What can be counted of a picture, for people to compare.

use std::collections::BTreeSet;

use super::Picture;
use super::geometry::{PX, Rect};

/// Figures of a picture. Whatever several lines have in common counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measures {
    /// Points where two lines cross, joins and stems included.
    pub crossings: usize,
    /// Corners of arrows.
    pub bends: usize,
    /// All that is drawn of arrows, joins and stems, in pixels.
    pub length: i32,
    /// Of the picture, in pixels.
    pub width: i32,
    pub height: i32,
}

impl Picture {
    /// Counts. Of a picture with faults the figures mean nothing.
    pub fn measures(&self) -> Measures {
        Measures {
            crossings: self.crossings(),
            bends: self.lines.iter().flat_map(super::faults::corners).collect::<BTreeSet<_>>().len(),
            length: self.length() / PX,
            width: self.width / PX,
            height: self.height / PX,
        }
    }

    /// Lines that run together cross a third one in one point; so points are counted.
    fn crossings(&self) -> usize {
        let areas: Vec<Rect> = self.lines.iter().map(|line| Rect::around(&line.points)).collect();
        let mut points = BTreeSet::new();
        for (place, line) in self.lines.iter().enumerate() {
            let others = areas[..place].iter().zip(&self.lines);
            for (_, other) in others.filter(|(area, _)| area.touches(&areas[place])) {
                let pairs = line.pieces().flat_map(|a| other.pieces().map(move |b| (a, b)));
                points.extend(pairs.filter_map(|(a, b)| a.crossing(&b)));
            }
        }
        points.len()
    }

    /// The length of what the pieces cover together, on each track from left to right or from above to below.
    fn length(&self) -> i32 {
        let pieces = self.lines.iter().flat_map(super::Line::pieces);
        let mut stretches: Vec<(bool, i32, i32, i32)> = pieces
            .map(|piece| {
                let Rect { left, top, right, bottom } = piece.area();
                if piece.way().is_level() { (true, top, left, right) } else { (false, left, top, bottom) }
            })
            .collect();
        stretches.sort_unstable();
        let (mut length, mut covered) = (0, (false, 0, i32::MIN));
        for (level, track, begin, end) in stretches {
            let (of, on, until) = covered;
            let begin = if (of, on) == (level, track) { begin.max(until) } else { begin };
            length += (end - begin).max(0);
            covered = (level, track, end.max(begin));
        }
        length
    }
}
