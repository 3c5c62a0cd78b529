//! Tables of annexes: step tables, whose columns are steps, and variant tables, whose columns are participants.
//!
//! The extraction prints a table cell by cell, row by row. A step table is known by the names of its rows, which every band
//! of it repeats: the row of numbers says how many columns a band has, and every other row has as many cells. A variant
//! table is known by its title and by cells that begin with the number of an action.

mod actions;
mod address_lists;
mod cells;
mod entries;
mod grids;
mod heads;
mod kept;
mod lanes;
mod listed;
pub(super) mod plain;
mod rows;
mod steps;

pub(super) use actions::Known;

use std::sync::LazyLock;

use regex::Regex;

use super::Paragraph;
use super::actors::acting;
use super::cast::Cast;
use super::courses;
use super::draft::{Fields, Value};
use super::nesting::{Kind, Node};
use super::spacing::Lexicon as Words;
use super::words::{made, says};
use crate::lang::Lang;
use kept::keeps;

/// The title of a table, wherever it stands in a paragraph: the extraction runs it together with the title above it.
static TITLE: LazyLock<Regex> =
    LazyLock::new(|| made(r"(?:^|\s)((?i:таблица|кесте) \d{1,2}\b.*|\d{1,2}-(?i:кесте)\b.*)$"));

/// A piece of an annex.
pub(super) enum Piece {
    /// Paragraphs that are in no table.
    Text(Vec<Paragraph>),
    /// A table.
    Table(Box<Node>),
}

/// The title of a table that was run together with the title of its annex, or stands in its place.
pub(super) fn cut_title(title: &mut Option<Paragraph>) -> Option<Paragraph> {
    let (rest, cut) = split_title(title.as_ref()?)?;
    *title = rest;
    Some(cut)
}

/// The first words of the head of an address list that stand in the place of the title of an annex.
pub(super) fn cut_head(title: &mut Option<Paragraph>, text: &[Paragraph]) -> Option<Paragraph> {
    let first = title.as_ref()?;
    let below = text.iter().take(listed::MOST_OF_HEAD).filter(|paragraph| paragraph.grid.is_none());
    let pieces: Vec<Paragraph> = std::iter::once(first).chain(below).flat_map(Paragraph::pieces).collect();
    if listed::is_head(&pieces) { title.take() } else { None }
}

/// What stands before the title of a table in a paragraph, and the title; nothing where there is none.
fn split_title(paragraph: &Paragraph) -> Option<(Option<Paragraph>, Paragraph)> {
    let at = TITLE.captures(&paragraph.text)?.get(1)?.start();
    let cut = Paragraph { text: paragraph.text[at..].to_owned(), seams: Vec::new(), ..paragraph.clone() };
    let before = paragraph.text[..at].trim_end();
    let rest = Paragraph { text: before.to_owned(), doubts: Vec::new(), ..cut.clone() };
    Some(((!before.is_empty()).then_some(rest), cut))
}

/// What the tables of a regulation are read with.
pub(super) struct Reader<'r> {
    /// The words of the act's sentences.
    pub words: &'r Words,
    /// Who takes part.
    pub cast: &'r mut Cast,
    pub lang: Lang,
    /// What was found so far.
    pub known: Known,
}

/// Pieces of an annex, while they are found. Texts beside each other are one piece.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn texts(&mut self, texts: impl IntoIterator<Item = Paragraph>) {
        for text in texts {
            match self.0.last_mut() {
                Some(Piece::Text(last)) => last.push(text),
                _ => self.0.push(Piece::Text(vec![text])),
            }
        }
    }

    fn table(&mut self, table: Node) {
        self.0.push(Piece::Table(Box::new(table)));
    }
}

/// Finds the tables among the paragraphs of an annex.
pub(super) fn find(text: Vec<Paragraph>, reader: &mut Reader<'_>) -> Vec<Piece> {
    reader.known.actions.clear();
    let mut pieces = Pieces::default();
    let mut title: Option<Paragraph> = None;
    let mut body: Vec<Paragraph> = Vec::new();
    for paragraph in text {
        if paragraph.grid.is_some() || split_title(&paragraph).is_none() {
            body.push(paragraph);
            continue;
        }
        for piece in paragraph.pieces() {
            let Some((before, next)) = split_title(&piece) else {
                body.push(piece);
                continue;
            };
            body.extend(before);
            close(&mut pieces, title.replace(next), std::mem::take(&mut body), reader);
        }
    }
    close(&mut pieces, title, body, reader);
    pieces.0
}

/// Reads what stands below a title, or above the first one. What is no table stays text.
fn close(pieces: &mut Pieces, title: Option<Paragraph>, whole: Vec<Paragraph>, reader: &mut Reader<'_>) {
    if whole.iter().any(|paragraph| paragraph.grid.is_some()) {
        return grids::read(title, whole, pieces, reader);
    }
    let Some(title) = title else { return lists(pieces, whole, reader) };
    // A cell ends at an empty line, and one that a page break tears goes on behind it.
    let mut body: Vec<Paragraph> = whole.iter().flat_map(Paragraph::pieces).collect();
    for piece in &mut body {
        piece.text = reader.words.mended(&piece.text);
    }
    rows::single(&mut body);
    let found = steps::read(&title, &body, reader).or_else(|| lanes::read(&title, &body, reader));
    // What a reader of rows and cells did not place must not be lost: then all of it stays text.
    match found.filter(|(table, used)| keeps(table, &title, &body[..*used])) {
        Some((table, used)) => {
            pieces.table(table);
            lists(pieces, behind(whole, used), reader);
        }
        None => lists(pieces, std::iter::once(title).chain(whole).collect(), reader),
    }
}

/// What of paragraphs is left behind their first pieces.
fn behind(whole: Vec<Paragraph>, used: usize) -> Vec<Paragraph> {
    let mut left = used;
    let mut rest = Vec::new();
    for paragraph in whole {
        if left == 0 {
            rest.push(paragraph);
            continue;
        }
        let pieces = paragraph.pieces();
        let taken = left.min(pieces.len());
        rest.extend(pieces.into_iter().skip(taken));
        left -= taken;
    }
    rest
}

/// Finds the address lists of a text. What is in none stays as it was.
fn lists(pieces: &mut Pieces, whole: Vec<Paragraph>, reader: &Reader<'_>) {
    let body: Vec<Paragraph> = whole.iter().flat_map(Paragraph::pieces).collect();
    let mut found = listed::read(&body, reader).into_iter().peekable();
    if found.peek().is_none() {
        return pieces.texts(whole);
    }
    // How many pieces the list that was begun still takes.
    let mut inside = 0;
    let mut at = 0;
    for paragraph in whole {
        let own = paragraph.pieces();
        let end = at + own.len();
        if inside == 0 && found.peek().is_none_or(|list| list.from >= end) {
            pieces.texts([paragraph]);
            at = end;
            continue;
        }
        for piece in own {
            if let Some(list) = found.next_if(|list| list.from == at) {
                inside = list.used;
                pieces.table(list.table);
            }
            if inside == 0 {
                pieces.texts([piece]);
            }
            inside = inside.saturating_sub(1);
            at += 1;
        }
    }
}

/// The node of a table.
fn node(title: &Paragraph, form: &str, process: String, channel: &str) -> Node {
    let mut fields = Fields::default();
    fields.set("form", form);
    fields.set("process", process);
    fields.set("role", "sequence");
    let mut scope = Fields::default();
    scope.set("channel", channel);
    fields.set("for", scope);
    Node {
        kind: Kind::Table,
        text: title.text.clone(),
        line: title.line,
        doubts: title.doubts.clone(),
        fields,
        has_steps: true,
        ..Node::default()
    }
}

/// What follows what in a table, and which channels it is for. What ends in a refusal as a whole (`is_refusal`) ends so
/// wherever it ends.
fn course(table: &mut Node, is_refusal: bool, lang: Lang) {
    let end = if is_refusal { "end-refused" } else { "end" };
    if let Some(channels) = courses::by_channel(&mut table.body, end, lang)
        && let Some((_, Value::Map(scope))) = table.fields.0.iter_mut().find(|(name, _)| name == "for")
    {
        scope.0.retain(|(name, _)| name != "channel");
        scope.set("channel", channels.map(Value::from).to_vec());
    }
    courses::read(&mut table.body, lang);
    if let Some(last) = table.body.last_mut().filter(|last| is_refusal && last.fields.get("next").is_none()) {
        last.fields.set("next", end);
    }
}

/// The place of which a table tells, by its title and its cells.
fn channel(title: &str, cells: &[&str]) -> &'static str {
    let of = |text: &str| {
        let lower = text.to_lowercase();
        let is = |stems: &[&str]| stems.iter().any(|stem| says(&lower, &[stem]));
        if is(&["портал", "пэп"]) {
            Some("portal")
        } else if is(&["центр", "цон", "хқко", "орталы"]) {
            Some("centre")
        } else {
            None
        }
    };
    of(title).or_else(|| cells.iter().find_map(|cell| of(cell))).unwrap_or("provider")
}

/// A step of a table: its number and its words, and who receives what it yields. Who acts, another cell says.
fn step(number: String, text: String, line: usize, reader: &mut Reader<'_>) -> Node {
    let mut step = Node { kind: Kind::Item, number: Some(number), text, line, ..Node::default() };
    acting(&mut step, reader.cast, reader.lang);
    step.fields.0.retain(|(name, _)| !matches!(name.as_str(), "by" | "who"));
    step.doubts.clear();
    step
}

/// Those who act in a step; nobody hands over to himself.
fn done_by(step: &mut Node, mut doers: Vec<String>) {
    if doers.is_empty() {
        return;
    }
    step.fields.0.retain(|(name, to)| name != "to" || !matches!(to, Value::Text(to) if doers.contains(to)));
    if doers.len() == 1 {
        step.fields.set("by", doers.remove(0));
    } else {
        let mut several = Fields::default();
        several.set("one-of", doers.into_iter().map(Value::from).collect::<Vec<_>>());
        step.fields.set("by", several);
    }
}

/// Whom a cell names: those that are known, or a new one.
fn who(cell: &str, cast: &mut Cast) -> Vec<String> {
    let words = cell.trim().trim_end_matches(['.', ',', ';']);
    if words.is_empty() {
        return Vec::new();
    }
    let mentions = cast.mentions(words);
    let several = mentions.first().map_or_else(Vec::new, |first| cast.alternatives(words, &mentions, first));
    if several.is_empty() {
        let person = cast.named_by(words);
        return vec![cast.id(person)];
    }
    several.into_iter().map(|person| cast.id(person)).collect()
}
