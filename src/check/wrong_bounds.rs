//! Figures that can't be.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::{Bound, Measure};
use crate::vocabulary::MeasureKind;

declare_check! {
    /// A measure's figures can't be: `Between` without an `upper`, an `upper` that is not above the
    /// value or stands where nothing reads it, or a figure outside what the kind of measure allows.
    ///
    /// ## Why it matters
    /// A share of 120 percent or a range that ends before it begins is a slip of the pen.
    ///
    /// ## How to mend it
    /// Correct the figures or the bound.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "f", kind: Force, name: "F", cites: [("s")]),
    ///     Relation(from: "a", kind: Operates, to: "f", cites: [("s")]),
    ///     Measure(of: "f", what: Strength, value: 7, upper: 5, bound: Between, unit: "persons", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "f", kind: Force, name: "F", cites: [("s")]),
    ///     Relation(from: "a", kind: Operates, to: "f", cites: [("s")]),
    ///     Measure(of: "f", what: Share, value: 120, unit: "percent", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "f", kind: Force, name: "F", cites: [("s")]),
    ///     Relation(from: "a", kind: Operates, to: "f", cites: [("s")]),
    ///     Measure(of: "f", what: Share, value: 5, upper: 7, bound: Between, unit: "percent", cites: [("s")]),
    /// ]
    /// ```
    F0214, "wrong-bounds", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for measure in &context.graph.records().measures {
        let kind = context.graph.vocabulary().measure(&measure.what.0);
        let wrong = wrong_bound(measure).or_else(|| outside(measure, kind?));
        if let Some((field, message)) = wrong {
            sink.push(Diagnostic::new(&RULE, measure.place().field(field), message));
        }
    }
}

fn wrong_bound(measure: &Measure) -> Option<(&'static str, String)> {
    match (measure.bound, measure.upper) {
        (Bound::Between, None) => Some(("bound", "`Between` needs an `upper` figure".into())),
        (Bound::Between, Some(upper)) if upper <= measure.value => {
            Some(("upper", format!("{upper} is not above {}", measure.value)))
        }
        (Bound::Between, Some(_)) | (_, None) => None,
        (bound, Some(_)) => Some(("upper", format!("`{bound:?}` has no `upper` figure"))),
    }
}

/// The first figure outside what the kind allows.
fn outside(measure: &Measure, kind: &MeasureKind) -> Option<(&'static str, String)> {
    let figures = [("value", Some(measure.value)), ("upper", measure.upper)];
    figures.into_iter().find_map(|(field, figure)| {
        let figure = figure?;
        if let Some(least) = kind.least.filter(|least| figure < *least) {
            return Some((field, format!("{} is at least {least}, not {figure}", kind.label)));
        }
        let most = kind.most.filter(|most| figure > *most)?;
        Some((field, format!("{} is at most {most}, not {figure}", kind.label)))
    })
}
