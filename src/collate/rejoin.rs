//! Pairs words that were broken in pieces or glued together.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::{Pairing, Partner};
use super::moved::Nearby;
use super::words::{Lexicon, Word};

/// Words of at most so many letters, paired between two gaps, are looked at again: a letter-spaced `с` may have found
/// a preposition.
const WEAK_LETTERS: usize = 3;

/// A stretch of at most so many letters on both sides is compared letter by letter; the time grows with their product.
const ISLAND_LETTERS: usize = 6_000;

/// A word is put together from at most so many pieces.
const MOST_PIECES: usize = 30;

/// A stretch of both sides.
#[derive(Debug, Clone)]
struct Island {
    source: Range<usize>,
    encoding: Range<usize>,
}

/// Pairs pieces and glued words that stand where they should: between two ends of words that both sides share, the same
/// letters.
pub(super) fn rejoin_in_place(lexicon: &Lexicon, source: &[Word], encoding: &[Word], pairing: &mut Pairing) {
    for island in islands(source, pairing) {
        let (own, other) = (&source[island.source.clone()], &encoding[island.encoding.clone()]);
        let is_open = |partners: &[Partner]| partners.contains(&Partner::Nobody);
        if !is_open(&pairing.source[island.source.clone()])
            || !is_open(&pairing.encoding[island.encoding.clone()])
            || letters(own) + letters(other) > ISLAND_LETTERS
        {
            continue;
        }
        let groups = common_groups(lexicon, own, other);
        let found: usize = groups.iter().map(|group| letters(&own[group.source.clone()])).sum();
        let paired = own.iter().zip(&pairing.source[island.source.clone()]);
        let known: usize =
            paired.filter(|(_, partner)| **partner != Partner::Nobody).map(|(word, _)| word.letters).sum();
        if found > known {
            pair_groups(&island, &groups, pairing);
        }
    }
}

fn letters(words: &[Word]) -> usize {
    words.iter().map(|word| word.letters).sum()
}

/// The stretches between firmly paired words.
fn islands(source: &[Word], pairing: &Pairing) -> Vec<Island> {
    let mut islands = Vec::new();
    let (mut left, mut right) = (0, 0);
    let mut i = 0;
    while i < source.len() {
        let Partner::Here(j) = pairing.source[i] else {
            i += 1;
            continue;
        };
        let length = pairing.source[i..]
            .iter()
            .enumerate()
            .take_while(|(step, partner)| **partner == Partner::Here(j + step))
            .count();
        let is_weak = letters(&source[i..i + length]) <= WEAK_LETTERS;
        if !is_weak {
            islands.push(Island { source: left..i, encoding: right..j });
            (left, right) = (i + length, j + length);
        }
        i += length;
    }
    islands.push(Island { source: left..source.len(), encoding: right..pairing.encoding.len() });
    islands
}

/// The shortest stretches of whole words on both sides that have the same letters.
fn common_groups(lexicon: &Lexicon, own: &[Word], other: &[Word]) -> Vec<Island> {
    let (own_letters, own_ends) = spell(lexicon, own);
    let (other_letters, other_ends) = spell(lexicon, other);
    let mut groups = Vec::new();
    for op in capture_diff_slices(Algorithm::RawMyers, &own_letters, &other_letters) {
        let DiffOp::Equal { old_index, new_index, len } = op else { continue };
        let mut last: Option<(usize, usize)> = None;
        for step in 0..=len {
            let (Some(i), Some(j)) = (own_ends[old_index + step], other_ends[new_index + step]) else { continue };
            if let Some((i0, j0)) = last
                && may_join(&own[i0..i], &other[j0..j])
            {
                groups.push(Island { source: i0..i, encoding: j0..j });
            }
            last = Some((i, j));
        }
    }
    groups
}

/// The letters of some words, and for each letter and the end the index of the word that begins there.
fn spell(lexicon: &Lexicon, words: &[Word]) -> (Vec<char>, Vec<Option<usize>>) {
    let mut spelled = Vec::new();
    let mut starts = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let form = lexicon.letters(word.form);
        spelled.extend_from_slice(form);
        starts.push(Some(index));
        starts.resize(spelled.len(), None);
    }
    starts.push(Some(words.len()));
    (spelled, starts)
}

/// Numbers are never joined or cut, but for a line of spaced digits: «1, 2» is not «12».
fn may_join(own: &[Word], other: &[Word]) -> bool {
    let is_same = own.len() == 1 && other.len() == 1;
    let has_numeral = own.iter().chain(other).any(|word| word.numeral);
    is_same || !has_numeral || own.iter().all(|word| word.spaced)
}

fn pair_groups(island: &Island, groups: &[Island], pairing: &mut Pairing) {
    pairing.source[island.source.clone()].fill(Partner::Nobody);
    pairing.encoding[island.encoding.clone()].fill(Partner::Nobody);
    for group in groups {
        let (i, j) = (island.source.start + group.source.start, island.encoding.start + group.encoding.start);
        pairing.source[i..i + group.source.len()].fill(Partner::Here(j));
        pairing.encoding[j..j + group.encoding.len()].fill(Partner::Here(i));
    }
}

/// Pairs pieces and glued words that stand elsewhere nearby.
pub(super) fn rejoin_nearby(lexicon: &Lexicon, source: &[Word], encoding: &[Word], pairing: &mut Pairing) {
    let expected = pairing.expected();
    let at = |index: usize| expected[index];
    let wholes = Nearby::new(encoding, &pairing.encoding, |index| index);
    let Pairing { source: own, encoding: other } = pairing;
    join_pieces(lexicon, Pieces { words: source, at: &at }, own, &wholes, other);
    let wholes = Nearby::new(source, own, at);
    join_pieces(lexicon, Pieces { words: encoding, at: &|index| index }, other, &wholes, own);
}

/// The side on which words may be in pieces.
#[derive(Clone, Copy)]
struct Pieces<'a> {
    words: &'a [Word],
    /// Where a word is expected in the encoding.
    at: &'a dyn Fn(usize) -> usize,
}

/// Pairs each run of pieces that makes up a word of the other side.
fn join_pieces(lexicon: &Lexicon, pieces: Pieces<'_>, own: &mut [Partner], wholes: &Nearby, other: &mut [Partner]) {
    let mut start = 0;
    while start < pieces.words.len() {
        let open = pieces.words[start..].iter().zip(&own[start..]).take(MOST_PIECES);
        let mut joined = String::new();
        let mut found = None;
        for (index, (word, partner)) in open.enumerate() {
            if *partner != Partner::Nobody || word.numeral {
                break;
            }
            joined.extend(lexicon.letters(word.form));
            let whole = lexicon.find(&joined).filter(|_| index > 0);
            let free = whole.and_then(|form| wholes.nearest(form, (pieces.at)(start), other));
            found = free.map(|whole| (start..start + index + 1, whole)).or(found);
        }
        if let Some((run, whole)) = found {
            other[whole] = Partner::Elsewhere(run.start);
            start = run.end;
            own[run].fill(Partner::Elsewhere(whole));
        } else {
            start += 1;
        }
    }
}
