//! Tera, with the words of each language.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, Write as _};
use std::sync::Arc;

use blake3::{Hash, Hasher};
use serde::{Deserialize, Serialize};
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::{Code, Diagnostic};
use crate::diagram::{Phrase, Sketch, Svg, Timeline, Words};
use crate::lang::{Lang, Messages};

/// A page, or what is wrong with it.
pub(super) type Rendered = Result<Made, Diagnostic>;

/// A page that was asked for.
#[derive(Debug)]
pub(super) enum Made {
    /// Its text.
    New(String),
    /// What it would be made of is what it was made of before.
    AsBefore,
}

/// The templates in each language. Names that end in `.html` and `.xml` are escaped by Tera.
pub struct Templates {
    engines: BTreeMap<Lang, Tera>,
    /// What a page of a template depends on besides its view: the program, the templates, the words of the language.
    grounds: BTreeMap<(Lang, String), Hash>,
}

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
        f.debug_list().entries(self.engines.keys()).finish()
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
            tera.register_function("diagram", |args: Kwargs, _: &State<'_>| drawn(&args));
            tera.register_function("timeline", |args: Kwargs, _: &State<'_>| timeline(&args));
            let spoken = Arc::clone(&messages);
            tera.register_function("sheets", move |args: Kwargs, _: &State<'_>| sheets(&spoken, &args));
            tera.register_function("t", move |words: Kwargs, _: &State<'_>| say(&messages, &words));
            let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            tera.add_raw_templates(texts).map_err(|error| vec![fault("none", &error)])?;
            engines.insert(*lang, tera);
        }
        Ok(Self { engines, grounds: grounds(texts, messages) })
    }

    /// What a page is made of: its digest tells it from all others.
    pub(super) fn ground<V: Serialize>(&self, lang: Lang, template: &str, view: &V) -> Option<Hash> {
        let mut hasher = BufWriter::with_capacity(16 * 1024, Hasher::new());
        hasher.write_all(self.grounds.get(&(lang, template.to_owned()))?.as_bytes()).ok()?;
        serde_json::to_writer(&mut hasher, view).ok()?;
        hasher.into_inner().ok().map(|hasher| hasher.finalize())
    }

    /// Renders a template with the fields of a view.
    pub(super) fn render<V: Serialize>(&self, lang: Lang, template: &str, view: &V) -> Result<String, Diagnostic> {
        let context = Context::from_serialize(view).map_err(|error| fault(template, &error))?;
        let mut page = Page::default();
        self.engines[&lang].render_to(template, &context, &mut page).map_err(|error| fault(template, &error))?;
        // A template is text, and so are the values of a view.
        Ok(String::from_utf8_lossy(&page.0).into_owned())
    }
}

/// For each template and language, the digest of all that its pages are made by.
///
/// Which templates a template uses is read from their names in it: to extend and to include, Tera takes names that are
/// written out. One name too many, as in a comment, costs a page that is made for nothing; components are used without
/// the name of their file, so each template depends on all of them.
fn grounds(
    texts: &BTreeMap<String, String>,
    messages: &BTreeMap<Lang, Arc<Messages>>,
) -> BTreeMap<(Lang, String), Hash> {
    let is_shared = |text: &str| text.contains("{% component") || text.contains("{%- component");
    let shared: Vec<&String> = texts.iter().filter(|(_, text)| is_shared(text)).map(|(name, _)| name).collect();
    let mut grounds = BTreeMap::new();
    for template in texts.keys() {
        let mut used = BTreeSet::new();
        let mut found = [&[template][..], &shared].concat();
        while let Some(name) = found.pop() {
            if used.insert(name) {
                found.extend(texts.keys().filter(|other| texts[name].contains(other.as_str())));
            }
        }
        for (lang, messages) in messages {
            let mut hasher = Hasher::new();
            hasher.update(env!("QADAM_PROGRAM").as_bytes()).update(lang.as_str().as_bytes());
            hasher.update(messages.digest().as_bytes());
            for name in &used {
                hasher.update(blake3::hash(name.as_bytes()).as_bytes());
                hasher.update(blake3::hash(texts[*name].as_bytes()).as_bytes());
            }
            hasher.update(blake3::hash(template.as_bytes()).as_bytes());
            grounds.insert((*lang, template.clone()), hasher.finalize());
        }
    }
    grounds
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

/// What `diagram(of=…)` is given.
#[derive(Deserialize)]
struct Drawn {
    of: Sketch,
}

/// A picture as SVG.
#[derive(Serialize)]
struct Drawing {
    /// Id of its element.
    id: String,
    svg: Value,
    /// The width in pixels below which nobody could read it.
    least: i32,
    /// The signs in it, for its legend.
    signs: Vec<&'static str>,
    /// Of a sheet of paper: it lies on its long side.
    landscape: bool,
}

impl Drawing {
    fn new(sketch: &Sketch, landscape: bool) -> Self {
        let Svg { text, least, signs } = sketch.svg();
        // Between shapes white space says nothing, and every piece of it would be a node of the page.
        let text = text.replace(">\n<", "><");
        Self { id: sketch.id.clone(), svg: Value::safe_string(&text), least, signs, landscape }
    }
}

/// A diagram. It is drawn where a page is made: pages that stay as they are cost no drawing.
fn drawn(args: &Kwargs) -> TeraResult<Value> {
    Value::try_from_serializable(&Drawing::new(&args.deserialize::<Drawn>()?.of, false))
}

/// What `timeline(of=…)` is given.
#[derive(Deserialize)]
struct Lined {
    of: Timeline,
}

/// A timeline as SVG.
fn timeline(args: &Kwargs) -> TeraResult<Value> {
    Ok(Value::safe_string(&args.deserialize::<Lined>()?.of.svg()))
}

/// What `sheets(of=…, other=…)` is given: a diagram, and its words in the other language.
#[derive(Deserialize)]
struct Dealt {
    of: Sketch,
    other: Words,
}

/// A diagram on sheets of paper.
fn sheets(messages: &Messages, args: &Kwargs) -> TeraResult<Value> {
    let Dealt { of, other } = args.deserialize()?;
    let connector = |letter: &str, sheets: &[usize]| {
        let sheets: Vec<String> = sheets.iter().map(ToString::to_string).collect();
        let args = [("letter", letter.to_owned()), ("sheets", sheets.join(", "))];
        Phrase { text: messages.format("diagram-connector", &args), lang: None }
    };
    let sheets = of.sheets(&other, &connector);
    let drawn = sheets.iter().map(|sheet| Drawing::new(&sheet.sketch, sheet.landscape));
    Value::try_from_serializable(&drawn.collect::<Vec<_>>())
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
