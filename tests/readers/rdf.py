"""Nodes and edges from the triples of foedera's RDF files, and questions asked in SPARQL that must
agree with them."""

import json
import re
from collections import defaultdict
from urllib.parse import unquote

FO = "urn:foedera:"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

# The properties that roles are, by the names that foedera's columns have for them.
ROLES = {
    "obligor": "Obligor", "beneficiary": "Beneficiary", "about": "Subject", "under": "Instrument",
    "occasion": "Occasion", "via": "Channel", "askedBy": "Requester", "trigger": "Trigger",
    "condition": "Condition", "scope": "Scope",
}
PARTS = {"partOf": "Part", "of": "Whole"}

DAYS = {
    "earliest_start": "earliestStart", "latest_start": "latestStart",
    "earliest_end": "earliestEnd", "latest_end": "latestEnd",
}
TEXTS = {
    "stance": "stance", "certainty": "certainty", "note": "note", "binding": "binding",
    "due_earliest": "dueEarliest", "due_latest": "dueLatest", "overdue": "overdue",
}

DATED = 'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s <urn:foedera:latestStart> ?d FILTER(?d < "1950-01-01"^^<http://www.w3.org/2001/XMLSchema#date>) }'
STATED = "SELECT (COUNT(?s) AS ?n) { ?s a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> }"
CLASSED = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* <urn:foedera:Entity> }"


def graph(triples, count):
    """Nodes and edges of triples of texts; `count` answers a query with one number."""
    facts = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        facts[subject][predicate].append(value)
    agree(facts, count)
    nodes = {name(subject): node(about, facts) for subject, about in facts.items() if is_node(about)}
    return nodes, [edge for subject, about in facts.items() for edge in edges(subject, about, facts)]


def agree(facts, count):
    """The engine answers in SPARQL what its triples say."""
    statements = [about for about in facts.values() if RDF + "Statement" in about[RDF + "type"]]
    early = [about for about in facts.values() if any(day < "1950" for day in about[FO + "latestStart"])]
    entities = [about for about in facts.values() if FO + "Entity" in about[RDF + "type"]]
    for query, expected in [(STATED, len(statements)), (DATED, len(early)), (CLASSED, len(entities))]:
        found = count(query)
        assert found == expected, f"{query}: {found}, not {expected}"


def is_node(about):
    return FO + "Entity" in about[RDF + "type"] or FO + "Commitment" in about[RDF + "type"]


def name(iri):
    return unquote(re.sub("^urn:foedera:data:[^:]*:", "", iri))


def one(about, predicate):
    return next(iter(about[predicate]), None)


def attributes(about):
    found = {column: one(about, FO + name) for column, name in (DAYS | TEXTS).items()}
    return found | {"gloss": one(about, RDFS + "comment")}


def node(about, facts):
    sorts = {FO + "Entity", FO + "Commitment"}
    kind = [t for t in about[RDF + "type"] if t.startswith(FO) and t not in sorts]
    return attributes(about) | {
        "label": one(about, RDFS + "label"),
        "kind": kind[0].removeprefix(FO),
        "sort": "entity" if FO + "Entity" in about[RDF + "type"] else "commitment",
        "status": json.dumps(sorted(about[FO + "possibleStatus"])) if about[FO + "possibleStatus"] else None,
        "during": one(about, FO + "life"),
    }


def edges(subject, about, facts):
    """The relation that a statement tells, or the ties of a node to what it is part of and to those
    who play a role in it."""
    if RDF + "Statement" in about[RDF + "type"]:
        kind = one(about, RDF + "predicate")
        ends = {"source": name(one(about, RDF + "subject")), "target": name(one(about, RDF + "object"))}
        yield attributes(about) | ends | labels(facts[kind]) | {
            "kind": kind.removeprefix(FO),
            "family": one(facts[kind], FO + "family"),
            "during": one(about, FO + "during"),
            "ended_before": one(about, FO + "endedBefore"),
            "attested": json.dumps(about[FO + "attested"]) if about[FO + "attested"] else None,
            "holder": json.dumps([name(holder) for holder in about[FO + "holder"]]) if about[FO + "holder"] else None,
        }
    if not is_node(about):
        return
    # A tie holds while what it belongs to does.
    facts_of_ties = {column: one(about, FO + name) for column, name in DAYS.items()}
    facts_of_ties |= {"stance": "fact", "certainty": "certain"}
    for prop, kind in (ROLES | PARTS).items():
        for other in about[FO + prop]:
            ends = (subject, other) if prop in PARTS else (other, subject)
            yield facts_of_ties | tie(*ends, kind, labels(facts[FO + prop], prop not in PARTS))
    for step in about[FO + "step"]:
        for actor in facts[step][FO + "actor"]:
            yield facts_of_ties | tie(actor, subject, "Actor", labels(facts[FO + "stepBy"], True))


def tie(source, target, kind, labels):
    return {"source": name(source), "target": name(target), "kind": kind} | labels


def labels(about, is_inward=False):
    """The labels of a property, read from an edge's source and from its target."""
    both = [one(about, RDFS + "label"), one(about, FO + "inverseLabel")]
    return dict(zip(["label", "inverse"], reversed(both) if is_inward else both))
