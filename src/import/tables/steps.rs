//! Step tables: bands of rows, whose columns are steps.

use std::collections::BTreeMap;

use super::super::cast::Cast;
use super::super::courses;
use super::super::draft::{Fields, Value};
use super::super::limits::limits;
use super::super::nesting::Node;
use super::super::{Paragraph, Rule};
use super::cells::{Piece, Pieces, cells};
use super::heads;
use super::rows::{self, Row};
use super::{Reader, channel, course, done_by, node, step, who};
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
    numbers: Vec<String>,
}

/// A band with its cells in their columns, wherever these were read.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// What is printed above the band.
    pub heading: Option<String>,
    /// The line where it begins.
    pub line: usize,
    /// How many columns it has.
    pub count: usize,
    /// The cells of each row, from left to right; a row without cells has none.
    pub cells: BTreeMap<Row, Vec<String>>,
    /// The names of its rows, as they are encoded.
    pub names: BTreeMap<Row, String>,
    /// The numbers of its rows.
    pub numbers: Vec<String>,
    /// Whether each cell surely stands in its column.
    pub is_sure: bool,
}

/// Reads a step table. Returns it with the number of paragraphs that it takes.
pub(super) fn read(title: &Paragraph, body: &[Paragraph], reader: &mut Reader<'_>) -> Option<(Node, usize)> {
    let (bands, used) = bands(body, reader.cast);
    let told: Vec<&str> = body[..used].iter().map(|paragraph| paragraph.text.as_str()).collect();
    let mut table = Told::default();
    for band in bands {
        let columns = columns(band, reader);
        table.add(columns, reader);
    }
    Some((table.table(title, &told, reader)?, used))
}

/// What the bands of a table tell.
#[derive(Debug, Default)]
pub(super) struct Told {
    steps: Vec<Node>,
    parts: Vec<Value>,
    names: BTreeMap<Row, String>,
    numbers: Vec<String>,
}

impl Told {
    /// Adds what the cells of a band say.
    pub fn add(&mut self, band: Columns, reader: &mut Reader<'_>) {
        let of_band = steps(&band, reader);
        for (row, name) in band.names {
            self.names.entry(row).or_insert(name);
        }
        if self.numbers.is_empty() {
            self.numbers = band.numbers;
        }
        let mut part = Fields::default();
        if let Some(heading) = band.heading {
            part.set("heading", heading);
        }
        if let Some(last) = of_band.last().and_then(|step| step.number.clone()) {
            part.set("to", last);
            self.parts.push(part.into());
        }
        self.steps.extend(of_band);
    }

    /// The table, if it is one. `told` are its texts as printed.
    pub fn table(self, title: &Paragraph, told: &[&str], reader: &mut Reader<'_>) -> Option<Node> {
        let Self { mut steps, parts, names, numbers } = self;
        // A step without words is none: such a table stays text, as it was found.
        if steps.is_empty() || steps.iter().any(|step| step.text.is_empty()) {
            return None;
        }
        let process = reader.known.name("table");
        let mut table = node(title, "steps", process, channel(&title.text, told));
        let mut printed = Fields::default();
        for (row, name) in names {
            printed.set(row.field(), name);
        }
        table.fields.set("rows", printed);
        if !numbers.is_empty() {
            table.fields.set("row_numbers", numbers.into_iter().map(Value::from).collect::<Vec<_>>());
        }
        table.fields.set("bands", parts);
        leads(&mut steps);
        table.body = steps;
        course(&mut table, false, reader.lang);
        for step in &table.body {
            reader.known.remember(step, reader.lang);
        }
        Some(table)
    }
}

/// The bands of a table, and how many paragraphs they take.
fn bands(body: &[Paragraph], cast: &Cast) -> (Vec<Band>, usize) {
    let mut bands: Vec<Band> = Vec::new();
    let mut heading: Vec<&str> = Vec::new();
    let mut row: Option<Row> = None;
    // The number of a row, where it stands above its name.
    let mut number: Option<&str> = None;
    let mut used = 0;
    for (index, paragraph) in body.iter().enumerate() {
        let text = paragraph.text.trim();
        let below = || body.get(index + 1).and_then(|next| rows::begins(next.text.trim()));
        if let Some(opening) = rows::begins(text).filter(|opening| opening.row == Row::Number || !bands.is_empty()) {
            if opening.row == Row::Number {
                let told = std::mem::take(&mut heading).join(" ");
                let heading = (!told.is_empty()).then_some(told);
                bands.push(Band { heading, line: paragraph.line, ..Band::default() });
            }
            if let Some(band) = bands.last_mut() {
                if let Some(row) = row.filter(|_| opening.row != Row::Number) {
                    give_back(band, row, opening.row, paragraph.opens_page, cast);
                }
                band.names.insert(opening.row, opening.name.to_owned());
                band.numbers.extend(number.take().or(opening.number).map(str::to_owned));
                push(band, opening.row, opening.rest, paragraph);
            }
            row = Some(opening.row);
        } else if is_number(text) && below().is_some_and(|below| numbers_row(&bands, &below, text))
            || row.is_some_and(|row| row < Row::Limit) && is_next_row(&bands, text)
        {
            number = Some(text);
        } else if let (Some(row), Some(band)) =
            (row.filter(|row| *row != Row::Next || is_number(text)), bands.last_mut())
        {
            match rest_of_name(band, row, text).filter(|_| paragraph.opens_page) {
                Some((name, end)) => {
                    band.names.insert(row, name);
                    band.rows.entry(row).or_default().close_page();
                    push(band, row, &text[end..], paragraph);
                }
                None => push(band, row, text, paragraph),
            }
        } else {
            // Behind the last row only the heading of the next band belongs to the table.
            let leads =
                |next: &Paragraph| rows::begins(next.text.trim()).is_some_and(|opening| opening.row == Row::Number);
            if row.is_some() && !body[index + 1..].iter().take(2).any(leads) {
                break;
            }
            heading.push(text);
        }
        used = index + 1;
    }
    if bands.is_empty() { (bands, 0) } else { (bands, used) }
}

/// The name of a row that a page break has torn, maybe within a word, and where its rest ends in a text.
fn rest_of_name(band: &mut Band, row: Row, text: &str) -> Option<(String, usize)> {
    let name = band.names.get(&row)?;
    if let Some(end) = rows::goes_on(row, name, text) {
        return Some((format!("{name} {}", &text[..end]), end));
    }
    // The half of a word was taken for the first cell.
    let pieces = band.rows.get_mut(&row)?;
    let [page] = &mut pieces.0[..] else { return None };
    let half = page.first().filter(|half| !half.text.contains(' '))?;
    let begun = format!("{name}{}", half.text);
    let end = rows::goes_on(row, &begun, text)?;
    page.remove(0);
    Some((format!("{begun}{}", &text[..end]), end))
}

/// Whether a number above the name of a row is that of the row: the first row of a table has one, and then they rise.
fn numbers_row(bands: &[Band], below: &rows::Opening<'_>, number: &str) -> bool {
    let expected = match bands.last() {
        None => 1,
        Some(band) if band.numbers.is_empty() => return false,
        Some(_) if below.row == Row::Number => 1,
        Some(band) => band.numbers.len() + 1,
    };
    below.number.is_none() && number == expected.to_string()
}

/// Whether a number is that of the row behind those that were read, whose cells may stand above its name.
fn is_next_row(bands: &[Band], number: &str) -> bool {
    let read = bands.last().map_or(0, |band| band.numbers.len());
    read > 1 && number == (read + 1).to_string()
}

fn push(band: &mut Band, row: Row, text: &str, from: &Paragraph) {
    let text = text.trim();
    if !text.is_empty() {
        let piece = Piece { text: text.to_owned(), lines: from.lines };
        band.rows.entry(row).or_default().push(piece, from.opens_page);
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
    numbers.map_or(0, |row| row.all().flat_map(|piece| digits(&piece.text)).count())
}

/// What a row has too much was printed before the name of the next row: that one is torn by a page break and its name
/// stands in the middle of its height. Where no page break is seen, the names of participants are known, and pieces behind
/// them are none.
fn give_back(band: &mut Band, row: Row, next: Row, opens_page: bool, cast: &Cast) {
    let columns = width(band);
    let Some(Pieces(pages)) = band.rows.get_mut(&row).filter(|_| columns > 0) else { return };
    let Some(page) = pages.last_mut() else { return };
    let own = match row {
        Row::Number => page.iter().take_while(|piece| is_number(&piece.text)).count(),
        // Several names may stand on one line.
        Row::By => {
            let mut names = 0;
            let whole = |piece: &&Piece| {
                let is_open = names < columns;
                names += heads::names(&piece.text, cast).len();
                is_open
            };
            page.iter().take_while(whole).count()
        }
        _ => columns,
    };
    let are_names =
        row == Row::By && page.len() > own && page[..own].iter().all(|piece| !cast.mentions(&piece.text).is_empty());
    if page.len() > own && (opens_page || are_names || row == Row::Number) {
        let early = page.split_off(own);
        let next = band.rows.entry(next).or_default();
        for piece in early {
            next.push(piece, false);
        }
        next.close_page();
    }
}

/// The cells of a band in their columns.
fn columns(mut band: Band, reader: &Reader<'_>) -> Columns {
    let mut count = width(&band);
    if count > MOST_COLUMNS {
        count = 0;
    }
    let mut told: BTreeMap<Row, Vec<String>> = BTreeMap::new();
    let mut is_sure = true;
    if count > 0 {
        for row in [Row::Number, Row::By, Row::Text, Row::Outcome, Row::Limit, Row::Next] {
            let mut pieces = band.rows.remove(&row).unwrap_or_default();
            if matches!(row, Row::Number | Row::Next) {
                let numbers = pieces.all().flat_map(|piece| digits(&piece.text));
                pieces = Pieces(vec![numbers.map(|text| Piece { text, lines: 1 }).collect()]);
            }
            let (mut found, is_proved) = cells(row, pieces, count, reader.cast, reader.lang);
            for cell in &mut found {
                *cell = reader.words.mended(cell);
            }
            // Only the last action of a table may have no next one.
            let is_whole = found.len() == count || found.is_empty() || (row == Row::Next && found.len() + 1 == count);
            is_sure &= is_proved && is_whole;
            told.insert(row, found);
        }
    }
    let Band { heading, line, numbers, .. } = band;
    let names = band.names.into_iter().map(|(row, name)| (row, rows::name(&name))).collect();
    Columns { heading, line, count, cells: told, names, numbers, is_sure }
}

/// The steps of a band: what its cells say.
fn steps(band: &Columns, reader: &mut Reader<'_>) -> Vec<Node> {
    let cell = |row: Row, at: usize| band.cells.get(&row).and_then(|cells| cells.get(at)).cloned().unwrap_or_default();
    let mut steps = Vec::new();
    for at in 0..band.count {
        let mut step = step(cell(Row::Number, at), cell(Row::Text, at), band.line, reader);
        let by = cell(Row::By, at);
        done_by(&mut step, who(&by, reader.cast));
        let limit = cell(Row::Limit, at);
        if !limit.is_empty() {
            step.fields.set("limit", term(&limit, reader.lang));
        }
        for (name, words) in [("who", by), ("outcome", cell(Row::Outcome, at)), ("printed_next", cell(Row::Next, at))] {
            if !words.is_empty() {
                step.fields.set(name, words);
            }
        }
        if !band.is_sure {
            step.doubt(Rule::Cells);
        }
        steps.push(step);
    }
    steps
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

/// A printed next action that is not the one behind the step: what follows stays what is printed below, and a reader must
/// see why the number differs.
fn leads(steps: &mut [Node]) {
    let Some(names) = courses::names(steps) else { return };
    for (at, step) in steps.iter_mut().enumerate() {
        let below = names.get(at + 1).map_or("end", String::as_str);
        // A dash says that nothing follows.
        let names = |printed: &str| printed.contains(char::is_alphanumeric) && printed != below;
        if matches!(step.fields.get("printed_next"), Some(Value::Text(printed)) if names(printed)) {
            step.fields.set("next", below);
            step.doubt(Rule::Choice);
        }
    }
}
