//! `foedera find TEXT`.

use super::args::{AnswerFormat, Global};
use super::output;
use crate::query::find;
use clap::Args;

/// Arguments of `find`.
#[derive(Debug, Args)]
pub(crate) struct FindArgs {
    /// A part of a name or id; small misspellings are forgiven
    text: String,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: AnswerFormat,
}

pub(super) fn run(global: &Global, args: &FindArgs) -> super::Result {
    let analysis = global.analyse()?;
    output::answer(&find(&analysis.graph, &args.text), args.format)
}
