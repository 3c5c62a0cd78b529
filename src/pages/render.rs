//! Tera, with the words of each language.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use crate::diagnostic::{Code, Diagnostic};
use crate::lang::{Lang, Messages};

/// A page as text, or what is wrong with it.
pub(super) type Rendered = Result<String, Diagnostic>;

/// The templates in each language. Names that end in `.html` and `.xml` are escaped by Tera.
pub struct Templates(BTreeMap<Lang, Tera>);

/// Longest page that is made, in bytes. The longest page of the corpus takes some fortieth part of it.
const MAX_PAGE: usize = 32 * 1024 * 1024;

/// A page while it is made. Its length is bounded: a template has loops.
#[derive(Debug, Default)]
struct Page(Vec<u8>);

impl io::Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_PAGE {
            return Err(io::Error::other(format!("a page of more than {} MiB", MAX_PAGE / 1024 / 1024)));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl std::fmt::Debug for Templates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

impl Templates {
    /// Parses the templates.
    ///
    /// # Errors
    /// `bad-template`, for the first that is no template.
    pub fn new(
        texts: &BTreeMap<String, String>,
        messages: &BTreeMap<Lang, Arc<Messages>>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut engines = BTreeMap::new();
        for (lang, messages) in messages {
            let mut tera = Tera::new();
            let messages = Arc::clone(messages);
            tera.register_function("t", move |words: Kwargs, _: &State<'_>| say(&messages, &words));
            let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            tera.add_raw_templates(texts).map_err(|error| vec![fault("none", &error)])?;
            engines.insert(*lang, tera);
        }
        Ok(Self(engines))
    }

    /// Renders a template with the fields of a view.
    pub(super) fn render<V: Serialize>(&self, lang: Lang, template: &str, view: &V) -> Rendered {
        let context = Context::from_serialize(view).map_err(|error| fault(template, &error))?;
        let mut page = Page::default();
        self.0[&lang].render_to(template, &context, &mut page).map_err(|error| fault(template, &error))?;
        // A template is text, and so are the values of a view.
        Ok(String::from_utf8_lossy(&page.0).into_owned())
    }
}

/// A message by its id; every other word of the call is an argument of it.
fn say(messages: &Messages, words: &Kwargs) -> TeraResult<String> {
    let id: &str = words.must_get("id")?;
    let args: Vec<(String, String)> = words
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .filter(|(name, _)| name != "id")
        .collect();
    messages.attempt(id, &args).ok_or_else(|| tera::Error::message(format!("no message `{id}`")))
}

fn fault(template: &str, error: &tera::Error) -> Diagnostic {
    let mut reason = in_one_line(&error.to_string());
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        reason = format!("{reason}: {inner}");
        source = inner.source();
    }
    Diagnostic::nowhere(Code::BadTemplate).with("template", template).with("reason", reason)
}

/// What Tera says, and where, without the lines in which it draws the place.
fn in_one_line(report: &str) -> String {
    let report = report.trim_start_matches("error: ");
    let (message, drawn) = report.split_once("--> ").unwrap_or((report, ""));
    let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
    drawn.lines().next().map_or(message.clone(), |place| format!("{message}, {place}"))
}
