//! Alphabetical order.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::Lang;

/// The alphabetical order of a language.
pub struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    /// The order of a language.
    pub fn of(lang: Lang) -> Self {
        let locale = match lang {
            Lang::Kk => locale!("kk"),
            Lang::Ru => locale!("ru"),
        };
        Self(Collator::try_new(locale.into(), CollatorOptions::default()).ok())
    }

    /// Compares two texts.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b)).then_with(|| a.cmp(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The 42 letters of the Kazakh alphabet in their order.
    const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    #[test]
    fn kazakh_letters_stand_in_the_order_of_the_alphabet() {
        let order = Collation::of(Lang::Kk);
        let letters: Vec<String> = ALPHABET.chars().map(String::from).collect();
        let mut sorted = letters.clone();
        sorted.reverse();
        sorted.sort_by(|a, b| order.compare(a, b));
        assert_eq!(sorted.concat(), letters.concat());
    }
}
