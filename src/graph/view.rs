//! Nodes and edges as other stages see them: cheap views that read the records.

use super::{EdgeIndex, Graph, Node, NodeIndex, Standing, Tie};
use crate::record::{Certainty, Cite, Commitment, Entity, Filed, Origin, Relation, Stance};
use crate::text::Place;
use crate::time::Extent;
use crate::vocabulary::{EntityKind, Family, Nature, RelationKind, Role, RoleKind, Sense};

/// A node of the graph.
#[derive(Debug, Clone, Copy)]
pub struct NodeView<'g> {
    graph: &'g Graph,
    index: NodeIndex,
}

/// An edge of the graph, read from its source to its target.
#[derive(Debug, Clone, Copy)]
pub struct EdgeView<'g> {
    graph: &'g Graph,
    index: EdgeIndex,
}

fn at<T>(list: &[T], number: u32) -> &T {
    &list[number as usize]
}

impl<'g> NodeView<'g> {
    pub(super) fn new(graph: &'g Graph, index: NodeIndex) -> Self {
        Self { graph, index }
    }

    /// Its index in the network.
    pub fn index(&self) -> NodeIndex {
        self.index
    }

    /// The graph that it belongs to.
    pub fn graph(&self) -> &'g Graph {
        self.graph
    }

    /// Which record it is.
    pub fn node(&self) -> Node {
        self.graph.net[self.index]
    }

    /// The entity, where it is one.
    pub fn entity(&self) -> Option<&'g Filed<Entity>> {
        match self.node() {
            Node::Entity(n) => Some(at(&self.graph.records.entities, n)),
            Node::Commitment(_) | Node::Relation(_) => None,
        }
    }

    /// The commitment, where it is one.
    pub fn commitment(&self) -> Option<&'g Filed<Commitment>> {
        match self.node() {
            Node::Commitment(n) => Some(at(&self.graph.records.commitments, n)),
            Node::Entity(_) | Node::Relation(_) => None,
        }
    }

    /// The relation, where it is one that is an end of another.
    pub fn relation(&self) -> Option<&'g Filed<Relation>> {
        match self.node() {
            Node::Relation(n) => Some(at(&self.graph.records.relations, n)),
            Node::Entity(_) | Node::Commitment(_) => None,
        }
    }

    /// Its id.
    pub fn id(&self) -> &'g str {
        match self.node() {
            Node::Entity(n) => &at(&self.graph.records.entities, n).record.id,
            Node::Commitment(n) => &at(&self.graph.records.commitments, n).record.id,
            Node::Relation(n) => {
                at(&self.graph.records.relations, n).record.id.as_deref().unwrap_or("")
            }
        }
    }

    /// What it is called; a relation that is a node is called by its gloss or id.
    pub fn name(&self) -> &'g str {
        match self.node() {
            Node::Entity(n) => &at(&self.graph.records.entities, n).record.name,
            Node::Commitment(n) => &at(&self.graph.records.commitments, n).record.name,
            Node::Relation(n) => {
                at(&self.graph.records.relations, n).record.gloss.as_deref().unwrap_or(self.id())
            }
        }
    }

    /// Its other names.
    pub fn aliases(&self) -> impl Iterator<Item = &'g String> + use<'g> {
        let aliases: &'g [String] = match self.node() {
            Node::Entity(n) => &at(&self.graph.records.entities, n).record.aliases,
            Node::Commitment(n) => &at(&self.graph.records.commitments, n).record.aliases,
            Node::Relation(_) => &[],
        };
        aliases.iter()
    }

    /// The name of its kind: of entity, obligation or relation.
    pub fn kind(&self) -> &'g str {
        match self.node() {
            Node::Entity(n) => &at(&self.graph.records.entities, n).record.kind.0,
            Node::Commitment(n) => &at(&self.graph.records.commitments, n).record.kind.0,
            Node::Relation(n) => &at(&self.graph.records.relations, n).record.kind.0,
        }
    }

    /// What its kind is called in running text: "treaty", "commitment: basing access".
    pub fn kind_label(&self) -> String {
        let vocabulary = &self.graph.vocabulary;
        let kind = self.kind();
        match self.node() {
            Node::Entity(_) => vocabulary.entity(kind).map_or(kind, |k| &k.label).to_owned(),
            Node::Commitment(_) => {
                format!("commitment: {}", vocabulary.obligation(kind).map_or(kind, |k| &k.label))
            }
            Node::Relation(_) => {
                format!("claim: {}", vocabulary.relation(kind).map_or(kind, |k| &k.forward))
            }
        }
    }

    /// The kind of an entity; none for a commitment or relation, or where the kind is unknown.
    pub fn entity_kind(&self) -> Option<&'g EntityKind> {
        match self.node() {
            Node::Entity(n) => self.graph.kinds.entity(n),
            Node::Commitment(_) | Node::Relation(_) => None,
        }
    }

    /// What an entity is; none for a commitment or relation, or where the kind is unknown.
    pub fn nature(&self) -> Option<Nature> {
        match self.node() {
            Node::Entity(n) => self.graph.kinds.nature(n),
            Node::Commitment(_) | Node::Relation(_) => None,
        }
    }

    /// Where its record stands.
    pub fn origin(&self) -> Origin {
        match self.node() {
            Node::Entity(n) => at(&self.graph.records.entities, n).origin,
            Node::Commitment(n) => at(&self.graph.records.commitments, n).origin,
            Node::Relation(n) => at(&self.graph.records.relations, n).origin,
        }
    }

    /// Its record as a place.
    pub fn place(&self) -> Place {
        self.origin().place()
    }

    /// What it is, in the curator's own words.
    pub fn gloss(&self) -> Option<&'g str> {
        match self.node() {
            Node::Entity(n) => at(&self.graph.records.entities, n).record.gloss.as_deref(),
            Node::Commitment(n) => at(&self.graph.records.commitments, n).record.gloss.as_deref(),
            Node::Relation(n) => at(&self.graph.records.relations, n).record.gloss.as_deref(),
        }
    }

    /// The curator's remark.
    pub fn note(&self) -> Option<&'g str> {
        match self.node() {
            Node::Entity(n) => at(&self.graph.records.entities, n).record.note.as_deref(),
            Node::Commitment(n) => at(&self.graph.records.commitments, n).record.note.as_deref(),
            Node::Relation(n) => at(&self.graph.records.relations, n).record.note.as_deref(),
        }
    }

    /// The passages that back it.
    pub fn cites(&self) -> &'g [Cite] {
        match self.node() {
            Node::Entity(n) => &at(&self.graph.records.entities, n).record.cites,
            Node::Commitment(n) => &at(&self.graph.records.commitments, n).record.cites,
            Node::Relation(n) => &at(&self.graph.records.relations, n).record.cites,
        }
    }

    /// When it existed, as far as is known.
    pub fn extent(&self) -> Extent {
        match self.node() {
            Node::Entity(n) => {
                super::extent::of_entity(&at(&self.graph.records.entities, n).record)
            }
            Node::Commitment(n) => {
                super::extent::of_commitment(&at(&self.graph.records.commitments, n).record)
            }
            Node::Relation(n) => super::extent::of_relation(
                &at(&self.graph.records.relations, n).record,
                self.graph.vocabulary.relation(self.kind()),
            ),
        }
    }

    /// The status of a commitment as of the data set's reference date; none for other nodes.
    pub fn status(&self) -> Option<Standing> {
        let commitment = self.commitment()?;
        Some(Standing::of(commitment, self.graph.reference_date()))
    }

    /// The edges that touch it, in the order of the files.
    pub fn edges(&self) -> Vec<EdgeView<'g>> {
        use petgraph::Direction::{Incoming, Outgoing};
        use petgraph::visit::EdgeRef;
        let net = &self.graph.net;
        let incoming =
            net.edges_directed(self.index, Incoming).filter(|e| e.source() != e.target());
        let mut all: Vec<EdgeIndex> =
            net.edges_directed(self.index, Outgoing).chain(incoming).map(|e| e.id()).collect();
        all.sort_unstable();
        all.into_iter().map(|index| self.graph.edge(index)).collect()
    }
}

impl<'g> EdgeView<'g> {
    pub(super) fn new(graph: &'g Graph, index: EdgeIndex) -> Self {
        Self { graph, index }
    }

    /// Its index in the network.
    pub fn index(&self) -> EdgeIndex {
        self.index
    }

    /// Where it comes from.
    pub fn tie(&self) -> Tie {
        self.graph.net[self.index].tie
    }

    /// When it holds, as far as is known.
    pub fn extent(&self) -> &'g Extent {
        at(&self.graph.extents, self.extent_number())
    }

    /// The number of its extent among the graph's, of which many edges share one.
    pub fn extent_number(&self) -> u32 {
        self.graph.net[self.index].extent
    }

    fn ends(&self) -> (NodeIndex, NodeIndex) {
        self.graph.net.edge_endpoints(self.index).unwrap_or_default()
    }

    /// The node that it is read from.
    pub fn source(&self) -> NodeView<'g> {
        self.graph.node(self.ends().0)
    }

    /// The node that it is read to.
    pub fn target(&self) -> NodeView<'g> {
        self.graph.node(self.ends().1)
    }

    /// The end that is not `node`; for a self-loop, `node`.
    pub fn other(&self, node: NodeIndex) -> NodeView<'g> {
        let (source, target) = self.ends();
        self.graph.node(if source == node { target } else { source })
    }

    /// The relation record, where it is one.
    pub fn relation(&self) -> Option<&'g Filed<Relation>> {
        match self.tie() {
            Tie::Relation(n) => Some(at(&self.graph.records.relations, n)),
            Tie::Role { .. } | Tie::Whole(_) | Tie::End { .. } => None,
        }
    }

    /// The kind of a relation; none for other ties, or where the kind is unknown.
    pub fn relation_kind(&self) -> Option<&'g RelationKind> {
        match self.tie() {
            Tie::Relation(n) => self.graph.kinds.relation(n),
            Tie::Role { .. } | Tie::Whole(_) | Tie::End { .. } => None,
        }
    }

    /// What the kind of a relation means.
    pub fn sense(&self) -> Option<Sense> {
        self.relation_kind()?.sense
    }

    /// The role, where it is one.
    pub fn role(&self) -> Option<Role> {
        match self.tie() {
            Tie::Relation(_) => None,
            Tie::Role { role, .. } | Tie::End { role, .. } => Some(role),
            Tie::Whole(_) => Some(Role::Whole),
        }
    }

    fn role_kind(&self) -> Option<&'g RoleKind> {
        self.graph.vocabulary.role(self.role()?)
    }

    /// The name of its kind: of relation, or of role in lower case.
    pub fn kind(&self) -> String {
        match self.relation() {
            Some(relation) => relation.kind.to_string(),
            None => self.role().map_or_else(String::new, |role| format!("{role:?}")),
        }
    }

    /// When a relation held, in words short enough for parentheses: "April 1996", "since 1960", "by 1
    /// day"; none where it is undated, and for ties that records imply.
    pub fn dates(&self) -> Option<String> {
        let relation = self.relation()?;
        let words = self.extent().in_words();
        let bare = words.strip_prefix("in ").or_else(|| words.strip_prefix("on "));
        let when = (!self.extent().is_undated()).then(|| bare.unwrap_or(&words).to_owned());
        let lag = relation.lag.as_ref().and_then(|lag| lag.get());
        let parts = when.into_iter().chain(lag.map(|lag| format!("by {}", lag.in_words())));
        let parts: Vec<String> = parts.collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Its label, read from source to target or, if `backward`, the other way.
    pub fn label(&self, backward: bool) -> &'g str {
        let labels = self
            .relation_kind()
            .map(|kind| (kind.forward.as_str(), kind.backward.as_str()))
            .or_else(|| self.role_kind().map(|kind| (&*kind.forward, &*kind.backward)));
        let unknown = self.relation().map_or("", |relation| relation.kind.as_str());
        let (forward, back) = labels.unwrap_or((unknown, unknown));
        if backward { back } else { forward }
    }

    /// How it is drawn.
    pub fn family(&self) -> Family {
        let of_relation = self.relation_kind().map(|kind| kind.family);
        of_relation.or_else(|| self.role_kind().map(|kind| kind.family)).unwrap_or(Family::Other)
    }

    /// What a path pays to walk it.
    pub fn cost(&self) -> f64 {
        let of_relation = self.relation_kind().map(|kind| kind.cost);
        of_relation.or_else(|| self.role_kind().map(|kind| kind.cost)).unwrap_or(1.0)
    }

    /// Whether it holds both ways.
    pub fn is_symmetric(&self) -> bool {
        self.relation_kind().is_some_and(|kind| kind.symmetric)
    }

    /// How it is put forward; ties that records imply are facts.
    pub fn stance(&self) -> Stance {
        self.relation().map_or(Stance::Fact, |relation| relation.stance)
    }

    /// How sure the asserter is.
    pub fn certainty(&self) -> Certainty {
        self.relation().map_or(Certainty::Certain, |relation| relation.certainty)
    }

    /// Where the record that it comes from stands.
    pub fn origin(&self) -> Origin {
        let records = &self.graph.records;
        match self.tie() {
            Tie::Relation(n) | Tie::End { relation: n, .. } => at(&records.relations, n).origin,
            Tie::Role { commitment, .. } => at(&records.commitments, commitment).origin,
            Tie::Whole(n) => at(&records.entities, n).origin,
        }
    }

    /// The passages that back the record that it comes from.
    pub fn cites(&self) -> &'g [Cite] {
        let records = &self.graph.records;
        match self.tie() {
            Tie::Relation(n) | Tie::End { relation: n, .. } => {
                &at(&records.relations, n).record.cites
            }
            Tie::Role { commitment, .. } => &at(&records.commitments, commitment).record.cites,
            Tie::Whole(n) => &at(&records.entities, n).record.cites,
        }
    }
}
