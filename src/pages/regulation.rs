//! The page of a regulation, and the page of both its languages.

use std::collections::BTreeMap;

use super::acts::{
    encoding, has_slips, notice, place_crumb, regulation_crumbs, source, translation_state, with_standing,
};
use super::address_lists;
use super::addresses;
use super::diagrams::is_long;
use super::doubts::doubts;
use super::editions;
use super::frame::{About, Frame, plain_words};
use super::labels::{Labels, annex_name};
use super::lineage::LineContext;
use super::lists::{place_link, service_link};
use super::matrix::comparisons_of;
use super::render::Rendered;
use super::summary;
use super::tables::{printed_table, without_anchors};
use super::tellings::StepsContext;
use super::text::{TextContext, finding_rows, view_kind};
use super::view::{
    ArrowTo, BothPage, ChannelBlock, DiagramFile, Legend, Link, Pair, PairSide, ParticipantRow, RefusedRow,
    RegulationLine, RegulationPage, Restates, SumRow, Telling, TranslationState,
};
use crate::catalog::Compared;
use crate::diagram::Picture;
use crate::lang::{Lang, Text};
use crate::model::{Act, Node, NodeKind, Participant, Regulation, Step, TableShape};
use crate::vocabulary::{HeadingState, ParticipantKind, Role};

/// The page of a regulation.
pub(super) fn regulation(frame: &Frame<'_>, act: &Act, regulation: &Regulation) -> Rendered {
    let path = addresses::regulation(&act.id, &regulation.name);
    let labels = Labels::new(&regulation.text);
    let citation = frame.citation(&act.name);
    let title = frame.plain(&regulation.title);
    let steps = StepsContext::new(frame, &labels, regulation);
    let channels = steps.blocks();
    let ids = step_ids(&channels);
    let cite = |place: &str| {
        let args = [("title", title.clone()), ("act", citation.clone()), ("place", place.to_owned())];
        with_standing(frame, act, frame.say("cite-regulation-place", &args))
    };
    let text = TextContext {
        frame,
        path: &path,
        act,
        labels: &labels,
        tables: &regulation.tables,
        addresses: Some(address_lists::FROM_REGULATION),
        steps: &ids,
        cite: &cite,
        marks: &BTreeMap::new(),
    };
    let findings = frame.inputs.findings.get(&regulation.id()).map(Vec::as_slice).unwrap_or_default();
    let mut summary = summary::summary(frame, &labels, regulation);
    summary.sums = channels.iter().filter_map(sum_row).collect();
    summary.refused =
        channels.iter().filter(|block| !block.sums.is_empty()).map(|block| refused(frame, block)).collect();
    let act_page = (frame.short_citation(&act.name), addresses::act(&act.id));
    let about = About {
        title: frame.with_state(act, "title-with-state", "title", title.clone()),
        description: {
            let text = frame.say("describe-regulation", &[("act", citation.clone())]);
            Some(frame.with_state(act, "state-sentence", "text", text))
        },
        crumbs: frame.crumbs(&path, vec![place_crumb(frame, act), act_page]),
        source: Some(source(act)),
        encoding: Some(encoding(act, &regulation.id(), &regulation.digest)),
        path: path.clone(),
    };
    let service = frame.inputs.catalog.corpus.services.get(&regulation.service);
    let participants = regulation.participants.iter().map(|participant| row(frame, &labels, regulation, participant));
    let line = LineContext {
        frame,
        path: &path,
        id: "line".to_owned(),
        of: frame.plain(&regulation.title),
        here: Some(&act.id),
        of_act: false,
    };
    let line = line.lineage(&frame.inputs.catalog.lineage(&regulation.service, &act.place));
    let service_page = addresses::service(&regulation.service);
    let line = RegulationLine {
        acts: line.acts,
        gaps: line.gaps,
        href: format!("{}{service_page}#timeline-{}", addresses::up(&path), act.place),
        here: (!is_long(regulation)).then_some(line),
    };
    let view = RegulationPage {
        page: frame.head(about),
        title: frame.words(&regulation.title),
        act: frame.act_ref(&path, &act.name),
        service: service_link(frame, &path, &regulation.service),
        place: place_link(frame, &path, &act.place),
        restates: restates(frame, &path, act, regulation),
        status: frame.status(&path, act, service),
        translation: notice(frame, &path, act, &regulation.text),
        editions: editions::choice_of(frame, act, regulation),
        comparisons: comparisons_of(frame, &path, Compared { act, regulation }),
        both_href: "both/index.html".to_owned(),
        book_href: "book/index.html".to_owned(),
        cite: {
            let args = [("title", title.clone()), ("act", citation.clone())];
            with_standing(frame, act, frame.say("cite-regulation", &args))
        },
        summary,
        addresses: address_lists::links(frame, regulation),
        legend: legend(frame, regulation, &channels),
        channels,
        findings: finding_rows(frame, &labels, findings),
        doubts: doubts(frame, &labels, regulation),
        participants: participants.collect(),
        line,
        text: text.nodes(&regulation.text),
    };
    frame.render("regulation.html", &view)
}

/// A diagram as a file of its own.
pub(super) fn diagram(frame: &Frame<'_>, act: &Act, regulation: &Regulation, picture: &Picture<'_>) -> Rendered {
    let labels = Labels::new(&regulation.text);
    let steps = StepsContext::new(frame, &labels, regulation);
    let page = addresses::up(&addresses::diagram_from_page(&picture.name)) + "index.html";
    let mut sketch = steps.sketch(picture, Some(page));
    // By itself it says where it is from.
    let args = [("title", frame.plain(&regulation.title)), ("act", frame.citation(&act.name))];
    let source = with_standing(frame, act, frame.say("cite-regulation", &args));
    sketch.words.description.text = frame.say("diagram-file-desc", &[("source", source)]);
    frame.render("diagram.svg", &DiagramFile { sketch })
}

fn sum_row(block: &ChannelBlock) -> Option<SumRow> {
    (!block.sums.is_empty()).then(|| SumRow {
        channels: block.channels.clone(),
        scope: block.scope.clone(),
        href: format!("#{}", block.id),
        sums: block.sums.clone(),
    })
}

/// Where refusals end the tellings of a block.
fn refused(frame: &Frame<'_>, block: &ChannelBlock) -> RefusedRow {
    let (mut steps, mut forks) = (Vec::new(), Vec::new());
    let tellings = block.tellings.iter().flat_map(|telling| std::iter::once(telling).chain(&telling.continued));
    for step in tellings.flat_map(|telling| &telling.steps) {
        let number = step.number.as_deref().map(|number| number.trim_end_matches([')', '.']).to_owned());
        let named = number.map(|number| frame.say("step-named", &[("step", number)]));
        let link = Link { text: named.unwrap_or_else(|| step.at.text.clone()), href: format!("#s-{}", step.id) };
        if step.next.iter().any(|arrow| arrow.to == ArrowTo::EndRefused) {
            steps.push(link);
        } else if step.outcomes_inside {
            forks.push(link);
        }
    }
    RefusedRow { channels: block.channels.clone(), scope: block.scope.clone(), steps, forks }
}

/// The anchors of the steps that have a row on the page.
fn step_ids(channels: &[ChannelBlock]) -> Vec<String> {
    fn add(telling: &Telling, ids: &mut Vec<String>) {
        ids.extend(telling.steps.iter().map(|step| step.id.clone()));
        telling.continued.iter().chain(&telling.folded).for_each(|under| add(under, ids));
    }
    let mut ids = Vec::new();
    channels.iter().flat_map(|block| &block.tellings).for_each(|telling| add(telling, &mut ids));
    ids
}

fn legend(frame: &Frame<'_>, regulation: &Regulation, channels: &[ChannelBlock]) -> Legend {
    fn look(telling: &Telling, legend: &mut Legend) {
        for arrow in telling.steps.iter().flat_map(|step| &step.next) {
            legend.stated_arrow |= arrow.stated.is_some();
            legend.inferred_arrow |= arrow.stated.is_none() && arrow.to != ArrowTo::Unknown;
        }
        legend.differences |= telling.differing.is_some_and(|differing| differing > 0);
        telling.continued.iter().chain(&telling.folded).for_each(|under| look(under, legend));
    }
    let in_tables = regulation.processes.iter().flat_map(|process| &process.steps).any(|step| !step.slips.is_empty());
    let sic = in_tables || has_slips(&regulation.text);
    let translated = regulation.lang != frame.lang;
    // The sums are always the site's own.
    let mut legend = Legend { sic, translated, added: true, ..Legend::default() };
    channels.iter().flat_map(|block| &block.tellings).for_each(|telling| look(telling, &mut legend));
    legend
}

fn restates(frame: &Frame<'_>, path: &str, act: &Act, regulation: &Regulation) -> Option<Restates> {
    let restated = regulation.restates.as_ref()?;
    let other = frame.inputs.catalog.named(act, &restated.act)?;
    let labels = Labels::new(&act.text);
    let page = format!("{}{}", addresses::up(path), addresses::act(&act.id));
    Some(Restates {
        act: frame.act_ref(path, other),
        // In a translation the two titles may read alike.
        title: restated
            .title
            .as_ref()
            .filter(|title| frame.plain(title) != frame.plain(&regulation.title))
            .map(|title| frame.words(title)),
        at: Some(Link { text: labels.place(frame, &restated.at), href: format!("{page}#{}", restated.at) }),
    })
}

fn row(frame: &Frame<'_>, labels: &Labels<'_>, regulation: &Regulation, participant: &Participant) -> ParticipantRow {
    let sequences = regulation.processes.iter().filter(|process| process.role == Role::Sequence);
    let steps: Vec<&Step> = sequences.flat_map(|process| &process.steps).collect();
    let link = |step: &Step| Link { text: labels.place(frame, &step.id), href: format!("#s-{}", step.id) };
    let acts: Vec<&Step> = steps.iter().copied().filter(|step| step.doers.ids.contains(&participant.id)).collect();
    let mentioned = steps.iter().filter(|step| step.to.contains(&participant.id) || step.at.contains(&participant.id));
    let of_provider =
        matches!(participant.kind, ParticipantKind::Staff | ParticipantKind::Unit | ParticipantKind::Body);
    let has_list = regulation.participants.iter().any(|participant| !participant.listed.is_empty());
    ParticipantRow {
        id: participant.id.clone(),
        name: frame.words(&participant.name),
        short: participant.short.as_ref().map(|short| frame.plain(short)),
        kind: participant.kind,
        body: None,
        aliases: participant.aliases.iter().map(|alias| frame.words(alias)).collect(),
        listed: participant.listed.iter().map(|anchor| labels.link(frame, anchor)).collect(),
        mentioned: mentioned.map(|step| link(step)).collect(),
        unlisted: has_list && of_provider && participant.listed.is_empty() && !acts.is_empty(),
        acts: acts.iter().map(|step| link(step)).collect(),
    }
}

/// The page of both languages.
pub(super) fn both(frame: &Frame<'_>, act: &Act, regulation: &Regulation) -> Rendered {
    let path = addresses::both(&act.id, &regulation.name);
    let title = frame.plain(&regulation.title);
    let pages = regulation_crumbs(frame, act, regulation);
    let about = About {
        title: frame.with_state(act, "title-with-state", "title", frame.say("both-title", &[("title", title)])),
        description: Some(frame.with_state(act, "state-sentence", "text", frame.say("describe-both", &[]))),
        crumbs: frame.crumbs(&path, pages),
        source: Some(source(act)),
        encoding: Some(encoding(act, &regulation.id(), &regulation.digest)),
        path: path.clone(),
    };
    let mut pairs = Pairs { frame, tables: &regulation.tables, found: Vec::new() };
    pairs.add(&regulation.text, 0);
    // What is to be said of the other language does not hang on the language of the page.
    let other = frame.in_language(act.lang.other());
    let service = frame.inputs.catalog.corpus.services.get(&regulation.service);
    let view = BothPage {
        page: frame.head(about),
        title: frame.words(&regulation.title),
        act: frame.act_ref(&path, &act.name),
        status: frame.status(&path, act, service),
        regulation_href: "../index.html".to_owned(),
        original: act.lang.as_str().to_owned(),
        translation: translation_state(&other, &regulation.text).unwrap_or(TranslationState::Reviewed),
        pairs: pairs.found,
    };
    frame.render("both.html", &view)
}

/// The pairs of a text.
struct Pairs<'f, 'a> {
    frame: &'f Frame<'a>,
    tables: &'a BTreeMap<String, TableShape>,
    found: Vec<Pair>,
}

impl Pairs<'_, '_> {
    fn add<'n>(&mut self, nodes: impl IntoIterator<Item = &'n Node>, depth: u8) {
        for node in nodes {
            if node.kind == NodeKind::Process {
                self.add(&node.children, depth);
                continue;
            }
            // The stamps of an annex are printed above its title.
            let above = |child: &&Node| node.kind == NodeKind::Annex && child.kind == NodeKind::Stamp;
            let (stamps, under): (Vec<&Node>, Vec<&Node>) = node.children.iter().partition(above);
            self.add(stamps, depth);
            self.found.push(Pair {
                id: node.id.clone(),
                kind: view_kind(node.kind),
                depth,
                number: node.number.clone(),
                kk: self.side(node, Lang::Kk),
                ru: self.side(node, Lang::Ru),
            });
            let container = matches!(node.kind, NodeKind::Section | NodeKind::Annex);
            self.add(under, if container { depth } else { depth.saturating_add(1) });
        }
    }

    /// One language of an element; `None` where it is not translated.
    fn side(&self, node: &Node, lang: Lang) -> Option<PairSide> {
        let own = self.frame.in_language(lang);
        // The law's slips are marked where they stand: in the original.
        let words = |text: &Text| {
            let original = (text.lang == lang).then(|| own.marked(text, &node.slips));
            original.or_else(|| text.get(lang).map(plain_words))
        };
        let title = node.title.as_ref().map(words);
        let text = node.text.as_ref().filter(|_| node.redacted.is_none()).map(words);
        if title.as_ref().or(text.as_ref()).is_some_and(Option::is_none) {
            return None;
        }
        // An anchor stands on a page once, and here are two tables.
        let printed = |table| without_anchors(printed_table(&own, table, self.tables.get(&node.id)));
        Some(PairSide {
            annex: (node.kind == NodeKind::Annex).then(|| annex_name(&own, node)),
            heading_lost: node.heading == Some(HeadingState::Lost),
            lost: node.lost.map(|lost| own.say(&format!("lost-{}", lost.as_str()), &[])),
            title: title.flatten(),
            text: text.flatten(),
            table: node.table.as_ref().filter(|table| table.addresses.is_none()).map(printed),
            addresses: address_lists::link_at(&own, node, "../addresses/index.html"),
            redacted: node.redacted.as_ref().map(|reason| self.frame.plain(reason)),
        })
    }
}
