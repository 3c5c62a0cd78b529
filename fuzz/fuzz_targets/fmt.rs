//! `fmt` over any text: what comes out is canonical already, says the same to this program and to another reader of
//! YAML, and has the same comments. A sound file is never refused without a reason that its author can see.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qadam::diagnostic::{Code, Diagnostic, FileId};
use qadam::source::format_text;
use qadam::source::yaml::{NodeId, NodeKind, Tree};
use qadam_fuzz::{on_one_thread, project};
use std::collections::BTreeMap;

/// What a text says, whatever the order of its keys.
#[derive(Debug, PartialEq)]
enum Said {
    Nothing,
    Text(String),
    List(Vec<Said>),
    Map(BTreeMap<String, Said>),
}

fn said(tree: &Tree, id: NodeId) -> Said {
    match &tree.node(id).kind {
        NodeKind::Scalar { .. } if tree.is_null(id) => Said::Nothing,
        NodeKind::Scalar { text, .. } => Said::Text(text.clone()),
        NodeKind::List(items) => Said::List(items.iter().map(|item| said(tree, *item)).collect()),
        NodeKind::Map(entries) => {
            let entry =
                |(key, value): &(NodeId, NodeId)| (tree.scalar(*key).unwrap_or("").to_owned(), said(tree, *value));
            Said::Map(entries.iter().map(entry).collect())
        }
    }
}

fn read(text: &str) -> Said {
    let (tree, faults) = Tree::parse(FileId(0), text);
    assert!(faults.is_empty(), "{faults:?}");
    let tree = tree.expect("a text without faults has a tree");
    said(&tree, tree.root())
}

/// Whether two values are the same wherever both are texts. Another reader takes plain words for numbers, so kinds of
/// scalars are not compared.
fn agree(a: &yaml_serde::Value, b: &yaml_serde::Value) -> bool {
    use yaml_serde::Value::{Mapping, Sequence, String};
    match (a, b) {
        (Sequence(a), Sequence(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b)),
        (Mapping(a), Mapping(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_none_or(|other| agree(value, other)))
        }
        (String(a), String(b)) => a == b,
        (Sequence(_) | Mapping(_), _) | (_, Sequence(_) | Mapping(_)) => false,
        _ => true,
    }
}

fuzz_target!(
    init: on_one_thread(),
    |data: &[u8]| {
        let Some((which, bytes)) = data.split_first() else { return };
        let Ok(text) = std::str::from_utf8(bytes) else { return };
        let text = text.trim_start_matches('\u{feff}');
        let path = project::choose(*which);
        let (canonical, faults) = format_text(path, text);
        let Some(canonical) = canonical else {
            assert!(!faults.is_empty(), "nothing comes out and nothing is said");
            let is_own = |fault: &Diagnostic| fault.args.iter().any(|(_, value)| value.starts_with("formatting would"));
            let own = faults.iter().find(|fault| fault.code == Code::CannotFormat && is_own(fault));
            assert!(own.is_none(), "a sound file cannot be formatted: {own:?}");
            return;
        };
        let (again, faults) = format_text(path, &canonical);
        assert!(faults.is_empty(), "the canonical form has faults: {faults:?}\n{canonical}");
        assert_eq!(again.as_deref(), Some(canonical.as_str()), "the canonical form is not canonical");
        assert_eq!(read(text), read(&canonical), "formatting changed a value:\n{canonical}");
        if let Ok(before) = yaml_serde::from_str::<yaml_serde::Value>(text) {
            let after = yaml_serde::from_str::<yaml_serde::Value>(&canonical);
            assert!(after.is_ok_and(|after| agree(&before, &after)), "another reader finds it changed:\n{canonical}");
        }
    }
);
