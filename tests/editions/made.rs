//! The editions that the acts of the project made.

use qadam::catalog::editions::{Lack, Lacks, Wording, is_amended};
use qadam::vocabulary::Found;

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
    let words = |regulation: &qadam::model::Regulation| -> Vec<String> {
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
    let forms = |regulation: &qadam::model::Regulation| {
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
