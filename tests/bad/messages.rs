//! The messages of all locales, against each other and against what was provoked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use qadam::diagnostic::Code;
use qadam::lang::Locale;

use super::by_code::{self, Provoked};
use super::{CASES, assert_none};

/// The parts of a message (`""` is its text, else an attribute), each with the arguments that it uses.
type Parts = BTreeMap<String, BTreeSet<String>>;

/// The messages of `diagnostics.ftl`, by id.
fn parts(locale: Locale) -> BTreeMap<String, Parts> {
    let path = format!("site/locales/{}/diagnostics.ftl", locale.as_str());
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let resource = fluent_syntax::parser::parse(text.as_str()).unwrap();
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut parts = Parts::new();
        let own = message.value.iter().map(|value| ("", value));
        let attributes = message.attributes.iter().map(|attribute| (attribute.id.name, &attribute.value));
        for (name, pattern) in own.chain(attributes) {
            let mut arguments = BTreeSet::new();
            read_pattern(pattern, &mut arguments);
            parts.insert(name.to_owned(), arguments);
        }
        let id = message.id.name.to_owned();
        assert!(messages.insert(id, parts).is_none(), "{}: `{}` stands twice", locale.as_str(), message.id.name);
    }
    messages
}

fn read_pattern(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => read_inline(inline, arguments),
            Expression::Select { selector, variants } => {
                read_inline(selector, arguments);
                for variant in variants {
                    read_pattern(&variant.value, arguments);
                }
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("this test does not understand {other:?}"),
    }
}

/// Everything that fixtures and code provoke.
fn provoked() -> Vec<Provoked> {
    let fixtures = CASES.iter().flat_map(|(_, report)| &report.diagnostics).map(Provoked::of);
    fixtures.chain(by_code::ALL.iter().flat_map(|(_, provoke)| provoke())).collect()
}

#[test]
fn every_code_has_a_message_and_a_help_in_every_locale() {
    let mut faults = Vec::new();
    for locale in Locale::ALL {
        let messages = parts(locale);
        for code in Code::ALL.iter().map(|code| code.as_str()) {
            for part in ["", "help"] {
                if messages.get(code).is_none_or(|parts| !parts.contains_key(part)) {
                    faults.push(format!("{}: `{code}` has no {part:?}", locale.as_str()));
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_locales_have_the_same_messages_with_the_same_parts_and_arguments() {
    let english = parts(Locale::En);
    let mut faults = Vec::new();
    for locale in [Locale::Ru, Locale::Kk] {
        let own = parts(locale);
        for id in english.keys().chain(own.keys()).collect::<BTreeSet<_>>() {
            if english.get(id) != own.get(id) {
                faults.push(format!("`{id}`\n  en: {:?}\n  {}: {:?}", english.get(id), locale.as_str(), own.get(id)));
            }
        }
    }
    assert_none(&faults);
}

/// A message that neither a code nor the command line names is left over from something.
#[test]
fn no_message_is_left_over() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(src).into_iter().map(|entry| entry.unwrap().into_path());
    let code: String = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let messages = parts(Locale::En);
    let left = messages.keys().filter(|id| !known.contains(id.as_str()) && !code.contains(&format!("\"{id}\"")));
    assert_none(&left.map(|id| format!("`{id}` is used by nothing")).collect::<Vec<_>>());
}

/// Fluent takes the default variant for an argument that is not passed: no rendered text would show it.
#[test]
fn every_argument_of_a_message_is_passed_and_every_one_that_is_passed_is_used() {
    let english = parts(Locale::En);
    let mut faults = BTreeSet::new();
    for provoked in provoked() {
        let Some(args) = &provoked.args else { continue };
        let passed: BTreeSet<&str> = args.iter().map(|(name, _)| *name).collect();
        let used: BTreeSet<&str> = english[&provoked.code].values().flatten().map(String::as_str).collect();
        faults.extend(used.difference(&passed).map(|name| format!("`{}` is not passed `{name}`", provoked.code)));
        faults.extend(passed.difference(&used).map(|name| format!("`{}` does not use `{name}`", provoked.code)));
        if args.len() > passed.len() {
            faults.insert(format!("`{}` is passed an argument twice: {args:?}", provoked.code));
        }
    }
    assert_none(&faults.into_iter().collect::<Vec<_>>());
}

#[test]
fn every_text_is_written_out_in_every_locale() {
    let mut faults = BTreeSet::new();
    for provoked in provoked() {
        assert_eq!(provoked.texts.len(), Locale::ALL.len());
        for (locale, message, help) in &provoked.texts {
            for text in [Some(message), help.as_ref()] {
                let text = text.map_or("", String::as_str);
                let unfilled = ["{$", "{ $", "``", "`none`"].iter().any(|part| text.contains(part));
                if text.trim().is_empty() || unfilled || text.contains(&format!("[{}]", provoked.code)) {
                    faults.insert(format!("{}: `{}`: {text:?}", locale.as_str(), provoked.code));
                }
            }
        }
    }
    assert_none(&faults.into_iter().collect::<Vec<_>>());
}

/// A place without a label is a line with a mark under it and no reason given.
#[test]
fn marked_places_are_labelled() {
    let english = parts(Locale::En);
    let mut faults = BTreeSet::new();
    for diagnostic in CASES.iter().flat_map(|(_, report)| &report.diagnostics) {
        let code = diagnostic.code.as_str();
        for (part, place) in [("label", diagnostic.span), ("also", diagnostic.also)] {
            // A file that holds nothing has nothing to mark.
            if place.is_some_and(|place| place.end > place.start) && !english[code].contains_key(part) {
                faults.insert(format!("`{code}` has no .{part}"));
            }
        }
    }
    assert_none(&faults.into_iter().collect::<Vec<_>>());
}
