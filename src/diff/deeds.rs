//! What is done, whatever the words and the language: the deeds of the field, by the beginnings of the words that name them.
//!
//! «Прием документов», «принимает заявление», «құжаттарды қабылдайды» are one deed. The lists are of the words with which
//! regulations of 2011–2019 name what workers of a provider do.

use crate::lang::Lang;

/// A deed: its name here, and the beginnings of words that name it in Russian and in Kazakh.
type Deed = (&'static str, &'static [&'static str], &'static [&'static str]);

const DEEDS: &[Deed] = &[
    (
        "apply",
        &["подает", "подач", "обраща", "представл", "предоставл"],
        &["тапсырад", "тапсырған", "тапсыру", "жүгін"],
    ),
    ("accept", &["прием", "прини", "приня"], &["қабыл"]),
    ("register", &["регистр"], &["тірке"]),
    ("receipt", &["талон", "распис"], &["талон", "қолхат"]),
    ("consider", &["рассмат", "рассмот", "ознак"], &["қарайд", "қараст", "қарау", "қарап", "таныс"]),
    ("assign", &["отписыв", "резолюц", "поруч", "исполнение"], &["тапсырма", "бұрышт"]),
    ("check", &["провер", "сверя", "сверк", "полнот"], &["тексеред", "тексеріп", "салыст", "толықт"]),
    ("examine", &["обследов", "материальн"], &["материалд"]),
    ("conclude", &["заключен"], &["қорытынд"]),
    ("act", &["акт"], &["акт"]),
    ("draw-up", &["готови", "подгот", "оформл", "составл", "проект"], &["дайынд", "ресімд", "рәсімд", "әзірл", "жоба"]),
    ("decide", &["решени"], &["шешім"]),
    ("sign", &["подпис"], &["қоя", "қою", "қойы"]),
    ("send", &["направл", "переда", "отправл"], &["жолда", "жібер", "береді", "беріп"]),
    ("notify", &["уведомл", "извещ"], &["хабарлай", "хабарлан", "хабардар"]),
    ("hand-out", &["выдает", "выдач", "вруч", "получени"], &["беред", "беру"]),
    ("enter", &["занос", "занес", "внос", "внес", "ввод"], &["енгіз"]),
    ("ask", &["запрос", "запраш"], &["сұрау", "сұран", "сұрат"]),
    ("refuse", &["отказ"], &["тарт"]),
    ("consent", &["соглас"], &["келісі"]),
    ("scan", &["сканир"], &["сканер"]),
    ("authorise", &["авториз", "подлинн"], &["авторл", "түпнұс", "дәйек"]),
    ("process", &["обработ", "исполняет"], &["өңде", "орындайд"]),
    ("form", &["формирован", "формиру"], &["қалыптас"]),
    ("attach", &["прикреп"], &["бекіт"]),
    ("pay", &["оплат"], &["төле"]),
];

/// Words that begin like the name of a deed and are none: «беруші» is the provider.
const NO_DEEDS: [&str; 1] = ["беруш"];

/// Deeds of which nearly every step has one: by them alone nothing is a part of another step.
const COMMON: [&str; 3] = ["send", "sign", "register"];

/// The deeds that a text tells, in the order of the list.
pub(super) fn deeds(words: &[String], lang: Lang) -> Vec<&'static str> {
    let is_deed = |word: &&String| NO_DEEDS.iter().all(|other| !word.starts_with(other));
    let tells = |(_, ru, kk): &&Deed| {
        let beginnings = if lang == Lang::Ru { ru } else { kk };
        words.iter().filter(is_deed).any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
    };
    DEEDS.iter().filter(tells).map(|(name, ..)| *name).collect()
}

/// Whether a deed tells a step from others.
pub(super) fn is_telling(deed: &str) -> bool {
    !COMMON.contains(&deed)
}
