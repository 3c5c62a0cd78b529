//! The pictures of two tellings, for eyes that compare: boxes are marked by what became of their steps, and who does what the
//! other does has his column in the same place.

use std::collections::BTreeMap;

use super::super::view::MarkedDiagram;
use super::{Sides, kind};
use crate::diagram::{Notation, Part, Phrase, Sketch};
use crate::diff::{StepChange, TellingChange};

/// The width of all boxes, in pixels: columns in the same place of both pictures stand below each other.
const WIDTH: i32 = 232;

/// So many columns of both pictures together find room beside each other on a desk, without letters becoming too small.
const BESIDE: usize = 5;

/// Whether pictures find room beside each other.
pub(super) fn fit_beside(pictures: &[MarkedDiagram]) -> bool {
    pictures.iter().map(|picture| picture.sketch.chart.lanes).sum::<usize>() <= BESIDE
}

/// Which of both sides a picture is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

impl Side {
    fn ids(self, step: &StepChange) -> &[String] {
        match self {
            Self::Old => &step.old,
            Self::New => &step.new,
        }
    }
}

impl Sides<'_, '_> {
    /// The pictures of two tellings. What has no like is on its own page.
    pub(super) fn pictures(&self, index: usize, telling: &TellingChange) -> Vec<MarkedDiagram> {
        if telling.old.is_none() || telling.new.is_none() {
            return Vec::new();
        }
        let [old, new] = [Side::Old, Side::New].map(|side| self.sketch(index, telling, side));
        let order = old.as_ref().zip(new.as_ref()).map(|((_, old), (_, new))| order_of_columns(old, new, telling));
        let new = new.map(|(notation, sketch)| match order {
            Some(order) => (notation, sketch.reordered(&order)),
            None => (notation, sketch),
        });
        [(Side::Old, old), (Side::New, new)]
            .into_iter()
            .filter_map(|(side, drawn)| Some((side, drawn?)))
            .map(|(side, (notation, mut sketch))| {
                self.mark(&mut sketch, telling, side);
                MarkedDiagram { old: side == Side::Old, notation, sketch }
            })
            .collect()
    }

    fn sketch(&self, index: usize, telling: &TellingChange, side: Side) -> Option<(Notation, Sketch)> {
        let (context, name, prefix) = match side {
            Side::Old => (&self.old, &telling.old, "old"),
            Side::New => (&self.new, &telling.new, "new"),
        };
        let picture = context.process(name.as_deref()).and_then(|process| context.picture_of(process))?;
        let sketch = context.sketch(picture, Some(context.labels.page.clone()));
        let widths = Some(vec![WIDTH; sketch.chart.lanes]);
        let sketch = Sketch { id: format!("{prefix}-{}", index + 1), widths, ..sketch };
        Some((Notation::of(&picture.shown()), sketch))
    }

    /// Marks the boxes of steps that changed.
    fn mark(&self, sketch: &mut Sketch, telling: &TellingChange, side: Side) {
        for node in &mut sketch.words.nodes {
            let step = telling.steps.iter().find(|step| side.ids(step).iter().any(|id| is_box_of(&node.anchor, id)));
            let Some(step) = step.filter(|step| !step.is_same()) else { continue };
            let change = kind(step).1;
            node.change = Some(change.to_owned());
            let sign = self.frame.say("comparison-sign", &[("change", change.to_owned())]);
            for blocks in std::iter::once(&mut node.blocks).chain(&mut node.twins) {
                if let Some(number) = blocks.iter_mut().find(|block| block.part == Part::Number) {
                    number.phrase = Phrase { text: format!("{sign} {}", number.phrase.text), ..number.phrase.clone() };
                }
            }
        }
    }
}

/// Whether a box with this anchor is that of a step.
fn is_box_of(anchor: &str, id: &str) -> bool {
    anchor.strip_prefix("s-") == Some(id)
}

/// The columns of the newer picture, each in the place of the older one with which it shares the most paired steps; one that
/// shares none stays behind its neighbour.
fn order_of_columns(old: &Sketch, new: &Sketch, telling: &TellingChange) -> Vec<usize> {
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for step in &telling.steps {
        let columns = |sketch: &Sketch, side: Side| -> Vec<usize> {
            let boxes = sketch.chart.nodes.iter().zip(&sketch.words.nodes);
            let own = boxes.filter(|(_, words)| side.ids(step).iter().any(|id| is_box_of(&words.anchor, id)));
            own.map(|(node, _)| node.lane).collect()
        };
        for to in columns(new, Side::New) {
            for from in columns(old, Side::Old) {
                *shared.entry((to, from)).or_default() += 1;
            }
        }
    }
    let place = |lane: usize| {
        let likes = shared.iter().filter(|((to, _), _)| *to == lane);
        likes.max_by_key(|((_, from), count)| (**count, std::cmp::Reverse(*from))).map(|((_, from), _)| *from)
    };
    let mut before = None;
    let mut places: Vec<(Option<usize>, usize)> = Vec::new();
    for lane in 0..new.chart.lanes {
        before = place(lane).or(before);
        places.push((before, lane));
    }
    places.sort();
    places.into_iter().map(|(_, lane)| lane).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::{Chart, Node, NodeWords, Shape, Words};
    use crate::diff::Change;
    use crate::lang::Lang;

    /// A picture of steps in columns, by name.
    fn picture(columns: &[&str], steps: &[(&str, usize)]) -> Sketch {
        let node = |lane: usize| Node {
            shape: Shape::Procedure,
            lane,
            twins: Vec::new(),
            part: false,
            choice: false,
            ends: Vec::new(),
        };
        let words = |id: &str| NodeWords { anchor: format!("s-{id}"), ..NodeWords::default() };
        let phrase = |name: &&str| Phrase { text: (*name).to_owned(), lang: None };
        Sketch {
            id: "d".to_owned(),
            lang: Lang::Ru,
            page: None,
            widths: None,
            chart: Chart {
                lanes: columns.len(),
                nodes: steps.iter().map(|(_, lane)| node(*lane)).collect(),
                arrows: Vec::new(),
            },
            words: Words {
                lanes: columns.iter().map(phrase).collect(),
                nodes: steps.iter().map(|(id, _)| words(id)).collect(),
                ..Words::default()
            },
        }
    }

    fn telling(pairs: &[(&str, &str)]) -> TellingChange {
        let step = |(old, new): &(&str, &str)| StepChange {
            change: Change::Same,
            old: vec![(*old).to_owned()],
            new: vec![(*new).to_owned()],
            also: Vec::new(),
            fixed: None,
            words: Vec::new(),
        };
        let steps = pairs.iter().map(step).collect();
        TellingChange { old: None, new: None, old_at: None, new_at: None, steps }
    }

    #[test]
    fn who_does_what_the_other_does_has_his_column_in_the_same_place() {
        let old = picture(&["специалист", "руководитель", "комиссия"], &[("p1", 0), ("p2", 1), ("p3", 2), ("p4", 1)]);
        let new = picture(
            &["комиссия", "портал", "начальник", "работник"],
            &[("q1", 3), ("q2", 2), ("q3", 0), ("q4", 2), ("q5", 1)],
        );
        let order = order_of_columns(&old, &new, &telling(&[("p1", "q1"), ("p2", "q2"), ("p3", "q3"), ("p4", "q4")]));
        let new = new.reordered(&order);
        let names: Vec<&str> = new.words.lanes.iter().map(|lane| lane.text.as_str()).collect();
        assert_eq!(
            names,
            ["работник", "начальник", "комиссия", "портал"],
            "who has no like stays behind his neighbour"
        );
        let lanes: Vec<usize> = new.chart.nodes.iter().map(|node| node.lane).collect();
        assert_eq!(lanes, [0, 1, 2, 1, 3]);
    }
}
