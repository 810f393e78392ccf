//! One node, whole: what it is, its figures, its ties, and the passages that back it.

use super::Answer;
use super::document::{CiteRef, EdgeRef, NodeRef, StatusRef, When};
use super::text;
use crate::graph::{EdgeView, NodeView, Slice, Standing};
use crate::record::{Bound, Commitment, Due, Event, Filed, Measure, Step};
use crate::time::AsOf;
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
    let edges = super::neighbors(slice, node).edges;
    let measures = &node.graph().records().measures;
    let measures = measures.iter().filter(|measure| measure.of == node.id()).collect();
    Show { node, slice: slice.clone(), edges, measures }
}

/// A step in the history of a commitment.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StepBody {
    /// The step.
    #[schemars(with = "String")]
    pub step: Step,
    /// When, as an EDTF date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Before when, as an EDTF date, where no more is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The id of who took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What happened, in the curator's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
}

/// What a commitment has beside its ties.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CommitmentBody {
    /// What it is or would become: `legal`, `political` or `unilateral`.
    pub binding: String,
    /// Its status as of the date asked about, or the reference date.
    pub status: StatusRef,
    /// When it is due, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// How long it runs, as an EDTF interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// The steps of its life.
    pub history: Vec<StepBody>,
}

/// A figure.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasureBody {
    /// What was measured, from the vocabulary.
    pub what: String,
    /// The figure.
    pub value: f64,
    /// The upper figure of a span.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// How the figure bounds it.
    #[schemars(with = "String")]
    pub bound: Bound,
    /// The unit.
    pub unit: String,
    /// When it was so, as an EDTF date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The id of the place where it was so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// In words: "more than 45,000 persons".
    pub words: String,
    /// The passages that back it.
    pub cites: Vec<CiteRef>,
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

impl MeasureBody {
    /// A figure of a graph.
    pub fn of(graph: &crate::graph::Graph, measure: &Filed<Measure>) -> Self {
        Self {
            what: measure.what.0.clone(),
            value: measure.value,
            upper: measure.upper,
            bound: measure.bound,
            unit: measure.unit.clone(),
            at: measure.at.as_ref().map(|date| date.text.clone()),
            place: measure.place.clone(),
            words: figure(measure),
            cites: CiteRef::all(graph, measure.origin),
        }
    }
}

impl CommitmentBody {
    /// A commitment as of a date.
    pub fn of(commitment: &Commitment, standing: &Standing) -> Self {
        let step = |event: &Event| StepBody {
            step: event.step,
            on: event.on.as_ref().map(|date| date.text.clone()),
            before: event.before.as_ref().map(|date| date.text.clone()),
            by: event.by.clone(),
            gloss: event.gloss.clone(),
        };
        Self {
            binding: commitment.binding.word().into(),
            status: StatusRef::of(standing),
            due: commitment.due.as_ref().map(due),
            term: commitment.term.as_ref().map(|term| term.text.clone()),
            history: commitment.history.iter().map(step).collect(),
        }
    }
}

impl Show<'_> {
    fn standing(&self) -> Option<(&Filed<Commitment>, Standing)> {
        let commitment = self.node.commitment()?;
        let as_of = self.slice.scope().as_of.as_ref().map(AsOf::date);
        let date = as_of.as_ref().or(self.node.graph().reference_date());
        Some((commitment, Standing::of(commitment, date)))
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
            ("note", node.note().map(str::to_owned)),
        ];
        for (label, value) in lines {
            if let Some(value) = value {
                writeln!(out, "  {label}: {value}").unwrap_or_default();
            }
        }
        out
    }

    fn history(&self) -> String {
        let Some((commitment, standing)) = self.standing() else { return String::new() };
        let mut out = format!("  binding: {}\n  status: {standing}\n", commitment.binding.word());
        if let Some(date) = &commitment.due {
            writeln!(out, "  due: {}", due(date)).unwrap_or_default();
        }
        for event in &commitment.history {
            let when = match (&event.on, &event.before) {
                (Some(on), _) => on.get().map_or(on.text.clone(), |date| date.in_words()),
                (None, Some(before)) => format!("before {}", before.text),
                (None, None) => "undated".into(),
            };
            let graph = self.node.graph();
            let by = event.by.as_ref().map_or_else(String::new, |id| {
                format!(" by {}", graph.find(id).map_or(id.as_str(), |node| node.name()))
            });
            writeln!(out, "  {}: {when}{by}", event.step.word()).unwrap_or_default();
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
            commitment: self.standing().map(|(c, standing)| CommitmentBody::of(c, &standing)),
            measures: self.measures.iter().map(|m| MeasureBody::of(graph, m)).collect(),
            edges: self.edges.iter().map(|edge| EdgeRef::of(*edge)).collect(),
            cites: CiteRef::all(graph, node.origin()),
        }
    }

    fn text(&self) -> String {
        let graph = self.node.graph();
        let mut out = self.about() + &self.history();
        for measure in &self.measures {
            let what = graph.vocabulary().measure(&measure.what.0);
            let what = what.map_or(measure.what.as_str(), |kind| &kind.label);
            let cites = text::cites(graph, measure.origin);
            writeln!(out, "  {what}: {}  {cites}", figure(measure)).unwrap_or_default();
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

/// A figure in words: "more than 45,000 persons, 1996".
fn figure(measure: &Measure) -> String {
    let value = number(measure.value);
    let value = match (measure.bound, measure.upper) {
        (Bound::Exactly, _) => value,
        (Bound::About, _) => format!("about {value}"),
        (Bound::MoreThan, _) => format!("more than {value}"),
        (Bound::LessThan, _) => format!("less than {value}"),
        (Bound::AtLeast, _) => format!("at least {value}"),
        (Bound::AtMost, _) => format!("at most {value}"),
        (Bound::Between, Some(upper)) => format!("{value} to {}", number(upper)),
        (Bound::Between, None) => format!("from {value}"),
    };
    let when = measure.at.as_ref().and_then(|date| date.get()).map(|date| date.in_words());
    let when = when.map(|when| format!(", {when}")).unwrap_or_default();
    format!("{value} {}{when}", measure.unit)
}

/// A number with thousands set apart.
fn number(value: f64) -> String {
    let text = value.to_string();
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(w, r)| (w, Some(r)));
    let digits = whole.len();
    let mut out = String::new();
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (digits - i).is_multiple_of(3) && c.is_ascii_digit() && !out.ends_with('-') {
            out.push(',');
        }
        out.push(c);
    }
    rest.map_or(out.clone(), |rest| format!("{out}.{rest}"))
}

/// When a commitment is due, in words.
fn due(due: &Due) -> String {
    match due {
        Due::By(date) => {
            format!("by {}", date.get().map_or(date.text.clone(), |date| date.in_words()))
        }
        Due::During(interval) => {
            interval.get().map_or(interval.text.clone(), |interval| interval.in_words())
        }
        Due::Within(from, min, max) => {
            let words = |d: &crate::time::Stated<crate::time::Duration>| {
                d.get().map_or(d.text.clone(), |d| d.in_words())
            };
            let from = from.get().map_or(from.text.clone(), |date| date.in_words());
            format!("{} to {} after {from}", words(min), words(max))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(number(45000.0), "45,000");
        assert_eq!(number(1_234_567.5), "1,234,567.5");
        assert_eq!(number(-1000.0), "-1,000");
        assert_eq!(number(20.0), "20");
    }
}
