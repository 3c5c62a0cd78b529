//! `NN-name.yaml`: one regulation (регламент).

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Amended, Bilingual, Element, Entries, Many, Spanned, Wording, Words};
use crate::vocabulary::{Channel, HeadingState, ParticipantKind};

/// One regulation of an act.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegulationFile {
    /// Id of the service in `services.yaml`.
    pub service: Words,
    /// Its place among the regulations of the act, from 1.
    pub ordinal: Spanned<u16>,
    /// Title of the regulation: the name of the service as the regulation gives it.
    pub title: Wording,
    /// Which regulation of which earlier act this text restates.
    pub restates: Option<Restated>,
    /// The stamps above the heading, as printed.
    pub stamp: Option<Many<Words>>,
    /// The heading as printed.
    pub heading: Option<Words>,
    /// Said where the stamp is lost.
    pub stamp_state: Option<HeadingState>,
    /// Amendments of the whole regulation.
    pub amended: Option<Many<Amended>>,
    /// Who acts, by id, in the order of the act.
    #[serde(default)]
    pub participants: Entries<ParticipantEntry>,
    /// Where the text says the things that everybody asks for.
    #[serde(default)]
    pub passport: Passport,
    /// Which steps of other versions the editor pairs with steps of this one, over what is found by comparing.
    #[serde(default)]
    pub pairs: Vec<PairedVersion>,
    /// The text from the first section to the last annex.
    pub text: Vec<Element>,
}

/// Steps of another version that the editor pairs with steps of this one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairedVersion {
    /// The other regulation, as `almaty/2014-2-236/09-wheelchairs`.
    pub with: Words,
    /// The pairs.
    pub steps: Vec<PairedSteps>,
}

/// Steps that belong together: one on one side, one or several on the other, or none.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairedSteps {
    /// Anchors of steps of the other version; absent = those here have no like there.
    pub there: Option<Many<Words>>,
    /// Anchors of steps of this one; absent = those there have no like here.
    pub here: Option<Many<Words>>,
    /// Why the editor thinks so.
    pub reason: Bilingual,
}

/// The regulation of an earlier act that this one gives a new wording.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Restated {
    /// Id of the earlier act.
    pub act: Words,
    /// Its title there, where it differs: a quotation of the act's own text.
    pub title: Option<Words>,
    /// Where the act says so, for example `p1.par3`.
    pub at: Words,
}

/// Who acts in a regulation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipantEntry {
    /// Name as the act gives it; absent = the glossary's name for this kind.
    pub name: Option<Wording>,
    /// What the participant is.
    pub kind: Spanned<ParticipantKind>,
    /// Id of the body in `places.yaml`, where it is known which one it is.
    pub body: Option<Words>,
    /// Id in the glossary, where the name differs from it.
    pub term: Option<Words>,
    /// Where the act lists it among those who take part.
    pub listed: Option<Many<Words>>,
    /// Other words of the act for the same participant.
    pub aliases: Option<Many<Words>>,
    /// The editor's short name, for diagrams; marked as added.
    pub short: Option<Bilingual>,
}

/// Where a regulation says the things that everybody asks for. Absent = the act does not say.
/// Terms are not here: they are marked where they stand (`term:`).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Passport {
    /// Who provides the service.
    pub provider: Option<Many<Fact>>,
    /// Whom the service is for.
    pub recipients: Option<Many<Fact>>,
    /// Where to apply.
    pub channels: Option<Many<Fact>>,
    /// Which papers are needed.
    pub documents: Option<Many<Fact>>,
    /// In which form the service is provided.
    pub form: Option<Many<Fact>>,
    /// What one gets.
    pub result: Option<Many<Fact>>,
    /// On which grounds it is refused.
    pub refusals: Option<Many<Fact>>,
    /// When the doors are open.
    pub schedule: Option<Many<Fact>>,
    /// What it costs.
    pub fee: Option<Many<Fact>>,
    /// Where to complain.
    pub complaints: Option<Many<Fact>>,
    /// The standard that governs the service.
    pub standard: Option<Many<Fact>>,
}

/// One statement of the passport.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename = "by-form", rename_all = "kebab-case")]
#[schemars(rename = "Fact", untagged)]
pub enum Fact {
    /// A place whose whole text says it, or `unknown`.
    Scalar(Words),
    /// A place and which of its words say it.
    Map(FactAt),
}

/// A statement of the passport that is not the whole text of its place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactAt {
    /// The place.
    pub at: Words,
    /// The words that say it: a quotation.
    pub words: Option<Words>,
    /// The words that send the reader to another act: a quotation. Then this act itself does not say.
    pub see: Option<Words>,
    /// The channel it holds for, where not for all.
    pub channel: Option<Many<Spanned<Channel>>>,
}
