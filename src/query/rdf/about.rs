//! What is said of each thing as RDF: its triples, made of the records when they are asked for.

use super::super::document::{CiteRef, DueRef, truth_word};
use super::pairs::Pairs;
use super::view::{View, count, node_id};
use super::words as w;
use super::words::{Dated, Id};
use crate::graph::{EdgeView, Node, NodeView, Tie};
use crate::record::{Commitment, Condition, Entity, Filed, Origin, Relation, Stance, Trigger};
use crate::time::{Date, Extent, Stated};
use crate::vocabulary::Role;

/// What the sources back: a claim is derived from them, a thing is what they are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Backed {
    Claim,
    Thing,
}

impl<'g> View<'g> {
    /// All that is said of a subject, added to its pairs.
    pub(in crate::query) fn about(&self, subject: &Id, pairs: &mut Pairs<'g>) {
        match subject {
            Id::Dataset => self.about_dataset(pairs),
            Id::Node(index) => self.about_node(*index, pairs),
            Id::Statement(number) => {
                self.about_statement(*number, Dated::Statement(*number), pairs);
            }
            Id::Cite(number) => self.about_citation(*number, pairs),
            Id::Step(commitment, number) => self.about_step(*commitment, *number, pairs),
            Id::Figure(number) => self.about_figure(*number, pairs),
            Id::Source(number) => self.about_source(*number, pairs),
            Id::Time(dated, part) => self.about_time(*dated, *part, pairs),
            Id::Word(word) => self.about_word(*word, pairs),
            Id::Other(_) => {}
        }
    }

    fn about_node(&self, index: u32, pairs: &mut Pairs<'g>) {
        let Some(node) = self.node(index) else { return };
        if let Node::Relation(number) = node.node() {
            self.about_statement(number, Dated::Node(index), pairs);
        } else {
            pairs.text(w::LABEL, Some(node.name()));
            pairs.text(w::SCHEMA_NAME, Some(node.name()));
            for alias in node.aliases() {
                pairs.text(w::ALT_LABEL, Some(alias));
                pairs.text(w::SCHEMA_ALIAS, Some(alias));
            }
            pairs.text(w::COMMENT, node.gloss());
            pairs.text(w::SCHEMA_DESCRIPTION, node.gloss());
            pairs.text(w::NOTE, node.note());
            pairs.windows(&node.extent());
            self.has_time(Dated::Node(index), pairs);
        }
        if let Some(entity) = node.entity() {
            self.about_entity(entity, pairs);
        }
        if let Some(commitment) = node.commitment() {
            self.about_commitment(node, commitment, pairs);
        }
        self.figures(node.id()).for_each(|figure| pairs.id(w::FIGURE, Id::Figure(figure)));
        if pairs.wanted().is_some_and(|wanted| !self.is_edge_word(wanted)) {
            return;
        }
        let own = Id::Node(index);
        for edge in node.edges() {
            let direct = self.direct(edge).into_iter().flatten();
            let direct = direct.filter(|(subject, ..)| *subject == own);
            direct.for_each(|(_, predicate, object)| pairs.id(predicate, object));
        }
    }

    fn about_entity(&self, entity: &'g Filed<Entity>, pairs: &mut Pairs<'g>) {
        pairs.class(Some(w::ENTITY));
        pairs.class(self.words().kind(&entity.kind.0));
        let matched = self.graph().vocabulary().match_of(&entity.kind.0, "schema");
        pairs.class(matched.and_then(|name| self.words().matched(&format!("schema:{name}"))));
        pairs.text(w::NUMBER, entity.number.as_deref());
        pairs.whole_number(w::ORDER, entity.order.map(u64::from));
        pairs.whole_number(w::SEATS, entity.seats.map(u64::from));
        pairs.stated(w::LIFE, entity.life.as_ref());
        pairs.stated(w::BEGAN_AFTER, entity.began_after.as_ref());
        pairs.stated(w::ENDED_BEFORE, entity.ended_before.as_ref());
        self.citations(entity.origin, Backed::Thing, pairs);
    }

    fn about_commitment(
        &self,
        node: NodeView<'g>,
        c: &'g Filed<Commitment>,
        pairs: &mut Pairs<'g>,
    ) {
        pairs.class(Some(w::COMMITMENT));
        pairs.class(self.words().kind(&c.kind.0));
        pairs.text(w::BINDING, Some(c.binding.word()));
        pairs.text(w::CERTAINTY, Some(c.certainty.word()));
        pairs.stated(w::TERM, c.term.as_ref());
        if let Some(Trigger::Circumstance(words)) = &c.trigger {
            pairs.text(w::CIRCUMSTANCE, Some(words));
        }
        for condition in &c.conditions {
            if let Condition::Provided(words) = condition {
                pairs.text(w::PROVISO, Some(words));
            }
        }
        self.standing_of(node, c, pairs);
        if let Node::Commitment(number) = node.node() {
            let steps = 0..count(c.history.len());
            steps.for_each(|step| pairs.id(w::STEP, Id::Step(number, step)));
        }
        self.citations(c.origin, Backed::Claim, pairs);
    }

    /// What a commitment amounts to as of the day asked about.
    fn standing_of(&self, node: NodeView<'g>, c: &'g Filed<Commitment>, pairs: &mut Pairs<'g>) {
        let as_of = self.slice().scope().as_of;
        if let Some(standing) = node.standing(as_of.as_ref()) {
            pairs.text(w::STATUS, standing.sure().map(|status| status.name()));
            let possible = standing.possible.iter().map(|status| status.name());
            possible.for_each(|name| pairs.text(w::POSSIBLE_STATUS, Some(name)));
        }
        if let Some(due) = &c.due {
            let (earliest, latest) = DueRef::window(due);
            pairs.day(w::DUE_EARLIEST, earliest);
            pairs.day(w::DUE_LATEST, latest);
            let date = as_of.map(|as_of| as_of.date()).or(self.graph().reference_date().copied());
            let late = date.map(|date| truth_word(crate::graph::overdue(c, &date)));
            pairs.told(w::OVERDUE, late);
        }
        if pairs.wants(w::RECIPROCITY) {
            pairs.text(w::RECIPROCITY, node.reciprocity().map(|how| how.words()));
        }
        if pairs.wants(w::COW) {
            pairs.text(w::COW, node.cow(as_of.as_ref()).map(|cow| cow.label()));
        }
    }

    fn about_statement(&self, number: u32, dated: Dated, pairs: &mut Pairs<'g>) {
        let Some(edge) = self.edge_of(number) else { return };
        let Some(relation) = edge.relation() else { return };
        pairs.class(Some(w::STATEMENT));
        pairs.id(w::SUBJECT, node_id(edge.source()));
        if let Some(word) = self.words().kind(&relation.kind.0) {
            pairs.id(w::PREDICATE, Id::Word(word));
        }
        pairs.id(w::OBJECT, node_id(edge.target()));
        pairs.text(w::STANCE, Some(relation.stance.word()));
        pairs.text(w::CERTAINTY, Some(relation.certainty.word()));
        for holder in relation.holder.iter().filter_map(|id| self.graph().find(id)) {
            pairs.id(w::HOLDER, node_id(holder));
        }
        pairs.stated(w::DURING, relation.during.as_ref());
        relation.attested.iter().for_each(|date| pairs.stated(w::ATTESTED, Some(date)));
        pairs.stated(w::BEGAN_AFTER, relation.began_after.as_ref());
        pairs.stated(w::ENDED_BEFORE, relation.ended_before.as_ref());
        pairs.length(w::LASTED, relation.duration.as_ref());
        pairs.length(w::LAG, relation.lag.as_ref());
        pairs.windows(edge.extent());
        self.has_time(dated, pairs);
        if self.slice().scope().as_of.is_some() {
            pairs.told(w::HOLDS, Some(truth_word(self.slice().holds(edge.index()).truth)));
        }
        pairs.text(w::COMMENT, relation.gloss.as_deref());
        pairs.text(w::NOTE, relation.note.as_deref());
        self.citations(relation.origin, Backed::Claim, pairs);
    }

    fn citations(&self, origin: Origin, backed: Backed, pairs: &mut Pairs<'g>) {
        self.cites(origin).for_each(|cite| self.citation(cite, backed, pairs));
    }

    fn citation(&self, cite: u32, backed: Backed, pairs: &mut Pairs<'g>) {
        pairs.id(w::CITES, Id::Cite(cite));
        let citation = self.graph().evidence().citations().get(cite as usize);
        let source = citation.and_then(|citation| self.source(&citation.source));
        let source = source.map(Id::Source);
        match (backed, source) {
            (Backed::Thing, Some(source)) => pairs.id(w::SCHEMA_SUBJECT_OF, source),
            (Backed::Claim, Some(source)) => {
                pairs.id(w::DERIVED_FROM, source);
                pairs.id(w::QUALIFIED, Id::Cite(cite));
            }
            (_, None) => {}
        }
    }

    fn about_citation(&self, number: u32, pairs: &mut Pairs<'g>) {
        let Some(citation) = self.graph().evidence().citations().get(number as usize) else {
            return;
        };
        pairs.class(Some(w::CITATION_CLASS));
        pairs.class(Some(w::DERIVATION));
        if let Some(source) = self.source(&citation.source) {
            pairs.id(w::SOURCE, Id::Source(source));
            pairs.id(w::PROV_ENTITY, Id::Source(source));
        }
        pairs.text(w::LOCATOR, citation.locator.as_deref());
        if let Some(place) = &citation.pinpoint {
            pairs.text(w::SECTION, Some(&place.title));
            pairs.whole_number(w::PARAGRAPH, Some(place.paragraph as u64));
        }
        pairs.text(w::VERIFIED, Some(CiteRef::verified(citation)));
    }

    fn about_step(&self, commitment: u32, number: u32, pairs: &mut Pairs<'g>) {
        let records = self.graph().records();
        let Some(owner) = records.commitments.get(commitment as usize) else { return };
        let Some(event) = owner.history.get(number as usize) else { return };
        pairs.class(Some(w::STEP_CLASS));
        pairs.text(w::TAKEN, Some(event.step.word()));
        pairs.stated(w::ON, event.on.as_ref());
        pairs.stated(w::BEFORE, event.before.as_ref());
        if let Some(on) = event.on.as_ref().and_then(Stated::get) {
            pairs.windows(&Extent::occurrence(on));
        }
        self.has_time(Dated::Step(commitment, number), pairs);
        if let Some(actor) = event.by.as_ref().and_then(|id| self.graph().find(id)) {
            pairs.id(w::ACTOR, node_id(actor));
        }
        pairs.text(w::COMMENT, event.gloss.as_deref());
        let part = owner.place().field("history").item(number as usize);
        for cite in self.cites(owner.origin).filter(|cite| self.is_within(*cite, &part)) {
            self.citation(cite, Backed::Claim, pairs);
        }
    }

    fn about_figure(&self, number: u32, pairs: &mut Pairs<'g>) {
        let Some(measure) = self.graph().records().measures.get(number as usize) else { return };
        pairs.class(Some(w::FIGURE_CLASS));
        pairs.text(w::WHAT, Some(&measure.what.0));
        pairs.decimal(w::VALUE, Some(measure.value));
        pairs.decimal(w::UPPER, measure.upper);
        pairs.told(w::BOUND, Some(format!("{:?}", measure.bound)));
        pairs.text(w::UNIT, Some(&measure.unit));
        pairs.stated::<Date>(w::AT, measure.at.as_ref());
        if let Some(place) = measure.place.as_ref().and_then(|id| self.graph().find(id)) {
            pairs.id(w::PLACE, node_id(place));
        }
        pairs.text(w::STANCE, Some(measure.stance.word()));
        pairs.text(w::CERTAINTY, Some(measure.certainty.word()));
        pairs.text(w::COMMENT, measure.gloss.as_deref());
        pairs.text(w::NOTE, measure.note.as_deref());
        self.citations(measure.origin, Backed::Claim, pairs);
    }

    /// The triples that an edge is: one, two where it holds both ways, none where it is not put
    /// forward as so or is not shown.
    pub(in crate::query) fn direct(&self, edge: EdgeView<'g>) -> [Option<(Id, u16, Id)>; 2] {
        if !self.admits(edge.index()) {
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

    /// Whether a word is that of a kind of relation or of a role, whose triples are the edges.
    pub(in crate::query) fn is_edge_word(&self, word: u16) -> bool {
        let name = self.words().iri(word).and_then(|iri| iri.as_str().strip_prefix(w::FO));
        name.is_some_and(|name| {
            let is_role = || Role::ALL.iter().any(|role| w::property(*role) == name);
            self.graph().vocabulary().relation(name).is_some() || is_role()
        })
    }
}

/// Whether a relation is put forward as so, as `path` walks it: a fact or an assessment.
fn is_asserted(relation: &Relation) -> bool {
    matches!(relation.stance, Stance::Fact | Stance::Assessment)
}
