//! Values of the wrong type or form.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Defect;

declare_check! {
    /// A value is of the wrong type or form.
    ///
    /// ## Why it matters
    /// The record can't be read.
    ///
    /// ## How to mend it
    /// Write what the message expects.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: 12),
    /// ]
    /// ```
    /// ```ron passes
    /// []
    /// ```
    F0106, "malformed-value", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for defect in &context.graph.records().defects {
        if let Defect::Malformed { at, message } = defect {
            sink.push(Diagnostic::new(&RULE, at.clone(), message.clone()));
        }
    }
}
