//! What changed: everything that is known to have happened to acts, whether their texts are here or not.

use std::collections::BTreeMap;

use super::{Catalog, Event, EventKind};
use crate::model::ActRef;

impl<'a> Catalog<'a> {
    /// What is known to have happened to acts, newest first; what nobody dates comes last.
    ///
    /// An act without a text here is known by what it did or what was done to it. In the second case its adoption is told
    /// too; in the first, what it did tells it.
    pub fn changes(&self) -> Vec<Event<'a>> {
        let deeds = self.links.all();
        let encoded = self.corpus.acts.iter().map(|act| &act.name);
        let adopted: BTreeMap<&str, &ActRef> =
            deeds.iter().map(|deed| deed.to).chain(encoded).map(|act| (act.id.as_str(), act)).collect();
        let adoptions =
            adopted.into_values().map(|act| Event { on: act.signed, kind: EventKind::Adopted, act, by: None });
        let done = deeds.iter().map(|deed| Event {
            on: deed.by.signed,
            kind: deed.kind,
            act: deed.to,
            by: Some(deed.by.clone()),
        });
        let mut events: Vec<Event<'a>> = adoptions.chain(done).collect();
        events.sort_by(|a, b| b.on.cmp(&a.on).then_with(|| (b.kind, &a.act.id).cmp(&(a.kind, &b.act.id))));
        events
    }
}
