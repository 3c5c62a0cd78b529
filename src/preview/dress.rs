//! What a page gets in the preview besides what it is.

use super::{Faults, State};

/// Folder of what belongs to the preview itself. No file of a site begins with a dot.
pub(super) const OWN: &str = "/.qadam/";
/// The policy of the pages, and the same with what the preview needs.
const POLICY: (&str, &str) = (
    "content=\"default-src 'none'; script-src 'self'; ",
    "content=\"default-src 'none'; script-src 'self'; connect-src 'self'; ",
);

/// A page of the site, with what renews it and what is wrong.
pub(super) fn dress(page: &str, state: &State) -> String {
    let page = page.replacen(POLICY.0, POLICY.1, 1);
    let head = page.find("</head>").unwrap_or(0);
    let body = page.find("<body").and_then(|at| Some(at + page[at..].find('>')? + 1)).unwrap_or(page.len());
    let (head, body) = (head.min(body), body.max(head));
    let panel = state.faults.as_ref().map(panel).unwrap_or_default();
    [&page[..head], &links(&state.version), &page[head..body], &panel, &page[body..]].concat()
}

/// A page that says nothing but what is wrong.
pub(super) fn faults_alone(faults: &Faults, version: &str) -> String {
    let (lang, title) = (escape(&faults.lang), escape(&faults.title));
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n"
    );
    [&head, &links(version), "</head>\n<body>\n", &panel(faults), "</body>\n</html>\n"].concat()
}

fn links(version: &str) -> String {
    let version = escape(version);
    format!(
        "<link rel=\"stylesheet\" href=\"{OWN}preview.css\">\n\
         <script src=\"{OWN}preview.js\" data-version=\"{version}\" defer></script>\n"
    )
}

fn panel(faults: &Faults) -> String {
    let (lang, title, report) = (escape(&faults.lang), escape(&faults.title), escape(&faults.report));
    format!(
        "\n<aside class=\"qadam-faults\" lang=\"{lang}\" role=\"alert\">\n<p><strong>{title}</strong></p>\n\
         <pre tabindex=\"0\">{report}</pre>\n</aside>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(report: Option<&str>) -> State {
        let faults = |report: &str| Faults { lang: "ru".into(), title: "Ошибки".into(), report: report.into() };
        State { version: "7-1".into(), site: None, faults: report.map(faults) }
    }

    const PAGE: &str = "<html><head><meta content=\"default-src 'none'; script-src 'self'; style-src 'self'\"></head><body class=\"x\"><p>";

    #[test]
    fn a_page_gets_the_script_and_the_right_to_run_it() {
        let page = dress(PAGE, &state(None));
        assert!(page.contains("'none'; script-src 'self'; connect-src 'self'; style-src 'self'"), "{page}");
        assert!(page.contains("data-version=\"7-1\""), "{page}");
        assert!(page.ends_with("</head><body class=\"x\"><p>"), "{page}");
    }

    #[test]
    fn faults_stand_first_and_are_text() {
        let page = dress(PAGE, &state(Some("a.yaml:3:1 `<script>`")));
        assert!(page.contains("<body class=\"x\">\n<aside"), "{page}");
        assert!(page.contains("a.yaml:3:1 `&lt;script&gt;`"), "{page}");
    }

    #[test]
    fn what_is_no_page_does_not_break_it() {
        for page in ["", "</head>", "<body", "<body>", "<body></head>", "ә</head>ә"] {
            dress(page, &state(Some("ә")));
        }
    }
}
