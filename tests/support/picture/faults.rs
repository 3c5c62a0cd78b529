//! The rules of the picture, in the order in which they trust each other.

#[path = "faults/course.rs"]
mod course;
#[path = "faults/ends.rs"]
mod ends;
#[path = "faults/families.rs"]
mod families;
#[path = "faults/heads.rs"]
mod heads;
#[path = "faults/places.rs"]
mod places;
#[path = "faults/touching.rs"]
mod touching;

pub use families::corners;

use super::{Fault, Faults, Kind, Picture};

impl Picture {
    /// Everything that is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Faults::default();
        places::check(self, &mut faults);
        let near = touching::check(self, &mut faults);
        let ends = ends::find(self, &mut faults);
        if !faults.any(&[Kind::LooseEnd, Kind::Piece]) {
            heads::check(self, &mut faults);
            families::check(self, &near, &mut faults);
            course::check(self, &ends, &mut faults);
        }
        faults.0
    }
}
