//! A value as a record states it, readable or not.

use super::DateError;
use compact_str::CompactString;
use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// The text of a date, interval or duration with what was read from it, so that a record with a
/// bad date is still read, and the date becomes a finding of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated<T> {
    /// The text as written.
    pub text: CompactString,
    /// What it says, or why it says nothing.
    pub value: Result<T, Box<DateError>>,
}

impl<T> Stated<T> {
    /// The value, where the text is sound.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref().ok()
    }

    /// What is wrong with the text, if anything.
    pub fn error(&self) -> Option<&DateError> {
        self.value.as_ref().err().map(|error| &**error)
    }
}

impl<T: FromStr<Err = DateError>> From<&str> for Stated<T> {
    fn from(text: &str) -> Self {
        Self { text: text.into(), value: text.parse().map_err(Box::new) }
    }
}

impl<T: FromStr<Err = DateError>> From<String> for Stated<T> {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl<'de, T: FromStr<Err = DateError>> Deserialize<'de> for Stated<T> {
    /// Takes any string.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(PhantomData))
    }
}

struct Text<T>(PhantomData<T>);

impl<T: FromStr<Err = DateError>> Visitor<'_> for Text<T> {
    type Value = Stated<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string such as \"1996-04\"")
    }

    fn visit_str<E>(self, text: &str) -> Result<Stated<T>, E> {
        Ok(text.into())
    }
}

impl<T> Serialize for Stated<T> {
    /// The text as written.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}
