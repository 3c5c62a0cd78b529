//! One language of the site: what every page needs to say itself.

use serde::Serialize;

use super::render::Rendered;
use super::view::{ActRef, Alternate, Date, Foot, Link, Mark, Page as Head, Run, State, Status, Today, Words};
use super::{Inputs, Job, addresses};
use crate::catalog::Standing;
use crate::lang::{Lang, Messages, Text};
use crate::model::{Act, ActRef as Act_, Dated, Effect, Service, Slip, Today as Today_};

/// One language of the site.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    pub inputs: Inputs<'a>,
    pub lang: Lang,
    pub messages: &'a Messages,
    job: Job<'a>,
}

/// What tells one page from another in its head and foot.
#[derive(Debug, Clone, Default)]
pub(super) struct About {
    /// Address from the folder of the language.
    pub path: String,
    pub title: String,
    pub description: Option<String>,
    pub crumbs: Vec<Link>,
    pub source: Option<super::view::Source>,
    pub encoding: Option<super::view::Encoding>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(job: Job<'a>, lang: Lang) -> Self {
        let inputs = job.inputs;
        Self { inputs, lang, messages: &inputs.messages[&lang], job }
    }

    /// The same site in another language.
    pub(super) fn in_language(&self, lang: Lang) -> Self {
        Self { lang, messages: &self.inputs.messages[&lang], ..*self }
    }

    /// Renders a page of this language.
    pub(super) fn render<V: Serialize>(&self, template: &str, view: &V) -> Rendered {
        self.job.render(self.lang, template, view)
    }

    /// Head, breadcrumbs and foot.
    pub(super) fn head(&self, about: About) -> Head {
        let site = self.inputs.site;
        let contact = site.contact.as_ref().map(|href| {
            let text = href.trim_start_matches("mailto:").trim_start_matches("https://").to_owned();
            Link { text, href: href.clone() }
        });
        Head {
            lang: self.lang.as_str().to_owned(),
            root: format!("../{}", addresses::up(&about.path)),
            site_name: self.plain(&site.name),
            title: about.title,
            description: about.description,
            canonical: self.absolute(self.lang, &about.path),
            alternates: self.alternates(&about.path),
            feed: self.absolute(self.lang, "feed.xml"),
            crumbs: about.crumbs,
            foot: Foot {
                source: about.source,
                encoding: about.encoding,
                contact,
                publisher: Some(self.plain(&site.publisher)),
                pages: super::prose::links(self, &about.path),
            },
            // A style cannot end its own element.
            style: self.job.style.map(|style| style.replace("</", "<\\/")),
            path: about.path,
        }
    }

    fn absolute(&self, lang: Lang, path: &str) -> Option<String> {
        let base = self.inputs.site.base_url.as_ref()?;
        Some(format!("{base}{}/{path}", lang.as_str()))
    }

    fn alternates(&self, path: &str) -> Vec<Alternate> {
        let of = |lang: Lang| Some(Alternate { lang: lang.as_str().to_owned(), href: self.absolute(lang, path)? });
        Lang::ALL.into_iter().filter_map(of).collect()
    }

    /// The way from the home page down to, and including, some pages: their names and addresses.
    pub(super) fn crumbs(&self, path: &str, below_home: Vec<(String, String)>) -> Vec<Link> {
        let home = (self.say("home", &[]), addresses::HOME.to_owned());
        std::iter::once(home)
            .chain(below_home)
            .map(|(text, address)| Link { text, href: format!("{}{address}", addresses::up(path)) })
            .collect()
    }

    /// A message.
    pub(super) fn say(&self, id: &str, args: &[(&str, String)]) -> String {
        self.messages.format(id, args)
    }

    /// A text in the page's language, or in the original where it is not translated.
    pub(super) fn plain(&self, text: &Text) -> String {
        text.shown(self.lang).words.to_owned()
    }

    /// A text without marks.
    pub(super) fn words(&self, text: &Text) -> Words {
        self.marked(text, &[])
    }

    /// A text with the law's slips marked, where it stands in the original.
    pub(super) fn marked(&self, text: &Text, slips: &[Slip]) -> Words {
        let shown = text.shown(self.lang);
        let slips = if shown.status.is_none() { slips } else { &[] };
        Words { lang: self.foreign(shown.lang), runs: runs(shown.words, slips) }
    }

    /// The language of a piece of text, where it is not that of the page.
    pub(super) fn foreign(&self, lang: Lang) -> Option<String> {
        (lang != self.lang).then(|| lang.as_str().to_owned())
    }

    /// A date in words.
    pub(super) fn date(&self, date: Dated) -> Option<Date> {
        Some(Date { iso: date.day()?.to_string(), text: self.say_date("date-long", date)? })
    }

    fn say_date(&self, id: &str, date: Dated) -> Option<String> {
        let day = date.day()?;
        let part = |name, value: String| (name, value);
        Some(self.say(
            id,
            &[
                part("day", day.day().to_string()),
                part("month", day.month().to_string()),
                part("year", day.year().to_string()),
            ],
        ))
    }

    /// «постановление акимата города Алматы от 25 апреля 2019 года № 2/260».
    pub(super) fn citation(&self, act: &Act_) -> String {
        self.citation_as(act, "act-citation")
    }

    /// A citation in the words of a message, or of its twin for an act whose body nobody has named.
    pub(super) fn citation_as(&self, act: &Act_, id: &str) -> String {
        let date = self.say_date("date-of", act.signed).unwrap_or_else(|| self.say("date-unknown-inside", &[]));
        let number = ("number", act.number.clone());
        match &act.body {
            Some(body) => self.say(id, &[("body", self.plain(body)), ("date", date), number]),
            None => self.say(&format!("{id}-bare"), &[("date", date), number]),
        }
    }

    /// «№ 2/260 от 25 апреля 2019 года».
    pub(super) fn short_citation(&self, act: &Act_) -> String {
        let date = self.say_date("date-of", act.signed).unwrap_or_else(|| self.say("date-unknown-inside", &[]));
        self.say("act-short", &[("date", date), ("number", act.number.clone())])
    }

    /// An act, linked from a page where it has a page of its own. The title stands only where the encoding of another
    /// act does not give it untranslated.
    pub(super) fn act_ref(&self, path: &str, act: &Act_) -> ActRef {
        let encoded = self.inputs.catalog.act(&act.id);
        let title = encoded.map(|act| &act.title).or(act.title.as_ref());
        ActRef {
            citation: self.citation(act),
            title: title.map(|title| self.words(title)),
            href: encoded.map(|act| format!("{}{}", addresses::up(path), addresses::act(&act.id))),
        }
    }

    /// How an act stands, with what holds today of a service.
    pub(super) fn status(&self, path: &str, act: &Act, service: Option<&Service>) -> Status {
        let mut status = Status {
            state: State::Unknown,
            repealed_by: None,
            since: None,
            effect: None,
            at: None,
            replaced_by: Vec::new(),
            today: service.and_then(|service| self.today(&service.today)),
        };
        if let Standing::Repealed { by, effect } = self.inputs.catalog.standing(act) {
            status.state = State::Repealed;
            status.repealed_by = Some(self.act_ref(path, by));
            status.since = effect.and_then(|effect| self.date(effect.from));
            status.effect = effect.and_then(|effect| effect.words.as_ref()).map(|words| self.words(words));
            let at = act.repealed.iter().flat_map(|repeal| &repeal.at).next();
            status.at = at.map(|anchor| {
                let labels = super::labels::Labels::new(&act.text);
                let page = format!("{}{}", addresses::up(path), addresses::act(&act.id));
                Link { text: labels.place(self, anchor), href: format!("{page}#{anchor}") }
            });
        }
        status
    }

    /// What holds today of a service.
    pub(super) fn today(&self, today: &Today_) -> Option<Today> {
        match today {
            Today_::Unknown => None,
            Today_::Known { text, source, seen } => Some(Today {
                text: self.plain(text),
                source: source.clone(),
                source_href: source.starts_with("https://").then(|| source.clone()),
                seen: self.date(*seen),
            }),
        }
    }

    /// A title or a description with how the act stands: `id` is the message that joins them by `argument`.
    pub(super) fn with_state(&self, act: &Act, id: &str, argument: &str, text: String) -> String {
        let state = match self.inputs.catalog.standing(act) {
            Standing::Repealed { .. } => "repealed",
            Standing::Unknown => "unknown",
        };
        self.say(id, &[("state", state.to_owned()), (argument, text)])
    }

    /// When something takes effect.
    pub(super) fn effect(&self, effect: &Effect) -> super::view::Effect {
        super::view::Effect {
            words: effect.words.as_ref().map(|words| self.words(words)),
            from: self.date(effect.from),
        }
    }
}

/// A text without marks that stands in the page's language.
pub(super) fn plain_words(text: impl Into<String>) -> Words {
    Words { lang: None, runs: vec![run(text.into(), Mark::Plain)] }
}

/// A piece of text.
pub(super) fn run(text: String, mark: Mark) -> Run {
    Run { text, mark, meant: None, href: None }
}

/// A text cut at the slips in it. Each slip is marked where it occurs first and is not marked already.
fn runs(text: &str, slips: &[Slip]) -> Vec<Run> {
    let mut marked: Vec<(usize, &Slip)> =
        slips.iter().filter_map(|slip| Some((text.find(&slip.words)?, slip))).collect();
    marked.sort_by_key(|(at, _)| *at);
    let mut runs = Vec::new();
    let mut done = 0;
    for (at, slip) in marked {
        if at < done {
            continue;
        }
        if at > done {
            runs.push(run(text[done..at].to_owned(), Mark::Plain));
        }
        done = at + slip.words.len();
        runs.push(Run { meant: Some(slip.meant.clone()), ..run(slip.words.clone(), Mark::Sic) });
    }
    if done < text.len() || runs.is_empty() {
        runs.push(run(text[done..].to_owned(), Mark::Plain));
    }
    runs
}
