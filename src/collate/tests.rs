//! Small texts held against small encodings.

use super::*;
use crate::lang::{Lang, Text};
use crate::model::{ActRef, Dated, Node, NodeKind, Provenance, Table};
use crate::vocabulary::HeadingState;

fn node(id: &str, kind: NodeKind, number: Option<&str>, text: Option<&str>) -> Node {
    Node {
        id: id.to_owned(),
        kind,
        number: number.map(str::to_owned),
        title: None,
        text: text.map(|words| Text::original(Lang::Ru, words)),
        process: None,
        table: None,
        lost: None,
        heading: None,
        slips: Vec::new(),
        defines: Vec::new(),
        refers: Vec::new(),
        refers_from: Vec::new(),
        amended: Vec::new(),
        doubt: None,
        redacted: None,
        span: Span::default(),
        children: Vec::new(),
    }
}

/// A point for each `anchor: number|text`, a paragraph where there is no number.
fn nodes(entries: &[(&str, &str)]) -> Vec<Node> {
    entries
        .iter()
        .map(|(id, text)| match text.split_once('|') {
            Some((number, text)) => node(id, NodeKind::Point, Some(number), Some(text)),
            None => node(id, NodeKind::Paragraph, None, Some(text)),
        })
        .collect()
}

fn act(text: Vec<Node>) -> Act {
    Act {
        id: "place/2000-1".to_owned(),
        name: ActRef {
            id: "place/2000-1".to_owned(),
            number: "1".to_owned(),
            signed: Dated::Unknown,
            title: None,
            encoded: true,
            body: None,
        },
        digest: String::new(),
        place: "place".to_owned(),
        adopted_by: Text::original(Lang::Ru, "акимат"),
        lang: Lang::Ru,
        title: Text::original(Lang::Ru, "О чем-то"),
        number: "1".to_owned(),
        signed: Dated::Unknown,
        registered: None,
        published: None,
        in_force: None,
        effect: None,
        amends: Vec::new(),
        repeals: Vec::new(),
        repealed: None,
        others: Vec::new(),
        source: Provenance { publisher: None, address: None, form: None, digest: String::new() },
        tables: std::collections::BTreeMap::new(),
        text,
        regulations: Vec::new(),
    }
}

fn collated(source: &str, entries: &[(&str, &str)]) -> Collation {
    collate(&act(nodes(entries)), source)
}

/// `line words @near` for what is missing.
fn missing(collation: &Collation) -> Vec<String> {
    let near = |missing: &Missing| missing.near.as_ref().map_or("-", |place| place.anchor.as_str()).to_owned();
    collation.missing.iter().map(|entry| format!("{} {} @{}", entry.line, entry.words, near(entry))).collect()
}

fn surplus(collation: &Collation) -> Vec<String> {
    collation.surplus.iter().map(|entry| format!("{} {}", entry.place.anchor, entry.words)).collect()
}

fn moved(collation: &Collation) -> Vec<String> {
    let entry =
        |entry: &Moved| format!("{} {} @{} {:?}", entry.line, entry.words, entry.place.anchor, entry.displacement);
    collation.moved.iter().map(entry).collect()
}

const NOTHING: [&str; 0] = [];

#[track_caller]
fn assert_exact(collation: &Collation) {
    assert_eq!(missing(collation), NOTHING);
    assert_eq!(surplus(collation), NOTHING);
    assert_eq!(moved(collation), NOTHING);
    assert!(collation.is_exact());
    assert!((collation.recall - 1.0).abs() < f64::EPSILON && (collation.precision - 1.0).abs() < f64::EPSILON);
}

const THREE_POINTS: &str = "\
      1. Специалист принимает заявление и документы
услугополучателя. Затем он регистрирует их в журнале.
      2. Руководитель подписывает уведомление.
      3. Специалист выдает уведомление в течение 10 (десяти) минут.
";

const THREE_NODES: [(&str, &str); 3] = [
    ("p1", "1.|Специалист принимает заявление и документы услугополучателя. Затем он регистрирует их в журнале."),
    ("p2", "2.|Руководитель подписывает уведомление."),
    ("p3", "3.|Специалист выдает уведомление в течение 10 (десяти) минут."),
];

#[test]
fn an_equal_text_is_exact() {
    let collation = collated(THREE_POINTS, &THREE_NODES);
    assert_exact(&collation);
    assert_eq!(collation.letters, THREE_POINTS.chars().filter(|letter| letter.is_alphanumeric()).count());
}

#[test]
fn case_quotes_dashes_and_spaces_are_folded() {
    assert_exact(&collated("«О  порядке» –\nПОРЯДОК — 5.", &[("par1", "\"О порядке\" - порядок - 5)")]));
}

#[test]
fn a_missing_sentence_is_reported_with_its_line() {
    let mut entries = THREE_NODES;
    entries[0].1 = "1.|Специалист принимает заявление и документы услугополучателя.";
    let collation = collated(THREE_POINTS, &entries);
    assert_eq!(missing(&collation), ["2 Затем он регистрирует их в журнале @p1"]);
    assert_eq!(surplus(&collation), NOTHING);
    assert!(collation.recall < 1.0 && (collation.precision - 1.0).abs() < f64::EPSILON);
}

#[test]
fn a_surplus_word_is_reported_with_its_anchor() {
    let mut entries = THREE_NODES;
    entries[1].1 = "2.|Руководитель немедленно подписывает уведомление.";
    let collation = collated(THREE_POINTS, &entries);
    assert_eq!(surplus(&collation), ["p2 немедленно"]);
    assert_eq!(missing(&collation), NOTHING);
    assert!(collation.precision < 1.0 && (collation.recall - 1.0).abs() < f64::EPSILON);
}

#[test]
fn surplus_words_of_two_nodes_are_two_entries() {
    let collation = collated("Начало. Конец.", &[("par1", "Начало. Лишнее"), ("par2", "слово."), ("par3", "Конец.")]);
    assert_eq!(surplus(&collation), ["par1 Лишнее", "par2 слово"]);
}

#[test]
fn a_changed_number_is_missing_and_surplus() {
    let mut entries = THREE_NODES;
    entries[2].1 = "4.|Специалист выдает уведомление в течение 15 (десяти) минут.";
    let collation = collated(THREE_POINTS, &entries);
    assert_eq!(missing(&collation), ["4 3 @p2", "4 10 @p3"]);
    assert_eq!(surplus(&collation), ["p3 4", "p3 15"]);
}

#[test]
fn the_displaced_words_of_a_link_are_moved_and_not_missing() {
    let source = "      1. Внести в  акимата города от 30 ноября 2017 года № постановление\n4/496 изменения:\n";
    let collation = collated(
        source,
        &[("p1", "1|Внести в постановление акимата города от 30 ноября 2017 года № 4/496 изменения:")],
    );
    assert_eq!(moved(&collation), ["1 постановление @p1 Link"]);
    assert!(collation.is_exact());
}

#[test]
fn of_two_neighbours_that_changed_places_the_one_at_the_end_of_the_line_is_moved() {
    let source = "года \" \", акимат государственных услугах О правовых актах\nгорода постановляет";
    let collation =
        collated(source, &[("par1", "года государственных услугах О правовых актах, акимат города постановляет")]);
    assert_eq!(moved(&collation), ["1 государственных услугах О правовых актах @par1 Link"]);
}

#[test]
fn terms_that_changed_places_are_found_among_the_moved() {
    let source = "прием в течение 5 минут, выдача не позднее 10 дней со дня приема.";
    let collation = collated(source, &[("par1", "прием в течение 10 минут, выдача не позднее 5 дней со дня приема.")]);
    assert_eq!(moved(&collation), ["1 5 @par1 Order", "1 10 @par1 Order"]);
}

#[test]
fn words_that_stand_far_away_are_missing_and_surplus() {
    let filling: Vec<String> = (0..200).map(|index| format!("слово{}", "а".repeat(index))).collect();
    let filling = filling.join(" ");
    let source = format!("Далекое предложение. {filling}");
    let text = format!("{filling} Далекое предложение.");
    let collation = collated(&source, &[("par1", &text)]);
    assert_eq!(missing(&collation), ["1 Далекое предложение @par1"]);
    assert_eq!(surplus(&collation), ["par1 Далекое предложение"]);
}

#[test]
fn a_letter_spaced_line_is_put_together() {
    let source = "      4 )  с п е ц и а л и с т  ;у с л у г о д а т е л я\nп о  №  3 4 / 0 5  о т  2 0 1 4  г о д а";
    let collation = collated(source, &[("p4", "4)|специалист услугодателя; по № 34/05 от 2014 года")]);
    assert_exact(&collation);
}

#[test]
fn a_letter_spaced_line_without_gaps_is_taken_apart() {
    assert_exact(&collated("о н  и\nн а д о м у и с о с е д у д а ю т", &[("par1", "он и на дому и соседу дают")]));
}

#[test]
fn spaced_digits_are_one_number_or_many() {
    assert_exact(&collated("адрес\n0 2 0 1 0 0 ,\nгород", &[("par1", "адрес 020100, город")]));
    assert_exact(&collated("столбцы\n1 2 3\nконец", &[("par1", "столбцы 1 2 3 конец")]));
}

#[test]
fn numbers_are_not_joined() {
    let collation = collated("согласно пунктам 1, 2 Стандарта", &[("par1", "согласно пунктам 12 Стандарта")]);
    assert_eq!(missing(&collation), ["1 1, 2 @par1"]);
    assert_eq!(surplus(&collation), ["par1 12"]);
}

#[test]
fn a_word_broken_in_two_is_whole() {
    assert_exact(&collated("выдает уведом\nление заявителю", &[("par1", "выдает уведомление заявителю")]));
    assert_exact(&collated("выдает уведом-\nление заявителю", &[("par1", "выдает уведомление заявителю")]));
}

#[test]
fn glued_words_are_taken_apart() {
    assert_exact(&collated("подает заявлениеи документы", &[("par1", "подает заявление и документы")]));
    assert_exact(&collated("пода етзая вление и документы", &[("par1", "подает заявление и документы")]));
}

#[test]
fn a_broken_word_that_was_displaced_is_moved() {
    let source = "утвержденный указанным , изложить в новой редакции постанов лением\nсогласно приложению";
    let collation = collated(
        source,
        &[("par1", "утвержденный указанным постановлением, изложить в новой редакции согласно приложению")],
    );
    assert_eq!(moved(&collation), ["1 постанов лением @par1 Link"]);
    assert!(collation.is_exact());
}

#[test]
fn letters_that_look_alike_are_equal() {
    // Latin: i, C, a, B; a decomposed й; a soft hyphen.
    let source = "iс Cроки мaй B срок мои\u{306} уве\u{ad}домление";
    assert_exact(&collated(source, &[("par1", "іс Сроки май В срок мой уведомление")]));
}

#[test]
fn of_equal_points_the_one_that_was_left_out_is_reported() {
    let source = "      5. Содержание:\n      1) специалист готовит ответ;\n      2) руководитель подписывает ответ.\n      \
        8. Порядок:\n      1) специалист готовит ответ;\n      2) руководитель подписывает ответ.\n      9. Конец.\n";
    let entries = [
        ("p5", "5|Содержание:"),
        ("p5.1", "1)|специалист готовит ответ;"),
        ("p5.2", "2)|руководитель подписывает ответ."),
        ("p8", "8|Порядок:"),
        ("p8.1", "1)|специалист готовит ответ;"),
        ("p8.2", "2)|руководитель подписывает ответ."),
        ("p9", "9|Конец."),
    ];
    let expected = [
        (1, "2 1) специалист готовит ответ @p5"),
        (2, "3 2) руководитель подписывает ответ @p5.1"),
        (4, "5 1) специалист готовит ответ @p8"),
        (5, "6 2) руководитель подписывает ответ @p8.1"),
    ];
    for (index, report) in expected {
        let mut rest = entries.to_vec();
        rest.remove(index);
        let collation = collated(source, &rest);
        assert_eq!(missing(&collation), [report]);
        assert_eq!((surplus(&collation), moved(&collation)), (Vec::new(), Vec::new()));
    }
}

#[test]
fn what_was_left_out_begins_where_a_sentence_begins() {
    let source = "Прием документов. Выдача документов. Возврат документов.";
    let collation = collated(source, &[("par1", "Прием документов. Возврат документов.")]);
    assert_eq!(missing(&collation), ["1 Выдача документов @par1"]);
    let collation = collated("Прием документов.", &[("par1", "Прием документов."), ("par2", "Выдача документов.")]);
    assert_eq!(surplus(&collation), ["par2 Выдача документов"]);
}

#[test]
fn empty_inputs_are_exact() {
    assert_exact(&collated("", &[]));
    assert_exact(&collated(" \n\n–\n", &[("par1", "«»")]));
}

#[test]
fn an_empty_side_leaves_the_other_alone() {
    let collation = collated("\nОдно слово.\nДва слова.", &[]);
    assert_eq!(missing(&collation), ["2 Одно слово. Два слова @-"]);
    assert!(collation.recall.abs() < f64::EPSILON && (collation.precision - 1.0).abs() < f64::EPSILON);
    let collation = collated("", &[("par1", "Одно слово.")]);
    assert_eq!(surplus(&collation), ["par1 Одно слово"]);
    assert!((collation.recall - 1.0).abs() < f64::EPSILON && collation.precision.abs() < f64::EPSILON);
}

#[test]
fn cells_are_read_row_by_row_and_a_stamp_before_the_title() {
    let text = |words: &str| Text::original(Lang::Ru, words);
    let mut table = node("a1.t1", NodeKind::Table, None, None);
    table.title = Some(text("Таблица 1"));
    table.table = Some(Table {
        columns: vec![text("Действие"), text("Срок")],
        rows: vec![vec![Some(text("Прием")), Some(text("15 минут"))], vec![Some(text("Выдача")), None]],
        ..Table::default()
    });
    let mut annex = node("a1", NodeKind::Annex, Some("1"), None);
    annex.title = Some(text("Описание"));
    annex.children = vec![node("a1.stamp1", NodeKind::Stamp, None, Some("Приложение 1")), table];
    let mut lost = node("a2", NodeKind::Annex, Some("2"), None);
    lost.heading = Some(HeadingState::Lost);
    let source = "Приложение 1\nОписание\nТаблица 1\nДействие Срок\nПрием 15\nминут\nВыдача\n";
    assert_exact(&collate(&act(vec![annex, lost]), source));
}

#[test]
fn withheld_words_are_missing_but_marked() {
    let mut list = nodes(&[("p1", "1|Участники:"), ("p1.1", "1)|"), ("p1.2", "2)|акимат.")]);
    list[1].redacted = Some(Text::original(Lang::Ru, "имя частного лица"));
    let collation = collate(&act(list), "1. Участники:\n1) Иванов Иван;\n2) акимат.");
    assert_eq!(missing(&collation), ["2 Иванов Иван @p1.1"]);
    assert!(collation.missing[0].redacted);
    let collation = collated("1. Участники: все", &[("p1", "1|Участники:")]);
    assert!(!collation.missing[0].redacted);
}

/// A text of some thirty words, many of them twice.
const ROUND: &str = "специалист услугодателя с момента подачи заявления в течение 25 (двадцати пяти) минут \
    регистрирует документы и направляет запрос; руководитель услугодателя подписывает уведомление и передает \
    специалисту услугодателя для регистрации в журнале в течение 10 (десяти) минут";

#[test]
fn each_word_that_is_left_out_is_reported() {
    let words: Vec<&str> = ROUND.split_whitespace().collect();
    let source = words.join("\n");
    for (index, word) in words.iter().enumerate() {
        let mut rest = words.clone();
        rest.remove(index);
        let collation = collated(&source, &[("par1", &rest.join(" "))]);
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        assert_eq!(missing(&collation), [format!("{} {bare} @par1", index + 1)]);
        assert_eq!((surplus(&collation), moved(&collation)), (Vec::new(), Vec::new()), "without {word}");
    }
}

#[test]
fn a_word_put_in_anywhere_is_reported() {
    let words: Vec<&str> = ROUND.split_whitespace().collect();
    for (index, word) in words.iter().enumerate() {
        let mut more = words.clone();
        more.insert(index, "наверное");
        let collation = collated(ROUND, &[("par1", &more.join(" "))]);
        assert_eq!(surplus(&collation), ["par1 наверное"], "before {word}");
        assert_eq!((missing(&collation), moved(&collation)), (Vec::new(), Vec::new()));
    }
}

#[test]
fn of_a_long_text_of_equal_parts_those_that_were_left_out_are_reported() {
    let part = |number: usize| format!("{number}. Регламент услуги «{}» {ROUND}.", "о".repeat(number));
    let parts: Vec<String> = (1..=200).map(part).collect();
    let ids: Vec<String> = (1..=200).map(|number| format!("par{number}")).collect();
    let kept = |number: usize| (31..=90).contains(&number) || number > 150;
    let entries: Vec<(&str, &str)> = (1..=200)
        .filter(|number| kept(*number))
        .map(|number| (ids[number - 1].as_str(), parts[number - 1].as_str()))
        .collect();
    let collation = collated(&parts.join("\n"), &entries);
    assert_eq!((surplus(&collation), moved(&collation)), (Vec::new(), Vec::new()));
    let places: Vec<(usize, &str)> = collation
        .missing
        .iter()
        .map(|entry| (entry.line, entry.near.as_ref().map_or("-", |place| place.anchor.as_str())))
        .collect();
    assert_eq!(places, [(1, "par31"), (91, "par90")]);
}
