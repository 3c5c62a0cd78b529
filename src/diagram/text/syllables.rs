//! Where a Kazakh or Russian word may be divided.
//!
//! One rule serves both languages. A syllable has one vowel. Of the consonants between two vowels the last one begins the
//! next syllable and the others close the one before: `мем-ле-кет-тік`, `го-су-дарст-вен-но-го`. `ь`, `ъ` and `й` stay with
//! what stands before them, and a syllable ends behind `ъ` and `й`: `объ-ект`, `рай-он`. `у` behind a vowel is the Kazakh
//! glide, and counts as a consonant: `тау-лар`, `та-уар`, and `нау-ка` too. At least two letters and a vowel stay on each side.
//!
//! Libraries (`hypher`, `hyphenation`) go by patterns made for a language; they have them for Russian, none has them for
//! Kazakh, and the Russian ones leave its words whole or part them wrongly. With two ways of dividing, one would have to know
//! the language of each word, and a text of law mixes both. The price: patterns know the prefixes of Russian, this rule does
//! not. Only words that are wider than a box are divided, so that it seldom matters.

use unicode_normalization::char::is_combining_mark;

/// Most capitals that are taken for an abbreviation. A longer run of them is a word in capitals, as in headings.
const ABBREVIATION: usize = 8;

/// Where a word may be divided: byte offsets in ascending order. Each run of letters in it is looked at by itself. What is
/// not Cyrillic (but for single Latin letters), has digits, or is an abbreviation in capitals, even with an ending, is not
/// divided.
pub(super) fn divisions(word: &str) -> impl Iterator<Item = usize> {
    runs(word).filter(|&(_, run)| is_divisible(run)).flat_map(|(at, run)| divisions_of(run).map(move |cut| at + cut))
}

/// The runs of letters, digits and their marks, each with its byte offset.
fn runs(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + word[rest..].find(char::is_alphanumeric)?;
        let run = &word[start..];
        let length = run.find(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter));
        let run = &run[..length.unwrap_or(run.len())];
        rest = start + run.len();
        Some((start, run))
    })
}

fn is_divisible(run: &str) -> bool {
    let (mut letters, mut capitals, mut cyrillic) = (0, 0, 0);
    for letter in run.chars().filter(|letter| !is_combining_mark(*letter)) {
        let is_cyrillic = matches!(letter, '\u{400}'..='\u{52f}');
        if !is_cyrillic && !letter.is_ascii_alphabetic() {
            return false;
        }
        letters += 1;
        capitals += usize::from(letter.is_uppercase());
        cyrillic += usize::from(is_cyrillic);
    }
    let heading = capitals == letters && letters > ABBREVIATION;
    cyrillic > 0 && (capitals < 2 || heading)
}

/// A place in a run where a syllable may begin.
#[derive(Clone, Copy)]
struct Place {
    /// Byte offset.
    at: usize,
    /// How many letters stand before it.
    letters: usize,
}

fn divisions_of(run: &str) -> impl Iterator<Item = usize> {
    // The last consonant since the last vowel, unless `й` or `ъ` closed the syllable behind it.
    let mut consonant: Option<Place> = None;
    let (mut letters, mut begun, mut after_vowel) = (0, false, false);
    let kinds = run.char_indices().filter(|&(_, letter)| !is_combining_mark(letter));
    kinds.filter_map(move |(at, letter)| {
        let here = Place { at, letters };
        let kind = kind(letter, after_vowel);
        letters += 1;
        after_vowel = kind == Kind::Vowel;
        match kind {
            Kind::Vowel => {
                let place = consonant.take().unwrap_or(here);
                let divides = begun && place.letters >= 2 && has_two_letters(&run[place.at..]);
                begun = true;
                return divides.then_some(place.at);
            }
            Kind::Consonant => consonant = Some(here),
            Kind::Closing => consonant = None,
            Kind::Soft => {}
        }
        None
    })
}

fn has_two_letters(rest: &str) -> bool {
    rest.chars().filter(|letter| !is_combining_mark(*letter)).nth(1).is_some()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Vowel,
    Consonant,
    /// Ends a syllable.
    Closing,
    /// Belongs to the consonant before it.
    Soft,
}

fn kind(letter: char, after_vowel: bool) -> Kind {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'у' if after_vowel => Kind::Consonant,
        // The last four are Latin: published texts have them for Cyrillic letters, above all `i` for `і`.
        'а' | 'ә' | 'е' | 'ё' | 'и' | 'о' | 'ө' | 'у' | 'ұ' | 'ү' | 'ы' | 'і' | 'э' | 'ю' | 'я' | 'a' | 'e' | 'i'
        | 'o' => Kind::Vowel,
        'й' | 'ъ' => Kind::Closing,
        'ь' => Kind::Soft,
        _ => Kind::Consonant,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_divided(expected: &str) {
        let word = expected.replace('-', "");
        let mut divided = word.clone();
        for at in divisions(&word).collect::<Vec<_>>().into_iter().rev() {
            divided.insert(at, '-');
        }
        assert_eq!(divided, expected);
    }

    #[test]
    fn kazakh_words_are_divided_between_syllables() {
        assert_divided("жұ-мыс-пен");
        assert_divided("қам-ту");
        assert_divided("мем-ле-кет-тік");
        assert_divided("жұ-мыс-сыз-дар-ды");
        assert_divided("көр-се-ті-ле-тін");
        assert_divided("қыз-мет-кер-ле-рі-нің");
    }

    #[test]
    fn russian_words_are_divided_between_syllables() {
        assert_divided("ус-лу-го-по-лу-ча-те-ля");
        assert_divided("го-су-дарст-вен-но-го");
        assert_divided("ус-лу-го-да-те-ля");
        assert_divided("уп-рав-ле-ние");
    }

    #[test]
    fn signs_and_short_i_stay_with_what_stands_before_them() {
        assert_divided("рай-он");
        assert_divided("үй-де");
        assert_divided("коль-цо");
        assert_divided("се-мья");
        assert_divided("объ-ект");
        assert_divided("объ-яв-ле-ние");
    }

    #[test]
    fn the_glide_behind_a_vowel_is_a_consonant() {
        assert_divided("та-уар");
        assert_divided("тау-лар");
        assert_divided("тір-кеу-ге");
        assert_divided("нау-ка");
        assert_divided("бе-ру-ші");
    }

    #[test]
    fn no_letter_stands_alone() {
        assert_divided("алу-шы");
        assert_divided("ауыл");
        assert_divided("тек-се-руі");
        assert_divided("ус-ло-вия");
    }

    #[test]
    fn a_part_without_a_vowel_is_not_divided_off() {
        assert_divided("взгляд");
        assert_divided("ми-нистр");
        assert_divided("страйк");
    }

    #[test]
    fn a_latin_letter_in_place_of_a_cyrillic_one_divides_like_it() {
        assert_divided("мем-ле-кет-тiк");
        assert_divided("қыз-мет-кер-ле-рi-нiң");
    }

    #[test]
    fn capitals_are_divided_in_headings_and_not_in_abbreviations() {
        assert_divided("ГО-СУ-ДАРСТ-ВЕН-НАЯ");
        assert_divided("Го-су-дарст-вен-ная");
        assert_divided("РГКП");
        assert_divided("ЭЦҚОНА");
        assert_divided("ЦОНдарына");
    }

    #[test]
    fn numbers_and_foreign_words_are_not_divided() {
        assert_divided("12.05.2015");
        assert_divided("2015жылы");
        assert_divided("information");
        assert_divided("egov.kz");
    }

    #[test]
    fn each_run_of_letters_is_divided_by_itself() {
        assert_divided("(ус-лу-га,за-яв-ле-ние)");
        assert_divided("ма.ма");
    }

    #[test]
    fn a_mark_stays_with_its_letter() {
        assert_divided("за\u{301}-мок");
        assert_divided("о\u{301}зе-ро");
        assert_divided("тек-се-руі\u{301}");
    }
}
