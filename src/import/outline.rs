//! From paragraphs to the parts of an act: its own text, its annexes, its regulations with their sections and annexes.
//!
//! What stands without an indent is a stamp, the heading of a regulation or of a section, or a title in an annex; each is
//! known by its first or last words and by its place. A regulation begins with its stamp («Утвержден …»,
//! `… қаулысымен бекітілген`, «Приложение … к постановлению …»), or with its heading where the stamp is lost.

use std::sync::LazyLock;

use regex::Regex;

use super::Paragraph;
use super::words::{made, says};
use crate::lang::Lang;

/// An act in its parts.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The act's own text, with its heading and signatures.
    pub text: Vec<Paragraph>,
    /// Annexes of the act that are no regulations.
    pub annexes: Vec<AnnexText>,
    /// Its regulations.
    pub regulations: Vec<RegulationText>,
}

/// A regulation in its parts.
#[derive(Debug, Default)]
pub(super) struct RegulationText {
    /// The stamps above its heading.
    pub stamps: Vec<Paragraph>,
    /// Its heading.
    pub heading: Option<Paragraph>,
    /// From the first section to the last point.
    pub text: Vec<Paragraph>,
    /// Its annexes.
    pub annexes: Vec<AnnexText>,
}

/// An annex.
#[derive(Debug, Default)]
pub(super) struct AnnexText {
    /// The printed number; empty where there is none.
    pub number: String,
    /// The stamp («Приложение 2 к регламенту …»); nothing where it is lost.
    pub stamp: Option<Paragraph>,
    /// The title.
    pub title: Option<Paragraph>,
    /// What it holds.
    pub text: Vec<Paragraph>,
}

/// What a paragraph without an indent is.
#[derive(Debug, PartialEq, Eq)]
enum Mark {
    /// The stamp of a regulation or an annex of the act.
    OfAct,
    /// The stamp of an annex of a regulation, with its number.
    OfAnnex(String),
    /// The heading of a regulation.
    Regulation,
    /// Anything else.
    Other,
}

static RU_ANNEX: LazyLock<Regex> = LazyLock::new(|| made(r"^(?i)приложение(?: (\d+))?\b"));
/// The first line of a stamp, alone.
static ALONE: LazyLock<Regex> = LazyLock::new(|| made(r"^Приложение \d{1,2}$"));
static KK_ANNEX: LazyLock<Regex> = LazyLock::new(|| made(r"(?:^|\s)(\d+)?[ -]?қосымша$"));
/// What a section's heading begins with.
pub(super) static SECTION: LazyLock<Regex> = LazyLock::new(|| made(r"^(\d{1,2})\.\s?(\p{Lu}.*)$"));

fn mark(paragraph: &Paragraph, lang: Lang) -> Mark {
    let text = paragraph.text.as_str();
    if paragraph.is_body() {
        return Mark::Other;
    }
    let lower = text.to_lowercase();
    let number = |regex: &Regex| {
        let found = regex.captures(text)?;
        Some(found.get(1).map_or(String::new(), |number| number.as_str().to_owned()))
    };
    match lang {
        Lang::Ru => {
            if says(&lower, &["регламент"]) && lower.starts_with("регламент") {
                Mark::Regulation
            } else if lower.starts_with("утвержд") {
                Mark::OfAct
            } else if let Some(number) = number(&RU_ANNEX) {
                let of_act =
                    says(&lower, &["к постановлен"]) || says(&lower, &["к решени"]) || says(&lower, &["к приказ"]);
                if of_act { Mark::OfAct } else { Mark::OfAnnex(number) }
            } else {
                Mark::Other
            }
        }
        Lang::Kk => {
            let last = lower.split_whitespace().next_back().unwrap_or_default();
            if last.starts_with("регламен") || last.starts_with("регламет") {
                Mark::Regulation
            } else if last.starts_with("бекіт") {
                Mark::OfAct
            } else if let Some(number) = number(&KK_ANNEX) {
                if says(&lower, &["қаулысына"]) { Mark::OfAct } else { Mark::OfAnnex(number) }
            } else {
                Mark::Other
            }
        }
    }
}

/// Where the next paragraphs go.
enum Open {
    Text,
    AnnexOfAct,
    Regulation,
    Annex,
}

/// The heading of a regulation, as a whole.
static HEADING: LazyLock<Regex> =
    LazyLock::new(|| made(r"^Регламент (?:электронной )?государственной услуги [«\x22].*[»\x22]$"));

/// Stamps and headings that were printed with an indent stand without one, as all others do.
fn outdented(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    for mut paragraph in paragraphs {
        let lower = paragraph.text.to_lowercase();
        let is_rest = |stamp: &Paragraph| {
            let is_alone = RU_ANNEX.find(&stamp.text).is_some_and(|it| it.end() == stamp.text.len());
            let is_of = ["к постановлен", "к решени", "к регламент"].iter().any(|to| lower.starts_with(to));
            let is_named = lower.starts_with('«') && RU_ANNEX.is_match(&stamp.text) && stamp.text.ends_with(" услуги");
            (is_alone && is_of) || is_named
        };
        match found.last_mut() {
            Some(stamp) if paragraph.is_body() && paragraph.grid.is_none() && !stamp.is_body() && is_rest(stamp) => {
                stamp.text = format!("{} {}", stamp.text, paragraph.text);
                stamp.doubts.append(&mut paragraph.doubts);
                continue;
            }
            _ => {}
        }
        let is_heading = HEADING.is_match(&paragraph.text) || ALONE.is_match(&paragraph.text);
        if paragraph.is_body() && paragraph.grid.is_none() && is_heading {
            paragraph.indent = 0;
        }
        found.push(paragraph);
    }
    found
}

/// Finds the parts of an act.
pub(super) fn outline(paragraphs: Vec<Paragraph>, lang: Lang) -> Outline {
    let paragraphs = outdented(paragraphs);
    let mut outline = Outline::default();
    let mut open = Open::Text;
    let mut stamps: Vec<Paragraph> = Vec::new();
    for paragraph in paragraphs {
        let mark = mark(&paragraph, lang);
        let is_act_begun = outline.text.iter().any(Paragraph::is_body);
        match mark {
            Mark::OfAct if is_act_begun => stamps.push(paragraph),
            Mark::Regulation if is_act_begun || !stamps.is_empty() => {
                let stamps = std::mem::take(&mut stamps);
                outline.regulations.push(RegulationText {
                    stamps,
                    heading: Some(paragraph),
                    ..RegulationText::default()
                });
                open = Open::Regulation;
            }
            mark => {
                // A stamp of the act without a heading of a regulation behind it: an annex of the act.
                if let Some(stamp) = stamps.pop() {
                    let number = RU_ANNEX.captures(&stamp.text).and_then(|found| found.get(1));
                    let number = number.map_or(String::new(), |number| number.as_str().to_owned());
                    outline.annexes.push(AnnexText { number, stamp: Some(stamp), ..AnnexText::default() });
                    outline.text.append(&mut stamps);
                    open = Open::AnnexOfAct;
                }
                place(&mut outline, &mut open, paragraph, mark, lang);
            }
        }
    }
    outline.text.append(&mut stamps);
    outline
}

fn place(outline: &mut Outline, open: &mut Open, paragraph: Paragraph, mark: Mark, lang: Lang) {
    let annexes = match (&open, outline.regulations.last_mut()) {
        (Open::Text, _) | (Open::Regulation | Open::Annex, None) => {
            // The act itself has no tables: what stands in cells there is who signed and who agreed.
            return match &paragraph.grid {
                Some(grid) => {
                    let cells = grid.texts().map(|text| Paragraph::of(text.to_owned(), paragraph.line));
                    outline.text.extend(cells);
                }
                None => outline.text.push(paragraph),
            };
        }
        (Open::AnnexOfAct, _) => {
            if let Some(annex) = outline.annexes.last_mut() {
                add_to_annex(annex, paragraph);
            }
            return;
        }
        (Open::Regulation | Open::Annex, Some(regulation)) => {
            let is_title = !paragraph.is_body() && is_title_of_annex(&paragraph.text, lang);
            if !matches!(mark, Mark::OfAnnex(_)) && matches!(open, Open::Regulation) && !is_title {
                return regulation.text.push(paragraph);
            }
            &mut regulation.annexes
        }
    };
    *open = Open::Annex;
    match mark {
        Mark::OfAnnex(number) => {
            annexes.push(AnnexText { number, stamp: Some(paragraph), ..AnnexText::default() });
        }
        _ => {
            // A second title of its kind: the stamp between the two was lost.
            let is_title = !paragraph.is_body() && is_title_of_annex(&paragraph.text, lang);
            let is_new = annexes.last().is_none_or(|last| {
                is_title && last.title.as_ref().is_some_and(|title| is_title_of_annex(&title.text, lang))
            });
            if is_new {
                let next = annexes.last().and_then(|last| last.number.parse::<u32>().ok()).map_or(1, |last| last + 1);
                annexes.push(AnnexText { number: next.to_string(), ..AnnexText::default() });
            }
            if let Some(annex) = annexes.last_mut() {
                add_to_annex(annex, paragraph);
            }
        }
    }
}

fn add_to_annex(annex: &mut AnnexText, paragraph: Paragraph) {
    if annex.title.is_none() && annex.text.is_empty() && !paragraph.is_body() {
        annex.title = Some(paragraph);
    } else {
        annex.text.push(paragraph);
    }
}

/// Whether some words are the title of an annex that was a picture or a book.
pub(super) fn is_title_of_annex(text: &str, lang: Lang) -> bool {
    lost_kind(text, lang).is_some()
}

/// What an annex with this title held: a diagram, or a reference book.
pub(super) fn lost_kind(text: &str, lang: Lang) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let kinds: [(&str, &str); 5] = match lang {
        Lang::Ru => [
            ("справочник", "reference-book"),
            ("диаграмм", "diagram"),
            ("блок-схем", "diagram"),
            ("схем", "diagram"),
            ("график", "diagram"),
        ],
        Lang::Kk => [
            ("анықтамалы", "reference-book"),
            ("диаграмма", "diagram"),
            ("блок-сызба", "diagram"),
            ("сызба", "diagram"),
            ("сұлба", "diagram"),
        ],
    };
    kinds.iter().find(|(stem, _)| says(&lower, &[stem])).map(|(_, kind)| *kind)
}
