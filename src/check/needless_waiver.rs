//! Waivers that waive nothing. Found after all other checks, by [`super::waive`].

use super::{Check, Context, rule};
use crate::diagnostic::{Diagnostic, Sink, Waiver};

declare_check! {
    /// A record waives a check that finds nothing in it, or that does not exist.
    ///
    /// ## Why it matters
    /// A waiver that is no longer needed would hide the next finding.
    ///
    /// ## How to mend it
    /// Remove the waiver.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")], allow: [("missing-citation", "no reason")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", allow: [("missing-citation", "to be found")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0110, "needless-waiver", Deny
}

/// Finds nothing by itself: what is needless is known only once every other check has run.
pub(super) fn run(_: Context<'_>, _: &mut Sink) {}

/// The finding about a waiver that waived nothing.
pub(super) fn needless(waiver: &Waiver) -> Diagnostic {
    let message = match rule(&waiver.check) {
        Some(_) => format!("`{}` finds nothing here to waive", waiver.check),
        None => format!("there is no check `{}`", waiver.check),
    };
    let finding = Diagnostic::new(&RULE, waiver.at.clone(), message);
    match crate::diagnostic::nearest(
        &waiver.check,
        super::CHECKS.iter().map(|c: &Check| c.rule.name),
    )
    .first()
    {
        Some(near) if rule(&waiver.check).is_none() => {
            finding.help(format!("did you mean `{near}`?"))
        }
        _ => finding,
    }
}
