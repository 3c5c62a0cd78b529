//! Word-level differences between two texts.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use unicode_normalization::char::is_combining_mark;

/// Most words that both texts share between two changes and that are still told as a part of them, where a reader sees both
/// texts woven into one: what shares a word here and there is read more easily one after the other.
pub const WOVEN: usize = 2;

/// The same where he sees the texts beside each other: a comma or a space is no word that they share.
pub const BESIDE: usize = 0;

/// Texts of more words than this, both together, are compared by their beginnings and ends alone: the time grows with the
/// square of what differs.
const MOST: usize = 40_000;

/// On which side a piece of a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// On both.
    Kept,
    /// On the old one alone.
    Gone,
    /// On the new one alone.
    New,
}

impl Mark {
    /// The sign of the data.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Kept => "=",
            Self::Gone => "-",
            Self::New => "+",
        }
    }
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub mark: Mark,
    /// Its words.
    pub text: String,
}

/// What of two texts is kept, gone and new, in order. Joined, kept and gone pieces give the old text, kept and new ones the
/// new text. No two pieces of one mark follow each other, and what is new follows what is gone.
pub fn word_difference(old: &str, new: &str) -> Vec<Piece> {
    let (before, after) = (tokens(old), tokens(new));
    let ops = if before.len() + after.len() > MOST {
        ends_in_common(&before, &after)
    } else {
        capture_diff_slices(Algorithm::Myers, &before, &after)
    };
    let mut weave = Weave::default();
    for op in ops {
        let (gone, new) = (before[op.old_range()].concat(), after[op.new_range()].concat());
        match op {
            DiffOp::Equal { .. } => weave.keep(gone),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => weave.change(&gone, &new),
        }
    }
    weave.finish()
}

/// The same pieces for readers: changes that no more than `few` shared words part are told as one.
pub fn readable(pieces: &[Piece], few: usize) -> Vec<Piece> {
    let mut weave = Weave::default();
    for (index, piece) in pieces.iter().enumerate() {
        let words = piece.text.split_whitespace().filter(|word| word.contains(is_of_word)).count();
        let is_between = weave.is_open() && index + 1 < pieces.len();
        match piece.mark {
            Mark::Kept if is_between && words <= few => weave.change(&piece.text, &piece.text),
            Mark::Kept => weave.keep(piece.text.clone()),
            Mark::Gone => weave.change(&piece.text, ""),
            Mark::New => weave.change("", &piece.text),
        }
    }
    weave.finish()
}

/// Pieces that are put together.
#[derive(Default)]
struct Weave {
    pieces: Vec<Piece>,
    gone: String,
    new: String,
}

impl Weave {
    fn is_open(&self) -> bool {
        !self.gone.is_empty() || !self.new.is_empty()
    }

    fn change(&mut self, gone: &str, new: &str) {
        self.gone.push_str(gone);
        self.new.push_str(new);
    }

    fn keep(&mut self, text: String) {
        self.flush();
        match self.pieces.last_mut().filter(|last| last.mark == Mark::Kept) {
            Some(last) => last.text.push_str(&text),
            None => self.pieces.push(Piece { mark: Mark::Kept, text }),
        }
    }

    fn flush(&mut self) {
        for (mark, text) in [(Mark::Gone, &mut self.gone), (Mark::New, &mut self.new)] {
            if !text.is_empty() {
                self.pieces.push(Piece { mark, text: std::mem::take(text) });
            }
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.pieces
    }
}

/// The tokens that both begin and end with, and what stands between as a whole.
fn ends_in_common(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_len, new_len) = (old.len() - head - tail, new.len() - head - tail);
    let mut ops = Vec::new();
    if head > 0 {
        ops.push(DiffOp::Equal { old_index: 0, new_index: 0, len: head });
    }
    if old_len + new_len > 0 {
        ops.push(DiffOp::Replace { old_index: head, old_len, new_index: head, new_len });
    }
    if tail > 0 {
        ops.push(DiffOp::Equal { old_index: head + old_len, new_index: head + new_len, len: tail });
    }
    ops
}

/// Whether a sign is a part of a word.
pub(super) fn is_of_word(char: char) -> bool {
    match char {
        // Nearly all: letters of Russian and Kazakh. Looking them up costs more than all the rest.
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        _ => char.is_alphanumeric() || is_combining_mark(char),
    }
}

/// Words, white space and single signs, each a token; joined they are the text.
fn tokens(text: &str) -> Vec<&str> {
    #[derive(PartialEq, Clone, Copy)]
    enum Kind {
        Word,
        Space,
        Sign,
    }
    let kind = |char: char| match char {
        _ if is_of_word(char) => Kind::Word,
        _ if char.is_whitespace() => Kind::Space,
        _ => Kind::Sign,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut open: Option<Kind> = None;
    for (at, char) in text.char_indices() {
        let own = kind(char);
        if open.is_some_and(|open| open != own || own == Kind::Sign) {
            tokens.push(&text[start..at]);
            start = at;
        }
        open = Some(own);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(pieces: &[Piece], without: Mark) -> String {
        pieces.iter().filter(|piece| piece.mark != without).map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn pieces_give_both_texts_back() {
        let texts = [
            ("удостоверенного подписью (далее – ЭЦП) лица;", "удостоверенного ЭЦП ответственного лица;"),
            ("все слова удалены", ""),
            ("б а г в е д", "а б в г д е"),
            ("начало и конец", "начало общее и конец"),
            ("одно и то же", "одно и то же"),
            ("", ""),
        ];
        for (old, new) in texts {
            let pieces = word_difference(old, new);
            for pieces in [readable(&pieces, WOVEN), readable(&pieces, BESIDE), pieces] {
                assert_eq!(joined(&pieces, Mark::New), old);
                assert_eq!(joined(&pieces, Mark::Gone), new);
                assert!(pieces.windows(2).all(|pair| pair[0].mark != pair[1].mark), "{pieces:?}");
            }
        }
        assert_eq!(word_difference("одно и то же", "одно и то же").len(), 1);
    }

    #[test]
    fn a_sign_is_no_part_of_its_word() {
        let pieces = word_difference("выдает справку получателю на руки;", "выдает справку получателю на руки.");
        let marks: Vec<(Mark, &str)> = pieces.iter().map(|piece| (piece.mark, piece.text.as_str())).collect();
        assert_eq!(marks[1..], [(Mark::Gone, ";"), (Mark::New, ".")]);
    }

    /// Once a Kazakh sentence whose words had changed places was shown as ten struck words between ten new ones.
    #[test]
    fn words_that_changed_places_are_not_woven_together() {
        let own = "деректерді жауапты тұлғаның электрондық цифрлық қолтаңбасымен куәландырылған құжатқа енгізеді";
        let other = "деректерді алушының электрондық тұлғалық цифрлық белгісімен куәландырылған құжатқа енгізеді";
        let marks: Vec<Mark> =
            readable(&word_difference(other, own), WOVEN).into_iter().map(|piece| piece.mark).collect();
        assert_eq!(marks, [Mark::Kept, Mark::Gone, Mark::New, Mark::Kept]);
    }

    #[test]
    fn texts_without_an_end_are_compared_by_their_ends() {
        let long = "слово и ".repeat(30_000);
        let pieces = word_difference(&format!("А {long}"), &format!("А {long}Б"));
        assert_eq!(joined(&pieces, Mark::Gone), format!("А {long}Б"));
        assert_eq!(pieces.len(), 2);
    }
}
