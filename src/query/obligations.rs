//! What two parties owe each other, side by side, article by article.

use super::commitments::{status_date, wholes};
use super::document::{CommitmentRef, NodeRef};
use super::text;
use super::{Answer, Table};
use crate::graph::{NodeView, Slice, Standing};
use crate::time::{Date, Truth};
use schemars::JsonSchema;
use serde::Serialize;

/// A commitment between the two, and where it stands.
#[derive(Debug, Clone)]
struct Owed<'g> {
    node: NodeView<'g>,
    standing: Standing,
    /// Whether the first party owes it to the second.
    ours: bool,
    /// Whether the second party owes it to the first.
    theirs: bool,
}

/// What two parties owe each other.
#[derive(Debug, Clone)]
pub struct Obligations<'g> {
    a: NodeView<'g>,
    b: NodeView<'g>,
    as_of: Option<Date>,
    /// What they are tied by, with the instrument or provision, or the occasion, in its order.
    articles: Vec<(Option<NodeView<'g>>, Vec<Owed<'g>>)>,
}

/// What `a` owes `b` and `b` owes `a`, as of the slice's date or the reference date. Only what is or
/// may be undertaken, unless `all`: then also what was only asked for, and what is over.
pub fn obligations<'g>(
    slice: &Slice<'g>,
    a: NodeView<'g>,
    b: NodeView<'g>,
    all: bool,
) -> Obligations<'g> {
    let as_of = status_date(slice);
    let mut owed: Vec<Owed<'g>> = Vec::new();
    for node in slice.graph().nodes() {
        let Some(commitment) = node.commitment() else { continue };
        let owes = |by: NodeView<'_>, to: NodeView<'_>| {
            let named = |ids: &[String], node: NodeView<'_>| ids.iter().any(|id| id == node.id());
            named(&commitment.by, by) && named(&commitment.to, to)
        };
        let standing = Standing::of(commitment, as_of.as_ref());
        let kept = match standing.is_undertaken() {
            Truth::Yes => true,
            Truth::Unknown => !slice.scope().certain,
            Truth::No => all,
        };
        let (ours, theirs) = (owes(a, b), owes(b, a));
        if kept && (ours || theirs) {
            owed.push(Owed { node, standing, ours, theirs });
        }
    }
    Obligations { a, b, as_of, articles: by_article(slice, owed) }
}

/// Puts commitments under their first instrument or provision, or else their occasion: instruments
/// in the order of the files, the whole before its parts, the parts by number.
fn by_article<'g>(
    slice: &Slice<'g>,
    owed: Vec<Owed<'g>>,
) -> Vec<(Option<NodeView<'g>>, Vec<Owed<'g>>)> {
    let graph = slice.graph();
    let mut articles: Vec<(Option<NodeView<'g>>, Vec<Owed<'g>>)> = Vec::new();
    for owed in owed {
        let commitment = owed.node.commitment();
        let basis = commitment.and_then(|c| c.under.first().or(c.at.as_ref()));
        let basis = basis.and_then(|id| graph.find(id));
        let index = basis.map(|node| node.index());
        match articles.iter_mut().find(|(node, _)| node.map(|node| node.index()) == index) {
            Some((_, list)) => list.push(owed),
            None => articles.push((basis, vec![owed])),
        }
    }
    articles.sort_by_key(|(basis, _)| {
        let basis = (*basis)?;
        let chain: Vec<&str> = wholes(graph, basis.id()).collect();
        let top = chain.last().and_then(|id| graph.find(id)).map(|node| node.index());
        Some((top, chain.len(), number(basis), basis.index()))
    });
    articles
}

/// A provision's number as a reader orders it; none where it has none that is a number.
fn number(node: NodeView<'_>) -> Option<u32> {
    let provision = &node.entity()?.record;
    provision.order.or_else(|| provision.number.as_ref()?.parse().ok())
}

/// The answer to `obligations`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ObligationsBody {
    /// The first party.
    pub a: NodeRef,
    /// The second party.
    pub b: NodeRef,
    /// The date as of which statuses are told, as an EDTF date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// What they owe each other, by instrument or provision.
    pub articles: Vec<ArticleBody>,
}

/// What is owed under one instrument or provision, or was undertaken at one occasion.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleBody {
    /// The instrument, provision or occasion; none for what names neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<NodeRef>,
    /// What the first party owes the second.
    pub a_owes_b: Vec<CommitmentRef>,
    /// What the second party owes the first. What both owe each other stands in both lists.
    pub b_owes_a: Vec<CommitmentRef>,
}

impl Obligations<'_> {
    fn article(&self, basis: Option<NodeView<'_>>, owed: &[Owed<'_>]) -> ArticleBody {
        let list = |pick: fn(&Owed<'_>) -> bool| {
            let picked = owed.iter().filter(|owed| pick(owed));
            let body =
                |owed: &Owed<'_>| CommitmentRef::of(owed.node, &owed.standing, self.as_of.as_ref());
            picked.map(body).collect()
        };
        ArticleBody {
            basis: basis.map(NodeRef::of),
            a_owes_b: list(|owed| owed.ours),
            b_owes_a: list(|owed| owed.theirs),
        }
    }

    /// One line of the table: a commitment in the columns of those who owe it.
    fn cells(basis: Option<NodeView<'_>>, owed: &Owed<'_>, is_first: bool) -> Vec<String> {
        let name = basis
            .map_or_else(|| "nothing named".into(), |node| text::part(node.graph(), node.id()));
        let open = if owed.standing.sure().is_none() { "? " } else { "" };
        let cell = format!("{open}{} ({})", owed.node.name(), text::status(&owed.standing));
        let cell = |owes: bool| if owes { cell.clone() } else { String::new() };
        vec![if is_first { name } else { String::new() }, cell(owed.ours), cell(owed.theirs)]
    }
}

impl Answer for Obligations<'_> {
    const QUESTION: &'static str = "obligations";
    type Body = ObligationsBody;

    fn body(&self) -> ObligationsBody {
        let articles = self.articles.iter().map(|(basis, owed)| self.article(*basis, owed));
        ObligationsBody {
            a: NodeRef::of(self.a),
            b: NodeRef::of(self.b),
            as_of: self.as_of.map(|date| date.to_string()),
            articles: articles.collect(),
        }
    }

    fn text(&self) -> String {
        self.fit(usize::MAX)
    }

    fn fit(&self, width: usize) -> String {
        let (a, b) = (self.a.name(), self.b.name());
        let as_of = self.as_of.map(|date| format!("as of {}", date.in_words()));
        let as_of = as_of.unwrap_or_else(|| "after all steps".into());
        if self.articles.is_empty() {
            return format!("{a} and {b} owe each other nothing, {as_of}.\n");
        }
        let heads = [format!("{a} owes {b}"), format!("{b} owes {a}")];
        let mut table = Table::new(&["under", &heads[0], &heads[1]]);
        for (basis, owed) in &self.articles {
            let rows = owed.iter().enumerate();
            table.rows.extend(rows.map(|(n, owed)| Self::cells(*basis, owed, n == 0)));
        }
        format!("{}\n{as_of}\n", table.fit(width))
    }

    fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }
}
