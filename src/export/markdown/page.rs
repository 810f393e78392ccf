//! The pages of nodes and of sources.

use super::front::{self, Front};
use super::notes::{Notes, passages};
use super::text::{escape, line};
use super::{Book, capital};
use crate::graph::{EdgeView, NodeView};
use crate::query::document::CiteRef;
use crate::query::{CommitmentBody, MeasureBody};
use crate::record::{Certainty, Commitment, Condition, Filed, Source, Stance, Trigger};
use crate::scene::{Line, SceneEdge};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The page of a node.
pub(super) fn node(book: &Book<'_>, number: usize) -> String {
    let Some(drawn) = book.drawn(number) else { return String::new() };
    let node = book.input.graph.node(drawn.index);
    let body = CommitmentBody::of(node, book.input.scene.as_of.as_ref());
    let mut notes = Notes::default();
    let mut out = front::of_node(node, body.as_ref());
    let cites = passages(book, &CiteRef::all(node.graph(), node.origin()));
    let cites = notes.refer(&cites);
    push(&mut out, &format!("# {}", line(node.name())));
    push(&mut out, &format!("*{}*{cites}", line(&drawn.kind)));
    if let Some(gloss) = node.gloss() {
        push(&mut out, &escape(gloss));
    }
    facts(book, node, body.as_ref(), &mut out);
    if let Some(body) = &body {
        history(book, body, &mut notes, &mut out);
    }
    figures(book, node, &mut notes, &mut out);
    ties(book, number, &mut notes, &mut out);
    if let Some(note) = node.note() {
        push(&mut out, &format!("## Note\n\n{}", escape(note)));
    }
    finish(out, &notes)
}

/// A paragraph or heading, and the empty line after it.
fn push(out: &mut String, paragraph: &str) {
    out.push_str(paragraph);
    out.push_str("\n\n");
}

fn finish(mut out: String, notes: &Notes) -> String {
    out.truncate(out.trim_end().len());
    out.push('\n');
    notes.print(&mut out);
    out
}

/// What a reader looks for first, a line each.
fn facts(book: &Book<'_>, node: NodeView<'_>, body: Option<&CommitmentBody>, out: &mut String) {
    let aliases: Vec<String> = node.aliases().map(|alias| line(alias)).collect();
    let extent = node.extent();
    let mut facts = vec![
        ("also called", (!aliases.is_empty()).then(|| aliases.join("; "))),
        ("time", (!extent.is_undated()).then(|| line(&extent.in_words()))),
    ];
    if let Some(body) = body {
        facts.push(("status", Some(line(&body.status.words))));
        facts.push(("binding", Some(line(&body.binding))));
        facts.push(("due", body.due.as_deref().map(line)));
        facts.push(("overdue", body.overdue.as_deref().map(line)));
        facts.push(("term", body.term.as_deref().map(line)));
        facts.push(("reciprocity", Some(line(&body.reciprocity))));
        facts.push(("Correlates of War class of the parties", body.cow.as_deref().map(line)));
    }
    if let Some(commitment) = node.commitment() {
        facts.extend(terms(book, commitment));
    }
    let told = facts.iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
    let lines: Vec<String> = told.map(|(name, value)| format!("- **{name}:** {value}")).collect();
    if !lines.is_empty() {
        push(out, &lines.join("\n"));
    }
}

/// What sets a commitment off and what it depends on.
fn terms(book: &Book<'_>, commitment: &Commitment) -> Vec<(&'static str, Option<String>)> {
    let trigger = commitment.trigger.as_ref().map(|trigger| match trigger {
        Trigger::ArmedAttack(id) => format!("an armed attack on {}", book.link_to(id)),
        Trigger::Occurrence(id) => book.link_to(id),
        Trigger::Circumstance(words) => line(words),
    });
    let conditions = commitment.conditions.iter().map(|condition| match condition {
        Condition::Location(id) => ("only in", Some(book.link_to(id))),
        Condition::Within(id) => ("within the limits of", Some(book.link_to(id))),
        Condition::Upon(id) => ("only upon", Some(book.link_to(id))),
        Condition::Provided(words) => ("provided that", Some(line(words))),
    });
    let certainty =
        (commitment.certainty != Certainty::Certain).then(|| commitment.certainty.word());
    let certainty = [("certainty", certainty.map(str::to_owned)), ("set off by", trigger)];
    certainty.into_iter().chain(conditions).collect()
}

fn history(book: &Book<'_>, body: &CommitmentBody, notes: &mut Notes, out: &mut String) {
    if body.history.is_empty() {
        return;
    }
    push(out, "## History");
    for step in &body.history {
        let gloss = step.gloss.as_ref().map(|gloss| format!(": {}", line(gloss)));
        let by = step.by.as_deref().map(|id| format!(" by {}", book.link_to(id)));
        let (by, gloss) = (by.unwrap_or_default(), gloss.unwrap_or_default());
        let cites = notes.refer(&passages(book, &step.cites));
        writeln!(out, "- {}{by}{gloss}{cites}", line(&step.taken)).unwrap_or_default();
    }
    out.push('\n');
}

fn figures(book: &Book<'_>, node: NodeView<'_>, notes: &mut Notes, out: &mut String) {
    let Some(measures) = book.measures.get(node.id()) else { return };
    push(out, "## Figures");
    for measure in measures {
        let kind = node.graph().vocabulary().measure(&measure.what.0);
        let what = kind.map_or(measure.what.as_str(), |kind| &kind.label);
        let body = MeasureBody::of(node.graph(), measure);
        let place = measure.place.as_ref().map(|id| format!(", in {}", book.link_to(id)));
        let (what, words, place) = (line(what), line(&body.words), place.unwrap_or_default());
        let claim = in_parentheses(claim(measure.stance, measure.certainty));
        let gloss = measure.gloss.as_ref().map(|gloss| format!(": {}", line(gloss)));
        let cites = notes.refer(&passages(book, &body.cites));
        let gloss = gloss.unwrap_or_default();
        writeln!(out, "- {what}: {words}{place}{claim}{gloss}{cites}").unwrap_or_default();
    }
    out.push('\n');
}

/// The ties of a node, read from it, those of a label together.
fn ties(book: &Book<'_>, number: usize, notes: &mut Notes, out: &mut String) {
    let Some(ties) = book.ties.get(number) else { return };
    if ties.is_empty() {
        return;
    }
    let mut labels: BTreeMap<&str, Vec<&Tie>> = BTreeMap::new();
    for tie in ties.iter().filter_map(|tie| book.told.get(*tie)) {
        let [onward, backward] = tie.labels;
        let label = if tie.ends[0] == number { onward } else { backward };
        labels.entry(label).or_default().push(tie);
    }
    push(out, "## Ties");
    for (label, ties) in labels {
        push(out, &format!("### {}", capital(&line(label))));
        for tie in ties {
            let [source, target] = tie.ends;
            let other = if source == number { target } else { source };
            let link = book.links.get(other).map_or("", String::as_str);
            let cites = notes.refer(&tie.passages);
            writeln!(out, "- {link}{}{cites}", tie.says).unwrap_or_default();
        }
        out.push('\n');
    }
}

/// What the pages of both ends of a tie tell of it.
#[derive(Debug)]
pub(super) struct Tie<'a> {
    /// The numbers of the nodes that it leaves and reaches.
    ends: [usize; 2],
    /// How it is read from the one and from the other.
    labels: [&'a str; 2],
    /// Its dates and how it is put forward, in parentheses, what it says, and the curator's remark.
    says: String,
    /// The passages that it cites.
    passages: Vec<String>,
}

/// A tie as it is told.
pub(super) fn tie<'a>(book: &Book<'a>, tie: &SceneEdge) -> Tie<'a> {
    let edge: EdgeView<'a> = book.input.graph.edge(tie.index);
    let mut beside: Vec<String> = edge.dates().map(|dates| line(&dates)).into_iter().collect();
    beside.extend(claim(edge.stance(), edge.certainty()));
    if let Some(relation) = edge.relation().filter(|relation| !relation.holder.is_empty()) {
        let holders: Vec<String> = relation.holder.iter().map(|id| book.link_to(id)).collect();
        beside.push(format!("as seen by {}", holders.join(" and ")));
    }
    if matches!(tie.line, Line::Ended | Line::Open) {
        beside.push(tie.line.meaning().into());
    }
    let says = edge.relation().and_then(|relation| relation.gloss.as_ref());
    let note = edge.relation().and_then(|relation| relation.note.as_ref());
    let says = says.map(|gloss| format!(": {}", line(gloss))).unwrap_or_default();
    let note = note.map(|note| format!(" *Note: {}*", line(note))).unwrap_or_default();
    let cites = edge.relation().map(|relation| CiteRef::all(book.input.graph, relation.origin));
    Tie {
        ends: [tie.from, tie.to],
        labels: [edge.label(false), edge.label(true)],
        says: in_parentheses(beside) + &says + &note,
        passages: passages(book, &cites.unwrap_or_default()),
    }
}

/// How a claim is put forward and how surely, where that is worth a word.
fn claim(stance: Stance, certainty: Certainty) -> Vec<String> {
    let stance = (stance != Stance::Fact).then(|| stance.word().to_owned());
    let certainty = (certainty != Certainty::Certain).then(|| certainty.word().to_owned());
    stance.into_iter().chain(certainty).collect()
}

fn in_parentheses(parts: Vec<String>) -> String {
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

/// The page of a source.
pub(super) fn source(book: &Book<'_>, source: &Filed<Source>) -> String {
    let mut front = Front::new();
    let date = source.date.as_ref();
    front.text("id", Some(&source.id)).text("title", Some(&source.title));
    front.text("sort", Some("source")).list("author", source.author.iter().map(String::as_str));
    front.text("date", date.map(|date| date.text.as_str()));
    let mut out = front.end();
    push(&mut out, &format!("# {}", line(&source.title)));
    let authors: Vec<String> = source.author.iter().map(|author| book.link_to(author)).collect();
    let facts = [
        ("author", (!authors.is_empty()).then(|| authors.join("; "))),
        ("date", date.and_then(|date| date.get()).map(|date| line(&date.in_words()))),
        ("publisher", source.publisher.as_deref().map(line)),
        ("series", source.series.as_deref().map(line)),
        ("reference", source.reference.as_deref().map(line)),
        ("note", source.note.as_deref().map(line)),
    ];
    let told = facts.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let lines: Vec<String> = told.map(|(name, value)| format!("- **{name}:** {value}")).collect();
    push(&mut out, &lines.join("\n"));
    finish(out, &Notes::default())
}
