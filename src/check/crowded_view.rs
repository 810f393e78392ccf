//! Views that show more than can be read.

use super::Context;
use super::shared::selection;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A view shows more than 30 things.
    ///
    /// ## Why it matters
    /// A diagram on one page, each box with its name, can be read up to a few dozen boxes; beyond
    /// that it tells no story.
    ///
    /// ## How to mend it
    /// Split the view, or hide what its story does not need.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "s1", kind: State, name: "S1", cites: [("s")]),
    ///     Entity(id: "s2", kind: State, name: "S2", cites: [("s")]),
    ///     Entity(id: "s3", kind: State, name: "S3", cites: [("s")]),
    ///     Entity(id: "s4", kind: State, name: "S4", cites: [("s")]),
    ///     Entity(id: "s5", kind: State, name: "S5", cites: [("s")]),
    ///     Entity(id: "s6", kind: State, name: "S6", cites: [("s")]),
    ///     Entity(id: "s7", kind: State, name: "S7", cites: [("s")]),
    ///     Entity(id: "s8", kind: State, name: "S8", cites: [("s")]),
    ///     Entity(id: "s9", kind: State, name: "S9", cites: [("s")]),
    ///     Entity(id: "s10", kind: State, name: "S10", cites: [("s")]),
    ///     Entity(id: "s11", kind: State, name: "S11", cites: [("s")]),
    ///     Entity(id: "s12", kind: State, name: "S12", cites: [("s")]),
    ///     Entity(id: "s13", kind: State, name: "S13", cites: [("s")]),
    ///     Entity(id: "s14", kind: State, name: "S14", cites: [("s")]),
    ///     Entity(id: "s15", kind: State, name: "S15", cites: [("s")]),
    ///     Entity(id: "s16", kind: State, name: "S16", cites: [("s")]),
    ///     Entity(id: "s17", kind: State, name: "S17", cites: [("s")]),
    ///     Entity(id: "s18", kind: State, name: "S18", cites: [("s")]),
    ///     Entity(id: "s19", kind: State, name: "S19", cites: [("s")]),
    ///     Entity(id: "s20", kind: State, name: "S20", cites: [("s")]),
    ///     Entity(id: "s21", kind: State, name: "S21", cites: [("s")]),
    ///     Entity(id: "s22", kind: State, name: "S22", cites: [("s")]),
    ///     Entity(id: "s23", kind: State, name: "S23", cites: [("s")]),
    ///     Entity(id: "s24", kind: State, name: "S24", cites: [("s")]),
    ///     Entity(id: "s25", kind: State, name: "S25", cites: [("s")]),
    ///     Entity(id: "s26", kind: State, name: "S26", cites: [("s")]),
    ///     Entity(id: "s27", kind: State, name: "S27", cites: [("s")]),
    ///     Entity(id: "s28", kind: State, name: "S28", cites: [("s")]),
    ///     Entity(id: "s29", kind: State, name: "S29", cites: [("s")]),
    ///     Entity(id: "s30", kind: State, name: "S30", cites: [("s")]),
    ///     Entity(id: "s31", kind: State, name: "S31", cites: [("s")]),
    ///     Entity(id: "e", kind: Meeting, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", at: "e", binding: Political,
    ///         by: [
    ///             "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11",
    ///             "s12", "s13", "s14", "s15", "s16", "s17", "s18", "s19", "s20", "s21", "s22",
    ///             "s23", "s24", "s25", "s26", "s27", "s28", "s29", "s30", "s31",
    ///         ],
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    ///     View(id: "v", title: "V", says: "Who agreed.", show: [Kinds([State])]),
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
    F1002, "crowded-view", Warn
}

/// The most things that a drawing can show and be read.
const MOST: usize = 30;

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for view in &context.graph.records().views {
        let shown = selection(context, view).nodes.len();
        if shown > MOST {
            let message = format!("the view `{}` shows {shown} things", view.id);
            let finding = Diagnostic::new(&RULE, view.place().field("show"), message)
                .label(format!("{MOST} can be read"));
            sink.push(finding);
        }
    }
}
