//! Who acts, by what he is: names differ from act to act, roles do not.

use super::stems::plain_words;
use crate::lang::Lang;
use crate::model::{Doers, Regulation};
use crate::vocabulary::ParticipantKind;

/// How many letters of the word that names a role count.
const LETTERS: usize = 6;

/// Words before the one that names a role, by their beginnings.
const BEFORE_ROLE: [&str; 8] = ["ответств", "уполномоч", "районн", "сельск", "главн", "ведущ", "старш", "участк"];

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Role {
    kind: ParticipantKind,
    /// The beginning of the word that names it; empty where the kind says all.
    word: String,
}

/// The roles of those who act, sorted, each once.
pub(super) fn roles(regulation: &Regulation, doers: &Doers, lang: Option<Lang>) -> Vec<Role> {
    let found = doers.ids.iter().filter_map(|id| regulation.participant(id));
    let mut roles: Vec<Role> = found
        .map(|participant| {
            let name = lang.and_then(|lang| Some((lang, participant.name.get(lang)?)));
            let word = match participant.kind {
                ParticipantKind::Recipient | ParticipantKind::Provider => String::new(),
                _ => name.map(|(lang, name)| role_word(name, lang)).unwrap_or_default(),
            };
            Role { kind: participant.kind, word }
        })
        .collect();
    roles.sort();
    roles.dedup();
    roles
}

/// The word that names a role: in Russian the first one that is no adjective before it, in Kazakh the last one.
fn role_word(name: &str, lang: Lang) -> String {
    let words: Vec<String> = plain_words(name).collect();
    let is_before = |word: &&String| BEFORE_ROLE.iter().any(|before| word.starts_with(before));
    let word = match lang {
        Lang::Ru => words.iter().find(|word| !is_before(word)).or(words.first()),
        Lang::Kk => words.last(),
    };
    word.map(|word| word.chars().take(LETTERS).collect()).unwrap_or_default()
}

/// How alike two sets of roles are, from 0 to 1. Where one side names nobody, nothing speaks for or against.
pub(super) fn likeness(one: &[Role], other: &[Role]) -> f64 {
    if one.is_empty() || other.is_empty() {
        return if one.is_empty() && other.is_empty() { 0.6 } else { 0.4 };
    }
    let alike = |own: &Role| other.iter().map(|role| own.likeness(role)).fold(0.0, f64::max);
    one.iter().map(alike).fold(0.0, f64::max)
}

/// Words for one position, by their beginnings.
const POSITIONS: [&[&str]; 5] = [
    &["руков", "начал", "басшы", "дирек"],
    &["завед", "меңге"],
    &["специ", "испол", "инспе", "сотру", "работ", "опера", "маман", "орынд", "қызме"],
    &["комис"],
    &["аким", "әкім"],
];

impl Role {
    /// Which of the known positions it is.
    fn position(&self) -> Option<usize> {
        POSITIONS.iter().position(|words| words.iter().any(|word| self.word.starts_with(word)))
    }

    fn likeness(&self, other: &Self) -> f64 {
        let is_position = self.position().is_some() && self.position() == other.position();
        match (self == other, self.kind == other.kind) {
            (true, _) => 1.0,
            (false, true) if is_position => 0.8,
            (false, true) => 0.3,
            (false, false) if self.is_office() && other.is_office() => 0.7,
            (false, false) => 0.0,
        }
    }

    /// The provider as a whole, or a part of it that is named in its stead.
    fn is_office(&self) -> bool {
        matches!(self.kind, ParticipantKind::Provider | ParticipantKind::Unit)
    }
}
