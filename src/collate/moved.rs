//! Pairs words that stand elsewhere in the same neighbourhood.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::align::{Pairing, Partner};
use super::words::Word;

/// So many words from where it is expected, a word is still in its neighbourhood: some eight lines.
const NEIGHBOURHOOD: usize = 80;

/// The words of one side that have no partner, by form and by where they stand in the encoding.
pub(super) struct Nearby {
    by_form: BTreeMap<usize, BTreeSet<(usize, usize)>>,
}

impl Nearby {
    /// Of a side; `at` tells where in the encoding a word stands or is expected.
    pub(super) fn new(words: &[Word], partners: &[Partner], at: impl Fn(usize) -> usize) -> Self {
        let mut by_form: BTreeMap<usize, BTreeSet<(usize, usize)>> = BTreeMap::new();
        for (index, word) in words.iter().enumerate().filter(|(index, _)| partners[*index] == Partner::Nobody) {
            by_form.entry(word.form).or_default().insert((at(index), index));
        }
        Self { by_form }
    }

    /// The words of a form around a point of the encoding: where they stand, and their index.
    fn around(&self, form: usize, point: usize) -> impl Iterator<Item = (usize, usize)> {
        let range = (point.saturating_sub(NEIGHBOURHOOD), 0)..=(point + NEIGHBOURHOOD, usize::MAX);
        self.by_form.get(&form).into_iter().flat_map(move |words| words.range(range.clone())).copied()
    }

    /// The nearest word of a form around a point that is still without a partner.
    pub(super) fn nearest(&self, form: usize, point: usize, partners: &[Partner]) -> Option<usize> {
        self.around(form, point)
            .filter(|(_, index)| partners[*index] == Partner::Nobody)
            .min_by_key(|(at, index)| (at.abs_diff(point), *index))
            .map(|(_, index)| index)
    }
}

/// Two runs of equal words without partners; the order is that in which they are paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    letters: Reverse<usize>,
    distance: usize,
    source: usize,
    encoding: usize,
}

/// Pairs words without a partner with the same words nearby: long runs before short ones, near ones before far ones.
pub(super) fn pair_moved(source: &[Word], encoding: &[Word], pairing: &mut Pairing) {
    let expected = pairing.expected();
    let nearby = Nearby::new(encoding, &pairing.encoding, |index| index);
    let candidate = |i: usize, j: usize, pairing: &Pairing| {
        let run = &source[i..i + common(source, encoding, (i, j), pairing)];
        let letters = Reverse(run.iter().map(|word| word.letters).sum());
        Candidate { letters, distance: expected[i].abs_diff(j), source: i, encoding: j }
    };
    let mut queue = BTreeSet::new();
    for (i, word) in source.iter().enumerate().filter(|(i, _)| pairing.source[*i] == Partner::Nobody) {
        queue.extend(nearby.around(word.form, expected[i]).map(|(_, j)| candidate(i, j, pairing)));
    }
    while let Some(best) = queue.pop_first() {
        let (i, j) = (best.source, best.encoding);
        let now = candidate(i, j, pairing);
        if now.letters == best.letters {
            for step in 0..common(source, encoding, (i, j), pairing) {
                pairing.source[i + step] = Partner::Elsewhere(j + step);
                pairing.encoding[j + step] = Partner::Elsewhere(i + step);
            }
        } else if now.letters < Reverse(0) {
            // A longer run took its end; the rest waits its turn.
            queue.insert(now);
        }
    }
}

/// How many words without a partner are equal from here on.
fn common(source: &[Word], encoding: &[Word], (i, j): (usize, usize), pairing: &Pairing) -> usize {
    let own = source[i..].iter().zip(&pairing.source[i..]);
    let other = encoding[j..].iter().zip(&pairing.encoding[j..]);
    own.zip(other)
        .take(NEIGHBOURHOOD)
        .take_while(|((a, mine), (b, yours))| {
            a.form == b.form && **mine == Partner::Nobody && **yours == Partner::Nobody
        })
        .count()
}

/// Of two neighbouring runs that changed places, either may be called moved: it is the one that ends the line, for
/// there extraction leaves the words of a hyperlink.
pub(super) fn prefer_line_ends(source: &[Word], pairing: &mut Pairing) {
    let mut start = 0;
    for line in source.chunk_by(|a, b| a.piece == b.piece) {
        let end = start + line.len();
        let mut i = start;
        while i < end {
            let run = i..i + displaced(&pairing.source[i..end]);
            if run.is_empty() {
                i += 1;
                continue;
            }
            if stands_just_before(&pairing.source[run.end..end], pairing.source[i]) {
                relabel(pairing, run.clone(), Partner::Here);
                relabel(pairing, run.end..end, Partner::Elsewhere);
            }
            i = run.end;
        }
        start = end;
    }
}

/// The length of the moved run that begins here: words whose partners are neighbours too.
fn displaced(partners: &[Partner]) -> usize {
    let Some(Partner::Elsewhere(first)) = partners.first() else { return 0 };
    partners.iter().enumerate().take_while(|(step, partner)| **partner == Partner::Elsewhere(first + step)).count()
}

/// Whether all these words have partners, and those stand before that of another word, the last of them next to it.
fn stands_just_before(partners: &[Partner], other: Partner) -> bool {
    let indices: Option<Vec<usize>> = partners.iter().map(|partner| partner.index()).collect();
    let last = indices.and_then(|indices| indices.into_iter().max());
    last.is_some_and(|last| Some(last + 1) == other.index())
}

fn relabel(pairing: &mut Pairing, run: std::ops::Range<usize>, label: fn(usize) -> Partner) {
    for i in run {
        if let Some(j) = pairing.source[i].index() {
            pairing.source[i] = label(j);
            pairing.encoding[j] = label(i);
        }
    }
}
