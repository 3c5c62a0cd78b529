//! A server that shows a site while it is being written, to the person who writes it.
//!
//! ```text
//! disk ─ watch ─ compile (by the caller) ─ State ─ server ─ browser
//!                                            └──── a waiting request is answered: the page renews itself
//! ```
//!
//! 1. [`watch`] says that something under the project may have changed.
//! 2. The caller compiles the project anew and puts the outcome, a [`State`], on the [`Board`].
//! 3. [`server`] answers requests from the state on the board: a file is made when it is asked for, and nothing is read
//!    from the disk, so that no address leads out of the site.
//! 4. [`dress`] adds to each page what renews it, and what is wrong with the project. The published site has none of this.
//!
//! It knows nothing of encodings: it is given a [`Show`]. It answers on the loopback address only, and only to those who
//! ask for it by that name, so that no page of the web reads a draft through a name that leads here.

mod dress;
mod server;
mod watch;

use std::sync::Arc;

use tokio::sync::watch as channel;

pub use server::{Server, open_browser};
pub use watch::watch;

/// A compiled site, whose files are made when they are asked for.
pub trait Show: Send + Sync {
    /// The file at an address, as `ru/index.html`; `None` where there is none.
    ///
    /// # Errors
    /// What is wrong with the file.
    fn file(&self, address: &str) -> Option<Result<Vec<u8>, Faults>>;
}

/// What there is to show.
#[derive(Clone)]
pub struct State {
    /// Tells this state from all others, of this server and of one before it.
    pub version: String,
    /// The site of the last project without errors; `None` where there was none yet.
    pub site: Option<Arc<dyn Show>>,
    /// What is wrong with the project now; `None` where nothing is.
    pub faults: Option<Faults>,
}

/// What is wrong, in the reader's language.
#[derive(Debug, Clone)]
pub struct Faults {
    /// Tag of the language: `kk`.
    pub lang: String,
    /// What to call it.
    pub title: String,
    /// The faults, with files and lines.
    pub report: String,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("State").field("version", &self.version).field("faults", &self.faults).finish_non_exhaustive()
    }
}

/// Where the state of the moment is put, and where the server takes it from.
#[derive(Debug, Clone)]
pub struct Board(channel::Sender<State>);

impl Board {
    /// A board with a first state.
    pub fn new(state: State) -> Self {
        Self(channel::Sender::new(state))
    }

    /// Puts another state there. Whoever waits for one is told.
    pub fn put(&self, state: State) {
        self.0.send_replace(state);
    }

    /// The state of the moment.
    pub fn state(&self) -> State {
        self.0.borrow().clone()
    }
}
