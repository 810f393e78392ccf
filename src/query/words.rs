//! The words that a question is asked with, held to those that the data knows.

use crate::diagnostic::nearest;
use crate::graph::Graph;

/// A word that the data does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    what: String,
    name: String,
    nearest: Option<String>,
    lists: &'static str,
}

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { what, name, nearest, lists } = self;
        match nearest {
            Some(near) => write!(f, "there is no {what} `{name}`; did you mean `{near}`?"),
            None => write!(f, "there is no {what} `{name}`; `{lists}` lists them"),
        }
    }
}

impl std::error::Error for Unknown {}

/// Refuses a name that is not among those known; `lists` is the command that lists them.
///
/// # Errors
/// When it is not, with the nearest that is.
pub fn known<'a>(
    what: &str,
    name: &str,
    names: impl Iterator<Item = &'a str>,
    lists: &'static str,
) -> Result<(), Unknown> {
    let names: Vec<&str> = names.collect();
    if names.contains(&name) {
        return Ok(());
    }
    let nearest = nearest(name, names).first().map(|near| (*near).to_owned());
    Err(Unknown { what: what.into(), name: name.into(), nearest, lists })
}

/// Refuses what is neither a kind of relation nor a role.
///
/// # Errors
/// When it is neither.
pub fn walked_kind(graph: &Graph, name: &str) -> Result<(), Unknown> {
    let vocabulary = graph.vocabulary();
    let roles: Vec<String> = vocabulary.roles().map(|role| format!("{:?}", role.id)).collect();
    let relations = vocabulary.relations().map(|kind| kind.id.as_str());
    let names = relations.chain(roles.iter().map(String::as_str));
    known("kind of relation", name, names, "foedera list relations")
}

/// Refuses what is no kind of obligation.
///
/// # Errors
/// When it is none.
pub fn obligation_kind(graph: &Graph, name: &str) -> Result<(), Unknown> {
    let kinds = graph.vocabulary().obligations().map(|kind| kind.id.as_str());
    known("kind of obligation", name, kinds, "foedera list obligations")
}

/// Refuses what is neither a kind of entity nor of obligation.
///
/// # Errors
/// When it is neither.
pub fn node_kind(graph: &Graph, name: &str) -> Result<(), Unknown> {
    let vocabulary = graph.vocabulary();
    let entities = vocabulary.entities().map(|kind| kind.id.as_str());
    let obligations = vocabulary.obligations().map(|kind| kind.id.as_str());
    known("kind", name, entities.chain(obligations), "foedera list kinds")
}
