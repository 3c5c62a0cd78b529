//! Who acts in a regulation: those that it lists, and those that the glossary knows by name.

use std::collections::BTreeMap;
use std::ops::Range;

use super::LONGEST_TEXT;
use super::slug::slug;
use super::words::{Case, Token, case, says, tokens};
use crate::lang::Lang;
use crate::source::schema::{GlossaryFile, each};
use crate::vocabulary::GlossaryKind;

/// The participants and systems that the project knows by name, in one language.
#[derive(Debug)]
pub struct Lexicon {
    entries: Vec<(String, bool, Vec<String>)>,
}

impl Lexicon {
    /// Those of a glossary.
    pub fn new(glossary: &GlossaryFile, lang: Lang) -> Self {
        let mut entries = Vec::new();
        for (id, term) in &glossary.terms {
            let is_system = *term.kind == GlossaryKind::System;
            if !is_system && *term.kind != GlossaryKind::Participant {
                continue;
            }
            let (name, aliases) = match lang {
                Lang::Ru => (&term.ru, term.aliases.as_ref().and_then(|aliases| aliases.ru.as_ref())),
                Lang::Kk => (&term.kk, term.aliases.as_ref().and_then(|aliases| aliases.kk.as_ref())),
            };
            let names = std::iter::once(name).chain(each(aliases)).map(|name| name.to_string()).collect();
            entries.push((id.to_string(), is_system, names));
        }
        Self { entries }
    }

    /// Nobody.
    pub fn empty() -> Self {
        Self { entries: Vec::new() }
    }
}

/// Most participants that a regulation lists.
const MOST_LISTED: usize = 500;

/// A participant of one regulation.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// Its id: that of the glossary, or made from its name.
    pub id: String,
    /// What it is, as the encoding spells it.
    pub kind: &'static str,
    /// Its name in this regulation.
    pub name: String,
    /// Whether the glossary knows it.
    pub is_known: bool,
    /// Whether the regulation itself uses that name.
    pub is_printed: bool,
    /// Other words of the regulation for it.
    pub aliases: Vec<String>,
    /// Where it is listed.
    pub listed: Vec<String>,
    /// Its place among those that the regulation lists; behind all of them where it lists it not.
    pub order: usize,
    /// Whether anything in the draft names it.
    pub is_used: bool,
}

/// A participant in a text.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// Which one.
    pub person: usize,
    /// Where its words stand.
    pub at: Range<usize>,
    /// Their grammatical case.
    pub case: Case,
    /// The word before them, in lower case.
    pub before: String,
    /// The word behind them, in lower case.
    pub behind: String,
    /// Whether they stand in brackets.
    pub is_aside: bool,
}

/// A name: the stems of its words, the words in their first form, whom it names.
type Name = (Vec<String>, Vec<String>, usize);

/// Who takes part in a regulation.
#[derive(Debug)]
pub(super) struct Cast {
    /// All that may take part.
    pub people: Vec<Person>,
    /// Names by their first stem: the stems, the first form, whom they name.
    names: BTreeMap<String, Vec<Name>>,
    /// How many are listed.
    listed: usize,
    pub(super) lang: Lang,
}

impl Cast {
    /// All that the project knows.
    pub fn new(lexicon: &Lexicon, lang: Lang) -> Self {
        let mut cast = Self { people: Vec::new(), names: BTreeMap::new(), listed: 0, lang };
        for (id, is_system, names) in &lexicon.entries {
            let name = names.first().cloned().unwrap_or_default();
            let kind = if *is_system { "system" } else { kind_of(&name, lang) };
            let person = cast.add(id.clone(), kind, name);
            cast.people[person].is_known = true;
            for name in names {
                cast.know(name, person);
            }
        }
        cast
    }

    fn add(&mut self, id: String, kind: &'static str, name: String) -> usize {
        // Long names are cut: two may become one.
        let is_taken = |id: &str| self.people.iter().any(|person| person.id == id);
        let id = if is_taken(&id) {
            let mut others = (2..=self.people.len() + 2).map(|count| format!("{id}-{count}"));
            others.find(|id| !is_taken(id)).unwrap_or_default()
        } else {
            id
        };
        let person = Person {
            id,
            kind,
            is_known: false,
            name,
            is_printed: false,
            aliases: Vec::new(),
            listed: Vec::new(),
            order: usize::MAX,
            is_used: false,
        };
        self.people.push(person);
        self.people.len() - 1
    }

    /// Learns a name. A name that is known already stays whose it was.
    fn know(&mut self, name: &str, person: usize) {
        let words = tokens(name, self.lang);
        let stems: Vec<String> = words.iter().map(|token| token.stem.clone()).collect();
        let Some(first) = stems.first().cloned() else { return };
        let names = self.names.entry(first).or_default();
        if !names.iter().any(|(known, form, _)| *known == stems && (self.lang == Lang::Ru || is_same(form, &words))) {
            names.push((stems, words.into_iter().map(|token| token.word).collect(), person));
            names.sort_by_key(|(stems, _, _)| std::cmp::Reverse(stems.len()));
        }
    }

    /// A participant that the regulation lists: known by the glossary, or new.
    pub fn list(&mut self, name: &str, at: &str) -> Vec<usize> {
        if self.listed >= MOST_LISTED || name.len() > LONGEST_TEXT {
            return Vec::new();
        }
        let bare = name.trim_end_matches([';', '.', ',']).trim();
        let bare = bare.split(" (").next().unwrap_or(bare);
        let found = self.mentions(name);
        let whole: Vec<&Mention> = found.iter().filter(|mention| mention.case == Case::Nominative).collect();
        let covers = |mention: &Mention| {
            tokens(&name[mention.at.clone()], self.lang).len() * 3 >= tokens(bare, self.lang).len() * 2
        };
        let alternatives = whole.first().map_or_else(Vec::new, |first| self.alternatives(name, &found, first));
        let people: Vec<usize> = match whole.first() {
            Some(_) if !alternatives.is_empty() => alternatives,
            // What the list defines under a short name is known by it.
            Some(first)
                if covers(first)
                    || (first.at.start == 0 && whole.iter().skip(1).any(|other| other.person == first.person)) =>
            {
                vec![first.person]
            }
            _ => {
                let person = self.add(slug(bare), kind_of(bare, self.lang), bare.to_owned());
                self.know(bare, person);
                vec![person]
            }
        };
        for (order, &person) in (self.listed..).zip(&people) {
            self.listed = order + 1;
            let person = &mut self.people[person];
            person.listed.push(at.to_owned());
            person.order = person.order.min(order);
            person.is_used = true;
        }
        if let [person] = people[..] {
            let words = bare.to_owned();
            self.people[person].name = words;
            self.people[person].is_printed = true;
        }
        people
    }

    /// A short name of one that the regulation lists by a longer one: «специалист услугодателя» is the specialist of the
    /// district department, where no other specialist is listed. Both have the same head, and the long name has all words
    /// of the short one in their order.
    pub fn shorten(&mut self) {
        let listed: Vec<(Vec<String>, usize)> = self
            .names
            .values()
            .flatten()
            .filter(|(_, _, person)| !self.people[*person].listed.is_empty())
            .map(|(stems, _, person)| (stems.clone(), *person))
            .collect();
        let lang = self.lang;
        let is_short = |short: &[String], long: &[String]| {
            let head = |stems: &[String]| match lang {
                Lang::Ru => stems.first().cloned(),
                Lang::Kk => stems.last().cloned(),
            };
            let mut rest = long.iter();
            head(short) == head(long) && short.len() < long.len() && short.iter().all(|stem| rest.any(|it| it == stem))
        };
        for (stems, _, person) in self.names.values_mut().flatten() {
            let is_own =
                !self.people[*person].listed.is_empty() || !matches!(self.people[*person].kind, "staff" | "body");
            let whole: Vec<usize> =
                listed.iter().filter(|(long, _)| is_short(stems, long)).map(|(_, person)| *person).collect();
            if let [only] = whole[..]
                && !is_own
            {
                *person = only;
            }
        }
    }

    /// The participants in a text, from left to right; of names at one place the longest.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        if text.len() > LONGEST_TEXT {
            return Vec::new();
        }
        let words = tokens(text, self.lang);
        let mut mentions = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some((first_form, person)) = self.named(&words[at..]) else {
                at += 1;
                continue;
            };
            let count = first_form.len();
            let (first, last) = (&words[at], &words[at + count - 1]);
            // Russian inflects the first word, Kazakh the last one.
            let (printed, form) = match self.lang {
                Lang::Ru => (&first.word, &first_form[0]),
                Lang::Kk => (&last.word, &first_form[count - 1]),
            };
            let before = at.checked_sub(1).map_or(String::new(), |at| words[at].word.to_lowercase());
            let behind = words.get(at + count).map_or(String::new(), |token| token.word.to_lowercase());
            let range = first.at.start..last.at.end;
            let is_aside = text[..range.start].matches('(').count() > text[..range.start].matches(')').count();
            let case = case(printed, form, self.lang);
            mentions.push(Mention { person, at: range, case, before, behind, is_aside });
            at += count;
        }
        mentions
    }

    pub(super) fn named(&self, words: &[Token]) -> Option<(&Vec<String>, usize)> {
        let names = self.names.get(&words.first()?.stem)?;
        let is_here = |stems: &[String], form: &[String]| {
            let is_stem =
                stems.len() <= words.len() && stems.iter().zip(words).all(|(stem, token)| *stem == token.stem);
            // In Kazakh only the last word is inflected: what stands before it tells whose it is.
            let is_short = |form: &str| form.chars().count() > 1 && form.chars().all(char::is_uppercase);
            let is_form =
                |(form, token): (&String, &Token)| is_short(form) || form.to_lowercase() == token.word.to_lowercase();
            is_stem && (self.lang == Lang::Ru || form[..form.len() - 1].iter().zip(words).all(is_form))
        };
        names.iter().find(|(stems, form, _)| is_here(stems, form)).map(|(_, form, person)| (form, *person))
    }

    /// Whom words name as a whole: one that is known, or a new one.
    pub fn named_by(&mut self, words: &str) -> usize {
        let found = self.mentions(words);
        let whole = tokens(words, self.lang).len();
        let covers = |mention: &&Mention| tokens(&words[mention.at.clone()], self.lang).len() * 3 >= whole * 2;
        if let Some(found) = found.iter().find(covers) {
            return found.person;
        }
        let mut name = words.to_owned();
        if let Some(first) = words.chars().next().filter(|_| words.chars().nth(1).is_some_and(char::is_lowercase)) {
            name = first.to_lowercase().chain(words.chars().skip(1)).collect();
        }
        let person = self.add(slug(&name), kind_of(&name, self.lang), name.clone());
        self.people[person].is_printed = true;
        self.know(&name, person);
        person
    }

    /// The id of a participant, which is thereby part of the draft.
    pub fn id(&mut self, person: usize) -> String {
        let person = &mut self.people[person];
        person.is_used = true;
        person.id.clone()
    }

    /// Remembers the words of a text as another name of a participant. Returns whether they are a name of it in their
    /// printed form.
    pub fn call(&mut self, person: usize, words: &str, case: Case) {
        let person = &mut self.people[person];
        if case != Case::Nominative {
            return;
        }
        let mut words = words.to_owned();
        let second = words.chars().nth(1).is_some_and(char::is_lowercase);
        if let Some(first) = words.chars().next().filter(|_| second) {
            // The capital of a sentence.
            words = first.to_lowercase().chain(words.chars().skip(1)).collect();
        }
        if !person.is_printed {
            person.name = words;
            person.is_printed = true;
        } else if person.name.to_lowercase() != words.to_lowercase()
            && !person.aliases.iter().any(|alias| alias.to_lowercase() == words.to_lowercase())
        {
            person.aliases.push(words);
        }
    }
}

/// Whether words are the same but for capitals.
fn is_same(form: &[String], words: &[Token]) -> bool {
    form.len() == words.len()
        && form.iter().zip(words).all(|(form, token)| form.to_lowercase() == token.word.to_lowercase())
}

/// What a participant is, by the words of its name.
fn kind_of(name: &str, lang: Lang) -> &'static str {
    let lower = name.to_lowercase();
    let kinds: &[(&str, &[&str])] = match lang {
        Lang::Ru => &[
            ("recipient", &["услугополучател", "потребител", "заявител"]),
            ("outside", &["цон", "центр", "корпораци", "банк"]),
            ("body", &["комисси"]),
            (
                "staff",
                &[
                    "специалист",
                    "руководител",
                    "исполнител",
                    "сотрудник",
                    "инспектор",
                    "работник",
                    "оператор",
                    "заместител",
                    "аким",
                ],
            ),
            ("unit", &["отдел", "канцеляри", "управлени"]),
            ("provider", &["услугодател", "уполномоченн"]),
        ],
        Lang::Kk => &[
            ("recipient", &["алушы", "тұтынушы", "өтініш"]),
            ("outside", &["хқко", "орталы", "корпораци", "банк"]),
            ("body", &["комисси"]),
            ("staff", &["қызметкері", "маман", "орындаушы", "басшы", "операторы", "инспекторы", "орынбасар", "әкімі"]),
            ("unit", &["бөлім", "кеңсе", "басқарма"]),
            ("provider", &["беруші"]),
        ],
    };
    let named = |stems: &[&str]| stems.iter().any(|stem| says(&lower, &[stem]));
    kinds.iter().find(|(_, stems)| named(stems)).map_or("outside", |(kind, _)| kind)
}
