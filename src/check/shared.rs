//! What several checks need.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, nearest};
use crate::graph::{EdgeView, NodeView, Scope, Selection, Slice, select};
use crate::record::{Cite, Due, Event, Stance, View, quote};
use crate::text::Place;
use crate::time::{AsOf, Bound, Date, Day, Duration, Stated, compare};
use crate::vocabulary::{RelationKind, Sense};
use std::cmp::Ordering;

/// Adds the nearest of the names that would have been right: as a fix where there is just one, else
/// as advice. `write` makes source text of a name.
pub(super) fn suggest<'a>(
    finding: Diagnostic,
    at: Place,
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    write: impl Fn(&str) -> String,
) -> Diagnostic {
    let near = nearest(name, candidates);
    let edit = |near: &str| vec![Edit::replace(at.clone(), write(near))];
    match near.as_slice() {
        [] => finding,
        [one] => finding.fix(format!("did you mean `{one}`?"), edit(one), true),
        [first, rest @ ..] => {
            let others = rest.join("` or `");
            finding
                .fix(format!("did you mean `{first}`?"), edit(first), false)
                .help(format!("or `{others}`"))
        }
    }
}

/// A name as a RON string.
pub(super) fn quoted(name: &str) -> String {
    quote(name)
}

/// A name as a bare identifier.
pub(super) fn bare(name: &str) -> String {
    name.to_owned()
}

/// A name with its article and kind, as in "`japan` (state)".
pub(super) fn named(node: NodeView<'_>) -> String {
    format!("`{}` ({})", node.id(), node.kind_label())
}

/// Every citation list of the data set, with the place of the record that it backs and of the list.
pub(super) fn cited<'a>(context: Context<'a>) -> impl Iterator<Item = (Place, &'a [Cite])> {
    let records = context.graph.records();
    let entities = records.entities.iter().map(|e| (e.place(), &*e.record.cites));
    let relations = records.relations.iter().map(|r| (r.place(), &*r.record.cites));
    let commitments = records.commitments.iter().map(|c| (c.place(), &*c.record.cites));
    let measures = records.measures.iter().map(|m| (m.place(), &*m.record.cites));
    entities.chain(relations).chain(commitments).chain(measures)
}

/// Names as a list: "`a`, `b` or `c`".
pub(super) fn either<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

/// The edges that relations put forward as facts.
pub(super) fn facts<'a>(context: Context<'a>) -> impl Iterator<Item = EdgeView<'a>> {
    context
        .graph
        .edges()
        .filter(|edge| edge.relation().is_some_and(|relation| relation.stance == Stance::Fact))
}

/// Those whose kinds are wanted; the kind is asked first, since the record costs more to reach.
pub(super) fn facts_where<'a>(
    context: Context<'a>,
    is_wanted: impl Fn(&RelationKind) -> bool,
) -> impl Iterator<Item = EdgeView<'a>> {
    let of_kind = move |edge: &EdgeView<'a>| edge.relation_kind().is_some_and(&is_wanted);
    context.graph.edges().filter(of_kind).filter(|edge| edge.stance() == Stance::Fact)
}

/// Those whose kinds have one of these senses.
pub(super) fn facts_of<'a>(
    context: Context<'a>,
    senses: &'static [Sense],
) -> impl Iterator<Item = EdgeView<'a>> {
    facts_where(context, |kind| kind.sense.is_some_and(|sense| senses.contains(&sense)))
}

/// Edges sorted by a key, and within it in their order: `chunk_by` then yields those that share it.
pub(super) fn sorted<'a, K: Ord>(
    edges: impl Iterator<Item = EdgeView<'a>>,
    key: impl Fn(&EdgeView<'a>) -> K,
) -> Vec<EdgeView<'a>> {
    let mut edges: Vec<EdgeView<'a>> = edges.collect();
    edges.sort_by_cached_key(key);
    edges
}

/// A node and its time, as in "`japan`: since 1952".
pub(super) fn lived(node: NodeView<'_>) -> String {
    format!("`{}`: {}", node.id(), node.extent().in_words())
}

/// A relation in words, as in "`ann` HoldsOffice `premier`".
pub(super) fn told(edge: EdgeView<'_>) -> String {
    format!("`{}` {} `{}`", edge.source().id(), edge.kind(), edge.target().id())
}

/// The date that a step of a history is known by, where it is.
pub(super) fn date_of(event: &Event) -> Option<&Date> {
    event.on.as_ref().and_then(Stated::get)
}

/// Whether a date is surely before another.
pub(super) fn is_before(a: &Date, b: &Date) -> bool {
    compare(a, b) == Some(Ordering::Less)
}

/// The first and the last day on which something may be due, where its dates bound them.
pub(super) fn due_window(due: &Due) -> (Option<Day>, Option<Day>) {
    let first = |bound: Bound| match bound {
        Bound::On(date) => date.reach().earliest(),
        Bound::Open | Bound::Unknown => None,
    };
    let last = |bound: Bound| match bound {
        Bound::On(date) => date.reach().latest(),
        Bound::Open | Bound::Unknown => None,
    };
    match due {
        Due::By(date) => (None, date.get().and_then(|date| date.reach().latest())),
        Due::During(interval) => match interval.get() {
            Some(interval) => (first(interval.start()), last(interval.end())),
            None => (None, None),
        },
        Due::Within(from, min, max) => {
            let after = |length: &Stated<Duration>| Some(length.get()?.after(from.get()?));
            (after(min).and_then(|w| w.earliest()), after(max).and_then(|w| w.latest()))
        }
    }
}

/// What a view takes in.
pub(super) fn selection(context: Context<'_>, view: &View) -> Selection {
    let as_of = view.as_of.as_ref().and_then(Stated::get).and_then(|d| AsOf::try_from(*d).ok());
    let slice = Slice::new(context.graph, Scope { as_of, ..Scope::default() });
    select(&slice, view)
}

/// Calls `look` with every text that a curator writes for readers, and its place.
pub(super) fn texts(context: Context<'_>, mut look: impl FnMut(&str, &dyn Fn() -> Place)) {
    let records = context.graph.records();
    let mut each = |place: Place, texts: &[(&'static str, Option<&String>)]| {
        for (field, text) in texts {
            if let Some(text) = text {
                look(text, &|| place.field(field));
            }
        }
    };
    for e in &records.entities {
        let texts =
            [("name", Some(&e.name)), ("gloss", e.gloss.as_ref()), ("note", e.note.as_ref())];
        each(e.place(), &texts);
    }
    for r in &records.relations {
        each(r.place(), &[("gloss", r.gloss.as_ref()), ("note", r.note.as_ref())]);
    }
    for c in &records.commitments {
        let texts =
            [("name", Some(&c.name)), ("gloss", c.gloss.as_ref()), ("note", c.note.as_ref())];
        each(c.place(), &texts);
    }
    for m in &records.measures {
        each(m.place(), &[("gloss", m.gloss.as_ref()), ("note", m.note.as_ref())]);
    }
    for s in &records.sources {
        each(s.place(), &[("title", Some(&s.title)), ("note", s.note.as_ref())]);
    }
    for v in &records.views {
        each(
            v.place(),
            &[("title", Some(&v.title)), ("says", Some(&v.says)), ("note", v.note.as_ref())],
        );
    }
}

/// The deepest that provisions are part of provisions.
const MAX_DEPTH: usize = 8;

/// The instrument that a provision belongs to, at any depth; an instrument itself.
pub(super) fn instrument_of(node: NodeView<'_>) -> Option<NodeView<'_>> {
    let mut at = node;
    for _ in 0..MAX_DEPTH {
        match &at.entity()?.record.of {
            Some(whole) => at = at.graph().find(whole)?,
            None => return Some(at),
        }
    }
    None
}
