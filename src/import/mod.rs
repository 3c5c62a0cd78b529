//! From a text as published to a draft of its encoding.
//!
//! First the damage is undone that the extraction from PDF has done:
//! 1. [`spacing`]: letters that stand apart (`у с л у г а`) are words again.
//! 2. [`links`]: the words of a hyperlink, moved to the end of their line, are back in the gap that they left.
//! 3. [`paragraphs`]: lines are paragraphs, across page breaks and empty lines; brackets, quotes and signs of punctuation
//!    stand where they belong.
//!
//! A web page and a DOCX need none of this: [`documents`] reads their paragraphs and tables as they are ([`blocks`],
//! [`grid`]).
//!
//! Then the parts are found, and what they say:
//! 4. [`letters`]: Latin letters in Cyrillic words.
//! 5. [`outline`]: the act, its annexes, its regulations; [`nesting`]: sections, points, items, paragraphs, notes.
//! 6. [`cast`]: who takes part; [`tellings`]: which lists tell what is done; [`steps`]: who does it, to whom, when
//!    ([`limits`]), under which condition; [`facts`], [`passport`]: what is defined, and where the common questions are
//!    answered.
//! 7. [`tables`]: tables of steps and variants, address lists, forms, by their grid or by what is left of it in the text.
//! 8. [`act`], [`regulation`]: the draft, in the shape of the encoding ([`draft`]).
//!
//! No stage drops a word, and none mends what the law itself has wrong. What a stage is not sure of it says
//! ([`Doubt`]), with the line of the text; the draft has a comment there. The stages know how such texts are damaged, how
//! acts are built and how they refer to each other, not one document's wording.

mod act;
mod actors;
mod addresses;
mod alternatives;
mod blocks;
mod cast;
mod courses;
mod dates;
mod documents;
mod draft;
mod facts;
mod grid;
mod handing;
mod intake;
mod letters;
mod limits;
mod links;
mod lists;
mod nesting;
mod outline;
mod paragraphs;
mod passport;
mod regulation;
mod scattered;
mod slug;
mod spacing;
mod steps;
mod tables;
mod tellings;
mod words;

use std::collections::BTreeMap;

use crate::lang::{Lang, is_letter_spaced};

pub use cast::Lexicon;
pub use documents::{Form, language, paragraphs as paragraphs_of};
pub use grid::Grid;
pub use paragraphs::Paragraph;

/// What a stage was not sure of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The line of the text, from 1.
    pub line: usize,
    /// What is doubtful.
    pub rule: Rule,
}

/// What is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A line of single digits and signs: one number, or several.
    LoneDigits,
    /// Pieces that may be one word, which the text has nowhere else.
    BrokenWord,
    /// A line has other gaps than displaced words.
    Gaps,
    /// A line ends in a hyphen: it is the word's own, or was added.
    Hyphen,
    /// A number is missing that should be here.
    LostNumber,
    /// The stamp of an annex is missing.
    LostHeading,
    /// More than one participant acts: who, and in which order?
    SeveralActors,
    /// A condition whose ways out the text does not name one behind the other.
    Choice,
    /// Two tellings of the same have not the same number of steps.
    Pairs,
    /// A step that stands in no list.
    Scattered,
    /// Pieces of cells of a table: which belongs to which?
    Cells,
    /// The lane of an action in a variant table is lost.
    Lane,
    /// The name of a private person: to be hidden?
    Private,
}

impl Rule {
    /// Its name, as reports and locales spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LoneDigits => "lone-digits",
            Self::BrokenWord => "broken-word",
            Self::Gaps => "gaps",
            Self::Hyphen => "hyphen",
            Self::LostNumber => "lost-number",
            Self::LostHeading => "lost-heading",
            Self::SeveralActors => "several-actors",
            Self::Choice => "choice",
            Self::Pairs => "pairs",
            Self::Scattered => "scattered",
            Self::Cells => "cells",
            Self::Lane => "lane",
            Self::Private => "private",
        }
    }
}

/// Most bytes of a paragraph that is read for what it says. A longer one stays as it is.
const LONGEST_TEXT: usize = 32 << 10;
/// The gap between an office and the name of its holder.
const SIGNATURE_GAP: &str = "        ";

/// A line of the text, while it is put right.
#[derive(Debug, Clone)]
struct Line {
    /// Its number, from 1.
    number: usize,
    /// How many spaces it begins with.
    indent: usize,
    /// How many signs it has as it was printed; nothing where its letters stand apart.
    width: Option<usize>,
    /// A wide gap stands in it: on its right is the name of who signs.
    is_signed: bool,
    /// It goes on with the line above it, over an empty line too: its first words were taken away.
    goes_on: bool,
    /// Its words, without white space at either end.
    text: String,
}

/// Reads a text as extracted from the official PDF.
pub fn read(text: &str, lang: Lang) -> Vec<Paragraph> {
    let lexicon = spacing::Lexicon::new(text);
    let links = links::Links::new(lang);
    let mut doubts = Vec::new();
    let lines = text.lines().enumerate().map(|(index, line)| {
        let number = index + 1;
        let text = line.trim();
        let indent = line.chars().take_while(|char| *char == ' ').count();
        let width = (!is_letter_spaced(text)).then(|| indent + text.chars().count());
        let is_signed = text.contains(SIGNATURE_GAP);
        let (text, doubt) = spacing::joined(text, &lexicon);
        doubts.extend(doubt.map(|rule| Doubt { line: number, rule }));
        Line {
            number,
            indent,
            width,
            is_signed,
            goes_on: (1..=2).contains(&indent) || text.starts_with([',', ';']),
            text,
        }
    });
    let mut lines: Vec<Line> = lines.collect();
    let mut above = String::new();
    for line in &mut lines {
        let (text, doubt) = links.put_back(&line.text, line.goes_on, &above);
        line.text = text;
        if !line.text.is_empty() {
            above.clone_from(&line.text);
        }
        doubts.extend(doubt.map(|rule| Doubt { line: line.number, rule }));
    }
    paragraphs::join(&lines, doubts)
}

/// What is imported, and how it is known.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The id that the act is to have.
    pub act: &'a str,
    /// The language of the text.
    pub lang: Lang,
    /// The digest of the file, as `sha256:…`.
    pub digest: &'a str,
    /// The form of the text, for example `pdf text`.
    pub form: &'a str,
}

/// A service that the project knows: its id and its name in the language of the text.
pub type KnownService = (String, String);

/// A draft: files by name, in the folder of the act, and what is doubtful in them.
#[derive(Debug, Default)]
pub struct Draft {
    /// Texts of `*.draft.yaml`, not yet in canonical form.
    pub files: BTreeMap<String, String>,
    /// What is doubtful: the file, and the doubt, in the order of the text.
    pub doubts: Vec<(String, Doubt)>,
    /// How many regulations, tellings and steps were found.
    pub counts: [usize; 3],
}

impl Draft {
    /// The texts of the draft as often as they are printed: the names of the rows of a table stand in its draft once, and
    /// in print in each of its bands.
    pub fn printed(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = self.files.values().map(String::as_str).collect();
        for table in self.files.values().flat_map(|text| text.split("rows:\n").skip(1)) {
            let Some((rows, rest)) = table.split_once("bands:\n") else { continue };
            let bands = rest.split("steps:\n").next().unwrap_or_default();
            texts.extend(std::iter::repeat_n(rows, bands.matches("to: ").count().saturating_sub(1)));
        }
        texts
    }

    /// Counts what a text tells, and takes over its doubts.
    fn note(&mut self, name: &str, nodes: &[nesting::Node]) {
        nesting::each(nodes, &mut |node| {
            self.doubts.extend(node.doubts.iter().map(|doubt| (name.to_owned(), doubt.clone())));
            if matches!(node.kind, nesting::Kind::Process | nesting::Kind::Table) {
                self.counts[1] += 1;
                self.counts[2] += node.body.len();
            }
        });
    }
}

/// Drafts the encoding of an act from its paragraphs. `say` words a doubt for a comment.
pub fn drafted(
    mut paragraphs: Vec<Paragraph>,
    request: &Request<'_>,
    lexicon: &Lexicon,
    services: &[KnownService],
    say: &dyn Fn(&Doubt) -> String,
) -> Draft {
    for paragraph in &mut paragraphs {
        paragraph.fold();
    }
    let outline = outline::outline(paragraphs, request.lang);
    let openings = nesting::Openings::new(&outline);
    let place = request.act.split('/').next().unwrap_or_default();
    let prose = outline.regulations.iter().flat_map(|regulation| &regulation.text).chain(&outline.text);
    let words = spacing::Lexicon::of(prose.map(|paragraph| paragraph.text.as_str()));
    let common = regulation::Common { lexicon, lang: request.lang, openings: &openings, place, words: &words };
    let mut draft = Draft::default();
    let mut amending: Vec<dates::Citation> = Vec::new();
    for (index, regulation) in outline.regulations.iter().enumerate() {
        let drafted = regulation::drafted(regulation, &common);
        let service = service(&drafted.title, services);
        let name = format!("{:02}-{service}.draft.yaml", index + 1);
        draft.note(&name, &drafted.text);
        for annex in &drafted.annexes {
            draft.note(&name, &annex.text);
            draft.doubts.extend(annex.doubts.iter().map(|doubt| (name.clone(), doubt.clone())));
        }
        draft.counts[0] += 1;
        let fields = drafted.fields(&service, index + 1, say);
        draft.files.insert(name, draft::write(&[schema("regulation")], &fields));
        for act in drafted.amending {
            amending.push(act);
        }
    }
    amending.sort();
    amending.dedup();
    let given =
        act::Given { place, lang: request.lang, openings: &openings, digest: request.digest, form: request.form };
    for paragraph in &outline.text {
        draft.doubts.extend(paragraph.doubts.iter().map(|doubt| (ACT.to_owned(), doubt.clone())));
    }
    let fields = act::fields(&outline, &given, &amending, say);
    draft.files.insert(ACT.to_owned(), draft::write(&[schema("act")], &fields));
    draft.doubts.sort_by_key(|(_, doubt)| doubt.line);
    draft
}

/// The line by which editors find the schema of a file in the folder of an act.
fn schema(name: &str) -> String {
    format!("yaml-language-server: $schema=../../schema/{name}.schema.json")
}

/// The file of the act itself.
const ACT: &str = "act.draft.yaml";

/// The id of a service: that of the project, else made from its title.
fn service(title: &str, services: &[KnownService]) -> String {
    let comparable = |title: &str| {
        title.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let wanted = comparable(title);
    let known = services.iter().find(|(_, name)| comparable(name) == wanted).map(|(id, _)| id.clone());
    known.unwrap_or_else(|| {
        let made = slug::slug(title);
        if made.is_empty() { "service".to_owned() } else { made }
    })
}
