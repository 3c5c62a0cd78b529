//! Telephones as lists print them: which of them can be called.

use super::frame::run;
use super::view::{Mark, Words};

/// Makes links of the numbers in a text that can be meant in one way only. The words stay as printed.
pub(super) fn called(words: Words) -> Words {
    let runs = words.runs.into_iter().flat_map(|piece| match piece.mark {
        Mark::Plain => linked(&piece.text),
        _ => vec![piece],
    });
    Words { lang: words.lang, runs: runs.collect() }
}

fn linked(text: &str) -> Vec<super::view::Run> {
    let mut runs = Vec::new();
    for part in text.split_inclusive([',', ';']) {
        let number = part.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'));
        let Some(address) = address(number) else {
            runs.push(run(part.to_owned(), Mark::Plain));
            continue;
        };
        let at = part.find(number).unwrap_or(0);
        let (before, after) = (&part[..at], &part[at + number.len()..]);
        let plain = |text: &str| (!text.is_empty()).then(|| run(text.to_owned(), Mark::Plain));
        runs.extend(plain(before));
        runs.push(super::view::Run { href: Some(address), ..run(number.to_owned(), Mark::Link) });
        runs.extend(plain(after));
    }
    runs
}

/// The address of a number that is written in full: `8`, the code of a place in Kazakhstan, the number itself.
fn address(number: &str) -> Option<String> {
    let is_of_number = |letter: char| {
        letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '-' | '–' | '‑' | '(' | ')' | '+')
    };
    if !number.chars().all(is_of_number) {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let trunk = if number.starts_with('+') { "77" } else { "87" };
    (digits.len() == 11 && digits.starts_with(trunk)).then(|| format!("tel:+7{}", &digits[1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::frame::plain_words;

    /// The addresses of a text, in its order; and that nothing of it is lost.
    fn addresses(text: &str) -> Vec<String> {
        let words = called(plain_words(text));
        assert_eq!(words.runs.iter().map(|run| run.text.as_str()).collect::<String>(), text);
        words.runs.into_iter().filter_map(|run| run.href).collect()
    }

    #[test]
    fn a_number_in_full_can_be_called_however_it_is_written() {
        for text in ["8716-38-35144", "8-71638 3-51-44", "8(71638)3-51-44", "8716-38- 35144", "+7 (71638) 3-51-44"] {
            assert_eq!(addresses(text), ["tel:+77163835144"], "{text}");
        }
    }

    #[test]
    fn a_number_that_may_mean_another_cannot() {
        for text in ["", "2-10-48", "8-7162 31-92-76 31-92-78", "8-716-32 22-9-43 20-0-74", "8-71638 2-10-48 каб. 3"]
        {
            assert_eq!(addresses(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn numbers_between_commas_are_each_for_themselves() {
        assert_eq!(addresses("8-71645 6-26-33, 6-20-30"), ["tel:+77164562633"]);
        assert_eq!(addresses("8-71645 6-26-33; 8-71645 6-20-30"), ["tel:+77164562633", "tel:+77164562030"]);
    }
}
