//! Signers who held no office that day.

use super::Context;
use super::shared::{facts_of, told};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeView};
use crate::record::Stance;
use crate::time::Truth;
use crate::vocabulary::{Nature, Sense};

declare_check! {
    /// A person signs or issues an instrument on a day on which that person held none of the
    /// offices that are recorded.
    ///
    /// ## Why it matters
    /// People sign for states by virtue of an office. A tenure is missing, or one of the dates is
    /// wrong.
    ///
    /// ## How to mend it
    /// Correct the date, add the office that was held, or waive the check for who signed in
    /// private.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990/1992", cites: [("s")]),
    ///     Relation(from: "ann", kind: Issued, to: "t", during: "1995", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990/1996", cites: [("s")]),
    ///     Relation(from: "ann", kind: Issued, to: "t", during: "1995", cites: [("s")]),
    /// ]
    /// ```
    F0404, "signer-without-office", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in facts_of(context, &[Sense::Signing]) {
        let signer = edge.source();
        let held = tenures(signer);
        let never = held.iter().all(|tenure| tenure.extent().overlaps(edge.extent()) == Truth::No);
        if signer.nature() != Some(Nature::Person) || held.is_empty() || !never {
            continue;
        }
        let message = format!("{}, and held no office then", told(edge));
        let finding =
            Diagnostic::new(&RULE, edge.origin().place(), message).label(edge.extent().in_words());
        let tenure = |finding: Diagnostic, held: &EdgeView<'_>| {
            let held_what = format!("`{}`: {}", held.target().id(), held.extent().in_words());
            finding.related(held.origin().place(), held_what)
        };
        sink.push(held.iter().fold(finding, tenure));
    }
}

/// The tenures of a person that are put forward as facts.
fn tenures(person: NodeView<'_>) -> Vec<EdgeView<'_>> {
    let mut edges = person.edges();
    edges.retain(|edge| {
        edge.source().index() == person.index()
            && edge.sense() == Some(Sense::Tenure)
            && edge.stance() == Stance::Fact
    });
    edges
}
