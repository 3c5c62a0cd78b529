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
