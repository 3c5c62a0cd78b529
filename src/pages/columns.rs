//! What one version of a service says, line by line: a column of the matrix, a side of a comparison.

use super::addresses;
use super::frame::{Frame, run};
use super::home::count;
use super::labels::Labels;
use super::ranks::Ranked;
use super::summary::summary;
use super::tellings::StepsContext;
use super::view::{ChannelSum, Counted, Link, Mark, MatrixLine, Quotation, Summary, Words};
use crate::catalog::Compared;
use crate::flow;
use crate::model::{Length, Measure, OverallTerm, Process, Scope};
use crate::vocabulary::{Bound, Channel, Role, TermKind};

/// How many letters of a quotation are shown; the rest is folded.
const QUOTED: usize = 240;

/// A statement, and what is compared of it.
pub(super) type Line<V> = (MatrixLine, Ranked<V>);

/// What one version says.
pub(super) struct Column<'f, 'a> {
    steps: StepsContext<'f, 'a>,
    summary: Summary,
    /// The page of the regulation, from the page of the service.
    page: String,
}

impl<'f, 'a> Column<'f, 'a> {
    pub(super) fn new(frame: &'f Frame<'a>, labels: &'f Labels<'a>, path: &str, version: Compared<'a>) -> Self {
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
    pub(super) fn facts(&self, key: &str) -> Vec<MatrixLine> {
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
    pub(super) fn terms(&self) -> Vec<Line<Length>> {
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
    pub(super) fn sums(&self) -> Vec<Line<Length>> {
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
    pub(super) fn steps(&self) -> Vec<Line<u32>> {
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
    pub(super) fn participants(&self) -> Vec<MatrixLine> {
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
