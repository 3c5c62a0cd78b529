//! `qadam build`: the whole way from encodings to a published site.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use clap::Args;

use super::pipeline::{self, Checked};
use super::{Global, Outcome, Terminal, messages_of, site};
use crate::diagnostic::print::Format;
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::{Lang, Locale, Messages};
use crate::output::{self, Changes, Exchange, Publication};
use crate::pages::Grounds;

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Folder of the site, instead of `site/public`
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Say what would change, and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Most addresses of each kind that are listed at the end.
const LISTED: usize = 10;

/// Runs `build`.
pub fn run(global: &Global, args: &BuildArgs, locale: Locale, terminal: Terminal) -> Outcome {
    let mut checked = pipeline::check(&global.root);
    if checked.errors() > 0 {
        return checked.stopped(locale, terminal);
    }
    let target = args.out.clone().unwrap_or_else(|| global.root.join("site/public"));
    if is_input(&global.root, &target) {
        let path = target.display().to_string();
        checked.diagnostics.push(Diagnostic::nowhere(Code::ForeignFolder).with("path", path));
        return Outcome { code: 2, ..checked.stopped(locale, terminal) };
    }
    let (messages, _) = messages_of(&checked.project, locale);
    let warnings = checked.report(&checked.diagnostics, locale, terminal, Format::Human);
    match publish(&checked, &target, args.dry_run, &messages) {
        Ok(out) => Outcome { out, err: warnings, code: 0 },
        Err(faults) => {
            let faults = told_once(faults);
            // Nothing is wrong with the input where the disk, or another build, is in the way.
            let in_the_way = faults.iter().all(|fault| NOT_THE_INPUT.contains(&fault.code));
            checked.diagnostics.extend(faults);
            let stopped = checked.stopped(locale, terminal);
            Outcome { code: if in_the_way { 2 } else { 1 }, ..stopped }
        }
    }
}

/// Addresses that vanished, as `redirects` has them: without the folder of the language, once for both.
fn told_once(faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::new();
    for mut fault in faults {
        if fault.code == Code::VanishedAddress {
            for (_, address) in &mut fault.args {
                let folder =
                    Lang::ALL.into_iter().find_map(|lang| address.strip_prefix(lang.as_str())?.strip_prefix('/'));
                *address = folder.unwrap_or(address).to_owned();
            }
        }
        if !told.contains(&fault) {
            told.push(fault);
        }
    }
    told
}

/// Whether a folder is one of those that a build reads.
fn is_input(root: &Path, target: &Path) -> bool {
    let read = ["regulations", "templates", "site/assets", "site/pages", "site/locales"];
    let (Ok(root), Ok(target)) = (std::path::absolute(root), std::path::absolute(target)) else { return false };
    let (root, target) = (without_returns(&root), without_returns(&target));
    read.into_iter().any(|folder| target.starts_with(root.join(folder)))
}

/// A path whose `..` have taken back the names before them.
pub(super) fn without_returns(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut way, part| {
        if part == Component::ParentDir {
            way.pop();
        } else {
            way.push(part);
        }
        way
    })
}

/// Faults of publishing that are not faults of the input.
const NOT_THE_INPUT: [Code; 5] =
    [Code::Locked, Code::CannotWrite, Code::Unreadable, Code::ForeignFolder, Code::ForeignFile];

/// Publishes the site, or only says what that would change; what there is to tell of it.
fn publish(checked: &Checked, target: &Path, dry_run: bool, messages: &Messages) -> Result<String, Vec<Diagnostic>> {
    if dry_run {
        let (site, faults) = site::make_site(checked);
        let changes = if faults.is_empty() { output::compare(&site, target)? } else { return Err(faults) };
        return Ok(messages.text("build-dry-run") + "\n" + &tell(&changes, messages));
    }
    let publication = Publication::begin(target)?;
    let (site, grounds, faults) = site::renew_site(checked, &Grounds(publication.grounds()));
    if !faults.is_empty() {
        return Err(faults);
    }
    let published = publication.publish(&site, &grounds.0)?;
    let acts = &checked.corpus.acts;
    let counts = [
        ("pages", site.files.keys().chain(&site.as_before).filter(|path| is_page(path)).count().to_string()),
        ("bytes", size(published.bytes, messages)),
        ("acts", acts.len().to_string()),
        ("regulations", acts.iter().map(|act| act.regulations.len()).sum::<usize>().to_string()),
        ("out", target.display().to_string()),
    ];
    let mut lines = messages.format("build-summary", &counts) + "\n";
    if published.exchange == Exchange::TwoRenames {
        lines += &(messages.text("build-two-renames") + "\n");
    }
    if published.first {
        lines += &(messages.text("build-first") + "\n");
    } else {
        lines += &tell(&published.changes, messages);
    }
    Ok(lines)
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "html")
}

/// What a reader of the site finds changed.
fn tell(changes: &Changes, messages: &Messages) -> String {
    if changes.added.is_empty() && changes.changed.is_empty() && changes.gone.is_empty() {
        return messages.text("build-unchanged") + "\n";
    }
    let counts = [
        ("added", changes.added.len().to_string()),
        ("changed", changes.changed.len().to_string()),
        ("gone", changes.gone.len().to_string()),
    ];
    let mut text = messages.format("build-changed", &counts) + "\n";
    for (sign, addresses) in [('+', &changes.added), ('~', &changes.changed), ('-', &changes.gone)] {
        for address in addresses.iter().take(LISTED) {
            // Writing to a string does not fail.
            let _ = writeln!(text, "  {sign} {address}");
        }
        if addresses.len() > LISTED {
            let _ = writeln!(text, "  {sign} … {}", addresses.len() - LISTED);
        }
    }
    text
}

/// A size in MiB or KiB, cut to tenths.
fn size(bytes: u64, messages: &Messages) -> String {
    let mib = bytes >= 1024 * 1024;
    let tenths = bytes * 10 / 1024 / if mib { 1024 } else { 1 };
    let parts = [("whole", (tenths / 10).to_string()), ("tenths", (tenths % 10).to_string())];
    if mib { messages.format("build-size-mib", &parts) } else { messages.format("build-size-kib", &parts) }
}
