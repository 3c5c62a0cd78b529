//! The editions that the acts of the project made.

use qadam::catalog::Catalog;
use qadam::catalog::editions::editions;
use qadam::catalog::editions::{Lack, Lacks, Wording, is_amended};
use qadam::flow::pairs;
use qadam::lang::{Lang, Text};
use qadam::model::{Amendment, Before, Corpus, Node, Process, Regulation};
use qadam::vocabulary::{Found, Operation};

use super::{CORPUS, anchors, editions_of, elements, regulation};

const PERMIT: &str = "almaty/2014-2-236/17-foreign-labour-permit";

fn names(id: &str) -> Vec<String> {
    editions_of(id).into_iter().map(|edition| edition.maker.name).collect()
}

#[test]
fn what_an_act_added_is_not_in_the_edition_before() {
    let editions = editions_of(PERMIT);
    let [original, newest] = editions.as_slice() else { panic!("{:?}", names(PERMIT)) };
    assert_eq!((original.maker.name.as_str(), newest.maker.name.as_str()), ("original", "4-886"));
    assert_eq!(newest.maker.act.as_ref().unwrap().number, "4/886");
    assert!(original.is_exact() && newest.is_exact());
    let (original, newest) = (original.regulation().unwrap(), newest.regulation().unwrap());
    let added: Vec<String> = ["p13"].into_iter().map(str::to_owned).chain((11..=20).map(|n| format!("a{n}"))).collect();
    let is_added = |anchor: &String| added.iter().any(|added| anchor.split('.').next() == Some(added));
    let kept: Vec<String> = anchors(newest).into_iter().filter(|anchor| !is_added(anchor)).collect();
    assert_eq!(anchors(original), kept);
    assert!(added.iter().all(|anchor| anchors(newest).contains(anchor)));
    for annex in elements(original).iter().filter(|node| node.id.starts_with('a')) {
        assert!(!annex.refers_from.contains(&"p13".to_owned()), "{}", annex.id);
    }
    // Nothing else is another: neither words nor tellings.
    let words = |regulation: &Regulation| -> Vec<String> {
        let said = elements(regulation).into_iter().filter(|node| !is_added(&node.id));
        said.map(|node| format!("{:?} {:?} {:?}", node.title, node.text, node.table)).collect()
    };
    assert_eq!(words(original), words(newest));
    assert_eq!(format!("{:?}", original.processes), format!("{:?}", newest.processes));
    assert_eq!(format!("{:?}", original.passport), format!("{:?}", newest.passport));
    assert_eq!(original.participants.len(), newest.participants.len());
    assert!(original.unreferenced.is_empty() && !newest.unreferenced.is_empty());
}

#[test]
fn what_an_act_restated_may_not_have_been_there_before() {
    let editions = editions_of("almaty/2014-2-236/04-prosthetic-aid");
    let original = editions[0].regulation().unwrap();
    assert_eq!(editions[0].lacks(), [Lack { at: "a2".to_owned(), what: Lacks::Existence }]);
    let annex = elements(original).into_iter().find(|node| node.id == "a2").unwrap();
    assert!(annex.title.is_none() && annex.text.is_none() && annex.children.is_empty() && annex.refers_from.is_empty());
    assert!(annex.lost.is_some() && annex.amended.is_empty());
    assert!(!anchors(original).iter().any(|anchor| anchor.starts_with("p12") || anchor.starts_with("a2.")));
}

#[test]
fn former_words_that_nobody_knows_are_not_those_of_today() {
    let id = "akzhar/2012-277/02-wheelchairs";
    assert_eq!(names(id), ["original", "320"]);
    let editions = editions_of(id);
    assert_eq!(editions[0].lacks(), [Lack { at: "p3".to_owned(), what: Lacks::Text }]);
    assert!(!editions[0].is_exact() && editions[1].is_exact());
    let original = editions[0].regulation().unwrap();
    let point = elements(original).into_iter().find(|node| node.id == "p3").unwrap();
    assert!(point.text.is_none() && point.children.is_empty() && point.number.as_deref() == Some("3"));
    let forms = |regulation: &Regulation| {
        let facts = regulation.passport.iter().flat_map(|(_, facts)| facts);
        facts.filter(|fact| fact.at == "p3").count()
    };
    assert!(forms(editions[1].regulation().unwrap()) > 0, "the form stands in point 3 today");
    assert_eq!(forms(original), 0);
}

#[test]
fn of_a_regulation_that_was_restated_the_former_text_is_unknown() {
    for (id, expected) in [
        ("akzhar/2012-277/06-housing-assistance", Found::Yes),
        ("akmola/2011-a-11-491/01-targeted-social-assistance", Found::Yes),
        ("akzhar/2012-277/14-targeted-social-assistance", Found::Unknown),
    ] {
        let editions = editions_of(id);
        assert_eq!(editions.len(), 2, "{id}");
        assert!(editions[0].regulation().is_none() && !editions[0].is_exact(), "{id}");
        assert!(matches!(editions[0].wording, Wording::Unknown { existed } if existed == expected), "{id}");
        assert!(editions[1].is_exact() && editions[1].changes.iter().any(|change| change.at.is_none()), "{id}");
    }
    assert_eq!(names("akmola/2011-a-11-491/01-targeted-social-assistance"), ["original", "a-12-517"]);
}

#[test]
fn the_newest_edition_is_the_regulation_and_the_only_one_where_nothing_was_amended() {
    for found in CORPUS.acts.iter().flat_map(|act| &act.regulations) {
        let editions = editions_of(&found.id());
        assert!(std::ptr::eq(editions.last().unwrap().regulation().unwrap(), regulation(&found.id()).1));
        assert_eq!(editions.len() > 1, is_amended(found), "{}", found.id());
        assert!(editions[0].changes.is_empty(), "{}", found.id());
    }
}

/// Puts an amendment of a later act on an element; whether it is there.
fn amend(nodes: &mut [Node], at: &str, op: Operation, before: &Before) -> bool {
    nodes.iter_mut().any(|node| {
        if node.id == at {
            node.amended.push(Amendment { op, act: "x/2020-1".to_owned(), before: before.clone(), note: None });
            return true;
        }
        amend(&mut node.children, at, op, before)
    })
}

/// A regulation as it would have stood before a later act did something to an element.
fn before(id: &str, at: &str, op: Operation, before: &Before) -> Regulation {
    let (act, regulation) = regulation(id);
    let mut regulation = regulation.clone();
    assert!(amend(&mut regulation.text, at, op, before), "{id} has no {at}");
    let corpus = Corpus { acts: vec![act.clone()], ..Corpus::default() };
    let found = editions(&Catalog::new(&corpus), act, &regulation);
    found[found.len() - 2].regulation().unwrap().clone()
}

#[test]
fn a_step_in_its_former_words_keeps_what_they_say_too() {
    let id = "almaty/2019-2-260/01-job-seeker-registration";
    let step = |regulation: &Regulation| {
        regulation.process("provider").unwrap().steps.iter().find(|step| step.id == "p8.1").unwrap().clone()
    };
    let today = step(regulation(id).1);
    assert_eq!(today.limits.len(), 1);
    for (words, limits) in [("специалист принимает документы;", 0), (today.text.words.as_str(), 1)]
    {
        let former = Before::Text(Text::original(Lang::Ru, words));
        let own = step(&before(id, "p8.1", Operation::Changed, &former));
        assert_eq!((own.text.words.as_str(), own.limits.len()), (words, limits));
        assert_eq!(own.doers, today.doers);
    }
}

/// What a telling repeats of another one is said by anchors: pairs that were in order alone would have moved.
#[test]
fn what_a_telling_repeats_does_not_move_with_a_step_that_was_added() {
    let matches = |own: &Process, other: &Process| {
        let link = own.retells.as_ref().unwrap();
        let ids = |process: &Process, steps: &[usize]| -> Vec<String> {
            steps.iter().map(|step| process.steps[*step].id.clone()).collect()
        };
        let pairs =
            pairs(link, own, other).into_iter().map(|(step, steps)| (own.steps[step].id.clone(), ids(other, &steps)));
        pairs.filter(|(_, others)| !others.is_empty()).collect::<Vec<_>>()
    };
    let mut in_order = 0;
    for found in CORPUS.acts.iter().flat_map(|act| &act.regulations) {
        for own in found.processes.iter().filter(|process| process.retells.is_some() && process.steps.len() > 2) {
            let other = found.process(&own.retells.as_ref().unwrap().process).unwrap();
            let added = &other.steps[1].id;
            if !anchors(found).contains(added) {
                continue;
            }
            in_order += usize::from(own.retells.as_ref().unwrap().pairs.is_empty());
            let former = before(&found.id(), added, Operation::Added, &Before::Absent);
            let (Some(then), Some(other_then)) = (former.process(&own.name), former.process(&other.name)) else {
                continue;
            };
            let gone = |id: &String| !anchors(&former).contains(id) && anchors(found).contains(id);
            let mut due = matches(own, other);
            for (_, others) in &mut due {
                others.retain(|id| !gone(id));
            }
            due.retain(|(id, others)| !gone(id) && !others.is_empty());
            let is = then.retells.as_ref().map_or(Vec::new(), |_| matches(then, other_then));
            assert_eq!(is, due, "{} {}", found.id(), own.name);
        }
    }
    assert!(in_order > 0);
}
