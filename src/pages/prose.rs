//! Pages in Markdown. Raw HTML is refused, and so is a link whose scheme is not on the list.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::frame::{About, Frame};
use super::view::ProsePage;
use super::{Page, addresses};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::model::Prose;

/// The pages of prose in the frame's language.
pub(super) fn pages(frame: &Frame<'_>) -> Vec<Page> {
    frame.inputs.site.prose.iter().filter(|prose| prose.lang == frame.lang).map(|prose| page(frame, prose)).collect()
}

fn page(frame: &Frame<'_>, prose: &Prose) -> Page {
    let path = addresses::prose(&prose.name);
    match to_html(prose) {
        Ok((title, html)) => {
            let about =
                About { title, crumbs: frame.crumbs(&path, Vec::new()), path: path.clone(), ..About::default() };
            frame.render("prose.html", &path, &ProsePage { page: frame.head(about), html })
        }
        Err(fault) => (format!("{}/{path}", frame.lang.as_str()), Err(fault)),
    }
}

/// The first heading as plain text, and the page as HTML.
fn to_html(prose: &Prose) -> Result<(String, String), Diagnostic> {
    let mut title = String::new();
    let mut in_title = false;
    let mut events = Vec::new();
    for (event, range) in Parser::new_ext(&prose.text, Options::ENABLE_TABLES).into_offset_iter() {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let place = Span { file: prose.file, start: offset(range.start), end: offset(range.end) };
        match &event {
            Event::Html(_) | Event::InlineHtml(_) => return Err(Diagnostic::new(Code::RawHtml, place)),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if !is_allowed(dest_url) => {
                return Err(Diagnostic::new(Code::BadLink, place).with("link", dest_url.to_string()));
            }
            Event::Start(Tag::Heading { .. }) => in_title = title.is_empty(),
            Event::End(TagEnd::Heading(_)) => in_title = false,
            Event::Text(text) | Event::Code(text) if in_title => title.push_str(text),
            _ => {}
        }
        events.push(event);
    }
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    Ok((title, html))
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

    fn html(text: &str) -> Result<(String, String), Code> {
        let prose = Prose { name: "about".to_owned(), lang: Lang::Ru, file: FileId(0), text: text.to_owned() };
        to_html(&prose).map_err(|fault| fault.code)
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let (title, html) = html("# О *сайте*\n\nТекст <https://example.org>.\n\n## Дальше").unwrap();
        assert_eq!(title, "О сайте");
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
    fn text_that_looks_like_html_is_escaped() {
        let (_, html) = html("# a\n\n`<b>` & \\<i>").unwrap();
        assert!(html.contains("&lt;b&gt;") && html.contains("&amp;") && html.contains("&lt;i&gt;"), "{html}");
    }
}
