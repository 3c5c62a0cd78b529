//! Lines whose letters stand apart, as they come out of a PDF: `у с л у г а`.

/// Least share of single characters among the pieces of such a line, in percent.
const SINGLE: usize = 60;
/// Least number of its pieces.
const PIECES: usize = 3;
/// Spaces between its words, where nothing was taken away between them.
const BETWEEN_WORDS: usize = 3;

/// Whether the letters of a line stand apart. Numbers of one figure are none beside words that are whole: «№ действия 1 2 3».
pub fn is_letter_spaced(line: &str) -> bool {
    let (mut pieces, mut single, mut figures, mut words) = (0, 0, 0, 0);
    for piece in line.split_whitespace() {
        let mut chars = piece.chars();
        pieces += 1;
        match (chars.next(), chars.next()) {
            (Some(first), None) if first.is_ascii_digit() => figures += 1,
            (Some(_), None) => single += 1,
            (Some(first), Some(second)) if first.is_alphabetic() && second.is_alphabetic() => words += 1,
            _ => {}
        }
    }
    if words == 0 {
        single += figures;
    }
    // A dash and a short word beside a whole one are no letters: «- суббота и».
    pieces >= PIECES && single * 100 >= pieces * SINGLE && (words == 0 || single >= PIECES)
}

/// The words of a letter-spaced line: two spaces or more stand between them. A wider gap is kept as two spaces. Where no
/// two spaces stand, the whole line becomes one word; but pieces that are no single letters stay apart from each other, and
/// so does a capital from the small letter before it: of such a line only a part stands apart.
pub fn join_letters(line: &str) -> String {
    let mut words = String::new();
    let mut spaces = 0;
    let mut last = "";
    for piece in line.split(char::is_whitespace) {
        if piece.is_empty() {
            spaces += 1;
            continue;
        }
        // No word has a capital within.
        let is_inner = piece.starts_with(char::is_uppercase) && last.ends_with(char::is_lowercase);
        if !words.is_empty() && (spaces > 1 || is_inner || are_words(last, piece)) {
            words.push_str(if spaces > BETWEEN_WORDS { "  " } else { " " });
        }
        spaces = 1;
        words.push_str(piece);
        last = piece;
    }
    words
}

/// Whether two pieces beside each other are words of their own.
fn are_words(one: &str, other: &str) -> bool {
    let is_long = |piece: &str| piece.chars().nth(1).is_some_and(char::is_alphanumeric);
    let is_number = |piece: &str| piece.chars().all(|char| char.is_ascii_digit());
    is_long(one)
        && is_long(other)
        && (is_number(one) || is_number(other) || one.chars().count() + other.chars().count() > SYLLABLES)
}

/// Letters up to which two pieces may be the halves of a broken word.
const SYLLABLES: usize = 6;
