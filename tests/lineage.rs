//! The lineage: the lines of the law as they have to be, what holds for the lines of any corpus, and for their pictures.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use qadam::catalog::{Between, Catalog, EventKind, Kin, Lineage, Station};
use qadam::diagnostic::{Code, Diagnostic};
use qadam::diagram::text::{Face, Weight};
use qadam::diagram::{Mark, Stop, Tie, TieKind, Timeline};
use qadam::lang::Lang;
use qadam::model::Corpus;
use qadam::source::{GivenFile, parse_project, read_project};

/// The corpus of a project without an error; a small one has no glossary and no site.
fn resolve((project, mut diagnostics): (qadam::source::Project, Vec<Diagnostic>)) -> Corpus {
    let (corpus, faults) = qadam::resolve::resolve(&project);
    diagnostics.extend(faults);
    let errors: Vec<_> =
        diagnostics.iter().filter(|fault| fault.is_error() && fault.code != Code::MissingFile).collect();
    assert!(errors.is_empty(), "{errors:?}");
    corpus
}

/// The acts of the law.
fn law() -> &'static Corpus {
    static LAW: OnceLock<Corpus> = OnceLock::new();
    LAW.get_or_init(|| resolve(read_project(Path::new(env!("CARGO_MANIFEST_DIR")))))
}

fn told(line: &Lineage<'_>) -> Vec<String> {
    let deed = |station: &Station<'_>| {
        station.deeds.iter().fold(String::new(), |mut told, deed| {
            let places: BTreeSet<&str> = deed.said.iter().filter_map(|said| said.at).collect();
            let places = places.into_iter().collect::<Vec<_>>().join(" ");
            let what = if deed.kind == EventKind::Repealed { "repeals" } else { "amends" };
            let _ = write!(told, "; {what} {} ({places})", deed.to.number);
            told
        })
    };
    let station = |station: &Station<'_>| {
        let kin = match &station.kin {
            Kin::Own => String::new(),
            Kin::Before(services) => format!(" before: {}", services.join(" ")),
            Kin::After(services) => format!(" after: {}", services.join(" ")),
            Kin::Unknown => " unknown".to_owned(),
        };
        let gap = if station.after_gap { "gap, " } else { "" };
        let text = if station.act.encoded { "" } else { " no text" };
        let signed = station.act.signed.day().map_or_else(|| "undated".to_owned(), |day| day.to_string());
        let names: Vec<&str> = station.regulations.iter().map(|regulation| regulation.name.as_str()).collect();
        let regulations = if names.is_empty() { String::new() } else { format!(" [{}]", names.join(" ")) };
        format!("{gap}{signed} {}{regulations}{text}{kin}{}", station.act.number, deed(station))
    };
    line.stations.iter().chain(&line.undated).map(station).collect()
}

// The law ----------------------------------------------------------------------------------------------------------------

#[test]
fn the_line_of_job_seekers_in_almaty_has_its_predecessor_and_its_gap() {
    let catalog = Catalog::new(law());
    let before = "before: unemployed-citizens-registration";
    assert_eq!(
        told(&catalog.lineage("job-seeker-registration", "almaty")),
        [
            "2012-03-30 1/230 no text unknown",
            "2012-03-30 1/231 no text unknown",
            "2012-12-20 4/1050 no text unknown",
            "2013-02-11 1/73 no text unknown",
            "2013-07-26 3/657 no text unknown",
            "2013-09-09 3/776 no text unknown",
            "2013-10-18 4/889 no text unknown",
            &format!(
                "2014-04-11 2/236 [01-unemployed-citizens-registration] {before}; repeals 1/230 (a.p1); \
                 repeals 1/231 (a.p2); repeals 4/1050 (a.p3); repeals 1/73 (a.p4); repeals 3/657 (a.p5); \
                 repeals 3/776 (a.p6); repeals 4/889 (a.p7)"
            ),
            &format!("2014-10-28 4/886 no text {before}; amends 2/236 (a4 p15)"),
            &format!("2015-09-09 3/539 no text {before}; repeals 2/236 (note1)"),
            "gap, 2017-11-30 4/496 no text",
            "2019-04-25 2/260 [01-job-seeker-registration]; amends 4/496 (p1.par2 p1.par3 p1.par4 p1.par5)",
            "2020-10-20 4/438 no text; repeals 2/260 (note1)",
        ]
    );
}

#[test]
fn the_line_of_the_old_service_goes_on_in_those_it_became() {
    let catalog = Catalog::new(law());
    let line = catalog.lineage("unemployed-citizens-registration", "almaty");
    let last = line.stations.last().unwrap();
    assert_eq!(last.kin, Kin::After(vec!["job-seeker-registration", "unemployed-registration"]));
    let act = line.stations.iter().find(|station| station.act.number == "2/260").unwrap();
    assert_eq!(act.regulations.len(), 2);
    // Where the services that it became have no regulation, it ends with its own acts.
    assert_eq!(catalog.lineage("unemployed-citizens-registration", "karaganda").stations.len(), 2);
}

#[test]
fn an_amendment_stands_in_the_lines_that_it_bears_on_or_may_bear_on() {
    let catalog = Catalog::new(law());
    let all = |service| told(&catalog.lineage(service, "akzhar"));
    assert_eq!(
        all("wheelchairs"),
        [
            "2012-08-22 277 [02-wheelchairs]",
            "2012-09-27 320 no text; amends 277 (p3)",
            // It changed the list of the act's regulations: whether for this one, nobody says.
            "2013-02-04 39 no text unknown; amends 277 (p1)",
            "2013-05-24 178 no text; repeals 277 (note1)",
        ]
    );
    assert_eq!(
        all("housing-assistance"),
        [
            "2012-08-22 277 [06-housing-assistance]",
            "2013-02-04 39 no text; amends 277 (p1)",
            "2013-05-24 178 no text; repeals 277 (note1)",
        ]
    );
    assert_eq!(
        told(&catalog.lineage("unemployed-certificates", "akmola")),
        ["2011-12-07 А-11/491 [03-unemployed-certificates]", "2013-06-03 А-5/225 no text; repeals А-11/491 (note1)"]
    );
    assert_eq!(
        told(&catalog.lineage("oralman-status", "karaganda")),
        ["2014-07-08 34/05 [19-oralman-status]", "2015-09-22 55/04 no text; repeals 34/05 (note1)"]
    );
}

#[test]
fn the_line_of_an_act_ends_where_no_text_leads_on() {
    let catalog = Catalog::new(law());
    let line = catalog.lineage_of_act(catalog.act("almaty/2019-2-260").unwrap());
    let numbers: Vec<&str> = line.stations.iter().map(|station| station.act.number.as_str()).collect();
    assert_eq!(numbers, ["4/496", "2/260", "4/438"]);
    assert!(line.stations.iter().all(|station| !station.after_gap && station.kin == Kin::Own));
}

#[test]
fn neighbours_across_a_gap_say_nothing_of_the_act_that_changed_the_one_into_the_other() {
    let catalog = Catalog::new(law());
    for (service, newer) in [("job-seeker-registration", "01"), ("unemployed-registration", "02")] {
        let pairs = catalog.neighbours(service);
        let [pair] = pairs.as_slice() else { panic!("{}", pairs.len()) };
        assert_eq!(pair.older.1.id(), "almaty/2014-2-236/01-unemployed-citizens-registration");
        assert!(pair.newer.1.name.starts_with(newer));
        assert_eq!(pair.between, Between::Unknown);
    }
    assert!(catalog.neighbours("unemployed-citizens-registration").is_empty());
}

// Small corpora ------------------------------------------------------------------------------------------------------------

/// An act of a small corpus.
#[derive(Debug, Clone, Default)]
struct Draw {
    /// Days after the first; `None` = unknown.
    day: Option<u8>,
    /// The numbers of the services that it has a regulation of.
    services: Vec<u8>,
    /// Indices of acts, modulo all acts; those above the number of the encoded ones have no text.
    amends: Vec<u8>,
    repeals: Vec<u8>,
    repealed: Option<u8>,
    /// Which act restated its only point, if any; itself, in a line of nonsense.
    restated: Option<u8>,
}

/// How many services a small corpus has: each but the first came from the one before it.
const SERVICES: u8 = 3;

fn id(index: usize) -> String {
    format!("here/2000-{index}")
}

fn signed(day: Option<u8>) -> String {
    day.map_or_else(|| "unknown".to_owned(), |day| format!("2000-01-{:02}", day % 28 + 1))
}

/// The corpus of these acts, of which those from `texts` on have no text.
fn corpus(acts: &[Draw], texts: usize) -> Corpus {
    let mut files: Vec<GivenFile> = Vec::new();
    let mut add = |path: String, text: String| files.push(GivenFile { path, bytes: text.into_bytes() });
    let name = |name: &str| format!("{{ru: {name}, kk: {name}}}");
    let akimat = format!("{{akimat: {{name: {}, genitive: {}}}}}", name("акимат"), name("акимата"));
    let places = format!("places:\n  here: {{kind: city, name: {}, bodies: {akimat}}}\n", name("город"));
    add("regulations/places.yaml".to_owned(), places);
    let mut services = format!("topics: {{topic: {{name: {}}}}}\nservices:\n", name("тема"));
    for service in 0..SERVICES {
        let _ = writeln!(services, "  s{service}:\n    name: {}\n    topic: topic\n    today: unknown", name("услуга"));
        if service > 0 {
            let reason = name("так");
            let _ =
                writeln!(services, "    relations: [{{kind: split-from, with: s{}, reason: {reason}}}]", service - 1);
        }
    }
    add("regulations/services.yaml".to_owned(), services);
    let mut described = BTreeSet::new();
    for (index, act) in acts[..texts].iter().enumerate() {
        let other = |other: &u8| usize::from(*other) % acts.len();
        let others = |list: &[u8]| list.iter().map(other).filter(|other| *other != index).collect::<BTreeSet<_>>();
        let repealed = others(act.repealed.as_slice());
        let (amends, repeals) = (others(&act.amends), others(&act.repeals));
        let list = |to: &BTreeSet<usize>| {
            to.iter().map(|to| format!("{{act: {}, at: p1}}", id(*to))).collect::<Vec<_>>().join(", ")
        };
        let mut text = format!(
            "place: here\nadopted_by: akimat\nlanguage: ru\ntitle: Акт\nnumber: \"{index}\"\nsigned: {}\n\
             source: {{publisher: unknown, address: unknown, digest: \"sha256:0\"}}\ntext: [{{point: \"1\", text: Так.}}]\n\
             amends: [{}]\nrepeals: [{}]\n",
            signed(act.day),
            list(&amends),
            list(&repeals),
        );
        if !repealed.is_empty() {
            let _ = writeln!(text, "repealed: {}", list(&repealed));
        }
        let restated = act.restated.map(|by| other(&by));
        if let Some(by) = restated {
            let amended = format!("Так., amended: {{op: restated, act: {}, before: unknown}}", id(by));
            text = text.replacen("Так.", &amended, 1);
        }
        let named = amends.iter().chain(&repeals).chain(&repealed).chain(&restated).filter(|other| **other >= texts);
        let new: Vec<usize> = named.copied().filter(|other| described.insert(*other)).collect();
        if !new.is_empty() {
            text.push_str("other_acts:\n");
        }
        for other in new {
            let day = signed(acts[other].day);
            let _ = writeln!(text, "  {}: {{number: \"{other}\", signed: {day}}}", id(other));
        }
        add(format!("regulations/{}/act.yaml", id(index)), text);
        let services: BTreeSet<u8> = act.services.iter().map(|service| service % SERVICES).collect();
        for (ordinal, service) in services.iter().enumerate() {
            let text = format!(
                "service: s{service}\nordinal: {}\ntitle: Услуга\nheading: Регламент\nparticipants: {{}}\n\
                 passport: {{provider: unknown, recipients: unknown, channels: unknown, documents: unknown, form: unknown, \
                 result: unknown, refusals: unknown, schedule: unknown, fee: unknown, complaints: unknown}}\n\
                 text: [{{point: \"1\", text: Так.}}]\n",
                ordinal + 1
            );
            add(format!("regulations/{}/{:02}-s{service}.yaml", id(index), ordinal + 1), text);
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    resolve(parse_project(files, Vec::new()))
}

#[test]
fn between_two_texts_that_lead_to_each_other_the_act_is_known() {
    let act = |day, services: &[u8], repeals: &[u8]| Draw {
        day: Some(day),
        services: services.to_vec(),
        repeals: repeals.to_vec(),
        ..Draw::default()
    };
    let between = |acts: &[Draw], texts: usize| {
        let corpus = corpus(acts, texts);
        Catalog::new(&corpus).neighbours("s1").iter().map(|pair| pair.between).collect::<Vec<_>>()
    };
    let (old, new) = (act(0, &[0], &[]), act(9, &[1], &[0]));
    assert_eq!(between(&[old.clone(), new.clone()], 2), [Between::Known]);
    // Nobody says how the one led to the other.
    assert_eq!(between(&[old.clone(), act(9, &[1], &[])], 2), [Between::Unknown]);
    // An act that amended the old one has no text.
    let amended = Draw { repeals: vec![0, 2], ..new.clone() };
    assert_eq!(between(&[old.clone(), amended, act(5, &[], &[])], 2), [Between::Unknown]);
    // An act that nobody dates may lie between them.
    let undated = Draw { day: None, ..act(0, &[], &[0]) };
    assert_eq!(between(&[old, new, undated], 3), [Between::Unknown]);
}

#[test]
fn an_undated_act_stands_apart_and_may_still_lead_from_one_to_the_next() {
    let first = Draw { day: Some(0), services: vec![0], repealed: Some(2), ..Draw::default() };
    let last = Draw { day: Some(9), services: vec![0], repeals: vec![2], ..Draw::default() };
    let acts = [first, last, Draw::default()];
    let corpus = corpus(&acts, 2);
    let line = Catalog::new(&corpus).lineage("s0", "here");
    assert_eq!(
        told(&line),
        ["2000-01-01 0 [01-s0]", "2000-01-10 1 [01-s0]; repeals 2 (p1)", "undated 2 no text; repeals 0 (p1)"]
    );
}

#[test]
fn what_the_repealing_act_did_besides_is_no_part_of_the_line() {
    let old = Draw { day: Some(0), services: vec![0], ..Draw::default() };
    let repealing = Draw { day: Some(5), repeals: vec![0, 2], ..Draw::default() };
    let corpus = corpus(&[old, repealing, Draw { day: Some(1), ..Draw::default() }], 2);
    let catalog = Catalog::new(&corpus);
    let old = "2000-01-01 0";
    assert_eq!(told(&catalog.lineage("s0", "here")), [&format!("{old} [01-s0]"), "2000-01-06 1; repeals 0 (p1)"]);
    let act = catalog.act("here/2000-1").unwrap();
    assert_eq!(
        told(&catalog.lineage_of_act(act)),
        [old, "2000-01-02 2 no text", "2000-01-06 1; repeals 0 (p1); repeals 2 (p1)"]
    );
}

// Pictures -----------------------------------------------------------------------------------------------------------------

/// Tracks, arms and marks of a picture, checked by one who knows nothing of their making: what is wrong with it.
fn faults(timeline: &Timeline) -> Vec<String> {
    let svg = timeline.svg();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    let number = |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<i32>().unwrap();
    let (width, height) = (number(root, "width"), number(root, "height"));
    let within = |class: &str, tag: &str| {
        let group = root.children().find(|node| node.attribute("class") == Some(class)).unwrap();
        group.descendants().filter(|node| node.has_tag_name(tag)).collect::<Vec<_>>()
    };
    let mut faults = Vec::new();
    let mut marks: Vec<i32> = within("l-marks", "circle").iter().map(|circle| number(*circle, "cy")).collect();
    marks.dedup();
    if marks.len() != timeline.stops.len() || !marks.is_sorted() {
        faults.push(format!("marks at {marks:?}"));
    }
    let mut verticals: Vec<(i32, i32, i32)> = Vec::new();
    let mut arms: Vec<(i32, i32)> = Vec::new();
    for path in within("l-ties", "path") {
        let words: Vec<&str> = path.attribute("d").unwrap().split(' ').collect();
        let at = |index: usize| words[index].parse::<i32>().unwrap();
        // M axis from H x M x top V bottom, then for each arm: M x y H tip.
        let (axis, from, x, top, bottom) = (at(1), at(2), at(4), at(7), at(9));
        verticals.push((x, top, bottom));
        arms.push((from, x));
        for arm in words[10..].chunks(5) {
            let y: i32 = arm[2].parse().unwrap();
            arms.push((y, x));
            let is_on = (top..=bottom).contains(&y) && (top..=bottom).contains(&from);
            if arm[1].parse() != Ok(x) || !is_on || arm[4].parse::<i32>().unwrap() >= axis {
                faults.push(format!("an arm leaves its line: {arm:?}"));
            }
        }
    }
    for (index, one) in verticals.iter().enumerate() {
        let meets = |other: &(i32, i32, i32)| other.0 == one.0 && other.1 <= one.2 && one.1 <= other.2;
        if one.0 < 0 || verticals[index + 1..].iter().any(meets) {
            faults.push(format!("two lines at {one:?}"));
        }
    }
    let heights: BTreeSet<i32> = arms.iter().map(|(y, _)| *y).collect();
    if heights.len() != arms.len() {
        faults.push(format!("two arms at one height: {arms:?}"));
    }
    for (stop, mark) in marks.iter().enumerate() {
        let next = marks.get(stop + 1).copied().unwrap_or(height);
        let came = heights.iter().filter(|y| (mark + 3..next - 2).contains(*y)).count();
        let ties = timeline.ties.iter().filter(|tie| tie.to == stop).count();
        if came != ties {
            faults.push(format!("{came} lines come to stop {stop}, which has {ties}"));
        }
    }
    let mut last = 0;
    for label in within("l-words", "text") {
        let size = number(label, "font-size");
        let weight = if label.attribute("font-weight").is_some() { Weight::Bold } else { Weight::Regular };
        for line in label.children() {
            let (x, y, face) = (number(line, "x"), number(line, "y"), Face { size: size.unsigned_abs(), weight });
            let end = x + i32::try_from(qadam::diagram::text::width(line.text().unwrap(), face)).unwrap();
            if end > width || y > height || y - size < last {
                faults.push(format!("words do not fit: {:?} to {end} of {width}, {y} after {last}", line.text()));
            }
            last = y;
        }
    }
    faults
}

fn timeline() -> impl Strategy<Value = Timeline> {
    let words = prop::sample::select(vec![
        "",
        "№ 2/236",
        "<&\"'",
        "текста в архиве нет; касается ли этой услуги, не указано",
        "сверхдлинноесловокотороенигденепереносится",
    ]);
    let words = move || words.clone().prop_map(str::to_owned);
    let mark = prop::sample::select(vec![Mark::Text, Mark::NoText, Mark::Here]);
    let stop = (mark, words(), words(), prop::collection::vec(words(), 0..4), prop::option::of(words()));
    let stop = stop.prop_map(|(mark, when, name, notes, gap)| Stop { mark, when, name, notes, gap });
    let kind = prop::sample::select(vec![TieKind::Amended, TieKind::Repealed]);
    let ties = prop::collection::btree_map((0usize..12, 0usize..12), kind, 0..20);
    (prop::collection::vec(stop, 2..12), ties).prop_map(|(stops, ties)| {
        let count = stops.len();
        let mut known: BTreeMap<(usize, usize), TieKind> = BTreeMap::new();
        for ((by, to), kind) in ties {
            known.insert((by % count, to % count), kind);
        }
        let ties = known.into_iter().filter(|((by, to), _)| by != to).map(|((by, to), kind)| Tie { by, to, kind });
        Timeline {
            id: "line".to_owned(),
            lang: Lang::Ru,
            title: "<&\"'".to_owned(),
            description: String::new(),
            ties: ties.collect(),
            stops,
        }
    })
}

fn draw() -> impl Strategy<Value = Draw> {
    let others = || prop::collection::vec(any::<u8>(), 0..3);
    let day = prop::option::weighted(0.8, 0u8..28);
    let services = prop::collection::vec(0u8..SERVICES, 0..3);
    let (repealed, restated) = (prop::option::of(any::<u8>()), prop::option::of(any::<u8>()));
    (day, services, others(), others(), repealed, restated).prop_map(
        |(day, services, amends, repeals, repealed, restated)| Draw {
            day,
            services,
            amends,
            repeals,
            repealed,
            restated,
        },
    )
}

/// Whether deeds of the line lead from the stations before a place to those after it, be it by way of undated ones: looked
/// for step by step.
fn leads_on(line: &Lineage<'_>, at: usize) -> bool {
    let all = || line.stations.iter().chain(&line.undated);
    let mut ways: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (station, deed) in all().flat_map(|station| station.deeds.iter().map(move |deed| (station, deed))) {
        ways.entry(&station.act.id).or_default().push(&deed.to.id);
        ways.entry(&deed.to.id).or_default().push(&station.act.id);
    }
    let undated: BTreeSet<&str> = line.undated.iter().map(|station| station.act.id.as_str()).collect();
    let after: BTreeSet<&str> = line.stations[at..].iter().map(|station| station.act.id.as_str()).collect();
    let mut open: Vec<&str> = line.stations[..at].iter().map(|station| station.act.id.as_str()).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(act) = open.pop() {
        for next in ways.get(act).into_iter().flatten() {
            if after.contains(next) {
                return true;
            }
            if undated.contains(next) && seen.insert(next) {
                open.push(next);
            }
        }
    }
    false
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_lines_of_a_picture_keep_apart_and_its_words_have_room(timeline in timeline()) {
        let wrong = faults(&timeline);
        prop_assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), timeline.svg());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_has_each_act_once_in_order_and_only_what_texts_say(
        acts in prop::collection::vec(draw(), 2..9),
        texts in 1usize..7,
    ) {
        let texts = texts.min(acts.len());
        let corpus = corpus(&acts, texts);
        let catalog = Catalog::new(&corpus);
        let services: Vec<String> = (0..SERVICES).map(|service| format!("s{service}")).collect();
        let of_services = services.iter().map(|service| catalog.lineage(service, "here"));
        let of_acts = corpus.acts.iter().map(|act| catalog.lineage_of_act(act));
        for line in of_services.chain(of_acts) {
            let all: Vec<&Station<'_>> = line.stations.iter().chain(&line.undated).collect();
            let ids: BTreeSet<&str> = all.iter().map(|station| station.act.id.as_str()).collect();
            prop_assert_eq!(ids.len(), all.len());
            prop_assert!(line.stations.iter().all(|station| station.act.signed.day().is_some()));
            prop_assert!(line.stations.is_sorted_by_key(|station| station.act.signed));
            prop_assert!(line.undated.iter().all(|station| station.act.signed.day().is_none()));
            for (at, station) in line.stations.iter().enumerate() {
                prop_assert_eq!(station.after_gap, at > 0 && !leads_on(&line, at));
            }
            for (station, deed) in all.iter().flat_map(|station| station.deeds.iter().map(move |deed| (station, deed))) {
                prop_assert!(ids.contains(deed.to.id.as_str()) && deed.to.id != station.act.id);
                prop_assert!(!deed.said.is_empty());
                let says = |act: &qadam::model::Act| {
                    let own = act.amends.iter().chain(&act.repeals).any(|relation| relation.act.id == deed.to.id);
                    let suffered = act.repealed.as_ref().is_some_and(|repeal| repeal.act.id == station.act.id);
                    let restated = act.text.iter().flat_map(|node| &node.amended).any(|by| by.act == station.act.id);
                    (act.id == station.act.id && own) || (act.id == deed.to.id && (suffered || restated))
                };
                prop_assert!(corpus.acts.iter().any(says));
            }
        }
        for service in &services {
            for pair in catalog.neighbours(service) {
                prop_assert!(pair.older.0.signed < pair.newer.0.signed);
                prop_assert_eq!(&pair.newer.1.service, service);
                let line = catalog.lineage(service, "here");
                let held = |act: &str| line.stations.iter().any(|station| station.act.id == act);
                prop_assert!(held(&pair.older.0.id) && held(&pair.newer.0.id));
            }
        }
    }
}
