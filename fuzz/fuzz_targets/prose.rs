//! Any Markdown: it is refused with a place in it, or becomes well-formed HTML with the elements of Markdown alone, whose
//! links lead where their words say, by harmless schemes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qadam::diagnostic::FileId;
use qadam::lang::Lang;
use qadam::model::Prose;
use qadam::pages::prose_to_html;
use qadam::source::yaml::is_unprintable;
use qadam_fuzz::markup;

/// All that Markdown can say.
const NAMES: [&str; 32] = [
    "a",
    "a@href",
    "a@title",
    "blockquote",
    "br",
    "code",
    "code@class",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "img@alt",
    "img@src",
    "img@title",
    "li",
    "ol",
    "ol@start",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    // Such a page is not read at all.
    if text.contains(is_unprintable) {
        return;
    }
    let prose = Prose { name: "about".to_owned(), lang: Lang::Ru, file: FileId(0), text: text.to_owned() };
    match prose_to_html(&prose) {
        Err(fault) => {
            let span = fault.span.expect("a fault of a page has a place");
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} is no place in the text");
        }
        Ok(html) => {
            let seen = markup::see(&html);
            let strange: Vec<&String> = seen.names.iter().filter(|name| !NAMES.contains(&name.as_str())).collect();
            assert!(strange.is_empty(), "{strange:?} came out:\n{html}");
            assert!(seen.faults.is_empty(), "{:?}\n{html}", seen.faults);
            for link in &seen.links {
                assert_eq!(markup::bad_link(link, "ru/about/index.html"), None, "{html}");
            }
        }
    }
});
