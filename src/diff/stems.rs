//! Texts as bags of the beginnings of their words.
//!
//! Russian and Kazakh change the ends of words: «специалистом», «специалист», «маманға», «маман» agree in their beginnings. A
//! word that stands in many of the compared texts says little about which of them belong together, and weighs less.

use std::collections::BTreeMap;

use super::words::is_of_word;

/// How many letters of a word count.
const LETTERS: usize = 5;

/// Shorter words say nothing: prepositions, particles.
const SHORTEST: usize = 3;

/// The beginnings of words that were met, and in how many texts each was.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    numbers: BTreeMap<String, usize>,
    texts_with: Vec<u32>,
    texts: u32,
}

/// A text as a bag.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Bag {
    /// Numbers of its stems, sorted, each once.
    stems: Vec<usize>,
}

impl Lexicon {
    /// The bag of a text, which counts as one text more.
    pub fn bag(&mut self, text: &str) -> Bag {
        self.bag_of(stems(text))
    }

    /// The bag of what a text is made of.
    pub fn bag_of(&mut self, stems: impl Iterator<Item: AsRef<str>>) -> Bag {
        let mut stems: Vec<usize> = stems.map(|stem| self.number(stem.as_ref())).collect();
        stems.sort_unstable();
        stems.dedup();
        for stem in &stems {
            self.texts_with[*stem] += 1;
        }
        self.texts += 1;
        Bag { stems }
    }

    fn number(&mut self, stem: &str) -> usize {
        if let Some(number) = self.numbers.get(stem) {
            return *number;
        }
        let next = self.numbers.len();
        self.numbers.insert(stem.to_owned(), next);
        self.texts_with.push(0);
        next
    }

    /// What a stem is.
    pub fn name(&self, stem: usize) -> Option<&str> {
        self.numbers.iter().find(|(_, number)| **number == stem).map(|(name, _)| name.as_str())
    }

    /// How much a stem says: one that is in every text next to nothing.
    fn weight(&self, stem: usize) -> f64 {
        (1.0 + f64::from(self.texts) / f64::from(self.texts_with[stem].max(1))).ln()
    }

    fn weigh(&self, stems: impl Iterator<Item = usize>) -> f64 {
        stems.map(|stem| self.weight(stem)).sum()
    }

    /// How alike two texts are, from 0 to 1: twice what they share by what they have.
    pub fn likeness(&self, one: &Bag, other: &Bag) -> f64 {
        let all = self.weigh(one.stems.iter().chain(&other.stems).copied());
        if all == 0.0 { 0.0 } else { 2.0 * self.weigh(one.common(other)) / all }
    }

    /// Which share of a text stands in others, from 0 to 1.
    pub fn share_in(&self, one: &Bag, others: &[&Bag]) -> f64 {
        let all = self.weigh(one.stems.iter().copied());
        let is_in = |stem: &usize| others.iter().any(|other| other.has(*stem));
        if all == 0.0 { 0.0 } else { self.weigh(one.stems.iter().copied().filter(is_in)) / all }
    }
}

impl Bag {
    /// The stems of both.
    pub fn common<'b>(&'b self, other: &'b Self) -> impl Iterator<Item = usize> + 'b {
        self.stems.iter().copied().filter(|stem| other.has(*stem))
    }

    /// Whether a stem is in it.
    pub fn has(&self, stem: usize) -> bool {
        self.stems.binary_search(&stem).is_ok()
    }

    /// How many stems it has.
    pub fn len(&self) -> usize {
        self.stems.len()
    }
}

/// The words of a text in small letters, without signs; what is spelled otherwise by rule is spelled alike.
pub(super) fn plain_words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|char: char| !is_of_word(char)).filter(|word| !word.is_empty());
    words.map(|word| {
        word.chars().flat_map(char::to_lowercase).map(|char| if char == 'ё' { 'е' } else { char }).collect()
    })
}

/// The beginnings of the words of a text that say anything, in order.
pub(super) fn stems(text: &str) -> impl Iterator<Item = String> + '_ {
    plain_words(text).filter_map(|word| stem(&word).map(str::to_owned))
}

/// The same of words in small letters.
pub(super) fn stems_of(words: &[String]) -> impl Iterator<Item = String> + '_ {
    words.iter().filter_map(|word| stem(word).map(str::to_owned))
}

/// The beginning of a word, if it says anything.
fn stem(word: &str) -> Option<&str> {
    let is_number = word.chars().all(char::is_numeric);
    let end = word.char_indices().nth(LETTERS).map_or(word.len(), |(end, _)| end);
    (is_number || word.chars().count() >= SHORTEST).then(|| &word[..end])
}
