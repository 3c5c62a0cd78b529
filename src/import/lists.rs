//! Which items and paragraphs belong together as one list.

use super::actors::LABEL;
use super::nesting::{Kind, Node};

/// Where the list that begins here ends: items whose numbers rise, or paragraphs that go on in small letters, or labelled ones.
pub(super) fn list_end(nodes: &[Node], at: usize, lead: &str) -> usize {
    let number =
        |node: &Node| node.number.as_deref().and_then(|number| number.trim_end_matches(')').parse::<u32>().ok());
    let mut end = at;
    match nodes[at].kind {
        Kind::Item => {
            let mut last = 0;
            while let Some(node) = nodes.get(end) {
                match (node.kind, number(node)) {
                    (Kind::Item, Some(number)) if number > last => last = number,
                    _ => break,
                }
                end += 1;
            }
        }
        Kind::Paragraph if is_labelled(&nodes[at].text) => {
            while nodes.get(end).is_some_and(|node| {
                node.kind == Kind::Paragraph && (is_labelled(&node.text) || end > at && is_rest(nodes, end))
            }) {
                end += 1;
            }
        }
        Kind::Paragraph if lead.ends_with(':') && nodes[at].text.starts_with(char::is_lowercase) => {
            let belongs = |node: &Node| {
                node.kind == Kind::Paragraph
                    && (node.text.starts_with(char::is_lowercase) || super::nesting::is_conditional(&node.text))
            };
            while nodes.get(end).is_some_and(belongs) {
                end += 1;
            }
        }
        _ => {}
    }
    end
}

/// Paragraphs of a variant: none, or all that stand there.
const LEAST_OF_VARIANT: usize = 3;

/// Whether items are variants of a process: each opens a list of its own. So are paragraphs that head a numbered list each:
/// «через уполномоченный орган: 1) …», «через Центр: 1) …».
pub(super) fn are_variants(items: &[Node]) -> bool {
    let is_variant = |item: &Node| item.body.len() >= LEAST_OF_VARIANT || item.body.iter().any(leads_variant);
    let is_item = |item: &Node| item.kind == Kind::Item && item.text.ends_with(':') && is_variant(item);
    items.iter().all(is_item) || items.iter().all(heads_list)
}

/// Whether a paragraph heads a numbered list.
pub(super) fn heads_list(node: &Node) -> bool {
    let are_items = node.body.iter().all(|part| part.kind == Kind::Item);
    node.kind == Kind::Paragraph && are_items && node.body.len() >= LEAST_OF_VARIANT
}

/// Whether a paragraph of a variant names a variant of its own.
pub(super) fn leads_variant(node: &Node) -> bool {
    node.kind == Kind::Paragraph
        && node.text.ends_with(':')
        && node.body.len() >= LEAST_OF_VARIANT
        && node.body.iter().all(|part| part.kind == Kind::Paragraph)
}

/// How many paragraphs and notes stand at the beginning.
pub(super) fn all_paragraphs(nodes: &[Node]) -> usize {
    let belongs =
        |node: &&Node| matches!(node.kind, Kind::Paragraph | Kind::Note | Kind::Aside) && !leads_variant(node);
    nodes.iter().take_while(belongs).count()
}

/// Whether a paragraph is a remark on what stands above it.
pub(super) fn is_remark(text: &str) -> bool {
    text.starts_with("Примечание") || text.starts_with("Ескертпе")
}

/// Whether a paragraph between labelled ones is one of them without a label.
fn is_rest(nodes: &[Node], at: usize) -> bool {
    nodes.get(at + 1).is_some_and(|next| is_labelled(&next.text))
}

/// Whether a text begins as processes and conditions are labelled.
pub(super) fn is_labelled(text: &str) -> bool {
    LABEL.is_match(text)
}
