//! Variant tables: columns are participants, and the actions go from left to right and, in the next row, back.

use std::sync::LazyLock;

use regex::Regex;

use super::super::cast::Cast;
use super::super::courses;
use super::super::draft::{Fields, Value};
use super::super::nesting::Node;
use super::super::words::{made, says};
use super::super::{Paragraph, Rule};
use super::{Reader, channel, done_by, node, step, who};

/// The beginning of a cell: «Действие 1.», «Действие № 8».
static ACTION: LazyLock<Regex> = LazyLock::new(|| made(r"Действие\s*(?:№\s*)?(\d{1,2})\s?\.?"));
/// The number of a column: «Группа 1 СФЕ».
static GROUP: LazyLock<Regex> = LazyLock::new(|| made(r"^(Группа\s+\d+\s+СФЕ)\s*"));

/// A cell: its label, its number, its words.
struct Cell {
    label: String,
    number: usize,
    words: String,
    line: usize,
    is_torn: bool,
}

/// Reads a variant table. Returns it with the number of paragraphs that it takes.
pub(super) fn read(title: &Paragraph, body: &[Paragraph], reader: &mut Reader<'_>) -> Option<(Node, usize)> {
    let first = body.iter().position(|paragraph| ACTION.is_match(&paragraph.text))?;
    let cells = cells(&body[first..]);
    if cells.iter().any(|cell| cell.words.is_empty()) {
        return None;
    }
    let told: Vec<&str> = body.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let lower = title.text.to_lowercase();
    let heads_told: String = body[..first].iter().map(|head| head.text.to_lowercase() + " ").collect();
    let is_alternative = says(&lower, &["альтернативн"]) || says(&heads_told, &["альтернативн"]);
    let is_main = says(&lower, &["основно"]) || says(&heads_told, &["основно"]);
    let (name, variant) = match (is_alternative, is_main) {
        (true, _) => ("alternative", Some("alternative")),
        (_, true) => ("main", Some("main")),
        _ => ("lanes", None),
    };
    let process = reader.known.name(name);
    let main = reader.known.names.iter().rev().find(|known| known.starts_with("main")).cloned();
    let mut table = node(title, "lanes", process, channel(&title.text, &told));
    if let (Some(variant), Some((_, Value::Map(scope)))) =
        (variant, table.fields.0.iter_mut().find(|(name, _)| name == "for"))
    {
        scope.set("variant", variant);
    }
    if let (Some("alternative"), Some(main)) = (variant, main) {
        table.fields.set("alternative_to", main);
        table.doubt(Rule::Choice);
    }
    let lanes = lanes(&body[..first], reader.cast);
    let mut columns = Vec::new();
    for (at, (group, words, by)) in lanes.iter().enumerate() {
        let mut lane = Fields::default();
        lane.set("lane", Value::Number(at + 1));
        if let Some(group) = group {
            lane.set("group", group.as_str());
        }
        lane.set("by", by.as_str());
        lane.set("who", words.as_str());
        columns.push(lane.into());
    }
    table.fields.set("lanes", Value::from(columns));
    // The first row goes from left to right as long as the numbers rise one by one, and has a cell in every column.
    let rising = cells.windows(2).take_while(|pair| pair[1].number == pair[0].number + 1).count() + 1;
    let in_first = rising.min(cells.len());
    let is_whole = in_first == lanes.len();
    let mut steps: Vec<(usize, Node)> = Vec::new();
    for (at, cell) in cells.into_iter().enumerate() {
        let number = cell.number.to_string();
        let mut step = step(number.clone(), cell.words, cell.line, reader);
        step.fields.set("label", cell.label);
        let row = if at < in_first { 1 } else { 2 };
        step.fields.set("row", Value::Number(row));
        let doer = reader.known.doers.iter().find(|(known, _)| *known == number).map(|(_, by)| by.clone());
        let of_doer: Vec<usize> =
            (0..lanes.len()).filter(|lane| doer.as_ref().is_some_and(|doer| lanes[*lane].2 == *doer)).collect();
        let lane = match (row, &of_doer[..]) {
            (1, _) if is_whole => Value::Number(at + 1),
            (_, [only]) => {
                let mut likely = Fields::default();
                likely.set("likely", Value::Number(only + 1));
                likely.into()
            }
            _ => {
                let mut lost = Fields::default();
                lost.set("lost", Value::from((1..=lanes.len()).map(Value::Number).collect::<Vec<_>>()));
                lost.into()
            }
        };
        let by = match &lane {
            Value::Number(lane) => lanes.get(lane - 1).map(|(_, _, by)| by.clone()),
            _ => doer,
        };
        done_by(&mut step, by.into_iter().collect());
        if !matches!(lane, Value::Number(_)) {
            step.doubt(Rule::Lane);
        }
        if cell.is_torn {
            step.doubt(Rule::Cells);
        }
        step.fields.set("lane", lane);
        steps.push((cell.number, step));
    }
    steps.sort_by_key(|(number, _)| *number);
    table.body = steps.into_iter().map(|(_, step)| step).collect();
    courses::read(&mut table.body, reader.lang);
    Some((table, body.len()))
}

/// The heads of the columns: the group, the words, who it is.
fn lanes(heads: &[Paragraph], cast: &mut Cast) -> Vec<(Option<String>, String, String)> {
    let mut lanes = Vec::new();
    let mut group: Option<String> = None;
    for head in heads {
        let mut text = head.text.trim();
        if let Some(found) = GROUP.find(text) {
            group = Some(found.as_str().trim().to_owned());
            text = text[found.end()..].trim();
        }
        if text.is_empty() {
            continue;
        }
        if let Some(by) = who(text, cast).into_iter().next() {
            lanes.push((group.take(), text.to_owned(), by));
        }
    }
    lanes
}

/// The cells, in the order of their print. A piece without a label goes on with the cell before it.
fn cells(body: &[Paragraph]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for paragraph in body {
        let text = paragraph.text.as_str();
        let starts: Vec<_> = ACTION.captures_iter(text).filter_map(|found| Some((found.get(0)?, found))).collect();
        let begin = starts.first().map_or(text.len(), |(label, _)| label.start());
        let before = text[..begin].trim();
        if !before.is_empty()
            && let Some(last) = cells.last_mut()
        {
            if !last.words.is_empty() {
                last.words.push(' ');
            }
            last.words.push_str(before);
            last.is_torn = true;
        }
        for (index, (label, found)) in starts.iter().enumerate() {
            let end = starts.get(index + 1).map_or(text.len(), |(next, _)| next.start());
            cells.push(Cell {
                label: label.as_str().trim().to_owned(),
                number: found[1].parse().unwrap_or(0),
                words: text[label.end()..end].trim().to_owned(),
                line: paragraph.line,
                is_torn: false,
            });
        }
    }
    cells
}
