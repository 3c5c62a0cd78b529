//! Runs of text in ink → lines for a terminal, wrapped at its width.
//!
//! It knows nothing of what is told. A run is broken at its spaces only; a newline in it begins a line.

use crate::cli::Terminal;
use crate::diagnostic::visible;
use crate::diff::words::{WOVEN, readable};
use crate::diff::{Mark, Piece};

/// How a run looks where the terminal has colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// As everything else.
    Plain,
    /// A heading.
    Bold,
    /// What is no longer there.
    Gone,
    /// What was not there.
    New,
}

impl Ink {
    /// The order to the terminal that begins it.
    fn order(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Bold => Some("\u{1b}[1m"),
            Self::Gone => Some("\u{1b}[31m"),
            Self::New => Some("\u{1b}[32m"),
        }
    }
}

/// A text in one ink.
pub(super) type Run = (Ink, String);

/// A text as it is.
pub(super) fn plain(text: impl Into<String>) -> Run {
    (Ink::Plain, text.into())
}

/// A report as far as it is written.
#[derive(Debug)]
pub(super) struct Sheet {
    color: bool,
    width: usize,
    text: String,
}

/// How a paragraph begins, and how far its lines are moved in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead<'a> {
    /// Columns before it, and before the lines that follow.
    pub indent: usize,
    /// What stands before the first line; what follows stands under the text behind it.
    pub sign: &'a str,
}

/// Columns that are left for words however narrow the terminal is.
const LEAST: usize = 24;

/// A word: its runs, and how many columns it takes.
#[derive(Debug, Default)]
struct Word {
    runs: Vec<(Ink, String)>,
    width: usize,
}

impl Sheet {
    pub(super) fn new(terminal: Terminal) -> Self {
        Self { color: terminal.color, width: terminal.width, text: String::new() }
    }

    /// The report.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Leaves a line empty.
    pub(super) fn space(&mut self) {
        self.text.push('\n');
    }

    /// A heading, with an empty line before it.
    pub(super) fn heading(&mut self, text: &str) {
        self.space();
        self.paragraph(Lead { indent: 0, sign: "" }, &[(Ink::Bold, text.to_owned())]);
    }

    /// A paragraph without ink or sign.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        self.paragraph(Lead { indent, sign: "" }, &[plain(text)]);
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, lead: Lead<'_>, runs: &[Run]) {
        let hang = lead.indent + lead.sign.chars().count();
        let room = self.room(hang);
        self.text += &" ".repeat(lead.indent);
        self.text += lead.sign;
        for (index, line) in lines(runs).into_iter().enumerate() {
            if index > 0 {
                self.begin(hang);
            }
            let mut used = 0;
            for word in line {
                if used > 0 && used + 1 + word.width > room {
                    self.begin(hang);
                    used = 0;
                }
                if used > 0 {
                    self.text.push(' ');
                    used += 1;
                }
                used += word.width;
                self.put(word);
            }
        }
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }

    /// How many columns a line has behind so many.
    pub(super) fn room(&self, before: usize) -> usize {
        self.width.saturating_sub(before).max(LEAST)
    }

    fn begin(&mut self, hang: usize) {
        self.text.push('\n');
        self.text += &" ".repeat(hang);
    }

    fn put(&mut self, word: Word) {
        for (ink, text) in word.runs {
            match ink.order().filter(|_| self.color) {
                Some(order) => self.text.extend([order, &text, "\u{1b}[0m"]),
                None => self.text += &text,
            }
        }
    }
}

/// The words of runs, line by line. What is not parted by a space is one word, whatever its inks.
fn lines(runs: &[Run]) -> Vec<Vec<Word>> {
    let mut lines = vec![Vec::new()];
    let mut open = Word::default();
    for (ink, text) in runs {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                close(&mut open, &mut lines);
                lines.push(Vec::new());
            }
            for (index, part) in line.split(' ').enumerate() {
                if index > 0 {
                    close(&mut open, &mut lines);
                }
                if !part.is_empty() {
                    open.width += part.chars().count();
                    open.runs.push((*ink, visible(part)));
                }
            }
        }
    }
    close(&mut open, &mut lines);
    lines
}

fn close(open: &mut Word, lines: &mut [Vec<Word>]) {
    let word = std::mem::take(open);
    if let Some(line) = lines.last_mut().filter(|_| !word.runs.is_empty()) {
        line.push(word);
    }
}

/// Pieces as one text: what is gone as `[-so-]`, what is new as `{+so+}`. Texts that share no word follow each other, each
/// on a line of its own.
pub(super) fn woven(pieces: &[Piece]) -> Vec<Run> {
    let pieces = readable(pieces, WOVEN);
    let shares = pieces.iter().any(|piece| piece.mark == Mark::Kept && piece.text.contains(char::is_alphanumeric));
    if !shares && pieces.len() > 1 {
        let side = |other: Mark| {
            let own = pieces.iter().filter(move |piece| piece.mark != other);
            own.map(|piece| piece.text.as_str()).collect::<String>()
        };
        let (old, new) = (side(Mark::New), side(Mark::Gone));
        return [marked(Mark::Gone, &old), vec![plain("\n")], marked(Mark::New, &new)].concat();
    }
    pieces.iter().flat_map(|piece| marked(piece.mark, &piece.text)).collect()
}

/// A piece between its marks; the white space around it stays outside, so that marks cling to words.
fn marked(mark: Mark, text: &str) -> Vec<Run> {
    let (ink, open, close) = match mark {
        Mark::Kept => return vec![plain(text)],
        Mark::Gone => (Ink::Gone, "[-", "-]"),
        Mark::New => (Ink::New, "{+", "+}"),
    };
    let words = text.trim();
    if words.is_empty() {
        // A space that came or went is shown as the sign for it.
        return vec![(ink, format!("{open}{}{close}", "␣".repeat(text.chars().count())))];
    }
    let (before, behind) = (&text[..text.len() - text.trim_start().len()], &text[text.trim_end().len()..]);
    // A dash beside the sign of a mark would be taken for a part of it.
    let apart = |is_alike: bool| if is_alike { "\u{a0}" } else { "" };
    let (head, tail) = (apart(words.starts_with(['-', '+'])), apart(words.ends_with(['-', '+'])));
    vec![plain(before), (ink, format!("{open}{head}{words}{tail}{close}")), plain(behind)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::words::word_difference;

    fn written(width: usize, color: bool, sign: &str, runs: &[Run]) -> String {
        let mut sheet = Sheet::new(Terminal { color, width });
        sheet.paragraph(Lead { indent: 2, sign }, runs);
        sheet.into_text()
    }

    #[test]
    fn lines_are_no_longer_than_the_terminal_is_wide_and_hang_under_their_text() {
        let text = "қызметті беруші құжаттарды қабылдайды және тіркейді ".repeat(9);
        let written = written(50, false, "~ ", &[plain(text.clone())]);
        assert!(written.lines().all(|line| line.chars().count() <= 50), "{written}");
        assert!(written.lines().skip(1).all(|line| line.starts_with("    қ") || line.starts_with("    ")));
        assert!(written.starts_with("  ~ қызметті"));
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&written)[1..], words(&text));
    }

    #[test]
    fn marks_cling_to_words_and_signs_to_theirs() {
        let woven = woven(&word_difference("выдает справку на руки;", "выдает новую справку на руки."));
        assert_eq!(written(80, false, "", &woven), "  выдает {+новую+} справку на руки[-;-]{+.+}\n");
        assert_eq!(written(80, true, "", &woven).matches('\u{1b}').count(), 6);
    }

    /// Once a dash that became another one was shown as `[---]{+–+}`.
    #[test]
    fn a_dash_stands_apart_from_the_signs_of_its_mark() {
        let woven = woven(&word_difference("процесс 2 - формирование отказа", "процесс 2 – формирование отказа"));
        assert_eq!(written(80, false, "", &woven), "  процесс 2 [-\u{a0}-\u{a0}-]{+–+} формирование отказа\n");
    }

    #[test]
    fn texts_without_a_word_in_common_follow_each_other() {
        let woven = woven(&word_difference("регистрирует заявление", "выдача расписки"));
        assert_eq!(written(80, false, "", &woven), "  [-регистрирует заявление-]\n  {+выдача расписки+}\n");
    }

    #[test]
    fn nothing_in_a_text_gives_orders_to_the_terminal() {
        let runs = [plain("до\u{1b}[31mпосле\r\u{7}"), (Ink::New, "\u{9b}2J".to_owned())];
        assert!(!written(80, false, "", &runs).contains(['\u{1b}', '\r', '\u{7}', '\u{9b}']));
    }

    #[test]
    fn a_terminal_of_no_width_is_written_for_all_the_same() {
        assert_eq!(written(0, false, "- ", &[plain("а ".repeat(40))]).lines().count(), 4);
    }
}
