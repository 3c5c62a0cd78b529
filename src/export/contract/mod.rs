//! The data contract as structs. Field order is the order in the files. `null` means that the act does not say, or
//! that nobody knows.

mod act;
pub mod difference;
mod index;
mod process;
mod regulation;
mod text;

pub use act::{Act, ActName, Effect, OtherAct, Publication, Registration, Relation, Source, State, Status};
pub use difference::Difference;
pub use index::{Index, IndexAct, IndexPlace, IndexService, Today};
pub use process::{Arrow, Doers, Fork, Lane, LanePlace, Limit, Link, Pair, Process, ProcessForm, Scope, Step, Sure};
pub use regulation::{About, Edition, Fact, FixedPair, Participant, Passport, Regulation, Restates, Term};
pub use text::{AddressEntry, Addresses, AmendingAct, Amendment, Definition, Finding, Node, Slip, Text, Translated};
