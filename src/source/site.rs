//! What belongs to the site rather than to its acts: pages of prose, settings, templates, locales and assets.

use super::files::{GivenFile, decode};
use super::project::{MarkdownSource, Project, SETTINGS, file_id, is_id, read_yaml};
use super::yaml::is_unprintable;
use super::{blanks, embedded};
use crate::diagnostic::{Code, Diagnostic, FileId, SourceText, Span};
use crate::lang::{Lang, Locale};

pub(super) fn parse_pages(given: Vec<GivenFile>, project: &mut Project, diagnostics: &mut Vec<Diagnostic>) {
    for GivenFile { path, bytes } in given {
        let Some(stem) = path.strip_suffix(".md") else { continue };
        let page = stem.rsplit('/').next().unwrap_or(stem).rsplit_once('.').and_then(|(page, lang)| {
            let lang = Lang::ALL.into_iter().find(|known| known.as_str() == lang)?;
            // The site has pages of its own by these names.
            let own = ["acts", "services", "places", "compare", "glossary"].contains(&page);
            (is_id(page) && !own).then(|| (page.to_owned(), lang))
        });
        let Some((name, lang)) = page else {
            diagnostics.push(Diagnostic::nowhere(Code::BadFileName).with("path", path));
            continue;
        };
        match decode(&path, bytes) {
            Ok(text) => {
                let id = file_id(project.files.len());
                diagnostics.extend(find_unprintable(id, &text));
                diagnostics.extend(blanks::in_prose(id, &text));
                project.files.push(SourceText { path, text });
                project.pages.push(MarkdownSource { name, lang, file: id });
            }
            Err(fault) => diagnostics.push(fault),
        }
    }
    for page in &project.pages {
        let twin = |other: &MarkdownSource| other.name == page.name && other.lang == page.lang.other();
        if !project.pages.iter().any(twin) {
            let path = format!("site/pages/{}.{}.md", page.name, page.lang.other().as_str());
            diagnostics.push(Diagnostic::nowhere(Code::MissingFile).with("path", path));
        }
    }
}

pub(super) fn parse_settings(given: Option<GivenFile>, project: &mut Project, diagnostics: &mut Vec<Diagnostic>) {
    let Some(GivenFile { path, bytes }) = given else {
        diagnostics.push(Diagnostic::nowhere(Code::MissingFile).with("path", SETTINGS));
        return;
    };
    match decode(&path, bytes) {
        Ok(text) => {
            let id = file_id(project.files.len());
            let (value, faults) = read_yaml(id, &text);
            project.files.push(SourceText { path, text });
            project.site = value;
            diagnostics.extend(faults);
        }
        Err(fault) => diagnostics.push(fault),
    }
}

/// The first sign of a page that no text has.
fn find_unprintable(file: FileId, text: &str) -> Option<Diagnostic> {
    let (at, sign) = text.char_indices().find(|(_, letter)| is_unprintable(*letter))?;
    let [start, end] = [at, at + sign.len_utf8()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
    let fault = Diagnostic::new(Code::Unprintable, Span { file, start, end });
    Some(fault.with("sign", format!("U+{:04X}", u32::from(sign))))
}

/// Templates, locales and assets of the binary; those of the project come over them.
pub(super) fn take_embedded(project: &mut Project) {
    for file in embedded::files(&embedded::TEMPLATES) {
        let name = file.path().to_string_lossy().into_owned();
        project.templates.extend(file.contents_utf8().map(|text| (name, text.to_owned())));
    }
    for file in embedded::files(&embedded::ASSETS) {
        project.assets.insert(file.path().to_string_lossy().into_owned(), file.contents().to_vec());
    }
    for locale in Locale::ALL {
        let folder = embedded::LOCALES.get_dir(locale.as_str());
        let texts = folder.into_iter().flat_map(include_dir::Dir::files).filter_map(|file| file.contents_utf8());
        project.locales.insert(locale, texts.map(str::to_owned).collect());
    }
}

pub(super) fn override_with(project: &mut Project, GivenFile { path, bytes }: GivenFile) -> Result<(), Diagnostic> {
    if let Some(name) = path.strip_prefix("templates/") {
        project.templates.insert(name.to_owned(), decode(&path, bytes)?);
    } else if let Some(name) = path.strip_prefix("site/assets/") {
        project.assets.insert(name.to_owned(), bytes);
    } else if let Some(name) = path.strip_prefix("site/locales/") {
        let locale = Locale::ALL.into_iter().find(|locale| name.starts_with(&format!("{}/", locale.as_str())));
        if let Some(locale) = locale.filter(|_| name.ends_with(".ftl")) {
            project.locales.entry(locale).or_default().push(decode(&path, bytes)?);
        }
    }
    Ok(())
}
