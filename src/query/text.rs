//! How answers read: dates, stances and citations in words.

use crate::graph::{Citation, EdgeView, Graph};
use crate::record::{Certainty, Origin, Stance};
use crate::time::{Truth, Verdict};

/// What is said of an edge beside its label: date, stance, certainty; empty where there is nothing.
pub(super) fn qualifiers(edge: EdgeView<'_>) -> String {
    let mut parts: Vec<String> = edge.dates().into_iter().collect();
    if edge.stance() != Stance::Fact {
        parts.push(edge.stance().word().into());
    }
    if edge.certainty() != Certainty::Certain {
        parts.push(edge.certainty().word().into());
    }
    if let Some(relation) = edge.relation().filter(|relation| !relation.holder.is_empty()) {
        let graph = edge.source().graph();
        let name = |id: &String| graph.find(id).map_or(id.clone(), |node| node.name().to_owned());
        let names: Vec<String> = relation.holder.iter().map(name).collect();
        parts.push(format!("as seen by {}", names.join(" and ")));
    }
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

/// One hop of a walk as a sentence: `A —label (date)→ B`.
fn hop(edge: EdgeView<'_>, from: crate::graph::NodeIndex, holds: &Verdict) -> String {
    let backward = edge.source().index() != from;
    let (near, far) =
        if backward { (edge.target(), edge.source()) } else { (edge.source(), edge.target()) };
    let open = match holds.truth {
        Truth::Yes => String::new(),
        Truth::No => " (not so then)".into(),
        Truth::Unknown => match &holds.decides {
            Some(date) => format!(" (? depends on {date})"),
            None => " (? undated)".into(),
        },
    };
    let label = edge.label(backward);
    format!("{} —{label}{}→ {}{open}", near.name(), qualifiers(edge), far.name())
}

/// A hop followed by its citations, as a line.
pub(super) fn line(
    edge: EdgeView<'_>,
    from: crate::graph::NodeIndex,
    holds: &Verdict,
) -> String {
    let cites = cites(edge.source().graph(), edge.origin());
    let hop = hop(edge, from, holds);
    if cites.is_empty() { format!("{hop}\n") } else { format!("{hop}  {cites}\n") }
}

/// The citations of a record, as `[sf75: An Historic Summit ¶4]`; a place that several citations
/// share is named once.
pub(super) fn cites(graph: &Graph, origin: Origin) -> String {
    let mut places: Vec<String> = graph.evidence().of(origin).map(cite).collect();
    places.dedup();
    if places.is_empty() { String::new() } else { format!("[{}]", places.join("; ")) }
}

/// Where a citation leads, in words.
pub(super) fn cite(citation: &Citation) -> String {
    match citation.proof.place() {
        Some((section, paragraph)) if section.is_empty() => {
            format!("{}: front matter ¶{paragraph}", citation.source)
        }
        Some((section, paragraph)) => format!("{}: {section} ¶{paragraph}", citation.source),
        None => citation.source.clone(),
    }
}
