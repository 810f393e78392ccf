//! The kind of each relation and the nature of each entity, looked up once: checks ask for them many
//! times.

use crate::record::Records;
use crate::vocabulary::{Nature, RelationKind, Vocabulary};
use std::collections::HashMap;

/// The kinds of relation, and which of them each relation record is of.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    kinds: Vec<RelationKind>,
    /// By relation record: the number of its kind; past the end where the kind is unknown.
    of: Vec<u16>,
    /// By entity record.
    natures: Vec<Option<Nature>>,
}

impl Kinds {
    pub(super) fn new(records: &Records, vocabulary: &Vocabulary) -> Self {
        let kinds: Vec<RelationKind> = vocabulary.relations().cloned().collect();
        let numbers: HashMap<&str, u16> =
            kinds.iter().map(|kind| kind.id.as_str()).zip(0..u16::MAX).collect();
        let number = |kind: &str| numbers.get(kind).copied().unwrap_or(u16::MAX);
        let of = records.relations.iter().map(|relation| number(relation.kind.as_str())).collect();
        let entities = records.entities.iter();
        let natures = entities.map(|entity| vocabulary.nature(entity.kind.as_str())).collect();
        Self { kinds, of, natures }
    }

    /// The nature of the entity record with this number.
    pub(super) fn nature(&self, entity: u32) -> Option<Nature> {
        *self.natures.get(entity as usize)?
    }

    /// The kind of the relation record with this number.
    pub(super) fn of(&self, relation: u32) -> Option<&RelationKind> {
        self.kinds.get(usize::from(*self.of.get(relation as usize)?))
    }
}
