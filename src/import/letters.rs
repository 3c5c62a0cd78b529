//! Letters that look alike.
//!
//! Texts typed on several keyboards have Latin letters in Cyrillic words (`iс-қимыл` with a Latin `i`). Nobody sees the
//! difference in print, but no search, no dictionary and no voice reads such a word. In a word that has Cyrillic letters a
//! Latin one becomes the Cyrillic one that looks the same; a word of Latin letters alone stays as it is.

/// Latin letters and the Cyrillic ones that are printed the same.
const ALIKE: [(char, char); 18] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('o', 'о'),
    ('p', 'р'),
];

/// A text with no Latin letter in a Cyrillic word.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut word = String::new();
    for char in text.chars() {
        if char.is_alphabetic() {
            word.push(char);
        } else {
            add(&mut folded, &word);
            word.clear();
            folded.push(char);
        }
    }
    add(&mut folded, &word);
    folded
}

fn add(text: &mut String, word: &str) {
    let is_cyrillic = |char: char| ('\u{400}'..='\u{52f}').contains(&char);
    if !word.chars().any(is_cyrillic) {
        text.push_str(word);
        return;
    }
    text.extend(
        word.chars().map(|char| ALIKE.iter().find(|(latin, _)| *latin == char).map_or(char, |(_, same)| *same)),
    );
}
