//! The words of an encoding, in printed order.

use super::Place;
use super::words::{Lexicon, Opening, Reading, Side};
use crate::lang::{Lang, Text};
use crate::model::{Act, Node, NodeKind};
use crate::vocabulary::HeadingState;

/// The words of an encoding with their places.
#[derive(Debug, Default)]
pub(super) struct Encoding {
    /// The words; their pieces name places.
    pub side: Side,
    /// The places: every node that has words.
    pub places: Vec<Place>,
    /// Where words are withheld: how many words stand before.
    pub withheld: Vec<usize>,
}

/// Cuts the text of an act and those of its regulations into words.
pub(super) fn read_act(act: &Act, lexicon: &mut Lexicon) -> Encoding {
    let mut reader = Reader { encoding: Encoding::default(), document: act.id.clone(), lang: act.lang, lexicon };
    reader.nodes(&act.text);
    for regulation in &act.regulations {
        reader.document = regulation.id();
        reader.lang = regulation.lang;
        reader.nodes(&regulation.text);
    }
    reader.encoding
}

struct Reader<'a> {
    encoding: Encoding,
    document: String,
    lang: Lang,
    lexicon: &'a mut Lexicon,
}

impl Reader<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &Node) {
        // An annex is headed by its stamps, which have its number; the title is printed below them.
        let stamps = if node.kind == NodeKind::Annex {
            node.children.iter().take_while(|child| child.kind == NodeKind::Stamp).count()
        } else {
            0
        };
        let (above, below) = node.children.split_at(stamps);
        self.nodes(above);
        self.own_words(node, stamps > 0);
        self.nodes(below);
    }

    fn own_words(&mut self, node: &Node, is_stamped: bool) {
        let place = Place { document: self.document.clone(), anchor: node.id.clone(), span: node.span };
        self.encoding.places.push(place);
        let mut opens = Opening::Paragraph;
        let is_numbered = !is_stamped && node.heading != Some(HeadingState::Lost);
        if let Some(number) = node.number.as_deref().filter(|_| is_numbered) {
            self.add(number, opens);
            opens = Opening::Inside;
        }
        for text in [&node.title, &node.text].into_iter().flatten() {
            self.add_text(text, opens);
            opens = Opening::Sentence;
        }
        if node.redacted.is_some() {
            self.encoding.withheld.push(self.encoding.side.words.len());
        }
        if let Some(table) = &node.table {
            let cells = table.columns.iter().chain(table.rows.iter().flatten().flatten());
            for cell in cells {
                self.add_text(cell, Opening::Sentence);
            }
        }
    }

    fn add_text(&mut self, text: &Text, opens: Opening) {
        if let Some(words) = text.get(self.lang) {
            self.add(words, opens);
        }
    }

    fn add(&mut self, words: &str, opens: Opening) {
        let at = self.encoding.places.len() - 1;
        self.encoding.side.add(words, Reading { at, opens, spaced: false }, self.lexicon);
    }
}
