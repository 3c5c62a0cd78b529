//! The regulations of a service beside each other, and what changed.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::assert_none;
use super::build::{SITES, Site, all, fold, page, site, text};

/// The data of the regulations of each service, by the id of the service.
fn regulations(site: &Site) -> BTreeMap<String, Vec<Value>> {
    let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (_, bytes) in site.files.iter().filter(|(path, _)| path.starts_with("data/") && path.ends_with(".json")) {
        let data: Value = serde_json::from_slice(bytes).unwrap();
        if let Some(service) = data["service"].as_str() {
            found.entry(service.to_owned()).or_default().push(data.clone());
        }
    }
    found
}

/// The page of a service in a language.
fn service(site: &Site, lang: &str, id: &str) -> Html {
    page(&site.files[&format!("{lang}/services/{id}/index.html")])
}

fn under<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

/// The cells of a row.
fn cells<'a>(page: &'a Html, row: &str) -> Vec<ElementRef<'a>> {
    all(page, &format!(".matrix .row-{row} td"))
}

/// The name of the version that a cell bears.
fn label(cell: ElementRef<'_>) -> &str {
    cell.attr("data-label").unwrap()
}

#[test]
fn a_service_is_told_once_by_a_list_or_by_a_matrix() {
    let mut faults = Vec::new();
    let mut matrices = 0;
    for site in SITES.iter() {
        for (id, regulations) in regulations(site) {
            for lang in ["kk", "ru"] {
                let page = service(site, lang, &id);
                let mut wrong = |what: &str| faults.push(format!("{}: {lang}: {id}: {what}", site.name));
                let lists = all(&page, "section[aria-labelledby=regulations] ul.rows").len();
                let shown = all(&page, ".matrix").len();
                if lists + shown != 1 || (regulations.len() > 1 && shown == 0) {
                    wrong("neither one list nor one matrix");
                }
                if shown == 0 {
                    continue;
                }
                matrices += 1;
                let heads: Vec<String> = all(&page, ".matrix thead th").into_iter().map(text).collect();
                // Beside its own stand those of the service from which it came.
                let is_enough = heads.len() >= regulations.len().max(2);
                if !is_enough || heads.iter().collect::<BTreeSet<_>>().len() != heads.len() {
                    wrong(&format!("columns {heads:?}"));
                }
                for row in all(&page, ".matrix tbody tr") {
                    let labels: Vec<&str> = under(row, "td").into_iter().map(label).collect();
                    if labels != heads || under(row, "th[scope=row]").len() != 1 {
                        wrong(&format!("row {labels:?}"));
                    }
                }
                for regulation in &regulations {
                    let address = format!(
                        "acts/{}/{}/index.html",
                        regulation["act"].as_str().unwrap(),
                        regulation["id"].as_str().unwrap()
                    );
                    let links = all(&page, ".matrix .row-regulation td > p:first-child a");
                    let here = links.iter().filter(|link| link.attr("href").unwrap().ends_with(&address));
                    if here.count() != 1 {
                        wrong(&format!("{address} is not linked once"));
                    }
                }
            }
        }
    }
    assert_none(&faults);
    assert!(matrices > 20, "{matrices} matrices");
}

/// What the data say of a regulation stands in its column, word for word, also where the page folds it; and where the data
/// say nothing, so does the page.
#[test]
fn the_matrix_says_what_the_data_say() {
    let mut faults = Vec::new();
    for site in SITES.iter() {
        for (id, regulations) in regulations(site).into_iter().filter(|(_, regulations)| regulations.len() > 1) {
            for lang in ["kk", "ru"] {
                let page = service(site, lang, &id);
                let none = if lang == "ru" {
                    "акт не указывает"
                } else {
                    "актіде көрсетілмеген"
                };
                let links = all(&page, ".matrix .row-regulation td > p:first-child a");
                let address = |index: usize| links[index].attr("href").unwrap();
                for regulation in &regulations {
                    let own = format!(
                        "{}/{}/index.html",
                        regulation["act"].as_str().unwrap(),
                        regulation["id"].as_str().unwrap()
                    );
                    let column = (0..links.len()).find(|index| address(*index).ends_with(&own)).unwrap();
                    for row in ["provider", "channels", "terms", "form", "result", "fee"] {
                        let facts = &regulation["passport"][if row == "terms" { "limits" } else { row }];
                        let facts = facts.as_array().into_iter().flatten();
                        let facts: Vec<&Value> =
                            facts.filter(|fact| row != "terms" || fact["kind"] == "overall").collect();
                        let shown = text(cells(&page, row)[column]).replace(" … … ", " ");
                        let is_stated = facts.iter().any(|fact| fact["refers"] != true);
                        let none = match (lang, row) {
                            ("kk", "terms") => "актіде жалпы мерзім көрсетілмеген",
                            _ => none,
                        };
                        if shown.contains(none) == is_stated {
                            faults.push(format!("{lang}: {own}: {row}: {shown}"));
                        }
                        for fact in facts {
                            let original = regulation["language"].as_str().unwrap();
                            let words = fact["text"][lang].as_str().or(fact["text"][original].as_str()).unwrap();
                            if !words.is_empty() && !shown.contains(&format!("«{}»", fold(words))) {
                                faults.push(format!("{lang}: {own}: {row}: «{words}» is not in {shown}"));
                            }
                        }
                    }
                }
            }
        }
    }
    assert_none(&faults);
}

/// What is said of each line of a row: the version, the channels, the rank.
fn ranks(id: &str, row: &str) -> Vec<[String; 3]> {
    let page = service(site("project"), "ru", id);
    let mut found = Vec::new();
    for cell in cells(&page, row) {
        for line in under(cell, ".line") {
            let said = |selector: &str| under(line, selector).into_iter().map(text).collect::<Vec<_>>().join(" ");
            found.push([label(cell).to_owned(), said(".scope"), said(".rank")]);
        }
    }
    found
}

#[test]
fn the_longest_term_is_named_where_terms_can_be_compared() {
    let terms = |id: &str| ranks(id, "terms");
    let (almaty, akzhar) = ("Алматы, 2014", "Акжарский район, 2012");
    let (provider, centre) = ("у услугодателя:", "через центр обслуживания населения:");
    // Seven working days against ten, Karaganda names no term; nobody else names one for the way through the akim.
    assert_eq!(
        terms("child-allowance"),
        [
            [almaty, "у услугодателя, через центр обслуживания населения:", "[короче всего из 2, где это названо]"],
            [akzhar, provider, "[дольше всего из 2, где это названо]"],
            [akzhar, "через акима:", "[других не названо]"],
            [akzhar, centre, "[дольше всего из 2, где это названо]"],
        ]
    );
    // Five working days against ten calendar days.
    let not = "[с другими не сравнить]";
    let found = terms("unemployed-citizens-registration");
    let both = "у услугодателя, через центр обслуживания населения:";
    assert!(found.contains(&[almaty, both, not].map(str::to_owned)), "{found:?}");
    assert!(found.contains(&[akzhar, provider, not].map(str::to_owned)), "{found:?}");
    // Three working days, and more, against fifteen minutes.
    let found = terms("unemployed-certificates");
    assert!(found.contains(&["Акмолинская область, 2011", centre, "[дольше всего]"].map(str::to_owned)), "{found:?}");
    // Terms for cases stand beside no others.
    let found = terms("foreign-labour-permit");
    assert!(found.len() == 7 && found.iter().all(|[_, _, rank]| rank.is_empty()), "{found:?}");
    // Steps are more or fewer, whoever takes longer.
    assert!(ranks("child-allowance", "steps").contains(&[almaty, provider, "[больше всего]"].map(str::to_owned)));
}

/// The kind, the date and the acts of everything that the home page says to have changed.
fn changes(site: &Site, lang: &str) -> Vec<(Option<String>, String)> {
    let home = page(&site.files[&format!("{lang}/index.html")]);
    let one = |change: ElementRef<'_>| {
        let time = under(change, ".when time").first().and_then(|time| time.attr("datetime")).map(str::to_owned);
        (time, text(under(change, "p:nth-child(2)")[0]))
    };
    all(&home, "section[aria-labelledby=changes] .changes li").into_iter().map(one).collect()
}

#[test]
fn the_home_page_tells_all_that_is_known_to_have_changed() {
    for site in SITES.iter() {
        let days: Vec<Option<String>> = changes(site, "ru").into_iter().map(|(day, _)| day).collect();
        assert!(
            !days.is_empty() && days.is_sorted_by(|a, b| a >= b),
            "{}: newest first, then the undated: {days:?}",
            site.name
        );
        assert_eq!(days, changes(site, "kk").into_iter().map(|(day, _)| day).collect::<Vec<_>>());
    }
    let found = changes(site("project"), "ru");
    let told = |day: &str, kind: &str, act: &str, by: Option<&str>| {
        found
            .iter()
            .filter(|(on, what)| {
                let (first, rest) =
                    what.split_once(" Каким актом: ").map_or((what.as_str(), None), |(a, b)| (a, Some(b)));
                on.as_deref() == Some(day)
                    && first.starts_with(kind)
                    && first.split('«').next().unwrap().trim_end().trim_end_matches('.').ends_with(act)
                    && rest.is_some() == by.is_some()
                    && by.is_none_or(|by| rest.unwrap().ends_with(by))
            })
            .count()
    };
    // What the act itself says, what its amended points say, and what it says of acts whose texts are not here.
    let cases = [
        ("2020-10-20", "Утрата силы", "№ 2/260", Some("№ 4/438")),
        ("2019-04-25", "Изменение", "№ 4/496", Some("№ 2/260")),
        ("2019-04-25", "Принятие", "№ 2/260", None),
        ("2017-11-30", "Принятие", "№ 4/496", None),
        ("2014-10-28", "Изменение", "№ 2/236", Some("№ 4/886")),
        ("2014-04-11", "Утрата силы", "№ 1/230", Some("№ 2/236")),
        ("2013-02-04", "Изменение", "№ 277", Some("№ 39")),
        ("2012-09-27", "Изменение", "№ 277", Some("№ 320")),
        ("2012-11-01", "Изменение", "№ А-11/491", Some("№ А-12/517")),
        ("2012-03-30", "Принятие", "№ 1/231", None),
    ];
    for (day, kind, act, by) in cases {
        assert_eq!(told(day, kind, act, by), 1, "{kind}: {act} on {day} by {by:?}: {found:#?}");
    }
    let home = page(&site("project").files["ru/index.html"]);
    let folded = all(&home, "section[aria-labelledby=changes] details .changes li").len();
    assert_eq!(found.len() - folded, 8, "the newest stand open, the others are folded");
    let once: BTreeSet<_> = found.iter().collect();
    assert_eq!(once.len(), found.len(), "each is told once");
}

#[test]
fn the_feed_tells_what_the_home_page_tells() {
    let site = site("golden");
    let atom = "http://www.w3.org/2005/Atom";
    for lang in ["kk", "ru"] {
        let feed = String::from_utf8(site.files[&format!("{lang}/feed.xml")].clone()).unwrap();
        let feed = roxmltree::Document::parse(&feed).unwrap();
        let said = |entry: roxmltree::Node<'_, '_>, name: &str| {
            let child = entry.children().find(|child| child.has_tag_name((atom, name)));
            child.and_then(|child| child.text()).map(fold)
        };
        let entries = feed.descendants().filter(|node| node.has_tag_name((atom, "entry")));
        let entries: Vec<[Option<String>; 2]> = entries
            .map(|entry| [said(entry, "updated").map(|day| day[..10].to_owned()), said(entry, "summary")])
            .collect();
        let home: Vec<(Option<String>, String)> =
            changes(site, lang).into_iter().filter(|(day, _)| day.is_some()).collect();
        assert_eq!(entries.len(), home.len());
        for ([day, by], (on, what)) in entries.iter().zip(&home) {
            assert_eq!(day, on);
            assert!(by.as_ref().is_none_or(|by| what.ends_with(by.as_str())), "{by:?}: {what}");
        }
        assert!(entries.iter().any(|[_, by]| by.is_some()));
    }
}
