//! The front matter of a page, as YAML: what other programs sort and filter pages by.

use super::text::quoted;
use crate::graph::NodeView;
use crate::query::CommitmentBody;
use crate::query::document::{DueRef, NodeRef, When};
use crate::time::Stated;
use std::fmt::Write;

/// Front matter as it is filled.
pub(super) struct Front(String);

impl Front {
    pub(super) fn new() -> Self {
        Self("---\n".into())
    }

    /// A text; nothing where there is none.
    pub(super) fn text(&mut self, name: &str, value: Option<&str>) -> &mut Self {
        if let Some(value) = value {
            writeln!(self.0, "{name}: {}", quoted(value)).unwrap_or_default();
        }
        self
    }

    /// A list of texts; nothing where it is empty.
    pub(super) fn list<'t>(
        &mut self,
        name: &str,
        values: impl Iterator<Item = &'t str>,
    ) -> &mut Self {
        let values: Vec<String> = values.map(quoted).collect();
        if !values.is_empty() {
            writeln!(self.0, "{name}: [{}]", values.join(", ")).unwrap_or_default();
        }
        self
    }

    pub(super) fn end(&self) -> String {
        format!("{}---\n\n", self.0)
    }
}

/// The front matter of a node.
pub(super) fn of_node(node: NodeView<'_>, commitment: Option<&CommitmentBody>) -> String {
    let named = NodeRef::of(node);
    let mut front = Front::new();
    front.text("id", Some(&named.id)).text("title", Some(&named.name));
    front.text("kind", Some(&named.kind)).text("sort", Some(&named.sort));
    front.list("aliases", node.aliases().map(String::as_str));
    if let Some(entity) = node.entity() {
        let stated = |value: &Option<Stated<_>>| value.as_ref().map(|date| date.text.clone());
        front.text("number", entity.number.as_deref());
        front.text("life", entity.life.as_ref().map(|life| life.text.as_str()));
        front.text("began_after", stated(&entity.began_after).as_deref());
        front.text("ended_before", stated(&entity.ended_before).as_deref());
    }
    if let Some(body) = commitment {
        front.text("binding", Some(&body.binding));
        front.list("status", body.status.possible.iter().map(String::as_str));
        front.text("term", body.term.as_deref()).text("due", body.due.as_deref());
    }
    if let Some(due) = node.commitment().and_then(|commitment| commitment.due.as_ref()) {
        let due = DueRef::of(due);
        front.text("due_earliest", due.earliest.as_deref());
        front.text("due_latest", due.latest.as_deref());
    }
    if let Some(when) = When::of(&node.extent()) {
        front.text("when", Some(&when.words));
        front.text("earliest_start", when.earliest_start.as_deref());
        front.text("latest_start", when.latest_start.as_deref());
        front.text("earliest_end", when.earliest_end.as_deref());
        front.text("latest_end", when.latest_end.as_deref());
    }
    front.end()
}
