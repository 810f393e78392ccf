//! The arguments that every question shares.

use super::args::{AnswerFormat, ScopeArgs};
use clap::Args;

/// How a question is asked and answered.
#[derive(Debug, Args)]
pub(super) struct AskArgs {
    #[command(flatten)]
    pub(super) scope: ScopeArgs,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub(super) format: AnswerFormat,
}
