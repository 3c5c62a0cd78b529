//! The longest chain of phrases that both sides have in the same order: what a long text is cut at, so that what lies
//! between can be aligned exactly.

use std::collections::BTreeMap;

/// A phrase that stands so often on both sides that it makes more pairs than this says little about where one is.
const MOST_PAIRS: usize = 64;

/// The first words of the phrases of `length` words in the longest chain that goes down on both sides, in order.
pub(super) fn longest_chain(own: &[usize], other: &[usize], length: usize) -> Vec<(usize, usize)> {
    let mut phrases: BTreeMap<&[usize], (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (i, phrase) in own.windows(length).enumerate() {
        phrases.entry(phrase).or_default().0.push(i);
    }
    for (j, phrase) in other.windows(length).enumerate() {
        if let Some((_, places)) = phrases.get_mut(phrase) {
            places.push(j);
        }
    }
    let mut pairs: Vec<(usize, usize)> = phrases
        .values()
        .filter(|(left, right)| left.len() * right.len() <= MOST_PAIRS)
        .flat_map(|(left, right)| left.iter().flat_map(|i| right.iter().map(|j| (*i, *j))))
        .collect();
    // Of one word's pairs the lowest comes first, so that no chain takes two of them.
    pairs.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    increasing(&pairs)
}

/// The longest run of pairs, not all neighbours, whose second numbers increase.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length of chain the pair that ends the chain highest up; for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(index) = next {
        chain.push(pairs[index]);
        next = before[index];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_chain_passes_over_what_changed_places() {
        let (own, other) = ([1, 2, 3, 4, 5, 6, 7, 8], [7, 8, 1, 2, 9, 3, 4, 5]);
        assert_eq!(longest_chain(&own, &other, 2), [(0, 2), (2, 5), (3, 6)]);
    }

    #[test]
    fn of_a_phrase_that_comes_back_each_place_is_used_once() {
        let (own, other) = ([1, 2, 1, 2, 1, 2], [1, 2, 3, 1, 2]);
        assert_eq!(longest_chain(&own, &other, 2).len(), 2);
    }

    #[test]
    fn phrases_that_are_everywhere_and_short_texts_give_no_chain() {
        assert!(longest_chain(&[1; 40], &[1; 40], 3).is_empty());
        assert!(longest_chain(&[1, 2], &[1, 2], 3).is_empty());
    }
}
