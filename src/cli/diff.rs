//! `foedera diff`: between two days, two data sets, or a revision and what is at hand.

use super::args::{AnswerFormat, Global, ScopeArgs, date};
use super::{Failure, output};
use crate::graph::Slice;
use crate::pipeline::{Analysis, Options, analyse};
use crate::query::{diff_data, diff_days};
use crate::time::AsOf;
use crate::workspace::{self, Workspace};
use clap::Args;
use std::path::{Path, PathBuf};

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The folder of a data set, to be compared with NEW
    #[arg(conflicts_with_all = ["from", "to", "rev"])]
    old: Option<PathBuf>,
    /// The folder of the other data set [default: the one at hand]
    new: Option<PathBuf>,
    /// The first of two days (EDTF: 1996, 1996-04, 1996-04-17)
    #[arg(long, value_name = "DATE", requires = "to")]
    from: Option<String>,
    /// The second of two days
    #[arg(long, value_name = "DATE", requires = "from", conflicts_with = "as_of")]
    to: Option<String>,
    /// Compare the data set at hand with this revision of its git repository
    #[arg(long, value_name = "REV", conflicts_with_all = ["from", "to"])]
    rev: Option<String>,
    #[command(flatten)]
    scope: ScopeArgs,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: AnswerFormat,
}

pub(super) fn run(global: &Global, args: &DiffArgs) -> super::Result {
    if let (Some(from), Some(to)) = (&args.from, &args.to) {
        return days(global, args, &date(from)?, &date(to)?);
    }
    let (old, new) = match (&args.old, &args.new, &args.rev) {
        (Some(old), Some(new), _) => (open(global, old)?, open(global, new)?),
        (Some(old), None, _) => (open(global, old)?, global.open()?),
        (None, _, Some(rev)) => {
            let new = global.open()?;
            (workspace::open_revision(&new.folder, rev, &global.sources())?, new)
        }
        (None, _, None) => {
            let ways = "two days (--from DATE --to DATE), two folders, or --rev REV";
            return Err(Failure(format!("say what to compare: {ways}")));
        }
    };
    data(args, &read(&old), &read(&new))
}

fn open(global: &Global, folder: &Path) -> Result<Workspace, Failure> {
    let here = std::env::current_dir()?;
    let folder = workspace::discover(Some(folder), &here)?;
    Ok(workspace::open(&folder, &global.sources())?)
}

fn read(workspace: &Workspace) -> Analysis {
    let analysis = analyse(&workspace.files, &Options::default());
    output::warn_of_errors(&analysis);
    analysis
}

fn days(global: &Global, args: &DiffArgs, from: &AsOf, to: &AsOf) -> super::Result {
    if from.date().latest() >= to.date().latest() {
        return Err(Failure(format!("--from {from} must be before --to {to}")));
    }
    let analysis = global.analyse()?;
    let slice = Slice::new(&analysis.graph, args.scope.scope(&analysis.graph)?);
    output::answer(&diff_days(&slice, *from, *to), args.format)
}

fn data(args: &DiffArgs, old: &Analysis, new: &Analysis) -> super::Result {
    let slice =
        |analysis: &'_ Analysis| -> Result<_, Failure> { args.scope.scope(&analysis.graph) };
    let old = Slice::new(&old.graph, slice(old)?);
    let new = Slice::new(&new.graph, slice(new)?);
    output::answer(&diff_data(&old, &new), args.format)
}
