//! Ends of relations that are of a kind which may not stand there.

use super::Context;
use super::shared::{either, named};
use crate::diagnostic::{Diagnostic, Sink};
use crate::vocabulary::Ident;
use std::collections::HashMap;

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
    let vocabulary = context.graph.vocabulary();
    let mut known: HashMap<(&str, &str, &str), bool> = HashMap::new();
    for relation in &context.graph.records().relations {
        let Some(kind) = vocabulary.relation(&relation.kind.0) else { continue };
        let ends =
            [("from", &relation.record.from, &kind.from), ("to", &relation.record.to, &kind.to)];
        let allows = |allowed: &[Ident], found: &str| {
            allowed.iter().any(|kind| vocabulary.is_a(found, &kind.0))
        };
        for (field, id, allowed) in ends {
            let Some(node) = context.graph.find(id) else { continue };
            let Some(entity) = node.entity() else { continue };
            let found = entity.kind.as_str();
            let fits = *known
                .entry((kind.id.as_str(), field, found))
                .or_insert_with(|| vocabulary.entity(found).is_none() || allows(allowed, found));
            if fits {
                continue;
            }
            let wanted = either(allowed.iter().map(Ident::as_str));
            let message = format!("`{}` can't be `{field}` of `{}`", entity.id, relation.kind);
            let finding = Diagnostic::new(&RULE, relation.place().field(field), message)
                .label(format!("{} stands here", named(node)))
                .related(entity.place().field("kind"), "its kind")
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
