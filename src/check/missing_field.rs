//! Fields that a record needs and does not have.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Defect;

declare_check! {
    /// A record lacks a field that its type needs.
    ///
    /// ## Why it matters
    /// The record can't be read.
    ///
    /// ## How to mend it
    /// Add the field.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State),
    /// ]
    /// ```
    /// ```ron passes
    /// []
    /// ```
    F0105, "missing-field", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for defect in &context.graph.records().defects {
        if let Defect::MissingField { at, field, of } = defect {
            let message = format!("this `{of}` lacks the field `{field}`");
            sink.push(Diagnostic::new(&RULE, at.clone(), message));
        }
    }
}
