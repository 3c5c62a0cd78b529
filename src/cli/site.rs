//! The files of a site: pages, assets, data. All at once for a build, one by one for a preview.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::pipeline::Checked;
use super::schema;
use crate::catalog::{Catalog, Comparison};
use crate::diagnostic::{Code, Diagnostic};
use crate::export::{self, Voices};
use crate::lang::Lang;
use crate::model::{Act, Regulation};
use crate::output::Site;
use crate::pages::{self, COMPARISONS, Grounds, Inputs, Pages, Rendering, Templates};

/// A file of the data.
enum Data<'a> {
    Index,
    Act(&'a Act),
    Regulation(&'a Act, &'a Regulation),
    Schema(String),
}

/// Every file of the site of a project without errors.
pub fn make_site(checked: &Checked) -> (Site, Vec<Diagnostic>) {
    let (site, _, faults) = renew_site(checked, &Grounds::default());
    (site, faults)
}

/// Every file of the site but the pages whose grounds are as they were; and the grounds of all pages.
pub(super) fn renew_site(checked: &Checked, before: &Grounds) -> (Site, Grounds, Vec<Diagnostic>) {
    let Some(settings) = &checked.site else { return (Site::default(), Grounds::default(), Vec::new()) };
    let templates = match templates(checked) {
        Ok(templates) => templates,
        Err(faults) => return (Site::default(), Grounds::default(), faults),
    };
    let catalog = Catalog::new(&checked.corpus);
    let mut diagnostics = Vec::new();
    let mut rendering = Rendering::default();
    if let Some(inputs) = inputs(checked, &catalog, &templates) {
        let (pages, faults) = Pages::new(inputs);
        diagnostics.extend(faults);
        rendering = pages.render(before);
        diagnostics.append(&mut rendering.faults);
    }
    let Rendering { mut files, as_before, grounds, .. } = rendering;
    files.extend(checked.project.assets.iter().map(|(name, bytes)| (format!("assets/{name}"), bytes.clone())));
    let data = data(&catalog);
    files.par_extend(data.par_iter().map(|(address, data)| (address.clone(), data.write(checked, &catalog))));
    let redirects = settings.redirects.iter().flat_map(|(old, new)| {
        Lang::ALL.map(|lang| (format!("{}/{old}", lang.as_str()), format!("{}/{new}", lang.as_str())))
    });
    // Which versions are compared follows from all acts together: one act more, and others are.
    let passing = Lang::ALL.map(|lang| format!("{}/{}", lang.as_str(), COMPARISONS)).to_vec();
    (Site { files, as_before, redirects: redirects.collect(), passing }, grounds, diagnostics)
}

/// The templates of a project.
pub(super) fn templates(checked: &Checked) -> Result<Templates, Vec<Diagnostic>> {
    Templates::new(&checked.project.templates, &checked.messages)
}

/// One file of the site; `None` where there is none.
pub(super) fn make_file(
    checked: &Checked,
    templates: &Templates,
    address: &str,
) -> Option<Result<Vec<u8>, Diagnostic>> {
    if let Some(name) = address.strip_prefix("assets/") {
        return checked.project.assets.get(name).cloned().map(Ok);
    }
    let catalog = Catalog::new(&checked.corpus);
    if address.starts_with("data/") {
        return data(&catalog).get(address).map(|data| Ok(data.write(checked, &catalog)));
    }
    let (pages, _) = Pages::new(inputs(checked, &catalog, templates)?);
    pages.page(address).map(|page| page.map(String::into_bytes))
}

/// The page of a comparison by itself, with its style inside.
pub(super) fn comparison_page(
    checked: &Checked,
    catalog: &Catalog<'_>,
    comparison: Comparison<'_>,
    lang: Lang,
) -> Result<String, Vec<Diagnostic>> {
    let templates = templates(checked)?;
    let Some(inputs) = inputs(checked, catalog, &templates) else {
        return Err(vec![Diagnostic::nowhere(Code::MissingFile).with("path", "site/site.yaml")]);
    };
    let sheets = ["style.css", "compare.css"].into_iter().filter_map(|name| checked.project.assets.get(name));
    let style: String = sheets.map(|sheet| String::from_utf8_lossy(sheet)).collect();
    pages::comparison_by_itself(inputs, lang, &comparison, &style).map_err(|fault| vec![fault])
}

fn inputs<'a>(checked: &'a Checked, catalog: &'a Catalog<'a>, templates: &'a Templates) -> Option<Inputs<'a>> {
    let site = checked.site.as_ref()?;
    Some(Inputs { catalog, findings: &checked.findings, site, templates, messages: &checked.messages })
}

/// The files of the data, and the schemas they keep to.
fn data<'a>(catalog: &Catalog<'a>) -> BTreeMap<String, Data<'a>> {
    let mut files = BTreeMap::from([("data/index.json".to_owned(), Data::Index)]);
    for act in &catalog.corpus.acts {
        files.insert(format!("data/{}.json", act.id), Data::Act(act));
        for regulation in &act.regulations {
            files.insert(format!("data/{}.json", regulation.id()), Data::Regulation(act, regulation));
        }
    }
    for (name, text) in schema::schemas() {
        if let Some(name) = name.strip_prefix("data-") {
            files.insert(format!("data/schema/{name}"), Data::Schema(text));
        }
    }
    files
}

impl Data<'_> {
    fn write(&self, checked: &Checked, catalog: &Catalog<'_>) -> Vec<u8> {
        let voices = Voices { ru: &checked.messages[&Lang::Ru], kk: &checked.messages[&Lang::Kk] };
        let findings = |id: &str| checked.findings.get(id).map(Vec::as_slice).unwrap_or_default();
        match self {
            Self::Index => export::index(catalog),
            Self::Act(act) => export::act(catalog, act, findings(&act.id), voices),
            Self::Regulation(act, regulation) => {
                export::regulation(catalog, act, regulation, findings(&regulation.id()), voices)
            }
            Self::Schema(text) => text.clone().into_bytes(),
        }
    }
}
