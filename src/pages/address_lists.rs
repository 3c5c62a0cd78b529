//! The page of addresses of a regulation: the bodies that its annexes list, each as printed, with the place it stands in.

use super::acts::{encoding, notice_of, regulation_crumbs, source, state_of, with_standing};
use super::addresses;
use super::frame::{About, Frame, plain_words};
use super::home::count;
use super::labels::{Labels, Style, annex_name};
use super::phones::called;
use super::render::Rendered;
use super::tables::redacted;
use super::view::{AddressCell, AddressGroup, AddressHead, AddressList, AddressRow, AddressesLink, AddressesPage};
use crate::lang::{Lang, Text};
use crate::model::{
    Act, AddressEntry, AddressList as Holds, CellPlace, Node, NodeKind, Place, Regulation, Table, TableShape,
};
use crate::vocabulary::AddressColumn;

/// A list of addresses in a text.
#[derive(Clone, Copy)]
pub(super) struct Listed<'a> {
    /// The annex that it stands in.
    annex: Option<&'a Node>,
    node: &'a Node,
    table: &'a Table,
    holds: &'a Holds,
}

/// The lists of addresses of a text, in printed order.
pub(super) fn lists(text: &[Node]) -> Vec<Listed<'_>> {
    let mut found = Vec::new();
    collect(text, None, &mut found);
    found
}

fn collect<'a>(nodes: &'a [Node], annex: Option<&'a Node>, found: &mut Vec<Listed<'a>>) {
    for node in nodes {
        let annex = if node.kind == NodeKind::Annex { Some(node) } else { annex };
        if let Some((table, holds)) = list_of(node) {
            found.push(Listed { annex, node, table, holds });
        }
        collect(&node.children, annex, found);
    }
}

fn list_of(node: &Node) -> Option<(&Table, &Holds)> {
    let table = node.table.as_ref()?;
    Some((table, table.addresses.as_ref()?))
}

/// Whether a regulation has a page of addresses.
pub(super) fn has_page(regulation: &Regulation) -> bool {
    !lists(&regulation.text).is_empty()
}

/// The link that stands where a list of addresses is printed; `page` leads to the page of addresses.
pub(super) fn link_at(frame: &Frame<'_>, node: &Node, page: &str) -> Option<AddressesLink> {
    let (table, _) = list_of(node)?;
    let text = node.title.as_ref().map_or_else(|| plain_words(frame.say("addresses", &[])), |title| frame.words(title));
    let count = frame.say("addresses-count", &[("count", table.rows.len().to_string())]);
    Some(AddressesLink { href: format!("{page}#{}", node.id), text, count })
}

/// Links to all lists of a regulation, from its page.
pub(super) fn links(frame: &Frame<'_>, regulation: &Regulation) -> Vec<AddressesLink> {
    let link = |listed: &Listed<'_>| {
        let link = link_at(frame, listed.node, FROM_REGULATION)?;
        let text = listed.title().map_or_else(|| link.text.clone(), |title| frame.words(title));
        Some(AddressesLink { text, ..link })
    };
    lists(&regulation.text).iter().filter_map(link).collect()
}

/// The page of addresses, from the page of its regulation.
pub(super) const FROM_REGULATION: &str = "addresses/index.html";

impl<'a> Listed<'a> {
    /// Its caption, or the title of its annex.
    fn title(&self) -> Option<&'a Text> {
        self.node.title.as_ref().or(self.annex?.title.as_ref())
    }

    /// The texts of the list.
    fn texts(self) -> impl Iterator<Item = &'a Text> {
        self.title().into_iter().chain(&self.table.columns).chain(self.table.rows.iter().flatten().flatten())
    }
}

/// The page of addresses.
pub(super) fn page(frame: &Frame<'_>, act: &Act, regulation: &Regulation) -> Rendered {
    let path = addresses::address_lists(&act.id, &regulation.name);
    let labels = Labels::new(&regulation.text);
    let title = frame.plain(&regulation.title);
    let pages = regulation_crumbs(frame, act, regulation);
    let about = About {
        title: {
            let title = frame.say("addresses-title", &[("title", title)]);
            frame.with_state(act, "title-with-state", "title", title)
        },
        description: Some(frame.with_state(act, "state-sentence", "text", frame.say("describe-addresses", &[]))),
        crumbs: frame.crumbs(&path, pages),
        source: Some(source(act)),
        encoding: Some(encoding(act, &regulation.id(), &regulation.digest)),
        path: path.clone(),
    };
    let found = lists(&regulation.text);
    let state = state_of(frame, found.iter().flat_map(|listed| listed.texts()));
    let service = frame.inputs.catalog.corpus.services.get(&regulation.service);
    let maker = Maker { frame, act, regulation, labels: &labels };
    let view = AddressesPage {
        page: frame.head(about),
        title: frame.words(&regulation.title),
        act: frame.act_ref(&path, &act.name),
        status: frame.status(&path, act, service),
        translation: notice_of(&path, act, state),
        regulation_href: "../index.html".to_owned(),
        lists: found.into_iter().map(|listed| maker.list(listed)).collect(),
    };
    frame.render("addresses.html", &view)
}

/// What the lists of a page are made with.
struct Maker<'m> {
    frame: &'m Frame<'m>,
    act: &'m Act,
    regulation: &'m Regulation,
    labels: &'m Labels<'m>,
}

impl Maker<'_> {
    fn list(&self, listed: Listed<'_>) -> AddressList {
        let frame = self.frame;
        let place = listed.annex.unwrap_or(listed.node);
        let columns = listed.holds.columns.iter().zip(&listed.table.columns);
        let args = [
            ("title", frame.plain(&self.regulation.title)),
            ("act", frame.citation(&self.act.name)),
            ("place", self.labels.name(frame, &place.id, Style::Full)),
        ];
        AddressList {
            id: listed.node.id.clone(),
            label: listed.annex.map_or_else(|| self.labels.place(frame, &place.id), |annex| annex_name(frame, annex)),
            href: format!("../index.html#{}", listed.node.id),
            title: listed.title().map(|title| frame.words(title)),
            count: count(listed.table.rows.len()),
            columns: columns.map(|(column, head)| AddressHead { column: *column, head: frame.words(head) }).collect(),
            groups: self.groups(listed),
            cite: with_standing(frame, self.act, frame.say("cite-regulation-place", &args)),
        }
    }

    /// The rows, cut where one district ends and the next begins: if that makes of many rows a few groups.
    fn groups(&self, listed: Listed<'_>) -> Vec<AddressGroup> {
        let entries = &listed.holds.entries;
        let around: Vec<Vec<&Place>> = entries.iter().map(|entry| self.places(entry)).collect();
        let mut cuts: Vec<usize> = (0..entries.len())
            .filter(|row| *row == 0 || district(&around[*row]) != district(&around[*row - 1]))
            .collect();
        let named = cuts.len() > 1 && cuts.len() * 2 <= entries.len();
        if !named {
            cuts.truncate(1);
        }
        let mut groups: Vec<AddressGroup> = Vec::new();
        for (turn, first) in cuts.iter().enumerate() {
            let end = cuts.get(turn + 1).copied().unwrap_or(entries.len());
            let place = around[*first].last().copied().filter(|_| named);
            let rows = (*first..end).map(|row| {
                // What the group is called is not told again in each row.
                let own = if place.is_some() { &around[row][..around[row].len() - 1] } else { &around[row] };
                self.row(listed, row, own)
            });
            let name = match place {
                Some(place) => Some(self.frame.plain(&place.name)),
                None if named => Some(self.frame.say("addresses-elsewhere", &[])),
                None => None,
            };
            // A district to which the list comes back is another group.
            let id = format!("{}.place-{}", listed.node.id, place.map_or("", |place| &place.id));
            let before = groups.iter().filter(|group| group.id.as_ref().is_some_and(|known| is_again(known, &id)));
            let id = match before.count() {
                0 => id,
                before => format!("{id}~{}", before + 1),
            };
            groups.push(AddressGroup {
                id: named.then_some(id),
                name,
                words: place.map(|place| words(&[place])).unwrap_or_default(),
                rows: rows.collect(),
            });
        }
        groups
    }

    /// The place of a row and those around it up to the place of the act, which is left out; from the narrowest.
    fn places(&self, entry: &AddressEntry) -> Vec<&Place> {
        let around = entry.place.as_ref().map(|place| self.frame.inputs.catalog.places_around(place));
        let mut around = around.unwrap_or_default();
        around.truncate(around.iter().position(|place| place.id == self.act.place).unwrap_or(around.len()));
        around
    }

    fn row(&self, listed: Listed<'_>, row: usize, places: &[&Place]) -> AddressRow {
        let columns = &listed.holds.columns;
        let at = [AddressColumn::Address, AddressColumn::Body].iter().find(|column| columns.contains(column));
        let shape = self.regulation.tables.get(&listed.node.id);
        let cells = columns.iter().zip(&listed.table.rows[row]).enumerate().map(|(index, (column, text))| {
            let place = CellPlace { row, column: index };
            let places = if at == Some(column) { places } else { &[] };
            self.cell(*column, text.as_ref(), places, shape.and_then(|shape| self.withheld(shape, place)))
        });
        AddressRow { id: listed.holds.entries[row].id.clone(), words: words(places), cells: cells.collect() }
    }

    fn withheld(&self, shape: &TableShape, place: CellPlace) -> Option<String> {
        redacted(shape, place).map(|reason| self.frame.plain(reason))
    }

    fn cell(
        &self,
        column: AddressColumn,
        text: Option<&Text>,
        places: &[&Place],
        redacted: Option<String>,
    ) -> AddressCell {
        let frame = self.frame;
        let printed = text.map(|text| folded(&frame.plain(text))).unwrap_or_default();
        let names = places.iter().map(|place| frame.plain(&place.name));
        let shown = text.map(|text| frame.words(text));
        AddressCell {
            column,
            text: if column == AddressColumn::Phone { shown.map(called) } else { shown },
            redacted,
            places: names.filter(|name| !printed.contains(&folded(name))).collect(),
        }
    }
}

fn district<'p>(around: &[&'p Place]) -> Option<&'p str> {
    around.last().map(|place| place.id.as_str())
}

fn is_again(known: &str, id: &str) -> bool {
    known.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('~'))
}

/// All names of some places, each once, to be found by.
fn words(places: &[&Place]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for place in places {
        let own = Lang::ALL.into_iter().filter_map(|lang| place.name.get(lang));
        for name in own.chain(place.aliases.iter().map(String::as_str)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.join(", ")
}

/// The words of a text between single spaces, small: names are compared so.
fn folded(text: &str) -> String {
    let small = text.to_lowercase().replace('ё', "е");
    let words: Vec<&str> =
        small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}
