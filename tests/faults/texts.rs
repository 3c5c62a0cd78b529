//! Files that hold what no encoding should.

use super::support::folders::{read_all, read_files};
use super::{REGULATION, SERVICES, base, base_with, check, qadam};

/// The text of the regulation of the base.
fn text() -> String {
    String::from_utf8(read_all(base().path())[REGULATION].clone()).unwrap()
}

/// What is said of the regulation with this text.
#[track_caller]
fn said(bytes: impl AsRef<[u8]>) -> String {
    let run = check(&base_with(REGULATION, bytes));
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    run.out
}

/// The order of the two bytes of a sign.
type Order = fn(u16) -> [u8; 2];

fn utf16(text: &str, bytes: Order) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_file_of_no_bytes_is_empty_and_nothing_else_is_said() {
    assert_eq!(said(""), format!("{REGULATION}:1:1: empty-file: the file is empty\n"));
    for path in [SERVICES, "regulations/places.yaml", "regulations/glossary.yaml", "site/site.yaml"] {
        let run = check(&base_with(path, ""));
        run.ends(1, &[]);
        // Without the glossary some words have no translation.
        let said: Vec<&str> = run.out.lines().filter(|line| !line.contains(": untranslated: ")).collect();
        assert_eq!(said, [format!("{path}:1:1: empty-file: the file is empty")]);
    }
}

/// Pages name the digest of the encoding that they were made from, and it is another one.
#[test]
fn a_mark_and_windows_line_ends_change_no_word_of_the_site() {
    let (plain, windows) = (base(), base());
    for (path, bytes) in read_all(plain.path()) {
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        super::put(windows.path(), &path, format!("\u{feff}{text}"));
    }
    let [plain, windows] = [plain, windows].map(|project| {
        qadam(project.path(), &["build"]).ends(0, &[]);
        let mut pages = read_files(&project.path().join("site/public"));
        for page in pages.values_mut() {
            *page = without_digests(page);
        }
        pages
    });
    assert_eq!(plain.keys().collect::<Vec<_>>(), windows.keys().collect::<Vec<_>>());
    let differ: Vec<&String> = plain.keys().filter(|path| plain[*path] != windows[*path]).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

/// A page with one sign in place of each run of twelve or more hexadecimal digits.
fn without_digests(page: &[u8]) -> Vec<u8> {
    let runs = page.chunk_by(|one, other| one.is_ascii_hexdigit() == other.is_ascii_hexdigit());
    let shown = runs.map(|run| if run.len() >= 12 && run[0].is_ascii_hexdigit() { &b"#"[..] } else { run });
    shown.collect::<Vec<_>>().concat()
}

/// Once a page in UTF-16 without a mark was published with its zeros, and a regulation was said to hold invisible signs.
#[test]
fn utf16_is_told_with_and_without_its_mark() {
    let russian = "# О сайте\n\nЭто — страница № 1.\n";
    let orders: [(&str, Order); 2] = [("le", u16::to_le_bytes), ("be", u16::to_be_bytes)];
    for (name, bytes) in orders {
        for mark in ["\u{feff}", ""] {
            for (path, text) in
                [(REGULATION, text()), (SERVICES, russian.to_owned()), ("site/pages/about.ru.md", russian.to_owned())]
            {
                let run = check(&base_with(path, utf16(&format!("{mark}{text}"), bytes)));
                run.ends(1, &[]);
                let line = format!("not-utf8: `{path}` is not saved as UTF-8, but probably as UTF-16\n");
                assert_eq!(run.out, line, "{name} {mark:?}");
            }
        }
    }
}

/// Once a register in windows-1251 was also said to be missing, and the translations of a regulation to be of nothing.
#[test]
fn a_file_in_another_encoding_is_told_alone() {
    // «тір», in the encoding of Kazakh and Russian Windows.
    let windows_1251 = b"title: \xf2\xb3\xf0\n";
    for path in [REGULATION, SERVICES, "regulations/almaty/2019-1/act.yaml", "site/pages/about.kk.md", "site/site.yaml"]
    {
        let run = check(&base_with(path, windows_1251));
        run.ends(1, &[]);
        assert_eq!(run.out, format!("not-utf8: `{path}` is not saved as UTF-8, but probably as windows-1251\n"));
    }
    let help = qadam(base_with(REGULATION, windows_1251).path(), &["build"]);
    help.ends(1, &["save it with the encoding UTF-8", "nothing was published: 1 error"]);
}

#[test]
fn a_sign_that_no_text_has_is_found_in_a_page_too() {
    let run = check(&base_with("site/pages/about.ru.md", "# О сайте\n\nтекст\u{7}\n"));
    run.ends(1, &["site/pages/about.ru.md:3:6: unprintable: the text holds the sign U+0007"]);
}

#[test]
fn a_tab_in_an_indent_is_told_at_its_place() {
    let tabbed = text().replacen("  specialist:", "\tspecialist:", 1);
    let line = tabbed.lines().position(|line| line.starts_with('\t')).unwrap() + 1;
    let said = said(&tabbed);
    assert!(said.contains("a tab stands in an indent"), "{said}");
    let near = [line - 1, line].map(|line| format!("{REGULATION}:{line}:"));
    assert!(near.iter().any(|place| said.contains(place.as_str())), "{said}");
}

#[test]
fn ten_megabytes_are_not_read() {
    for path in
        [REGULATION, SERVICES, "site/site.yaml", "site/pages/about.ru.md", "site/assets/a.png", "templates/base.html"]
    {
        let run = check(&base_with(path, vec![b'#'; 10 * 1024 * 1024]));
        run.ends(1, &[]);
        assert_eq!(run.out, format!("too-large: the file `{path}` is larger than 4 MiB\n"));
    }
}

/// Once the parser's own bound was told, in its own English, as a breach of the rules of YAML.
#[test]
fn nesting_a_thousand_deep_is_told_as_such_in_every_form() {
    let levels = |open: &str, close: &str| format!("title: {}{}\n", open.repeat(1000), close.repeat(1000));
    let block = (0..1000).fold(String::new(), |text, level| text + &" ".repeat(level) + "a:\n");
    let texts = [
        levels("[", "]"),
        levels("{a: ", "}"),
        levels("[", ""),
        levels("{? ", ""),
        "[".repeat(4_000_000),
        "- ".repeat(1000) + "a\n",
        "? ".repeat(1000) + "a\n",
        block,
    ];
    for text in texts {
        let said = said(&text);
        let shown = &text[..text.len().min(20)];
        assert!(said.contains("yaml-depth: fields and lists are nested more than 64 levels deep"), "{shown}: {said}");
        assert_eq!(said.lines().count(), 1, "{shown}: {said}");
    }
}

#[test]
fn an_alias_bomb_is_not_lit() {
    let level = |level: usize| {
        let below = format!("*a{}", level - 1);
        format!("a{level}: &a{level} [{}]\n", vec![below; 10].join(", "))
    };
    let bomb = "a0: &a0 [қадам, қадам]\n".to_owned() + &(1..40).map(level).collect::<Vec<_>>().concat();
    let said = said(&bomb);
    assert!(said.starts_with(&format!("{REGULATION}:1:5: yaml-feature: anchors")), "{said}");
    assert!(said.lines().count() <= 1000, "{}", said.lines().count());
}

#[test]
fn equal_keys_are_told_and_many_of_them_are_bounded() {
    let twice = text() + "ordinal: 2\n";
    let said_twice = said(&twice);
    assert!(said_twice.contains("duplicate-key: the field `ordinal` stands twice"), "{said_twice}");
    let many = said(text() + &"title: а\n".repeat(100_000));
    assert!(many.lines().count() <= 1000, "{}", many.lines().count());
}

/// Other ways to make work of few bytes.
#[test]
fn a_file_full_of_little_values_is_read_in_time() {
    let texts = [
        format!("title: [{}]\n", "a,".repeat(250_000)),
        format!("participants:\n{}", "  - a\n".repeat(80_000)),
        (0..40_000).fold(String::new(), |text, key| text + &format!("k{key}: a\n")),
        format!("title: \"{}", "a\n ".repeat(300_000)),
        format!("title:{}x: y\n", " ".repeat(1_000_000)),
        "#\n".repeat(500_000),
        format!("title: |\n{}", "\n".repeat(1_000_000)),
    ];
    for text in texts {
        said(text);
    }
}
