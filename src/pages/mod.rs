//! The pages: from the catalog and the findings to HTML.
//!
//! 1. For each page a view struct is filled ([`view`]): every text in the page's language, every link relative.
//! 2. Tera renders it ([`render`]). Templates only loop and branch; fixed words come from Fluent by `t(id=…)`.
//!
//! Every page has its twin in the other language at the same path with the same anchors: both are made by the same
//! code from the same values, and the language decides words only. Nothing here touches the disk.

mod acts;
mod addresses;
mod differences;
mod doubts;
mod feeds;
mod frame;
mod home;
mod labels;
mod lists;
mod prose;
mod regulation;
mod render;
mod steps;
mod summary;
mod tables;
mod tellings;
mod text;
pub mod view;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::Catalog;
use crate::diagnostic::{Code, Diagnostic};
use crate::findings::Findings;
use crate::lang::{Lang, Messages};
use crate::model::Site;
use frame::Frame;
pub use prose::prose_to_html;
pub use render::Templates;

/// What pages are made from.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    /// Everything that is encoded.
    pub catalog: &'a Catalog<'a>,
    /// The defects of the law, by document.
    pub findings: &'a Findings,
    /// The settings of the site.
    pub site: &'a Site,
    /// The templates by name.
    pub templates: &'a BTreeMap<String, String>,
    /// The messages in both languages.
    pub messages: &'a BTreeMap<Lang, std::sync::Arc<Messages>>,
}

/// A redirect from a page that is there, or to one that is not: told once for both languages.
fn bad_redirect(address: &str) -> Diagnostic {
    let value = address.split_once('/').map_or(address, |(_, rest)| rest);
    Diagnostic::nowhere(Code::BadSetting).with("setting", "redirects").with("value", value)
}

/// A finished page: its address and its text, or what is wrong with it.
type Page = (String, Result<String, Diagnostic>);

/// Makes every page, by address.
pub fn render_pages(inputs: Inputs<'_>) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    match Templates::new(inputs.templates, inputs.messages) {
        Ok(templates) => render_pages_with(inputs, &templates),
        Err(faults) => (BTreeMap::new(), faults),
    }
}

/// Makes every page with templates that are parsed already: for whoever makes more than one site with the same ones.
pub fn render_pages_with(inputs: Inputs<'_>, templates: &Templates) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    let frames: Vec<Frame<'_>> = Lang::ALL.into_iter().map(|lang| Frame::new(inputs, templates, lang)).collect();
    let mut pages: Vec<Page> = home::root_pages(inputs, templates);
    pages.extend(feeds::sitemap(inputs, templates));
    for frame in &frames {
        pages.push(home::home(frame));
        pages.extend(feeds::feed(frame));
        pages.extend(feeds::moved(frame));
        pages.extend(lists::services(frame));
        pages.extend(lists::places(frame));
        pages.push(lists::glossary(frame));
        pages.extend(prose::pages(frame));
    }
    let documents: Vec<Vec<Page>> = frames
        .par_iter()
        .flat_map(|frame| {
            inputs.catalog.corpus.acts.par_iter().flat_map(move |act| {
                let own = rayon::iter::once(vec![acts::act(frame, act)]);
                let regulations = act.regulations.par_iter().map(move |regulation| {
                    vec![regulation::regulation(frame, act, regulation), regulation::both(frame, act, regulation)]
                });
                own.chain(regulations)
            })
        })
        .collect();
    pages.extend(documents.into_iter().flatten());
    let mut files = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (address, page) in pages {
        match page {
            Ok(text) => {
                // Two pages of one address: an old address that is a page still.
                if let Some(taken) = files.insert(address.clone(), text.into_bytes()).map(|_| address) {
                    diagnostics.push(bad_redirect(&taken));
                }
            }
            Err(fault) => diagnostics.push(fault),
        }
    }
    for new in inputs.site.redirects.values() {
        let lost = Lang::ALL.into_iter().map(|lang| format!("{}/{new}", lang.as_str()));
        let lost = lost.filter(|address| !files.contains_key(address) || inputs.site.redirects.contains_key(new));
        diagnostics.extend(lost.map(|address| bad_redirect(&address)));
    }
    diagnostics.dedup();
    (files, diagnostics)
}
