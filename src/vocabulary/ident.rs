//! Bare identifiers: the names of kinds, written without quotes.

use compact_str::CompactString;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::borrow::Borrow;
use std::fmt;

/// The name of a kind, such as `HoldsOffice`: a bare identifier in RON.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(pub CompactString);

impl Ident {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Ident {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Ident {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

struct Name;

impl Visitor<'_> for Name {
    type Value = Ident;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a kind, such as Person, without quotes")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Ident, E> {
        Ok(Ident(name.into()))
    }
}

impl<'de> Deserialize<'de> for Ident {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(Name)
    }
}
