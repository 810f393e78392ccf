//! Passages that one record cites twice.

use super::Context;
use super::shared::cited;
use crate::diagnostic::{Diagnostic, Edit, Sink};

declare_check! {
    /// A record cites the same words of the same source twice.
    ///
    /// ## Why it matters
    /// The second citation adds nothing, and often stands where another passage was meant.
    ///
    /// ## How to mend it
    /// Remove one, or put in the words that were meant.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s"), ("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0714, "repeated-citation", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for (record, cites) in cited(context) {
        for (n, cite) in cites.iter().enumerate() {
            let Some(first) = cites[..n].iter().position(|other| other == cite) else { continue };
            let at = |n: usize| record.field("cites").item(n);
            let message = format!("this record cites this passage of `{}` twice", cite.source);
            let finding = Diagnostic::new(&RULE, at(n), message)
                .related(at(first), "cited here first")
                .fix("remove the second citation", vec![Edit::remove(at(n))], true);
            sink.push(finding);
        }
    }
}
