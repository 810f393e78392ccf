//! Graphs made from numbers, for property tests and benches: typed, dated multigraphs with stances.
#![allow(dead_code, unreachable_pub, reason = "each test or bench uses a part")]

use foedera::graph::{Graph, resolve};
use foedera::record::{Certainty, Entity, Filed, Origin, Records, Relation, Stance};
use foedera::text::{FileId, Files};
use foedera::time::Stated;
use foedera::vocabulary::{EntityKind, Family, Holding, Ident, RelationKind};

/// How many kinds of relation there are: `K0` to `K9`. The first two are symmetric, the last two
/// occurrences; they cost 1, 2, 3, 1, 2, 3, ...
pub const KINDS: usize = 10;

/// A relation between two nodes, by their numbers.
#[derive(Debug, Clone, Default)]
pub struct Tie {
    pub from: usize,
    pub to: usize,
    /// Below [`KINDS`].
    pub kind: usize,
    pub stance: Stance,
    /// An EDTF interval.
    pub during: Option<String>,
    /// EDTF dates.
    pub attested: Vec<String>,
    pub ended_before: Option<String>,
}

/// A graph of this many nodes, `n0`, `n1`, ..., of the kinds `A` and `B` by turns.
pub fn graph(nodes: usize, ties: impl IntoIterator<Item = Tie>) -> Graph {
    let mut records = Records::default();
    for kind in ["A", "B"] {
        records.entity_kinds.push(filed(entity_kind(kind)));
    }
    records.relation_kinds.extend((0..KINDS).map(|number| filed(relation_kind(number))));
    records.entities.extend((0..nodes).map(|number| filed(entity(number))));
    records.relations.extend(ties.into_iter().map(|tie| filed(relation(tie))));
    resolve(records, &Files::new([]))
}

fn filed<T>(record: T) -> Filed<T> {
    Filed { origin: Origin { file: FileId(0), record: 0 }, record }
}

fn entity_kind(name: &str) -> EntityKind {
    EntityKind {
        id: name.into(),
        is_a: None,
        label: name.to_lowercase(),
        plural: name.to_lowercase(),
        nature: None,
        tone: None,
        parties: None,
        binds: None,
        matches: Vec::new(),
        gloss: String::new(),
    }
}

fn relation_kind(number: usize) -> RelationKind {
    RelationKind {
        id: Ident(format!("K{number}").into()),
        forward: "to".into(),
        backward: "from".into(),
        from: vec!["A".into(), "B".into()],
        to: vec!["A".into(), "B".into()],
        symmetric: number < 2,
        acyclic: false,
        holding: if number < KINDS - 2 { Holding::State } else { Holding::Occurrence },
        per_from: None,
        per_to: None,
        dated: false,
        family: if number.is_multiple_of(2) { Family::Membership } else { Family::Other },
        cost: [1.0, 2.0, 3.0][number % 3],
        contradicts: Vec::new(),
        sense: None,
        matches: Vec::new(),
        gloss: String::new(),
    }
}

fn entity(number: usize) -> Entity {
    Entity {
        id: format!("n{number}").into(),
        kind: if number.is_multiple_of(2) { "A" } else { "B" }.into(),
        name: format!("N{number}"),
        aliases: Vec::new(),
        of: None,
        number: None,
        order: None,
        seats: None,
        life: None,
        began_after: None,
        ended_before: None,
        gloss: None,
        note: None,
        allow: Vec::new(),
        cites: Vec::new(),
    }
}

fn relation(tie: Tie) -> Relation {
    Relation {
        id: None,
        from: format!("n{}", tie.from).into(),
        kind: Ident(format!("K{}", tie.kind).into()),
        to: format!("n{}", tie.to).into(),
        during: tie.during.map(Stated::from),
        attested: tie.attested.into_iter().map(Stated::from).collect(),
        began_after: None,
        ended_before: tie.ended_before.map(Stated::from),
        duration: None,
        lag: None,
        stance: tie.stance,
        certainty: Certainty::Certain,
        holder: Vec::new(),
        gloss: None,
        note: None,
        allow: Vec::new(),
        cites: Vec::new(),
    }
}
