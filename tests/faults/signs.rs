//! A title `<&"'` on every page that has one. `tests/site/escaping.rs` puts signs into all texts of the YAML; here is
//! what it leaves out: titles of Markdown, messages, and that each template shows a title at all.

use std::collections::BTreeSet;
use std::path::Path;

use scraper::{Html, Selector};

use super::support::folders::{copy, fixture, package, put, read_all, read_files};
use super::{check, qadam};

const TITLE: &str = "<&\"'";

/// The small project with the title as the name of everything that has one.
fn project() -> tempfile::TempDir {
    let project = copy(&fixture("golden/project"));
    let files = read_all(project.path());
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    for path in ["site/pages/about.ru.md", "site/pages/about.kk.md"] {
        let rest: String = text(path).split_inclusive('\n').skip(1).collect();
        put(project.path(), path, format!("# О сайте \\{TITLE}\n{rest}"));
    }
    let quoted = format!("'о {}'", TITLE.replace('\'', "''"));
    let mut settings = format!("name: {{ ru: {quoted}, kk: {quoted} }}\npublisher: {{ ru: {quoted}, kk: {quoted} }}\n");
    settings += "base_url: https://example.org/\nredirects: { old.html: about/index.html }\n";
    put(project.path(), "site/site.yaml", settings);
    project
}

#[test]
fn a_title_of_signs_is_a_title_on_every_page_and_in_every_feed() {
    let project = project();
    qadam(project.path(), &["build"]).ends(0, &[]);
    let mut seen = BTreeSet::new();
    for (path, bytes) in read_files(&project.path().join("site/public")) {
        let text = std::str::from_utf8(&bytes).unwrap();
        let kind = Path::new(&path).extension().unwrap().to_str().unwrap().to_owned();
        match kind.as_str() {
            "html" => {
                let page = Html::parse_document(text);
                let title: String =
                    page.select(&Selector::parse("head > title").unwrap()).flat_map(|title| title.text()).collect();
                // What has moved or is not there is told in the words of the program alone.
                let own = path.ends_with("old.html") || path == "404.html";
                assert!(title.contains(TITLE) || own, "{path}: {title}");
                assert!(page.select(&Selector::parse("body").unwrap()).count() == 1, "{path}");
            }
            "xml" => {
                let tree = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
                let said: String = tree.descendants().filter_map(|node| node.text()).collect();
                assert!(said.contains(TITLE) || path == "sitemap.xml", "{path}: {said}");
            }
            "json" => drop(serde_json::from_str::<serde_json::Value>(text).unwrap()),
            _ => {}
        }
        seen.insert(kind);
    }
    assert!(seen.is_superset(&["html", "xml", "json"].map(str::to_owned).into()), "{seen:?}");
}

/// Every template of a page is one that the site above has a page of.
#[test]
fn no_template_is_left_out() {
    let project = project();
    for name in read_all(&package().join("templates")).keys().filter(|name| !name.contains('/')) {
        // A template that fails where it is rendered, and not before.
        put(
            project.path(),
            &format!("templates/{name}"),
            "{{ nothing }}{% block head %}{% endblock %}{% block content %}{% endblock %}",
        );
        qadam(project.path(), &["build", "--dry-run"]).ends(1, &[name, "Variable `nothing`"]);
        std::fs::remove_file(project.path().join("templates").join(name)).unwrap();
    }
}

#[test]
fn signs_in_a_report_are_shown_as_they_are_written() {
    let project = project();
    put(project.path(), "site/pages/about.ru.md", format!("# О сайте\n\n[а](javascript:{TITLE})\n"));
    check(&project).ends(1, &["bad-link: the link `javascript:<&\"'` is not allowed"]);
    let json = qadam(project.path(), &["check", "--format=json"]).out;
    let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(rows.as_array().unwrap().iter().any(|row| row["message"].as_str().unwrap().contains(TITLE)), "{json}");
}
