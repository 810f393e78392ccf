//! Views that show nothing.

use super::Context;
use super::shared::selection;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A view takes in no entity and no commitment, or hides all that it takes in.
    ///
    /// ## Why it matters
    /// Its drawing is a blank sheet.
    ///
    /// ## How to mend it
    /// Correct what the view shows, or remove it.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     View(id: "v", title: "V", says: "Who is allied.", show: [Kinds([Base])], ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     View(id: "v", title: "V", says: "Who is allied.", show: [Kinds([State])], ),
    /// ]
    /// ```
    F1001, "empty-view", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for view in &context.graph.records().views {
        if selection(context, view).nodes.is_empty() {
            let message = format!("the view `{}` shows nothing", view.id);
            sink.push(Diagnostic::new(&RULE, view.place().field("show"), message));
        }
    }
}
