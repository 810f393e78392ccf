//! What the explorer shows of a graph, until its page and document come from `export`: the whole graph
//! as exported, and a page that names its parts.

use crate::graph::{Graph, Scope};
use crate::scene::whole;
use schemars::JsonSchema;
use serde::Serialize;

/// The document that the page reads.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Document {
    /// The revision of the data that it was made of.
    pub(super) revision: String,
    /// The title of the data set.
    pub(super) title: String,
    /// The ids of the nodes.
    pub(super) nodes: Vec<String>,
}

/// The document of a graph, not yet of a revision.
pub(super) fn document(graph: &Graph) -> Document {
    Document {
        revision: String::new(),
        title: whole(graph, Scope::default(), None).title,
        nodes: graph.nodes().map(|node| node.id().to_owned()).collect(),
    }
}

/// The page: HTML that holds the policy under which it runs.
pub(super) fn page() -> &'static str {
    "<!doctype html><html lang=en><meta charset=utf-8>\
     <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; connect-src 'none'\">\
     <title>foedera</title><p>The graph is at <a href=api/graph>api/graph</a>.</p></html>"
}
