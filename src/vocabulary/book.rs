//! The vocabulary of one data set: the built-in kinds and its own, looked up by name.

use super::kinds::{
    EntityKind, MeasureKind, Nature, ObligationKind, RelationKind, Role, RoleKind, Sense,
};
use crate::text::Place;
use std::collections::BTreeMap;

/// A kind that was defined twice; the first definition stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Its name.
    pub name: String,
    /// The definition that stands.
    pub first: Place,
    /// The definition that is ignored.
    pub second: Place,
}

/// Kinds by name.
type Kinds<T> = BTreeMap<String, (T, Place)>;

/// Every kind that a data set may use.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    entities: Kinds<EntityKind>,
    relations: Kinds<RelationKind>,
    obligations: Kinds<ObligationKind>,
    measures: Kinds<MeasureKind>,
    roles: BTreeMap<Role, RoleKind>,
    clashes: Vec<Clash>,
}

/// Generates the four look-ups of one sort of kind.
macro_rules! kinds {
    ($type:ident, $map:ident, $add:ident, $get:ident, $at:ident, $what:literal) => {
        #[doc = concat!("Adds ", $what, "; one that is there already stands, and the clash is kept.")]
        pub fn $add(&mut self, kind: $type, at: Place) {
            let name = kind.id.to_string();
            if let Some((_, first)) = self.$map.get(&name) {
                self.clashes.push(Clash { name, first: first.clone(), second: at });
            } else {
                self.$map.insert(name, (kind, at));
            }
        }

        #[doc = concat!("Looks up ", $what, " by name.")]
        pub fn $get(&self, name: &str) -> Option<&$type> {
            self.$map.get(name).map(|(kind, _)| kind)
        }

        #[doc = concat!("Where ", $what, " is defined.")]
        pub fn $at(&self, name: &str) -> Option<&Place> {
            self.$map.get(name).map(|(_, at)| at)
        }

        #[doc = concat!("All of the sort of ", $what, ", by name.")]
        pub fn $map(&self) -> impl Iterator<Item = &$type> {
            self.$map.values().map(|(kind, _)| kind)
        }
    };
}

impl Vocabulary {
    kinds!(EntityKind, entities, add_entity, entity, entity_at, "a kind of entity");
    kinds!(RelationKind, relations, add_relation, relation, relation_at, "a kind of relation");
    kinds!(
        ObligationKind,
        obligations,
        add_obligation,
        obligation,
        obligation_at,
        "a kind of obligation"
    );
    kinds!(MeasureKind, measures, add_measure, measure, measure_at, "a kind of measure");

    /// Says how a role is read and drawn; the first to say it stands.
    pub fn add_role(&mut self, kind: RoleKind) {
        self.roles.entry(kind.id).or_insert(kind);
    }

    /// How a role is read and drawn; the built-in vocabulary defines every role.
    pub fn role(&self, role: Role) -> Option<&RoleKind> {
        self.roles.get(&role)
    }

    /// Every role.
    pub fn roles(&self) -> impl Iterator<Item = &RoleKind> {
        self.roles.values()
    }

    /// The kinds that were defined twice.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// A kind of entity and the kinds it is a special case of, the most special first; it ends
    /// where a kind is unknown or `is_a` runs in a circle.
    pub fn lineage<'a>(&'a self, kind: &str) -> impl Iterator<Item = &'a EntityKind> {
        let parent = |kind: &&EntityKind| kind.is_a.as_ref().and_then(|is_a| self.entity(&is_a.0));
        std::iter::successors(self.entity(kind), parent).take(self.entities.len())
    }

    /// Whether a kind of entity is `ancestor` or a special case of it.
    pub fn is_a(&self, kind: &str, ancestor: &str) -> bool {
        self.lineage(kind).any(|kind| kind.id.0 == ancestor)
    }

    /// What a kind of entity is.
    pub fn nature(&self, kind: &str) -> Option<Nature> {
        self.lineage(kind).find_map(|kind| kind.nature)
    }

    /// Which entry of the palette draws a kind of entity.
    pub fn tone(&self, kind: &str) -> Option<&str> {
        self.lineage(kind).find_map(|kind| kind.tone.as_deref())
    }

    /// How many parties an instrument of this kind binds at the least, where that is told.
    pub fn parties(&self, kind: &str) -> Option<u32> {
        self.lineage(kind).find_map(|kind| kind.parties)
    }

    /// Whether a text of this kind binds in law, where that is told.
    pub fn binds(&self, kind: &str) -> Option<bool> {
        self.lineage(kind).find_map(|kind| kind.binds)
    }

    /// The nearest term to a kind of entity in another vocabulary, which its prefix names: `Person`
    /// of `ftm`.
    pub fn match_of(&self, kind: &str, prefix: &str) -> Option<&str> {
        self.lineage(kind).find_map(|kind| matching(&kind.matches, prefix))
    }

    /// The sense of a kind of relation.
    pub fn sense(&self, kind: &str) -> Option<Sense> {
        self.relation(kind)?.sense
    }
}

/// The name in the term that has this prefix, of terms such as `ftm:Person`.
pub fn matching<'a>(terms: &'a [String], prefix: &str) -> Option<&'a str> {
    terms.iter().find_map(|term| term.strip_prefix(prefix)?.strip_prefix(':'))
}
