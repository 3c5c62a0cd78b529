//! The line of acts: from the catalog's lineage to a list and a picture of the same.

use std::collections::BTreeMap;

use super::addresses;
use super::frame::Frame;
use super::home::{change_kind, count};
use super::labels::Labels;
use super::lists::service_link;
use super::view::{Deed, Deeds, Lineage, Link, MaybeLink, Said, Station, StationKin, StationRegulation};
use crate::catalog::{self, EventKind, Kin, Saying};
use crate::diagram::{Mark, Stop, Tie, TieKind, Timeline};
use crate::model::Dated;

/// A line on a page.
pub(super) struct LineContext<'f, 'a> {
    pub frame: &'f Frame<'a>,
    /// The address of the page.
    pub path: &'f str,
    /// Begins the ids of the picture.
    pub id: String,
    /// What the line is of: the name of a place, the citation of an act.
    pub of: String,
    /// Id of the act that the page is of.
    pub here: Option<&'f str>,
    /// The page is that of an act: its regulations are named as wholes.
    pub of_act: bool,
}

/// Most acts that are named in the picture beside what was done to them; more are counted.
const MOST_NAMED: usize = 2;

impl<'a> LineContext<'_, 'a> {
    /// The line as the page shows it.
    pub(super) fn lineage(&self, line: &catalog::Lineage<'a>) -> Lineage {
        let mut documents = Documents { context: self, labels: BTreeMap::new() };
        let stations: Vec<Station> = line.stations.iter().map(|station| documents.station(station)).collect();
        let undated: Vec<Station> = line.undated.iter().map(|station| documents.station(station)).collect();
        Lineage {
            picture: (stations.len() > 1).then(|| self.picture(line)),
            acts: count(stations.len() + undated.len()),
            gaps: count(stations.iter().filter(|station| station.after_gap).count()),
            stations,
            undated,
        }
    }

    fn picture(&self, line: &catalog::Lineage<'a>) -> Timeline {
        let frame = self.frame;
        let at: BTreeMap<&str, usize> =
            line.stations.iter().enumerate().map(|(index, station)| (station.act.id.as_str(), index)).collect();
        let ties = line.stations.iter().enumerate().flat_map(|(by, station)| {
            let to = |deed: &catalog::Deed<'_>| Some((*at.get(deed.to.id.as_str())?, deed.kind));
            let tie = move |(to, kind)| Tie { by, to, kind: tie_kind(kind) };
            station.deeds.iter().filter_map(to).map(tie).collect::<Vec<_>>()
        });
        Timeline {
            id: self.id.clone(),
            lang: frame.lang,
            title: frame.say("line-title", &[("of", self.of.clone())]),
            description: frame.say("line-desc", &[]),
            stops: line.stations.iter().map(|station| self.stop(station)).collect(),
            ties: ties.collect(),
        }
    }

    fn stop(&self, station: &catalog::Station<'a>) -> Stop {
        let frame = self.frame;
        let is_here = self.here == Some(&station.act.id);
        let mut notes = Vec::new();
        for kind in [EventKind::Amended, EventKind::Repealed] {
            let to: Vec<String> = station
                .deeds
                .iter()
                .filter(|deed| deed.kind == kind)
                .map(|deed| frame.say("act-number-short", &[("number", deed.to.number.clone())]))
                .collect();
            let acts = match to.len() {
                0 => continue,
                1..=MOST_NAMED => to.join(", "),
                many => frame.say("line-acts", &[("count", many.to_string())]),
            };
            let id = format!("line-{}", tie_kind(kind).as_str());
            notes.push(format!("{}: {acts}", frame.say(&id, &[])));
        }
        let kin = match station.kin {
            Kin::Own => None,
            Kin::Before(_) => Some("line-before"),
            Kin::After(_) => Some("line-after"),
            Kin::Unknown => Some("line-unknown"),
        };
        let said = [is_here.then_some("line-here"), (!station.act.encoded).then_some("line-no-text"), kin];
        let said: Vec<String> = said.into_iter().flatten().map(|id| frame.say(id, &[])).collect();
        notes.extend((!said.is_empty()).then(|| said.join("; ")));
        Stop {
            mark: match (is_here, station.act.encoded) {
                (true, _) => Mark::Here,
                (false, true) => Mark::Text,
                (false, false) => Mark::NoText,
            },
            when: frame.date(station.act.signed).map(|date| date.text).unwrap_or_default(),
            name: frame.say("act-number-short", &[("number", station.act.number.clone())]),
            notes,
            gap: station.after_gap.then(|| frame.say("line-gap-short", &[])),
        }
    }
}

fn tie_kind(kind: EventKind) -> TieKind {
    if kind == EventKind::Repealed { TieKind::Repealed } else { TieKind::Amended }
}

/// The names of places in documents, each document looked through once.
struct Documents<'c, 'f, 'a> {
    context: &'c LineContext<'f, 'a>,
    labels: BTreeMap<(&'a str, Option<&'a str>), Labels<'a>>,
}

impl<'a> Documents<'_, '_, 'a> {
    fn station(&mut self, station: &catalog::Station<'a>) -> Station {
        let LineContext { frame, path, .. } = *self.context;
        let (kin, services) = match &station.kin {
            Kin::Own => (StationKin::Own, &[][..]),
            Kin::Before(services) => (StationKin::Before, services.as_slice()),
            Kin::After(services) => (StationKin::After, services.as_slice()),
            Kin::Unknown => (StationKin::Unknown, &[][..]),
        };
        let regulations = station.regulations.iter().filter(|_| !self.context.of_act).map(|regulation| {
            let address = addresses::regulation(&regulation.act, &regulation.name);
            let href = (address != path).then(|| format!("{}{address}", addresses::up(path)));
            StationRegulation { title: frame.words(&regulation.title), href }
        });
        let mut deeds: Vec<Deeds> = Vec::new();
        for deed in &station.deeds {
            let to = self.deed(station, deed);
            let kind = change_kind(deed.kind);
            match deeds.last_mut().filter(|deeds| deeds.kind == kind) {
                Some(deeds) => deeds.to.push(to),
                None => deeds.push(Deeds { kind, to: vec![to] }),
            }
        }
        let mut act = frame.act_ref(path, station.act);
        // No page links to itself.
        act.href = act.href.filter(|_| addresses::act(&station.act.id) != path);
        Station {
            after_gap: station.after_gap,
            date: frame.date(station.act.signed),
            act,
            here: self.context.here == Some(&station.act.id),
            has_text: station.act.encoded,
            regulations: regulations.collect(),
            kin,
            services: services.iter().map(|service| service_link(frame, path, service)).collect(),
            deeds,
        }
    }

    fn deed(&mut self, station: &catalog::Station<'a>, deed: &catalog::Deed<'a>) -> Deed {
        let LineContext { frame, path, .. } = *self.context;
        let mut said: Vec<Said> = Vec::new();
        for saying in &deed.said {
            let Some((document, link)) = self.place(saying) else { continue };
            match said.iter_mut().find(|known| known.document == document) {
                Some(known) if known.at.contains(&link) => {}
                Some(known) => known.at.push(link),
                None => said.push(Said { document, at: vec![link] }),
            }
        }
        // Where nothing but the act that did it says so, it needs no name.
        let itself = deed.said.iter().all(|saying| saying.regulation.is_none() && saying.act == station.act.id);
        said.iter_mut().filter(|_| itself).for_each(|said| said.document = None);
        let encoded = frame.inputs.catalog.act(&deed.to.id);
        Deed {
            act: MaybeLink {
                text: if deed.to.signed == Dated::Unknown {
                    frame.say("act-number-short", &[("number", deed.to.number.clone())])
                } else {
                    frame.short_citation(deed.to)
                },
                href: encoded
                    .filter(|act| addresses::act(&act.id) != path)
                    .map(|act| format!("{}{}", addresses::up(path), addresses::act(&act.id))),
            },
            said,
            effect: deed.effect.map(|effect| frame.effect(effect)),
        }
    }

    /// A place that says something, linked, with the name of its document.
    fn place(&mut self, saying: &Saying<'a>) -> Option<(Option<String>, Link)> {
        let LineContext { frame, path, of_act, .. } = *self.context;
        let act = frame.inputs.catalog.act(saying.act)?;
        let regulation =
            saying.regulation.and_then(|name| act.regulations.iter().find(|regulation| regulation.name == name));
        let address = regulation
            .map_or_else(|| addresses::act(&act.id), |regulation| addresses::regulation(&act.id, &regulation.name));
        let page = if address == path { String::new() } else { format!("{}{address}", addresses::up(path)) };
        if let Some(regulation) = regulation.filter(|_| of_act) {
            return Some((None, Link { text: frame.plain(&regulation.title), href: page }));
        }
        let document = (!page.is_empty()).then(|| match regulation {
            Some(_) => frame.say("line-regulation", &[]),
            None => frame.say("act-number-short", &[("number", act.number.clone())]),
        });
        let link = match saying.at {
            Some(anchor) => {
                let text = regulation.map_or(&act.text, |regulation| &regulation.text);
                let labels = self.labels.entry((saying.act, saying.regulation)).or_insert_with(|| Labels::new(text));
                Link { text: labels.place(frame, anchor), href: format!("{page}#{anchor}") }
            }
            None if regulation.is_some() => {
                let href = if page.is_empty() { "#text".to_owned() } else { page };
                return Some((
                    Some(frame.say("line-regulation", &[])),
                    Link { text: frame.say("line-whole", &[]), href },
                ));
            }
            None => return None,
        };
        Some((document, link))
    }
}
