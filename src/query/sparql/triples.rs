//! What the RDF view says of each thing: its triples, made of the records when they are asked for.

use super::super::document::{DueRef, truth_word};
use super::view::View;
use super::words as w;
use super::words::{EDTF, Id};
use crate::graph::{EdgeView, Node, NodeView, Tie};
use crate::record::{Commitment, Entity, Filed, Origin, Relation, Stance};
use crate::time::{Date, Extent, Stated};
use crate::vocabulary::Role;
use oxrdf::vocab::xsd;
use oxrdf::{Literal, NamedNode, Term};
use std::collections::HashSet;
use std::sync::Arc;

/// A predicate and an object.
pub(super) type Pair = (u16, Id);

/// The pairs of one subject, as they are gathered.
pub(super) struct Pairs {
    list: Vec<Pair>,
    /// The only predicate that is of use; any where none is named.
    wanted: Option<u16>,
}

fn literal(literal: Literal) -> Id {
    Id::Other(Arc::new(Term::Literal(literal)))
}

pub(super) fn text(value: &str) -> Id {
    literal(Literal::new_simple_literal(value))
}

fn whole_number(value: u64) -> Id {
    literal(Literal::from(value))
}

/// A decimal as XSD writes it in canonical form.
fn decimal(value: f64) -> Id {
    let digits = if value.fract() == 0.0 { format!("{value:.0}") } else { value.to_string() };
    literal(Literal::new_typed_literal(digits, xsd::DECIMAL))
}

impl Pairs {
    /// Whether a predicate is of use, so that what is costly is found out only then.
    fn wants(&self, predicate: u16) -> bool {
        self.wanted.is_none_or(|wanted| wanted == predicate)
    }

    fn add(&mut self, predicate: u16, object: Id) {
        if self.wants(predicate) {
            self.list.push((predicate, object));
        }
    }

    fn text(&mut self, predicate: u16, value: Option<&str>) {
        if let Some(value) = value.filter(|_| self.wants(predicate)) {
            self.add(predicate, text(value));
        }
    }

    fn class(&mut self, word: Option<u16>) {
        if let Some(word) = word {
            self.add(w::TYPE, Id::Word(word));
        }
    }

    /// A date as the record states it.
    fn stated<T>(&mut self, predicate: u16, value: Option<&Stated<T>>) {
        if let Some(value) = value.filter(|_| self.wants(predicate)) {
            let datatype = NamedNode::new_unchecked(EDTF);
            self.add(predicate, literal(Literal::new_typed_literal(value.text.as_str(), datatype)));
        }
    }

    fn day(&mut self, predicate: u16, day: Option<String>) {
        if let Some(day) = day {
            self.add(predicate, literal(Literal::new_typed_literal(day, xsd::DATE)));
        }
    }

    /// The days between which it began and ended.
    fn windows(&mut self, extent: &Extent) {
        if extent.is_undated() {
            return;
        }
        let (start, end) = (extent.start_window(), extent.end_window());
        let day = |day: Option<crate::time::Day>| day.map(|day| day.to_string());
        self.day(w::EARLIEST_START, day(start.earliest()));
        self.day(w::LATEST_START, day(start.latest()));
        self.day(w::EARLIEST_END, day(end.earliest()));
        self.day(w::LATEST_END, day(end.latest()));
    }
}

impl<'g> View<'g> {
    /// All that is said of a subject with the predicate wanted, or with any; each pair once.
    pub(super) fn about(&self, subject: &Id, wanted: Option<u16>) -> Vec<Pair> {
        let mut pairs = Pairs { list: Vec::new(), wanted };
        match subject {
            Id::Node(index) => self.about_node(*index, &mut pairs),
            Id::Statement(number) => self.about_statement(*number, &mut pairs),
            Id::Cite(number) => self.about_citation(*number, &mut pairs),
            Id::Step(commitment, number) => self.about_step(*commitment, *number, &mut pairs),
            Id::Figure(number) => self.about_figure(*number, &mut pairs),
            Id::Source(number) => self.about_source(*number, &mut pairs),
            Id::Word(word) => self.about_word(*word, &mut pairs),
            Id::Other(_) => {}
        }
        let mut seen = HashSet::new();
        pairs.list.retain(|pair| seen.insert(pair.clone()));
        pairs.list
    }

    fn about_node(&self, index: u32, pairs: &mut Pairs) {
        let Some(node) = self.node(index) else { return };
        if let Some(entity) = node.entity() {
            self.about_entity(entity, pairs);
        }
        if let Some(commitment) = node.commitment() {
            self.about_commitment(node, commitment, pairs);
        }
        if let Node::Relation(number) = node.node() {
            self.about_statement(number, pairs);
        } else {
            pairs.text(w::LABEL, Some(node.name()));
            node.aliases().for_each(|alias| pairs.text(w::ALT_LABEL, Some(alias)));
            pairs.text(w::COMMENT, node.gloss());
            pairs.text(w::NOTE, node.note());
            pairs.windows(&node.extent());
            self.citations(node.origin(), pairs);
        }
        for (number, measure) in self.graph().records().measures.iter().enumerate() {
            if pairs.wants(w::FIGURE) && measure.of == node.id() {
                pairs.add(w::FIGURE, Id::Figure(super::view::count(number)));
            }
        }
        if pairs.wanted.is_some_and(|wanted| !self.is_edge_word(wanted)) {
            return;
        }
        let own = Id::Node(index);
        for edge in node.edges() {
            let direct = self.direct(edge).into_iter().flatten();
            let direct = direct.filter(|(subject, ..)| *subject == own);
            direct.for_each(|(_, predicate, object)| pairs.add(predicate, object));
        }
    }

    fn about_entity(&self, entity: &Entity, pairs: &mut Pairs) {
        pairs.class(Some(w::ENTITY));
        pairs.class(self.words().kind(&entity.kind.0));
        pairs.text(w::NUMBER, entity.number.as_deref());
        if let Some(seats) = entity.seats {
            pairs.add(w::SEATS, whole_number(u64::from(seats)));
        }
        pairs.stated(w::LIFE, entity.life.as_ref());
        pairs.stated(w::BEGAN_AFTER, entity.began_after.as_ref());
        pairs.stated(w::ENDED_BEFORE, entity.ended_before.as_ref());
    }

    fn about_commitment(&self, node: NodeView<'g>, c: &Filed<Commitment>, pairs: &mut Pairs) {
        pairs.class(Some(w::COMMITMENT));
        pairs.class(self.words().kind(&c.kind.0));
        pairs.text(w::BINDING, Some(c.binding.word()));
        pairs.text(w::CERTAINTY, Some(c.certainty.word()));
        pairs.stated(w::TERM, c.term.as_ref());
        let as_of = self.slice().scope().as_of;
        if let Some(standing) = node.standing(as_of.as_ref()) {
            pairs.text(w::STATUS, standing.sure().map(|status| status.name()));
            let possible = standing.possible.iter().map(|status| status.name());
            possible.for_each(|name| pairs.text(w::POSSIBLE_STATUS, Some(name)));
        }
        if let Some(due) = &c.due {
            let DueRef { earliest, latest, .. } = DueRef::of(due);
            pairs.day(w::DUE_EARLIEST, earliest);
            pairs.day(w::DUE_LATEST, latest);
            let date = as_of.map(|as_of| as_of.date()).or(self.graph().reference_date().copied());
            let late = date.map(|date| truth_word(crate::graph::overdue(c, &date)));
            pairs.text(w::OVERDUE, late.as_deref());
        }
        if pairs.wants(w::RECIPROCITY) {
            pairs.text(w::RECIPROCITY, node.reciprocity().map(|how| how.words()));
        }
        if pairs.wants(w::COW) {
            pairs.text(w::COW, node.cow(as_of.as_ref()).map(|cow| cow.label()));
        }
        if let Node::Commitment(number) = node.node() {
            let steps = 0..super::view::count(c.history.len());
            steps.for_each(|step| pairs.add(w::STEP, Id::Step(number, step)));
        }
    }

    fn about_statement(&self, number: u32, pairs: &mut Pairs) {
        let Some(edge) = self.edge_of(number) else { return };
        let Some(relation) = edge.relation() else { return };
        pairs.class(Some(w::STATEMENT));
        pairs.add(w::SUBJECT, node_id(edge.source()));
        if let Some(word) = self.words().kind(&relation.kind.0) {
            pairs.add(w::PREDICATE, Id::Word(word));
        }
        pairs.add(w::OBJECT, node_id(edge.target()));
        pairs.text(w::STANCE, Some(relation.stance.word()));
        pairs.text(w::CERTAINTY, Some(relation.certainty.word()));
        for holder in relation.holder.iter().filter_map(|id| self.graph().find(id)) {
            pairs.add(w::HOLDER, node_id(holder));
        }
        pairs.stated(w::DURING, relation.during.as_ref());
        relation.attested.iter().for_each(|date| pairs.stated(w::ATTESTED, Some(date)));
        pairs.stated(w::BEGAN_AFTER, relation.began_after.as_ref());
        pairs.stated(w::ENDED_BEFORE, relation.ended_before.as_ref());
        pairs.windows(edge.extent());
        if self.slice().scope().as_of.is_some() {
            let holds = truth_word(self.slice().holds(edge.index()).truth);
            pairs.text(w::HOLDS, Some(&holds));
        }
        pairs.text(w::COMMENT, relation.gloss.as_deref());
        pairs.text(w::NOTE, relation.note.as_deref());
        self.citations(relation.origin, pairs);
    }

    fn citations(&self, origin: Origin, pairs: &mut Pairs) {
        self.cites(origin).for_each(|number| pairs.add(w::CITES, Id::Cite(number)));
    }

    fn about_citation(&self, number: u32, pairs: &mut Pairs) {
        let Some(citation) = self.graph().evidence().citations().get(number as usize) else {
            return;
        };
        let cite = super::super::document::CiteRef::of(citation);
        pairs.class(Some(w::CITATION_CLASS));
        if let Some(source) = self.source(&cite.source) {
            pairs.add(w::SOURCE, Id::Source(source));
        }
        pairs.text(w::LOCATOR, cite.locator.as_deref());
        pairs.text(w::SECTION, cite.section.as_deref());
        if let Some(paragraph) = cite.paragraph {
            pairs.add(w::PARAGRAPH, whole_number(paragraph as u64));
        }
        pairs.text(w::VERIFIED, Some(&cite.verified));
    }

    fn about_step(&self, commitment: u32, number: u32, pairs: &mut Pairs) {
        let records = self.graph().records();
        let Some(commitment) = records.commitments.get(commitment as usize) else { return };
        let Some(event) = commitment.history.get(number as usize) else { return };
        pairs.class(Some(w::STEP_CLASS));
        pairs.text(w::TAKEN, Some(event.step.word()));
        pairs.stated(w::ON, event.on.as_ref());
        pairs.stated(w::BEFORE, event.before.as_ref());
        if let Some(on) = event.on.as_ref().and_then(Stated::get) {
            pairs.windows(&Extent::occurrence(on));
        }
        if let Some(actor) = event.by.as_ref().and_then(|id| self.graph().find(id)) {
            pairs.add(w::ACTOR, node_id(actor));
        }
        pairs.text(w::COMMENT, event.gloss.as_deref());
        let part = commitment.place().field("history").item(number as usize);
        for cite in self.cites(commitment.origin).filter(|cite| self.is_within(*cite, &part)) {
            pairs.add(w::CITES, Id::Cite(cite));
        }
    }

    fn about_figure(&self, number: u32, pairs: &mut Pairs) {
        let Some(measure) = self.graph().records().measures.get(number as usize) else { return };
        pairs.class(Some(w::FIGURE_CLASS));
        pairs.text(w::WHAT, Some(&measure.what.0));
        pairs.add(w::VALUE, decimal(measure.value));
        if let Some(upper) = measure.upper {
            pairs.add(w::UPPER, decimal(upper));
        }
        pairs.text(w::BOUND, Some(&format!("{:?}", measure.bound)));
        pairs.text(w::UNIT, Some(&measure.unit));
        pairs.stated::<Date>(w::AT, measure.at.as_ref());
        if let Some(place) = measure.place.as_ref().and_then(|id| self.graph().find(id)) {
            pairs.add(w::PLACE, node_id(place));
        }
        pairs.text(w::STANCE, Some(measure.stance.word()));
        pairs.text(w::CERTAINTY, Some(measure.certainty.word()));
        pairs.text(w::COMMENT, measure.gloss.as_deref());
        self.citations(measure.origin, pairs);
    }

    fn about_source(&self, number: u32, pairs: &mut Pairs) {
        let Some(source) = self.graph().records().sources.get(number as usize) else { return };
        pairs.class(Some(w::SOURCE_CLASS));
        pairs.text(w::TITLE, Some(&source.title));
        for author in &source.author {
            match self.graph().find(author) {
                Some(node) => pairs.add(w::CREATOR, node_id(node)),
                None => pairs.text(w::CREATOR, Some(author)),
            }
        }
        pairs.stated::<Date>(w::DATE, source.date.as_ref());
    }

    fn about_word(&self, word: u16, pairs: &mut Pairs) {
        let Some(iri) = self.words().iri(word) else { return };
        let Some(name) = iri.as_str().strip_prefix(w::FO) else { return };
        let vocabulary = self.graph().vocabulary();
        let class = |label: &str, gloss: &str, above: Option<u16>, pairs: &mut Pairs| {
            pairs.class(Some(w::CLASS));
            pairs.text(w::LABEL, Some(label));
            pairs.text(w::COMMENT, Some(gloss));
            above.into_iter().for_each(|above| pairs.add(w::SUBCLASS, Id::Word(above)));
        };
        if let Some(kind) = vocabulary.entity(name) {
            let above = kind.is_a.as_ref().and_then(|is_a| self.words().kind(&is_a.0));
            class(&kind.label, &kind.gloss, above.or(Some(w::ENTITY)), pairs);
        }
        if let Some(kind) = vocabulary.obligation(name) {
            class(&kind.label, &kind.gloss, Some(w::COMMITMENT), pairs);
        }
        let labels = |forward: &str, backward: &str, gloss: &str, pairs: &mut Pairs| {
            pairs.class(Some(w::PROPERTY));
            pairs.text(w::LABEL, Some(forward));
            pairs.text(w::INVERSE_LABEL, Some(backward));
            pairs.text(w::COMMENT, Some(gloss));
        };
        if let Some(kind) = vocabulary.relation(name) {
            labels(&kind.forward, &kind.backward, &kind.gloss, pairs);
            pairs.text(w::FAMILY, Some(&format!("{:?}", kind.family).to_lowercase()));
        }
        for role in vocabulary.roles().filter(|role| w::property(role.id) == name) {
            let is_inward = !matches!(role.id, Role::Whole | Role::Part);
            let (forward, backward) = match is_inward {
                true => (&role.backward, &role.forward),
                false => (&role.forward, &role.backward),
            };
            labels(forward, backward, &role.gloss, pairs);
        }
    }

    /// The triples that an edge is: one, two where it holds both ways, none where it is not put
    /// forward as so or is not in the slice.
    pub(super) fn direct(&self, edge: EdgeView<'g>) -> [Option<(Id, u16, Id)>; 2] {
        if !self.slice().admits(edge.index()) {
            return [None, None];
        }
        let (source, target) = (node_id(edge.source()), node_id(edge.target()));
        match (edge.tie(), edge.relation()) {
            (Tie::Relation(_), Some(relation)) if is_asserted(relation) => {
                let Some(word) = self.words().kind(&relation.kind.0) else { return [None, None] };
                let back = (target.clone(), word, source.clone());
                [Some((source, word, target)), edge.is_symmetric().then_some(back)]
            }
            (Tie::Whole(_) | Tie::Role { role: Role::Part, .. }, _) => {
                let word = edge.role().and_then(|role| self.words().role(role));
                [word.map(|word| (source, word, target)), None]
            }
            (Tie::Role { role, .. }, _) => {
                let word = self.words().role(role);
                [word.map(|word| (target, word, source)), None]
            }
            (Tie::Relation(_) | Tie::End { .. }, _) => [None, None],
        }
    }
}

/// The term for a node.
pub(super) fn node_id(node: NodeView<'_>) -> Id {
    Id::Node(super::view::count(node.index().index()))
}

/// Whether a relation is put forward as so, as `path` walks it: a fact or an assessment.
fn is_asserted(relation: &Relation) -> bool {
    matches!(relation.stance, Stance::Fact | Stance::Assessment)
}
