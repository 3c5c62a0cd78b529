//! Tera, with the words of each language.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use crate::diagnostic::{Code, Diagnostic};
use crate::lang::{Lang, Messages};

/// The templates in each language. Names that end in `.html` and `.xml` are escaped by Tera.
pub struct Templates(BTreeMap<Lang, Tera>);

impl std::fmt::Debug for Templates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

impl Templates {
    /// Parses the templates.
    ///
    /// # Errors
    /// Where a template is not one.
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
    pub(super) fn render<V: Serialize>(&self, lang: Lang, template: &str, view: &V) -> Result<String, Diagnostic> {
        let context = Context::from_serialize(view).map_err(|error| fault(template, &error))?;
        self.0[&lang].render(template, &context).map_err(|error| fault(template, &error))
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
    let mut reason = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        reason = format!("{reason}: {inner}");
        source = inner.source();
    }
    Diagnostic::nowhere(Code::BadTemplate).with("template", template).with("reason", reason)
}
