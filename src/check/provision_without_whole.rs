//! Provisions that belong to nothing that has provisions.

use super::Context;
use super::shared::named;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeView;
use crate::vocabulary::Nature;

declare_check! {
    /// A provision names no instrument or provision that it is part of, or names something else.
    ///
    /// ## Why it matters
    /// An article means nothing without its treaty.
    ///
    /// ## How to mend it
    /// Name the instrument in `of`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "t-article-5", kind: Provision, name: "T, Article 5", number: "5", cites: [("s")]),
    ///     Relation(from: "t-article-5", kind: Covers, to: "a", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "a-article-5", kind: Provision, name: "A, Article 5", of: "a", number: "5", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Entity(id: "t-article-5", kind: Provision, name: "T, Article 5", of: "t", number: "5", cites: [("s")]),
    /// ]
    /// ```
    F0502, "provision-without-whole", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    for node in graph.nodes().filter(|node| node.nature() == Some(Nature::Provision)) {
        let Some(entity) = node.entity() else { continue };
        match &entity.record.of {
            None => {
                let message = format!("`{}` is a provision of nothing", node.id());
                sink.push(Diagnostic::new(&RULE, node.place(), message).help("name it in `of`"));
            }
            Some(of) => {
                if let Some(whole) = graph.find(of).filter(|whole| !has_provisions(*whole)) {
                    let message = format!("{} has no provisions", named(whole));
                    let finding = Diagnostic::new(&RULE, node.place().field("of"), message)
                        .related(whole.place(), "what it is");
                    sink.push(finding);
                }
            }
        }
    }
}

fn has_provisions(node: NodeView<'_>) -> bool {
    matches!(node.nature(), Some(Nature::Instrument | Nature::Provision | Nature::Work))
}
