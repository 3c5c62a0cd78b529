//! The root, the page for addresses that do not exist, and the home page.

use std::collections::BTreeMap;

use super::changes::changes;
use super::frame::{About, Frame};
use super::render::Rendered;
use super::view::{
    ActRow, Alternate, Change, ChangeKind, Counts, HomePage, LetterGroup, Link, NotFoundPage, PlaceRow, RootLanguage,
    RootPage, ServiceRow, State, TopicGroup,
};
use super::{Inputs, Job, addresses};
use crate::catalog::{Event, EventKind, Standing};
use crate::lang::{Collation, Lang};
use crate::model::{Act, Service};

/// How many changes are shown before the others are folded.
const LATEST: usize = 8;

/// `index.html` of the root: the choice of language.
pub(super) fn root(job: Job<'_>) -> Rendered {
    let inputs = job.inputs;
    let base = inputs.site.base_url.as_ref();
    let alternates = base.iter().flat_map(|base| {
        Lang::ALL.map(|lang| Alternate {
            lang: lang.as_str().to_owned(),
            href: format!("{base}{}/index.html", lang.as_str()),
        })
    });
    let view = RootPage {
        canonical: base.map(|base| format!("{base}index.html")),
        alternates: alternates.collect(),
        languages: languages(inputs, |say| (say("root-lead"), None, say("root-enter"))),
    };
    job.render(Lang::Kk, "root.html", &view)
}

/// `404.html` of the root.
pub(super) fn missing(job: Job<'_>) -> Rendered {
    let inputs = job.inputs;
    let base = inputs.site.base_url.as_ref();
    let view = NotFoundPage {
        root: base.map(|base| path_of(base)).unwrap_or_default(),
        languages: languages(inputs, |say| {
            (say("not-found-text"), Some(say("not-found-title")), say("not-found-home"))
        }),
    };
    job.render(Lang::Kk, "404.html", &view)
}

/// The languages on a page that stands outside of both: with a lead, a title and the words of the link to each.
fn languages(
    inputs: Inputs<'_>,
    words: impl Fn(&dyn Fn(&str) -> String) -> (String, Option<String>, String),
) -> Vec<RootLanguage> {
    let language = |lang: Lang| {
        let (lead, title, link) = words(&|id| inputs.messages[&lang].text(id));
        RootLanguage {
            lang: lang.as_str().to_owned(),
            site_name: inputs.site.name.shown(lang).words.to_owned(),
            lead,
            title,
            link,
            href: format!("{}/{}", lang.as_str(), addresses::HOME),
        }
    };
    Lang::ALL.map(language).to_vec()
}

/// The path of an address: what stands behind the host.
fn path_of(url: &str) -> String {
    let behind = url.split_once("://").map_or(url, |(_, rest)| rest);
    behind.find('/').map_or_else(|| "/".to_owned(), |at| behind[at..].to_owned())
}

/// The home page.
pub(super) fn home(frame: &Frame<'_>) -> Rendered {
    let catalog = frame.inputs.catalog;
    let corpus = catalog.corpus;
    let mut acts: Vec<&Act> = corpus.acts.iter().collect();
    acts.sort_by(|a, b| b.signed.cmp(&a.signed).then_with(|| a.id.cmp(&b.id)));
    let order = Collation::of(frame.lang);
    let mut services: Vec<&Service> = corpus.services.values().collect();
    services.sort_by(|a, b| order.compare(&frame.plain(&a.name), &frame.plain(&b.name)));
    let topics = corpus.topics.iter().map(|topic| TopicGroup {
        id: topic.id.clone(),
        name: frame.plain(&topic.name),
        services: services
            .iter()
            .filter(|service| service.topic == topic.id)
            .map(|service| service_row(frame, service))
            .collect(),
    });
    let mut letters: Vec<LetterGroup> = Vec::new();
    for service in &services {
        let letter = frame.plain(&service.name).chars().find(|letter| letter.is_alphabetic());
        let letter = letter.map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        match letters.last_mut().filter(|group| group.letter == letter) {
            Some(group) => group.services.push(service_row(frame, service)),
            None => {
                let id = (letters.len() + 1).to_string();
                letters.push(LetterGroup { letter, id, services: vec![service_row(frame, service)] });
            }
        }
    }
    let mut places: Vec<PlaceRow> = Vec::new();
    for place in corpus.places.values() {
        let own = catalog.of_place(&place.id);
        if !own.is_empty() {
            places.push(PlaceRow {
                link: Link { text: frame.plain(&place.name), href: addresses::place(&place.id) },
                acts: count(own.len()),
                regulations: count(own.iter().map(|act| act.regulations.len()).sum()),
            });
        }
    }
    places.sort_by(|a, b| order.compare(&a.link.text, &b.link.text));
    let counts = Counts {
        acts: count(corpus.acts.len()),
        regulations: count(corpus.acts.iter().map(|act| act.regulations.len()).sum()),
        services: count(corpus.services.len()),
        places: count(places.len()),
    };
    let mut changes = changes(frame).into_iter().map(|changed| changed.view);
    let latest = changes.by_ref().take(LATEST).collect();
    let about = About {
        path: addresses::HOME.to_owned(),
        title: frame.plain(&frame.inputs.site.name),
        description: Some(frame.say("home-lead", &[])),
        ..About::default()
    };
    let view = HomePage {
        page: frame.head(about),
        counts,
        topics: topics.filter(|topic| !topic.services.is_empty()).collect(),
        places,
        letters,
        acts: acts.iter().map(|act| act_row(frame, addresses::HOME, act, true)).collect(),
        changes: latest,
        older_changes: changes.collect(),
    };
    frame.render("home.html", &view)
}

fn service_row(frame: &Frame<'_>, service: &Service) -> ServiceRow {
    let corpus = frame.inputs.catalog.corpus;
    let mut places: BTreeMap<&str, Link> = BTreeMap::new();
    for (act, regulation) in frame.inputs.catalog.of_service(&service.id) {
        let name = corpus.places.get(&act.place).map_or_else(|| act.place.clone(), |place| frame.plain(&place.name));
        // The newest regulation of each place comes first.
        places
            .entry(&act.place)
            .or_insert_with(|| Link { text: name, href: addresses::regulation(&act.id, &regulation.name) });
    }
    ServiceRow {
        name: frame.words(&service.name),
        href: addresses::service(&service.id),
        places: places.into_values().collect(),
    }
}

/// An act in a list on a page.
pub(super) fn act_row(frame: &Frame<'_>, path: &str, act: &Act, with_place: bool) -> ActRow {
    let corpus = frame.inputs.catalog.corpus;
    let standing = frame.inputs.catalog.standing(act);
    ActRow {
        act: frame.act_ref(path, &act.name),
        signed: frame.date(act.signed),
        place: corpus.places.get(&act.place).filter(|_| with_place).map(|place| Link {
            text: frame.plain(&place.name),
            href: format!("{}{}", addresses::up(path), addresses::place(&place.id)),
        }),
        state: state(&standing),
        repealed_on: match standing {
            Standing::Repealed { by, .. } => frame.date(by.signed),
            Standing::Unknown => None,
        },
        regulations: count(act.regulations.len()),
    }
}

/// The word for how an act stands.
pub(super) fn state(standing: &Standing<'_>) -> State {
    match standing {
        Standing::Repealed { .. } => State::Repealed,
        Standing::Unknown => State::Unknown,
    }
}

/// Something that happened, as a page shows it.
pub(super) fn change(frame: &Frame<'_>, path: &str, event: &Event<'_>) -> Change {
    Change {
        date: frame.date(event.on),
        kind: change_kind(event.kind),
        act: frame.act_ref(path, event.act),
        by: event.by.as_ref().map(|act| frame.act_ref(path, act)),
        comparisons: Vec::new(),
    }
}

/// What happened, as views have it.
pub(super) fn change_kind(kind: EventKind) -> ChangeKind {
    match kind {
        EventKind::Adopted => ChangeKind::Adopted,
        EventKind::Amended => ChangeKind::Amended,
        EventKind::Repealed => ChangeKind::Repealed,
    }
}

/// A count as views have it.
pub(super) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
