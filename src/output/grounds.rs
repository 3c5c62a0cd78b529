//! What the published pages are made of, noted beside them for the next build: a page that would be made of the same need
//! not be made.
//!
//! The note speaks of one state of the published folder, that of the manifest whose digest it bears. Of any other state,
//! after a kill or a build by somebody else, it says nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use blake3::Hash;

use super::manifest::Manifest;
use super::place::Place;
use super::write::write_file;

/// Its first line. The number is that of the format.
const FORMAT: &str = "qadam grounds 1";

/// The grounds of pages by path; none where there is no note of this state.
pub(super) fn read(place: &Place, manifest: &Manifest) -> BTreeMap<String, Hash> {
    let text = std::fs::read_to_string(place.grounds_file()).unwrap_or_default();
    parse(&text, manifest).unwrap_or_default()
}

/// Writes the note. A build does not fail for it.
pub(super) fn write(place: &Place, manifest: &Manifest, grounds: &BTreeMap<String, Hash>) {
    let text = print(manifest, grounds);
    let path = place.grounds_file();
    if std::fs::read_to_string(&path).ok().as_ref() != Some(&text) {
        let _ = write_file(&path, text.as_bytes());
    }
}

fn digest(manifest: &Manifest) -> Hash {
    blake3::hash(manifest.print().as_bytes())
}

fn print(manifest: &Manifest, grounds: &BTreeMap<String, Hash>) -> String {
    let mut text = format!("{FORMAT}\n{}\n", digest(manifest));
    for (path, ground) in grounds {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{ground} {path}");
    }
    text
}

fn parse(text: &str, manifest: &Manifest) -> Option<BTreeMap<String, Hash>> {
    let mut lines = text.strip_suffix('\n')?.split('\n');
    if lines.next()? != FORMAT || lines.next()? != digest(manifest).to_string() {
        return None;
    }
    let line = |line: &str| {
        let (ground, path) = line.split_once(' ')?;
        Some((path.to_owned(), Hash::from_hex(ground).ok()?))
    };
    lines.map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_parsed_of_the_same_state_only() {
        let files =
            [("a.html", "<p>"), ("b c.html", "")].map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let manifest = Manifest::new(&files.into_iter().collect());
        let grounds =
            BTreeMap::from([("a.html".to_owned(), blake3::hash(b"1")), ("b c.html".to_owned(), blake3::hash(b"2"))]);
        let text = print(&manifest, &grounds);
        assert_eq!(parse(&text, &manifest), Some(grounds));
        assert_eq!(parse(&text, &Manifest::default()), None);
        for cut in 0..text.len() {
            let parsed = parse(&text[..cut], &manifest);
            assert!(parsed.is_none_or(|grounds| grounds.len() < 2), "{cut}");
        }
    }
}
