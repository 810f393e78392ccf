//! Waivers that waive nothing. Found after all other checks, by [`super::waive`].

use super::shared::{quoted, suggest};
use super::{CHECKS, Context, rule};
use crate::diagnostic::{Diagnostic, Edit, Sink, Waiver};

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
/// The finding on a waiver that waives nothing.
pub(super) fn needless(waiver: &Waiver) -> Diagnostic {
    if rule(&waiver.check).is_some() {
        let message = format!("`{}` finds nothing here to waive", waiver.check);
        return Diagnostic::new(&RULE, waiver.at.clone(), message).fix(
            "remove the waiver",
            vec![Edit::remove(waiver.removal.clone())],
            true,
        );
    }
    let message = format!("there is no check `{}`", waiver.check);
    let finding = Diagnostic::new(&RULE, waiver.at.clone(), message);
    let names = CHECKS.iter().map(|check| check.rule.name);
    suggest(finding, waiver.at.item(0), &waiver.check, names, quoted)
}
