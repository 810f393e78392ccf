//! The kinds of relations and entities, looked up by name once: checks ask for them many times.

use super::Graph;
use crate::record::Records;
use crate::vocabulary::{EntityKind, Ident, Nature, RelationKind, Vocabulary};
use foldhash::HashMap;

/// Kinds, and which of them each record is of.
#[derive(Debug)]
struct Table<K> {
    kinds: Vec<K>,
    /// By record: the number of its kind; past the end where the kind is unknown.
    of: Vec<u16>,
}

impl<K> Table<K> {
    fn new<'a>(
        kinds: Vec<K>,
        id: impl Fn(&K) -> &str,
        records: impl Iterator<Item = &'a Ident>,
    ) -> Self {
        let numbers: HashMap<&str, u16> = kinds.iter().map(id).zip(0..u16::MAX).collect();
        let number = |kind: &Ident| numbers.get(kind.as_str()).copied().unwrap_or(u16::MAX);
        let of = records.map(number).collect();
        Self { kinds, of }
    }

    fn get(&self, record: usize) -> Option<&K> {
        self.kinds.get(usize::from(*self.of.get(record)?))
    }
}

/// The kinds of the records of a graph.
#[derive(Debug)]
pub(super) struct Kinds {
    relations: Table<RelationKind>,
    /// With the nature of each, which a kind may have from the one it is a special case of.
    entities: Table<(EntityKind, Option<Nature>)>,
}

impl Kinds {
    pub(super) fn new(records: &Records, vocabulary: &Vocabulary) -> Self {
        let with_nature = |kind: &EntityKind| (kind.clone(), vocabulary.nature(kind.id.as_str()));
        let relations = records.relations.iter().map(|relation| &relation.kind);
        let entities = records.entities.iter().map(|entity| &entity.kind);
        Self {
            relations: Table::new(
                vocabulary.relations().cloned().collect(),
                |kind| kind.id.as_str(),
                relations,
            ),
            entities: Table::new(
                vocabulary.entities().map(with_nature).collect(),
                |(kind, _)| kind.id.as_str(),
                entities,
            ),
        }
    }

    /// The kind of the relation record with this number.
    pub(super) fn relation(&self, number: u32) -> Option<&RelationKind> {
        self.relations.get(number as usize)
    }

    /// The kind of the entity record with this number.
    pub(super) fn entity(&self, number: u32) -> Option<&EntityKind> {
        self.entities.get(number as usize).map(|(kind, _)| kind)
    }

    /// The nature of the entity record with this number.
    pub(super) fn nature(&self, entity: u32) -> Option<Nature> {
        self.entities.get(entity as usize)?.1
    }
}

/// Kinds by record.
impl Graph {
    /// The kind of each relation record, in their order; none where it is unknown.
    pub fn relation_kinds(&self) -> impl Iterator<Item = Option<&RelationKind>> {
        (0..).zip(&self.records.relations).map(|(n, _)| self.kinds.relation(n))
    }

    /// The kind of each entity record, in their order; none where it is unknown.
    pub fn entity_kinds(&self) -> impl Iterator<Item = Option<&EntityKind>> {
        (0..).zip(&self.records.entities).map(|(n, _)| self.kinds.entity(n))
    }
}
