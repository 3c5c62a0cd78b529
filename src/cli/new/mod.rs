//! `qadam new`: a project, an act or a regulation to begin with.
//!
//! What is made is a skeleton ([`skeleton`]): files of `skeletons/` with comments in the language of the messages, and
//! blanks where only the published act knows what to write. A blank is an error until it is filled, so no skeleton is
//! ever published. Nothing that is there already is written over.

mod encoding;
mod site;
mod skeleton;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{Global, Outcome, Terminal, messages};
use crate::diagnostic::Code;
use crate::diagnostic::print::{Format, Printer};
use crate::lang::{Locale, Messages};
use crate::output;

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// What to begin.
    #[command(subcommand)]
    pub what: NewWhat,
}

/// What to begin.
#[derive(Debug, Subcommand)]
pub enum NewWhat {
    /// Make a project: registers, settings, pages, schemas and a guide
    Site {
        /// Folder of the project, instead of that of `--root`
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Begin the encoding of an act
    Act {
        /// Id of the act: place, year and number, for example `almaty/2019-2-260`
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Begin the encoding of a regulation of an act
    Regulation {
        /// Id of the act, ordinal and name of the regulation, for example `almaty/2019-2-260/01-registration`
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Files to be made, and what the command says at its end.
struct Plan {
    /// The folder of the project.
    root: PathBuf,
    /// The files by path, relative to the project.
    files: BTreeMap<String, Vec<u8>>,
    /// What to do next.
    next: String,
}

/// Runs `new`.
pub fn run(global: &Global, args: &NewArgs, locale: Locale, terminal: Terminal) -> Outcome {
    let messages = messages(locale);
    let plan = match &args.what {
        NewWhat::Site { dir } => Ok(site::plan(dir.as_deref().unwrap_or(&global.root), &messages, locale)),
        NewWhat::Act { id } => encoding::plan_act(&global.root, id, &messages),
        NewWhat::Regulation { id } => encoding::plan_regulation(&global.root, id, &messages),
    };
    let made = plan.map_err(Vec::from).and_then(|plan| {
        output::write_new(&plan.root, &plan.files)?;
        Ok(plan)
    });
    match made {
        Ok(plan) => Outcome { out: tell(&plan, &messages), ..Outcome::default() },
        Err(faults) => {
            let printer = Printer { files: &[], messages: &messages, color: terminal.color, width: terminal.width };
            let disk = [Code::CannotWrite, Code::Unreadable];
            let code = if faults.iter().all(|fault| disk.contains(&fault.code)) { 2 } else { 1 };
            Outcome { err: printer.print(&faults, Format::Human), code, ..Outcome::default() }
        }
    }
}

/// What was made, a line each, and what to do next. Schemas are one line: nobody opens them.
fn tell(plan: &Plan, messages: &Messages) -> String {
    let mut lines: Vec<String> = Vec::new();
    for path in plan.files.keys() {
        let shown = path.rsplit_once('/').filter(|(_, name)| name.ends_with(".schema.json"));
        let line = format!("  {}", shown_path(&plan.root, shown.map_or(path.as_str(), |(folder, _)| folder)));
        if lines.last() != Some(&line) {
            lines.push(line);
        }
    }
    format!("{}\n{}\n{}\n", messages.text("new-made"), lines.join("\n"), plan.next)
}

/// A path as the user would type it.
fn shown_path(root: &Path, path: &str) -> String {
    if root == Path::new(".") { path.to_owned() } else { root.join(path).display().to_string() }
}
