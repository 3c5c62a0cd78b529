//! From placed elements to the nodes of the model: the text, word for word, with its marks.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::anchors::{Origin, Placed};
use super::memory::{Speaker, bilingual};
use super::references::reference;
use super::tables::{self, TableNames};
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::{Text, fold_spaces};
use crate::model::{Amendment, Before, Node, NodeKind, Slip, TableShape};
use crate::source::schema::{Amended, Entries, Many, Passage, Words, each};
use crate::vocabulary::{Found, HeadingState, TableForm, TranslationStatus};

/// What the nodes of a document are made with.
pub(super) struct NodesOf<'a> {
    pub context: &'a Context<'a>,
    /// The anchors of the document.
    pub anchors: &'a BTreeSet<String>,
    pub tables: TableNames<'a>,
    /// How the tables are to be read: filled by the way.
    pub shapes: BTreeMap<String, TableShape>,
    /// The annexes that no place refers to: filled by the way.
    pub unreferenced: Vec<String>,
}

impl<'a> NodesOf<'a> {
    pub(super) fn new(context: &'a Context<'a>, anchors: &'a BTreeSet<String>, tables: TableNames<'a>) -> Self {
        Self { context, anchors, tables, shapes: BTreeMap::new(), unreferenced: Vec::new() }
    }
}

/// The nodes of some placed elements.
pub(super) fn nodes(of: &mut NodesOf<'_>, speaker: &mut Speaker<'_>, placed: &[Placed<'_>]) -> Vec<Node> {
    placed.iter().map(|element| node(of, speaker, element)).collect()
}

fn node(of: &mut NodesOf<'_>, speaker: &mut Speaker<'_>, placed: &Placed<'_>) -> Node {
    let context = of.context;
    let mut node = Node {
        id: placed.id.clone(),
        kind: placed.kind,
        number: None,
        title: None,
        text: None,
        process: None,
        table: None,
        lost: None,
        heading: None,
        slips: Vec::new(),
        defines: Vec::new(),
        refers_from: Vec::new(),
        refers: Vec::new(),
        amended: Vec::new(),
        doubt: None,
        redacted: None,
        span: placed.span(),
        children: Vec::new(),
    };
    match placed.source {
        Origin::Words(words) => node.text = Some(speaker.text(words)),
        Origin::Section(section) => {
            let printed = section.section.as_ref().map(|printed| printed.0.value.clone());
            node.number = printed.filter(|printed| !printed.is_empty());
            node.title = section.title.as_ref().map(|title| speaker.text(title));
            node.heading = section.heading.as_ref().map(|state| state.value);
            if node.title.is_none() && node.heading != Some(HeadingState::Lost) {
                speaker.report(Diagnostic::new(Code::MissingField, node.span).with("field", "title"));
            }
            node.amended = amendments(context, speaker, section.amended.as_ref(), &placed.children);
        }
        Origin::Annex(annex) => {
            let printed = annex.annex.as_ref().map(|printed| printed.0.value.clone());
            node.number = printed.filter(|printed| !printed.is_empty());
            node.title = annex.title.as_ref().map(|title| speaker.text(title));
            node.heading = annex.heading.as_ref().map(|state| state.value);
            node.lost = annex.lost.as_ref().map(|lost| lost.value);
            let places = each(annex.refers_from.as_ref()).map(|place| place.value.clone());
            node.refers_from = places.filter(|place| place != "none").collect();
            if each(annex.refers_from.as_ref()).any(|place| place.value == "none") {
                of.unreferenced.push(placed.id.clone());
            }
            node.amended = amendments(context, speaker, annex.amended.as_ref(), &placed.children);
        }
        Origin::Process(block) => node.process = Some(block.process.value.clone()),
        Origin::Table(table) => {
            if table.form.value == TableForm::Blank {
                node.kind = NodeKind::Form;
            }
            node.title = table.table.as_ref().filter(|title| !title.value.is_empty()).map(|title| speaker.text(title));
            node.process = table.process.as_ref().map(|name| name.value.clone());
            let (printed, shape) = tables::printed(speaker, &of.tables, table, placed);
            node.table = Some(printed);
            of.shapes.insert(placed.id.clone(), shape);
            node.amended = amendments(context, speaker, table.amended.as_ref(), &placed.children);
        }
        Origin::Passage(passage) => fill_passage(of, speaker, &mut node, passage, &placed.children),
        Origin::Lost(block) => {
            node.lost = Some(block.lost.value);
            node.text = block.text.as_ref().map(|text| speaker.text(text));
        }
    }
    let is_step_table = matches!(placed.source, Origin::Table(table) if table.process.is_some());
    node.children = placed
        .children
        .iter()
        // The steps of a table stand in its rows.
        .filter(|child| !(is_step_table && child.step_of.is_some()))
        .map(|child| self::node(of, speaker, child))
        .collect();
    node
}

fn fill_passage(
    of: &mut NodesOf<'_>,
    speaker: &mut Speaker<'_>,
    node: &mut Node,
    passage: &Passage,
    under: &[Placed<'_>],
) {
    let printed = passage.point.as_ref().or(passage.n.as_ref());
    node.number = printed.map(|printed| printed.0.value.clone());
    node.text = passage.words().map(|words| speaker.text(words));
    node.doubt = passage.doubt.as_ref().map(|doubt| speaker.text(doubt));
    node.redacted = passage.redacted.as_ref().map(|reason| speaker.text(reason));
    node.amended = amendments(of.context, speaker, passage.amended.as_ref(), under);
    node.refers = each(passage.refers.as_ref()).map(|entry| reference(speaker, of.anchors, entry)).collect();
    let text = passage.words().map(|words| fold_spaces(words)).unwrap_or_default();
    for (words, meant) in &passage.sic {
        if speaker.quotation(words, &[&text]) {
            node.slips.push(Slip { words: fold_spaces(words), meant: fold_spaces(meant), span: words.span });
        }
    }
    node.defines = defined(speaker, &passage.defines, &text);
}

fn defined(speaker: &mut Speaker<'_>, defines: &Entries<Words>, text: &str) -> Vec<(Text, Text)> {
    let mut defined = Vec::new();
    for (short, long) in defines {
        if speaker.quotation(short, &[text]) && speaker.quotation(long, &[text]) {
            defined.push((speaker.text(short), speaker.text(long)));
        }
    }
    defined
}

/// The amendments of an element, and of what stands under it the notes that tell of them. The acts they name must be
/// known.
pub(super) fn amendments(
    context: &Context<'_>,
    speaker: &mut Speaker<'_>,
    amended: Option<&Many<Amended>>,
    under: &[Placed<'_>],
) -> Vec<Amendment> {
    let mut amendments = Vec::new();
    for entry in each(amended) {
        if let Err(fault) = context.act(&entry.act) {
            speaker.report(fault);
        }
        let existed = entry.existed.as_ref().map_or(Found::Yes, |found| found.value);
        let before = match entry.before.as_ref() {
            Some(words) if words.value == "absent" => Before::Absent,
            Some(words) if words.value == "unknown" => Before::Unknown { existed },
            Some(words) => Before::Text(speaker.text(words)),
            None if entry.op.value == crate::vocabulary::Operation::Added => Before::Absent,
            None => Before::Unknown { existed },
        };
        let is_note = |child: &&Placed<'_>| entry.note.as_ref().is_some_and(|note| child.is_of(note));
        let note = under.iter().find(is_note).map(|child| child.id.clone());
        amendments.push(Amendment { op: entry.op.value, act: entry.act.value.clone(), before, note });
    }
    amendments
}

/// The editor's words in both languages.
pub(super) fn added(both: Option<&crate::source::schema::Bilingual>) -> Option<Text> {
    bilingual(both?, TranslationStatus::Reviewed)
}

impl Context<'_> {
    /// The digest of a file, in hexadecimal.
    pub(super) fn digest(&self, file: crate::diagnostic::FileId) -> String {
        let text = self.project.files.get(file.0 as usize).map_or("", |file| file.text.as_str());
        blake3::hash(text.as_bytes()).to_hex().to_string()
    }

    /// The act of an id.
    pub(super) fn act(&self, id: &Words) -> Result<crate::model::ActRef, Diagnostic> {
        let name = super::names::known(Code::UnknownAct, "act", id, self.acts.keys().map(String::as_str))?;
        Ok(self.acts[&name].clone())
    }
}
