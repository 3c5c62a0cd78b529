//! What became of one regulation in another: of its steps, of the points of its passport, of its text.
//!
//! Any two regulations or editions, of whichever act, place and year ([`diff`]).
//!
//! 1. [`stems`]: a text as a bag of the beginnings of its words, the rarer the heavier; [`roles`]: who acts, by what he is.
//! 2. [`tellings`]: which telling of one side tells what a telling of the other does.
//! 3. [`align`]: pairs in order, merges and splits; a move only with proof.
//!    What an editor has paired ([`fixed`]) holds over what is found.
//! 4. [`steps`], [`fields`], [`text`]: what changed in each pair. [`words`]: word by word, never by letters.
//!
//! Pairs are found in one language, that of both texts or the one that both have; the same pairs are told in each language.
//! Where the texts have no language in common, steps are paired by who acts, what kind they are and which terms of the glossary
//! stand in them ([`terms`]), and no words are compared.

mod align;
mod apply;
mod deeds;
mod fields;
mod fixed;
mod read;
mod roles;
mod stems;
mod steps;
mod tellings;
mod terms;
mod text;
pub mod words;

use crate::lang::{Lang, Text};
use crate::model::{Regulation, Term};

use fixed::Fixed;
use terms::Terms;

pub use apply::{Unapplied, apply, undo};
pub use fields::{Field, FieldChange, LimitValue, Statement, same_limits};
pub use steps::StepChange;
pub use tellings::TellingChange;
pub use text::{Head, Part, TextChange, Unit, units};
pub use words::{Mark, Piece};

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The same words, whatever their number and their limit.
    Same,
    /// The same, told otherwise.
    Reworded,
    /// Nearly the same words in another place.
    Moved,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// It was not there.
    Added,
    /// It is no longer there.
    Removed,
}

impl Change {
    /// The word of the data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Reworded => "reworded",
            Self::Moved => "moved",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// What else differs between steps that are paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Somebody in another role acts.
    Participant,
    /// The time limit is another one, is new or is gone.
    Limit,
    /// It yields something else.
    Outcome,
    /// Another step follows.
    Arrow,
}

impl Aspect {
    /// The word of the data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Limit => "limit",
            Self::Outcome => "outcome",
            Self::Arrow => "arrow",
        }
    }
}

/// What became of one regulation in another.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Id of the older one.
    pub old: String,
    /// Id of the newer one.
    pub new: String,
    /// The language in which words are compared; `None` where the texts have none in common.
    pub lang: Option<Lang>,
    /// The fields of the passport, terms and annexes, in their order.
    pub fields: Vec<FieldChange>,
    /// The tellings: those of the newer side in its order, those that are gone where they stood.
    pub tellings: Vec<TellingChange>,
    /// The text, in the order of the newer side.
    pub text: Vec<TextChange>,
}

impl Difference {
    /// Whether nothing changed but numbers and white space: of the text, not even a sign.
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(|field| field.changed != Some(true))
            && self.tellings.iter().all(TellingChange::is_same)
            && self.text.iter().all(|entry| entry.change == Change::Same)
    }
}

/// Compares two regulations; words are told in a language, if both have it.
pub fn diff(old: &Regulation, new: &Regulation, glossary: &[Term], lang: Lang) -> Difference {
    let common = common_language(old, new);
    let named = [Lang::Ru, Lang::Kk].into_iter().find(|lang| names_all(old, *lang) && names_all(new, *lang));
    let bridge = common.is_none().then(|| [old, new].map(|side| Terms::new(glossary, side.lang)));
    let fixed = fixed::between(old, new);
    let told = told_language(old, new, common, lang);
    let sides = Sides { old, new, bridge: bridge.as_ref(), common, named, told, fixed: &fixed };
    let tellings = tellings::tellings(&sides);
    Difference {
        old: old.id(),
        new: new.id(),
        lang: sides.told,
        fields: fields::fields(&sides),
        text: text::text(&sides, &tellings),
        tellings,
    }
}

/// Two regulations and the languages in which they are compared.
#[derive(Debug, Clone, Copy)]
struct Sides<'a> {
    old: &'a Regulation,
    new: &'a Regulation,
    /// The glossary in the language of each side, where the texts have none in common.
    bridge: Option<&'a [Terms<'a>; 2]>,
    /// The language in which pairs are found.
    common: Option<Lang>,
    /// A language in which all who act have a name on both sides.
    named: Option<Lang>,
    /// The language in which words are compared.
    told: Option<Lang>,
    /// What an editor says of their steps.
    fixed: &'a [Fixed<'a>],
}

impl Sides<'_> {
    /// A text in the language in which pairs are found; empty where it is not in it.
    fn matched<'t>(&self, text: &'t Text) -> &'t str {
        self.common.and_then(|lang| text.get(lang)).unwrap_or_default()
    }

    /// Why an editor says of steps that they belong together, or have no like; `None` where he says nothing.
    fn reason(&self, old: &[String], new: &[String]) -> Option<Text> {
        self.fixed.iter().find(|pair| pair.is_of(old, new)).map(|pair| pair.reason.clone())
    }

    /// A text in the language in which words are compared, else as it is written.
    fn told<'t>(&self, text: &'t Text) -> &'t str {
        self.told.and_then(|lang| text.get(lang)).unwrap_or(&text.words)
    }
}

/// The language of both texts, or one in which both can be read.
fn common_language(old: &Regulation, new: &Regulation) -> Option<Lang> {
    if old.lang == new.lang {
        return Some(old.lang);
    }
    [Lang::Ru, Lang::Kk].into_iter().find(|lang| speaks(old, *lang) && speaks(new, *lang))
}

/// The language asked for, if both can be read in it, else the one that they have in common.
fn told_language(old: &Regulation, new: &Regulation, common: Option<Lang>, lang: Lang) -> Option<Lang> {
    if speaks(old, lang) && speaks(new, lang) { Some(lang) } else { common }
}

/// Whether every step of a regulation can be read in a language.
fn speaks(regulation: &Regulation, lang: Lang) -> bool {
    let mut steps = regulation.processes.iter().flat_map(|process| &process.steps);
    regulation.lang == lang || steps.all(|step| step.text.get(lang).is_some())
}

/// Whether everybody who acts has a name in a language.
fn names_all(regulation: &Regulation, lang: Lang) -> bool {
    regulation.participants.iter().all(|participant| participant.name.get(lang).is_some())
}
