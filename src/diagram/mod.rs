//! Swimlane diagrams: from the steps of a telling to a picture.

pub mod text;
