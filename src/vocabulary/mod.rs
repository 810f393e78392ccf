//! The kinds that data may use and what each means, itself read from data.
//!
//! Other stages ask the vocabulary and never name a kind themselves. What Rust must know of a kind
//! is its *nature* (for entities) or its *sense* (for relations): closed enums that a kind in RON
//! points to, so that a curator adds a kind without touching Rust.

mod book;
mod ident;
mod kinds;
mod reference;

pub use book::{Clash, Vocabulary, matching};
pub use ident::Ident;
pub use kinds::{
    Cow, EntityKind, Family, Holding, MeasureKind, Nature, ObligationKind, PerTo, RelationKind,
    Role, RoleKind, Sense,
};
pub use reference::reference;

use crate::text::{File, FileRole, Files};

/// The vocabulary that comes with foedera: file name and text of each file of `data/vocabulary/`.
const BUILT_IN: &[(&str, &str)] = &[
    ("entities.ron", include_str!("../../data/vocabulary/entities.ron")),
    ("measures.ron", include_str!("../../data/vocabulary/measures.ron")),
    ("obligations.ron", include_str!("../../data/vocabulary/obligations.ron")),
    ("relations.ron", include_str!("../../data/vocabulary/relations.ron")),
    ("roles.ron", include_str!("../../data/vocabulary/roles.ron")),
];

/// The files of the vocabulary that comes with foedera.
pub fn built_in() -> impl Iterator<Item = File> {
    BUILT_IN.iter().map(|(name, text)| {
        Files::from_bytes(format!("<built-in>/{name}"), FileRole::BuiltIn, text.as_bytes())
    })
}
