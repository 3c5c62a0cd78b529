//! Versions of a regulation by what is typed behind its name: one of its editions (`…@4-886`, `…@original`), or the one that held
//! on a day (`…@2014-08-01`).
//!
//! Which edition held on a day is answered only where the text decides it:
//!
//! 1. The act must have been in force by then (`in_force`, else `effect`), and no act repealed it yet.
//! 2. An amending act has done its work from the day on which it takes effect; before it was signed it has not. Where the
//!    day of effect is unknown, nothing decides what held from the signing on.

use jiff::civil::Date;

use super::Catalog;
use super::editions::{Edition, ORIGINAL, editions};
use crate::model::{Act, ActRef, Dated, Effect, Regulation};

/// A version of a regulation.
#[derive(Debug, Clone)]
pub struct Version<'a> {
    /// The act.
    pub act: &'a Act,
    /// The regulation as it is encoded.
    pub of: &'a Regulation,
    /// The edition: the newest one where the name is of none.
    pub edition: Edition<'a>,
}

/// Why a name leads to no version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionError {
    /// The regulation has no edition of this name.
    UnknownEdition {
        /// The regulation.
        regulation: String,
        /// The name of the edition.
        edition: String,
        /// The editions that it has, the oldest first.
        known: Vec<String>,
    },
    /// No edition held on this day.
    NoneHeld {
        /// The regulation.
        regulation: String,
        /// The day.
        on: Date,
        /// Why not.
        why: NoneHeld,
    },
    /// The text does not decide which edition held on this day.
    Undecided {
        /// The regulation.
        regulation: String,
        /// The day.
        on: Date,
        /// The number of the act of which it is not known since when it has effect.
        act: String,
    },
}

/// Why no edition held on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoneHeld {
    /// The act was not signed yet, or not in force.
    NotYet,
    /// It was repealed.
    Repealed,
}

impl Version<'_> {
    /// The name by which it is found again.
    pub fn name(&self) -> String {
        format!("{}@{}", self.of.id(), self.edition.maker.name)
    }
}

impl VersionError {
    /// The message that tells it, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::UnknownEdition { regulation, edition, known } => (
                "version-no-edition",
                vec![("name", regulation.clone()), ("edition", edition.clone()), ("known", known.join(", "))],
            ),
            Self::NoneHeld { regulation, on, why } => {
                let why = match why {
                    NoneHeld::NotYet => "not-yet",
                    NoneHeld::Repealed => "repealed",
                };
                let on = ("day", on.to_string());
                ("version-none-held", vec![("name", regulation.clone()), on, ("why", why.to_owned())])
            }
            Self::Undecided { regulation, on, act } => {
                let args = vec![("name", regulation.clone()), ("day", on.to_string()), ("number", act.clone())];
                ("version-undecided", args)
            }
        }
    }
}

/// A version of a regulation: the edition of a name, that which held on a day, or the newest one.
///
/// # Errors
/// There is no such edition, or the text does not decide which one held.
pub fn find_edition<'a>(
    catalog: &Catalog<'a>,
    act: &'a Act,
    of: &'a Regulation,
    edition: Option<&str>,
) -> Result<Version<'a>, VersionError> {
    let mut found = editions(catalog, act, of);
    let at = match edition {
        None => found.len().saturating_sub(1),
        Some(edition) => match found.iter().position(|known| known.maker.name == edition) {
            Some(at) => at,
            None => match edition.parse::<Date>() {
                Ok(on) => held_on(catalog, act, of, &found, on)?,
                Err(_) => return Err(unknown_edition(of, edition, &found)),
            },
        },
    };
    if at >= found.len() {
        return Err(unknown_edition(of, edition.unwrap_or(ORIGINAL), &found));
    }
    Ok(Version { act, of, edition: found.swap_remove(at) })
}

fn unknown_edition(of: &Regulation, edition: &str, found: &[Edition<'_>]) -> VersionError {
    let known = found.iter().map(|known| known.maker.name.clone()).collect();
    VersionError::UnknownEdition { regulation: of.id(), edition: edition.to_owned(), known }
}

/// Index of the edition that held on a day.
fn held_on(
    catalog: &Catalog<'_>,
    act: &Act,
    of: &Regulation,
    found: &[Edition<'_>],
    on: Date,
) -> Result<usize, VersionError> {
    let none = |why| VersionError::NoneHeld { regulation: of.id(), on, why };
    let undecided = |act: &ActRef| VersionError::Undecided { regulation: of.id(), on, act: act.number.clone() };
    let starts = [act.in_force.as_ref(), act.effect.as_ref()].into_iter().flatten();
    let start = starts.map(|effect| effect.from).find(|from| from.day().is_some()).unwrap_or(Dated::Unknown);
    match works(act.signed, start, on) {
        Some(true) => {}
        Some(false) => return Err(none(NoneHeld::NotYet)),
        None => return Err(undecided(&act.name)),
    }
    if let Some(repeal) = &act.repealed {
        match works(repeal.act.signed, from(repeal.effect.as_ref()), on) {
            Some(true) => return Err(none(NoneHeld::Repealed)),
            Some(false) => {}
            None => return Err(undecided(&repeal.act)),
        }
    }
    let mut held = None;
    for (at, edition) in found.iter().enumerate() {
        let Some(by) = &edition.maker.act else {
            held = Some(at);
            continue;
        };
        match works(by.signed, effect_of(catalog, act, &by.id), on) {
            Some(true) => held = Some(at),
            Some(false) => {}
            None => return Err(undecided(by)),
        }
    }
    held.ok_or_else(|| none(NoneHeld::NotYet))
}

/// Whether an act that was signed then and has effect from then had effect on a day; `None` = nothing decides it.
fn works(signed: Dated, from: Dated, on: Date) -> Option<bool> {
    match (from.day(), signed.day()) {
        (Some(from), _) => Some(from <= on),
        (None, Some(signed)) if on < signed => Some(false),
        (None, _) => None,
    }
}

/// Since when an amending act has effect, as the text or its own encoding says.
fn effect_of(catalog: &Catalog<'_>, act: &Act, id: &str) -> Dated {
    let other = act.others.iter().find(|other| other.act.id == id).and_then(|other| other.effect.as_ref());
    let own = catalog.act(id).and_then(|act| act.effect.as_ref().or(act.in_force.as_ref()));
    from(other.or(own))
}

fn from(effect: Option<&Effect>) -> Dated {
    effect.map_or(Dated::Unknown, |effect| effect.from)
}
