//! Records of a type that foedera does not know.

use super::Context;
use super::shared::{bare, either, suggest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::{Defect, RECORD_TYPES};

declare_check! {
    /// A record is of no known type.
    ///
    /// ## Why it matters
    /// What the record says is lost.
    ///
    /// ## How to mend it
    /// Write one of the known types before the parenthesis.
    ///
    /// ```ron fires
    /// [
    ///     Entitty(id: "a"),
    /// ]
    /// ```
    /// ```ron passes
    /// []
    /// ```
    F0103, "unknown-record-type", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for defect in &context.graph.records().defects {
        let Defect::UnknownType { at, name } = defect else { continue };
        let finding = match name {
            Some(name) => {
                let message = format!("there is no type of record `{name}`");
                let finding = Diagnostic::new(&RULE, at.clone(), message);
                suggest(finding, at.clone(), name, RECORD_TYPES.iter().copied(), bare)
            }
            None => Diagnostic::new(&RULE, at.clone(), "a record must start with its type"),
        };
        let types = either(RECORD_TYPES.iter().copied());
        sink.push(finding.note(format!("a record is {types}")));
    }
}
