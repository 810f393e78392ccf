//! The terms of the RDF view: IRIs of the vocabulary, and what stands for the terms of the data.

use crate::graph::Graph;
use crate::vocabulary::Role;
use oxrdf::{NamedNode, Term};
use std::collections::HashMap;
use std::sync::Arc;

/// The namespace of foedera's own terms and of the kinds of its vocabulary.
pub(super) const FO: &str = "urn:foedera:";
/// The datatype of dates as a source gives them (EDTF, ISO 8601-2).
pub(super) const EDTF: &str = "http://id.loc.gov/datatypes/edtf/EDTF";

/// The prefixes that every query may use without declaring them, beside `d:`.
pub const PREFIXES: [(&str, &str); 7] = [
    ("fo", FO),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("edtf", "http://id.loc.gov/datatypes/edtf/"),
];

/// The namespace of a data set's ids: `urn:foedera:data:us-japan:`.
pub fn data_namespace(graph: &Graph) -> String {
    let id = graph.dataset().map_or("unnamed", |dataset| dataset.id.as_str());
    format!("{FO}data:{id}:")
}

/// A term, as small as it can be: a place in the graph, a word of the vocabulary, or else the term
/// itself. Each RDF term has one form only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Id {
    /// The node of this index.
    Node(u32),
    /// The relation of this number that is no node.
    Statement(u32),
    /// The citation of this number.
    Cite(u32),
    /// A step: the number of the commitment, and of the step in its history.
    Step(u32, u32),
    /// The measure of this number.
    Figure(u32),
    /// The source of this number.
    Source(u32),
    /// The word of this number.
    Word(u16),
    /// Any other term.
    Other(Arc<Term>),
}

/// Numbers the words that the view itself uses.
macro_rules! words {
    ($($name:ident = $iri:expr;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($name,)* }
        $(pub(super) const $name: u16 = Number::$name as u16;)*
        const OWN: &[&str] = &[$($iri),*];
    };
}

words! {
    TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    STATEMENT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
    SUBJECT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
    PREDICATE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
    OBJECT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
    PROPERTY = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
    VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
    LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment";
    CLASS = "http://www.w3.org/2000/01/rdf-schema#Class";
    SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
    ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel";
    TITLE = "http://purl.org/dc/terms/title";
    CREATOR = "http://purl.org/dc/terms/creator";
    DATE = "http://purl.org/dc/terms/date";
    ENTITY = "urn:foedera:Entity";
    COMMITMENT = "urn:foedera:Commitment";
    STEP_CLASS = "urn:foedera:Step";
    FIGURE_CLASS = "urn:foedera:Figure";
    CITATION_CLASS = "urn:foedera:Citation";
    SOURCE_CLASS = "urn:foedera:Source";
    NOTE = "urn:foedera:note";
    NUMBER = "urn:foedera:number";
    SEATS = "urn:foedera:seats";
    LIFE = "urn:foedera:life";
    DURING = "urn:foedera:during";
    ATTESTED = "urn:foedera:attested";
    BEGAN_AFTER = "urn:foedera:beganAfter";
    ENDED_BEFORE = "urn:foedera:endedBefore";
    EARLIEST_START = "urn:foedera:earliestStart";
    LATEST_START = "urn:foedera:latestStart";
    EARLIEST_END = "urn:foedera:earliestEnd";
    LATEST_END = "urn:foedera:latestEnd";
    HOLDS = "urn:foedera:holds";
    STANCE = "urn:foedera:stance";
    CERTAINTY = "urn:foedera:certainty";
    HOLDER = "urn:foedera:holder";
    BINDING = "urn:foedera:binding";
    STATUS = "urn:foedera:status";
    POSSIBLE_STATUS = "urn:foedera:possibleStatus";
    OVERDUE = "urn:foedera:overdue";
    DUE_EARLIEST = "urn:foedera:dueEarliest";
    DUE_LATEST = "urn:foedera:dueLatest";
    TERM = "urn:foedera:term";
    RECIPROCITY = "urn:foedera:reciprocity";
    COW = "urn:foedera:cow";
    STEP = "urn:foedera:step";
    TAKEN = "urn:foedera:taken";
    ON = "urn:foedera:on";
    BEFORE = "urn:foedera:before";
    ACTOR = "urn:foedera:actor";
    CITES = "urn:foedera:cites";
    SOURCE = "urn:foedera:source";
    LOCATOR = "urn:foedera:locator";
    SECTION = "urn:foedera:section";
    PARAGRAPH = "urn:foedera:paragraph";
    VERIFIED = "urn:foedera:verified";
    FIGURE = "urn:foedera:figure";
    WHAT = "urn:foedera:what";
    UPPER = "urn:foedera:upper";
    BOUND = "urn:foedera:bound";
    UNIT = "urn:foedera:unit";
    AT = "urn:foedera:at";
    PLACE = "urn:foedera:place";
    INVERSE_LABEL = "urn:foedera:inverseLabel";
    FAMILY = "urn:foedera:family";
}

/// Every word with its number: those of the view, the kinds of the vocabulary and the roles.
#[derive(Debug)]
pub(super) struct Words {
    iris: Vec<NamedNode>,
    numbers: HashMap<String, u16>,
}

impl Words {
    pub(super) fn new(graph: &Graph) -> Self {
        let mut words = Self { iris: Vec::new(), numbers: HashMap::new() };
        OWN.iter().for_each(|iri| words.add((*iri).to_owned()));
        let vocabulary = graph.vocabulary();
        vocabulary.entities().for_each(|kind| words.add(format!("{FO}{}", kind.id)));
        vocabulary.obligations().for_each(|kind| words.add(format!("{FO}{}", kind.id)));
        vocabulary.relations().for_each(|kind| words.add(format!("{FO}{}", kind.id)));
        Role::ALL.iter().for_each(|role| words.add(format!("{FO}{}", property(*role))));
        words
    }

    fn add(&mut self, iri: String) {
        let number = u16::try_from(self.iris.len()).unwrap_or(u16::MAX);
        if !self.numbers.contains_key(&iri) && number < u16::MAX {
            self.iris.push(NamedNode::new_unchecked(&iri));
            self.numbers.insert(iri, number);
        }
    }

    /// The word of this IRI.
    pub(super) fn find(&self, iri: &str) -> Option<u16> {
        self.numbers.get(iri).copied()
    }

    /// The word for a kind; none for a kind that the vocabulary lacks.
    pub(super) fn kind(&self, name: &str) -> Option<u16> {
        self.find(&format!("{FO}{name}"))
    }

    /// The word for a role.
    pub(super) fn role(&self, role: Role) -> Option<u16> {
        self.find(&format!("{FO}{}", property(role)))
    }

    /// The IRI of a word.
    pub(super) fn iri(&self, word: u16) -> Option<&NamedNode> {
        self.iris.get(usize::from(word))
    }

    /// The numbers of all words.
    pub(super) fn all(&self) -> impl Iterator<Item = u16> + use<> {
        0..u16::try_from(self.iris.len()).unwrap_or(u16::MAX)
    }
}

/// The property that a role is: read from the commitment, or from the part to its whole.
pub(super) fn property(role: Role) -> &'static str {
    match role {
        Role::Obligor => "obligor",
        Role::Beneficiary => "beneficiary",
        Role::Subject => "about",
        Role::Instrument => "under",
        Role::Occasion => "occasion",
        Role::Channel => "via",
        Role::Requester => "askedBy",
        Role::Trigger => "trigger",
        Role::Condition => "condition",
        Role::Scope => "scope",
        Role::Actor => "stepBy",
        Role::Part => "partOf",
        Role::Whole => "of",
        Role::From => "from",
        Role::To => "to",
    }
}
