//! Word-level differences between a telling and the one it repeats.

use similar::{ChangeTag, TextDiff};

use super::frame::run;
use super::view::{Mark, Run};

/// A text with what it has and the other one has not (`<ins>`), and what the other one has and it has not (`<del>`).
/// Joined, plain and inserted runs give the text, plain and deleted ones the other.
pub(super) fn difference(own: &str, other: &str) -> Vec<Run> {
    let diff = TextDiff::from_words(other, own);
    let mut runs: Vec<Run> = Vec::new();
    for change in diff.iter_all_changes() {
        let mark = match change.tag() {
            ChangeTag::Equal => Mark::Plain,
            ChangeTag::Insert => Mark::Inserted,
            ChangeTag::Delete => Mark::Deleted,
        };
        match runs.last_mut().filter(|last| last.mark == mark) {
            Some(last) => last.text.push_str(change.value()),
            None => runs.push(run(change.value().to_owned(), mark)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(runs: &[Run], without: Mark) -> String {
        runs.iter().filter(|run| run.mark != without).map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn runs_give_both_texts_back() {
        let (own, other) = ("удостоверенного ЭЦП ответственного лица;", "удостоверенного подписью (далее – ЭЦП) лица;");
        let runs = difference(own, other);
        assert_eq!(joined(&runs, Mark::Deleted), own);
        assert_eq!(joined(&runs, Mark::Inserted), other);
        assert!(runs.iter().any(|run| run.mark == Mark::Plain));
    }
}
