//! The versions of a service beside each other, on the page of the service.
//!
//! What a version says is taken from where the page of its regulation takes it: the summary, the sums, the tellings. How
//! versions stand to each other is for `ranks`; which lengths can be compared, for `model::Length`.

use std::cmp::Ordering;

use super::addresses;
use super::frame::{Frame, run};
use super::home::count;
use super::labels::Labels;
use super::lists::regulation_row;
use super::ranks::{Ranked, ranks};
use super::summary::summary;
use super::tellings::StepsContext;
use super::view::{
    ChannelSum, Counted, Link, Mark, Matrix, MatrixCell, MatrixLine, MatrixRow, MatrixVersion, Quotation, Rank,
    Summary, Words,
};
use crate::catalog::{Compared, Comparison};
use crate::flow;
use crate::model::{Length, Measure, OverallTerm, Process, Scope};
use crate::vocabulary::{Bound, Channel, Role, TermKind};

/// How many letters of a quotation are shown; the rest is folded.
const QUOTED: usize = 240;

/// How many columns a page, or a sheet of paper, has room for.
const SIDE_BY_SIDE: usize = 4;

/// A statement, and what is compared of it.
type Line<V> = (MatrixLine, Ranked<V>);

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

/// What one version says.
struct Column<'f, 'a> {
    steps: StepsContext<'f, 'a>,
    summary: Summary,
    /// The page of the regulation, from the page of the service.
    page: String,
}

impl<'f, 'a> Column<'f, 'a> {
    fn new(frame: &'f Frame<'a>, labels: &'f Labels<'a>, path: &str, version: Compared<'a>) -> Self {
        let Compared { act, regulation } = version;
        Self {
            steps: StepsContext::counting(frame, labels, regulation),
            summary: summary(frame, labels, regulation),
            page: format!("{}{}", addresses::up(path), addresses::regulation(&act.id, &regulation.name)),
        }
    }

    /// A link within the page of the regulation, from the page of the service.
    fn link_to(&self, link: &Link) -> Link {
        Link { text: link.text.clone(), href: format!("{}{}", self.page, link.href) }
    }

    /// A row of the passport.
    fn facts(&self, key: &str) -> Vec<MatrixLine> {
        let facts = self.summary.rows.iter().filter(|row| row.key == key).flat_map(|row| &row.facts);
        let line = |fact: &super::view::Fact| MatrixLine {
            channels: fact.channels.clone(),
            words: fact.words.as_ref().map(quotation),
            see: fact.see.as_ref().map(quotation),
            at: fact.at.iter().map(|link| self.link_to(link)).collect(),
            ..MatrixLine::default()
        };
        facts.map(line).collect()
    }

    /// The terms of the whole service.
    fn terms(&self) -> Vec<Line<Length>> {
        let terms = self.steps.regulation.terms.iter().zip(&self.summary.terms);
        let line = |(term, row): (&OverallTerm, &super::view::TermRow)| {
            let scope = self.scope_of(term);
            let is_whole = term.case.is_none() && scope.is_empty() && term.bound != Some(Bound::AtLeast);
            let length = term.measure.filter(|_| is_whole).map(|measure| {
                let length = Length::of([measure]);
                if term.except.is_some() { length.or_longer() } else { length }
            });
            let line = MatrixLine {
                channels: row.channels.clone(),
                scope,
                case: row.case.clone(),
                words: Some(quotation(&row.words)),
                at: vec![self.link_to(&row.at)],
                ..MatrixLine::default()
            };
            (line, Ranked { channels: row.channels.clone(), value: length })
        };
        terms.filter(|(term, _)| term.kind == TermKind::Overall).map(line).collect()
    }

    /// Objects and applicants of a term that names no case: those of the tellings that it is for, where all have the same.
    fn scope_of(&self, term: &OverallTerm) -> Vec<String> {
        let mut scopes = term.of.iter().filter_map(|name| self.steps.regulation.process(name)).map(|process| Scope {
            channels: Vec::new(),
            variant: None,
            ..process.scope.clone()
        });
        let Some(first) = scopes.next().filter(|_| term.case.is_none()) else { return Vec::new() };
        if scopes.all(|scope| scope == first) { self.steps.scope_names(&first, false) } else { Vec::new() }
    }

    /// The sums of the limits of the main tellings.
    fn sums(&self) -> Vec<Line<Length>> {
        let mains = self.steps.mains();
        let sums =
            mains.iter().flat_map(|(scope, main)| self.steps.sums(main).into_iter().map(move |sum| (scope, sum)));
        let line = |(scope, ChannelSum { channels, by, sum }): (&Scope, ChannelSum)| {
            // A sum without channels is that of the whole block.
            let channels = if channels.is_empty() { scope.channels.clone() } else { channels };
            let is_whole = is_for_all(scope) && sum.from_event == 0 && sum.doubted == 0 && !sum.parts.is_empty();
            let length = Length::of(sum.parts.iter().map(|part| Measure { value: part.value, unit: part.unit }));
            let length = if sum.unlimited > 0 { length.or_longer() } else { length };
            let ranked = Ranked { channels: channels.clone(), value: is_whole.then_some(length) };
            let line = MatrixLine {
                channels,
                scope: self.steps.scope_names(scope, false),
                by: by.map(|link| self.link_to(&link)),
                sum: Some(sum),
                ..MatrixLine::default()
            };
            (line, ranked)
        };
        sums.map(line).collect()
    }

    /// How many steps the main tellings have, with those that go on with them.
    fn steps(&self) -> Vec<Line<u32>> {
        let mut lines: Vec<Line<u32>> = Vec::new();
        for (scope, main) in self.steps.mains() {
            let mut counts: Vec<(Vec<Channel>, u32)> = Vec::new();
            if scope.channels.is_empty() {
                counts.push((Vec::new(), self.step_count(main, None)));
            }
            for channel in &scope.channels {
                let steps = self.step_count(main, Some(*channel));
                match counts.iter_mut().find(|(_, known)| *known == steps) {
                    Some((channels, _)) => channels.push(*channel),
                    None => counts.push((vec![*channel], steps)),
                }
            }
            for (channels, steps) in counts {
                let line = MatrixLine {
                    channels: channels.clone(),
                    scope: self.steps.scope_names(&scope, false),
                    count: Some(Counted { count: steps, href: format!("{}#t-{}", self.page, main.name) }),
                    ..MatrixLine::default()
                };
                lines.push((line, Ranked { channels, value: is_for_all(&scope).then_some(steps) }));
            }
        }
        lines
    }

    fn step_count(&self, main: &Process, channel: Option<Channel>) -> u32 {
        let holds = |process: &Process| {
            let steps = process.steps.iter();
            steps.filter(|step| channel.is_none_or(|channel| flow::holds_for(step.only.as_ref(), channel))).count()
        };
        let is_sure = |process: &&Process| process.continues.as_ref().is_some_and(|link| link.doubt.is_none());
        let further = self.steps.continuing(main).into_iter().filter(is_sure).map(holds);
        count(holds(main) + further.sum::<usize>())
    }

    /// How many participants act.
    fn participants(&self) -> Vec<MatrixLine> {
        let regulation = self.steps.regulation;
        let sequences = regulation.processes.iter().filter(|process| process.role == Role::Sequence);
        let doers: Vec<&String> =
            sequences.flat_map(|process| &process.steps).flat_map(|step| &step.doers.ids).collect();
        let acting = regulation.participants.iter().filter(|participant| doers.contains(&&participant.id)).count();
        let counted = Counted { count: count(acting), href: format!("{}#participants", self.page) };
        let line = MatrixLine { count: Some(counted), ..MatrixLine::default() };
        if acting == 0 { Vec::new() } else { vec![line] }
    }
}

/// Whether something holds for whatever is asked for and whoever asks.
fn is_for_all(scope: &Scope) -> bool {
    scope.objects.is_empty() && scope.applicants.is_empty()
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
    let mut once: Vec<MatrixLine> = Vec::new();
    for line in lines {
        let is_same = |known: &&mut MatrixLine| {
            (&known.channels, &known.scope, &known.case) == (&line.channels, &line.scope, &line.case)
                && known.words == line.words
                && known.rank == line.rank
        };
        match once.iter_mut().find(is_same) {
            Some(known) => known.at.extend(line.at),
            None => once.push(line),
        }
    }
    once
}

/// Terms of which each stands once, with all ways that it is for and all its places.
fn of_all_ways(lines: Vec<MatrixLine>) -> Vec<MatrixLine> {
    let mut once: Vec<MatrixLine> = Vec::new();
    for line in lines {
        let is_same = |known: &&mut MatrixLine| {
            (&known.scope, &known.case, &known.words) == (&line.scope, &line.case, &line.words)
                && known.channels.is_empty() == line.channels.is_empty()
        };
        match once.iter_mut().find(is_same) {
            Some(known) => {
                let new: Vec<Channel> = line.channels.into_iter().filter(|new| !known.channels.contains(new)).collect();
                known.channels.extend(new);
                let new: Vec<Link> = line.at.into_iter().filter(|new| !known.at.contains(new)).collect();
                known.at.extend(new);
            }
            None => once.push(line),
        }
    }
    once
}

/// Words of the law, parted behind a word where they are many.
fn quotation(words: &Words) -> Quotation {
    let text: String = words.runs.iter().map(|run| run.text.as_str()).collect();
    let whole = || Quotation { begin: words.clone(), rest: None };
    let Some((limit, _)) = text.char_indices().nth(QUOTED) else { return whole() };
    let Some(at) = text[..limit].rfind(' ') else { return whole() };
    let part = |text: &str| Words { lang: words.lang.clone(), runs: vec![run(text.to_owned(), Mark::Plain)] };
    Quotation { begin: part(&text[..at]), rest: Some(part(&text[at + 1..])) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::frame::plain_words;

    #[test]
    fn a_long_quotation_is_folded_behind_a_word_and_loses_nothing() {
        let text = |words: &Words| words.runs.iter().map(|run| run.text.as_str()).collect::<String>();
        let short = "қ".repeat(QUOTED);
        assert!(quotation(&plain_words(short.clone())).rest.is_none());
        assert_eq!(text(&quotation(&plain_words(short)).begin).chars().count(), QUOTED);
        let long = "сөз ".repeat(100) + "соңы";
        let folded = quotation(&plain_words(long.clone()));
        let begin = text(&folded.begin);
        assert!(begin.chars().count() <= QUOTED && begin.ends_with("сөз"), "{begin}");
        assert_eq!(format!("{begin} {}", text(&folded.rest.unwrap())), long);
        let one_word = "ұ".repeat(2 * QUOTED);
        assert!(quotation(&plain_words(one_word)).rest.is_none(), "nowhere to part it");
    }
}
