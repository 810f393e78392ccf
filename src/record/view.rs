//! Views: named diagrams, each telling one story.

use super::Step;
use crate::time::{Date, Stated};
use crate::vocabulary::Ident;
use serde::Deserialize;

/// What a view takes in or leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Select {
    /// These entities, commitments or relations, by id.
    Ids(Vec<String>),
    /// Every entity of these kinds and of their special cases.
    Kinds(Vec<Ident>),
    /// Everything within so many steps of one id, itself included.
    Around(String, u32),
    /// An instrument's or commitment's parts, at any depth, itself included.
    Parts(String),
    /// Every commitment whose last step is one of these.
    Commitments(Vec<Step>),
    /// Relations of these kinds; in `show`, only these are drawn.
    Relations(Vec<Ident>),
}

/// By what the nodes of a drawing are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum GroupBy {
    /// Their kind.
    Kind,
    /// The state that they belong to.
    Polity,
    /// The instrument that they belong to.
    Instrument,
    /// The status of commitments.
    Status,
}

/// How a drawing is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Layout {
    /// In layers along the direction of the relations.
    #[default]
    Layered,
    /// By forces, as a map.
    Force,
    /// In columns by distance.
    Columns,
    /// Along time.
    Timeline,
    /// By Graphviz `dot`.
    Dot,
    /// By Graphviz `neato`.
    Neato,
    /// By Graphviz `fdp`.
    Fdp,
}

/// A named diagram.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its id, in kebab-case.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it shows, in one sentence.
    pub says: String,
    /// What it takes in.
    pub show: Vec<Select>,
    /// What it leaves out of that.
    #[serde(default)]
    pub hide: Vec<Select>,
    /// As of when; all times where not given.
    pub as_of: Option<Stated<Date>>,
    /// By what its nodes are put together.
    pub group_by: Option<GroupBy>,
    /// How it is laid out.
    #[serde(default)]
    pub layout: Layout,
    /// A walk through it: which ids to look at, and what to say of them.
    #[serde(default)]
    pub steps: Vec<(Vec<String>, String)>,
    /// The curator's remark.
    pub note: Option<String>,
    /// Checks that it may fail, each with the reason.
    #[serde(default)]
    pub allow: Vec<(String, String)>,
}
