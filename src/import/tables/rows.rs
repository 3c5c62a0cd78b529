//! The rows of a step table, known by their names.

use std::sync::LazyLock;

use regex::Regex;

use super::super::Paragraph;
use super::super::words::made;

/// A row of a step table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    /// The number of the action.
    Number,
    /// Who acts.
    By,
    /// What is done.
    Text,
    /// What the action ends with.
    Outcome,
    /// How long it takes.
    Limit,
    /// The number of the next action.
    Next,
}

impl Row {
    /// The field of the encoding that names the row.
    pub fn field(self) -> &'static str {
        match self {
            Self::Number => "n",
            Self::By => "by",
            Self::Text => "text",
            Self::Outcome => "outcome",
            Self::Limit => "limit",
            Self::Next => "next",
        }
    }
}

/// Names of rows by their letters alone: the extraction breaks them with hyphens and spaces.
static NAMES: LazyLock<[(Row, Regex); 6]> = LazyLock::new(|| {
    [
        (Row::Number, made("^№?действи[яй](?:хода)?(?:потокаработ)?")),
        (Row::By, made("^наимено?вание(?:сфе)(?:ис)?")),
        (Row::Text, made("^наименованиедействи[яй](?:процесса(?:процедуры(?:операции)?)?)?(?:иихописание)?")),
        (
            Row::Outcome,
            made("^формазавершения(?:данны[ех])?(?:документ)?(?:организационно(?:распорядительное(?:решение)?)?)?"),
        ),
        (Row::Limit, made("^срокиисполнения")),
        (Row::Next, made("^номерследующ(?:его)?действия")),
    ]
});

/// The number of a row before its name.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| made(r"^\s*\d\s+"));

/// The beginning of a row.
pub(super) struct Opening<'t> {
    pub row: Row,
    /// The number of the row, where the table numbers its rows.
    pub number: Option<&'t str>,
    /// Its name as printed.
    pub name: &'t str,
    /// What stands behind the name.
    pub rest: &'t str,
}

/// The row whose name begins a text.
pub(super) fn begins(text: &str) -> Option<Opening<'_>> {
    let number = NUMBERED.find(text);
    let named = &text[number.map_or(0, |number| number.end())..];
    let (row, end) = self::named(named)?;
    let number = number.map(|number| number.as_str().trim());
    Some(Opening { row, number, name: &named[..end], rest: &named[end..] })
}

/// The numbers of rows that the extraction printed twice: «22» above the name of the second row. Only where that of the row
/// of numbers and those of all rows behind it were printed so too.
pub(super) fn single(pieces: &mut [Paragraph]) {
    let mut expected = 1;
    for at in 1..pieces.len() {
        let twice = format!("{expected}{expected}");
        let opens = |opening: Opening<'_>| expected > 1 || opening.row == Row::Number;
        let named = pieces[at].text.strip_prefix(&twice).and_then(|rest| rest.strip_prefix(' ')).map(str::to_owned);
        if pieces[at - 1].text == twice && begins(&pieces[at].text).is_some_and(opens) {
            pieces[at - 1].text = expected.to_string();
            expected += 1;
        } else if let Some(named) = named.filter(|named| begins(named).is_some_and(opens)) {
            pieces[at].text = format!("{expected} {named}");
            expected += 1;
        }
    }
}

/// Where the rest of a row's name ends that a page break has torn from its beginning; nothing where a text is no such rest.
pub(super) fn goes_on(row: Row, name: &str, text: &str) -> Option<usize> {
    let whole = format!("{name} {text}");
    let (named, end) = named(&whole)?;
    let end = end.checked_sub(name.len() + 1)?;
    (named == row && end > 0 && text.is_char_boundary(end)).then_some(end)
}

fn named(text: &str) -> Option<(Row, usize)> {
    let mut compact = String::new();
    let mut ends = Vec::new();
    for (at, char) in text.char_indices().filter(|(_, char)| char.is_alphanumeric() || *char == '№').take(200) {
        for lower in char.to_lowercase() {
            // A Latin letter that looks like one.
            let lower = if lower == 'c' { 'с' } else { lower };
            compact.push(lower);
            ends.push((compact.len(), at + char.len_utf8()));
        }
    }
    let (row, length) = NAMES.iter().find_map(|(row, name)| Some((*row, name.find(&compact)?.end())))?;
    // The name of the first row has its sign: «Действия основного процесса» is a heading.
    if row == Row::Number && !text.trim_start().starts_with('№') {
        return None;
    }
    let end = ends.iter().find(|(end, _)| *end >= length)?.1;
    let behind = text[end..].len() - text[end..].trim_start_matches([')', '(', ',', '.', ':', ' ']).len();
    Some((row, end + behind))
}

/// The name of a row, without the hyphens by which it was broken; only one of its words has a hyphen of its own.
pub(super) fn name(printed: &str) -> String {
    let joined = BROKEN.replace_all(printed.trim(), "$1$2");
    joined.replace("организационнораспорядительное", "организационно-распорядительное")
}

/// A word broken by a hyphen.
static BROKEN: LazyLock<Regex> = LazyLock::new(|| made(r"(\p{Ll})[-–]\s?(\p{Ll})"));
