//! Which sentences of a source back a record.

use super::{Citation, Graph};
use crate::citation::Coverage;
use crate::record::{Origin, Source};
use std::collections::HashMap;

/// The coverage of a source; `None` where neither its text nor the lock tells its sentences.
pub fn coverage(graph: &Graph, source: &Source) -> Option<Coverage> {
    let outline = graph.evidence().outline(graph.records(), &source.id)?;
    let names = names(graph);
    let of_source = |citation: &&Citation| *citation.source == *source.id;
    let cited = graph.evidence().citations().iter().filter(of_source);
    let backed = cited.filter_map(|citation| {
        Some((names.get(&citation.origin)?.as_str(), citation.proof.passage()?))
    });
    Some(Coverage::of(outline, backed, &source.uncited))
}

/// What a person calls each record that may cite.
fn names(graph: &Graph) -> HashMap<Origin, String> {
    let records = graph.records();
    let entities = records.entities.iter().map(|e| (e.origin, e.id.to_string()));
    let commitments = records.commitments.iter().map(|c| (c.origin, c.id.clone()));
    let relations =
        records.relations.iter().map(|r| (r.origin, format!("{} {} {}", r.from, r.kind, r.to)));
    let measures = records.measures.iter().map(|m| (m.origin, format!("{} of {}", m.what, m.of)));
    entities.chain(commitments).chain(relations).chain(measures).collect()
}
