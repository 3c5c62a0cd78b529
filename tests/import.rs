//! From a published text to a draft: the damage undone (`damage`), what is recognised (`drafts`), the forms of files
//! (`documents`), the command (`command`), how much of the corpus the import gets right by itself (`share`), and that it
//! knows no act by its words (`wording`).

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read files, print what they measure, fail by panicking"
)]

mod support;

use std::sync::LazyLock;

use qadam::cli::pipeline::{Checked, check};

/// The project itself.
static PROJECT: LazyLock<Checked> = LazyLock::new(|| check(support::folders::package()));

#[path = "import/command.rs"]
mod command;
#[path = "import/damage.rs"]
mod damage;
#[path = "import/documents.rs"]
mod documents;
#[path = "import/drafts.rs"]
mod drafts;
#[path = "import/grids.rs"]
mod grids;
#[path = "import/lists.rs"]
mod lists;
#[path = "import/published.rs"]
mod published;
#[path = "import/share.rs"]
mod share;
#[path = "import/wording.rs"]
mod wording;
