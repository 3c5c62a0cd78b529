//! Word-level differences between a telling and the one it repeats.

use similar::{ChangeTag, TextDiff};

use super::frame::run;
use super::view::{Mark, Run};

/// Most words that both texts share between two differences and that are still shown as a part of them. Texts that
/// share a word here and there are read more easily one after the other than woven together.
const FEW: usize = 2;

/// A text with what it has and the other one has not (`<ins>`), and what the other one has and it has not (`<del>`).
/// Joined, plain and inserted runs give the text, plain and deleted ones the other.
pub(super) fn difference(own: &str, other: &str) -> Vec<Run> {
    let diff = TextDiff::from_words(other, own);
    let mut changes: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match changes.last_mut().filter(|(tag, _)| *tag == change.tag()) {
            Some((_, text)) => text.push_str(change.value()),
            None => changes.push((change.tag(), change.value().to_owned())),
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    let (mut deleted, mut inserted) = (String::new(), String::new());
    let last = changes.len().saturating_sub(1);
    for (index, (tag, text)) in changes.into_iter().enumerate() {
        match tag {
            ChangeTag::Delete => deleted.push_str(&text),
            ChangeTag::Insert => inserted.push_str(&text),
            ChangeTag::Equal => {
                let between = index != last && !(deleted.is_empty() && inserted.is_empty());
                if between && text.split_whitespace().count() <= FEW {
                    deleted.push_str(&text);
                    inserted.push_str(&text);
                    continue;
                }
                flush(&mut runs, &mut deleted, &mut inserted);
                runs.push(run(text, Mark::Plain));
            }
        }
    }
    flush(&mut runs, &mut deleted, &mut inserted);
    runs
}

fn flush(runs: &mut Vec<Run>, deleted: &mut String, inserted: &mut String) {
    for (text, mark) in [(deleted, Mark::Deleted), (inserted, Mark::Inserted)] {
        if !text.is_empty() {
            runs.push(run(std::mem::take(text), mark));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(runs: &[Run], without: Mark) -> String {
        runs.iter().filter(|run| run.mark != without).map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn runs_give_both_texts_back() {
        let texts = [
            ("удостоверенного ЭЦП ответственного лица;", "удостоверенного подписью (далее – ЭЦП) лица;"),
            ("", "все слова удалены"),
            ("а б в г д е", "б а г в е д"),
            ("начало общее и конец", "начало и конец"),
            ("одно и то же", "одно и то же"),
        ];
        for (own, other) in texts {
            let runs = difference(own, other);
            assert_eq!(joined(&runs, Mark::Deleted), own);
            assert_eq!(joined(&runs, Mark::Inserted), other);
            assert!(runs.windows(2).all(|pair| pair[0].mark != pair[1].mark), "{runs:?}");
        }
        assert_eq!(difference("одно и то же", "одно и то же").len(), 1);
    }

    /// Once a Kazakh sentence whose words had changed places was shown as ten struck words between ten new ones.
    #[test]
    fn words_that_changed_places_are_not_woven_together() {
        let own = "деректерді жауапты тұлғаның электрондық цифрлық қолтаңбасымен куәландырылған құжатқа енгізеді";
        let other = "деректерді алушының электрондық тұлғалық цифрлық белгісімен куәландырылған құжатқа енгізеді";
        let marks: Vec<Mark> = difference(own, other).into_iter().map(|run| run.mark).collect();
        assert_eq!(marks, [Mark::Plain, Mark::Deleted, Mark::Inserted, Mark::Plain]);
    }
}
