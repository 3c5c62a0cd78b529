//! The lines of acts on pages: the picture and the list beside it tell the same.

use scraper::Html;

use super::assert_none;
use super::build::{SITES, Site, all, page, site, text};

/// How a picture and its list differ.
fn faults(path: &str, page: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    for line in all(page, ".lineage") {
        let of = |selector: &str| {
            let selector = scraper::Selector::parse(selector).unwrap();
            line.select(&selector).map(text).collect::<Vec<_>>()
        };
        let mut fault = |what: String| faults.push(format!("{path}: {what}"));
        let stations = of("ol.changes > li:not(.gap)");
        let undated = of("ul.changes > li");
        if stations.len() < 2 {
            if !of("svg").is_empty() {
                fault("a picture of one station".to_owned());
            }
            continue;
        }
        let (whens, names) = (of("svg .l-when"), of("svg .l-name"));
        if whens.len() != stations.len()
            || names.len() != stations.len()
            || of("svg circle.l-full, svg circle.l-empty").len() < stations.len()
        {
            fault(format!("{} stations, {} in the picture", stations.len(), whens.len()));
        }
        for (station, (when, name)) in stations.iter().zip(whens.iter().zip(&names)) {
            if !station.contains(when.as_str()) || !station.contains(name.as_str()) {
                fault(format!("`{when}`, `{name}` stands beside `{station}`"));
            }
        }
        let gaps = of("ol.changes > .gap").len();
        if of("svg .l-break").len() != gaps || of("svg .l-gap").len() != gaps {
            fault(format!("{gaps} gaps, {} in the picture", of("svg .l-break").len()));
        }
        if undated.is_empty() && of("svg .l-heads path").len() != of("ol .deed").len() {
            fault(format!("{} deeds, {} in the picture", of("ol .deed").len(), of("svg .l-heads path").len()));
        }
        let svg = line.select(&scraper::Selector::parse("svg").unwrap()).next().unwrap();
        for name in ["aria-labelledby", "aria-describedby"] {
            let id = svg.attr(name).unwrap();
            if all(page, &format!("[id='{id}']")).len() != 1 {
                fault(format!("{name}=`{id}` names nothing"));
            }
        }
    }
    faults
}

#[test]
fn a_timeline_shows_what_the_list_beside_it_tells() {
    let mut wrong = Vec::new();
    let mut pictures = 0;
    for (path, page) in SITES.iter().flat_map(Site::pages) {
        pictures += all(&page, "svg.timeline").len();
        wrong.extend(faults(path, &page));
    }
    assert_none(&wrong);
    assert!(pictures > 100, "{pictures}");
}

#[test]
fn a_service_shows_its_predecessor_and_the_gap_before_it_in_both_languages() {
    for (lang, gap) in [("ru", "Пробел"), ("kk", "Белгісіз кезең")] {
        let page = page(&site("project").files[&format!("{lang}/services/job-seeker-registration/index.html")]);
        let items: Vec<String> =
            all(&page, "#timeline-almaty").iter().flat_map(|_| all(&page, "ol.changes > li")).map(text).collect();
        assert_eq!(items.len(), 14, "{items:#?}");
        assert!(items[10].starts_with(gap) && items[9].contains("3/539") && items[11].contains("4/496"), "{items:#?}");
        let before = "ol.changes .added a[href='../../services/unemployed-citizens-registration/index.html']";
        assert_eq!(all(&page, before).len(), 3);
        // And the other way round, with the reason.
        let other = super::build::page(
            &site("project").files[&format!("{lang}/services/unemployed-citizens-registration/index.html")],
        );
        let became: Vec<String> = all(&other, "[aria-labelledby=relations] li").into_iter().map(text).collect();
        assert!(became.len() == 2 && became.iter().all(|row| row.ends_with(']')), "{became:?}");
    }
}

#[test]
fn a_regulation_that_an_act_restated_as_a_whole_says_so() {
    let page = page(&site("project").files["ru/acts/akzhar/2012-277/06-housing-assistance/index.html"]);
    let line: Vec<String> = all(&page, ".lineage .deed").into_iter().map(text).collect();
    assert_eq!(
        line,
        [
            "№ 277 от 22 августа 2012 года (№ 277: п. 1; регламент: целиком)",
            "№ 277 от 22 августа 2012 года (№ 277: сноска)"
        ]
    );
}
