//! Address lists out of text: what the extraction did to them is undone, and how many of the corpus come back right.

use std::path::Path;

use qadam::import::Rule;
use qadam::lang::Lang;
use qadam::model::{Act, CellState, Regulation};

use super::drafts::{has, regulation};
use super::grids::{Found, alike, imported, tables, words};
use super::published::published;
use crate::PROJECT;

/// Acts, and the least shares of rows and cells that must be right, in percent: of the text printed from the encoding, and of
/// the text as published. A later change may not lower them.
const LEAST: [(&str, [usize; 2], [usize; 2]); 2] =
    [("akmola/2011-a-11-491", [91, 93], [99, 99]), ("akzhar/2012-277", [66, 86], [73, 90])];

/// The draft of an annex with a list, and what is doubtful in it.
fn annex(list: &str) -> (String, Vec<Rule>) {
    regulation(
        &format!("      1. Услуга оказывается бесплатно.\n\nПриложение 1\nк регламенту\n\nПеречень органов\n\n{list}"),
        Lang::Ru,
    )
}

const HEAD: &str = "№ п/\nп\n\nНаименование\nоргана\n\nЮридический адрес График работы\nКонтактный \nтелефон\n\n";

#[test]
fn cells_come_one_behind_the_other_and_numbers_begin_rows() {
    let (draft, doubts) = annex(&format!(
        "{HEAD}1\nОтдел занятости \nАккольского района\n\n0 2 0 1 0 0 ,\nгород Акколь\n\nЕжедневно с 9.00 до \n18.00 часов\n\n8 - 7 1 6 - 2\n40-10-63\n\n2\n\nОтдел занятости\nКызылжар ского района\n\nсело Кызылжар\n\nЕжедневно с 9.00 до 18.00 часов\n\n8-716-3\n\nРасшифровка аббревиатур:"
    ));
    has(
        &draft,
        &[
            "- table: \"\"",
            "form: addresses",
            "n: № п/п",
            "body: Наименование органа",
            "address: Юридический адрес",
            "hours: График работы",
            "phone: Контактный телефон",
            "- n: \"1\"",
            "body: Отдел занятости Аккольского района",
            "address: 020100, город Акколь",
            "hours: Ежедневно с 9.00 до 18.00 часов",
            "phone: \"8-716-2 40-10-63\"",
            "- n: \"2\"",
            "body: Отдел занятости Кызылжарского района",
            "address: село Кызылжар",
            "- \"Расшифровка аббревиатур:\"",
        ],
    );
    assert_eq!(doubts, []);
}

#[test]
fn a_row_torn_by_a_page_break_is_put_together_where_its_number_proves_it() {
    let row = |number: &str| format!("{number}\n\nОтдел\n\nсело Кызылжар\n\nЕжедневно с 9.00 часов\n\n8-716-31\n\n");
    let torn = "Аппарат акима села «Кок\n\n\n\n2 тал Кызылжарского района»\n\nсело Коктал\n\nЕжедневно с 9.00 часов\n\n8-716-32\n\n";
    let (draft, doubts) = annex(&format!("{HEAD}{}{torn}{}", row("1"), row("3")));
    has(
        &draft,
        &[
            "- n: \"2\"",
            "body: Аппарат акима села «Кок тал Кызылжарского района»",
            "address: село Коктал",
            "- n: \"3\"",
        ],
    );
    assert_eq!(doubts, []);
    // Its cells stand before its number, one for one with those below it.
    let torn = "Аппарат акима села\n\nулица\n\n\n\n2\n\nкоктал Кызылжарского района\n\nабая, 1\n\nЕжедневно с 9.00 часов\n\n8-716-32\n\n";
    let (draft, _) = annex(&format!("{HEAD}{}{torn}{}", row("1"), row("3")));
    has(
        &draft,
        &["- n: \"2\"", "body: Аппарат акима села коктал Кызылжарского района", "address: улица абая, 1", "- n: \"3\""],
    );
    // A telephone in the midst of another cell is found, and a reader told.
    let torn = "2\n\nАппарат акима 8-716-322 села\n\nсело Коктал\n\nЕжедневно с 9.00 часов\n\n";
    let (draft, doubts) = annex(&format!("{HEAD}{}{torn}{}", row("1"), row("3")));
    has(&draft, &["- n: \"2\"", "body: Аппарат акима села", "phone: \"8-716-322\"", "- n: \"3\""]);
    assert_eq!(doubts, [Rule::Cells]);
}

#[test]
fn a_quote_that_is_never_closed_runs_no_rows_together() {
    let row = |number: &str, end: &str| {
        format!(
            "{number}\n\nУчреждение «Аппарат\nАккольского района{end}\n\nАккольский район, село Азат\n\nЕжедневно с 9.00 до 18.00 часов\n\n8-716-35\n\n"
        )
    };
    let (draft, doubts) = annex(&format!("{HEAD}{}{}{}", row("1", ""), row("2", "»"), row("3", "»")));
    assert_eq!(draft.matches("address: Аккольский район, село Азат").count(), 3, "{draft}");
    has(&draft, &["- n: \"1\"", "body: Учреждение «Аппарат Аккольского района", "- n: \"2\"", "- n: \"3\""]);
    assert_eq!(doubts, []);
}

#[test]
fn a_list_of_one_row_needs_no_numbers_and_a_private_name_is_told() {
    let head = "Наименование\nцентра\n\nМесторасположение\n\nГрафик работы Контакт-\nный\nтелефон\n\n";
    let (draft, doubts) = annex(&format!(
        "{head}Отдел занятости\n\nсело Талшик\n\nЕжедневно, кроме выходных\n\nИванов И.И. 8-716-35\n\nТаблица 1. Описание"
    ));
    has(
        &draft,
        &[
            "form: addresses",
            "address: Месторасположение",
            "phone: Контактный телефон",
            "- body: Отдел занятости",
            "address: село Талшик",
            "phone: Иванов И.И. 8-716-35",
        ],
    );
    assert!(doubts.contains(&Rule::Private), "{doubts:?}");
}

#[test]
fn a_head_in_the_place_of_the_title_of_an_annex_is_that_of_its_list() {
    let list =
        "Наименование\nоргана\n\nАдрес\n\nГрафик работы\n\nТелефон\n\nОтдел\n\nсело Талшик\n\nЕжедневно\n\n8-716-35";
    let text = format!("      1. Услуга бесплатна.\n\nПриложение 1\nк регламенту\n\n{list}");
    has(
        &regulation(&text, Lang::Ru).0,
        &["- annex: \"1\"", "form: addresses", "body: Наименование органа", "- body: Отдел"],
    );
}

#[test]
fn what_is_no_list_stays_text() {
    for text in ["Наименование органа\n\nЮридический адрес\n\nсело Талшик", "Адрес\n\nТелефон\n\n8-716-35\n\nсело"]
    {
        let (draft, _) = annex(text);
        assert!(!draft.contains("form: addresses"), "{draft}");
    }
}

/// How many are right, of how many: rows, cells.
type Shares = [(usize, usize); 2];

fn lists<'n>(regulation: &'n Regulation, act: &Act) -> Vec<Found<'n>> {
    let mut found = Vec::new();
    tables(&regulation.text, regulation, &mut found);
    found.retain(|one| one.table.columns.iter().any(|column| words(Some(column), act).contains("адрес")));
    found
}

fn shares(act: &Act, drafts: &[Regulation]) -> Shares {
    let mut shares = Shares::default();
    for regulation in &act.regulations {
        let draft = drafts.iter().find(|draft| draft.ordinal == regulation.ordinal);
        let found = draft.map_or_else(Vec::new, |draft| lists(draft, act));
        for (at, wanted) in lists(regulation, act).iter().enumerate() {
            for (index, row) in wanted.table.rows.iter().enumerate() {
                let other = found.get(at).and_then(|found| found.table.rows.get(index));
                let is_hidden = |column: usize| {
                    wanted.shape.marks.iter().any(|(place, mark)| {
                        place.row == index && place.column == column && matches!(mark, CellState::Redacted(_))
                    })
                };
                let right = (0..row.len()).filter(|column| {
                    let cell = |row: &Vec<Option<_>>| row.get(*column).map(|cell| alike(&words(cell.as_ref(), act)));
                    is_hidden(*column) || other.is_some_and(|other| cell(other) == cell(row))
                });
                let right = right.count();
                if right < row.len() && std::env::var_os("QADAM_SHOW").is_some() {
                    let told =
                        |row: &Vec<Option<_>>| row.iter().map(|cell| words(cell.as_ref(), act)).collect::<Vec<_>>();
                    println!("{}:\n   wanted {:?}\n   found  {:?}", regulation.id(), told(row), other.map(told));
                }
                shares[0].0 += usize::from(right == row.len());
                shares[0].1 += 1;
                shares[1].0 += right;
                shares[1].1 += row.len();
            }
        }
    }
    shares
}

fn hold(name: &str, shares: Shares, least: [usize; 2]) {
    for ((what, (right, all)), least) in ["rows", "cells"].iter().zip(shares).zip(least) {
        println!("{name}: {right} of {all} {what} of address lists right ({} %)", right * 100 / all.max(1));
        assert!(right * 100 >= least * all, "{name}: less than {least} % of the {what} are right");
    }
}

#[test]
fn most_rows_of_address_lists_come_back_from_text() {
    let sources = std::env::var_os("QADAM_SOURCES");
    for (id, printed, original) in LEAST {
        let act = PROJECT.corpus.acts.iter().find(|act| act.id == id).unwrap();
        hold(id, shares(act, &imported(act, "act.txt", published(act).as_bytes())), printed);
        if let Some(folder) = &sources {
            let name = format!("{}.{}.txt", id.replace('/', "-"), act.lang.as_str());
            let text = std::fs::read(Path::new(folder).join(name)).unwrap();
            hold(&format!("{id} as published"), shares(act, &imported(act, "act.txt", &text)), original);
        }
    }
}
