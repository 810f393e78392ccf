//! Ends of relations that are of a kind which may not stand there.

use super::Context;
use super::shared::{either, named};
use crate::diagnostic::{Diagnostic, Sink};
use crate::vocabulary::Ident;
use foldhash::HashMap;

declare_check! {
    /// An end of a relation is of a kind that may not stand there.
    ///
    /// ## Why it matters
    /// The relation says what can't be: that a treaty holds an office, or that the ends are swapped.
    ///
    /// ## How to mend it
    /// Swap the ends, or use a kind of relation that allows them.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "premier", kind: HoldsOffice, to: "ann", during: "1990/1991", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990/1991", cites: [("s")]),
    /// ]
    /// ```
    F0203, "wrong-end-kind", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let mut known: HashMap<(&str, &str, &str), bool> = HashMap::default();
    let relations = graph.records().relations.iter().zip(graph.relation_kinds());
    for ((relation, kind), [from, to]) in relations.zip(graph.ends()) {
        let Some(kind) = kind else { continue };
        for (field, node, allowed) in [("from", from, &kind.from), ("to", to, &kind.to)] {
            let Some(node) = node else { continue };
            let Some(found) = node.entity_kind().map(|kind| kind.id.as_str()) else { continue };
            let fits = || allowed.iter().any(|kind| graph.vocabulary().is_a(found, &kind.0));
            if *known.entry((kind.id.as_str(), field, found)).or_insert_with(fits) {
                continue;
            }
            let wanted = either(allowed.iter().map(Ident::as_str));
            let message = format!("`{}` can't be `{field}` of `{}`", node.id(), relation.kind);
            let finding = Diagnostic::new(&RULE, relation.place().field(field), message)
                .label(format!("{} stands here", named(node)))
                .related(node.place().field("kind"), "its kind")
                .note(format!("`{field}` of `{}` is {wanted}", relation.kind));
            sink.push(swapped(context, relation, finding));
        }
    }
}

/// Adds the advice to swap the ends where that would be right.
fn swapped(
    context: Context<'_>,
    relation: &crate::record::Filed<crate::record::Relation>,
    finding: Diagnostic,
) -> Diagnostic {
    let vocabulary = context.graph.vocabulary();
    let fits = |id: &str, allowed: &[Ident]| {
        context.graph.find(id).and_then(|node| node.entity()).is_some_and(|entity| {
            allowed.iter().any(|kind| vocabulary.is_a(&entity.kind.0, &kind.0))
        })
    };
    match vocabulary.relation(&relation.kind.0) {
        Some(kind) if fits(&relation.to, &kind.from) && fits(&relation.from, &kind.to) => {
            finding.help("are the ends swapped?")
        }
        _ => finding,
    }
}
