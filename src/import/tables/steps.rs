//! Step tables: bands of rows, whose columns are steps.

use std::collections::BTreeMap;

use super::super::actors::acting;
use super::super::cast::Cast;
use super::super::courses;
use super::super::draft::{Fields, Value};
use super::super::limits::limits;
use super::super::nesting::{Kind, Node};
use super::super::{Doubt, Paragraph, Rule};
use super::cells::{Pieces, cells};
use super::rows::{self, Row};
use super::{Known, channel, node, who};
use crate::lang::Lang;
use crate::resolve::limits::is_limit;

/// Most columns of a band.
const MOST_COLUMNS: usize = 20;

/// A band of a table: the part that fits on a page.
#[derive(Debug, Default)]
struct Band {
    heading: Option<String>,
    line: usize,
    rows: BTreeMap<Row, Pieces>,
    names: BTreeMap<Row, String>,
}

/// Reads a step table. Returns it with the number of paragraphs that it takes.
pub(super) fn read(
    title: &Paragraph,
    body: &[Paragraph],
    known: &mut Known,
    cast: &mut Cast,
    lang: Lang,
) -> Option<(Node, usize)> {
    let (bands, used) = bands(body, cast);
    let told: Vec<&str> = body[..used].iter().map(|paragraph| paragraph.text.as_str()).collect();
    let mut steps = Vec::new();
    let mut parts: Vec<Value> = Vec::new();
    let mut names = BTreeMap::new();
    for band in bands {
        for (row, name) in &band.names {
            names.entry(*row).or_insert_with(|| name.clone());
        }
        let (line, heading) = (band.line, band.heading.clone());
        let of_band = columns(band, cast, lang);
        let last = of_band.last().and_then(|step: &Node| step.number.clone());
        let mut part = Fields::default();
        if let Some(heading) = heading {
            part.set("heading", heading);
        }
        if let Some(last) = last {
            part.set("to", last);
            parts.push(part.into());
        }
        let _ = line;
        steps.extend(of_band);
    }
    // A step without words is none: such a table stays text, as it was found.
    if steps.is_empty() || steps.iter().any(|step| step.text.is_empty()) {
        return None;
    }
    let process = known.name("table");
    let mut table = node(title, "steps", process, channel(&title.text, &told));
    let mut printed = Fields::default();
    for (row, name) in names {
        printed.set(row.field(), name);
    }
    table.fields.set("rows", printed);
    table.fields.set("bands", parts);
    let lines: Vec<usize> = steps.iter().map(|step| step.line).collect();
    leads(&mut steps, &lines);
    courses::read(&mut steps, lang);
    for step in &steps {
        if let (Some(number), Some(Value::Text(by))) = (&step.number, step.fields.get("by")) {
            known.doers.push((number.clone(), by.clone()));
        }
    }
    table.body = steps;
    Some((table, used))
}

/// The bands of a table, and how many paragraphs they take.
fn bands(body: &[Paragraph], cast: &Cast) -> (Vec<Band>, usize) {
    let mut bands: Vec<Band> = Vec::new();
    let mut heading: Option<String> = None;
    let mut row: Option<Row> = None;
    let mut used = 0;
    for (index, paragraph) in body.iter().enumerate() {
        let text = paragraph.text.trim();
        match rows::begins(text) {
            Some((Row::Number, end)) => {
                let mut band = Band { heading: heading.take(), line: paragraph.line, ..Band::default() };
                band.names.insert(Row::Number, rows::name(&text[..end]));
                push(&mut band, Row::Number, &text[end..]);
                bands.push(band);
                row = Some(Row::Number);
            }
            Some((begun, end)) if !bands.is_empty() => {
                let Some(band) = bands.last_mut() else { break };
                if let Some(row) = row {
                    give_back(band, row, begun, cast);
                }
                band.names.insert(begun, rows::name(&text[..end]));
                push(band, begun, &text[end..]);
                row = Some(begun);
            }
            _ => match (row, bands.last_mut()) {
                (Some(Row::Next), Some(band)) if !is_number(text) => {
                    // Behind the last row only the heading of the next band belongs to the table.
                    let goes_on = body[index + 1..]
                        .iter()
                        .take(2)
                        .any(|next| matches!(rows::begins(next.text.trim()), Some((Row::Number, _))));
                    let _ = band;
                    if !goes_on {
                        break;
                    }
                    heading = Some(heading.map_or_else(|| text.to_owned(), |begun| format!("{begun} {text}")));
                }
                (Some(row), Some(band)) => push(band, row, text),
                _ => heading = Some(heading.map_or_else(|| text.to_owned(), |begun| format!("{begun} {text}"))),
            },
        }
        used = index + 1;
    }
    if bands.is_empty() { (bands, 0) } else { (bands, used) }
}

fn push(band: &mut Band, row: Row, text: &str) {
    let text = text.trim();
    if !text.is_empty() {
        band.rows.entry(row).or_default().own.push(text.to_owned());
    }
}

fn is_number(text: &str) -> bool {
    text.split_whitespace().all(|word| word.trim_matches(['-', '–', '.']).chars().all(|char| char.is_ascii_digit()))
}

/// The numbers in a piece of a row.
fn digits(piece: &str) -> impl Iterator<Item = String> {
    let words = piece.split_whitespace().map(|word| word.trim_matches(['.', ',', '-', '–']).to_owned());
    words.filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()) && (1..=3).contains(&word.len()))
}

/// How many columns the row of numbers has.
fn width(band: &Band) -> usize {
    let numbers = band.rows.get(&Row::Number);
    numbers.map_or(0, |row| row.own.iter().flat_map(|piece| digits(piece)).count())
}

/// What a row has too much was printed before the name of the next one, by a page break.
fn give_back(band: &mut Band, row: Row, next: Row, cast: &Cast) {
    let columns = width(band);
    if columns == 0 || matches!(row, Row::Number | Row::Next) {
        return;
    }
    let Some(pieces) = band.rows.get_mut(&row) else { return };
    // The names of participants are known: pieces behind them are no names.
    let is_full = pieces.own.len() > columns
        && (row != Row::By || pieces.own[..columns].iter().all(|piece| !cast.mentions(piece).is_empty()));
    if is_full && row == Row::By {
        let early = pieces.own.split_off(columns);
        band.rows.entry(next).or_default().early.extend(early);
    }
}

/// The steps of a band.
fn columns(mut band: Band, cast: &mut Cast, lang: Lang) -> Vec<Node> {
    let count = width(&band);
    if count == 0 || count > MOST_COLUMNS {
        return Vec::new();
    }
    let mut told: BTreeMap<Row, (Vec<String>, bool)> = BTreeMap::new();
    for row in [Row::Number, Row::By, Row::Text, Row::Outcome, Row::Limit, Row::Next] {
        let pieces = band.rows.remove(&row).unwrap_or_default();
        let pieces = match row {
            Row::Number | Row::Next => {
                let own = pieces.own.iter().flat_map(|piece| digits(piece)).collect();
                Pieces { early: Vec::new(), own }
            }
            _ => pieces,
        };
        let (found, is_sure) = cells(row, pieces, count, cast, lang);
        // Only the last action of a table may have no next one.
        let is_whole = found.len() == count || found.is_empty() || (row == Row::Next && found.len() + 1 == count);
        told.insert(row, (found, is_sure && is_whole));
    }
    let cell = |row: Row, at: usize| told.get(&row).and_then(|(cells, _)| cells.get(at)).cloned().unwrap_or_default();
    let is_sure = told.values().all(|(_, is_sure)| *is_sure);
    (0..count)
        .map(|at| {
            let number = cell(Row::Number, at);
            let mut step = Node {
                kind: Kind::Item,
                number: Some(number),
                text: cell(Row::Text, at),
                line: band.line,
                ..Node::default()
            };
            acting(&mut step, cast, lang);
            step.fields.0.retain(|(name, _)| name != "by" && name != "who");
            step.doubts.clear();
            let by = cell(Row::By, at);
            let mut doers = who(&by, cast);
            if !doers.is_empty() {
                step.fields.0.retain(|(name, to)| name != "to" || !matches!(to, Value::Text(to) if doers.contains(to)));
                let by_whom: Value = match doers.len() {
                    1 => doers.remove(0).into(),
                    _ => {
                        let mut several = Fields::default();
                        several.set("one-of", doers.into_iter().map(Value::from).collect::<Vec<_>>());
                        several.into()
                    }
                };
                step.fields.set("by", by_whom);
                step.fields.set("who", by);
            }
            let limit = cell(Row::Limit, at);
            if !limit.is_empty() {
                step.fields.set("limit", term(&limit, lang));
            }
            for (row, name) in [(Row::Outcome, "outcome"), (Row::Next, "printed_next")] {
                let words = cell(row, at);
                if !words.is_empty() {
                    step.fields.set(name, words);
                }
            }
            if !is_sure {
                step.doubts.push(Doubt { line: band.line, rule: Rule::Cells });
            }
            step
        })
        .collect()
}

/// The term of a cell: its words, and the terms in them where there are several.
fn term(cell: &str, lang: Lang) -> Value {
    let found = limits(cell, lang);
    let one = |words: &str| {
        let mut fields = Fields::default();
        fields.set("words", words);
        if !is_limit(words, lang) {
            fields.set("kind", "unknown");
        }
        fields
    };
    if found.len() < 2 {
        return if is_limit(cell, lang) { cell.into() } else { one(cell).into() };
    }
    let terms = found.iter().map(|limit| {
        let words = &cell[limit.at.clone()];
        let mut term = one(words);
        if cell.matches(words).count() > 1 {
            term.set("occurrence", Value::Number(cell[..limit.at.start].matches(words).count() + 1));
        }
        term.into()
    });
    let mut fields = Fields::default();
    fields.set("words", cell);
    fields.set("terms", Value::from(terms.collect::<Vec<Value>>()));
    fields.into()
}

/// A next action that the table does not have: the step goes on with the one behind it, and a reader must see why.
fn leads(steps: &mut [Node], lines: &[usize]) {
    let numbers: Vec<String> = steps.iter().filter_map(|step| step.number.clone()).collect();
    // Numbers that stand twice lead nowhere for sure.
    if numbers.iter().collect::<std::collections::BTreeSet<_>>().len() < numbers.len() {
        return;
    }
    for at in 0..steps.len() {
        let Some(Value::Text(printed)) = steps[at].fields.get("printed_next").cloned() else { continue };
        let target = numbers.get(at + 1).cloned().unwrap_or_else(|| "end".to_owned());
        if printed != target && !numbers.contains(&printed) {
            steps[at].fields.set("next", target);
            steps[at].doubts.push(Doubt { line: lines[at], rule: Rule::Choice });
        } else if printed != target && numbers.contains(&printed) {
            steps[at].fields.set("next", printed);
        }
    }
}
