//! `foedera explain CODE`.

use super::{Failure, Outcome, output};
use crate::check;
use crate::diagnostic::nearest;
use clap::Args;

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A code such as F0201, or a name such as dangling-reference
    check: String,
}

pub(super) fn run(args: &ExplainArgs) -> super::Result {
    let Some(rule) = check::rule(&args.check) else {
        let names = check::rules().flat_map(|rule| [rule.code, rule.name]);
        let hint = match nearest(&args.check, names).first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`foedera list checks` lists them".into(),
        };
        return Err(Failure(format!("there is no check `{}`; {hint}", args.check)));
    };
    let level = rule.level.word();
    let text =
        format!("{}: {} ({level} by default)\n\n{}\n", rule.code, rule.name, rule.docs.trim());
    output::print(text.as_bytes())?;
    Ok(Outcome::Good)
}
