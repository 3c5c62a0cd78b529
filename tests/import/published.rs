//! An encoded act as it would come out of its PDF: lines of a width, indents, page breaks, letters that stand apart, words
//! of links at the ends of their lines.

use qadam::lang::Text;
use qadam::model::{Act, Node, NodeKind};
use qadam::vocabulary::HeadingState;

/// Signs of a line.
const WIDTH: usize = 78;
/// Lines of a page.
const PAGE: usize = 48;
/// Of so many paragraphs the last line of one is letter-spaced.
const SPACED: usize = 5;

/// The text of an act, with the damage of extraction.
pub fn published(act: &Act) -> String {
    let mut printer = Printer { lines: Vec::new(), lang: act.lang, paragraphs: 0, on_page: 0 };
    printer.nodes(&act.text);
    for regulation in &act.regulations {
        printer.nodes(&regulation.text);
    }
    printer.lines.join("\n")
}

struct Printer {
    lines: Vec<String>,
    lang: qadam::lang::Lang,
    paragraphs: usize,
    on_page: usize,
}

impl Printer {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &Node) {
        let words =
            |text: &Option<Text>| text.as_ref().and_then(|text| text.get(self.lang)).unwrap_or_default().to_owned();
        let (title, text) = (words(&node.title), words(&node.text));
        let number = node.number.clone().unwrap_or_default();
        let stamps = node.children.iter().take_while(|child| child.kind == NodeKind::Stamp).count();
        match node.kind {
            NodeKind::Heading | NodeKind::Stamp => self.heading(&text),
            NodeKind::Section if node.heading == Some(HeadingState::Paragraph) => {
                self.body(&format!("{number}. {title}"), 6);
            }
            NodeKind::Section if number.is_empty() => self.heading(&title),
            NodeKind::Section => self.heading(&format!("{number}. {title}")),
            NodeKind::Annex => {
                self.nodes(&node.children[..stamps]);
                self.heading(&title);
                return self.nodes(&node.children[stamps..]);
            }
            NodeKind::Point if number.is_empty() => self.body(&text, 6),
            NodeKind::Point => self.body(&format!("{number}. {text}"), 6),
            NodeKind::Item => self.body(&format!("{number} {text}"), 6),
            NodeKind::Note => self.body(&text, 5),
            NodeKind::Paragraph | NodeKind::Signature | NodeKind::Lost | NodeKind::Form => self.body(&text, 6),
            NodeKind::Process => {}
            NodeKind::Table => {
                self.heading(if title.is_empty() { &text } else { &title });
                if let Some(table) = &node.table {
                    self.row(&table.columns);
                    for cells in &table.rows {
                        self.row(&cells.iter().flatten().cloned().collect::<Vec<_>>());
                    }
                }
            }
        }
        self.nodes(&node.children);
    }

    /// Words without an indent, between empty lines.
    fn heading(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.line(String::new());
        for line in wrapped(words, 0, WIDTH) {
            self.line(line);
        }
        self.line(String::new());
    }

    /// The cells of a row, from left to right. A page break tears those that reach down to the foot of the page: what is
    /// left of them stands on the next one.
    fn row(&mut self, cells: &[Text]) {
        let said = |cell: &Text| cell.get(self.lang).unwrap_or_default().to_owned();
        let cells: Vec<String> = cells.iter().map(said).collect();
        let width = WIDTH / cells.len().max(1);
        let mut cells: Vec<Vec<String>> =
            cells.iter().filter(|cell| !cell.is_empty()).map(|cell| wrapped(cell, 0, width)).collect();
        while !cells.is_empty() {
            let room = PAGE.saturating_sub(self.on_page).max(1);
            let height = cells.iter().map(Vec::len).max().unwrap_or_default();
            for cell in &mut cells {
                self.lines.push(String::new());
                self.lines.extend(cell.drain(..cell.len().min(room)));
                self.lines.push(String::new());
            }
            cells.retain(|cell| !cell.is_empty());
            self.on_page += height.min(room);
            if !cells.is_empty() {
                self.lines.extend(["", "", ""].map(str::to_owned));
                self.on_page = 0;
            }
        }
    }

    fn body(&mut self, words: &str, indent: usize) {
        if words.is_empty() {
            return;
        }
        self.paragraphs += 1;
        let mut lines = wrapped(words, indent, WIDTH);
        let last = lines.len() - 1;
        if last > 0 && self.paragraphs.is_multiple_of(SPACED) && words.ends_with(['.', ';', ':']) {
            lines[last] = spaced(&lines[last]);
        }
        for line in lines {
            let line = displaced(&line);
            self.line(line);
        }
    }

    fn line(&mut self, line: String) {
        self.on_page += 1;
        if self.on_page > PAGE && !line.is_empty() && self.lines.last().is_some_and(|last| !last.is_empty()) {
            self.lines.extend(["", "", ""].map(str::to_owned));
            self.on_page = 0;
        }
        self.lines.push(line);
    }
}

/// Words in lines of a width, the first one indented.
fn wrapped(words: &str, indent: usize, width: usize) -> Vec<String> {
    let mut lines = vec![" ".repeat(indent)];
    let mut room = width - indent;
    for word in words.split(' ') {
        let length = word.chars().count();
        let line = lines.last_mut().unwrap();
        let is_first = line.trim().is_empty();
        if !is_first && length + 1 > room {
            lines.push(word.to_owned());
            room = width.saturating_sub(length);
        } else {
            if !is_first {
                line.push(' ');
                room = room.saturating_sub(1);
            }
            line.push_str(word);
            room = room.saturating_sub(length);
        }
    }
    lines
}

/// A line whose letters stand apart.
fn spaced(line: &str) -> String {
    let words: Vec<String> =
        line.split(' ').map(|word| word.chars().map(String::from).collect::<Vec<_>>().join(" ")).collect();
    words.join("  ")
}

/// A line with the words of its link behind the others.
fn displaced(line: &str) -> String {
    let words: Vec<&str> = line.trim_start().split(' ').collect();
    let is_number = |word: &str| !word.is_empty() && word.chars().all(|char| char.is_ascii_digit());
    let at = words.windows(3).position(|three| {
        (three[0].starts_with("пункт") || three[0].starts_with("приложени"))
            && is_number(three[1])
            && !three[2].is_empty()
    });
    let Some(at) = at.filter(|at| *at > 0) else { return line.to_owned() };
    let indent = " ".repeat(line.len() - line.trim_start().len());
    let (before, link, behind) = (words[..at].join(" "), words[at..at + 2].join(" "), words[at + 2..].join(" "));
    format!("{indent}{before}  {behind} {link}")
}
