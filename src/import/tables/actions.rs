//! What the tables of a regulation have told so far: names, and who does which action.

use super::super::draft::Value;
use super::super::nesting::Node;
use super::super::words::tokens;
use crate::lang::Lang;

/// The words of an action by their beginnings, in which a noun and its verb are one: «рассмотрение», «рассматривает».
fn stems(text: &str, lang: Lang) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    for token in tokens(text, lang).into_iter().filter(|token| token.word.chars().count() >= LEAST_LETTERS) {
        let stem: String = token.word.to_lowercase().chars().take(BEGINNING).collect();
        if !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    stems
}

/// Letters by which a noun and its verb are known as one word.
const BEGINNING: usize = 5;
/// Least letters of a word that tells something.
const LEAST_LETTERS: usize = 4;

/// What tables of a regulation were found so far.
#[derive(Debug, Default)]
pub(in crate::import) struct Known {
    /// The actions of the step tables of the annex.
    pub(super) actions: Vec<Action>,
    /// Names of tellings.
    pub(super) names: Vec<String>,
}

/// An action that a step table tells.
#[derive(Debug)]
pub(super) struct Action {
    number: String,
    stems: Vec<String>,
    /// The words of what it ends with, which are those of the next telling of it at times.
    outcome: Vec<String>,
    pub by: String,
}

impl Action {
    /// How much another action is like this one, in hundredths: the words that they share, and more where both begin with the
    /// same one or have the same number.
    fn alike(&self, number: &str, stems: &[String]) -> usize {
        let words_of = |told: &[String]| {
            let shared = stems.iter().filter(|stem| told.contains(stem)).count();
            shared * 200 / (told.len() + stems.len()).max(1)
        };
        let words = words_of(&self.stems).max(words_of(&self.outcome));
        let begins = self.stems.first().is_some_and(|first| stems.first() == Some(first));
        words + if begins { SAME_BEGINNING } else { 0 } + if self.number == number { SAME_NUMBER } else { 0 }
    }
}

/// What the same first word counts for.
const SAME_BEGINNING: usize = 20;
/// What the same number counts for.
const SAME_NUMBER: usize = 10;

impl Known {
    /// Remembers who does an action.
    pub(super) fn remember(&mut self, step: &Node, lang: Lang) {
        let (Some(number), Some(Value::Text(by))) = (&step.number, step.fields.get("by")) else { return };
        let outcome = match step.fields.get("outcome") {
            Some(Value::Text(outcome)) => stems(outcome, lang),
            _ => Vec::new(),
        };
        self.actions.push(Action { number: number.clone(), stems: stems(&step.text, lang), outcome, by: by.clone() });
    }

    /// The action of a step table that tells an action in nearly the same words, by its place, and how much they are alike.
    pub(super) fn told(&self, step: &Node, lang: Lang) -> Option<(usize, usize)> {
        let stems = stems(&step.text, lang);
        let number = step.number.as_deref().unwrap_or_default();
        let told = self.actions.iter().enumerate().map(|(at, action)| (action.alike(number, &stems), at));
        told.rev().max_by_key(|(alike, _)| *alike)
    }

    /// A name that no telling has yet.
    pub(super) fn name(&mut self, name: &str) -> String {
        let same =
            |known: &&String| known.trim_end_matches(|char: char| char.is_ascii_digit()).trim_end_matches('-') == name;
        let count = self.names.iter().filter(same).count();
        let name = if count == 0 { name.to_owned() } else { format!("{name}-{}", count + 1) };
        self.names.push(name.clone());
        name
    }
}
