//! The pages of the editions of a regulation, and the choice of one.
//!
//! A former edition has its text on its page. The newest one is the regulation itself, whose page has the text and the
//! steps: its own page is the account of what its act changed.

use std::collections::BTreeMap;

use super::Inputs;
use super::acts::{encoding, has_slips, notice, regulation_crumbs, source, with_standing};
use super::addresses;
use super::differences::difference;
use super::frame::{About, Frame};
use super::labels::Labels;
use super::render::Rendered;
use super::text::{TextContext, before};
use super::view::{ChangeRow, EditionKnown, EditionLink, EditionMark, EditionPage, LackRow, Legend, Link, Words};
use crate::catalog::editions::{Edition, Lack, Lacks, Maker, Wording, editions, is_amended, makers};
use crate::lang::Text;
use crate::model::{self, Act, ActRef, Effect, Node, Regulation, walk};
use crate::vocabulary::Found;

/// The page of a regulation, from that of an edition.
const BACK: &str = "../../index.html";
/// The lists of addresses of a regulation, from the page of an edition: no act has changed one and left its words known.
const ADDRESSES: &str = "../../addresses/index.html";

/// The names of the editions that have a page: none where nothing was amended.
pub(super) fn with_page(inputs: Inputs<'_>, act: &Act, regulation: &Regulation) -> Vec<String> {
    let amended = is_amended(regulation).then(|| makers(inputs.catalog, act, regulation));
    amended.into_iter().flatten().map(|maker| maker.name).collect()
}

/// The editions to choose from on the page of a regulation: none where nothing was amended.
pub(super) fn choice_of(frame: &Frame<'_>, act: &Act, regulation: &Regulation) -> Vec<EditionLink> {
    if !is_amended(regulation) {
        return Vec::new();
    }
    let found = editions(frame.inputs.catalog, act, regulation);
    let mut links = choice(frame, &found, None, "editions/");
    if let Some(newest) = links.last_mut() {
        newest.account = newest.href.take();
    }
    links
}

/// The editions to choose from; `shown` is the one that the page shows, `to` leads to the folder of editions.
fn choice(frame: &Frame<'_>, found: &[Edition<'_>], shown: Option<&str>, to: &str) -> Vec<EditionLink> {
    let link = |edition: &Edition<'_>| {
        let name = &edition.maker.name;
        EditionLink {
            text: edition
                .maker
                .act
                .as_ref()
                .map_or_else(|| frame.say("edition-original", &[]), |act| frame.short_citation(act)),
            href: (shown != Some(name)).then(|| format!("{to}{name}/index.html")),
            account: None,
            unknown: edition.regulation().is_none(),
        }
    };
    found.iter().map(link).collect()
}

/// The page of an edition.
pub(super) fn page(frame: &Frame<'_>, act: &Act, regulation: &Regulation, name: &str) -> Rendered {
    let catalog = frame.inputs.catalog;
    let path = addresses::edition(&act.id, &regulation.name, name);
    let found = editions(catalog, act, regulation);
    // The plan has asked for the same names.
    let at = found.iter().position(|edition| edition.maker.name == name).unwrap_or(0);
    let (edition, newest) = (&found[at], at + 1 == found.len());
    let empty: Vec<Node> = Vec::new();
    let text = edition.regulation().map_or(&empty, |regulation| &regulation.text);
    let labels = Labels::new(&regulation.text);
    let (title, citation) = (frame.plain(&regulation.title), frame.citation(&act.name));
    let name = name_of(frame, &edition.maker);
    let cite_args = |place: Option<&str>| {
        let mut args = vec![("title", title.clone()), ("act", citation.clone()), ("edition", name.clone())];
        args.extend(place.map(|place| ("place", place.to_owned())));
        args
    };
    let cite = |place: &str| with_standing(frame, act, frame.say("cite-edition-place", &cite_args(Some(place))));
    let marks = marks(edition, regulation);
    let context = TextContext {
        frame,
        path: &path,
        act,
        labels: &labels,
        tables: edition.regulation().map_or(&regulation.tables, |own| &own.tables),
        addresses: Some(ADDRESSES),
        steps: &[],
        cite: &cite,
        marks: &marks,
    };
    let about = About {
        title: {
            let args = [("title", title.clone()), ("edition", name.clone())];
            frame.with_state(act, "title-with-state", "title", frame.say("edition-title", &args))
        },
        description: {
            let text = frame.say("describe-edition", &[("edition", name.clone()), ("act", citation.clone())]);
            Some(frame.with_state(act, "state-sentence", "text", text))
        },
        crumbs: frame.crumbs(&path, regulation_crumbs(frame, act, regulation)),
        source: Some(source(act)),
        encoding: Some(encoding(act, &regulation.id(), &regulation.digest)),
        path: path.clone(),
    };
    let made_by = edition.maker.act.as_ref().unwrap_or(&act.name);
    let service = catalog.corpus.services.get(&regulation.service);
    let shown: Vec<Node> = if newest { changed(text, edition) } else { Vec::new() };
    let text = if newest { &shown } else { text };
    let view = EditionPage {
        page: frame.head(about),
        title: frame.words(&regulation.title),
        status: frame.status(&path, act, service),
        translation: notice(frame, &path, act, text),
        editions: choice(frame, &found, Some(&edition.maker.name), "../"),
        made_by: frame.act_ref(&path, made_by),
        effect: effect(frame, act, made_by).map(|effect| frame.effect(effect)),
        known: known(edition),
        lacks: lacks(edition).map(|lack| lack_row(frame, &labels, lack)).collect(),
        changes: rows(frame, &labels, edition, newest),
        newest,
        regulation_href: BACK.to_owned(),
        cite: with_standing(frame, act, frame.say("cite-edition", &cite_args(None))),
        legend: Legend { sic: has_slips(text), translated: act.lang != frame.lang, added: true, ..Legend::default() },
        text: context.nodes(text),
        name,
    };
    frame.render("edition.html", &view)
}

/// «первоначальная редакция».
fn name_of(frame: &Frame<'_>, maker: &Maker) -> String {
    match &maker.act {
        None => frame.say("edition-name-original", &[]),
        Some(act) => frame.say("edition-name", &[("act", frame.short_citation(act))]),
    }
}

/// When the act that made an edition takes effect.
fn effect<'a>(frame: &Frame<'a>, act: &'a Act, by: &ActRef) -> Option<&'a Effect> {
    let other = act.others.iter().find(|other| other.act.id == by.id).and_then(|other| other.effect.as_ref());
    let own = || if by.id == act.id { Some(act) } else { frame.inputs.catalog.act(&by.id) };
    other.or_else(|| own().and_then(|act| act.effect.as_ref().or(act.in_force.as_ref())))
}

/// The places of which a reader of the text is to know that their words are unknown.
fn lacks<'e>(edition: &'e Edition<'_>) -> impl Iterator<Item = &'e Lack> {
    edition.lacks().iter().filter(|lack| lack.what != Lacks::Reading)
}

fn known(edition: &Edition<'_>) -> EditionKnown {
    match edition.wording {
        Wording::Unknown { existed: Found::Yes } => EditionKnown::Unknown,
        Wording::Unknown { .. } => EditionKnown::Perhaps,
        Wording::Encoded(_) | Wording::Former(..) if lacks(edition).next().is_some() => EditionKnown::Lacking,
        Wording::Encoded(_) | Wording::Former(..) => EditionKnown::Exact,
    }
}

fn lack_row(frame: &Frame<'_>, labels: &Labels<'_>, lack: &Lack) -> LackRow {
    LackRow { at: labels.link(frame, &lack.at), perhaps_absent: lack.what == Lacks::Existence }
}

/// What is to be said of the elements of a former edition.
fn marks(edition: &Edition<'_>, newest: &Regulation) -> BTreeMap<String, EditionMark> {
    let Some(own) = edition.regulation() else { return BTreeMap::new() };
    let mut today = BTreeMap::new();
    walk(&newest.text, &mut |node| {
        today.insert(node.id.as_str(), (&node.title, &node.text));
    });
    let mut marks = BTreeMap::new();
    walk(&own.text, &mut |node| {
        if today.get(node.id.as_str()).is_some_and(|today| *today != (&node.title, &node.text)) {
            marks.insert(node.id.clone(), EditionMark::Former);
        }
    });
    marks.extend(lacks(edition).map(|lack| {
        let mark = if lack.what == Lacks::Existence { EditionMark::PerhapsAbsent } else { EditionMark::Unknown };
        (lack.at.clone(), mark)
    }));
    marks
}

/// The elements that the act of an edition changed, each with what stands under it.
fn changed(nodes: &[Node], edition: &Edition<'_>) -> Vec<Node> {
    let is_changed = |node: &Node| edition.changes.iter().any(|change| change.at == Some(node.id.as_str()));
    let found = |node: &Node| if is_changed(node) { vec![node.clone()] } else { changed(&node.children, edition) };
    nodes.iter().flat_map(found).collect()
}

/// What an act changed: places that it changed in the same way stand together.
fn rows(frame: &Frame<'_>, labels: &Labels<'_>, edition: &Edition<'_>, newest: bool) -> Vec<ChangeRow> {
    let mut rows: Vec<ChangeRow> = Vec::new();
    for change in &edition.changes {
        let at = change.at.map(|at| place(frame, labels, edition, at, newest));
        let words = change.at.and_then(|at| both_wordings(frame, edition, at, &change.amendment.before));
        let row = ChangeRow {
            op: change.amendment.op,
            at: at.into_iter().collect(),
            before: before(&change.amendment.before),
            words,
        };
        let same = |other: &&mut ChangeRow| {
            let wordless = other.words.is_none() && row.words.is_none();
            (other.op, other.before, other.at.is_empty()) == (row.op, row.before, row.at.is_empty()) && wordless
        };
        match rows.iter_mut().find(same) {
            Some(other) => other.at.extend(row.at),
            None => rows.push(row),
        }
    }
    rows
}

/// A place that an act changed: in the text of the newest edition it stands on the page of the regulation.
fn place(frame: &Frame<'_>, labels: &Labels<'_>, edition: &Edition<'_>, at: &str, newest: bool) -> Link {
    let link = labels.link(frame, at);
    let mut stands = false;
    let text = edition.regulation().map_or(&[] as &[Node], |regulation| &regulation.text);
    walk(text, &mut |node| stands |= node.id == at);
    // What is not in the text of the edition stands in the newest one.
    if newest || !stands { Link { href: format!("{BACK}{}", link.href), ..link } } else { link }
}

/// The words of a place with what went and what came, where both wordings are known in the language of the page.
fn both_wordings(frame: &Frame<'_>, edition: &Edition<'_>, at: &str, before: &model::Before) -> Option<Words> {
    let model::Before::Text(former) = before else { return None };
    let mut own: Option<&Text> = None;
    walk(&edition.regulation()?.text, &mut |node| {
        if node.id == at {
            own = node.text.as_ref().or(node.title.as_ref()).filter(|_| node.redacted.is_none());
        }
    });
    let (own, former) = (own?.shown(frame.lang), former.shown(frame.lang));
    (own.lang == former.lang)
        .then(|| Words { lang: frame.foreign(own.lang), runs: difference(own.words, former.words) })
}
