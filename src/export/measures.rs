//! The figures of each node, which records keep apart from it.

use crate::graph::Graph;
use crate::record::{Filed, Measure};
use std::collections::HashMap;

/// The figures of each node, by its id; nothing for a node without any.
pub(super) type Measures<'g> = HashMap<&'g str, Vec<&'g Filed<Measure>>>;

/// All figures of a graph.
pub(super) fn measures(graph: &Graph) -> Measures<'_> {
    let mut measures = Measures::new();
    for measure in &graph.records().measures {
        measures.entry(&measure.of).or_default().push(measure);
    }
    measures
}
