//! The page of an act.

use std::collections::BTreeMap;

use super::address_lists;
use super::addresses;
use super::frame::{About, Frame};
use super::labels::Labels;
use super::lineage::LineContext;
use super::lists::{place_link, service_link};
use super::render::Rendered;
use super::text::{TextContext, finding_rows};
use super::view::{
    ActPage, ActPassport, Encoding, Legend, Publication, Registration, RegulationRow, Source, TranslationNotice,
    TranslationState,
};
use crate::catalog::Standing;
use crate::lang::Text;
use crate::model::{Act, Node, Regulation, walk};
use crate::vocabulary::{Channel, Role, TranslationStatus};

/// The page of an act.
pub(super) fn act(frame: &Frame<'_>, act: &Act) -> Rendered {
    let catalog = frame.inputs.catalog;
    let path = addresses::act(&act.id);
    let labels = Labels::new(&act.text);
    let cite = |place: &str| {
        let args =
            [("act", frame.citation(&act.name)), ("title", frame.plain(&act.title)), ("place", place.to_owned())];
        with_standing(frame, act, frame.say("cite-act-place", &args))
    };
    let text = TextContext {
        frame,
        path: &path,
        act,
        labels: &labels,
        tables: &act.tables,
        addresses: None,
        steps: &[],
        cite: &cite,
        marks: &BTreeMap::new(),
    };
    let findings = frame.inputs.findings.get(&act.id).map(Vec::as_slice).unwrap_or_default();
    let citation = frame.citation(&act.name);
    let about = About {
        title: frame.with_state(act, "act-title-with-state", "title", citation.clone()),
        description: {
            let text = frame.say("describe-act", &[("act", citation.clone())]);
            Some(frame.with_state(act, "act-state-sentence", "text", text))
        },
        crumbs: frame.crumbs(&path, vec![place_crumb(frame, act)]),
        source: Some(source(act)),
        encoding: Some(encoding(act, &act.id, &act.digest)),
        path: path.clone(),
    };
    let cite_args = [("act", citation.clone()), ("title", frame.plain(&act.title))];
    let slips = has_slips(&act.text);
    let of = citation.clone();
    let line = LineContext { frame, path: &path, id: "line".to_owned(), of, here: Some(&act.id), of_act: true };
    let line = line.lineage(&catalog.lineage_of_act(act));
    let view = ActPage {
        page: frame.head(about),
        title: frame.words(&act.title),
        cite: with_standing(frame, act, frame.say("cite-act", &cite_args)),
        citation,
        status: frame.status(&path, act, None),
        translation: notice(frame, &path, act, &act.text),
        passport: passport(frame, &path, act),
        regulations: act.regulations.iter().map(|regulation| row(frame, &path, regulation)).collect(),
        line: (line.acts > 1).then_some(line),
        findings: finding_rows(frame, &labels, findings),
        text: text.nodes(&act.text),
        legend: Legend { sic: slips, translated: act.lang != frame.lang, added: slips, ..Legend::default() },
    };
    frame.render("act.html", &view)
}

/// A citation with what has become of the act; in the other language, with the word that it is a translation.
pub(super) fn with_standing(frame: &Frame<'_>, act: &Act, citation: String) -> String {
    let translated = frame.lang != act.lang && act.title.shown(frame.lang).status.is_some();
    let citation = if translated { frame.say("cite-translated", &[("citation", citation)]) } else { citation };
    match frame.inputs.catalog.standing(act) {
        Standing::Repealed { by, .. } => {
            frame.say("cite-repealed", &[("citation", citation), ("by", frame.citation_as(by, "act-citation-by"))])
        }
        Standing::Unknown => frame.say("cite-unknown", &[("citation", citation)]),
    }
}

/// Whether a text has marked slips.
pub(super) fn has_slips(text: &[Node]) -> bool {
    let mut found = false;
    walk(text, &mut |node| found |= !node.slips.is_empty());
    found
}

/// The place of an act as a breadcrumb.
pub(super) fn place_crumb(frame: &Frame<'_>, act: &Act) -> (String, String) {
    let place = frame.inputs.catalog.corpus.places.get(&act.place);
    let name = place.map_or_else(|| act.place.clone(), |place| frame.plain(&place.name));
    (name, addresses::place(&act.place))
}

/// The way to a page that hangs on that of a regulation: the place, the act, the regulation.
pub(super) fn regulation_crumbs(frame: &Frame<'_>, act: &Act, regulation: &Regulation) -> Vec<(String, String)> {
    vec![
        place_crumb(frame, act),
        (frame.short_citation(&act.name), addresses::act(&act.id)),
        (frame.plain(&regulation.title), addresses::regulation(&act.id, &regulation.name)),
    ]
}

/// Where the text of an act comes from.
pub(super) fn source(act: &Act) -> Source {
    Source {
        address: act.source.address.clone(),
        publisher: act.source.publisher.clone(),
        form: act.source.form.clone(),
    }
}

/// Which encoding made a page.
pub(super) fn encoding(act: &Act, id: &str, digest: &str) -> Encoding {
    let short = |digest: &str| digest.chars().take(12).collect::<String>();
    Encoding {
        id: id.to_owned(),
        digest: short(digest),
        source_digest: act.source.digest.strip_prefix("sha256:").map(short),
    }
}

/// How much of a text is translated into the page's language; `None` where the page shows the original or an official
/// text.
pub(super) fn translation_state(frame: &Frame<'_>, text: &[Node]) -> Option<TranslationState> {
    let mut texts = Vec::new();
    walk(text, &mut |node| texts.extend(node.title.iter().chain(&node.text)));
    state_of(frame, texts)
}

/// How much of some texts is translated into the page's language; `None` where the page shows the original or an
/// official text.
pub(super) fn state_of<'t>(frame: &Frame<'_>, texts: impl IntoIterator<Item = &'t Text>) -> Option<TranslationState> {
    let mut translated = 0;
    let mut missing = 0;
    let mut worst = TranslationStatus::Official;
    for text in texts {
        let shown = text.shown(frame.lang);
        match shown.status {
            Some(status) => {
                translated += 1;
                worst = worst.max(status);
            }
            None if shown.lang != frame.lang => missing += 1,
            None => {}
        }
    }
    match (translated, missing, worst) {
        (0, 0, _) | (_, 0, TranslationStatus::Official) => None,
        (0, _, _) => Some(TranslationState::Original),
        (_, 0, TranslationStatus::Reviewed) => Some(TranslationState::Reviewed),
        (_, 0, TranslationStatus::Unofficial) => Some(TranslationState::Unofficial),
        _ => Some(TranslationState::Partial),
    }
}

/// What is to be said of the language of a text.
pub(super) fn notice(frame: &Frame<'_>, path: &str, act: &Act, text: &[Node]) -> Option<TranslationNotice> {
    notice_of(path, act, translation_state(frame, text))
}

/// What is to be said of the language of texts that are translated so far.
pub(super) fn notice_of(path: &str, act: &Act, state: Option<TranslationState>) -> Option<TranslationNotice> {
    Some(TranslationNotice {
        state: state?,
        original: act.lang.as_str().to_owned(),
        official: None,
        original_href: format!("../{}{}/{path}", addresses::up(path), act.lang.as_str()),
    })
}

fn passport(frame: &Frame<'_>, path: &str, act: &Act) -> ActPassport {
    ActPassport {
        adopted_by: frame.plain(&act.adopted_by),
        place: place_link(frame, path, &act.place),
        number: act.number.clone(),
        signed: frame.date(act.signed),
        registered: act.registered.as_ref().map(|registered| Registration {
            date: frame.date(registered.date),
            number: registered.number.clone(),
            by: registered.by.as_ref().map(|by| frame.words(by)),
        }),
        published: act.published.as_ref().map(|published| Publication {
            date: frame.date(published.date),
            place: published.place.as_ref().map(|place| frame.words(place)),
        }),
        effect: act.effect.as_ref().or(act.in_force.as_ref()).map(|effect| frame.effect(effect)),
        language: act.lang.as_str().to_owned(),
    }
}

fn row(frame: &Frame<'_>, path: &str, regulation: &Regulation) -> RegulationRow {
    let up = addresses::up(path);
    let mut channels: Vec<Channel> = Vec::new();
    let sequences = || regulation.processes.iter().filter(|process| process.role == Role::Sequence);
    for channel in sequences().flat_map(|process| &process.scope.channels) {
        if !channels.contains(channel) {
            channels.push(*channel);
        }
    }
    let service = frame.inputs.catalog.corpus.services.get(&regulation.service);
    let differs = service.is_none_or(|service| service.name.words != regulation.title.words);
    RegulationRow {
        ordinal: regulation.ordinal,
        title: frame.words(&regulation.title),
        href: format!("{up}{}", addresses::regulation(&regulation.act, &regulation.name)),
        both_href: format!("{up}{}", addresses::both(&regulation.act, &regulation.name)),
        service: differs.then(|| service_link(frame, path, &regulation.service)),
        channels,
        addresses_href: address_lists::has_page(regulation)
            .then(|| format!("{up}{}", addresses::address_lists(&regulation.act, &regulation.name))),
        steps: super::home::count(sequences().map(|process| process.steps.len()).sum()),
    }
}
