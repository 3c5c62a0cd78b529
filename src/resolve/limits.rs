//! The words of a time limit and what they mean: «в течение 25 (двадцати пяти) минут» → at most 25 minutes.
//!
//! A number in brackets only repeats the one before it. Numbers may be words. What the words do not say is not guessed:
//! plain days are days of unsaid kind.

use crate::lang::Lang;
use crate::model::Measure;
use crate::vocabulary::{Bound, LimitKind, Unit};

/// What the words of a limit say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parsed {
    pub kind: LimitKind,
    pub measure: Option<Measure>,
    pub bound: Option<Bound>,
}

/// Whether words are understood as a limit.
pub(crate) fn is_limit(words: &str, lang: Lang) -> bool {
    read_limit(words, lang).is_some()
}

/// Reads the words of a limit; `None` where they say nothing that this understands.
pub(super) fn read_limit(words: &str, lang: Lang) -> Option<Parsed> {
    let lower = words.to_lowercase();
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| lower.contains(phrase));
    let tokens = tokens(&lower);
    let said = |kind| Some(Parsed { kind, measure: None, bound: bound(&lower) });
    if tokens.iter().any(|token| matches!(token.as_str(), "раз" | "раза" | "рет")) {
        return said(LimitKind::Frequency);
    }
    if let Some(measure) = measure(&tokens, lang) {
        // Half of what is said would be worse than nothing.
        if !says_one_length(&lower, &tokens) || measure.value == 0 {
            return None;
        }
        return Some(Parsed {
            kind: LimitKind::Duration,
            measure: Some(measure),
            bound: bound(&lower).or(Some(Bound::Exact)),
        });
    }
    if has(&["в день", "в тот же день", "күні", "сол күн"]) {
        return said(LimitKind::SameDay);
    }
    if has(&["графику", "кесте"]) {
        return said(LimitKind::Schedule);
    }
    if has(&["очеред", "кезек"]) {
        return said(LimitKind::Queue);
    }
    None
}

/// Whether words tell one length of time and nothing beside it: no second number (`1 час 30 минут`, `1,5 часа`), no
/// sign before the number, no time of day (`в 9 часов`), no open comparison (`более 10 минут`).
fn says_one_length(lower: &str, tokens: &[String]) -> bool {
    let mut rest = tokens;
    let mut numbers = 0;
    while !rest.is_empty() {
        match number(rest) {
            Some((_, length)) => {
                numbers += 1;
                rest = &rest[length..];
            }
            None => {
                numbers += usize::from(rest[0].bytes().any(|byte| byte.is_ascii_digit()));
                rest = &rest[1..];
            }
        }
    }
    let of_day =
        tokens.windows(3).any(|three| three[0] == "в" && number(&three[1..]).is_some() && three[2].starts_with("час"));
    let open = |word: &str| {
        let mut before = "";
        tokens.iter().any(|token| {
            let found = token == word && before != "не";
            before = token;
            found
        })
    };
    let signed = lower.char_indices().any(|(at, letter)| {
        let digit = lower[at + letter.len_utf8()..].chars().next().is_some_and(|next| next.is_ascii_digit());
        let apart = lower[..at].chars().next_back().is_none_or(char::is_whitespace);
        matches!(letter, '-' | '–' | '−') && digit && apart
    });
    numbers == 1 && !of_day && !signed && !["более", "свыше", "менее"].into_iter().any(open)
}

/// The first unit in some words, and how they bind, where no number stands with it.
pub(super) fn read_unit(words: &str, lang: Lang) -> Option<(Unit, Option<Bound>)> {
    let lower = words.to_lowercase();
    let tokens = tokens(&lower);
    let unit = (0..tokens.len()).find_map(|start| unit(&tokens[start..], lang))?;
    Some((unit, bound(&lower)))
}

fn bound(words: &str) -> Option<Bound> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| words.contains(phrase));
    if has(&["не менее", "кем емес"]) {
        Some(Bound::AtLeast)
    } else if has(&["не позднее", "не позже", "кешіктірмей"]) {
        Some(Bound::NotLaterThan)
    } else if has(&[
        "не более",
        "не превы",
        "не свыше",
        "аспай",
        "асырмай",
        "көп емес",
        "артық емес",
        "в течени",
        "ішінде",
    ]) {
        Some(Bound::AtMost)
    } else {
        None
    }
}

/// The words without what stands in brackets.
fn tokens(words: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let boundary = |letter: char| !letter.is_alphanumeric();
    plain.split(boundary).filter(|token| !token.is_empty()).map(str::to_owned).collect()
}

/// The first number that a unit follows.
fn measure(tokens: &[String], lang: Lang) -> Option<Measure> {
    (0..tokens.len()).find_map(|start| {
        let (value, length) = number(&tokens[start..])?;
        let unit = unit(&tokens[start + length..], lang)?;
        Some(Measure { value, unit })
    })
}

/// A number at the beginning of some tokens, and how many tokens it takes.
fn number(tokens: &[String]) -> Option<(u32, usize)> {
    let first = tokens.first()?;
    if first.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((first.parse().ok()?, 1));
    }
    let tens = word_value(first)?;
    let units =
        tokens.get(1).and_then(|token| word_value(token)).filter(|units| tens >= 10 && tens % 10 == 0 && *units < 10);
    Some(units.map_or((tens, 1), |units| (tens + units, 2)))
}

/// Number words in the cases in which terms are written.
const NUMBER_WORDS: [(u32, &[&str]); 27] = [
    (1, &["один", "одного", "одна", "одной", "одно", "бір"]),
    (2, &["два", "двух", "две", "екі"]),
    (3, &["три", "трех", "трёх", "үш"]),
    (4, &["четыре", "четырех", "четырёх", "төрт"]),
    (5, &["пять", "пяти", "бес"]),
    (6, &["шесть", "шести", "алты"]),
    (7, &["семь", "семи", "жеті"]),
    (8, &["восемь", "восьми", "сегіз"]),
    (9, &["девять", "девяти", "тоғыз"]),
    (10, &["десять", "десяти", "он"]),
    (11, &["одиннадцать", "одиннадцати"]),
    (12, &["двенадцать", "двенадцати"]),
    (13, &["тринадцать", "тринадцати"]),
    (14, &["четырнадцать", "четырнадцати"]),
    (15, &["пятнадцать", "пятнадцати"]),
    (16, &["шестнадцать", "шестнадцати"]),
    (17, &["семнадцать", "семнадцати"]),
    (18, &["восемнадцать", "восемнадцати"]),
    (19, &["девятнадцать", "девятнадцати"]),
    (20, &["двадцать", "двадцати", "жиырма"]),
    (30, &["тридцать", "тридцати", "отыз"]),
    (40, &["сорок", "сорока", "қырық"]),
    (50, &["пятьдесят", "пятидесяти", "елу"]),
    (60, &["шестьдесят", "шестидесяти", "алпыс"]),
    (70, &["семьдесят", "семидесяти", "жетпіс"]),
    (80, &["восемьдесят", "восьмидесяти", "сексен"]),
    (90, &["девяносто", "тоқсан"]),
];

fn word_value(token: &str) -> Option<u32> {
    NUMBER_WORDS.iter().find(|(_, words)| words.contains(&token)).map(|(value, _)| *value)
}

fn unit(tokens: &[String], lang: Lang) -> Option<Unit> {
    let first = tokens.first()?.as_str();
    let second = tokens.get(1).map_or("", String::as_str);
    let day = match lang {
        Lang::Ru => |token: &str| matches!(token, "день" | "дня" | "дней" | "дню" | "дни"),
        Lang::Kk => |token: &str| token.starts_with("күн"),
    };
    match first {
        _ if first.starts_with("минут") => Some(Unit::Minute),
        "час" | "часа" | "часов" => Some(Unit::Hour),
        _ if first.starts_with("сағат") => Some(Unit::Hour),
        _ if (first.starts_with("рабоч") || first == "жұмыс") && day(second) => Some(Unit::WorkingDay),
        _ if (first.starts_with("календарн") || first == "күнтізбелік") && day(second) => {
            Some(Unit::CalendarDay)
        }
        "ай" | "айдың" | "айдан" | "айға" => Some(Unit::Month),
        _ if first.starts_with("месяц") => Some(Unit::Month),
        _ if day(first) => Some(Unit::Day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lasts(words: &str, lang: Lang) -> Option<(u32, Unit, Bound)> {
        let parsed = read_limit(words, lang)?;
        let measure = parsed.measure?;
        Some((measure.value, measure.unit, parsed.bound?))
    }

    #[test]
    fn durations_are_read_as_the_acts_write_them() {
        use Bound::{AtLeast, AtMost, Exact, NotLaterThan};
        use Unit::{CalendarDay, Day, Hour, Minute, Month, WorkingDay};
        for (words, lang, expected) in [
            ("в течение 25 (двадцати пяти) минут", Lang::Ru, (25, Minute, AtMost)),
            ("в течении 5 (пяти) минут", Lang::Ru, (5, Minute, AtMost)),
            ("в течение 1 (одного) рабочего дня", Lang::Ru, (1, WorkingDay, AtMost)),
            ("в течение трех рабочих дней", Lang::Ru, (3, WorkingDay, AtMost)),
            ("в течение 41 (сорок один) рабочих дня", Lang::Ru, (41, WorkingDay, AtMost)),
            ("в течение двадцати двух календарных дней", Lang::Ru, (22, CalendarDay, AtMost)),
            ("не более 20 минут", Lang::Ru, (20, Minute, AtMost)),
            ("не менее, чем за три рабочих дня до даты заседания", Lang::Ru, (3, WorkingDay, AtLeast)),
            ("не позднее одного месяца", Lang::Ru, (1, Month, NotLaterThan)),
            ("2 дня", Lang::Ru, (2, Day, Exact)),
            ("1 час", Lang::Ru, (1, Hour, Exact)),
            ("15 минуттан асырмай", Lang::Kk, (15, Minute, AtMost)),
            ("3 (үш) жұмыс күні", Lang::Kk, (3, WorkingDay, Exact)),
            ("үш жұмыс күнінің ішінде", Lang::Kk, (3, WorkingDay, AtMost)),
            ("он бес күнтізбелік күн ішінде", Lang::Kk, (15, CalendarDay, AtMost)),
        ] {
            assert_eq!(lasts(words, lang), Some(expected), "{words}");
        }
    }

    #[test]
    fn what_is_no_duration_is_not_read_as_one() {
        let kind = |words, lang| read_limit(words, lang).map(|parsed| parsed.kind);
        assert_eq!(kind("Не менее двух раз в день", Lang::Ru), Some(LimitKind::Frequency));
        assert_eq!(kind("күніне 3 рет", Lang::Kk), Some(LimitKind::Frequency));
        assert_eq!(kind("в день принятия заявления", Lang::Ru), Some(LimitKind::SameDay));
        assert_eq!(kind("по графику", Lang::Ru), Some(LimitKind::Schedule));
        assert_eq!(kind("в указанный в ней срок", Lang::Ru), None);
    }
}
