//! The checked values: what is left when every name is known, every quotation found and every date real.
//!
//! No `Option` here stands for something that checking could have removed: it means that the act does not say, or that
//! nobody knows. Texts are bilingual ([`Text`](crate::lang::Text)); places in a text are its anchors (`p7.1`).

mod act;
mod length;
mod process;
mod registers;
mod regulation;
mod site;
mod text;

pub use act::{Act, ActRef, Dated, Effect, OtherAct, Provenance, Publication, Registration, Relation};
pub use length::Length;
pub use process::{
    About, Arrow, Binds, Doers, Fork, Form, Lane, LaneOf, LanePlace, Limit, Link, Measure, Mode, Next, Origin, Process,
    Scope, Step, Sure, Target,
};
pub use registers::{Body, Corpus, Place, Service, ServiceRelation, Term, Today, Topic};
pub use regulation::{Fact, FixedPair, OverallTerm, Participant, PassportField, Regulation, Restated};
pub use site::{Prose, Site};
pub use text::{
    AddressEntry, AddressList, Amendment, Before, CellPlace, CellState, Node, NodeKind, Reference, Slip, Table,
    TableShape, walk,
};
