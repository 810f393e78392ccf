//! `foedera commitments`.

use super::args::{Global, TableFormat, TimeArgs, date_of, node};
use super::{Failure, output};
use crate::graph::{Graph, NodeIndex, Slice, Status};
use crate::query::words::obligation_kind;
use crate::query::{CommitmentFilter, commitments};
use crate::record::Binding;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

/// Arguments of `commitments`.
#[derive(Debug, Args)]
pub(crate) struct CommitmentsArgs {
    /// Those that this one owes: an id, name or alias
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Those that this one is owed
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
    /// Those under this instrument or provision, or a part of it
    #[arg(long, value_name = "NAME")]
    under: Option<String>,
    /// Those about this
    #[arg(long, value_name = "NAME")]
    about: Option<String>,
    /// Those of this kind of obligation
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// Those of these statuses
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    #[arg(value_parser = PossibleValuesParser::new(Status::ALL.map(Status::name)))]
    status: Vec<String>,
    /// Those that bind so
    #[arg(long, value_name = "HOW")]
    binding: Option<BindingArg>,
    /// Those due before this date (EDTF: 2003, 2003-04, 2003-04-17)
    #[arg(long, value_name = "DATE")]
    due_before: Option<String>,
    /// Those undertaken, not carried out, and past their due date
    #[arg(long)]
    overdue: bool,
    #[command(flatten)]
    time: TimeArgs,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: TableFormat,
}

/// How a commitment binds.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum BindingArg {
    /// In law
    Legal,
    /// Agreed without binding in law
    Political,
    /// Declared or asked of one side alone
    Unilateral,
}

impl From<BindingArg> for Binding {
    fn from(binding: BindingArg) -> Self {
        match binding {
            BindingArg::Legal => Self::Legal,
            BindingArg::Political => Self::Political,
            BindingArg::Unilateral => Self::Unilateral,
        }
    }
}

impl CommitmentsArgs {
    fn filter(&self, graph: &Graph) -> Result<CommitmentFilter, Failure> {
        let meant = |name: &Option<String>| -> Result<Option<NodeIndex>, Failure> {
            name.as_deref().map(|name| Ok(node(graph, name)?.index())).transpose()
        };
        if let Some(kind) = &self.kind {
            obligation_kind(graph, kind)?;
        }
        let due_before = self.due_before.as_deref();
        Ok(CommitmentFilter {
            by: meant(&self.by)?,
            to: meant(&self.to)?,
            under: meant(&self.under)?,
            about: meant(&self.about)?,
            kind: self.kind.clone(),
            statuses: self.status.iter().filter_map(|name| Status::from_name(name)).collect(),
            binding: self.binding.map(Binding::from),
            due_before: due_before.map(|text| date_of("--due-before", text)).transpose()?,
            overdue: self.overdue,
        })
    }
}

pub(super) fn run(global: &Global, args: &CommitmentsArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let slice = Slice::new(graph, args.time.scope()?);
    output::table(global, &commitments(&slice, &args.filter(graph)?), args.format)
}
