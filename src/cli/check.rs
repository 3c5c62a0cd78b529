//! `qadam check`: faults of the encodings, defects of the law, and how an encoding holds against a published text.

use std::path::{Path, PathBuf};

use clap::Args;
use sha2::{Digest as _, Sha256};

use super::pipeline::{self, Checked};
use super::{Global, Outcome, ReportFormat, Terminal, messages_of};
use crate::collate::{Collation, Displacement, collate};
use crate::diagnostic::{self, Code, Diagnostic, nearest};
use crate::lang::Locale;
use crate::model::Act;
use crate::source::read_named;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Form of the report
    #[arg(long, value_enum, default_value = "human")]
    pub format: ReportFormat,
    /// Fail on this code, or on `all` findings and warnings; may be given again
    #[arg(long, value_name = "CODE")]
    pub deny: Vec<String>,
    /// Hold the encoding of an act against its published text
    #[arg(long, value_name = "FILE")]
    pub source: Option<PathBuf>,
    /// The act that the text is of; needed where more than one is encoded
    #[arg(long, value_name = "ID", requires = "source")]
    pub act: Option<String>,
}

/// Runs `check`.
pub fn run(global: &Global, args: &CheckArgs, locale: Locale, terminal: Terminal) -> Outcome {
    let checked = pipeline::check(&global.root);
    let (messages, _) = messages_of(&checked.project, locale);
    let known = || std::iter::once("all").chain(Code::ALL.iter().map(|code| code.as_str()));
    if let Some(wrong) = args.deny.iter().find(|code| !known().any(|known| known == code.as_str())) {
        let diagnostic = Diagnostic::nowhere(Code::UnknownCode).with_nearest(nearest(wrong, known()));
        let err = checked.report(&[diagnostic.with("code", wrong)], locale, terminal, args.format.into());
        return Outcome { err, code: 2, ..Outcome::default() };
    }
    let mut outcome = Outcome::default();
    let mut diagnostics = checked.diagnostics.clone();
    // What a build would refuse is told here already.
    if checked.errors() == 0 {
        diagnostics.extend(super::site::make_site(&checked).1);
    }
    let mut summary = Vec::new();
    if let Some(path) = &args.source {
        match hold(&checked, path, args.act.as_deref()) {
            Ok((found, collation)) => {
                diagnostics.extend(found);
                summary.push(source_summary(&messages, &collation));
            }
            Err(fault) => {
                let err = checked.report(&[fault], locale, terminal, args.format.into());
                return Outcome { err, code: 2, ..Outcome::default() };
            }
        }
    }
    let findings: Vec<Diagnostic> =
        checked.findings.values().flatten().map(|finding| finding.diagnostic.clone()).collect();
    let denied =
        |diagnostic: &&Diagnostic| args.deny.iter().any(|code| code == "all" || code == diagnostic.code.as_str());
    let failed = diagnostics.iter().any(Diagnostic::is_error)
        || diagnostics.iter().chain(&findings).any(|diagnostic| denied(&diagnostic));
    let counts = [
        ("errors", diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count()),
        ("warnings", diagnostics.iter().filter(|diagnostic| !diagnostic.is_error()).count()),
        ("findings", findings.len()),
        ("files", checked.project.files.len()),
        ("regulations", checked.corpus.acts.iter().map(|act| act.regulations.len()).sum()),
    ];
    diagnostics.extend(findings);
    diagnostic::sort(&mut diagnostics);
    outcome.out = checked.report(&diagnostics, locale, terminal, args.format.into());
    summary.push(messages.format("check-summary", &counts.map(|(name, count)| (name, count.to_string()))));
    if args.format == ReportFormat::Human {
        outcome.err = summary.join("\n") + "\n";
    }
    outcome.code = u8::from(failed);
    outcome
}

/// Holds an act against its published text.
fn hold(checked: &Checked, path: &Path, act: Option<&str>) -> Result<(Vec<Diagnostic>, Collation), Diagnostic> {
    let shown = path.to_string_lossy().into_owned();
    let text = read_named(path)?;
    let digest = format!("sha256:{}", super::hex(&Sha256::digest(text.as_bytes())));
    let acts = &checked.corpus.acts;
    let ids = || acts.iter().map(|act| act.id.as_str());
    // Without a name the digest tells which act the text is of.
    let of_digest = || acts.iter().find(|act| act.source.digest == digest);
    let chosen: Option<&Act> = match (act, acts.as_slice()) {
        (Some(id), _) => acts.iter().find(|act| act.id == id),
        (None, [only]) => Some(only),
        (None, _) => of_digest(),
    };
    let Some(act) = chosen else {
        let wanted = act.unwrap_or("none");
        return Err(Diagnostic::nowhere(Code::UnknownAct).with_nearest(nearest(wanted, ids())).with("act", wanted));
    };
    let collation = collate(act, &text);
    let mut diagnostics = Vec::new();
    if act.source.digest != digest {
        diagnostics.push(Diagnostic::nowhere(Code::SourceDigest).with("found", digest));
    }
    // Words that the encoding withholds are missing on purpose.
    for missing in collation.missing.iter().filter(|missing| !missing.redacted) {
        let mut diagnostic = Diagnostic::nowhere(Code::SourceMissing)
            .with("words", missing.words.clone())
            .with("line", missing.line.to_string())
            .with("path", shown.clone());
        diagnostic.span = missing.near.as_ref().map(|near| near.span);
        diagnostics.push(diagnostic);
    }
    for surplus in &collation.surplus {
        let diagnostic = Diagnostic::new(Code::SourceSurplus, surplus.place.span);
        diagnostics.push(diagnostic.with("words", surplus.words.clone()).with("at", surplus.place.anchor.clone()));
    }
    // What ended a line is the damage of extraction; what changed places within one may be the encoder's slip.
    for moved in collation.moved.iter().filter(|moved| moved.displacement == Displacement::Order) {
        let diagnostic = Diagnostic::new(Code::SourceMoved, moved.place.span)
            .with("words", moved.words.clone())
            .with("at", moved.place.anchor.clone())
            .with("line", moved.line.to_string())
            .with("path", shown.clone());
        diagnostics.push(diagnostic);
    }
    Ok((diagnostics, collation))
}

fn source_summary(messages: &crate::lang::Messages, collation: &Collation) -> String {
    let moved = |kind| collation.moved.iter().filter(|moved| moved.displacement == kind).count();
    if collation.is_exact() && moved(Displacement::Order) == 0 {
        return messages.format("source-equal", &[("links", moved(Displacement::Link).to_string())]);
    }
    let recall = format!("{:.2}", collation.recall * 100.0);
    let (whole, hundredths) = recall.split_once('.').unwrap_or((&recall, "00"));
    messages.format(
        "source-summary",
        &[
            ("missing", collation.missing.len().to_string()),
            ("surplus", collation.surplus.len().to_string()),
            ("moved", moved(Displacement::Order).to_string()),
            ("whole", whole.to_owned()),
            ("hundredths", hundredths.to_owned()),
        ],
    )
}
