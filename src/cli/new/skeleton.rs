//! Skeletons: files of `skeletons/` become files of a project.
//!
//! A skeleton is the file itself, once for all languages. What is written in words stands in `skeletons.ftl`:
//!
//! * a line `#: NAME` becomes a comment with the words of `skeleton-NAME`, a paragraph for each of their lines;
//! * `‹NAME›` in a line becomes the value of that name, if there is one; `‹example-…›` the words of
//!   `skeleton-example-…`; any other a blank (`‹? … ›`) that says by `skeleton-blank-NAME` what to write.
//!
//! A field that not every act needs stands behind a `#` without a space: who needs it deletes that sign.

use crate::lang::Messages;
use crate::source::blanks;
use crate::source::embedded::SKELETONS;

/// Longest line of a comment, in characters: as long as `fmt` makes the lines of a text.
const WIDTH: usize = 100;

/// A skeleton and what is put into it.
#[derive(Clone, Copy)]
pub(super) struct Skeleton<'a> {
    /// Its text.
    pub text: &'a str,
    /// What is known, by name.
    pub values: &'a [(&'a str, String)],
    /// The words, in the language of the comments.
    pub messages: &'a Messages,
}

impl Skeleton<'_> {
    /// The text of the file.
    pub(super) fn fill(self) -> String {
        let mut file = String::new();
        for line in self.text.lines() {
            match line.trim_start().strip_prefix("#: ") {
                Some(name) => {
                    let indent = line.len() - line.trim_start().len();
                    let words = self.messages.text(&format!("skeleton-{name}"));
                    words.lines().for_each(|paragraph| file += &comment(paragraph, indent));
                }
                None => {
                    self.fill_line(line, &mut file);
                    file.push('\n');
                }
            }
        }
        file
    }

    fn fill_line(self, line: &str, file: &mut String) {
        let mut rest = line;
        while let Some((before, name, behind)) = rest
            .split_once('‹')
            .and_then(|(before, rest)| rest.split_once('›').map(|(name, behind)| (before, name, behind)))
        {
            file.push_str(before);
            let known = self.values.iter().find(|(known, _)| *known == name);
            match known {
                Some((_, value)) => file.push_str(value),
                None if name.starts_with("example-") => *file += &self.messages.text(&format!("skeleton-{name}")),
                None => *file += &blank(self.messages, name, &[]),
            }
            rest = behind;
        }
        file.push_str(rest);
    }
}

/// A blank, as it stands in a file.
pub(super) fn blank(messages: &Messages, name: &str, args: &[(&str, String)]) -> String {
    let what = messages.format(&format!("skeleton-blank-{name}"), args);
    format!("{} {what}{}", blanks::OPENING, blanks::CLOSING)
}

/// A text that the binary carries among the skeletons.
pub(super) fn embedded_text(name: &str) -> &'static str {
    // A test makes each of them.
    SKELETONS.get_file(name).and_then(include_dir::File::contents_utf8).unwrap_or_default()
}

/// A paragraph as comment lines.
fn comment(paragraph: &str, indent: usize) -> String {
    let sign = format!("{}#", " ".repeat(indent));
    let mut text = String::new();
    let mut length = 0;
    for word in paragraph.split_whitespace() {
        let letters = word.chars().count();
        if length == 0 || length + 1 + letters > WIDTH {
            if length > 0 {
                text.push('\n');
            }
            text += &sign;
            length = sign.len();
        }
        text.push(' ');
        text += word;
        length += 1 + letters;
    }
    text.push('\n');
    text
}
