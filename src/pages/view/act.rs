//! The page of an act.

use serde::Serialize;

use super::{Date, FindingRow, Legend, Lineage, Link, Node, Page, Status, TranslationNotice, Words};
use crate::vocabulary::Channel;

/// `LANG/acts/ACT/index.html`. Template `act.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ActPage {
    /// What every page carries.
    pub page: Page,
    /// Title of the act.
    pub title: Words,
    /// The citation without the title: «постановление акимата города Алматы от 25 апреля 2019 года № 2/260».
    pub citation: String,
    /// The citation to copy, in the form that the page's language needs.
    pub cite: String,
    /// How it stands.
    pub status: Status,
    /// What is to be said of the language of the text.
    pub translation: Option<TranslationNotice>,
    /// Its passport.
    pub passport: ActPassport,
    /// Its regulations, by ordinal.
    pub regulations: Vec<RegulationRow>,
    /// What it did to other acts and others did to it; absent where nothing is known.
    pub line: Option<Lineage>,
    /// Defects of the act's own text.
    pub findings: Vec<FindingRow>,
    /// Its own text, complete and in printed order. The stamps and annexes that are regulations are not here.
    pub text: Vec<Node>,
    /// Which devices the page uses, for its legend.
    pub legend: Legend,
}

/// The passport of an act. Absent = the text does not say, and the page says so, where the comment does not say else.
#[derive(Debug, Clone, Serialize)]
pub struct ActPassport {
    /// The body that adopted it.
    pub adopted_by: String,
    /// The place, linked.
    pub place: Link,
    /// Printed number.
    pub number: String,
    /// Date of signing.
    pub signed: Option<Date>,
    /// State registration.
    pub registered: Option<Registration>,
    /// Official publication.
    pub published: Option<Publication>,
    /// When it takes effect.
    pub effect: Option<Effect>,
    /// Language of the text as encoded: `ru` or `kk`.
    pub language: String,
}

/// State registration of an act.
#[derive(Debug, Clone, Serialize)]
pub struct Registration {
    /// When; absent = unknown.
    pub date: Option<Date>,
    /// Number in the register.
    pub number: Option<String>,
    /// Who registered it, as printed.
    pub by: Option<Words>,
}

/// Official publication of an act.
#[derive(Debug, Clone, Serialize)]
pub struct Publication {
    /// When; absent = unknown.
    pub date: Option<Date>,
    /// Where, as printed.
    pub place: Option<Words>,
}

/// When something takes effect.
#[derive(Debug, Clone, Serialize)]
pub struct Effect {
    /// The words of the act.
    pub words: Option<Words>,
    /// First day of effect; absent = the text does not date it, and the page says so.
    pub from: Option<Date>,
}

/// A regulation in the list of its act.
#[derive(Debug, Clone, Serialize)]
pub struct RegulationRow {
    /// Its ordinal.
    pub ordinal: u16,
    /// Its title.
    pub title: Words,
    /// Its page.
    pub href: String,
    /// Page of both languages beside each other.
    pub both_href: String,
    /// Page of its lists of addresses, where it has any.
    pub addresses_href: Option<String>,
    /// The service, linked, where its name differs from the title.
    pub service: Option<Link>,
    /// Channels it tells of, in the order of the regulation.
    pub channels: Vec<Channel>,
    /// How many steps its sequences have.
    pub steps: u32,
}
