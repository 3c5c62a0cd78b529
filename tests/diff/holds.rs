//! What must hold of any difference: nothing is lost, nothing is told twice, and it leads from one text to the other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use proptest::prelude::*;
use qadam::diff::{Change, Difference, Head, Mark, Part, TextChange, Unit, apply, diff, undo, units};
use qadam::lang::{Lang, Text, fold_spaces};
use qadam::model::{Corpus, FixedPair, Node, Process, Regulation, Step};

use super::corpus;

fn the_corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(corpus)
}

fn regulations() -> Vec<&'static Regulation> {
    the_corpus().acts.iter().flat_map(|act| &act.regulations).collect()
}

/// Steps of which the text tells something else than the tellings do: that one is gone which came together with others.
fn told_otherwise(difference: &Difference) -> Vec<String> {
    let mut faults = Vec::new();
    let own = |place: &Option<(usize, Head)>| place.as_ref().filter(|(_, head)| head.part == Part::Text).cloned();
    let id = |place: &Option<(usize, Head)>| own(place).map(|(_, head)| head.id);
    let count = |side: fn(&TextChange) -> &Option<(usize, Head)>| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        difference.text.iter().filter_map(|unit| id(side(unit))).for_each(|id| *counts.entry(id).or_default() += 1);
        counts
    };
    let (olds, news) = (count(|unit| &unit.old), count(|unit| &unit.new));
    for step in difference.tellings.iter().flat_map(|telling| &telling.steps) {
        for unit in &difference.text {
            let (old, new) = (id(&unit.old), id(&unit.new));
            let is_of = |id: &Option<String>, ids: &[String]| id.as_ref().is_some_and(|id| ids.contains(id));
            // An edited text may have an anchor twice.
            let is_twice = |id: &Option<String>, counts: &BTreeMap<String, usize>| {
                id.as_ref().is_some_and(|id| counts.get(id).is_some_and(|count| *count > 1))
            };
            if is_twice(&old, &olds) || is_twice(&new, &news) {
                continue;
            }
            if !is_of(&old, &step.old) && !is_of(&new, &step.new) {
                continue;
            }
            let is_alone = unit.old.is_none() || unit.new.is_none();
            let fits = if is_alone {
                unit.change == step.change || step.old.len() + step.new.len() == 2
            } else {
                is_of(&old, &step.old) && is_of(&new, &step.new)
            };
            if !fits {
                faults.push(format!("{old:?} → {new:?} is {} as text", unit.change.as_str()));
            }
        }
    }
    faults
}

/// What is wrong with a difference of two regulations.
fn faults(old: &Regulation, new: &Regulation, difference: &Difference) -> Vec<String> {
    let mut faults = Vec::new();
    let (before, after) = (units(old, difference.lang), units(new, difference.lang));
    if apply(&before, &difference.text).as_ref() != Ok(&after) {
        faults.push("the older text and the difference do not give the newer one".to_owned());
    }
    if undo(&after, &difference.text).as_ref() != Ok(&before) {
        faults.push("the newer text and the difference do not give the older one".to_owned());
    }
    for (side, regulation) in [(0, old), (1, new)] {
        let mut told: BTreeMap<&str, usize> = BTreeMap::new();
        for step in difference.tellings.iter().flat_map(|telling| &telling.steps) {
            for id in if side == 0 { &step.old } else { &step.new } {
                *told.entry(id).or_default() += 1;
            }
        }
        for step in regulation.processes.iter().flat_map(|process| &process.steps) {
            if told.remove(step.id.as_str()) != Some(1) {
                faults.push(format!("{} is told never or twice", step.id));
            }
        }
        faults.extend(told.keys().map(|id| format!("{id} is no step")));
    }
    faults.extend(told_otherwise(difference));
    let text_of = |regulation: &Regulation, id: &str| {
        let step = regulation.processes.iter().flat_map(|process| &process.steps).find(|step| step.id == id);
        let text = step.map(|step| difference.lang.and_then(|lang| step.text.get(lang)).unwrap_or(&step.text.words));
        fold_spaces(text.unwrap_or_default())
    };
    for step in difference.tellings.iter().flat_map(|telling| &telling.steps) {
        let joined = |without: Mark| {
            let pieces = step.words.iter().filter(|piece| piece.mark != without);
            pieces.map(|piece| piece.text.as_str()).collect::<String>()
        };
        let texts = |regulation: &Regulation, ids: &[String]| {
            ids.iter().map(|id| text_of(regulation, id)).collect::<Vec<_>>().join("\n")
        };
        if joined(Mark::New) != texts(old, &step.old) || joined(Mark::Gone) != texts(new, &step.new) {
            faults.push(format!("the words of {:?} → {:?} are not theirs", step.old, step.new));
        }
        let counts = (step.old.len(), step.new.len());
        let fits = match step.change {
            Change::Same | Change::Reworded | Change::Moved => counts == (1, 1),
            Change::Merged => counts.0 > 1 && counts.1 == 1,
            Change::Split => counts.0 == 1 && counts.1 > 1,
            Change::Added => counts == (0, 1),
            Change::Removed => counts == (1, 0),
        };
        if !fits {
            faults.push(format!("{:?} → {:?} is not {}", step.old, step.new, step.change.as_str()));
        }
    }
    faults
}

#[test]
fn a_regulation_does_not_differ_from_itself() {
    for regulation in regulations() {
        for lang in Lang::ALL {
            let difference = diff(regulation, regulation, &the_corpus().terms, lang);
            assert!(difference.is_empty(), "{}", regulation.id());
            assert_eq!(faults(regulation, regulation, &difference), [""; 0]);
        }
    }
}

#[test]
fn a_difference_of_two_regulations_leads_from_one_to_the_other() {
    let all = regulations();
    for (index, old) in all.iter().enumerate() {
        // The next one, and one of another act: whatever their languages and services.
        for new in [all[(index + 1) % all.len()], all[(index * 7 + 19) % all.len()]] {
            let difference = diff(old, new, &the_corpus().terms, Lang::Kk);
            assert_eq!(faults(old, new, &difference), [""; 0], "{} → {}", old.id(), new.id());
        }
    }
}

#[test]
fn numbers_and_white_space_are_no_difference() {
    fn renumber(nodes: &mut [Node]) {
        for node in nodes {
            node.number = node.number.as_ref().map(|number| format!("{number}0"));
            if let Some(text) = &mut node.text {
                text.words = text.words.replace(' ', "\n  ");
            }
            renumber(&mut node.children);
        }
    }
    for old in regulations() {
        let mut new = old.clone();
        renumber(&mut new.text);
        for step in new.processes.iter_mut().flat_map(|process| &mut process.steps) {
            step.number = Some("7)".to_owned());
        }
        let difference = diff(old, &new, &the_corpus().terms, old.lang);
        assert!(difference.is_empty(), "{}", old.id());
        assert_eq!(apply(&units(old, difference.lang), &difference.text).unwrap(), units(&new, difference.lang));
    }
}

/// A change of a regulation.
#[derive(Debug, Clone)]
enum Edit {
    /// A node goes.
    Drop(usize),
    /// A node is printed twice.
    Double(usize),
    /// A node and the next one change places.
    Swap(usize),
    /// A word is put into a text.
    Insert(usize, &'static str),
    /// The last word of a text goes.
    Cut(usize),
    /// A telling goes.
    Forget(usize),
    /// A word is put into a step.
    Retell(usize, &'static str),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let word = || prop::sample::select(vec!["слово", "құжат;", "(две)", "5", "\u{1f642}", "a\u{301}", "|"]);
    let at = || 0..10_000_usize;
    let edit = prop_oneof![
        at().prop_map(Edit::Drop),
        at().prop_map(Edit::Double),
        at().prop_map(Edit::Swap),
        (at(), word()).prop_map(|(at, word)| Edit::Insert(at, word)),
        at().prop_map(Edit::Cut),
        at().prop_map(Edit::Forget),
        (at(), word()).prop_map(|(at, word)| Edit::Retell(at, word)),
    ];
    prop::collection::vec(edit, 0..24)
}

fn edited(regulation: &Regulation, edits: &[Edit]) -> Regulation {
    /// Does something with one of the lists of nodes in a tree.
    fn with(nodes: &mut Vec<Node>, at: usize, edit: &dyn Fn(&mut Vec<Node>, usize)) {
        if nodes.is_empty() {
            return;
        }
        let own = at % nodes.len();
        if !(at / nodes.len()).is_multiple_of(3) && !nodes[own].children.is_empty() {
            with(&mut nodes[own].children, at / 3, edit);
        } else {
            edit(nodes, own);
        }
    }
    let mut new = regulation.clone();
    for edit in edits {
        match edit {
            Edit::Drop(at) => with(&mut new.text, *at, &|nodes, own| drop(nodes.remove(own))),
            Edit::Double(at) => with(&mut new.text, *at, &|nodes, own| nodes.insert(own, nodes[own].clone())),
            Edit::Swap(at) => with(&mut new.text, *at, &|nodes, own| {
                let other = (own + 1) % nodes.len();
                nodes.swap(own, other);
            }),
            Edit::Insert(at, word) => with(&mut new.text, *at, &|nodes, own| {
                if let Some(text) = &mut nodes[own].text {
                    text.words = format!("{word} {} {word}", text.words);
                    text.translation = None;
                }
            }),
            Edit::Cut(at) => with(&mut new.text, *at, &|nodes, own| {
                if let Some(text) = &mut nodes[own].text {
                    text.words = text.words.rsplit_once(' ').map_or("", |(before, _)| before).to_owned();
                }
            }),
            Edit::Forget(at) => {
                if !new.processes.is_empty() {
                    let own = at % new.processes.len();
                    new.processes.remove(own);
                }
            }
            Edit::Retell(at, word) => {
                let mut steps: Vec<_> =
                    new.processes.iter_mut().flat_map(|process: &mut Process| &mut process.steps).collect();
                let count = steps.len().max(1);
                if let Some(step) = steps.get_mut(at % count) {
                    step.text.words = format!("{} {word}", step.text.words);
                }
            }
        }
    }
    new
}

/// Pairs of steps of two tellings, whatever they say, as an editor might make them.
fn fixed_pairs(old: &Process, new: &Process, with: &str, choices: &[(usize, usize, usize)]) -> Vec<FixedPair> {
    let (mut olds, mut news) = (old.steps.iter().collect::<Vec<_>>(), new.steps.iter().collect::<Vec<_>>());
    let take = |steps: &mut Vec<&Step>, at: usize, count: usize| -> Vec<String> {
        let count = count.min(steps.len());
        (0..count).map(|_| steps.remove(at % steps.len()).id.clone()).collect()
    };
    let pairs = choices.iter().map(|(first, second, shape)| {
        let (there, here) = [(1, 1), (2, 1), (1, 3), (0, 1), (1, 0)][shape % 5];
        let reason = Text::original(Lang::Ru, "так думает редактор".to_owned());
        let (mut there, mut here) = (take(&mut olds, *first, there), take(&mut news, *second, here));
        // Those that have no like are told one by one.
        if there.is_empty() || here.is_empty() {
            there.truncate(1);
            here.truncate(1);
        }
        FixedPair { with: with.to_owned(), there, here, reason }
    });
    pairs.filter(|pair| !pair.there.is_empty() || !pair.here.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_difference_of_random_regulations_leads_from_one_to_the_other(
        which in 0..10_000_usize, first in edits(), second in edits(),
    ) {
        let all = regulations();
        let own = all[which % all.len()];
        let (old, new) = (edited(own, &first), edited(own, &second));
        let difference = diff(&old, &new, &the_corpus().terms, Lang::Ru);
        prop_assert_eq!(faults(&old, &new, &difference), Vec::<String>::new());
    }

    /// What an editor has paired is told as he says, whatever the steps say, from either side.
    #[test]
    fn an_editors_pairs_hold(
        which in (0..10_000_usize, 0..10_000_usize), tellings in (0..10_000_usize, 0..10_000_usize),
        choices in prop::collection::vec((0..10_000_usize, 0..10_000_usize, 0..5_usize), 1..8), is_own in any::<bool>(),
    ) {
        let all = regulations();
        let (old, new) = (all[which.0 % all.len()], all[which.1 % all.len()]);
        prop_assume!(old.id() != new.id() && !old.processes.is_empty() && !new.processes.is_empty());
        let (mut old, mut new) = (old.clone(), new.clone());
        let pair = (&old.processes[tellings.0 % old.processes.len()], &new.processes[tellings.1 % new.processes.len()]);
        let fixed = fixed_pairs(pair.0, pair.1, &old.id(), &choices);
        if is_own {
            new.pairs.clone_from(&fixed);
        } else {
            let turned = fixed.iter().cloned().map(|pair| FixedPair { with: new.id(), there: pair.here, here: pair.there, ..pair });
            old.pairs = turned.collect();
        }
        let difference = diff(&old, &new, &the_corpus().terms, Lang::Ru);
        prop_assert_eq!(faults(&old, &new, &difference), Vec::<String>::new());
        let told: Vec<_> = difference.tellings.iter().flat_map(|telling| &telling.steps).collect();
        let set = |ids: &[String]| ids.iter().cloned().collect::<BTreeSet<_>>();
        for pair in &fixed {
            let ends: Vec<String> = pair.there.iter().chain(&pair.here).cloned().collect();
            let step = told.iter().find(|step| (set(&step.old), set(&step.new)) == (set(&pair.there), set(&pair.here)));
            prop_assert!(step.is_some_and(|step| step.fixed.is_some()), "{:?}", ends);
        }
        prop_assert_eq!(told.iter().filter(|step| step.fixed.is_some()).count(), fixed.len());
    }

    /// Whoever spoils a difference is found out: it does not fit, or leads elsewhere.
    #[test]
    fn a_spoiled_difference_does_not_lead_there(which in 0..10_000_usize, edits in edits(), at in 0..10_000_usize, how in 0..5) {
        let all = regulations();
        let old = all[which % all.len()];
        let new = edited(old, &edits);
        let mut difference = diff(old, &new, &the_corpus().terms, old.lang);
        let count = difference.text.len();
        let entry = &mut difference.text[at % count];
        match how {
            0 => drop(difference.text.remove(at % count)),
            1 => {
                let twice = entry.clone();
                difference.text.push(twice);
            }
            2 if !entry.words.is_empty() => entry.words[0].text.push('!'),
            3 if entry.old.is_some() && entry.new.is_some() => entry.old = None,
            _ => {
                let heads = [&mut entry.old, &mut entry.new].into_iter().flatten();
                heads.for_each(|(_, head)| head.id.push_str(".x"));
            }
        }
        prop_assert!(!faults(old, &new, &difference).is_empty());
    }
}

/// Once a full stop for a semicolon was no difference, and `diff` ended with 0.
#[test]
fn a_sign_of_the_text_is_a_difference() {
    for old in regulations() {
        let mut new = old.clone();
        let text = new.text.iter_mut().find_map(|node| node.text.as_mut()).unwrap();
        text.words.push('!');
        let difference = diff(old, &new, &the_corpus().terms, old.lang);
        assert!(!difference.is_empty(), "{}", old.id());
    }
}

/// A row of a table is a unit, its cells between bars.
#[test]
fn units_are_titles_texts_and_rows() {
    let regulations = regulations();
    let regulation = regulations.iter().find(|own| own.id() == "akmola/2011-a-11-491/01-targeted-social-assistance");
    let units: Vec<Unit> = units(regulation.unwrap(), None);
    let table = |unit: &&Unit| unit.head.id == "a3.t1" && matches!(unit.head.part, Part::Row(_));
    let rows: Vec<&Unit> = units.iter().filter(table).collect();
    assert!(rows.iter().any(|row| row.text.contains("| Прием документов | ")), "{rows:?}");
    assert!(units.iter().any(|unit| unit.head.part == Part::Title && unit.head.id == "s2"));
}
