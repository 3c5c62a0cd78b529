//! What the site has besides the encodings: settings, pages in Markdown, and what overrides that of the binary.

use std::io::ErrorKind;
use std::path::Path;

use super::embedded;
use super::files::{Found, find_files, link_on_the_way, read_bytes, read_text, unreadable};
use super::project::{MarkdownSource, Project, file_id, is_id, read_yaml};
use super::yaml::is_unprintable;
use crate::diagnostic::{Code, Diagnostic, FileId, SourceText, Span};
use crate::lang::{Lang, Locale};

/// The pages and the settings.
pub(super) fn read_site(root: &Path, project: &mut Project, diagnostics: &mut Vec<Diagnostic>) {
    let (found, faults) = find_files(root, "site/pages");
    diagnostics.extend(faults);
    for file in found.iter().filter(|file| file.path.ends_with(".md")) {
        let name = file.path.rsplit('/').next().unwrap_or("").trim_end_matches(".md");
        let page = name.rsplit_once('.').and_then(|(page, lang)| {
            let lang = Lang::ALL.into_iter().find(|known| known.as_str() == lang)?;
            // The site has pages of its own by these names.
            let own = ["acts", "services", "places", "compare", "glossary"].contains(&page);
            (is_id(page) && !own).then(|| (page.to_owned(), lang))
        });
        let Some((name, lang)) = page else {
            diagnostics.push(Diagnostic::nowhere(Code::BadFileName).with("path", file.path.clone()));
            continue;
        };
        match read_text(&file.path, &file.absolute) {
            Ok(text) => {
                let id = file_id(project.files.len());
                diagnostics.extend(find_unprintable(id, &text));
                project.files.push(SourceText { path: file.path.clone(), text });
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
    match read_settings(root) {
        Ok((path, text)) => {
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

/// Path and text of `site/site.yaml`.
pub(super) fn read_settings(root: &Path) -> Result<(String, String), Diagnostic> {
    let path = "site/site.yaml".to_owned();
    if let Some(link) = link_on_the_way(root, &path) {
        return Err(Diagnostic::nowhere(Code::Symlink).with("path", link));
    }
    let absolute = root.join(&path);
    match std::fs::symlink_metadata(&absolute) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(Diagnostic::nowhere(Code::MissingFile).with("path", path))
        }
        Err(error) => Err(unreadable(&path, &error)),
        Ok(_) => read_text(&path, &absolute).map(|text| (path, text)),
    }
}

/// Templates, locales and assets: those of the binary, then those of the project over them.
pub(super) fn read_overrides(root: &Path, project: &mut Project, diagnostics: &mut Vec<Diagnostic>) {
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
    for folder in ["templates", "site/assets", "site/locales"] {
        let (found, faults) = find_files(root, folder);
        diagnostics.extend(faults);
        diagnostics.extend(found.iter().filter_map(|file| override_with(project, folder, file).err()));
    }
}

fn override_with(project: &mut Project, folder: &str, file: &Found) -> Result<(), Diagnostic> {
    let name = file.path[folder.len()..].trim_start_matches('/').to_owned();
    match folder {
        "templates" => {
            project.templates.insert(name, read_text(&file.path, &file.absolute)?);
        }
        "site/assets" => {
            project.assets.insert(name, read_bytes(&file.path, &file.absolute)?);
        }
        _ => {
            let locale = Locale::ALL.into_iter().find(|locale| name.starts_with(&format!("{}/", locale.as_str())));
            if let Some(locale) = locale.filter(|_| name.ends_with(".ftl")) {
                project.locales.entry(locale).or_default().push(read_text(&file.path, &file.absolute)?);
            }
        }
    }
    Ok(())
}
