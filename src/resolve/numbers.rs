//! Printed numbers as parts of anchors.

use crate::source::schema::Printed;

/// A printed number as a part of an anchor: `5)` → `5`, `а)` → `a`, `1.2.` → `1-2`.
pub(super) fn number(printed: Option<&Printed>) -> String {
    let Some(printed) = printed else { return "x".to_owned() };
    let mut slug = String::new();
    for letter in printed.0.value.trim().to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            '.' | '-' | '/' | '–' => slug.push('-'),
            other => slug.push_str(LETTERS.iter().find(|(known, _)| *known == other).map_or("", |(_, latin)| latin)),
        }
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "x".to_owned() } else { slug.to_owned() }
}

/// The letters that lists are lettered with.
const LETTERS: [(char, &str); 42] = [
    ('а', "a"),
    ('ә', "ae"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "gh"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "yo"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "j"),
    ('к', "k"),
    ('қ', "q"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "ng"),
    ('о', "o"),
    ('ө', "oe"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ұ', "uu"),
    ('ү', "ue"),
    ('ф', "f"),
    ('х', "kh"),
    ('һ', "h"),
    ('ц', "c"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shh"),
    ('ъ', "hard"),
    ('ы', "y"),
    ('і', "ih"),
    ('ь', "soft"),
    ('э', "eh"),
    ('ю', "yu"),
    ('я', "ya"),
];
