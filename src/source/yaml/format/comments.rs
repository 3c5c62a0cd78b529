//! Comments and blank lines: from a text and its tree to what stands above, behind and at the end of each node.
//!
//! The tree is walked in the order of the text. Between two places where something is sure to stand (a scalar that is
//! not empty, a bracket) lies a *gap*: blanks, indicators, comments. What the walk passes on its way to the next such
//! place (entries that begin, lists and maps that end, empty values) are *steps*; a dash in the gap takes the next
//! entry of a list from them.
//!
//! * A comment behind something is the **tail** of the entry to which that belongs.
//! * A comment on a line of its own is **leading** for the next entry, unless lists, maps or empty values end before
//!   it and it is indented more than that entry: then it is at the **foot** of the deepest one that its indent allows.
//! * Any other character in a gap is a fault, so no comment is overlooked in silence.
//!
//! Entries are named by the node of their key, or of the item. The parser's spans are trusted only where they were
//! found exact: a quoted scalar is measured again (its span takes in what follows on the line), trailing blanks of a
//! block scalar are cut off, and the places of empty values and of block lists are not used.

use std::collections::{BTreeMap, VecDeque};

use super::super::tree::{NodeId, NodeKind, Tree};
use super::FormatFault;
use super::trivia::{Home, Line, Trivia};

/// What separates and means nothing. A no-break space is a letter to YAML.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// Finds the comments and blank lines of a text.
pub fn collect(tree: &Tree, text: &str) -> Result<Trivia, FormatFault> {
    let root = tree.root();
    let mut scanner = Scanner {
        tree,
        text,
        cursor: 0,
        steps: VecDeque::new(),
        columns: BTreeMap::new(),
        behind: None,
        ceiling: usize::MAX,
        breaks: 0,
        blank: false,
        trivia: Trivia::default(),
    };
    scanner.pass_value(Place { entry: root, parent: None }, root)?;
    scanner.pass_gap(Stop::TextEnd, Home::Foot(root))?;
    Ok(scanner.trivia)
}

/// Where a gap ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Byte(usize),
    ClosingBracket,
    TextEnd,
}

/// What the walk passed in a gap.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// An entry of `collection` begins.
    Entry { entry: NodeId, collection: NodeId, has_dash: bool },
    /// A list, map or empty value ends; it stands `deeper` columns right of `of`.
    End { node: NodeId, of: NodeId, deeper: usize },
}

/// How a list or map is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Block,
    Brackets,
}

/// Where a value stands: in which entry of which list or map.
#[derive(Debug, Clone, Copy)]
struct Place {
    entry: NodeId,
    parent: Option<NodeId>,
}

struct Scanner<'t> {
    tree: &'t Tree,
    text: &'t str,
    /// The byte up to which everything is accounted for.
    cursor: usize,
    steps: VecDeque<Step>,
    /// The columns at which the entries of block lists and maps begin.
    columns: BTreeMap<NodeId, usize>,
    /// The entry to which the last thing on the line belongs.
    behind: Option<NodeId>,
    /// A comment counts as indented no deeper than the one before: their order is kept.
    ceiling: usize,
    /// Line breaks since the last thing that was no blank.
    breaks: usize,
    /// A blank line awaits the line below it.
    blank: bool,
    trivia: Trivia,
}

impl<'t> Scanner<'t> {
    fn pass_value(&mut self, place: Place, id: NodeId) -> Result<(), FormatFault> {
        match &self.tree.node(id).kind {
            NodeKind::Scalar { text, plain: true } if text.is_empty() => {
                let end = place.parent.map(|of| Step::End { node: id, of, deeper: 1 });
                self.steps.extend(end);
                Ok(())
            }
            NodeKind::Scalar { .. } => self.pass_scalar(place.entry, id),
            NodeKind::List(_) | NodeKind::Map(_) if self.is_bracketed(id) => {
                self.pass_gap(Stop::Byte(self.start(id)), Home::Above(place.entry))?;
                self.cursor += 1;
                self.behind = Some(place.entry);
                let is_empty = self.pass_entries(id, Layout::Brackets)? == 0;
                let home = if is_empty { Home::Above(place.entry) } else { Home::Foot(id) };
                self.pass_gap(Stop::ClosingBracket, home)?;
                self.cursor += 1;
                self.behind = Some(place.entry);
                Ok(())
            }
            NodeKind::List(_) | NodeKind::Map(_) => {
                self.pass_entries(id, Layout::Block)?;
                self.steps.push_back(Step::End { node: id, of: id, deeper: 0 });
                Ok(())
            }
        }
    }

    /// Passes the entries of a list or map, and counts them.
    fn pass_entries(&mut self, id: NodeId, layout: Layout) -> Result<usize, FormatFault> {
        match &self.tree.node(id).kind {
            NodeKind::Scalar { .. } => Ok(0),
            NodeKind::List(items) => {
                let has_dash = layout == Layout::Block;
                for item in items {
                    self.steps.push_back(Step::Entry { entry: *item, collection: id, has_dash });
                    self.pass_value(Place { entry: *item, parent: Some(id) }, *item)?;
                }
                Ok(items.len())
            }
            NodeKind::Map(entries) => {
                for (key, value) in entries {
                    self.steps.push_back(Step::Entry { entry: *key, collection: id, has_dash: false });
                    if self.tree.is_null(*key) && self.tree.scalar(*key) == Some("") {
                        return Err(FormatFault::Unplaced(self.start(*key)));
                    }
                    self.pass_scalar(*key, *key)?;
                    if layout == Layout::Block {
                        let column = self.column(self.start(*key));
                        self.columns.entry(id).or_insert(column);
                    }
                    self.pass_value(Place { entry: *key, parent: Some(id) }, *value)?;
                }
                Ok(entries.len())
            }
        }
    }

    fn pass_scalar(&mut self, entry: NodeId, id: NodeId) -> Result<(), FormatFault> {
        let start = self.start(id);
        let is_block = self.pass_gap(Stop::Byte(start), Home::Above(entry))?;
        let end = self.tree.node(id).span.end as usize;
        let written = self.text.get(start..end).ok_or(FormatFault::Unplaced(start))?;
        self.cursor = match &self.tree.node(id).kind {
            // The parser finds an empty block below the blank lines that follow it.
            NodeKind::Scalar { .. } if is_block && written.is_empty() => {
                self.text_up_to(start).trim_end_matches(BLANKS).len()
            }
            // Blank lines that belong to the text are no blank lines between entries.
            NodeKind::Scalar { text, .. } if is_block && !text.ends_with("\n\n") => {
                start + written.trim_end_matches(BLANKS).len()
            }
            // Nor does it find one that ends the file anywhere but at its head, which the next gap takes.
            NodeKind::Scalar { plain: false, .. } if !is_block && written.starts_with(['|', '>']) => start,
            NodeKind::Scalar { plain: false, .. } if !is_block => {
                start + quoted_length(written).ok_or(FormatFault::Unplaced(start))?
            }
            _ => end,
        };
        self.behind = Some(entry);
        Ok(())
    }

    /// Accounts for everything up to the stop; whether the head of a block scalar was there.
    fn pass_gap(&mut self, stop: Stop, fallback: Home) -> Result<bool, FormatFault> {
        let mut is_block = false;
        self.begin_lines();
        loop {
            let rest = self.text.get(self.cursor..).ok_or(FormatFault::Unplaced(self.cursor))?;
            let Some(next) = rest.chars().next() else { break };
            if stop == Stop::Byte(self.cursor) || (stop == Stop::ClosingBracket && matches!(next, ']' | '}')) {
                break;
            }
            if next != '\u{feff}' && !BLANKS.contains(&next) {
                self.blank |= self.breaks > 1;
                self.breaks = 0;
            }
            self.cursor += match next {
                '\n' | '\r' => {
                    self.breaks += 1;
                    if rest.starts_with("\r\n") { 2 } else { 1 }
                }
                ' ' | '\t' | ':' | ',' => 1,
                '\u{feff}' if self.cursor == 0 => next.len_utf8(),
                '#' => self.note_comment(rest, fallback),
                '-' if is_token(rest, "-") => self.note_dash()?,
                '?' if is_token(rest, "?") => self.forget(1),
                '-' if self.is_marker(rest, "---") => self.forget(3),
                '.' if self.is_marker(rest, "...") => self.forget(3),
                '|' | '>' => {
                    is_block = true;
                    if let Home::Above(entry) = fallback {
                        self.behind = Some(entry);
                    }
                    rest.find(|c: char| !matches!(c, '|' | '>' | '+' | '-' | '0'..='9')).unwrap_or(rest.len())
                }
                _ => return Err(FormatFault::Unplaced(self.cursor)),
            };
        }
        if matches!(stop, Stop::Byte(byte) if byte != self.cursor) {
            return Err(FormatFault::Unplaced(self.cursor));
        }
        if (self.blank || self.breaks > 1)
            && let Some(entry) = self.next_entry()
        {
            self.trivia.put(Home::Above(entry), Line::Blank);
        }
        self.steps.clear();
        Ok(is_block)
    }

    /// Gives a comment to its node; how long it is.
    fn note_comment(&mut self, rest: &str, fallback: Home) -> usize {
        let comment = rest.split(['\n', '\r']).next().unwrap_or("");
        let line = self.line_before(self.cursor);
        let is_alone = line.trim_matches(BLANKS).is_empty();
        let text = comment.trim_end_matches(BLANKS).to_owned();
        match self.behind {
            Some(entry) if !is_alone => self.trivia.put_behind(entry, text),
            _ => {
                let column = if is_alone { line.chars().count() } else { 0 };
                self.ceiling = self.ceiling.min(column);
                let home = self.home(self.ceiling).unwrap_or(fallback);
                if std::mem::take(&mut self.blank) {
                    self.trivia.put(home, Line::Blank);
                }
                self.trivia.put(home, Line::Comment(text));
            }
        }
        comment.len()
    }

    /// Begins the next item of a list; how long a dash is.
    fn note_dash(&mut self) -> Result<usize, FormatFault> {
        while let Some(step) = self.steps.pop_front() {
            if let Step::Entry { entry, collection, has_dash: true } = step {
                let column = self.column(self.cursor);
                self.columns.entry(collection).or_insert(column);
                self.behind = Some(entry);
                if self.blank {
                    self.trivia.put(Home::Above(entry), Line::Blank);
                }
                self.begin_lines();
                return Ok(1);
            }
        }
        Err(FormatFault::Unplaced(self.cursor))
    }

    /// Passes an indicator that no comment belongs to.
    fn forget(&mut self, length: usize) -> usize {
        self.behind = None;
        length
    }

    fn begin_lines(&mut self) {
        self.ceiling = usize::MAX;
        self.breaks = 0;
        self.blank = false;
    }

    /// To what a comment at a column belongs that stands on a line of its own before the steps.
    fn home(&self, column: usize) -> Option<Home> {
        let next = self.steps.iter().find_map(|step| match step {
            Step::Entry { entry, collection, .. } => Some((*entry, self.columns.get(collection))),
            Step::End { .. } => None,
        });
        if let Some((entry, at)) = next
            && at.is_none_or(|at| column <= *at)
        {
            return Some(Home::Above(entry));
        }
        let ends = self.steps.iter().map_while(|step| match step {
            Step::End { node, of, deeper } => Some((*node, self.columns.get(of).map(|column| column + deeper))),
            Step::Entry { .. } => None,
        });
        let foot = ends
            .filter_map(|(node, at)| at.filter(|at| *at <= column).map(|at| (node, at)))
            .max_by_key(|(_, at)| *at)
            .map(|(node, _)| Home::Foot(node));
        foot.or(next.map(|(entry, _)| Home::Above(entry)))
    }

    fn next_entry(&self) -> Option<NodeId> {
        self.steps.iter().find_map(|step| if let Step::Entry { entry, .. } = step { Some(*entry) } else { None })
    }

    /// Whether a list or map is in flow style. A list that is not indented seems to begin where its first item does.
    fn is_bracketed(&self, id: NodeId) -> bool {
        let start = self.start(id);
        let begins_with = |bracket| self.text.get(start..).is_some_and(|text| text.starts_with(bracket));
        match &self.tree.node(id).kind {
            NodeKind::Scalar { .. } => false,
            NodeKind::Map(_) => begins_with('{'),
            NodeKind::List(items) => begins_with('[') && items.first().is_none_or(|item| self.start(*item) != start),
        }
    }

    /// Whether a marker of a document stands here.
    fn is_marker(&self, rest: &str, marker: &str) -> bool {
        is_token(rest, marker) && self.column(self.cursor) == 0
    }

    fn start(&self, id: NodeId) -> usize {
        self.tree.node(id).span.start as usize
    }

    fn column(&self, byte: usize) -> usize {
        self.line_before(byte).chars().count()
    }

    /// The line up to a byte, less a BOM.
    fn line_before(&self, byte: usize) -> &'t str {
        let line = self.text_up_to(byte).rsplit(['\n', '\r']).next();
        line.unwrap_or("").trim_start_matches('\u{feff}')
    }

    fn text_up_to(&self, byte: usize) -> &'t str {
        self.text.get(..byte).unwrap_or("")
    }
}

/// Whether the text begins with an indicator that a blank or the end follows.
fn is_token(text: &str, indicator: &str) -> bool {
    text.strip_prefix(indicator).is_some_and(|rest| rest.is_empty() || rest.starts_with(BLANKS))
}

/// How long a quoted scalar is, with its quotes.
fn quoted_length(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, quote) = chars.next().filter(|(_, quote)| matches!(quote, '"' | '\''))?;
    while let Some((at, next)) = chars.next() {
        if next == '\\' && quote == '"' {
            chars.next();
        } else if next == quote {
            // In single quotes, two stand for one.
            if quote == '\'' && text.get(at + 1..)?.starts_with('\'') {
                chars.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}
