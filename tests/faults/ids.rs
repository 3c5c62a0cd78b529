//! Names that would lead out of the project or out of the site.

use super::support::folders::{put, read_all};
use super::{REGULATION, SERVICES, base, check, qadam};

/// The base with `old` in a file replaced.
#[track_caller]
fn replaced(path: &str, old: &str, new: &str) -> tempfile::TempDir {
    let project = base();
    let text = String::from_utf8(read_all(project.path())[path].clone()).unwrap();
    assert!(text.contains(old), "{path} has no `{old}`");
    put(project.path(), path, text.replacen(old, new, 1));
    project
}

#[test]
fn no_reference_leads_upwards() {
    let act = "regulations/almaty/2019-1/act.yaml";
    let cases = [
        (
            REGULATION,
            "service: registration",
            "service: ../../etc",
            "unknown-service: `services.yaml` has no service `../../etc`",
        ),
        (REGULATION, "толық: 2", "толық: ../../etc", "has no step `../../etc`"),
        (REGULATION, "by: head", "by: ../head", "unknown-participant: the regulation has no participant `../head`"),
        (REGULATION, "process: provider", "process: ../x", "bad-id: `../x` cannot be used as an id"),
        (REGULATION, "listed: p2.1", "listed: ../p2.1", "unknown-point: the text has no place `../p2.1`"),
        (SERVICES, "registration:", "../registration:", "bad-id: `../registration` cannot be used as an id"),
        (SERVICES, "topic: labour", "topic: ../labour", "unknown-topic"),
        ("regulations/places.yaml", "almaty:", "../almaty:", "bad-id: `../almaty` cannot be used as an id"),
        ("regulations/places.yaml", "part_of: kazakhstan", "part_of: ../..", "unknown-place"),
        (act, "place: almaty", "place: ../almaty", "unknown-place"),
        (act, "  almaty/2020-2:", "  ../../2020-2:", "bad-id: `../../2020-2` cannot be used as an id"),
        (act, "act: almaty/2020-2", "act: ../../2020-2", "unknown-act: the act `../../2020-2`"),
        (act, "address: unknown", "address: ../../etc/passwd", "bad-link"),
    ];
    for (path, old, new, words) in cases {
        let project = replaced(path, old, new);
        check(&project).ends(1, &[path, words]);
        qadam(project.path(), &["build"]).ends(1, &["nothing was published"]);
        assert!(!project.path().join("site/public").exists());
    }
}

#[test]
fn no_file_name_leads_upwards() {
    for name in ["a..b", "02-..%2f", "02-x\\..\\y", "02 x", "02-x:y", "02-ә"] {
        for path in [format!("regulations/almaty/2019-1/{name}.yaml"), format!("regulations/{name}/1/act.yaml")] {
            let project = base();
            put(project.path(), &path, "a: 1\n");
            check(&project).ends(1, &[&format!("bad-file-name: `{path}`")]);
        }
    }
    // Two dots begin a hidden name, and hidden files are no part of the project.
    let project = base();
    put(project.path(), "regulations/..x/1/act.yaml", "a: 1\n");
    check(&project).ends(0, &[]);
}

#[test]
fn no_translation_and_no_page_leads_upwards() {
    let cases = [
        ("regulations/translations/a..b/2019-1/kk-ru.yaml", "bad-file-name"),
        ("regulations/translations/almaty/2019-1/x/kk-ru.yaml", "bad-file-name"),
        ("regulations/translations/almaty/2019-1/kk-en.yaml", "bad-file-name"),
        ("regulations/translations/almaty/2019-9/kk-ru.yaml", "unknown-act: the act `almaty/2019-9`"),
        ("site/pages/a..b.ru.md", "bad-file-name"),
        ("site/pages/acts.ru.md", "bad-file-name"),
    ];
    for (path, words) in cases {
        let project = base();
        let memory = read_all(project.path())["regulations/translations/almaty/2019-1/kk-ru.yaml"].clone();
        put(project.path(), path, memory);
        check(&project).ends(1, &[path, words]);
    }
}

#[test]
fn no_redirect_leads_upwards_or_away() {
    let bad = [
        "../../etc/passwd.html",
        "/etc/passwd.html",
        "a/../../b.html",
        "https://example.org/a.html",
        "a//b.html",
        ".qadam.html",
    ];
    for address in bad {
        for line in [format!("  {address}: about/index.html\n"), format!("  old.html: {address}\n")] {
            let project = base();
            let settings = String::from_utf8(read_all(project.path())["site/site.yaml"].clone()).unwrap();
            put(project.path(), "site/site.yaml", settings + "redirects:\n" + &line);
            check(&project).ends(1, &["site/site.yaml:", &format!("`redirects` cannot be `{address}`")]);
        }
    }
}

#[test]
fn assets_keep_to_names_that_every_system_has() {
    for (name, words) in
        [("a:b.txt", "bad-path"), ("ә.txt", "bad-path"), ("x\\..\\y", "bad-path"), ("Style.CSS", "path-clash")]
    {
        let project = base();
        put(project.path(), "site/assets/style.css", "p {}");
        put(project.path(), &format!("site/assets/{name}"), "p {}");
        qadam(project.path(), &["build"]).ends(1, &[words, name, "nothing was published"]);
        assert!(!project.path().join("site/public").exists());
    }
}

/// One line in the settings sends a renamed regulation's readers to its new page, and those of its other pages to theirs.
#[test]
fn a_renamed_regulation_takes_its_pages_along() {
    let project = base();
    qadam(project.path(), &["build"]).ends(0, &[]);
    let renamed = REGULATION.replace("01-", "01-renamed-");
    std::fs::rename(project.path().join(REGULATION), project.path().join(&renamed)).unwrap();
    let gone = ["index.html", "book/index.html", "both/index.html"];
    qadam(project.path(), &["build"]).ends(1, &gone);
    let [old, new] = [REGULATION, &renamed].map(|path| path.replacen("regulations/", "acts/", 1).replace(".yaml", ""));
    let settings = String::from_utf8(read_all(project.path())["site/site.yaml"].clone()).unwrap();
    let line = format!("redirects:\n  {old}/index.html: {new}");
    put(project.path(), "site/site.yaml", format!("{settings}{line}-x/index.html\n"));
    let run = qadam(project.path(), &["build"]);
    run.ends(1, &[&format!("{new}-x/index.html")]);
    assert!(!run.err.contains("-x/book"), "what is lost with a page is told twice: {}", run.err);
    put(project.path(), "site/site.yaml", format!("{settings}{line}/index.html\n"));
    qadam(project.path(), &["build"]).ends(0, &[]);
    for part in gone {
        let page = std::fs::read_to_string(project.path().join("site/public/ru").join(&old).join(part)).unwrap();
        let folder = new.rsplit('/').next().unwrap();
        assert!(page.contains(&format!("{folder}/{part}")), "{page}");
    }
}
