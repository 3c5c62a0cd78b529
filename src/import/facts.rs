//! What a text defines: abbreviations and what they stand for.

use std::sync::LazyLock;

use regex::Regex;

use super::LONGEST_TEXT;
use super::draft::{Fields, Value};
use super::limits::is_verb;
use super::words::{Token, made, tokens};
use crate::lang::Lang;

static DEFINES: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"\((?:далее|бұдан әрі)\s*[-–]?\s*([^()]+)\)";
    made(pattern)
});
/// The abbreviations that a text defines, with the words they stand for.
pub(super) fn defined(text: &str, lang: Lang) -> Option<Fields> {
    let mut fields = Fields::default();
    if text.len() > LONGEST_TEXT {
        return None;
    }
    for found in DEFINES.captures_iter(text) {
        let (Some(whole), Some(short)) = (found.get(0), found.get(1)) else { continue };
        let short = short.as_str().trim().trim_end_matches([';', '"']);
        let words = &text[..whole.start()];
        if let Some(long) = long_form(words.trim_end(), short, lang)
            && fields.get(short).is_none()
        {
            fields.set(short, long);
        }
    }
    (!fields.0.is_empty()).then_some(fields)
}

/// The words before a definition that it stands for: from the word that it shortens, from the first of the words whose
/// initials it is, or from behind the verb.
fn long_form(before: &str, short: &str, lang: Lang) -> Option<String> {
    let sentence = before.rfind([';', ':']).map_or(0, |at| at + 1);
    let sentence = before[sentence..].rfind("). ").map_or(sentence, |at| sentence + at + 3);
    // What was defined before in the same sentence is none of it.
    let sentence = DEFINES.find_iter(before).last().map_or(sentence, |other| sentence.max(other.end()));
    let words = tokens(&before[sentence..], lang);
    let stem = tokens(short, lang).first().map(|token| token.stem.clone());
    let same = words.iter().rposition(|token| Some(&token.stem) == stem.as_ref());
    let start = same.or_else(|| initials(&words, short)).or_else(|| {
        let is_edge = |token: &Token| lang == Lang::Ru && is_verb(&token.word);
        words.iter().rposition(is_edge).map(|at| at + 1)
    });
    let start = sentence + words.get(start.unwrap_or(0))?.at.start;
    // A quote in front of the first word opens what is quoted; one that ends there is the name of what follows.
    let start = before[..start].strip_suffix(['«', '"']).map_or(start, str::len);
    let start = named(before[..start].trim_end()).filter(|named| *named >= sentence).unwrap_or(start);
    let long = before[start..].trim_matches([' ', ',', '–', '-']);
    (!long.is_empty()).then(|| long.to_owned())
}

/// Where the name in quotes begins with which a text ends.
fn named(text: &str) -> Option<usize> {
    let inner = text.strip_suffix('"').map(|inner| inner.rfind('"'));
    let outer = || {
        let mut depth = 0_usize;
        text.strip_suffix('»')?.char_indices().rev().find_map(|(at, char)| {
            match char {
                '»' => depth += 1,
                '«' if depth == 0 => return Some(at),
                '«' => depth -= 1,
                _ => {}
            }
            None
        })
    };
    inner.unwrap_or_else(outer)
}

/// The first of the last words whose initials make an abbreviation.
fn initials(words: &[Token], short: &str) -> Option<usize> {
    let wanted: Vec<char> = short.chars().filter(|char| char.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if wanted.len() < 2 || !short.chars().filter(|char| char.is_alphabetic()).all(char::is_uppercase) {
        return None;
    }
    let mut rest = wanted.as_slice();
    for (at, token) in words.iter().enumerate().rev() {
        for part in token.word.split('-').rev() {
            let initial = part.chars().next().and_then(|char| char.to_lowercase().next());
            match rest.split_last() {
                Some((last, before)) if Some(*last) == initial => rest = before,
                Some(_) => return None,
                None => {}
            }
        }
        if rest.is_empty() {
            return Some(at);
        }
    }
    None
}

/// A text as a value.
pub(super) fn words(text: &str) -> Value {
    text.trim().into()
}
