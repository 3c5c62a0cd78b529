//! From pairs of words to entries that one can read.

use std::ops::Range;

use super::align::{Pairing, Partner};
use super::encoding::Encoding;
use super::words::Side;
use super::{Collation, Displacement, Missing, Moved, Surplus};

/// Puts neighbouring words of one fate together and counts letters.
pub(super) fn report(text: &Side, encoding: &Encoding, pairing: &Pairing) -> Collation {
    let reporter = Reporter { text, encoding, pairing, expected: pairing.expected() };
    let letters = count(text, |_| true);
    let lacking = count(text, |index| pairing.source[index] == Partner::Nobody);
    let encoded = count(&encoding.side, |_| true);
    let extra = count(&encoding.side, |index| pairing.encoding[index] == Partner::Nobody);
    Collation {
        missing: reporter.missing(),
        surplus: reporter.surplus(),
        moved: reporter.moved(),
        recall: share(letters - lacking, letters),
        precision: share(encoded - extra, encoded),
        letters,
    }
}

/// The letters of some words.
fn count(side: &Side, is_counted: impl Fn(usize) -> bool) -> usize {
    side.words.iter().enumerate().filter(|(index, _)| is_counted(*index)).map(|(_, word)| word.letters).sum()
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { number(part) / number(whole) }
}

struct Reporter<'a> {
    text: &'a Side,
    encoding: &'a Encoding,
    pairing: &'a Pairing,
    expected: Vec<usize>,
}

impl Reporter<'_> {
    fn missing(&self) -> Vec<Missing> {
        let fate = |index: usize| (self.pairing.source[index] == Partner::Nobody).then_some(());
        runs(self.pairing.source.len(), fate)
            .into_iter()
            .map(|(run, ())| {
                let expected = self.expected[run.start];
                Missing {
                    line: self.text.at(run.start),
                    words: self.text.printed(run.start, run.end),
                    near: self.near(&run).map(|word| self.place(word)),
                    redacted: self.encoding.withheld.contains(&expected),
                }
            })
            .collect()
    }

    /// The word of the encoding next to which a run of the text should stand.
    fn near(&self, run: &Range<usize>) -> Option<usize> {
        let here = |partner: &Partner| match partner {
            Partner::Here(index) => Some(*index),
            Partner::Nobody | Partner::Elsewhere(_) => None,
        };
        let partners = &self.pairing.source;
        let before = partners[..run.start].iter().rev().find_map(here);
        before.or_else(|| partners[run.end..].iter().find_map(here))
    }

    fn surplus(&self) -> Vec<Surplus> {
        let side = &self.encoding.side;
        let fate = |index: usize| (self.pairing.encoding[index] == Partner::Nobody).then(|| side.at(index));
        runs(side.words.len(), fate)
            .into_iter()
            .map(|(run, _)| Surplus { place: self.place(run.start), words: side.printed(run.start, run.end) })
            .collect()
    }

    fn moved(&self) -> Vec<Moved> {
        let displacements = self.displacements();
        let fate = |index: usize| match self.pairing.source[index] {
            Partner::Elsewhere(partner) => Some((displacements[index], self.encoding.side.at(partner))),
            Partner::Nobody | Partner::Here(_) => None,
        };
        runs(self.text.words.len(), fate)
            .into_iter()
            .map(|(run, (displacement, place))| Moved {
                line: self.text.at(run.start),
                place: self.encoding.places[place].clone(),
                words: self.text.printed(run.start, run.end),
                displacement,
            })
            .collect()
    }

    /// For each word of the text, whether it and all behind it in its line are moved.
    fn displacements(&self) -> Vec<Displacement> {
        let mut displacements = vec![Displacement::Order; self.text.words.len()];
        let mut line = None;
        let mut is_end = true;
        for index in (0..displacements.len()).rev() {
            let own = Some(self.text.at(index));
            is_end = (is_end || own != line) && matches!(self.pairing.source[index], Partner::Elsewhere(_));
            line = own;
            if is_end {
                displacements[index] = Displacement::Link;
            }
        }
        displacements
    }

    fn place(&self, word: usize) -> super::Place {
        self.encoding.places[self.encoding.side.at(word)].clone()
    }
}

/// The longest runs of words of the same fate; `None` is no fate.
fn runs<F: PartialEq>(length: usize, fate: impl Fn(usize) -> Option<F>) -> Vec<(Range<usize>, F)> {
    let mut runs: Vec<(Range<usize>, F)> = Vec::new();
    for index in 0..length {
        let Some(own) = fate(index) else { continue };
        match runs.last_mut() {
            Some((run, last)) if run.end == index && *last == own => run.end = index + 1,
            _ => runs.push((index..index + 1, own)),
        }
    }
    runs
}
