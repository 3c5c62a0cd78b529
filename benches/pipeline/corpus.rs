//! Corpora of any size, varied from the real one.
//!
//! A copy of the project whose acts are told again and again, each time as another act:
//!
//! 1. The numbers of the act and of the acts it names are replaced by numbers of their own, in the ids and in the text.
//!    The corpus therefore has no act twice.
//! 2. Of the longer words that only this act has, every third changes places with another of the same length, the same way
//!    in the original and in the translation. No two acts share their texts, so that nothing is measured that only works
//!    for equal ones, while quotations, anchors and lengths stay what they are.
//! 3. Words of the registers and of the program's own rules (terms, units of time) stay, or the encoding would change its
//!    meaning.
//!
//! The same size gives the same corpus, to the byte: the order is drawn from a generator with a fixed seed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Shortest word that changes places, in letters.
const LONG: usize = 8;

/// Writes the project in `real` into `root` so that it has at least so many regulations; their true number.
pub fn write_corpus(real: &Path, root: &Path, regulations: usize) -> usize {
    let registers = ["places", "services", "glossary"].map(|name| format!("regulations/{name}.yaml"));
    let mut kept = BTreeSet::new();
    for path in registers.iter().map(String::as_str).chain(["site/site.yaml"]) {
        let text = read(&real.join(path));
        kept.extend(words(&text).map(str::to_lowercase));
        write(&root.join(path), &text);
    }
    for page in files(&real.join("site/pages")) {
        write(&root.join("site/pages").join(page.file_name().unwrap()), &read(&page));
    }
    let acts = acts(real);
    let mut written = 0;
    for copy in 0.. {
        for act in &acts {
            if written >= regulations {
                return written;
            }
            written += write_copy(act, copy, &kept, root);
        }
    }
    written
}

/// An act of the real corpus: its files by path below `regulations/`.
struct Original {
    place: String,
    name: String,
    files: BTreeMap<String, String>,
    /// The numbers of the acts that it names, as printed: `4/496`.
    numbers: BTreeSet<String>,
}

fn acts(real: &Path) -> Vec<Original> {
    let regulations = real.join("regulations");
    let mut found = Vec::new();
    for file in files(&regulations).into_iter().filter(|file| file.ends_with("act.yaml")) {
        let folder = file.parent().unwrap();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let place = folder.parent().unwrap().file_name().unwrap().to_str().unwrap().to_owned();
        let translations = regulations.join("translations").join(&place).join(&name);
        let own = files(folder).into_iter().chain(files(&translations));
        let files: BTreeMap<String, String> = own
            .map(|path| (path.strip_prefix(&regulations).unwrap().to_str().unwrap().to_owned(), read(&path)))
            .collect();
        let numbers = files.values().flat_map(|text| numbers(text)).collect();
        found.push(Original { place, name, files, numbers });
    }
    found
}

/// The numbers in the ids of acts, `almaty/2019-2-260`, as an act prints them: `2/260`.
fn numbers(text: &str) -> Vec<String> {
    let ids = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '/');
    ids.filter_map(|id| {
        let (year, number) = id.split_once('/')?.1.split_once('-')?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (one, other) = number.split_once('-')?;
        (year.len() == 4 && [year, one, other].into_iter().all(digits)).then(|| format!("{one}/{other}"))
    })
    .collect()
}

/// Writes an act once more; how many regulations that are.
fn write_copy(act: &Original, copy: usize, kept: &BTreeSet<String>, root: &Path) -> usize {
    let swaps = if copy == 0 { BTreeMap::new() } else { swaps(act, kept, copy) };
    let mut regulations = 0;
    for (path, text) in &act.files {
        let mut text = exchange_words(text, &swaps);
        let mut path = path.clone();
        if copy > 0 {
            for number in act.numbers.iter().chain([&act.name.split_once('-').unwrap().1.replacen('-', "/", 1)]) {
                let (one, other) = number.split_once('/').unwrap();
                let new = format!("{other}{copy:04}");
                text = text.replace(number, &format!("{one}/{new}"));
                let (old, new) = (format!("-{one}-{other}"), format!("-{one}-{new}"));
                text = text.replace(&old, &new);
                path = path.replace(&old, &new);
            }
        }
        let is_regulation = path.starts_with(&act.place) && !path.ends_with("act.yaml");
        regulations += usize::from(is_regulation);
        write(&root.join("regulations").join(path), &text);
    }
    regulations
}

/// Which words change places in a copy of an act.
fn swaps(act: &Original, kept: &BTreeSet<String>, copy: usize) -> BTreeMap<String, String> {
    let mut by_length: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let stay = |word: &str| {
        let word = word.to_lowercase();
        kept.contains(&word)
            || ["календар", "рабоч", "минут", "күнтізбе", "жұмыс"].iter().any(|stem| word.contains(stem))
    };
    for word in act.files.values().flat_map(|text| words(text)) {
        let letters = word.chars().count();
        let lower = word.chars().all(char::is_lowercase);
        if letters >= LONG && lower && !stay(word) {
            by_length.entry(letters).or_default().insert(word);
        }
    }
    let mut random = Random(copy as u64);
    let mut swaps = BTreeMap::new();
    for words in by_length.values() {
        let mut chosen: Vec<&str> = words.iter().copied().filter(|_| random.below(3) == 0).collect();
        for at in (1..chosen.len()).rev() {
            chosen.swap(at, random.below(at + 1));
        }
        for pair in chosen.chunks_exact(2) {
            swaps.insert(pair[0].to_owned(), pair[1].to_owned());
            swaps.insert(pair[1].to_owned(), pair[0].to_owned());
        }
    }
    swaps
}

fn exchange_words(text: &str, swaps: &BTreeMap<String, String>) -> String {
    let mut new = String::with_capacity(text.len());
    let mut rest = text;
    for word in words(text) {
        let at = word.as_ptr() as usize - rest.as_ptr() as usize;
        new.push_str(&rest[..at]);
        new.push_str(swaps.get(word).map_or(word, String::as_str));
        rest = &rest[at + word.len()..];
    }
    new + rest
}

/// The words of Cyrillic letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let cyrillic = |letter: char| ('\u{400}'..'\u{530}').contains(&letter);
    text.split(move |letter| !cyrillic(letter)).filter(|word| !word.is_empty())
}

/// A multiplicative congruential generator: enough to vary a corpus, and the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(1).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// The files of a folder and of the folders in it, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}
