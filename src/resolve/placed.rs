//! The elements of a document with their anchors, as [`super::anchors`] gives them.

use crate::diagnostic::Span;
use crate::model::NodeKind;
use crate::source::schema::{AnnexBlock, LostBlock, Passage, ProcessBlock, SectionBlock, TableBlock, Words, each};

/// An element with its anchor.
pub(super) struct Placed<'a> {
    pub id: String,
    pub kind: NodeKind,
    pub source: Origin<'a>,
    /// Index of the telling whose step it is.
    pub step_of: Option<usize>,
    pub children: Vec<Placed<'a>>,
}

/// What an element was written as.
#[derive(Clone, Copy)]
pub(super) enum Origin<'a> {
    /// Bare words: a paragraph, a stamp, the note of an amendment.
    Words(&'a Words),
    Section(&'a SectionBlock),
    Annex(&'a AnnexBlock),
    Process(&'a ProcessBlock),
    Table(&'a TableBlock),
    Passage(&'a Passage),
    Lost(&'a LostBlock),
}

/// A telling, where it was met.
pub(super) struct Telling<'a> {
    pub source: TellingSource<'a>,
    /// Anchor of the element it stands in.
    pub at: String,
}

/// A telling as a list or as a table.
#[derive(Clone, Copy)]
pub(super) enum TellingSource<'a> {
    List(&'a ProcessBlock),
    Table(&'a TableBlock),
}

impl<'a> TellingSource<'a> {
    /// The name, where it has one.
    pub(super) fn name(self) -> Option<&'a Words> {
        match self {
            Self::List(block) => Some(&block.process),
            Self::Table(block) => block.process.as_ref(),
        }
    }
}

/// A document with its anchors.
pub(super) struct Document<'a> {
    pub elements: Vec<Placed<'a>>,
    pub tellings: Vec<Telling<'a>>,
}

impl Placed<'_> {
    /// Whether it was written as these bare words.
    pub(super) fn is_of(&self, words: &Words) -> bool {
        matches!(self.source, Origin::Words(own) if std::ptr::eq(own, words))
    }

    /// Where it stands in the encoding.
    pub(super) fn span(&self) -> Span {
        match self.source {
            Origin::Words(words) => words.span,
            Origin::Section(section) => section
                .title
                .as_ref()
                .map(|title| title.span)
                .or_else(|| section.section.as_ref().map(|printed| printed.0.span))
                .or_else(|| section.heading.as_ref().map(|heading| heading.span))
                .unwrap_or_default(),
            Origin::Annex(annex) => annex
                .title
                .as_ref()
                .or_else(|| each(annex.stamp.as_ref()).next())
                .map(|words| words.span)
                .or_else(|| annex.lost.as_ref().map(|lost| lost.span))
                .or_else(|| annex.annex.as_ref().map(|printed| printed.0.span))
                .unwrap_or_default(),
            Origin::Process(block) => block.process.span,
            Origin::Table(table) => table.form.span,
            Origin::Passage(passage) => passage
                .words()
                .map(|words| words.span)
                .or_else(|| passage.n.as_ref().or(passage.point.as_ref()).map(|printed| printed.0.span))
                .unwrap_or_default(),
            Origin::Lost(block) => block.lost.span,
        }
    }
}
