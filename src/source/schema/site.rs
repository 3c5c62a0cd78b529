//! `site/site.yaml`: what the site calls itself.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Bilingual, Entries, Words};

/// The settings of a site.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteFile {
    /// Name of the site.
    pub name: Bilingual,
    /// Who publishes it.
    pub publisher: Bilingual,
    /// Where a reader reports a mistake: an address that starts with `https:` or `mailto:`.
    pub contact: Option<Words>,
    /// Where the site will stand, with its last `/`. Without it the site has no sitemap, feed or canonical addresses.
    pub base_url: Option<Words>,
    /// Addresses that moved: the old one and the new one, both relative to the language's folder.
    #[serde(default)]
    pub redirects: Entries<Words>,
}
