//! The reference book of the business processes of a regulation: for print.

use std::collections::BTreeSet;

use super::acts::{encoding, notice, regulation_crumbs, source};
use super::addresses;
use super::doubts::doubts;
use super::frame::{About, Frame};
use super::labels::Labels;
use super::lists::{place_link, service_link};
use super::render::Rendered;
use super::tellings::StepsContext;
use super::view::{Abbreviation, ArrowTo, BookDiagram, BookPage, Inferred, InferredArrow, Link, Sequence, Telling};
use crate::diagram::Notation;
use crate::flow;
use crate::lang::Text;
use crate::model::{Act, Node, Process, Regulation, Sure, Term, walk};
use crate::vocabulary::{GlossaryKind, Role};

/// The page of the book.
pub(super) fn book(frame: &Frame<'_>, act: &Act, regulation: &Regulation) -> Rendered {
    let path = addresses::book(&act.id, &regulation.name);
    let labels = Labels::new(&regulation.text).seen_from("../index.html");
    let title = frame.plain(&regulation.title);
    let pages = regulation_crumbs(frame, act, regulation);
    let about = About {
        title: frame.with_state(act, "title-with-state", "title", frame.say("book-title", &[("title", title)])),
        description: Some(frame.with_state(act, "state-sentence", "text", frame.say("describe-book", &[]))),
        crumbs: frame.crumbs(&path, pages),
        source: Some(source(act)),
        encoding: Some(encoding(act, &regulation.id(), &regulation.digest)),
        path: path.clone(),
    };
    let other = frame.in_language(frame.lang.other());
    let own = StepsContext::new(frame, &labels, regulation);
    let twin = StepsContext::new(&other, &labels, regulation);
    let told =
        || regulation.processes.iter().filter(|process| process.role == Role::Sequence && !process.steps.is_empty());
    let notations: BTreeSet<Notation> = own.pictures.iter().map(|picture| Notation::of(&picture.shown())).collect();
    let service = frame.inputs.catalog.corpus.services.get(&regulation.service);
    let sequences: Vec<Sequence> = told().map(|process| sequence(&own, &twin, process)).collect();
    let diagrams = sequences.iter().flat_map(|sequence| &sequence.diagrams);
    let signs: BTreeSet<&str> = diagrams.flat_map(|diagram| diagram.sketch.added_signs()).collect();
    let view = BookPage {
        page: frame.head(about),
        title: frame.words(&regulation.title),
        act: frame.act_ref(&path, &act.name),
        service: service_link(frame, &path, &regulation.service),
        place: place_link(frame, &path, &act.place),
        status: frame.status(&path, act, service),
        translation: notice(frame, &path, act, &regulation.text),
        regulation_href: "../index.html".to_owned(),
        sequences,
        signs: signs.into_iter().collect(),
        notations: notations.into_iter().collect(),
        abbreviations: abbreviations(frame, act, regulation),
        inferred: told().filter_map(|process| inferred(&own, process)).collect(),
        doubts: doubts(frame, &labels, regulation),
    };
    frame.render("book.html", &view)
}

/// A sequence: its diagrams, and its table without what is folded under it on the page of the regulation.
fn sequence(own: &StepsContext<'_, '_>, twin: &StepsContext<'_, '_>, process: &Process) -> Sequence {
    let pictures = own.pictures.iter().zip(&twin.pictures).filter(|(picture, _)| picture.main.name == process.name);
    let diagrams = pictures
        .map(|(picture, same)| BookDiagram { sketch: own.sketch(picture, None), other: twin.sketch(same, None).words });
    let diagrams = diagrams.collect();
    let telling = own.telling_by_name(&process.name);
    // In the book a picture stands with the telling from which others branch off.
    let shared_diagram = own.picture_of(process).filter(|picture| picture.main.name != process.name).map(|picture| {
        Link { text: own.labels.place(own.frame, &picture.main.at), href: format!("#sequence-{}", picture.main.name) }
    });
    Sequence {
        channels: process.scope.channels.clone(),
        scope: own.scope_names(&process.scope, false),
        diagrams,
        telling: telling.map(|telling| Telling {
            diagrams: Vec::new(),
            shared_diagram,
            continued: Vec::new(),
            folded: Vec::new(),
            ..telling
        }),
    }
}

/// The abbreviations that the texts of a regulation use: what the act itself says of them, else what the glossary does.
fn abbreviations(frame: &Frame<'_>, act: &Act, regulation: &Regulation) -> Vec<Abbreviation> {
    let mut texts: Vec<&str> = Vec::new();
    let mut defined: Vec<(&Text, &Text)> = Vec::new();
    for nodes in [&act.text, &regulation.text] {
        collect(nodes, &mut texts, &mut defined);
    }
    let is_used = |short: &str| texts.iter().any(|text| has_word(text, short));
    let terms = frame.inputs.catalog.corpus.terms.iter().filter(|term| term.kind == GlossaryKind::Abbreviation);
    let used = terms.filter(|term| names(term).any(is_used));
    let meant = used.filter_map(|term| Some((&term.name, term.meaning.as_ref()?)));
    let mut known = BTreeSet::new();
    let all = defined.into_iter().chain(meant).filter(|(short, _)| known.insert(&short.words));
    all.map(|(short, long)| Abbreviation { short: frame.words(short), long: frame.words(long) }).collect()
}

fn names(term: &Term) -> impl Iterator<Item = &str> {
    let aliases = term.aliases_ru.iter().chain(&term.aliases_kk);
    std::iter::once(&term.name.words).chain(aliases).map(String::as_str)
}

fn collect<'n>(nodes: &'n [Node], texts: &mut Vec<&'n str>, defined: &mut Vec<(&'n Text, &'n Text)>) {
    walk(nodes, &mut |node| {
        texts.extend(node.text.iter().chain(&node.title).map(|text| text.words.as_str()));
        defined.extend(node.defines.iter().map(|(short, long)| (short, long)));
    });
}

/// Whether a word stands in a text by itself.
fn has_word(text: &str, word: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(word)
        .any(|(at, _)| !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + word.len()..].chars().next()))
}

/// What the editor has inferred of a sequence; nothing where the act says all.
fn inferred(own: &StepsContext<'_, '_>, process: &Process) -> Option<Inferred> {
    let graph = flow::graph(process);
    let mut arrows = Vec::new();
    for index in 0..process.steps.len() {
        let row = own.step_row(process, &graph, index);
        let from = own.step_link(process, index);
        for arrow in row.next.into_iter().filter(|arrow| arrow.stated.is_none() && arrow.to != ArrowTo::Unknown) {
            arrows.push(InferredArrow { from: from.clone(), to: arrow.to, step: arrow.step });
        }
    }
    let steps = |is: &dyn Fn(&crate::model::Step) -> bool| {
        let found = process.steps.iter().enumerate().filter(|(_, step)| is(step));
        found.map(|(index, _)| own.step_link(process, index)).collect::<Vec<_>>()
    };
    let inferred = Inferred {
        at: own.labels.link(own.frame, &process.at),
        arrows,
        doers: steps(&|step| step.doers.sure == Sure::Likely || step.doers.inherited),
        limits: steps(&|step| step.limits.iter().any(|limit| limit.inferred)),
    };
    let is_empty = inferred.arrows.is_empty() && inferred.doers.is_empty() && inferred.limits.is_empty();
    (!is_empty).then_some(inferred)
}
