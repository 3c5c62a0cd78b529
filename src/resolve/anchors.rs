//! Anchors: the address of every element of a document, from its printed numbers.
//!
//! Point 7 is `p7`, its item 1) `p7.1`. Unnumbered paragraphs are counted within the nearest numbered element, whose
//! own text is the first: `p7.par2`. Section 2 is `s2`, annex 3 `a3`, an annex without a number `a`, its first table
//! `a3.t1`. A second point 11 is `p11~2`; a list that starts again in the same point is counted as `p12~2.5`. A lost
//! number makes `p6x`: the one after 6. Numbers never mean anything: an anchor is a name.
//!
//! Here too every passage is given the telling whose step it is: that of the list it stands in, or of its `step_of`.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::number;
pub(super) use super::placed::{Document, Origin, Placed, Telling, TellingSource};
use crate::model::NodeKind;
use crate::source::schema::{
    AnnexBlock, Element, Passage, Printed, ProcessBlock, SectionBlock, TableBlock, Words, each,
};

/// Anchors of the page itself: no element is called so.
const RESERVED: [&str; 11] = [
    "main",
    "contents",
    "contrast",
    "status",
    "summary",
    "legend",
    "doubts",
    "findings",
    "participants",
    "text",
    "relations",
];

/// Gives every element its anchor.
pub(super) fn place<'a>(
    stamps: impl IntoIterator<Item = &'a Words>,
    heading: Option<&'a Words>,
    notes: impl IntoIterator<Item = &'a Words>,
    text: &'a [Element],
) -> Document<'a> {
    let mut numbered = Taken::default();
    collect_numbered(text, "", &mut numbered);
    let mut names = Vec::new();
    collect_names(text, &mut names);
    let mut placer = Placer {
        taken: Taken { ids: RESERVED.iter().map(|id| (*id).to_owned()).collect(), counts: BTreeMap::new() },
        numbered: numbered.ids,
        lists: BTreeMap::new(),
        names,
        last_section: String::new(),
        tellings: Vec::new(),
    };
    let mut scope = Scope::root();
    let mut elements = Vec::new();
    elements.extend(stamps.into_iter().map(|words| placer.bare(&mut scope, NodeKind::Stamp, words)));
    elements.extend(heading.map(|words| placer.bare(&mut scope, NodeKind::Heading, words)));
    elements.extend(notes.into_iter().map(|words| placer.bare(&mut scope, NodeKind::Note, words)));
    elements.extend(placer.body(&mut scope, text, None));
    Document { elements, tellings: placer.tellings }
}

/// The anchors of all annexes and points: no list may be called by one of them.
fn collect_numbered(text: &[Element], annex: &str, numbered: &mut Taken) {
    for element in text {
        match element {
            Element::Point(point) => {
                numbered.take(&format!("{annex}p{}", number(point.point.as_ref())));
            }
            Element::Annex(block) => {
                let id = numbered.take(&format!("{annex}{}", annex_name(block)));
                collect_numbered(&block.body, &format!("{id}."), numbered);
            }
            Element::Section(section) => collect_numbered(&section.body, annex, numbered),
            _ => {}
        }
    }
}

/// The names of the tellings, in the order in which they are met.
fn collect_names<'a>(text: &'a [Element], names: &mut Vec<&'a str>) {
    for element in text {
        match element {
            Element::Section(section) => collect_names(&section.body, names),
            Element::Annex(annex) => collect_names(&annex.body, names),
            Element::Process(block) => {
                names.push(&block.process.value);
                collect_names(&block.steps, names);
            }
            Element::Table(table) => {
                if let Some(name) = &table.process {
                    names.push(&name.value);
                    collect_names(&table.steps, names);
                }
            }
            Element::Point(passage)
            | Element::N(passage)
            | Element::Note(passage)
            | Element::Aside(passage)
            | Element::Signature(passage)
            | Element::Heading(passage)
            | Element::Stamp(passage)
            | Element::Text(passage) => {
                collect_names(&passage.body, names);
                collect_names(&passage.steps, names);
            }
            Element::Scalar(_) | Element::Lost(_) => {}
        }
    }
}

/// The part of an anchor that names an annex.
fn annex_name(annex: &AnnexBlock) -> String {
    let printed = annex.annex.as_ref().filter(|printed| !printed.0.value.is_empty());
    printed.map_or_else(|| "a".to_owned(), |printed| format!("a{}", number(Some(printed))))
}

/// The anchor of the n-th bearer of a name.
pub(super) fn again(id: &str, count: usize) -> String {
    if count == 1 { id.to_owned() } else { format!("{id}~{count}") }
}

/// The anchors that are taken.
#[derive(Default)]
struct Taken {
    ids: BTreeSet<String>,
    /// How often a name was taken: its next bearer need not be counted from the first one.
    counts: BTreeMap<String, usize>,
}

impl Taken {
    /// Takes a name, or the next one that is made of it.
    fn take(&mut self, name: &str) -> String {
        let count = self.counts.entry(name.to_owned()).or_insert(1);
        while !self.ids.insert(again(name, *count)) {
            *count += 1;
        }
        again(name, *count)
    }
}

/// Where counting goes on: the nearest numbered element above.
struct Scope {
    base: String,
    /// What items here are called by; differs from `base` where a list started again.
    list: String,
    paragraphs: usize,
    counts: BTreeMap<&'static str, usize>,
    last_point: String,
    last_item: String,
}

impl Scope {
    fn root() -> Self {
        Self::under(String::new(), 0)
    }

    fn under(base: String, paragraphs: usize) -> Self {
        Self {
            list: base.clone(),
            base,
            paragraphs,
            counts: BTreeMap::new(),
            last_point: String::new(),
            last_item: String::new(),
        }
    }

    fn child(&self, name: &str) -> String {
        if self.base.is_empty() { name.to_owned() } else { format!("{}.{name}", self.base) }
    }

    fn paragraph(&mut self) -> String {
        self.paragraphs += 1;
        self.child(&format!("par{}", self.paragraphs))
    }

    fn counted(&mut self, name: &'static str) -> String {
        let count = self.counts.entry(name).or_default();
        *count += 1;
        let name = format!("{name}{count}");
        self.child(&name)
    }
}

struct Placer<'a> {
    taken: Taken,
    /// The anchors of all annexes and points.
    numbered: BTreeSet<String>,
    /// For each place and number: the last list there that has an item of this number.
    lists: BTreeMap<(String, String), usize>,
    /// The names of all tellings, in the order in which they are met.
    names: Vec<&'a str>,
    last_section: String,
    tellings: Vec<Telling<'a>>,
}

impl<'a> Placer<'a> {
    fn body(&mut self, scope: &mut Scope, body: &'a [Element], telling: Option<usize>) -> Vec<Placed<'a>> {
        body.iter().map(|element| self.element(scope, element, telling)).collect()
    }

    fn element(&mut self, scope: &mut Scope, element: &'a Element, telling: Option<usize>) -> Placed<'a> {
        match element {
            Element::Scalar(words) => self.bare(scope, NodeKind::Paragraph, words),
            Element::Section(section) => self.section(scope, section),
            Element::Annex(annex) => self.annex(scope, annex),
            Element::Process(block) => self.process(scope, block),
            Element::Table(table) => self.table(scope, table),
            Element::Point(passage) => {
                let printed = number_or_lost(passage.point.as_ref(), passage, &mut scope.last_point);
                let id = self.unique(&scope.child_of_annex(&format!("p{printed}")));
                self.numbered(id, NodeKind::Point, passage, telling)
            }
            Element::N(passage) => {
                let printed = number_or_lost(passage.n.as_ref(), passage, &mut scope.last_item);
                let id = self.item(scope, &printed);
                // A numbered aside stands among the steps and is none.
                let telling = telling.filter(|_| passage.aside.is_none());
                self.numbered(id, NodeKind::Item, passage, telling)
            }
            Element::Note(passage) => self.passage(&scope.counted("note"), scope, NodeKind::Note, passage, None),
            Element::Signature(passage) => {
                self.passage(&scope.child("signature"), scope, NodeKind::Signature, passage, None)
            }
            Element::Heading(passage) => self.passage(&scope.child("heading"), scope, NodeKind::Heading, passage, None),
            Element::Stamp(passage) => self.passage(&scope.counted("stamp"), scope, NodeKind::Stamp, passage, None),
            Element::Aside(passage) => self.passage(&scope.paragraph(), scope, NodeKind::Paragraph, passage, None),
            Element::Text(passage) => self.passage(&scope.paragraph(), scope, NodeKind::Paragraph, passage, telling),
            Element::Lost(block) => Placed {
                id: self.unique(&scope.counted("lost")),
                kind: NodeKind::Lost,
                source: Origin::Lost(block),
                step_of: None,
                children: Vec::new(),
            },
        }
    }

    /// Words that stand for themselves.
    fn bare(&mut self, scope: &mut Scope, kind: NodeKind, words: &'a Words) -> Placed<'a> {
        let id = match kind {
            NodeKind::Stamp => scope.counted("stamp"),
            NodeKind::Heading => scope.child("heading"),
            NodeKind::Note => scope.counted("note"),
            _ => scope.paragraph(),
        };
        Placed { id: self.unique(&id), kind, source: Origin::Words(words), step_of: None, children: Vec::new() }
    }

    fn section(&mut self, scope: &mut Scope, section: &'a SectionBlock) -> Placed<'a> {
        let printed = section.section.as_ref().filter(|printed| !printed.0.value.is_empty());
        let name = printed.map_or_else(|| format!("{}x", self.last_section), |printed| number(Some(printed)));
        if printed.is_some() {
            self.last_section.clone_from(&name);
        }
        let id = self.unique(&scope.child_of_annex(&format!("s{name}")));
        let mut inner = Scope::under(id.clone(), 0);
        // Points are counted through the sections.
        inner.last_point = std::mem::take(&mut scope.last_point);
        let mut children = self.notes(&mut inner, each(section.amended.as_ref()).filter_map(|one| one.note.as_ref()));
        let body = self.body(&mut inner, &section.body, None);
        children.splice(0..0, body);
        scope.last_point = inner.last_point;
        Placed { id, kind: NodeKind::Section, source: Origin::Section(section), step_of: None, children }
    }

    fn annex(&mut self, scope: &mut Scope, annex: &'a AnnexBlock) -> Placed<'a> {
        let id = self.unique(&scope.child(&annex_name(annex)));
        self.last_section.clear();
        let mut inner = Scope::under(id.clone(), 0);
        let mut children: Vec<_> =
            each(annex.stamp.as_ref()).map(|words| self.bare(&mut inner, NodeKind::Stamp, words)).collect();
        children.extend(self.notes(&mut inner, each(annex.amended.as_ref()).filter_map(|one| one.note.as_ref())));
        children.extend(self.body(&mut inner, &annex.body, None));
        Placed { id, kind: NodeKind::Annex, source: Origin::Annex(annex), step_of: None, children }
    }

    fn process(&mut self, scope: &mut Scope, block: &'a ProcessBlock) -> Placed<'a> {
        let telling = self.tellings.len();
        self.tellings.push(Telling { source: TellingSource::List(block), at: scope.base.clone() });
        let children = self.body(scope, &block.steps, Some(telling));
        let id = self.unique(&format!("process-{}", block.process.value));
        Placed { id, kind: NodeKind::Process, source: Origin::Process(block), step_of: None, children }
    }

    fn table(&mut self, scope: &mut Scope, table: &'a TableBlock) -> Placed<'a> {
        let id = self.unique(&scope.counted("t"));
        let telling = self.tellings.len();
        let mut children = Vec::new();
        if table.process.is_some() {
            self.tellings.push(Telling { source: TellingSource::Table(table), at: id.clone() });
            children = self.body(&mut Scope::under(id.clone(), 0), &table.steps, Some(telling));
        }
        let mut inner = Scope::under(id.clone(), 0);
        children.extend(self.notes(&mut inner, each(table.amended.as_ref()).filter_map(|one| one.note.as_ref())));
        Placed { id, kind: NodeKind::Table, source: Origin::Table(table), step_of: None, children }
    }

    /// A point or an item: what stands under it is counted anew.
    fn numbered(&mut self, id: String, kind: NodeKind, passage: &'a Passage, telling: Option<usize>) -> Placed<'a> {
        let mut inner = Scope::under(id.clone(), 1);
        let telling = self.joined(passage).or(telling);
        let children = self.under(&mut inner, passage, telling);
        Placed { id, kind, source: Origin::Passage(passage), step_of: telling, children }
    }

    /// An element without a number: what stands under it is counted with it.
    fn passage(
        &mut self,
        id: &str,
        scope: &mut Scope,
        kind: NodeKind,
        passage: &'a Passage,
        telling: Option<usize>,
    ) -> Placed<'a> {
        let id = self.unique(id);
        let telling = self.joined(passage).or(telling);
        let children = self.under(scope, passage, telling);
        Placed { id, kind, source: Origin::Passage(passage), step_of: telling, children }
    }

    /// What stands under a passage: its body, its sub-steps, the notes of its amendments.
    fn under(&mut self, scope: &mut Scope, passage: &'a Passage, telling: Option<usize>) -> Vec<Placed<'a>> {
        let mut children = self.body(scope, &passage.body, None);
        children.extend(self.body(scope, &passage.steps, telling));
        children.extend(self.notes(scope, each(passage.amended.as_ref()).filter_map(|one| one.note.as_ref())));
        children
    }

    /// The telling that a passage joins by `step_of`.
    fn joined(&self, passage: &Passage) -> Option<usize> {
        let name = passage.step_of.as_ref()?;
        self.names.iter().position(|known| *known == name.value)
    }

    fn notes(&mut self, scope: &mut Scope, notes: impl Iterator<Item = &'a Words>) -> Vec<Placed<'a>> {
        notes.map(|words| self.bare(scope, NodeKind::Note, words)).collect()
    }

    /// The anchor of an item. Where its number is taken, a new list has begun.
    fn item(&mut self, scope: &mut Scope, number: &str) -> String {
        let item = |list: &str| if list.is_empty() { format!("i{number}") } else { format!("{list}.{number}") };
        let id = item(&scope.list);
        if self.taken.ids.insert(id.clone()) {
            return id;
        }
        // What was taken stays taken: the search goes on where it ended.
        let count = self.lists.entry((scope.base.clone(), number.to_owned())).or_insert(2);
        loop {
            let list = again(&scope.base, *count);
            let id = item(&list);
            if !self.numbered.contains(&list) && self.taken.ids.insert(id.clone()) {
                scope.list = list;
                return id;
            }
            *count += 1;
        }
    }

    fn unique(&mut self, id: &str) -> String {
        self.taken.take(id)
    }
}

/// The number of a point or an item; where it is lost, the one before it and an `x`.
fn number_or_lost(printed: Option<&Printed>, passage: &Passage, last: &mut String) -> String {
    if let Some(printed) = printed {
        *last = number(Some(printed));
        return last.clone();
    }
    let after = passage.after.as_ref().map(|after| number(Some(&Printed(after.clone()))));
    format!("{}x", after.as_ref().unwrap_or(last))
}

impl Scope {
    /// Points and sections are named by the annex they stand in, and by nothing else.
    fn child_of_annex(&self, name: &str) -> String {
        match self.base.split('.').next() {
            Some(annex) if annex.starts_with('a') => format!("{annex}.{name}"),
            _ => name.to_owned(),
        }
    }
}
