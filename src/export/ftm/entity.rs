//! An entity of FollowTheMoney as it is filled, within the limits that its validation sets.

use crate::citation::sha256;
use crate::time::{Bound, Date, Interval};
use serde::Serialize;
use std::collections::BTreeMap;

/// The most characters that a name may have.
const LONGEST_NAME: usize = 384;
/// The most characters that a short text, such as a role or a title, may have.
const LONGEST_STRING: usize = 1024;
/// The most characters that a text may have.
const LONGEST_TEXT: usize = 65_000;
/// The most bytes that an id may have.
const LONGEST_ID: usize = 200;

/// A line of the file.
#[derive(Debug, Serialize)]
pub(super) struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    pub(super) fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, properties: BTreeMap::new() }
    }

    fn add(&mut self, property: &'static str, value: String) {
        let values = self.properties.entry(property).or_default();
        if !value.is_empty() && !values.contains(&value) {
            values.push(value);
        }
    }

    /// A reference to another entity.
    pub(super) fn entity(&mut self, property: &'static str, id: String) {
        self.add(property, id);
    }

    pub(super) fn text(&mut self, property: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(property, value.chars().take(LONGEST_TEXT).collect());
        }
    }

    /// A short text; one that is too long is cut, and stands whole in `whole`.
    pub(super) fn string(&mut self, property: &'static str, value: &str, whole: &'static str) {
        self.within(property, value, LONGEST_STRING, whole);
    }

    /// A name in one line; one that is too long is cut. Where it is not as it was, it stands whole in
    /// `whole`.
    pub(super) fn name(&mut self, property: &'static str, value: &str, whole: &'static str) {
        let visible: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let folded = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded != value {
            self.text(whole, Some(value));
        }
        self.within(property, &folded, LONGEST_NAME, whole);
    }

    fn within(&mut self, property: &'static str, value: &str, most: usize, whole: &'static str) {
        if value.chars().count() <= most {
            self.add(property, value.to_owned());
            return;
        }
        let start: String = value.chars().take(most - 1).collect();
        self.add(property, format!("{start}…"));
        self.text(whole, Some(value));
    }

    /// A date as a prefix of ISO 8601, as precise as it is; nothing where it has no such form.
    pub(super) fn date(&mut self, property: &'static str, date: &Date) {
        let text = date.calendar().filter(|_| (1000..=9999).contains(&date.earliest().year()));
        text.into_iter().for_each(|text| self.add(property, text));
    }

    /// The first and last date of an interval.
    pub(super) fn span(&mut self, start: &'static str, end: &'static str, interval: &Interval) {
        for (property, bound) in [(start, interval.start()), (end, interval.end())] {
            if let Bound::On(date) = bound {
                self.date(property, &date);
            }
        }
    }

    /// Appends it as a line of JSON.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        serde_json::to_writer(&mut *out, self).unwrap_or_default();
        out.push(b'\n');
    }
}

/// An id of the data set: `us-japan.joseph-nye`. FollowTheMoney knows ids of letters, digits, dots and
/// hyphens; of others the hash stands in.
pub(super) fn id_of(dataset: &str, parts: &[&str]) -> String {
    let id = std::iter::once(dataset).chain(parts.iter().copied()).collect::<Vec<_>>().join(".");
    let is_sound = |part: &str| {
        let inner = part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        inner && !part.starts_with('-') && !part.ends_with('-') && !part.is_empty()
    };
    if is_sound(dataset) && parts.iter().all(|part| is_sound(part)) && id.len() <= LONGEST_ID {
        id
    } else {
        format!("x.{}", sha256(&id))
    }
}
