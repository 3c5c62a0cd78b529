//! Variant tables: columns are participants, and the actions go from left to right and, in the next row, back.

use std::sync::LazyLock;

use regex::Regex;

use super::super::cast::Cast;
use super::super::draft::{Fields, Value};
use super::super::nesting::{Kind, Node};
use super::super::words::{made, says};
use super::super::{Paragraph, Rule};
use super::cells::join;
use super::heads::{self, Head};
use super::{Reader, channel, course, done_by, node, step, who};

/// The beginning of a cell: «Действие 1.», «Действие № 8».
static ACTION: LazyLock<Regex> = LazyLock::new(|| made(r"Действие\s*(?:№\s*)?(\d{1,2})\s?\.?"));

/// A cell: its label, its number, its words.
#[derive(Debug)]
pub(super) struct Cell {
    label: String,
    number: usize,
    words: String,
    line: usize,
    /// How many lines it takes on the page where it begins.
    lines: usize,
    is_torn: bool,
    /// The printed row, from 1.
    pub row: usize,
    /// The column, from 1, where it is known.
    pub lane: Option<usize>,
}

/// Reads a variant table. Returns it with the number of paragraphs that it takes.
pub(super) fn read(title: &Paragraph, body: &[Paragraph], reader: &mut Reader<'_>) -> Option<(Node, usize)> {
    let mut variant = Variant::default();
    for (at, band) in heads::bands(body).into_iter().enumerate() {
        let first = band.iter().position(|paragraph| ACTION.is_match(&paragraph.text))?;
        let (continued, heads) = heads::read(&band[..first], reader.cast, reader.words);
        let mut cells = cells(&band[first..], heads.len());
        let in_first = first_row(&cells, heads.len());
        let is_whole = in_first == heads.len();
        for (at, cell) in cells.iter_mut().enumerate() {
            cell.row = if at < in_first { 1 } else { 2 };
            cell.lane = (cell.row == 1 && is_whole).then_some(variant.heads.len() + at + 1);
        }
        if let (Some(words), Some(first)) = (continued, cells.iter().map(|cell| cell.number).min()) {
            variant.asides.push((first, words, band[0].line));
        }
        if at == 0 {
            variant.head = band[..first].iter().map(|head| head.text.to_lowercase() + " ").collect();
        }
        variant.heads.extend(heads);
        variant.cells.extend(cells);
    }
    let told: Vec<&str> = body.iter().map(|paragraph| paragraph.text.as_str()).collect();
    Some((table(variant, title, &told, reader)?, body.len()))
}

/// A variant table, wherever its cells were read.
#[derive(Debug, Default)]
pub(super) struct Variant {
    /// What is printed in the head, in small letters.
    pub head: String,
    /// The columns.
    pub heads: Vec<Head>,
    pub cells: Vec<Cell>,
    /// What stands above the columns of a further part of the table, before which action, and its line.
    pub asides: Vec<(usize, String, usize)>,
}

/// What the cells of a variant table say. `told` are its texts as printed.
pub(super) fn table(variant: Variant, title: &Paragraph, told: &[&str], reader: &mut Reader<'_>) -> Option<Node> {
    let Variant { head, heads, cells, asides } = variant;
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
    let mut steps: Vec<Placed> = Vec::new();
    for cell in cells {
        let words = reader.words.mended(&cell.words);
        let mut step = step(cell.number.to_string(), words, cell.line, reader);
        step.fields.set("label", cell.label);
        step.fields.set("row", Value::Number(cell.row));
        if cell.is_torn {
            step.doubt(Rule::Cells);
        }
        let column = cell.lane.and_then(|lane| lane.checked_sub(1)).filter(|lane| *lane < lanes.len());
        steps.push(Placed { number: cell.number, step, column, is_below: cell.row > 1, columns: Vec::new() });
    }
    let mut order: Vec<usize> = (0..steps.len()).collect();
    order.sort_by_key(|at| steps[*at].number);
    let mut before: Option<usize> = None;
    for at in order {
        let sure = steps[at].column.and_then(|column| lanes.get(column)).map(|lane| lane.2.clone());
        let by = sure.or_else(|| doer(&steps[at].step, before.map(|before| &steps[before].step), &lanes, reader));
        steps[at].columns = match (steps[at].column, &by) {
            (Some(column), _) => vec![column],
            (None, Some(by)) => (0..lanes.len()).filter(|lane| lanes[*lane].2 == *by).collect(),
            (None, None) => (0..lanes.len()).collect(),
        };
        done_by(&mut steps[at].step, by.into_iter().collect());
        before = Some(at);
    }
    ascending(&mut steps);
    for placed in &mut steps {
        let lane = match (&placed.columns[..], placed.column) {
            (_, Some(column)) => Value::Number(column + 1),
            ([only], None) => {
                let mut likely = Fields::default();
                likely.set("likely", Value::Number(only + 1));
                likely.into()
            }
            (several, None) => {
                let mut lost = Fields::default();
                lost.set("lost", Value::from(several.iter().map(|lane| Value::Number(lane + 1)).collect::<Vec<_>>()));
                lost.into()
            }
        };
        if placed.column.is_none() {
            placed.step.doubt(Rule::Lane);
        }
        placed.step.fields.set("lane", lane);
    }
    steps.sort_by_key(|placed| placed.number);
    let mut asides = asides.into_iter().peekable();
    for placed in steps {
        while let Some((_, words, line)) = asides.next_if(|(before, ..)| *before <= placed.number) {
            table.body.push(Node { kind: Kind::Aside, text: words, line, ..Node::default() });
        }
        table.body.push(placed.step);
    }
    let refuses = |step: &Node| says(&step.text.to_lowercase(), &["отказ"]);
    let is_refusal = is_alternative && table.body.last().is_some_and(refuses);
    course(&mut table, is_refusal, reader.lang);
    Some(table)
}

/// A step of the table and the columns where it may stand.
struct Placed {
    number: usize,
    step: Node,
    /// The column where it certainly stands.
    column: Option<usize>,
    /// Whether it stands in the second row.
    is_below: bool,
    columns: Vec<usize>,
}

/// Words shared by which an action is certainly that of a step table, and by which it is so where nothing else tells.
const SURE: usize = 75;
const LIKELY: usize = 45;

/// Who does an action whose column is not known, where the table has a column for him: who does it by a step table; who has
/// received what the action before it yields, a body by its worker; who by the step table does what comes behind the action
/// before it; last, who did that one.
fn doer(step: &Node, before: Option<&Node>, lanes: &[Lane], reader: &Reader<'_>) -> Option<String> {
    let has_lane = |by: &&str| lanes.iter().any(|lane| lane.2 == **by);
    let of_body = |body: &String| {
        let worker = format!("{body}-");
        lanes.iter().map(|lane| lane.2.as_str()).find(|by| *by == body || by.starts_with(&worker))
    };
    let by = |at: usize| reader.known.actions.get(at).map(|action| action.by.as_str()).filter(has_lane);
    let told = reader.known.told(step, reader.lang).and_then(|(alike, at)| Some((alike, by(at)?)));
    let receivers = before.map_or_else(Vec::new, receivers);
    let received = receivers.iter().rev().find_map(of_body);
    let behind = || {
        let (alike, at) = reader.known.told(before?, reader.lang)?;
        if alike >= LIKELY { by(at + 1) } else { None }
    };
    let same = || match before?.fields.get("by") {
        Some(Value::Text(by)) => Some(by.as_str()),
        _ => None,
    };
    let sure = told.filter(|(alike, _)| *alike >= SURE).map(|(_, by)| by);
    let likely = told.filter(|(alike, _)| *alike >= LIKELY).map(|(_, by)| by);
    sure.or(received).or(likely).or_else(behind).or_else(same).map(str::to_owned)
}

/// Who receives what a step yields.
fn receivers(step: &Node) -> Vec<String> {
    match step.fields.get("to") {
        Some(Value::Text(one)) => vec![one.clone()],
        Some(Value::List(several)) => {
            let ids = several.iter().filter_map(|(_, value)| match value {
                Value::Text(id) => Some(id.clone()),
                _ => None,
            });
            ids.collect()
        }
        _ => Vec::new(),
    }
}

/// The second row is printed from left to right: a cell stands right of the one that is printed before it.
fn ascending(steps: &mut [Placed]) {
    let below: Vec<usize> = (0..steps.len()).filter(|at| steps[*at].is_below).collect();
    let mut columns: Vec<Vec<usize>> = below.iter().map(|at| steps[*at].columns.clone()).collect();
    let mut least = 0;
    for columns in &mut columns {
        columns.retain(|column| *column >= least);
        least = columns.first().map_or(least, |first| first + 1);
    }
    let mut most = usize::MAX;
    for columns in columns.iter_mut().rev() {
        columns.retain(|column| *column < most);
        most = columns.last().copied().unwrap_or(most);
    }
    // Where the order contradicts those who act, it proves nothing.
    if columns.iter().all(|columns| !columns.is_empty()) {
        for (at, columns) in below.into_iter().zip(columns) {
            steps[at].columns = columns;
        }
    }
}

/// A column: the words above the name, the name, who it is.
type Lane = (Option<String>, String, String);

/// The columns: the group, the words, who it is.
fn lanes(heads: Vec<Head>, cast: &mut Cast) -> Vec<Lane> {
    let named = |(group, words): Head| {
        let by = who(&words, cast).into_iter().next()?;
        Some((group, words, by))
    };
    heads.into_iter().filter_map(named).collect()
}

/// Whether a text begins with the number of an action.
pub(super) fn begins(text: &str) -> bool {
    ACTION.find(text).is_some_and(|label| label.start() == 0)
}

/// The cells, in the order of their print. A piece without a label goes on with the cell before it; behind a page break
/// with one that the break has torn, which then stands in its place.
pub(super) fn cells(body: &[Paragraph], columns: usize) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    // Where the cells of the page begin, and how many lines each of them takes there.
    let mut page = 0;
    let mut torn: Vec<Cell> = Vec::new();
    for (at, paragraph) in body.iter().enumerate() {
        let text = paragraph.text.as_str();
        let starts: Vec<_> = ACTION.captures_iter(text).filter_map(|found| Some((found.get(0)?, found))).collect();
        if paragraph.opens_page {
            cells.append(&mut torn);
            let on_page = body[at..].iter().skip(1).take_while(|next| !next.opens_page);
            let rests = std::iter::once(paragraph).chain(on_page);
            let first = first_row(&cells, columns);
            let row = if first < cells.len() { first } else { 0 };
            torn = tear(&mut cells, row.max(page), rests.filter(|rest| is_rest(&rest.text)).count());
            page = cells.len();
        }
        let begin = starts.first().map_or(text.len(), |(label, _)| label.start());
        let before = text[..begin].trim();
        if !before.is_empty() {
            if !torn.is_empty() && begin == text.len() {
                let mut cell = torn.remove(0);
                cell.words = join(&cell.words, before);
                cells.push(cell);
            } else if let Some(last) = cells.last_mut() {
                if !last.words.is_empty() {
                    last.words.push(' ');
                }
                last.words.push_str(before);
                last.is_torn = true;
            }
        }
        for (index, (label, found)) in starts.iter().enumerate() {
            let end = starts.get(index + 1).map_or(text.len(), |(next, _)| next.start());
            cells.push(Cell {
                label: label.as_str().trim().to_owned(),
                number: found[1].parse().unwrap_or(0),
                words: text[label.end()..end].trim().to_owned(),
                line: paragraph.line,
                lines: paragraph.lines,
                is_torn: false,
                row: 1,
                lane: None,
            });
        }
    }
    cells.append(&mut torn);
    cells
}

/// How many cells stand in the first row: it goes from left to right as long as the numbers rise, and has at most one cell in
/// a column.
fn first_row(cells: &[Cell], columns: usize) -> usize {
    let rising = cells.windows(2).take_while(|pair| pair[1].number > pair[0].number).count() + 1;
    rising.min(columns.max(1)).min(cells.len())
}

/// Whether a piece begins no cell.
fn is_rest(text: &str) -> bool {
    !ACTION.is_match(text)
}

/// Takes out the cells of a page that a page break has torn: as many as pieces go on behind it. These reach down to the foot
/// of the page, having the most lines; where that does not tell, they are the last ones.
fn tear(cells: &mut Vec<Cell>, page: usize, count: usize) -> Vec<Cell> {
    let most = cells[page..].iter().map(|cell| cell.lines).max().unwrap_or_default();
    let at_foot = cells[page..].iter().filter(|cell| cell.lines == most).count() == count;
    let from = cells.len() - count.min(cells.len() - page);
    let mut torn = Vec::new();
    for at in (page..cells.len()).rev() {
        if (at_foot && cells[at].lines == most) || (!at_foot && at >= from) {
            let mut cell = cells.remove(at);
            cell.is_torn |= !at_foot;
            torn.insert(0, cell);
        }
    }
    torn
}
