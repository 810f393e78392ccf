//! Fields that an entity of its kind can't have.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Sink};
use crate::graph::NodeView;
use crate::vocabulary::Nature;

declare_check! {
    /// An entity has a field that things of its kind do not have: `seats` on what is no office;
    /// `of`, `number` or `order` on what is no provision.
    ///
    /// ## Why it matters
    /// Nothing reads the field there, so what the curator meant by it is lost, or the kind is
    /// wrong.
    ///
    /// ## How to mend it
    /// Remove the field, or correct the kind.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "ann", kind: Person, name: "Ann", seats: 1, cites: [("s")]),
    ///     Entity(id: "club", kind: Group, name: "Club", cites: [("s")]),
    ///     Relation(from: "ann", kind: MemberOf, to: "club", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", seats: 1, cites: [("s")]),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Relation(from: "premier", kind: OfficeOf, to: "a", cites: [("s")]),
    /// ]
    /// ```
    F0211, "misplaced-field", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for node in context.graph.nodes() {
        let (Some(entity), Some(nature)) = (node.entity(), node.nature()) else { continue };
        let fields = [
            ("seats", entity.seats.is_some(), Nature::Office),
            ("of", entity.of.is_some(), Nature::Provision),
            ("number", entity.number.is_some(), Nature::Provision),
            ("order", entity.order.is_some(), Nature::Provision),
        ];
        for (field, is_there, owner) in fields {
            if is_there && nature != owner {
                sink.push(misplaced(node, field));
            }
        }
    }
}

fn misplaced(node: NodeView<'_>, field: &'static str) -> Diagnostic {
    let message = format!("`{}` is a {}, which has no `{field}`", node.id(), node.kind_label());
    let at = node.place().field(field);
    Diagnostic::new(&RULE, node.place().key(field), message)
        .related(node.place().field("kind"), "its kind")
        .fix(format!("remove `{field}`"), vec![Edit::remove(at)], false)
}
