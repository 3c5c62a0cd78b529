//! Of several whom a text names with «или» between them, one acts.

use super::cast::{Cast, Mention};
use super::words::{Case, Token, tokens};
use crate::lang::Lang;

/// Most words of a name that is put together.
const MOST_WORDS: usize = 16;

impl Cast {
    /// Those of whom one acts, where a text names several with «или» between them.
    pub fn alternatives(&self, text: &str, mentions: &[Mention], first: &Mention) -> Vec<usize> {
        let mut people = vec![first.person];
        let mut end = first.at.end;
        for other in mentions.iter().filter(|other| other.at.start > first.at.end) {
            let between = text[end..other.at.start].trim().to_lowercase();
            let joins = ["или", "либо", "немесе", "не", ",", "(", "и (или)"].contains(&between.as_str());
            if !joins || other.case != first.case {
                break;
            }
            people.push(other.person);
            end = other.at.end;
        }
        // `X-нің немесе Y-нің Z`: the Z of X, or the Z of Y.
        let owner = mentions.iter().rev().find(|owner| owner.at.end < first.at.start);
        if let Some(owner) = owner.filter(|owner| owner.case == Case::Genitive && first.before == "немесе") {
            let office = tokens(&text[first.at.clone()], self.lang);
            let whole = tokens(&text[owner.at.clone()], self.lang);
            let of_owner = (1..office.len()).find_map(|from| {
                let stems: Vec<Token> = whole.iter().chain(&office[from..]).cloned().collect();
                self.named(&stems).filter(|(form, _)| form.len() == stems.len()).map(|(_, person)| person)
            });
            if let Some(person) = of_owner {
                people.insert(0, person);
            }
        }
        if people.len() == 1 {
            people.extend(self.elliptic(text, first));
        }
        if people.len() > 1 { people } else { Vec::new() }
    }

    /// «специалист X или Y»: the specialist of Y, where that is a name.
    fn elliptic(&self, text: &str, first: &Mention) -> Option<usize> {
        let rest = text[first.at.end..].trim_start();
        let other = ["или ", "либо "].iter().find_map(|or| rest.strip_prefix(or)).filter(|_| self.lang == Lang::Ru)?;
        let office = tokens(&text[first.at.clone()], self.lang);
        let owner = tokens(other, self.lang);
        (1..office.len())
            .rev()
            .find_map(|count| {
                let stems: Vec<Token> = office[..count].iter().chain(&owner).take(MOST_WORDS).cloned().collect();
                self.named(&stems).filter(|(form, person)| form.len() > count && *person != first.person)
            })
            .map(|(_, person)| person)
    }
}
