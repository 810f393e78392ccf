//! The command line: clap, one file per command, and the only printer.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the one module that prints")]

mod args;
mod ask;
mod bridges;
mod build;
mod check;
mod commitments;
mod completions;
mod components;
mod coverage;
mod diff;
mod explain;
mod export;
mod find;
mod fix;
mod list;
mod neighbors;
mod new;
mod obligations;
mod output;
mod path;
mod rank;
#[cfg(feature = "serve")]
mod serve;
mod show;
#[cfg(feature = "sparql")]
mod sparql;
mod stance;
mod stats;
mod timeline;

pub use args::Cli;

use args::Command;
use clap::Parser;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Clean, or answered: exit code 0.
    Good,
    /// Findings, or a question whose answer is none: exit code 1.
    Bad,
}

/// Why a command could not work, in words; exit code 2.
#[derive(Debug)]
pub struct Failure(pub String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// What every command returns.
type Result = std::result::Result<Outcome, Failure>;

/// Runs the command that the arguments name, and returns the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            error.print().unwrap_or_default();
            return ExitCode::from(code);
        }
    };
    cli.global.color.write_global();
    let result = match &cli.command {
        Command::Check(args) => check::run(&cli.global, args),
        Command::Explain(args) => explain::run(args),
        Command::List(args) => list::run(&cli.global, args),
        Command::Find(args) => find::run(&cli.global, args),
        Command::Show(args) => show::run(&cli.global, args),
        Command::Path(args) => path::run(&cli.global, args),
        Command::Neighbors(args) => neighbors::run(&cli.global, args),
        Command::Coverage(args) => coverage::run(&cli.global, args),
        Command::Rank(args) => rank::run(&cli.global, args),
        Command::Components(args) => components::run(&cli.global, args),
        Command::Bridges(args) => bridges::run(&cli.global, args),
        Command::Stats(args) => stats::run(&cli.global, args),
        Command::Commitments(args) => commitments::run(&cli.global, args),
        Command::Obligations(args) => obligations::run(&cli.global, args),
        Command::Timeline(args) => timeline::run(&cli.global, args),
        Command::Diff(args) => diff::run(&cli.global, args),
        #[cfg(feature = "sparql")]
        Command::Sparql(args) => sparql::run(&cli.global, args),
        Command::Export(args) => export::run(&cli.global, args),
        Command::Build(args) => build::run(&cli.global, args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&cli.global, args),
        Command::New(args) => new::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => completions::man(args),
    };
    match result {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Bad) => ExitCode::FAILURE,
        Err(Failure(message)) => {
            output::complain(&message);
            ExitCode::from(2)
        }
    }
}
