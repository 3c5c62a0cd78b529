//! Files of messages as Fluent reads them: ids, attributes, arguments.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use qadam::lang::Locale;

/// The parts of a message (`""` is its text, else an attribute), each with the arguments that it uses.
pub type Parts = BTreeMap<String, BTreeSet<String>>;

/// The messages of a file of a locale, by id.
pub fn parts(locale: Locale, file: &str) -> BTreeMap<String, Parts> {
    let path = format!("site/locales/{}/{file}", locale.as_str());
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
