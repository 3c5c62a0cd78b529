//! A regulation.

use std::collections::BTreeMap;

use super::{About, Amendment, Body, Measure, Node, Process, TableShape};
use crate::lang::{Lang, Text};
use crate::vocabulary::{Bound, Channel, HeadingState, ParticipantKind, TermKind};

/// A regulation of an act.
#[derive(Debug, Clone)]
pub struct Regulation {
    /// Id of its act.
    pub act: String,
    /// Its id in the act: the name of its file.
    pub name: String,
    /// Digest of the encoding, in hexadecimal.
    pub digest: String,
    /// Its place among the regulations of the act, from 1.
    pub ordinal: u16,
    /// Id of the service.
    pub service: String,
    /// Language of the text.
    pub lang: Lang,
    /// Title: the name of the service as the regulation gives it.
    pub title: Text,
    /// The regulation of an earlier act that it restates.
    pub restates: Option<Restated>,
    /// What is unusual about its stamp.
    pub stamp_state: Option<HeadingState>,
    /// Amendments of the whole regulation.
    pub amended: Vec<Amendment>,
    /// Who acts, in the order of the act.
    pub participants: Vec<Participant>,
    /// Where the text says the things that everybody asks for; every field, in order.
    pub passport: Vec<(PassportField, Vec<Fact>)>,
    /// Terms of the whole service, where the text marks them.
    pub terms: Vec<OverallTerm>,
    /// The tellings, in printed order.
    pub processes: Vec<Process>,
    /// What passages say of steps told elsewhere, in printed order.
    pub about: Vec<About>,
    /// Anchors of the annexes that no place refers to.
    pub unreferenced: Vec<String>,
    /// How its tables are to be read, by their anchors.
    pub tables: BTreeMap<String, TableShape>,
    /// Which steps of other versions the editor pairs with steps of this one.
    pub pairs: Vec<FixedPair>,
    /// The text, in printed order: every word once.
    pub text: Vec<Node>,
}

/// Steps of two versions that an editor says belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedPair {
    /// Id of the other regulation.
    pub with: String,
    /// Anchors of its steps; none = those here have no like there.
    pub there: Vec<String>,
    /// Anchors of steps of this one; none = those there have no like here.
    pub here: Vec<String>,
    /// Why the editor thinks so.
    pub reason: Text,
}

impl Regulation {
    /// Its id among all regulations: `act/name`.
    pub fn id(&self) -> String {
        format!("{}/{}", self.act, self.name)
    }

    /// A telling by name.
    pub fn process(&self, name: &str) -> Option<&Process> {
        self.processes.iter().find(|process| process.name == name)
    }

    /// A participant by id.
    pub fn participant(&self, id: &str) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.id == id)
    }
}

/// The regulation of an earlier act that this one gives a new wording.
#[derive(Debug, Clone)]
pub struct Restated {
    /// Id of the earlier act.
    pub act: String,
    /// Its title there, where it differs.
    pub title: Option<Text>,
    /// The place in the act's own text that says so.
    pub at: String,
}

/// Who acts.
#[derive(Debug, Clone)]
pub struct Participant {
    /// Its id in the regulation.
    pub id: String,
    /// What it is.
    pub kind: ParticipantKind,
    /// Its name.
    pub name: Text,
    /// The body of the place that it is, where it is known which one.
    pub body: Option<Body>,
    /// Where the act lists it; empty = nowhere.
    pub listed: Vec<String>,
    /// Other words for it.
    pub aliases: Vec<Text>,
    /// The editor's short name.
    pub short: Option<Text>,
}

/// What everybody asks of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassportField {
    /// Who provides it.
    Provider,
    /// Whom it is for.
    Recipients,
    /// Where to apply.
    Channels,
    /// Which papers are needed.
    Documents,
    /// In which form.
    Form,
    /// What one gets.
    Result,
    /// On which grounds it is refused.
    Refusals,
    /// When the doors are open.
    Schedule,
    /// What it costs.
    Fee,
    /// Where to complain.
    Complaints,
    /// The standard that governs it.
    Standard,
}

impl PassportField {
    /// The name of the field in the data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Recipients => "recipients",
            Self::Channels => "channels",
            Self::Documents => "documents",
            Self::Form => "form",
            Self::Result => "result",
            Self::Refusals => "refusals",
            Self::Schedule => "schedule",
            Self::Fee => "fee",
            Self::Complaints => "complaints",
            Self::Standard => "standard",
        }
    }
}

/// One statement of the passport.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The place that says it.
    pub at: String,
    /// The words that say it; with `refers`, the words that send the reader to another act.
    pub text: Text,
    /// The act itself does not say: the words only refer.
    pub refers: bool,
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
}

/// A term of the whole service.
#[derive(Debug, Clone)]
pub struct OverallTerm {
    /// The place that says it.
    pub at: String,
    /// Which term.
    pub kind: TermKind,
    /// Its words.
    pub words: Text,
    /// How long, where the words say so.
    pub measure: Option<Measure>,
    /// How it binds, where the words say so.
    pub bound: Option<Bound>,
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
    /// The case it holds for.
    pub case: Option<Text>,
    /// The event from which it runs.
    pub from: Option<Text>,
    /// What is not counted into it.
    pub except: Option<Text>,
    /// A doubt of the editor.
    pub doubt: Option<Text>,
    /// The tellings it holds for; empty = all.
    pub of: Vec<String>,
}
