//! The closed word lists of the field: what a step, a limit, a participant, a channel can be.
//!
//! One list each, shared by the encoding, the model, the data and the pages, so that a word means the same everywhere.
//! It imports nothing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $doc:literal])+ $word:ident = $text:literal,)+ })+) => { $(
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[doc = $doc])+ $word,)+
        }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &[Self] = &[$(Self::$word),+];

            /// The word as the encoding and the data spell it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$word => $text),+ }
            }
        }
    )+ };
}

words! {
    /// What a telling tells.
    Role {
        /// Who does what after whom.
        Sequence = "sequence",
        /// What each procedure consists of.
        Contents = "contents",
        /// What each procedure yields.
        Results = "results",
        /// How long each procedure takes.
        Terms = "terms",
    }

    /// A variant of a process told in variants.
    Variant {
        /// основной процесс.
        Main = "main",
        /// альтернативный процесс.
        Alternative = "alternative",
    }

    /// What is unusual about a heading.
    HeadingState {
        /// It is not in the text as published.
        Lost = "lost",
        /// It is printed as a paragraph.
        Paragraph = "paragraph",
    }

    /// What was lost.
    LostKind {
        /// A diagram.
        Diagram = "diagram",
        /// What is left of a diagram.
        DiagramRest = "diagram-rest",
        /// A reference book of business processes.
        ReferenceBook = "reference-book",
        /// A form to fill in.
        Form = "form",
        /// A table.
        Table = "table",
        /// Text.
        Text = "text",
    }

    /// What a participant is.
    ParticipantKind {
        /// A worker of the provider.
        Staff = "staff",
        /// A unit of the provider.
        Unit = "unit",
        /// The provider as a whole.
        Provider = "provider",
        /// A collegial body.
        Body = "body",
        /// Somebody outside the provider.
        Outside = "outside",
        /// Who asks for the service.
        Recipient = "recipient",
        /// An information system.
        System = "system",
    }

    /// What a step is.
    StepKind {
        /// Somebody does something.
        Action = "action",
        /// A check with more than one way out.
        Condition = "condition",
        /// The process ends with a refusal.
        Refusal = "refusal",
        /// A message is formed or sent.
        Message = "message",
        /// The provider waits for somebody.
        Wait = "wait",
        /// The recipient gets what he asked for.
        Result = "result",
    }

    /// What kind of time limit.
    LimitKind {
        /// A span of time.
        Duration = "duration",
        /// How often.
        Frequency = "frequency",
        /// On the same day.
        SameDay = "same-day",
        /// By turn.
        Queue = "queue",
        /// By a schedule.
        Schedule = "schedule",
        /// The act does not say, or it is lost.
        Unknown = "unknown",
    }

    /// A unit of time. `day` = the act does not say which days.
    Unit {
        /// Minutes.
        Minute = "minute",
        /// Hours.
        Hour = "hour",
        /// Days of unsaid kind.
        Day = "day",
        /// Working days.
        WorkingDay = "working-day",
        /// Calendar days.
        CalendarDay = "calendar-day",
        /// Months.
        Month = "month",
    }

    /// How a limit binds.
    Bound {
        /// Not more than.
        AtMost = "at-most",
        /// Exactly.
        Exact = "exact",
        /// Not later than.
        NotLaterThan = "not-later-than",
        /// Not less than.
        AtLeast = "at-least",
    }

    /// Whether a limit runs from an event or up to it.
    Direction {
        /// After the event.
        After = "after",
        /// Before the event.
        Before = "before",
    }

    /// A way to apply.
    Channel {
        /// At the provider.
        Provider = "provider",
        /// At the centre of service to the population (ЦОН, ХҚКО).
        Centre = "centre",
        /// At the state corporation.
        Corporation = "corporation",
        /// On the portal.
        Portal = "portal",
        /// At the akim.
        Akim = "akim",
    }

    /// Which term of the whole service.
    TermKind {
        /// From application to result.
        Overall = "overall",
        /// The longest wait in a queue.
        Queue = "queue",
        /// The longest attendance of one recipient.
        Service = "service",
    }

    /// Whether what is referred to exists.
    Found {
        /// It does.
        Yes = "yes",
        /// It does not.
        No = "no",
        /// Nobody can tell.
        Unknown = "unknown",
    }

    /// What an amendment did.
    Operation {
        /// дополнен.
        Added = "added",
        /// в редакции.
        Restated = "restated",
        /// с изменениями.
        Changed = "changed",
        /// исключен.
        Removed = "removed",
    }

    /// How a table is printed.
    TableForm {
        /// A column for each step, a row for each kind of statement.
        Steps = "steps",
        /// A column for each participant.
        Lanes = "lanes",
        /// Rows and columns.
        Plain = "plain",
        /// A form to fill in.
        Blank = "blank",
        /// Bodies with their addresses, hours and telephones.
        Addresses = "addresses",
    }

    /// What stands in a column of an address list.
    AddressColumn {
        /// The number of the row.
        N = "n",
        /// The body.
        Body = "body",
        /// Its address.
        Address = "address",
        /// When its doors are open.
        Hours = "hours",
        /// Its telephone.
        Phone = "phone",
    }

    /// What a place is.
    PlaceKind {
        /// The whole country.
        Country = "country",
        /// A city of republican importance.
        City = "city",
        /// область.
        Region = "region",
        /// район.
        District = "district",
        /// A town of a region or of a district.
        Town = "town",
        /// посёлок, кент.
        Settlement = "settlement",
        /// село or аул, ауыл; a station.
        Village = "village",
        /// сельский or аульный округ, ауылдық округ.
        RuralDistrict = "rural-district",
    }

    /// What happened between services.
    ServiceRelationKind {
        /// It was split off.
        SplitFrom = "split-from",
        /// It was merged.
        MergedFrom = "merged-from",
        /// It was called otherwise.
        RenamedFrom = "renamed-from",
    }

    /// What a term names.
    GlossaryKind {
        /// Who acts.
        Participant = "participant",
        /// An information system.
        System = "system",
        /// A document.
        Document = "document",
        /// An abbreviation.
        Abbreviation = "abbreviation",
        /// A title of a section.
        Section = "section",
        /// What is asked for.
        Object = "object",
        /// Who asks.
        Applicant = "applicant",
        /// A word of the field.
        Concept = "concept",
    }

    /// How sure a translation is.
    TranslationStatus {
        /// Published by the state.
        Official = "official",
        /// Read and confirmed by an editor.
        Reviewed = "reviewed",
        /// Nobody has confirmed it.
        Unofficial = "unofficial",
    }
}

impl Channel {
    /// The channel that has taken its place: the State Corporation that of the centres for services to the public.
    #[must_use]
    pub fn today(self) -> Self {
        if self == Self::Centre { Self::Corporation } else { self }
    }
}
