//! The act of 2019 against its text as published, which is a fixture.

use std::fmt::Write as _;

use qadam::collate::collate;
use qadam::diagnostic::Code;
use qadam::lang::{Lang, Text};
use qadam::model::{Act, Limit};
use sha2::{Digest as _, Sha256};

use super::{assert_recorded, corpus, package, run};

const TEXT: &str = "tests/fixtures/published/almaty-2019-2-260.ru.txt";

fn published() -> String {
    std::fs::read_to_string(package().join(TEXT)).unwrap()
}

fn act() -> Act {
    corpus(package()).acts.into_iter().find(|act| act.id == "almaty/2019-2-260").unwrap()
}

#[test]
fn the_encoding_repeats_the_published_text_word_for_word() {
    let digest = Sha256::digest(published().as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    assert_eq!(act().source.digest, format!("sha256:{digest}"));
    let (code, out, err) = run(package(), &["check", "--source", package().join(TEXT).to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(err.contains("the encoding repeats the published text word for word"), "{err}");
}

/// Whatever word the publication loses or gains, it is noticed.
#[test]
fn a_word_more_or_less_is_noticed_wherever_it_stands() {
    let (act, text) = (act(), published());
    assert!(collate(&act, &text).is_exact());
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    // Every 41st word: a prime, so that it is no word of a pattern.
    for at in (0..words.len()).step_by(41).filter(|at| words[*at].chars().filter(|c| c.is_alphanumeric()).count() > 2) {
        let without: String =
            words.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, word)| *word).collect();
        let collation = collate(&act, &without);
        assert!(!collation.is_exact(), "nobody missed word {at}, `{}`", words[at].trim());
        let with: String = words
            .iter()
            .enumerate()
            .map(|(index, word)| if index == at { format!("лишнее {word}") } else { (*word).to_owned() })
            .collect();
        assert!(!collate(&act, &with).is_exact(), "nobody minded a word before word {at}");
    }
}

/// Every step with who acts and how long, as the text has it. The record was read against the published text.
#[test]
fn every_step_has_its_participant_and_its_limit() {
    let act = act();
    let mut text = String::new();
    let mut steps = 0;
    for regulation in &act.regulations {
        for process in &regulation.processes {
            let _ = writeln!(text, "{} {} ({})", regulation.name, process.name, process.role.as_str());
            for step in &process.steps {
                steps += 1;
                let name = |id: &String| regulation.participant(id).unwrap().name.words.clone();
                let names = |ids: &[String]| ids.iter().map(name).collect::<Vec<_>>().join(", ");
                let written = step.doers.as_written.as_ref().map(|words| format!(" («{}»)", words.words));
                let limits: Vec<String> = step.limits.iter().map(limit).collect();
                let _ = writeln!(
                    text,
                    "  {} {} | {}{} | to {} | at {} | {}",
                    step.id,
                    step.kind.as_str(),
                    names(&step.doers.ids),
                    written.unwrap_or_default(),
                    names(&step.to),
                    names(&step.at),
                    limits.join("; ")
                );
            }
        }
    }
    assert_eq!(steps, 42);
    assert_recorded("published/almaty-2019-2-260.steps.txt", &text);
}

fn limit(limit: &Limit) -> String {
    let measure =
        limit.measure.map_or_else(String::new, |measure| format!("{} {}", measure.value, measure.unit.as_str()));
    let bound = limit.bound.map_or("", |bound| bound.as_str());
    let from = limit.from.as_ref().map(|from| format!(" from «{}»", from.words)).unwrap_or_default();
    format!("«{}» = {} {measure}{from}", limit.words.words, bound)
}

/// Of the act of 2019 nothing is left untranslated, of the others no title, heading or participant; and no translation
/// claims to be official.
#[test]
fn everything_is_translated_and_said_to_be_unofficial() {
    let (project, _) = qadam::source::read_project(package());
    let (corpus, diagnostics) = qadam::resolve::resolve(&project);
    assert!(diagnostics.iter().all(|it| it.code == Code::Untranslated), "{diagnostics:?}");
    let is_translated = |text: &Text| {
        let speaks = text.words.chars().any(char::is_alphabetic);
        !speaks || text.get(Lang::Ru).is_some() && text.get(Lang::Kk).is_some()
    };
    let mut missing = Vec::new();
    for act in &corpus.acts {
        let is_whole = act.id == "almaty/2019-2-260";
        let named = act.regulations.iter().flat_map(|it| it.participants.iter().map(|person| &person.name));
        let titles = act.regulations.iter().map(|regulation| &regulation.title).chain(named);
        missing.extend(titles.filter(|text| !is_translated(text)).map(|text| text.words.clone()));
        for nodes in act.regulations.iter().map(|regulation| &regulation.text).chain([&act.text]) {
            qadam::model::walk(nodes, &mut |node| {
                let texts = node.text.iter().filter(|_| is_whole);
                missing.extend(
                    node.title.iter().chain(texts).filter(|text| !is_translated(text)).map(|text| text.words.clone()),
                );
                // What the glossary has from acts in both languages is official; a translation of a whole act is not.
                for text in node.title.iter().chain(&node.text).filter(|_| is_whole) {
                    let status = text.translation.as_ref().map(|translation| translation.status.as_str());
                    assert!([None, Some("unofficial")].contains(&status), "{}: {status:?}", node.id);
                }
            });
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
