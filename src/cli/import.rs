//! `qadam import`: a published text → drafts of its encoding, and a report of what is doubtful.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use sha2::{Digest as _, Sha256};

use super::{Global, MessageLang, Outcome, Terminal, messages};
use crate::diagnostic::print::{Format, Printer};
use crate::diagnostic::{Code, Diagnostic};
use crate::import::{self, Doubt, Draft, Form, Lexicon, Request};
use crate::lang::{Lang, Locale, Messages};
use crate::output;
use crate::source::{Project, encoding_at, format_text, read_named_bytes, read_project, text_of};

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The published text: plain text, HTML or DOCX
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Id of the act: place, year and number, for example `almaty/2019-2-260`
    #[arg(long, value_name = "ID")]
    pub act: String,
}

/// Runs `import`. `--lang`, where it names one of the two languages of acts, is that of the text.
pub fn run(global: &Global, args: &ImportArgs, locale: Locale, terminal: Terminal) -> Outcome {
    let messages = messages(locale);
    let lang = match global.lang {
        Some(MessageLang::Ru) => Some(Lang::Ru),
        Some(MessageLang::Kk) => Some(Lang::Kk),
        Some(MessageLang::En) | None => None,
    };
    let made = imported(&global.root, args, lang, &messages).and_then(|(files, report)| {
        let bytes = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
        output::write_new(&global.root, &bytes)?;
        Ok((files, report))
    });
    match made {
        Ok((files, report)) => {
            let paths: Vec<String> = files.keys().map(|path| format!("  {path}\n")).collect();
            Outcome { out: format!("{}\n{}", messages.text("import-made"), paths.concat()), err: report, code: 0 }
        }
        Err(faults) => {
            let printer = Printer { files: &[], messages: &messages, color: terminal.color, width: terminal.width };
            let disk = [Code::CannotWrite, Code::Unreadable, Code::MissingFile];
            let code = if faults.iter().all(|fault| disk.contains(&fault.code)) { 2 } else { 1 };
            Outcome { err: printer.print(&faults, Format::Human), code, ..Outcome::default() }
        }
    }
}

/// Drafts by path, and the report.
type Imported = (BTreeMap<String, String>, String);

fn imported(
    root: &Path,
    args: &ImportArgs,
    lang: Option<Lang>,
    messages: &Messages,
) -> Result<Imported, Vec<Diagnostic>> {
    let folder = format!("regulations/{}", args.act);
    if encoding_at(&format!("{folder}/act.yaml")).is_none() {
        return Err(Diagnostic::nowhere(Code::BadName).with("name", args.act.as_str()).with("kind", "act").into());
    }
    let bytes = read_named_bytes(&args.file)?;
    let digest = format!("sha256:{}", super::hex(&Sha256::digest(&bytes)));
    let form = Form::of(&bytes);
    let text = if form == Form::Docx { String::new() } else { text_of(&args.file, bytes.clone())? };
    let (paragraphs, lang) = import::paragraphs_of(form, &bytes, &text, lang).map_err(|reason| {
        let path = args.file.display().to_string();
        Vec::from(Diagnostic::nowhere(Code::Unreadable).with("path", path).with("reason", reason))
    })?;
    let (project, _) = read_project(root);
    let request = Request { act: &args.act, lang, digest: &digest, form: form.as_str() };
    let say = |doubt: &Doubt| said(doubt, messages);
    let draft = import::drafted(paragraphs, &request, &lexicon(&project, lang), &services(&project, lang), &say);
    let mut files = BTreeMap::new();
    for (name, text) in &draft.files {
        // A draft takes the form of the encoding that it is to become.
        let (canonical, _) = format_text(&format!("{folder}/{}", name.replace(".draft.yaml", ".yaml")), text);
        files.insert(format!("{folder}/{name}"), canonical.unwrap_or_else(|| text.clone()));
    }
    Ok((files, report(&draft, args, messages)))
}

/// The participants and systems that a project knows.
pub fn lexicon(project: &Project, lang: Lang) -> Lexicon {
    project.registers.glossary.as_ref().map_or_else(Lexicon::empty, |glossary| Lexicon::new(glossary, lang))
}

/// The services that a project knows, by their names in a language.
pub fn services(project: &Project, lang: Lang) -> Vec<import::KnownService> {
    let services = project.registers.services.as_ref();
    services.map_or_else(Vec::new, |file| {
        let named = file.services.iter().filter_map(|(id, service)| {
            let name = match lang {
                Lang::Ru => service.name.ru.as_ref(),
                Lang::Kk => service.name.kk.as_ref(),
            };
            Some((id.value.clone(), name?.value.clone()))
        });
        named.collect()
    })
}

/// A doubt in words.
fn said(doubt: &Doubt, messages: &Messages) -> String {
    let arguments = [("rule", doubt.rule.as_str().to_owned()), ("line", doubt.line.to_string())];
    messages.format("import-doubt", &arguments)
}

/// What was found, and each doubtful spot with its line.
fn report(draft: &Draft, args: &ImportArgs, messages: &Messages) -> String {
    let mut report = String::new();
    for (file, doubt) in &draft.doubts {
        let _ = writeln!(report, "{}:{}: {file}: {}", args.file.display(), doubt.line, said(doubt, messages));
    }
    let [regulations, tellings, steps] = draft.counts;
    let counts = [
        ("regulations", regulations.to_string()),
        ("tellings", tellings.to_string()),
        ("steps", steps.to_string()),
        ("doubts", draft.doubts.len().to_string()),
    ];
    let _ = writeln!(report, "{}", messages.format("import-summary", &counts));
    report
}
