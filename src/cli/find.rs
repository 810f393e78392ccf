//! `foedera find TEXT`.

use super::args::{AnswerFormat, Global, TimeArgs};
use super::output;
use crate::graph::Slice;
use crate::query::find;
use clap::Args;

/// Arguments of `find`.
#[derive(Debug, Args)]
pub(crate) struct FindArgs {
    /// A part of a name or id; small misspellings are forgiven
    text: String,
    #[command(flatten)]
    time: TimeArgs,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: AnswerFormat,
}

pub(super) fn run(global: &Global, args: &FindArgs) -> super::Result {
    let analysis = global.analyse()?;
    let slice = Slice::new(&analysis.graph, args.time.scope()?);
    output::answer(&find(&slice, &args.text), args.format)
}
