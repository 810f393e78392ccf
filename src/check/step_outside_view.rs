//! Steps that look at what the view does not show.

use super::Context;
use super::shared::selection;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A step of a view names something that the view does not take in.
    ///
    /// ## Why it matters
    /// A reader who walks through the view is told to look at a box that is not there.
    ///
    /// ## How to mend it
    /// Show it, or look at something else.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     View(id: "v", title: "V", says: "Who is allied.", show: [Ids(["a"])], steps: [(["b"], "The ally.")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     View(id: "v", title: "V", says: "Who is allied.", show: [Ids(["a", "b"])], steps: [(["b"], "The ally.")]),
    /// ]
    /// ```
    F1003, "step-outside-view", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    for view in graph.records().views.iter().filter(|view| !view.steps.is_empty()) {
        let shown = selection(context, view).nodes;
        for (i, (ids, _)) in view.steps.iter().enumerate() {
            for (j, id) in ids.iter().enumerate() {
                if graph.find(id).is_some_and(|node| !shown.contains(&node.index())) {
                    let at = view.place().field("steps").item(i).item(0).item(j);
                    let message = format!("the view `{}` does not show `{id}`", view.id);
                    let finding = Diagnostic::new(&RULE, at, message)
                        .related(view.place().field("show"), "what it shows");
                    sink.push(finding);
                }
            }
        }
    }
}
