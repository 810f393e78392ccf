//! The terms of the graph as RDF: IRIs of the vocabulary, and what stands for the terms of the data.

use crate::graph::Graph;
use crate::vocabulary::Role;
use oxrdf::{NamedNode, Term};
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

/// The namespace of foedera's own terms and of the kinds of its vocabulary.
pub(in crate::query) const FO: &str = "urn:foedera:";
/// The datatype of dates as a source gives them (EDTF, ISO 8601-2).
pub(super) const EDTF: &str = "http://id.loc.gov/datatypes/edtf/EDTF";

/// The namespace of schema.org.
const SCHEMA: &str = "https://schema.org/";

/// The prefixes that every query may use without declaring them, beside `d:`.
pub const PREFIXES: [(&str, &str); 10] = [
    ("fo", FO),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("edtf", "http://id.loc.gov/datatypes/edtf/"),
    ("schema", SCHEMA),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("time", "http://www.w3.org/2006/time#"),
];

/// The namespace of a data set's ids: `urn:foedera:data:us-japan:`.
pub fn data_namespace(graph: &Graph) -> String {
    let id = graph.dataset().map_or("unnamed", |dataset| dataset.id.as_str());
    let mut namespace = format!("{FO}data:");
    encode(id, &mut namespace);
    namespace.push(':');
    namespace
}

/// What stands before the id of a source, in the namespace of the data.
pub(in crate::query) const SOURCE_IDS: &str = "source:";

/// Writes an id so that it can stand in an IRI, whatever is in it: bytes other than those of sound ids
/// as `%20`.
pub(super) fn encode(id: &str, out: &mut String) {
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(byte.into()),
            other => write!(out, "%{other:02X}").unwrap_or_default(),
        }
    }
}

/// The id that was encoded so; none where it was not.
pub(in crate::query) fn decode(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend(rest.as_bytes());
    }
    let id = String::from_utf8(bytes).ok()?;
    let mut again = String::new();
    encode(&id, &mut again);
    (again == text).then_some(id)
}

/// A term, as small as it can be: a place in the graph, a word of the vocabulary, or else the term
/// itself. Each RDF term has one form only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::query) enum Id {
    /// The data set.
    Dataset,
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
    /// The time of something, or an end of it.
    Time(Dated, TimePart),
    /// The word of this number.
    Word(u16),
    /// Any other term.
    Other(Arc<Term>),
}

/// What has a time of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::query) enum Dated {
    /// The node of this index.
    Node(u32),
    /// The relation of this number that is no node.
    Statement(u32),
    /// A step: the number of the commitment, and of the step in its history.
    Step(u32, u32),
}

/// A time, or an end of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::query) enum TimePart {
    /// All of it.
    Whole,
    /// Its beginning.
    Beginning,
    /// Its end.
    End,
}

/// Numbers the words that the mapping itself uses.
macro_rules! words {
    ($($name:ident = $iri:expr;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($name,)* }
        $(pub(in crate::query) const $name: u16 = Number::$name as u16;)*
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
    DESCRIPTION = "http://purl.org/dc/terms/description";
    LICENCE = "http://purl.org/dc/terms/license";
    PUBLISHER = "http://purl.org/dc/terms/publisher";
    SERIES = "http://purl.org/dc/terms/isPartOf";
    REFERENCE = "http://purl.org/dc/terms/bibliographicCitation";
    SCHEMA_DATASET = "https://schema.org/Dataset";
    SCHEMA_WORK = "https://schema.org/CreativeWork";
    SCHEMA_NAME = "https://schema.org/name";
    SCHEMA_ALIAS = "https://schema.org/alternateName";
    SCHEMA_DESCRIPTION = "https://schema.org/description";
    SCHEMA_SUBJECT_OF = "https://schema.org/subjectOf";
    DERIVED_FROM = "http://www.w3.org/ns/prov#wasDerivedFrom";
    QUALIFIED = "http://www.w3.org/ns/prov#qualifiedDerivation";
    DERIVATION = "http://www.w3.org/ns/prov#Derivation";
    PROV_ENTITY = "http://www.w3.org/ns/prov#entity";
    HAS_TIME = "http://www.w3.org/2006/time#hasTime";
    TEMPORAL = "http://www.w3.org/2006/time#TemporalEntity";
    INSTANT = "http://www.w3.org/2006/time#Instant";
    BEGINNING = "http://www.w3.org/2006/time#hasBeginning";
    END = "http://www.w3.org/2006/time#hasEnd";
    IN_DATE = "http://www.w3.org/2006/time#inXSDDate";
    IN_MONTH = "http://www.w3.org/2006/time#inXSDgYearMonth";
    IN_YEAR = "http://www.w3.org/2006/time#inXSDgYear";
    REFERENCE_DATE = "urn:foedera:referenceDate";
    ENTITY = "urn:foedera:Entity";
    COMMITMENT = "urn:foedera:Commitment";
    STEP_CLASS = "urn:foedera:Step";
    FIGURE_CLASS = "urn:foedera:Figure";
    CITATION_CLASS = "urn:foedera:Citation";
    SOURCE_CLASS = "urn:foedera:Source";
    NOTE = "urn:foedera:note";
    NUMBER = "urn:foedera:number";
    ORDER = "urn:foedera:order";
    SEATS = "urn:foedera:seats";
    LIFE = "urn:foedera:life";
    DURING = "urn:foedera:during";
    ATTESTED = "urn:foedera:attested";
    BEGAN_AFTER = "urn:foedera:beganAfter";
    ENDED_BEFORE = "urn:foedera:endedBefore";
    LASTED = "urn:foedera:duration";
    LAG = "urn:foedera:lag";
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
    CIRCUMSTANCE = "urn:foedera:circumstance";
    PROVISO = "urn:foedera:provided";
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

/// Every word with its number: those of the mapping, the kinds of the vocabulary and the roles.
#[derive(Debug)]
pub(in crate::query) struct Words {
    iris: Vec<NamedNode>,
    numbers: HashMap<String, u16>,
    /// The words of foedera's own namespace, by what follows it.
    kinds: HashMap<String, u16>,
}

impl Words {
    pub(super) fn new(graph: &Graph) -> Self {
        let mut words = Self { iris: Vec::new(), numbers: HashMap::new(), kinds: HashMap::new() };
        OWN.iter().for_each(|iri| words.add((*iri).to_owned()));
        let vocabulary = graph.vocabulary();
        vocabulary.entities().for_each(|kind| words.add_kind(&kind.id.0));
        vocabulary.obligations().for_each(|kind| words.add_kind(&kind.id.0));
        vocabulary.relations().for_each(|kind| words.add_kind(&kind.id.0));
        Role::ALL.iter().for_each(|role| words.add_kind(property(*role)));
        let matches = vocabulary.entities().flat_map(|kind| &kind.matches);
        matches.filter_map(|term| expand(term)).for_each(|iri| words.add(iri));
        words
    }

    fn add(&mut self, iri: String) {
        let number = u16::try_from(self.iris.len()).unwrap_or(u16::MAX);
        if !self.numbers.contains_key(&iri) && number < u16::MAX {
            self.iris.push(NamedNode::new_unchecked(&iri));
            self.numbers.insert(iri, number);
        }
    }

    fn add_kind(&mut self, name: &str) {
        let iri = format!("{FO}{name}");
        self.add(iri.clone());
        if let Some(number) = self.find(&iri) {
            self.kinds.insert(name.to_owned(), number);
        }
    }

    /// The word of this IRI.
    pub(in crate::query) fn find(&self, iri: &str) -> Option<u16> {
        self.numbers.get(iri).copied()
    }

    /// The word for a kind; none for a kind that the vocabulary lacks.
    pub(super) fn kind(&self, name: &str) -> Option<u16> {
        self.kinds.get(name).copied()
    }

    /// The word for a role.
    pub(super) fn role(&self, role: Role) -> Option<u16> {
        self.kind(property(role))
    }

    /// The word for a term of another vocabulary, such as `schema:Person`.
    pub(super) fn matched(&self, term: &str) -> Option<u16> {
        self.find(&expand(term)?)
    }

    /// The IRI of a word.
    pub(in crate::query) fn iri(&self, word: u16) -> Option<&NamedNode> {
        self.iris.get(usize::from(word))
    }

    /// The numbers of all words.
    pub(in crate::query) fn all(&self) -> impl Iterator<Item = u16> + use<> {
        0..u16::try_from(self.iris.len()).unwrap_or(u16::MAX)
    }
}

/// The IRI of a term with one of the known prefixes, such as `schema:Person`; none where its name
/// could not stand in one.
fn expand(term: &str) -> Option<String> {
    let (prefix, name) = term.split_once(':')?;
    let (_, namespace) = PREFIXES.into_iter().find(|(known, _)| *known == prefix)?;
    let is_plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    (is_plain && !name.is_empty()).then(|| format!("{namespace}{name}"))
}

/// The property that a role is: read from the commitment, or from the part to its whole.
pub(in crate::query) fn property(role: Role) -> &'static str {
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
