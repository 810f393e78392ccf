//! What several checks need.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, nearest};
use crate::record::{Cite, quote};
use crate::text::Place;

/// Adds the nearest of the names that would have been right: as a fix where there is just one, else
/// as advice. `write` makes source text of a name.
pub(super) fn suggest<'a>(
    finding: Diagnostic,
    at: Place,
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    write: impl Fn(&str) -> String,
) -> Diagnostic {
    let near = nearest(name, candidates);
    let edit = |near: &str| vec![Edit { at: at.clone(), new: write(near) }];
    match near.as_slice() {
        [] => finding,
        [one] => finding.fix(format!("did you mean `{one}`?"), edit(one), true),
        [first, rest @ ..] => {
            let others = rest.join("` or `");
            finding
                .fix(format!("did you mean `{first}`?"), edit(first), false)
                .help(format!("or `{others}`"))
        }
    }
}

/// A name as a RON string.
pub(super) fn quoted(name: &str) -> String {
    quote(name)
}

/// A name as a bare identifier.
pub(super) fn bare(name: &str) -> String {
    name.to_owned()
}

/// A name with its article and kind, as in "`japan` (state)".
pub(super) fn named(node: crate::graph::NodeView<'_>) -> String {
    format!("`{}` ({})", node.id(), node.kind_label())
}

/// Every citation list of the data set, with the place of the record that it backs and of the list.
pub(super) fn cited<'a>(context: Context<'a>) -> impl Iterator<Item = (Place, &'a [Cite])> {
    let records = context.graph.records();
    let entities = records.entities.iter().map(|e| (e.place(), &*e.record.cites));
    let relations = records.relations.iter().map(|r| (r.place(), &*r.record.cites));
    let commitments = records.commitments.iter().map(|c| (c.place(), &*c.record.cites));
    let measures = records.measures.iter().map(|m| (m.place(), &*m.record.cites));
    entities.chain(relations).chain(commitments).chain(measures)
}

/// Names as a list: "`a`, `b` or `c`".
pub(super) fn either<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}
