//! What a step quotes from its own words: conditions, outcomes, and its time limits with all that they hold for.

use super::limits::{read_limit, read_unit};
use super::memory::Speaker;
use super::steps::{Known, Manner, participant, resolve_scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::{Text, count_words, fold_spaces};
use crate::model::{Binds, Limit, Measure};
use crate::source::schema::{Limit as LimitEntry, LimitSpec, Scope as ScopeEntry, Words, each};
use crate::vocabulary::{Direction, LimitKind};

/// The texts that may be quoted, by the anchors of the passages they stand in; the step's own comes first.
pub(super) struct Quotes {
    pub texts: Vec<(String, String)>,
}

impl Quotes {
    /// The words, where they are in one of the texts.
    pub(super) fn text(&self, speaker: &mut Speaker<'_>, words: Option<&Words>) -> Option<Text> {
        let words = words?;
        let texts: Vec<&str> = self.texts.iter().map(|(_, text)| text.as_str()).collect();
        speaker.quotation(words, &texts).then(|| speaker.text(words))
    }

    /// The anchor of the passage in which the words stand so many times.
    fn place(&self, words: &str, occurrence: u16) -> Option<&str> {
        let wanted = fold_spaces(words);
        let often = |text: &str| count_words(text, &wanted) >= usize::from(occurrence);
        self.texts.iter().find(|(_, text)| often(text)).map(|(id, _)| id.as_str())
    }

    fn with(&self, words: &Words) -> Self {
        let id = self.texts.first().map(|(id, _)| id.clone()).unwrap_or_default();
        let mut texts = vec![(id, fold_spaces(words))];
        texts.extend(self.texts.iter().cloned());
        Self { texts }
    }
}

/// The limits that one entry tells. In a table its words are a cell of their own.
pub(super) fn resolve_limit(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    manner: Manner<'_>,
    limit: &LimitEntry,
    quotes: &Quotes,
) -> Vec<Limit> {
    let words = match limit {
        LimitEntry::Scalar(words) => words,
        LimitEntry::Map(spec) => &spec.words,
    };
    if !speaker.may_search(quotes.texts.iter().map(|(_, text)| text.len()).sum(), words.span) {
        return Vec::new();
    }
    match limit {
        LimitEntry::Scalar(words) if words.value == "unknown" => Vec::new(),
        LimitEntry::Scalar(words) => {
            let cell = manner.table.then(|| quotes.with(words));
            resolve_words(speaker, words, None, cell.as_ref().unwrap_or(quotes)).into_iter().collect()
        }
        LimitEntry::Map(spec) if spec.terms.is_empty() => {
            let cell = manner.table.then(|| quotes.with(&spec.words));
            let quotes = cell.as_ref().unwrap_or(quotes);
            limit_of(speaker, known, manner, spec, Sources { words: quotes, around: quotes }).into_iter().collect()
        }
        LimitEntry::Map(spec) => {
            if !manner.table && quotes.text(speaker, Some(&spec.words)).is_none() {
                return Vec::new();
            }
            // Each term is quoted from the words that hold them all.
            let place = quotes.place(&spec.words, 1).map(str::to_owned);
            let id = place.or_else(|| Some(quotes.texts.first()?.0.clone())).unwrap_or_default();
            let cell = Quotes { texts: vec![(id, fold_spaces(&spec.words))] };
            let around = quotes.with(&spec.words);
            let limits = spec.terms.iter().filter_map(|term| {
                if !term.terms.is_empty() {
                    speaker.report(Diagnostic::new(Code::Misplaced, term.words.span).with("field", "terms"));
                }
                limit_of(speaker, known, manner, term, Sources { words: &cell, around: &around })
            });
            limits.collect()
        }
    }
}

/// What a limit is quoted from.
#[derive(Clone, Copy)]
struct Sources<'a> {
    /// Its words.
    words: &'a Quotes,
    /// What it holds for.
    around: &'a Quotes,
}

fn limit_of(
    speaker: &mut Speaker<'_>,
    known: &Known<'_>,
    manner: Manner<'_>,
    spec: &LimitSpec,
    sources: Sources<'_>,
) -> Option<Limit> {
    let mut limit = resolve_words(speaker, &spec.words, Some(spec), sources.words)?;
    let quotes = sources.around;
    limit.from = quotes.text(speaker, spec.from.as_ref());
    limit.case = quotes.text(speaker, spec.case.as_ref());
    limit.part = quotes.text(speaker, spec.part.as_ref());
    limit.to = spec.to.as_ref().and_then(|to| participant(speaker, known, to));
    if let Some(other) = spec.of.as_ref().filter(|_| !manner.elsewhere) {
        limit.binds = participant(speaker, known, other).map_or(Binds::Doer, Binds::Other);
    }
    limit.channels = each(spec.channel.as_ref()).map(|channel| channel.value).collect();
    let objects = ScopeEntry { object: spec.object.clone(), ..ScopeEntry::default() };
    limit.objects = resolve_scope(speaker, known, Some(&objects)).objects;
    limit.direction = spec.direction.as_ref().map_or(Direction::After, |direction| direction.value);
    limit.inferred = spec.inferred;
    limit.doubt = spec.doubt.as_ref().map(|doubt| speaker.text(doubt));
    Some(limit)
}

/// A limit from its words, completed by what the encoding says where the words leave it open.
fn resolve_words(speaker: &mut Speaker<'_>, words: &Words, spec: Option<&LimitSpec>, quotes: &Quotes) -> Option<Limit> {
    let counted = spec.and_then(|spec| spec.occurrence.as_ref());
    if let Some(none) = counted.filter(|occurrence| occurrence.value == 0) {
        speaker.report(Diagnostic::new(Code::Misplaced, none.span).with("field", "occurrence"));
    }
    let occurrence = counted.map_or(1, |occurrence| occurrence.value.max(1));
    let Some(at) = quotes.place(words, occurrence).map(str::to_owned) else {
        let shown: String = fold_spaces(words).chars().take(60).collect();
        speaker.report(Diagnostic::new(Code::NotInText, words.span).with("words", shown));
        return None;
    };
    let folded = fold_spaces(words);
    let parsed = read_limit(&folded, speaker.lang);
    let value = spec.and_then(|spec| spec.value.as_ref()).map(|value| value.value);
    let unit = spec.and_then(|spec| spec.unit.as_ref()).map(|unit| unit.value);
    let kind = spec.and_then(|spec| spec.kind.as_ref()).map(|kind| kind.value);
    let kind = kind.or(parsed.map(|parsed| parsed.kind)).or(value.map(|_| LimitKind::Duration));
    let Some(kind) = kind else {
        let shown: String = words.value.chars().take(60).collect();
        speaker.report(Diagnostic::new(Code::UnknownLimit, words.span).with("words", shown));
        return None;
    };
    let said = parsed.and_then(|parsed| parsed.measure).filter(|_| kind == LimitKind::Duration);
    let differs = said.is_some_and(|said| {
        value.is_some_and(|value| value != said.value) || unit.is_some_and(|unit| unit != said.unit)
    });
    if differs || value == Some(0) || (value.is_some() && kind != LimitKind::Duration) {
        let shown: String = folded.chars().take(60).collect();
        speaker.report(Diagnostic::new(Code::LimitDiffers, words.span).with("words", shown));
        return None;
    }
    // Words with a unit and no number: «в течение рабочего дня».
    let alone = || value.and_then(|_| read_unit(&folded, speaker.lang));
    let unit = unit.or(said.map(|said| said.unit)).or_else(|| alone().map(|(unit, _)| unit));
    let bound = spec.and_then(|spec| spec.bound.as_ref()).map(|bound| bound.value);
    let bound = bound.or(parsed.and_then(|parsed| parsed.bound)).or_else(|| alone().and_then(|(_, bound)| bound));
    Some(Limit {
        words: speaker.text(words),
        kind,
        measure: value.or(said.map(|said| said.value)).zip(unit).map(|(value, unit)| Measure { value, unit }),
        bound,
        at,
        occurrence,
        binds: Binds::Doer,
        channels: Vec::new(),
        objects: Vec::new(),
        case: None,
        part: None,
        to: None,
        from: None,
        direction: Direction::After,
        inferred: false,
        doubt: None,
        inherited: false,
    })
}
