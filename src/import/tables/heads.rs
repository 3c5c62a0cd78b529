//! The heads of the columns of a variant table: who acts in each.

use std::sync::LazyLock;

use regex::Regex;

use super::super::Paragraph;
use super::super::cast::Cast;
use super::super::spacing::Lexicon as Words;
use super::super::words::{Case, made};
use super::cells::join;

/// The number of a column: «Группа 1 СФЕ».
static GROUP: LazyLock<Regex> = LazyLock::new(|| made(r"^(Группа\s+\d+\s+СФЕ)\s*"));

/// What stands above a further part of a table.
static CONTINUED: LazyLock<Regex> = LazyLock::new(|| made(r"^((?i:продолжение таблицы))(?:\s+|$)"));
/// Most heads of a table.
const MOST_HEADS: usize = 40;

/// The head of a column: the group where one is printed, and who acts.
pub(super) type Head = (Option<String>, String);

/// The parts of a table: each begins with the heads of its columns.
pub(super) fn bands(body: &[Paragraph]) -> Vec<&[Paragraph]> {
    let starts = (1..body.len()).filter(|at| CONTINUED.is_match(&body[*at].text));
    let starts: Vec<usize> = std::iter::once(0).chain(starts).collect();
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    starts.iter().copied().zip(ends).map(|(from, to)| &body[from..to]).collect()
}

/// The heads of the columns of a part, and what stands above them. Several names on one line are as many heads; what a page
/// break tears is put together so that most heads are names that are known.
pub(super) fn read(body: &[Paragraph], cast: &Cast, words: &Words) -> (Option<String>, Vec<Head>) {
    let mut continued = None;
    let mut pages: Vec<Vec<String>> = Vec::new();
    for paragraph in body {
        let mut text = paragraph.text.trim();
        if let Some(found) = CONTINUED.captures(text).filter(|_| continued.is_none()) {
            continued = Some(found[1].to_owned());
            text = &text[found[0].len()..];
        }
        if paragraph.opens_page || pages.is_empty() {
            pages.push(Vec::new());
        }
        let is_first = pages.len() == 1;
        let Some(page) = pages.last_mut() else { continue };
        match page.last_mut() {
            // The rest of the piece before it: no name begins in small letters.
            Some(last) if is_first && text.starts_with(char::is_lowercase) => *last = words.mended(&join(last, text)),
            _ if text.contains(char::is_alphanumeric) => page.push(text.to_owned()),
            _ => {}
        }
    }
    let mut pages = pages.into_iter();
    let mut told: Vec<String> = pages.next().unwrap_or_default().iter().flat_map(|text| names(text, cast)).collect();
    for page in pages {
        told =
            if told.len() >= page.len() && told.len() <= MOST_HEADS { torn(&told, &page, cast, words) } else { told };
    }
    (continued, heads(told.iter().map(String::as_str)))
}

/// The names in a head, each from its capital.
pub(super) fn names(text: &str, cast: &Cast) -> Vec<String> {
    let begins = |at: usize| at > 0 && text[at..].starts_with(char::is_uppercase);
    let mentions = cast.mentions(text);
    let named = mentions
        .iter()
        .filter(|mention| mention.case == Case::Nominative && !mention.is_aside && begins(mention.at.start));
    let starts: Vec<usize> = std::iter::once(0).chain(named.map(|mention| mention.at.start)).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(from, to)| text[from..to].trim().to_owned()).collect()
}

/// Gives the rests below a page break to heads above it, in their order, so that most of these are names.
fn torn(above: &[String], below: &[String], cast: &Cast, words: &Words) -> Vec<String> {
    let is_name = |text: &str| {
        let found = cast.mentions(text);
        usize::from(matches!(&found[..], [only] if only.at == (0..text.len())))
    };
    let join = |head: &str, rest: &str| words.mended(&join(head, rest));
    // The most names among the first heads when so many rests are given, and whether the last of the heads took one.
    let mut best = vec![vec![(0_usize, false); below.len() + 1]; above.len() + 1];
    for head in 1..=above.len() {
        for rest in 0..=below.len().min(head) {
            let alone = (rest < head).then(|| (best[head - 1][rest].0 + is_name(&above[head - 1]), false));
            let joined = rest
                .checked_sub(1)
                .map(|given| (best[head - 1][given].0 + is_name(&join(&above[head - 1], &below[given])), true));
            best[head][rest] = alone.max(joined).unwrap_or_default();
        }
    }
    let mut rest = below.len();
    let mut heads = Vec::new();
    for (at, head) in above.iter().enumerate().rev() {
        if rest > 0 && best[at + 1][rest].1 {
            rest -= 1;
            heads.push(join(head, &below[rest]));
        } else {
            heads.push(head.clone());
        }
    }
    heads.reverse();
    heads
}

/// The heads of the columns, as printed from left to right. The number of a column may stand above or before who acts.
pub(super) fn heads<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut group: Option<String> = None;
    for text in texts {
        let mut text = text.trim();
        if let Some(found) = GROUP.find(text) {
            group = Some(found.as_str().trim().to_owned());
            text = text[found.end()..].trim();
        }
        if text.contains(char::is_alphanumeric) {
            heads.push((group.take(), text.to_owned()));
        }
    }
    heads
}
