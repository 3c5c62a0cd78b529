//! What leads where: nothing stands alone, and twins stand together.

use std::collections::BTreeSet;

use super::super::{Faults, Figure, Kind, Picture, Stroke};
use super::ends::Ends;

/// The lines at a shape.
#[derive(Debug, Clone, Default)]
struct Around {
    arrows_in: usize,
    arrows_out: usize,
    stems_in: usize,
    stems_out: usize,
}

/// Holds the picture against what its lines begin and end on, which is given for each of them.
pub fn check(picture: &Picture, ends: &[Ends], faults: &mut Faults) {
    let mut around = vec![Around::default(); picture.shapes.len()];
    for (line, ends) in picture.lines.iter().zip(ends) {
        match line.stroke {
            Stroke::Arrow { .. } => {
                around[ends.from].arrows_out += 1;
                around[ends.to].arrows_in += 1;
            }
            Stroke::Stem => {
                around[ends.from].stems_out += 1;
                around[ends.to].stems_in += 1;
            }
            Stroke::Join => {}
        }
    }
    for (shape, around) in picture.shapes.iter().zip(&around) {
        let at = shape.area.centre();
        let reached = around.arrows_in > 0;
        let left = around.arrows_out + around.stems_out > 0;
        let (must_be_reached, must_be_left, may_be_reached, may_be_left) = match shape.figure {
            Figure::Step { twin: false } => (true, true, true, true),
            Figure::Step { twin: true } => (false, false, true, true),
            Figure::Begin => (false, true, false, true),
            Figure::End => (true, false, true, false),
            Figure::Unknown => (!left, !reached, true, true),
            Figure::Choice => {
                if around.stems_in != 1 || around.arrows_out < 2 {
                    let words = format!("a choice with {} stems and {} ways out", around.stems_in, around.arrows_out);
                    faults.add(Kind::Choice, at, words);
                }
                continue;
            }
        };
        let name = shape.name();
        if must_be_reached && !reached && !shape.loose {
            faults.add(Kind::Unreached, at, format!("nothing leads to the {name}"));
        }
        if must_be_left && !left && !shape.loose {
            faults.add(Kind::DeadEnd, at, format!("nothing leads on from the {name}"));
        }
        if reached && !may_be_reached || left && !may_be_left {
            faults.add(Kind::LooseEnd, at, format!("an arrow the wrong way at the {name}"));
        }
    }
    check_twins(picture, ends, faults);
}

/// Boxes that are joined to each other are one step: one of them is no twin, and each stands in a strip of its own.
fn check_twins(picture: &Picture, ends: &[Ends], faults: &mut Faults) {
    let mut groups: Vec<usize> = (0..picture.shapes.len()).collect();
    for (_, ends) in picture.lines.iter().zip(ends).filter(|(line, _)| line.stroke == Stroke::Join) {
        let (kept, dropped) = (groups[ends.from], groups[ends.to]);
        groups.iter_mut().filter(|group| **group == dropped).for_each(|group| *group = kept);
    }
    for group in 0..groups.len() {
        let members = || picture.shapes.iter().zip(&groups).filter(|(_, of)| **of == group).map(|(shape, _)| shape);
        let count = members().filter(|shape| shape.is_step()).count();
        let own = members().filter(|shape| shape.figure == Figure::Step { twin: false }).count();
        let Some(first) = members().next().filter(|_| count > 0) else { continue };
        let lanes: BTreeSet<Option<usize>> = members().map(|shape| picture.lane_of(&shape.area)).collect();
        let at = first.area.centre();
        if own != 1 {
            faults.add(Kind::Twins, at, format!("{count} boxes are one step, and {own} of them are no twins"));
        }
        if lanes.len() != count {
            faults.add(Kind::Twins, at, format!("{count} boxes of one step are in {} strips", lanes.len()));
        }
    }
}
