//! `act.yaml`: one act (постановление, қаулы) and the acts it speaks of.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Day, Element, Entries, Many, Printed, Spanned, Wording, Words};
use crate::lang::Lang;

/// An act as it was published.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActFile {
    /// Id of the place in `places.yaml`.
    pub place: Words,
    /// Id of the body of that place that adopted the act.
    pub adopted_by: Words,
    /// The language the text below is in.
    pub language: Spanned<Lang>,
    /// Title of the act.
    pub title: Wording,
    /// Number of the act.
    pub number: Printed,
    /// Date of signing.
    pub signed: Day,
    /// State registration.
    pub registered: Option<Registration>,
    /// Official publication, where the text dates it.
    pub published: Option<Publication>,
    /// When the act came into force (вступает в силу), where the text says so.
    pub in_force: Option<Effect>,
    /// When the act takes effect (вводится в действие).
    pub effect: Option<Effect>,
    /// Acts that this act changes.
    #[serde(default)]
    pub amends: Vec<Relation>,
    /// Acts that this act repeals.
    #[serde(default)]
    pub repeals: Vec<Relation>,
    /// The act that repealed this one.
    pub repealed: Option<Relation>,
    /// Acts that stand here without a text: the only place where they are described. By id.
    #[serde(default)]
    pub other_acts: Entries<OtherAct>,
    /// Where the text comes from.
    pub source: Provenance,
    /// The act's own text.
    pub text: Vec<Element>,
}

/// State registration of an act.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// Date of registration.
    pub date: Day,
    /// Number in the register.
    pub number: Option<Printed>,
    /// Who registered it, as printed.
    pub by: Option<Words>,
}

/// Official publication of an act.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Date of publication.
    pub date: Day,
    /// Where it was published, as printed.
    pub r#in: Option<Words>,
}

/// When something takes effect: mostly words that hang on a publication nobody dated.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// The words of the act: a quotation.
    pub words: Option<Words>,
    /// First day of effect.
    pub from: Day,
}

/// How one act bears on another.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Id of the other act.
    pub act: Words,
    /// Where the text says so.
    pub at: Option<Many<Words>>,
    /// The services it concerns, where not all; `unknown` where nobody has said.
    pub services: Option<Many<Words>>,
    /// When it takes effect.
    pub effect: Option<Effect>,
}

/// An act without a text here.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherAct {
    /// Number of the act.
    pub number: Printed,
    /// Date of signing.
    pub signed: Day,
    /// Title, where known.
    pub title: Option<Wording>,
    /// Id of the place in `places.yaml`, where it is not the place of this act.
    pub place: Option<Words>,
    /// Id of the body that adopted it, where it is not the body of this act.
    pub adopted_by: Option<Words>,
    /// State registration.
    pub registered: Option<Registration>,
    /// Official publication.
    pub published: Option<Publication>,
    /// When it takes effect.
    pub effect: Option<Effect>,
    /// The act that repealed it.
    pub repealed: Option<Relation>,
}

/// Where the text of an act comes from.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Who published it.
    pub publisher: Words,
    /// Address of the publication, or `unknown`.
    pub address: Words,
    /// Form in which the text was taken, for example `pdf text`.
    pub form: Option<Words>,
    /// `sha256:` and the digest of the text that the encoding was made from.
    pub digest: Words,
}
