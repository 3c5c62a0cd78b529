//! `qadam diff` as its users start it: what it finds, how it ends, what it says to people and to programs.

use std::path::Path;

use qadam::catalog::Catalog;
use qadam::cli::{self, Outcome, Terminal};
use qadam::diff::{diff, units};
use qadam::lang::Lang;
use serde_json::Value;

use super::corpus;
use super::support::binary::Call;
use super::support::folders::{copy, fixture, package, put};

const OLD: &str = "almaty/2014-1-1/17-foreign-labour-permit";
const NEW: &str = "almaty/2014-2-236/17-foreign-labour-permit";

/// What `qadam diff` leads to in a project, without a process of its own.
fn run_in(project: &Path, arguments: &[&str], color: bool) -> Outcome {
    let root = format!("--root={}", project.display());
    let args: Vec<_> = [&["qadam", "diff", &root], arguments].concat().into_iter().map(Into::into).collect();
    let (locale, terminal) = (cli::locale_for(&args, "en"), Terminal { color, width: 90 });
    let cli = cli::parse(&args, locale, terminal).unwrap_or_else(|refused| panic!("{}", refused.err));
    cli::run(&cli, locale, terminal, |_| ())
}

fn run(arguments: &[&str]) -> Outcome {
    run_in(&fixture("cases"), arguments, false)
}

#[test]
fn the_exit_code_is_0_without_a_difference_1_with_one_and_2_where_nothing_was_compared() {
    let project = fixture("cases");
    let call = |arguments: &[&str]| Call::new(&project, &[&["diff"], arguments].concat()).bounded().run();
    let same = call(&[OLD, OLD]);
    same.ends(0, &["There is no difference."]);
    let other = call(&[OLD, NEW]);
    other.ends(1, &["Steps: 13 → 33", "Overall times"]);
    assert!(same.err.is_empty() && other.err.is_empty());
    let none = call(&[OLD, "almaty/2014-2-236/17-foreign-labor-permit"]);
    none.ends(2, &[&format!("did you mean `{NEW}`?")]);
    assert!(none.out.is_empty(), "{}", none.out);
    call(&[OLD, NEW, "--format=yaml"]).ends(2, &["the values are: text, json"]);
    call(&[OLD]).ends(2, &["something is missing: `<NEW>`"]);
}

#[test]
fn a_project_with_an_error_is_not_compared() {
    let project = copy(&fixture("cases"));
    put(project.path(), "regulations/glossary.yaml", "terms: {a: 1}\n");
    let outcome = run_in(project.path(), &[OLD, NEW], false);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""));
    assert!(
        outcome.err.contains("glossary.yaml:") && outcome.err.contains("nothing was compared: "),
        "{}",
        outcome.err
    );
}

#[test]
fn a_regulation_is_found_by_its_id_by_an_end_of_it_and_by_its_file() {
    let project = fixture("cases");
    let absolute = project.join(format!("regulations/{NEW}.yaml"));
    let from_here = std::env::current_dir().unwrap();
    let relative = absolute.strip_prefix(&from_here).unwrap();
    let names = [
        NEW.to_owned(),
        "2014-2-236/17-foreign-labour-permit".to_owned(),
        format!("regulations/{NEW}.yaml"),
        format!("./regulations/places/../{NEW}.yaml"),
        relative.display().to_string(),
        absolute.display().to_string(),
    ];
    for name in names {
        assert_eq!(run(&[&name, NEW]).code, 0, "{name}");
    }
    for name in ["18-foreign-labour-permit", "housing-assistance", "06-housing-assistance"] {
        assert_eq!(run(&[name, NEW]).code, 1, "{name}");
    }
    // A file of another project is not taken for the one of this name here.
    let other = copy(&project);
    let elsewhere = other.path().join(format!("regulations/{NEW}.yaml")).display().to_string();
    assert_eq!(run(&[&elsewhere, NEW]).code, 2);
}

#[test]
fn an_end_that_several_ids_have_names_them_all() {
    let outcome = run(&["foreign-labour-permit", "17-foreign-labour-permit"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    assert_eq!(outcome.err.matches("error[ambiguous-name]").count(), 2, "{}", outcome.err);
    // The printer breaks lines inside of ids.
    let said: String = outcome.err.split_whitespace().collect();
    let third = "karaganda/2014-34-05/18-foreign-labour-permit";
    assert_eq!([OLD, NEW, third].map(|id| said.matches(&format!("`{id}`")).count()), [2, 2, 1], "{}", outcome.err);
}

#[test]
fn names_that_are_none_end_in_a_diagnostic() {
    let long = "ы/".repeat(5_000);
    let names = [
        "",
        " ",
        "/",
        "..",
        "../../x",
        ".yaml",
        "x.yaml",
        "/etc/passwd",
        "regulations",
        "regulations/../../x.yaml",
        "\u{1b}[31m",
        "almaty/2014-2-236",
        "a\0b.yaml",
        "C:\\x.yaml",
        "permit",
        "-permit",
        &long,
    ];
    for name in names {
        let outcome = run(&["--", name, NEW]);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{name:?}");
        let is_told = outcome.err.starts_with("error[unknown-regulation]: ") && outcome.err.contains("help: ");
        assert!(is_told && !outcome.err.contains('\u{1b}') && outcome.err.len() < 1_500, "{}", outcome.err);
    }
    Call::new(&fixture("cases"), &["diff", &long, "../../x"])
        .bounded()
        .run()
        .ends(2, &["there is no regulation `../../x`"]);
}

/// Pairs of the corpus: two years, two acts of different form, two languages, Kazakh alone, a regulation with itself.
const PAIRS: [(&str, &str); 5] = [
    ("almaty/2014-2-236/01-unemployed-citizens-registration", "almaty/2019-2-260/01-job-seeker-registration"),
    ("akzhar/2012-277/02-wheelchairs", "almaty/2014-2-236/09-wheelchairs"),
    ("almaty/2014-2-236/06-child-allowance", "karaganda/2014-34-05/02-child-allowance"),
    ("karaganda/2014-34-05/11-wheelchairs", "karaganda/2014-34-05/12-sanatorium-treatment"),
    ("almaty/2019-2-260/02-unemployed-registration", "almaty/2019-2-260/02-unemployed-registration"),
];

#[test]
fn the_data_keeps_to_its_contract_and_leads_from_one_text_to_the_other() {
    let schema = std::fs::read_to_string(package().join("regulations/schema/data-difference.schema.json")).unwrap();
    let contract = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let corpus = corpus();
    let mut languages = Vec::new();
    for (old, new) in PAIRS {
        let [before, after] = [old, new].map(|id| super::regulation(&Catalog::new(&corpus), id));
        let difference = diff(&before, &after, &corpus.terms, Lang::Ru);
        let value: Value = serde_json::from_slice(&qadam::export::difference(&difference)).unwrap();
        let faults: Vec<String> =
            contract.iter_errors(&value).take(5).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{old} {new}\n{}", faults.join("\n"));
        assert_eq!(
            [&value["schema"], &value["old"], &value["new"]],
            [&Value::from(1), &Value::from(old), &Value::from(new)]
        );
        languages.push(value["language"].as_str().map(str::to_owned));
        assert_eq!(value["regulation"].as_array().unwrap().len(), qadam::diff::Field::ALL.len());
        // The newer text, from the older one and the data alone.
        let (of_old, of_new) = (units(&before, difference.lang), units(&after, difference.lang));
        let mut made = vec![String::new(); of_new.len()];
        for entry in value["text"].as_array().unwrap() {
            let Some(index) = entry["new"]["index"].as_u64() else { continue };
            let words = entry["words"].as_array().unwrap();
            let place = usize::try_from(index).unwrap();
            assert_eq!(entry["new"]["id"], of_new[place].head.id.as_str());
            made[place] = if words.is_empty() {
                of_old[usize::try_from(entry["old"]["index"].as_u64().unwrap()).unwrap()].text.clone()
            } else {
                words.iter().filter(|piece| piece[0] != "-").map(|piece| piece[1].as_str().unwrap()).collect()
            };
        }
        assert_eq!(made, of_new.iter().map(|unit| unit.text.clone()).collect::<Vec<_>>(), "{old} {new}");
        let steps =
            value["processes"].as_array().unwrap().iter().flat_map(|telling| telling["steps"].as_array().unwrap());
        let named = |side: &str| steps.clone().map(|step| step[side].as_array().unwrap().len()).sum::<usize>();
        let count = |regulation: &qadam::model::Regulation| {
            regulation.processes.iter().map(|process| process.steps.len()).sum::<usize>()
        };
        assert_eq!([named("old"), named("new")], [count(&before), count(&after)], "{old} {new}");
        // A field that is surplus, or missing, is no difference any more.
        let mut wrong = value;
        wrong["text"][0].as_object_mut().unwrap().remove("change");
        assert!(!contract.is_valid(&wrong));
    }
    assert_eq!(
        languages.iter().map(Option::as_deref).collect::<Vec<_>>(),
        [Some("ru"), Some("ru"), None, Some("kk"), Some("ru")]
    );
}

#[test]
fn programs_get_one_value_and_nothing_else() {
    for lang in ["--lang=ru", "--lang=kk", "--lang=en"] {
        let outcome = run_in(&fixture("cases"), &[OLD, NEW, "--format=json", lang], true);
        assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
        let value: Value = serde_json::from_str(&outcome.out).unwrap();
        assert_eq!(value["new"], NEW);
        assert!(!outcome.out.contains('\u{1b}'));
    }
}

#[test]
fn colours_are_for_terminals_and_marks_for_everybody() {
    let of = |color: bool| run_in(&fixture("cases"), &[OLD, NEW], color).out;
    let (plain, coloured) = (of(false), of(true));
    assert!(!plain.contains('\u{1b}') && coloured.contains("\u{1b}[31m[-") && coloured.contains("\u{1b}[32m{+"));
    let orders = ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[31m", "\u{1b}[32m"];
    assert_eq!(orders.iter().fold(coloured, |text, order| text.replace(order, "")), plain);
}

/// Once every row of a table of addresses would have been a line; unchanged points are a number in any case.
#[test]
fn what_is_long_and_what_is_unchanged_is_counted() {
    let of = |old: &str, new: &str| run_in(package(), &[old, new, "--lang=ru"], false).out;
    let wheelchairs = of(PAIRS[1].0, PAIRS[1].1);
    assert!(
        wheelchairs.contains("  - a1.t1, строки таблицы — исключено: 14; все строки — в `--format json`\n"),
        "{wheelchairs}"
    );
    assert!(!wheelchairs.contains("a1.t1, строка"), "{wheelchairs}");
    assert!(wheelchairs.contains("  = s1: без изменений 1 часть, под другим номером: 1\n"), "{wheelchairs}");
    // The points tell their rows where these are few.
    assert!(wheelchairs.contains("  - a1.t2, строка 1: [-Действие 1."), "{wheelchairs}");
}

/// The account of a pair, line by line; where words could not be compared, it says so and marks none of them as changed.
#[test]
fn the_account_is_the_one_that_was_read() {
    let cases = [
        ("permit.ru.txt", OLD, NEW, "--lang=ru"),
        (
            "languages.kk.txt",
            "almaty/2014-2-236/06-child-allowance",
            "karaganda/2014-34-05/01-targeted-social-assistance",
            "--lang=kk",
        ),
        ("permit-back.en.txt", NEW, OLD, "--lang=en"),
    ];
    for (name, old, new, lang) in cases {
        let outcome = run(&[old, new, lang]);
        assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
        let unsaid = ["[diff-", "{$", "{ $", "{\"", "None", "Some("];
        assert!(!unsaid.iter().any(|part| outcome.out.contains(part)), "{}", outcome.out);
        let too_wide: Vec<&str> = outcome.out.lines().filter(|line| line.chars().count() > 90).collect();
        assert!(too_wide.is_empty(), "{too_wide:?}");
        let path = package().join("tests/fixtures/diff").join(name);
        if std::env::var_os("QADAM_BLESS").is_some() {
            put(&package().join("tests/fixtures/diff"), name, &outcome.out);
        }
        let known = std::fs::read_to_string(&path).unwrap_or_default();
        let differing = known.lines().zip(outcome.out.lines()).find(|(known, own)| known != own);
        assert!(known == outcome.out, "{name}: {differing:?}; `QADAM_BLESS=1` records what you have read");
    }
}
