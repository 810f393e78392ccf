//! The parts that JSON documents share. They are versioned: fields are added, never changed.

mod commitment;

pub use commitment::{CommitmentRef, DueRef};

use crate::graph::{Citation, EdgeView, Graph, NodeView, Proof, Standing};
use crate::record::{Certainty, Origin, Stance};
use crate::text::Place;
use crate::time::{Extent, Truth, Verdict};
use crate::vocabulary::Family;
use schemars::JsonSchema;
use serde::Serialize;

/// A node, named.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NodeRef {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The name of its kind, from the vocabulary.
    pub kind: String,
    /// Whether it is an `entity`, a `commitment` or a `relation`.
    pub sort: String,
}

impl NodeRef {
    /// Names a node.
    pub fn of(node: NodeView<'_>) -> Self {
        let sort = match (node.entity(), node.commitment()) {
            (Some(_), _) => "entity",
            (_, Some(_)) => "commitment",
            _ => "relation",
        };
        Self {
            id: node.id().into(),
            name: node.name().into(),
            kind: node.kind().into(),
            sort: sort.into(),
        }
    }
}

/// A citation, with what it resolved to.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CiteRef {
    /// The id of the source.
    pub source: String,
    /// The words that find the passage; none for a source without a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// The title of the section in which the passage stands, where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The number of the paragraph in the section, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<usize>,
    /// Whether it was verified: `passage` (it leads to one, in the text or as the lock says),
    /// `background` (the source has no text), or `no`.
    pub verified: String,
}

impl CiteRef {
    /// A citation.
    pub fn of(citation: &Citation) -> Self {
        let place = citation.pinpoint.as_ref();
        Self {
            source: citation.source.to_string(),
            locator: citation.locator.clone(),
            section: place.map(|place| place.title.clone()),
            paragraph: place.map(|place| place.paragraph),
            verified: Self::verified(citation).into(),
        }
    }

    /// Whether a citation was verified, as a word.
    pub fn verified(citation: &Citation) -> &'static str {
        match citation.proof {
            Proof::Text(_) | Proof::Lock(_) => "passage",
            Proof::Background => "background",
            _ => "no",
        }
    }

    /// The citations of a record.
    pub fn all(graph: &Graph, origin: Origin) -> Vec<Self> {
        graph.evidence().of(origin).map(Self::of).collect()
    }

    /// The citations of one part of a record, such as a step of a history.
    pub fn part(graph: &Graph, origin: Origin, part: &Place) -> Vec<Self> {
        let cited = graph.evidence().of(origin).filter(|citation| citation.at().is_within(part));
        cited.map(Self::of).collect()
    }
}

/// When something held.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct When {
    /// In words: "attested November 1995".
    pub words: String,
    /// The first day on which it may have begun, as `YYYY-MM-DD`; none where unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_start: Option<String>,
    /// The last day on which it may have begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_start: Option<String>,
    /// The first day on which it may have ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_end: Option<String>,
    /// The last day on which it may have ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_end: Option<String>,
}

impl When {
    /// When an extent lies; none where it is undated.
    pub fn of(extent: &Extent) -> Option<Self> {
        if extent.is_undated() {
            return None;
        }
        let (start, end) = (extent.start_window(), extent.end_window());
        Some(Self {
            words: extent.in_words(),
            earliest_start: start.earliest().map(|day| day.to_string()),
            latest_start: start.latest().map(|day| day.to_string()),
            earliest_end: end.earliest().map(|day| day.to_string()),
            latest_end: end.latest().map(|day| day.to_string()),
        })
    }
}

/// An edge, read from its source to its target.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EdgeRef {
    /// The id of the node that it is read from.
    pub from: String,
    /// The id of the node that it is read to.
    pub to: String,
    /// The name of its kind of relation, or of its role.
    pub kind: String,
    /// Its label, read from `from` to `to`.
    pub label: String,
    /// Its label, read from `to` to `from`.
    pub inverse: String,
    /// Its family.
    #[schemars(with = "String")]
    pub family: Family,
    /// Whether it is read one way only.
    pub directed: bool,
    /// How it is put forward.
    #[schemars(with = "String")]
    pub stance: Stance,
    /// How sure the asserter is.
    #[schemars(with = "String")]
    pub certainty: Certainty,
    /// The ids of those who see or believe it so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holder: Vec<String>,
    /// When it held; none where it is undated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What it says, in the curator's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// The curator's remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The passages that back it.
    pub cites: Vec<CiteRef>,
}

impl EdgeRef {
    /// An edge.
    pub fn of(edge: EdgeView<'_>) -> Self {
        Self::with(edge, When::of(edge.extent()))
    }

    /// An edge of which it is known already when it held, since many edges share that.
    pub fn with(edge: EdgeView<'_>, when: Option<When>) -> Self {
        let relation = edge.relation();
        let graph = edge.source().graph();
        Self {
            from: edge.source().id().into(),
            to: edge.target().id().into(),
            kind: edge.kind(),
            label: edge.label(false).into(),
            inverse: edge.label(true).into(),
            family: edge.family(),
            directed: !edge.is_symmetric(),
            stance: edge.stance(),
            certainty: edge.certainty(),
            holder: relation.map(|r| r.holder.clone()).unwrap_or_default(),
            when,
            gloss: relation.and_then(|r| r.gloss.clone()),
            note: relation.and_then(|r| r.note.clone()),
            cites: CiteRef::all(graph, edge.origin()),
        }
    }
}

/// The status of a commitment.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StatusRef {
    /// The statuses that it may have; one where that is certain.
    pub possible: Vec<String>,
    /// The date that would decide between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
    /// The status in words.
    pub words: String,
}

impl StatusRef {
    /// A status.
    pub fn of(standing: &Standing) -> Self {
        Self {
            possible: standing.possible.iter().map(|status| status.words().to_owned()).collect(),
            decides: standing.decides.clone(),
            words: standing.to_string(),
        }
    }
}

/// A three-valued answer as documents write it: `yes`, `no` or `can't tell`.
pub fn truth_word(truth: Truth) -> String {
    truth.to_string()
}

/// Whether something held as of the date asked about.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HoldsRef {
    /// `yes`, `no` or `can't tell`.
    pub truth: String,
    /// The date that decides, or would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
}

impl HoldsRef {
    /// A verdict.
    pub fn of(verdict: Verdict) -> Self {
        Self { truth: truth_word(verdict.truth), decides: verdict.decides }
    }
}
