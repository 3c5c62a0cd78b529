//! The page of a regulation: its summary, what is doubtful in it, who acts.

use serde::Serialize;

use super::{
    ActRef, AddressesLink, ChannelBlock, EditionLink, Link, Node, Page, RegulationLine, Status, TranslationNotice,
    Words,
};
use crate::vocabulary::{Channel, ParticipantKind, TermKind, Unit};

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
    /// Its editions to choose from; empty where nothing was amended.
    pub editions: Vec<EditionLink>,
    /// Its comparisons, each by the name of the other side.
    pub comparisons: Vec<Link>,
    /// The page of both languages: `both/index.html`.
    pub both_href: String,
    /// The reference book: `book/index.html`.
    pub book_href: String,
    /// The citation of the whole regulation to copy.
    pub cite: String,
    /// The summary.
    pub summary: Summary,
    /// Its lists of addresses, which have a page of their own.
    pub addresses: Vec<AddressesLink>,
    /// The steps, a block for each channel or set of channels, in the order of the regulation.
    pub channels: Vec<ChannelBlock>,
    /// Defects of the law's own text.
    pub findings: Vec<FindingRow>,
    /// The doubts of the editor, in the order of the text.
    pub doubts: Vec<DoubtRow>,
    /// Who acts, in the order of the regulation.
    pub participants: Vec<ParticipantRow>,
    /// The line of acts that it stands in.
    pub line: RegulationLine,
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
    /// The act itself says something of it, and does not only send the reader elsewhere.
    pub stated: bool,
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
    /// Where it stands, each place that says the same: «п. 3» → `#p3`.
    pub at: Vec<Link>,
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
    /// The sums.
    pub sums: Vec<ChannelSum>,
}

/// A sum of limits for a channel.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelSum {
    /// The channels of the block that it holds for; empty = all of them.
    pub channels: Vec<Channel>,
    /// The telling whose limits are counted, where it is not that of the block.
    pub by: Option<Link>,
    /// The sum.
    pub sum: Sum,
}

/// A sum of limits, which the site counts. Units are never added together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// A part for each unit that occurs, from the smallest unit; empty = no step on the way has a limit.
    pub parts: Vec<SumPart>,
    /// No way leads to a result, as far as the act says.
    pub no_way: bool,
    /// Every limit binds from above: so does the sum.
    pub at_most: bool,
    /// Steps on the same way that have no limit.
    pub unlimited: u32,
    /// Steps of the block left out, because they do not lie on the way to the result (refusals, messages of failure).
    pub left_out: u32,
    /// Terms in it that count from an event, not from the end of the step before: they may overlap with others.
    pub from_event: u32,
    /// Steps left out, because it is not clear whether they were told before.
    pub doubted: u32,
    /// The sum with these.
    pub with_doubted: Vec<SumPart>,
    /// It is longer than the term that the act states for the whole: limits overlap, or the act contradicts itself.
    pub over_term: bool,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SumPart {
    /// How many.
    pub value: u32,
    /// Of what.
    pub unit: Unit,
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
