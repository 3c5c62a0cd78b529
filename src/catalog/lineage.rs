//! The lineage: the acts that governed a service at a place, in order of time, and how one leads to the next.
//!
//! 1. The *core* are the acts at the place that hold a regulation of the service, or of a service that it came from or became
//!    ([`Kin`]: an editor has said so).
//! 2. From the core along what texts say ([`super::links`]): what was done to an act of the line, and what its core did to
//!    others. Nothing else links two acts.
//! 3. The acts are put in order by the day of signing. What is not dated stands apart: nobody knows where it belongs.
//! 4. A *gap* lies between two stations where no text links any act before to any act after.
//!
//! Acts without a text here are stations like others. Whether they bear on the service is often not said, and then the
//! station says that.

use std::collections::{BTreeMap, BTreeSet};

use super::links::{Link, Reach, Saying};
use super::{Catalog, EventKind};
use crate::model::{Act, ActRef, Corpus, Effect, Regulation};

/// The acts of a line.
#[derive(Debug, Clone, Default)]
pub struct Lineage<'a> {
    /// Those that are dated, oldest first; those of one day by their ids.
    pub stations: Vec<Station<'a>>,
    /// Those of which nobody knows the day, by their ids.
    pub undated: Vec<Station<'a>>,
}

/// An act in a line.
#[derive(Debug, Clone)]
pub struct Station<'a> {
    /// The act.
    pub act: &'a ActRef,
    /// The regulations of the line that it holds, where its text is here.
    pub regulations: Vec<&'a Regulation>,
    /// What it did to other acts of the line, in their order.
    pub deeds: Vec<Deed<'a>>,
    /// How it bears on the service.
    pub kin: Kin<'a>,
    /// No text says how the acts before led to this one and those after it.
    pub after_gap: bool,
}

/// What an act did to another.
#[derive(Debug, Clone)]
pub struct Deed<'a> {
    /// What: it amended or repealed it.
    pub kind: EventKind,
    /// The other act.
    pub to: &'a ActRef,
    /// The places that say so.
    pub said: Vec<Saying<'a>>,
    /// When it takes effect, in the words of the act that did it.
    pub effect: Option<&'a Effect>,
}

/// How an act bears on the service of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kin<'a> {
    /// On the service itself. In the line of an act, every station.
    Own,
    /// On the services that it came from, by their ids.
    Before(Vec<&'a str>),
    /// On the services that it became, by their ids.
    After(Vec<&'a str>),
    /// Nobody has said whether.
    Unknown,
}

/// Two encoded regulations that follow each other in a line.
#[derive(Debug, Clone)]
pub struct Neighbours<'a> {
    /// The older one; where the newer is the first of its service, one of a service that it came from.
    pub older: (&'a Act, &'a Regulation),
    /// The newer one.
    pub newer: (&'a Act, &'a Regulation),
    /// What is known of the time between them.
    pub between: Between,
}

/// What is known of the time between two regulations of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// Every act between them is encoded, and one leads to the next: what differs can be laid to an act.
    Known,
    /// A text is missing, or nobody says how one led to the other: what differs changed at some time between.
    Unknown,
}

/// A service with those it came from and became.
struct Family<'a> {
    own: &'a str,
    before: BTreeSet<&'a str>,
    after: BTreeSet<&'a str>,
}

impl<'a> Family<'a> {
    fn members(&self) -> BTreeSet<&'a str> {
        self.before.iter().chain(&self.after).copied().chain([self.own]).collect()
    }

    fn kin(&self, services: &BTreeSet<&'a str>) -> Kin<'a> {
        if services.contains(self.own) {
            return Kin::Own;
        }
        let of = |side: &BTreeSet<&'a str>| services.intersection(side).copied().collect::<Vec<_>>();
        match (of(&self.before), of(&self.after)) {
            (before, _) if !before.is_empty() => Kin::Before(before),
            (_, after) if !after.is_empty() => Kin::After(after),
            _ => Kin::Unknown,
        }
    }
}

impl<'a> Catalog<'a> {
    /// The lineage of a service at a place. It has no stations where no regulation of the service, or of one that it came
    /// from or became, is encoded.
    pub fn lineage(&self, service: &str, place: &str) -> Lineage<'a> {
        let Some((own, _)) = self.corpus.services.get_key_value(service) else { return Lineage::default() };
        let family = self.family(own);
        let members = family.members();
        let mut core: BTreeMap<&str, Vec<&Regulation>> = BTreeMap::new();
        for (act, regulation) in members.iter().flat_map(|service| self.of_service(service)) {
            if act.place == place {
                core.entry(&act.id).or_default().push(regulation);
            }
        }
        self.line(&core, Some((&family, place)))
    }

    /// The lineage of an act: what it did to others and others did to it.
    pub fn lineage_of_act(&self, act: &'a Act) -> Lineage<'a> {
        let core = BTreeMap::from([(act.id.as_str(), act.regulations.iter().collect())]);
        self.line(&core, None)
    }

    /// The regulations of a service, each with those that it follows in its line. Regulations of undated acts follow none.
    pub fn neighbours(&self, service: &str) -> Vec<Neighbours<'a>> {
        let mut lines: BTreeMap<&str, Lineage<'a>> = BTreeMap::new();
        let mut found = Vec::new();
        for (act, regulation) in self.of_service(service).iter().copied() {
            let newer = (act, regulation);
            let mut seen = BTreeSet::new();
            for older in self.before(service, newer, &mut seen) {
                let line = lines.entry(&act.place).or_insert_with(|| self.lineage(service, &act.place));
                found.push(Neighbours { older, newer, between: between(line, older.0, act) });
            }
        }
        found
    }

    /// The last regulations of a service, or else of those it came from, that are older than another at its place.
    fn before<'s>(
        &'s self,
        service: &'s str,
        newer: (&'a Act, &'a Regulation),
        seen: &mut BTreeSet<&'s str>,
    ) -> Vec<(&'a Act, &'a Regulation)> {
        let place = &newer.0.place;
        if !seen.insert(service) {
            return Vec::new();
        }
        let is_older = |act: &Act| act.place == *place && act.signed.day().is_some() && act.signed < newer.0.signed;
        let older: Vec<_> = self.of_service(service).iter().copied().filter(|(act, _)| is_older(act)).collect();
        match older.first() {
            Some((last, _)) => older.iter().copied().filter(|(act, _)| act.signed == last.signed).collect(),
            None => self.came_from(service).flat_map(|other| self.before(other, newer, seen)).collect(),
        }
    }

    /// The services that a service came from, as an editor has said.
    fn came_from(&self, service: &str) -> impl Iterator<Item = &'a str> {
        let service = self.corpus.services.get(service);
        service
            .into_iter()
            .flat_map(|service| &service.relations)
            .flat_map(|relation| &relation.with)
            .map(String::as_str)
    }

    fn family(&self, own: &'a str) -> Family<'a> {
        let closure = |next: &dyn Fn(&str) -> Vec<&'a str>| {
            let mut found = BTreeSet::new();
            let mut open = vec![own];
            while let Some(service) = open.pop() {
                open.extend(next(service).into_iter().filter(|other| *other != own && found.insert(*other)));
            }
            found
        };
        let before = closure(&|service| self.came_from(service).collect());
        let mut after = closure(&|service| self.became.get(service).cloned().unwrap_or_default());
        after.retain(|service| !before.contains(service));
        Family { own, before, after }
    }

    /// The line of some acts with their regulations; with a family, what bears on other services is left out.
    fn line(&self, core: &BTreeMap<&'a str, Vec<&'a Regulation>>, of: Option<(&Family<'a>, &str)>) -> Lineage<'a> {
        let members = of.map(|(family, _)| family.members());
        let part = |reach: &Reach<'a>| match (reach, &members) {
            (Reach::Services(services), Some(members)) => services.intersection(members).copied().collect(),
            (Reach::Services(services), None) => services.clone(),
            (Reach::Unknown, _) => BTreeSet::new(),
        };
        let bears = |reach: &Reach<'a>| *reach == Reach::Unknown || members.is_none() || !part(reach).is_empty();
        let names: Vec<&ActRef> = core.keys().filter_map(|id| self.act(id)).map(|act| &act.name).collect();
        let mut acts: BTreeMap<&str, &ActRef> = names.iter().map(|name| (name.id.as_str(), *name)).collect();
        let mut links: BTreeSet<usize> = BTreeSet::new();
        let mut open: Vec<&str> = acts.keys().copied().collect();
        while let Some(act) = open.pop() {
            for (index, link) in self.links.of(act).filter(|(_, link)| link.said.iter().any(|said| bears(&said.of))) {
                let other = if link.to.id == act { link.by } else { link.to };
                let named = link.said.iter().any(|said| !part(&said.of).is_empty());
                let here = of.is_none_or(|(_, place)| self.links.place(&other.id) == Some(place));
                // What an act did besides, to acts of other services and places, is no part of the line.
                if link.to.id == act || core.contains_key(act) || (of.is_some() && named && here) {
                    links.insert(index);
                    if acts.insert(&other.id, other).is_none() {
                        open.push(&other.id);
                    }
                }
            }
        }
        let links: Vec<&Link<'a>> = links.into_iter().map(|index| self.links.get(index)).collect();
        let mut touched: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut deeds: BTreeMap<&str, Vec<Deed<'a>>> = BTreeMap::new();
        for link in &links {
            let said: Vec<&Saying<'a>> = link.said.iter().filter(|said| bears(&said.of)).collect();
            for act in [&link.by.id, &link.to.id] {
                touched.entry(act).or_default().extend(said.iter().flat_map(|said| part(&said.of)));
            }
            let said = said.into_iter().cloned().collect();
            let deed = Deed { kind: link.kind, to: link.to, said, effect: link.effect };
            deeds.entry(&link.by.id).or_default().push(deed);
        }
        let mut station = |act: &'a ActRef| {
            let regulations = core.get(act.id.as_str()).cloned().unwrap_or_default();
            let held: BTreeSet<&str> = regulations.iter().map(|regulation| regulation.service.as_str()).collect();
            let services = if held.is_empty() { touched.remove(act.id.as_str()).unwrap_or_default() } else { held };
            let mut deeds = deeds.remove(act.id.as_str()).unwrap_or_default();
            deeds.sort_by_key(|deed| (deed.kind, deed.to.signed, &deed.to.id));
            let kin = of.map_or(Kin::Own, |(family, _)| family.kin(&services));
            Station { act, regulations, deeds, kin, after_gap: false }
        };
        let (mut stations, undated): (Vec<Station<'a>>, Vec<Station<'a>>) =
            acts.values().map(|act| station(act)).partition(|station| station.act.signed.day().is_some());
        stations.sort_by_key(|station| (station.act.signed, &station.act.id));
        for at in gaps(&stations, &links) {
            stations[at].after_gap = true;
        }
        Lineage { stations, undated }
    }
}

/// The stations before which the line breaks: no text links an act before to that one or one after it, be it by way of acts
/// that nobody dates.
fn gaps(stations: &[Station<'_>], links: &[&Link<'_>]) -> Vec<usize> {
    let at: BTreeMap<&str, usize> =
        stations.iter().enumerate().map(|(index, station)| (station.act.id.as_str(), index)).collect();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut undated: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (one, other) in links.iter().map(|link| (link.by.id.as_str(), link.to.id.as_str())) {
        if let (Some(one), Some(other)) = (at.get(one), at.get(other)) {
            spans.push((*one.min(other), *one.max(other)));
        }
        for (end, far) in [(one, other), (other, one)].into_iter().filter(|(end, _)| !at.contains_key(end)) {
            undated.entry(end).or_default().push(far);
        }
    }
    while let Some((_, far)) = undated.pop_first() {
        let (mut open, mut dated) = (far, Vec::new());
        while let Some(end) = open.pop() {
            dated.extend(at.get(end).copied());
            open.extend(undated.remove(end).unwrap_or_default());
        }
        spans.extend(dated.iter().min().copied().zip(dated.iter().max().copied()));
    }
    spans.sort_unstable();
    let (mut gaps, mut furthest, mut spans) = (Vec::new(), 0, spans.into_iter().peekable());
    for index in 1..stations.len() {
        while let Some((_, end)) = spans.next_if(|(start, _)| *start < index) {
            furthest = furthest.max(end);
        }
        if furthest < index {
            gaps.push(index);
        }
    }
    gaps
}

/// What is known of the time between two acts of a line.
fn between(line: &Lineage<'_>, older: &Act, newer: &Act) -> Between {
    let at = |act: &Act| line.stations.iter().position(|station| station.act.id == act.id);
    let (Some(from), Some(to)) = (at(older), at(newer)) else { return Between::Unknown };
    let gap = line.stations[from.min(to) + 1..=to].iter().any(|station| station.after_gap);
    let time = older.signed..=newer.signed;
    let missing = line.stations.iter().any(|station| time.contains(&station.act.signed) && !station.act.encoded);
    if gap || missing || !line.undated.is_empty() { Between::Unknown } else { Between::Known }
}

/// Which services came from a service, by its id: the relations of an editor, read the other way.
pub(super) fn became(corpus: &Corpus) -> BTreeMap<&str, Vec<&str>> {
    let mut became: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for service in corpus.services.values() {
        for other in service.relations.iter().flat_map(|relation| &relation.with) {
            became.entry(other).or_default().push(&service.id);
        }
    }
    became
}
