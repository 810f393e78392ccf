//! Groups that nothing ties to the rest.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{NodeIndex, NodeView};
use petgraph::unionfind::UnionFind;
use std::collections::BTreeMap;

declare_check! {
    /// Two or more things are tied to each other and to nothing else, while most of the data set
    /// hangs together.
    ///
    /// ## Why it matters
    /// No path leads to them and no view shows them with the rest: the relation that ties them to
    /// it is missing, or names a wrong id.
    ///
    /// ## How to mend it
    /// Add the relation that ties them to the rest, or correct the id that is wrong.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "c", kind: State, name: "C", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     Relation(from: "b", kind: AlliedWith, to: "c", cites: [("s")]),
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", attested: ["1990"], cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", attested: ["1990"], cites: [("s")]),
    ///     Relation(from: "premier", kind: OfficeOf, to: "a", cites: [("s")]),
    /// ]
    /// ```
    F0803, "island", Warn
}

/// The most members that a finding names.
const NAMED: usize = 5;

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let net = graph.net();
    let mut sets = UnionFind::<usize>::new(net.node_count());
    for edge in net.edge_indices() {
        if let Some((a, b)) = net.edge_endpoints(edge) {
            sets.union(a.index(), b.index());
        }
    }
    let mut components: BTreeMap<usize, Vec<NodeIndex>> = BTreeMap::new();
    for node in net.node_indices() {
        components.entry(sets.find(node.index())).or_default().push(node);
    }
    let mainland = components.values().map(Vec::len).max().unwrap_or(0);
    if mainland * 2 <= net.node_count() {
        return;
    }
    for members in components.into_values().filter(|m| m.len() > 1 && m.len() < mainland) {
        let nodes: Vec<NodeView<'_>> = members.iter().map(|index| graph.node(*index)).collect();
        sink.extend_with(island(&nodes));
    }
}

fn island(nodes: &[NodeView<'_>]) -> Option<Diagnostic> {
    let (first, rest) = nodes.split_first()?;
    let names: Vec<String> =
        nodes.iter().take(NAMED).map(|node| format!("`{}`", node.id())).collect();
    let more = if nodes.len() > NAMED { " and more" } else { "" };
    let message = format!("nothing ties {}{more} to the rest", names.join(", "));
    let finding = Diagnostic::new(&RULE, first.place(), message);
    Some(rest.iter().take(NAMED - 1).fold(finding, |f, node| f.related(node.place(), "tied to it")))
}
