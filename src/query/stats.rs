//! What there is: records by kind and stance, dates, citations.

use super::Answer;
use crate::graph::{Proof, Slice};
use crate::record::Stance;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many there are of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Count {
    /// Of what.
    pub of: String,
    /// How many.
    pub count: usize,
}

/// The answer to `stats`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatsBody {
    /// Entities by kind, the most frequent first.
    pub entities: Vec<Count>,
    /// Commitments by kind of obligation.
    pub commitments: Vec<Count>,
    /// Relations by kind.
    pub relations: Vec<Count>,
    /// Relations by stance.
    pub stances: Vec<Count>,
    /// Relations that have a date of any form.
    pub dated: usize,
    /// Relations that have none.
    pub undated: usize,
    /// Measures.
    pub measures: usize,
    /// Citations on records, by what they rest on: a `passage`, `background` or `no`.
    pub citations: Vec<Count>,
    /// Entities, relations, commitments and measures that cite nothing.
    pub uncited: usize,
}

/// The numbers of a slice.
#[derive(Debug, Clone)]
pub struct Stats(StatsBody);

/// Counts what a slice takes in; entities, commitments and measures are counted whole.
pub fn stats(slice: &Slice<'_>) -> Stats {
    let graph = slice.graph();
    let edges = graph.edges().filter(|edge| slice.admits(edge.index()));
    let relations: Vec<_> = edges.filter(|edge| edge.relation().is_some()).collect();
    let undated = relations.iter().filter(|edge| edge.extent().is_undated()).count();
    let stances = Stance::ALL.map(|stance| Count {
        of: stance.word().into(),
        count: relations.iter().filter(|edge| edge.stance() == stance).count(),
    });
    let (citations, uncited) = citations(slice);
    Stats(StatsBody {
        entities: by(graph.nodes().filter(|n| n.entity().is_some()).map(|n| n.kind().into())),
        commitments: by(graph
            .nodes()
            .filter(|n| n.commitment().is_some())
            .map(|n| n.kind().into())),
        relations: by(relations.iter().map(|edge| edge.kind())),
        stances: stances.into_iter().filter(|count| count.count > 0).collect(),
        dated: relations.len() - undated,
        undated,
        measures: graph.records().measures.len(),
        citations,
        uncited,
    })
}

/// Counts equal names, the most frequent first, then by name.
fn by(names: impl Iterator<Item = String>) -> Vec<Count> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let mut counts: Vec<Count> =
        counts.into_iter().map(|(of, count)| Count { of, count }).collect();
    counts.sort_by_key(|count| std::cmp::Reverse(count.count));
    counts
}

/// The citations of all records by how they were verified, and how many records have none.
fn citations(slice: &Slice<'_>) -> (Vec<Count>, usize) {
    let graph = slice.graph();
    let records = graph.records();
    let origins = (records.entities.iter().map(|r| r.origin))
        .chain(records.relations.iter().map(|r| r.origin))
        .chain(records.commitments.iter().map(|r| r.origin))
        .chain(records.measures.iter().map(|r| r.origin));
    let mut uncited = 0;
    let mut ways: Vec<String> = Vec::new();
    for origin in origins {
        let before = ways.len();
        ways.extend(graph.evidence().of(origin).map(|citation| way(&citation.proof).into()));
        uncited += usize::from(ways.len() == before);
    }
    (by(ways.into_iter()), uncited)
}

fn way(proof: &Proof) -> &'static str {
    match proof {
        Proof::Text(_) | Proof::Lock(_) => "passage",
        Proof::Background => "background",
        _ => "no",
    }
}

impl Answer for Stats {
    const QUESTION: &'static str = "stats";
    type Body = StatsBody;

    fn body(&self) -> StatsBody {
        self.0.clone()
    }

    fn text(&self) -> String {
        let body = &self.0;
        let sections = [
            ("entities", &body.entities),
            ("commitments", &body.commitments),
            ("relations", &body.relations),
            ("relations by stance", &body.stances),
            ("citations by proof", &body.citations),
        ];
        let mut out = String::new();
        for (title, counts) in sections {
            let total: usize = counts.iter().map(|count| count.count).sum();
            let _ = writeln!(out, "{total:>6}  {title}");
            for Count { of, count } in counts {
                let _ = writeln!(out, "{count:>12}  {of}");
            }
        }
        let singles = [
            (body.dated, "relations with a date"),
            (body.undated, "relations without a date"),
            (body.measures, "measures"),
            (body.uncited, "records that cite nothing"),
        ];
        for (count, title) in singles {
            let _ = writeln!(out, "{count:>6}  {title}");
        }
        out
    }

    fn is_empty(&self) -> bool {
        self.0.entities.is_empty() && self.0.commitments.is_empty()
    }
}
