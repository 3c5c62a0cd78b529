//! Texts: where each line of them stands, and how large it is.

use roxmltree::Node;

use super::elements::Reader;
use super::geometry::{PX, Rect};
use super::{Kind, Owner, Row};

/// How letters look, from the element itself or those around it.
struct Letters {
    /// In pixels.
    size: u32,
    bold: bool,
    /// How much of the width stands left of the place, in halves.
    halves: i32,
}

impl Reader<'_> {
    /// Reads a text: nothing but lines, each at a place of its own. Even a space between them would be drawn, and would
    /// move what is centred.
    pub fn text(&mut self, node: Node, owner: Owner) {
        let text = self.picture.texts;
        self.picture.texts += 1;
        if !node.has_children() || node.has_attribute("textLength") {
            self.faults.of(Kind::Form, node, "a text without lines, or longer than they are");
        }
        let mut above = None;
        for child in node.children() {
            if child.is_element() && child.tag_name().name() == "tspan" {
                above = self.baseline(child, above);
                let row = self.row(child, above, owner, text);
                self.picture.rows.extend(row);
            } else {
                self.faults.of(Kind::Form, node, "a text holds lines only, without a space between them");
            }
        }
    }

    /// Where a line stands: at a height of its own, or so far below the line above it.
    fn baseline(&mut self, node: Node, above: Option<i32>) -> Option<i32> {
        match above {
            Some(above) if node.has_attribute("dy") && !node.has_attribute("y") => {
                Some(above + self.positive(node, "dy")?)
            }
            _ => self.number(node, "y"),
        }
    }

    fn row(&mut self, node: Node, y: Option<i32>, owner: Owner, text: usize) -> Option<Row> {
        let words: String = node.children().filter_map(|child| child.text()).collect();
        if words.trim().is_empty() || node.children().any(|child| !child.is_text()) {
            self.faults.of(Kind::Form, node, "a line of text is words");
            return None;
        }
        let x = self.number(node, "x");
        let letters = self.letters(node)?;
        let (x, y) = (x?, y?);
        let natural = i32::try_from((self.width_of)(&words, letters.size, letters.bold)).unwrap_or(i32::MAX);
        let natural = natural.min(100_000) * PX;
        let said = if node.has_attribute("textLength") { Some(self.positive(node, "textLength")?) } else { None };
        let (width, em) = (said.unwrap_or(natural), i32::try_from(letters.size).ok()? * PX);
        let left = x - width * letters.halves / 2;
        let area = Rect { left, top: y - em * 4 / 5, right: left + width, bottom: y + em / 4 };
        Some(Row { words, owner, text, area, natural })
    }

    fn letters(&mut self, node: Node) -> Option<Letters> {
        let around = |name| node.ancestors().find_map(|node| node.attribute(name));
        let size = around("font-size").map(|size| size.strip_suffix("px").unwrap_or(size));
        let Some(size) = size else {
            self.faults.of(Kind::Form, node, "no size of letters is given");
            return None;
        };
        let Some(size) = size.parse().ok().filter(|size| (1..=1000).contains(size)) else {
            self.faults.of(Kind::Number, node, format_args!("letters of size `{size}`"));
            return None;
        };
        let bold = match around("font-weight") {
            None | Some("normal" | "400") => Some(false),
            Some("bold" | "700") => Some(true),
            Some(_) => None,
        };
        let halves = match around("text-anchor") {
            None | Some("start") => Some(0),
            Some("middle") => Some(1),
            Some("end") => Some(2),
            Some(_) => None,
        };
        if bold.is_none() || halves.is_none() {
            self.faults.of(Kind::Form, node, "its weight or anchor is unknown");
        }
        Some(Letters { size, bold: bold?, halves: halves? })
    }
}
