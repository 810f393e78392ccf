//! Levels for checks that do not exist.

use super::shared::{quoted, suggest};
use super::{Context, rules};
use crate::diagnostic::{Diagnostic, Level, Selector, Sink};

declare_check! {
    /// The data set sets the level of a check that does not exist.
    ///
    /// ## Why it matters
    /// The level is without effect.
    ///
    /// ## How to mend it
    /// Use the name or code of a check, a group such as `F02`, `warnings` or `all`.
    ///
    /// ```ron fires bare
    /// [
    ///     Dataset(id: "d", title: "D", description: "D.", licence: "CC0-1.0", reference_date: "2000",
    ///         warn: ["isolated-entitty"]),
    /// ]
    /// ```
    /// ```ron passes bare
    /// [
    ///     Dataset(id: "d", title: "D", description: "D.", licence: "CC0-1.0", reference_date: "2000",
    ///         warn: ["isolated-entity", "F02"]),
    /// ]
    /// ```
    F0111, "unknown-check", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let Some(dataset) = context.graph.dataset() else { return };
    let lists = [("allow", &dataset.allow), ("warn", &dataset.warn), ("deny", &dataset.deny)];
    for (field, names) in lists {
        for (i, name) in names.iter().enumerate() {
            let selector = Selector::parse(name);
            if rules().any(|rule| selector.matches(rule, Level::Warn)) {
                continue;
            }
            let at = dataset.place().field(field).item(i);
            let finding = Diagnostic::new(&RULE, at.clone(), format!("there is no check `{name}`"));
            let known = rules().flat_map(|rule| [rule.name, rule.code]);
            sink.push(suggest(finding, at, name, known, quoted));
        }
    }
}
