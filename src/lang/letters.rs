//! Lines whose letters stand apart, as they come out of a PDF: `у с л у г а`.

/// Least share of single characters among the pieces of such a line, in percent.
const SINGLE: usize = 60;
/// Least number of its pieces.
const PIECES: usize = 3;
/// Spaces between its words, where nothing was taken away between them.
const BETWEEN_WORDS: usize = 3;

/// Whether the letters of a line stand apart.
pub fn is_letter_spaced(line: &str) -> bool {
    let (mut pieces, mut single) = (0, 0);
    for piece in line.split_whitespace() {
        let mut chars = piece.chars();
        pieces += 1;
        single += usize::from(chars.next().is_some() && chars.next().is_none());
    }
    pieces >= PIECES && single * 100 >= pieces * SINGLE
}

/// The words of a letter-spaced line: two spaces or more stand between them. A wider gap is kept as two spaces. Where no
/// two spaces stand, the whole line becomes one word.
pub fn join_letters(line: &str) -> String {
    let mut words = String::new();
    let mut spaces = 0;
    for char in line.chars() {
        if char.is_whitespace() {
            spaces += 1;
            continue;
        }
        if !words.is_empty() && spaces > 1 {
            words.push_str(if spaces > BETWEEN_WORDS { "  " } else { " " });
        }
        spaces = 0;
        words.push(char);
    }
    words
}
