//! Two provisions of one number.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::{Entity, Filed};
use std::collections::HashMap;

declare_check! {
    /// Two provisions of one instrument bear the same number, or stand at the same place among its
    /// unnumbered items.
    ///
    /// ## Why it matters
    /// They are one provision told twice, or one of the numbers is wrong.
    ///
    /// ## How to mend it
    /// Correct the `number`, `order` or `of`, or put the two together.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Entity(id: "t-article-5", kind: Provision, name: "T on defense", of: "t", number: "5", cites: [("s")]),
    ///     Entity(id: "t-article-v", kind: Provision, name: "T, Article V", of: "t", number: "5", allow: [("provision-id", "Named in Roman numerals.")], cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Entity(id: "t-article-5", kind: Provision, name: "T on defense", of: "t", number: "5", cites: [("s")]),
    ///     Entity(id: "t-article-6", kind: Provision, name: "T, Article 6", of: "t", number: "6", cites: [("s")]),
    /// ]
    /// ```
    F0503, "repeated-number", Deny
}

/// A provision's whole, and its number or order in it.
type Place<'a> = (&'a str, Option<&'a str>, Option<u32>);

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let mut seen: HashMap<Place<'_>, &Filed<Entity>> = HashMap::new();
    for entity in &context.graph.records().entities {
        let (Some(of), number, order) = (&entity.of, &entity.record.number, entity.order) else {
            continue;
        };
        if number.is_none() && order.is_none() {
            continue;
        }
        let field = if number.is_some() { "number" } else { "order" };
        match seen.get(&(of.as_str(), number.as_deref(), order)) {
            Some(first) if first.id != entity.id => {
                let message = format!("`{of}` has another provision of this {field}");
                let finding = Diagnostic::new(&RULE, entity.place().field(field), message)
                    .related(first.place().field(field), format!("that of `{}`", first.id));
                sink.push(finding);
            }
            Some(_) => {}
            None => drop(seen.insert((of, number.as_deref(), order), entity)),
        }
    }
}
