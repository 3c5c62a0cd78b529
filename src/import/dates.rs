//! Dates and citations of acts: «от 28.10.2014 № 4/886», «11 апреля 2014 года № 2/236», `2014 жылғы 8 шілдедегі № 34/05`.

use std::sync::LazyLock;

use regex::Regex;

use super::slug::slug;
use super::words::made;

/// Months by their stems, in both languages.
const MONTHS: [[&str; 2]; 12] = [
    ["январ", "қаңтар"],
    ["феврал", "ақпан"],
    ["март", "наурыз"],
    ["апрел", "сәуір"],
    ["ма", "мамыр"],
    ["июн", "маусым"],
    ["июл", "шілде"],
    ["август", "тамыз"],
    ["сентябр", "қыркүйек"],
    ["октябр", "қазан"],
    ["ноябр", "қараша"],
    ["декабр", "желтоқсан"],
];

/// An act as a text names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Citation {
    /// `YYYY-MM-DD`.
    pub signed: String,
    /// Its number.
    pub number: String,
    /// Where the words begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

impl Citation {
    /// Its id: the place, the year and the number.
    pub fn id(&self, place: &str) -> String {
        let year = self.signed.split('-').next().unwrap_or_default();
        format!("{place}/{year}-{}", slug(&self.number))
    }
}

static NUMERIC: LazyLock<Regex> =
    LazyLock::new(|| made(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\s*(?:года)?\s*(?:№|N)\s*([\p{L}\d][\p{L}\d/-]*)"));
static RUSSIAN: LazyLock<Regex> =
    LazyLock::new(|| made(r"(\d{1,2})\s+(\p{L}+)\s+(\d{4})\s*(?:года|г\.)\s*(?:(?:№|N)\s*([\p{L}\d][\p{L}\d/-]*))?"));
static KAZAKH: LazyLock<Regex> = LazyLock::new(|| {
    made(r"(\d{4})\s*(?:жылғы|жылдың)\s+(\d{1,2})\s+(\p{L}+)\s*(?:(?:№|N)\s*([\p{L}\d][\p{L}\d/-]*))?")
});

fn month(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let long =
        MONTHS.iter().position(|stems| stems.iter().any(|stem| stem.chars().count() > 2 && word.starts_with(stem)));
    long.or_else(|| ["мая", "май", "мае"].contains(&word.as_str()).then_some(4)).map(|index| index + 1)
}

/// The dates in a text, each with the number behind it, if there is one.
pub(super) fn citations(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut add = |year: &str, month: Option<usize>, day: &str, number: Option<&str>, start: usize, end: usize| {
        let (Some(month), Ok(day)) = (month, day.parse::<u32>()) else { return };
        let signed = format!("{year}-{month:02}-{day:02}");
        found.push(Citation { signed, number: number.unwrap_or_default().to_owned(), start, end });
    };
    let part = |found: &regex::Captures<'_>, index: usize| {
        found.get(index).map_or(String::new(), |part| part.as_str().to_owned())
    };
    for date in NUMERIC.captures_iter(text) {
        let whole = date.get(0).map_or(0..0, |whole| whole.range());
        add(
            &part(&date, 3),
            part(&date, 2).parse().ok(),
            &part(&date, 1),
            Some(&part(&date, 4)),
            whole.start,
            whole.end,
        );
    }
    for date in RUSSIAN.captures_iter(text) {
        let whole = date.get(0).map_or(0..0, |whole| whole.range());
        let number = date.get(4).map(|number| number.as_str());
        add(&part(&date, 3), month(&part(&date, 2)), &part(&date, 1), number, whole.start, whole.end);
    }
    for date in KAZAKH.captures_iter(text) {
        let whole = date.get(0).map_or(0..0, |whole| whole.range());
        let number = date.get(4).map(|number| number.as_str());
        add(&part(&date, 1), month(&part(&date, 3)), &part(&date, 2), number, whole.start, whole.end);
    }
    found.sort_by_key(|citation| citation.start);
    found
}
