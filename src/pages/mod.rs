//! The pages: from the catalog and the findings to HTML.
//!
//! 0. [`plan`] says which pages there are: the address of each, and what it is about. A page is made when it is asked for.
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
mod plan;
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
use crate::diagnostic::Diagnostic;
use crate::findings::Findings;
use crate::lang::{Lang, Messages};
use crate::model::Site;
use plan::Subject;

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
    /// The templates.
    pub templates: &'a Templates,
    /// The messages in both languages.
    pub messages: &'a BTreeMap<Lang, std::sync::Arc<Messages>>,
}

/// Every page of a site, made or not made yet.
#[derive(Debug)]
pub struct Pages<'a> {
    inputs: Inputs<'a>,
    plan: BTreeMap<String, Subject<'a>>,
}

impl<'a> Pages<'a> {
    /// The pages of a site, none of them made; with the redirects that lead from a page or to none.
    pub fn new(inputs: Inputs<'a>) -> (Self, Vec<Diagnostic>) {
        let (plan, faults) = plan::plan(inputs);
        (Self { inputs, plan }, faults)
    }

    /// The addresses, sorted.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.plan.keys().map(String::as_str)
    }

    /// Makes the page at an address; `None` where there is none.
    pub fn page(&self, address: &str) -> Option<Result<String, Diagnostic>> {
        self.plan.get(address).map(|subject| subject.render(self.inputs))
    }

    /// Makes every page.
    pub fn render(&self) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
        let rendered: Vec<(&String, Result<String, Diagnostic>)> =
            self.plan.par_iter().map(|(address, subject)| (address, subject.render(self.inputs))).collect();
        let mut files = BTreeMap::new();
        let mut diagnostics = Vec::new();
        for (address, page) in rendered {
            match page {
                Ok(text) => drop(files.insert(address.clone(), text.into_bytes())),
                Err(fault) => diagnostics.push(fault),
            }
        }
        diagnostics.dedup();
        (files, diagnostics)
    }
}
