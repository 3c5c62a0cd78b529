//! Tables of web pages and DOCX: every table of the corpus, printed with spans, heads and wrappings of all kinds, comes back
//! cell by cell; and no table is too hostile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use proptest::prelude::*;
use qadam::cli::pipeline::check;
use qadam::import::{Doubt, Form, Lexicon, Request, Rule, drafted, paragraphs_of};
use qadam::lang::{Lang, Text};
use qadam::model::{Act, CellState, Node, NodeKind, Regulation, Table, TableShape};
use qadam::source::format_text;
use zip::write::SimpleFileOptions;

use super::command::project_with;
use crate::PROJECT;
use crate::support::binary::Call;
use crate::support::folders::{put, read_all};

/// A cell of a table to be written.
#[derive(Clone, Default)]
struct Cell {
    text: String,
    columns: usize,
    rows: usize,
    is_head: bool,
    /// It goes on with the cell above: only a DOCX writes it.
    goes_on: bool,
}

impl Cell {
    fn of(text: &str) -> Self {
        Self { text: text.to_owned(), columns: 1, rows: 1, ..Self::default() }
    }
}

/// What a document holds.
enum Block {
    Text(String),
    Heading(String),
    Table(Vec<Vec<Cell>>),
}

/// How tables are written.
#[derive(Clone, Copy, Debug, Default)]
struct Manner {
    /// Heads of columns and rows are `th`.
    has_heads: bool,
    /// Bands are tables of their own, their headings paragraphs.
    is_cut: bool,
    /// Equal neighbours in the row of participants are one cell.
    is_spanned: bool,
    /// The second half of the names of rows and of the cells stands in a second row, under a cell over both.
    is_split: bool,
    /// Cells hold paragraphs, breaks and tables of one cell; the page is laid out by a table.
    is_wrapped: bool,
}

const MANNERS: [Manner; 5] = [
    Manner { has_heads: false, is_cut: false, is_spanned: false, is_split: false, is_wrapped: false },
    Manner { has_heads: true, is_cut: true, is_spanned: false, is_split: false, is_wrapped: false },
    Manner { has_heads: false, is_cut: false, is_spanned: true, is_split: false, is_wrapped: true },
    Manner { has_heads: true, is_cut: false, is_spanned: false, is_split: true, is_wrapped: false },
    Manner { has_heads: true, is_cut: true, is_spanned: true, is_split: true, is_wrapped: true },
];

pub fn words(text: Option<&Text>, act: &Act) -> String {
    text.and_then(|text| text.get(act.lang)).unwrap_or_default().to_owned()
}

/// The tables of a regulation, in their order.
pub fn tables<'n>(nodes: &'n [Node], regulation: &'n Regulation, found: &mut Vec<Found<'n>>) {
    for node in nodes {
        if let Some(table) = &node.table {
            found.push(Found { node, table, shape: &regulation.tables[&node.id] });
        }
        tables(&node.children, regulation, found);
    }
}

/// A table of the model.
pub struct Found<'n> {
    pub node: &'n Node,
    pub table: &'n Table,
    pub shape: &'n TableShape,
}

/// Whether a table prints cells whose column nobody knows, which no grid has, or has one column, which makes it text.
fn is_none(found: &Found<'_>) -> bool {
    let is_loose = found.shape.marks.iter().any(|(_, mark)| matches!(mark, CellState::Loose));
    is_loose || (found.table.columns.len() < 2 && found.table.rows.iter().all(|row| row.len() < 2))
}

/// The document of an act with the tables of its regulations.
fn document(act: &Act, manner: Manner) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading("Об утверждении регламентов".to_owned()),
        Block::Text("Постановление акимата района от 1 марта 2030 года № 1".to_owned()),
        Block::Text("1. Утвердить прилагаемые регламенты.".to_owned()),
    ];
    for regulation in &act.regulations {
        for (is_heading, text) in [
            (true, "Утвержден постановлением акимата района"),
            (true, "Регламент государственной услуги «Услуга»"),
            (true, "1. Общие положения"),
            (false, "1. Услуга оказывается бесплатно."),
        ] {
            blocks.push(if is_heading { Block::Heading(text.to_owned()) } else { Block::Text(text.to_owned()) });
        }
        for (index, annex) in regulation.text.iter().filter(|node| node.kind == NodeKind::Annex).enumerate() {
            let mut found = Vec::new();
            tables(std::slice::from_ref(annex), regulation, &mut found);
            if found.is_empty() {
                continue;
            }
            blocks.push(Block::Heading(format!("Приложение {} к регламенту", index + 1)));
            blocks.push(Block::Heading("Перечень и описание".to_owned()));
            for found in &found {
                table(found, act, manner, &mut blocks);
            }
        }
    }
    blocks
}

/// A table as it is written.
fn table(found: &Found<'_>, act: &Act, manner: Manner, blocks: &mut Vec<Block>) {
    if is_none(found) {
        return;
    }
    let Found { node, table, shape } = found;
    let title = words(node.title.as_ref().or(node.text.as_ref()), act);
    if !title.is_empty() {
        blocks.push(Block::Text(title));
    }
    let width = table.rows.iter().map(Vec::len).chain([table.columns.len()]).max().unwrap();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    if !table.columns.is_empty() {
        let heads = table
            .columns
            .iter()
            .map(|column| Cell { is_head: manner.has_heads, ..Cell::of(&words(Some(column), act)) });
        let mut heads: Vec<Cell> = heads.collect();
        for at in (1..heads.len()).rev().filter(|at| table.columns[*at].words.is_empty()) {
            heads.remove(at);
            heads[at - 1].columns += 1;
        }
        rows.push(heads);
    }
    let is_steps = !shape.bands.is_empty();
    for (at, row) in table.rows.iter().enumerate() {
        if is_steps && shape.bands.contains(&at) && manner.is_cut && !rows.is_empty() {
            blocks.push(Block::Table(std::mem::take(&mut rows)));
        }
        let cells: Vec<Cell> = row.iter().map(|cell| Cell::of(&words(cell.as_ref(), act))).collect();
        if is_steps && cells.len() == 1 {
            if manner.is_cut {
                blocks.push(Block::Text(cells[0].text.clone()));
            } else {
                rows.push(vec![Cell { columns: width, ..cells[0].clone() }]);
            }
            continue;
        }
        rows.extend(if is_steps { step_row(cells, shape.heads, manner) } else { vec![cells] });
    }
    // A form has room to be filled in.
    if node.kind == NodeKind::Form {
        rows.push(vec![Cell::of(""); width]);
    }
    blocks.push(Block::Table(rows));
}

/// A row of a step table, in one row or two.
fn step_row(mut cells: Vec<Cell>, heads: usize, manner: Manner) -> Vec<Vec<Cell>> {
    cells[..heads].iter_mut().for_each(|cell| cell.is_head = manner.has_heads);
    let is_who = cells[heads - 1].text.contains("СФЕ");
    if manner.is_spanned && is_who {
        let mut merged: Vec<Cell> = Vec::new();
        for (at, cell) in cells.into_iter().enumerate() {
            match merged.last_mut().filter(|last| at > heads && !cell.text.is_empty() && last.text == cell.text) {
                Some(last) => last.columns += 1,
                None => merged.push(cell),
            }
        }
        return vec![merged];
    }
    if manner.is_split && cells[heads..].iter().all(|cell| cell.text.contains(' ')) && cells.len() > heads {
        let mut below = Vec::new();
        for (at, cell) in cells.iter_mut().enumerate() {
            if at < heads {
                cell.rows = 2;
                below.push(Cell { goes_on: true, ..Cell::of("") });
            } else {
                let (first, rest) = cell.text.split_once(' ').unwrap();
                below.push(Cell::of(rest));
                cell.text = first.to_owned();
            }
        }
        return vec![cells, below];
    }
    vec![cells]
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The inside of a cell.
fn inside(text: &str, manner: Manner) -> String {
    let text = escaped(text);
    let Some((first, rest)) = text.split_once(' ').filter(|_| manner.is_wrapped) else { return text };
    match rest.split_once(' ') {
        Some((second, rest)) => {
            format!("<p>{first}\n</p><table><tr><td>{second}</td></tr></table><div><b>{rest}</b></div>")
        }
        None => format!("{first}<br>{rest}"),
    }
}

fn html(blocks: &[Block], manner: Manner) -> Vec<u8> {
    let mut page = "<!DOCTYPE html><html><body>".to_owned();
    if manner.is_wrapped {
        page.push_str("<table><tr><td>меню</td><td>");
    }
    for block in blocks {
        match block {
            Block::Text(text) => writeln!(page, "<p>{}</p>", escaped(text)).unwrap(),
            Block::Heading(text) if manner.is_wrapped => {
                writeln!(page, "<table><tr><td>&nbsp;</td><td>{}</td></tr></table>", escaped(text)).unwrap();
            }
            Block::Heading(text) => writeln!(page, "<h3>{}</h3>", escaped(text)).unwrap(),
            Block::Table(rows) => {
                page.push_str("<table>");
                for row in rows {
                    page.push_str("<tr>");
                    for cell in row.iter().filter(|cell| !cell.goes_on) {
                        let tag = if cell.is_head { "th" } else { "td" };
                        let columns =
                            if cell.columns > 1 { format!(" colspan={}", cell.columns) } else { String::new() };
                        let rows = if cell.rows > 1 { format!(" rowspan=\"{}\"", cell.rows) } else { String::new() };
                        write!(page, "<{tag}{columns}{rows}>{}</{tag}>", inside(&cell.text, manner)).unwrap();
                    }
                    page.push_str("</tr>");
                }
                page.push_str("</table>\n");
            }
        }
    }
    if manner.is_wrapped {
        page.push_str("</td></tr></table>");
    }
    page.into_bytes()
}

/// A DOCX with this text.
pub fn packed(body: &str) -> Vec<u8> {
    let xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

fn docx(blocks: &[Block], manner: Manner) -> Vec<u8> {
    let run = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text));
    let mut body = String::new();
    for block in blocks {
        match block {
            Block::Text(text) => write!(body, "<w:p>{}</w:p>", run(text)).unwrap(),
            Block::Heading(text) => {
                write!(body, r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{}</w:p>"#, run(text)).unwrap();
            }
            Block::Table(rows) => {
                body.push_str(r#"<w:tbl><w:tblPr><w:jc w:val="center"/></w:tblPr>"#);
                for row in rows {
                    body.push_str("<w:tr>");
                    for cell in row {
                        let mut properties = String::new();
                        if cell.columns > 1 {
                            write!(properties, r#"<w:gridSpan w:val="{}"/>"#, cell.columns).unwrap();
                        }
                        if cell.rows > 1 {
                            properties.push_str(r#"<w:vMerge w:val="restart"/>"#);
                        } else if cell.goes_on {
                            properties.push_str("<w:vMerge/>");
                        }
                        let mut paragraphs = match cell.text.split_once(' ').filter(|_| manner.is_wrapped) {
                            Some((first, rest)) => {
                                format!("<w:p>{}</w:p><w:p>{}</w:p>", run(first), run(rest))
                            }
                            None => format!("<w:p>{}</w:p>", run(&cell.text)),
                        };
                        if manner.is_wrapped {
                            paragraphs = format!("<w:sdt><w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>");
                        }
                        write!(body, "<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>").unwrap();
                    }
                    body.push_str("</w:tr>");
                }
                body.push_str("</w:tbl>");
            }
        }
    }
    packed(&body)
}

/// Letters that are printed the same are the same.
pub fn alike(text: &str) -> String {
    const LATIN: &str = "ABCEHIKMOPTXaceiopx";
    const CYRILLIC: &str = "АВСЕНІКМОРТХасеіорх";
    let one = |char: char| {
        let at = LATIN.chars().position(|latin| latin == char);
        at.and_then(|at| CYRILLIC.chars().nth(at)).unwrap_or(char)
    };
    text.chars().map(one).collect()
}

/// A table as printed: its title, its columns, its rows, where its steps begin.
type Printed = (String, Vec<String>, Vec<Vec<String>>, Vec<(usize, usize)>);

fn printed(found: &Found<'_>, act: &Act) -> Printed {
    let Found { node, table, shape } = found;
    let cell = |cell: &Option<Text>| alike(&words(cell.as_ref(), act));
    let mut rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    // Cells at the end of a row that are empty are the same as none.
    for row in &mut rows {
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
    }
    let columns = table.columns.iter().map(|column| alike(&words(Some(column), act))).collect();
    let steps = shape.steps.iter().map(|(place, _)| (place.row, place.column)).collect();
    (alike(&words(node.title.as_ref().or(node.text.as_ref()), act)), columns, rows, steps)
}

/// Imports a file and reads the drafts as a project does.
pub fn imported(act: &Act, name: &str, bytes: &[u8]) -> Vec<Regulation> {
    let folder = project_with("");
    put(folder.path(), name, bytes);
    let run = Call::new(folder.path(), &["import", name, "--act", &act.id, "--lang", act.lang.as_str()]).run();
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let drafts = folder.path().join("regulations").join(&act.id);
    for (name, text) in read_all(&drafts) {
        put(&drafts, &name.replace(".draft.yaml", ".yaml"), text);
    }
    let checked = check(folder.path());
    let errors: Vec<_> = checked.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
    assert!(errors.iter().all(|error| error.code.as_str().starts_with("unknown-service")), "{}: {errors:#?}", act.id);
    checked.corpus.acts.into_iter().flat_map(|act| act.regulations).collect()
}

#[test]
fn every_table_of_the_corpus_comes_back_as_it_is_printed() {
    for act in &PROJECT.corpus.acts {
        let mut counts = [0_usize; 2];
        for manner in MANNERS {
            let blocks = document(act, manner);
            if !blocks.iter().any(|block| matches!(block, Block::Table(_))) {
                continue;
            }
            for (name, bytes) in [("act.html", html(&blocks, manner)), ("act.docx", docx(&blocks, manner))] {
                let drafts = imported(act, name, &bytes);
                assert_eq!(drafts.len(), act.regulations.len(), "{name}, {manner:?}");
                for (regulation, draft) in act.regulations.iter().zip(&drafts) {
                    let (mut wanted, mut found) = (Vec::new(), Vec::new());
                    tables(&regulation.text, regulation, &mut wanted);
                    tables(&draft.text, draft, &mut found);
                    wanted.retain(|wanted| !is_none(wanted));
                    let told = |all: &[Found<'_>]| all.iter().map(|one| one.node.kind.as_str()).collect::<Vec<_>>();
                    assert_eq!(told(&found), told(&wanted), "{}, {name}, {manner:?}", regulation.id());
                    for (wanted, found) in wanted.iter().zip(&found) {
                        let (wanted, found) = (printed(wanted, act), printed(found, act));
                        for (found, wanted) in found.2.iter().zip(&wanted.2) {
                            assert_eq!(found, wanted, "{}, {name}, {manner:?}", regulation.id());
                        }
                        assert_eq!(found, wanted, "{}, {name}, {manner:?}", regulation.id());
                        counts[0] += 1;
                        counts[1] += wanted.2.iter().map(Vec::len).sum::<usize>();
                    }
                }
            }
        }
        println!("{}: {} tables with {} cells came back", act.id, counts[0], counts[1]);
    }
}

/// What a hostile page or DOCX is put together from.
const PIECES: [&str; 14] = [
    "Наименование СФЕ",
    "№ действия",
    "Наименование действия",
    "Номер следующего действия",
    "Действие № 1. Прием",
    "Группа 1 СФЕ",
    "Юридический адрес",
    "Контактный телефон",
    "Таблица 1. Описание",
    "Приложение 2",
    "1",
    "2",
    "Специалист",
    "8-716",
];
const SPANS: [&str; 8] = ["", "1", "2", "3", "0", "-1", "99999999999999999999", "4294967295"];

/// An element of a hostile document, its text, what its cells claim.
type Event = (usize, usize, usize, usize);

fn events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec((0..9_usize, 0..PIECES.len(), 0..SPANS.len(), 0..SPANS.len()), 0..120)
}

/// A document of elements that open, close and stand in each other as chance has it, and the words in it.
fn hostile(events: &[Event], is_docx: bool) -> (Vec<u8>, String) {
    let mut page = String::new();
    let mut words = String::new();
    let mut open: Vec<&str> = Vec::new();
    let names = if is_docx { ["w:tbl", "w:tr", "w:tc", "w:p"] } else { ["table", "tr", "td", "p"] };
    for (kind, piece, columns, rows) in events {
        match kind {
            0..=3 => {
                let name = if !is_docx && *kind == 2 && piece % 3 == 0 { "th" } else { names[*kind] };
                if is_docx {
                    write!(page, "<{name}>").unwrap();
                    if *kind == 2 {
                        let merge = ["", "<w:vMerge/>", r#"<w:vMerge w:val="restart"/>"#][rows % 3];
                        let span = SPANS[*columns];
                        write!(page, r#"<w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>"#).unwrap();
                    }
                } else {
                    write!(page, "<{name} colspan=\"{}\" rowspan=\"{}\">", SPANS[*columns], SPANS[*rows]).unwrap();
                }
                open.push(name);
            }
            4 | 5 => {
                if let Some(name) = open.pop() {
                    write!(page, "</{name}>").unwrap();
                }
            }
            _ => {
                let text = PIECES[*piece];
                words.push_str(text);
                let (open, close) = if is_docx { ("<w:r><w:t>", "</w:t></w:r>") } else { (" ", " ") };
                page.extend([open, text, close]);
            }
        }
    }
    for name in open.iter().rev() {
        write!(page, "</{name}>").unwrap();
    }
    let head = ["1. Утвердить.", "Утвержден", "Регламент государственной услуги «Услуга»", "Приложение 1"];
    words.push_str(&head.concat());
    let bytes = if is_docx {
        let head = head.map(|text| {
            let side = if text.ends_with('.') { "left" } else { "center" };
            format!(r#"<w:p><w:pPr><w:jc w:val="{side}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
        });
        packed(&format!("{}{page}", head.concat()))
    } else {
        format!(
            "<html>{}{page}</html>",
            head.map(|text| if text.ends_with('.') { format!("<p>{text}</p>") } else { format!("<h3>{text}</h3>") })
                .concat()
        )
        .into_bytes()
    };
    (bytes, words)
}

/// The letters and figures of a text, counted.
fn signs(text: &str) -> BTreeMap<char, usize> {
    let mut signs = BTreeMap::new();
    text.chars().filter(|char| char.is_alphanumeric()).for_each(|char| *signs.entry(char).or_default() += 1);
    signs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// However tables are nested and whatever their cells claim: no letter and no figure is lost, neither by reading nor by
    /// what is recognised.
    #[test]
    fn no_table_is_too_hostile(events in events(), is_docx in any::<bool>()) {
        let (bytes, words) = hostile(&events, is_docx);
        let form = Form::of(&bytes);
        let text = if is_docx { String::new() } else { String::from_utf8(bytes.clone()).unwrap() };
        let (paragraphs, lang) = paragraphs_of(form, &bytes, &text, Some(Lang::Ru)).unwrap();
        let read: String = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        prop_assert_eq!(signs(&read), signs(&words));
        let request = Request { act: "almaty/2030-1-1", lang, digest: "sha256:0", form: form.as_str() };
        let draft = drafted(paragraphs, &request, &Lexicon::empty(), &[], &|_: &Doubt| String::new());
        prop_assert_eq!(draft.counts[0], 1);
        let found = signs(&draft.printed().concat());
        for (char, count) in signs(&words) {
            prop_assert!(found.get(&char).copied().unwrap_or_default() >= count, "`{}` is missing", char);
        }
        for (name, text) in &draft.files {
            let (_, faults) = format_text(&format!("regulations/almaty/2030-1-1/{name}"), text);
            prop_assert!(faults.iter().all(|fault| fault.code.as_str() != "yaml-syntax"), "{faults:?}");
        }
    }
}

/// Files that claim more than they have, or have more than any act.
#[test]
fn no_table_is_too_large() {
    let head =
        "<p>1. Утвердить.</p><h3>Утвержден</h3><h3>Регламент государственной услуги «Услуга»</h3><h3>Приложение 1</h3>";
    let files = [
        ("cells.html", format!("{head}<table><tr>{}", "<td>а".repeat(100_000))),
        ("rows.html", format!("{head}<table>{}", "<tr><td>а<td>б".repeat(50_000))),
        ("spans.html", format!("{head}<table>{}", "<tr><td colspan=99999999 rowspan=99999999>а".repeat(20_000))),
        ("claims.html", format!("{head}<table>{}", "<tr><td colspan=64 rowspan=0><td>б".repeat(9_000))),
        ("tables.html", format!("{head}{}", "<table><tr><td>а".repeat(20_000))),
        ("numbers.html", format!("{head}<table>{}", "<tr><td>№ действия<td>1<tr><td>Срок<td>2".repeat(4_000))),
        ("actions.html", format!("{head}<table><tr><td>а<td>б{}", "<tr><td>Действие 1. Да".repeat(9_000))),
    ];
    let project = project_with("");
    for (name, page) in files {
        put(project.path(), name, &page[..page.len().min(4 << 20)]);
        let act = format!("almaty/2030-{}", name.replace('.', "-"));
        let run = Call::new(project.path(), &["import", name, "--act", &act]).run();
        assert_eq!(run.code, 0, "{name}: {}", run.err.chars().take(500).collect::<String>());
    }
}

/// What places words on a page is none of its tables.
#[test]
fn what_only_places_words_stays_text() {
    let page = "<table><tr><td></td><td><p>Приложение 1</p><p>к регламенту</p></td></tr></table>\
                <table><tr><td>одно</td></tr><tr><td>под другим</td></tr></table>\
                <table><tr><td>Аким района</td><td>С. Серик</td></tr></table>\
                <table><tr><td>меню</td><td><table><tr><td>а</td><td>б</td></tr><tr><td>в</td><td>г</td></tr></table></td></tr></table>";
    let (paragraphs, _) = paragraphs_of(Form::Html, page.as_bytes(), page, Some(Lang::Ru)).unwrap();
    let told: Vec<(&str, bool, bool)> = paragraphs
        .iter()
        .map(|paragraph| (paragraph.text.as_str(), paragraph.indent == 0, paragraph.grid.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            ("Приложение 1 к регламенту", true, false),
            ("одно", false, false),
            ("под другим", false, false),
            ("Аким района", false, false),
            ("С. Серик", false, false),
            ("меню", false, false),
            ("а б в г", false, true),
        ]
    );
}

/// The doubts of a page with a step table.
fn doubts(rows: &str) -> Vec<Rule> {
    let page = format!(
        "<p>1. Утвердить.</p><h3>Утвержден</h3><h3>Регламент государственной услуги «Услуга»</h3><h3>Приложение 1</h3>\
         <p>Таблица 1. Описание</p><table><tr><td>№ действия<td>1<td>2</tr>\
         <tr><td>Наименование действия<td>Прием<td>Выдача</tr>{rows}</table>"
    );
    let (paragraphs, lang) = paragraphs_of(Form::Html, page.as_bytes(), &page, Some(Lang::Ru)).unwrap();
    let request = Request { act: "almaty/2030-1-1", lang, digest: "sha256:0", form: "html" };
    let draft = drafted(paragraphs, &request, &Lexicon::empty(), &[], &|_: &Doubt| String::new());
    let table = draft.files.values().find(|text| text.contains("form: ")).unwrap();
    assert!(table.contains("form: \"steps\""), "{table}");
    draft.doubts.into_iter().map(|(_, doubt)| doubt.rule).filter(|rule| *rule == Rule::Cells).collect()
}

#[test]
fn only_what_a_grid_leaves_open_is_doubtful() {
    assert_eq!(doubts("<tr><td>Наименование СФЕ<td colspan=2>Специалист</tr>"), []);
    let below = "<tr><td rowspan=2>Сроки исполнения<td>в течение<td>15</tr><tr><td>дня<td>минут</tr>";
    assert_eq!(doubts(below), []);
    // Whose limit is one that stands over both?
    assert_eq!(doubts("<tr><td>Сроки исполнения<td colspan=2>15 минут</tr>"), [Rule::Cells; 2]);
}
