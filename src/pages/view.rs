//! The view structs: what each template is given, and nothing else.
//!
//! From: values that `pages` has made of the model, the catalog and the findings. To: the templates of the same names.
//! One struct a page, `…Page`; the key under which a template finds its fields is the field's name at the top level
//! (`Context::from_serialize(&page)`). There is no logic here: every text is ready to be shown and stands in the
//! language of the page unless a [`Words`] says otherwise; every number is counted; every link is relative and names
//! its `index.html`. `Option::None` and an empty `Vec` mean "absent" and are hidden, or shown as "the act does not say"
//! where the comment says so.
//!
//! Fixed words are not here: templates take them from `site/locales/LANG/pages.ftl` by `t(id=…)`. What selects one of
//! them (a kind, a unit, a role) is an enum whose kebab-case name is the tail of the id.
//!
//! Reading order: the shared parts ([`Page`], [`Words`], [`Link`], [`Status`]), then the pages in the order of a visit:
//! [`RootPage`], [`NotFoundPage`], [`HomePage`], [`ServicePage`], [`PlacePage`], [`ActPage`], [`RegulationPage`],
//! [`BothPage`], [`GlossaryPage`], [`ProsePage`].

use serde::Serialize;

use crate::vocabulary::{
    Channel, GlossaryKind, HeadingState, LostKind, Operation, ParticipantKind, PlaceKind, Role, ServiceRelationKind,
    StepKind, TermKind, TranslationStatus, Unit,
};

// ---------------------------------------------------------------------------------------------------------------------
// Shared parts
// ---------------------------------------------------------------------------------------------------------------------

/// What every page under `ru/` and `kk/` carries: its head, its breadcrumbs and its foot.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// Language of the page: `ru` or `kk`.
    pub lang: String,
    /// Relative prefix to the root of the site, with a slash at its end: `../../../../`.
    pub root: String,
    /// Path of this page from the root of its language: `acts/almaty/2019-2-260/index.html`. Together with `root` and a
    /// language it makes the address of the page and of its twin.
    pub path: String,
    /// Name of the site in the page's language, from `site.yaml`.
    pub site_name: String,
    /// What stands in `<title>` before the name of the site. Plain text.
    pub title: String,
    /// One sentence for `<meta name="description">`.
    pub description: Option<String>,
    /// Absolute address of this page; only with `base_url`.
    pub canonical: Option<String>,
    /// Absolute addresses of this page in each language, itself included; empty without `base_url`.
    pub alternates: Vec<Alternate>,
    /// Absolute address of the feed; only with `base_url`.
    pub feed: Option<String>,
    /// The way from the home page to the page above this one, home page first, this page not included. Empty on the
    /// home page.
    pub crumbs: Vec<Link>,
    /// What the foot says.
    pub foot: Foot,
}

/// The address of a page in one language, for `hreflang`.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// `ru`, `kk` or `x-default`.
    pub lang: String,
    /// Absolute address.
    pub href: String,
}

/// What the foot of a page says besides its fixed words.
#[derive(Debug, Clone, Serialize)]
pub struct Foot {
    /// On pages of an act or a regulation: where the official text is. Absent elsewhere.
    pub source: Option<Source>,
    /// On pages of an act or a regulation: which encoding made the page. Absent elsewhere.
    pub encoding: Option<Encoding>,
    /// How to report a mistake, from `site.yaml`: the text is shown, `href` is `mailto:…` or `https://…`.
    pub contact: Option<Link>,
    /// Publisher of the site, from `site.yaml`.
    pub publisher: Option<String>,
    /// The pages of prose.
    pub pages: Vec<Link>,
}

/// Where the text of an act comes from.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// Address of the official publication; absent = unknown, and the page says so.
    pub address: Option<String>,
    /// Who published it; absent = unknown.
    pub publisher: Option<String>,
    /// Form in which the text was taken, as the encoding has it: `pdf text`.
    pub form: Option<String>,
}

/// Which encoding made a page.
#[derive(Debug, Clone, Serialize)]
pub struct Encoding {
    /// Id of the act or regulation: `almaty/2019-2-260/01-job-seeker-registration`.
    pub id: String,
    /// First 12 digits of the digest of the encoding's file.
    pub digest: String,
    /// First 12 digits of the digest of the text that was encoded (`source.digest` without `sha256:`).
    pub source_digest: Option<String>,
}

/// A link. Both parts are ready: the text in the language of the page, the address relative to it.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// What is shown: «п. 3», «шаг 2», a name.
    pub text: String,
    /// Where it leads: `#p3`, `../../index.html`.
    pub href: String,
}

/// A day.
#[derive(Debug, Clone, Serialize)]
pub struct Date {
    /// `YYYY-MM-DD`, for `<time datetime>`.
    pub iso: String,
    /// As the language writes it: «20 октября 2020 года», «2020 жылғы 20 қазан».
    pub text: String,
}

/// A text that may stand in another language than the page and may carry marks.
#[derive(Debug, Clone, Serialize)]
pub struct Words {
    /// Language of the text where it is not that of the page: `ru`, `kk`; absent = the page's own.
    pub lang: Option<String>,
    /// The pieces of the text, in order; joined they give the text, spaces included.
    pub runs: Vec<Run>,
}

/// A piece of a text with one mark or none.
#[derive(Debug, Clone, Serialize)]
pub struct Run {
    /// The text of the piece, as printed.
    pub text: String,
    /// What marks it.
    pub mark: Mark,
    /// With [`Mark::Sic`]: what the editor thinks was meant, in the language of the text.
    pub meant: Option<String>,
    /// With [`Mark::Link`]: where it leads.
    pub href: Option<String>,
}

/// How a piece of text is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Not at all.
    Plain,
    /// The law's own mistake; `meant` says what was meant.
    Sic,
    /// A reference that leads to its place; `href`.
    Link,
    /// Stands in this telling and not in the one it repeats: `<ins>`.
    Inserted,
    /// Stands in the telling that this one repeats and not here: `<del>`.
    Deleted,
}

/// An act as it is spoken of.
#[derive(Debug, Clone, Serialize)]
pub struct ActRef {
    /// The full citation without the title: «постановление акимата города Алматы от 20 октября 2020 года № 4/438».
    pub citation: String,
    /// Title of the act, where known.
    pub title: Option<Words>,
    /// Page of the act; absent where the act is not encoded.
    pub href: Option<String>,
}

/// How an act or a regulation stands today.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// What is known of it.
    pub state: State,
    /// The act that repealed it. Present with [`State::Repealed`].
    pub repealed_by: Option<ActRef>,
    /// Since when it is repealed: the first day of effect; absent = the text does not state it, and the page says so.
    pub since: Option<Date>,
    /// The law's words on when the repeal takes effect, without brackets.
    pub effect: Option<Words>,
    /// Where the text says that it is repealed: «сноска» → `…/acts/almaty/2019-2-260/index.html#note1`.
    pub at: Option<Link>,
    /// What replaced it; empty = unknown, and the page says so.
    pub replaced_by: Vec<ActRef>,
    /// What holds today; absent = unknown, and the page says so.
    pub today: Option<Today>,
}

/// Whether something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is repealed.
    Repealed,
    /// Nobody has said that it is.
    Unknown,
}

/// What governs a service today, as somebody has found.
#[derive(Debug, Clone, Serialize)]
pub struct Today {
    /// The answer, in the page's language.
    pub text: String,
    /// Where it is said: shown as text; a link where it is an `https:` address.
    pub source: String,
    /// Address of the source where it is one.
    pub source_href: Option<String>,
    /// When somebody looked.
    pub seen: Option<Date>,
}

/// What is to be said of the language of a page's law text. Absent where all stands in the page's language and is the
/// act's own or official.
#[derive(Debug, Clone, Serialize)]
pub struct TranslationNotice {
    /// What the reader sees.
    pub state: TranslationState,
    /// Language of the original: `ru` or `kk`.
    pub original: String,
    /// The official text in the other language, where given.
    pub official: Option<Link>,
    /// The same page in the language of the original.
    pub original_href: String,
}

/// How much of a text is translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TranslationState {
    /// Nothing: the law's text stands in the original.
    Original,
    /// Some of it, unofficially; the rest stands in the original.
    Partial,
    /// All of it, and nobody has confirmed it.
    Unofficial,
    /// All of it, and an editor has confirmed it, but the state has not published it.
    Reviewed,
}

// ---------------------------------------------------------------------------------------------------------------------
// Root pages: outside of both languages. They use no `t()`: their words are given for each language.
// ---------------------------------------------------------------------------------------------------------------------

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

// ---------------------------------------------------------------------------------------------------------------------
// Home page
// ---------------------------------------------------------------------------------------------------------------------

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
    /// What changed: adoptions, amendments and repeals by date, newest first.
    pub changes: Vec<Change>,
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

// ---------------------------------------------------------------------------------------------------------------------
// Service and place
// ---------------------------------------------------------------------------------------------------------------------

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
    /// The regulations of this service: by place, within a place newest first.
    pub regulations: Vec<ServiceRegulation>,
    /// What happened to the acts of this service, oldest first.
    pub timeline: Vec<Change>,
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
}

// ---------------------------------------------------------------------------------------------------------------------
// Act
// ---------------------------------------------------------------------------------------------------------------------

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
    /// Acts that it changes.
    pub amends: Vec<ActRelation>,
    /// Acts that it repeals.
    pub repeals: Vec<ActRelation>,
    /// Acts that changed it, oldest first.
    pub amended_by: Vec<ActRelation>,
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
    /// The service, linked, where its name differs from the title.
    pub service: Option<Link>,
    /// Channels it tells of, in the order of the regulation.
    pub channels: Vec<Channel>,
    /// How many steps its sequences have.
    pub steps: u32,
}

/// How one act bears on another.
#[derive(Debug, Clone, Serialize)]
pub struct ActRelation {
    /// The other act.
    pub act: ActRef,
    /// Where the text says so.
    pub at: Vec<Link>,
    /// When it takes effect.
    pub effect: Option<Effect>,
}

// ---------------------------------------------------------------------------------------------------------------------
// Regulation
// ---------------------------------------------------------------------------------------------------------------------

/// `LANG/acts/ACT/REG/index.html`. Template `regulation.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RegulationPage {
    /// What every page carries.
    pub page: Page,
    /// Title of the regulation: the name of the service as it gives it, without quotation marks.
    pub title: Words,
    /// The act that holds it.
    pub act: ActRef,
    /// The service, linked.
    pub service: Link,
    /// The place, linked.
    pub place: Link,
    /// The regulation of an earlier act that it gives a new wording.
    pub restates: Option<Restates>,
    /// How it stands: the status of its act, and what holds today of its service.
    pub status: Status,
    /// What is to be said of the language of the text.
    pub translation: Option<TranslationNotice>,
    /// The page of both languages: `both/index.html`.
    pub both_href: String,
    /// The citation of the whole regulation to copy.
    pub cite: String,
    /// The summary.
    pub summary: Summary,
    /// The steps, a block for each channel or set of channels, in the order of the regulation.
    pub channels: Vec<ChannelBlock>,
    /// Defects of the law's own text.
    pub findings: Vec<FindingRow>,
    /// The doubts of the editor, in the order of the text.
    pub doubts: Vec<DoubtRow>,
    /// Who acts, in the order of the regulation.
    pub participants: Vec<ParticipantRow>,
    /// The full text, from the stamp to the last annex, in printed order.
    pub text: Vec<Node>,
    /// Which devices the page uses, for its legend.
    pub legend: Legend,
}

/// The regulation of an earlier act that a regulation gives a new wording.
#[derive(Debug, Clone, Serialize)]
pub struct Restates {
    /// The earlier act.
    pub act: ActRef,
    /// Its title there, where it differs.
    pub title: Option<Words>,
    /// Where the act says so: a link to the act's page.
    pub at: Option<Link>,
}

/// Which devices occur on a page, so that its legend explains no other.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Legend {
    /// Something that the editor or the site added stands on the page.
    pub added: bool,
    /// An arrow that the act states.
    pub stated_arrow: bool,
    /// An inferred arrow.
    pub inferred_arrow: bool,
    /// A mistake of the law with what was meant.
    pub sic: bool,
    /// The page shows a translation: slips of the law are marked in the original only.
    pub translated: bool,
    /// Words inserted or deleted between two tellings.
    pub differences: bool,
}

/// The summary of a regulation.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// The rows of the passport, in this order: `provider recipients channels documents form result refusals schedule
    /// fee complaints standard`. Every row is given, also where the act does not say.
    pub rows: Vec<PassportRow>,
    /// Terms of the whole service that the act gives; empty = it gives none, and the page says so.
    pub terms: Vec<TermRow>,
    /// The sum of the steps' limits for each channel block, in the order of the blocks.
    pub sums: Vec<SumRow>,
    /// Where refusals end the tellings, by block, as the steps are encoded.
    pub refused: Vec<RefusedRow>,
}

/// A row of the passport.
#[derive(Debug, Clone, Serialize)]
pub struct PassportRow {
    /// Which: the field's name in the encoding (`provider`, `recipients`, …); the tail of Fluent `passport-…`.
    pub key: String,
    /// What the act says; empty = it does not say, and the page says so.
    pub facts: Vec<Fact>,
}

/// One statement of the passport.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// The words of the law that say it; absent where it only sends the reader to another act.
    pub words: Option<Words>,
    /// The words that send the reader elsewhere (`see`): then the act itself does not say, and the page says so.
    pub see: Option<Words>,
    /// Where it stands: «п. 3» → `#p3`.
    pub at: Link,
    /// The channels it holds for, where not for all.
    pub channels: Vec<Channel>,
}

/// A term of the whole service.
#[derive(Debug, Clone, Serialize)]
pub struct TermRow {
    /// Which term.
    pub kind: TermKind,
    /// Its words.
    pub words: Words,
    /// Where it stands.
    pub at: Link,
    /// The channels it holds for, where not for all.
    pub channels: Vec<Channel>,
    /// The case it holds for, in the words of the act.
    pub case: Option<Words>,
}

/// The sum of the limits of one channel block.
#[derive(Debug, Clone, Serialize)]
pub struct SumRow {
    /// The channels of the block; empty = the act tells no channels apart.
    pub channels: Vec<Channel>,
    /// Objects, applicants or variants of the block, as shown.
    pub scope: Vec<String>,
    /// The block: `#channel-provider`.
    pub href: String,
    /// The sum.
    pub sum: Sum,
}

/// A sum of limits, which the site counts. Units are never added together.
#[derive(Debug, Clone, Serialize)]
pub struct Sum {
    /// A part for each unit that occurs, from the smallest unit; empty = no step on the way has a limit.
    pub parts: Vec<SumPart>,
    /// Every limit binds from above: so does the sum.
    pub at_most: bool,
    /// Steps on the same way that have no limit.
    pub unlimited: u32,
    /// Steps of the block left out, because they do not lie on the way to the result (refusals, messages of failure).
    pub left_out: u32,
    /// Steps left out, because it is not clear whether they were told before.
    pub doubted: u32,
    /// The sum with these.
    pub with_doubted: Vec<SumPart>,
}

/// Where refusals end the tellings of a block.
#[derive(Debug, Clone, Serialize)]
pub struct RefusedRow {
    /// The channels of the block; empty = all.
    pub channels: Vec<Channel>,
    /// Objects and applicants of the block, in the page's language.
    pub scope: Vec<String>,
    /// The steps that end with a refusal; empty = no step is one.
    pub steps: Vec<Link>,
    /// Steps that tell several outcomes at once, of which one may be a refusal.
    pub forks: Vec<Link>,
}

/// The sum of the limits in one unit.
#[derive(Debug, Clone, Serialize)]
pub struct SumPart {
    /// How many.
    pub value: u32,
    /// Of what.
    pub unit: Unit,
}

/// The steps for one channel or set of channels.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelBlock {
    /// Anchor of the block, unique on the page and the same in both languages: `channel-provider`,
    /// `channel-provider-centre`, `channel-any`, `channel-provider~2`.
    pub id: String,
    /// The channels, which make the heading; empty = the act tells no channels apart.
    pub channels: Vec<Channel>,
    /// Objects, applicants or variants that the block holds for, as shown after the channel.
    pub scope: Vec<String>,
    /// The sum of the limits of its first sequence.
    pub sum: Option<Sum>,
    /// The sequences, in the order of the act; what repeats or continues one stands under it, not here.
    pub tellings: Vec<Telling>,
}

/// One telling of a sequence of procedures, of their contents, results or terms.
#[derive(Debug, Clone, Serialize)]
pub struct Telling {
    /// Name of the telling in the encoding; makes the anchor `t-NAME`.
    pub id: String,
    /// What it tells.
    pub role: Role,
    /// Where it stands: «п. 8» → `#p8`.
    pub at: Link,
    /// The words of the act that announce it (the text of the point, or the caption of the table).
    pub heading: Option<Words>,
    /// The editor's title; marked as added.
    pub title: Option<String>,
    /// Objects, applicants or variants it holds for, where not all of the block.
    pub scope: Vec<String>,
    /// The condition for the whole telling.
    pub when: Option<Words>,
    /// How it hangs on the telling under which it stands or beside which it stands.
    pub relation: Option<TellingRelation>,
    /// With [`RelationKind::Retells`]: how many of its steps differ from those it repeats.
    pub differing: Option<u32>,
    /// Which columns its table has: a column that no step fills is not shown.
    pub columns: StepColumns,
    /// Its steps in the order of the act, substeps after their step.
    pub steps: Vec<StepRow>,
    /// The tellings that go on with this one; shown under the table with a sentence.
    pub continued: Vec<Telling>,
    /// The tellings that repeat this one or list its results and terms; folded under it.
    pub folded: Vec<Telling>,
}

/// How a telling hangs on another.
#[derive(Debug, Clone, Serialize)]
pub struct TellingRelation {
    /// How.
    pub kind: RelationKind,
    /// The other telling: «п. 9» → `#t-centre`.
    pub other: Link,
    /// The step after which it happens or branches off: «шаг 7» → `#s-p9.7`.
    pub after: Option<Link>,
    /// Where the act says so; absent = the editor's reading.
    pub stated: Option<Link>,
    /// A doubt of the editor.
    pub doubt: Option<Words>,
}

/// How a telling hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// It repeats it.
    Retells,
    /// It lists its results or terms.
    Of,
    /// It goes on with it.
    Continues,
    /// It branches off from it.
    AlternativeTo,
}

/// Which columns a table of steps has, besides the number and the action.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct StepColumns {
    /// A step has a number or a label.
    pub number: bool,
    /// A step names who acts, or could (off in lists of results and terms).
    pub by: bool,
    /// A step has a limit.
    pub limit: bool,
    /// Most steps have an outcome. Where it is off, the outcome of a step stands under its action.
    pub outcome: bool,
    /// Where steps lead is shown (on in sequences only).
    pub next: bool,
    /// How many columns the table has in all: the number, the action and those above that are on (`number` is not
    /// counted again).
    pub count: u8,
}

/// A step.
#[derive(Debug, Clone, Serialize)]
pub struct StepRow {
    /// Id of the element, `p8.1`: makes the anchor `s-p8.1` of the row and the link `#p8.1` to the text.
    pub id: String,
    /// Where it stands, as shown: «подп. 1) п. 8», «8-тармақтың 1) тармақшасы»; the address is `#p8.1`. The text should
    /// not end in a bracket: the pages put places in brackets.
    pub at: Link,
    /// How deep it stands: 0 a step, 1 a substep, …
    pub depth: u8,
    /// Number as printed: `1)`.
    pub number: Option<String>,
    /// What the act calls it: `процесс 1`.
    pub label: Option<Words>,
    /// What it is.
    pub kind: StepKind,
    /// Who acts; empty = the act names nobody, and the page says so.
    pub by: Vec<Doer>,
    /// How several participants act.
    pub by_mode: ByMode,
    /// What is not known about who acts, where a table shows it by its place alone.
    pub by_doubt: Option<CellDoubt>,
    /// What decides between them, as shown.
    pub chosen_by: Option<String>,
    /// The places or systems that carry.
    pub on: Vec<Doer>,
    /// Who receives.
    pub to: Vec<Doer>,
    /// The condition under which it happens, in the words of the act.
    pub when: Option<Words>,
    /// The whole text of the step. In a retelling with its differences from the step it repeats.
    pub text: Words,
    /// Unnumbered paragraphs under the step, in order.
    pub paragraphs: Vec<Words>,
    /// Its time limits.
    pub limits: Vec<LimitRow>,
    /// What it yields, in the words of the act.
    pub outcome: Option<Words>,
    /// Where a list of results says what it yields; absent where the step itself does.
    pub outcome_at: Option<Link>,
    /// Where it leads, one entry for each way.
    pub next: Vec<Arrow>,
    /// The next step as the table prints it, where the arrow says something else.
    pub printed_next: Option<Words>,
    /// What the step holds for, where not for all that the telling holds for; as shown.
    pub scope: Vec<String>,
    /// The ways of a choice told inside the step (`fork`), in the words of the act.
    pub fork: Vec<Words>,
    /// These ways are outcomes: one of them may be a refusal.
    pub outcomes_inside: bool,
    /// In a retelling: the step it repeats: «шаг 1» → `#s-p8.1`.
    pub matches: Option<Link>,
    /// Amendments of the step.
    pub amendments: Vec<Amendment>,
    /// Doubts of the editor, in the page's language where they are translated; marked as added.
    pub doubts: Vec<Words>,
}

/// A participant in a step.
#[derive(Debug, Clone, Serialize)]
pub struct Doer {
    /// Name of the participant.
    pub name: Words,
    /// His row in the list of participants: `#participant-specialist`.
    pub href: Option<String>,
    /// The words of the act for him here, where they are no name or alias (`who`).
    pub as_written: Option<Words>,
}

/// How several participants of one step act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByMode {
    /// There is one, or none.
    One,
    /// One of them.
    OneOf,
    /// One after the other.
    Turn,
    /// All at once.
    Together,
}

/// A time limit of a step.
#[derive(Debug, Clone, Serialize)]
pub struct LimitRow {
    /// The words of the law; absent where the act does not say or the cell is lost, and the page says so.
    pub words: Option<Words>,
    /// The event from which it runs, in the words of the act.
    pub from: Option<Words>,
    /// What it holds for, where not for all (channel, case, part, recipient), each as shown.
    pub scope: Vec<Words>,
    /// It stands at the step above and holds for this one too.
    pub inherited: bool,
    /// What it holds for is the editor's reading; marked as added.
    pub inferred: bool,
    /// A doubt of the editor; marked as added.
    pub doubt: Option<Words>,
}

/// A way out of a step.
#[derive(Debug, Clone, Serialize)]
pub struct Arrow {
    /// Label of the choice: «да», «нет», or words of the act.
    pub label: Option<Words>,
    /// The condition in full, where given beside or instead of a label.
    pub when: Option<Words>,
    /// Where it leads.
    pub to: ArrowTo,
    /// With [`ArrowTo::Step`]: the number of the step without its bracket («2»), or what names it; `#s-p8.2`.
    pub step: Option<Link>,
    /// With an end: how it ends, in the words of the act.
    pub outcome: Option<Words>,
    /// The place where the act states the arrow; absent = inferred.
    pub stated: Option<Link>,
    /// A doubt of the editor; marked as added.
    pub doubt: Option<Words>,
}

/// Where a way leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArrowTo {
    /// To a step.
    Step,
    /// To the end, with the result.
    EndResult,
    /// To the end, with a refusal.
    EndRefused,
    /// To the end of the telling, without more being said.
    End,
    /// The act does not say.
    Unknown,
}

/// A defect of the law's own text.
#[derive(Debug, Clone, Serialize)]
pub struct FindingRow {
    /// Code of the rule: `lost-annex`.
    pub code: String,
    /// What is wrong, in the page's language; quotations in it are plain text.
    pub message: String,
    /// Where.
    pub at: Link,
    /// Further places it speaks of.
    pub also: Vec<Link>,
}

/// A doubt of the editor.
#[derive(Debug, Clone, Serialize)]
pub struct DoubtRow {
    /// What is doubtful.
    pub words: Words,
    /// Where.
    pub at: Vec<Link>,
}

/// A participant of a regulation.
#[derive(Debug, Clone, Serialize)]
pub struct ParticipantRow {
    /// Id in the encoding; makes the anchor `participant-ID`.
    pub id: String,
    /// Name as the act gives it.
    pub name: Words,
    /// The editor's short name, for diagrams; marked as added.
    pub short: Option<String>,
    /// What the participant is.
    pub kind: ParticipantKind,
    /// The body of the place that it is, where known.
    pub body: Option<String>,
    /// Other words of the act for the same participant.
    pub aliases: Vec<Words>,
    /// Where the act lists it; empty = it does not list it.
    pub listed: Vec<Link>,
    /// Steps in which it acts, in the order of the act, as shown: «подп. 1) п. 8» → `#s-p8.1`; of one telling for each
    /// channel, retellings left out. Empty = it does not act.
    pub acts: Vec<Link>,
    /// Steps in which it receives or only carries (`to`, `at`), as shown: «подп. 1) п. 8» → `#s-p8.1`.
    pub mentioned: Vec<Link>,
    /// The act has a list of those who take part, this participant acts for the provider, and the list does not name
    /// it: the page says so. Off for recipients and systems.
    pub unlisted: bool,
}

// ---------------------------------------------------------------------------------------------------------------------
// Text
// ---------------------------------------------------------------------------------------------------------------------

/// An element of the text, with what stands under it, as printed.
#[derive(Debug, Clone, Serialize)]
pub struct Node {
    /// Anchor: `p8.1`, `s2`, `a3`, `heading`, `stamp1`.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// Number as printed: `8`, `1)`; absent where it has none or it is lost.
    pub number: Option<String>,
    /// The printed number is lost, or the element never shows one where it should; the page says so.
    pub number_lost: bool,
    /// Title of a section or an annex; caption of a table.
    pub title: Option<Words>,
    /// Its own text.
    pub text: Option<Words>,
    /// Why the text is not shown (`redacted`), in the page's language.
    pub redacted: Option<String>,
    /// What is unusual about its heading.
    pub heading: Option<HeadingState>,
    /// What is lost of it.
    pub lost: Option<LostKind>,
    /// The places that refer to it (annexes).
    pub refers_from: Vec<Link>,
    /// The stamps of an annex, as printed.
    pub stamps: Vec<Words>,
    /// With [`NodeKind::Table`]: the table as printed.
    pub table: Option<PrintedTable>,
    /// The row of the step that it is: `#s-p8.1`; the text is Fluent's.
    pub step: Option<String>,
    /// The citation to copy, in the form that the page's language needs. Points and annexes only.
    pub cite: Option<String>,
    /// Amendments of the element.
    pub amendments: Vec<Amendment>,
    /// Doubts of the editor about the element; marked as added. Those of steps are shown in the table of steps only.
    pub doubts: Vec<Words>,
    /// What stands under it.
    pub body: Vec<Node>,
}

/// What an element of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// раздел.
    Section,
    /// приложение.
    Annex,
    /// пункт.
    Point,
    /// подпункт.
    Item,
    /// абзац.
    Paragraph,
    /// A heading that opens no section; the regulation's own heading.
    Heading,
    /// гриф.
    Stamp,
    /// сноска, примечание.
    Note,
    /// A signature.
    Signature,
    /// A table.
    Table,
    /// A form to fill in.
    Form,
    /// Something that was here and is lost.
    Lost,
}

/// A table as printed, cut into the bands in which it is printed.
#[derive(Debug, Clone, Serialize)]
pub struct PrintedTable {
    /// The bands; a table that is not cut has one.
    pub bands: Vec<TableBand>,
}

/// A part of a printed table. All rows of a band are equally long, spans counted.
#[derive(Debug, Clone, Serialize)]
pub struct TableBand {
    /// Its heading, as printed.
    pub heading: Option<Words>,
    /// The rows of heads, from the top; empty where the table has none.
    pub head: Vec<TableRow>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// Cells whose column is not known, by row: shown under the band.
    pub loose: Vec<TableRow>,
}

/// A row of a printed table.
#[derive(Debug, Clone, Serialize)]
pub struct TableRow {
    /// Its number and its name, as printed: its head cells.
    pub heads: Vec<Words>,
    /// Its cells.
    pub cells: Vec<TableCell>,
}

/// A cell of a printed table.
#[derive(Debug, Clone, Serialize)]
pub struct TableCell {
    /// Anchor of the element that stands in it, where it is one and no cell before carries it.
    pub id: Option<String>,
    /// Its text; absent = empty.
    pub text: Option<Words>,
    /// Further paragraphs in the cell.
    pub paragraphs: Vec<Words>,
    /// The head of its column as plain text, for phones; absent where the column has none.
    pub column: Option<String>,
    /// How many columns it spans: 1 or more.
    pub span: u16,
    /// What is not known about its column.
    pub doubt: Option<CellDoubt>,
    /// Why the text is not shown, in the page's language.
    pub redacted: Option<String>,
}

/// What is not known about the column of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellDoubt {
    /// The lane is lost.
    LaneLost,
    /// The lane is the editor's inference.
    LaneLikely,
}

/// An amendment of an element.
#[derive(Debug, Clone, Serialize)]
pub struct Amendment {
    /// What was done.
    pub op: Operation,
    /// The amending act.
    pub act: ActRef,
    /// What stood there before.
    pub before: Before,
    /// With [`Before::Text`]: the former text.
    pub before_text: Option<Words>,
    /// The note of the publisher, as printed.
    pub note: Option<Words>,
}

/// What stood at a place before an amendment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Before {
    /// Nothing.
    Absent,
    /// A text that nobody knows.
    Unknown,
    /// A text that is known.
    Text,
}

// ---------------------------------------------------------------------------------------------------------------------
// Both languages beside each other
// ---------------------------------------------------------------------------------------------------------------------

/// `LANG/acts/ACT/REG/both/index.html`. Template `both.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BothPage {
    /// What every page carries.
    pub page: Page,
    /// Title of the regulation.
    pub title: Words,
    /// The act that holds it.
    pub act: ActRef,
    /// How it stands.
    pub status: Status,
    /// The page of the regulation: `../index.html`.
    pub regulation_href: String,
    /// Language of the original: `ru` or `kk`.
    pub original: String,
    /// How the text in the other language stands.
    pub translation: TranslationState,
    /// The elements in printed order, flat.
    pub pairs: Vec<Pair>,
}

/// One element of the text in both languages.
#[derive(Debug, Clone, Serialize)]
pub struct Pair {
    /// Anchor, the same as on the page of the regulation.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// How deep it stands among points: 0 a section, a point, an annex; 1 an item or paragraph under a point; …
    pub depth: u8,
    /// Number as printed.
    pub number: Option<String>,
    /// In Kazakh; absent = not translated, and the page says so (where the Russian is present).
    pub kk: Option<PairSide>,
    /// In Russian; absent likewise.
    pub ru: Option<PairSide>,
}

/// One side of a pair. Its language is known from the field; `lang` of its words is not looked at.
#[derive(Debug, Clone, Serialize)]
pub struct PairSide {
    /// The name of an annex, in the language of the side.
    pub annex: Option<String>,
    /// The heading of the annex is lost: its name is the site's.
    pub heading_lost: bool,
    /// What is lost of it, in the language of the side.
    pub lost: Option<String>,
    /// Title of a section or an annex; caption of a table.
    pub title: Option<Words>,
    /// Its own text.
    pub text: Option<Words>,
    /// The table as printed.
    pub table: Option<PrintedTable>,
    /// Why the text is not shown, in the page's language.
    pub redacted: Option<String>,
}

// ---------------------------------------------------------------------------------------------------------------------
// Glossary and prose
// ---------------------------------------------------------------------------------------------------------------------

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
