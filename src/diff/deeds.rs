//! What is done, whatever the words and the language: the deeds of the field, by the beginnings of the words that name them.
//!
//! «Прием документов», «принимает заявление», «құжаттарды қабылдайды» are one deed. The lists are of the words with which
//! regulations of 2011–2019 name what workers of a provider do.

use crate::lang::Lang;

/// A deed: its name here, and the beginnings of words that name it in Russian and in Kazakh.
type Deed = (&'static str, &'static [&'static str], &'static [&'static str]);

const DEEDS: &[Deed] = &[
    ("apply", &["подает", "подач", "обраща", "представл", "предоставл"], &["тапсыр", "жүгін"]),
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
    ("notify", &["уведомл", "извещ"], &["хабар"]),
    ("hand-out", &["выдает", "выдач", "вруч", "получение"], &["беред", "беру"]),
    ("enter", &["занос", "занес", "внос", "внес", "ввод"], &["енгіз"]),
    ("ask", &["запрос", "запраш"], &["сұрау", "сұран", "сұрат"]),
    ("refuse", &["отказ"], &["тарт"]),
    ("consent", &["соглас"], &["келісі"]),
    ("scan", &["сканир"], &["сканер"]),
    ("authorise", &["авториз", "подлинн"], &["авторл", "түпнұс", "дәйек"]),
    ("pay", &["оплат"], &["төле"]),
];

/// The deeds that a text tells, in the order of the list.
pub(super) fn deeds(words: &[String], lang: Lang) -> Vec<&'static str> {
    let tells = |(_, ru, kk): &&Deed| {
        let beginnings = if lang == Lang::Ru { ru } else { kk };
        words.iter().any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
    };
    DEEDS.iter().filter(tells).map(|(name, ..)| *name).collect()
}
