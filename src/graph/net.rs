//! What the network holds: weights that point to records, and what did not resolve.

use crate::record::Origin;
use crate::text::Place;
use crate::vocabulary::Role;

/// The petgraph network: directed, with parallel edges.
pub type Net = petgraph::graph::DiGraph<Node, Edge>;

/// A node: which record it is, by its number among the records of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// An entity.
    Entity(u32),
    /// A commitment.
    Commitment(u32),
    /// A relation that is itself an end of another, or is measured.
    Relation(u32),
}

/// Where an edge comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// A relation record.
    Relation(u32),
    /// A role in a commitment, from the entity to the commitment.
    Role {
        /// The role.
        role: Role,
        /// The commitment's number.
        commitment: u32,
        /// The number of the item in the role's field, from 0.
        item: u32,
    },
    /// A provision's `of`, from the part to the whole: the entity's number.
    Whole(u32),
    /// An end of a relation that is a node itself, from the end to the relation.
    End {
        /// Which end.
        role: Role,
        /// The relation's number.
        relation: u32,
    },
}

/// An edge: where it comes from and when it holds, in 16 bytes, since a graph may have millions.
#[derive(Debug, Clone, Copy)]
pub struct Edge {
    /// Where it comes from.
    pub tie: Tie,
    /// When it holds: its number among the graph's extents, of which many edges share one.
    pub extent: u32,
}

/// A reference to an id that nothing has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// Where it stands.
    pub at: Place,
    /// The id as written.
    pub id: String,
    /// Whether a source is meant, and not a node.
    pub source: bool,
}

/// An id that two records claim; the first has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The id.
    pub id: String,
    /// The record that has it.
    pub first: Origin,
    /// The record that claims it too.
    pub second: Origin,
}
