//! Pairs the words of both sides in their order.

use std::cmp::Reverse;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::chain::longest_chain;
use super::words::{Opening, Word};

/// A stretch of at most so many words, both sides together, is aligned exactly; the time grows with their square.
const EXACT_WORDS: usize = 6_000;

/// A longer one is cut at phrases of so many words that both sides share.
const PHRASES: [usize; 5] = [16, 12, 8, 5, 3];

/// A run without a partner is shifted by at most so many words.
const FARTHEST_SHIFT: usize = 400;

/// What a word of one side is paired with on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Partner {
    /// Nothing.
    Nobody,
    /// The word of this index, in order; of a word in pieces or glued to another, the first.
    Here(usize),
    /// The word of this index, out of order.
    Elsewhere(usize),
}

impl Partner {
    /// The index of the word, in order or not.
    pub(super) fn index(self) -> Option<usize> {
        match self {
            Self::Nobody => None,
            Self::Here(index) | Self::Elsewhere(index) => Some(index),
        }
    }
}

/// Which word of one side is which of the other.
#[derive(Debug, Clone)]
pub(super) struct Pairing {
    /// The partners of the source's words.
    pub source: Vec<Partner>,
    /// The partners of the encoding's words.
    pub encoding: Vec<Partner>,
}

impl Pairing {
    /// For each word of the source, where in the encoding it is expected: behind the partner of the last word before it
    /// that has one in order.
    pub(super) fn expected(&self) -> Vec<usize> {
        let mut next = 0;
        let mut expected = Vec::with_capacity(self.source.len());
        for partner in &self.source {
            expected.push(next);
            if let Partner::Here(index) = partner {
                next = index + 1;
            }
        }
        expected
    }
}

/// Aligns both sides.
pub(super) fn align(source: &[Word], encoding: &[Word]) -> Pairing {
    let own: Vec<usize> = source.iter().map(|word| word.form).collect();
    let other: Vec<usize> = encoding.iter().map(|word| word.form).collect();
    let mut pairing =
        Pairing { source: vec![Partner::Nobody; own.len()], encoding: vec![Partner::Nobody; other.len()] };
    align_stretch(&own, &other, &Stretch { left: 0..own.len(), right: 0..other.len() }, &PHRASES, &mut pairing);
    settle(source, encoding, &mut pairing.source, &mut pairing.encoding);
    settle(encoding, source, &mut pairing.encoding, &mut pairing.source);
    pairing
}

/// A stretch of both sides.
struct Stretch {
    left: Range<usize>,
    right: Range<usize>,
}

/// Aligns a stretch: exactly where it is short, else between the phrases that both sides share, from long ones to short
/// ones. Counted anew in each stretch, a phrase that is everywhere in the act may be rare.
fn align_stretch(own: &[usize], other: &[usize], stretch: &Stretch, phrases: &[usize], pairing: &mut Pairing) {
    let (left, right) = (&own[stretch.left.clone()], &other[stretch.right.clone()]);
    if left.is_empty() || right.is_empty() {
        return;
    }
    if left.len() + right.len() <= EXACT_WORDS {
        return pair_equal(Algorithm::RawMyers, (left, right), stretch, pairing);
    }
    let [length, shorter @ ..] = phrases else {
        return pair_equal(Algorithm::Myers, (left, right), stretch, pairing);
    };
    let mut open = Stretch { left: stretch.left.clone(), right: stretch.right.clone() };
    for (i, j) in longest_chain(left, right, *length) {
        let (i, j) = (stretch.left.start + i, stretch.right.start + j);
        pairing.source[i] = Partner::Here(j);
        pairing.encoding[j] = Partner::Here(i);
        let between = Stretch { left: open.left.start..i, right: open.right.start..j };
        align_stretch(own, other, &between, shorter, pairing);
        (open.left.start, open.right.start) = (i + 1, j + 1);
    }
    align_stretch(own, other, &open, shorter, pairing);
}

fn pair_equal(algorithm: Algorithm, (left, right): (&[usize], &[usize]), stretch: &Stretch, pairing: &mut Pairing) {
    for op in capture_diff_slices(algorithm, left, right) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for step in 0..len {
                let (i, j) = (stretch.left.start + old_index + step, stretch.right.start + new_index + step);
                pairing.source[i] = Partner::Here(j);
                pairing.encoding[j] = Partner::Here(i);
            }
        }
    }
}

/// Shifts each run without a partner to where a paragraph begins on both sides, or else a sentence, as far as equal words
/// before or behind it allow: of `a [b a] b` and `[a b] a b` the second reads as what was left out.
fn settle(words: &[Word], others: &[Word], own: &mut [Partner], other: &mut [Partner]) {
    let mut start = 0;
    while start < words.len() {
        if own[start] != Partner::Nobody {
            start += 1;
            continue;
        }
        let length = own[start..].iter().take_while(|partner| **partner == Partner::Nobody).count();
        let run = start..start + length;
        let (up, down) = room(words, own, &run);
        let begins = |target: usize| {
            // What follows the run once it stands there.
            let next = own.get(if target < start { target } else { target + length });
            let opens =
                next.and_then(|partner| partner.index()).map_or(Opening::Paragraph, |index| others[index].opens);
            words[target].opens as usize + opens as usize
        };
        let target = (start - up..=start + down)
            .max_by_key(|target| (begins(*target), Reverse(target.abs_diff(start))))
            .unwrap_or(start);
        shift(own, other, &run, target);
        start = run.end.max(target + length);
    }
}

/// By how many words a run may be shifted up and down.
fn room(words: &[Word], own: &[Partner], run: &Range<usize>) -> (usize, usize) {
    let is_free = |index: usize| matches!(own[index], Partner::Here(_));
    let up = (1..=run.start.min(FARTHEST_SHIFT))
        .take_while(|step| is_free(run.start - step) && words[run.start - step].form == words[run.end - step].form)
        .count();
    let down = (0..(words.len() - run.end).min(FARTHEST_SHIFT))
        .take_while(|step| is_free(run.end + step) && words[run.end + step].form == words[run.start + step].form)
        .count();
    (up, down)
}

/// Moves a run without a partner; the words that it passes over hand their partners to the equal words behind it.
fn shift(own: &mut [Partner], other: &mut [Partner], run: &Range<usize>, target: usize) {
    let mut hand_over = |from: usize, to: usize| {
        if let Partner::Here(partner) = own[from] {
            own[to] = Partner::Here(partner);
            own[from] = Partner::Nobody;
            other[partner] = Partner::Here(to);
        }
    };
    for step in 1..=run.start.saturating_sub(target) {
        hand_over(run.start - step, run.end - step);
    }
    for step in 0..target.saturating_sub(run.start) {
        hand_over(run.end + step, run.start + step);
    }
}
