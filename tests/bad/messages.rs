//! The messages against what was provoked. Whether they exist in all locales, `tests/messages.rs` tests.

use std::collections::BTreeSet;

use qadam::lang::Locale;

use super::by_code::{self, Provoked};
use super::ftl::parts;
use super::{CASES, assert_none};

/// Everything that fixtures and code provoke.
fn provoked() -> Vec<Provoked> {
    let fixtures = CASES.iter().flat_map(|(_, report)| &report.diagnostics).map(Provoked::of);
    fixtures.chain(by_code::ALL.iter().flat_map(|(_, provoke)| provoke())).collect()
}

/// Fluent takes the default variant for an argument that is not passed: no rendered text would show it.
#[test]
fn every_argument_of_a_message_is_passed_and_every_one_that_is_passed_is_used() {
    let english = parts(Locale::En, "diagnostics.ftl");
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
    let english = parts(Locale::En, "diagnostics.ftl");
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
