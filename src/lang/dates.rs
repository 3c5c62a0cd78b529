//! Dates in words.

use icu::calendar::Date;
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::YMD;
use icu::locale::locale;
use jiff::civil;

use super::Lang;

/// A date as a reader of the language writes it out: «25 апреля 2019 г.», «2019 ж. 25 сәуір».
pub fn long_date(date: civil::Date, lang: Lang) -> String {
    let locale = match lang {
        Lang::Kk => locale!("kk"),
        Lang::Ru => locale!("ru"),
    };
    let month = date.month().unsigned_abs();
    let day = date.day().unsigned_abs();
    let formatter = DateTimeFormatter::try_new(locale.into(), YMD::long());
    match (Date::try_new_iso(date.year().into(), month, day), formatter) {
        (Ok(iso), Ok(formatter)) => formatter.format(&iso).to_string(),
        // Both languages are compiled in and every civil date is an ISO date; the plain form loses nothing.
        _ => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let date = civil::date(2019, 4, 25);
        assert_eq!(long_date(date, Lang::Ru), "25 апреля 2019 г.");
        assert_eq!(long_date(date, Lang::Kk), "2019 ж. 25 сәуір");
    }
}
