//! Small projects in memory, one of them with a file in the place of another.

use qadam::source::GivenFile;

macro_rules! files {
    ($folder:literal: $($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../tests/fixtures/", $folder, "/", $path)))),*]
    };
}

/// The project that uses every construction once; a case of `yaml` or `fmt` names one of its paths.
pub static FULL: [(&str, &str); 8] = files![
    "golden/project":
    "regulations/almaty/2019-1/01-registration.yaml",
    "regulations/almaty/2019-1/act.yaml",
    "regulations/almaty/2020-2/act.yaml",
    "regulations/glossary.yaml",
    "regulations/places.yaml",
    "regulations/services.yaml",
    "regulations/translations/almaty/2019-1/kk-ru.yaml",
    "site/site.yaml",
];

/// The least project that is sound.
static LEAST: [(&str, &str); 9] = files![
    "bad/base":
    "regulations/almaty/2019-1/01-registration.yaml",
    "regulations/almaty/2019-1/act.yaml",
    "regulations/glossary.yaml",
    "regulations/places.yaml",
    "regulations/services.yaml",
    "regulations/translations/almaty/2019-1/kk-ru.yaml",
    "site/site.yaml",
    "site/pages/about.kk.md",
    "site/pages/about.ru.md",
];

/// The pages of prose of the full project.
static PROSE: [(&str, &str); 2] = files!["golden/project": "site/pages/about.kk.md", "site/pages/about.ru.md"];

/// Which path a byte names. Every second case is a regulation, where most of the schema is.
pub fn choose(byte: u8) -> &'static str {
    FULL[if byte % 2 == 0 { 0 } else { usize::from(byte / 2) % FULL.len() }].0
}

/// The least project with a file replaced or added.
pub fn with(path: &str, bytes: &[u8]) -> Vec<GivenFile> {
    let rest = LEAST.iter().filter(|(own, _)| *own != path).map(given);
    rest.chain([GivenFile { path: path.to_owned(), bytes: bytes.to_vec() }]).collect()
}

/// The full project as it is.
pub fn full() -> Vec<GivenFile> {
    FULL.iter().map(given).chain(prose()).collect()
}

/// Its pages of prose.
pub fn prose() -> impl Iterator<Item = GivenFile> {
    PROSE.iter().map(given)
}

fn given((path, text): &(&str, &str)) -> GivenFile {
    GivenFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() }
}
