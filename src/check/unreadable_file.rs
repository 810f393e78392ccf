//! Files that are not readable text.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Defect;

declare_check! {
    /// A file can't be read as text.
    ///
    /// ## Why it matters
    /// Nothing in the file is known: it is not UTF-8, holds a NUL byte, is over 16 MiB, is no
    /// regular file, or the system refuses to open it.
    ///
    /// ## How to mend it
    /// Save the file as UTF-8, split it, or remove what is no data from the folder.
    ///
    /// ```ron fires
    /// [
    ///     // ␀
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     // é, 中 and a byte-order mark are fine
    /// ]
    /// ```
    F0101, "unreadable-file", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for defect in &context.graph.records().defects {
        if let Defect::Unreadable { at, message } = defect {
            sink.push(Diagnostic::new(&RULE, at.clone(), message.clone()));
        }
    }
}
