//! What the extraction from PDF does to a text, and the text as it was: cases cut from published acts, before and after.

use std::collections::BTreeMap;

use proptest::prelude::*;
use qadam::import::{Rule, read};
use qadam::lang::Lang;

/// The paragraphs of a text.
fn paragraphs(text: &str, lang: Lang) -> Vec<String> {
    read(text, lang).into_iter().map(|paragraph| paragraph.text).collect()
}

/// What is doubtful in a text, with its lines.
fn doubts(text: &str, lang: Lang) -> Vec<(usize, Rule)> {
    let doubts = read(text, lang).into_iter().flat_map(|paragraph| paragraph.doubts);
    doubts.map(|doubt| (doubt.line, doubt.rule)).collect()
}

#[track_caller]
fn becomes(lang: Lang, before: &str, after: &[&str]) {
    assert_eq!(paragraphs(before, lang), after);
    assert_eq!(doubts(before, lang), []);
}

#[test]
fn letters_that_stand_apart_are_words() {
    becomes(Lang::Ru, "      1 .  У т в е р д и т ь  п р и л а г а е м ы е :", &["1. Утвердить прилагаемые:"]);
    becomes(
        Lang::Ru,
        "      в течение 10 (десяти) рабочих дней со дня подачи\nт е ч е н и е  1 0  ( д е с я т ь )  д н е й ;",
        &["в течение 10 (десяти) рабочих дней со дня подачи течение 10 (десять) дней;"],
    );
    becomes(
        Lang::Kk,
        "      1 )  к ө р с е т і л е т і н  қ ы з м е т т і  б е р у ш і ;",
        &["1) көрсетілетін қызметті беруші;"],
    );
}

#[test]
fn only_the_spaced_part_of_a_line_is_joined() {
    becomes(Lang::Ru, "Сроки исполнения 30 минут Н е  м е н е е", &["Сроки исполнения 30 минут Не менее"]);
    becomes(Lang::Ru, "1 № действия (хода, потока работ) 1 2 3 4", &["1 № действия (хода, потока работ) 1 2 3 4"]);
}

#[test]
fn a_broken_word_is_joined_where_the_text_has_it_whole() {
    let sound = "      орындау мерзімі екі жұмыс күні;\n";
    let broken = "      орындау  мерз ім і  –  3  жұмыс  күн і ;";
    becomes(
        Lang::Kk,
        &format!("{sound}{broken}"),
        &["орындау мерзімі екі жұмыс күні;", "орындау мерзімі – 3 жұмыс күні;"],
    );
    assert_eq!(doubts(broken, Lang::Kk), [(1, Rule::BrokenWord)]);
    let spaced = "      прием документов; выдача справки.\n      прием  документов;  выдача  справки.";
    becomes(Lang::Ru, spaced, &["прием документов; выдача справки."; 2]);
}

#[test]
fn numbers_of_links_are_back_behind_what_they_number() {
    becomes(
        Lang::Ru,
        "      заявление согласно приложениям  или  к Стандарту;1 2",
        &["заявление согласно приложениям 1 или 2 к Стандарту;"],
    );
    becomes(
        Lang::Ru,
        "      формы согласно приложениям ,  к настоящему регламенту и в 3 4",
        &["формы согласно приложениям 3, 4 к настоящему регламенту и в"],
    );
    // A table without gaps is none.
    becomes(Lang::Ru, "      согласно приложениям к Стандарту 1 2", &["согласно приложениям к Стандарту 1 2"]);
}

#[test]
fn displaced_words_are_back_in_their_gaps() {
    becomes(
        Lang::Ru,
        "      документов, предусмотренных  Стандарта пунктом 9",
        &["документов, предусмотренных пунктом 9 Стандарта"],
    );
    // Glued to the last word, behind a full stop, in a letter-spaced line.
    becomes(
        Lang::Ru,
        "      1)  государственной услуги «Назначение пособиярегламент",
        &["1) регламент государственной услуги «Назначение пособия"],
    );
    becomes(
        Lang::Ru,
        "      указаны согласно  к настоящему Регламенту.приложению 2",
        &["указаны согласно приложению 2 к настоящему Регламенту."],
    );
    becomes(
        Lang::Kk,
        "      1) \"Көмек тағайындау\" мемлекеттік\nқ ы з м е т  ;р е г л а м е н т і",
        &["1) \"Көмек тағайындау\" мемлекеттік қызмет регламенті;"],
    );
    // The number of the link stands in the line above: that beside its other word is of the text.
    becomes(
        Lang::Kk,
        "      нәтижесі осы Регламенттің 5\n\n көрсетілген 2 іс-әрекетке негіз болады. 1 тармағында\nіс-әрекет бітеді.",
        &["нәтижесі осы Регламенттің 5 тармағында көрсетілген 2 іс-әрекетке негіз болады. 1 іс-әрекет бітеді."],
    );
    becomes(
        Lang::Kk,
        "      Стандарттың  көрсетілген құжаттарды тапсырады.9 тармағында",
        &["Стандарттың 9 тармағында көрсетілген құжаттарды тапсырады."],
    );
    // Two of them, the second one at the beginning of the next line.
    becomes(
        Lang::Ru,
        "      перерыв с 13.00 до 14.00 часов, кроме  и выходных праздничных \n\n, согласно законодательству Республики.дней",
        &["перерыв с 13.00 до 14.00 часов, кроме выходных и праздничных дней, согласно законодательству Республики."],
    );
    becomes(
        Lang::Ru,
        "      включительно с 9.00 до 18.00 часов, кроме\n\n и , согласно законодательству выходных праздничных дней",
        &["включительно с 9.00 до 18.00 часов, кроме выходных и праздничных дней, согласно законодательству"],
    );
    // A sign that begins its line by itself; a wide space behind words that are missing at the beginning.
    becomes(
        Lang::Ru,
        "      работы с 9.00 до 20.00 часов без перерыва на обед\n, кроме  и , согласно законодательству выходных праздничных дней",
        &[
            "работы с 9.00 до 20.00 часов без перерыва на обед, кроме выходных и праздничных дней, согласно законодательству",
        ],
    );
    becomes(
        Lang::Ru,
        "      указаны в схематическом виде согласно \n\n к  настоящему регламенту.приложению 2",
        &["указаны в схематическом виде согласно приложению 2 к настоящему регламенту."],
    );
}

#[test]
fn a_blank_of_a_form_is_whole_and_no_number() {
    becomes(Lang::Ru, "      _ _ _ _ _ _ _ _", &["________"]);
}

#[test]
fn what_is_in_its_place_stays_there() {
    // Words like those of links at the end of a sound line; two spaces that are no gap; a gap just before them.
    becomes(
        Lang::Ru,
        "      согласно приложению к настоящему Регламенту",
        &["согласно приложению к настоящему Регламенту"],
    );
    becomes(Lang::Ru, "      прием  документов у заявителя", &["прием документов у заявителя"]);
    becomes(Lang::Ru, "      утвержденным за № 107,  постановлением", &["утвержденным за № 107, постановлением"]);
}

#[test]
fn what_cannot_be_placed_stays_and_is_doubtful() {
    let chain = "      , от 23 января 2001 года , от 17 июля 2001 года » «О занятости населения» «О";
    assert_eq!(doubts(chain, Lang::Ru), [(1, Rule::Gaps)]);
    let three = "      сведений по форме согласно  и  к Стандарту;приложению";
    assert_eq!(doubts(three, Lang::Ru), [(1, Rule::Gaps)]);
    assert_eq!(paragraphs(three, Lang::Ru), ["сведений по форме согласно и к Стандарту;приложению"]);
    assert_eq!(doubts("      0 2 0 1 0 0", Lang::Ru), [(1, Rule::LoneDigits)]);
}

#[test]
fn page_breaks_and_line_ends_leave_no_trace() {
    becomes(
        Lang::Ru,
        "      1) прием документов в\n\n\n\nэлектронном виде;\n      2) выдача (\nуведомление\n) получателю.",
        &["1) прием документов в электронном виде;", "2) выдача (уведомление) получателю."],
    );
    becomes(
        Lang::Ru,
        "1. Общие положения\n\n      1. Услуга оказывается\nбесплатно.",
        &["1. Общие положения", "1. Услуга оказывается бесплатно."],
    );
    assert_eq!(doubts("      протезно-\nортопедической", Lang::Ru), [(1, Rule::Hyphen)]);
}

/// The letters and signs of a text, counted.
fn signs(text: &str) -> BTreeMap<char, usize> {
    let mut signs = BTreeMap::new();
    text.chars().filter(|char| !char.is_whitespace()).for_each(|char| *signs.entry(char).or_default() += 1);
    signs
}

proptest! {
    /// Nothing is dropped and nothing is added, whatever the text is.
    #[test]
    fn every_sign_is_kept(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "пунктом 9", "Стандарта", "приложению", "регламент", "выходных", "праздничных дней", "у с л у г а", "күн і",
            " ", "  ", "      ", "\n", "\n\n\n\n", ",", ";", ".", "(", "»", "-", "1)", "9 тармағында", "қаулысымен", "и", "\t",
            "\u{a0}", "№ 5/7", "ә", "e\u{301}",
        ]), 0..60),
        is_kazakh in any::<bool>(),
    ) {
        let text: String = pieces.concat();
        let lang = if is_kazakh { Lang::Kk } else { Lang::Ru };
        let whole: String = read(&text, lang).into_iter().map(|paragraph| paragraph.text).collect();
        prop_assert_eq!(signs(&whole), signs(&text));
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,300}") {
        let whole: String = read(&text, Lang::Ru).into_iter().map(|paragraph| paragraph.text).collect();
        prop_assert_eq!(signs(&whole), signs(&text));
    }
}
