//! Templates with faults.
//!
//! Templates are programs of whoever owns the project. What they take is bounded where the engine bounds it (recursion,
//! `range`) and by the length of a page; a loop that writes nothing, or a variable that doubles itself, is not.

use super::{base_with, check, qadam};

#[test]
fn a_fault_in_a_template_is_told_with_its_place_and_publishes_nothing() {
    let cases = [
        ("{% if %}", "place.html:1:7"),
        ("{% for a in", "place.html:1:"),
        ("{{ nothing.like.it }}", "Variable `nothing` is not defined"),
        ("{{ t(id=\"no-such-message\") }}", "no message `no-such-message`"),
        ("{{ name | no_such_filter }}", "no_such_filter"),
        ("{% extends \"nowhere.html\" %}", "nowhere.html"),
        ("{% extends \"place.html\" %}", "Circular extend"),
        ("{% include \"place.html\" %}", "Circular include"),
        ("{% component a() %}{{<a/>}}{% endcomponent a %}{{<a/>}}", "recursion depth"),
        ("{% for a in range(end=10000000000) %}x{% endfor %}", "exceeds the limit of 100000"),
    ];
    for (template, words) in cases {
        let project = base_with("templates/place.html", template);
        let run = qadam(project.path(), &["build"]);
        run.ends(1, &["bad-template", words, "place.html", "nothing was published: 1 error"]);
        assert!(run.err.contains("help: correct"), "{}", run.err);
        // What Tera draws over several lines was once shown with marks in place of their ends.
        assert!(!run.err.contains('\u{fffd}'), "{}", run.err);
        assert!(!project.path().join("site/public").exists());
        check(&project).ends(1, &["bad-template"]);
    }
}

/// Once the page grew until the memory was used up.
#[test]
fn a_loop_that_writes_without_end_is_stopped() {
    let template = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{{ name }}{% endfor %}{% endfor %}";
    let run = qadam(base_with("templates/place.html", template).path(), &["build"]);
    run.ends(1, &["bad-template", "a page of more than 32 MiB", "correct `templates/place.html`"]);
}

#[test]
fn a_fault_in_any_template_is_met() {
    let templates = super::support::folders::read_all(&super::support::folders::package().join("templates"));
    for name in templates.keys() {
        let run = qadam(base_with(&format!("templates/{name}"), "{% if %}").path(), &["build"]);
        run.ends(1, &["bad-template", &format!("{name}:1:7")]);
    }
}

#[test]
fn a_fault_in_a_locale_is_told() {
    let run = qadam(base_with("site/locales/kk/own.ftl", "home = {\n").path(), &["build"]);
    run.ends(1, &["bad-locale", "`kk`", "site/locales/kk"]);
}
