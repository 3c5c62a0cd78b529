//! What all pages share: head, foot, words, links, status.

use serde::Serialize;

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
    /// Of a page by itself: the style that it carries.
    pub style: Option<String>,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Language of the text where it is not that of the page: `ru`, `kk`; absent = the page's own.
    pub lang: Option<String>,
    /// The pieces of the text, in order; joined they give the text, spaces included.
    pub runs: Vec<Run>,
}

/// A piece of a text with one mark or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
