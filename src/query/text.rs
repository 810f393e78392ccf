//! How answers read: dates, stances and citations in words.

use super::document::CiteRef;
use crate::graph::{Citation, EdgeView, Graph, Standing};
use crate::record::{Certainty, Due, Origin, Stance};
use crate::time::{Date, Duration, Stated, Truth, Verdict};

/// What is said of an edge beside its label: date, stance, certainty; empty where there is nothing.
pub(super) fn qualifiers(edge: EdgeView<'_>) -> String {
    in_parentheses(edge.dates().into_iter().chain(claim(edge)).collect())
}

/// What is said of an edge beside its label and date.
pub(super) fn claims(edge: EdgeView<'_>) -> String {
    in_parentheses(claim(edge))
}

fn in_parentheses(parts: Vec<String>) -> String {
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

/// How an edge is put forward, how surely, and as seen by whom, where that is worth a word.
fn claim(edge: EdgeView<'_>) -> Vec<String> {
    let mut parts = Vec::new();
    if edge.stance() != Stance::Fact {
        parts.push(edge.stance().word().into());
    }
    if edge.certainty() != Certainty::Certain {
        parts.push(edge.certainty().word().into());
    }
    if let Some(relation) = edge.relation().filter(|relation| !relation.holder.is_empty()) {
        let graph = edge.source().graph();
        let holders: Vec<String> = relation.holder.iter().map(|id| name(graph, id)).collect();
        parts.push(format!("as seen by {}", holders.join(" and ")));
    }
    parts
}

/// What is said of something that did not surely hold: " (? depends on the date April 1996)".
pub(super) fn open(holds: &Verdict) -> String {
    match (&holds.truth, &holds.decides) {
        (Truth::Yes, _) => String::new(),
        (Truth::No, _) => " (not so then)".into(),
        (Truth::Unknown, Some(date)) => format!(" (? depends on {date})"),
        (Truth::Unknown, None) => " (? undated)".into(),
    }
}

/// Whether something was there, in words.
pub(super) fn then(holds: &Verdict) -> String {
    let decides = holds.decides.as_deref().unwrap_or("a date that is not known");
    match holds.truth {
        Truth::Yes => "yes".into(),
        Truth::No => format!("no, by {decides}"),
        Truth::Unknown => format!("? depends on {decides}"),
    }
}

/// One hop of a walk as a sentence: `A —label (date)→ B`.
fn hop(edge: EdgeView<'_>, from: crate::graph::NodeIndex, holds: &Verdict) -> String {
    let backward = edge.source().index() != from;
    let (near, far) =
        if backward { (edge.target(), edge.source()) } else { (edge.source(), edge.target()) };
    let open = open(holds);
    let label = edge.label(backward);
    format!("{} —{label}{}→ {}{open}", near.name(), qualifiers(edge), far.name())
}

/// A hop followed by its citations, as a line.
pub(super) fn line(edge: EdgeView<'_>, from: crate::graph::NodeIndex, holds: &Verdict) -> String {
    let cites = cites(edge.source().graph(), edge.origin());
    let hop = hop(edge, from, holds);
    if cites.is_empty() { format!("{hop}\n") } else { format!("{hop}  {cites}\n") }
}

/// The citations of a record, as `[sf75: An Historic Summit ¶4]`; a place that several citations
/// share is named once.
pub(super) fn cites(graph: &Graph, origin: Origin) -> String {
    places(graph.evidence().of(origin).map(cite).collect())
}

/// Places in sources, each once, in brackets; empty where there are none.
pub(super) fn places(mut places: Vec<String>) -> String {
    let mut seen = std::collections::BTreeSet::new();
    places.retain(|place| seen.insert(place.clone()));
    if places.is_empty() { String::new() } else { format!("[{}]", places.join("; ")) }
}

/// Where a citation leads, in words: `sf75: An Historic Summit ¶4`.
pub(super) fn cite(citation: &Citation) -> String {
    cited(&CiteRef::of(citation))
}

/// Where a citation of a document leads, in words.
pub(super) fn cited(cite: &CiteRef) -> String {
    match (&cite.section, cite.paragraph) {
        (Some(section), Some(paragraph)) => format!("{}: {section} ¶{paragraph}", cite.source),
        _ => cite.source.clone(),
    }
}

/// What an id is called; the id itself where nothing has it.
pub(super) fn name(graph: &Graph, id: &str) -> String {
    graph.find(id).map_or(id, |node| node.name()).to_owned()
}

/// What ids are called, as a list.
pub(super) fn names(graph: &Graph, ids: &[String]) -> String {
    ids.iter().map(|id| name(graph, id)).collect::<Vec<_>>().join(", ")
}

/// What an instrument or provision is called; where its name alone could mean another too, with what
/// it is part of: "Article 5, Mutual Security Treaty".
pub(super) fn part(graph: &Graph, id: &str) -> String {
    let own = name(graph, id);
    let whole = graph.find(id).and_then(|node| node.entity()?.record.of.clone());
    match whole.filter(|_| graph.lookup(&own).is_err()) {
        Some(whole) => format!("{own}, {}", name(graph, &whole)),
        None => own,
    }
}

/// The statuses that a commitment may have, in words.
pub(super) fn statuses(standing: &Standing) -> String {
    let words: Vec<&str> = standing.possible.iter().map(|status| status.words()).collect();
    words.join(" or ")
}

/// A status, with what would decide where it can't be told.
pub(super) fn status(standing: &Standing) -> String {
    match &standing.decides {
        Some(date) => format!("{}; depends on: {date}", statuses(standing)),
        None => statuses(standing),
    }
}

/// When a commitment is due, in words.
pub(super) fn due(due: &Due) -> String {
    let date =
        |date: &Stated<Date>| date.get().map_or(date.text.to_string(), |date| date.in_words());
    match due {
        Due::By(last) => format!("by {}", date(last)),
        Due::During(interval) => {
            interval.get().map_or(interval.text.to_string(), |interval| interval.in_words())
        }
        Due::Within(from, least, most) => {
            let words = |d: &Stated<Duration>| {
                d.get().map_or(d.text.to_string(), |length| length.in_words())
            };
            format!("{} to {} after {}", words(least), words(most), date(from))
        }
    }
}
