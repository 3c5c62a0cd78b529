//! What several test files need: the binary as its users start it (`binary`), random cases (`drawn`), projects and
//! sites (`folders`), a strict reader of diagrams (`picture`) and what it finds in sites (`diagrams`).

#![allow(dead_code, reason = "each file of tests is a program of its own, and uses its part of this")]

pub mod binary;
pub mod diagrams;
pub mod drawn;
pub mod folders;
pub mod picture;
