//! `qadam new`: from an empty folder, by the binary alone, to a site.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use qadam::lang::Locale;
use serde_json::Value;
use tempfile::TempDir;

const ACT: &str = "almaty/2019-2-260";
const REGULATION: &str = "almaty/2019-2-260/01-job-seeker-registration";

/// What an official writes into the blanks, by the names of `skeletons.ftl`.
const FILLINGS: &[(&str, &str)] = &[
    ("language", "ru"),
    ("act-title", "Об утверждении регламента"),
    ("signed", "04-25"),
    ("digest", "0"),
    ("text-heading", "Об утверждении регламента"),
    ("text-preamble", "Акимат города Алматы ПОСТАНОВЛЯЕТ"),
    ("text-point", "Утвердить прилагаемый регламент."),
    ("text-signature", "Аким города Алматы"),
    ("regulation-title", "Регистрация лиц, ищущих работу"),
    ("stamp", "Утвержден постановлением акимата"),
    ("heading", "Регламент государственной услуги"),
    ("participant-name", "специалист услугодателя"),
    ("participant-kind", "staff"),
    ("section-general", "Общие положения"),
    ("section-interaction", "Описание порядка взаимодействия"),
    ("point-provider", "Услуга оказывается акиматом."),
    ("point-form", "Форма бумажная."),
    ("point-result", "Результат – справка."),
    ("point-list", "В процессе участвуют"),
    ("item-participant", "специалист услугодателя."),
    ("point-sequence", "Описание последовательности"),
    ("channel", "provider"),
    ("step-text", "специалист услугодателя в течение 15 минут регистрирует заявление;"),
    ("step-limit", "в течение 15 минут"),
    ("last-text", "специалист услугодателя выдает справку."),
    ("step-outcome", "выдает справку"),
];

/// Runs the binary in a folder: exit code, standard output, standard error.
fn run(folder: &Path, locale: Locale, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_qadam"))
        .args(["--lang", locale.as_str()])
        .args(arguments)
        .current_dir(folder)
        .env("COLUMNS", "1000")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn must(folder: &Path, locale: Locale, arguments: &[&str]) -> String {
    let (code, out, err) = run(folder, locale, arguments);
    assert_eq!(code, 0, "{} {arguments:?}\n{out}{err}", locale.as_str());
    out
}

#[track_caller]
fn is_sound(folder: &Path, locale: Locale) {
    must(folder, locale, &["check", "--deny", "all"]);
    must(folder, locale, &["fmt", "--check"]);
    must(folder, locale, &["build"]);
}

/// The codes and paths that `check` reports.
fn reported(folder: &Path, locale: Locale) -> Vec<(String, String)> {
    let (_, out, err) = run(folder, locale, &["check", "--format", "short"]);
    assert_eq!(err, "");
    let parts = |line: &str| -> Vec<String> { line.splitn(5, ':').map(|part| part.trim().to_owned()).collect() };
    out.lines().map(parts).map(|parts| (parts[3].clone(), parts[0].clone())).collect()
}

fn edit(path: &Path, change: impl Fn(&str) -> String) {
    let text = std::fs::read_to_string(path).unwrap();
    let changed = change(&text);
    assert_ne!(text, changed, "{}", path.display());
    std::fs::write(path, changed).unwrap();
}

/// Deletes the `#` of every spare field. A comment has one space behind it.
fn uncomment(text: &str) -> String {
    let line = |line: &str| {
        let (indent, rest) = line.split_at(line.len() - line.trim_start().len());
        let spare = rest.strip_prefix('#').filter(|rest| !rest.starts_with(' ') || rest.starts_with("  "));
        format!("{indent}{}\n", spare.unwrap_or(rest))
    };
    text.lines().map(line).collect()
}

/// The text without the comments that are prose: the first ones speak of blanks.
fn without_prose(text: &str) -> String {
    let is_prose = |line: &str| line.trim_start().strip_prefix("# ").is_some_and(|rest| !rest.starts_with(' '));
    text.split_inclusive('\n').filter(|line| !is_prose(line)).collect()
}

/// Writes into the blanks, as the comments say.
fn fill(text: &str, locale: Locale) -> String {
    let messages = qadam::cli::messages(locale);
    let mut filled = text.to_owned();
    let body = messages.format("skeleton-blank-adopted-by", &[("bodies", "akimat".to_owned())]);
    let number = messages.format("skeleton-blank-number", &[("printed", "2-260".to_owned())]);
    for (what, value) in [(body, "akimat"), (number, "\"2/260\"")] {
        filled = filled.replace(&format!("‹? {what}›"), value);
    }
    for (name, _) in FILLINGS {
        filled = fill_one(&filled, name, locale);
    }
    assert!(!filled.contains("‹?"), "{filled}");
    filled
}

/// Writes into the blanks of one name.
fn fill_one(text: &str, name: &str, locale: Locale) -> String {
    let what = qadam::cli::messages(locale).text(&format!("skeleton-blank-{name}"));
    let (_, value) = FILLINGS.iter().find(|(known, _)| *known == name).unwrap();
    text.replace(&format!("‹? {what}›"), value)
}

/// A new project in which the examples of place and service are taken over.
fn project(locale: Locale) -> TempDir {
    let folder = TempDir::new().unwrap();
    must(folder.path(), locale, &["new", "site"]);
    edit(&folder.path().join("regulations/places.yaml"), uncomment);
    edit(&folder.path().join("regulations/services.yaml"), |text| uncomment(text).replace("services: {}", "services:"));
    folder
}

/// A project with an act and a regulation, and their files.
fn begun(locale: Locale) -> (TempDir, [PathBuf; 2]) {
    let folder = project(locale);
    must(folder.path(), locale, &["new", "act", ACT]);
    must(folder.path(), locale, &["new", "regulation", REGULATION]);
    let regulations = folder.path().join("regulations");
    let files = [regulations.join(format!("{ACT}/act.yaml")), regulations.join(format!("{REGULATION}.yaml"))];
    (folder, files)
}

/// Every file and folder below one, with its content.
fn tree(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let content = |path: &Path| path.is_file().then(|| std::fs::read(path).unwrap());
    entries.map(|entry| (entry.path().display().to_string(), content(entry.path()))).collect()
}

#[test]
fn a_new_site_is_sound_and_says_that_nothing_is_encoded_yet() {
    for locale in Locale::ALL {
        let folder = TempDir::new().unwrap();
        let out = must(folder.path(), locale, &["new", "site", "ours/archive"]);
        assert!(out.contains("ours/archive/site/site.yaml"), "{out}");
        let root = folder.path().join("ours/archive");
        is_sound(&root, locale);
        for lang in ["kk", "ru"] {
            let page = std::fs::read_to_string(root.join(format!("site/public/{lang}/index.html"))).unwrap();
            let words = qadam::cli::messages(if lang == "kk" { Locale::Kk } else { Locale::Ru }).text("home-empty");
            assert!(page.contains(&words), "{page}");
            assert!(!page.contains("<ul>\n</ul>") && !page.contains("contents"), "{page}");
        }
        // With an address the site has a map and feeds, though nothing has happened yet.
        edit(&root.join("site/site.yaml"), uncomment);
        is_sound(&root, locale);
        assert!(root.join("site/public/kk/feed.xml").is_file());
    }
}

/// How many blanks there are: all that is still to be written is seen at once, and nothing else is told.
#[track_caller]
fn blanks_seen(root: &Path, files: &[PathBuf], locale: Locale) -> usize {
    let mut blanks = Vec::new();
    for path in files {
        let shown = path.strip_prefix(root).unwrap().display().to_string();
        let text = without_prose(&std::fs::read_to_string(path).unwrap());
        let of_file = std::iter::repeat_n(("to-be-written".to_owned(), shown), text.matches("‹?").count());
        blanks.extend(of_file);
    }
    blanks.sort();
    let mut found = reported(root, locale);
    found.sort();
    assert_eq!(found, blanks);
    blanks.len()
}

#[test]
fn from_an_empty_folder_to_a_site_with_a_regulation() {
    for locale in Locale::ALL {
        let (folder, files) = begun(locale);
        let root = folder.path();
        assert!(blanks_seen(root, &files, locale) > 20);
        // With its language the act is resolved, and what then fails for want of words is not told either.
        for (path, name) in [(&files[0], "language"), (&files[1], "participant-kind"), (&files[1], "channel")] {
            edit(path, |text| fill_one(text, name, locale));
        }
        assert!(blanks_seen(root, &files, locale) > 20);
        assert_eq!(run(root, locale, &["build"]).0, 1);
        assert!(!root.join("site/public").exists());
        for path in &files {
            edit(path, |text| {
                text.lines().map(|line| if line.trim_start().starts_with('#') { line.replace("‹? …›", "") } else { line.to_owned() } + "\n").collect::<String>()
            });
            edit(path, |text| fill(text, locale));
        }
        is_sound(root, locale);
        let page = std::fs::read_to_string(root.join(format!("site/public/ru/acts/{REGULATION}/index.html"))).unwrap();
        assert!(page.contains("в течение 15 минут"), "{page}");
    }
}

/// Fields that a schema requires at the top of a file, and whether a text of the file has them and keeps to it.
fn faults(schema: &Value, text: &str) -> Vec<String> {
    let value: Value = yaml_serde::from_str(text).unwrap();
    let required = schema["required"].as_array().unwrap().iter().map(|field| field.as_str().unwrap());
    let missing = required.filter(|field| value.get(field).is_none()).map(|field| format!("no `{field}`"));
    let validator = jsonschema::validator_for(schema).unwrap();
    let faults = validator.iter_errors(&value).map(|fault| format!("{}: {fault}", fault.instance_path()));
    missing.chain(faults).collect()
}

/// A schema that gains a required field makes this fail until the skeletons teach it.
#[test]
fn skeletons_and_their_spare_fields_keep_to_the_schemas() {
    for locale in Locale::ALL {
        let (folder, [act, regulation]) = begun(locale);
        let regulations = folder.path().join("regulations");
        let registers = ["places", "services", "glossary"].map(|name| (name, regulations.join(format!("{name}.yaml"))));
        let settings = [("site", folder.path().join("site/site.yaml"))];
        let files = [("act", act), ("regulation", regulation)].into_iter().chain(registers).chain(settings);
        for (name, path) in files {
            let text = std::fs::read_to_string(regulations.join(format!("schema/{name}.schema.json"))).unwrap();
            let mut schema: Value = serde_json::from_str(&text).unwrap();
            let text = std::fs::read_to_string(&path).unwrap();
            let text = without_prose(&text);
            let text = fill(&text, locale);
            for text in [uncomment(&text), text] {
                assert_eq!(faults(&schema, &text), Vec::<String>::new(), "{name}\n{text}");
                std::fs::write(&path, &text).unwrap();
            }
            schema["required"].as_array_mut().unwrap().push("gained".into());
            assert!(!faults(&schema, &std::fs::read_to_string(&path).unwrap()).is_empty());
        }
    }
}

#[test]
fn spare_fields_are_what_the_reader_takes() {
    for locale in Locale::ALL {
        let (folder, files) = begun(locale);
        for path in &files {
            edit(path, |text| fill(&uncomment(&without_prose(text)), locale));
        }
        let codes: BTreeSet<String> = reported(folder.path(), locale).into_iter().map(|(code, _)| code).collect();
        // Examples quote what this act does not say and name acts and regulations that are not here: the checker sees that.
        let expected = ["not-in-text", "unknown-act", "unknown-point", "unknown-regulation"].map(str::to_owned);
        assert!(codes.is_subset(&expected.into()), "{codes:?}");
        assert!(codes.contains("not-in-text"), "{codes:?}");
    }
}

#[test]
fn a_number_without_signs_is_known_and_another_one_is_not_guessed() {
    let folder = project(Locale::En);
    for (id, number) in [
        ("almaty/2012-277", "number: \"277\"\n"),
        ("almaty/2011-a-11-491", "number: ‹? number as printed; the folder says a-11-491›\n"),
    ] {
        must(folder.path(), Locale::En, &["new", "act", id]);
        let text = std::fs::read_to_string(folder.path().join(format!("regulations/{id}/act.yaml"))).unwrap();
        assert!(text.contains(number) && text.contains(&format!("signed: {}-‹?", &id[7..11])), "{text}");
    }
}

#[test]
fn names_that_lead_elsewhere_or_say_nothing_are_refused_and_nothing_is_written() {
    let (folder, _) = begun(Locale::En);
    let outside = TempDir::new().unwrap();
    let before = (tree(folder.path()), tree(outside.path()));
    let elsewhere = outside.path().join("2019-1").display().to_string();
    let acts = [
        "",
        "almaty",
        "almaty/",
        "almaty/2019",
        "almaty/19-1",
        "almaty/2019-",
        "almaty/2019--1",
        "almaty/2019-1-",
        "almaty/2019-1/x",
        "../2019-1",
        "../../2019-1",
        "almaty/../2019-1",
        "/almaty/2019-1",
        "Almaty/2019-1",
        "алматы/2019-1",
        "almaty/2019-1.draft",
        "translations/2019-1",
        "schema/2019-1",
        "almaty\\2019-1",
        &elsewhere,
    ];
    for id in acts {
        let (code, out, err) = run(folder.path(), Locale::En, &["new", "act", id]);
        assert!(code == 1 && out.is_empty() && err.contains("[bad-name]"), "{id}: {code} {err}");
    }
    let regulations = [
        "01-x",
        "almaty/01-x",
        "1-x",
        "00-x",
        "001-x",
        "01-",
        "01",
        "x",
        "act",
        "01-X",
        "01-x.draft",
        "../01-x",
        "01-x/../../../../x",
    ];
    for name in regulations {
        let id = if name.contains("almaty") || name == "01-x" { name.to_owned() } else { format!("{ACT}/{name}") };
        let (code, out, err) = run(folder.path(), Locale::En, &["new", "regulation", &id]);
        assert!(code == 1 && out.is_empty() && err.contains("[bad-name]"), "{id}: {code} {err}");
    }
    let others = [
        (vec!["new", "act", ACT], "already-there"),
        (vec!["new", "act", "astana/2019-1"], "unknown-place"),
        (vec!["new", "regulation", REGULATION], "already-there"),
        (vec!["new", "site"], "already-there"),
        (vec!["new", "site", "regulations/places.yaml"], "already-there"),
    ];
    for (arguments, code) in others {
        let (exit, out, err) = run(folder.path(), Locale::En, &arguments);
        assert!(exit == 1 && out.is_empty() && err.contains(&format!("[{code}]")), "{arguments:?}: {exit} {err}");
        assert_eq!(err.matches("error[").count(), 1, "{err}");
    }
    assert_eq!((tree(folder.path()), tree(outside.path())), before);
}

/// One file in the way, and the whole site is not made.
#[test]
fn a_site_is_made_as_a_whole_or_not_at_all() {
    for taken in ["site/site.yaml", "regulations/schema", "regulations/schema/act.schema.json", "README.md"] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join(taken);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, "ours").unwrap();
        let before = tree(folder.path());
        let (code, out, err) = run(folder.path(), Locale::En, &["new", "site"]);
        assert!(code == 1 && out.is_empty() && err.contains(&format!("`{taken}` is there already")), "{err}");
        assert_eq!(tree(folder.path()), before);
    }
}

#[cfg(unix)]
#[test]
fn links_lead_nobody_out_of_a_project() {
    let outside = TempDir::new().unwrap();
    let link = |path: &Path| std::os::unix::fs::symlink(outside.path(), path).unwrap();
    let folder = project(Locale::En);
    link(&folder.path().join("regulations/almaty"));
    let (code, _, err) = run(folder.path(), Locale::En, &["new", "act", ACT]);
    assert!(code == 1 && err.contains("[symlink]"), "{err}");
    let folder = TempDir::new().unwrap();
    link(&folder.path().join("regulations"));
    let (code, _, err) = run(folder.path(), Locale::En, &["new", "site"]);
    assert!(code == 1 && err.contains("[symlink]"), "{err}");
    assert_eq!(tree(folder.path()).len(), 2);
    assert_eq!(tree(outside.path()).len(), 1);
    // A link that leads nowhere is something too.
    let folder = TempDir::new().unwrap();
    std::os::unix::fs::symlink(outside.path().join("nothing"), folder.path().join("README.md")).unwrap();
    let (code, _, err) = run(folder.path(), Locale::En, &["new", "site"]);
    assert!(code == 1 && err.contains("[symlink]"), "{err}");
    assert_eq!(tree(outside.path()).len(), 1);
}

/// The glossary of a new project says of each word what ours says.
#[test]
fn the_words_of_a_new_site_are_those_of_the_glossary() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let terms = |path: &str| -> BTreeMap<String, Value> {
        let text = std::fs::read_to_string(root.join(path)).unwrap();
        let value: Value = yaml_serde::from_str(&text).unwrap();
        value["terms"].as_object().unwrap().clone().into_iter().collect()
    };
    let (ours, new) = (terms("regulations/glossary.yaml"), terms("skeletons/site/regulations/glossary.yaml"));
    for (id, term) in &new {
        for field in ["kind", "ru", "kk", "aliases", "meaning", "status"] {
            assert_eq!(term.get(field), ours[id].get(field), "`{id}` has another `{field}`");
        }
    }
    // A participant without a name is called by its kind.
    for kind in ["staff", "unit", "provider", "body", "outside", "recipient", "system"] {
        assert!(new.contains_key(kind), "{kind}");
    }
}

/// Every word of the skeletons stands in each language, and none is left over.
#[test]
fn the_words_of_the_skeletons_are_all_used_in_all_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut used = BTreeSet::new();
    for entry in walkdir::WalkDir::new(root.join("skeletons")).into_iter().map(Result::unwrap) {
        if entry.path().extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        used.extend(
            text.lines().filter_map(|line| Some(format!("skeleton-{}", line.trim_start().strip_prefix("#: ")?))),
        );
        for name in text.split('‹').skip(1).map(|rest| rest.split('›').next().unwrap()) {
            let own = if name.starts_with("example-") { name.to_owned() } else { format!("blank-{name}") };
            let known = ["blank-place", "blank-year", "blank-ordinal"];
            used.extend((!known.contains(&own.as_str())).then(|| format!("skeleton-{own}")));
        }
    }
    for locale in Locale::ALL {
        let path = root.join(format!("site/locales/{}/skeletons.ftl", locale.as_str()));
        let text = std::fs::read_to_string(path).unwrap();
        let said: BTreeSet<String> = text
            .lines()
            .filter(|line| line.starts_with("skeleton-"))
            .map(|line| line.split(' ').next().unwrap().to_owned())
            .collect();
        assert_eq!(said, used, "{}", locale.as_str());
    }
}
