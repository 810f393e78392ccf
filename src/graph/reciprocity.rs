//! What a commitment is among those between the same parties: whether it is returned, and the class
//! of alliance that they make up.

use super::{Graph, NodeView};
use crate::record::Commitment;
use crate::time::AsOf;
use crate::vocabulary::Cow;
use serde::Serialize;
use std::collections::BTreeSet;

/// Whether what is owed is owed in return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reciprocity {
    /// Each side owes the other the same kind of thing.
    Mutual,
    /// Each side owes the other something, but not of the same kind.
    Asymmetric,
    /// Only one side owes.
    OneSided,
}

impl Reciprocity {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Mutual => "mutual",
            Self::Asymmetric => "asymmetric",
            Self::OneSided => "one-sided",
        }
    }
}

impl NodeView<'_> {
    /// Whether a commitment is returned: by itself, where all who owe it are also owed it, or by
    /// another under the same instrument (or, where neither names one, at the same occasion). None
    /// for other nodes.
    pub fn reciprocity(&self) -> Option<Reciprocity> {
        let ours = self.commitment()?;
        let (by, to) = (ids(&ours.by), ids(&ours.to));
        if by == to && by.len() > 1 {
            return Some(Reciprocity::Mutual);
        }
        let basis = basis_of(self.graph(), ours);
        let returns = |other: &&Commitment| {
            owes(other, &to, &by) && !basis.is_disjoint(&basis_of(self.graph(), other))
        };
        let others = commitments(self.graph()).filter(|other| other.id != ours.id);
        let kinds: Vec<bool> =
            others.filter(returns).map(|other| other.kind == ours.kind).collect();
        Some(match kinds.as_slice() {
            [] => Reciprocity::OneSided,
            kinds if kinds.contains(&true) => Reciprocity::Mutual,
            _ => Reciprocity::Asymmetric,
        })
    }

    /// The highest Correlates of War class among what is or may be undertaken between the parties
    /// of a commitment, as of a date or else the data set's reference date. None where there is
    /// none, and for other nodes.
    pub fn cow(&self, as_of: Option<&AsOf>) -> Option<Cow> {
        let ours = self.commitment()?;
        let (by, to) = (ids(&ours.by), ids(&ours.to));
        let graph = self.graph();
        let class = |other: NodeView<'_>| {
            let commitment = other.commitment()?;
            let cow = graph.vocabulary().obligation(&commitment.kind.0)?.cow?;
            let is_between = owes(commitment, &by, &to) || owes(commitment, &to, &by);
            (is_between && !other.standing(as_of)?.is_undertaken().is_no()).then_some(cow)
        };
        graph.nodes().filter_map(class).min()
    }
}

fn commitments(graph: &Graph) -> impl Iterator<Item = &Commitment> {
    graph.records().commitments.iter().map(|filed| &filed.record)
}

fn ids(list: &[String]) -> BTreeSet<&str> {
    list.iter().map(String::as_str).collect()
}

/// Whether somebody of `by` owes a commitment to somebody else of `to`.
fn owes(commitment: &Commitment, by: &BTreeSet<&str>, to: &BTreeSet<&str>) -> bool {
    let owing = commitment.by.iter().filter(|id| by.contains(id.as_str()));
    let mut pairs = owing.flat_map(|debtor| commitment.to.iter().map(move |owed| (debtor, owed)));
    pairs.any(|(debtor, owed)| to.contains(owed.as_str()) && debtor != owed)
}

/// The whole instruments that a commitment is under, or the occasion where it names none.
fn basis_of<'g>(graph: &'g Graph, commitment: &'g Commitment) -> BTreeSet<&'g str> {
    let instruments = commitment.under.iter().map(|id| whole(graph, id));
    let occasion = commitment.at.iter().filter(|_| commitment.under.is_empty());
    instruments.chain(occasion.map(String::as_str)).collect()
}

/// The whole that a provision is part of, at the top; a circle of wholes ends where it is found.
fn whole<'g>(graph: &'g Graph, id: &'g str) -> &'g str {
    let above = |id: &&'g str| graph.find(id)?.entity()?.record.of.as_deref();
    let chain = std::iter::successors(Some(id), above).take(graph.records().entities.len() + 1);
    chain.last().unwrap_or(id)
}
