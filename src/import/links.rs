//! Words of hyperlinks that were moved to the end of their line.
//!
//! An act refers to others by links: «в соответствии с пунктом 9 Стандарта». The extraction puts their words behind all
//! others of the line and leaves a gap where they stood: two spaces, a space before a sign, or a single space where the
//! line begins. A line with as many gaps as phrases of such words at its end is put right; another one stays as it is,
//! and is doubtful.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::lang::Lang;

use super::Rule;
use super::words::made;

/// What a link says, by language: what it refers to, with its number; in Russian the days on which nobody works, too,
/// which are links to the law that names them.
const PHRASES: [(Lang, &str); 2] = [
    (
        Lang::Ru,
        r"(?:(?:(?:под)?пункт|приказ|регламент|абзац|закон|стандарт|кодекс)(?:ами|ах|ам|ов|ом|а|у|е|ы)?|(?:приложени|постановлени)(?:ями|ях|ям|ем|е|я|ю|й|и)|стать(?:ями|ях|ям|ей|я|и|е|ю)|правил(?:ами|ах|ам|а)?)\b(?: №)?(?:\s+\d[\d./-]*\)?)?|выходных|праздничных(?: дней)?|дней",
    ),
    (
        Lang::Kk,
        r"(?:\d[\d./]*\)?[- ]?)?(?:тармақша|тарма[ғқ]|қосымша|қаулы|бұйры[ғқ]|регламент|стандарт|заң|қағида|баб|кодекс)\p{L}*",
    ),
];

/// Words after which something has to follow.
const OPEN: [&str; 6] = ["и", "или", "в", "с", "к", "және"];

/// Several numbers at the end of a line.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| made(r"[\s;,.](\d{1,2}(?:\s\d{1,2})+)$"));

/// Signs before which no space stands.
const SIGNS: [char; 6] = [',', ';', '.', ':', ')', '»'];

/// Finds displaced words in lines of one language.
#[derive(Debug)]
pub(super) struct Links {
    /// One phrase.
    phrase: Regex,
    /// Phrases at the end of a line.
    tail: Regex,
}

impl Links {
    pub fn new(lang: Lang) -> Self {
        let phrases = PHRASES.iter().find(|(of, _)| *of == lang).map_or("", |(_, phrases)| phrases);
        Self { phrase: made(&format!(r"(?i){phrases}")), tail: made(&format!(r"(?i)(?:(?:{phrases})(?:\s+|$))+$")) }
    }

    /// A line with its displaced words in the gaps that they left. `goes_on` says that it begins with a gap: its first
    /// words were taken away. `above` is the line above it: where it ends with the number of the words that begin this
    /// one, a number at their side is of the text.
    pub fn put_back(&self, line: &str, goes_on: bool, above: &str) -> (String, Option<Rule>) {
        let start = self.tail.find(line).map_or(line.len(), |tail| tail.start());
        let mut phrases: Vec<Range<usize>> =
            self.phrase.find_iter(&line[start..]).map(|it| start + it.start()..start + it.end()).collect();
        if goes_on
            && above.ends_with(|char: char| char.is_ascii_digit())
            && let [first] = &mut phrases[..]
        {
            let words = line[first.clone()].trim_start_matches(|char: char| char.is_ascii_digit());
            // A number with a hyphen is part of its word.
            first.start = first.end - words.strip_prefix(' ').unwrap_or(&line[first.clone()]).len();
        }
        let Some(last) = phrases.last() else {
            if let Some(whole) = self.numbers_put_back(line, goes_on) {
                return (whole, None);
            }
            // A space before a sign in an otherwise sound line is no slip of spacing: something stood there.
            let is_sound = line.split("  ").count() <= 2;
            let is_strange =
                is_sound && line.match_indices(" ,").any(|(at, sign)| line[at + sign.len()..].contains(' '));
            return (single_spaces(line), is_strange.then_some(Rule::Gaps));
        };
        let body = &line[..start];
        let is_open = body.ends_with(' ') && OPEN.contains(&body.split_whitespace().next_back().unwrap_or_default());
        if is_open && gaps(body, goes_on).len() + 1 == phrases.len() {
            // After «и» the last words stand where they stood.
            let (still, moved) = (&line[last.start..], &phrases[..phrases.len() - 1]);
            return (filled(line, body, &gaps(body, goes_on), moved) + " " + still.trim_end(), None);
        }
        // A sign may begin a line by itself. Where words are missing at the beginning, what is wide behind it is none of
        // theirs.
        let all = (0, usize::MAX);
        let other = if line.starts_with(SIGNS) { (1, usize::MAX) } else { (0, 1) };
        for (skipped, taken) in if goes_on { vec![all, other] } else { vec![all] } {
            // Words that stand where they should may be of the same kind: the displaced ones are the last.
            for count in 1..=phrases.len() {
                let moved = &phrases[phrases.len() - count..];
                let body = &line[..moved[0].start];
                let holes: Vec<usize> = gaps(body, goes_on).into_iter().skip(skipped).take(taken).collect();
                if holes.len() == count && !self.stands_right(line, holes[0], &phrases) {
                    return (filled(line, body, &holes, moved), None);
                }
            }
        }
        let body = &line[..last.start];
        let holes = gaps(body, goes_on);
        let is_glued = body.ends_with([';', '.']);
        let is_right = holes.first().is_none_or(|hole| holes.len() == 1 && self.stands_right(line, *hole, &phrases));
        (single_spaces(line), (is_glued || !is_right).then_some(Rule::Gaps))
    }

    /// A line at whose end stand numbers of links alone, as many as there are gaps behind what they number: «приложениям
    /// , к регламенту 3 4».
    fn numbers_put_back(&self, line: &str, goes_on: bool) -> Option<String> {
        let tail = NUMBERS.captures(line)?.get(1)?;
        let body = &line[..tail.start()];
        let holes = gaps(body, goes_on);
        let is_numbered = self.phrase.find_iter(body).any(|phrase| Some(&phrase.end()) == holes.first());
        let numbers: Vec<Range<usize>> = tail.as_str().match_indices(|char: char| !char.is_whitespace()).fold(
            Vec::new(),
            |mut numbers: Vec<Range<usize>>, (at, digit)| {
                let at = tail.start() + at;
                match numbers.last_mut() {
                    Some(last) if last.end == at => last.end += digit.len(),
                    _ => numbers.push(at..at + digit.len()),
                }
                numbers
            },
        );
        (is_numbered && numbers.len() == holes.len()).then(|| filled(line, body, &holes, &numbers))
    }

    /// Whether nothing but words of links follows a gap, and in their order: a part is named before what it is a part of,
    /// and has a number.
    fn stands_right(&self, line: &str, hole: usize, phrases: &[Range<usize>]) -> bool {
        let behind: Vec<&str> = phrases.iter().filter(|it| it.start >= hole).map(|it| &line[it.clone()]).collect();
        let is_all = self.tail.find(line).is_some_and(|tail| line[hole..tail.start().max(hole)].trim().is_empty());
        let has_number = |phrase: &&str| phrase.chars().any(|char| char.is_ascii_digit());
        let is_turned =
            behind.len() > 1 && behind.last().is_some_and(has_number) && !behind.first().is_some_and(has_number);
        is_all && !is_turned
    }
}

/// A text with words of its line in its gaps.
fn filled(line: &str, body: &str, holes: &[usize], moved: &[Range<usize>]) -> String {
    let mut whole = String::new();
    let mut from = 0;
    for (hole, words) in holes.iter().zip(moved) {
        whole.push_str(&body[from..*hole]);
        whole.push(' ');
        whole.push_str(&line[words.clone()]);
        whole.push(' ');
        from = body.len() - body[*hole..].trim_start().len();
    }
    whole.push_str(&body[from..]);
    single_spaces(&whole)
}

/// Where words were taken away: places in a line after which white space follows that should not be there.
fn gaps(line: &str, goes_on: bool) -> Vec<usize> {
    let mut gaps = Vec::new();
    if goes_on {
        gaps.push(0);
    }
    let trimmed = line.trim_end();
    for (at, _) in trimmed.match_indices(' ') {
        let (before, rest) = (&trimmed[..at], &trimmed[at..]);
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let is_first = !before.ends_with(' ') && !before.is_empty();
        if is_first && (spaces > 1 || rest[spaces..].starts_with(SIGNS)) {
            gaps.push(at);
        }
    }
    gaps
}

/// A line with single spaces, and none before a sign.
fn single_spaces(line: &str) -> String {
    let mut words = String::new();
    for word in line.split_whitespace() {
        if !words.is_empty() && !word.starts_with(SIGNS) {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}
