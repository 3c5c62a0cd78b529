//! What a site consists of: path, digest and length of each file. As the file [`FILE`] in a published folder it says
//! that the folder is ours, and what the next build compares itself with.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use blake3::Hash;
use rayon::prelude::*;

/// Its name in the folder.
pub(super) const FILE: &str = ".qadam";

/// Its first line. The number is that of the format.
const FORMAT: &str = "qadam site 1";

/// The files of a site, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest(BTreeMap<String, Entry>);

/// A file of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    digest: Hash,
    /// In bytes.
    pub length: u64,
}

impl Manifest {
    pub(super) fn new(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let entry = |bytes: &Vec<u8>| Entry { digest: blake3::hash(bytes), length: bytes.len() as u64 };
        Self(files.par_iter().map(|(path, bytes)| (path.clone(), entry(bytes))).collect())
    }

    /// With more files.
    pub(super) fn with(mut self, entries: impl Iterator<Item = (String, Entry)>) -> Self {
        self.0.extend(entries);
        self
    }

    /// Reads what [`Self::print`] wrote; `None` if anything else stands there.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next()? != FORMAT {
            return None;
        }
        lines.map(parse_line).collect::<Option<_>>().map(Self)
    }

    /// The format, then a line a file: digest, length and path.
    pub(super) fn print(&self) -> String {
        let mut text = format!("{FORMAT}\n");
        for (path, Entry { digest, length }) in &self.0 {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{digest} {length} {path}");
        }
        text
    }

    pub(super) fn get(&self, path: &str) -> Option<Entry> {
        self.0.get(path).copied()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Entry)> {
        self.0.iter().map(|(path, entry)| (path.as_str(), *entry))
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The length of all files together.
    pub(super) fn bytes(&self) -> u64 {
        self.0.values().map(|entry| entry.length).sum()
    }
}

fn parse_line(line: &str) -> Option<(String, Entry)> {
    let (digest, rest) = line.split_once(' ')?;
    let (length, path) = rest.split_once(' ')?;
    let entry = Entry { digest: Hash::from_hex(digest).ok()?, length: length.parse().ok()? };
    Some((path.to_owned(), entry))
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn what_is_printed_is_parsed() {
        let files = [("b/logo 2.png", "\0"), ("a.html", "<p>"), ("B.txt", "")];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into_iter().collect();
        let manifest = Manifest::new(&files);
        assert_eq!(Manifest::parse(&manifest.print()), Some(manifest));
        assert_eq!(Manifest::parse(&Manifest::default().print()), Some(Manifest::default()));
    }

    #[test]
    fn anything_else_is_not_ours() {
        let digest = blake3::hash(b"").to_hex();
        for text in [
            String::new(),
            "qadam site 1".to_owned(),
            "qadam site 2\n".to_owned(),
            "qadam site 1\n\n".to_owned(),
            format!("qadam site 1\n{digest} 0\n"),
            format!("qadam site 1\n{digest} -1 a\n"),
            format!("qadam site 1\n{digest} 0 a.html\n{digest} 0 b.ht"),
            format!("{digest} 0 a\n"),
        ] {
            assert_eq!(Manifest::parse(&text), None, "{text:?}");
        }
    }
}
