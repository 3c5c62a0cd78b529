//! Text in a picture: how wide it is, and where its lines break.
//!
//! Text in SVG does not wrap, and whoever opens a page may have one of several fonts. So a character counts as wide as the
//! widest of them makes it ([`advances`], made from the fonts by `tools/advances.py`), and [`wrap`] breaks lines by that.
//! The price: in any one font lines end early, by up to a tenth on the whole.
//!
//! Kerning is left out. Where it brings letters together it makes room; where it moves them apart, it is by less than a
//! twentieth of the size of the letters in a word. Nothing here knows boxes or drawing; whole numbers only.

mod advances;
mod syllables;
mod wrap;

use unicode_normalization::char::is_combining_mark;

use advances::ADVANCES;
pub use wrap::{Ending, Line, Wrapper, wrap};

/// Thousandths of an em in an em, and of a pixel in a pixel.
const THOUSAND: u64 = 1_000;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// As running text is set; `font-weight` 400.
    Regular,
    /// As headings are set; `font-weight` 700.
    Bold,
}

/// Size and weight of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Face {
    /// The em in pixels (`font-size`).
    pub size: u32,
    /// How heavy they are.
    pub weight: Weight,
}

/// Width of a text in whole pixels, rounded up, in the widest of the fonts. The text is taken as one line, as it stands.
/// A character that is not in the table counts as an em, a combining mark as nothing.
pub fn width(text: &str, face: Face) -> u32 {
    pixels(measure(text, face))
}

/// Width of a text in thousandths of a pixel.
fn measure(text: &str, face: Face) -> u64 {
    text.chars().fold(0, |sum: u64, char| sum.saturating_add(advance(char, face)))
}

/// Advance of a character in thousandths of a pixel.
fn advance(char: char, face: Face) -> u64 {
    let ems = match ADVANCES.binary_search_by_key(&char, |&(listed, ..)| listed) {
        Ok(at) => {
            let (_, regular, bold) = ADVANCES[at];
            u64::from(if face.weight == Weight::Bold { bold } else { regular })
        }
        Err(_) if is_combining_mark(char) => 0,
        Err(_) => THOUSAND,
    };
    ems * u64::from(face.size)
}

/// Whole pixels, rounded up, of thousandths.
fn pixels(thousandths: u64) -> u32 {
    u32::try_from(thousandths.div_ceil(THOUSAND)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    const KAZAKH: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    const REGULAR: Face = Face { size: 1_000, weight: Weight::Regular };
    const BOLD: Face = Face { size: 1_000, weight: Weight::Bold };

    #[test]
    fn every_letter_of_both_alphabets_is_in_the_table() {
        let letters = RUSSIAN.chars().chain(KAZAKH.chars());
        let capitals = letters.clone().flat_map(char::to_uppercase);
        for letter in letters.chain(capitals).chain("0123456789 \u{a0}«»–—№°§%/…“”‘’-".chars()) {
            assert!(ADVANCES.iter().any(|(listed, ..)| *listed == letter), "{letter}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_every_width_is_plausible() {
        assert!(ADVANCES.is_sorted_by(|a, b| a.0 < b.0));
        for (char, regular, bold) in ADVANCES {
            assert!((100..=1_400).contains(regular) && (100..=1_400).contains(bold), "{char}: {regular}, {bold}");
        }
    }

    #[test]
    fn a_text_is_as_wide_as_its_characters_together() {
        assert_eq!(width("", REGULAR), 0);
        assert_eq!(width("ЦОН", REGULAR), width("Ц", REGULAR) + width("О", REGULAR) + width("Н", REGULAR));
        assert!(width("Қызмет", BOLD) > width("Қызмет", REGULAR));
    }

    #[test]
    fn a_width_is_rounded_up_once_for_the_whole_text() {
        let comma = width(",", REGULAR);
        assert_eq!(width(",", Face { size: 1, ..REGULAR }), 1);
        assert_eq!(width(",,,", Face { size: 1, ..REGULAR }), (3 * comma).div_ceil(1_000));
    }

    #[test]
    fn an_unknown_character_counts_as_an_em_and_a_mark_as_nothing() {
        assert_eq!(width("語", Face { size: 16, ..REGULAR }), 16);
        assert_eq!(width("🙂", Face { size: 16, ..BOLD }), 16);
        assert_eq!(width("а\u{301}", REGULAR), width("а", REGULAR));
    }

    #[test]
    fn a_width_beyond_counting_is_the_greatest_there_is() {
        assert_eq!(width("語語", Face { size: u32::MAX, ..REGULAR }), u32::MAX);
    }
}
