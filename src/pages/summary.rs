//! The summary of a regulation: what everybody asks for.

use super::frame::Frame;
use super::labels::Labels;
use super::view::{Fact, PassportRow, Summary, TermRow};
use crate::model::Regulation;

/// The summary without what the blocks know: the sums, the refusals.
pub(super) fn summary(frame: &Frame<'_>, labels: &Labels<'_>, regulation: &Regulation) -> Summary {
    let rows = regulation.passport.iter().map(|(field, facts)| PassportRow {
        key: field.as_str().to_owned(),
        stated: facts.iter().any(|fact| !fact.refers),
        facts: merged(facts.iter().map(|fact| {
            // A table says it in its cells: only the place is named.
            let words = Some(frame.words(&fact.text)).filter(|_| !fact.text.words.is_empty());
            let (words, see) = if fact.refers { (None, words) } else { (words, None) };
            Fact { words, see, at: vec![labels.link(frame, &fact.at)], channels: fact.channels.clone() }
        })),
    });
    let terms = regulation.terms.iter().map(|term| TermRow {
        kind: term.kind,
        words: frame.words(&term.words),
        at: labels.link(frame, &term.at),
        channels: term.channels.clone(),
        case: term.case.as_ref().map(|case| frame.words(case)),
    });
    Summary { rows: rows.collect(), terms: terms.collect(), sums: Vec::new(), refused: Vec::new() }
}

/// Statements of which each stands once, with all places and channels that have the same words.
fn merged(facts: impl Iterator<Item = Fact>) -> Vec<Fact> {
    let mut once: Vec<Fact> = Vec::new();
    for fact in facts {
        let is_same = |known: &&mut Fact| {
            (&known.words, &known.see) == (&fact.words, &fact.see)
                && known.channels.is_empty() == fact.channels.is_empty()
        };
        match once.iter_mut().find(is_same) {
            Some(known) => {
                known.at.extend(fact.at);
                let new = fact.channels.into_iter().filter(|channel| !known.channels.contains(channel));
                known.channels.extend(new.collect::<Vec<_>>());
            }
            None => once.push(fact),
        }
    }
    once
}
