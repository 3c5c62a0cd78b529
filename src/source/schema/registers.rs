//! `places.yaml`, `services.yaml`, `glossary.yaml`: what all acts share.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Bilingual, Day, Entries, Many, Spanned, Words};
use crate::vocabulary::{GlossaryKind, PlaceKind, ServiceRelationKind, TranslationStatus};

/// `places.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacesFile {
    /// The places, by id.
    pub places: Entries<PlaceEntry>,
}

/// A place: the country, a region, a district, a city, a village.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    /// What it is.
    pub kind: Spanned<PlaceKind>,
    /// Its name.
    pub name: Bilingual,
    /// Other words for it, as addresses print them.
    pub aliases: Option<BilingualMany>,
    /// How sure the rendering in the other language is; absent = `official`.
    pub status: Option<Spanned<TranslationStatus>>,
    /// The place it is a part of.
    pub part_of: Option<Words>,
    /// Its bodies, by id.
    #[serde(default)]
    pub bodies: Entries<BodyEntry>,
}

/// A body of a place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BodyEntry {
    /// Its name.
    pub name: Bilingual,
    /// Its name in the genitive (`акимата города Алматы`), for citations of its acts.
    pub genitive: Option<Bilingual>,
    /// How sure the rendering in the other language is.
    #[serde(default)]
    pub status: Option<Spanned<TranslationStatus>>,
}

/// `services.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServicesFile {
    /// The topics, by id, in the order of the home page.
    pub topics: Entries<TopicEntry>,
    /// The services, by id.
    pub services: Entries<ServiceEntry>,
}

/// A topic of services.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicEntry {
    /// Its name.
    pub name: Bilingual,
}

/// A service.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceEntry {
    /// Its name.
    pub name: Bilingual,
    /// How sure the rendering in the other language is.
    pub status: Option<Spanned<TranslationStatus>>,
    /// Id of its topic.
    pub topic: Words,
    /// What holds today.
    pub today: Today,
    /// How it came from other services: an editor's data, with a reason.
    #[serde(default)]
    pub relations: Vec<ServiceRelation>,
}

/// What governs a service today.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Today", untagged)]
pub enum Today {
    /// `unknown`.
    Scalar(Words),
    /// Somebody has looked.
    Map(TodaySpec),
}

/// What governs a service today, as somebody has found.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TodaySpec {
    /// The answer.
    pub text: Bilingual,
    /// Where it is said.
    pub source: Words,
    /// When somebody looked.
    pub seen: Day,
}

/// How a service came from another.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceRelation {
    /// What happened.
    pub kind: Spanned<ServiceRelationKind>,
    /// The other services.
    pub with: Many<Words>,
    /// Why the editor thinks so.
    pub reason: Bilingual,
}

/// `glossary.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    /// The terms, by id.
    pub terms: Entries<TermEntry>,
}

/// A term in both languages.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermEntry {
    /// What it names.
    pub kind: Spanned<GlossaryKind>,
    /// In Russian.
    pub ru: Words,
    /// In Kazakh.
    pub kk: Words,
    /// Other words for the same.
    pub aliases: Option<BilingualMany>,
    /// Case forms.
    pub forms: Option<BilingualMany>,
    /// What it means, where the name alone does not tell.
    pub meaning: Option<Bilingual>,
    /// The acts that use it, or `unknown`.
    pub seen: Option<Many<Words>>,
    /// How sure the rendering is; absent = `official`, as the acts have it.
    pub status: Option<Spanned<TranslationStatus>>,
}

/// Lists of words in both languages.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BilingualMany {
    /// In Russian.
    pub ru: Option<Many<Words>>,
    /// In Kazakh.
    pub kk: Option<Many<Words>>,
}
