//! Predicates and objects as they are gathered: values stay where the records hold them.

use super::words as w;
use super::words::{EDTF, Id};
use crate::time::{Date, Day, Extent, Stated};
use oxrdf::vocab::xsd;
use oxrdf::{Literal, LiteralRef, NamedNodeRef};
use std::collections::HashSet;
use std::hash::{Hash, Hasher};

/// How many pairs are compared with each other before hashing them is faster.
const FEW: usize = 24;

/// What a triple ends in.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::query) enum Object<'g> {
    /// A thing.
    Id(Id),
    /// A text of the records.
    Text(&'g str),
    /// A text that had to be made.
    Told(String),
    /// A date or interval as a source gives it.
    Edtf(&'g str),
    /// A day.
    Day(Day),
    /// A literal whose type only this triple has.
    Typed(String, NamedNodeRef<'static>),
}

impl Eq for Object<'_> {}

impl Hash for Object<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Id(id) => id.hash(state),
            Self::Text(text) | Self::Edtf(text) => text.hash(state),
            Self::Told(text) | Self::Typed(text, _) => text.hash(state),
            Self::Day(day) => day.hash(state),
        }
    }
}

impl Object<'_> {
    /// The literal that it is; none for a thing. `scratch` holds what had to be written out.
    pub(in crate::query) fn literal<'s>(
        &'s self,
        scratch: &'s mut String,
    ) -> Option<LiteralRef<'s>> {
        let edtf = NamedNodeRef::new_unchecked(EDTF);
        Some(match self {
            Self::Id(_) => return None,
            Self::Text(text) => LiteralRef::new_simple_literal(text),
            Self::Told(text) => LiteralRef::new_simple_literal(text),
            Self::Edtf(text) => LiteralRef::new_typed_literal(text, edtf),
            Self::Day(day) => {
                scratch.clear();
                scratch.extend(Date::from(*day).calendar());
                LiteralRef::new_typed_literal(scratch, xsd::DATE)
            }
            Self::Typed(text, datatype) => LiteralRef::new_typed_literal(text, *datatype),
        })
    }
}

/// The pairs of one subject.
#[derive(Debug, Default)]
pub(in crate::query) struct Pairs<'g> {
    list: Vec<(u16, Object<'g>)>,
    /// The only predicate that is of use; any where none is named.
    wanted: Option<u16>,
}

impl<'g> Pairs<'g> {
    /// None yet, and only those of one predicate, if one is named.
    pub(in crate::query) fn of(wanted: Option<u16>) -> Self {
        Self { list: Vec::new(), wanted }
    }

    /// Whether a predicate is of use, so that what is costly is found out only then.
    pub(super) fn wants(&self, predicate: u16) -> bool {
        self.wanted.is_none_or(|wanted| wanted == predicate)
    }

    /// The only predicate that is of use.
    pub(super) fn wanted(&self) -> Option<u16> {
        self.wanted
    }

    /// Takes out every pair, each once, those of a predicate together.
    pub(in crate::query) fn take(&mut self) -> impl Iterator<Item = (u16, Object<'g>)> + '_ {
        if self.list.len() <= FEW {
            let mut kept = 0;
            for next in 0..self.list.len() {
                if !self.list[..kept].contains(&self.list[next]) {
                    self.list.swap(kept, next);
                    kept += 1;
                }
            }
            self.list.truncate(kept);
        } else {
            let mut seen = HashSet::new();
            self.list.retain(|pair| seen.insert(pair.clone()));
        }
        self.list.sort_by_key(|(predicate, _)| *predicate);
        self.list.drain(..)
    }

    pub(super) fn add(&mut self, predicate: u16, object: Object<'g>) {
        if self.wants(predicate) {
            self.list.push((predicate, object));
        }
    }

    pub(super) fn id(&mut self, predicate: u16, id: Id) {
        self.add(predicate, Object::Id(id));
    }

    pub(super) fn text(&mut self, predicate: u16, value: Option<&'g str>) {
        if let Some(value) = value {
            self.add(predicate, Object::Text(value));
        }
    }

    pub(super) fn told(&mut self, predicate: u16, value: Option<String>) {
        if let Some(value) = value {
            self.add(predicate, Object::Told(value));
        }
    }

    pub(super) fn class(&mut self, word: Option<u16>) {
        if let Some(word) = word {
            self.id(w::TYPE, Id::Word(word));
        }
    }

    pub(super) fn whole_number(&mut self, predicate: u16, value: Option<u64>) {
        if let Some(value) = value {
            self.add(predicate, Object::Typed(value.to_string(), xsd::INTEGER));
        }
    }

    /// A decimal as XSD writes it in canonical form.
    pub(super) fn decimal(&mut self, predicate: u16, value: Option<f64>) {
        if let Some(value) = value {
            let whole = value.fract() == 0.0;
            let digits = if whole { format!("{value:.0}") } else { value.to_string() };
            self.add(predicate, Object::Typed(digits, xsd::DECIMAL));
        }
    }

    /// A length of time as the record states it: of XSD's type, which knows no weeks, where it can be.
    pub(super) fn length<T>(&mut self, predicate: u16, value: Option<&Stated<T>>) {
        if let Some(value) = value {
            let is_plain = value.get().is_some() && !value.text.contains('W');
            let datatype = if is_plain { xsd::DURATION } else { xsd::STRING };
            self.add(predicate, Object::Typed(value.text.to_string(), datatype));
        }
    }

    /// A date or interval as the record states it.
    pub(super) fn stated<T>(&mut self, predicate: u16, value: Option<&'g Stated<T>>) {
        if let Some(value) = value {
            self.add(predicate, Object::Edtf(&value.text));
        }
    }

    pub(super) fn day(&mut self, predicate: u16, day: Option<Day>) {
        if let Some(day) = day {
            self.add(predicate, Object::Day(day));
        }
    }

    /// The days between which it began and ended.
    pub(super) fn windows(&mut self, extent: &Extent) {
        let bounds = [w::EARLIEST_START, w::LATEST_START, w::EARLIEST_END, w::LATEST_END];
        if extent.is_undated() || !bounds.iter().any(|bound| self.wants(*bound)) {
            return;
        }
        let (start, end) = (extent.start_window(), extent.end_window());
        let days = [start.earliest(), start.latest(), end.earliest(), end.latest()];
        bounds.into_iter().zip(days).for_each(|(bound, day)| self.day(bound, day));
    }
}

/// A literal of its own.
pub(in crate::query) fn owned(object: &Object<'_>) -> Option<Literal> {
    object.literal(&mut String::new()).map(LiteralRef::into_owned)
}
