//! The language of messages.

use crate::lang::{Locale, Messages};
use crate::source::{Project, embedded};

/// The locale that a language tag of the environment names (`ru_RU.UTF-8`, `kk`); English for any other.
pub fn locale_of(tag: &str) -> Locale {
    match tag.split(['_', '.', '-', '@']).next() {
        Some("kk") => Locale::Kk,
        Some("ru") => Locale::Ru,
        _ => Locale::En,
    }
}

/// The messages that the binary carries.
pub fn messages(locale: Locale) -> Messages {
    let folder = embedded::LOCALES.get_dir(locale.as_str());
    let texts: Vec<&str> =
        folder.into_iter().flat_map(include_dir::Dir::files).filter_map(|file| file.contents_utf8()).collect();
    Messages::new(locale, &texts).0
}

/// The messages of a project, and what Fluent could not read in them.
pub fn messages_of(project: &Project, locale: Locale) -> (Messages, Vec<String>) {
    let texts: Vec<&str> = project.locales.get(&locale).into_iter().flatten().map(String::as_str).collect();
    Messages::new(locale, &texts)
}
