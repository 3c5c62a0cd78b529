//! The style of a scalar: from its text, and the room it has, to the lines that are written.
//!
//! 1. Characters that are not printed as they are, blanks at the end of a line, or at either end of the text,
//!    and line breaks that a block cannot keep: double quotes with escapes.
//! 2. Several lines: literal, `|-` or `|`.
//! 3. One line that fits: plain, unless plain would be misread. What looks like a number, a date, a boolean or a null
//!    keeps the quotes it has, and gets none it has not: the schema reads `5` and `"5"` alike, other programs do not.
//!    Anything with a digit and without a letter (`2/260`, `1)`) counts as such.
//! 4. One line that does not fit and has a single space to break at: folded, `>-`. Lines break only at single spaces,
//!    so the text comes back as it was. A word that is longer than the line stays whole.
//! 5. One line that needs quotes: double ones. Where it has `"` or `\` itself, a value is folded, so that the words of
//!    an act stand in the file as they do in the act; a key gets single quotes.

/// The width of a line, in characters.
const LINE: usize = 100;

/// The width that folded text is given however deep it stands.
const LEAST: usize = 40;

/// Words that YAML 1.1 or 1.2 reads as something else than text.
const RESERVED: [&str; 14] =
    ["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".inf", ".nan"];

/// A scalar as it was read.
#[derive(Debug, Clone, Copy)]
pub struct Scalar<'t> {
    /// Its text.
    pub text: &'t str,
    /// Whether it stood without quotes and not as a block.
    pub plain: bool,
}

/// Where a scalar is written.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// The column at which it begins.
    pub column: usize,
    /// The column at which the lines of a block begin.
    pub indent: usize,
}

/// A scalar as it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Rendered {
    /// What stands behind the key or dash.
    pub head: String,
    /// The lines of a block, without indent.
    pub lines: Vec<String>,
}

/// Writes a value.
pub fn render(scalar: Scalar<'_>, room: Room) -> Rendered {
    let text = scalar.text;
    let inline = |head: String| Rendered { head, lines: Vec::new() };
    if text.contains('\n') {
        return literal(text).unwrap_or_else(|| inline(double_quoted(text)));
    }
    let line = render_key(scalar);
    let is_too_long = room.column + line.chars().count() > LINE && breaks(text).next().is_some();
    if can_fold(text) && (is_too_long || line.starts_with('\'')) {
        let width = LINE.saturating_sub(room.indent).max(LEAST);
        return Rendered { head: ">-".to_owned(), lines: wrap(text, width) };
    }
    inline(line)
}

/// Writes a key, or a value on one line. Only quotes make it begin with a quote.
pub fn render_key(scalar: Scalar<'_>) -> String {
    let text = scalar.text;
    if (scalar.plain && text.is_empty()) || (can_be_plain(text) && (scalar.plain || !is_read_as_data(text))) {
        text.to_owned()
    } else if text.contains(['"', '\\']) && text.chars().all(is_printed) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        double_quoted(text)
    }
}

/// A text of several lines as a literal block, where that keeps it.
fn literal(text: &str) -> Option<Rendered> {
    let (head, body) = text.strip_suffix('\n').map_or(("|-", text), |body| ("|", body));
    let keeps = |line: &str| !line.ends_with(' ') && line.chars().all(is_printed);
    let lines: Vec<String> = body.split('\n').map(str::to_owned).collect();
    let first = lines.first()?;
    let last = lines.last()?;
    let is_kept =
        !first.is_empty() && !first.starts_with(' ') && !last.is_empty() && lines.iter().all(|line| keeps(line));
    is_kept.then(|| Rendered { head: head.to_owned(), lines })
}

/// Whether a text of one line comes back from a folded block as it was.
fn can_fold(text: &str) -> bool {
    !text.is_empty() && !text.starts_with(' ') && !text.ends_with(' ') && text.chars().all(is_printed)
}

/// Fills lines up to a width.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    let mut from = 0;
    for to in breaks(text).chain([text.len()]) {
        let piece = text.get(from..to).unwrap_or("");
        from = to + 1;
        let more = piece.chars().count();
        if line.is_empty() {
            length = more;
        } else if length + 1 + more <= width {
            line.push(' ');
            length += 1 + more;
        } else {
            lines.push(std::mem::take(&mut line));
            length = more;
        }
        line.push_str(piece);
    }
    lines.push(line);
    lines
}

/// The places of single spaces.
fn breaks(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let is_space = |at: usize| bytes.get(at) == Some(&b' ');
    (1..bytes.len().saturating_sub(1)).filter(move |at| is_space(*at) && !is_space(at - 1) && !is_space(at + 1))
}

/// Whether a text without quotes reads as itself, in a block and as a key.
fn can_be_plain(text: &str) -> bool {
    let mut chars = text.chars();
    let begins_well = match chars.next() {
        None
        | Some(' ' | ',' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`') => {
            false
        }
        Some('-' | '?' | ':') => chars.next().is_some_and(|second| second != ' '),
        Some(_) => true,
    };
    begins_well
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("---")
        && !text.starts_with("...")
        && text.chars().all(is_printed)
}

/// Whether plain text would be read as a number, a date, a boolean or a null, or is near enough to it.
fn is_read_as_data(text: &str) -> bool {
    let has_digit = || text.contains(|c: char| c.is_ascii_digit());
    let starts_with_date = || {
        let mut pattern = "0000-00-00".chars();
        let fits = |c: char| pattern.next().is_some_and(|p| if p == '0' { c.is_ascii_digit() } else { c == p });
        text.len() >= 10 && text.chars().take(10).all(fits)
    };
    RESERVED.iter().any(|word| word.eq_ignore_ascii_case(text.trim_start_matches(['+', '-'])))
        || (has_digit() && !text.contains(char::is_alphabetic))
        || text.parse::<f64>().is_ok()
        || ["0x", "0o", "0b"].iter().any(|prefix| text.trim_start_matches(['+', '-']).starts_with(prefix))
        || starts_with_date()
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if is_printed(c) => quoted.push(c),
            c => quoted.extend(format!("\\U{:08X}", u32::from(c)).chars()),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a character can stand in a file as it is, on one line, and is seen there.
fn is_printed(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}
