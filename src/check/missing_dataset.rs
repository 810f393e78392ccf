//! Data sets without a description, or with several.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::text::FileRole;

declare_check! {
    /// A data set has no `Dataset` record, or more than one.
    ///
    /// ## Why it matters
    /// The record says what the data set is, and as of which date statuses are told.
    ///
    /// ## How to mend it
    /// Put one `Dataset(…)` in `dataset.ron`.
    ///
    /// ```ron fires
    /// [
    ///     Dataset(id: "again", title: "Again", description: "A second one.", licence: "CC0-1.0",
    ///         reference_date: "2000"),
    /// ]
    /// ```
    /// ```ron passes
    /// []
    /// ```
    F0109, "missing-dataset", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let datasets = &context.graph.records().datasets;
    let Some((first, rest)) = datasets.split_first() else {
        if let Some((file, _)) = context.files.of(FileRole::Records).next() {
            let at = context.files.start_of(file);
            let message = "no file of the data set holds a `Dataset` record that can be read";
            sink.push(Diagnostic::new(&RULE, at, message));
        }
        return;
    };
    for dataset in rest {
        let finding = Diagnostic::new(&RULE, dataset.place(), "the data set is described twice")
            .related(first.place(), "first described here");
        sink.push(finding);
    }
}
