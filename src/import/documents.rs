//! The file that an official has: plain text as it comes out of a PDF, a web page, a DOCX.
//!
//! The latter two have paragraphs of their own and need none of the mending that the plain text does. What their headings
//! and stamps are is told as in the plain text: they have no indent.

use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};
use scraper::{ElementRef, Html};

use super::blocks::{Blocks, Reach};
use super::{Paragraph, read};
use crate::lang::Lang;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// A DOCX.
    Docx,
}

impl Form {
    /// What a file is, by its first bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
        if bytes.starts_with(b"PK\x03\x04") {
            Self::Docx
        } else if head.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with('<') {
            Self::Html
        } else {
            Self::Text
        }
    }

    /// Its name in the encoding.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "pdf text",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }
}

/// How much of a file tells its form.
const HEAD: usize = 512;
/// Most bytes of the text inside a DOCX.
const MAX_XML: u64 = 64 * 1024 * 1024;
/// Most nodes of the text inside a DOCX.
const MAX_NODES: u32 = 4_000_000;

/// The language of a text, by the letters that only Kazakh has.
pub fn language(text: &str) -> Lang {
    let (mut letters, mut kazakh) = (0_usize, 0_usize);
    for char in text.chars().filter(|char| char.is_alphabetic()) {
        letters += 1;
        kazakh += usize::from("әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(char));
    }
    // Russian texts name Kazakh newspapers; Kazakh ones have such a letter in every second word.
    if kazakh * 20 > letters { Lang::Kk } else { Lang::Ru }
}

/// The paragraphs of a text, a web page or a DOCX, whose text was decoded already where it is one.
///
/// # Errors
/// Why the file cannot be read as what it is.
pub fn paragraphs(form: Form, bytes: &[u8], text: &str, lang: Option<Lang>) -> Result<(Vec<Paragraph>, Lang), String> {
    let paragraphs = match form {
        Form::Text => {
            let lang = lang.unwrap_or_else(|| language(text));
            return Ok((read(text, lang), lang));
        }
        Form::Html => html(text),
        Form::Docx => docx(bytes)?,
    };
    let whole = || paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n");
    let lang = lang.unwrap_or_else(|| language(&whole()));
    Ok((paragraphs, lang))
}

/// Puts words together to paragraphs.
#[derive(Default)]
struct Reader {
    blocks: Blocks,
    words: String,
    is_heading: bool,
}

impl Reader {
    /// A paragraph ends.
    fn end(&mut self) {
        self.blocks.paragraph(&self.words, self.is_heading);
        self.words.clear();
    }
}

/// Elements that hold a paragraph of their own.
const BLOCKS: [&str; 22] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "td",
    "th",
    "div",
    "center",
    "blockquote",
    "table",
    "tr",
    "ul",
    "ol",
    "section",
    "article",
    "body",
    "caption",
    "pre",
];

/// Elements whose text is none of the page.
const HIDDEN: [&str; 4] = ["script", "style", "head", "title"];

fn html(text: &str) -> Vec<Paragraph> {
    let page = Html::parse_document(text);
    let mut reader = Reader::default();
    // The innermost block that text stands in decides whether it is a heading.
    let mut open = vec![false];
    let mut hidden = 0_usize;
    let mut node = page.tree.root();
    // Each element before what it holds, and again behind it; without calls in calls, however deep a page is.
    loop {
        if let Some(element) = ElementRef::wrap(node) {
            let name = element.value().name();
            hidden += usize::from(HIDDEN.contains(&name));
            if BLOCKS.contains(&name) {
                reader.end();
                reader.is_heading = is_centred(&element);
                open.push(reader.is_heading);
            }
            match name {
                "br" => reader.words.push(' '),
                "table" => reader.blocks.open_table(),
                "tr" => reader.blocks.open_row(),
                "td" | "th" => reader.blocks.open_cell(reach(&element)),
                _ => {}
            }
        } else if let Some(piece) = node.value().as_text().filter(|_| hidden == 0) {
            reader.words.push_str(piece);
        }
        if let Some(first) = node.first_child() {
            node = first;
            continue;
        }
        loop {
            if let Some(element) = ElementRef::wrap(node) {
                let name = element.value().name();
                hidden -= usize::from(HIDDEN.contains(&name));
                if BLOCKS.contains(&name) {
                    reader.end();
                    open.pop();
                    reader.is_heading = open.last().copied().unwrap_or_default();
                }
                match name {
                    "table" => reader.blocks.close_table(),
                    "tr" | "td" | "th" => reader.blocks.close_cell(),
                    _ => {}
                }
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) => node = parent,
                None => return reader.blocks.paragraphs(),
            }
        }
    }
}

/// How far a cell of a page reaches.
fn reach(cell: &ElementRef<'_>) -> Reach {
    let number = |name| cell.value().attr(name).and_then(leading_number);
    Reach {
        columns: number("colspan").unwrap_or(1),
        rows: number("rowspan").unwrap_or(1),
        is_head: cell.value().name() == "th",
        goes_on: false,
    }
}

/// The number with which a text begins. One that is too large is the largest.
fn leading_number(text: &str) -> Option<usize> {
    let digits = text.trim().split(|char: char| !char.is_ascii_digit()).next()?;
    if digits.is_empty() { None } else { Some(digits.parse().unwrap_or(usize::MAX)) }
}

/// Whether a block is set as a heading: by its name, or in the middle or on the right.
fn is_centred(block: &ElementRef<'_>) -> bool {
    let value = block.value();
    let is_heading = value.name() == "center" || (value.name().len() == 2 && value.name().starts_with('h'));
    let style = value.attr("style").unwrap_or_default().replace(' ', "").to_lowercase();
    let align = value.attr("align").unwrap_or_default().to_lowercase();
    let aside = ["center", "right"];
    is_heading
        || aside.contains(&align.as_str())
        || aside.iter().any(|side| style.contains(&format!("text-align:{side}")))
}

fn docx(bytes: &[u8]) -> Result<Vec<Paragraph>, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let file = archive.by_name("word/document.xml").map_err(|error| error.to_string())?;
    let mut xml = String::new();
    file.take(MAX_XML).read_to_string(&mut xml).map_err(|error| error.to_string())?;
    let options = roxmltree::ParsingOptions { nodes_limit: MAX_NODES, ..roxmltree::ParsingOptions::default() };
    let document = Document::parse_with_options(&xml, options).map_err(|error| error.to_string())?;
    let mut reader = Reader::default();
    let mut node = document.root();
    loop {
        match name(node) {
            "p" => {
                reader.end();
                reader.is_heading = false;
            }
            "t" => reader.words.push_str(node.text().unwrap_or_default()),
            "tab" | "br" | "cr" => reader.words.push(' '),
            "pStyle" => {
                let style = value(node).unwrap_or_default().to_lowercase();
                reader.is_heading |= style.starts_with("heading") || style.starts_with("title");
            }
            "jc" if is_of_paragraph(node) => {
                let side = value(node).unwrap_or_default().to_lowercase();
                reader.is_heading |= ["center", "right", "end"].contains(&side.as_str());
            }
            "tbl" => {
                reader.end();
                reader.blocks.open_table();
            }
            "tr" => {
                reader.end();
                reader.blocks.open_row();
                let before = property(node, "gridBefore").and_then(value).and_then(leading_number).unwrap_or(0);
                if before > 0 {
                    reader.blocks.open_cell(Reach { columns: before, rows: 1, is_head: false, goes_on: false });
                }
            }
            "tc" => {
                reader.end();
                reader.blocks.open_cell(reach_in_docx(node));
            }
            _ => {}
        }
        if let Some(first) = node.first_child() {
            node = first;
            continue;
        }
        loop {
            match name(node) {
                "p" => reader.end(),
                "tbl" => {
                    reader.end();
                    reader.blocks.close_table();
                }
                "tr" | "tc" => {
                    reader.end();
                    reader.blocks.close_cell();
                }
                _ => {}
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) => node = parent,
                None => {
                    reader.end();
                    return Ok(reader.blocks.paragraphs());
                }
            }
        }
    }
}

/// The name of an element; nothing of anything else.
fn name<'d>(node: Node<'_, 'd>) -> &'d str {
    if node.is_element() { node.tag_name().name() } else { "" }
}

/// The value of a property.
fn value<'d>(node: Node<'d, '_>) -> Option<&'d str> {
    node.attributes().find(|attribute| attribute.name() == "val").map(|attribute| attribute.value())
}

/// Whether a property is one of a paragraph, not of the table around it.
fn is_of_paragraph(node: Node<'_, '_>) -> bool {
    node.parent().is_none_or(|parent| !["tblPr", "trPr", "tblPrEx"].contains(&name(parent)))
}

/// A property of a row or a cell.
fn property<'d, 'i>(node: Node<'d, 'i>, wanted: &str) -> Option<Node<'d, 'i>> {
    let properties = node.children().find(|child| ["trPr", "tcPr"].contains(&name(*child)))?;
    properties.children().find(|child| name(*child) == wanted)
}

/// How far a cell of a DOCX reaches. One that was merged with that above it is written again.
fn reach_in_docx(cell: Node<'_, '_>) -> Reach {
    let columns = property(cell, "gridSpan").and_then(value).and_then(leading_number).unwrap_or(1);
    let merged = property(cell, "vMerge");
    Reach { columns, rows: 1, is_head: false, goes_on: merged.is_some_and(|merged| value(merged) != Some("restart")) }
}
