//! Pages of services and places, and the glossary.

use super::address_lists;
use super::addresses;
use super::frame::{About, Frame};
use super::home::{act_row, state};
use super::lineage::LineContext;
use super::matrix::matrix;
use super::render::Rendered;
use super::view::{
    BodyRow, GlossaryGroup, GlossaryPage, GlossaryTerm, LineageAt, Link, MaybeLink, PlacePage, PlaceService,
    ServicePage, ServiceRegulation, ServiceRelation, Words,
};
use crate::catalog::{Catalog, Standing};
use crate::lang::{Collation, Text};
use crate::model::{self, Act, Place, Regulation, Service, Term};
use crate::vocabulary::{GlossaryKind, TranslationStatus};

/// The page of a service.
pub(super) fn service(frame: &Frame<'_>, service: &Service) -> Rendered {
    let catalog = frame.inputs.catalog;
    let corpus = catalog.corpus;
    let path = addresses::service(&service.id);
    let up = addresses::up(&path);
    let regulations = catalog.of_service(&service.id);
    let repealed = |(act, _): &(&Act, &Regulation)| matches!(catalog.standing(act), Standing::Repealed { .. });
    let all_repealed = !regulations.is_empty() && regulations.iter().all(repealed);
    let matrix = matrix(frame, &path, &service.id);
    let listed = if matrix.is_some() { &[] } else { regulations };
    let order = Collation::of(frame.lang);
    let mut places: Vec<&Place> = Vec::new();
    for place in regulations.iter().filter_map(|(act, _)| corpus.places.get(&act.place)) {
        if places.iter().all(|known| known.id != place.id) {
            places.push(place);
        }
    }
    places.sort_by(|a, b| order.compare(&frame.plain(&a.name), &frame.plain(&b.name)));
    let line = |place: &&Place| {
        let of = frame
            .say("line-of-service", &[("service", frame.plain(&service.name)), ("place", frame.plain(&place.name))]);
        let context =
            LineContext { frame, path: &path, id: format!("line-{}", place.id), of, here: None, of_act: false };
        let line = context.lineage(&catalog.lineage(&service.id, &place.id));
        LineageAt { id: place.id.clone(), place: place_link(frame, &path, &place.id), line }
    };
    let topic = corpus.topics.iter().find(|topic| topic.id == service.topic);
    let topic_name = topic.map_or_else(|| service.topic.clone(), |topic| frame.plain(&topic.name));
    let about = About {
        title: frame.plain(&service.name),
        description: Some(frame.say("describe-service", &[])),
        crumbs: frame.crumbs(&path, Vec::new()),
        path: path.clone(),
        ..About::default()
    };
    let view = ServicePage {
        page: frame.head(about),
        name: frame.words(&service.name),
        other_name: other_name(frame, &service.name),
        name_status: name_status(frame, &service.name),
        other_status: name_status(&frame.in_language(frame.lang.other()), &service.name),
        all_repealed,
        topic: Link { text: topic_name, href: format!("{up}{}#topic-{}", addresses::HOME, service.topic) },
        today: frame.today(&service.today),
        regulations: listed.iter().map(|(act, regulation)| regulation_row(frame, &path, act, regulation)).collect(),
        matrix,
        lines: places.iter().map(line).collect(),
        relations: relations(frame, &path, service),
    };
    frame.render("service.html", &view)
}

/// A regulation of a service, with its act and place.
pub(super) fn regulation_row(frame: &Frame<'_>, path: &str, act: &Act, regulation: &Regulation) -> ServiceRegulation {
    let standing = frame.inputs.catalog.standing(act);
    ServiceRegulation {
        place: place_link(frame, path, &act.place),
        title: frame.words(&regulation.title),
        href: format!("{}{}", addresses::up(path), addresses::regulation(&act.id, &regulation.name)),
        act: frame.act_ref(path, &act.name),
        state: state(&standing),
        repealed_on: match standing {
            Standing::Repealed { by, .. } => frame.date(by.signed),
            Standing::Unknown => None,
        },
    }
}

/// How a service came from others, and others from it.
fn relations(frame: &Frame<'_>, path: &str, service: &Service) -> Vec<ServiceRelation> {
    let catalog = frame.inputs.catalog;
    let row = |relation: &model::ServiceRelation, others: &[&str], became: bool| ServiceRelation {
        kind: relation.kind,
        became,
        with: others.iter().map(|other| service_link(frame, path, other)).collect(),
        reason: frame.plain(&relation.reason),
    };
    let mut rows: Vec<ServiceRelation> = Vec::new();
    for relation in &service.relations {
        let with: Vec<&str> = relation.with.iter().map(String::as_str).collect();
        rows.push(row(relation, &with, false));
    }
    for other in catalog.became(&service.id).iter().filter_map(|other| catalog.corpus.services.get(*other)) {
        let here = other.relations.iter().filter(|relation| relation.with.contains(&service.id));
        rows.extend(here.map(|relation| row(relation, &[&other.id], true)));
    }
    rows
}

/// A text in the other language, marked as such.
fn other_name(frame: &Frame<'_>, name: &Text) -> Option<Words> {
    let words = name.get(frame.lang.other())?;
    let mut plain = super::frame::plain_words(words);
    plain.lang = Some(frame.lang.other().as_str().to_owned());
    Some(plain)
}

/// How sure a name is, where it is a translation that is not official.
fn name_status(frame: &Frame<'_>, name: &Text) -> Option<TranslationStatus> {
    name.shown(frame.lang).status.filter(|status| *status != TranslationStatus::Official)
}

/// A service, linked from a page.
pub(super) fn service_link(frame: &Frame<'_>, path: &str, id: &str) -> Link {
    let service = frame.inputs.catalog.corpus.services.get(id);
    let text = service.map_or_else(|| id.to_owned(), |service| frame.plain(&service.name));
    Link { text, href: format!("{}{}", addresses::up(path), addresses::service(id)) }
}

/// A place, linked from a page.
pub(super) fn place_link(frame: &Frame<'_>, path: &str, id: &str) -> Link {
    let place = frame.inputs.catalog.corpus.places.get(id);
    let text = place.map_or_else(|| id.to_owned(), |place| frame.plain(&place.name));
    Link { text, href: format!("{}{}", addresses::up(path), addresses::place(id)) }
}

/// Whether a place has a page: where it has an act.
pub(super) fn has_page(catalog: &Catalog<'_>, place: &str) -> bool {
    !catalog.of_place(place).is_empty()
}

/// The page of a place.
pub(super) fn place(frame: &Frame<'_>, place: &Place) -> Rendered {
    let catalog = frame.inputs.catalog;
    let corpus = catalog.corpus;
    let path = addresses::place(&place.id);
    let up = addresses::up(&path);
    let acts = catalog.of_place(&place.id);
    let order = Collation::of(frame.lang);
    let mut services: Vec<PlaceService> = Vec::new();
    for service in corpus.services.values() {
        let here = || catalog.of_service(&service.id).iter().filter(|(act, _)| act.place == place.id);
        let link =
            |act: &Act, address: String| Link { text: frame.short_citation(&act.name), href: format!("{up}{address}") };
        let page =
            |(act, regulation): &(&Act, &Regulation)| link(act, addresses::regulation(&act.id, &regulation.name));
        let regulations: Vec<Link> = here().map(page).collect();
        let with_lists = here().filter(|(_, regulation)| address_lists::has_page(regulation));
        let lists = with_lists.map(|(act, regulation)| link(act, addresses::address_lists(&act.id, &regulation.name)));
        let lists: Vec<Link> = lists.collect();
        if !regulations.is_empty() {
            let href = format!("{up}{}", addresses::service(&service.id));
            services.push(PlaceService { name: frame.words(&service.name), href, regulations, addresses: lists });
        }
    }
    services.sort_by(|a, b| order.compare(&text_of(&a.name), &text_of(&b.name)));
    let whole = place.part_of.as_ref().and_then(|whole| corpus.places.get(whole));
    let about = About {
        title: frame.plain(&place.name),
        crumbs: frame.crumbs(&path, Vec::new()),
        path: path.clone(),
        ..About::default()
    };
    let view = PlacePage {
        page: frame.head(about),
        name: frame.plain(&place.name),
        kind: place.kind,
        part_of: whole.map(|whole| MaybeLink {
            text: frame.plain(&whole.name),
            href: has_page(catalog, &whole.id).then(|| format!("{up}{}", addresses::place(&whole.id))),
        }),
        parts: corpus
            .places
            .values()
            .filter(|part| part.part_of.as_ref() == Some(&place.id) && has_page(catalog, &part.id))
            .map(|part| place_link(frame, &path, &part.id))
            .collect(),
        bodies: place
            .bodies
            .iter()
            .map(|body| BodyRow { name: frame.plain(&body.name), status: name_status(frame, &body.name) })
            .collect(),
        services,
        acts: acts.iter().map(|act| act_row(frame, &path, act, false)).collect(),
    };
    frame.render("place.html", &view)
}

fn text_of(words: &Words) -> String {
    words.runs.iter().map(|run| run.text.as_str()).collect()
}

/// The glossary.
pub(super) fn glossary(frame: &Frame<'_>) -> Rendered {
    let path = addresses::GLOSSARY;
    let catalog = frame.inputs.catalog;
    let terms = &catalog.corpus.terms;
    let order = Collation::of(frame.lang);
    let group = |kind: GlossaryKind| {
        // Terms of acts that are not here yet would only be in the way.
        let here = |term: &Term| term.seen.is_empty() || term.seen.iter().any(|act| catalog.act(act).is_some());
        let mut own: Vec<&Term> = terms.iter().filter(|term| term.kind == kind && here(term)).collect();
        own.sort_by(|a, b| order.compare(&frame.plain(&a.name), &frame.plain(&b.name)));
        GlossaryGroup { kind, terms: own.into_iter().map(|term| glossary_term(frame, path, term)).collect() }
    };
    let groups = GlossaryKind::ALL.iter().map(|kind| group(*kind)).filter(|group| !group.terms.is_empty());
    let about = About {
        path: path.to_owned(),
        title: frame.say("glossary", &[]),
        description: Some(frame.say("glossary-lead", &[])),
        crumbs: frame.crumbs(path, Vec::new()),
        ..About::default()
    };
    let view = GlossaryPage { page: frame.head(about), groups: groups.collect() };
    frame.render("glossary.html", &view)
}

fn glossary_term(frame: &Frame<'_>, path: &str, term: &Term) -> GlossaryTerm {
    let words = |lang| term.name.get(lang).unwrap_or(&term.name.words).to_owned();
    let seen = term.seen.iter().filter_map(|id| {
        let act = frame.inputs.catalog.act(id)?;
        Some(Link {
            text: frame.short_citation(&act.name),
            href: format!("{}{}", addresses::up(path), addresses::act(id)),
        })
    });
    GlossaryTerm {
        id: term.id.clone(),
        kk: words(crate::lang::Lang::Kk),
        ru: words(crate::lang::Lang::Ru),
        kk_aliases: term.aliases_kk.clone(),
        ru_aliases: term.aliases_ru.clone(),
        meaning: term.meaning.as_ref().map(|meaning| frame.words(meaning)),
        seen: seen.collect(),
        status: term
            .name
            .translation
            .as_ref()
            .map(|translation| translation.status)
            .filter(|status| *status != TranslationStatus::Official),
    }
}
