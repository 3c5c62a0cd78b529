//! Why a text is no YAML: the parser says it in its own English; here its sayings are sorted by what is to be done.

/// What breaks the rules, as the messages of `yaml-syntax` tell it apart.
///
/// `info` is what the parser says, `before` and `behind` the text around the place where it stopped.
pub(super) fn cause(info: &str, before: &str, behind: &str) -> &'static str {
    if follows_tab(before, behind) {
        return "tab";
    }
    let says = |words: &[&str]| words.iter().any(|word| info.contains(word));
    if says(&["quoted scalar, found unknown escape", "invalid Unicode character escape", "expected hexadecimal"]) {
        "escape"
    } else if says(&["quoted scalar", "multiline text"]) {
        "quote"
    } else if says(&["flow", "bracket", ",[]{}", "illegal placement of ':'"]) {
        "bracket"
    } else if says(&["mapping values are not allowed", "mapping keys"]) {
        "colon"
    } else if says(&["simple key"]) {
        "line"
    } else if says(&["unprintable", "byte order mark"]) {
        "sign"
    } else if says(&["indent", "block collection", "block mapping", "block sequence", "block scalar"]) {
        "indent"
    } else {
        "other"
    }
}

/// Whether a tab stands at the start of the line or in front of the place. The parser stops at the end of the line
/// above, where the line below is indented with a tab.
fn follows_tab(before: &str, behind: &str) -> bool {
    let indent = |line: &str| line.chars().take_while(|letter| letter.is_whitespace()).any(|letter| letter == '\t');
    before.lines().next_back().is_some_and(|line| line.contains('\t')) || behind.split('\n').take(2).any(indent)
}

#[cfg(test)]
mod tests {
    use saphyr_parser::Parser;

    use super::cause;

    fn cause_of(text: &str) -> &'static str {
        let error = Parser::new_from_str(text).find_map(Result::err);
        let Some(error) = error else { return "none" };
        let at = text.char_indices().map(|(at, _)| at).nth(error.marker().index()).unwrap_or(text.len());
        let (before, behind) = text.split_at(at);
        cause(error.info(), before, behind)
    }

    #[test]
    fn what_officials_write_is_told_apart() {
        let cases = [
            ("text: қадам: бірінші\n", "colon"),
            ("a: 1\n  b: 2\n", "colon"),
            ("text: \"маман\nby: head\n", "quote"),
            ("text: \"маман\" тексереді\n", "quote"),
            ("text: 'маман\n", "quote"),
            ("text: \"а\\қ\"\n", "escape"),
            ("by: [head, specialist\ntext: а\n", "bracket"),
            ("steps:\n  - { n: 1, text: а\n  - { n: 2 }\n", "bracket"),
            ("by: ]\n", "bracket"),
            ("steps:\n\t- n: 1\n", "tab"),
            ("a:\n  - b\n c: 1\n", "indent"),
            ("a:\n  b: 1\n c: 2\n", "indent"),
            ("a: 1\nсөз\nb: 2\n", "line"),
            ("- a\nb: 1\n", "indent"),
        ];
        for (text, expected) in cases {
            assert_eq!(cause_of(text), expected, "{text:?}");
        }
    }
}
