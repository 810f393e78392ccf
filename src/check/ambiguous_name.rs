//! Names that two things bear.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeView;
use crate::text::Place;
use std::collections::HashMap;

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

impl Borne<'_> {
    fn place(self) -> Place {
        match self.alias {
            Some(n) => self.node.place().field("aliases").item(n),
            None => self.node.place().field("name"),
        }
    }
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let mut first: HashMap<String, Borne<'_>> = HashMap::new();
    for node in context.graph.nodes().filter(|node| node.relation().is_none()) {
        let aliases = node.aliases().enumerate().map(|(n, alias)| (Some(n), alias.as_str()));
        for (alias, name) in [(None, node.name())].into_iter().chain(aliases) {
            let borne = Borne { node, alias };
            let folded = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            match first.get(&folded) {
                Some(other) if other.node.index() != node.index() => {
                    sink.extend_with(shared(*other, borne, name));
                }
                Some(_) => {}
                None => drop(first.insert(folded, borne)),
            }
        }
    }
}

/// The finding on a name that two nodes bear; two names of one kind are another check's matter.
fn shared(other: Borne<'_>, borne: Borne<'_>, name: &str) -> Option<Diagnostic> {
    let both_names = other.alias.is_none() && borne.alias.is_none();
    if both_names && other.node.kind() == borne.node.kind() {
        return None;
    }
    let message = format!("`{}` is called \"{name}\" too", other.node.id());
    Some(Diagnostic::new(&RULE, borne.place(), message).related(other.place(), "called so here"))
}
