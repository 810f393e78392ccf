//! Results of queries: as a table, and in the formats of the W3C.

use super::super::Table;
use super::super::rdf::PREFIXES;
use super::SparqlError;

use oxrdf::{Term, Triple, Variable};
use sparesults::{QueryResultsFormat, QueryResultsSerializer};
use std::collections::BTreeSet;

/// The form of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table for people; triples as N-Triples.
    Text,
    /// SPARQL 1.1 Query Results CSV.
    Csv,
    /// SPARQL 1.1 Query Results TSV.
    Tsv,
    /// SPARQL 1.1 Query Results JSON.
    Json,
    /// SPARQL Query Results XML.
    Xml,
}

#[derive(Debug, Clone)]
enum Kind {
    Boolean(bool),
    Solutions {
        variables: Vec<Variable>,
        rows: Vec<Vec<Option<Term>>>,
    },
    /// In the order of their text, each once.
    Graph(BTreeSet<String>),
}

/// The results of a query.
#[derive(Debug, Clone)]
pub struct Results {
    kind: Kind,
    namespace: String,
}

impl Results {
    pub(super) fn boolean(answer: bool) -> Self {
        Self { kind: Kind::Boolean(answer), namespace: String::new() }
    }

    pub(super) fn solutions(
        variables: Vec<Variable>,
        rows: Vec<Vec<Option<Term>>>,
        namespace: String,
    ) -> Self {
        Self { kind: Kind::Solutions { variables, rows }, namespace }
    }

    pub(super) fn graph(triples: Vec<Triple>) -> Self {
        let lines = triples.iter().map(|triple| format!("{triple} .\n")).collect();
        Self { kind: Kind::Graph(lines), namespace: String::new() }
    }

    /// Whether there is no result: no row, no triple, or the answer no.
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Boolean(answer) => !answer,
            Kind::Solutions { rows, .. } => rows.is_empty(),
            Kind::Graph(lines) => lines.is_empty(),
        }
    }

    /// The results in a format; a table is fitted to `width` columns.
    ///
    /// # Errors
    /// When triples are asked for in a format for rows, or the format can't hold a result.
    pub fn write(&self, format: Format, width: usize) -> Result<Vec<u8>, SparqlError> {
        let format = match format {
            Format::Text => return Ok(self.text(width).into_bytes()),
            Format::Csv => QueryResultsFormat::Csv,
            Format::Tsv => QueryResultsFormat::Tsv,
            Format::Json => QueryResultsFormat::Json,
            Format::Xml => QueryResultsFormat::Xml,
        };
        let mut bytes = self.serialize(format)?;
        if !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        Ok(bytes)
    }

    fn serialize(&self, format: QueryResultsFormat) -> Result<Vec<u8>, SparqlError> {
        let failed = |error: std::io::Error| SparqlError::Format(error.to_string());
        let serializer = QueryResultsSerializer::from_format(format);
        match &self.kind {
            Kind::Boolean(answer) => {
                serializer.serialize_boolean_to_writer(Vec::new(), *answer).map_err(failed)
            }
            Kind::Solutions { variables, rows } => {
                let writer = serializer.serialize_solutions_to_writer(Vec::new(), variables.clone());
                let mut writer = writer.map_err(failed)?;
                for row in rows {
                    let cells = variables.iter().zip(row);
                    let cells = cells.filter_map(|(name, term)| Some((name, term.as_ref()?)));
                    writer.serialize(cells).map_err(failed)?;
                }
                writer.finish().map_err(failed)
            }
            Kind::Graph(_) => Err(SparqlError::Format(
                "CONSTRUCT and DESCRIBE give triples, which are written as N-Triples (--format text)"
                    .into(),
            )),
        }
    }

    fn text(&self, width: usize) -> String {
        match &self.kind {
            Kind::Boolean(answer) => if *answer { "yes\n" } else { "no\n" }.into(),
            Kind::Graph(lines) => lines.iter().map(String::as_str).collect(),
            Kind::Solutions { rows, .. } if rows.is_empty() => "No row.\n".into(),
            Kind::Solutions { variables, rows } => {
                let names: Vec<&str> = variables.iter().map(Variable::as_str).collect();
                let mut table = Table::new(&names);
                let cell = |term: &Option<Term>| term.as_ref().map(|t| self.short(t));
                let cells = |row: &Vec<Option<Term>>| {
                    row.iter().map(|t| cell(t).unwrap_or_default()).collect()
                };
                table.rows = rows.iter().map(cells).collect();
                let count =
                    if rows.len() == 1 { "1 row".into() } else { format!("{} rows", rows.len()) };
                format!("{}\n{count}\n", table.fit(width))
            }
        }
    }

    /// A term as people read it: an IRI by its prefix, a literal without its type.
    fn short(&self, term: &Term) -> String {
        match term {
            Term::Literal(literal) => literal.value().to_owned(),
            Term::NamedNode(iri) => {
                let iri = iri.as_str();
                let prefixes = [("d", self.namespace.as_str())].into_iter().chain(PREFIXES);
                let mut short = prefixes.filter_map(|(prefix, namespace)| {
                    Some(format!("{prefix}:{}", iri.strip_prefix(namespace)?))
                });
                short.next().unwrap_or_else(|| format!("<{iri}>"))
            }
            Term::BlankNode(node) => node.to_string(),
        }
    }
}
