//! From what was read to the model: names, participants, defaults, quotations, translations.
//!
//! 1. Registers and the names of acts are resolved first; everything else refers to them.
//! 2. Each act and each regulation is resolved by itself, in parallel. Its elements get their anchors ([`anchors`]),
//!    its tellings their steps ([`steps`]), its texts their translations ([`memory`]).
//! 3. What needs them all is looked at together: steps that an editor pairs ([`pairs`]), translations that nothing asked for.
//!
//! An author's mistake is an error with a place; resolving goes on with what is sound. The law's own defects pass
//! untouched: they are for `findings`.

mod act;
mod address_lists;
mod anchors;
mod arrows;
pub(crate) mod limits;
mod memory;
mod names;
mod nodes;
mod numbers;
mod pairs;
mod placed;
mod quoted;
mod references;
mod regulation;
mod site;
mod steps;
mod table_faults;
mod tables;
mod tellings;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Act, ActRef, Corpus, Regulation};
use crate::source::Project;
use crate::source::blanks::leave_out_consequences;
use memory::{Memory, Speaker};
use names::Names;
pub use site::resolve_site;

/// What all documents are resolved against.
struct Context<'a> {
    project: &'a Project,
    names: Names,
    /// Every act that is encoded or described, by id.
    acts: BTreeMap<String, ActRef>,
    /// The translation memories, by act.
    memories: BTreeMap<&'a str, Memory<'a>>,
}

/// Resolves a project.
pub fn resolve(project: &Project) -> (Corpus, Vec<Diagnostic>) {
    let (mut corpus, names, mut diagnostics) = names::resolve_registers(&project.registers);
    let memories = memory::resolve_memories(project, &mut diagnostics);
    let acts = act::resolve_act_names(project, &names, &memories, &mut diagnostics);
    let context = Context { project, names, acts, memories };
    let resolved: Vec<Resolved> =
        project.acts.keys().collect::<Vec<_>>().into_par_iter().map(|id| resolve_act(&context, id)).collect();
    for part in resolved {
        // The original of a translation may be what was left out of a file with faults.
        let whole = !is_broken(project, &part.id) && !part.diagnostics.iter().any(Diagnostic::is_error);
        if let Some(memory) = context.memories.get(part.id.as_str()).filter(|_| whole) {
            diagnostics.extend(memory.orphans(&part.used));
        }
        if let Some(first) = part.untranslated.first() {
            let count = part.untranslated.len().to_string();
            diagnostics.push(Diagnostic { span: Some(first.0), ..first.1.clone() }.with("count", count));
        }
        diagnostics.extend(part.diagnostics);
        corpus.acts.extend(part.act);
    }
    pairs::resolve_pairs(project, &mut corpus, &mut diagnostics);
    diagnostics.retain(|diagnostic| !is_described(project, diagnostic));
    leave_out_consequences(&mut diagnostics, &project.blanks);
    (corpus, diagnostics)
}

/// Whether a file of an act has faults.
fn is_broken(project: &Project, act: &str) -> bool {
    let folder = format!("regulations/{act}/");
    project.is_act_unread(act)
        || project.broken.iter().any(|file| project.files[file.0 as usize].path.starts_with(&folder))
}

/// Whether a name is unknown only because its description has faults, which are reported already.
fn is_described(project: &Project, diagnostic: &Diagnostic) -> bool {
    let argument = match diagnostic.code {
        Code::UnknownParticipant => "participant",
        Code::UnknownService => "service",
        Code::UnknownTopic => "topic",
        Code::UnknownPlace => "place",
        Code::UnknownAct => "act",
        Code::UnknownTerm => "term",
        _ => return false,
    };
    let described = |value: &String| {
        let act = argument == "act" && project.is_unread(&format!("regulations/{value}/act.yaml"));
        act || project.described.contains(value)
    };
    diagnostic.args.iter().any(|(name, value)| *name == argument && described(value))
}

/// One act, resolved.
struct Resolved {
    id: String,
    act: Option<Act>,
    diagnostics: Vec<Diagnostic>,
    used: BTreeSet<usize>,
    untranslated: Vec<(crate::diagnostic::Span, Diagnostic)>,
}

fn resolve_act(context: &Context<'_>, id: &str) -> Resolved {
    let source = &context.project.acts[id];
    let mut diagnostics = Vec::new();
    let mut used = BTreeSet::new();
    let mut untranslated = Vec::new();
    let mut collect = |speaker: Speaker<'_>| {
        diagnostics.extend(speaker.diagnostics);
        used.extend(speaker.used);
        untranslated
            .extend(speaker.untranslated.into_iter().map(|span| (span, Diagnostic::new(Code::Untranslated, span))));
    };
    // Without an act there is no language to read its regulations in; the missing file is reported already.
    let Some(file) = &source.file else {
        return Resolved { id: id.to_owned(), act: None, diagnostics, used, untranslated };
    };
    let (mut act, speaker) = act::resolve_act(context, id, file);
    collect(speaker);
    let regulations: Vec<(Option<Regulation>, Speaker<'_>)> = source
        .regulations
        .par_iter()
        .filter_map(|regulation| {
            Some(regulation::resolve_regulation(context, &act, regulation, regulation.value.as_ref()?))
        })
        .collect();
    for (regulation, speaker) in regulations {
        act.regulations.extend(regulation);
        collect(speaker);
    }
    act.regulations.sort_by_key(|regulation| regulation.ordinal);
    diagnostics.extend(regulation::check_ordinals(source));
    Resolved { id: id.to_owned(), act: Some(act), diagnostics, used, untranslated }
}
