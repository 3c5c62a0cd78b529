//! A text in both languages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::TranslationStatus;

/// A language of acts and pages. Kazakh comes first wherever both are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
}

impl Lang {
    /// Both languages, Kazakh first.
    pub const ALL: [Self; 2] = [Self::Kk, Self::Ru];

    /// The tag of the language.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Kk => Self::Ru,
            Self::Ru => Self::Kk,
        }
    }
}

/// A text that a reader sees: the original, and its translation where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Language of the original.
    pub lang: Lang,
    /// The original.
    pub words: String,
    /// Its rendering in the other language.
    pub translation: Option<Translation>,
}

/// A rendering in the other language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The rendering.
    pub words: String,
    /// How sure it is.
    pub status: TranslationStatus,
}

/// A text as it is shown in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The words.
    pub words: &'a str,
    /// The language they are in: the original's where there is no translation.
    pub lang: Lang,
    /// Set where the words are a translation.
    pub status: Option<TranslationStatus>,
}

impl Text {
    /// A text without a translation.
    pub fn original(lang: Lang, words: impl Into<String>) -> Self {
        Self { lang, words: words.into(), translation: None }
    }

    /// A text that is the same in both languages: a number, a name in Latin letters.
    pub fn pair(ru: impl Into<String>, kk: impl Into<String>, status: TranslationStatus) -> Self {
        Self { lang: Lang::Ru, words: ru.into(), translation: Some(Translation { words: kk.into(), status }) }
    }

    /// The text as it is shown in a language.
    pub fn shown(&self, lang: Lang) -> Shown<'_> {
        match &self.translation {
            Some(translation) if lang != self.lang => {
                Shown { words: &translation.words, lang, status: Some(translation.status) }
            }
            _ => Shown { words: &self.words, lang: self.lang, status: None },
        }
    }

    /// The words in a language, if it has them.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        let shown = self.shown(lang);
        (shown.lang == lang).then_some(shown.words)
    }
}

/// How often some words stand in a text as words: not as a part of a longer word or number.
pub fn count_words(text: &str, words: &str) -> usize {
    let inner = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let whole = |at: usize| {
        let (before, behind) = (text[..at].chars().next_back(), text[at + words.len()..].chars().next());
        let begins = !(inner(before) && inner(words.chars().next()));
        let ends = !(inner(behind) && inner(words.chars().next_back()));
        begins && ends
    };
    if words.is_empty() { 0 } else { text.match_indices(words).filter(|(at, _)| whole(*at)).count() }
}

/// White space folded to single spaces, none at the ends: the form in which texts are kept and compared.
pub fn fold_spaces(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}
