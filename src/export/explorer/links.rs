//! The columns of links.

use super::body::{LinkDetail, Links, RelationBody};
use super::cites::Cites;
use super::table::Table;
use super::times::Times;
use super::{all_numbered, stance};
use crate::graph::{EdgeView, Graph};
use crate::record::Certainty;

/// The links, by their index in the graph, and their kinds.
pub(super) fn columns(
    graph: &Graph,
    times: &mut Times,
    cites: &mut Cites<'_>,
) -> (Links, Vec<RelationBody>) {
    let mut relations = Table::new();
    let mut links = Links::default();
    for edge in graph.edges() {
        links.source.push(edge.source().index().index());
        links.target.push(edge.target().index().index());
        links.relation.push(relation(edge, &mut relations));
        links.stance.push(stance(edge.stance()));
        links.time.push(times.number(edge.extent()));
        links.cites.push(cites.of(edge.origin()));
        links.detail.push(detail(graph, edge));
    }
    (links, relations.into_rows())
}

fn relation(edge: EdgeView<'_>, relations: &mut Table<String, RelationBody>) -> usize {
    let name = edge.kind();
    relations.number(name.clone(), || RelationBody {
        name,
        label: edge.label(false).into(),
        inverse: edge.label(true).into(),
        family: edge.family().word().into(),
        directed: !edge.is_symmetric(),
    })
}

fn detail(graph: &Graph, edge: EdgeView<'_>) -> Option<LinkDetail> {
    let relation = edge.relation();
    let certainty = edge.certainty();
    let detail = LinkDetail {
        holder: relation.map(|r| all_numbered(graph, &r.holder)).unwrap_or_default(),
        certainty: (certainty != Certainty::Certain).then(|| certainty.word().into()),
        gloss: relation.and_then(|r| r.gloss.clone()),
        note: relation.and_then(|r| r.note.clone()),
        background: graph.evidence().is_background(edge.origin()),
    };
    (detail != LinkDetail::default()).then_some(detail)
}
