//! Pairs of tellings, step by step.

use super::account::{Account, sign};
use super::find::Version;
use super::sheet::{Ink, Lead, Run, Sheet, plain, woven};
use crate::diff::{Aspect, Change, Mark, StepChange, TellingChange};
use crate::flow::{self, Goal, Graph};
use crate::lang::fold_spaces;
use crate::model::{Process, Step};

/// Writes every telling with what became of its steps.
pub(super) fn write(account: &Account<'_>, sheet: &mut Sheet) {
    for telling in &account.difference.tellings {
        let sides =
            Sides { old: side(account.old, telling.old.as_deref()), new: side(account.new, telling.new.as_deref()) };
        let Some(shown) = sides.new.as_ref().or(sides.old.as_ref()) else { continue };
        sheet.heading(&heading(account, shown.process));
        about(account, sheet, telling, &sides);
        for step in &telling.steps {
            self::step(account, sheet, step, &sides);
        }
    }
}

/// A telling of one regulation.
struct Side<'a> {
    version: Version<'a>,
    process: &'a Process,
    graph: Graph,
}

struct Sides<'a> {
    old: Option<Side<'a>>,
    new: Option<Side<'a>>,
}

fn side<'a>(version: Version<'a>, name: Option<&str>) -> Option<Side<'a>> {
    let process = version.regulation.process(name?)?;
    Some(Side { version, process, graph: flow::graph(process) })
}

/// What a telling tells and for whom: «последовательность действий: у услугодателя».
fn heading(account: &Account<'_>, process: &Process) -> String {
    let role = account.say("diff-role", &[("role", process.role.as_str().to_owned())]);
    let title = process.title.as_ref().map(|title| format!(": {}", account.said(title)));
    let channels = process.scope.channels.iter();
    let channels: Vec<String> =
        channels.map(|channel| account.say("diff-channel", &[("channel", channel.as_str().to_owned())])).collect();
    let channels = if channels.is_empty() { String::new() } else { format!(" ({})", channels.join(", ")) };
    format!("{role}{}{channels}", title.unwrap_or_default())
}

/// The names of both, where they stand, and how many steps of which kinds.
fn about(account: &Account<'_>, sheet: &mut Sheet, telling: &TellingChange, sides: &Sides<'_>) {
    let name = |side: &Option<Side<'_>>| match side {
        Some(Side { process, .. }) => format!("{} ({})", process.name, process.at),
        None => account.say("diff-nowhere", &[]),
    };
    let count = |side: &Option<Side<'_>>| side.as_ref().map_or(0, |side| side.process.steps.len());
    sheet.line(2, &format!("{} → {}", name(&sides.old), name(&sides.new)));
    let kinds = account.kinds(telling.steps.iter().map(|step| step.change));
    let steps = account.say("diff-steps", &[]);
    sheet.line(2, &format!("{steps}: {} → {}; {kinds}", count(&sides.old), count(&sides.new)));
}

fn step(account: &Account<'_>, sheet: &mut Sheet, change: &StepChange, sides: &Sides<'_>) {
    let (old, new) = (steps_of(sides.old.as_ref(), &change.old), steps_of(sides.new.as_ref(), &change.new));
    let place = place(&old, &new);
    let is_kept = change.words.iter().all(|piece| piece.mark == Mark::Kept);
    let runs = if is_kept && matches!(change.change, Change::Same | Change::Moved) {
        // One line is enough for what is as it was.
        let room = sheet.room(2 + sign(change.change).len() + place.chars().count() + 2);
        let text = brief(&told(account, &new), room);
        vec![(Ink::Bold, place), plain(format!(": {text}"))]
    } else {
        let (side, own) = if new.is_empty() { (&sides.old, &old) } else { (&sides.new, &new) };
        // Who is named by the aspect, or by the words themselves, is not named again.
        let doers = doers(account, side.as_ref(), own).filter(|doers| {
            !change.also.contains(&Aspect::Participant)
                && !told(account, own).to_lowercase().contains(&doers.to_lowercase())
        });
        let doers = doers.map_or_else(String::new, |doers| format!(", {doers}"));
        let mut runs = vec![(Ink::Bold, place), plain(format!("{doers}: "))];
        runs.extend(words(account, change, &old, &new));
        runs
    };
    sheet.paragraph(Lead { indent: 2, sign: sign(change.change) }, &runs);
    if let Some(reason) = &change.fixed {
        sheet.line(6, &account.say("diff-fixed", &[("reason", account.said(reason).to_owned())]));
    }
    for aspect in &change.also {
        let name = account.say("diff-also", &[("aspect", aspect.as_str().to_owned())]);
        let side = |side: &Option<Side<'_>>, steps: &[&Step]| of_aspect(account, *aspect, side.as_ref(), steps);
        sheet.line(6, &format!("{name}: {} → {}", side(&sides.old, &old), side(&sides.new, &new)));
    }
}

fn steps_of<'a>(side: Option<&Side<'a>>, anchors: &[String]) -> Vec<&'a Step> {
    let process = side.map(|side| side.process);
    process.into_iter().flat_map(|process| &process.steps).filter(|step| anchors.contains(&step.id)).collect()
}

/// Numbers as printed with their places: «5) (p7.5) → 2) (p8.2)».
fn place(old: &[&Step], new: &[&Step]) -> String {
    let side = |steps: &[&Step]| steps.iter().map(|step| number(step)).collect::<Vec<_>>().join(" + ");
    match (old, new) {
        ([], _) => side(new),
        (_, []) => side(old),
        _ => format!("{} → {}", side(old), side(new)),
    }
}

fn number(step: &Step) -> String {
    step.number.as_ref().map_or_else(|| step.id.clone(), |number| format!("{number} ({})", step.id))
}

/// The texts of steps, one a line.
fn told(account: &Account<'_>, steps: &[&Step]) -> String {
    steps.iter().map(|step| fold_spaces(account.said(&step.text))).collect::<Vec<_>>().join("\n")
}

/// What became of the words.
fn words(account: &Account<'_>, change: &StepChange, old: &[&Step], new: &[&Step]) -> Vec<Run> {
    if account.difference.lang.is_none() && !old.is_empty() && !new.is_empty() {
        // Nothing was compared: each stands in its own language.
        return vec![plain(format!("\n«{}»\n→ «{}»", told(account, old), told(account, new)))];
    }
    woven(&change.words)
}

/// The beginning of a text, no longer than a number of letters.
fn brief(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let end = text.char_indices().nth(letters.saturating_sub(1)).map_or(text.len(), |(end, _)| end);
    let whole = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..whole].trim_end_matches([',', ';', ' ']))
}

/// Who acts, by name.
fn doers(account: &Account<'_>, side: Option<&Side<'_>>, steps: &[&Step]) -> Option<String> {
    let regulation = side?.version.regulation;
    let mut names: Vec<&str> = Vec::new();
    for id in steps.iter().flat_map(|step| &step.doers.ids) {
        let participant = regulation.participant(id);
        let name = participant.map_or(id.as_str(), |own| account.said(own.short.as_ref().unwrap_or(&own.name)));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// What one side says of an aspect.
fn of_aspect(account: &Account<'_>, aspect: Aspect, side: Option<&Side<'_>>, steps: &[&Step]) -> String {
    let quoted = |found: Vec<String>| (!found.is_empty()).then(|| found.join("; "));
    let found = match aspect {
        Aspect::Participant => doers(account, side, steps),
        Aspect::Limit => {
            let limits = steps.iter().flat_map(|step| &step.limits).filter(|limit| !limit.inherited);
            quoted(limits.map(|limit| format!("«{}»", account.said(&limit.words))).collect())
        }
        Aspect::Outcome => {
            let outcomes = steps.iter().filter_map(|step| step.outcome.as_ref());
            quoted(outcomes.map(|outcome| format!("«{}»", account.said(outcome))).collect())
        }
        Aspect::Arrow => side.and_then(|side| quoted(followers(account, side, steps))),
    };
    let of = if aspect == Aspect::Limit { "term" } else { "field" };
    found.unwrap_or_else(|| account.say("diff-silent", &[("of", of.to_owned())]))
}

/// Where steps lead, by the numbers of what follows.
fn followers(account: &Account<'_>, side: &Side<'_>, steps: &[&Step]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let goal = |goal: &str| account.say("diff-goal", &[("goal", goal.to_owned())]);
    for index in steps.iter().filter_map(|step| side.process.index_of(&step.id)) {
        for edge in side.graph.out(index) {
            let name = match edge.to {
                Goal::Step(to) if steps.iter().any(|step| step.id == side.process.steps[to].id) => continue,
                Goal::Step(to) => number(&side.process.steps[to]),
                Goal::End => goal("end"),
                Goal::Refused => goal("refused"),
                Goal::Unknown => goal("unknown"),
            };
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}
