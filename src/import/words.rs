//! Words of both languages by their stems.
//!
//! Rules of this importer speak of the form of acts: of what is listed, told, limited, repealed. They name words by their
//! stems, never a sentence of one act.

use std::ops::Range;

use regex::Regex;

use crate::lang::Lang;

/// A pattern of this importer.
pub(super) fn made(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("{error}"))
}

/// Whether a text has, for each stem, a word that begins with it. The text is in lower case.
pub(super) fn says(text: &str, stems: &[&str]) -> bool {
    stems
        .iter()
        .all(|stem| text.match_indices(stem).any(|(at, _)| !text[..at].ends_with(|char: char| char.is_alphanumeric())))
}

/// A word of a text and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Where it stands.
    pub at: Range<usize>,
    /// The word as printed.
    pub word: String,
    /// Its stem.
    pub stem: String,
}

/// The words of a text. A hyphen joins (`медико-социальный`), except before a case ending of an abbreviation (`ЦОН-а`).
pub(super) fn tokens(text: &str, lang: Lang) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, char) in ends {
        let is_hyphen =
            char == '-' && start.is_some() && text[at + 1..].chars().next().is_some_and(char::is_alphabetic);
        match (char.is_alphanumeric() || is_hyphen, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let word = text[from..at].to_owned();
                tokens.push(Token { at: from..at, stem: stem(&word, lang), word });
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

/// Endings of adjectives in Russian, the longest first.
const ADJECTIVE: [&str; 26] = [
    "ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ым", "им", "ую",
    "юю", "ых", "их", "ою", "ею", "ом", "ем", "ей",
];

/// Case endings and possessives in Kazakh, the longest first.
const KAZAKH: [&str; 66] = [
    "ларының",
    "лерінің",
    "дарының",
    "дерінің",
    "тарының",
    "терінің",
    "лары",
    "лері",
    "дары",
    "дері",
    "тары",
    "тері",
    "ның",
    "нің",
    "дың",
    "дің",
    "тың",
    "тің",
    "нан",
    "нен",
    "дан",
    "ден",
    "тан",
    "тен",
    "мен",
    "бен",
    "пен",
    "лар",
    "лер",
    "дар",
    "дер",
    "тар",
    "тер",
    "нда",
    "нде",
    "сына",
    "сіне",
    "сын",
    "сін",
    "ға",
    "ге",
    "қа",
    "ке",
    "на",
    "не",
    "ны",
    "ні",
    "ды",
    "ді",
    "ты",
    "ті",
    "да",
    "де",
    "та",
    "те",
    "сы",
    "сі",
    "ін",
    "ын",
    "ы",
    "і",
    "у",
    "ң",
    "ап",
    "еп",
    "п",
];

/// Least letters of a stem.
const SHORTEST: usize = 4;

/// What all forms of a word begin with. An abbreviation is its own stem, whatever ending it was given.
pub(super) fn stem(word: &str, lang: Lang) -> String {
    let capitals: String = word.chars().take_while(|char| char.is_uppercase()).collect();
    if capitals.chars().count() > 1 {
        return capitals.to_lowercase();
    }
    let lower = word.to_lowercase();
    match lang {
        Lang::Ru => russian(&lower),
        Lang::Kk => kazakh(&lower),
    }
}

fn russian(word: &str) -> String {
    let long_enough = |stem: &&str| stem.chars().count() >= SHORTEST;
    let bare = ADJECTIVE.iter().find_map(|ending| word.strip_suffix(ending).filter(long_enough)).unwrap_or(word);
    let mut stem = bare;
    for _ in 0..3 {
        let ends = ['а', 'е', 'и', 'о', 'у', 'ы', 'ю', 'я', 'й', 'ь', 'м', 'х'];
        match stem.strip_suffix(ends).filter(long_enough) {
            Some(shorter) => stem = shorter,
            None => break,
        }
    }
    stem.strip_suffix("ов").or_else(|| stem.strip_suffix("ев")).filter(long_enough).unwrap_or(stem).to_owned()
}

fn kazakh(word: &str) -> String {
    let mut stem = word;
    for _ in 0..4 {
        let shorter = KAZAKH.iter().find_map(|ending| stem.strip_suffix(ending));
        match shorter.filter(|shorter| shorter.chars().count() >= SHORTEST) {
            Some(shorter) => stem = shorter,
            None => break,
        }
    }
    stem.to_owned()
}

/// The grammatical case of a word, by its ending and its first form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Who acts.
    Nominative,
    /// By whom.
    Instrumental,
    /// To whom.
    Dative,
    /// Whose.
    Genitive,
    /// Any other, or one that cannot be told.
    Other,
}

/// The case of a printed word whose first form is known.
pub(super) fn case(printed: &str, first_form: &str, lang: Lang) -> Case {
    let (printed, first) = (printed.to_lowercase(), first_form.to_lowercase());
    if printed == first {
        return Case::Nominative;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| printed.ends_with(ending));
    match lang {
        Lang::Ru => {
            let is_feminine = first.ends_with(['а', 'я']);
            let is_adjective = ["ый", "ий", "ая", "яя", "ое"].iter().any(|ending| first.ends_with(ending));
            if is_adjective && ends(&["ые", "ие"]) {
                Case::Nominative
            } else if is_adjective && !is_feminine && ends(&["ом", "ем"]) {
                Case::Other
            } else if ends(&["ом", "ем", "ым", "им", "ами", "ями", "ыми", "ими"])
                || (is_feminine && ends(&["ой", "ей"]))
            {
                Case::Instrumental
            } else if ends(&["ому", "ему", "ам", "ям"]) || (!is_feminine && ends(&["у", "ю"])) {
                Case::Dative
            } else if ends(&["ого", "его", "ых", "их", "ов", "ей"]) || (!is_feminine && ends(&["а", "я"]))
            {
                Case::Genitive
            } else {
                Case::Other
            }
        }
        Lang::Kk => {
            if ends(&["ның", "нің", "дың", "дің", "тың", "тің"]) {
                Case::Genitive
            } else if ends(&["ға", "ге", "қа", "ке", "на", "не"]) {
                Case::Dative
            } else if ends(&["мен", "бен", "пен"]) {
                Case::Instrumental
            } else {
                Case::Other
            }
        }
    }
}
