//! Says that a project may have changed.
//!
//! Two ways at once: the file system's own events, which come at once, and a look at the stamps of all files every half
//! second, for file systems that send none (network drives, folders of virtual machines) and for folders that were
//! removed, renamed and made anew, of which a watch loses sight.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// How often the stamps are looked at, events or none.
const LOOK: Duration = Duration::from_millis(500);
/// How long there must be quiet after an event: an editor that saves makes several.
const QUIET: Duration = Duration::from_millis(15);
/// How many times quiet is waited for, so that what never stops writing does not keep us for ever.
const ROUNDS: usize = 10;

/// Calls `changed` whenever something in these folders may have changed, for ever. A folder need not be there yet; its
/// parent folders are watched too, each without what else is in it. `stamp` is what the files look like from outside.
pub fn watch<S: PartialEq>(folders: &[PathBuf], stamp: impl Fn() -> S, mut changed: impl FnMut()) {
    let (sender, events) = channel();
    // Without events, as where the system has no more watches to give, looking still finds every change.
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.as_ref().map_or(true, |event| is_change(event.kind)) {
            let _ = sender.send(());
        }
    })
    .ok();
    let mut seen = stamp();
    // What was saved between the caller's first look and ours.
    changed();
    loop {
        if let Some(watcher) = &mut watcher {
            set_watches(watcher, folders);
        }
        let told = await_event(&events);
        let now = stamp();
        if told || now != seen {
            seen = now;
            changed();
        }
    }
}

/// Waits for an event and the quiet after it, or until it is time to look.
fn await_event(events: &Receiver<()>) -> bool {
    match events.recv_timeout(LOOK) {
        Ok(()) => {
            for _ in 0..ROUNDS {
                if events.recv_timeout(QUIET).is_err() {
                    break;
                }
                while events.try_recv().is_ok() {}
            }
            true
        }
        Err(RecvTimeoutError::Timeout) => false,
        // There is no watcher.
        Err(RecvTimeoutError::Disconnected) => {
            std::thread::sleep(LOOK);
            false
        }
    }
}

/// Watches what is there of the folders now. Watching what is watched already is cheap, and so is what is not there.
fn set_watches(watcher: &mut RecommendedWatcher, folders: &[PathBuf]) {
    for folder in folders {
        if folder.is_dir() {
            let _ = watcher.watch(folder, RecursiveMode::Recursive);
        }
        if let Some(parent) = folder.parent().filter(|parent| parent.is_dir() && !is_inside(parent, folders)) {
            let _ = watcher.watch(parent, RecursiveMode::NonRecursive);
        }
    }
}

fn is_inside(path: &Path, folders: &[PathBuf]) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
}

/// Reading is no change; the end of writing is.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn where_no_events_come_the_stamps_are_looked_at() {
        let stamp = Arc::new(AtomicUsize::new(0));
        let (sender, calls) = channel();
        let watched = Arc::clone(&stamp);
        // Nothing is watched, so that no event can come.
        let tell = move || sender.send(()).unwrap();
        std::thread::spawn(move || watch(&[], || watched.load(Ordering::SeqCst), tell));
        let patience = LOOK * 20;
        calls.recv_timeout(patience).unwrap();
        assert_eq!(calls.recv_timeout(LOOK * 3), Err(RecvTimeoutError::Timeout));
        stamp.store(1, Ordering::SeqCst);
        calls.recv_timeout(patience).unwrap();
        assert_eq!(calls.recv_timeout(LOOK * 3), Err(RecvTimeoutError::Timeout));
    }

    #[test]
    fn reading_is_no_change() {
        assert!(!is_change(EventKind::Access(AccessKind::Open(AccessMode::Any))));
        assert!(!is_change(EventKind::Access(AccessKind::Close(AccessMode::Read))));
        assert!(is_change(EventKind::Access(AccessKind::Close(AccessMode::Write))));
        assert!(is_change(EventKind::Any));
    }
}
