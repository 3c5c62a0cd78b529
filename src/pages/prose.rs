//! Pages in Markdown. Raw HTML is refused, and so is a link whose scheme is not on the list.

use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

use super::addresses;
use super::frame::{About, Frame};
use super::render::Rendered;
use super::view::{Link, ProsePage};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::model::Prose;

/// Links to them from a page, by their titles.
pub(super) fn links(frame: &Frame<'_>, path: &str) -> Vec<Link> {
    let own = frame.inputs.site.prose.iter().filter(|prose| prose.lang == frame.lang);
    own.map(|prose| Link {
        text: title(&prose.text),
        href: format!("{}{}", addresses::up(path), addresses::prose(&prose.name)),
    })
    .collect()
}

/// The first heading, as plain text.
fn title(markdown: &str) -> String {
    let heading = Parser::new_ext(markdown, Options::ENABLE_TABLES)
        .skip_while(|event| !matches!(event, Event::Start(Tag::Heading { .. })))
        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let words = heading.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.into_string()),
        _ => None,
    });
    words.collect()
}

/// A page of prose.
pub(super) fn page(frame: &Frame<'_>, prose: &Prose) -> Rendered {
    let path = addresses::prose(&prose.name);
    let html = prose_to_html(prose)?;
    let title = title(&prose.text);
    let about = About { title, crumbs: frame.crumbs(&path, Vec::new()), path, ..About::default() };
    frame.render("prose.html", &ProsePage { page: frame.head(about), html })
}

/// A page of prose as HTML.
///
/// # Errors
/// Where raw HTML stands in it, or a link whose scheme is not on the list.
pub fn prose_to_html(prose: &Prose) -> Result<String, Diagnostic> {
    let mut events = Vec::new();
    for (event, range) in Parser::new_ext(&prose.text, Options::ENABLE_TABLES).into_offset_iter() {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let place = Span { file: prose.file, start: offset(range.start), end: offset(range.end) };
        match &event {
            Event::Html(_) | Event::InlineHtml(_) => return Err(Diagnostic::new(Code::RawHtml, place)),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if !is_allowed(dest_url) => {
                return Err(Diagnostic::new(Code::BadLink, place).with("link", dest_url.to_string()));
            }
            _ => {}
        }
        events.push(unaligned(event));
    }
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    Ok(html)
}

/// A table says by an inline style how its columns are aligned, and the policy of the pages forbids those.
fn unaligned(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Table(columns)) => Event::Start(Tag::Table(vec![Alignment::None; columns.len()])),
        event => event,
    }
}

/// Links inside the site, and those whose scheme is harmless.
fn is_allowed(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '#', '?']));
    match scheme {
        Some(scheme) => matches!(scheme.to_ascii_lowercase().as_str(), "https" | "http" | "mailto"),
        None => !link.starts_with("//"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::lang::Lang;

    fn html(text: &str) -> Result<String, Code> {
        let prose = Prose { name: "about".to_owned(), lang: Lang::Ru, file: FileId(0), text: text.to_owned() };
        prose_to_html(&prose).map_err(|fault| fault.code)
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let text = "# О *сайте*\n\nТекст <https://example.org>.\n\n## Дальше";
        let html = html(text).unwrap();
        assert_eq!(title(text), "О сайте");
        assert!(html.starts_with("<h1>О <em>сайте</em></h1>"));
    }

    #[test]
    fn raw_html_is_refused_in_blocks_and_in_lines() {
        assert_eq!(html("<script>alert(1)</script>").err(), Some(Code::RawHtml));
        assert_eq!(html("text <b onclick=x>bold</b>").err(), Some(Code::RawHtml));
    }

    #[test]
    fn only_harmless_schemes_are_linked() {
        for link in ["https://a.kz", "mailto:a@b.kz", "../glossary/index.html", "#p1", "a/b:c"] {
            assert!(html(&format!("[x]({link})")).is_ok(), "{link}");
        }
        for link in ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc"]
        {
            assert_eq!(html(&format!("[x]({link})")).err(), Some(Code::BadLink), "{link}");
        }
    }

    #[test]
    fn an_aligned_table_has_no_inline_style() {
        let html = html("| a | b |\n|:--|--:|\n| 1 | 2 |").unwrap();
        assert!(html.contains("<th>a</th><th>b</th>") && !html.contains("style"), "{html}");
    }

    #[test]
    fn text_that_looks_like_html_is_escaped() {
        let html = html("# a\n\n`<b>` & \\<i>").unwrap();
        assert!(html.contains("&lt;b&gt;") && html.contains("&amp;") && html.contains("&lt;i&gt;"), "{html}");
    }
}
