//! The root pages, the home page, services, places, the glossary, prose.

use serde::Serialize;

use super::{ActRef, Alternate, Date, LineageAt, Link, Matrix, Page, State, Today, Words};
use crate::vocabulary::{GlossaryKind, PlaceKind, ServiceRelationKind, TranslationStatus};

/// `index.html` of the root: the choice of language. Template `root.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RootPage {
    /// Absolute address of the page; only with `base_url`.
    pub canonical: Option<String>,
    /// Absolute addresses of the home pages; empty without `base_url`.
    pub alternates: Vec<Alternate>,
    /// The languages, Kazakh first.
    pub languages: Vec<RootLanguage>,
}

/// `404.html` of the root, in both languages. Template `404.html`. A server shows it at any address, so that its links
/// hold only from the root of the site.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundPage {
    /// Prefix to the root of the site: the path of `base_url` with a slash at its end (`/`, `/archive/`), or empty
    /// without `base_url`.
    pub root: String,
    /// The languages, Kazakh first.
    pub languages: Vec<RootLanguage>,
}

/// One language of a root page. Its fixed words are the Fluent texts of that language, which `pages` looks up.
#[derive(Debug, Clone, Serialize)]
pub struct RootLanguage {
    /// `kk` or `ru`.
    pub lang: String,
    /// Name of the site in this language.
    pub site_name: String,
    /// One sentence on the site: Fluent `root-lead`; on the 404 page `not-found-text`.
    pub lead: String,
    /// The heading: on the 404 page Fluent `not-found-title`; absent on the root page.
    pub title: Option<String>,
    /// The text of the link: Fluent `root-enter` («Қазақша», «На русском языке»); on the 404 page `not-found-home`.
    pub link: String,
    /// Home page of the language: `kk/index.html`.
    pub href: String,
}

/// `LANG/index.html`. Template `home.html`.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// What every page carries.
    pub page: Page,
    /// How many regulations of how many acts the site holds.
    pub counts: Counts,
    /// The services by topic, in the order of `services.yaml`; within a topic by the language's alphabet.
    pub topics: Vec<TopicGroup>,
    /// The places that have an act, by the language's alphabet; the country first where it has one.
    pub places: Vec<PlaceRow>,
    /// The services by first letter, in the order of the language's alphabet.
    pub letters: Vec<LetterGroup>,
    /// The acts that are encoded, newest first by date of signing.
    pub acts: Vec<ActRow>,
    /// What changed last: adoptions, amendments and repeals by date, newest first.
    pub changes: Vec<Change>,
    /// What changed before, which the page folds; what nobody dates comes last.
    pub older_changes: Vec<Change>,
}

/// How much the site holds.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Counts {
    /// Encoded acts.
    pub acts: u32,
    /// Regulations.
    pub regulations: u32,
    /// Services.
    pub services: u32,
    /// Places with an act.
    pub places: u32,
}

/// The services of one topic.
#[derive(Debug, Clone, Serialize)]
pub struct TopicGroup {
    /// Id of the topic; makes the anchor `topic-ID`.
    pub id: String,
    /// Name of the topic.
    pub name: String,
    /// Its services.
    pub services: Vec<ServiceRow>,
}

/// The services whose names begin with one letter.
#[derive(Debug, Clone, Serialize)]
pub struct LetterGroup {
    /// The capital letter.
    pub letter: String,
    /// ASCII slug of the letter for the anchor `letter-…`, for example its number in the alphabet: the same letter must
    /// not appear twice. Anchors of letters need not be the same in both languages.
    pub id: String,
    /// The services.
    pub services: Vec<ServiceRow>,
}

/// A service in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceRow {
    /// Name of the service.
    pub name: Words,
    /// Page of the service.
    pub href: String,
    /// Places where a regulation of it is encoded, each linked to its page.
    pub places: Vec<Link>,
}

/// A place in a list.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceRow {
    /// Name, linked to its page.
    pub link: Link,
    /// How many encoded acts it has.
    pub acts: u32,
    /// How many regulations these hold.
    pub regulations: u32,
}

/// An act in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ActRow {
    /// The act, with its title and page.
    pub act: ActRef,
    /// Date of signing; absent = unknown.
    pub signed: Option<Date>,
    /// Its place, linked; absent on the page of that place.
    pub place: Option<Link>,
    /// How it stands.
    pub state: State,
    /// Date of signing of the act that repealed it, where that is known.
    pub repealed_on: Option<Date>,
    /// How many regulations it holds.
    pub regulations: u32,
}

/// Something that happened to an act.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// When: the date of signing of the act that did it; absent = unknown (such changes come last).
    pub date: Option<Date>,
    /// What happened.
    pub kind: ChangeKind,
    /// The act it happened to.
    pub act: ActRef,
    /// The act that did it; absent with [`ChangeKind::Adopted`].
    pub by: Option<ActRef>,
    /// The comparisons of its regulations with those they follow; the text is the name of the service. Only in lists of
    /// what changed.
    pub comparisons: Vec<Link>,
}

/// What happened to an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It was adopted.
    Adopted,
    /// It was amended.
    Amended,
    /// It was repealed.
    Repealed,
}

/// `LANG/services/ID/index.html`. Template `service.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ServicePage {
    /// What every page carries.
    pub page: Page,
    /// Name of the service.
    pub name: Words,
    /// The name in the other language; its `lang` is set.
    pub other_name: Option<Words>,
    /// How sure the name in this language is, where it is not official.
    pub name_status: Option<TranslationStatus>,
    /// How sure the name in the other language is, where it is a translation that is not official.
    pub other_status: Option<TranslationStatus>,
    /// Whether every regulation of the service here is repealed.
    pub all_repealed: bool,
    /// The topic, linked to its anchor on the home page.
    pub topic: Link,
    /// What holds today; absent = unknown, and the page says so.
    pub today: Option<Today>,
    /// The regulation of this service; empty where there is none, and where there are more: then `matrix` has them.
    pub regulations: Vec<ServiceRegulation>,
    /// The regulations of this service beside each other, where there are more than one.
    pub matrix: Option<Matrix>,
    /// The line of acts at each place that has a regulation of it, in the order of the regulations.
    pub lines: Vec<LineageAt>,
    /// How it came from other services or became others.
    pub relations: Vec<ServiceRelation>,
}

/// A regulation of a service.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceRegulation {
    /// The place, linked.
    pub place: Link,
    /// Title of the regulation.
    pub title: Words,
    /// Page of the regulation.
    pub href: String,
    /// The act that holds it.
    pub act: ActRef,
    /// How it stands.
    pub state: State,
    /// Date of signing of the act that repealed it.
    pub repealed_on: Option<Date>,
}

/// How a service came from another.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceRelation {
    /// What happened: `split-from`, `merged-from`, `renamed-from`.
    pub kind: ServiceRelationKind,
    /// It happened to the others, which came from this one.
    pub became: bool,
    /// The other services.
    pub with: Vec<Link>,
    /// Why the editor thinks so; marked as added.
    pub reason: String,
}

/// `LANG/places/ID/index.html`. Template `place.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PlacePage {
    /// What every page carries.
    pub page: Page,
    /// Name of the place.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// The place it is a part of; the text alone where that has no page.
    pub part_of: Option<MaybeLink>,
    /// The places that are parts of it and have a page.
    pub parts: Vec<Link>,
    /// Its bodies, in the order of `places.yaml`.
    pub bodies: Vec<BodyRow>,
    /// Services that have a regulation here, by the alphabet; `href` leads to the service.
    pub services: Vec<PlaceService>,
    /// Its encoded acts, newest first; `place` is absent.
    pub acts: Vec<ActRow>,
}

/// A name that may have no page.
#[derive(Debug, Clone, Serialize)]
pub struct MaybeLink {
    /// The name.
    pub text: String,
    /// Its page, where there is one.
    pub href: Option<String>,
}

/// A body of a place.
#[derive(Debug, Clone, Serialize)]
pub struct BodyRow {
    /// Its name in the page's language.
    pub name: String,
    /// How sure the name is, where it is not official.
    pub status: Option<TranslationStatus>,
}

/// A service at one place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceService {
    /// Name of the service.
    pub name: Words,
    /// Page of the service.
    pub href: String,
    /// Its regulations at this place, newest first: the text is «№ 2/260 от 25 апреля 2019 года».
    pub regulations: Vec<Link>,
    /// The pages of addresses of these regulations; the text is the same as theirs.
    pub addresses: Vec<Link>,
}

/// `LANG/glossary/index.html`. Template `glossary.html`.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryPage {
    /// What every page carries.
    pub page: Page,
    /// The terms by kind, in the order of [`GlossaryKind`]; kinds without terms are left out.
    pub groups: Vec<GlossaryGroup>,
}

/// The terms of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryGroup {
    /// The kind.
    pub kind: GlossaryKind,
    /// The terms, by the alphabet of the page's language.
    pub terms: Vec<GlossaryTerm>,
}

/// A term in both languages.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryTerm {
    /// Id in the glossary; makes the anchor `term-ID`.
    pub id: String,
    /// In Kazakh.
    pub kk: String,
    /// In Russian.
    pub ru: String,
    /// Other Kazakh words for the same.
    pub kk_aliases: Vec<String>,
    /// Other Russian words for the same.
    pub ru_aliases: Vec<String>,
    /// What it means, in the page's language.
    pub meaning: Option<Words>,
    /// The acts that use it.
    pub seen: Vec<Link>,
    /// How sure the rendering is, where it is not official.
    pub status: Option<TranslationStatus>,
}

/// A page of prose: `LANG/about/`, `LANG/accessibility/`. Template `prose.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProsePage {
    /// What every page carries. `page.title` is the text of the first heading.
    pub page: Page,
    /// The page's Markdown as HTML, its first heading (h1) included; raw HTML in it was refused.
    pub html: String,
}
