//! Names and remarks without a letter.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A name, title, gloss, note or the reason of a waiver is empty.
    ///
    /// ## Why it matters
    /// A drawing shows a blank box, and a reader learns nothing.
    ///
    /// ## How to mend it
    /// Write the text, or remove the field.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0903, "empty-text", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    super::shared::texts(context, |text, place| {
        if !text.chars().any(char::is_alphanumeric) {
            sink.push(Diagnostic::new(&RULE, place(), "this text is empty"));
        }
    });
}
