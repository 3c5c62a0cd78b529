//! Sites of random regulations, and files that somebody has mangled.
//!
//! A random regulation has participants, sections, points, items, paragraphs, tellings with limits, conditions, guards,
//! parallel steps, sub-steps and retellings, tables and lost annexes; its words are of three alphabets, with signs of
//! markup and very long ones among them; a part of its texts is translated. It is sound: so nothing may be reported, and
//! everything that holds for a site has to hold. What fails is recorded in
//! `random.regressions`, with its seed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::*;
use qadam::cli::pipeline::{self, Checked};
use qadam::cli::site::make_site;
use qadam::diagnostic::Diagnostic;
use qadam::diagnostic::print::{Format, Printer};
use qadam::lang::Locale;
use qadam::{cli, source};
use serde_json::{Value, json};

use super::build::{Site, fixture, fold};
use super::links::{follow_links, repeated_ids};
use super::support::diagrams::all_faults;
use super::support::drawn::drawn;
use super::support::folders::copy;
use super::twins::compare_twins;

/// Everything that the stages make of a project, and everything they have to say.
fn compile(root: &Path) -> (Site, BTreeMap<String, Value>, Vec<Diagnostic>, String) {
    let checked = pipeline::check(root);
    let mut diagnostics = checked.diagnostics.clone();
    let mut site = Site { name: "random", files: BTreeMap::new() };
    let mut data = BTreeMap::new();
    if checked.errors() == 0 {
        let (made, faults) = make_site(&checked);
        diagnostics.extend(faults);
        site.files = made.files;
        for regulation in checked.corpus.acts.iter().flat_map(|act| &act.regulations) {
            let bytes = &site.files[&format!("data/{}.json", regulation.id())];
            data.insert(regulation.id(), serde_json::from_slice(bytes).unwrap());
        }
    }
    let Checked { project, findings: found, .. } = checked;
    let shown: Vec<Diagnostic> =
        diagnostics.iter().cloned().chain(found.values().flatten().map(|finding| finding.diagnostic.clone())).collect();
    let mut report = String::new();
    for locale in Locale::ALL {
        let messages = cli::messages(locale);
        let printer = Printer { files: &project.files, messages: &messages, color: false, width: 100 };
        for format in [Format::Human, Format::Short, Format::Json] {
            report += &printer.print(&shown, format);
        }
    }
    (site, data, diagnostics, report)
}

// Random regulations --------------------------------------------------------------------------------------------------

const WORDS: [&str; 24] = [
    "услугодатель",
    "принимает",
    "документы",
    "заявление",
    "и",
    "или",
    "регистрирует",
    "«Центр»",
    "маман",
    "құжаттарды",
    "өтінішті",
    "№",
    "\"кавычки\"",
    "<b>",
    "&amp;",
    "'",
    "№ 5/7",
    "–",
    "https://egov.kz",
    "ә-ғ-қ",
    "сверхдлинноесловокотороенигденепереносится",
    "Abc",
    "100 %",
    "(далее)",
];

/// Some words, of which the first is a word of this text alone: so that no two texts are one.
fn words(index: usize, picks: &[usize]) -> String {
    let rest = picks.iter().map(|pick| WORDS[pick % WORDS.len()]);
    std::iter::once(format!("слово{index}")).chain(rest.map(str::to_owned)).collect::<Vec<_>>().join(" ")
}

/// A step, as far as chance says: the rest follows from where it stands.
#[derive(Debug, Clone)]
struct Draw {
    picks: Vec<usize>,
    doer: Option<usize>,
    /// How many others act with it.
    others: usize,
    minutes: Option<u32>,
    kind: u8,
    target: usize,
    substeps: usize,
}

fn draw() -> impl Strategy<Value = Draw> {
    let picks = prop::collection::vec(0usize..1000, 0..9);
    let doers = (prop::option::of(0usize..5), (0usize..12).prop_map(|chance| chance.saturating_sub(8)));
    (picks, doers, prop::option::of(1u32..90), 0u8..8, 0usize..40, 0usize..4).prop_map(
        |(picks, (doer, others), minutes, kind, target, substeps)| Draw {
            picks,
            doer,
            others,
            minutes,
            kind,
            target,
            substeps,
        },
    )
}

/// An element of a point: a paragraph, a list, a telling, a table.
#[derive(Debug, Clone)]
enum Part {
    Paragraph(Vec<usize>),
    Items(usize),
    Telling(Vec<Draw>),
    Retelling,
    Table(usize, usize),
    /// How many columns and rows, and the number that a row of a list of addresses has too.
    Addresses(usize, usize, usize),
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        3 => prop::collection::vec(0usize..1000, 0..12).prop_map(Part::Paragraph),
        2 => (1usize..6).prop_map(Part::Items),
        4 => prop::collection::vec(draw(), 1..12).prop_map(Part::Telling),
        1 => Just(Part::Retelling),
        1 => (1usize..4, 0usize..4).prop_map(|(columns, rows)| Part::Table(columns, rows)),
        1 => (1usize..6, 0usize..6, 1usize..6).prop_map(|(columns, rows, n)| Part::Addresses(columns, rows, n)),
    ]
}

/// What is being written: the texts so far, in printed order, and how many there are.
#[derive(Default)]
struct Writer {
    texts: Vec<String>,
    /// Tellings with their numbers of steps: all of them, and those without sub-steps, which can be repeated.
    tellings: Vec<(String, usize)>,
    plain: Vec<(String, usize)>,
}

impl Writer {
    fn text(&mut self, picks: &[usize]) -> String {
        let text = words(self.texts.len(), picks);
        self.texts.push(text.clone());
        text
    }

    fn part(&mut self, part: &Part) -> Vec<Value> {
        match part {
            Part::Paragraph(picks) => vec![json!({ "text": self.text(picks) })],
            Part::Items(count) => {
                (1..=*count).map(|n| json!({ "n": format!("{n})"), "text": self.text(&[n]) })).collect()
            }
            Part::Telling(draws) => vec![self.telling(draws)],
            Part::Retelling => match self.plain.first().cloned() {
                Some((name, count)) => {
                    let steps: Vec<Value> =
                        (1..=count).map(|n| json!({ "n": format!("{n})"), "text": self.text(&[n, n * 7]) })).collect();
                    let own = format!("again-{}", self.texts.len());
                    vec![json!({ "process": own, "role": "contents", "retells": name, "steps": steps })]
                }
                None => Vec::new(),
            },
            Part::Table(columns, rows) => {
                let heads: Vec<String> = (0..*columns).map(|column| self.text(&[column])).collect();
                let cells: Vec<Vec<String>> =
                    (0..*rows).map(|row| (0..*columns).map(|column| self.text(&[row, column])).collect()).collect();
                vec![json!({ "table": "", "form": "plain", "columns": heads, "cells": cells })]
            }
            Part::Addresses(columns, rows, n) => vec![self.addresses(*columns, *rows, *n)],
        }
    }

    /// A list of addresses: some of the columns, rows with numbers that may repeat, in places or none.
    fn addresses(&mut self, columns: usize, rows: usize, n: usize) -> Value {
        // By the alphabet: so a map of JSON has them.
        let kinds = ["address", "body", "hours", "n", "phone"];
        let mut heads = serde_json::Map::new();
        for kind in &kinds[..columns] {
            heads.insert((*kind).to_owned(), json!(self.text(&[columns])));
        }
        let mut entries = Vec::new();
        // The cells of a row are printed in the order of the columns.
        for row in 0..rows {
            let mut entry = serde_json::Map::new();
            for kind in heads.keys() {
                let words = if kind == "n" { (row % n + 1).to_string() } else { words(self.texts.len(), &[row]) };
                self.texts.push(words.clone());
                entry.insert(kind.clone(), json!(words));
            }
            if row % 3 > 0 {
                entry.insert("place".to_owned(), json!(["almaty", "almaty-first"][row % 2]));
            }
            entries.push(Value::Object(entry));
        }
        json!({ "table": "", "form": "addresses", "columns": heads, "entries": entries })
    }

    fn telling(&mut self, draws: &[Draw]) -> Value {
        let name = format!("telling-{}", self.texts.len());
        let count = draws.len();
        let steps: Vec<Value> = draws.iter().enumerate().map(|(at, draw)| self.step(draw, at + 1, count)).collect();
        // Sub-steps would have to be paired one by one.
        if draws.iter().all(|draw| draw.substeps == 0) {
            self.plain.push((name.clone(), count));
        }
        let channel = ["provider", "portal"][count % 2];
        let mut telling = json!({ "process": name, "for": { "channel": channel }, "steps": steps });
        // Every other one branches off from an earlier one.
        if let Some((other, last)) = self.tellings.last().filter(|_| count.is_multiple_of(2)) {
            telling["alternative_to"] = json!({ "process": other, "after": last.div_ceil(2).to_string() });
        }
        self.tellings.push((name, count));
        telling
    }

    fn step(&mut self, draw: &Draw, n: usize, count: usize) -> Value {
        let mut text = words(self.texts.len(), &draw.picks);
        let mut step = json!({ "n": format!("{n})") });
        if draw.kind == 1 {
            let guard = format!("при условии {}", self.texts.len());
            text = format!("{guard} {text}");
            step["when"] = json!(guard);
        }
        if let Some(minutes) = draw.minutes {
            let limit = format!("в течение {minutes} минут");
            text = format!("{text} {limit}");
            step["limit"] = json!(limit);
        }
        if let Some(doer) = draw.doer {
            let doers: Vec<String> = (0..=draw.others).map(|other| format!("doer-{}", (doer + other) % 5)).collect();
            let mode = ["one-of", "turn", "together"][n % 3];
            step["by"] = if draw.others == 0 { json!(doers[0]) } else { json!({ mode: doers }) };
            step["to"] = json!(format!("doer-{}", (doer + 1) % 5));
        }
        let target = draw.target % count + 1;
        match draw.kind {
            // Every step keeps the way to the step below: all are reached, and the last one ends.
            2 => {
                step["kind"] = json!("condition");
                step["next"] = json!({ "да": "below", "нет": target.to_string() });
            }
            3 if target != n => step["next"] = json!(["below", target.to_string()]),
            4 => step["next"] = json!({ "годен": "below", "не годен": "end-refused" }),
            5 => step["kind"] = json!("message"),
            6 if n == count => step["kind"] = json!("result"),
            _ => {}
        }
        step["text"] = json!(text);
        self.texts.push(text);
        if draw.substeps > 0 {
            let substeps: Vec<Value> = (0..draw.substeps)
                .map(|at| json!({ "key": format!("sub-{n}-{at}"), "text": self.text(&[at]) }))
                .collect();
            step["steps"] = json!(substeps);
        }
        step
    }
}

/// A regulation, its texts in printed order, and how many of them are translated (in percent).
fn regulation() -> impl Strategy<Value = (Value, Vec<String>, usize)> {
    let point = prop::collection::vec(part(), 0..4);
    let section = prop::collection::vec(point, 1..4);
    (prop::collection::vec(section, 1..4), 0usize..=100).prop_map(|(sections, translated)| {
        let mut writer = Writer::default();
        let heading = writer.text(&[1, 2]);
        let mut point = 0;
        let mut text: Vec<Value> = Vec::new();
        for (at, points) in sections.iter().enumerate() {
            let title = writer.text(&[at]);
            let mut body = Vec::new();
            for parts in points {
                point += 1;
                let words = writer.text(&[point]);
                let parts: Vec<Value> = parts.iter().flat_map(|part| writer.part(part)).collect();
                body.push(json!({ "point": point.to_string(), "text": words, "body": parts }));
            }
            text.push(json!({ "section": (at + 1).to_string(), "title": title, "body": body }));
        }
        let annex = writer.text(&[3]);
        text.push(json!({ "annex": "1", "title": annex, "lost": "diagram" }));
        let participants: serde_json::Map<String, Value> = (0..5)
            .map(|doer| (format!("doer-{doer}"), json!({ "name": format!("участник {doer}"), "kind": "staff" })))
            .collect();
        let file = json!({
            "service": "registration", "ordinal": 2, "title": "Случайная услуга", "heading": heading,
            "participants": participants, "passport": { "provider": "p1", "fee": "unknown" }, "text": text,
        });
        (file, writer.texts, translated)
    })
}

/// Every text of the original in printed order.
fn printed(nodes: &Value, found: &mut Vec<String>) {
    for node in nodes.as_array().unwrap() {
        found.extend(["title", "text"].iter().filter_map(|field| node[*field]["ru"].as_str().map(fold)));
        let rows = node["rows"].as_array().unwrap().iter().flat_map(|row| row.as_array().unwrap());
        found.extend(
            node["columns"].as_array().unwrap().iter().chain(rows).filter_map(|cell| cell["ru"].as_str().map(fold)),
        );
        printed(&node["children"], found);
    }
}

proptest! {
    #![proptest_config(drawn(48))]

    #[test]
    fn a_random_regulation_becomes_a_sound_site((file, texts, translated) in regulation()) {
        let project = copy(&fixture("golden/project"));
        let put = |path: &str, value: &Value| {
            let path = project.path().join("regulations").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, yaml_serde::to_string(value).unwrap()).unwrap();
        };
        // The act of the small project that is in Russian.
        put("almaty/2020-2/02-random.yaml", &file);
        let unique: BTreeSet<&String> = texts.iter().collect();
        let segments: Vec<Value> = unique
            .iter()
            .enumerate()
            .filter(|(at, _)| at % 100 < translated)
            .map(|(at, text)| json!({ "ru": text, "kk": format!("аударма {at} {text}") }))
            .collect();
        put("translations/almaty/2020-2/ru-kk.yaml", &json!({ "status": "unofficial", "segments": segments }));

        let (site, data, diagnostics, report) = compile(project.path());
        let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
        prop_assert!(errors.is_empty(), "{report}");
        let (followed, mut faults) = follow_links(&site);
        faults.extend(repeated_ids(&site));
        faults.extend(compare_twins(&site).1);
        faults.extend(all_faults(&site.files));
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        prop_assert!(followed > 100);

        let data = &data["almaty/2020-2/02-random"];
        let mut found = Vec::new();
        printed(&data["text"], &mut found);
        prop_assert_eq!(found, texts.iter().map(|text| fold(text)).collect::<Vec<_>>());
        for process in data["processes"].as_array().unwrap() {
            let steps: BTreeSet<&str> =
                process["steps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap()).collect();
            for arrow in process["steps"].as_array().unwrap().iter().flat_map(|step| step["next"].as_array().unwrap()) {
                let to = arrow["to"].as_str().unwrap();
                prop_assert!(to.starts_with("end") || steps.contains(to), "{}", to);
            }
        }
    }
}

// Mangled files -------------------------------------------------------------------------------------------------------

/// What somebody does to a line of a file.
#[derive(Debug, Clone)]
enum Damage {
    Drop,
    Double,
    Indent(usize),
    Cut(usize),
    Swap(usize),
    Put(usize, &'static str),
    Word(&'static str),
}

fn damage() -> impl Strategy<Value = Damage> {
    let signs = prop::sample::select(vec![
        "\"", "'", ":", "- ", "{", "}", "[", "]", "&a ", "*a", "|", ">-", "#", "\t", "\u{0}", "\u{feff}", "!!int ",
        "<<: ", "? ", "%", "\u{202e}", "\r", "---", "ә", "\u{85}",
    ]);
    let words = prop::sample::select(vec![
        "unknown",
        "null",
        "~",
        "[]",
        "{}",
        "true",
        "-1",
        "99999999999999999999",
        "p8.1",
        "provider",
        "end",
        "below",
        "2019-02-30",
        "в течение 0 минут",
        "",
        "\u{301}",
        "../../etc",
        "javascript:alert(1)",
    ]);
    prop_oneof![
        Just(Damage::Drop),
        Just(Damage::Double),
        (0usize..9).prop_map(Damage::Indent),
        (0usize..60).prop_map(Damage::Cut),
        (0usize..90).prop_map(Damage::Swap),
        ((0usize..60), signs).prop_map(|(at, sign)| Damage::Put(at, sign)),
        words.prop_map(Damage::Word),
    ]
}

fn mangle(text: &str, damages: &[(usize, Damage)]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (at, damage) in damages {
        let count = lines.len().max(1);
        let at = at % count;
        let Some(line) = lines.get_mut(at) else { continue };
        let place = |at: usize, line: &str| line.char_indices().nth(at).map_or(line.len(), |(place, _)| place);
        match damage {
            Damage::Drop => drop(lines.remove(at)),
            Damage::Double => {
                let line = line.clone();
                lines.insert(at, line);
            }
            Damage::Indent(by) => *line = format!("{}{}", " ".repeat(*by), line.trim_start()),
            Damage::Cut(to) => line.truncate(place(*to, line)),
            Damage::Swap(other) => lines.swap(at, other % count),
            Damage::Put(to, sign) => line.insert_str(place(*to, line), sign),
            Damage::Word(word) => {
                let key = line.split_once(": ").map_or_else(|| line.clone(), |(key, _)| key.to_owned());
                *line = format!("{key}: {word}");
            }
        }
    }
    lines.join("\n") + "\n"
}

proptest! {
    #![proptest_config(drawn(192))]

    /// Whatever a file holds, it is reported or built; nothing panics, and all that is said of it can be printed.
    #[test]
    fn a_mangled_file_is_reported_or_built(
        root in prop::sample::select(vec!["golden/project", "cases"]),
        file in 0usize..1000,
        damages in prop::collection::vec((0usize..2000, damage()), 1..5),
    ) {
        let project = copy(&fixture(root));
        let mut files: Vec<_> = walkdir::WalkDir::new(project.path())
            .sort_by_file_name()
            .into_iter()
            .map(|entry| entry.unwrap().into_path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
            .collect();
        files.sort();
        let path = &files[file % files.len()];
        let mangled = mangle(&std::fs::read_to_string(path).unwrap(), &damages);
        std::fs::write(path, &mangled).unwrap();
        let (site, _, diagnostics, report) = compile(project.path());
        if diagnostics.iter().any(Diagnostic::is_error) {
            prop_assert!(!report.is_empty());
        } else {
            let mut faults = follow_links(&site).1;
            faults.extend(repeated_ids(&site));
            faults.extend(compare_twins(&site).1);
            faults.extend(all_faults(&site.files));
            prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
        // What is put in order says the same, and is in order.
        let (formatted, _) = source::format_project(project.path());
        let canonical = |all: &[source::Formatted]| {
            let own = all.iter().find(|formatted| formatted.absolute == *path);
            own.and_then(|formatted| formatted.canonical.clone())
        };
        if let Some(text) = canonical(&formatted) {
            std::fs::write(path, &text).unwrap();
            prop_assert_eq!(canonical(&source::format_project(project.path()).0), Some(text));
        }
    }
}
