//! The codes. Each has a message in every locale and a fixture in `tests/fixtures/bad` that provokes it.

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The input is wrong; nothing is published.
    Error,
    /// The input is doubtful; it is published.
    Warning,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $severity:ident;)+) => {
        /// Which rule a diagnostic comes from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code, in the order of the stages.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }
        }
    };
}

codes! {
    /// A file or folder cannot be read.
    Unreadable = "unreadable", Error;
    /// A file is not UTF-8.
    NotUtf8 = "not-utf8", Error;
    /// A file is larger than is read.
    TooLarge = "too-large", Error;
    /// A link leads out of the project.
    Symlink = "symlink", Error;
    /// A file or folder has a name that cannot be an id.
    BadFileName = "bad-file-name", Error;
    /// A file that the project needs is not there.
    MissingFile = "missing-file", Error;
    /// A file holds nothing.
    EmptyFile = "empty-file", Error;
    /// A file is no YAML.
    YamlSyntax = "yaml-syntax", Error;
    /// A file holds more than one document.
    YamlDocuments = "yaml-documents", Error;
    /// Anchors, aliases and tags are not used.
    YamlFeature = "yaml-feature", Error;
    /// Lists and maps are nested too deep.
    YamlDepth = "yaml-depth", Error;
    /// A key is no text.
    YamlKey = "yaml-key", Error;
    /// A key stands twice in one map.
    DuplicateKey = "duplicate-key", Error;
    /// A key that the schema does not know.
    UnknownField = "unknown-field", Error;
    /// A required key is not there.
    MissingField = "missing-field", Error;
    /// A value of the wrong kind.
    WrongType = "wrong-type", Error;
    /// A word that is not on the list.
    UnknownWord = "unknown-word", Error;
    /// An element of a body without a key that says what it is.
    UnknownElement = "unknown-element", Error;
    /// A blank of a skeleton in which nothing is written yet.
    ToBeWritten = "to-be-written", Error;
    /// A date that does not exist.
    BadDate = "bad-date", Error;
    /// A text that is no id.
    BadId = "bad-id", Error;
    /// An id that two things bear.
    DuplicateId = "duplicate-id", Error;
    /// A participant that the regulation does not have.
    UnknownParticipant = "unknown-participant", Error;
    /// A service that `services.yaml` does not have.
    UnknownService = "unknown-service", Error;
    /// A topic that `services.yaml` does not have.
    UnknownTopic = "unknown-topic", Error;
    /// A place or body that `places.yaml` does not have.
    UnknownPlace = "unknown-place", Error;
    /// An act that is neither encoded nor described.
    UnknownAct = "unknown-act", Error;
    /// A regulation on the command line that is not encoded.
    UnknownRegulation = "unknown-regulation", Error;
    /// A name on the command line with which the ids of several regulations end.
    AmbiguousName = "ambiguous-name", Error;
    /// A term that the glossary does not have.
    UnknownTerm = "unknown-term", Error;
    /// A telling that the regulation does not have.
    UnknownProcess = "unknown-process", Error;
    /// A step that the telling does not have.
    UnknownStep = "unknown-step", Error;
    /// A place in the text that the regulation does not have.
    UnknownPoint = "unknown-point", Error;
    /// Steps that an editor pairs with steps of another version are no such steps, or cannot be a pair.
    BadPair = "bad-pair", Error;
    /// A process name that two tellings bear.
    DuplicateProcess = "duplicate-process", Error;
    /// A quotation that is not in the text.
    NotInText = "not-in-text", Error;
    /// A limit whose words are not understood.
    UnknownLimit = "unknown-limit", Error;
    /// A limit declared otherwise than its words say.
    LimitDiffers = "limit-differs", Error;
    /// Several ways to name participants at once, or none.
    BadWho = "bad-who", Error;
    /// A field of a step on a passage that is no step.
    NotAStep = "not-a-step", Error;
    /// A sign that no text has: a control, or what is no character.
    Unprintable = "unprintable", Error;
    /// A field that has no use where it stands.
    Misplaced = "misplaced", Error;
    /// An arrow of the editor leaves a step without a way to it.
    NoEntry = "no-entry", Error;
    /// An arrow of the editor leaves a process without an end.
    NoEnd = "no-end", Error;
    /// Names that lead to each other and nowhere else.
    Circle = "circle", Error;
    /// A regulation with more steps than anybody can follow.
    TooManySteps = "too-many-steps", Error;
    /// A step that may lead to more places than a reader can choose from.
    TooManyWays = "too-many-ways", Error;
    /// So many quotations from texts so long that nobody wrote them.
    TooManyQuotations = "too-many-quotations", Error;
    /// Two regulations with the same ordinal, or a file name that says another one.
    BadOrdinal = "bad-ordinal", Error;
    /// A translation whose original is gone.
    OrphanTranslation = "orphan-translation", Error;
    /// Two translations of one original.
    DuplicateTranslation = "duplicate-translation", Error;
    /// A text without a translation.
    Untranslated = "untranslated", Warning;
    /// A setting of the site that cannot be used.
    BadSetting = "bad-setting", Error;
    /// Raw HTML in Markdown.
    RawHtml = "raw-html", Error;
    /// A link whose scheme is not on the list.
    BadLink = "bad-link", Error;
    /// A locale that Fluent cannot read.
    BadLocale = "bad-locale", Error;
    /// A template that cannot be used.
    BadTemplate = "bad-template", Error;
    /// An address that vanished from the site without a redirect.
    VanishedAddress = "vanished-address", Error;
    /// The folder of the site was not made by this program.
    ForeignFolder = "foreign-folder", Error;
    /// A file in the folder of the site was not made by this program.
    ForeignFile = "foreign-file", Error;
    /// A path that a site cannot have.
    BadPath = "bad-path", Error;
    /// Two paths that some system takes for the same one.
    PathClash = "path-clash", Error;
    /// Another build is at work on the same site.
    Locked = "locked", Error;
    /// The preview cannot have its address.
    CannotListen = "cannot-listen", Error;
    /// A file or folder cannot be written.
    CannotWrite = "cannot-write", Error;
    /// A file that cannot be formatted without changing what it says.
    CannotFormat = "cannot-format", Error;
    /// A file that would be made anew is there already.
    AlreadyThere = "already-there", Error;
    /// A name on the command line that is no name of an act or a regulation.
    BadName = "bad-name", Error;
    /// A folder that holds no project.
    NoProject = "no-project", Error;
    /// A regulation of an act that is not encoded.
    ActFirst = "act-first", Error;
    /// A regulation whose ordinal another one of the act has.
    OrdinalTaken = "ordinal-taken", Error;
    /// A code on the command line that does not exist.
    UnknownCode = "unknown-code", Error;
    /// Words of the published text that the encoding lacks.
    SourceMissing = "source-missing", Error;
    /// Words of the encoding that the published text lacks.
    SourceSurplus = "source-surplus", Error;
    /// Words of the published text stand at another place in the encoding.
    SourceMoved = "source-moved", Warning;
    /// The published text is not the one that the encoding was made from.
    SourceDigest = "source-digest", Warning;
    /// A finding: numbers of points or items do not follow each other.
    NumberingGap = "numbering-gap", Warning;
    /// A finding: a step that nothing leads to.
    UnreachableStep = "unreachable-step", Warning;
    /// A finding: somebody acts whom the act does not list.
    UnlistedParticipant = "unlisted-participant", Warning;
    /// A finding: somebody is listed who does not act.
    IdleParticipant = "idle-participant", Warning;
    /// A finding: a reference to an annex that the text does not have.
    LostAnnex = "lost-annex", Warning;
    /// A finding: a slip of the law.
    Slip = "slip", Warning;
}
