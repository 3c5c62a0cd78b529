//! The pages: from the catalog and the findings to HTML.
//!
//! 0. [`plan`] says which pages there are: the address of each, and what it is about. A page is made when it is asked for.
//! 1. For each page a view struct is filled ([`view`]): every text in the page's language, every link relative.
//! 2. Tera renders it ([`render`]). Templates only loop and branch; fixed words come from Fluent by `t(id=…)`.
//!
//! Every page has its twin in the other language at the same path with the same anchors: both are made by the same
//! code from the same values, and the language decides words only. Nothing here touches the disk.

mod acts;
mod address_lists;
mod addresses;
mod book;
mod changes;
mod columns;
mod comparison;
mod diagrams;
mod differences;
mod doubts;
mod editions;
mod feeds;
mod frame;
mod home;
mod labels;
mod lineage;
mod lists;
mod matrix;
mod phones;
mod plan;
mod prose;
mod ranks;
mod regulation;
mod render;
mod steps;
mod summary;
mod sums;
mod tables;
mod tellings;
mod text;
pub mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use blake3::Hash;
use rayon::prelude::*;
use serde::Serialize;

use crate::catalog::{Catalog, Comparison};
use crate::diagnostic::Diagnostic;
use crate::findings::Findings;
use crate::lang::{Lang, Messages};
use crate::model::Site;
use frame::Frame;
use plan::Subject;
use render::{Made, Rendered};

pub use addresses::COMPARISONS;
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

/// What pages are made of, by address: a digest of the view, the template and the words. Pages of the same ground are
/// the same to the byte.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grounds(pub BTreeMap<String, Hash>);

/// The pages of a site.
#[derive(Debug, Default)]
pub struct Rendering {
    /// Those that were made, by address.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The addresses of those that are as they were.
    pub as_before: BTreeSet<String>,
    /// What all of them are made of.
    pub grounds: Grounds,
    /// What is wrong with the others.
    pub faults: Vec<Diagnostic>,
}

/// One page in the making.
#[derive(Debug, Clone, Copy)]
struct Job<'a> {
    inputs: Inputs<'a>,
    /// What it was made of before, if it was there.
    before: Option<Hash>,
    /// Where it is noted what it is made of, if somebody wants to know.
    ground: Option<&'a OnceLock<Hash>>,
    /// The style that a page by itself carries; a page of a site links to it.
    style: Option<&'a str>,
}

impl Job<'_> {
    /// Renders the page, unless it would be made of what it was made of before.
    fn render<V: Serialize>(&self, lang: Lang, template: &str, view: &V) -> Rendered {
        let ground = self.ground.and_then(|noted| {
            let ground = self.inputs.templates.ground(lang, template, view)?;
            Some(*noted.get_or_init(|| ground))
        });
        if ground.is_some() && ground == self.before {
            return Ok(Made::AsBefore);
        }
        self.inputs.templates.render(lang, template, view).map(Made::New)
    }
}

/// The page of any comparison, which stands by itself: it carries its style. Its links lead where those of the same page in
/// the site do.
///
/// # Errors
/// `bad-template`.
pub fn comparison_by_itself(
    inputs: Inputs<'_>,
    lang: Lang,
    comparison: &Comparison<'_>,
    style: &str,
) -> Result<String, Diagnostic> {
    let job = Job { inputs, before: None, ground: None, style: Some(style) };
    match comparison::comparison(&Frame::new(job, lang), comparison)? {
        Made::New(page) => Ok(page),
        // Nobody asked what it was made of before.
        Made::AsBefore => Ok(String::new()),
    }
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
        let subject = self.plan.get(address)?;
        match subject.render(Job { inputs: self.inputs, before: None, ground: None, style: None }) {
            Ok(Made::New(text)) => Some(Ok(text)),
            Ok(Made::AsBefore) => None,
            Err(fault) => Some(Err(fault)),
        }
    }

    /// Makes every page, but those that are made already of the same.
    pub fn render(&self, before: &Grounds) -> Rendering {
        let make = |(address, subject): (&String, &Subject<'_>)| {
            let ground = OnceLock::new();
            let job =
                Job { inputs: self.inputs, before: before.0.get(address).copied(), ground: Some(&ground), style: None };
            let page = subject.render(job);
            (address.clone(), page, ground.into_inner())
        };
        let made: Vec<(String, Rendered, Option<Hash>)> = self.plan.par_iter().map(make).collect();
        let mut rendering = Rendering::default();
        for (address, page, ground) in made {
            rendering.grounds.0.extend(ground.map(|ground| (address.clone(), ground)));
            match page {
                Ok(Made::New(text)) => drop(rendering.files.insert(address, text.into_bytes())),
                Ok(Made::AsBefore) => drop(rendering.as_before.insert(address)),
                Err(fault) => rendering.faults.push(fault),
            }
        }
        rendering.faults.dedup();
        rendering
    }
}
