//! From one text and a difference to the other text: the proof that a difference tells everything.

use super::text::{Head, TextChange, Unit};
use super::words::Mark;

/// That a difference does not belong to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unapplied {
    /// The anchor of the place where it does not fit.
    pub at: String,
}

/// The newer text of the older one.
///
/// # Errors
/// Where the difference was not made from these units.
pub fn apply(old: &[Unit], changes: &[TextChange]) -> Result<Vec<Unit>, Unapplied> {
    other_side(old, changes, |change| (change.old.as_ref(), change.new.as_ref()), [Mark::Gone, Mark::New])
}

/// The older text of the newer one.
///
/// # Errors
/// As [`apply`].
pub fn undo(new: &[Unit], changes: &[TextChange]) -> Result<Vec<Unit>, Unapplied> {
    other_side(new, changes, |change| (change.new.as_ref(), change.old.as_ref()), [Mark::New, Mark::Gone])
}

/// Where a unit stands on the side that is there, and on the one that is made.
type Places<'c> = (Option<&'c (usize, Head)>, Option<&'c (usize, Head)>);

fn other_side(
    there: &[Unit],
    changes: &[TextChange],
    places: fn(&TextChange) -> Places<'_>,
    [theirs, ours]: [Mark; 2],
) -> Result<Vec<Unit>, Unapplied> {
    let mut made: Vec<(usize, Unit)> = Vec::new();
    let mut used = vec![false; there.len()];
    for change in changes {
        let joined = |without: Mark| {
            let pieces = change.words.iter().filter(|piece| piece.mark != without);
            pieces.map(|piece| piece.text.as_str()).collect::<String>()
        };
        let (from, to) = places(change);
        let known = match from {
            None => None,
            Some((index, head)) => {
                let unit = there.get(*index).filter(|unit| unit.head == *head && !used[*index]);
                let unit = unit.filter(|unit| change.words.is_empty() || joined(ours) == unit.text);
                used[*index] = unit.is_some();
                Some(unit.ok_or_else(|| Unapplied { at: head.id.clone() })?)
            }
        };
        if let Some((index, head)) = to {
            let text = match known {
                Some(unit) if change.words.is_empty() => unit.text.clone(),
                _ => joined(theirs),
            };
            made.push((*index, Unit { head: head.clone(), text }));
        }
    }
    if let Some(unit) = used.iter().position(|used| !used).and_then(|left| there.get(left)) {
        return Err(Unapplied { at: unit.head.id.clone() });
    }
    made.sort_by_key(|(index, _)| *index);
    Ok(made.into_iter().map(|(_, unit)| unit).collect())
}
