//! The settings of the site.

use crate::diagnostic::{Code, Diagnostic};
use crate::lang::fold_spaces;
use crate::model::{Prose, Site};
use crate::source::Project;
use crate::source::blanks::leave_out_consequences;
use crate::source::schema::Words;
use crate::vocabulary::TranslationStatus;

use super::names::name;

/// Resolves `site/site.yaml` and the pages of prose; `None` where the settings could not be read.
pub fn resolve_site(project: &Project) -> (Option<Site>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let Some(file) = &project.site else { return (None, diagnostics) };
    let mut check = |words: &Words, setting: &'static str, sound: bool| {
        if !sound {
            let diagnostic = Diagnostic::new(Code::BadSetting, words.span).with("setting", setting);
            diagnostics.push(diagnostic.with("value", words.value.clone()));
        }
        sound.then(|| words.value.clone())
    };
    let contact = file
        .contact
        .as_ref()
        .and_then(|words| check(words, "contact", words.starts_with("https://") || words.starts_with("mailto:")));
    let base_url = file.base_url.as_ref().and_then(|words| {
        let host = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"));
        let sound = host.is_some_and(|host| !host.starts_with('/') && host.ends_with('/') && host.len() > 1);
        check(words, "base_url", sound && !words.contains([' ', '"', '<', '>', '?', '#']))
    });
    let mut redirects = std::collections::BTreeMap::new();
    for (old, new) in &file.redirects {
        if check(old, "redirects", is_address(old)).is_some() && check(new, "redirects", is_address(new)).is_some() {
            redirects.insert(old.value.clone(), new.value.clone());
        }
    }
    let folders = redirects.iter().filter_map(|(old, new)| Some((regulation_folder(old)?, regulation_folder(new)?)));
    let parts = folders.flat_map(|(old, new)| PARTS.map(|part| (format!("{old}/{part}"), format!("{new}/{part}"))));
    for (old, new) in parts.collect::<Vec<_>>() {
        redirects.entry(old).or_insert(new);
    }
    let prose = project.pages.iter().map(|page| Prose {
        name: page.name.clone(),
        lang: page.lang,
        file: page.file,
        text: project.files[page.file.0 as usize].text.clone(),
    });
    let site = Site {
        name: name(&file.name, TranslationStatus::Official, &mut diagnostics),
        publisher: name(&file.publisher, TranslationStatus::Official, &mut diagnostics),
        contact: contact.map(|contact| fold_spaces(&contact)),
        base_url,
        redirects,
        prose: prose.collect(),
    };
    leave_out_consequences(&mut diagnostics, &project.blanks);
    (Some(site), diagnostics)
}

/// The pages in the folder of a regulation that move with it.
const PARTS: [&str; 2] = ["both/index.html", "book/index.html"];

/// The folder of a regulation, from the form of the address of its page: `acts/PLACE/ACT/REGULATION/index.html`.
fn regulation_folder(address: &str) -> Option<&str> {
    let folder = address.strip_suffix("/index.html")?;
    (folder.starts_with("acts/") && folder.matches('/').count() == 3).then_some(folder)
}

/// Whether a text is the address of a page of this site, relative to the folder of a language.
fn is_address(address: &str) -> bool {
    address.ends_with(".html")
        && address.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
        && address.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'~'))
}
