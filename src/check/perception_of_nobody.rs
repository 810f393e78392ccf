//! Perceptions of nobody.

use super::Context;
use super::shared::told;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Stance;

declare_check! {
    /// A relation is put forward as a perception, and no `holder` says whose.
    ///
    /// ## Why it matters
    /// A perception is true of who holds it and of nobody else.
    ///
    /// ## How to mend it
    /// Name the holder, or, where it is the author's own view, make it an `Assessment`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: Protects, to: "b", stance: Perception, cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: Protects, to: "b", stance: Perception, holder: ["b"], cites: [("s")]),
    /// ]
    /// ```
    F0710, "perception-of-nobody", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in context.graph.edges() {
        let Some(relation) = edge.relation() else { continue };
        if relation.stance == Stance::Perception && relation.holder.is_empty() {
            let message = format!("nobody perceives that {}", told(edge));
            let at = relation.place().field("stance");
            sink.push(Diagnostic::new(&RULE, at, message).help("name who does in `holder`"));
        }
    }
}
