//! Text that breaks the syntax of RON.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Defect;

declare_check! {
    /// The text breaks the syntax of RON.
    ///
    /// ## Why it matters
    /// The record that the error stands in can't be read. The records around it are: reading goes on
    /// at the next one.
    ///
    /// ## How to mend it
    /// Add the missing comma, quote or bracket. What was opened and never closed is shown too.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a" kind: State),
    /// ]
    /// ```
    /// ```ron passes
    /// []
    /// ```
    F0102, "syntax-error", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for defect in &context.graph.records().defects {
        if let Defect::Syntax { at, message, opened } = defect {
            let mut finding = Diagnostic::new(&RULE, at.clone(), message.clone());
            if let Some(opened) = opened {
                finding = finding.related(opened.clone(), "opened here");
            }
            sink.push(finding);
        }
    }
}
