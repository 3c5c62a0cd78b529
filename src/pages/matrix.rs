//! The versions of a service beside each other, on the page of the service.
//!
//! What a version says is taken from where the page of its regulation takes it: the summary, the sums, the tellings. How
//! versions stand to each other is for `ranks`; which lengths can be compared, for `model::Length`.

use std::cmp::Ordering;

use super::addresses;
use super::columns::{Column, Line};
use super::frame::Frame;
use super::home::count;
use super::labels::Labels;
use super::lists::regulation_row;
use super::ranks::{Ranked, ranks};
use super::view::{Link, Matrix, MatrixCell, MatrixLine, MatrixRow, MatrixVersion, Rank};
use crate::catalog::{Compared, Comparison};
use crate::model::Length;

/// How many columns a page, or a sheet of paper, has room for.
const SIDE_BY_SIDE: usize = 4;

/// The versions of a service beside each other; `None` where there are fewer than two.
pub(super) fn matrix(frame: &Frame<'_>, path: &str, service: &str) -> Option<Matrix> {
    let versions = versions(frame, service);
    if versions.len() < 2 {
        return None;
    }
    let names: Vec<String> = versions.iter().map(|version| name(frame, *version, &versions)).collect();
    let labels: Vec<Labels<'_>> = versions.iter().map(|version| Labels::new(&version.regulation.text)).collect();
    let column = |(version, labels)| Column::new(frame, labels, path, version);
    let columns: Vec<Column<'_, '_>> = versions.iter().copied().zip(&labels).map(column).collect();
    let row = |key: &str, in_summary: bool, lines: Vec<Vec<MatrixLine>>| MatrixRow {
        key: key.to_owned(),
        in_summary,
        counted: !in_summary,
        cells: lines
            .into_iter()
            .zip(&names)
            .map(|(lines, name)| MatrixCell {
                label: name.clone(),
                stated: lines.iter().any(|line| line.see.is_none()),
                lines,
            })
            .collect(),
    };
    let facts = |key: &str| row(key, true, columns.iter().map(|column| column.facts(key)).collect());
    let terms = with_ranks(columns.iter().map(Column::terms).collect(), Length::compared);
    let sums = with_ranks(columns.iter().map(Column::sums).collect(), Length::compared);
    let steps = with_ranks(columns.iter().map(Column::steps).collect(), |a: &u32, b: &u32| Some(a.cmp(b)));
    let rows = vec![
        row("terms", true, terms.into_iter().map(merged).collect()),
        row("sums", false, only_compared(sums)),
        row("steps", false, only_compared(steps)),
        row("participants", false, columns.iter().map(Column::participants).collect()),
        facts("provider"),
        facts("channels"),
        facts("form"),
        facts("result"),
        facts("fee"),
    ];
    let comparisons = comparisons(frame, service);
    let head = |(version, name): (&Compared<'_>, &String)| MatrixVersion {
        label: name.clone(),
        regulation: regulation_row(frame, path, version.act, version.regulation),
        comparisons: links(frame, path, *version, &comparisons, &versions),
    };
    let versions: Vec<MatrixVersion> = versions.iter().zip(&names).map(head).collect();
    Some(Matrix {
        compared: versions.iter().any(|version| !version.comparisons.is_empty()),
        many: versions.len() > SIDE_BY_SIDE,
        versions,
        rows,
    })
}

/// The regulations of a service, and those of another service from which they came: newest first.
fn versions<'a>(frame: &Frame<'a>, service: &str) -> Vec<Compared<'a>> {
    let catalog = frame.inputs.catalog;
    let own = catalog.of_service(service).iter().map(|(act, regulation)| Compared { act, regulation });
    let mut versions: Vec<Compared<'a>> = own.collect();
    for older in catalog.comparisons(service).into_iter().map(|comparison| comparison.older) {
        if versions.iter().all(|version| version.regulation.id() != older.regulation.id()) {
            versions.push(older);
        }
    }
    versions
}

/// The comparisons of a service that have a page of their own, and those with what it became.
pub(super) fn comparisons<'a>(frame: &Frame<'a>, service: &str) -> Vec<Comparison<'a>> {
    let catalog = frame.inputs.catalog;
    let later = catalog.became(service).iter().flat_map(|service| catalog.comparisons(service));
    let later = later.filter(|comparison| comparison.older.regulation.service == service);
    catalog.comparisons(service).into_iter().chain(later).collect()
}

/// The comparisons of a regulation.
pub(super) fn comparisons_of(frame: &Frame<'_>, path: &str, version: Compared<'_>) -> Vec<Link> {
    links(frame, path, version, &comparisons(frame, &version.regulation.service), &[version])
}

/// Those of some comparisons in which a version is, each by the name of the other side; that of another service says which.
fn links(
    frame: &Frame<'_>,
    path: &str,
    version: Compared<'_>,
    comparisons: &[Comparison<'_>],
    beside: &[Compared<'_>],
) -> Vec<Link> {
    let link = |comparison: &Comparison<'_>| {
        let other = comparison.beside(version)?;
        let named = name(frame, other, &[beside, &[other]].concat());
        let text = if version.regulation.service == other.regulation.service {
            named
        } else {
            format!("{named} ({})", frame.plain(&other.regulation.title))
        };
        Some(Link { text, href: format!("{}{}", addresses::up(path), addresses::comparison(comparison)) })
    };
    comparisons.iter().filter_map(link).collect()
}

/// What two versions say or have of the same, way by way: the older one first.
pub(super) struct BothSides {
    /// The terms of the whole service.
    pub terms: [Vec<MatrixLine>; 2],
    /// The sums of the limits.
    pub sums: [Vec<MatrixLine>; 2],
    /// How many steps.
    pub steps: [Vec<MatrixLine>; 2],
}

/// The lines of two versions that the page of their service has, too.
pub(super) fn both_sides(frame: &Frame<'_>, path: &str, versions: [Compared<'_>; 2]) -> BothSides {
    fn lines<V>(lines: Vec<Line<V>>) -> Vec<MatrixLine> {
        lines.into_iter().map(|(line, _)| line).collect()
    }
    let [old, new] = versions.map(|version| {
        let labels = Labels::new(&version.regulation.text);
        let column = Column::new(frame, &labels, path, version);
        (of_all_ways(lines(column.terms())), lines(column.sums()), lines(column.steps()))
    });
    BothSides { terms: [old.0, new.0], sums: [old.1, new.1], steps: [old.2, new.2] }
}

/// Place and year of a version, with the number of its act where another one has the same.
pub(super) fn name(frame: &Frame<'_>, version: Compared<'_>, versions: &[Compared<'_>]) -> String {
    let act = version.act;
    let place = frame.inputs.catalog.corpus.places.get(&act.place);
    let year = |version: &Compared<'_>| version.act.signed.day().map(jiff::civil::Date::year);
    let own = version.regulation.id();
    let same = |other: &Compared<'_>| {
        other.regulation.id() != own && other.act.place == act.place && year(other) == year(&version)
    };
    let id = if versions.iter().any(same) { "version-numbered" } else { "version" };
    let args = [
        ("place", place.map_or_else(|| act.place.clone(), |place| frame.plain(&place.name))),
        ("year", year(&version).map_or_else(|| frame.say("year-unknown", &[]), |year| year.to_string())),
        ("number", act.number.clone()),
    ];
    frame.say(id, &args)
}

/// Lines that say how they stand among those of the other versions.
fn with_ranks<V>(versions: Vec<Vec<Line<V>>>, compare: impl Fn(&V, &V) -> Option<Ordering>) -> Vec<Vec<MatrixLine>> {
    let mut lines: Vec<Vec<MatrixLine>> = Vec::new();
    let mut values: Vec<Vec<Ranked<V>>> = Vec::new();
    for version in versions {
        let (own, ranked) = version.into_iter().unzip();
        lines.push(own);
        values.push(ranked);
    }
    let all = values.len();
    let found = ranks(&values, compare);
    for (line, (rank, ranked)) in
        lines.iter_mut().flatten().zip(found.into_iter().flatten().zip(values.iter().flatten()))
    {
        // What holds for a case says so itself.
        let standing = rank.filter(|_| ranked.value.is_some());
        line.rank = standing.map(|(rank, _)| rank);
        let is_few =
            |(rank, among): &(Rank, usize)| matches!(rank, Rank::Most | Rank::Least | Rank::Same) && *among < all;
        line.among = standing.filter(is_few).map(|(_, among)| count(among));
    }
    lines
}

/// Lines of which only those that could be compared say so: counts of the site, which nobody expects to be.
fn only_compared(mut versions: Vec<Vec<MatrixLine>>) -> Vec<Vec<MatrixLine>> {
    for line in versions.iter_mut().flatten() {
        line.rank = line.rank.filter(|rank| !matches!(rank, Rank::Incomparable | Rank::Alone));
    }
    versions
}

/// Terms of which each stands once, with all places that have the same words.
fn merged(lines: Vec<MatrixLine>) -> Vec<MatrixLine> {
    once(lines, |known, line| known.channels == line.channels && known.rank == line.rank)
}

/// Terms of which each stands once, with all ways that it is for and all its places.
fn of_all_ways(lines: Vec<MatrixLine>) -> Vec<MatrixLine> {
    once(lines, |known, line| known.channels.is_empty() == line.channels.is_empty())
}

/// Lines with the same words for the same case, and alike otherwise, put together.
fn once(lines: Vec<MatrixLine>, alike: impl Fn(&MatrixLine, &MatrixLine) -> bool) -> Vec<MatrixLine> {
    let mut once: Vec<MatrixLine> = Vec::new();
    for line in lines {
        let is_same = |known: &&mut MatrixLine| {
            (&known.scope, &known.case, &known.words) == (&line.scope, &line.case, &line.words) && alike(known, &line)
        };
        match once.iter_mut().find(is_same) {
            Some(known) => {
                let new = line.channels.into_iter().filter(|new| !known.channels.contains(new)).collect::<Vec<_>>();
                known.channels.extend(new);
                let new = line.at.into_iter().filter(|new| !known.at.contains(new)).collect::<Vec<_>>();
                known.at.extend(new);
            }
            None => once.push(line),
        }
    }
    once
}
