//! From paragraphs to sections, points, items and what stands under them.
//!
//! A number before a full stop is a point's, one before a bracket an item's. Where the text has no number for a point that
//! should be there, a paragraph is taken for it that begins as points of other regulations do; the number stays lost, and
//! the spot is doubtful. What hangs under what is told by colons, by capitals and by the numbers that follow.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::outline::{Outline, SECTION};
use super::tables::plain;
use super::words::made;
use super::{Doubt, Paragraph, Rule};

/// A piece of the text and what stands under it.
#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its number as printed, with the bracket of an item.
    pub number: Option<String>,
    /// Its words, without the number.
    pub text: String,
    /// The line where it begins.
    pub line: usize,
    /// What is doubtful in it.
    pub doubts: Vec<Doubt>,
    /// What stands under it.
    pub body: Vec<Node>,
    /// What stands under it are steps of their own.
    pub has_steps: bool,
    /// Its address.
    pub anchor: String,
    /// Where the names of those who act in it begin.
    pub actors: Vec<usize>,
    /// What was recognised in it, for the draft: field and value, in order.
    pub fields: super::draft::Fields,
}

impl Node {
    /// Something in it is for a reader to decide.
    pub fn doubt(&mut self, rule: Rule) {
        let line = self.line;
        self.doubts.push(Doubt { line, rule });
    }
}

/// What a piece of the text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// A section; its text is the title.
    Section,
    /// A section whose heading is printed as a paragraph.
    SectionAsParagraph,
    /// A point.
    Point,
    /// A point whose number is lost; its number here is that of the point before it.
    LostPoint,
    /// An item.
    Item,
    /// A paragraph without a number.
    #[default]
    Paragraph,
    /// A note of the publisher.
    Note,
    /// Text among steps that is none.
    Aside,
    /// A heading.
    Heading,
    /// A signature.
    Signature,
    /// A telling; its body are the steps.
    Process,
    /// A table that tells; its body are the steps.
    Table,
    /// A table of columns and cells.
    Grid,
}

static POINT: LazyLock<Regex> = LazyLock::new(|| made(r"^(\d{1,3}(?:-\d{1,2})?)\.\s+(.+)$"));
static ITEM: LazyLock<Regex> = LazyLock::new(|| made(r"^(\d{1,3}\)|\p{Ll}\))\s*(.+)$"));
static NOTE: LazyLock<Regex> = LazyLock::new(|| made(r"^(?:Сноска|Ескерту|Примечание [А-Я]+|РҚАО ескертпесі)\b"));

/// How points and sections begin in a whole act.
#[derive(Debug, Default)]
pub(super) struct Openings {
    points: BTreeSet<String>,
    sections: BTreeSet<String>,
}

/// How deep lists may stand in lists.
const DEEPEST: usize = 5;
/// How many pieces ahead the next item of a list is looked for.
const FURTHEST: usize = 400;
/// Words by which an opening is known again.
const OPENING: usize = 5;

impl Openings {
    /// Learns the openings of an act.
    pub fn new(outline: &Outline) -> Self {
        let mut openings = Self::default();
        for paragraph in outline.regulations.iter().flat_map(|regulation| &regulation.text) {
            if let Some(found) = SECTION.captures(&paragraph.text).filter(|_| !paragraph.is_body()) {
                openings.sections.insert(comparable(&found[2]));
            } else if let Some(found) = POINT.captures(&paragraph.text) {
                openings.points.extend(opening(&found[2]));
            }
        }
        openings
    }
}

/// The first words of a point; nothing where it is too short to be known again.
fn opening(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().take(OPENING).collect();
    (words.len() == OPENING).then(|| words.join(" ").to_lowercase())
}

fn comparable(title: &str) -> String {
    title.trim_end_matches('.').to_lowercase()
}

/// One paragraph as a node.
fn node(paragraph: &Paragraph, openings: &Openings, section: Option<u32>) -> Node {
    if let Some(grid) = &paragraph.grid {
        return plain::of_grid(None, paragraph, grid);
    }
    let text = paragraph.text.trim();
    let base = Node { line: paragraph.line, doubts: paragraph.doubts.clone(), ..Node::default() };
    let numbered = |kind, number: &str, rest: &str| Node {
        kind,
        number: Some(number.to_owned()),
        text: rest.to_owned(),
        ..base.clone()
    };
    if let Some(found) = SECTION.captures(text) {
        if !paragraph.is_body() {
            return numbered(Kind::Section, &found[1], &found[2]);
        }
        let is_next = found[1].parse().ok() == section.map(|section| section + 1);
        if is_next && openings.sections.contains(&comparable(&found[2])) {
            return numbered(Kind::SectionAsParagraph, &found[1], &found[2]);
        }
    }
    if NOTE.is_match(text) {
        return Node { kind: Kind::Note, text: text.to_owned(), ..base };
    }
    if let Some(found) = POINT.captures(text).filter(|_| paragraph.is_body()) {
        return numbered(Kind::Point, &found[1], &found[2]);
    }
    if let Some(found) = ITEM.captures(text).filter(|_| paragraph.is_body()) {
        return numbered(Kind::Item, &found[1], &found[2]);
    }
    Node { text: text.to_owned(), ..base }
}

/// The text of a regulation, or of the act, as a tree.
pub(super) fn nested(paragraphs: &[Paragraph], openings: &Openings) -> Vec<Node> {
    let mut section = None;
    let mut flat: Vec<Node> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let mut node = node(paragraph, openings, section);
        if !paragraph.is_body() && node.kind == Kind::Paragraph {
            // Without an indent and without a number: the rest of a list, or the heading of a section.
            let is_rest = node.text.starts_with(char::is_lowercase) || flat.is_empty();
            let opens_points = paragraphs.get(index + 1).is_some_and(|next| POINT.is_match(&next.text));
            if !is_rest && opens_points {
                node.kind = Kind::Section;
                node.number = Some(String::new());
                node.doubts.push(Doubt { line: node.line, rule: Rule::LostNumber });
            }
        }
        if matches!(node.kind, Kind::Section | Kind::SectionAsParagraph) {
            section = node.number.as_deref().and_then(|number| number.parse().ok()).or(section.map(|last| last + 1));
        }
        flat.push(node);
    }
    lost_points(&mut flat, openings);
    let mut nested: Vec<Node> = Vec::new();
    let mut rest = flat.into_iter().peekable();
    while let Some(mut node) = rest.next() {
        let is_section = matches!(node.kind, Kind::Section | Kind::SectionAsParagraph);
        if is_section {
            let mut inner = Vec::new();
            while let Some(next) = rest.next_if(|next| !matches!(next.kind, Kind::Section | Kind::SectionAsParagraph)) {
                inner.push(next);
            }
            node.body = points(inner);
            nested.push(node);
        } else {
            let mut inner = vec![node];
            while let Some(next) = rest.next_if(|next| !matches!(next.kind, Kind::Section | Kind::SectionAsParagraph)) {
                inner.push(next);
            }
            nested.extend(points(inner));
        }
    }
    nested
}

/// Finds the points whose numbers are lost: where a number is missing, the paragraph that begins as a point does.
fn lost_points(flat: &mut [Node], openings: &Openings) {
    let numbers: Vec<(usize, u32)> = flat
        .iter()
        .enumerate()
        .filter(|(_, node)| node.kind == Kind::Point)
        .filter_map(|(index, node)| Some((index, node.number.as_deref()?.parse().ok()?)))
        .collect();
    for pair in numbers.windows(2) {
        let ((from, before), (to, after)) = (pair[0], pair[1]);
        if after != before + 2 {
            continue;
        }
        let lost = (from + 1..to).find(|index| {
            let node = &flat[*index];
            node.kind == Kind::Paragraph
                && opening(&node.text).is_some_and(|opening| openings.points.contains(&opening))
        });
        if let Some(node) = lost.and_then(|index| flat.get_mut(index)) {
            node.kind = Kind::LostPoint;
            node.number = Some(before.to_string());
            node.doubts.push(Doubt { line: node.line, rule: Rule::LostNumber });
        }
    }
}

/// Puts under each point what follows it.
fn points(flat: Vec<Node>) -> Vec<Node> {
    let mut nested: Vec<Node> = Vec::new();
    let mut inner: Vec<Node> = Vec::new();
    for node in flat {
        if matches!(node.kind, Kind::Point | Kind::LostPoint) {
            close(&mut nested, &mut inner);
            nested.push(node);
        } else if matches!(nested.last(), Some(Node { kind: Kind::Point | Kind::LostPoint, .. })) {
            inner.push(node);
        } else {
            // Before the first point.
            inner.push(node);
            let free = std::mem::take(&mut inner);
            nested.extend(free);
        }
    }
    close(&mut nested, &mut inner);
    nested
}

fn close(nested: &mut [Node], inner: &mut Vec<Node>) {
    if let Some(point) = nested.last_mut() {
        let leads = point.text.ends_with(':');
        point.body.extend(lists(&std::mem::take(inner), leads, 0));
    }
}

/// Puts under each paragraph that leads a list the items of the list, and under each item what belongs to it.
fn lists(flat: &[Node], leads: bool, depth: usize) -> Vec<Node> {
    if depth > DEEPEST {
        return flat.to_vec();
    }
    let mut nested: Vec<Node> = Vec::new();
    // Whether items go under the last paragraph, and not beside it.
    let mut leader: Option<usize> = None;
    let mut is_led = leads;
    let mut at = 0;
    while at < flat.len() {
        let mut node = flat[at].clone();
        match node.kind {
            Kind::Item => {
                let end = end_of_item(flat, at);
                node.body = lists(&flat[at + 1..end], node.text.ends_with(':'), depth + 1);
                at = end;
                match leader.and_then(|index| nested.get_mut(index)) {
                    Some(leader) => leader.body.push(node),
                    None => nested.push(node),
                }
            }
            Kind::Paragraph => {
                let is_lower = node.text.starts_with(char::is_lowercase);
                let next = flat.get(at + 1);
                let heads = !node.text.ends_with(['.', ';', ',']) && is_lower && next.is_some_and(begins_list);
                let opens = node.text.ends_with(':') || heads;
                at += 1;
                let under = leader.filter(|_| is_lower && !opens && !is_led);
                match under.and_then(|index| nested.get_mut(index)) {
                    Some(leader) => leader.body.push(node),
                    None => {
                        nested.push(node);
                        leader = opens.then(|| nested.len() - 1);
                    }
                }
                is_led = false;
            }
            _ => {
                at += 1;
                nested.push(node);
            }
        }
    }
    nested
}

/// Whether a numbered list begins.
fn begins_list(node: &Node) -> bool {
    node.kind == Kind::Item && node.number.as_deref() == Some("1)")
}

/// Where the item at a place ends: behind its paragraphs.
fn end_of_item(flat: &[Node], at: usize) -> usize {
    let opens = flat[at].text.ends_with(':');
    let number =
        |node: &Node| node.number.as_deref().and_then(|number| number.trim_end_matches(')').parse::<u32>().ok());
    let mine = number(&flat[at]);
    let next_item = (at + 1..flat.len().min(at + FURTHEST)).find(|index| flat[*index].kind == Kind::Item);
    // The list goes on: everything up to its next item belongs to this one, lists of its own too. Such a list goes on before
    // this one does.
    let mut inner = None;
    let mut following = None;
    let ahead = at + 1..flat.len().min(at + FURTHEST);
    for index in ahead.filter(|index| flat[*index].kind == Kind::Item) {
        let here = number(&flat[index]);
        if here == Some(1) || (inner.is_some() && here == inner.map(|inner| inner + 1)) {
            inner = here;
        } else if mine.is_some() && here == mine.map(|mine| mine + 1) {
            following = Some(index);
            break;
        }
    }
    if let Some(following) = following {
        // A list that begins anew between the two belongs to this item only where the item opens one.
        let restarts = next_item.is_some_and(|next| next != following);
        if !restarts || opens {
            return following;
        }
    }
    let end = next_item.filter(|_| !opens).unwrap_or(flat.len());
    // Sentences under an item that opens a list are all of it; a list in small letters ends with its full stop.
    let are_sentences =
        opens && flat.get(at + 1).is_some_and(|next| next.kind == Kind::Paragraph && next.text.ends_with('.'));
    let end = if are_sentences { flat.len() } else { end };
    let mut to = at + 1;
    while to < end {
        let node = &flat[to];
        let is_lower = node.text.starts_with(char::is_lowercase);
        let is_case = is_conditional(&node.text);
        let was_finished = to > at + 1 && flat[to - 1].text.ends_with('.');
        // It leads a list of its own, which begins anew.
        let leads = node.text.ends_with(':') && flat.get(to + 1).is_some_and(|next| number(next) == Some(1));
        let belongs = match node.kind {
            Kind::Paragraph if leads && !opens => false,
            Kind::Paragraph => is_lower || are_sentences || (opens && (is_case || !was_finished)),
            Kind::Item => opens,
            _ => false,
        };
        if !belongs {
            return to;
        }
        to += 1;
    }
    to
}

/// Whether a paragraph begins with a case: «В случае …».
pub(super) fn is_conditional(text: &str) -> bool {
    text.starts_with("В случае") || text.starts_with("В случаях")
}

/// Goes through a tree, each piece before what stands under it.
pub(super) fn each<'a>(nodes: &'a [Node], visit: &mut dyn FnMut(&'a Node)) {
    for node in nodes {
        visit(node);
        each(&node.body, visit);
    }
}

/// Goes through a tree and changes it, each piece before what stands under it.
pub(super) fn each_mut(nodes: &mut [Node], visit: &mut dyn FnMut(&mut Node)) {
    for node in nodes {
        visit(node);
        each_mut(&mut node.body, visit);
    }
}
