//! FollowTheMoney: an entity a line, as investigative tools such as OpenAleph read them.
//!
//! Things keep their names, dates, glosses and citations; relations and roles are links between them,
//! of the schema that the vocabulary's `matches` name, with dates as prefixes of ISO 8601, stance and
//! certainty as their status, and their sources as proof.

mod entity;
mod model;

use super::measures::{Measures, measures};
use super::{Exporter, Input, Writer};
use crate::graph::{EdgeView, Graph, NodeView};
use crate::query::document::CiteRef;
use crate::query::{CommitmentBody, MeasureBody};
use crate::record::Source;
use crate::scene::SceneEdge;
use crate::time::Interval;
use crate::vocabulary::matching;
use entity::{Entity, id_of};
use model::{Thing, link_called, thing_called};
use std::collections::HashMap;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "ftm",
    extension: "ftm.json",
    media_type: "application/json+ftm",
    summary: "FollowTheMoney entities, one a line, for OpenAleph and its kin",
    write: Writer::File(write),
};

/// How the vocabulary names the schemata.
const PREFIX: &str = "ftm";

fn write(input: Input<'_>) -> Vec<u8> {
    let teller = Teller::new(input);
    let mut out = Vec::new();
    let records = input.graph.records();
    records.sources.iter().for_each(|source| teller.source(source).write(&mut out));
    for drawn in &input.scene.nodes {
        let node = input.graph.node(drawn.index);
        teller.thing(node).write(&mut out);
        teller.documentation(node, &mut out);
    }
    let mut repeats: HashMap<String, usize> = HashMap::new();
    for drawn in &input.scene.edges {
        teller.link(drawn, &mut repeats).write(&mut out);
    }
    out
}

struct Teller<'a> {
    input: Input<'a>,
    dataset: &'a str,
    measures: Measures<'a>,
}

impl<'a> Teller<'a> {
    fn new(input: Input<'a>) -> Self {
        let dataset = input.graph.dataset().map_or("unnamed", |dataset| dataset.id.as_str());
        Self { input, dataset, measures: measures(input.graph) }
    }

    fn graph(&self) -> &'a Graph {
        self.input.graph
    }

    fn id(&self, node: NodeView<'_>) -> String {
        id_of(self.dataset, &[node.id()])
    }

    fn source_id(&self, id: &str) -> String {
        id_of(self.dataset, &["source", id])
    }

    fn source(&self, source: &Source) -> Entity {
        let mut entity = Entity::new(self.source_id(&source.id), "Document");
        entity.name("name", &source.title, "summary");
        entity.string("title", &source.title, "summary");
        for author in &source.author {
            let name = self.graph().find(author).map_or(author.as_str(), |node| node.name());
            entity.string("author", name, "notes");
        }
        if let Some(date) = source.date.as_ref().and_then(|date| date.get()) {
            entity.date("publishedAt", date);
        }
        source.publisher.iter().for_each(|name| entity.string("publisher", name, "notes"));
        source.series.iter().for_each(|series| entity.string("keywords", series, "notes"));
        entity.text("notes", source.reference.as_deref());
        entity.text("notes", source.note.as_deref());
        entity
    }

    /// The schema of a node: of a commitment, a project that its parties take part in.
    fn schema(&self, node: NodeView<'_>) -> &'static Thing {
        match (node.entity(), node.commitment()) {
            (Some(record), _) => {
                thing_called(self.graph().vocabulary().match_of(&record.kind.0, PREFIX))
            }
            (None, Some(_)) => thing_called(Some("Project")),
            (None, None) => thing_called(None),
        }
    }

    fn thing(&self, node: NodeView<'_>) -> Entity {
        let schema = self.schema(node);
        let mut entity = Entity::new(self.id(node), schema.name);
        entity.name("name", node.name(), "summary");
        node.aliases().for_each(|alias| entity.name("alias", alias, "notes"));
        entity.string("keywords", &node.kind_label(), "notes");
        entity.string("keywords", node.kind(), "notes");
        entity.text("description", node.gloss());
        entity.text("notes", node.note());
        let interval = match (node.entity(), node.commitment()) {
            (Some(record), _) => record.life.as_ref(),
            (_, Some(commitment)) => commitment.term.as_ref(),
            _ => None,
        };
        if let (Some((start, end)), Some(interval)) = (schema.dates, interval.and_then(|i| i.get()))
        {
            entity.span(start, end, interval);
        }
        if schema.name == "Position"
            && let Some(seats) = node.entity().and_then(|office| office.seats)
        {
            entity.string("numberOfSeats", &seats.to_string(), "notes");
        }
        if !node.extent().is_undated() {
            entity.text("notes", Some(&format!("time: {}", node.extent().in_words())));
        }
        for measure in self.measures.get(node.id()).into_iter().flatten() {
            let words = MeasureBody::of(self.graph(), measure).words;
            entity.text("notes", Some(&format!("{}: {words}", measure.what.0)));
        }
        if let Some(body) = CommitmentBody::of(node, self.input.scene.as_of.as_ref()) {
            commitment(&mut entity, &body);
        }
        entity
    }

    /// The passages that back a thing.
    fn documentation(&self, node: NodeView<'_>, out: &mut Vec<u8>) {
        for (number, cite) in (1..).zip(CiteRef::all(self.graph(), node.origin())) {
            let id = id_of(self.dataset, &[node.id(), "cite", &number.to_string()]);
            let mut entity = Entity::new(id, "Documentation");
            entity.entity("document", self.source_id(&cite.source));
            entity.entity("entity", self.id(node));
            entity.string("status", &cite.verified, "description");
            entity.text("summary", Some(&passage(&cite)));
            entity.write(out);
        }
    }

    fn link(&self, drawn: &SceneEdge, repeats: &mut HashMap<String, usize>) -> Entity {
        let edge = self.graph().edge(drawn.index);
        let (from, to) = (edge.source(), edge.target());
        let matches = match (edge.relation_kind(), edge.role()) {
            (Some(kind), _) => kind.matches.as_slice(),
            (None, Some(role)) => {
                self.graph().vocabulary().role(role).map_or(&[][..], |r| &r.matches)
            }
            (None, None) => &[],
        };
        let link = link_called(matching(matches, PREFIX), self.schema(from), self.schema(to));
        let key = format!("{} {} {}", edge.kind(), from.id(), to.id());
        let number = repeats.entry(key.clone()).and_modify(|n| *n += 1).or_insert(1);
        let hash = crate::citation::sha256(&key);
        let id = id_of(self.dataset, &["link", &hash, &number.to_string()]);
        let mut entity = Entity::new(id, link.name);
        entity.entity(link.from.0, self.id(from));
        entity.entity(link.to.0, self.id(to));
        match link.has_role {
            true => entity.string("role", edge.label(false), "summary"),
            false => entity.text("summary", Some(edge.label(false))),
        }
        self.claim(&mut entity, edge, drawn);
        entity
    }

    /// What is said of a link: when, how surely, by whom, and where.
    fn claim(&self, entity: &mut Entity, edge: EdgeView<'_>, drawn: &SceneEdge) {
        entity.string("status", edge.stance().word(), "description");
        entity.string("status", edge.certainty().word(), "description");
        entity.string("recordId", &edge.kind(), "description");
        let Some(relation) = edge.relation() else { return };
        match relation.during.as_ref().and_then(|during| during.get()) {
            Some(Interval::Through(date)) if edge.extent().is_occurrence() => {
                entity.date("date", date);
            }
            Some(interval) => entity.span("startDate", "endDate", interval),
            None => {}
        }
        relation.attested.iter().filter_map(|d| d.get()).for_each(|d| entity.date("date", d));
        entity.text("description", relation.gloss.as_deref());
        entity.text("description", relation.note.as_deref());
        let when = edge.dates().map(|dates| format!("time: {dates}"));
        entity.text("description", when.as_deref());
        for holder in relation.holder.iter().filter_map(|id| self.graph().find(id)) {
            entity.text("description", Some(&format!("as seen by {}", holder.name())));
        }
        if self.input.scene.as_of.is_some() {
            entity.text("description", Some(drawn.line.meaning()));
        }
        for cite in CiteRef::all(self.graph(), relation.origin) {
            entity.entity("proof", self.source_id(&cite.source));
            entity.text("description", Some(&passage(&cite)));
        }
    }
}

/// What a commitment has beside its parties.
fn commitment(entity: &mut Entity, body: &CommitmentBody) {
    body.status.possible.iter().for_each(|status| entity.string("status", status, "notes"));
    let lines = [
        ("binding", Some(&body.binding)),
        ("due", body.due.as_ref()),
        ("overdue", body.overdue.as_ref()),
        ("term", body.term.as_ref()),
        ("reciprocity", Some(&body.reciprocity)),
        ("Correlates of War class of the parties", body.cow.as_ref()),
    ];
    for (name, value) in lines.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        entity.text("notes", Some(&format!("{name}: {value}")));
    }
    body.history.iter().for_each(|step| entity.text("notes", Some(&step.words)));
}

/// Where a citation leads, in words: `sf75: An Historic Summit ¶4: “first words”`.
fn passage(cite: &CiteRef) -> String {
    let place = match (&cite.section, cite.paragraph) {
        (Some(section), Some(paragraph)) => format!(": {section} ¶{paragraph}"),
        _ => String::new(),
    };
    let words = cite.locator.as_ref().map(|words| format!(": “{words}”")).unwrap_or_default();
    format!("{}{place}{words}", cite.source)
}
