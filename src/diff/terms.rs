//! The glossary as a bridge between languages: a text as the terms that stand in it.

use std::collections::BTreeMap;

use super::stems::stems;
use crate::lang::Lang;
use crate::model::Term;

/// The names of the terms in one language, by the beginnings of their words.
#[derive(Debug, Default)]
pub(super) struct Terms<'t> {
    /// By the first stem: all stems of a name and the id of its term, the longest first.
    names: BTreeMap<String, Vec<(Vec<String>, &'t str)>>,
}

impl<'t> Terms<'t> {
    /// The names in a language.
    pub fn new(terms: &'t [Term], lang: Lang) -> Self {
        let mut names: BTreeMap<String, Vec<(Vec<String>, &str)>> = BTreeMap::new();
        for term in terms {
            let aliases = if lang == Lang::Ru { &term.aliases_ru } else { &term.aliases_kk };
            for name in term.name.get(lang).into_iter().chain(aliases.iter().map(String::as_str)) {
                let stems: Vec<String> = stems(name).collect();
                if let Some(first) = stems.first() {
                    names.entry(first.clone()).or_default().push((stems, &term.id));
                }
            }
        }
        for list in names.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
        Self { names }
    }

    /// The ids of the terms in a text, in order, the longest name at each place; a term inside another's name is not told.
    pub fn found_in(&self, text: &str) -> Vec<&'t str> {
        let stems: Vec<String> = stems(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < stems.len() {
            let here = self.names.get(&stems[at]).into_iter().flatten();
            match here.into_iter().find(|(name, _)| stems[at..].starts_with(name)) {
                Some((name, id)) => {
                    found.push(*id);
                    at += name.len();
                }
                None => at += 1,
            }
        }
        found
    }
}
