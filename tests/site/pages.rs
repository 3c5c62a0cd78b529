//! What holds for every page, and what a page of a regulation has to say.

use std::io::Write as _;

use serde_json::{Value, json};

use super::assert_none;
use super::build::{SITES, all, fixture, fold, lawful_text, page, printed_text, site, text};
use super::support::binary::Call;
use super::support::folders::{copy, put};

/// Most bytes of a page, most nodes of a page, as browsers and their audits count them (elements): budgets of the design.
const MOST_BYTES: usize = 600_000;
const MOST_NODES: usize = 10_000;
/// Most bytes of a regulation's page, compressed, with the style that it needs.
const MOST_COMPRESSED: usize = 60 * 1024;

#[test]
fn no_page_has_scripts_or_styles_of_its_own() {
    let mut faults = Vec::new();
    for site in SITES.iter() {
        for (path, page) in site.pages() {
            for element in all(&page, "script") {
                let file = element.attr("src").is_some_and(|src| src.trim_start_matches("../") == "assets/filter.js");
                let words = element.text().any(|text| !text.trim().is_empty());
                let has_list = path.ends_with("/addresses/index.html") || path.ends_with("/glossary/index.html");
                if !file || words || !has_list {
                    faults.push(format!("{}: {path}: a script of its own", site.name));
                }
            }
            for element in all(&page, "style, iframe, object, embed, form, base") {
                faults.push(format!("{}: {path}: <{}>", site.name, element.value().name()));
            }
            for element in all(&page, "*") {
                let own = |name: &str| name == "style" || name.starts_with("on");
                faults.extend(
                    element.value().attrs().filter(|(name, _)| own(name)).map(|(name, _)| format!("{path}: {name}=")),
                );
            }
            let policy = all(&page, "meta[http-equiv=Content-Security-Policy]");
            let strict =
                policy.first().is_some_and(|meta| meta.attr("content").unwrap().contains("default-src 'none'"));
            if !strict && !path.contains("2018-1") {
                faults.push(format!("{}: {path} has no strict policy", site.name));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn pages_have_one_title_one_main_heading_and_no_gap_between_headings() {
    let mut faults = Vec::new();
    for site in SITES.iter() {
        for (path, page) in site.pages().filter(|(path, _)| !path.contains("2018-1")) {
            let headings: Vec<u32> = all(&page, "h1, h2, h3, h4, h5, h6")
                .iter()
                .map(|heading| heading.value().name()[1..].parse().unwrap())
                .collect();
            if headings.iter().filter(|level| **level == 1).count() != 1 || headings.first() != Some(&1) {
                faults.push(format!("{}: {path}: headings {headings:?}", site.name));
            }
            faults.extend(
                headings
                    .windows(2)
                    .filter(|pair| pair[1] > pair[0] + 1)
                    .map(|pair| format!("{}: {path}: h{} after h{}", site.name, pair[1], pair[0])),
            );
            if all(&page, "title").iter().all(|title| text(*title).is_empty()) || all(&page, "main").len() != 1 {
                faults.push(format!("{}: {path}: no title or no main part", site.name));
            }
            let empty = all(&page, "a, h1, h2, h3, h4, th, caption, dt, summary, li").into_iter();
            faults.extend(
                empty
                    .filter(|element| text(*element).is_empty())
                    .map(|element| format!("{}: {path}: empty {}", site.name, element.html())),
            );
        }
    }
    assert_none(&faults);
}

#[test]
fn pages_keep_to_their_budget() {
    for site in SITES.iter() {
        for (path, page) in site.pages() {
            let (bytes, nodes) =
                (site.files[path].len(), page.tree.nodes().filter(|node| node.value().is_element()).count());
            assert!(bytes <= MOST_BYTES && nodes <= MOST_NODES, "{path}: {bytes} bytes, {nodes} nodes");
        }
    }
}

#[test]
fn a_regulation_is_light_on_a_phone() {
    let compressed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    for site in SITES.iter() {
        let pages = ["ru", "kk"]
            .into_iter()
            .flat_map(|lang| regulations(site).into_iter().map(move |(id, _)| format!("{lang}/acts/{id}/index.html")));
        for path in pages {
            let text = String::from_utf8_lossy(&site.files[&path]);
            let styles =
                site.files.iter().filter(|(name, _)| name.ends_with(".css") && text.contains(&format!("/{name}\"")));
            let weight = compressed(&site.files[&path]) + styles.map(|(_, style)| compressed(style)).sum::<usize>();
            assert!(weight <= MOST_COMPRESSED, "{}: {path}: {weight} bytes, compressed", site.name);
        }
    }
}

/// No message was left without its words, and no value without its place.
#[test]
fn no_page_shows_the_name_of_a_message_or_a_hole() {
    let mut faults = Vec::new();
    for site in SITES.iter() {
        for (path, page) in site.pages() {
            let shown = text(all(&page, "html")[0]);
            for sign in ["{$", "{ $", "}}", "{{", "{%", "[object", "None", "null", "undefined", "\u{2068}", "()", "«»"]
            {
                if shown.contains(sign) {
                    faults.push(format!("{}: {path} shows `{sign}`", site.name));
                }
            }
            // A message that is not there stands for itself in brackets; nothing else in brackets is Latin.
            let bracketed = shown.split('[').skip(1).filter_map(|rest| Some(rest.split_once(']')?.0));
            for id in bracketed.filter(|words| !words.is_empty() && words.bytes().all(is_of_an_id)) {
                faults.push(format!("{}: {path} shows `[{id}]`", site.name));
            }
        }
    }
    assert_none(&faults);
}

fn is_of_an_id(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

/// The data of every regulation of a site, with its address.
pub fn regulations(site: &super::build::Site) -> Vec<(String, Value)> {
    let data = site.files.iter().filter(|(path, _)| path.starts_with("data/") && path.matches('/').count() == 3);
    data.map(|(path, bytes)| {
        let id = path.trim_start_matches("data/").trim_end_matches(".json").to_owned();
        (id, serde_json::from_slice(bytes).unwrap())
    })
    .collect()
}

/// Every text of a tree in printed order: anchor, language, words.
fn texts<'a>(nodes: &[&'a Value], lang: &str, found: &mut Vec<(&'a str, &'a str)>) {
    for node in nodes {
        let id = node["id"].as_str().unwrap();
        // The stamp of an annex is printed above its title, and is a child of it.
        let (stamps, rest): (Vec<&Value>, Vec<&Value>) = node["children"]
            .as_array()
            .unwrap()
            .iter()
            .partition(|child| node["kind"] == "annex" && child["kind"] == "stamp");
        texts(&stamps, lang, found);
        for field in ["title", "text"] {
            found.extend(node[field][lang].as_str().map(|words| (id, words)));
        }
        // Lists of addresses have a page of their own.
        let printed =
            |field: &str| node[field].as_array().filter(|_| node["addresses"].is_null()).into_iter().flatten();
        let cells = printed("columns").chain(printed("rows").flat_map(|row| row.as_array().unwrap()));
        found.extend(cells.filter_map(|cell| Some((id, cell[lang].as_str()?))));
        texts(&rest, lang, found);
    }
}

/// The full text of a page is the whole text of the law, word for word and in printed order.
#[test]
fn the_full_text_has_every_word_of_the_law_in_its_order() {
    let mut faults = Vec::new();
    let mut read = 0;
    for site in SITES.iter() {
        for (id, data) in regulations(site) {
            let lang = data["language"].as_str().unwrap();
            let page = page(&site.files[&format!("{lang}/acts/{id}/index.html")]);
            let whole = printed_text(all(&page, ".full-text")[0]);
            let mut rest = whole.as_str();
            let mut found = Vec::new();
            texts(&data["text"].as_array().unwrap().iter().collect::<Vec<_>>(), lang, &mut found);
            for (anchor, words) in found {
                read += 1;
                // Cells of unknown column stand under their band: of a table, only that every word is there is tested.
                let in_table =
                    all(&page, ".full-text .printed-table[id]").into_iter().find(|t| t.attr("id") == Some(anchor));
                if let Some(table) = in_table {
                    if !printed_text(table).contains(&fold(words)) {
                        faults.push(format!("{}: {id}: {anchor}: `{words}` is not in its table", site.name));
                    }
                    continue;
                }
                // Signs of the editor stand in brackets between the words: each word is looked for.
                for word in words.split_whitespace() {
                    match rest.find(word) {
                        Some(at) => rest = &rest[at + word.len()..],
                        None => {
                            faults.push(format!("{}: {id}: {anchor}: `{word}` of `{words}` is not there", site.name));
                            rest = "";
                            break;
                        }
                    }
                }
                if rest.is_empty() {
                    break;
                }
            }
        }
    }
    assert_none(&faults);
    assert!(read > 500, "only {read} texts were read");
}

/// The lists of addresses of a regulation: the nodes of its data.
fn address_lists<'a>(nodes: &'a Value, found: &mut Vec<&'a Value>) {
    for node in nodes.as_array().unwrap() {
        found.extend(Some(node).filter(|node| !node["addresses"].is_null()));
        address_lists(&node["children"], found);
    }
}

/// A list of addresses stands on its page cell by cell as it is printed, in both languages; on the page of the regulation
/// and on that of both languages its place leads there.
#[test]
fn every_cell_of_a_list_of_addresses_stands_on_its_page() {
    let (mut faults, mut cells) = (Vec::new(), 0);
    for site in SITES.iter() {
        for (id, data) in regulations(site) {
            let mut lists = Vec::new();
            address_lists(&data["text"], &mut lists);
            for lang in ["ru", "kk"] {
                let folder = format!("{lang}/acts/{id}");
                let Some(bytes) = site.files.get(&format!("{folder}/addresses/index.html")) else {
                    assert!(lists.is_empty(), "{}: {folder} has no page of addresses", site.name);
                    continue;
                };
                assert!(!lists.is_empty(), "{}: {folder} has a page of addresses for nothing", site.name);
                let shown = page(bytes);
                for list in &lists {
                    let anchor = list["id"].as_str().unwrap();
                    let rows = list["rows"].as_array().unwrap();
                    for (row, entry) in rows.iter().zip(list["addresses"]["entries"].as_array().unwrap()) {
                        let found = all(&shown, &format!("[id='{}'] > td", entry["id"].as_str().unwrap()));
                        let row = row.as_array().unwrap();
                        assert_eq!(found.len(), row.len(), "{}: {folder}: {}", site.name, entry["id"]);
                        for (cell, meant) in found.into_iter().zip(row) {
                            cells += 1;
                            let own = meant[lang].as_str().or(meant["ru"].as_str()).or(meant["kk"].as_str());
                            if lawful_text(cell) != fold(own.unwrap_or("")) {
                                faults.push(format!("{}: {folder}: {meant} reads {}", site.name, text(cell)));
                            }
                        }
                    }
                    for (from, to) in [("index.html", "addresses"), ("both/index.html", "../addresses")] {
                        let place = page(&site.files[&format!("{folder}/{from}")]);
                        let link = format!("[id='{anchor}'] a[href='{to}/index.html#{anchor}']");
                        if all(&place, &link).is_empty() {
                            faults.push(format!("{}: {folder}/{from}: {anchor} does not lead to its page", site.name));
                        }
                    }
                }
            }
        }
    }
    assert_none(&faults);
    assert!(cells > 3000, "only {cells} cells");
}

/// The places that an editor reads in an address stand in brackets beside it, in the language of the page.
#[test]
fn a_place_is_named_beside_its_address_in_the_language_of_the_page() {
    let added = |path: &str, row: &str| {
        let shown = page(&site("project").files[path]);
        let added = all(&shown, &format!("[id='{row}'] .c-address .added"));
        added.into_iter().map(text).collect::<Vec<_>>()
    };
    let folder = "acts/akmola/2011-a-11-491/01-targeted-social-assistance/addresses/index.html";
    assert_eq!(added(&format!("kk/{folder}"), "a2.t1.2"), ["[Домбыралы ауылы]"]);
    // In Russian the list itself says so.
    assert_eq!(added(&format!("ru/{folder}"), "a2.t1.2"), [""; 0]);
    assert_eq!(added(&format!("ru/{folder}"), "a1.t1.1"), ["[Аккольский район]"]);
}

/// Each step of each telling has its row: number, who, what, limit, where it leads and where it stands.
#[test]
fn every_step_stands_in_a_table_with_its_limit_and_its_ways() {
    let mut faults = Vec::new();
    let mut rows = 0;
    for site in SITES.iter() {
        for (id, data) in regulations(site) {
            let lang = data["language"].as_str().unwrap();
            let page = page(&site.files[&format!("{lang}/acts/{id}/index.html")]);
            for process in data["processes"].as_array().unwrap() {
                // Lists of results fill the outcome column of the steps they speak of.
                if process["role"] == "results" {
                    continue;
                }
                for step in process["steps"].as_array().unwrap() {
                    let anchor = format!("s-{}", step["id"].as_str().unwrap());
                    let Some(row) = all(&page, "[id]").into_iter().find(|row| row.attr("id") == Some(&anchor)) else {
                        faults.push(format!("{}: {id}: no row for {anchor}", site.name));
                        continue;
                    };
                    rows += 1;
                    let shown = printed_text(row);
                    let words = step["text"][lang].as_str().unwrap_or("");
                    let limits = step["limits"].as_array().unwrap().iter();
                    let limits = limits.filter_map(|limit| limit["text"][lang].as_str());
                    // A retelling shows its words with their differences marked: without the marks they may be broken up.
                    let told: Vec<&str> = if process["retells"].is_null() {
                        limits.chain(words.split_whitespace()).collect()
                    } else {
                        limits.collect()
                    };
                    for words in told {
                        if !shown.contains(&fold(words)) {
                            faults.push(format!("{}: {id}: {anchor} lacks `{words}`: {shown}", site.name));
                        }
                    }
                    for arrow in step["next"].as_array().unwrap() {
                        let to = arrow["to"].as_str().unwrap();
                        let leads =
                            to.starts_with("end") || to == "unknown" || row.html().contains(&format!("#s-{to}\""));
                        if !leads && process["role"] == "sequence" {
                            faults.push(format!("{}: {id}: {anchor} does not lead to {to}", site.name));
                        }
                    }
                }
            }
        }
    }
    assert_none(&faults);
    assert!(rows > 150, "only {rows} rows");
}

/// Each sequence has its picture in both languages, or the link to one that shows just the same, or a sentence that says
/// why not; with the words of the notation in which the act tells it.
#[test]
fn every_sequence_has_a_picture_or_a_sentence_in_its_place() {
    let mut faults = Vec::new();
    let mut found = [0; 3];
    for (site, lang) in SITES.iter().flat_map(|site| ["ru", "kk"].map(|lang| (site, lang))) {
        for (id, data) in regulations(site) {
            let page = page(&site.files[&format!("{lang}/acts/{id}/index.html")]);
            for process in data["processes"].as_array().unwrap().iter().filter(|it| it["role"] == "sequence") {
                let (name, steps) = (process["id"].as_str().unwrap(), process["steps"].as_array().unwrap());
                if steps.is_empty() {
                    continue;
                }
                // A telling that is folded stands in what folds it.
                let of =
                    |part: &str| all(&page, &format!("#t-{name} > {part}, #t-{name} > .telling:not([id]) > {part}"));
                // What repeats a telling leads to its picture.
                let linked = of("[id^='d-'].relation > a[href$='.svg']");
                let picture = of(".diagram-frame:has(svg[id^='d-'])");
                let (shared, sentence) = (of(".relation > a[href^='#d-']"), of("p.added"));
                let names_nobody = steps.iter().all(|step| step["participants"]["ids"] == json!([]));
                // A short one is drawn where it branches off from another.
                let is_joint = shared.len() + picture.len() > 0 && !process["alternative_to"].is_null();
                let is_told = (steps.len() <= 2 || names_nobody) && !is_joint;
                let counts = [picture.len() + linked.len(), shared.len(), sentence.len()];
                if (counts[0] + counts[1], counts[2]) != (usize::from(!is_told), usize::from(is_told)) {
                    faults.push(format!("{}: {lang}: {id}: {name} has {counts:?}", site.name));
                }
                found.iter_mut().zip(counts).for_each(|(found, count)| *found += count);
                let is_electronic = steps.iter().any(|it| it["kind"] == "condition" && !it["label"].is_null());
                let word = if lang == "ru" {
                    "прямоугольник — процесс"
                } else {
                    "тіктөртбұрыш — үдеріс"
                };
                let wrong = picture.iter().filter(|figure| text(**figure).contains(word) != is_electronic);
                faults.extend(wrong.map(|_| format!("{}: {lang}: {id}: {name} has the wrong legend", site.name)));
            }
        }
    }
    assert_none(&faults);
    assert!(found[0] > 30 && found[2] > 4, "{found:?}");
}

/// The first thing on the page of a repealed regulation is that it is repealed, by which act, in both languages.
#[test]
fn the_status_comes_first() {
    let site = site("project");
    let repealed_by = [
        ("almaty/2019-2-260", "4/438"),
        ("almaty/2014-2-236", "3/539"),
        ("karaganda/2014-34-05", "55/04"),
        ("akzhar/2012-277", "178"),
        ("akmola/2011-a-11-491", "А-5/225"),
    ];
    for (lang, word) in [("ru", "Утратил"), ("kk", "Күші жойылған")] {
        for (path, page) in site.pages().filter(|(path, _)| path.starts_with(&format!("{lang}/acts/"))) {
            let (_, by) = repealed_by.iter().find(|(act, _)| path.contains(act)).unwrap();
            let status = all(&page, ".status");
            let shown = text(status[0]);
            assert!(shown.to_lowercase().contains(&word.to_lowercase()) && shown.contains(by), "{path}: {shown}");
            let html = String::from_utf8_lossy(&site.files[path]).into_owned();
            let first_table = html.find("<table").unwrap_or(usize::MAX);
            assert!(html.find("class=\"status").unwrap() < first_table, "{path}");
        }
    }
}

/// Once terms of different cases were added up, and a general one to them, and terms that bind somebody else.
#[test]
fn the_sum_counts_one_of_several_cases_and_only_who_acts() {
    let folder = copy(&fixture("bad/base"));
    std::fs::remove_dir_all(folder.path().join("regulations/translations")).unwrap();
    let limits = "[{ words: 5 күн, case: беруге }, { words: 3 күн, case: ұзартуға }, 4 күн, { words: 2 күн, part: тексеруге }, { words: 9 күн, of: b }]";
    let text = "беруге 5 күн, ұзартуға 3 күн, қалғанына 4 күн, тексеруге 2 күн, алушыға 9 күн";
    put(
        folder.path(),
        "regulations/almaty/2019-1/01-registration.yaml",
        format!(
            "service: registration\nordinal: 1\ntitle: Жұмыссыздарды тіркеу\nparticipants: {{ b: {{ kind: recipient, name: \
             алушы, short: {{ ru: х, kk: х }} }} }}\ntext:\n  - point: \"1\"\n    text: \"Рәсімдер:\"\n    body:\n      - {{ \
             process: a, for: {{ channel: provider }}, steps: [{{ n: \"1)\", text: \"{text}\", limit: {limits} }}] }}\n"
        ),
    );
    Call::new(folder.path(), &["build"]).run().ends(0, &[]);
    let page = folder.path().join("site/public/ru/acts/almaty/2019-1/01-registration/index.html");
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("[7\u{a0}дней]"), "{page}");
}

/// Once a list without terms was counted where a table told the same with terms, and the steps of one channel were counted
/// for all.
#[test]
fn the_sum_is_that_of_the_telling_with_most_limits_and_of_one_channel() {
    let site = SITES.iter().find(|site| site.name == "project").unwrap();
    let sums = |path: &str| {
        let page = page(&site.files[&format!("ru/acts/{path}/index.html")]);
        all(&page, "p.sum").iter().map(|sum| text(*sum).replace('\u{a0}', " ")).collect::<Vec<_>>()
    };
    let akim = sums("akzhar/2012-277/14-targeted-social-assistance");
    let expected =
        [("у услугодателя", "[90 минут + 7 рабочих дней]"), ("через акима", "[105 минут + 21 рабочий день]")];
    assert_eq!(akim.len(), 2, "{akim:?}");
    for (sum, (channel, term)) in akim.iter().zip(expected) {
        let is_told = [channel, term, "табл. 1 прил. 1"].iter().all(|words| sum.contains(words));
        assert!(is_told, "{sum}");
    }
    // Seven working days are stated for the whole, and those of the steps make seventeen.
    let child = sums("almaty/2014-2-236/06-child-allowance");
    assert!(
        child.iter().any(|sum| sum.contains("[не более 17 рабочих дней]") && sum.contains("больше срока")),
        "{child:?}"
    );
    assert!(akim.iter().all(|sum| !sum.contains("больше срока")), "{akim:?}");
    // One way ends where the act does not say: that is no want of terms.
    let fuel = sums("karaganda/2014-34-05/17-rural-fuel-assistance");
    assert!(fuel.iter().any(|sum| sum.contains("через акима") && sum.contains("чем кончается")), "{fuel:?}");
}

/// Once nobody looked at what was marked in the cells of a table.
#[test]
fn slips_in_the_cells_of_steps_are_marked_and_stand_in_them() {
    let folder = copy(&fixture("bad/base"));
    std::fs::remove_dir_all(folder.path().join("regulations/translations")).unwrap();
    let project = |slip: &str| {
        format!(
            "service: registration\nordinal: 1\ntitle: Жұмыссыздарды тіркеу\nparticipants: {{ b: {{ kind: staff, name: маман, \
             short: {{ ru: х, kk: х }} }} }}\ntext:\n  - point: \"1\"\n    text: \"Рәсімдер:\"\n    body:\n      - {{ table: \
             \"1-кесте\", form: steps, process: t, rows: {{ n: №, by: ҚФБ, text: атауы, outcome: нысаны }}, for: {{ channel: \
             provider }}, steps: [{{ n: \"1\", by: b, who: маман, text: құжатардың тізімі, outcome: тіркеуу, sic: {{ {slip} }} \
             }}] }}\n"
        )
    };
    let file = "regulations/almaty/2019-1/01-registration.yaml";
    put(folder.path(), file, project("құжатардың: құжаттардың, тіркеуу: тіркеу"));
    Call::new(folder.path(), &["build"]).run().ends(0, &[]);
    let html =
        std::fs::read(folder.path().join("site/public/kk/acts/almaty/2019-1/01-registration/index.html")).unwrap();
    let page = page(&html);
    for words in ["құжатардың", "тіркеуу"] {
        // In the table of steps and in the full text.
        let marked = all(&page, ".sic").into_iter().filter(|slip| text(*slip) == words).count();
        assert_eq!(marked, 2, "{words}");
    }
    put(folder.path(), file, project("өтініш: өтініштің"));
    Call::new(folder.path(), &["check", "--format", "short"]).run().ends(1, &["not-in-text"]);
}
