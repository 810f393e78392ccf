//! Units that a measure can't have.

use super::Context;
use super::shared::{either, quoted, suggest};
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A measure is given in a unit that its kind does not allow.
    ///
    /// ## Why it matters
    /// Figures of one kind can only be compared in units that are known.
    ///
    /// ## How to mend it
    /// Use one of the units that the vocabulary lists, or another kind of measure.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "f", kind: Force, name: "F", cites: [("s")]),
    ///     Relation(from: "a", kind: Operates, to: "f", cites: [("s")]),
    ///     Measure(of: "f", what: Strength, value: 45000, unit: "percent", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "f", kind: Force, name: "F", cites: [("s")]),
    ///     Relation(from: "a", kind: Operates, to: "f", cites: [("s")]),
    ///     Measure(of: "f", what: Strength, value: 45000, unit: "persons", cites: [("s")]),
    /// ]
    /// ```
    F0213, "wrong-unit", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for measure in &context.graph.records().measures {
        let Some(kind) = context.graph.vocabulary().measure(&measure.what.0) else { continue };
        if kind.units.contains(&measure.unit) {
            continue;
        }
        let at = measure.place().field("unit");
        let units = || kind.units.iter().map(String::as_str);
        let message = format!("{} is not given in `{}`", kind.label, measure.unit);
        let finding = Diagnostic::new(&RULE, at.clone(), message)
            .label(format!("{} belongs here", either(units())));
        sink.push(suggest(finding, at, &measure.unit, units(), quoted));
    }
}
