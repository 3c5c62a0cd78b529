//! The addresses of what an act says: `p5.1`, `p5.par2`.

use std::collections::BTreeMap;

use super::nesting::{Kind, Node};

/// Gives every piece its address, as the encoding will have it: `p7`, `p7.1`, `p7.par2`, `p12~2.5`.
pub(super) fn address(nodes: &mut [Node]) {
    let mut taken = BTreeMap::new();
    within(nodes, "", &mut 0, &mut taken);
}

/// Addresses below one numbered piece. `paragraphs` counts the unnumbered ones, its own text included.
fn within(nodes: &mut [Node], base: &str, paragraphs: &mut usize, taken: &mut BTreeMap<String, usize>) {
    let mut lists = 1;
    let mut last = 0;
    for node in nodes {
        match node.kind {
            Kind::Section | Kind::SectionAsParagraph => {
                let number = node.number.clone().unwrap_or_default();
                node.anchor = format!("s{number}");
                within(&mut node.body, base, paragraphs, taken);
            }
            Kind::Point | Kind::LostPoint => {
                let lost = if node.kind == Kind::LostPoint { "x" } else { "" };
                let name = format!("p{}{lost}", node.number.as_deref().unwrap_or_default());
                let count = taken.entry(name.clone()).or_insert(0);
                *count += 1;
                node.anchor = if *count == 1 { name } else { format!("{name}~{count}") };
                let base = node.anchor.clone();
                within(&mut node.body, &base, &mut 1, taken);
            }
            Kind::Item => {
                let printed = node.number.as_deref().unwrap_or_default().trim_end_matches(')').to_owned();
                let number = printed.parse::<u32>().unwrap_or(last + 1);
                if number <= last {
                    lists += 1;
                }
                last = number;
                let list = if lists == 1 { base.to_owned() } else { format!("{base}~{lists}") };
                node.anchor = if base.is_empty() { printed } else { format!("{list}.{printed}") };
                let base = node.anchor.clone();
                within(&mut node.body, &base, &mut 1, taken);
            }
            // Tables have addresses of their own.
            Kind::Grid => {}
            Kind::Process => within(&mut node.body, base, paragraphs, taken),
            _ => {
                *paragraphs += 1;
                node.anchor =
                    if base.is_empty() { format!("par{paragraphs}") } else { format!("{base}.par{paragraphs}") };
                // Items under a paragraph are items of the point.
                let (items, rest): (Vec<_>, Vec<_>) =
                    (0..node.body.len()).partition(|at| node.body[*at].kind == Kind::Item);
                for at in items {
                    let number = node.body[at].number.as_deref().unwrap_or_default().trim_end_matches(')').to_owned();
                    let value = number.parse::<u32>().unwrap_or(last + 1);
                    if value <= last {
                        lists += 1;
                    }
                    last = value;
                    let list = if lists == 1 { base.to_owned() } else { format!("{base}~{lists}") };
                    let anchor = format!("{list}.{number}");
                    node.body[at].anchor.clone_from(&anchor);
                    within(&mut node.body[at].body, &anchor, &mut 1, taken);
                }
                for at in rest {
                    within(&mut node.body[at..=at], base, paragraphs, taken);
                }
            }
        }
    }
}
