//! Kinds that the vocabulary does not have.

use super::Context;
use super::shared::{bare, suggest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Select;
use crate::text::Place;

declare_check! {
    /// A kind is none that the vocabulary has.
    ///
    /// ## Why it matters
    /// Nothing is known of what the record means: how it is read, drawn and checked.
    ///
    /// ## How to mend it
    /// Use a kind that `foedera list kinds`, `list relations` or `list obligations` shows, or define
    /// one in the data set's `vocabulary.ron`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: Stat, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "b", kind: DisputesWit, to: "a", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     EntityKind(id: Cult, is_a: Group, label: "cult", plural: "cults", gloss: "A cult."),
    ///     Entity(id: "a", kind: Cult, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "b", kind: DisputesWith, to: "a", cites: [("s")]),
    /// ]
    /// ```
    F0202, "unknown-kind", Deny
}

/// The sorts of kind.
#[derive(Clone, Copy)]
enum Sort {
    Entity,
    Relation,
    Obligation,
    Measure,
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let (graph, records) = (context.graph, context.graph.records());
    let entities = records.entities.iter().zip(graph.entity_kinds());
    for (entity, _) in entities.filter(|(_, kind)| kind.is_none()) {
        look(context, sink, Sort::Entity, &entity.kind.0, || entity.place().field("kind"));
    }
    let relations = records.relations.iter().zip(graph.relation_kinds());
    for (relation, _) in relations.filter(|(_, kind)| kind.is_none()) {
        look(context, sink, Sort::Relation, &relation.kind.0, || relation.place().field("kind"));
    }
    for commitment in &records.commitments {
        let at = || commitment.place().field("kind");
        look(context, sink, Sort::Obligation, &commitment.kind.0, at);
    }
    for measure in &records.measures {
        look(context, sink, Sort::Measure, &measure.what.0, || measure.place().field("what"));
    }
    for view in &records.views {
        for (field, selects) in [("show", &view.show), ("hide", &view.hide)] {
            for (i, select) in selects.iter().enumerate() {
                let (sort, kinds) = match select {
                    Select::Kinds(kinds) => (Sort::Entity, kinds),
                    Select::Relations(kinds) => (Sort::Relation, kinds),
                    _ => continue,
                };
                for (j, kind) in kinds.iter().enumerate() {
                    let at = || view.place().field(field).item(i).item(0).item(j);
                    look(context, sink, sort, &kind.0, at);
                }
            }
        }
    }
    vocabulary(context, sink);
}

/// The kinds that kinds themselves refer to.
fn vocabulary(context: Context<'_>, sink: &mut Sink) {
    let vocabulary = context.graph.vocabulary();
    for kind in vocabulary.entities() {
        if let (Some(is_a), Some(at)) = (&kind.is_a, vocabulary.entity_at(&kind.id.0)) {
            look(context, sink, Sort::Entity, &is_a.0, || at.field("is_a"));
        }
    }
    for kind in vocabulary.relations() {
        let Some(at) = vocabulary.relation_at(&kind.id.0) else { continue };
        for (field, ends) in [("from", &kind.from), ("to", &kind.to)] {
            for (i, end) in ends.iter().enumerate() {
                look(context, sink, Sort::Entity, &end.0, || at.field(field).item(i));
            }
        }
    }
    for kind in vocabulary.obligations() {
        let Some(at) = vocabulary.obligation_at(&kind.id.0) else { continue };
        for (i, other) in kind.contradicts.iter().enumerate() {
            look(context, sink, Sort::Obligation, &other.0, || at.field("contradicts").item(i));
        }
    }
}

fn look(context: Context<'_>, sink: &mut Sink, sort: Sort, name: &str, at: impl FnOnce() -> Place) {
    let vocabulary = context.graph.vocabulary();
    let known = match sort {
        Sort::Entity => vocabulary.entity(name).is_some(),
        Sort::Relation => vocabulary.relation(name).is_some() || is_role(context, name),
        Sort::Obligation => vocabulary.obligation(name).is_some(),
        Sort::Measure => vocabulary.measure(name).is_some(),
    };
    if known {
        return;
    }
    let (what, names): (&str, Vec<&str>) = match sort {
        Sort::Entity => ("entity", vocabulary.entities().map(|k| k.id.as_str()).collect()),
        Sort::Relation => ("relation", vocabulary.relations().map(|k| k.id.as_str()).collect()),
        Sort::Obligation => {
            ("obligation", vocabulary.obligations().map(|k| k.id.as_str()).collect())
        }
        Sort::Measure => ("measure", vocabulary.measures().map(|k| k.id.as_str()).collect()),
    };
    let at = at();
    let finding =
        Diagnostic::new(&RULE, at.clone(), format!("there is no kind of {what} `{name}`"));
    sink.push(suggest(finding, at, name, names, bare));
}

fn is_role(context: Context<'_>, name: &str) -> bool {
    context.graph.vocabulary().roles().any(|role| format!("{:?}", role.id) == name)
}
