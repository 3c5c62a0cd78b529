//! Addresses of pages, relative to the folder of a language.

use crate::catalog::Comparison;

/// The home page.
pub(super) const HOME: &str = "index.html";
/// The glossary.
pub(super) const GLOSSARY: &str = "glossary/index.html";

/// The feed.
pub(super) const FEED: &str = "feed.xml";

/// The page of a service.
pub(super) fn service(id: &str) -> String {
    format!("services/{id}/index.html")
}

/// The page of a place.
pub(super) fn place(id: &str) -> String {
    format!("places/{id}/index.html")
}

/// The page of an act.
pub(super) fn act(id: &str) -> String {
    format!("acts/{id}/index.html")
}

/// The page of a regulation.
pub(super) fn regulation(act: &str, name: &str) -> String {
    format!("acts/{act}/{name}/index.html")
}

/// The page of a regulation in both languages.
pub(super) fn both(act: &str, name: &str) -> String {
    format!("acts/{act}/{name}/both/index.html")
}

/// The page of an edition of a regulation.
pub(super) fn edition(act: &str, name: &str, edition: &str) -> String {
    format!("acts/{act}/{name}/editions/{edition}/index.html")
}

/// The lists of addresses of a regulation.
pub(super) fn address_lists(act: &str, name: &str) -> String {
    format!("acts/{act}/{name}/addresses/index.html")
}

/// The reference book of a regulation.
pub(super) fn book(act: &str, name: &str) -> String {
    format!("acts/{act}/{name}/book/index.html")
}

/// A diagram as a file of its own.
pub(super) fn diagram(act: &str, name: &str, diagram: &str) -> String {
    format!("acts/{act}/{name}/{}", diagram_from_page(diagram))
}

/// The same, from the page of its regulation.
pub(super) fn diagram_from_page(diagram: &str) -> String {
    format!("diagrams/{diagram}.svg")
}

/// The folder of comparisons.
pub const COMPARISONS: &str = "compare/";

/// The comparison of two versions.
pub(super) fn comparison(pair: &Comparison<'_>) -> String {
    let [older, newer] = [pair.older, pair.newer].map(|version| version.regulation.id().replace('/', "~"));
    format!("{COMPARISONS}{older}--{newer}/index.html")
}

/// A page of prose.
pub(super) fn prose(name: &str) -> String {
    format!("{name}/index.html")
}

/// The prefix from a page to the folder of its language.
pub(super) fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}
