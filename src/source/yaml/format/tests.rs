//! Fixtures: what goes in, what comes out, and that it comes out of itself.

use super::*;
use crate::diagnostic::FileId;

const FIELDS: &[&str] = &["service", "title", "by", "text", "limit", "next", "body"];

/// Formats; every map that has a key `service`, `by`, `text`, … counts as a struct of [`FIELDS`].
fn try_fmt(text: &str) -> Result<String, FormatFault> {
    let (tree, _) = Tree::parse(FileId::default(), text);
    let tree = tree.ok_or(FormatFault::Unreadable)?;
    let mut shapes = Shapes::new();
    mark_structs(&tree, tree.root(), &mut shapes);
    format(&tree, text, &shapes)
}

fn mark_structs(tree: &Tree, id: NodeId, shapes: &mut Shapes) {
    match &tree.node(id).kind {
        NodeKind::Scalar { .. } => {}
        NodeKind::List(items) => {
            for item in items {
                mark_structs(tree, *item, shapes);
            }
        }
        NodeKind::Map(entries) => {
            if entries.iter().any(|(key, _)| tree.scalar(*key).is_some_and(|key| FIELDS.contains(&key))) {
                shapes.insert(id, FIELDS);
            }
            for (_, value) in entries {
                mark_structs(tree, *value, shapes);
            }
        }
    }
}

#[track_caller]
fn fmt(text: &str) -> String {
    let once = try_fmt(text).expect("formats");
    assert_eq!(try_fmt(&once).expect("formats again"), once, "not idempotent");
    once
}

/// Each pair: as written, as formatted.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (input, expected) in cases {
        assert_eq!(fmt(input), *expected, "from:\n{input}");
    }
}

#[track_caller]
fn value(text: &str) -> String {
    let (tree, diagnostics) = Tree::parse(FileId::default(), text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let tree = tree.expect("parses");
    let NodeKind::Map(entries) = &tree.node(tree.root()).kind else { panic!("no map: {text}") };
    tree.scalar(entries[0].1).expect("a scalar").to_owned()
}

/// A file with `k` as the given text in double quotes, formatted.
#[track_caller]
fn fmt_value(text: &str) -> String {
    let quoted: String =
        text.chars().flat_map(|c| format!("\\U{:08X}", u32::from(c)).into_bytes()).map(char::from).collect();
    let output = fmt(&format!("k: \"{quoted}\"\n"));
    assert_eq!(value(&output), text, "{output}");
    output
}

#[test]
fn flow_style_becomes_block_style() {
    check(&[
        ("a: [x, y]\n", "a:\n  - x\n  - y\n"),
        ("a: {x: 1, y: [2, {z: 3}]}\n", "a:\n  x: 1\n  y:\n    - 2\n    - z: 3\n"),
        ("a: []\nb: {}\nc: [[], {}]\n", "a: []\nb: {}\nc:\n  - []\n  - {}\n"),
        ("[a: b, {c}]", "- a: b\n- c:\n"),
        ("- - a\n  - b\n-\n  - c\n", "- - a\n  - b\n- - c\n"),
        ("k:\n- a\n-   b:  1\n    c: 2\n", "k:\n  - a\n  - b: 1\n    c: 2\n"),
        ("k:\n- [a]\n- {b: 1}\n", "k:\n  - - a\n  - b: 1\n"),
        ("? a\n: b\n? c\n", "a: b\nc:\n"),
        ("{}\n", "{}\n"),
        ("---\na: 1\n...\n", "a: 1\n"),
        ("just a text\n  on two lines\n", "just a text on two lines\n"),
    ]);
}

#[test]
fn keys_of_a_struct_are_in_its_order_and_those_of_a_map_stay() {
    check(&[
        ("title: t\nzzz: 1\nservice: s\naaa: 2\n", "service: s\ntitle: t\nzzz: 1\naaa: 2\n"),
        ("z: 1\na: 2\n", "z: 1\na: 2\n"),
        ("body:\n  - {text: t, by: b}\n", "body:\n  - by: b\n    text: t\n"),
        ("next: {нет: 2, да: 1}\nby: x\n", "by: x\nnext:\n  нет: 2\n  да: 1\n"),
    ]);
}

#[test]
fn comments_move_with_their_keys() {
    check(&[
        (
            "# yaml-language-server: $schema=x\n\n# the title\ntitle: t # behind it\n# the service\nservice: s\n",
            "# yaml-language-server: $schema=x\n\n# the service\nservice: s\n# the title\ntitle: t  # behind it\n",
        ),
        // The head is not the first key's.
        ("# head\ntitle: t\nservice: s\n", "# head\nservice: s\ntitle: t\n"),
        // Nor does a comment become part of the head because its key came first.
        ("# head\ntitle: t\n# s\nservice: s\n", "# head\n\n# s\nservice: s\ntitle: t\n"),
        // The first key of an item shares its line with the dash: its comment goes above.
        ("- text: t\n  # who\n  by: b\n", "# who\n- by: b\n  text: t\n"),
    ]);
}

#[test]
fn comments_stay_with_their_nodes() {
    check(&[
        (
            "a: # tail\n  # first\n  - x # tx\n  # second\n  - y\n  # foot\n# next\nb: 1\n",
            "a:  # tail\n  # first\n  - x  # tx\n  # second\n  - y\n  # foot\n# next\nb: 1\n",
        ),
        ("a:\n  b:\n    c: 1\n    # c\n  # b\n# a\n", "a:\n  b:\n    c: 1\n    # c\n  # b\n# a\n"),
        ("a: >- # tail\n  text\n", "a: text  # tail\n"),
        ("a: |- # tail\n  two\n  # lines\n# foot\n", "a: |-  # tail\n  two\n  # lines\n# foot\n"),
        (
            "- # dash\n  # own\n  a: 1\n- # null\n-\n  # foot of null\n",
            "# dash\n# own\n- a: 1\n-  # null\n-\n  # foot of null\n",
        ),
        ("a:\n  # - nothing yet\nb: 1\n", "a:\n  # - nothing yet\nb: 1\n"),
        (
            "a: [ # open\n  x, # x\n  # own\n  y # y\n  # foot\n  ] # close\n",
            "# close\na:  # open\n  - x  # x\n  # own\n  - y  # y\n  # foot\n",
        ),
        ("a: {x: 1, y: 2} # tail\n", "a:  # tail\n  x: 1\n  y: 2\n"),
        ("- {x: 1, y: 2} # tail\n", "# tail\n- x: 1\n  y: 2\n"),
        ("- a: []  # list\n- {} # map\n", "- a: []  # list\n- {}  # map\n"),
        ("- [\n  # in\n  ]\n", "# in\n- []\n"),
        ("a:\n  # above the value\n  value\n", "# above the value\na: value\n"),
        ("a:\n- x\n# of b\nb:\n- y\n# end\n", "a:\n  - x\n# of b\nb:\n  - y\n# end\n"),
        ("--- # mark\na: 1\n... # end\n# last\n", "# mark\na: 1\n# end\n# last\n"),
        ("[a] # tail\n", "# tail\n- a\n"),
        ("text # tail\n# foot\n", "text  # tail\n# foot\n"),
        ("# head\ntext\n", "# head\ntext\n"),
        ("? # q\n  a # k\n# own\n: # c\n  b # v\n", "# q\n# own\n# c\n# v\na: b  # k\n"),
    ]);
}

#[test]
fn hashes_in_scalars_are_no_comments() {
    check(&[
        ("a: \"x # y\" # z\n", "a: \"x # y\"  # z\n"),
        ("a: 'it''s # x' # z\n", "a: \"it's # x\"  # z\n"),
        ("a: \"\\\" # x\"\n", "a: >-\n  \" # x\n"),
        ("a: x#y # z\n", "a: x#y  # z\n"),
        ("a: |\n  x\n  # y\n", "a: |\n  x\n  # y\n"),
        ("a: \"x\n  # y\"\n", "a: \"x # y\"\n"),
        ("\"# a\": 1 # z\n", "\"# a\": 1  # z\n"),
        ("a: >-\n  \"x\" # y\nb: 1\n", "a: >-\n  \"x\" # y\nb: 1\n"),
    ]);
}

#[test]
fn quotes_stand_where_plain_would_be_misread() {
    check(&[
        ("a: \"word\"\n", "a: word\n"),
        ("a: 'a: b'\n", "a: \"a: b\"\n"),
        ("a: 'a:'\n", "a: \"a:\"\n"),
        ("a: 'Заң: \"бап\"'\n", "a: >-\n  Заң: \"бап\"\n"),
        ("a: \"\\\"it's\\\": x\"\n", "a: >-\n  \"it's\": x\n"),
        ("\"\\\"it's\\\"\": x\n", "'\"it''s\"': x\n"),
        ("a: \" \\\"\"\n", "a: ' \"'\n"),
        ("a: '- b'\nb: '-b'\nc: '-'\n", "a: \"- b\"\nb: -b\nc: \"-\"\n"),
        ("a: ' b'\nb: 'b '\n", "a: \" b\"\nb: \"b \"\n"),
        ("a: '*'\nb: '&c'\nc: '!d'\nd: '@e'\n", "a: \"*\"\nb: \"&c\"\nc: \"!d\"\nd: \"@e\"\n"),
        ("'a: b': 1\n'#c': 2\n", "\"a: b\": 1\n\"#c\": 2\n"),
        ("a: \"x\\ty\"\n", "a: \"x\\ty\"\n"),
        ("a: \"x\\u2028\\u2029\"\n", "a: \"x\\U00002028\\U00002029\"\n"),
        ("a: С № 5\n", "a: С № 5\n"),
    ]);
}

#[test]
fn data_keep_the_quotes_they_have() {
    check(&[
        ("- 5\n- '5'\n- 2019-04-25\n- '2019-04-25'\n", "- 5\n- \"5\"\n- 2019-04-25\n- \"2019-04-25\"\n"),
        ("- 2/260\n- '2/260'\n- 1)\n- '1)'\n", "- 2/260\n- \"2/260\"\n- 1)\n- \"1)\"\n"),
        ("- no\n- 'no'\n- true\n- 'true'\n", "- no\n- \"no\"\n- true\n- \"true\"\n"),
        (
            "- 1e3\n- '1e3'\n- '0x1F'\n- '2019-04-25T10:00:00Z'\n",
            "- 1e3\n- \"1e3\"\n- \"0x1F\"\n- \"2019-04-25T10:00:00Z\"\n",
        ),
        ("1: a\n'2': b\n", "1: a\n\"2\": b\n"),
        ("- 'А-11/491'\n", "- А-11/491\n"),
        ("- >-\n  7\n", "- \"7\"\n"),
    ]);
}

#[test]
fn nothing_and_the_empty_text_stay_apart() {
    check(&[
        ("a:\nb: ~\nc: null\nd: ''\ne: '~'\nf: 'null'\n", "a:\nb: ~\nc: null\nd: \"\"\ne: \"~\"\nf: \"null\"\n"),
        ("-\n- ''\n- >-\n- a:\n", "-\n- \"\"\n- \"\"\n- a:\n"),
        ("a: >-\n\n# c\nb: |-\n\nc: 1\n", "a: \"\"\n\n# c\nb: \"\"\n\nc: 1\n"),
        ("a:\n  - >- # c\n", "a:\n  - \"\"  # c\n"),
        ("a: |+\n\n", "a: \"\\n\"\n"),
        ("a: |", "a: \"\"\n"),
    ]);
}

#[test]
fn long_texts_are_folded_and_come_back() {
    let text = "Мемлекеттік көрсетілетін қызмет регламентінде: \"Жұмыссыз азаматтарды тіркеу және есепке қою\" \
                # қызметін көрсетілетін қызметті беруші - жұмыспен қамту орталығы көрсетеді";
    assert_eq!(
        fmt_value(text),
        "k: >-\n  \
           Мемлекеттік көрсетілетін қызмет регламентінде: \"Жұмыссыз азаматтарды тіркеу және есепке қою\" #\n  \
           қызметін көрсетілетін қызметті беруші - жұмыспен қамту орталығы көрсетеді\n"
    );
    let exact = ["ә"; 49].join(" ");
    assert_eq!(fmt_value(&exact), format!("k: {exact}\n"));
    assert_eq!(fmt_value(&format!("{exact}ә")), format!("k: >-\n  {exact}ә\n"));
}

#[test]
fn folding_keeps_every_text() {
    let words = ["көрсетілетін"; 30].join(" ");
    let long_word = "ә".repeat(300);
    let double_spaces = words.replace(" көр", "  көр");
    for text in [
        words.clone(),
        double_spaces.clone(),
        format!("{double_spaces} a b"),
        format!("# {words}"),
        format!("- {words}"),
        format!("\"{words}\": x"),
        format!(" {words}"),
        format!("  {words}"),
        format!("{words} "),
        format!("{words}\n"),
        format!("{words}\n\n"),
        format!("\n{words}"),
        format!("{words}\n\n\n  {words}\n- # {words}\n"),
        format!("{words}\n \n{words}"),
        format!("{words} \n{words}"),
        format!("{words}\t{words}"),
        format!("{words}\r\n{words}"),
        format!("{words}\u{a0}{words}\u{85}\u{2029}"),
        format!("{long_word} {long_word}"),
        format!("a {long_word}"),
        format!(": {long_word}"),
        long_word,
        "--- x".into(),
        "\n".into(),
        "\n\n".into(),
        " ".into(),
        " \n".into(),
        "a\n".into(),
        "a\nb".into(),
        "\u{feff}a".into(),
        "ab\u{1f600}".into(),
    ] {
        fmt_value(&text);
    }
}

#[test]
fn blank_lines_between_entries_become_one() {
    check(&[
        ("\n\na: 1\n\n\n\nb: 2\nc: 3\n\n", "a: 1\n\nb: 2\nc: 3\n"),
        ("a:\n\n  - x\n\n  - y\n\n  # foot\n\n\nb: 1\n", "a:\n  - x\n\n  - y\n\n  # foot\n\nb: 1\n"),
        ("a: |\n  x\n\n\nb: |+\n  y\n\nc: 1\n", "a: |\n  x\n\nb: \"y\\n\\n\"\nc: 1\n"),
        ("a:\n\n  x\n\n# c\n\nb: 1\n", "a: x\n\n# c\n\nb: 1\n"),
        ("title: 1\n\nservice: 2\n", "service: 2\ntitle: 1\n"),
    ]);
}

#[test]
fn line_ends_and_bom_are_made_uniform() {
    check(&[
        ("\u{feff}# head\r\na: x # t\r\n\r\nb: |\r\n  y\r\n  z\r\n", "# head\na: x  # t\n\nb: |\n  y\n  z\n"),
        ("a: x\r# c\rb: y\r", "a: x\n# c\nb: y\n"),
        ("a: 1   # c  \t\n", "a: 1  # c\n"),
        ("a: 1", "a: 1\n"),
    ]);
}

#[test]
fn unsound_files_are_left_alone() {
    for text in
        ["a: 1\na: 2\n", "a: &x 1\nb: *x\n", "a: !t 1\n", "a: [\n", "a: 1\n---\nb: 2\n", "", "# only\n", "{a: 1}: 2\n"]
    {
        assert_eq!(try_fmt(text), Err(FormatFault::Unreadable), "{text}");
    }
    assert_eq!(try_fmt("%YAML 1.2\n---\na: 1\n"), Err(FormatFault::Unplaced(0)));
    assert_eq!(try_fmt(": 1\n"), Err(FormatFault::Unplaced(0)));
    let (tree, _) = Tree::parse(FileId::default(), "a: [1, 2, \"3\"]\n");
    let tree = tree.expect("parses");
    assert!(format(&tree, "b: 1\n", &Shapes::new()).is_err(), "the text of another tree");
}

#[test]
fn deep_nesting_keeps_its_texts() {
    let words = ["сөз"; 60].join(" ");
    let text = format!("{}{words}\n", "- ".repeat(60));
    let output = fmt(&text);
    assert!(output.contains(">-"), "{output}");
}
