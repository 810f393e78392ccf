//! Figures: in words, and in JSON documents.

use super::super::document::CiteRef;
use crate::graph::Graph;
use crate::record::{Bound, Filed, Measure};
use schemars::JsonSchema;
use serde::Serialize;

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

impl MeasureBody {
    /// A figure of a graph.
    pub fn of(graph: &Graph, measure: &Filed<Measure>) -> Self {
        Self {
            what: measure.what.to_string(),
            value: measure.value,
            upper: measure.upper,
            bound: measure.bound,
            unit: measure.unit.clone(),
            at: measure.at.as_ref().map(|date| date.text.to_string()),
            place: measure.place.clone(),
            words: figure(measure),
            cites: CiteRef::all(graph, measure.origin),
        }
    }
}

/// A figure in words: "more than 45,000 persons, 1996".
pub(super) fn figure(measure: &Measure) -> String {
    let when = measure.at.as_ref().and_then(|date| date.get()).map(|date| date.in_words());
    let when = when.map(|when| format!(", {when}")).unwrap_or_default();
    format!("{}{when}", amount(measure))
}

/// A figure without its date: "more than 45,000 persons".
pub(in super::super) fn amount(measure: &Measure) -> String {
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
    format!("{value} {}", measure.unit)
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
