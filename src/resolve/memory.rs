//! Translations: the memory of an act, and the speaker that asks it.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Names, known};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::lang::{Lang, Text, Translation, count_words, fold_spaces};
use crate::source::schema::{Bilingual, Wording, Words};
use crate::source::{Project, TranslationSource};
use crate::vocabulary::TranslationStatus;

/// Most bytes that are searched for the quotations of one document: each is searched for in a text of its own. Published
/// ones take less than a hundredth of it.
const MAX_SEARCHED: usize = 64 * 1024 * 1024;

/// The translation memory of one act.
pub(super) struct Memory<'a> {
    segments: BTreeMap<String, usize>,
    entries: Vec<(&'a TranslationSource, usize)>,
}

/// The memories of all acts. Two translations of one original are an error.
pub(super) fn resolve_memories<'a>(
    project: &'a Project,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<&'a str, Memory<'a>> {
    let mut memories: BTreeMap<&str, Memory<'a>> = BTreeMap::new();
    for source in &project.translations {
        let memory = memories
            .entry(source.act.as_str())
            .or_insert_with(|| Memory { segments: BTreeMap::new(), entries: Vec::new() });
        if !project.acts.contains_key(&source.act) {
            let start = project.start_of(source.file);
            diagnostics
                .push(Diagnostic::new(Code::UnknownAct, start).with_nearest(None).with("act", source.act.clone()));
        }
        for (index, segment) in source.value.segments.iter().enumerate() {
            for (field, words) in [("ru", &segment.ru), ("kk", &segment.kk)] {
                if words.trim().is_empty() {
                    diagnostics.push(Diagnostic::new(Code::MissingField, words.span).with("field", field));
                }
            }
            let original = if source.from == Lang::Ru { &segment.ru } else { &segment.kk };
            let entry = memory.entries.len();
            memory.entries.push((source, index));
            if let Some(first) = memory.segments.get(&key(original)) {
                let first = memory.original(*first).span;
                diagnostics.push(Diagnostic::new(Code::DuplicateTranslation, original.span).also(first));
            } else {
                memory.segments.insert(key(original), entry);
            }
        }
    }
    memories
}

/// The form under which an original is found: spaces folded, quotes and dashes of one kind.
pub(super) fn key(words: &str) -> String {
    let folded = fold_spaces(words);
    folded
        .chars()
        .map(|letter| match letter {
            '«' | '»' | '“' | '”' | '„' => '"',
            '–' | '—' | '‑' => '-',
            other => other,
        })
        .collect()
}

impl Memory<'_> {
    fn original(&self, entry: usize) -> &Words {
        let (source, index) = self.entries[entry];
        let segment = &source.value.segments[index];
        if source.from == Lang::Ru { &segment.ru } else { &segment.kk }
    }

    fn find(&self, original: &str, lang: Lang) -> Option<(usize, Translation)> {
        let entry = *self.segments.get(&key(original))?;
        let (source, index) = self.entries[entry];
        let segment = &source.value.segments[index];
        let words = if lang == Lang::Ru { &segment.kk } else { &segment.ru };
        let status = segment.status.as_ref().unwrap_or(&source.value.status).value;
        (source.from == lang).then(|| (entry, Translation { words: fold_spaces(words), status }))
    }

    /// The segments that no text asked for.
    pub(super) fn orphans(&self, used: &BTreeSet<usize>) -> Vec<Diagnostic> {
        let known: BTreeSet<usize> = self.segments.values().copied().collect();
        let orphan = |entry: &usize| !used.contains(entry) && known.contains(entry);
        (0..self.entries.len())
            .filter(orphan)
            .map(|entry| Diagnostic::new(Code::OrphanTranslation, self.original(entry).span))
            .collect()
    }
}

/// What turns the words of one document into texts in both languages, and notes what it could not find.
pub(super) struct Speaker<'a> {
    pub lang: Lang,
    names: &'a Names,
    memory: Option<&'a Memory<'a>>,
    /// The segments that were asked for.
    pub used: BTreeSet<usize>,
    /// Places of texts that the memory of the act lacks.
    pub untranslated: Vec<Span>,
    /// What was wrong in this document.
    pub diagnostics: Vec<Diagnostic>,
    /// How many bytes were searched for quotations.
    searched: usize,
}

impl<'a> Speaker<'a> {
    pub(super) fn new(lang: Lang, names: &'a Names, memory: Option<&'a Memory<'a>>) -> Self {
        Self {
            lang,
            names,
            memory,
            used: BTreeSet::new(),
            untranslated: Vec::new(),
            diagnostics: Vec::new(),
            searched: 0,
        }
    }

    /// Words of the act's language, with the translation that the memory or the glossary has.
    pub(super) fn text(&mut self, words: &Words) -> Text {
        self.text_at(&words.value, words.span)
    }

    /// The same for words that stand in no file as they are.
    pub(super) fn text_at(&mut self, words: &str, span: Span) -> Text {
        let folded = fold_spaces(words);
        let found = self.memory.and_then(|memory| memory.find(&folded, self.lang));
        let translation = match found {
            Some((entry, translation)) => {
                self.used.insert(entry);
                Some(translation)
            }
            None => self.names.term_rendering(&folded, self.lang),
        };
        let speaks = folded.chars().any(char::is_alphabetic);
        if translation.is_none() && self.memory.is_some() && speaks {
            self.untranslated.push(span);
        }
        let same = || Translation { words: folded.clone(), status: TranslationStatus::Official };
        let translation = translation.or_else(|| (!speaks).then(same));
        Text { lang: self.lang, words: folded, translation }
    }

    /// A wording that may be given in both languages.
    pub(super) fn wording(&mut self, wording: &Wording) -> Text {
        match wording {
            Wording::Scalar(words) if words.trim().is_empty() => {
                self.report(Diagnostic::new(Code::MissingField, words.span).with("field", self.lang.as_str()));
                self.text(words)
            }
            Wording::Scalar(words) => self.text(words),
            Wording::Map(both) => match bilingual(both, TranslationStatus::Official) {
                Some(text) if text.translation.is_some() => text,
                _ => self.text_or_nothing(both.ru.as_ref().or(both.kk.as_ref())),
            },
        }
    }

    /// The same for words that may be missing: a text of no words.
    pub(super) fn text_or_nothing(&mut self, words: Option<&Words>) -> Text {
        match words {
            Some(words) => self.text(words),
            None => Text::original(self.lang, ""),
        }
    }

    /// The id of a place, which the register must have.
    pub(super) fn place(&mut self, id: &Words) -> String {
        if self.names.has_places {
            let found = known(Code::UnknownPlace, "place", id, self.names.places.keys().map(String::as_str));
            self.diagnostics.extend(found.err());
        }
        id.value.clone()
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether texts of so many bytes may still be searched; says once that they may not.
    pub(super) fn may_search(&mut self, length: usize, span: Span) -> bool {
        let before = self.searched;
        self.searched = before.saturating_add(length);
        if before <= MAX_SEARCHED && self.searched > MAX_SEARCHED {
            self.report(Diagnostic::new(Code::TooManyQuotations, span));
        }
        self.searched <= MAX_SEARCHED
    }

    /// Checks that words are quoted from a text, and says so where they are not.
    pub(super) fn quotation(&mut self, words: &Words, texts: &[&str]) -> bool {
        let wanted = fold_spaces(words);
        if !self.may_search(texts.iter().map(|text| text.len()).sum(), words.span) {
            return false;
        }
        let found = texts.iter().any(|text| count_words(&fold_spaces(text), &wanted) > 0);
        if !found {
            let shown: String = wanted.chars().take(60).collect();
            self.report(Diagnostic::new(Code::NotInText, words.span).with("words", shown));
        }
        found
    }
}

/// A text given in one or both languages.
pub(super) fn bilingual(both: &Bilingual, status: TranslationStatus) -> Option<Text> {
    match (&both.ru, &both.kk) {
        (Some(ru), Some(kk)) => Some(Text::pair(fold_spaces(ru), fold_spaces(kk), status)),
        (Some(ru), None) => Some(Text::original(Lang::Ru, fold_spaces(ru))),
        (None, Some(kk)) => Some(Text::original(Lang::Kk, fold_spaces(kk))),
        (None, None) => None,
    }
}
