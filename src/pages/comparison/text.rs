//! The text of both versions, point by point.

use super::super::differences::runs;
use super::super::home::count;
use super::super::tellings::StepsContext;
use super::super::view::{TextGroup, UnitPair, Words};
use super::{Sides, grouped};
use crate::diff::words::{WOVEN, readable};
use crate::diff::{Change, Mark, Part, Piece, TextChange};

impl Sides<'_, '_> {
    /// The text, unchanged units folded, rows of tables counted.
    pub(super) fn text(&self) -> Vec<TextGroup> {
        // Texts of two languages have nothing to be compared by.
        if self.difference.lang.is_none() {
            return Vec::new();
        }
        let mut units: Vec<(bool, UnitPair)> = Vec::new();
        for unit in &self.difference.text {
            let part = unit.new.as_ref().or(unit.old.as_ref()).map(|(_, head)| head.part);
            let is_row = matches!(part, Some(Part::Row(_) | Part::Columns));
            let pair = self.unit(unit, is_row);
            let is_same = unit.change == Change::Same;
            match units.last_mut().filter(|(_, last)| is_row && last.rows > 0 && is_next_row(last, &pair)) {
                Some((_, last)) => last.rows += 1,
                None => units.push((is_same, pair)),
            }
        }
        let groups = grouped(units.into_iter()).into_iter();
        groups.map(|(folded, units)| TextGroup { folded, count: count(units.len()), units }).collect()
    }

    fn unit(&self, unit: &TextChange, is_row: bool) -> UnitPair {
        // The page of a regulation shows the stamps of an annex in its heading.
        let place = |id: &str| id.split_once(".stamp").map_or(id.to_owned(), |(annex, _)| annex.to_owned());
        let link = |side: &StepsContext<'_, '_>, id: &str| side.labels.link(self.frame, &place(id));
        let lang = self.difference.lang.unwrap_or(if unit.new.is_some() {
            self.new.regulation.lang
        } else {
            self.old.regulation.lang
        });
        let words = if unit.words.is_empty() { Vec::new() } else { runs(readable(&unit.words, WOVEN)) };
        let shown = (!is_row && !words.is_empty()).then(|| Words { lang: self.frame.foreign(lang), runs: words });
        UnitPair {
            change: fate(unit).1.to_owned(),
            old: unit.old.as_ref().map(|(_, head)| link(&self.old, &head.id)),
            new: unit.new.as_ref().map(|(_, head)| link(&self.new, &head.id)),
            words: shown.or_else(|| (!is_row).then(|| self.same_words(unit)).flatten()),
            rows: u32::from(is_row),
        }
    }

    /// The words of a unit that is the same on both sides.
    fn same_words(&self, unit: &TextChange) -> Option<Words> {
        let (index, _) = unit.new.as_ref()?;
        let text = self.units.get(*index)?.text.clone();
        let lang = self.difference.lang.unwrap_or(self.new.regulation.lang);
        let runs = runs(vec![Piece { mark: Mark::Kept, text }]);
        Some(Words { lang: self.frame.foreign(lang), runs })
    }
}

/// What became of a unit, in the order of the kinds: that of which only signs changed is told apart.
pub(super) fn fate(unit: &TextChange) -> (Change, &'static str) {
    let is_word = |piece: &Piece| piece.mark != Mark::Kept && piece.text.contains(char::is_alphanumeric);
    let only_signs = unit.change == Change::Reworded && !unit.words.iter().any(is_word);
    (unit.change, if only_signs { "signs" } else { unit.change.as_str() })
}

/// Whether a row follows another of the same table with the same fate.
fn is_next_row(last: &UnitPair, next: &UnitPair) -> bool {
    (&last.change, &last.old, &last.new) == (&next.change, &next.old, &next.new)
}
