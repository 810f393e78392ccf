//! What is said of the terms themselves: the data set, its sources, the kinds of its vocabulary, and
//! times in the terms of OWL-Time.

use super::pairs::{Object, Pairs};
use super::view::{View, node_id};
use super::words as w;
use super::words::{Dated, Id, TimePart};
use crate::graph::Node;
use crate::record::SourceKind;
use crate::time::{Bound, Date, Interval, Precision, Stated};
use crate::vocabulary::Role;
use oxrdf::NamedNodeRef;
use oxrdf::vocab::xsd;

impl<'g> View<'g> {
    pub(super) fn about_dataset(&self, pairs: &mut Pairs<'g>) {
        let Some(dataset) = self.graph().dataset() else { return };
        pairs.class(Some(w::SCHEMA_DATASET));
        pairs.text(w::TITLE, Some(&dataset.title));
        pairs.text(w::DESCRIPTION, Some(&dataset.description));
        pairs.text(w::LICENCE, Some(&dataset.licence));
        pairs.stated::<Date>(w::REFERENCE_DATE, Some(&dataset.reference_date));
    }

    pub(super) fn about_source(&self, number: u32, pairs: &mut Pairs<'g>) {
        let Some(source) = self.graph().records().sources.get(number as usize) else { return };
        pairs.class(Some(w::SOURCE_CLASS));
        if source.kind == SourceKind::Publication {
            pairs.class(Some(w::SCHEMA_WORK));
        }
        pairs.text(w::TITLE, Some(&source.title));
        pairs.text(w::SCHEMA_NAME, Some(&source.title));
        for author in &source.author {
            match self.graph().find(author) {
                Some(node) => pairs.id(w::CREATOR, node_id(node)),
                None => pairs.text(w::CREATOR, Some(author)),
            }
        }
        pairs.stated::<Date>(w::DATE, source.date.as_ref());
        pairs.text(w::PUBLISHER, source.publisher.as_deref());
        pairs.text(w::SERIES, source.series.as_deref());
        pairs.text(w::REFERENCE, source.reference.as_deref());
        pairs.text(w::NOTE, source.note.as_deref());
    }

    /// That something has a time of its own, where OWL-Time can tell an end of it.
    pub(super) fn has_time(&self, dated: Dated, pairs: &mut Pairs<'g>) {
        if pairs.wants(w::HAS_TIME) && self.ends(dated) != (None, None) {
            pairs.id(w::HAS_TIME, Id::Time(dated, TimePart::Whole));
        }
    }

    pub(super) fn about_time(&self, dated: Dated, part: TimePart, pairs: &mut Pairs<'g>) {
        let (beginning, end) = self.ends(dated);
        match part {
            TimePart::Whole => {
                pairs.class(Some(w::TEMPORAL));
                if beginning.is_some() {
                    pairs.id(w::BEGINNING, Id::Time(dated, TimePart::Beginning));
                }
                if end.is_some() {
                    pairs.id(w::END, Id::Time(dated, TimePart::End));
                }
            }
            TimePart::Beginning => instant(beginning, pairs),
            TimePart::End => instant(end, pairs),
        }
    }

    /// The date that something began on and that it ended on, where the source states them without a
    /// doubt and as a day, month or year.
    pub(in crate::query) fn ends(&self, dated: Dated) -> (Option<Date>, Option<Date>) {
        let interval = self.interval(dated);
        let date = |bound: Bound| match bound {
            Bound::On(date) if date.is_firm() && date.calendar().is_some() => Some(date),
            Bound::On(_) | Bound::Open | Bound::Unknown => None,
        };
        interval.map_or((None, None), |interval| (date(interval.start()), date(interval.end())))
    }

    /// The interval that the record of something states.
    fn interval(&self, dated: Dated) -> Option<Interval> {
        let records = self.graph().records();
        let stated = match dated {
            Dated::Node(index) => match self.node(index)?.node() {
                Node::Entity(number) => &records.entities.get(number as usize)?.life,
                Node::Commitment(number) => &records.commitments.get(number as usize)?.term,
                Node::Relation(number) => &records.relations.get(number as usize)?.during,
            },
            Dated::Statement(number) => &self.edge_of(number)?.relation()?.record.during,
            Dated::Step(commitment, step) => {
                let history = &records.commitments.get(commitment as usize)?.history;
                let on = history.get(step as usize)?.on.as_ref()?;
                return on.get().map(|date| Interval::Through(*date));
            }
        };
        stated.as_ref().and_then(Stated::get).copied()
    }

    pub(super) fn about_word(&self, word: u16, pairs: &mut Pairs<'g>) {
        let Some(iri) = self.words().iri(word) else { return };
        let Some(name) = iri.as_str().strip_prefix(w::FO) else { return };
        let vocabulary = self.graph().vocabulary();
        if let Some(kind) = vocabulary.entity(name) {
            let above = kind.is_a.as_ref().and_then(|is_a| self.words().kind(&is_a.0));
            class(&kind.label, &kind.gloss, above.or(Some(w::ENTITY)), pairs);
            let matched = kind.matches.iter().filter(|term| term.starts_with("schema:"));
            let matched = matched.filter_map(|term| self.words().matched(term));
            matched.for_each(|word| pairs.id(w::SUBCLASS, Id::Word(word)));
        }
        if let Some(kind) = vocabulary.obligation(name) {
            class(&kind.label, &kind.gloss, Some(w::COMMITMENT), pairs);
        }
        if let Some(kind) = vocabulary.relation(name) {
            property(&kind.forward, &kind.backward, &kind.gloss, pairs);
            pairs.told(w::FAMILY, Some(format!("{:?}", kind.family).to_lowercase()));
        }
        for role in vocabulary.roles().filter(|role| w::property(role.id) == name) {
            let is_inward = !matches!(role.id, Role::Whole | Role::Part);
            let (forward, backward) = match is_inward {
                true => (&role.backward, &role.forward),
                false => (&role.forward, &role.backward),
            };
            property(forward, backward, &role.gloss, pairs);
        }
    }
}

/// A date as an instant of OWL-Time, as precise as it is.
fn instant(date: Option<Date>, pairs: &mut Pairs<'_>) {
    let Some((date, text)) = date.and_then(|date| Some((date, date.calendar()?))) else { return };
    let (word, datatype): (u16, NamedNodeRef<'static>) = match date.precision() {
        Precision::Day => (w::IN_DATE, xsd::DATE),
        Precision::Month => (w::IN_MONTH, xsd::G_YEAR_MONTH),
        _ => (w::IN_YEAR, xsd::G_YEAR),
    };
    pairs.class(Some(w::INSTANT));
    pairs.add(word, Object::Typed(text, datatype));
}

fn class<'g>(label: &'g str, gloss: &'g str, above: Option<u16>, pairs: &mut Pairs<'g>) {
    pairs.class(Some(w::CLASS));
    pairs.text(w::LABEL, Some(label));
    pairs.text(w::COMMENT, Some(gloss));
    above.into_iter().for_each(|above| pairs.id(w::SUBCLASS, Id::Word(above)));
}

fn property<'g>(forward: &'g str, backward: &'g str, gloss: &'g str, pairs: &mut Pairs<'g>) {
    pairs.class(Some(w::PROPERTY));
    pairs.text(w::LABEL, Some(forward));
    pairs.text(w::INVERSE_LABEL, Some(backward));
    pairs.text(w::COMMENT, Some(gloss));
}
