//! Names of versions, and which edition held on a day.

use qadam::catalog::Catalog;
use qadam::catalog::versions::{NoneHeld, VersionError, find_edition};
use qadam::lang::Locale;
use qadam::model::{Corpus, Dated, Effect};

use super::CORPUS;

const PERMIT: &str = "almaty/2014-2-236/17-foreign-labour-permit";

/// The edition of a name, or what is wrong with it.
fn find(corpus: &Corpus, name: &str) -> Result<String, VersionError> {
    let (id, edition) = name.split_once('@').map_or((name, None), |(id, edition)| (id, Some(edition)));
    let catalog = Catalog::new(corpus);
    let (act, regulation) = catalog.regulation(id).unwrap();
    find_edition(&catalog, act, regulation, edition).map(|version| version.name())
}

fn known(name: &str) -> Result<String, VersionError> {
    find(&CORPUS, name)
}

#[test]
fn a_version_is_found_by_its_name() {
    assert_eq!(known(PERMIT).unwrap(), format!("{PERMIT}@4-886"));
    assert_eq!(known(&format!("{PERMIT}@4-886")).unwrap(), format!("{PERMIT}@4-886"));
    assert_eq!(known(&format!("{PERMIT}@original")).unwrap(), format!("{PERMIT}@original"));
    let karaganda = CORPUS.acts.iter().find(|act| act.place == "karaganda").unwrap().regulations[0].id();
    assert_eq!(known(&karaganda).unwrap(), format!("{karaganda}@original"));
}

#[test]
fn of_an_unknown_edition_it_is_told_which_there_are() {
    for edition in ["4-887", "", "2014-13-45", "original@original"] {
        let Err(VersionError::UnknownEdition { known, .. }) = known(&format!("{PERMIT}@{edition}")) else {
            panic!("{edition}")
        };
        assert_eq!(known, ["original", "4-886"]);
    }
}

/// In force from 6 May 2014, amended on 28 October 2014, repealed on 9 September 2015; since when the two acts had effect
/// nobody knows.
#[test]
fn which_edition_held_is_answered_only_where_the_text_decides_it() {
    let on = |day: &str| known(&format!("{PERMIT}@{day}"));
    for day in ["2014-05-06", "2014-08-01", "2014-10-27"] {
        assert_eq!(on(day).unwrap(), format!("{PERMIT}@original"), "{day}");
    }
    for day in ["2013-01-01", "2014-05-05"] {
        assert!(matches!(on(day), Err(VersionError::NoneHeld { why: NoneHeld::NotYet, .. })), "{day}");
    }
    for (day, number) in [("2014-10-28", "4/886"), ("2015-09-08", "4/886"), ("2015-09-09", "3/539")] {
        assert!(matches!(on(day), Err(VersionError::Undecided { act, .. }) if act == number), "{day}");
    }
    // Nobody knows since when this one was in force at all.
    let akzhar = "akzhar/2012-277/02-wheelchairs";
    assert!(matches!(known(&format!("{akzhar}@2012-08-22")), Err(VersionError::Undecided { act, .. }) if act == "277"));
}

#[test]
fn a_day_of_effect_decides() {
    let mut corpus = CORPUS.clone();
    let act = corpus.acts.iter_mut().find(|act| act.id == "almaty/2014-2-236").unwrap();
    let from = |day: &str| Some(Effect { words: None, from: Dated::On(day.parse().unwrap()) });
    act.others.iter_mut().find(|other| other.act.id == "almaty/2014-4-886").unwrap().effect = from("2014-11-20");
    act.repealed.as_mut().unwrap().effect = from("2015-10-01");
    let on = |day: &str| find(&corpus, &format!("{PERMIT}@{day}"));
    assert_eq!(on("2014-11-19").unwrap(), format!("{PERMIT}@original"));
    assert_eq!(on("2014-11-20").unwrap(), format!("{PERMIT}@4-886"));
    assert_eq!(on("2015-09-30").unwrap(), format!("{PERMIT}@4-886"));
    assert!(matches!(on("2015-10-01"), Err(VersionError::NoneHeld { why: NoneHeld::Repealed, .. })));
}

#[test]
fn every_fault_of_a_name_is_told_in_every_language() {
    let names = ["no", "2015-01-01", "2001-01-01"].map(|edition| format!("{PERMIT}@{edition}"));
    for locale in Locale::ALL {
        let messages = qadam::cli::messages(locale);
        let told: Vec<String> = names
            .iter()
            .map(|name| {
                let (id, args) = known(name).unwrap_err().message();
                messages.format(id, &args)
            })
            .collect();
        for text in &told {
            assert!(!text.is_empty() && !text.contains('[') && !text.contains("{$"), "{text}");
        }
        assert!(told[0].contains("4-886") && told[1].contains("4/886"), "{told:?}");
    }
}
