//! Provisions whose ids tell another place than their fields.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Entity;

declare_check! {
    /// The id of a provision does not begin with that of its whole and end in its number or order:
    /// `t-article-5` for number 5 of `t`, `t-item-1` for the first unnumbered item.
    ///
    /// ## Why it matters
    /// Ids are read in files and outputs, so one that names another treaty or number misleads; most
    /// often the `of` or number is wrong.
    ///
    /// ## How to mend it
    /// Correct the field that is wrong, or rename the provision.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Entity(id: "t-article-5", kind: Provision, name: "T, Article 6", of: "t", number: "6", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Entity(id: "t-article-6", kind: Provision, name: "T, Article 6", of: "t", number: "6", cites: [("s")]),
    ///     Entity(id: "t-item-1", kind: Provision, name: "T, preamble", of: "t", order: 1, cites: [("s")]),
    /// ]
    /// ```
    F0504, "provision-id", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let vocabulary = context.graph.vocabulary();
    for entity in &context.graph.records().entities {
        let Some(of) = &entity.of else { continue };
        if vocabulary.nature(&entity.kind.0) != Some(crate::vocabulary::Nature::Provision) {
            continue;
        }
        let Some(place) = place_in(entity) else { continue };
        let rest = entity.id.strip_prefix(of.as_str()).and_then(|rest| rest.strip_prefix('-'));
        let fits = rest.is_some_and(|rest| {
            rest.strip_suffix(place.as_str())
                .is_some_and(|word| word.is_empty() || word.ends_with('-'))
        });
        if !fits {
            let message = format!("`{}` is not the id of number {place} of `{of}`", entity.id);
            let finding = Diagnostic::new(&RULE, entity.place().field("id"), message)
                .label(format!("such as `{of}-article-{place}`"))
                .related(entity.place().field("of"), "its whole");
            sink.push(finding);
        }
    }
}

/// The number or order of a provision, as an id spells it.
fn place_in(entity: &Entity) -> Option<String> {
    let number =
        entity.number.as_ref().map(|number| number.to_lowercase().replace([' ', '.'], "-"));
    number.or_else(|| entity.order.map(|order| order.to_string()))
}
