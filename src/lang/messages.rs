//! Messages in Fluent: the fixed words of pages, diagnostics and the command line.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Lang;

/// A language of messages: those of the site, and English for the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locale {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Locale {
    /// Every locale.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// Name of its folder.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    fn id(self) -> LanguageIdentifier {
        // The three tags are well formed; the default is `und`.
        self.as_str().parse().unwrap_or_default()
    }
}

impl From<Lang> for Locale {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Kk => Self::Kk,
            Lang::Ru => Self::Ru,
        }
    }
}

/// The messages of one locale.
pub struct Messages {
    locale: Locale,
    digest: blake3::Hash,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Messages").field(&self.locale).finish()
    }
}

impl Messages {
    /// The messages of some Fluent texts; a later text overrides an earlier one. What Fluent cannot read comes back
    /// as lines of English.
    pub fn new(locale: Locale, texts: &[&str]) -> (Self, Vec<String>) {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.id()]);
        // Isolation marks would stand in attributes, file names and terminals.
        bundle.set_use_isolating(false);
        let mut faults = Vec::new();
        let mut hasher = blake3::Hasher::new();
        for text in texts {
            hasher.update(blake3::hash(text.as_bytes()).as_bytes());
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    faults.extend(errors.iter().map(ToString::to_string));
                    resource
                }
            };
            bundle.add_resource_overriding(resource);
        }
        (Self { locale, digest: hasher.finalize(), bundle }, faults)
    }

    /// Tells these messages from others.
    pub fn digest(&self) -> blake3::Hash {
        self.digest
    }

    /// The locale.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether there is a message of this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// A message without arguments. An unknown id stands for itself in brackets, so that it is seen.
    pub fn text(&self, id: &str) -> String {
        self.format::<&str>(id, &[])
    }

    /// A message with arguments. An argument that reads as a number selects plurals.
    pub fn format<S: AsRef<str>>(&self, id: &str, args: &[(S, String)]) -> String {
        self.attempt(id, args).unwrap_or_else(|| format!("[{id}]"))
    }

    /// A message with arguments, if there is one.
    pub fn attempt<S: AsRef<str>>(&self, id: &str, args: &[(S, String)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        Some(self.write(message.value()?, args))
    }

    /// A part of a message (`.label`, `.help`), if it has it and it is not empty.
    pub fn attribute<S: AsRef<str>>(&self, id: &str, part: &str, args: &[(S, String)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let text = self.write(message.get_attribute(part)?.value(), args);
        (!text.is_empty()).then_some(text)
    }

    fn write<S: AsRef<str>>(&self, pattern: &fluent_syntax::ast::Pattern<&str>, args: &[(S, String)]) -> String {
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| {
                // A number selects plurals; a printed number with a leading zero stays as it is.
                let number = value.parse::<u32>().ok().filter(|number| number.to_string() == *value);
                let value = number.map_or_else(|| FluentValue::from(value.as_str()), FluentValue::from);
                (name.as_ref(), value)
            })
            .collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "
days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
act = акт № { $number }
    .help = { $nearest ->
        [none] посмотрите в списке
       *[other] может быть, `{ $nearest }`?
    }
";

    fn messages() -> Messages {
        let (messages, faults) = Messages::new(Locale::Ru, &[TEXT]);
        assert!(faults.is_empty(), "{faults:?}");
        messages
    }

    #[test]
    fn numbers_select_plurals() {
        let say = |count: &str| messages().format("days", &[("count", count.to_owned())]);
        assert_eq!([say("1"), say("3"), say("11"), say("25")], ["1 день", "3 дня", "11 дней", "25 дней"]);
    }

    #[test]
    fn a_printed_number_stays_as_it_is_printed() {
        let say = |number: &str| messages().format("act", &[("number", number.to_owned())]);
        assert_eq!([say("2/260"), say("007"), say("1550")], ["акт № 2/260", "акт № 007", "акт № 1550"]);
    }

    #[test]
    fn parts_of_a_message_and_unknown_ones() {
        let help = |nearest: &str| messages().attribute("act", "help", &[("nearest", nearest.to_owned())]);
        assert_eq!(help("none").as_deref(), Some("посмотрите в списке"));
        assert_eq!(help("p9.5").as_deref(), Some("может быть, `p9.5`?"));
        assert_eq!(messages().text("nothing"), "[nothing]");
        assert!(!messages().has("nothing"));
    }

    #[test]
    fn a_later_text_overrides_an_earlier_one_and_faults_are_told() {
        let (messages, faults) = Messages::new(Locale::Ru, &[TEXT, "act = дело\nbroken = {"]);
        assert_eq!(messages.text("act"), "дело");
        assert_eq!(faults.len(), 1);
    }
}
