//! What a drawing shows, whatever its format: nodes, edges, groups, labels and tones.

mod build;
mod tokens;

pub use build::{build, drawn, tone, whole};
pub use tokens::{FamilyToken, LineToken, TOKENS, Theme, Tokens, ToneToken};

pub use crate::graph::{Selection, select, select_all};

use crate::graph::{EdgeIndex, NodeIndex};
use crate::record::Layout;
use crate::time::{AsOf, Day};
use crate::vocabulary::Family;

/// How sure and how current a node or edge is; drawn by dashes, and said in words in the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// The source states it, and it holds.
    Stated,
    /// It is a judgement, prediction, perception or recommendation.
    Inferred,
    /// It is disputed.
    Disputed,
    /// It no longer held, or was not yet so.
    Ended,
    /// Whether it held can't be told.
    Open,
}

impl Line {
    /// The name of the line among the tokens.
    pub fn token(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Inferred => "inferred",
            Self::Disputed => "disputed",
            Self::Ended => "ended",
            Self::Open => "open",
        }
    }

    /// What the line means, for a legend.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Stated => "stated as a fact",
            Self::Inferred => "judged, expected, perceived or recommended",
            Self::Disputed => "disputed",
            Self::Ended => "no longer so",
            Self::Open => "can't be told",
        }
    }
}

/// A node as it is drawn.
#[derive(Debug, Clone)]
pub struct SceneNode {
    /// Which node of the graph.
    pub index: NodeIndex,
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// A second, smaller line: status or number; may be empty.
    pub detail: String,
    /// The label of its kind.
    pub kind: String,
    /// The name of its tone among the tokens.
    pub tone: String,
    /// How sure and current it is.
    pub line: Line,
    /// The number of its group.
    pub group: Option<usize>,
    /// The first day on which it may have come to be.
    pub day: Option<Day>,
}

/// An edge as it is drawn.
#[derive(Debug, Clone)]
pub struct SceneEdge {
    /// Which edge of the graph.
    pub index: EdgeIndex,
    /// The number of the node that it leaves.
    pub from: usize,
    /// The number of the node that it reaches.
    pub to: usize,
    /// What it says, read from `from` to `to`, with a date where one is known.
    pub label: String,
    /// Its family.
    pub family: Family,
    /// How sure and current it is.
    pub line: Line,
    /// Whether it is read one way only.
    pub directed: bool,
    /// The first day on which it may have come to hold.
    pub day: Option<Day>,
}

/// A drawing before it is laid out: all in a stable order.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The id of the view, or of the data set for the whole graph.
    pub id: String,
    /// The title.
    pub title: String,
    /// What it shows, in a sentence; may be empty.
    pub says: String,
    /// The nodes.
    pub nodes: Vec<SceneNode>,
    /// The edges.
    pub edges: Vec<SceneEdge>,
    /// The titles of the groups.
    pub groups: Vec<String>,
    /// The number of the node that it is about: the first that the view names.
    pub focus: Option<usize>,
    /// How it is to be laid out.
    pub layout: Layout,
    /// As of when it is shown; at all times where not given.
    pub as_of: Option<AsOf>,
    /// Sources and reference date, for the foot of the drawing.
    pub footer: String,
}

impl Scene {
    /// What is told of the drawing as a whole, by name, for formats that have a place for it; empty
    /// texts are left out.
    pub fn about(&self) -> Vec<(&'static str, &str)> {
        let all = [("title", &self.title), ("description", &self.says), ("footer", &self.footer)];
        all.into_iter()
            .map(|(name, text)| (name, text.as_str()))
            .filter(|t| !t.1.is_empty())
            .collect()
    }
}
