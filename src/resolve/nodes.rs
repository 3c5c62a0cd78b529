//! From placed elements to the nodes of the model: the text, word for word, with its marks.

use super::Context;
use super::anchors::{Origin, Placed};
use super::memory::{Speaker, bilingual};
use super::tables;
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::{Text, fold_spaces};
use crate::model::{Amendment, Before, Node, NodeKind, Reference, Slip};
use crate::source::schema::{Amended, Entries, Many, Passage, Words, each};
use crate::vocabulary::{Found, TableForm, TranslationStatus};

/// The nodes of some placed elements.
pub(super) fn nodes(context: &Context<'_>, speaker: &mut Speaker<'_>, placed: &[Placed<'_>]) -> Vec<Node> {
    placed.iter().map(|element| node(context, speaker, element)).collect()
}

fn node(context: &Context<'_>, speaker: &mut Speaker<'_>, placed: &Placed<'_>) -> Node {
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
            node.number = section.section.as_ref().map(|printed| printed.0.value.clone());
            node.title = Some(speaker.text(&section.title));
            node.heading = section.heading.as_ref().map(|state| state.value);
            node.amended = amendments(context, speaker, section.amended.as_ref());
        }
        Origin::Annex(annex) => {
            let printed = annex.annex.as_ref().map(|printed| printed.0.value.clone());
            node.number = printed.filter(|printed| !printed.is_empty());
            node.title = annex.title.as_ref().map(|title| speaker.text(title));
            node.heading = annex.heading.as_ref().map(|state| state.value);
            node.lost = annex.lost.as_ref().map(|lost| lost.value);
            let places = each(annex.refers_from.as_ref()).map(|place| place.value.clone());
            node.refers_from = places.filter(|place| place != "none").collect();
            node.amended = amendments(context, speaker, annex.amended.as_ref());
        }
        Origin::Process(block) => node.process = Some(block.process.value.clone()),
        Origin::Table(table) => {
            if table.form.value == TableForm::Blank {
                node.kind = NodeKind::Form;
            }
            node.title = table.table.as_ref().filter(|title| !title.value.is_empty()).map(|title| speaker.text(title));
            node.process = table.process.as_ref().map(|name| name.value.clone());
            node.table = Some(tables::printed(speaker, table, placed));
            node.amended = amendments(context, speaker, table.amended.as_ref());
        }
        Origin::Passage(passage) => fill_passage(context, speaker, &mut node, passage),
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
        .filter(|child| !(is_step_table && matches!(child.source, Origin::Passage(_))))
        .map(|child| self::node(context, speaker, child))
        .collect();
    node
}

fn fill_passage(context: &Context<'_>, speaker: &mut Speaker<'_>, node: &mut Node, passage: &Passage) {
    let printed = passage.point.as_ref().or(passage.n.as_ref());
    node.number = printed.map(|printed| printed.0.value.clone());
    node.text = passage.words().map(|words| speaker.text(words));
    node.doubt = passage.doubt.as_ref().map(|doubt| speaker.text(doubt));
    node.redacted = passage.redacted.as_ref().map(|reason| speaker.text(reason));
    node.amended = amendments(context, speaker, passage.amended.as_ref());
    node.refers = each(passage.refers.as_ref())
        .map(|reference| Reference {
            annex: reference.annex.as_ref().map(|printed| printed.0.value.clone()),
            point: reference.point.as_ref().map(|printed| printed.0.value.clone()),
            act: reference.act.as_ref().map(|act| act.value.clone()),
            meant: reference.meant.as_ref().map(|place| place.value.clone()),
            found: reference.found.as_ref().map_or(Found::Yes, |found| found.value),
        })
        .collect();
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

/// The amendments of an element. The acts they name must be known.
pub(super) fn amendments(
    context: &Context<'_>,
    speaker: &mut Speaker<'_>,
    amended: Option<&Many<Amended>>,
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
        amendments.push(Amendment { op: entry.op.value, act: entry.act.value.clone(), before });
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
