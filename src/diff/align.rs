//! Pairs what stands in two orders: each with its like, in order; then what came together, what parted, what moved. What an
//! editor has said of some of them holds over all that.

use std::collections::BTreeMap;

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

    /// What an editor says of some of them, over all that is found; each stands in one at most.
    fn fixed(&self) -> &[Fixed] {
        &[]
    }
}

/// Those of both sides that an editor says belong together; where one side is empty, the other has no like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fixed {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
}

/// Those of both sides that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
    /// It is out of the order of the others.
    pub moved: bool,
    /// An editor says so.
    pub fixed: bool,
}

/// The pairs, in the order of the new side.
pub(super) fn align(sides: &impl Alike) -> Vec<Pair> {
    let (olds, news) = sides.counts();
    if olds.saturating_mul(news) > MOST_CELLS {
        return Vec::new();
    }
    let bound = Bound::new(sides);
    let pair = |(old, new): (usize, usize)| match bound.together(old, new) {
        Some(fixed) => Pair { old: fixed.old.clone(), new: fixed.new.clone(), moved: false, fixed: true },
        None => Pair { old: vec![old], new: vec![new], moved: false, fixed: false },
    };
    let mut pairs: Vec<Pair> = in_order(sides, &bound).into_iter().map(pair).collect();
    join(sides, &bound, &mut pairs);
    moved(sides, &bound, &mut pairs);
    // What an editor has paired against the order of the rest was moved: his word is the proof.
    let left = sides.fixed().iter().filter(|fixed| !fixed.old.is_empty() && !fixed.new.is_empty());
    let left = left.filter(|fixed| pairs.iter().all(|pair| !pair.fixed || pair.old != fixed.old));
    let left: Vec<Pair> =
        left.map(|fixed| Pair { old: fixed.old.clone(), new: fixed.new.clone(), moved: true, fixed: true }).collect();
    pairs.extend(left);
    for pair in &mut pairs {
        pair.old.sort_unstable();
        pair.new.sort_unstable();
    }
    pairs.sort_by_key(|pair| pair.new[0]);
    pairs
}

/// What a pair of an editor's is worth: more than all that could be found in its place.
const FIXED: f64 = 1e6;

/// What an editor has said, by each of those of whom he speaks.
struct Bound<'s> {
    fixed: &'s [Fixed],
    old: BTreeMap<usize, usize>,
    new: BTreeMap<usize, usize>,
}

impl<'s> Bound<'s> {
    fn new(sides: &'s impl Alike) -> Self {
        let fixed = sides.fixed();
        let of = |side: fn(&Fixed) -> &Vec<usize>| {
            fixed.iter().enumerate().flat_map(|(at, fixed)| side(fixed).iter().map(move |own| (*own, at))).collect()
        };
        Self { fixed, old: of(|fixed| &fixed.old), new: of(|fixed| &fixed.new) }
    }

    /// The pair that begins with these two.
    fn together(&self, old: usize, new: usize) -> Option<&'s Fixed> {
        let fixed = &self.fixed[*self.old.get(&old)?];
        (fixed.old.first() == Some(&old) && fixed.new.first() == Some(&new)).then_some(fixed)
    }

    /// What it is worth to pair these two.
    fn gain(&self, sides: &impl Alike, old: usize, new: usize) -> f64 {
        let is_free = !self.old.contains_key(&old) && !self.new.contains_key(&new);
        match self.together(old, new) {
            Some(_) => FIXED,
            None if is_free => sides.likeness(old, new) - sides.least(),
            None => 0.0,
        }
    }
}

/// The pairs in order that are most alike together.
fn in_order(sides: &impl Alike, bound: &Bound<'_>) -> Vec<(usize, usize)> {
    let (rows, columns) = sides.counts();
    let gains: Vec<f64> = (0..rows * columns).map(|cell| bound.gain(sides, cell / columns, cell % columns)).collect();
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
fn join(sides: &impl Alike, bound: &Bound<'_>, pairs: &mut [Pair]) {
    let (olds, news) = sides.counts();
    let free = |count: usize, bound: &BTreeMap<usize, usize>| {
        (0..count).filter(|own| !bound.contains_key(own)).collect::<Vec<_>>()
    };
    let (olds, news) = (free(olds, &bound.old), free(news, &bound.new));
    join_side(pairs, &olds, |pair| (&mut pair.old, &mut pair.new), |old, new, beside| sides.merged(old, new, beside));
    join_side(pairs, &news, |pair| (&mut pair.new, &mut pair.old), |new, old, beside| sides.split(new, old, beside));
}

/// One side of a pair, and the other.
type SidesOf = fn(&mut Pair) -> (&mut Vec<usize>, &mut Vec<usize>);

fn join_side(pairs: &mut [Pair], free: &[usize], sides: SidesOf, sure: impl Fn(usize, usize, &[usize]) -> Option<f64>) {
    for own in free.iter().copied() {
        if pairs.iter_mut().any(|pair| sides(pair).0.contains(&own)) {
            continue;
        }
        let before = pairs.iter_mut().rposition(|pair| sides(pair).0.iter().all(|known| *known < own));
        let beside = [before, Some(before.map_or(0, |before| before + 1))];
        let mut best: Option<(usize, f64)> = None;
        for at in beside.into_iter().flatten() {
            let Some(pair) = pairs.get_mut(at).filter(|pair| !pair.fixed) else { continue };
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
fn moved(sides: &impl Alike, bound: &Bound<'_>, pairs: &mut Vec<Pair>) {
    let (olds, news) = sides.counts();
    let left = |side: fn(&Pair) -> &Vec<usize>, count: usize| {
        (0..count).filter(|own| pairs.iter().all(|pair| !side(pair).contains(own))).collect::<Vec<_>>()
    };
    let (left_old, left_new) = (left(|pair| &pair.old, olds), left(|pair| &pair.new, news));
    let proven = |old: usize, new: usize| sides.proof(old, new) >= MOVED;
    for old in left_old.iter().filter(|old| !bound.old.contains_key(old)) {
        let mut likes = (0..news).filter(|new| proven(*old, *new));
        let (Some(new), None) = (likes.next(), likes.next()) else { continue };
        let is_only = (0..olds).filter(|other| proven(*other, new)).count() == 1;
        if is_only && left_new.contains(&new) && !bound.new.contains_key(&new) {
            pairs.push(Pair { old: vec![*old], new: vec![new], moved: true, fixed: false });
        }
    }
}
