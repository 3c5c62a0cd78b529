//! The view structs: what each template is given, and nothing else.
//!
//! From: values that `pages` has made of the model, the catalog and the findings. To: the templates of the same names.
//! One struct a page, `…Page`; the key under which a template finds its fields is the field's name at the top level
//! (`Context::from_serialize(&page)`). There is no logic here: every text is ready to be shown and stands in the
//! language of the page unless a [`Words`] says otherwise; every number is counted; every link is relative and names
//! its `index.html`. `Option::None` and an empty `Vec` mean "absent" and are hidden, or shown as "the act does not say"
//! where the comment says so.
//!
//! Fixed words are not here: templates take them from `site/locales/LANG/pages.ftl` by `t(id=…)`. What selects one of
//! them (a kind, a unit, a role) is an enum whose kebab-case name is the tail of the id.
//!
//! Reading order: the shared parts ([`Page`], [`Words`], [`Link`], [`Status`]), then the pages in the order of a visit:
//! [`RootPage`], [`NotFoundPage`], [`HomePage`], [`ServicePage`], [`PlacePage`], [`ActPage`], [`RegulationPage`],
//! [`AddressesPage`], [`EditionPage`], [`BothPage`], [`ComparisonPage`], [`GlossaryPage`], [`ProsePage`].

mod act;
mod addresses;
mod book;
mod comparison;
mod editions;
mod lineage;
mod lists;
mod matrix;
mod regulation;
mod shared;
mod steps;
mod text;

pub use act::{ActPage, ActPassport, Effect, Publication, Registration, RegulationRow};
pub use addresses::{AddressCell, AddressGroup, AddressHead, AddressList, AddressRow, AddressesLink, AddressesPage};
pub use book::{Abbreviation, BookDiagram, BookPage, Inferred, InferredArrow, Sequence};
pub use comparison::{
    AnswerRow, ComparisonPage, Counts as ChangeCounts, KindCount, MarkedDiagram, Statement, StepGroup, StepPair,
    StepSide, StepsInBrief, TellingPair, TextGroup, UnitPair, Version,
};
pub use editions::{ChangeRow, EditionKnown, EditionLink, EditionMark, EditionPage, LackRow};
pub use lineage::{Deed, Deeds, Lineage, LineageAt, RegulationLine, Said, Station, StationKin, StationRegulation};
pub use lists::{
    ActRow, BodyRow, Change, ChangeKind, Counts, GlossaryGroup, GlossaryPage, GlossaryTerm, HomePage, LetterGroup,
    MaybeLink, NotFoundPage, PlacePage, PlaceRow, PlaceService, ProsePage, RootLanguage, RootPage, ServicePage,
    ServiceRegulation, ServiceRelation, ServiceRow, TopicGroup,
};
pub use matrix::{Counted, Matrix, MatrixCell, MatrixLine, MatrixRow, MatrixVersion, Quotation, Rank};
pub use regulation::{
    ChannelSum, DoubtRow, Fact, FindingRow, Legend, ParticipantRow, PassportRow, RefusedRow, RegulationPage, Restates,
    Sum, SumPart, SumRow, Summary, TermRow,
};
pub use shared::{
    ActRef, Alternate, Date, Encoding, Foot, Link, Mark, Page, Run, Source, State, Status, Today, TranslationNotice,
    TranslationState, Words,
};
pub use steps::{
    Arrow, ArrowTo, ByMode, ChannelBlock, Diagram, DiagramFile, Doer, LimitRow, RelationKind, Sentence, SentenceStep,
    StepColumns, StepRow, Telling, TellingRelation,
};
pub use text::{
    Amendment, Before, BothPage, CellDoubt, Node, NodeKind, Pair, PairSide, PrintedTable, TableBand, TableCell,
    TableRow,
};
