//! The columns of nodes.

use super::super::measures::measures;
use super::body::{Figure, KindBody, NodeDetail, Nodes};
use super::cites::Cites;
use super::places::places;
use super::table::Table;
use super::times::Times;
use crate::graph::{Graph, Node, NodeView};
use crate::query::MeasureBody;
use crate::query::document::NodeRef;
use crate::record::{Filed, Measure};
use crate::scene::tone;

/// The nodes, by their index in the graph, and their kinds.
pub(super) fn columns(
    graph: &Graph,
    times: &mut Times,
    cites: &mut Cites<'_>,
) -> (Nodes, Vec<KindBody>) {
    let mut kinds = Table::new();
    let figures = measures(graph);
    let mut nodes = Nodes::default();
    for (node, place) in graph.nodes().zip(places(graph)) {
        let extent = node.extent();
        let dated = !extent.is_undated();
        let number = dated.then(|| times.number(&extent));
        nodes.id.push(node.id().into());
        nodes.name.push(node.name().into());
        nodes.kind.push(kind(node, &mut kinds));
        nodes.x.push(place.x);
        nodes.y.push(place.y);
        nodes.time.push(number.and_then(|n| i64::try_from(n).ok()).unwrap_or(-1));
        nodes.cites.push(cites.of(node.origin()));
        let measures = figures.get(node.id()).map_or(&[][..], Vec::as_slice);
        nodes.detail.push(detail(node, measures, cites));
    }
    (nodes, kinds.into_rows())
}

fn kind(node: NodeView<'_>, kinds: &mut Table<(String, String), KindBody>) -> usize {
    let NodeRef { kind, sort, .. } = NodeRef::of(node);
    kinds.number((kind.clone(), sort.clone()), || {
        let vocabulary = node.graph().vocabulary();
        let (label, plural) = match node.node() {
            Node::Entity(_) => vocabulary
                .entity(&kind)
                .map_or((kind.clone(), kind.clone()), |k| (k.label.clone(), k.plural.clone())),
            Node::Commitment(_) => {
                let label = vocabulary.obligation(&kind).map_or(&kind, |k| &k.label);
                (label.clone(), label.clone())
            }
            Node::Relation(_) => {
                let label = vocabulary.relation(&kind).map_or(&kind, |k| &k.forward);
                (label.clone(), label.clone())
            }
        };
        KindBody { name: kind, label, plural, tone: tone(node).into(), sort }
    })
}

fn detail(
    node: NodeView<'_>,
    measures: &[&Filed<Measure>],
    cites: &mut Cites<'_>,
) -> Option<NodeDetail> {
    let graph = node.graph();
    let figure = |measure: &&Filed<Measure>| {
        let what = graph.vocabulary().measure(&measure.what.0);
        let what = what.map_or(measure.what.as_str(), |kind| &kind.label);
        let words = format!("{what}: {}", MeasureBody::of(graph, measure).words);
        Figure { words, cites: cites.of(measure.origin) }
    };
    let detail = NodeDetail {
        measures: measures.iter().map(figure).collect(),
        aliases: node.aliases().cloned().collect(),
        gloss: node.gloss().map(str::to_owned),
        note: node.note().map(str::to_owned),
        background: graph.evidence().is_background(node.origin()),
    };
    (detail != NodeDetail::default()).then_some(detail)
}
