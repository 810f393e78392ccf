//! Fields and values that a record's type does not have.

use super::Context;
use super::shared::{bare, either, suggest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Defect;

declare_check! {
    /// A field or value is none that its type has.
    ///
    /// ## Why it matters
    /// The record can't be read: what was meant would be lost without a word.
    ///
    /// ## How to mend it
    /// Use one of the names that the note lists.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, naem: "A"),
    /// ]
    /// ```
    /// ```ron passes
    /// []
    /// ```
    F0104, "unknown-name", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for defect in &context.graph.records().defects {
        let Defect::UnknownName { at, found, of, expected } = defect else { continue };
        let finding = Diagnostic::new(&RULE, at.clone(), format!("`{of}` has no `{found}`"))
            .note(format!("it has {}", either(expected.iter().copied())));
        sink.push(suggest(finding, at.clone(), found, expected.iter().copied(), bare));
    }
}
