//! The document that the explorer reads, version 1. Nodes, links, kinds, times and citations are named
//! by their index; the nodes and links are columns of equal length, which are read three times as fast
//! as objects. Days are counted from 1970-01-01.

use schemars::JsonSchema;
use serde::Serialize;

/// The whole document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ExplorerDocument {
    /// The version of the form.
    pub version: u32,
    /// A hash of all that follows.
    pub revision: String,
    /// The id of the data set.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is, in a sentence.
    pub says: String,
    /// The id of the view to open; the map where none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<String>,
    /// The date as of which statuses are told, as an EDTF date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_date: Option<String>,
    /// The last day of that date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_day: Option<i32>,
    /// The first day that can be asked about.
    pub first_day: i32,
    /// The last day that can be asked about.
    pub last_day: i32,
    /// The stances that paths walk unless told otherwise.
    pub walked: Vec<usize>,
    /// The stances.
    pub stances: Vec<String>,
    /// The kinds of nodes that occur.
    pub kinds: Vec<KindBody>,
    /// The kinds of links that occur.
    pub relations: Vec<RelationBody>,
    /// The times that occur.
    pub times: Vec<TimeBody>,
    /// The citations that occur.
    pub cites: Vec<CiteBody>,
    /// The sources.
    pub sources: Vec<SourceBody>,
    /// The nodes.
    pub nodes: Nodes,
    /// The links between them.
    pub links: Links,
    /// The commitments among the nodes.
    pub commitments: Vec<CommitmentBody>,
    /// The named views.
    pub views: Vec<ViewBody>,
}

/// A piece of a function of the day: what it is from a day until the next piece.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Piece<T> {
    /// The first day of the piece; none for the first piece, which has no beginning.
    pub from: Option<i32>,
    /// What it is from that day on.
    pub is: T,
}

/// Whether something held.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Holds {
    /// `yes`, `no` or `can't tell`.
    pub truth: String,
    /// The date that decides, or would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
}

/// When something held.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct TimeBody {
    /// In words: "attested November 1995".
    pub words: String,
    /// The first day on which it may have begun, else the last; none where unknown.
    pub start: Option<i32>,
    /// The last day on which it may have ended; none where unknown, or where it has no end.
    pub end: Option<i32>,
    /// Whether it held, by day.
    pub pieces: Vec<Piece<Holds>>,
}

/// A kind of node.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct KindBody {
    /// Its name in the vocabulary.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What several are called.
    pub plural: String,
    /// The name of its tone in the palette.
    pub tone: String,
    /// Whether its nodes are an `entity`, a `commitment` or a `relation`.
    pub sort: String,
}

/// A kind of link.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct RelationBody {
    /// Its name in the vocabulary, or that of the role.
    pub name: String,
    /// Its label, read from source to target.
    pub label: String,
    /// Its label, read from target to source.
    pub inverse: String,
    /// Its family.
    pub family: String,
    /// Whether it is read one way only.
    pub directed: bool,
}

/// The nodes, as columns.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Nodes {
    /// Their ids.
    pub id: Vec<String>,
    /// Their names.
    pub name: Vec<String>,
    /// Their kinds.
    pub kind: Vec<usize>,
    /// Where the map has them, from the left, in pixels.
    pub x: Vec<f64>,
    /// Where the map has them, from the top, in pixels.
    pub y: Vec<f64>,
    /// When they existed; -1 where undated, which says nothing against their being there.
    pub time: Vec<i64>,
    /// The passages that back them.
    pub cites: Vec<Vec<usize>>,
    /// What only some have.
    pub detail: Vec<Option<NodeDetail>>,
}

/// What only some nodes have.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct NodeDetail {
    /// Other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What it is, in the curator's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// The curator's remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it rests on background alone.
    #[serde(skip_serializing_if = "is_false")]
    pub background: bool,
    /// Its figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Figure>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Figure {
    /// In words: "strength: more than 45,000 persons, 1996".
    pub words: String,
    /// The passages that back it.
    pub cites: Vec<usize>,
}

/// The links, as columns.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Links {
    /// The nodes that they leave.
    pub source: Vec<usize>,
    /// The nodes that they reach.
    pub target: Vec<usize>,
    /// Their kinds.
    pub relation: Vec<usize>,
    /// How they are put forward.
    pub stance: Vec<usize>,
    /// When they held; whether an undated one did can't be told.
    pub time: Vec<usize>,
    /// The passages that back them.
    pub cites: Vec<Vec<usize>>,
    /// What only some have.
    pub detail: Vec<Option<LinkDetail>>,
}

/// What only some links have.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct LinkDetail {
    /// Who see or believe it so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holder: Vec<usize>,
    /// How sure the asserter is, where not certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<String>,
    /// What it says, in the curator's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// The curator's remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it rests on background alone.
    #[serde(skip_serializing_if = "is_false")]
    pub background: bool,
}

/// A citation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct CiteBody {
    /// The source.
    pub source: usize,
    /// The words that find the passage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// The title of the section in which the passage stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The number of the paragraph in the section, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<usize>,
    /// Whether it was verified: `passage`, `background` or `no`.
    pub verified: String,
    /// The text before the passage in its paragraph, the passage, and the text after it; only where
    /// the text of the source is at hand and asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passage: Option<[String; 3]>,
}

/// A source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceBody {
    /// What it is; its authors by name.
    #[serde(flatten)]
    pub about: crate::export::SourceBody,
    /// Its sections, where its text or the lock tells them.
    pub sections: Vec<SectionBody>,
}

/// A section of a source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SectionBody {
    /// Its title.
    pub title: String,
    /// Its sentences.
    pub sentences: Vec<SentenceBody>,
}

/// A sentence of a source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SentenceBody {
    /// The number of its paragraph in the section, from 1.
    pub paragraph: usize,
    /// Whether it backs a record.
    pub covered: bool,
    /// Why it is declared to back none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The citations that touch it.
    pub cites: Vec<usize>,
    /// What it says; only where the text is at hand and asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What may be known of a status.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct StatusBody {
    /// In words.
    pub words: String,
    /// The statuses that it may be; one where that is certain.
    pub possible: Vec<String>,
    /// What would decide between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
}

/// A step in the life of a commitment.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StepBody {
    /// The step.
    pub step: String,
    /// When it was taken, in words.
    pub when: String,
    /// Who took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<usize>,
    /// What happened, in the curator's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// The passages that back it.
    pub cites: Vec<usize>,
}

/// When a commitment is due.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DueBody {
    /// In words.
    pub words: String,
    /// The first day of its window; none where it has no start.
    pub earliest: Option<i32>,
    /// The last day of its window.
    pub latest: Option<i32>,
}

/// A commitment.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CommitmentBody {
    /// Its node.
    pub node: usize,
    /// Who owes it.
    pub by: Vec<usize>,
    /// To whom it is owed.
    pub to: Vec<usize>,
    /// What it is about.
    pub about: Vec<usize>,
    /// The instruments or provisions that contain it.
    pub under: Vec<usize>,
    /// The event at which it was undertaken, or is to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<usize>,
    /// The bodies through which it is carried out.
    pub via: Vec<usize>,
    /// Who recommend, propose or expect it.
    pub asked_by: Vec<usize>,
    /// What its kind of obligation is called.
    pub obligation: String,
    /// What it is or would become: `legal`, `political` or `unilateral`.
    pub binding: String,
    /// How sure the source is that it is or will be owed.
    pub certainty: String,
    /// What sets it off, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<String>,
    /// What it depends on, in words.
    pub conditions: Vec<String>,
    /// Where it applies, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// How long it runs, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// When it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DueBody>,
    /// Its status, by day.
    pub status: Vec<Piece<StatusBody>>,
    /// Whether it is overdue, by day: `yes`, `no` or `can't tell`.
    pub overdue: Vec<Piece<String>>,
    /// Whether it is returned: `mutual`, `asymmetric` or `one-sided`.
    pub reciprocity: String,
    /// The Correlates of War class that it and the others between the same parties make up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cow: Option<String>,
    /// The steps of its life.
    pub history: Vec<StepBody>,
}

/// A named view.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ViewBody {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence.
    pub says: String,
    /// Its nodes.
    pub nodes: Vec<usize>,
    /// Its links.
    pub links: Vec<usize>,
    /// Where its nodes stand, from the left, in pixels.
    pub x: Vec<f64>,
    /// Where its nodes stand, from the top, in pixels.
    pub y: Vec<f64>,
    /// Its own date, as an EDTF date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The last day of that date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of_day: Option<i32>,
    /// Its groups.
    pub groups: Vec<GroupBody>,
    /// A walk through it.
    pub steps: Vec<WalkStep>,
}

/// A group of nodes of a view.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GroupBody {
    /// Its title.
    pub title: String,
    /// Its nodes.
    pub nodes: Vec<usize>,
}

/// A step of a walk through a view.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WalkStep {
    /// What to look at.
    pub nodes: Vec<usize>,
    /// What to say of it.
    pub caption: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}
