//! Which versions of a service are compared on a page of their own.
//!
//! Neighbours at one place, and each place against one reference: so their number grows in step with the corpus. Any other
//! pair is for `qadam diff`.

use super::{Between, Catalog};
use crate::model::{Act, Regulation};

/// A regulation with its act, as one of several that govern a service.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// Its act.
    pub act: &'a Act,
    /// The regulation.
    pub regulation: &'a Regulation,
}

/// Two versions that are compared.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    /// The one that was signed earlier.
    pub older: Compared<'a>,
    /// The other one.
    pub newer: Compared<'a>,
    /// Why they are compared.
    pub kind: ComparisonKind,
}

/// Why two versions are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparisonKind {
    /// One follows the other in the line of one place; whether it is known what lies between.
    Neighbours(Between),
    /// They are of two places, one of which is the reference for its service.
    Places,
}

impl<'a> Comparison<'a> {
    /// The comparison of any two versions, in this order.
    pub fn of(catalog: &Catalog<'_>, older: Compared<'a>, newer: Compared<'a>) -> Self {
        let is_pair = |pair: &Comparison<'_>| {
            (pair.older.regulation.id(), pair.newer.regulation.id()) == (older.regulation.id(), newer.regulation.id())
        };
        let known = catalog.comparisons(&newer.regulation.service).into_iter().find(is_pair).map(|pair| pair.kind);
        let same_place = older.act.place == newer.act.place;
        let unknown = if same_place { ComparisonKind::Neighbours(Between::Unknown) } else { ComparisonKind::Places };
        Self { older, newer, kind: known.unwrap_or(unknown) }
    }

    /// The other side than a version; `None` where it is on neither.
    pub fn beside(&self, version: Compared<'_>) -> Option<Compared<'a>> {
        let id = version.regulation.id();
        let [older, newer] = [self.older, self.newer].map(|side| side.regulation.id() == id);
        (older || newer).then_some(if older { self.newer } else { self.older })
    }

    fn new(one: Compared<'a>, other: Compared<'a>, kind: ComparisonKind) -> Self {
        let key = |version: &Compared<'_>| (version.act.signed, version.regulation.id());
        let (older, newer) = if key(&one) <= key(&other) { (one, other) } else { (other, one) };
        Self { older, newer, kind }
    }
}

impl<'a> Catalog<'a> {
    /// The comparisons of a service: neighbours first, then places, each from the newest on.
    ///
    /// The reference is the place of which the most regulations are encoded. Another place is compared by its newest version,
    /// with the version of the reference that was signed nearest to it.
    pub fn comparisons(&self, service: &str) -> Vec<Comparison<'a>> {
        let versions: Vec<Compared<'a>> =
            self.of_service(service).iter().map(|(act, regulation)| Compared { act, regulation }).collect();
        let mut places: Vec<&str> = Vec::new();
        for version in &versions {
            if !places.contains(&version.act.place.as_str()) {
                places.push(&version.act.place);
            }
        }
        let at =
            |place: &str| versions.iter().copied().filter(|version| version.act.place == place).collect::<Vec<_>>();
        let neighbours = self.neighbours(service).into_iter().map(|pair| {
            let [older, newer] = [pair.older, pair.newer].map(|(act, regulation)| Compared { act, regulation });
            Comparison { older, newer, kind: ComparisonKind::Neighbours(pair.between) }
        });
        let mut comparisons: Vec<Comparison<'a>> = neighbours.collect();
        let regulations = |place: &&str| self.of_place(place).iter().map(|act| act.regulations.len()).sum::<usize>();
        let Some(reference) = places.iter().copied().max_by_key(regulations) else { return comparisons };
        let others = places.iter().filter(|place| **place != reference);
        for other in others.filter_map(|place| at(place).first().copied()) {
            let nearest = at(reference).into_iter().min_by_key(|version| days_between(version.act, other.act));
            comparisons.extend(nearest.map(|nearest| Comparison::new(nearest, other, ComparisonKind::Places)));
        }
        comparisons
    }
}

/// How many days lie between the signing of two acts; of acts without a date nobody knows.
fn days_between(one: &Act, other: &Act) -> i32 {
    let days = one.signed.day().zip(other.signed.day()).and_then(|(one, other)| one.until(other).ok());
    days.map_or(i32::MAX, |span| span.get_days().abs())
}
