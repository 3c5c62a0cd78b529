//! Ids from names.

/// Letters of both alphabets in Latin ones.
const LATIN: [(char, &str); 42] = [
    ('а', "a"),
    ('ә', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('қ', "q"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "n"),
    ('о', "o"),
    ('ө', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ұ', "u"),
    ('ү', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('һ', "h"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('і', "i"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
];
/// Longest id made from a name.
const LONGEST_ID: usize = 48;

/// An id from a name: Latin letters, digits, hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut id = String::new();
    for char in name.to_lowercase().chars() {
        let latin = LATIN.iter().find(|(letter, _)| *letter == char).map(|(_, latin)| *latin);
        match latin {
            Some(latin) => id.push_str(latin),
            None if char.is_ascii_alphanumeric() => id.push(char),
            None if !id.ends_with('-') && !id.is_empty() => id.push('-'),
            None => {}
        }
        if id.len() >= LONGEST_ID && id.ends_with('-') {
            break;
        }
    }
    id.truncate(LONGEST_ID);
    id.trim_end_matches('-').to_owned()
}
