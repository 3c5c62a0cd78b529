//! What is recognised: pieces of acts before, and the lines of the draft after. Russian and Kazakh alike.

use std::collections::BTreeMap;

use proptest::prelude::*;
use qadam::import::{Doubt, Draft, Lexicon, Request, Rule, drafted, read};
use qadam::lang::Lang;
use qadam::source::format_text;

use super::published::published;
use crate::PROJECT;

/// The draft of a text, by what the glossary of the project knows.
fn draft(text: &str, lang: Lang) -> Draft {
    let lexicon = Lexicon::new(PROJECT.project.registers.glossary.as_ref().unwrap(), lang);
    let request = Request { act: "almaty/2030-1-1", lang, digest: "sha256:0", form: "pdf text" };
    drafted(read(text, lang), &request, &lexicon, &[], &|doubt: &Doubt| doubt.rule.as_str().to_owned())
}

/// A regulation with this text, as canonical YAML, and its doubts.
pub fn regulation(text: &str, lang: Lang) -> (String, Vec<Rule>) {
    let (stamp, heading, section) = match lang {
        Lang::Ru => ("Утвержден\nпостановлением", "Регламент государственной услуги «Услуга»", "1. Общие положения"),
        Lang::Kk => (
            "Әкімдіктің қаулысымен\nбекітілген",
            "\"Қызмет\" мемлекеттік көрсетілетін қызмет регламенті",
            "1. Жалпы ережелер",
        ),
    };
    let whole = format!("Заголовок\n\n      1. Утвердить.\n\n{stamp}\n\n{heading}\n\n{section}\n\n{text}");
    let draft = draft(&whole, lang);
    let (_, text) = draft.files.iter().find(|(name, _)| name.starts_with("01-")).unwrap();
    let (canonical, faults) = format_text("regulations/almaty/2030-1-1/01-service.yaml", text);
    (
        canonical.unwrap_or_else(|| panic!("{faults:#?}\n{text}")),
        draft.doubts.iter().map(|(_, doubt)| doubt.rule).collect(),
    )
}

/// The draft has these lines, in this order, whatever stands between them.
#[track_caller]
pub fn has(draft: &str, lines: &[&str]) {
    let mut rest = draft.lines().map(str::trim);
    for line in lines {
        assert!(rest.any(|found| found == *line), "no `{line}` behind the lines above it in\n{draft}");
    }
}

#[test]
fn points_items_and_paragraphs_hang_under_what_they_belong_to() {
    let text = "      1. Прием осуществляется:\n      районным отделом и ЦОН:\n      1) решение;\n      2) справка;\n      в банке:\n      1) выплата;\n      2) перевод.\n      2. Услуга оказывается бесплатно.\n      Прием ведется в порядке очереди.";
    let (draft, _) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "- point: \"1\"",
            "- text: \"районным отделом и ЦОН:\"",
            "body:",
            "- n: \"1)\"",
            "text: решение;",
            "- n: \"2)\"",
            "- text: \"в банке:\"",
            "body:",
            "- n: \"1)\"",
            "text: выплата;",
            "- point: \"2\"",
            "body:",
            "- Прием ведется в порядке очереди.",
        ],
    );
}

#[test]
fn a_lost_number_is_found_where_another_regulation_has_it() {
    let point = "Прием документов и выдача результата осуществляется отделом";
    let whole = format!(
        "Заголовок\n\n      1. Утвердить.\n\nУтвержден\n\nРегламент государственной услуги «Один»\n\n1. Общие положения\n\n      1. Первый.\n      2. {point} с понедельника.\n\nУтвержден\n\nРегламент государственной услуги «Два»\n\n1. Общие положения\n\n      1. Первый.\n      {point} по субботу.\n      3. Третий."
    );
    let draft = draft(&whole, Lang::Ru);
    let (_, text) = draft.files.iter().find(|(name, _)| name.starts_with("02-")).unwrap();
    let (canonical, _) = format_text("regulations/almaty/2030-1-1/01-service.yaml", text);
    has(&canonical.unwrap(), &["- point: null", "after: \"1\"", "- point: \"3\""]);
    assert_eq!(draft.doubts.iter().map(|(_, doubt)| doubt.rule).collect::<Vec<_>>(), [Rule::LostNumber]);
}

#[test]
fn what_is_handed_over_outside_lists_is_a_step_and_what_regulates_is_none() {
    let text = "      9. При подаче услугополучателем документов работником ЦОНа выдается расписка.\n      10. Прием в ЦОНе осуществляется в порядке очереди.\n      Документ представляется в ЦОН в подлиннике для сверки.\n      Работник ЦОНа получает письменное согласие на использование сведений.\n      11. В случае предоставления услугополучателем неполного пакета документов, предусмотренного пунктом 9, работником ЦОНа выдается расписка об отказе.\n      12. Прием документов от инвалидов производится работником ЦОНа с выездом.\n      13. Услугополучатель имеет возможность подать документы через портал.";
    let (draft, doubts) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "- process: centre-intake",
            "for:",
            "channel: centre",
            // The paper that all was taken comes last, wherever it is printed.
            "- point: \"9\"",
            "key: centre-receipt",
            "by: centre-worker",
            "next: unknown",
            "happens_after: centre-complete",
            "step_of: centre-intake",
            "- point: \"10\"",
            "пакет полон: centre-complete",
            "пакет неполон: centre-refusal",
            "step_of: centre-intake",
            "- key: centre-complete",
            "by: centre-worker",
            "next: centre-receipt",
            "- point: \"11\"",
            "key: centre-refusal",
            "kind: refusal",
            "by: centre-worker",
            "- point: \"12\"",
            "happens_after: unknown",
        ],
    );
    assert!(!draft.contains("entry"), "{draft}");
    assert_eq!(draft.matches("step_of").count(), 5, "{draft}");
    assert_eq!(doubts.iter().filter(|rule| **rule == Rule::Scattered).count(), 5);
    let text = "      9. Көрсетілетін қызметті алушы ХҚКО-ға қажетті құжаттарды тапсырады.\n      Деректерді ХҚКО портал арқылы ақпараттық жүйелерден алады.\n      10. Құжаттарды тапсырған кезде көрсетілетін қызметті алушыға қолхат беріледі.\n      11. Көрсетілетін қызметті алушы құжаттарды толық ұсынбаған жағдайда ХҚКО қызметкері қабылдаудан бас тарту туралы қолхат береді.\n      12. Қабылдау кезек тәртібімен жүзеге асырылады.";
    let (draft, _) = regulation(text, Lang::Kk);
    has(
        &draft,
        &[
            "- process: centre-intake",
            "by: recipient",
            "to: centre",
            "құжаттар толық: centre-receipt",
            "құжаттар толық емес: centre-refusal",
            "- point: \"10\"",
            "key: centre-receipt",
            "step_of: centre-intake",
            "kind: refusal",
            "by: centre-worker",
        ],
    );
    assert_eq!(draft.matches("step_of").count(), 3, "{draft}");
}

#[test]
fn sentences_that_go_on_tell_steps_and_data_come_by_the_portal_wherever_one_applied() {
    let text = "      9. Услугополучатель подает запрос через портал.\n      Портал формирует заявку, заполняя данные.\n      Услугополучатель выбирает отдел.\n      10. Специалист услугодателя получает данные из информационных систем посредством портала.\n      Документ представляется услугодателю для сверки.";
    let (draft, _) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "by: recipient",
            "step_of: portal-intake",
            "by: portal",
            "step_of: portal-intake",
            "by: recipient",
            "step_of: portal-intake",
            "by: specialist",
            "step_of: portal-intake",
            "step_of: provider-intake",
        ],
    );
}

#[test]
fn a_short_name_is_that_of_the_only_one_listed_by_a_longer_one() {
    let text = "      5. Перечень структурных подразделений:\n      1) ответственный специалист районного отдела услугодателя;\n      2) руководитель районного отдела услугодателя.\n      6. Описание последовательности процедур (действий):\n      1) ответственный специалист услугодателя принимает документы;\n      2) специалист услугодателя готовит справку.";
    let (draft, _) = regulation(text, Lang::Ru);
    has(
        &draft,
        &["- n: \"1)\"", "- n: \"1)\"", "by: district-responsible-specialist", "- n: \"2)\"", "by: specialist"],
    );
}

#[test]
fn a_refusal_told_to_who_asked_ends_the_matter_and_so_does_a_check_that_fails() {
    let text = "      5. Описание последовательности процедур (действий):\n      1) специалист услугодателя проверяет документы;\n      2) в случае подтверждения сведений, специалист услугодателя уведомляет услугополучателя о выдаче либо об отказе в выдаче разрешения;\n      3) услугополучатель сдает документы для разрешения;\n      4) руководитель услугодателя подписывает разрешение.";
    let (draft, doubts) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "- n: \"1)\"",
            "next:",
            "в случае подтверждения сведений: below",
            "в ином случае: unknown",
            "- n: \"2)\"",
            "next:",
            "отказ: end-refused",
        ],
    );
    assert_eq!(doubts, [Rule::Choice; 2]);
}

#[test]
fn a_refusal_at_the_end_is_reached_from_the_check() {
    let text = "      5. Описание последовательности процедур (действий):\n      1) специалист услугодателя принимает документы;\n      2) руководитель услугодателя проверяет документы на соответствие;\n      3) специалист услугодателя выдает ответ услугополучателю;\n      4) в случае представления неполного пакета специалист услугодателя возвращает документы.";
    let (draft, doubts) = regulation(text, Lang::Ru);
    has(&draft, &["- n: \"2)\"", "next:", "да: below", "нет: \"4\"", "- n: \"4)\"", "kind: refusal"]);
    assert_eq!(doubts, [Rule::Choice]);
}

#[test]
fn who_acts_receives_and_carries_is_told_by_case() {
    let text = "      5. Описание последовательности процедур (действий):\n      1) специалист услугодателя направляет запрос в государственные информационные системы посредством портала;\n      2) формирование порталом сообщения об отказе;\n      3) после рассмотрения руководитель услугодателя отписывает специалисту услугодателя;\n      4) специалистом услугодателя или работником ЦОНа выдается справка услугополучателю.";
    let (draft, doubts) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "by: specialist",
            "to: state-systems",
            "at: portal",
            "by: portal",
            "by: head",
            "to: specialist",
            "one-of:",
            "- specialist",
            "- centre-worker",
            "to: recipient",
        ],
    );
    assert_eq!(doubts, [Rule::Choice, Rule::SeveralActors]);
    let text = "      5. Рәсімдердің (іс-қимылдардың) реттілігінің сипаттамасы:\n      1) көрсетілетін қызметті берушінің кеңсе қызметкері көрсетілетін қызметті алушыдан алынған құжаттарды тіркеп, басшының қарауына жолдайды – 30 минут;\n      2) көрсетілетін қызметті берушінің басшысы немесе ауылдық округ әкімі жауапты орындаушыға тапсырма береді – 20 минут;\n      3) 1-үдеріс – ХҚКО операторының логин мен парольді енгізуі (авторландыру үдерісі);\n      4) порталға ЖСН енгізіледі.";
    let (draft, _) = regulation(text, Lang::Kk);
    has(
        &draft,
        &[
            "by: clerk",
            "to: head",
            "limit: 30 минут",
            "one-of:",
            "- head",
            "- akim",
            "to: executor",
            "limit: 20 минут",
            "label: 1-үдеріс",
            "by: centre-operator",
        ],
    );
}

#[test]
fn limits_stand_with_the_event_that_they_count_from() {
    let text = "      5. Описание последовательности процедур (действий):\n      1) специалист услугодателя в течение трех рабочих дней со дня поступления заявления готовит ответ;\n      2) специалист услугодателя размещает объявление не менее, чем за три рабочих дня до даты заседания;\n      3) комиссия 1 раз в неделю рассматривает заявления с 9.00 до 18.00 часов;\n      4) специалист услугодателя в день получения документов передает их руководителю услугодателя.";
    let (draft, _) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "words: в течение трех рабочих дней",
            "from: со дня поступления заявления",
            "words: не менее, чем за три рабочих дня",
            "from: до даты заседания",
            "direction: before",
            "limit: 1 раз в неделю",
            "limit: в день получения документов",
        ],
    );
    assert!(!draft.contains("18.00 часов\n          limit"), "{draft}");
    let text = "      5. Рәсімдердің (іс-әрекеттердің) мазмұны:\n      1) маман құжаттарды тексереді:\n      орындау мерзімі – 3 (үш) жұмыс күні;\n      нәтижесі – қорытынды;\n      2) маман шешім туралы хабарлайды. Орындалу ұзақтығы – құжатты алған күннен бастап 8 жұмыс күні ішінде;\n      3) маман анықтаманы береді – 15 минуттан асырмай.";
    let (draft, _) = regulation(text, Lang::Kk);
    has(
        &draft,
        &[
            "limit: 3 (үш) жұмыс күні",
            "outcome: қорытынды",
            "words: 8 жұмыс күні ішінде",
            "from: құжатты алған күннен бастап",
            "limit: 15 минуттан асырмай",
        ],
    );
}

#[test]
fn a_check_and_the_refusal_behind_it_are_a_choice() {
    let text = "      5. Описание порядка обращения через портал:\n      1) процесс 1 - ввод услугополучателем пароля;\n      2) условие 1 - проверка на портале данных;\n      3) процесс 2 - формирование сообщения об отказе в услуге;\n      4) процесс 3 - получение услугополучателем результата услуги.";
    let (draft, doubts) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "- process: portal",
            "channel: portal",
            "label: процесс 1",
            "label: условие 1",
            "kind: condition",
            "next:",
            "да: \"4\"",
            "нет: \"3\"",
            "label: процесс 2",
            "kind: refusal",
            "kind: result",
        ],
    );
    assert_eq!(doubts, []);
    let text = "      5. Портал арқылы қызмет көрсетудің қадамдық іс-қимылдары:\n      1) 1-шарт – порталда деректерді тексеру;\n      2) 1-үдеріс – бас тарту туралы хабарламаны қалыптастыру;\n      3) 2-үдеріс – көрсетілетін қызметті алушының нәтижені алуы.";
    has(
        &regulation(text, Lang::Kk).0,
        &["label: 1-шарт", "kind: condition", "иә: \"3\"", "жоқ: \"2\"", "kind: refusal", "kind: result"],
    );
}

#[test]
fn tables_of_steps_and_of_variants_are_rebuilt_cell_by_cell() {
    let tables = "      1. Услуга оказывается бесплатно.\n\nП р и л о ж е н и е  1\nк регламенту государственной услуги «Услуга»\n\nТаблица 1. Описание действий СФЕ\n\nДействия основного процесса (хода, потока работ)\n\n№ действия (хода, потока работ)\n\n1 2 3\n\nНаименова-ние СФЕ\n\nСпециалист услугодателя\n\nРуководитель услугодателя\n\nСпециалист услугодателя\n\nНаименование действия (процесса, процедуры, операции) и их описание\n\nПрием документов\n\nРассмотрение\n\nПодготовка ответа\n\nФорма завершения (данные, документ, организационно-распорядительное решение)\n\nТалон Виза\n\nОтвет\n\nСроки исполнения 15 минут в течение дня не более 2 часов\n\nНомер следующего действия 2 3 5\n\nДействия основного процесса\n\n№ действия (хода, потока работ)\n\n4\n\nНаименование СФЕ Специалист услугодателя\n\nНаименование действия (процесса, процедуры, операции) и их описание\n\nВыдача ответа\n\nТаблица 2. Варианты использования. Основной процесс\n\nСпециалист услугодателя\n\nРуководитель услугодателя\n\nДействие № 1. Прием документов\n\nДействие № 2. Рассмотрение\n\nДействие № 4. Выдача ответа\n\nДействие № 3. Подготовка ответа";
    let (draft, doubts) = regulation(tables, Lang::Ru);
    has(
        &draft,
        &[
            "- annex: \"1\"",
            "- table: Таблица 1. Описание действий СФЕ",
            "form: steps",
            "by: Наименование СФЕ",
            "- heading: Действия основного процесса (хода, потока работ)",
            "to: \"3\"",
            "- heading: Действия основного процесса",
            "to: \"4\"",
            "- n: \"1\"",
            "text: Прием документов",
            "by: specialist",
            "who: Специалист услугодателя",
            "limit: 15 минут",
            "outcome: Талон",
            "printed_next: \"2\"",
            "- n: \"2\"",
            "by: head",
            "words: в течение дня",
            "outcome: Виза",
            "- n: \"3\"",
            "limit: не более 2 часов",
            "next: \"4\"",
            "printed_next: \"5\"",
            "- n: \"4\"",
            "- table: Таблица 2. Варианты использования. Основной процесс",
            "form: lanes",
            "variant: main",
            "- lane: 2",
            "by: head",
            "label: Действие № 1.",
            "row: 1",
            "lane: 1",
            "- n: \"4\"",
            "row: 2",
            "likely: 1",
        ],
    );
    assert_eq!(doubts.iter().filter(|rule| **rule == Rule::Lane).count(), 2, "{draft}");
    // A cell that nobody can place leaves the whole table as text.
    let (draft, _) = regulation(&tables.replace("Подготовка ответа\n\nФорма", "\n\nФорма"), Lang::Ru);
    assert!(!draft.contains("form: steps") && draft.contains("Рассмотрение"), "{draft}");
    // So does a band that names a row otherwise than another one: the encoding has one name.
    let (draft, _) = regulation(&tables.replacen("4\n\nНаименование СФЕ", "4\n\nНаименование сфе", 1), Lang::Ru);
    assert!(!draft.contains("form: steps") && draft.contains("Наименование сфе"), "{draft}");
}

#[test]
fn contents_and_sequence_are_linked_and_lists_that_tell_nothing_stay_lists() {
    let text = "      4. Процедуры (действия), входящие в состав процесса:\n      1) прием документов;\n      2) выдача справки.\n      5. Перечень структурных подразделений:\n      1) специалист услугодателя;\n      2) руководитель услугодателя.\n      6. Описание последовательности процедур (действий):\n      1) специалист услугодателя принимает документы;\n      2) руководитель услугодателя выдает справку.\n      7. Выдается расписка с указанием:\n      1) даты регистрации;\n      2) фамилии специалиста услугодателя.";
    let (draft, doubts) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "listed: p5.1",
            "listed: p5.2",
            "- process: contents",
            "role: contents",
            "retells: provider",
            "- process: provider",
        ],
    );
    assert_eq!(draft.matches("process: ").count(), 2, "{draft}");
    assert_eq!(doubts, []);
}

#[test]
fn definitions_amendments_and_annexes_are_found() {
    let text = "      4. Услуга оказывается Управлением занятости города (далее – услугодатель) по форме согласно приложению 1 к настоящему регламенту посредством электронной цифровой подписи (далее - ЭЦП).\n     Сноска. Регламент дополнен пунктом 4 в соответствии с постановлением акимата от 28.10.2014 № 4/886.\n\nП р и л о ж е н и е  1\nк регламенту государственной услуги «Услуга»\n\nДиаграмма взаимодействия\n\n     Сноска. Приложение 1 - в редакции постановления акимата от 28.10.2014 № 4/886.";
    let (draft, _) = regulation(text, Lang::Ru);
    has(
        &draft,
        &[
            "- point: \"4\"",
            "defines:",
            "услугодатель: Управлением занятости города",
            "ЭЦП: электронной цифровой подписи",
            "amended:",
            "op: added",
            "act: almaty/2014-4-886",
            "before: absent",
            "- annex: \"1\"",
            "stamp: Приложение 1 к регламенту государственной услуги «Услуга»",
            "title: Диаграмма взаимодействия",
            "lost: diagram",
            "refers_from: p4",
            "op: restated",
            "before: unknown",
        ],
    );
}

#[test]
fn latin_letters_in_cyrillic_words_are_cyrillic() {
    let (draft, _) = regulation("      4. Мемлекеттiк қызмет www.egov.kz порталы арқылы.", Lang::Kk);
    assert!(draft.contains("Мемлекеттік қызмет www.egov.kz порталы"), "{draft}");
}

#[test]
fn a_notice_stands_aside_while_the_papers_go_on() {
    let text = "      5. Описание последовательности процедур (действий):\n      1) руководитель услугодателя подписывает пакет документов;\n      2) специалист услугодателя направляет услугополучателю извещение;\n      3) специалист услугодателя направляет пакет документов руководителю услугодателя.";
    let (draft, doubts) = regulation(text, Lang::Ru);
    has(&draft, &["- n: \"1)\"", "next:", "- \"2\"", "- \"3\"", "- n: \"2)\"", "next: unknown"]);
    assert_eq!(doubts, [Rule::Choice]);
}

#[test]
fn a_definition_takes_the_name_in_quotes_before_it() {
    let text = "      1. \"Көмек тағайындау\" мемлекеттік көрсетілетін қызметін (бұдан әрі – мемлекеттік көрсетілетін қызмет) бөлім көрсетеді.";
    let (draft, _) = regulation(text, Lang::Kk);
    has(&draft, &["мемлекеттік көрсетілетін қызмет: >-", "\"Көмек тағайындау\" мемлекеттік көрсетілетін қызметін"]);
}

/// Once items behind the last point of an act became part of who signed it, and those under them were lost.
#[test]
fn only_plain_paragraphs_behind_the_last_point_are_signatures() {
    let text = "Заголовок\n\n      1. Утвердить.\n\n      Аким\n      города:\n      прилагаемое:\n      1) первое;\n      \
                а именно:\n      1) второе;\n      2) третье.";
    let draft = draft(text, Lang::Ru);
    let act = &draft.files["act.draft.yaml"];
    has(act, &["- signature: \"Аким города:\""]);
    for word in ["первое", "второе", "третье"] {
        assert!(act.contains(word), "{act}");
    }
}

/// The letters of a text, as the importer folds them, counted.
pub fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for char in text.chars().filter(|char| char.is_alphabetic() && !char.is_ascii()).flat_map(char::to_lowercase) {
        *letters.entry(char).or_default() += 1;
    }
    letters
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is cut, doubled or shuffled: no panic, and no word of the text is missing in the draft.
    #[test]
    fn no_word_is_dropped_from_a_mangled_act(
        act in 0_usize..3,
        from in 0_usize..1000,
        length in 1_usize..400,
        swaps in prop::collection::vec((0_usize..400, 0_usize..400), 0..30),
    ) {
        let acts = &PROJECT.corpus.acts;
        let act = &acts[act % acts.len()];
        let text = published(act);
        let mut lines: Vec<&str> = text.lines().skip(from).take(length).collect();
        for (a, b) in swaps {
            if a < lines.len() && b < lines.len() {
                lines.swap(a, b);
            }
        }
        let text = lines.join("\n");
        let draft = draft(&text, act.lang);
        // What only annotates says the letters again.
        let found = letters(&draft.printed().concat());
        for (char, count) in letters(&text) {
            prop_assert!(found.get(&char).copied().unwrap_or_default() >= count, "`{char}` is missing from\n{text}");
        }
    }
}
