//! The regulations of the project with amendments that nobody made, mangled ones among them.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qadam::catalog::Catalog;
use qadam::catalog::editions::{Edition, editions};
use qadam::catalog::versions::find_edition;
use qadam::diagram::pictures;
use qadam::flow::graph;
use qadam::lang::{Lang, Text};
use qadam::model::{Act, ActRef, Amendment, Before, Corpus, Dated, Next, Node, Origin, OtherAct, Regulation, Target};
use qadam::vocabulary::{Found, Operation};

use super::{CORPUS, anchors, elements};

/// An amendment that nobody made: of which element, by which act, what was done, what stood there.
type Made = (prop::sample::Index, usize, usize, usize);

/// Acts that might amend; two of one day, two without a day, two of one number; one that nobody describes comes last.
const ACTS: [(&str, Option<&str>); 6] = [
    ("x/2015-1", Some("2015-01-01")),
    ("x/2016-1", Some("2016-01-01")),
    ("x/2016-original", Some("2016-01-01")),
    ("x/2017-3", None),
    ("y/2017-3", None),
    ("x/2018-nobody", None),
];

fn before(which: usize) -> Before {
    match which {
        0 => Before::Absent,
        1 => Before::Unknown { existed: Found::Yes },
        2 => Before::Unknown { existed: Found::No },
        3 => Before::Unknown { existed: Found::Unknown },
        _ => Before::Text(Text::original(Lang::Ru, "прежние слова")),
    }
}

/// Puts an amendment on the n-th element.
fn put(nodes: &mut [Node], left: &mut usize, amendment: &Amendment) {
    for node in nodes {
        if *left == 0 {
            // The note stands under what was amended; where there is none, the amendment tells of none.
            let note = node.children.iter().find(|child| child.id.contains("note")).map(|child| child.id.clone());
            node.amended.push(Amendment { note, ..amendment.clone() });
            *left = usize::MAX;
        }
        if *left == usize::MAX {
            return;
        }
        *left -= 1;
        put(&mut node.children, left, amendment);
    }
}

/// The corpus of one act with one regulation, amended so; its own amendments are left out.
fn amended(at: prop::sample::Index, made: &[Made], whole: Option<(usize, usize)>) -> Corpus {
    let all: Vec<(&Act, &Regulation)> =
        CORPUS.acts.iter().flat_map(|act| act.regulations.iter().map(move |regulation| (act, regulation))).collect();
    let (act, regulation) = all[at.index(all.len())];
    let mut regulation = regulation.clone();
    regulation.amended.clear();
    let count = elements(&regulation).len();
    let amendment = |act: usize, op: usize, what: usize| Amendment {
        op: Operation::ALL[op],
        act: ACTS[act].0.to_owned(),
        before: before(what),
        note: None,
    };
    for (node, act, op, what) in made {
        put(&mut regulation.text, &mut node.index(count), &amendment(*act, *op, *what));
    }
    regulation.amended.extend(whole.map(|(act, what)| amendment(act, 1, what)));
    let other = |(id, signed): &(&str, Option<&str>)| OtherAct {
        act: ActRef {
            id: (*id).to_owned(),
            number: "1".to_owned(),
            signed: signed.map_or(Dated::Unknown, |day| Dated::On(day.parse().unwrap())),
            title: None,
            body: None,
            encoded: false,
        },
        place: "x".to_owned(),
        registered: None,
        published: None,
        effect: None,
        repealed: None,
    };
    let mut others = act.others.clone();
    others.extend(ACTS[..5].iter().map(other));
    Corpus { acts: vec![Act { regulations: vec![regulation], others, ..act.clone() }], ..Corpus::default() }
}

/// Whether an anchor is one of a text: of an element, or of a step in the rows of one of its tables.
fn stands(anchors: &BTreeSet<String>, anchor: &str) -> bool {
    let mut rest = anchor;
    loop {
        if anchors.contains(rest) {
            return true;
        }
        let Some((above, _)) = rest.rsplit_once('.') else { return false };
        rest = above;
    }
}

/// What a regulation says of places, steps and tellings that it does not have.
fn loose_ends(regulation: &Regulation) -> Vec<String> {
    let anchors: BTreeSet<String> = anchors(regulation).into_iter().collect();
    let mut faults = Vec::new();
    let mut place = |what: &str, at: &str| {
        if !stands(&anchors, at) {
            faults.push(format!("{what}: {at}"));
        }
    };
    for (field, fact) in
        regulation.passport.iter().flat_map(|(field, facts)| facts.iter().map(move |fact| (field, fact)))
    {
        place(field.as_str(), &fact.at);
    }
    regulation.terms.iter().for_each(|term| place("term", &term.at));
    regulation.participants.iter().flat_map(|one| &one.listed).for_each(|at| place("listed", at));
    regulation.about.iter().for_each(|about| place("about", &about.at));
    regulation.unreferenced.iter().for_each(|at| place("unreferenced", at));
    regulation.tables.keys().for_each(|at| place("table", at));
    for node in elements(regulation) {
        node.refers_from.iter().for_each(|at| place("refers from", at));
        node.refers.iter().filter_map(|reference| reference.to.as_ref()).for_each(|at| place("refers to", at));
    }
    for process in &regulation.processes {
        place("telling", &process.at);
        for step in &process.steps {
            place("step", &step.id);
            step.limits.iter().for_each(|limit| place("limit", &limit.at));
            if let Next::All(arrows) | Next::Choice(arrows) = &step.next {
                for arrow in arrows {
                    if let Origin::Stated(at) = &arrow.origin {
                        place("stated", at);
                    }
                }
            }
        }
    }
    for process in &regulation.processes {
        let has = |id: &Option<String>| id.as_ref().is_none_or(|id| process.steps.iter().any(|step| step.id == *id));
        let count = process.steps.len();
        for step in &process.steps {
            let mut indices = vec![step.printed_target, step.happens_after, step.variant_of];
            if let Next::All(arrows) | Next::Choice(arrows) = &step.next {
                indices
                    .extend(arrows.iter().map(|arrow| if let Target::Step(to) = arrow.to { Some(to) } else { None }));
            }
            if indices.into_iter().flatten().any(|index| index >= count) || !has(&step.parent) {
                faults.push(format!("{} leads out of {}", step.id, process.name));
            }
        }
        let links = process.retells.iter().chain(&process.of).chain(&process.alternative_to).chain(&process.continues);
        for link in links {
            let other = regulation.process(&link.process);
            let has = |id: &String| other.is_some_and(|other| other.index_of(id).is_some());
            if other.is_none() || !link.after.iter().chain(link.pairs.iter().flat_map(|(_, others)| others)).all(has) {
                faults.push(format!("{} is linked with what is not in {}", process.name, link.process));
            }
        }
    }
    faults
}

/// The anchors of what an act touched in an edition that it made, and of what stands under it.
fn touched(nodes: &[Node], act: &str, inside: bool, found: &mut BTreeSet<String>) {
    for node in nodes {
        let inside = inside || node.amended.iter().any(|amendment| amendment.act == act);
        if inside {
            found.insert(node.id.clone());
        }
        touched(&node.children, act, inside, found);
    }
}

fn outside(regulation: &Regulation, touched: &BTreeSet<String>) -> Vec<String> {
    let nodes = elements(regulation).into_iter().filter(|node| !touched.contains(&node.id));
    // A telling that lost its steps is no element of its own.
    let printed = nodes.filter(|node| node.kind != qadam::model::NodeKind::Process);
    printed
        .map(|node| format!("{} {:?} {:?} {:?} {:?}", node.id, node.title, node.text, node.table, node.lost))
        .collect()
}

fn compare(older: &Edition<'_>, newer: &Edition<'_>) -> Result<(), TestCaseError> {
    let (Some(own), Some(next)) = (older.regulation(), newer.regulation()) else { return Ok(()) };
    let act = newer.maker.act.as_ref().unwrap();
    let mut changed = BTreeSet::new();
    touched(&next.text, &act.id, false, &mut changed);
    prop_assert_eq!(outside(own, &changed), outside(next, &changed));
    let known = anchors(next);
    let mut rest = known.iter();
    for anchor in anchors(own) {
        prop_assert!(rest.any(|next| *next == anchor), "{} is new, or moved", anchor);
    }
    for node in elements(own) {
        prop_assert!(node.amended.iter().all(|amendment| amendment.act != act.id), "{} is amended still", node.id);
    }
    for change in &newer.changes {
        let Some(at) = change.at else { continue };
        let Some(node) = elements(own).into_iter().find(|node| node.id == at) else { continue };
        let today = elements(next).into_iter().find(|node| node.id == at).unwrap();
        let is_told = today.amended.iter().any(|one| one.act == act.id);
        if is_told
            && matches!(change.amendment.before, Before::Unknown { .. })
            && older.lacks().iter().any(|lack| lack.at == at)
        {
            let former = node.text.as_ref().is_none_or(|text| text.words == "прежние слова");
            prop_assert!(former, "{} says what it says today", at);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn editions_follow_from_any_amendments(
        at in any::<prop::sample::Index>(),
        made in prop::collection::vec((any::<prop::sample::Index>(), 0..ACTS.len(), 0..Operation::ALL.len(), 0..5_usize), 1..8),
        whole in prop::option::weighted(0.2, (0..ACTS.len(), 0..5_usize)),
    ) {
        let corpus = amended(at, &made, whole);
        let catalog = Catalog::new(&corpus);
        let act = &corpus.acts[0];
        let regulation = &act.regulations[0];
        let found = editions(&catalog, act, regulation);
        let names: BTreeSet<&str> = found.iter().map(|edition| edition.maker.name.as_str()).collect();
        prop_assert_eq!(names.len(), found.len(), "two editions of one name: {:?}", names);
        let days: Vec<_> = found.iter().filter_map(|edition| edition.maker.act.as_ref()?.signed.day()).collect();
        prop_assert!(days.is_sorted());
        prop_assert_eq!(anchors(found.last().unwrap().regulation().unwrap()), anchors(regulation));
        for pair in found.windows(2) {
            compare(&pair[0], &pair[1])?;
        }
        for edition in &found {
            let name = format!("{}@{}", regulation.id(), edition.maker.name);
            let version = find_edition(&catalog, act, regulation, Some(edition.maker.name.as_str()));
            prop_assert_eq!(&version.unwrap().name(), &name);
            let Some(own) = edition.regulation() else { continue };
            let faults = loose_ends(own);
            prop_assert!(faults.is_empty(), "{}: {:?}", name, faults);
            own.processes.iter().for_each(|process| drop(graph(process)));
            drop(pictures(own));
            let known: BTreeSet<String> = anchors(own).into_iter().collect();
            prop_assert!(edition.lacks().iter().all(|lack| stands(&known, &lack.at)));
        }
    }
}
