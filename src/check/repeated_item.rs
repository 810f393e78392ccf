//! Things that one list names twice.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Sink};
use crate::record::Select;
use crate::text::Place;
use std::collections::HashMap;

declare_check! {
    /// A list of a record names the same id twice.
    ///
    /// ## Why it matters
    /// The second naming says nothing, and often stands where another id was meant.
    ///
    /// ## How to mend it
    /// Remove one, or put in the id that was meant.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "e", kind: Event, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a", "a"], to: ["b"], at: "e", binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "e", kind: Event, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a", "b"], to: ["a", "b"], at: "e", binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0212, "repeated-item", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let records = context.graph.records();
    for c in &records.commitments {
        let at = c.place();
        let c = &c.record;
        let lists = [
            ("by", &c.by),
            ("to", &c.to),
            ("about", &c.about),
            ("under", &c.under),
            ("via", &c.via),
            ("asked_by", &c.asked_by),
            ("scope", &c.scope),
        ];
        lists.into_iter().for_each(|(field, ids)| look(ids, || at.field(field), sink));
        look(&c.aliases, || at.field("aliases"), sink);
    }
    for r in &records.relations {
        look(&r.holder, || r.place().field("holder"), sink);
    }
    for e in &records.entities {
        look(&e.aliases, || e.place().field("aliases"), sink);
    }
    for view in &records.views {
        for (field, selects) in [("show", &view.show), ("hide", &view.hide)] {
            for (i, select) in selects.iter().enumerate() {
                if let Select::Ids(ids) = select {
                    look(ids, || view.place().field(field).item(i).item(0), sink);
                }
            }
        }
    }
}

fn look(list: &[String], at: impl Fn() -> Place, sink: &mut Sink) {
    if list.len() < 2 {
        return;
    }
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (i, item) in list.iter().enumerate() {
        let Some(earlier) = first.get(item.as_str()) else {
            first.insert(item, i);
            continue;
        };
        let again = at().item(i);
        let finding = Diagnostic::new(&RULE, again.clone(), format!("`{item}` is named twice"))
            .related(at().item(*earlier), "named here first")
            .fix("remove the second naming", vec![Edit::remove(again)], true);
        sink.push(finding);
    }
}
