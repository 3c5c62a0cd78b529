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
#[derive(Debug)]
pub(super) struct Cell {
    label: String,
    number: usize,
    words: String,
    line: usize,
    is_torn: bool,
    /// The printed row, from 1.
    pub row: usize,
    /// The column, from 1, where it is known.
    pub lane: Option<usize>,
}

/// The head of a column: the group where one is printed, and who acts.
pub(super) type Head = (Option<String>, String);

/// Reads a variant table. Returns it with the number of paragraphs that it takes.
pub(super) fn read(title: &Paragraph, body: &[Paragraph], reader: &mut Reader<'_>) -> Option<(Node, usize)> {
    let first = body.iter().position(|paragraph| ACTION.is_match(&paragraph.text))?;
    let mut cells = cells(&body[first..]);
    let heads = heads(body[..first].iter().map(|head| head.text.as_str()));
    // The first row goes from left to right as long as the numbers rise one by one, and has a cell in every column.
    let rising = cells.windows(2).take_while(|pair| pair[1].number == pair[0].number + 1).count() + 1;
    let in_first = rising.min(cells.len());
    let is_whole = in_first == heads.len();
    for (at, cell) in cells.iter_mut().enumerate() {
        cell.row = if at < in_first { 1 } else { 2 };
        cell.lane = (cell.row == 1 && is_whole).then_some(at + 1);
    }
    let told: Vec<&str> = body.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let head = body[..first].iter().map(|head| head.text.to_lowercase() + " ").collect();
    Some((table(Variant { head, heads, cells }, title, &told, reader)?, body.len()))
}

/// A variant table, wherever its cells were read.
pub(super) struct Variant {
    /// What is printed in the head, in small letters.
    pub head: String,
    /// The columns.
    pub heads: Vec<Head>,
    pub cells: Vec<Cell>,
}

/// What the cells of a variant table say. `told` are its texts as printed.
pub(super) fn table(variant: Variant, title: &Paragraph, told: &[&str], reader: &mut Reader<'_>) -> Option<Node> {
    let Variant { head, heads, cells } = variant;
    if cells.iter().any(|cell| cell.words.is_empty()) {
        return None;
    }
    let lower = title.text.to_lowercase();
    let is_alternative = says(&lower, &["альтернативн"]) || says(&head, &["альтернативн"]);
    let is_main = says(&lower, &["основно"]) || says(&head, &["основно"]);
    let (name, variant) = match (is_alternative, is_main) {
        (true, _) => ("alternative", Some("alternative")),
        (_, true) => ("main", Some("main")),
        _ => ("lanes", None),
    };
    let process = reader.known.name(name);
    let main = reader.known.names.iter().rev().find(|known| known.starts_with("main")).cloned();
    let mut table = node(title, "lanes", process, channel(&title.text, told));
    if let (Some(variant), Some((_, Value::Map(scope)))) =
        (variant, table.fields.0.iter_mut().find(|(name, _)| name == "for"))
    {
        scope.set("variant", variant);
    }
    if let (Some("alternative"), Some(main)) = (variant, main) {
        table.fields.set("alternative_to", main);
        table.doubt(Rule::Choice);
    }
    let lanes = lanes(heads, reader.cast);
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
    let mut steps: Vec<(usize, Node)> = Vec::new();
    for cell in cells {
        let number = cell.number.to_string();
        let mut step = step(number.clone(), cell.words, cell.line, reader);
        step.fields.set("label", cell.label);
        step.fields.set("row", Value::Number(cell.row));
        let doer = reader.known.doers.iter().find(|(known, _)| *known == number).map(|(_, by)| by.clone());
        let of_doer: Vec<usize> =
            (0..lanes.len()).filter(|lane| doer.as_ref().is_some_and(|doer| lanes[*lane].2 == *doer)).collect();
        let lane = match (cell.lane, &of_doer[..]) {
            (Some(lane), _) => Value::Number(lane),
            (None, [only]) => {
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
    Some(table)
}

/// The columns: the group, the words, who it is.
fn lanes(heads: Vec<Head>, cast: &mut Cast) -> Vec<(Option<String>, String, String)> {
    let named = |(group, words): Head| {
        let by = who(&words, cast).into_iter().next()?;
        Some((group, words, by))
    };
    heads.into_iter().filter_map(named).collect()
}

/// The heads of the columns, as printed from left to right. The number of a column may stand above or before who acts.
pub(super) fn heads<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group: Option<String> = None;
    for text in texts {
        let mut text = text.trim();
        if let Some(found) = GROUP.find(text) {
            group = Some(found.as_str().trim().to_owned());
            text = text[found.end()..].trim();
        }
        if text.contains(char::is_alphanumeric) {
            heads.push((group.take(), text.to_owned()));
        }
    }
    heads
}

/// Whether a text begins with the number of an action.
pub(super) fn begins(text: &str) -> bool {
    ACTION.find(text).is_some_and(|label| label.start() == 0)
}

/// The cells, in the order of their print. A piece without a label goes on with the cell before it.
pub(super) fn cells(body: &[Paragraph]) -> Vec<Cell> {
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
                row: 1,
                lane: None,
            });
        }
    }
    cells
}
