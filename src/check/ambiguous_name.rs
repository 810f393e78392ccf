//! Names that two things bear.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeView;
use crate::text::Place;
use foldhash::fast::RandomState;
use std::hash::BuildHasher;

declare_check! {
    /// A name or alias of one thing is a name or alias of another as well.
    ///
    /// ## Why it matters
    /// Whoever looks it up by that name gets no answer, because two could be meant.
    ///
    /// ## How to mend it
    /// Give each a name that tells them apart, or remove the alias from one.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", aliases: ["The ally"], cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", aliases: ["the ally"], cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", aliases: ["The older ally"], cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", aliases: ["The younger ally"], cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0905, "ambiguous-name", Warn
}

/// A name that a node bears.
#[derive(Clone, Copy)]
struct Borne<'g> {
    node: NodeView<'g>,
    /// Which of its aliases it is; none where it is the name itself.
    alias: Option<usize>,
}

impl<'g> Borne<'g> {
    fn all(node: NodeView<'g>) -> impl Iterator<Item = Self> {
        let aliases = (0..node.aliases().count()).map(Some);
        [None].into_iter().chain(aliases).map(move |alias| Self { node, alias })
    }

    fn name(self) -> &'g str {
        let alias = self.alias.and_then(|n| self.node.aliases().nth(n));
        alias.map_or(self.node.name(), String::as_str)
    }

    /// The name in lower case, with single spaces.
    fn folded(self) -> String {
        self.name().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }

    fn place(self) -> Place {
        match self.alias {
            Some(n) => self.node.place().field("aliases").item(n),
            None => self.node.place().field("name"),
        }
    }
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let hasher = RandomState::default();
    let nodes = context.graph.nodes().filter(|node| node.relation().is_none());
    let names = nodes.flat_map(Borne::all);
    let mut names: Vec<(u64, Borne<'_>)> =
        names.map(|name| (hasher.hash_one(name.folded()), name)).collect();
    names.sort_by_key(|(hash, _)| *hash);
    for same in names.chunk_by(|(a, _), (b, _)| a == b) {
        for (n, (_, borne)) in same.iter().enumerate().skip(1) {
            let first = same[..n].iter().find(|(_, first)| first.folded() == borne.folded());
            if let Some((_, first)) = first {
                sink.extend_with(shared(*first, *borne));
            }
        }
    }
}

/// The finding on a name that two nodes bear; two names of one kind are another check's matter.
fn shared(first: Borne<'_>, again: Borne<'_>) -> Option<Diagnostic> {
    let both_names = first.alias.is_none() && again.alias.is_none();
    let is_other = first.node.index() != again.node.index();
    if !is_other || (both_names && first.node.kind() == again.node.kind()) {
        return None;
    }
    let message = format!("`{}` is called \"{}\" too", first.node.id(), again.name());
    Some(Diagnostic::new(&RULE, again.place(), message).related(first.place(), "called so here"))
}
