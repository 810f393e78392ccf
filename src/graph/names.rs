//! Names: what a user may type for a node.

use super::{Graph, NodeIndex, NodeView};
use crate::diagnostic::nearest;
use foldhash::HashMap;

/// Names and aliases in lower case, with the nodes that bear them.
#[derive(Debug, Default)]
pub struct Names {
    by_name: HashMap<String, Vec<NodeIndex>>,
}

/// Why a name means no single node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameError {
    /// Nothing is called so.
    Unknown {
        /// What was asked for.
        name: String,
        /// The ids of those called nearly so, best first.
        nearest: Vec<String>,
    },
    /// More than one thing is called so.
    Ambiguous {
        /// What was asked for.
        name: String,
        /// The ids of all that are.
        ids: Vec<String>,
    },
}

impl std::fmt::Display for NameError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown { name, nearest } => {
                write!(f, "nothing is called `{name}`")?;
                match nearest.as_slice() {
                    [] => Ok(()),
                    names => write!(f, "; did you mean `{}`?", names.join("` or `")),
                }
            }
            Self::Ambiguous { name, ids } => {
                write!(f, "`{name}` may be any of `{}`: use the id", ids.join("`, `"))
            }
        }
    }
}

impl std::error::Error for NameError {}

impl Names {
    /// Gathers the names of nodes; a relation that is a node has none.
    pub(super) fn of<'g>(nodes: impl Iterator<Item = NodeView<'g>>) -> Self {
        let mut names = Self::default();
        for node in nodes.filter(|node| node.relation().is_none()) {
            names.add(node.name(), node.index());
            node.aliases().for_each(|alias| names.add(alias, node.index()));
        }
        names
    }

    fn add(&mut self, name: &str, index: NodeIndex) {
        let nodes = self.by_name.entry(fold(name)).or_default();
        if !nodes.contains(&index) {
            nodes.push(index);
        }
    }

    /// The one node that bears a name, whatever its case and spacing.
    pub(super) fn lookup(&self, graph: &Graph, name: &str) -> Result<NodeIndex, NameError> {
        match self.by_name.get(&fold(name)).map(Vec::as_slice) {
            Some([index]) => Ok(*index),
            Some(indices) => {
                let mut ids: Vec<String> =
                    indices.iter().map(|i| graph.node(*i).id().to_owned()).collect();
                ids.sort_unstable();
                Err(NameError::Ambiguous { name: name.into(), ids })
            }
            None => Err(NameError::Unknown { name: name.into(), nearest: near(graph, name) }),
        }
    }
}

/// The ids of the nodes with the nearest ids, names or aliases, best first.
fn near(graph: &Graph, name: &str) -> Vec<String> {
    let names = graph.nodes().flat_map(|node| {
        [node.id(), node.name()].into_iter().chain(node.aliases().map(String::as_str))
    });
    let mut ids: Vec<String> = Vec::new();
    for near in nearest(name, names) {
        let node = graph.lookup(near).map(|node| node.id().to_owned());
        ids.extend(node.ok().filter(|id| !ids.contains(id)));
    }
    ids
}

fn fold(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
