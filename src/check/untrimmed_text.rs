//! Names with white space around or within them.

use super::Context;
use super::shared::quoted;
use crate::diagnostic::{Diagnostic, Edit, Sink};

declare_check! {
    /// A name, title, gloss or note begins or ends with white space, or has a run of it inside.
    ///
    /// ## Why it matters
    /// It shows up in drawings and outputs, and makes two equal names differ.
    ///
    /// ## How to mend it
    /// Remove what is too much.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: " A  of old", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A of old", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0904, "untrimmed-text", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    super::shared::texts(context, |text, place| {
        if text.split(' ').eq(text.split_whitespace()) {
            return;
        }
        let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !tidy.is_empty() {
            let at = place();
            let edits = vec![Edit::replace(at.clone(), quoted(&tidy))];
            let finding = Diagnostic::new(&RULE, at, "this text has white space that is too much")
                .fix("remove the white space", edits, true);
            sink.push(finding);
        }
    });
}
