//! Any text, page or archive: it is refused with a reason, or becomes drafts that read as YAML and have every Cyrillic letter
//! of its paragraphs.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qadam::diagnostic::FileId;
use qadam::import::{Doubt, Form, Lexicon, Request, drafted, paragraphs_of};
use qadam::lang::Lang;
use qadam::source::read_yaml;
use qadam::source::schema::GlossaryFile;
use qadam::source::yaml::{Tree, is_unprintable};

/// Whom the project knows, by language.
static LEXICONS: LazyLock<[Lexicon; 2]> = LazyLock::new(|| {
    let (glossary, _) = read_yaml::<GlossaryFile>(FileId(0), include_str!("../../regulations/glossary.yaml"));
    let glossary = glossary.expect("the glossary of the project is sound");
    [Lexicon::new(&glossary, Lang::Ru), Lexicon::new(&glossary, Lang::Kk)]
});

/// Letters that the importer does not fold, counted.
fn letters<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for char in texts.flat_map(str::chars).filter(|char| ('а'..='я').contains(char)) {
        *letters.entry(char).or_default() += 1;
    }
    letters
}

fuzz_target!(|data: &[u8]| {
    let form = Form::of(data);
    let text = match std::str::from_utf8(data) {
        Ok(text) if !text.contains(is_unprintable) => text,
        _ if form == Form::Docx => "",
        _ => return,
    };
    let Ok((paragraphs, lang)) = paragraphs_of(form, data, text, None) else { return };
    let wanted = letters(paragraphs.iter().map(|paragraph| paragraph.text.as_str()));
    let request = Request { act: "almaty/2030-1-1", lang, digest: "sha256:0", form: form.as_str() };
    let lexicon = &LEXICONS[usize::from(lang == Lang::Kk)];
    let draft = drafted(paragraphs, &request, lexicon, &[], &|doubt: &Doubt| doubt.rule.as_str().to_owned());
    let found = letters(draft.printed().into_iter());
    for (char, count) in wanted {
        assert!(found.get(&char).copied().unwrap_or_default() >= count, "`{char}` was dropped");
    }
    for (name, text) in &draft.files {
        if form != Form::Docx {
            let (_, faults) = Tree::parse(FileId(0), text);
            assert!(faults.is_empty(), "{name}: {faults:?}\n{text}");
        }
    }
});
