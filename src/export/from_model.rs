//! From the model to the data contract: the index, acts, regulations, texts.

use super::contract as data;
use super::editions::editions;
use super::tellings::{about, process};
use super::{SCHEMA, Voices};
use crate::catalog::{Catalog, Standing};
use crate::findings::Finding;
use crate::lang::{Lang, Text};
use crate::model::{
    Act, ActRef, AddressEntry, AddressList, Amendment, Before, Dated, Effect, Fact, FixedPair, Node, OtherAct,
    OverallTerm, PassportField, Publication, Registration, Regulation, Relation, Today, walk,
};
use crate::vocabulary::{HeadingState, TranslationStatus};

pub(super) fn index(catalog: &Catalog<'_>) -> data::Index {
    let corpus = catalog.corpus;
    data::Index {
        schema: SCHEMA,
        acts: corpus
            .acts
            .iter()
            .map(|act| data::IndexAct {
                id: act.id.clone(),
                place: act.place.clone(),
                title: text(&act.title),
                status: status(catalog, act),
                regulations: act.regulations.iter().map(|regulation| regulation.name.clone()).collect(),
            })
            .collect(),
        services: corpus
            .services
            .values()
            .map(|service| data::IndexService {
                id: service.id.clone(),
                name: text(&service.name),
                topic: service.topic.clone(),
                today: match &service.today {
                    Today::Unknown => None,
                    Today::Known { text: answer, source, seen } => {
                        Some(data::Today { text: text(answer), source: source.clone(), seen: day(*seen) })
                    }
                },
                regulations: catalog.of_service(&service.id).iter().map(|(_, regulation)| regulation.id()).collect(),
            })
            .collect(),
        places: corpus
            .places
            .values()
            .map(|place| data::IndexPlace {
                id: place.id.clone(),
                name: text(&place.name),
                part_of: place.part_of.clone(),
            })
            .collect(),
    }
}

pub(super) fn act(catalog: &Catalog<'_>, act: &Act, findings: &[Finding], voices: Voices<'_>) -> data::Act {
    data::Act {
        schema: SCHEMA,
        id: act.id.clone(),
        place: act.place.clone(),
        language: act.lang.as_str().to_owned(),
        title: text(&act.title),
        translated: translated(act.lang, &act.text),
        adopted_by: text(&act.adopted_by),
        number: act.number.clone(),
        signed: day(act.signed),
        registered: act.registered.as_ref().map(registration),
        published: act.published.as_ref().map(publication),
        in_force: act.in_force.as_ref().map(effect),
        effect: act.effect.as_ref().map(effect),
        status: status(catalog, act),
        amends: act.amends.iter().map(relation).collect(),
        repeals: act.repeals.iter().map(relation).collect(),
        others: act.others.iter().map(other).collect(),
        source: data::Source {
            publisher: act.source.publisher.clone(),
            address: act.source.address.clone(),
            form: act.source.form.clone(),
            digest: act.source.digest.clone(),
        },
        regulations: act.regulations.iter().map(|regulation| regulation.name.clone()).collect(),
        text: act.text.iter().map(node).collect(),
        findings: findings.iter().map(|found| finding(found, voices)).collect(),
    }
}

pub(super) fn regulation(
    catalog: &Catalog<'_>,
    act: &Act,
    regulation: &Regulation,
    findings: &[Finding],
    voices: Voices<'_>,
) -> data::Regulation {
    data::Regulation {
        schema: SCHEMA,
        act: act.id.clone(),
        id: regulation.name.clone(),
        ordinal: regulation.ordinal,
        service: regulation.service.clone(),
        language: regulation.lang.as_str().to_owned(),
        title: text(&regulation.title),
        translated: translated(regulation.lang, &regulation.text),
        status: status(catalog, act),
        restates: regulation.restates.as_ref().map(|restated| data::Restates {
            act: restated.act.clone(),
            at: restated.at.clone(),
            title: restated.title.as_ref().map(text),
        }),
        stamp: regulation.stamp_state,
        passport: passport(regulation),
        participants: regulation
            .participants
            .iter()
            .map(|participant| data::Participant {
                id: participant.id.clone(),
                kind: participant.kind,
                name: text(&participant.name),
                short: participant.short.as_ref().map(text),
                body: participant.body.as_ref().map(|body| text(&body.name)),
                listed: participant.listed.first().cloned(),
                aliases: participant.aliases.iter().map(text).collect(),
            })
            .collect(),
        processes: regulation.processes.iter().map(process).collect(),
        about: regulation.about.iter().map(about).collect(),
        text: regulation.text.iter().map(node).collect(),
        amendments: amendments(catalog, act, regulation),
        editions: editions(catalog, act, regulation),
        pairs: regulation.pairs.iter().map(fixed_pair).collect(),
        findings: findings.iter().map(|found| finding(found, voices)).collect(),
    }
}

fn fixed_pair(pair: &FixedPair) -> data::FixedPair {
    let FixedPair { with, there, here, reason } = pair.clone();
    data::FixedPair { with, there, here, reason: text(&reason) }
}

pub(super) fn text(text: &Text) -> data::Text {
    let words = |lang| text.get(lang).map(str::to_owned);
    data::Text { ru: words(Lang::Ru), kk: words(Lang::Kk) }
}

fn day(date: Dated) -> Option<String> {
    date.day().map(|date| date.to_string())
}

fn effect(effect: &Effect) -> data::Effect {
    data::Effect { words: effect.words.as_ref().map(text), from: day(effect.from) }
}

fn registration(registered: &Registration) -> data::Registration {
    data::Registration {
        on: day(registered.date),
        number: registered.number.clone(),
        by: registered.by.as_ref().map(text),
    }
}

fn publication(published: &Publication) -> data::Publication {
    data::Publication { on: day(published.date), place: published.place.as_ref().map(text) }
}

fn other(other: &OtherAct) -> data::OtherAct {
    data::OtherAct {
        act: act_name(&other.act),
        registered: other.registered.as_ref().map(registration),
        published: other.published.as_ref().map(publication),
        effect: other.effect.as_ref().map(effect),
    }
}

fn act_name(act: &ActRef) -> data::ActName {
    data::ActName {
        id: act.id.clone(),
        on: day(act.signed),
        number: act.number.clone(),
        title: act.title.as_ref().map(text),
    }
}

fn relation(relation: &Relation) -> data::Relation {
    data::Relation {
        act: act_name(&relation.act),
        at: relation.at.clone(),
        services: (!relation.services_unknown).then(|| relation.services.clone()),
        effect: relation.effect.as_ref().map(effect),
    }
}

fn status(catalog: &Catalog<'_>, act: &Act) -> data::Status {
    match catalog.standing(act) {
        Standing::Repealed { by, effect: when } => data::Status {
            state: data::State::Repealed,
            repealed_by: Some(act_name(by)),
            effect: when.map(effect),
            replaced_by: None,
        },
        Standing::Unknown => {
            data::Status { state: data::State::Unknown, repealed_by: None, effect: None, replaced_by: None }
        }
    }
}

/// How good a whole text is in the other language: as good as its worst part.
fn translated(original: Lang, nodes: &[Node]) -> data::Translated {
    let mut worst = Some(TranslationStatus::Official);
    walk(nodes, &mut |node| {
        for text in node.title.iter().chain(&node.text) {
            let status = text.translation.as_ref().map(|translation| translation.status);
            worst = worst.zip(status).map(|(worst, status)| worst.max(status));
        }
    });
    let of = |lang| (lang != original).then_some(worst).flatten();
    data::Translated { ru: of(Lang::Ru), kk: of(Lang::Kk) }
}

fn passport(regulation: &Regulation) -> data::Passport {
    let field = |wanted: PassportField| {
        let facts = regulation.passport.iter().find(|(field, _)| *field == wanted).map(|(_, facts)| facts.as_slice());
        facts.filter(|facts| !facts.is_empty()).map(|facts| facts.iter().map(fact).collect())
    };
    let limits: Vec<data::Term> = regulation.terms.iter().map(term).collect();
    data::Passport {
        provider: field(PassportField::Provider),
        recipients: field(PassportField::Recipients),
        channels: field(PassportField::Channels),
        documents: field(PassportField::Documents),
        form: field(PassportField::Form),
        result: field(PassportField::Result),
        refusals: field(PassportField::Refusals),
        limits: (!limits.is_empty()).then_some(limits),
        schedule: field(PassportField::Schedule),
        fee: field(PassportField::Fee),
        complaints: field(PassportField::Complaints),
        standard: field(PassportField::Standard),
    }
}

fn fact(fact: &Fact) -> data::Fact {
    data::Fact { text: text(&fact.text), at: fact.at.clone(), refers: fact.refers, channels: fact.channels.clone() }
}

fn term(term: &OverallTerm) -> data::Term {
    data::Term {
        text: text(&term.words),
        at: term.at.clone(),
        kind: term.kind,
        value: term.measure.map(|measure| measure.value),
        unit: term.measure.map(|measure| measure.unit),
        channels: term.channels.clone(),
        bound: term.bound,
        case: term.case.as_ref().map(text),
        from: term.from.as_ref().map(text),
        except: term.except.as_ref().map(text),
        doubt: term.doubt.as_ref().map(text),
        of: term.of.clone(),
    }
}

fn node(node: &Node) -> data::Node {
    let hidden = node.redacted.is_some();
    data::Node {
        id: node.id.clone(),
        kind: node.kind.as_str().to_owned(),
        // The number of a lost heading is known from references only: it is not printed here.
        n: node.number.clone().filter(|_| node.heading != Some(HeadingState::Lost)),
        title: node.title.as_ref().map(text),
        text: node.text.as_ref().filter(|_| !hidden).map(text),
        lost: node.lost,
        heading: node.heading,
        sic: node
            .slips
            .iter()
            .map(|slip| data::Slip { words: slip.words.clone(), meant: slip.meant.clone() })
            .collect(),
        doubt: node.doubt.as_ref().map(text),
        redacted: node.redacted.as_ref().map(text),
        refers_from: node.refers_from.clone(),
        defines: node.defines.iter().map(|(name, of)| data::Definition { name: text(name), of: text(of) }).collect(),
        columns: node.table.iter().flat_map(|table| &table.columns).map(text).collect(),
        rows: node
            .table
            .iter()
            .flat_map(|table| &table.rows)
            .map(|row| row.iter().map(|cell| cell.as_ref().map(text)).collect())
            .collect(),
        addresses: node.table.as_ref().and_then(|table| table.addresses.as_ref()).map(addresses),
        children: node.children.iter().map(self::node).collect(),
    }
}

fn addresses(list: &AddressList) -> data::Addresses {
    let entry = |entry: &AddressEntry| data::AddressEntry { id: entry.id.clone(), place: entry.place.clone() };
    data::Addresses { columns: list.columns.clone(), entries: list.entries.iter().map(entry).collect() }
}

fn amendments(catalog: &Catalog<'_>, act: &Act, regulation: &Regulation) -> Vec<data::Amendment> {
    let mut amendments: Vec<data::Amendment> =
        regulation.amended.iter().map(|one| amendment(catalog, act, "regulation", one)).collect();
    walk(&regulation.text, &mut |node| {
        amendments.extend(node.amended.iter().map(|one| amendment(catalog, act, &node.id, one)));
    });
    amendments
}

fn amendment(catalog: &Catalog<'_>, act: &Act, target: &str, amendment: &Amendment) -> data::Amendment {
    let by = catalog.named(act, &amendment.act);
    let on = by.and_then(|by| day(by.signed));
    let number = by.map(|by| by.number.clone());
    data::Amendment {
        target: target.to_owned(),
        op: amendment.op.as_str().to_owned(),
        act: data::AmendingAct { id: amendment.act.clone(), on, number },
        before: match &amendment.before {
            Before::Absent => "absent".to_owned(),
            Before::Unknown { .. } => "unknown".to_owned(),
            Before::Text(text) => text.words.clone(),
        },
    }
}

fn finding(finding: &Finding, voices: Voices<'_>) -> data::Finding {
    let code = finding.diagnostic.code.as_str();
    let message = |lang, messages| Some(finding.message(lang, messages));
    data::Finding {
        code: code.to_owned(),
        at: finding.at.clone(),
        message: data::Text { ru: message(Lang::Ru, voices.ru), kk: message(Lang::Kk, voices.kk) },
    }
}
