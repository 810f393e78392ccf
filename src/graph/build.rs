//! Resolves records into the graph.

use super::evidence::Evidence;
use super::kinds::Kinds;
use super::net::{Duplicate, Edge, Net, Node, Tie, Unresolved};
use super::{Graph, NodeIndex, extent};
use crate::record::{Commitment, Condition, Filed, Origin, Records, Select, Trigger};
use crate::text::{Files, Place};
use crate::time::Extent;
use crate::vocabulary::{Role, Vocabulary};
use compact_str::CompactString;
use foldhash::{HashMap, HashSet};
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

/// Resolves records into a graph. It always returns; what does not resolve is kept in it.
pub fn resolve(mut records: Records, files: &Files) -> Graph {
    let vocabulary = vocabulary(&mut records);
    let mut build = Build { broken: broken_ids(&records), ..Build::default() };
    let kinds = Kinds::new(&records, &vocabulary);
    build.reserve(&records);
    build.nodes(&records);
    build.edges(&records, &kinds);
    build.references(&records);
    let evidence = Evidence::gather(&records, files);
    let Build { net, extents, ids, unresolved, duplicates, .. } = build;
    let extents = extents.list;
    let (index, names) = (OnceLock::new(), OnceLock::new());
    Graph {
        records,
        vocabulary,
        kinds,
        net,
        extents,
        index,
        ids,
        names,
        evidence,
        unresolved,
        duplicates,
    }
}

fn vocabulary(records: &mut Records) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for kind in records.entity_kinds.drain(..) {
        vocabulary.add_entity(kind.record, kind.origin.place());
    }
    for kind in records.relation_kinds.drain(..) {
        vocabulary.add_relation(kind.record, kind.origin.place());
    }
    for kind in records.obligation_kinds.drain(..) {
        vocabulary.add_obligation(kind.record, kind.origin.place());
    }
    for kind in records.measure_kinds.drain(..) {
        vocabulary.add_measure(kind.record, kind.origin.place());
    }
    for kind in records.role_kinds.drain(..) {
        vocabulary.add_role(kind.record);
    }
    vocabulary
}

fn broken_ids(records: &Records) -> HashSet<String> {
    records.broken.iter().filter_map(|broken| broken.id.clone()).collect()
}

/// The distinct extents, each with its number.
#[derive(Default)]
struct Extents {
    list: Vec<Extent>,
    numbers: HashMap<Extent, u32>,
}

impl Extents {
    fn number(&mut self, extent: &Extent) -> u32 {
        if let Some(number) = self.numbers.get(extent) {
            return *number;
        }
        let new = number(self.list.len());
        self.list.push(extent.clone());
        self.numbers.insert(extent.clone(), new);
        new
    }
}

#[derive(Default)]
struct Build {
    net: Net,
    extents: Extents,
    ids: HashMap<CompactString, NodeIndex>,
    /// By node: where its record stands.
    origins: Vec<Origin>,
    broken: HashSet<String>,
    unresolved: Vec<Unresolved>,
    duplicates: Vec<Duplicate>,
}

/// A number of records, below 4 billion.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Build {
    /// Makes room for what records are expected to add.
    fn reserve(&mut self, records: &Records) {
        let nodes = records.entities.len() + records.commitments.len();
        self.net.reserve_exact_nodes(nodes);
        self.net.reserve_exact_edges(records.relations.len());
        self.ids.reserve(nodes);
        self.origins.reserve(nodes);
    }

    fn nodes(&mut self, records: &Records) {
        for (n, entity) in records.entities.iter().enumerate() {
            self.node(&entity.id, entity.origin, Node::Entity(number(n)));
        }
        for (n, commitment) in records.commitments.iter().enumerate() {
            self.node(&commitment.id, commitment.origin, Node::Commitment(number(n)));
        }
        for (n, relation) in records.relations.iter().enumerate() {
            if let Some(id) = &relation.id {
                self.node(id, relation.origin, Node::Relation(number(n)));
            }
        }
    }

    /// Adds a node, unless its id is taken.
    fn node(&mut self, id: &str, origin: Origin, node: Node) {
        match self.ids.entry(id.into()) {
            Entry::Occupied(taken) => {
                let first = self.origins[taken.get().index()];
                self.duplicates.push(Duplicate { id: id.into(), first, second: origin });
            }
            Entry::Vacant(free) => {
                free.insert(self.net.add_node(node));
                self.origins.push(origin);
            }
        }
    }

    /// The node with this id; where there is none, that is kept as unresolved.
    fn get(&mut self, id: &str, at: impl FnOnce() -> Place) -> Option<NodeIndex> {
        let found = self.ids.get(id).copied();
        if found.is_none() && !self.broken.contains(id) {
            self.unresolved.push(Unresolved { at: at(), id: id.into(), source: false });
        }
        found
    }

    fn edges(&mut self, records: &Records, kinds: &Kinds) {
        for (n, entity) in records.entities.iter().enumerate() {
            let Some(whole) = &entity.of else { continue };
            let from = self.ids.get(entity.id.as_str()).copied();
            let to = self.get(whole, || entity.place().field("of"));
            let extent = extent::of_entity(entity);
            self.edge(from, to, Tie::Whole(number(n)), &extent);
        }
        for (n, relation) in records.relations.iter().enumerate() {
            let from = self.get(&relation.from, || relation.place().field("from"));
            let to = self.get(&relation.to, || relation.place().field("to"));
            let extent = extent::of_relation(relation, kinds.relation(number(n)));
            let itself = relation.id.as_ref().and_then(|id| self.ids.get(id.as_str())).copied();
            for (role, end) in [(Role::From, from), (Role::To, to)] {
                let tie = Tie::End { role, relation: number(n) };
                self.edge(end, itself, tie, &extent);
            }
            self.edge(from, to, Tie::Relation(number(n)), &extent);
        }
        for (n, commitment) in records.commitments.iter().enumerate() {
            self.roles(number(n), commitment);
        }
    }

    fn edge(&mut self, from: Option<NodeIndex>, to: Option<NodeIndex>, tie: Tie, extent: &Extent) {
        if let (Some(from), Some(to)) = (from, to) {
            let extent = self.extents.number(extent);
            self.net.add_edge(from, to, Edge { tie, extent });
        }
    }

    fn roles(&mut self, n: u32, commitment: &Filed<Commitment>) {
        let Some(itself) = self.ids.get(commitment.id.as_str()).copied() else { return };
        let extent = extent::of_commitment(commitment);
        for (role, item, id, at) in roles_of(commitment) {
            let end = self.get(id, || at);
            let tie = Tie::Role { role, commitment: n, item };
            let (from, to) =
                if role == Role::Part { (Some(itself), end) } else { (end, Some(itself)) };
            self.edge(from, to, tie, &extent);
        }
    }

    /// Ids that make no edge but must exist all the same.
    fn references(&mut self, records: &Records) {
        for relation in &records.relations {
            for (i, id) in relation.holder.iter().enumerate() {
                self.get(id, || relation.place().field("holder").item(i));
            }
        }
        for measure in &records.measures {
            self.get(&measure.of, || measure.place().field("of"));
            if let Some(place) = &measure.place {
                self.get(place, || Filed::place(measure).field("place"));
            }
        }
        for view in &records.views {
            for (field, selects) in [("show", &view.show), ("hide", &view.hide)] {
                for (i, select) in selects.iter().enumerate() {
                    self.selected(select, &view.place().field(field).item(i));
                }
            }
            for (i, (ids, _)) in view.steps.iter().enumerate() {
                for (j, id) in ids.iter().enumerate() {
                    self.get(id, || view.place().field("steps").item(i).item(0).item(j));
                }
            }
        }
    }

    fn selected(&mut self, select: &Select, at: &Place) {
        match select {
            Select::Ids(ids) => {
                for (i, id) in ids.iter().enumerate() {
                    self.get(id, || at.item(0).item(i));
                }
            }
            Select::Around(id, _) | Select::Parts(id) => {
                self.get(id, || at.item(0));
            }
            Select::Kinds(_) | Select::Commitments(_) | Select::Relations(_) => {}
        }
    }
}

/// Every id that plays a role in a commitment: the role, its number among those of its field, the
/// id, and where it stands.
fn roles_of(commitment: &Filed<Commitment>) -> Vec<(Role, u32, &str, Place)> {
    let place = commitment.place();
    let lists = [
        (Role::Obligor, "by", &commitment.by),
        (Role::Beneficiary, "to", &commitment.to),
        (Role::Subject, "about", &commitment.about),
        (Role::Instrument, "under", &commitment.under),
        (Role::Channel, "via", &commitment.via),
        (Role::Requester, "asked_by", &commitment.asked_by),
        (Role::Scope, "scope", &commitment.scope),
    ];
    let mut roles = Vec::new();
    for (role, field, ids) in lists {
        for (i, id) in ids.iter().enumerate() {
            roles.push((role, number(i), id.as_str(), place.field(field).item(i)));
        }
    }
    let single =
        [(Role::Occasion, "at", &commitment.at), (Role::Part, "part_of", &commitment.part_of)];
    for (role, field, id) in single {
        roles.extend(id.iter().map(|id| (role, 0, id.as_str(), place.field(field))));
    }
    if let Some(Trigger::ArmedAttack(id) | Trigger::Occurrence(id)) = &commitment.trigger {
        roles.push((Role::Trigger, 0, id, place.field("trigger").item(0)));
    }
    for (i, condition) in commitment.conditions.iter().enumerate() {
        let at = place.field("conditions").item(i).item(0);
        match condition {
            Condition::Location(id) => roles.push((Role::Scope, number(i), id, at)),
            Condition::Within(id) | Condition::Upon(id) => {
                roles.push((Role::Condition, number(i), id, at));
            }
            Condition::Provided(_) => {}
        }
    }
    for (i, event) in commitment.history.iter().enumerate() {
        if let Some(id) = &event.by {
            let at = place.field("history").item(i).field("by");
            roles.push((Role::Actor, number(i), id, at));
        }
    }
    roles
}
