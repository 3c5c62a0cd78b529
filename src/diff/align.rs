//! Pairs what stands in two orders: each with its like, in order; then what came together, what parted, what moved.

/// What is moved is at least so alike, and alike to nothing else.
const MOVED: f64 = 0.9;

/// A table of more cells than this is not filled: nothing in such stretches is paired.
const MOST_CELLS: usize = 1_000_000;

/// What is compared.
pub(super) trait Alike {
    /// How many there are on each side.
    fn counts(&self) -> (usize, usize);

    /// How alike two are, from 0 to 1.
    fn likeness(&self, old: usize, new: usize) -> f64;

    /// How alike two are by their words alone, from 0 to 1: the proof of a move.
    fn proof(&self, old: usize, new: usize) -> f64;

    /// From which likeness on two may be a pair.
    fn least(&self) -> f64;

    /// How sure it is that an old one came together with others in a new one; `None` where nothing speaks for it.
    fn merged(&self, old: usize, new: usize, beside: &[usize]) -> Option<f64>;

    /// How sure it is that a new one parted with others from an old one.
    fn split(&self, new: usize, old: usize, beside: &[usize]) -> Option<f64>;
}

/// Those of both sides that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
    /// It is out of the order of the others.
    pub moved: bool,
}

/// The pairs, in the order of the new side.
pub(super) fn align(sides: &impl Alike) -> Vec<Pair> {
    let (olds, news) = sides.counts();
    if olds.saturating_mul(news) > MOST_CELLS {
        return Vec::new();
    }
    let mut pairs: Vec<Pair> =
        in_order(sides).into_iter().map(|(old, new)| Pair { old: vec![old], new: vec![new], moved: false }).collect();
    join(sides, &mut pairs);
    moved(sides, &mut pairs);
    for pair in &mut pairs {
        pair.old.sort_unstable();
        pair.new.sort_unstable();
    }
    pairs.sort_by_key(|pair| pair.new[0]);
    pairs
}

/// The pairs in order that are most alike together.
fn in_order(sides: &impl Alike) -> Vec<(usize, usize)> {
    let (rows, columns) = sides.counts();
    let gains: Vec<f64> =
        (0..rows * columns).map(|cell| sides.likeness(cell / columns, cell % columns) - sides.least()).collect();
    let width = columns + 1;
    let mut best = vec![0.0_f64; (rows + 1) * width];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let gain = gains[row * columns + column];
            let paired = if gain > 0.0 { gain + best[(row + 1) * width + column + 1] } else { 0.0 };
            let passed = best[(row + 1) * width + column].max(best[row * width + column + 1]);
            best[row * width + column] = paired.max(passed);
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut pairs = Vec::new();
    while row < rows && column < columns {
        let here = best[row * width + column];
        let gain = gains[row * columns + column];
        if gain > 0.0 && here <= gain + best[(row + 1) * width + column + 1] {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if here <= best[(row + 1) * width + column] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// What has no like may have come together with its neighbour, or have parted from it.
fn join(sides: &impl Alike, pairs: &mut [Pair]) {
    let (olds, news) = sides.counts();
    join_side(pairs, olds, |pair| (&mut pair.old, &mut pair.new), |old, new, beside| sides.merged(old, new, beside));
    join_side(pairs, news, |pair| (&mut pair.new, &mut pair.old), |new, old, beside| sides.split(new, old, beside));
}

/// One side of a pair, and the other.
type SidesOf = fn(&mut Pair) -> (&mut Vec<usize>, &mut Vec<usize>);

fn join_side(pairs: &mut [Pair], count: usize, sides: SidesOf, sure: impl Fn(usize, usize, &[usize]) -> Option<f64>) {
    for own in 0..count {
        if pairs.iter_mut().any(|pair| sides(pair).0.contains(&own)) {
            continue;
        }
        let before = pairs.iter_mut().rposition(|pair| sides(pair).0.iter().all(|known| *known < own));
        let beside = [before, Some(before.map_or(0, |before| before + 1))];
        let mut best: Option<(usize, f64)> = None;
        for at in beside.into_iter().flatten() {
            let Some(pair) = pairs.get_mut(at) else { continue };
            let (ours, theirs) = sides(pair);
            let [whole] = theirs.as_slice() else { continue };
            let Some(found) = sure(own, *whole, ours) else { continue };
            if best.is_none_or(|(_, known)| found > known) {
                best = Some((at, found));
            }
        }
        if let Some((at, _)) = best {
            sides(&mut pairs[at]).0.push(own);
        }
    }
}

/// What is left on both sides and nearly the same, alike to nothing else, was moved.
fn moved(sides: &impl Alike, pairs: &mut Vec<Pair>) {
    let (olds, news) = sides.counts();
    let left = |side: fn(&Pair) -> &Vec<usize>, count: usize| {
        (0..count).filter(|own| pairs.iter().all(|pair| !side(pair).contains(own))).collect::<Vec<_>>()
    };
    let (left_old, left_new) = (left(|pair| &pair.old, olds), left(|pair| &pair.new, news));
    let proven = |old: usize, new: usize| sides.proof(old, new) >= MOVED;
    for old in &left_old {
        let mut likes = (0..news).filter(|new| proven(*old, *new));
        let (Some(new), None) = (likes.next(), likes.next()) else { continue };
        let is_only = (0..olds).filter(|other| proven(*other, new)).count() == 1;
        if is_only && left_new.contains(&new) {
            pairs.push(Pair { old: vec![*old], new: vec![new], moved: true });
        }
    }
}
