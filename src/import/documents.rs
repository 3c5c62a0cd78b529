//! The file that an official has: plain text as it comes out of a PDF, a web page, a DOCX.
//!
//! The latter two have paragraphs of their own and need none of the mending that the plain text does. What their headings
//! and stamps are is told as in the plain text: they have no indent.

use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};
use scraper::{ElementRef, Html};

use super::{Paragraph, read};
use crate::lang::Lang;
use crate::source::yaml::is_unprintable;

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
/// How many elements around a text are looked at.
const DEEPEST: usize = 64;
/// The indent of body text.
const BODY: usize = 6;

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

/// Collects paragraphs, each numbered as a line.
#[derive(Default)]
struct Collected(Vec<Paragraph>);

impl Collected {
    fn add(&mut self, text: &str, is_heading: bool) {
        // A page can write signs by their numbers that no text has: they part words, as white space does.
        let parts = text.split(|char: char| char.is_whitespace() || is_unprintable(char));
        let text = parts.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            let indent = if is_heading { 0 } else { BODY };
            self.0.push(Paragraph { line: self.0.len() + 1, indent, text, ..Paragraph::default() });
        }
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

fn html(text: &str) -> Vec<Paragraph> {
    let page = Html::parse_document(text);
    let mut collected = Collected::default();
    let mut words = String::new();
    let mut is_heading = false;
    // The innermost block that text stands in decides.
    let mut last = None;
    for node in page.tree.nodes() {
        let Some(piece) = node.value().as_text() else { continue };
        let ancestors: Vec<ElementRef<'_>> = node.ancestors().take(DEEPEST).filter_map(ElementRef::wrap).collect();
        if ancestors.iter().any(|element| ["script", "style", "head", "title"].contains(&element.value().name())) {
            continue;
        }
        let block = ancestors.iter().find(|element| BLOCKS.contains(&element.value().name()));
        let id = block.map(|block| block.id());
        if last != Some(id) {
            collected.add(&words, is_heading);
            words.clear();
            last = Some(id);
            is_heading = block.is_some_and(is_centred);
        }
        words.push_str(piece);
    }
    collected.add(&words, is_heading);
    collected.0
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
    let mut collected = Collected::default();
    let mut words = String::new();
    let mut is_heading = false;
    for node in document.descendants().filter(Node::is_element) {
        let value =
            || node.attributes().find(|attribute| attribute.name() == "val").map(|it| it.value().to_lowercase());
        match node.tag_name().name() {
            "p" => {
                collected.add(&words, is_heading);
                words.clear();
                is_heading = false;
            }
            "t" => words.push_str(node.text().unwrap_or_default()),
            "tab" | "br" | "cr" => words.push(' '),
            "pStyle" => {
                is_heading |= value().is_some_and(|style| style.starts_with("heading") || style.starts_with("title"));
            }
            "jc" => is_heading |= value().is_some_and(|side| ["center", "right", "end"].contains(&side.as_str())),
            _ => {}
        }
    }
    collected.add(&words, is_heading);
    Ok(collected.0)
}
