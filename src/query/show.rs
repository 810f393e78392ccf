//! One node, whole: what it is, its figures, its ties, and the passages that back it.

mod commitment;
mod measure;

pub use commitment::CommitmentBody;
pub use measure::MeasureBody;
pub(super) use measure::amount;

use super::Answer;
use super::document::{CiteRef, EdgeRef, HoldsRef, NodeRef, When};
use super::text;
use crate::graph::{EdgeView, NodeView, Slice};
use crate::record::{Filed, Measure};
use crate::time::{Extent, Stated, Truth, Verdict};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// A node with its ties within a slice.
#[derive(Debug, Clone)]
pub struct Show<'g> {
    node: NodeView<'g>,
    slice: Slice<'g>,
    edges: Vec<EdgeView<'g>>,
    measures: Vec<&'g Filed<Measure>>,
}

/// All that is recorded of a node.
pub fn show<'g>(slice: &Slice<'g>, node: NodeView<'g>) -> Show<'g> {
    Show { edges: super::neighbors(slice, node).edges, ..alone(slice, node) }
}

/// All that is recorded of a node but its ties.
pub(super) fn alone<'g>(slice: &Slice<'g>, node: NodeView<'g>) -> Show<'g> {
    let measures = node.graph().records().measures.iter();
    let measures = measures
        .filter(|measure| measure.of == node.id())
        .filter(|measure| slice.keeps(measured(slice, measure).truth))
        .collect();
    Show { node, slice: slice.clone(), edges: Vec::new(), measures }
}

/// The answer to `show`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ShowBody {
    /// The node.
    #[serde(flatten)]
    pub node: NodeRef,
    /// What its kind is called.
    pub kind_label: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// What it is, in the curator's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// The curator's remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it existed; none where undated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Whether it existed as of the date asked about; none where no date is asked about or known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<HoldsRef>,
    /// What a commitment has beside its ties.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment: Option<CommitmentBody>,
    /// Its figures.
    pub measures: Vec<MeasureBody>,
    /// Its ties.
    pub edges: Vec<EdgeRef>,
    /// The passages that back it.
    pub cites: Vec<CiteRef>,
}

impl Show<'_> {
    fn commitment(&self) -> Option<CommitmentBody> {
        CommitmentBody::of(self.node, self.slice.scope().as_of.as_ref())
    }

    fn holds(&self) -> Option<Verdict> {
        super::find::holds(&self.slice, self.node)
    }

    fn about(&self) -> String {
        let node = self.node;
        let mut out = format!("{} ({})\n  id: {}\n", node.name(), node.kind_label(), node.id());
        let aliases: Vec<&str> = node.aliases().map(String::as_str).collect();
        let extent = node.extent();
        let lines = [
            ("also", (!aliases.is_empty()).then(|| aliases.join("; "))),
            ("gloss", node.gloss().map(str::to_owned)),
            ("time", (!extent.is_undated()).then(|| extent.in_words())),
            ("then", self.holds().map(|holds| text::then(&holds))),
            ("note", node.note().map(str::to_owned)),
        ];
        for (label, value) in lines {
            if let Some(value) = value {
                writeln!(out, "  {label}: {value}").unwrap_or_default();
            }
        }
        out
    }
}

impl Answer for Show<'_> {
    const QUESTION: &'static str = "show";
    type Body = ShowBody;

    fn body(&self) -> ShowBody {
        let node = self.node;
        let graph = node.graph();
        ShowBody {
            node: NodeRef::of(node),
            kind_label: node.kind_label(),
            aliases: node.aliases().cloned().collect(),
            gloss: node.gloss().map(str::to_owned),
            note: node.note().map(str::to_owned),
            when: When::of(&node.extent()),
            holds: self.holds().map(HoldsRef::of),
            commitment: self.commitment(),
            measures: self.measures.iter().map(|m| MeasureBody::of(graph, m)).collect(),
            edges: self.edges.iter().map(|edge| EdgeRef::of(*edge)).collect(),
            cites: CiteRef::all(graph, node.origin()),
        }
    }

    fn text(&self) -> String {
        let graph = self.node.graph();
        let mut out = self.about();
        if let Some(commitment) = self.commitment() {
            out.push_str(&commitment.text());
        }
        for measure in &self.measures {
            let what = graph.vocabulary().measure(&measure.what.0);
            let what = what.map_or(measure.what.as_str(), |kind| &kind.label);
            let open = text::open(&measured(&self.slice, measure));
            let cites = text::cites(graph, measure.origin);
            let line = format!("  {what}: {}{open}  {cites}", measure::figure(measure));
            writeln!(out, "{}", line.trim_end()).unwrap_or_default();
        }
        for edge in &self.edges {
            let line = text::line(*edge, self.node.index(), &self.slice.holds(edge.index()));
            write!(out, "  {line}").unwrap_or_default();
        }
        for citation in graph.evidence().of(self.node.origin()) {
            let words = citation.locator.as_deref().map(|l| format!(": “{l}”")).unwrap_or_default();
            writeln!(out, "  [{}]{words}", text::cite(citation)).unwrap_or_default();
        }
        out
    }

    fn is_empty(&self) -> bool {
        false
    }
}

/// Whether a figure was so as of the date asked about: sure within its own date, else untold.
fn measured(slice: &Slice<'_>, measure: &Measure) -> Verdict {
    let Some(as_of) = &slice.scope().as_of else {
        return Verdict { truth: Truth::Yes, decides: None };
    };
    let at = measure.at.as_ref().and_then(Stated::get);
    at.map_or_else(Extent::undated, |date| Extent::new().attested(date)).holds_on(as_of)
}
