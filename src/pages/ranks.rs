//! Which of several versions of a service says the most and which the least.
//!
//! Values are compared one way to apply at a time: what holds for all of them stands beside each. A value that cannot be
//! compared with every other of its way has no place among them, and says so.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::view::Rank;
use crate::vocabulary::Channel;

/// A value of one version.
#[derive(Debug, Clone)]
pub(super) struct Ranked<V> {
    /// The channels it holds for; empty = all.
    pub channels: Vec<Channel>,
    /// The value; `None` where it holds for a case only, so that it stands beside no other.
    pub value: Option<V>,
}

impl<V> Ranked<V> {
    fn holds_for(&self, channel: Option<Channel>) -> bool {
        self.channels.is_empty() || channel.is_some_and(|channel| self.channels.contains(&channel))
    }
}

/// How a value stands among those of the other versions, and among how many of them.
pub(super) type Standing = (Rank, usize);

/// How each value of each version stands among those of the other versions. `None` where it is in the middle, or stands
/// otherwise for one channel than for another.
pub(super) fn ranks<V>(
    versions: &[Vec<Ranked<V>>],
    compare: impl Fn(&V, &V) -> Option<Ordering>,
) -> Vec<Vec<Option<Standing>>> {
    let named: BTreeSet<Channel> = versions.iter().flatten().flat_map(|ranked| ranked.channels.clone()).collect();
    let channels: Vec<Option<Channel>> =
        if named.is_empty() { vec![None] } else { named.into_iter().map(Some).collect() };
    let mut found: Vec<Vec<Vec<Option<Standing>>>> =
        versions.iter().map(|version| vec![Vec::new(); version.len()]).collect();
    for channel in channels {
        for (version, rank) in ranks_of_channel(versions, channel, &compare) {
            for (index, ranked) in versions[version].iter().enumerate() {
                if ranked.holds_for(channel) {
                    found[version][index].push(rank);
                }
            }
        }
    }
    // A way of which no other version speaks says nothing of the rest.
    let is_beside = |rank: &Option<Standing>| rank.is_none_or(|(rank, _)| rank != Rank::Alone);
    let one = |mut ranks: Vec<Option<Standing>>| {
        if ranks.iter().any(is_beside) {
            ranks.retain(is_beside);
        }
        let (first, _) = ranks.first().copied().flatten()?;
        let ranks: Option<Vec<Standing>> = ranks.into_iter().collect();
        let ranks = ranks.filter(|ranks| ranks.iter().all(|(rank, _)| *rank == first))?;
        Some((first, ranks.into_iter().map(|(_, among)| among).min()?))
    };
    found.into_iter().map(|version| version.into_iter().map(one).collect()).collect()
}

/// The rank of each version that says something for a channel: none in the middle.
fn ranks_of_channel<V>(
    versions: &[Vec<Ranked<V>>],
    channel: Option<Channel>,
    compare: impl Fn(&V, &V) -> Option<Ordering>,
) -> Vec<(usize, Option<Standing>)> {
    let mut values: Vec<(usize, Option<&V>)> = Vec::new();
    for (index, version) in versions.iter().enumerate() {
        let mut own = version.iter().filter(|ranked| ranked.holds_for(channel)).map(|ranked| ranked.value.as_ref());
        let Some(first) = own.next() else { continue };
        // A version that says different things for the same channel stands beside no other.
        let agrees = |other: Option<&V>| first.zip(other).and_then(|(a, b)| compare(a, b)) == Some(Ordering::Equal);
        values.push((index, first.filter(|_| own.all(agrees))));
    }
    if let ([(alone, _)], [_, _, ..]) = (values.as_slice(), versions) {
        return vec![(*alone, Some((Rank::Alone, 1)))];
    }
    let order = |one: usize, other: usize| values[one].1.zip(values[other].1).and_then(|(a, b)| compare(a, b));
    let rank = |at: usize| {
        let others = (0..values.len()).filter(|other| *other != at);
        let orders: Option<Vec<Ordering>> = others.map(|other| order(at, other)).collect();
        let Some(orders) = orders else { return Some(Rank::Incomparable) };
        match (orders.contains(&Ordering::Less), orders.contains(&Ordering::Greater)) {
            (false, false) => Some(Rank::Same),
            (false, true) => Some(Rank::Most),
            (true, false) => Some(Rank::Least),
            (true, true) => None,
        }
    };
    let among = values.len();
    (0..among).map(|at| (values[at].0, rank(at).map(|rank| (rank, among)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Channel::{Akim, Centre, Portal, Provider};

    /// Versions of values with their channels; 0 is a value for a case only.
    fn ranked(versions: &[&[(&[Channel], u32)]]) -> Vec<Vec<Option<Rank>>> {
        let value = |(channels, value): &(&[Channel], u32)| Ranked {
            channels: channels.to_vec(),
            value: (*value > 0).then_some(*value),
        };
        let versions: Vec<Vec<Ranked<u32>>> =
            versions.iter().map(|version| version.iter().map(value).collect()).collect();
        // From 100 on values are of another kind.
        let found = ranks(&versions, |a, b| ((*a < 100) == (*b < 100)).then(|| a.cmp(b)));
        found.into_iter().map(|version| version.into_iter().map(|rank| rank.map(|(rank, _)| rank)).collect()).collect()
    }

    #[test]
    fn values_are_ranked_channel_by_channel() {
        let found = ranked(&[&[(&[Provider, Centre], 7)], &[(&[Provider], 10), (&[Akim], 30), (&[Centre], 10)], &[]]);
        let alone = Some(Rank::Alone);
        assert_eq!(found, [vec![Some(Rank::Least)], vec![Some(Rank::Most), alone, Some(Rank::Most)], vec![]]);
    }

    /// Once eight steps for two channels were the fewest, though seven were told for one of the two.
    #[test]
    fn what_is_told_for_two_channels_has_a_rank_if_it_has_it_for_both() {
        let found = ranked(&[&[(&[Provider], 7), (&[Akim], 9)], &[(&[Provider], 23)], &[(&[Provider, Akim], 8)]]);
        assert_eq!(found, [vec![Some(Rank::Least), Some(Rank::Most)], vec![Some(Rank::Most)], vec![None]]);
    }

    #[test]
    fn a_way_of_which_nobody_else_speaks_takes_no_rank_from_the_others() {
        let found = ranked(&[&[(&[Provider, Portal], 7)], &[(&[Provider], 10), (&[Akim], 9)]]);
        assert_eq!(found, [vec![Some(Rank::Least)], vec![Some(Rank::Most), Some(Rank::Alone)]]);
    }

    #[test]
    fn what_holds_for_all_channels_stands_beside_each() {
        assert_eq!(ranked(&[&[(&[], 10)], &[(&[Portal], 10)]]), [[Some(Rank::Same)], [Some(Rank::Same)]]);
        let found = ranked(&[&[(&[], 10)], &[(&[Portal], 7), (&[Provider], 12)]]);
        assert_eq!(found, [vec![None], vec![Some(Rank::Least), Some(Rank::Most)]], "longer here, shorter there");
        assert_eq!(ranked(&[&[(&[], 3)], &[(&[], 2)]]), [[Some(Rank::Most)], [Some(Rank::Least)]]);
    }

    #[test]
    fn what_cannot_be_compared_with_all_others_of_its_channel_says_so() {
        let not = Some(Rank::Incomparable);
        assert_eq!(ranked(&[&[(&[Provider], 5)], &[(&[Provider], 10)], &[(&[Provider], 110)]]), [[not]; 3]);
        let found =
            ranked(&[&[(&[Portal], 15), (&[Portal], 5)], &[(&[Portal], 8), (&[Provider], 0)], &[(&[Provider], 4)]]);
        assert_eq!(found, [vec![not, not], vec![not, not], vec![not]], "several terms, and one for a case");
    }

    #[test]
    fn what_is_less_than_all_others_is_so_however_these_stand_to_each_other() {
        let found =
            ranks(&[3, 100, 200].map(|value| vec![Ranked { channels: vec![Provider], value: Some(value) }]), |a, b| {
                (*a < 100 || *b < 100).then(|| a.cmp(b))
            });
        let three = |rank| Some((rank, 3));
        assert_eq!(found, [[three(Rank::Least)], [three(Rank::Incomparable)], [three(Rank::Incomparable)]]);
    }

    #[test]
    fn what_stands_between_the_others_has_no_rank() {
        assert_eq!(ranked(&[&[(&[], 1)], &[(&[], 2)], &[(&[], 3)]]), [[Some(Rank::Least)], [None], [Some(Rank::Most)]]);
    }
}
