//! From a tree to typed values, going on after faults.
//!
//! serde stops at the first fault. [`read`] therefore notes the fault, leaves out the smallest value that carries it
//! (an unknown key, a list element, the map that lacks a field) and reads the rest again, until nothing is wrong or
//! the root itself is. A field that is missing because its value was left out is not reported twice.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::fault::{Context, Fault, Place, What, no_form};
use super::spanned::SPANNED;
use super::tree::{NodeId, NodeKind, Tree};
use crate::diagnostic::Diagnostic;

/// How many faults of one file are reported before reading gives up.
pub const MAX_FAULTS: usize = 100;

/// The name of an enum whose variants are told apart by the form of the node.
const BY_FORM: &str = "by-form";

/// What came of reading a tree.
#[derive(Debug)]
pub struct Reading<T> {
    /// The value, less what carried a fault; `None` where the file as a whole does not fit.
    pub value: Option<T>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// For each map that was read as a struct: the fields of the struct, in its order.
    pub shapes: BTreeMap<NodeId, &'static [&'static str]>,
}

/// Reads a tree as a value of `T`.
pub fn read<T: DeserializeOwned>(tree: &Tree) -> Reading<T> {
    let context = Context { tree, removed: RefCell::default(), shapes: RefCell::default() };
    let mut diagnostics = Vec::new();
    let mut value = None;
    while diagnostics.len() < MAX_FAULTS {
        let fault = match T::deserialize(Reader { context: &context, node: tree.root(), nullable: false }) {
            Ok(read) => {
                value = Some(read);
                break;
            }
            Err(fault) => fault,
        };
        let place = fault.place.unwrap_or(Place { blame: tree.root(), prune: tree.root() });
        if let Some(diagnostic) = fault.what.report(&context, place.blame) {
            diagnostics.push(diagnostic);
        }
        if place.prune == tree.root() || !context.removed.borrow_mut().insert(place.prune) {
            break;
        }
    }
    Reading { value, diagnostics, shapes: context.shapes.into_inner() }
}

/// A node as serde sees it.
#[derive(Clone, Copy)]
struct Reader<'c, 't> {
    context: &'c Context<'t>,
    node: NodeId,
    /// Whether nothing at all says something here: that a printed number is lost.
    nullable: bool,
}

/// The fields that may be written as nothing.
const NULLABLE: [&str; 3] = ["section", "point", "n"];

impl<'t> Reader<'_, 't> {
    fn kind(self) -> &'t NodeKind {
        &self.context.tree.node(self.node).kind
    }

    fn go(self, node: NodeId) -> Self {
        Self { node, nullable: false, ..self }
    }

    fn wrong(self, expected: &str) -> Fault {
        Fault::new(What::WrongType { expected: expected.to_owned() }).at(self.node, self.node)
    }

    fn scalar(self, expected: &str) -> Result<&'t str, Fault> {
        match self.kind() {
            NodeKind::Scalar { text, plain } if !(text.is_empty() && *plain) => Ok(text),
            _ => Err(self.wrong(expected)),
        }
    }

    fn number<N: std::str::FromStr>(self) -> Result<N, Fault> {
        self.scalar("number")?.parse().map_err(|_| self.wrong("number"))
    }

    fn place(self, fault: Fault) -> Fault {
        fault.at(self.node, self.node)
    }
}

impl<'de> serde::Deserializer<'de> for Reader<'_, 'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.kind() {
            NodeKind::Scalar { .. } => self.deserialize_str(visitor),
            NodeKind::List(_) => self.deserialize_seq(visitor),
            NodeKind::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_str(self.scalar("text")?).map_err(|fault: Fault| self.place(fault))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.scalar("true-or-false")? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(self.wrong("true-or-false")),
        }
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_u16(self.number()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_u32(self.number()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match (self.context.tree.is_null(self.node), self.nullable) {
            (true, true) => visitor.visit_none(),
            (true, false) => Err(self.wrong("value")),
            (false, _) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if name == SPANNED {
            visitor.visit_seq(SpannedParts { reader: self, part: 0 })
        } else {
            self.deserialize_seq(visitor)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.kind() {
            NodeKind::List(items) => visitor.visit_seq(Items { reader: self, items: items.iter() }),
            NodeKind::Scalar { .. } | NodeKind::Map(_) => Err(self.wrong("list")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.kind() {
            NodeKind::Map(entries) => {
                let pairs = Pairs { reader: self, entries: entries.iter(), key: self.node, value: self.node };
                visitor.visit_map(pairs).map_err(|fault| self.place(fault))
            }
            NodeKind::Scalar { .. } | NodeKind::List(_) => Err(self.wrong("map")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.context.shapes.borrow_mut().insert(self.node, fields);
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let variant = if name == BY_FORM { self.form(variants)? } else { self.scalar("word")? };
        visitor.visit_enum(Variant { reader: self, variant }).map_err(|fault| self.place(fault))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple ignored_any
    }
}

impl<'t> Reader<'_, 't> {
    /// The variant of a `by-form` enum that fits the node.
    fn form(self, variants: &'static [&'static str]) -> Result<&'t str, Fault> {
        let fits = |variant: &str| match (self.kind(), variant) {
            (_, "other")
            | (NodeKind::Scalar { .. }, "scalar")
            | (NodeKind::List(_), "list")
            | (NodeKind::Map(_), "map") => true,
            (NodeKind::Map(entries), key) => entries
                .iter()
                .any(|(name, _)| self.context.tree.scalar(*name) == Some(key) && !self.context.is_removed(*name)),
            _ => false,
        };
        variants.iter().copied().find(|variant| fits(variant)).ok_or_else(|| self.place(Fault::new(no_form(variants))))
    }
}

struct Variant<'c, 't> {
    reader: Reader<'c, 't>,
    variant: &'t str,
}

impl<'c, 'de> EnumAccess<'de> for Variant<'c, 'de> {
    type Error = Fault;
    type Variant = Reader<'c, 'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self::Variant), Fault> {
        let name = serde::de::value::BorrowedStrDeserializer::<Fault>::new(self.variant);
        Ok((seed.deserialize(name)?, self.reader))
    }
}

impl<'de> VariantAccess<'de> for Reader<'_, 'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        serde::Deserializer::deserialize_seq(self, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        serde::Deserializer::deserialize_struct(self, "", fields, visitor)
    }
}

/// File, start, end and value of a [`super::Spanned`].
struct SpannedParts<'c, 't> {
    reader: Reader<'c, 't>,
    part: u8,
}

impl<'de> SeqAccess<'de> for SpannedParts<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        use serde::de::value::U32Deserializer;
        let span = self.reader.context.tree.node(self.reader.node).span;
        self.part += 1;
        let number = |value: u32| -> U32Deserializer<Fault> { serde::de::IntoDeserializer::into_deserializer(value) };
        match self.part {
            1 => seed.deserialize(number(span.file.0)).map(Some),
            2 => seed.deserialize(number(span.start)).map(Some),
            3 => seed.deserialize(number(span.end)).map(Some),
            4 => seed.deserialize(self.reader).map(Some),
            _ => Ok(None),
        }
    }
}

struct Items<'c, 't> {
    reader: Reader<'c, 't>,
    items: std::slice::Iter<'t, NodeId>,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.items.find(|item| !self.reader.context.is_removed(**item)) else { return Ok(None) };
        let reader = self.reader.go(*item);
        seed.deserialize(reader).map(Some).map_err(|fault| reader.place(fault))
    }
}

struct Pairs<'c, 't> {
    reader: Reader<'c, 't>,
    entries: std::slice::Iter<'t, (NodeId, NodeId)>,
    key: NodeId,
    value: NodeId,
}

impl<'de> MapAccess<'de> for Pairs<'_, 'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let context = self.reader.context;
        let entry = self.entries.find(|(key, value)| !context.is_removed(*key) && !context.is_removed(*value));
        let Some((key, value)) = entry else { return Ok(None) };
        (self.key, self.value) = (*key, *value);
        seed.deserialize(self.reader.go(*key)).map(Some).map_err(|fault| fault.at(*key, *key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let name = self.reader.context.tree.scalar(self.key).unwrap_or_default();
        let reader = Reader { nullable: NULLABLE.contains(&name), ..self.reader.go(self.value) };
        seed.deserialize(reader).map_err(|fault| reader.place(fault))
    }
}
