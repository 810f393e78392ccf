//! Facts that somebody holds.

use super::Context;
use super::shared::told;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Stance;

declare_check! {
    /// A relation is put forward as a fact or as the author's own judgement, and names a `holder`.
    ///
    /// ## Why it matters
    /// What somebody sees or believes is no fact: read as one, the graph would assert it.
    ///
    /// ## How to mend it
    /// Make it a `Perception`, or remove the holder.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: Protects, to: "b", holder: ["b"], cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: Protects, to: "b", stance: Perception, holder: ["b"], cites: [("s")]),
    /// ]
    /// ```
    F0711, "holder-of-fact", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in context.graph.edges() {
        let Some(relation) = edge.relation() else { continue };
        let is_own = matches!(relation.stance, Stance::Fact | Stance::Assessment);
        if is_own && !relation.holder.is_empty() {
            let word = relation.stance.word();
            let message = format!("{} is put forward as {word}, and has a holder", told(edge));
            let finding = Diagnostic::new(&RULE, relation.place().field("holder"), message);
            sink.push(finding.help("give it `stance: Perception`"));
        }
    }
}
