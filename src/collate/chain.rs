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
