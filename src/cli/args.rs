//! The arguments that commands share, and the list of commands.

#[cfg(feature = "serve")]
use super::serve;
#[cfg(feature = "sparql")]
use super::sparql;
use super::{
    Failure, bridges, build, check, commitments, completions, components, coverage, diff, explain,
    export,
};
use super::{find, list, neighbors, new, obligations, path, rank, show, stats, timeline};
use crate::graph::{Graph, NodeView, Scope};
use crate::pipeline::{Analysis, Options, analyse};
use crate::query::words::walked_kind;
use crate::time::{AsOf, Date};
use crate::workspace::{self, Workspace};
use anstream::ColorChoice;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Hand-curated, source-cited, time-aware knowledge graphs of alliance actors and commitments.
#[derive(Debug, Parser)]
#[command(name = "foedera", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 clean or answered; 1 findings, or no answer; 2 could not work."
)]
pub struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Find what is wrong with the data
    Check(check::CheckArgs),
    /// Tell what a finding means and how to mend it
    Explain(explain::ExplainArgs),
    /// List what there is: checks, kinds, relations, views, ...
    List(list::ListArgs),
    /// Look something up by its name
    Find(find::FindArgs),
    /// Show all that is recorded of one entity or commitment
    Show(show::ShowArgs),
    /// Tell how two things are connected
    Path(path::PathArgs),
    /// Tell what something is tied to directly
    Neighbors(neighbors::NeighborsArgs),
    /// Tell which sentences of a source back a record
    Coverage(coverage::CoverageArgs),
    /// Tell which nodes matter most
    Rank(rank::RankArgs),
    /// Tell which parts of the graph hang together
    Components(components::ComponentsArgs),
    /// Tell what the graph hangs by: ties and nodes without which it falls apart
    Bridges(bridges::BridgesArgs),
    /// Count what there is
    Stats(stats::StatsArgs),
    /// Tell who owes what to whom
    Commitments(commitments::CommitmentsArgs),
    /// Tell what two parties owe each other, article by article
    Obligations(obligations::ObligationsArgs),
    /// Tell what took place, in order
    Timeline(timeline::TimelineArgs),
    /// Tell what changed between two days, two data sets or two revisions
    Diff(diff::DiffArgs),
    /// Ask anything in SPARQL
    #[cfg(feature = "sparql")]
    Sparql(sparql::SparqlArgs),
    /// Write the graph or a view of it in some format
    Export(export::ExportArgs),
    /// Check the data, then write all of its exports
    Build(build::BuildArgs),
    /// Show the data in a browser, and again whenever a file of it changes
    #[cfg(feature = "serve")]
    Serve(serve::ServeArgs),
    /// Start a data set of your own
    New(new::NewArgs),
    /// Print a script that completes commands in a shell
    Completions(completions::CompletionsArgs),
    /// Print or write man pages
    Man(completions::ManArgs),
}

/// When to colour the output.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum Color {
    /// When it goes to a terminal, and `NO_COLOR` is not set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Makes it the choice of every stream.
    pub(super) fn write_global(self) {
        match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        }
        .write_global();
    }
}

/// The arguments of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub(super) struct Global {
    /// The folder of the data set [default: the nearest dataset.ron upwards, else the only one
    /// under ./data]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// A folder with the texts of sources
    #[arg(long, global = true, value_name = "DIR")]
    #[arg(env = "FOEDERA_SOURCES", hide_env_values = true)]
    pub(super) sources: Option<PathBuf>,
    /// When to colour the output
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// How wide tables are [default: as the terminal, else 100]
    #[arg(long, global = true, value_name = "N")]
    pub(super) width: Option<usize>,
    /// What the shell says of the width; taken only where it is a number
    #[arg(long, global = true, hide = true, env = "COLUMNS")]
    pub(super) columns: Option<String>,
}

impl Global {
    /// Finds the folder of the data set.
    pub(super) fn folder(&self) -> Result<PathBuf, Failure> {
        let here = std::env::current_dir()?;
        Ok(workspace::discover(self.data.as_deref(), &here)?)
    }

    /// Finds and reads the data set.
    pub(super) fn open(&self) -> Result<Workspace, Failure> {
        let folder = self.folder()?;
        let sources = self.sources();
        if let Some(missing) = sources.iter().find(|folder| !folder.is_dir()) {
            return Err(Failure(format!("there is no folder {}", missing.display())));
        }
        Ok(workspace::open(&folder, &sources)?)
    }

    /// The folders where source texts are looked for.
    pub(super) fn sources(&self) -> Vec<PathBuf> {
        self.sources.iter().cloned().collect()
    }

    /// Finds, reads and checks the data set; warns on standard error where findings may make the
    /// answer incomplete.
    pub(super) fn analyse(&self) -> Result<Analysis, Failure> {
        let workspace = self.open()?;
        let analysis = analyse(&workspace.files, &Options::default());
        super::output::warn_of_errors(&analysis);
        Ok(analysis)
    }
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// Text for people
    #[default]
    Text,
    /// A versioned JSON document, whose schema is in docs/schema
    Json,
}

/// The form of an answer that is a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    /// Text for people
    #[default]
    Text,
    /// Rows of comma-separated values (RFC 4180)
    Csv,
    /// A versioned JSON document, whose schema is in docs/schema
    Json,
}

/// The date as of which is asked.
#[derive(Debug, Args)]
pub(super) struct TimeArgs {
    /// Ask as of this date (EDTF: 1996, 1996-04, 1996-04-17)
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Leave out what can't be told
    #[arg(long)]
    certain: bool,
}

impl TimeArgs {
    /// The scope that is meant.
    pub(super) fn scope(&self) -> Result<Scope, Failure> {
        let as_of = self.as_of.as_deref().map(date).transpose()?;
        Ok(Scope { as_of, certain: self.certain, ..Scope::default() })
    }
}

/// The part of the graph that is asked about.
#[derive(Debug, Args)]
pub(super) struct ScopeArgs {
    #[command(flatten)]
    time: TimeArgs,
    /// Walk only these kinds of relation and roles
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    kinds: Vec<String>,
    /// Do not walk these kinds of relation and roles
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    not_kinds: Vec<String>,
    /// Do not walk through these (ids, names or aliases)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    avoid: Vec<String>,
}

impl ScopeArgs {
    /// The scope that is meant.
    pub(super) fn scope(&self, graph: &Graph) -> Result<Scope, Failure> {
        for kind in self.kinds.iter().chain(&self.not_kinds) {
            walked_kind(graph, kind)?;
        }
        let avoid = self.avoid.iter().map(|name| Ok(graph.lookup(name)?.index()));
        Ok(Scope {
            kinds: self.kinds.iter().cloned().collect(),
            not_kinds: self.not_kinds.iter().cloned().collect(),
            avoid: avoid.collect::<Result<_, Failure>>()?,
            ..self.time.scope()?
        })
    }
}

/// The date as of which is asked.
pub(super) fn date(text: &str) -> Result<AsOf, Failure> {
    text.parse().map_err(|error| Failure(format!("--as-of {text}: {error}")))
}

/// A date that an option gives.
pub(super) fn date_of(option: &str, text: &str) -> Result<Date, Failure> {
    text.parse().map_err(|error| Failure(format!("{option} {text}: {error}")))
}

/// The node that a user means.
pub(super) fn node<'g>(graph: &'g Graph, name: &str) -> Result<NodeView<'g>, Failure> {
    Ok(graph.lookup(name)?)
}
