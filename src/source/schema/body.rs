//! What stands in a `body`: sections, points, items, paragraphs, notes, processes, tables, annexes, in printed order.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Amended, Bilingual, Many, Passage, Printed, Spanned, TableBlock, Words};
use crate::vocabulary::{Channel, HeadingState, LostKind, Role, Variant};

/// One element of a body, told by the key that names it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Element", untagged)]
pub enum Element {
    /// A paragraph without anything to say of it.
    Scalar(Words),
    /// A section (раздел, бөлім).
    Section(Box<SectionBlock>),
    /// An annex (приложение, қосымша).
    Annex(Box<AnnexBlock>),
    /// A table; it may be a telling too, and bear its name.
    Table(Box<TableBlock>),
    /// A telling: a list whose elements are steps.
    Process(Box<ProcessBlock>),
    /// A point (пункт, тармақ).
    Point(Box<Passage>),
    /// An item (подпункт, тармақша).
    N(Box<Passage>),
    /// A note (сноска, примечание, ескерту).
    Note(Box<Passage>),
    /// In a list of steps: text that is no step.
    Aside(Box<Passage>),
    /// A signature.
    Signature(Box<Passage>),
    /// A heading that opens no section.
    Heading(Box<Passage>),
    /// A stamp (гриф).
    Stamp(Box<Passage>),
    /// Something that was here and is lost.
    Lost(Box<LostBlock>),
    /// An unnumbered paragraph.
    Text(Box<Passage>),
}

/// A section.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionBlock {
    /// Printed number; null where it is lost, empty where it has none.
    pub section: Option<Printed>,
    /// Title; absent where the heading is lost.
    pub title: Option<Words>,
    /// Said where the heading is not printed as one.
    pub heading: Option<Spanned<HeadingState>>,
    /// Amendments of the whole section.
    pub amended: Option<Many<Amended>>,
    /// What it holds.
    #[serde(default)]
    pub body: Vec<Element>,
}

/// An annex.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnexBlock {
    /// Printed number; empty where it has none.
    pub annex: Option<Printed>,
    /// Said where the heading («Приложение 3 …») is lost.
    pub heading: Option<Spanned<HeadingState>>,
    /// The stamps, as printed.
    pub stamp: Option<Many<Words>>,
    /// Title.
    pub title: Option<Words>,
    /// What is lost of it.
    pub lost: Option<Spanned<LostKind>>,
    /// The places that refer to it, or `none`.
    pub refers_from: Option<Many<Words>>,
    /// Amendments of the whole annex.
    pub amended: Option<Many<Amended>>,
    /// What it holds.
    #[serde(default)]
    pub body: Vec<Element>,
}

/// Something lost that had no annex of its own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LostBlock {
    /// What it was.
    pub lost: Spanned<LostKind>,
    /// What is left of it: a caption, a rest.
    pub text: Option<Words>,
}

/// A telling: one telling of a sequence of procedures, of their contents, results or terms.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProcessBlock {
    /// Its name, unique in the regulation.
    pub process: Words,
    /// What it tells.
    #[serde(default)]
    pub role: Option<Spanned<Role>>,
    /// What it holds for.
    pub r#for: Option<Scope>,
    /// A condition for the whole telling: a quotation of the text above it.
    pub when: Option<Words>,
    /// The telling that this one repeats.
    pub retells: Option<Link>,
    /// The tellings that a list of results or terms speaks of.
    pub of: Option<Many<Link>>,
    /// The telling from which this one branches off, `after` which step.
    pub alternative_to: Option<Link>,
    /// The telling that this one goes on with.
    pub continues: Option<Link>,
    /// The editor's title; marked as added.
    pub title: Option<Bilingual>,
    /// The steps, and asides between them. Absent where steps join by `step_of`.
    #[serde(default)]
    pub steps: Vec<Element>,
}

/// What a telling, a step or a limit holds for.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Where one applies.
    pub channel: Option<Many<Spanned<Channel>>>,
    /// What is asked for: a word of the glossary's kind `object`.
    pub object: Option<Many<Words>>,
    /// Who asks: a word of the glossary's kind `applicant`.
    pub applicant: Option<Many<Words>>,
    /// Which variant of a process told in variants.
    pub variant: Option<Spanned<Variant>>,
}

/// A link from one telling to another.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Link", untagged)]
pub enum Link {
    /// The name of the other telling; steps match in order.
    Scalar(Words),
    /// The other telling and how its steps match.
    Map(LinkTo),
}

/// A link whose steps do not match one to one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkTo {
    /// Name of the other telling.
    pub process: Words,
    /// Steps of this telling and the steps of the other one that they match.
    #[serde(default)]
    #[schemars(with = "super::Entries<Many<Printed>>")]
    pub pairs: super::Entries<Many<Words>>,
    /// The step of the other telling after which this one happens, or after which it branches off.
    #[schemars(with = "Option<Printed>")]
    pub after: Option<Words>,
    /// The place where the act states the link; absent = inferred.
    pub stated: Option<Words>,
    /// A doubt of the editor.
    pub doubt: Option<Words>,
}
