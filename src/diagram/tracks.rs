//! Parallel lines in one channel: which comes first, and how close they can lie.
//!
//! Two lines that run beside each other for a while need two tracks. Which of them comes first decides what crosses:
//! each connection of the one that must pass the other. The order is built line by line at the cheapest place, then
//! bettered by exchanging neighbours.

/// What it costs to lay a line over another one. No number of crossings comes near it.
pub(super) const NEVER: u32 = 1 << 24;

/// A line of a channel, along the channel.
pub(super) trait Lying {
    /// Where it begins and ends, both included; with the room about its ends in which it lies beside others.
    fn span(&self) -> (i64, i64);

    /// What it costs when this line comes before the other one and both run beside each other.
    fn cost_before(&self, other: &Self) -> u32;

    /// How many tracks further on this line lies at least, where it comes after the other one beside it.
    fn step_after(&self, _: &Self) -> usize {
        1
    }
}

impl<L: Lying> Lying for &L {
    fn span(&self) -> (i64, i64) {
        (**self).span()
    }

    fn cost_before(&self, other: &Self) -> u32 {
        (**self).cost_before(other)
    }

    fn step_after(&self, other: &Self) -> usize {
        (**self).step_after(other)
    }
}

fn lie_beside<L: Lying>(one: &L, other: &L) -> bool {
    let (one, other) = (one.span(), other.span());
    one.0 <= other.1 && other.0 <= one.1
}

fn cost<L: Lying>(first: &L, second: &L) -> u32 {
    if lie_beside(first, second) { first.cost_before(second) } else { 0 }
}

/// The track of each line, from 0, and how many tracks there are.
pub(super) fn assign<L: Lying>(lines: &[L]) -> (Vec<usize>, usize) {
    let order = order(lines);
    let mut tracks = vec![0; lines.len()];
    let mut count = 0;
    for (at, line) in order.iter().enumerate() {
        let before = order[..at].iter().filter(|other| lie_beside(&lines[*line], &lines[**other]));
        tracks[*line] = before.map(|other| tracks[*other] + lines[*line].step_after(&lines[*other])).max().unwrap_or(0);
        count = count.max(tracks[*line] + 1);
    }
    (tracks, count)
}

fn order<L: Lying>(lines: &[L]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(lines.len());
    for new in 0..lines.len() {
        // What it costs at the very front, then one place further on at a time.
        let mut here: i64 = order.iter().map(|other| i64::from(cost(&lines[new], &lines[*other]))).sum();
        let (mut best, mut place) = (here, 0);
        for (at, other) in order.iter().enumerate() {
            here += i64::from(cost(&lines[*other], &lines[new])) - i64::from(cost(&lines[new], &lines[*other]));
            if here < best {
                (best, place) = (here, at + 1);
            }
        }
        order.insert(place, new);
    }
    for _ in 0..lines.len() {
        let mut is_better = false;
        for at in 1..order.len() {
            let (first, second) = (&lines[order[at - 1]], &lines[order[at]]);
            if cost(second, first) < cost(first, second) {
                order.swap(at - 1, at);
                is_better = true;
            }
        }
        if !is_better {
            break;
        }
    }
    order
}
