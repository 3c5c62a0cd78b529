//! What became of the text, unit by unit: a title, a text, a row of a table.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, capture_diff_slices};

use super::align::{Alike, align};
use super::stems::{Bag, Lexicon, plain_words};
use super::words::{Piece, word_difference};
use super::{Change, Sides, TellingChange};
use crate::lang::{Lang, Text, fold_spaces};
use crate::model::{Node, Regulation, walk};

/// A part of the text that is compared as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Where it stands.
    pub head: Head,
    /// Its words, white space folded; the cells of a row stand between bars.
    pub text: String,
}

/// Where a unit stands, and under which number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The anchor of its node.
    pub id: String,
    /// Which part of the node it is.
    pub part: Part,
    /// The number of the node as printed.
    pub number: Option<String>,
}

/// A part of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its title.
    Title,
    /// Its text.
    Text,
    /// The heads of its columns.
    Columns,
    /// One of its rows, by index.
    Row(usize),
}

/// What became of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextChange {
    /// What became of it.
    pub change: Change,
    /// Its index among the units of the older side, and where it stands there.
    pub old: Option<(usize, Head)>,
    /// The same on the newer side.
    pub new: Option<(usize, Head)>,
    /// Word by word; empty where the words are the same.
    pub words: Vec<Piece>,
}

/// The units of a regulation in printed order, in a language where they have it.
pub fn units(regulation: &Regulation, lang: Option<Lang>) -> Vec<Unit> {
    let say = |text: &Text| fold_spaces(lang.and_then(|lang| text.get(lang)).unwrap_or(&text.words));
    let mut units = Vec::new();
    walk(&regulation.text, &mut |node: &Node| {
        let mut add = |part: Part, text: String| {
            let number = node.number.clone();
            units.push(Unit { head: Head { id: node.id.clone(), part, number }, text });
        };
        if let Some(title) = &node.title {
            add(Part::Title, say(title));
        }
        if let Some(text) = &node.text {
            add(Part::Text, say(text));
        }
        let Some(table) = &node.table else { return };
        let row = |cells: &mut dyn Iterator<Item = String>| cells.collect::<Vec<_>>().join(" | ");
        if !table.columns.is_empty() {
            add(Part::Columns, row(&mut table.columns.iter().map(say)));
        }
        for (index, cells) in table.rows.iter().enumerate() {
            add(Part::Row(index), row(&mut cells.iter().map(|cell| cell.as_ref().map(say).unwrap_or_default())));
        }
    });
    units
}

/// Two stretches of units between texts that both sides have.
struct Gap<'a> {
    lexicon: &'a Lexicon,
    old: &'a [Worded],
    new: &'a [Worded],
}

/// A unit as it is compared.
struct Worded {
    bag: Bag,
    form: Form,
}

/// What kinds of units there are: no title became a point, and no point a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Title,
    Text,
    Cells,
}

impl Form {
    fn of(part: Part) -> Self {
        match part {
            Part::Title => Self::Title,
            Part::Text => Self::Text,
            Part::Columns | Part::Row(_) => Self::Cells,
        }
    }
}

impl Alike for Gap<'_> {
    fn counts(&self) -> (usize, usize) {
        (self.old.len(), self.new.len())
    }

    fn likeness(&self, old: usize, new: usize) -> f64 {
        let (old, new) = (&self.old[old], &self.new[new]);
        if old.form == new.form { self.lexicon.likeness(&old.bag, &new.bag) } else { 0.0 }
    }

    fn proof(&self, old: usize, new: usize) -> f64 {
        self.likeness(old, new)
    }

    fn least(&self) -> f64 {
        ALIKE
    }

    // Units of the text neither come together nor part: the steps among them tell that.
    fn merged(&self, _: usize, _: usize, _: &[usize]) -> Option<f64> {
        None
    }

    fn split(&self, _: usize, _: usize, _: &[usize]) -> Option<f64> {
        None
    }
}

/// From which likeness on units may be a pair.
const ALIKE: f64 = 0.45;

/// What became of the text, in the order of the newer side; what is gone stands behind what stood before it. Where a unit is a
/// step, it became what the step did.
pub(super) fn text(sides: &Sides<'_>, tellings: &[TellingChange]) -> Vec<TextChange> {
    let (old, new) = (units(sides.old, sides.told), units(sides.new, sides.told));
    let steps = StepUnits::new(&old, &new, tellings);
    compare_units(&old, &new, sides.told.is_some(), &steps)
}

/// What became of the units that are steps.
#[derive(Default)]
struct StepUnits {
    /// Those that are paired, and whether they moved: of several that came together or parted, the one that is most alike.
    pairs: Vec<(usize, usize, bool)>,
    /// What became of those of the older side that have no unit for themselves.
    old: BTreeMap<usize, Change>,
    /// The same of the newer side.
    new: BTreeMap<usize, Change>,
    /// All units of either side that are steps.
    steps: [BTreeSet<usize>; 2],
}

impl StepUnits {
    fn new(old: &[Unit], new: &[Unit], tellings: &[TellingChange]) -> Self {
        let places = |units: &[Unit]| -> BTreeMap<String, usize> {
            let texts = units.iter().enumerate().filter(|(_, unit)| unit.head.part == Part::Text);
            texts.map(|(index, unit)| (unit.head.id.clone(), index)).collect()
        };
        let (before, after) = (places(old), places(new));
        let find = |places: &BTreeMap<String, usize>, ids: &[String]| {
            ids.iter().filter_map(|id| places.get(id).copied()).collect::<Vec<usize>>()
        };
        let mut found = Self::default();
        for step in tellings.iter().flat_map(|telling| &telling.steps) {
            let (olds, news) = (find(&before, &step.old), find(&after, &step.new));
            let pairs = olds.iter().flat_map(|one| news.iter().map(move |other| (*one, *other)));
            let likeness = |pair: &(usize, usize)| (shared(&old[pair.0], &new[pair.1]), Reverse(*pair));
            let best = match (olds.as_slice(), news.as_slice()) {
                ([one], [other]) => Some((*one, *other)),
                _ => pairs.max_by_key(likeness),
            };
            found.steps[0].extend(&olds);
            found.steps[1].extend(&news);
            found.pairs.extend(best.map(|(one, other)| (one, other, step.change == Change::Moved)));
            let left = |own: usize, paired: Option<usize>| paired != Some(own);
            let fates = olds.into_iter().filter(|own| left(*own, best.map(|best| best.0)));
            found.old.extend(fates.map(|own| (own, step.change)));
            let fates = news.into_iter().filter(|own| left(*own, best.map(|best| best.1)));
            found.new.extend(fates.map(|own| (own, step.change)));
        }
        found
    }
}

/// How many words two units share.
fn shared(one: &Unit, other: &Unit) -> usize {
    let words: BTreeSet<String> = plain_words(&one.text).collect();
    plain_words(&other.text).filter(|word| words.contains(word)).count()
}

/// Compares units, of which steps became what they did. Where their languages differ, only texts with the same words are paired.
fn compare_units(old: &[Unit], new: &[Unit], by_words: bool, steps: &StepUnits) -> Vec<TextChange> {
    let keys = Keys::new(old, new, steps);
    let mut pairs = equal_in_order(&keys);
    if by_words {
        let mut lexicon = Lexicon::default();
        let mut bags = |units: &[Unit], steps: &BTreeSet<usize>| {
            let bag = |(index, unit): (usize, &Unit)| {
                let bag = lexicon.bag(&unit.text);
                Worded {
                    bag: if steps.contains(&index) { Bag::default() } else { bag },
                    form: Form::of(unit.head.part),
                }
            };
            units.iter().enumerate().map(bag).collect::<Vec<_>>()
        };
        let before = bags(old, &steps.steps[0]);
        let after = bags(new, &steps.steps[1]);
        pairs.extend(alike_between(&lexicon, &before, &after, &pairs));
    }
    pairs.extend_from_slice(&steps.pairs);
    pairs.extend(moved(&keys, &pairs));
    pairs.sort_by_key(|pair| pair.1);
    in_order_of_new(old, new, &pairs, steps)
}

/// Those that are paired, on the older side and on the newer one.
fn both_sides(pairs: &[(usize, usize, bool)]) -> (BTreeSet<usize>, BTreeSet<usize>) {
    pairs.iter().map(|(old, new, _)| (*old, *new)).unzip()
}

/// The words of units, as numbers: those with the same words have the same one. A step has one for itself.
struct Keys {
    old: Vec<usize>,
    new: Vec<usize>,
    /// How many words each number stands for.
    lengths: Vec<usize>,
}

impl Keys {
    fn new(old: &[Unit], new: &[Unit], steps: &StepUnits) -> Self {
        let mut numbers: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let mut lengths = Vec::new();
        let mut keys = |units: &[Unit], steps: &BTreeSet<usize>| {
            let mut key = |(index, unit): (usize, &Unit)| {
                let next = lengths.len();
                if steps.contains(&index) {
                    lengths.push(0);
                    return next;
                }
                let words: Vec<String> = plain_words(&unit.text).collect();
                let length = words.len();
                let number = *numbers.entry(words).or_insert(next);
                if number == next {
                    lengths.push(length);
                }
                number
            };
            units.iter().enumerate().map(&mut key).collect::<Vec<usize>>()
        };
        let old = keys(old, &steps.steps[0]);
        let new = keys(new, &steps.steps[1]);
        Self { old, new, lengths }
    }
}

/// Units with the same words, in an order that both sides share.
fn equal_in_order(keys: &Keys) -> Vec<(usize, usize, bool)> {
    let ops = capture_diff_slices(Algorithm::Patience, &keys.old, &keys.new);
    let equal = ops.into_iter().filter(|op| matches!(op, similar::DiffOp::Equal { .. }));
    equal.flat_map(|op| op.old_range().zip(op.new_range())).map(|(old, new)| (old, new, false)).collect()
}

/// Units that are alike, between those that are equal.
fn alike_between(
    lexicon: &Lexicon,
    old: &[Worded],
    new: &[Worded],
    equal: &[(usize, usize, bool)],
) -> Vec<(usize, usize, bool)> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    let ends = equal.iter().map(|(old, new, _)| (*old, *new)).chain([(old.len(), new.len())]);
    for (end_old, end_new) in ends {
        let gap = Gap { lexicon, old: &old[i..end_old], new: &new[j..end_new] };
        let pairs = align(&gap);
        found.extend(pairs.iter().map(|pair| (i + pair.old[0], j + pair.new[0], pair.moved)));
        (i, j) = (end_old + 1, end_new + 1);
    }
    found
}

/// What has the same words as nothing else but one unit, elsewhere on the other side, was moved.
fn moved(keys: &Keys, pairs: &[(usize, usize, bool)]) -> Vec<(usize, usize, bool)> {
    // The only unit with some words, where it has no pair.
    let only = |keys: &[usize], taken: &BTreeSet<usize>| -> BTreeMap<usize, Option<usize>> {
        let mut places = BTreeMap::new();
        for (index, key) in keys.iter().enumerate() {
            let own = (!taken.contains(&index)).then_some(index);
            places.entry(*key).and_modify(|place| *place = None).or_insert(own);
        }
        places
    };
    let (taken_old, taken_new) = both_sides(pairs);
    let (before, after) = (only(&keys.old, &taken_old), only(&keys.new, &taken_new));
    let long = before.iter().filter(|(key, _)| keys.lengths[**key] >= LEAST_WORDS_MOVED);
    let mut found: Vec<(usize, usize, bool)> =
        long.filter_map(|(key, old)| Some(((*old)?, (*after.get(key)?)?, true))).collect();
    found.sort_unstable();
    found
}

/// Shorter texts stand anywhere: they prove no move.
const LEAST_WORDS_MOVED: usize = 4;

fn in_order_of_new(old: &[Unit], new: &[Unit], pairs: &[(usize, usize, bool)], steps: &StepUnits) -> Vec<TextChange> {
    let of_new: BTreeMap<usize, (usize, bool)> = pairs.iter().map(|(old, new, moved)| (*new, (*old, *moved))).collect();
    let paired_old: BTreeMap<usize, usize> = pairs.iter().map(|(old, new, _)| (*old, *new)).collect();
    let place = |units: &[Unit], index: usize| Some((index, units[index].head.clone()));
    let gone = |index: usize| TextChange {
        change: steps.old.get(&index).copied().unwrap_or(Change::Removed),
        old: place(old, index),
        new: None,
        words: word_difference(&old[index].text, ""),
    };
    let mut behind: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut last = None;
    for index in 0..old.len() {
        match paired_old.get(&index) {
            Some(new) => last = Some(*new),
            None => behind.entry(last).or_default().push(index),
        }
    }
    let mut changes: Vec<TextChange> = behind.remove(&None).unwrap_or_default().into_iter().map(gone).collect();
    for index in 0..new.len() {
        changes.push(match of_new.get(&index) {
            None => TextChange {
                change: steps.new.get(&index).copied().unwrap_or(Change::Added),
                old: None,
                new: place(new, index),
                words: word_difference("", &new[index].text),
            },
            Some((from, moved)) => {
                // A sign is a part of the law, too.
                let is_same = old[*from].text == new[index].text;
                TextChange {
                    change: match (moved, is_same) {
                        (true, _) => Change::Moved,
                        (false, true) => Change::Same,
                        (false, false) => Change::Reworded,
                    },
                    old: place(old, *from),
                    new: place(new, index),
                    words: if is_same { Vec::new() } else { word_difference(&old[*from].text, &new[index].text) },
                }
            }
        });
        changes.extend(behind.remove(&Some(index)).unwrap_or_default().into_iter().map(gone));
    }
    changes
}
